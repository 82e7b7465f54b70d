/*
 * cues.c -- words that may report, and on which side their content stands:
 * see reports.h
 */
#include <string.h>

#include "common/lexicon/lexicon.h"
#include "common/quotes/reports.h"

/* How far a region may be from its cue, in tokens. */
#define REGION_REACH	18

static const char class_letters[] = "stdpwkcmxb";

/* The ASCII word of a token in lower case; 0 if it is long or empty. */
static size_t
fold(const struct passage *p, uint32_t token, char buf[24])
{
	size_t n, i;
	const char *s = passage_word(p, token, &n);

	if (n > 23)
		return 0;
	for (i = 0; i < n; i++)
		buf[i] = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] | 0x20) : s[i];
	return n;
}

/* "say s": the lemma and the letters of its classes. */
static void
read_value(struct cue *c, const char *value)
{
	const char *space = strchr(value, ' '), *letter;

	c->lemma = value;
	c->lemma_len = space != NULL ? (size_t)(space - value) : strlen(value);
	c->lemma_hash = token_hash(c->lemma, c->lemma_len);
	for (space = space != NULL ? space + 1 : ""; *space != '\0'; space++)
		if ((letter = strchr(class_letters, *space)) != NULL)
			c->classes |= 1u << (letter - class_letters);
}

static bool
breaks(const struct passage *p, uint32_t token)
{
	return (p->tokens.v[token].flags & TOKEN_TERMINAL) ||
	    passage_is(p, token, ';');
}

static void
find_regions(const struct passage *p, struct cue *c)
{
	uint32_t i, r, n = (uint32_t)p->tokens.n;

	c->before = c->after = NO_REGION;
	for (i = c->token; i-- > 0 && c->token - i <= REGION_REACH;) {
		if (p->tokens.v[i + 1].flags & TOKEN_NEWLINE)
			break;
		if ((r = passage_region_at(p, i, false)) != NO_REGION) {
			if (p->regions[r].parent != c->region)
				break;
			/* A word or two in marks may be part of the source. */
			if (p->regions[r].last - p->regions[r].first <= 2 &&
			    i > 0 && !passage_is(p, i - 1, ',') &&
			    !(p->tokens.v[i - 1].flags & TOKEN_TERMINAL)) {
				i = p->regions[r].open;
				continue;
			}
			c->before = r;
			break;
		}
		if (breaks(p, i))
			break;
	}
	for (i = c->last; i < n && i - c->last <= REGION_REACH; i++) {
		if ((p->tokens.v[i].flags & TOKEN_NEWLINE) && i > c->last &&
		    !passage_is(p, i - 1, ':') && !passage_is(p, i - 1, ','))
			break;
		if ((r = passage_region_at(p, i, true)) != NO_REGION) {
			if (p->regions[r].parent == c->region)
				c->after = r;
			break;
		}
		if (breaks(p, i))
			break;
	}
	/* "made the following statement today on the matter:" and the words. */
	i = p->sentences[c->sentence].last;
	if (c->after == NO_REGION && i < n && i > c->last &&
	    passage_is(p, i - 1, ':') &&
	    (r = passage_region_at(p, i, true)) != NO_REGION &&
	    p->regions[r].parent == c->region)
		c->after = r;
}

#define CUES	(ROLE_BIT(ROLE_CUE_VERBS) | ROLE_BIT(ROLE_CUE_NOUNS) | \
		ROLE_BIT(ROLE_CUE_PHRASES))

