/*
 * numbers_parse.h -- a sentence's tokens, as the automata of numbers.h see them
 *
 * A sentence's tokens, each with its classes in the list of number words,
 * W_number and so on of common/lexicon/roles.h, and what the automata over them
 * ask of one.  Each automaton takes the index of a token and returns the end of
 * what it found there, the index itself if that is nothing.
 */
#ifndef COMMON_ENTITIES_NUMBERS_PARSE_H
#define COMMON_ENTITIES_NUMBERS_PARSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

struct parse {
	const char	*text;
	const struct token *t;
	const uint64_t	*c;		/* classes */
	size_t		 n;
};

static inline bool
is(const struct parse *p, size_t i, uint64_t classes)
{
	return i < p->n && (p->c[i] & classes) != 0;
}

static inline bool
digits(const struct parse *p, size_t i)
{
	return i < p->n && (p->t[i].flags & TOKEN_ALLDIGIT) != 0;
}

static inline char
byte(const struct parse *p, size_t i, size_t k)
{
	const struct token *t = &p->t[i];

	return t->start + k < t->end ? p->text[t->start + k] : '\0';
}

static inline bool
digit(const struct parse *p, size_t i, size_t k)
{
	return byte_is((unsigned char)byte(p, i, k), CHAR_DIGIT) != 0;
}

static inline size_t
length(const struct parse *p, size_t i)
{
	return p->t[i].end - p->t[i].start;
}

/* Is there a hyphen between the words at i - 1 and i + 1, with no space? */
static inline bool
hyphen(const struct parse *p, size_t i)
{
	return i + 1 < p->n && (p->t[i].flags & TOKEN_HYPHEN) != 0 &&
	    (p->t[i].flags & TOKEN_GLUED) != 0 &&
	    (p->t[i + 1].flags & TOKEN_GLUED) != 0;
}

static inline bool
comma(const struct parse *p, size_t i)
{
	return i < p->n && length(p, i) == 1 && byte(p, i, 0) == ',';
}

/*
 * The integer that the digits of a token are, or -1: no commas and such, and no
 * more figures than a year has.
 */
#define INTEGER_FIGURES	4

static inline int
integer(const struct parse *p, size_t i)
{
	size_t k;
	int v = 0;

	if (!digits(p, i) || length(p, i) > INTEGER_FIGURES)
		return -1;
	for (k = 0; k < length(p, i); k++) {
		if (!digit(p, i, k))
			return -1;
		v = v * 10 + byte(p, i, k) - '0';
	}
	return v;
}

#endif
