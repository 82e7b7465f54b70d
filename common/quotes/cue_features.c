/*
 * cue_features.c -- what tells a cue, and its frame: see cue_features.h
 */
#include "common/quotes/cue_features.h"

#include "common/quotes/clauses.h"
#include "common/quotes/coarse.h"

/*
 * Templates, each with the values that it is mixed with.  The weights in
 * common/languages/en/quotes.model were learned with these numbers.
 */
enum {
	/* Of a cue in its tagged sentence. */
	T_BIAS = 0,		/* nothing: how often cues are cues */
	T_LEMMA = 1,		/* the cue's lemma */
	T_CLASS = 2,		/* what it can do */
	T_FORM = 3,		/* its tag, here called its form */
	T_PREV = 4,		/* the word before it */
	T_PREV2 = 5,		/* the one before that */
	T_NEXT = 6,		/* the word behind it */
	T_NEXT2 = 7,		/* the one behind that */
	T_PREVTAG = 8,		/* the tag before it, form */
	T_NEXTTAG = 9,		/* the tag behind it, form */
	T_TAGS = 10,		/* both, form */
	T_LEMMA_NEXT = 11,	/* lemma, the word behind it */
	T_LEMMA_FORM = 12,	/* lemma, form */
	T_CLASS_NEXT = 13,	/* class, the tag behind it */
	T_CLAUSE = 14,		/* what begins behind it; a word such as that */
	T_CLAUSE_LEMMA = 15,	/* what begins behind it, lemma */
	T_SUBJECT = 16,		/* what stands before the verb group */
	T_AUX = 17,		/* a word of the verb group before the cue */
	T_THAT = 18,		/* how far behind it a subordinator is, which */
	T_QUOTED = 19,		/* in somebody's words; how deep, or lemma */
	T_BEFORE = 20,		/* whether a region ends shortly before it */
	T_BEFORE_LAST = 21,	/* the mark that ends that region's words */
	T_BEFORE_GAP = 22,	/* how far that region is, or what is between */
	T_AFTER = 23,		/* whether a region begins shortly behind it */
	T_AFTER_GAP = 24,	/* how far that region is, or what is between */
	T_AFTER_LEN = 25,	/* how long that region is */
	T_COMMA = 26,		/* a comma before the cue's clause; how far */
	T_END = 27,		/* how far the end of the sentence is */
	T_FIRST = 28,		/* whether the verb group begins the sentence */
	T_LEMMA_PREV = 29,	/* lemma, the tag before it */
	T_AFTER_LEMMA = 30,	/* lemma, how far the region behind it is */
	T_HEAD = 31,		/* head of the noun phrase before the group */
	T_HEAD_LEMMA = 32,	/* the same, lemma */
	T_NEGATED = 33,		/* n't in the verb group, form */
	T_KIND = 34,		/* verb, noun, "according to" or colon */
	T_BEFORE_LEMMA = 35,	/* lemma, the mark that ends the words before */
	T_INVERTED = 36,	/* comma before, name behind: ", said X" */
	T_THAT_LEMMA = 37,	/* lemma, the subordinator behind it */
	T_COMMA_CLAUSE = 38,	/* how far a comma is, what begins behind it */
	T_CLASS_PREVTAG = 39,	/* class, the tag before it and form */
	T_TO = 40,		/* the two tags before it in the group, form */
	T_BEFORE_START = 41,	/* how the region before begins */
	T_BEFORE_AFTER = 42,	/* how it ends, what is before the one behind */
	T_AUX_LEMMA = 43,	/* a word of the verb group, lemma or class */
	T_MAIN = 44,		/* main verbs on either side */
	T_OWN = 45,		/* I or we before it; in somebody's words */
	/* Of a glance, by the words alone. */
	G_BIAS = 60,		/* nothing */
	G_LEMMA = 61,		/* lemma, on which sides regions are */
	G_CLASS = 62,		/* class, kind */
	G_WORD = 63,		/* the cue as written */
	G_NEXT = 64,		/* the word behind it */
	G_NEXT2 = 65,		/* the one behind that */
	G_PREV = 66,		/* the word before it */
	G_PREV2 = 67,		/* the one before that */
	G_LEMMA_NEXT = 68,	/* lemma, the word behind it */
	G_LEMMA_PREV = 69,	/* lemma, the word before it */
	G_WORD_NEXT = 70,	/* as written, the second word behind it */
	G_CLASS_NEXT = 71,	/* class, the word behind it */
	G_CLASS_PREV = 72,	/* class, the word before it */
	G_REGIONS = 73,		/* on which sides regions are, kind */
	G_REGION_LEMMA = 74,	/* the same, the cue as written */
	G_PLACE = 75,		/* whether it begins, and ends, its sentence */
	G_CASE = 76		/* capitals of the words beside it; kind */
};

