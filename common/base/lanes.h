/*
 * lanes.h -- many bytes looked at together
 *
 * Sixteen bytes in one value of the compiler's own (GCC's and clang's vector
 * extension): comparisons and & | work on all of them, on any machine, and a
 * lane of what a comparison gives is all ones or all zeros.
 */
#ifndef COMMON_BASE_LANES_H
#define COMMON_BASE_LANES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "common/base/byte_order.h"

#define LANES	16

typedef unsigned char lanes __attribute__((vector_size(LANES)));

/* The sixteen bytes at s, which all must be there. */
static inline lanes
lanes_load(const void *s)
{
	lanes v;

	memcpy(&v, s, sizeof(v));
	return v;
}

/* Is a bit of any lane set? */
static inline bool
lanes_any(lanes v)
{
	uint64_t half[2];

	memcpy(half, &v, sizeof(half));
	return (half[0] | half[1]) != 0;
}

/* The first lane of which a bit is set; LANES if there is none. */
static inline unsigned
lanes_first(lanes v)
{
	uint64_t half[2];

	memcpy(half, &v, sizeof(half));
	if (half[0] != 0)
		return (unsigned)__builtin_ctzll(le64(half[0])) / 8;
	if (half[1] != 0)
		return 8 + (unsigned)__builtin_ctzll(le64(half[1])) / 8;
	return LANES;
}

#endif
