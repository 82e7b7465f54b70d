/*
 * atoms.h -- what the patterns of numbers.h see of a sentence
 *
 * An atom is a token, or a part of one that holds digits: these are cut into
 * runs of digits, runs of letters, and single marks, so that 40m is two atoms,
 * 12.03.2024 five.  Each has a symbol of the patterns' alphabet.  Before the
 * first stands the edge of the sentence, and so behind the last.
 */
#ifndef COMMON_ENTITIES_ATOMS_H
#define COMMON_ENTITIES_ATOMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

#define ATOM_TOKEN	64	/* bytes of a token that is cut */

#define ATOMS_LONGEST	31	/* of a form, or of what is joined */

#define ATOM_FIRST	0x01	/* of its token */
#define ATOM_LAST	0x02

struct atom {
	uint32_t	 token;
	uint16_t	 symbol;
	uint16_t	 gap;		/* symbol before it, or 0 */
	uint8_t		 offset;	/* bytes in its token */
	uint8_t		 length;	/* of a part; 0: the whole token */
	uint8_t		 flags;
};

/*
 * Atoms as the forms see them: one, or several that the patterns join, as the
 * words of a number, with the symbol of them all.
 */
struct joined {
	uint32_t	 first;		/* atom; its last: before the next's */
	uint16_t	 accept;	/* of patterns.joins; 0: one atom */
	uint16_t	 symbol;	/* of patterns.forms */
	uint16_t	 gap;		/* the same, before it, or 0 */
	uint8_t		 flags;		/* ATOM_FIRST of first, _LAST of last */
};

/*
 * The atoms of n tokens into *v, which has room for *cap and grows; returns how
 * many, both edges included.
 */
size_t	atoms_read(struct atom **v, size_t *cap, const struct patterns *,
	    const char *text, const struct token *, size_t n, bool caseless);
/*
 * What becomes of n atoms, both edges included, into *v, which grows; returns
 * how many.
 */
size_t	atoms_join(struct joined **v, size_t *cap, const struct patterns *,
	    const struct atom *, size_t n);
/* Is a token's stop part of it where the patterns know the word? */
bool	atom_has_stop(const struct patterns *, const struct token *);
/* The word or mark that an atom is, NULL if no pattern knows it. */
const struct pattern_word	*atom_word(const struct patterns *,
				    const char *text, const struct token *,
				    const struct atom *);

#endif