#define GROUP_WORDS	6	/* of a verb group: "has been quietly saying" */
#define THAT_REACH	10	/* tokens behind a cue: "said Monday that" */
#define COMMA_REACH	12	/* tokens before a verb group */
#define CLAUSE_REACH	14	/* tokens to the verb of a clause */
#define TITLE_WORDS	12	/* more words than a title has */
#define STRETCH_TAGS	5	/* a longer stretch is one like the other */
/* What stands for a word or mark that is not there. */
#define NO_NEXT		1
#define NO_PREV		2
#define NO_MARK_OUTSIDE	3
#define NO_MARK_INSIDE	7
#define LONG_STRETCH	0xFFFF

/* What begins behind a cue. */
enum {
	BEGINS_OTHER,		/* nothing clear */
	BEGINS_CLAUSE,		/* a noun phrase and a finite verb soon */
	BEGINS_NOUN,		/* a noun phrase */
	BEGINS_TO,		/* "to" and a verb */
	BEGINS_VERB
};

/* What the groups of features know in common of a cue. */
struct cue_view {
	const struct paragraph *p;
	const struct cue *c;
	uint32_t	 first, last;	/* the tokens of its sentence */
	unsigned	 form;		/* its tag, and those beside it */
	unsigned	 prev, next;
	uint32_t	 start;		/* where its verb group begins */
	uint32_t	 subject;	/* what stands before that */
	bool		 own;		/* I or we */
	unsigned	 clause;	/* what begins behind it */
	uint32_t	 that;		/* how far a subordinator is, 0: none */
};

/* A distance or length, coarsely. */
static unsigned
bucket(uint32_t n)
{
	static const uint8_t steps[] = { 4, 6, 9, 14, 24 };

	return coarse(n, steps, sizeof(steps));
}

/* The tags of a short stretch as one number. */
static uint32_t
tags_of(const struct paragraph *p, uint32_t first, uint32_t last)
{
	uint32_t h = last - first, i;

	if (last - first > STRETCH_TAGS)
		return LONG_STRETCH;
	for (i = first; i < last; i++)
		h = feature_mix(h, paragraph_sign(p, i));
	return h;
}

static unsigned
what_begins(const struct paragraph *p, uint32_t i, uint32_t last)
{
	bool noun = false;
	unsigned steps, t;

	if (i >= last)
		return BEGINS_OTHER;
	if (p->tags[i] == TAG_TO)
		return BEGINS_TO;
	if (TAG_IS_VERB(p->tags[i]) && p->tags[i] != TAG_VERBG)
		return BEGINS_VERB;
	for (steps = 0; i < last && steps < CLAUSE_REACH; i++, steps++) {
		t = p->tags[i];
		if (TAG_FINITE(t))
			return noun ? BEGINS_CLAUSE : BEGINS_OTHER;
		if (TAG_IS_NOUN(t) || t == TAG_PRON)
			noun = true;
		else if (t == TAG_PUNCT || t == TAG_SUB || t == TAG_WH)
			break;
	}
	return noun ? BEGINS_NOUN : BEGINS_OTHER;
}

/* Most words of a short region begin with a capital: a title. */
static unsigned
title_case(const struct paragraph *p, const struct region *r)
{
	uint32_t i, words = 0, capitals = 0;

	for (i = r->first; i < r->last && words < TITLE_WORDS; i++) {
		if (p->tokens.v[i].kind != TOKEN_WORD)
			continue;
		words++;
		if (p->tokens.v[i].flags & TOKEN_CAPITAL)
			capitals++;
	}
	return words > 0 && words < TITLE_WORDS && capitals * 3 > words * 2;
}

