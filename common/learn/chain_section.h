/*
 * chain_section.h -- how a chain lies in its section: see chain.h
 *
 * The inside of chain.h, for what reads it and what writes it.
 */
#ifndef COMMON_LEARN_CHAIN_SECTION_H
#define COMMON_LEARN_CHAIN_SECTION_H

#include <stdint.h>

#include "common/learn/chain.h"

#define CHAIN_HEADER	16		/* bytes: types, slots, rows, 0 */
/* Transitions are numbers of 32 bits, one after another. */
#define CHAIN_NUMBERS \
	(CHAIN_CLASSES * CHAIN_STARTERS + CHAIN_TYPES * CHAIN_STEPS)

#define CHAIN_ROW_BITS	22	/* of a slot; the rest is a fingerprint */
#define CHAIN_FINGERPRINT(hash)	((hash) >> CHAIN_ROW_BITS)
#define CHAIN_FACTORS	4		/* 1, 4, 16, 64 */
#define CHAIN_FACTOR	(CHAIN_ROW - 1)	/* which one, in a row */

_Static_assert(CHAIN_LABELS <= CHAIN_FACTOR, "a row holds all labels");
_Static_assert(CHAIN_FEATURES * 127 <= INT16_MAX, "sums fit 16 bits");
/* Features are mixed by these, and again for where their search begins. */
#define CHAIN_MIX_1	0x85EBCA6Bu
#define CHAIN_MIX_2	0xC2B2AE35u
#define CHAIN_MIX_HOME	0x9E3779B1u

/* The hash of a feature: no two features have the same. */
static inline uint32_t
chain_hash(uint32_t feature)
{
	uint32_t x = feature * CHAIN_MIX_1;

	x = (x ^ x >> 15) * CHAIN_MIX_2;
	return x ^ x >> 13;
}

/* Where a hash's search begins, in n slots; and where it goes on. */
static inline uint32_t
chain_home(uint32_t hash, uint32_t n)
{
	return (uint64_t)(hash * CHAIN_MIX_HOME) * n >> 32;
}

static inline uint32_t
chain_after(uint32_t slot, uint32_t n)
{
	return slot + 1 < n ? slot + 1 : 0;
}

/*
 * The first slot from j on, round the end, that has this fingerprint, or is
 * free: then 0.
 */
uint32_t	chain_find_slot(const struct chain *, uint32_t j,
		    uint32_t print);

#endif
