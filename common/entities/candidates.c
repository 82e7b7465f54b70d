#include "common/entities/candidates.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/learn.h"

#define GAP		3	/* tokens between two capitals of a run */
#define REACH		16	/* tokens to look for the end of a name in */
#define STOPPED_LEAST	3	/* bytes of Mr. and the like, no initial */
#define TRAILING	2	/* tokens that go with a capital before them */
/* A sentence is in capitals if it has so many, three times what is not. */
#define CAPITALS_LEAST	3
#define SMALL_LEAST	4	/* words that tell one in small letters */
#define LETTERS_LEAST	3	/* a word that counts there has so many bytes */

void
name_candidates_free(struct name_candidates *c)
{
	free(c->rank);
	free(c->number);
	free(c->folded);
	memset(c, 0, sizeof(*c));
}

/* A word's hash in lower case, the same for Mr. and Mr, Inc. and Inc. */
static uint32_t
without_stop(const char *text, const struct token *t)
{
	char buf[WORD_LOOK + 4];
	size_t len = t->end - t->start;

	if ((t->flags & (TOKEN_STOP | TOKEN_ACRONYM)) != TOKEN_STOP ||
	    len < STOPPED_LEAST || len > WORD_LOOK)
		return t->folded;
	len = token_fold(text + t->start, len - 1, buf, sizeof(buf));
	return token_hash(buf, len);
}

bool
sentence_in_capitals(const struct token *t, size_t n)
{
	size_t i, words = 0, upper = 0;
	unsigned word;

	for (i = 0; i < n; i++) {
		word = (t[i].kind == TOKEN_WORD) &
		    (t[i].end - t[i].start >= LETTERS_LEAST);
		words += word;
		upper += word & ((t[i].flags & TOKEN_UPPER) != 0);
	}
	return upper >= CAPITALS_LEAST && upper > 3 * (words - upper);
}

bool
sentence_in_small(const struct token *t, size_t n)
{
	size_t i, words = 0;

	for (i = 0; i < n; i++) {
		if ((t[i].flags & (TOKEN_CAPITAL | TOKEN_UPPER |
		    TOKEN_MIXED)) != 0)
			return false;
		words += t[i].kind == TOKEN_WORD;
	}
	return words >= SMALL_LEAST;
}

static bool
in_time(const struct name_candidates *c, size_t i)
{
	return c->number[i] == 1 + ENTITY_DATE ||
	    c->number[i] == 1 + ENTITY_TIME;
}

static bool
usually_small(const struct name_candidates *c, size_t i)
{
	return WORD_CASE(word_table_find(c->words, c->folded[i])) == CASE_SMALL;
}

/* May a name begin or end at this token, by itself? */
static bool
is_capital(const struct name_candidates *c, size_t i)
{
	const struct token *t = &c->t[i];

	if (t->kind != TOKEN_WORD)
		return t->kind == TOKEN_NUMBER && c->number[i] == 0 &&
		    (t->flags & (TOKEN_UPPER | TOKEN_MIXED)) != 0;
	if (c->plain)
		return !usually_small(c, i);
	if ((t->flags & (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_MIXED)) == 0)
		return false;
	/* "The" that begins a sentence, before a small letter; not US */
	return (i > 0 && c->t[i - 1].kind != TOKEN_MARK) ||
	    ((t->flags & TOKEN_UPPER) != 0 && t->end - t->start > 1) ||
	    i + 1 >= c->n || (c->t[i + 1].flags & TOKEN_LOWER) == 0 ||
	    c->t[i + 1].kind == TOKEN_CLITIC || (t->flags & TOKEN_MIXED) != 0 ||
	    !usually_small(c, i);
}

/* Is there a hyphen at token i, with no space on either side? */
static bool
joins(const struct name_candidates *c, size_t i)
{
	return (c->t[i].flags & (TOKEN_HYPHEN | TOKEN_GLUED)) ==
	    (TOKEN_HYPHEN | TOKEN_GLUED) && i + 1 < c->n &&
	    (c->t[i + 1].flags & TOKEN_GLUED) != 0;
}

static void
mark_inner(struct name_candidates *c, size_t i)
{
	if (c->rank[i] == CANDIDATE_NONE)
		c->rank[i] = CANDIDATE_INNER;
}

/* The tokens round the capital at i, of which last is the one before. */
static void
mark_round(struct name_candidates *c, size_t i, size_t last)
{
	size_t j;

	if (last != (size_t)-1 && i - last - 1 <= GAP)
		for (j = last + 1; j < i; j++)
			c->rank[j] = CANDIDATE_INNER;
	/* al-Qaida, pro-Russian; de Gaulle comes with the gap rule */
	if (i >= 2 && joins(c, i - 1)) {
		mark_inner(c, i - 2);
		mark_inner(c, i - 1);
	}
	/* 172nd Airlift Wing, 2006 Winter Olympics */
	if (i > 0 && c->t[i - 1].kind == TOKEN_NUMBER)
		mark_inner(c, i - 1);
}

static void
mark_candidates(struct name_candidates *c)
{
	size_t i, j, last = (size_t)-1;

	memset(c->rank, CANDIDATE_NONE, c->n);
	for (i = 0; i < c->n; i++) {
		if (!is_capital(c, i) || in_time(c, i))
			continue;
		mark_round(c, i, last);
		c->rank[i] = CANDIDATE_CAPITAL;
		last = i;
		/* Boeing 737, F-16, Al-shabaab, Resolution 1701 */
		if (i + 1 == c->n || (!joins(c, i + 1) &&
		    c->t[i + 1].kind != TOKEN_NUMBER))
			continue;
		for (j = i + 1; j < c->n && j <= i + TRAILING; j++)
			c->rank[j] = CANDIDATE_INNER;
	}
}

void
name_candidates_find(struct name_candidates *c, const char *text,
    const struct token *t, size_t n, const struct numbers *numbers,
    bool caseless)
{
	size_t i, k;

	c->text = text;
	c->t = t;
	c->n = n;
	c->rank = array_grow(c->rank, &c->rank_cap, n + 1, 1);
	c->number = array_grow(c->number, &c->number_cap, n + 1, 1);
	c->folded = array_grow(c->folded, &c->folded_cap, n + 1,
	    sizeof(*c->folded));
	for (i = 0; i < n; i++)
		c->folded[i] = without_stop(text, &t[i]);
	memset(c->number, 0, n);
	for (k = 0; k < numbers->n; k++)
		for (i = numbers->v[k].first; i <= numbers->v[k].last; i++)
			c->number[i] = (uint8_t)(1 + numbers->v[k].type);
	c->plain = caseless || sentence_in_capitals(t, n);
	mark_candidates(c);
}

size_t
name_candidates_run(const struct name_candidates *c, size_t i, size_t *end)
{
	size_t first;

	while (i < c->n && c->rank[i] == CANDIDATE_NONE)
		i++;
	for (first = i; i < c->n && c->rank[i] != CANDIDATE_NONE; i++)
		if (i - first == CHAIN_RUN)
			break;
	*end = i;
	return first;
}

size_t
name_candidates_reach(const struct name_candidates *c, size_t run_end,
    size_t to)
{
	size_t k, last = to;

	for (k = to + 1; k < run_end && k - to < REACH; k++)
		if (c->rank[k] == CANDIDATE_CAPITAL)
			last = k;
		else if (k - last > GAP || c->t[k].kind != TOKEN_WORD)
			break;
	return last;
}