void
glance_features(const struct paragraph *p, const struct cue *c,
    struct features *f)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	const struct token *v = p->tokens.v;
	bool last = c->last >= s->last, first = c->token <= s->first;
	uint32_t next = last ? NO_NEXT : v[c->last].folded;
	uint32_t next2 = c->last + 1 < s->last ?
	    v[c->last + 1].folded : NO_NEXT;
	uint32_t prev = first ? NO_PREV : v[c->token - 1].folded;
	uint32_t prev2 = c->token > s->first + 1 ?
	    v[c->token - 2].folded : NO_PREV;
	uint32_t word = v[c->token].folded, shape = 0;
	unsigned regions = (c->before != NO_REGION) |
	    (c->after != NO_REGION) << 1 | (c->region != NO_REGION) << 2;

	if (!first)
		shape |= v[c->token - 1].flags & (TOKEN_CAPITAL | TOKEN_LOWER);
	if (!last)
		shape |= (uint32_t)(v[c->last].flags &
		    (TOKEN_CAPITAL | TOKEN_LOWER | TOKEN_ALLDIGIT)) << 8;
	features_clear(f);
	features_add(f, feature_hash(G_BIAS));
	features_add2(f, G_LEMMA, c->lemma_hash, regions);
	features_add2(f, G_CLASS, c->classes, c->kind);
	features_add2(f, G_WORD, word, 0);
	features_add2(f, G_NEXT, next, 0);
	features_add2(f, G_NEXT2, next2, 0);
	features_add2(f, G_PREV, prev, 0);
	features_add2(f, G_PREV2, prev2, 0);
	features_add2(f, G_LEMMA_NEXT, c->lemma_hash, next);
	features_add2(f, G_LEMMA_PREV, c->lemma_hash, prev);
	features_add2(f, G_WORD_NEXT, word, next2);
	features_add2(f, G_CLASS_NEXT, c->classes, next);
	features_add2(f, G_CLASS_PREV, c->classes, prev);
	features_add2(f, G_REGIONS, regions, c->kind);
	features_add2(f, G_REGION_LEMMA, regions, word);
	features_add2(f, G_PLACE, c->token == s->first, c->last + 1 >= s->last);
	features_add2(f, G_CASE, shape, c->kind);
	features_add2(f, G_CASE, shape, word);
}

/* The cue itself, and the words beside it. */
static void
word_features(const struct cue_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	const struct cue *c = v->c;
	uint32_t at = c->token, behind = c->last;
	uint32_t next = behind < v->last ? paragraph_folded(p, behind) : 0;

	features_add1(f, T_BIAS, 0);
	features_add1(f, T_KIND, c->kind);
	features_add1(f, T_LEMMA, c->lemma_hash);
	features_add1(f, T_CLASS, c->classes);
	features_add1(f, T_FORM, v->form);
	features_add2(f, T_LEMMA_FORM, c->lemma_hash, v->form);
	features_add1(f, T_PREV,
	    at > v->first ? paragraph_folded(p, at - 1) : 0);
	features_add1(f, T_NEXT, next);
	features_add1(f, T_PREV2,
	    at > v->first + 1 ? paragraph_folded(p, at - 2) : 0);
	features_add1(f, T_NEXT2,
	    behind + 1 < v->last ? paragraph_folded(p, behind + 1) : 0);
	features_add2(f, T_PREVTAG, v->prev, v->form);
	features_add2(f, T_NEXTTAG, v->next, v->form);
	features_add2(f, T_TAGS, v->prev << 8 | v->next, v->form);
	features_add2(f, T_LEMMA_NEXT, c->lemma_hash, next);
	features_add2(f, T_LEMMA_PREV, c->lemma_hash, v->prev);
	features_add2(f, T_CLASS_NEXT, c->classes, v->next);
	features_add2(f, T_CLASS_PREVTAG, c->classes, v->prev << 8 | v->form);
}

/* The verb group to the left, "has been quietly saying"; finds its start. */
static void
group_features(struct cue_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	const struct cue *c = v->c;
	uint32_t i, tags = 0, negated = 0, word;

	v->start = c->token;
	for (i = c->token; i > v->first; i--) {
		unsigned t = p->tags[i - 1];

		if (TAG_IS_VERB(t) || t == TAG_TO) {
			tags = tags * 32 + t + 1;
			word = paragraph_folded(p, i - 1);
			features_add1(f, T_AUX, word);
			features_add2(f, T_AUX_LEMMA, word, c->lemma_hash);
			features_add2(f, T_AUX_LEMMA, word,
			    c->classes << 8 | v->form);
		} else if (t == TAG_ADV)
			negated |= (p->tokens.v[i - 1].flags &
			    TOKEN_GLUED) != 0;
		else
			break;
		v->start = i - 1;
		if (c->token - i >= GROUP_WORDS)
			break;
	}
	features_add2(f, T_NEGATED, negated, v->form);
	features_add2(f, T_TO, tags & 0x3FF, v->form);
}

