/*
 * content_features.c -- what tells where a content begins and ends: see
 * content_features.h
 */
#include "common/quotes/content_features.h"

#include "common/quotes/coarse.h"

/*
 * Templates, each with the values that it is mixed with.  The weights in
 * common/languages/en/quotes.model were learned with these numbers.  A sign is
 * a mark's identity, or a word's tag.
 */
enum {
	/* Of a token where a content may begin. */
	B_BIAS = 100,		/* whether it is the first candidate */
	B_WORD = 101,		/* the word itself */
	B_TAG = 102,		/* its tag */
	B_PREV = 103,		/* the word before it */
	B_PREVTAG = 104,	/* the sign before it */
	B_BIGRAM = 105,		/* the sign before it, its tag; the next tag */
	B_DISTANCE = 106,	/* how far from the cue, class or lemma */
	B_SKIP = 107,		/* the signs between cue and it */
	B_SKIPPED = 108,	/* nouns, verbs, commas between; class, lemma */
	B_THAT = 109,		/* the last word between; class or clause */
	B_OPENS = 110,		/* whether a region begins with it */
	B_COMMAS = 111,		/* commas between, whether it is near the cue */
	B_CLAUSE = 112,		/* whether a finite verb follows soon */
	B_LATER = 113,		/* a better beginning later, the last word */
	B_LEMMA = 115,		/* the cue's lemma, its tag */
	B_LEMMA_PREV = 116,	/* the same, the word before it */
	B_LAST = 117,		/* the first candidate, a better one later */
	B_KIND = 118,		/* the cue's kind; sign before it, or how far */
	B_FORM = 119,		/* the cue's tag; its tag, or the last word */
	B_REGION = 120,		/* how long the region is that begins with it */
	/* Of a token before which a content may end. */
	E_BIAS = 150,		/* whether its sentence ends there, or before */
	E_WORD = 151,		/* the word or mark itself */
	E_TAG = 152,		/* its sign */
	E_NEXT = 153,		/* the first word from there on, the sign */
	E_NEXTTAG = 154,	/* its tag, the sign */
	E_PREV = 155,		/* the last word of the content */
	E_PREVTAG = 156,	/* its tag, the sign */
	E_LENGTH = 158,		/* how long the content is, the sign */
	E_REST = 159,		/* how much is left of the sentence, the sign */
	E_RESTFORM = 161,	/* what the rest looks like */
	E_RESTCUE = 162,	/* its first verb; its looks, or the sign */
	E_REGION = 163,		/* where the region ends that begins with it */
	E_CUTS = 164,		/* whether it is inside of a region */
	E_BEGIN = 165,		/* the tag, or word, that begins the content */
	E_COMMAS = 166,		/* commas in the content, the sign */
	E_LEMMA = 167,		/* the cue's lemma, the sign */
	E_CLASS = 168,		/* the cue's class, the sign */
	E_VERBS = 169,		/* finite verbs in the content, the sign */
	E_NEXT2 = 170,		/* the first two from there on, the sign */
	E_REPORTS = 171,	/* whether a verb that can report begins it */
	E_INREGION = 173,	/* whether the cue is in somebody's words */
	E_RESTVERB = 174,	/* whether its verb can, or is like the cue */
	E_AGREES = 175		/* whether like the cue, or content's verb */
};

#define LATER_REACH	12	/* tokens behind a beginning */
#define SKIP_SIGNS	6	/* tokens between a cue and a beginning */
#define CONTENT_REACH	40	/* tokens of a content, its last */
#define INSIDE_REACH	16	/* tokens of a content, its first */
#define REST_REACH	16	/* tokens of the rest of a sentence */
#define REST_VERB_REACH	8
#define REST_CUE_REACH	6
#define WHOLE		1	/* stands for the sign, if there is no rest */

/* A distance or length, coarsely. */
static unsigned
bucket(uint32_t n)
{
	static const uint8_t steps[] = { 5, 7, 10, 15, 25, 50 };

	return coarse(n, steps, sizeof(steps));
}

/* Go on with it to a token. */
static void
look_between(struct between *b, const struct paragraph *p, const struct cue *c,
    uint32_t last)
{
	uint32_t k;

	for (; (k = c->last + b->tokens) < last; b->tokens++) {
		b->signs = b->tokens < SKIP_SIGNS ?
		    feature_mix(b->signs, paragraph_sign(p, k)) : 1;
		if (paragraph_is(p, k, ','))
			b->commas++;
		if (TAG_IS_NOUN(p->tags[k]) || p->tags[k] == TAG_PRON)
			b->nouns++;
		if (TAG_FINITE(p->tags[k]))
			b->verbs++;
		if (!paragraph_is_mark(p, k))
			b->word = paragraph_folded(p, k);
	}
}

