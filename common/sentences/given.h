/*
 * given.h -- the user's own words
 *
 * Private to sentences; what a line of them can be is in sentences.h.  They are
 * found by one word of theirs that stands before a candidate; of a pair, "Wg.
 * Cdr.", each word is one.  Letter case counts, but where an entry has none, or
 * the text nothing but capitals.
 */
#ifndef COMMON_SENTENCES_GIVEN_H
#define COMMON_SENTENCES_GIVEN_H

#include "common/sentences/boundary.h"
#include "common/sentences/neighbours.h"

enum given_kind {
	GIVEN_NOTHING,		/* not given */
	GIVEN_ABBREVIATION,	/* a sentence goes on behind it */
	GIVEN_MAY_END,		/* an abbreviation that may end one, too */
	GIVEN_WORD,		/* no abbreviation at all */
	GIVEN_NAME		/* a name with ! or ? at its end */
};

struct given;

struct given	*given_new(void);
void		 given_free(struct given *);
/* A line: NULL, or why it cannot be used. */
const char	*given_add(struct given *, const char *line, size_t);
/*
 * What was given of the word whose mark is at place in the text of n bytes; the
 * words around it count, if they were given too.
 */
enum given_kind	 given_find(const struct given *, const char *text, size_t n,
		    const struct neighbour *w, size_t place);
/* What was given of the word alone. */
enum given_kind	 given_word(const struct given *, const struct neighbour *w);

#endif