/* What stands before the group. */
static void
subject_features(struct cue_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	const struct cue *c = v->c;
	uint32_t k = paragraph_chunk_before(p, c->sentence, v->start), head = 0;

	v->subject = 0;
	v->own = false;
	if (k != NO_CHUNK && p->chunks.v[k].last == v->start) {
		const struct chunk *chunk = &p->chunks.v[k];

		v->subject = 1 + chunk->kind * 2u + chunk->plural;
		head = paragraph_folded(p, chunk->head);
		v->own = (paragraph_pronoun(p, chunk->head) & PRONOUN_I) != 0;
	} else if (v->start > v->first)
		v->subject = 100 + p->tags[v->start - 1];
	features_add2(f, T_SUBJECT, v->subject, v->form);
	features_add2(f, T_SUBJECT, v->subject, c->classes);
	features_add1(f, T_HEAD, head);
	features_add2(f, T_HEAD_LEMMA, head, c->lemma_hash);
	features_add1(f, T_FIRST, v->start == v->first);
}

/* What follows: a clause, an object, the end. */
static void
clause_features(struct cue_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	const struct cue *c = v->c;
	uint32_t i;

	v->clause = what_begins(p, c->last, v->last);
	v->that = 0;
	for (i = c->last; i < v->last && i < c->last + THAT_REACH; i++) {
		if (p->tags[i] == TAG_SUB) {
			v->that = 1 + bucket(i - c->last);
			features_add2(f, T_THAT, v->that,
			    paragraph_folded(p, i));
			features_add2(f, T_THAT_LEMMA, c->lemma_hash,
			    paragraph_folded(p, i));
			break;
		}
		if (TAG_FINITE(p->tags[i]))
			break;
	}
	features_add2(f, T_CLAUSE, v->clause, v->that);
	features_add2(f, T_CLAUSE_LEMMA, v->clause, c->lemma_hash);
	features_add2(f, T_CLAUSE, v->clause, c->classes << 8 | v->form);
	features_add1(f, T_END, bucket(v->last - c->last));
}

/* Whether it stands in somebody's words. */
static void
quoted_features(const struct cue_view *v, struct features *f)
{
	const struct cue *c = v->c;
	bool in = c->region != NO_REGION;
	uint32_t own = (uint32_t)v->own << 1 | in;

	features_add2(f, T_QUOTED, in, in ? v->p->regions[c->region].depth : 0);
	features_add2(f, T_QUOTED, in, c->lemma_hash);
	/* "I urge you" in his own words, and "she asked me" in them. */
	features_add2(f, T_OWN, own, v->form);
	features_add2(f, T_OWN, own, c->classes);
	features_add2(f, T_OWN, 8u | own, v->clause);
}

/* The clauses around it: "..., he said", and main verbs on either side. */
static void
main_features(const struct cue_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	const struct cue *c = v->c;
	bool comma = v->start > v->first && paragraph_is(p, v->start - 1, ',');
	uint32_t i, gap = 0, main, far;

	for (i = v->start; i > v->first && gap < COMMA_REACH; i--, gap++)
		if (paragraph_is(p, i - 1, ','))
			break;
	far = gap < COMMA_REACH && i > v->first ? 1 + bucket(gap) : 0;
	features_add2(f, T_COMMA, comma, far);
	features_add2(f, T_COMMA_CLAUSE, far, v->clause << 8 | v->next);
	main = clause_has_verb(p, paragraph_dateline(p, c->sentence),
	    v->start) | clause_has_verb(p, c->last, v->last) << 1;
	features_add2(f, T_MAIN, main, v->form);
	features_add2(f, T_MAIN, main << 4 | comma << 3 | (v->subject != 0),
	    v->clause);
	features_add2(f, T_MAIN, main << 4 | c->kind, c->classes);
	features_add2(f, T_INVERTED, comma && v->clause == BEGINS_NOUN,
	    v->next);
}