bool
cue_word(struct passage *p, uint32_t token, struct cue *c)
{
	const struct token *t = &p->tokens.v[token];
	char word[24];
	const char *value;
	uint64_t classes = 0;
	size_t n;

	if (t->kind == TOKEN_MARK) {
		if (!passage_is(p, token, ':') || token + 1 >= p->tokens.n)
			return false;
		memset(c, 0, sizeof(*c));
		c->kind = CUE_COLON;
		c->lemma = ":";
		c->lemma_len = 1;
		/* Of colons only those before a quotation, or in a headline. */
		if (passage_region_at(p, token + 1, true) == NO_REGION &&
		    !(p->tokens.v[token + 1].flags & TOKEN_UPPER))
			return false;
	} else {
		uint64_t key = (uint64_t)(t->end - t->start) << 32 | t->folded;
		uint64_t *none = &p->no_cues[t->folded % PASSAGE_NO_CUES];

		/* Most words are met again and again, and are no cues. */
		if (t->kind != TOKEN_WORD || *none == key ||
		    (n = fold(p, token, word)) == 0)
			return false;
		classes = lexicon_lists(lexicon_default(), word, n);
		if (!(classes & CUES)) {
			*none = key;
			return false;
		}
		memset(c, 0, sizeof(*c));
		if (classes & ROLE_BIT(ROLE_CUE_PHRASES)) {
			size_t m;

			value = lexicon_text(lexicon_default(),
			    ROLE_CUE_PHRASES, word, n);
			if (token + 1 >= p->tokens.n ||
			    (m = fold(p, token + 1, word)) == 0 ||
			    strlen(value) != m || memcmp(value, word, m) != 0)
				return false;
			c->kind = CUE_ACCORDING;
			c->lemma = "";
			c->lemma_len = 0;
		} else if (classes & ROLE_BIT(ROLE_CUE_VERBS)) {
			c->kind = CUE_VERB;
			read_value(c, lexicon_text(lexicon_default(),
			    ROLE_CUE_VERBS, word, n));
		} else {
			c->kind = CUE_NOUN;
			read_value(c, lexicon_text(lexicon_default(),
			    ROLE_CUE_NOUNS, word, n));
		}
	}
	c->token = token;
	c->last = c->kind == CUE_ACCORDING ? token + 2 : token + 1;
	c->sentence = p->sentence_of[token];
	c->region = p->region_of[token];
	c->noun = (classes & ROLE_BIT(ROLE_CUE_NOUNS)) != 0;
	find_regions(p, c);
	return true;
}

bool
cue_tagged(struct passage *p, struct cue *c)
{
	/* "We think it will rain," she said: that is hers, whole. */
	if ((c->classes & CUE_THINKS) && c->region != NO_REGION)
		return false;
	passage_look(p, c->sentence);
	if (c->kind == CUE_VERB && !TAG_IS_VERB(p->tags[c->token]) &&
	    c->before == NO_REGION && c->after == NO_REGION) {
		/* "reports that": the noun of the same form. */
		if (!TAG_IS_NOUN(p->tags[c->token]) || !c->noun)
			return false;
		c->kind = CUE_NOUN;
		c->classes = 0;
	}
	return true;
}

bool
frame_possible(const struct cue *c, enum frame f)
{
	if (f == FRAME_REGION)
		return c->before != NO_REGION;
	return f != FRAME_BEFORE || c->kind != CUE_COLON;
}

enum {
	T_BIAS, T_LEMMA, T_CLASS, T_FORM, T_PREV, T_PREV2, T_NEXT, T_NEXT2,
	T_PREVTAG, T_NEXTTAG, T_TAGS, T_LEMMA_NEXT, T_LEMMA_FORM, T_CLASS_NEXT,
	T_CLAUSE, T_CLAUSE_LEMMA, T_SUBJECT, T_AUX, T_THAT, T_QUOTED, T_BEFORE,
	T_BEFORE_LAST, T_BEFORE_GAP, T_AFTER, T_AFTER_GAP, T_AFTER_LEN,
	T_COMMA, T_END, T_FIRST, T_LEMMA_PREV, T_AFTER_LEMMA, T_HEAD,
	T_HEAD_LEMMA, T_NEGATED, T_KIND, T_BEFORE_LEMMA, T_INVERTED, T_THAT_LEMMA,
	T_COMMA_CLAUSE, T_CLASS_PREVTAG, T_TO, T_BEFORE_START,
	T_BEFORE_AFTER, T_AUX_LEMMA, T_MAIN, T_OWN
};

/*
 * A finite verb among these tokens that is no relative or subordinate clause's,
 * as far as commas tell: "Roe, who came on Monday," has none.
 */
static bool
main_verb(const struct passage *p, uint32_t first, uint32_t last)
{
	bool below = false;
	uint32_t i;

	for (i = first; i < last; i++) {
		if (passage_is(p, i, ','))
			below = false;
		else if (p->tags[i] == TAG_WH || p->tags[i] == TAG_SUB)
			below = true;
		else if (!below && TAG_FINITE(p->tags[i]))
			return true;
	}
	return false;
}

static unsigned
bucket(uint32_t n)
{
	return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 14 ? 6 : n < 24 ? 7 : 8;
}

/* I, we: the speaker himself. */
static bool
first_person(const struct passage *p, uint32_t token)
{
	char word[24];
	size_t n = fold(p, token, word);

	return n < 3 && (lexicon_bits(lexicon_default(), ROLE_PRONOUNS, word,
	    n) & PRONOUN_I);
}

