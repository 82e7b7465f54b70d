/*
 * words.h -- a text as its words, for comparing texts that are not equal
 *
 * A word is a run of letters, marks and digits, case folded; an apostrophe
 * between letters and a stop or comma between digits are left out and do not
 * end it.  A character of a script that is written without spaces is a word by
 * itself.  Of each word 14 bits of a hash are kept, and what kind it is, which
 * decides whether two texts that differ in it say the same.
 */
#ifndef FILTERS_DEDUP_WORDS_H
#define FILTERS_DEDUP_WORDS_H

#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"

#define WORD_HASH	0x3FFF		/* the same for the same word */
#define WORD_KIND	0xC000		/* one of: */
#define WORD_PLAIN	0x0000
#define WORD_NAME	0x4000		/* begins with a capital */
#define WORD_NUMBER	0x8000		/* has a digit, or is a numeral */
#define WORD_TURN	0xC000		/* turns a meaning round: "not" */

struct words {
	struct buffer	 key;		/* all words, folded, one after another */
	uint16_t	*word;
	size_t		 n, cap;

	size_t		 start;		/* in the key, of the word being read; */
	uint16_t	 kind;		/* what is known of it */
};

/* The words of common/languages/en that are of a kind whatever they look like. */
struct vocabulary;

struct vocabulary *vocabulary_new(void);
void	vocabulary_free(struct vocabulary *);

/* The words of a text; what was in w is overwritten.  Start from {0}. */
void	words_of(const struct vocabulary *, struct words *w,
	    const char *text, size_t len);
void	words_free(struct words *);

#endif
