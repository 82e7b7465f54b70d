#include "common/entities/candidates.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/names/names.h"

#define GAP		3	/* tokens between two capitals of a run */
#define REACH		16	/* tokens to look for the end of a name in */
#define STOPPED_LEAST	3	/* bytes of Mr. and the like, no initial */
#define PARTICLES	2	/* small words before a name: van der */
#define TITLE_MOST	10	/* tokens in marks that may be a title */
#define TRAILING	2	/* tokens that go with a capital before them */
/* A sentence is in capitals if it has so many, three times what is not. */
#define CAPITALS_LEAST	3
#define SMALL_LEAST	4	/* words that tell one in small letters */
#define LETTERS_LEAST	3	/* a word that counts there has so many bytes */
/* A heading has so many words with a capital, and so many to one without. */
#define HEADING_LEAST	4
#define HEADING_LETTERS	5	/* a small word that counts has so many bytes */
#define HEADING_TIMES	6

void
name_candidates_free(struct name_candidates *c)
{
	free(c->rank);
	free(c->number);
	free(c->title);
	free(c->folded);
	memset(c, 0, sizeof(*c));
}

/* A word of n bytes with straight apostrophes; its length. */
static size_t
straight(const char *s, size_t n, char buf[WORD_LOOK])
{
	uint32_t cp;
	size_t i, len, k = 0;

	for (i = 0; i < n; i += len) {
		len = utf8_decode(s + i, n - i, &cp);
		if (char_is(cp, CHAR_APOSTROPHE))
			buf[k++] = '\'';
		else {
			memcpy(buf + k, s + i, len);
			k += len;
		}
	}
	return k;
}

/* A word's hash in lower case, the same for Mr. and Mr, O’Dell and O'Dell. */
static uint32_t
without_stop(const char *text, const struct token *t)
{
	char buf[WORD_LOOK + 4], plain[WORD_LOOK];
	size_t len = t->end - t->start, n;

	if (t->kind <= TOKEN_CLITIC && (t->flags & TOKEN_WIDE) != 0 &&
	    len <= WORD_LOOK) {
		n = straight(text + t->start, len, plain);
		if (n < len && (n = token_fold(plain, n, buf,
		    sizeof(buf))) > 0)
			return token_hash(buf, n);
	}
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
		    TOKEN_MIXED)) != 0 && t[i].end - t[i].start > 1)
			return false;	/* I has its capital always */
		words += t[i].kind == TOKEN_WORD;
	}
	return words >= SMALL_LEAST;
}

/* Has every word of weight a capital, as a heading's do? */
static bool
is_heading(const struct token *t, size_t n)
{
	size_t i, capital = 0, small = 0;

	if (n == 0 || (t[n - 1].flags & TOKEN_TERMINAL) != 0)
		return false;
	for (i = 0; i < n; i++) {
		if (t[i].kind != TOKEN_WORD)
			continue;
		if ((t[i].flags & TOKEN_LOWER) == 0)
			capital += t[i].end - t[i].start >= LETTERS_LEAST;
		else
			small += t[i].end - t[i].start >= HEADING_LETTERS;
	}
	return capital >= HEADING_LEAST && capital >= HEADING_TIMES * small;
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
	if (c->heading && (t->flags & (TOKEN_UPPER | TOKEN_MIXED)) == 0)
		return !usually_small(c, i);
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

bool
name_candidates_particle(const struct name_candidates *c, size_t i)
{
	const struct token *t = &c->t[i];

	return t->kind == TOKEN_WORD && (t->flags & TOKEN_LOWER) != 0 &&
	    spelling_particle(c->text + t->start, t->end - t->start);
}

/* Is it a day's or a month's name that a capital follows: Sunday Adeola? */
static bool
before_name(const struct name_candidates *c, size_t i)
{
	return c->t[i].kind == TOKEN_WORD && i + 1 < c->n &&
	    !in_time(c, i + 1) && (c->t[i].flags & TOKEN_CAPITAL) != 0 &&
	    is_capital(c, i + 1);
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
	/* von der Leyen, al Qaeda */
	for (j = i; j > 0 && i - j < PARTICLES &&
	    name_candidates_particle(c, j - 1); j--)
		mark_inner(c, j - 1);
}

/*
 * The quotation mark that closes what token i opens if that looks like a title:
 * short, and all in it has a capital but small words; else 0.
 */
static size_t
title_end(const struct name_candidates *c, size_t i)
{
	const struct token *t = c->t;
	size_t j;

	if (i + 2 >= c->n || (t[i].flags & TOKEN_QUOTE) == 0 ||
	    (t[i + 1].flags & TOKEN_GLUED) == 0 ||
	    (t[i + 1].kind != TOKEN_NUMBER && (t[i + 1].kind != TOKEN_WORD ||
	    (t[i + 1].flags & TOKEN_LOWER) != 0)))
		return 0;
	for (j = i + 1; j < c->n && j <= i + TITLE_MOST; j++) {
		if ((t[j].flags & TOKEN_QUOTE) != 0)
			return (t[j].flags & TOKEN_GLUED) != 0 ? j : 0;
		if (t[j].kind == TOKEN_WORD &&
		    (t[j].flags & TOKEN_LOWER) != 0 &&
		    t[j].end - t[j].start >= HEADING_LETTERS)
			return 0;
	}
	return 0;
}

static void
mark_titles(struct name_candidates *c)
{
	size_t i, j, end, last;

	memset(c->title, TITLE_NONE, c->n);
	for (i = 0; i < c->n; i++) {
		if ((end = title_end(c, i)) == 0)
			continue;
		/* "Night Ferry," she said */
		for (last = end - 1; last > i + 1 &&
		    c->t[last].kind == TOKEN_MARK; )
			last--;
		for (j = i + 1; j <= last; j++) {
			mark_inner(c, j);
			c->title[j] = TITLE_INSIDE;
		}
		c->title[last] = TITLE_LAST;
		c->title[i + 1] = last == i + 1 ? TITLE_ONLY : TITLE_FIRST;
		i = end;
	}
}

static void
mark_candidates(struct name_candidates *c)
{
	size_t i, j, last = (size_t)-1;

	memset(c->rank, CANDIDATE_NONE, c->n);
	for (i = 0; i < c->n; i++) {
		if (in_time(c, i)) {
			if (before_name(c, i))
				mark_inner(c, i);
			continue;
		}
		if (!is_capital(c, i)) {
			if (c->heading && c->t[i].kind == TOKEN_WORD &&
			    (c->t[i].flags & TOKEN_LOWER) == 0)
				mark_inner(c, i);
			continue;
		}
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
	c->title = array_grow(c->title, &c->title_cap, n + 1, 1);
	c->folded = array_grow(c->folded, &c->folded_cap, n + 1,
	    sizeof(*c->folded));
	for (i = 0; i < n; i++)
		c->folded[i] = without_stop(text, &t[i]);
	memset(c->number, 0, n);
	for (k = 0; k < numbers->n; k++)
		for (i = numbers->v[k].first; i <= numbers->v[k].last; i++)
			c->number[i] = (uint8_t)(1 + numbers->v[k].type);
	c->plain = caseless || numbers->caseless;
	c->heading = !c->plain && is_heading(t, n);
	mark_candidates(c);
	mark_titles(c);
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
