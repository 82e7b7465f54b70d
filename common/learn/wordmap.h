/*
 * wordmap.h -- a small fixed map from words to 8-bit values
 *
 * A read-only table of about 2.5 bytes a word, made once by train_wordmap.h and
 * looked up by three reads.  Words themselves are not kept: a word's 64-bit
 * hash picks one cell in each of three segments, and the exclusive or of the
 * three is the word's value with an 8-bit fingerprint, so that a word that is
 * not in the map is taken for one that is once in 256 times.  (Botelho, Pagh
 * and Ziviani, Simple and Space-Efficient Minimal Perfect Hash Functions,
 * WADS 2007; the "peeling" of random 3-graphs.)
 *
 * The section in the model file: number of cells in a segment, seed (32 bits
 * each), then the cells of the three segments, 16 bits each.
 */
#ifndef COMMON_LEARN_WORDMAP_H
#define COMMON_LEARN_WORDMAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/learn/model.h"

struct wordmap {
	const unsigned char *cells;	/* little-endian */
	uint32_t	 segment;	/* cells in a segment */
	uint32_t	 seed;
};

/* The map in a model's section; false if there is none or it is damaged. */
bool	 wordmap_open(struct wordmap *, const struct model *,
	    const char *section);
/* The same of a section's bytes themselves. */
bool	 wordmap_use(struct wordmap *, const void *section, size_t len);
/* The value of a word, or -1 if it is not in the map. */
int	 wordmap_get(const struct wordmap *, const char *word, size_t len);

#endif