/* The tags of a short stretch as one number. */
static uint32_t
tags_of(const struct passage *p, uint32_t first, uint32_t last)
{
	uint32_t h = last - first;
	uint32_t i;

	if (last - first > 5)
		return 0xFFFF;
	for (i = first; i < last; i++)
		h = feature_mix(h, p->tags[i] == TAG_PUNCT ?
		    p->tokens.v[i].folded : p->tags[i]);
	return h;
}

/*
 * What begins at a token: 0 nothing clear, 1 noun phrase with a finite verb
 * soon after it (a clause), 2 a noun phrase, 3 "to" and a verb, 4 a verb.
 */
static unsigned
what_begins(const struct passage *p, uint32_t i, uint32_t last)
{
	unsigned noun = 0, steps;

	if (i >= last)
		return 0;
	if (p->tags[i] == TAG_TO)
		return 3;
	if (TAG_IS_VERB(p->tags[i]) && p->tags[i] != TAG_VERBG)
		return 4;
	for (steps = 0; i < last && steps < 14; i++, steps++) {
		unsigned t = p->tags[i];

		if (TAG_FINITE(t))
			return noun ? 1 : 0;
		if (TAG_IS_NOUN(t) || t == TAG_PRON)
			noun = 1;
		else if (t == TAG_PUNCT || t == TAG_SUB || t == TAG_WH)
			break;
	}
	return noun ? 2 : 0;
}

/* Most words of a short region begin with a capital: a title. */
static unsigned
title_case(const struct passage *p, const struct region *r)
{
	uint32_t i, words = 0, capitals = 0;

	for (i = r->first; i < r->last && words < 12; i++) {
		if (p->tokens.v[i].kind != TOKEN_WORD)
			continue;
		words++;
		if (p->tokens.v[i].flags & TOKEN_CAPITAL)
			capitals++;
	}
	return words > 0 && words < 12 && capitals * 3 > words * 2;
}

enum { G_BIAS = 60, G_LEMMA, G_CLASS, G_WORD, G_NEXT, G_NEXT2, G_PREV, G_PREV2,
	G_LEMMA_NEXT, G_LEMMA_PREV, G_WORD_NEXT, G_CLASS_NEXT, G_CLASS_PREV,
	G_REGIONS, G_REGION_LEMMA, G_PLACE, G_CASE };

void
glance_features(const struct passage *p, const struct cue *c,
    struct features *f)
{
	const struct sentence *s = &p->sentences[c->sentence];
	const struct token *v = p->tokens.v;
	uint32_t next = c->last < s->last ? v[c->last].folded : 1;
	uint32_t next2 = c->last + 1 < s->last ? v[c->last + 1].folded : 1;
	uint32_t prev = c->token > s->first ? v[c->token - 1].folded : 2;
	uint32_t prev2 = c->token > s->first + 1 ? v[c->token - 2].folded : 2;
	uint32_t word = v[c->token].folded, shape = 0;
	unsigned regions = (c->before != NO_REGION) | (c->after != NO_REGION) << 1 |
	    (c->region != NO_REGION) << 2;

	if (c->token > s->first)
		shape |= v[c->token - 1].flags & (TOKEN_CAPITAL | TOKEN_LOWER);
	if (c->last < s->last)
		shape |= (uint32_t)(v[c->last].flags &
		    (TOKEN_CAPITAL | TOKEN_LOWER | TOKEN_ALLDIGIT)) << 8;
	features_clear(f);
	features_add(f, feature_hash(G_BIAS));
#define G(t, a, b)	features_add(f, feature_mix(feature_mix(feature_hash(t), a), b))
	G(G_LEMMA, c->lemma_hash, regions);
	G(G_CLASS, c->classes, c->kind);
	G(G_WORD, word, 0);
	G(G_NEXT, next, 0);
	G(G_NEXT2, next2, 0);
	G(G_PREV, prev, 0);
	G(G_PREV2, prev2, 0);
	G(G_LEMMA_NEXT, c->lemma_hash, next);
	G(G_LEMMA_PREV, c->lemma_hash, prev);
	G(G_WORD_NEXT, word, next2);
	G(G_CLASS_NEXT, c->classes, next);
	G(G_CLASS_PREV, c->classes, prev);
	G(G_REGIONS, regions, c->kind);
	G(G_REGION_LEMMA, regions, word);
	G(G_PLACE, c->token == s->first, c->last + 1 >= s->last);
	G(G_CASE, shape, c->kind);
	G(G_CASE, shape, word);
#undef G
}

