/*
 * numbers.h -- dates, times, sums, percentages, measures and numbers
 *
 * Found in the tokens of a sentence by an automaton over word classes, those
 * of common/languages/en: number words, months, days, units, currencies and the
 * words that go with them.  The longest expression from the left wins.  What
 * is part of an expression follows OntoNotes (Name tagging guidelines 1.3) as
 * narrowed by the manual page tag-entities(1): "about 40 percent", "the past
 * decade", "two years ago", "at least 20" are whole.
 */
#ifndef COMMON_ENTITIES_NUMBERS_H
#define COMMON_ENTITIES_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/entities/types.h"
#include "common/text/text.h"

struct number {
	enum entity_type type;		/* ENTITY_DATE to ENTITY_CARDINAL */
	size_t		 first;		/* tokens, inclusive */
	size_t		 last;
};

struct number_part {
	const char	*name;
	const char	*value;
	size_t		 start, end;
	unsigned	 inside;
	bool		 class;
};

struct numbers {			/* start from {0} */
	struct number	*v;
	size_t		 n;
	size_t		 cap;
	uint64_t	*classes;	/* of the tokens: scratch */
	size_t		 classes_cap;
	struct number_words *words;	/* by hash, made at the first use */
};

/* Put the expressions among n tokens of text into the array, in order. */
void	numbers_find(struct numbers *, const char *text, const struct token *,
	    size_t n);
size_t	numbers_parts(struct numbers *, const char *text,
	    const struct token *, const struct number *,
	    const struct number_part **);
void	numbers_free(struct numbers *);

#endif