/*
 * Behind a beginning: whether its clause's verb comes first, or how far it is
 * to what is rather a beginning, a subordinator or a region (else 0).
 */
static bool
clause_behind(const struct paragraph *p, uint32_t i, uint32_t end,
    uint32_t *later)
{
	uint32_t k;

	*later = 0;
	for (k = i + 1; k < end && k < i + LATER_REACH; k++) {
		if (p->tags[k] == TAG_SUB ||
		    paragraph_region_at(p, k, true) != NO_REGION) {
			*later = 1 + bucket(k - i);
			return false;
		}
		if (TAG_FINITE(p->tags[k]))
			return true;
	}
	return false;
}

void
begin_features(const struct paragraph *p, const struct cue *c,
    const struct ranges *v, uint32_t which, struct between *b,
    struct features *f)
{
	uint32_t i = v->v[which].first, region = content_region(p, c, i), later;
	uint32_t gap = i - c->last, before = paragraph_sign(p, i - 1);
	uint32_t tag = paragraph_tag(p, i), form = paragraph_tag(p, c->token);
	uint32_t nouns, clause;

	look_between(b, p, c, i);
	clause = clause_behind(p, i, p->sentences[c->sentence].last, &later);
	nouns = at_most(b->nouns, 3);
	features_clear(f);
	features_add1(f, B_BIAS, which == 0);
	features_add1(f, B_WORD, paragraph_folded(p, i));
	features_add1(f, B_TAG, tag);
	features_add1(f, B_PREV, paragraph_folded(p, i - 1));
	features_add1(f, B_PREVTAG, before);
	features_add2(f, B_BIGRAM, before, tag);
	features_add2(f, B_BIGRAM, before,
	    feature_mix(tag, paragraph_tag(p, i + 1)));
	features_add2(f, B_DISTANCE, bucket(gap), c->classes);
	features_add2(f, B_DISTANCE, bucket(gap), c->lemma_hash);
	features_add2(f, B_SKIP, b->signs, 0);
	features_add2(f, B_SKIP, b->signs, c->classes);
	features_add2(f, B_SKIPPED, nouns, c->classes);
	features_add2(f, B_SKIPPED, nouns, c->lemma_hash);
	features_add2(f, B_SKIPPED, 10 + at_most(b->verbs, 2), b->commas);
	features_add2(f, B_THAT, b->word, c->classes);
	features_add2(f, B_THAT, b->word, clause);
	features_add2(f, B_OPENS, region != NO_REGION, c->classes);
	features_add2(f, B_OPENS, region != NO_REGION, before);
	features_add2(f, B_COMMAS, b->commas, gap < 2);
	features_add2(f, B_CLAUSE, clause, later);
	features_add2(f, B_CLAUSE, clause << 8 | tag, c->classes);
	features_add2(f, B_CLAUSE, clause << 8 | tag, before);
	features_add2(f, B_LATER, later, b->word);
	features_add2(f, B_LEMMA, c->lemma_hash, tag);
	features_add2(f, B_LEMMA_PREV, c->lemma_hash,
	    paragraph_folded(p, i - 1));
	features_add2(f, B_LAST, which == 0, later != 0);
	features_add2(f, B_KIND, c->kind, before);
	features_add2(f, B_KIND, c->kind, bucket(gap));
	features_add2(f, B_FORM, form, tag);
	features_add2(f, B_FORM, form, b->word);
	if (region != NO_REGION)
		features_add1(f, B_REGION, bucket(p->regions[region].last -
		    p->regions[region].first));
}

/* What the groups of features know in common of an end. */
struct cut {
	const struct paragraph *p;
	const struct cue *c;
	uint32_t	 first;		/* the content begins there, */
	uint32_t	 at;		/* and ends before this */
	uint32_t	 end;		/* of its sentence */
	bool		 whole;		/* nothing is left of that */
	uint32_t	 sign;		/* at the cut, or WHOLE */
	uint32_t	 next;		/* the first word of the rest */
	unsigned	 verbs;		/* in the content, 3 if more */
};

