/*
 * numbers.h -- dates, times, sums, percentages, measures and numbers
 *
 * Found in the tokens of a sentence by the patterns of
 * common/languages/en/numbers, which the build makes an automaton of
 * (common/lexicon/patterns.h): the longest form from the left wins.  What is
 * part of an expression follows OntoNotes (Name tagging guidelines 1.3) as
 * narrowed by the manual page tag-entities(1): "about 40 percent", "the past
 * decade", "two years ago", "at least 20" are whole.
 *
 * Time is linear: a form has ATOMS_LONGEST atoms at most.
 */
#ifndef COMMON_ENTITIES_NUMBERS_H
#define COMMON_ENTITIES_NUMBERS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/entities/types.h"
#include "common/text/text.h"

struct number {
	enum entity_type type;		/* ENTITY_DATE to ENTITY_CARDINAL */
	size_t		 first;		/* tokens, inclusive */
	size_t		 last;
	unsigned	 line;		/* of the patterns: its form */
	bool		 apart;		/* the stop behind it is not its */
};

/*
 * A part of what was found: the whole, a named pattern, or a word or phrase of
 * a class, as the files of common/languages/en/numbers name them.
 */
struct number_part {
	const char	*name;		/* of the pattern or class */
	const char	*value;		/* the line's, or the word's; or "" */
	size_t		 start;		/* bytes of the text, half open */
	size_t		 end;
	unsigned	 inside;	/* so many parts in it follow at once */
	bool		 class;		/* it is a word or phrase of a class */
};

struct atom;
struct joined;

struct numbers {			/* start from {0} */
	struct number	*v;
	size_t		 n;
	size_t		 cap;
	bool		 caseless;	/* set it where capitals mean nothing */
	struct atom	*atoms;		/* of the tokens: scratch */
	size_t		 natoms, atoms_cap;
	struct joined	*joined;
	size_t		 joined_cap;
	struct number_part *parts;
	size_t		 nparts, parts_cap;
};

/* Put the expressions among n tokens of text into the array, in order. */
void	numbers_find(struct numbers *, const char *text, const struct token *,
	    size_t n);
/*
 * The parts of one of them, from the left, what is inside a part behind it; the
 * first is the whole.  Asked with the tokens that it was found in.  The array
 * is the numbers' until the next call; returns their number.
 */
size_t	numbers_parts(struct numbers *, const char *text, const struct token *,
	    const struct number *, const struct number_part **);
void	numbers_free(struct numbers *);

#endif