void
cue_features(const struct passage *p, const struct cue *c, struct features *f)
{
	const struct sentence *s = &p->sentences[c->sentence];
	uint32_t i, aux = 0, negated = 0, start = c->token, that = 0;
	unsigned form = p->tags[c->token], clause, tag_p, tag_n;
	uint32_t subject = 0, head = 0, gap, main;
	bool comma, who = false;

	features_clear(f);
	features_add1(f, T_BIAS, 0);
	features_add1(f, T_KIND, c->kind);
	features_add1(f, T_LEMMA, c->lemma_hash);
	features_add1(f, T_CLASS, c->classes);
	features_add1(f, T_FORM, form);
	features_add2(f, T_LEMMA_FORM, c->lemma_hash, form);
	tag_p = c->token > s->first ? p->tags[c->token - 1] : TAGS;
	tag_n = c->last < s->last ? p->tags[c->last] : TAGS;
	features_add1(f, T_PREV, c->token > s->first ? passage_folded(p, c->token - 1) : 0);
	features_add1(f, T_NEXT, c->last < s->last ? passage_folded(p, c->last) : 0);
	features_add1(f, T_PREV2, c->token > s->first + 1 ? passage_folded(p, c->token - 2) : 0);
	features_add1(f, T_NEXT2, c->last + 1 < s->last ? passage_folded(p, c->last + 1) : 0);
	features_add2(f, T_PREVTAG, tag_p, form);
	features_add2(f, T_NEXTTAG, tag_n, form);
	features_add2(f, T_TAGS, tag_p << 8 | tag_n, form);
	features_add2(f, T_LEMMA_NEXT, c->lemma_hash, c->last < s->last ? passage_folded(p, c->last) : 0);
	features_add2(f, T_LEMMA_PREV, c->lemma_hash, tag_p);
	features_add2(f, T_CLASS_NEXT, c->classes, tag_n);
	features_add2(f, T_CLASS_PREVTAG, c->classes, tag_p << 8 | form);

	/* The verb group to the left: has been quietly saying. */
	for (i = c->token; i > s->first; i--) {
		unsigned t = p->tags[i - 1];

		if (TAG_IS_VERB(t) || t == TAG_TO) {
			aux = aux * 32 + t + 1;
			features_add1(f, T_AUX, passage_folded(p, i - 1));
			features_add2(f, T_AUX_LEMMA, passage_folded(p, i - 1), c->lemma_hash);
			features_add2(f, T_AUX_LEMMA, passage_folded(p, i - 1), c->classes << 8 | form);
		} else if (t == TAG_ADV)
			negated |= p->tokens.v[i - 1].flags & TOKEN_GLUED ? 1 : 0;
		else
			break;
		start = i - 1;
		if (c->token - i > 5)
			break;
	}
	features_add2(f, T_NEGATED, negated, form);
	features_add2(f, T_TO, aux & 0x3FF, form);
	/* What stands before the group. */
	i = passage_chunk_before(p, c->sentence, start);
	if (i < p->chunks.n && p->chunks.v[i].last == start) {
		subject = 1 + p->chunks.v[i].kind * 2u + p->chunks.v[i].plural;
		head = passage_folded(p, p->chunks.v[i].head);
		who = first_person(p, p->chunks.v[i].head);
	}
	if (subject == 0 && start > s->first)
		subject = 100 + p->tags[start - 1];
	features_add2(f, T_SUBJECT, subject, form);
	features_add2(f, T_SUBJECT, subject, c->classes);
	features_add1(f, T_HEAD, head);
	features_add2(f, T_HEAD_LEMMA, head, c->lemma_hash);
	comma = start > s->first && (passage_is(p, start - 1, ','));
	features_add1(f, T_FIRST, start == s->first);

	/* What follows: a clause, an object, the end. */
	clause = what_begins(p, c->last, s->last);
	for (i = c->last; i < s->last && i < c->last + 10; i++) {
		if (p->tags[i] == TAG_SUB) {
			that = 1 + bucket(i - c->last);
			features_add2(f, T_THAT, that, passage_folded(p, i));
			features_add2(f, T_THAT_LEMMA, c->lemma_hash, passage_folded(p, i));
			break;
		}
		if (TAG_FINITE(p->tags[i]))
			break;
	}
	features_add2(f, T_CLAUSE, clause, that);
	features_add2(f, T_CLAUSE_LEMMA, clause, c->lemma_hash);
	features_add2(f, T_CLAUSE, clause, c->classes << 8 | form);
	features_add1(f, T_END, bucket(s->last - c->last));
	features_add2(f, T_QUOTED, c->region != NO_REGION,
	    c->region != NO_REGION ? p->regions[c->region].depth : 0);
	features_add2(f, T_QUOTED, c->region != NO_REGION, c->lemma_hash);
	/* "I urge you" in his own words, and "she asked me" in them. */
	features_add2(f, T_OWN, (uint32_t)who << 1 | (c->region != NO_REGION), form);
	features_add2(f, T_OWN, (uint32_t)who << 1 | (c->region != NO_REGION),
	    c->classes);
	features_add2(f, T_OWN, 8u | who << 1 | (c->region != NO_REGION), clause);

	/* Is there a comma before the clause of the cue: "..., he said"? */
	gap = 0;
	for (i = start; i > s->first && gap < 12; i--, gap++)
		if (passage_is(p, i - 1, ','))
			break;
	features_add2(f, T_COMMA, comma, gap < 12 && i > s->first ? 1 + bucket(gap) : 0);
	features_add2(f, T_COMMA_CLAUSE, gap < 12 && i > s->first ? 1 + bucket(gap) : 0,
	    clause << 8 | tag_n);
	/* A whole clause before it, or behind it? */
	main = main_verb(p, passage_dateline(p, c->sentence), start) |
	    main_verb(p, c->last, s->last) << 1;
	features_add2(f, T_MAIN, main, form);
	features_add2(f, T_MAIN, main << 4 | comma << 3 | (subject != 0), clause);
	features_add2(f, T_MAIN, main << 4 | c->kind, c->classes);
	/* Inverted: said X. */
	features_add2(f, T_INVERTED, comma && clause == 2, tag_n);

	if (c->before != NO_REGION) {
		const struct region *r = &p->regions[c->before];
		uint32_t lastin = r->last > r->first ? r->last - 1 : r->first;
		uint32_t from = r->close + 1;
		uint32_t end = p->tokens.v[lastin].kind == TOKEN_MARK ?
		    passage_folded(p, lastin) : 7;
		/* A comma after the mark, as the British set it. */
		uint32_t outside = from < c->token &&
		    p->tokens.v[from].kind == TOKEN_MARK ? passage_folded(p, from) : 3;

		/* Does the region begin the sentence, or end a longer clause? */
		uint32_t lead = p->sentence_of[r->first], cap, starts;

		starts = r->open <= p->sentences[lead].first ? 2 :
		    p->tokens.v[r->open - 1].kind == TOKEN_MARK ? 1 : 0;
		cap = (p->tokens.v[r->first < r->last ? r->first : r->open].flags &
		    TOKEN_CAPITAL) != 0;
		features_add2(f, T_BEFORE_START, starts, cap);
		features_add2(f, T_BEFORE_START, starts << 1 | cap, end);
		features_add2(f, T_BEFORE_START, starts << 1 | cap, bucket(r->last - r->first));
		features_add2(f, T_BEFORE_START, 16 | title_case(p, r), starts);
		if (starts < 2)
			features_add2(f, T_BEFORE_START, 32, passage_folded(p, r->open - 1));
		features_add1(f, T_BEFORE, 1);
		features_add1(f, T_BEFORE_LAST, end);
		features_add2(f, T_BEFORE_LAST, end, outside);
		features_add2(f, T_BEFORE_LAST, end, c->classes);
		features_add2(f, T_BEFORE_GAP, bucket(c->token - from), end);
		features_add2(f, T_BEFORE_GAP, tags_of(p, from, c->token), end);
		features_add2(f, T_BEFORE_GAP, bucket(r->last - r->first), end);
		features_add2(f, T_BEFORE_LEMMA, c->lemma_hash, end);
		features_add2(f, T_BEFORE_LEMMA, tag_n, end << 1 | (c->token == from));
		features_add2(f, T_BEFORE_AFTER, end, c->after == NO_REGION ? 0 :
		    tags_of(p, c->last, p->regions[c->after].open));
	} else
		features_add1(f, T_BEFORE, 0);
	if (c->after != NO_REGION) {
		const struct region *r = &p->regions[c->after];

		features_add1(f, T_AFTER, 1);
		features_add2(f, T_AFTER_GAP, tags_of(p, c->last, r->open), 0);
		features_add2(f, T_AFTER_GAP, bucket(r->open - c->last),
		    c->before != NO_REGION);
		features_add1(f, T_AFTER_LEN, bucket(r->last - r->first));
		features_add2(f, T_AFTER_LEMMA, c->lemma_hash, bucket(r->open - c->last));
	} else
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