/* What a rest looks like. */
enum rest {
	REST_VERBG = 1,		/* begins with a participle */
	REST_CLAUSE = 2,	/* a noun and a finite verb */
	REST_VERB = 3,		/* a finite verb */
	REST_WH = 4,		/* begins with who, which or the like */
	REST_APART = 5,		/* a noun, and a mark behind it */
	REST_NONE = 6,		/* none of these, without a noun */
	REST_NOUN = 7		/* or with one */
};

static enum rest
rest_form(const struct paragraph *p, uint32_t i, uint32_t end)
{
	bool noun = false;
	unsigned k, t;

	for (k = 0; i < end && k < REST_REACH; i++, k++) {
		t = p->tags[i];
		if (t == TAG_VERBG && !noun)
			return REST_VERBG;
		if (TAG_FINITE(t))
			return noun ? REST_CLAUSE : REST_VERB;
		if (TAG_IS_NOUN(t) || t == TAG_PRON)
			noun = true;
		else if (t == TAG_WH && !noun)
			return REST_WH;
		else if (t == TAG_PUNCT && noun)
			return REST_APART;
	}
	return noun ? REST_NOUN : REST_NONE;
}

/* The words and marks at the cut. */
static void
edge_features(const struct cut *t, struct features *f)
{
	const struct paragraph *p = t->p;
	uint32_t sign = t->whole ? 0 : t->sign, last = t->at;
	uint32_t tag = paragraph_tag(p, t->next);
	uint32_t tag2 = paragraph_tag(p, t->next + 1);

	while (last > t->first && paragraph_is_mark(p, last - 1))
		last--;
	features_add2(f, E_BIAS, t->whole, t->at > t->end);
	features_add2(f, E_WORD,
	    t->whole ? WHOLE : paragraph_folded(p, t->at), 0);
	features_add2(f, E_TAG, t->sign, 1);
	features_add2(f, E_NEXT,
	    t->whole ? WHOLE : paragraph_folded(p, t->next), sign);
	features_add2(f, E_NEXTTAG, t->whole ? WHOLE : tag, sign);
	features_add2(f, E_NEXT2,
	    t->whole ? WHOLE : feature_mix(tag, tag2), sign);
	features_add2(f, E_NEXT2, t->whole ? WHOLE :
	    feature_mix(paragraph_folded(p, t->next), tag2), sign);
	features_add2(f, E_PREV,
	    last > 0 ? paragraph_folded(p, last - 1) : 0, t->whole);
	features_add2(f, E_PREVTAG,
	    last > 0 ? paragraph_tag(p, last - 1) : 0, t->sign);
	features_add2(f, E_LENGTH, bucket(t->at - t->first), t->sign);
	features_add2(f, E_REST,
	    t->whole ? 0 : bucket(t->end - t->at), t->sign);
}

/* ", adding that", "and urged them to", as against ", saving it" */
static void
reporting_rest(const struct cut *t, struct features *f)
{
	const struct paragraph *p = t->p;
	uint32_t verb = t->next, value;

	while (verb + 1 < t->end && verb < t->next + 2 &&
	    (p->tags[verb] == TAG_CONJ || p->tags[verb] == TAG_ADV))
		verb++;
	value = (uint32_t)cue_is_verb(p, verb) << 8 | p->tags[verb];
	features_add2(f, E_REPORTS, value, t->sign);
	features_add2(f, E_REPORTS, value, 0x100u << (verb - t->next) |
	    (verb + 1 < t->end ? p->tags[verb + 1] : TAGS));
	features_add2(f, E_REPORTS, 0x1000u | value,
	    p->tags[t->c->token] << 2 | t->verbs);
}

/*
 * "said he was tired and left", "and was going home": does the verb of what is
 * left over go with the cue, or with the clause before it?
 */
static void
rest_verb(const struct cut *t, enum rest form, struct features *f)
{
	const struct paragraph *p = t->p;
	unsigned tag = TAGS, inside = TAGS, cue = p->tags[t->c->token];
	uint32_t i, reports = 0;

	for (i = t->next; i < t->end && i < t->next + REST_VERB_REACH; i++)
		if (TAG_FINITE(p->tags[i])) {
			tag = p->tags[i];
			reports = cue_is_verb(p, i);
			break;
		}
	for (i = t->first; i < t->next && i < t->first + INSIDE_REACH; i++)
		if (TAG_FINITE(p->tags[i])) {
			inside = p->tags[i];
			break;
		}
	features_add2(f, E_RESTVERB, reports << 1 | (tag == cue), form);
	features_add2(f, E_AGREES,
	    (uint32_t)(tag == cue) << 1 | (tag == inside), form);
	features_add2(f, E_AGREES, tag << 8 | inside, form << 8 | cue);
}