/* How a region before the cue begins. */
static void
start_features(const struct paragraph *p, const struct region *r, uint32_t end,
    struct features *f)
{
	uint32_t first = r->first < r->last ? r->first : r->open;
	uint32_t cap = (p->tokens.v[first].flags & TOKEN_CAPITAL) != 0, starts;

	/* Does it begin the sentence, or end a longer clause? */
	starts = r->open <= p->sentences[p->sentence_of[r->first]].first ? 2 :
	    paragraph_is_mark(p, r->open - 1) ? 1 : 0;
	features_add2(f, T_BEFORE_START, starts, cap);
	features_add2(f, T_BEFORE_START, starts << 1 | cap, end);
	features_add2(f, T_BEFORE_START, starts << 1 | cap,
	    bucket(r->last - r->first));
	features_add2(f, T_BEFORE_START, 16 | title_case(p, r), starts);
	if (starts < 2)
		features_add2(f, T_BEFORE_START, 32,
		    paragraph_folded(p, r->open - 1));
}

/* A region that ends before the cue. */
static void
before_features(const struct cue_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	const struct cue *c = v->c;
	const struct region *r = &p->regions[c->before];
	uint32_t lastin = r->last > r->first ? r->last - 1 : r->first;
	uint32_t from = r->close + 1, end, outside;

	end = paragraph_is_mark(p, lastin) ?
	    paragraph_folded(p, lastin) : NO_MARK_INSIDE;
	/* A comma after the mark, as the British set it. */
	outside = from < c->token && paragraph_is_mark(p, from) ?
	    paragraph_folded(p, from) : NO_MARK_OUTSIDE;
	start_features(p, r, end, f);
	features_add1(f, T_BEFORE, 1);
	features_add1(f, T_BEFORE_LAST, end);
	features_add2(f, T_BEFORE_LAST, end, outside);
	features_add2(f, T_BEFORE_LAST, end, c->classes);
	features_add2(f, T_BEFORE_GAP, bucket(c->token - from), end);
	features_add2(f, T_BEFORE_GAP, tags_of(p, from, c->token), end);
	features_add2(f, T_BEFORE_GAP, bucket(r->last - r->first), end);
	features_add2(f, T_BEFORE_LEMMA, c->lemma_hash, end);
	features_add2(f, T_BEFORE_LEMMA, v->next,
	    end << 1 | (c->token == from));
	features_add2(f, T_BEFORE_AFTER, end, c->after == NO_REGION ? 0 :
	    tags_of(p, c->last, p->regions[c->after].open));
}

/* A region that begins behind it. */
static void
after_features(const struct cue_view *v, struct features *f)
{
	const struct cue *c = v->c;
	const struct region *r = &v->p->regions[c->after];
	unsigned gap = bucket(r->open - c->last);

	features_add1(f, T_AFTER, 1);
	features_add2(f, T_AFTER_GAP, tags_of(v->p, c->last, r->open), 0);
	features_add2(f, T_AFTER_GAP, gap, c->before != NO_REGION);
	features_add1(f, T_AFTER_LEN, bucket(r->last - r->first));
	features_add2(f, T_AFTER_LEMMA, c->lemma_hash, gap);
}

void
cue_features(const struct paragraph *p, const struct cue *c, struct features *f)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	struct cue_view v = { .p = p, .c = c,
	    .first = s->first, .last = s->last };

	v.form = p->tags[c->token];
	v.prev = c->token > s->first ? p->tags[c->token - 1] : TAGS;
	v.next = c->last < s->last ? p->tags[c->last] : TAGS;
	features_clear(f);
	word_features(&v, f);
	group_features(&v, f);
	subject_features(&v, f);
	clause_features(&v, f);
	quoted_features(&v, f);
	main_features(&v, f);
	if (c->before != NO_REGION)
		before_features(&v, f);
	else
		features_add1(f, T_BEFORE, 0);
	if (c->after != NO_REGION)
		after_features(&v, f);
	else
		features_add1(f, T_AFTER, 0);
}

void
frame_features(const struct features *base, enum frame frame,
    struct features *f)
{
	uint32_t i;

	f->n = base->n;
	for (i = 0; i < base->n; i++)
		f->hash[i] = feature_mix(base->hash[i], 0x100u + frame);
}
