/*
 * wordmap_cells.h -- which cells of a wordmap a word has
 *
 * The inside of wordmap.h, for what reads it and what writes it.
 */
#ifndef COMMON_LEARN_WORDMAP_CELLS_H
#define COMMON_LEARN_WORDMAP_CELLS_H

#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"
#include "common/learn/model.h"

#define WORDMAP_HEADER	8	/* bytes of a section before its cells */

static inline uint64_t
wordmap_hash(const char *word, size_t n, uint32_t seed)
{
	const unsigned char *s = (const unsigned char *)word;
	uint64_t h = hash64_step(seed, n), v;

	for (; n >= 8; s += 8, n -= 8)
		h = hash64_step(h, model_get32(s) |
		    (uint64_t)model_get32(s + 4) << 32);
	for (v = 0; n > 0; n--)
		v = v << 8 | s[n - 1];
	h = hash64_step(h, v);
	return hash64_step(h, h >> 29);
}

/* The i-th of a word's three cells. */
static inline uint32_t
wordmap_cell(uint64_t h, uint32_t segment, unsigned i)
{
	uint32_t part = (uint32_t)(h >> (i * 16)) ^ (uint32_t)(h >> 40) * i;

	return i * segment + (uint32_t)(((uint64_t)part * segment) >> 32);
}

static inline unsigned
wordmap_fingerprint(uint64_t h)
{
	return (unsigned)(hash64_end(h) >> 56);
}

#endif