/* What would be left over after the cut. */
static void
rest_features(const struct cut *t, struct features *f)
{
	const struct paragraph *p = t->p;
	enum rest form = rest_form(p, t->next, t->end);
	uint32_t k, verb = 0;

	features_add2(f, E_RESTFORM, form, t->sign);
	features_add2(f, E_RESTFORM, form, paragraph_folded(p, t->next));
	features_add2(f, E_RESTFORM, form, t->verbs);
	for (k = t->next; k < t->end && k < t->next + REST_CUE_REACH; k++)
		if (TAG_IS_VERB(p->tags[k])) {
			verb = paragraph_folded(p, k);
			break;
		}
	if (t->next < t->end)
		reporting_rest(t, f);
	features_add2(f, E_RESTCUE, verb, form);
	features_add2(f, E_RESTCUE, verb, t->sign);
	rest_verb(t, form, f);
}

/* Whether the cut is inside of a quotation: that is seldom meant. */
static bool
cuts_region(const struct cut *t)
{
	uint32_t r;

	if (t->at == 0 || t->at >= t->p->tokens.n)
		return false;
	r = t->p->region_of[t->at];
	return r != NO_REGION && r != t->c->region &&
	    t->at > t->p->regions[r].first;
}

/* The region that begins with the content, if there is one. */
static void
opened_features(const struct cut *t, struct features *f)
{
	const struct paragraph *p = t->p;
	uint32_t opened = content_region(p, t->c, t->first), ends;
	const struct region *r;

	if (opened == NO_REGION) {
		features_add2(f, E_REGION, 3, t->at > 0 &&
		    t->at < p->tokens.n &&
		    p->region_of[t->at - 1] != t->c->region);
		return;
	}
	r = &p->regions[opened];
	ends = t->at == r->last || t->at == r->last + 1;
	features_add2(f, E_REGION, ends, t->at < r->last);
	features_add2(f, E_REGION, ends, bucket(r->last - r->first));
	features_add2(f, E_REGION, ends, 0x100 |
	    (r->last > r->first ? paragraph_sign(p, r->last - 1) : 0) << 9);
}

/* Go on with it to a token, and leave behind what is far from there. */
static void
look_within(struct within *w, const struct paragraph *p, uint32_t first,
    uint32_t last)
{
	if (w->to < first)
		w->from = w->to = first;
	for (; w->to < last; w->to++) {
		w->commas += paragraph_is(p, w->to, ',');
		w->verbs += TAG_FINITE(p->tags[w->to]);
	}
	for (; w->from + CONTENT_REACH < last; w->from++) {
		w->commas -= paragraph_is(p, w->from, ',');
		w->verbs -= TAG_FINITE(p->tags[w->from]);
	}
}

void
end_features(const struct paragraph *p, const struct cue *c, uint32_t first,
    const struct ranges *v, uint32_t which, struct within *w,
    struct features *f)
{
	struct cut t = { .p = p, .c = c, .first = first,
	    .at = v->v[which].last };

	t.end = p->sentences[p->sentence_of[first]].last;
	t.whole = t.at >= t.end;
	t.sign = t.whole ? WHOLE : paragraph_sign(p, t.at);
	t.next = t.at;
	while (t.next < t.end && paragraph_is_mark(p, t.next))
		t.next++;
	look_within(w, p, first, t.at);
	t.verbs = at_most(w->verbs, 3);
	features_clear(f);
	edge_features(&t, f);
	if (!t.whole)
		rest_features(&t, f);
	features_add2(f, E_VERBS, t.verbs, t.sign);
	features_add2(f, E_COMMAS, at_most(w->commas, 4), t.sign);
	features_add2(f, E_CLASS, c->classes, t.sign);
	features_add2(f, E_LEMMA, c->lemma_hash, t.sign);
	features_add2(f, E_BEGIN, paragraph_tag(p, first), t.sign);
	features_add2(f, E_BEGIN, paragraph_folded(p, first), t.sign);
	features_add2(f, E_CUTS, cuts_region(&t), 0);
	features_add2(f, E_INREGION, c->region != NO_REGION, t.whole);
	opened_features(&t, f);
}
