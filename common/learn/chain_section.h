/*
 * chain_section.h -- how a chain lies in its section: see chain.h
 *
 * The inside of chain.h, for what reads it and what writes it.
 */
#ifndef COMMON_LEARN_CHAIN_SECTION_H
#define COMMON_LEARN_CHAIN_SECTION_H

#include <stdint.h>

#include "common/learn/chain.h"

#define CHAIN_HEADER	16	/* bytes: types, bits of buckets, rows, 0 */
/* Transitions are numbers of 32 bits, one after another. */
#define CHAIN_NUMBERS \
	(CHAIN_CLASSES * CHAIN_STARTERS + CHAIN_TYPES * CHAIN_STEPS)

/* Where pilots begin, so that rows do where lines of caches do. */
#define CHAIN_PILOTS	(21 * MODEL_ALIGN)
#define CHAIN_BUCKET_BITS_LEAST	6
#define CHAIN_BUCKET_BITS_MOST	24

/* Behind a row's weights: its feature's fingerprint, and which factor. */
#define CHAIN_PRINT	(CHAIN_WEIGHTS - 3)
#define CHAIN_FACTOR	(CHAIN_WEIGHTS - 1)
#define CHAIN_FACTORS	4		/* 1, 4, 16, 64 */

_Static_assert(CHAIN_LABELS <= CHAIN_PRINT, "a row holds all labels");
_Static_assert(CHAIN_HEADER + 4 * CHAIN_NUMBERS <= CHAIN_PILOTS &&
    CHAIN_ROW == MODEL_ALIGN, "rows begin where lines do");
_Static_assert(CHAIN_FEATURES * 128 <= INT16_MAX, "sums fit 16 bits");

/* What hashes are mixed by, besides those of chain_hash(). */
#define CHAIN_MIX_PILOT	0x9E3779B1u
#define CHAIN_MIX_ROW	0x27D4EB2Fu

/* The bucket of a hash, of which there are 1 << bits. */
static inline uint32_t
chain_bucket(uint32_t hash, uint32_t bits)
{
	return hash >> (32 - bits);
}

/*
 * The row of a hash by its bucket's pilot, of n rows of which the first is
 * nothing's.
 */
static inline uint32_t
chain_row(uint32_t hash, uint32_t pilot, uint32_t n)
{
	uint32_t x = (hash ^ pilot * CHAIN_MIX_PILOT) * CHAIN_MIX_ROW;

	x = (x ^ x >> 15) * CHAIN_MIX_ROW;
	return 1 + (uint32_t)((uint64_t)x * (n - 1) >> 32);
}

/* What tells a hash from others that have the same row. */
static inline uint16_t
chain_print(uint32_t hash)
{
	return (uint16_t)hash;
}

#endif
