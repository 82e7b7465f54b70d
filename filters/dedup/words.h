/*
 * words.h -- a text as its words, for comparing texts that are not equal
 *
 * A word is a run of letters, marks and digits, case folded; an apostrophe
 * between letters and the stops of "U.S." do not end it, and "didn't" is two,
 * the second "not".  A character of a script that is written without spaces is
 * a word by itself.  A number is a word with its sign, its currency or unit,
 * and whatever multiplies it (figures.h), and stands for its value: "$1.5
 * million" is the same as "$1,500,000", "two" as "2".  What an agency puts
 * around a story is left out (furniture.h).
 *
 * Of each word 16 bits are kept.  The first two are its kind, which decides
 * whether two texts that differ in it say the same; the others tell it from
 * others: a hash of it, but numbers up to 2047 and listed words (vocabulary.h)
 * are exact.  Whether a word is written with a capital makes it no other word.
 */
#ifndef FILTERS_DEDUP_WORDS_H
#define FILTERS_DEDUP_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"

#define WORD_HASH	0x3FFF		/* the same for the same word */
#define WORD_KIND	0xC000		/* one of: */
#define WORD_PLAIN	0x0000
#define WORD_NUMBER	0x4000
#define WORD_NAME	0x8000		/* begins with a capital */
#define WORD_INITIAL	0xC000		/* and where any word might */

#define WORD_SMALL	0x0800		/* numbers below are exact */
#define WORD_LISTED	0x3800		/* words from here on are listed */

static inline bool
word_is_number(uint16_t w)
{
	return (w & WORD_KIND) == WORD_NUMBER;
}

static inline bool
word_is_listed(uint16_t w)
{
	return (w & WORD_HASH) >= WORD_LISTED && !word_is_number(w);
}

/* A number written as a date or a time: 1/12/2024, 10:15. */
static inline bool
word_is_date(uint16_t w)
{
	return word_is_number(w) && (w & WORD_HASH) >= WORD_SMALL && (w & 1);
}

static inline bool
word_same(uint16_t a, uint16_t b)
{
	return ((a ^ b) & WORD_HASH) == 0 &&
	    word_is_number(a) == word_is_number(b);
}

struct words {
	struct buffer	 key;		/* words, a space behind each */
	uint16_t	*word;
	size_t		 n, cap;
};

struct vocabulary;

/* The words of a text; what was in w is overwritten.  Start from {0}. */
void	words_of(const struct vocabulary *, struct words *w,
	    const char *text, size_t len);
void	words_free(struct words *);

#endif
