#include "filters/dedup/furniture.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#define MAX_LETTERS	LEXICON_SHORT
#define MAX_DATELINE	80		/* bytes */
#define MAX_NOTE	400
#define MAX_BYLINE	120
#define SLUG_WORDS	4
#define BODY		24		/* bytes a dateline has behind it, */
#define LONG_BODY	120		/* and one that is but a place */

static inline bool
is_upper(char c)
{
	return (unsigned char)(c - 'A') < 26;
}

static inline bool
is_lower(char c)
{
	return (unsigned char)(c - 'a') < 26;
}

static inline bool
is_digit(char c)
{
	return (unsigned char)(c - '0') < 10;
}

static const char *
letters_end(const char *p, const char *end)
{
	while (p < end && (is_upper(*p) || is_lower(*p)))
		p++;
	return p;
}

/* What the word that begins at p, with a capital, is. */
static unsigned
mark_at(const struct vocabulary *v, const char *p, const char *end,
    const char **behind)
{
	char word[MAX_LETTERS + VOCABULARY_SPARE] = { 0 };
	const struct term *t;
	size_t n, i;

	*behind = letters_end(p, end);
	n = (size_t)(*behind - p);
	if (n < 2 || n > MAX_LETTERS || !is_upper(*p))
		return 0;
	for (i = 0; i < n; i++)
		word[i] = (char)(p[i] | 0x20);
	t = vocabulary_find(v, vocabulary_hash(word, n));
	return t == NULL ? 0 : t->mark;
}

/* The length of a dash that ends a slug or dateline: "--", U+2013, " - ". */
static size_t
dash(const char *p, const char *end)
{
	if (end - p >= 3 && memcmp(p, "\342\200", 2) == 0 &&
	    (p[2] == '\223' || p[2] == '\224'))
		return 3;
	if (end - p >= 2 && memcmp(p, "--", 2) == 0)
		return 2;
	if (end - p >= 2 && *p == '-' && p[-1] == ' ' && p[1] == ' ')
		return 1;
	return 0;
}

static const char *
spaces_end(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t' || *p == '\r' || *p == '\n'))
		p++;
	return p;
}

/* "UPDATE 2-", "BREAKING NEWS:", "CORRECTED-UPDATE 1-": behind it, or p. */
static const char *
skip_slug(const struct vocabulary *v, const char *p, const char *end)
{
	const char *q = p, *next;
	unsigned mark;
	int words;

	for (words = 0; words < SLUG_WORDS && q < end; words++) {
		if (!is_digit(*q)) {
			mark = mark_at(v, q, end, &next);
			if (mark != STORY_SLUG &&
			    (mark != STORY_MORE || words == 0))
				return p;
			q = next;
		}
		while (q < end && is_digit(*q))
			q++;
		if (q < end && (*q == '-' || *q == ':'))
			return spaces_end(q + 1, end);
		q = spaces_end(q, end);
		if (q < end && q > p && dash(q, end) > 0)
			return spaces_end(q + dash(q, end), end);
	}
	return p;
}

const char *
furniture_note(const struct vocabulary *v, const char *p, const char *end)
{
	const char *close, *next;
	size_t n = (size_t)(end - p) < MAX_NOTE ? (size_t)(end - p) : MAX_NOTE;
	unsigned mark;

	if (p + 1 >= end || !is_upper(p[1]))
		return p;
	mark = mark_at(v, p + 1, end, &next);
	if (mark != STORY_SLUG && mark != STORY_NOTE)
		return p;
	close = memchr(p, ')', n);
	return close == NULL ? p : close + 1;
}

/*
 * Where the dash stands that ends the dateline at p, whose words all begin
 * with capitals or are figures; NULL if there is none.
 */
static const char *
dateline_end(const char *p, const char *end)
{
	const char *limit = end - p > MAX_DATELINE ? p + MAX_DATELINE : end;
	bool bracket = false;

	for (p++; p < limit && *p != '\n'; p++) {
		if (*p == '(' || *p == ')')
			bracket = *p == '(';
		else if (dash(p, limit) > 0)
			return p;
		else if (p[-1] == ' ' && is_lower(*p) && !bracket)
			return NULL;
	}
	return NULL;
}

/*
 * "LONDON (Agency) - ", "Kessel, May 3 - ": behind it, or p.  An agency or a
 * day stands in it; or it is a word in capitals, before a longer text.
 */
static const char *
skip_dateline(const char *p, const char *end)
{
	const char *q, *word, *last;
	bool bare;

	if (p == end || !is_upper(*p) || (q = dateline_end(p, end)) == NULL)
		return p;
	last = q[-1] == ' ' ? q - 2 : q - 1;
	bare = *last != ')' && !is_digit(*last);
	if (end - q < (bare ? LONG_BODY : BODY))
		return p;
	for (word = p; word < q && is_upper(*word); word++)
		;
	if (bare && (word - p < 3 || is_lower(*word)))
		return p;
	return spaces_end(q + dash(q, end), end);
}

/* "By Jane Roe and Jan Poe, Agency Writer", up to the end of its line. */
static const char *
skip_byline(const struct vocabulary *v, const char *p, const char *end)
{
	const char *q, *stop, *word;
	int words = 0;

	if (mark_at(v, p, end, &q) != STORY_BY)
		return p;
	stop = memchr(q, '\n', (size_t)(end - q));
	if (stop == NULL || stop - p > MAX_BYLINE)
		return p;
	for (; q < stop; q = word) {
		while (q < stop && (*q == ' ' || *q == ',' || *q == '.' ||
		    *q == '\r'))
			q++;
		word = q;
		while (word < stop && *word != ' ' && *word != ',')
			word++;
		if (q < word && is_lower(*q) && (word - q != 3 ||
		    memcmp(q, "and", 3) != 0) && (word - q != 2 ||
		    (memcmp(q, "in", 2) != 0 && memcmp(q, "of", 2) != 0)))
			return p;
		words += q < word;
	}
	return words > 0 ? spaces_end(stop, end) : p;
}

const char *
furniture_skip(const struct vocabulary *v, const char *p, const char *end)
{
	const char *start;

	do {
		start = p;
		p = spaces_end(p, end);
		if (p < end && *p == '(')
			p = furniture_note(v, p, end);
		else if (p < end && is_upper(*p)) {
			p = skip_slug(v, p, end);
			if (p < end)
				p = skip_byline(v, p, end);
			if (p < end)
				p = skip_dateline(p, end);
		} else
			return start;
	} while (p > start);
	return p;
}
