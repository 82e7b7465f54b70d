/*
 * hash.h -- bytes and numbers to numbers that look random
 *
 * The values are the same on every machine and must stay what they are:
 * trained models, and what dedup remembers, hold them.
 *
 * hash_bytes() is FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/
 * It spreads over the low bits well enough for a table, but not over the high
 * ones, so that most callers finish it: with hash_end(), or by mixing it into
 * another with hash_mix().  For who reads the bytes anyway it is to be had in
 * steps:
 *
 *	h = HASH_BEGIN;
 *	h = hash_step(h, byte); ...
 *	h = hash_end(h);
 *
 * hash_mix() mixes a number into a hash, by the finaliser of MurmurHash3 over
 * both.  In which order several are mixed into one matters.
 *
 * hash64_scale() is the place of a hash among n, in the order of the hashes:
 * the upper half of their product.
 *
 * hash64_step() and hash64_end() take eight bytes at a time, by one
 * multiplication with the golden ratio.
 */
#ifndef COMMON_BASE_HASH_H
#define COMMON_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

#define HASH_BEGIN	2166136261u

static inline uint32_t
hash_step(uint32_t h, unsigned char c)
{
	return (h ^ c) * 16777619u;
}

/* A step with a number that may be larger than a byte: a code point. */
static inline uint32_t
hash_step_number(uint32_t h, uint32_t v)
{
	return (h ^ v) * 16777619u;
}

static inline uint32_t
hash_bytes(const char *s, size_t n)
{
	uint32_t h = HASH_BEGIN;

	for (; n > 0; n--)
		h = hash_step(h, (unsigned char)*s++);
	return h;
}

static inline uint32_t
hash_end(uint32_t h)
{
	h = (h ^ h >> 15) * 0x2c1b3c6du;
	return h ^ h >> 12;
}

static inline uint32_t
hash_mix(uint32_t h, uint32_t v)
{
	h = (h ^ v) * 0x9e3779b1u;
	h = (h ^ h >> 15) * 0x85ebca6bu;
	return h ^ h >> 13;
}

static inline uint64_t
hash64_step(uint64_t h, uint64_t v)
{
	h = (h ^ v) * UINT64_C(0x9e3779b97f4a7c15);
	return h ^ h >> 32;
}

static inline uint64_t
hash64_end(uint64_t h)
{
	return h * UINT64_C(0xd6e8feb86659fd93);
}

static inline uint64_t
hash64_scale(uint64_t h, uint64_t n)
{
#ifdef __SIZEOF_INT128__
	return (uint64_t)(((unsigned __int128)h * n) >> 64);
#else
	uint64_t low = (uint32_t)h, high = h >> 32;
	uint64_t m = (uint32_t)n, k = n >> 32;
	uint64_t middle = high * m + (low * m >> 32);

	return high * k + (middle >> 32) +
	    ((low * k + (uint32_t)middle) >> 32);
#endif
}

#endif
