#include "common/learn/chain_wide.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/chain_section.h"

#ifdef WIDE

#include <immintrin.h>

#define EIGHT	8		/* numbers of 32 bits in a vector */

_Static_assert(CHAIN_WEIGHTS == 3 * 16, "a row is three vectors wide");
_Static_assert(CHAIN_FEATURES % EIGHT == 0, "features fill vectors");

WIDE static inline __m256i
load(const uint32_t *v)
{
	return _mm256_loadu_si256((const void *)v);
}

/* chain_hash() of eight features. */
WIDE static inline void
hash_eight(const uint32_t *f, uint32_t *hashes)
{
	__m256i x = _mm256_mullo_epi32(load(f),
	    _mm256_set1_epi32((int)CHAIN_MIX_1));

	x = _mm256_mullo_epi32(_mm256_xor_si256(x, _mm256_srli_epi32(x, 15)),
	    _mm256_set1_epi32((int)CHAIN_MIX_2));
	_mm256_storeu_si256((void *)hashes,
	    _mm256_xor_si256(x, _mm256_srli_epi32(x, 13)));
}

/* chain_row() of eight hashes and their pilots, as bytes from the first row. */
WIDE static inline void
place_eight(const uint32_t *hashes, uint32_t n, uint32_t *pilots)
{
	const __m256i rows = _mm256_set1_epi32((int)n - 1);
	const __m256i mix = _mm256_set1_epi32((int)CHAIN_MIX_ROW);
	__m256i x, even, odd;

	x = _mm256_mullo_epi32(load(pilots),
	    _mm256_set1_epi32((int)CHAIN_MIX_PILOT));
	x = _mm256_mullo_epi32(_mm256_xor_si256(load(hashes), x), mix);
	x = _mm256_mullo_epi32(_mm256_xor_si256(x, _mm256_srli_epi32(x, 15)),
	    mix);
	even = _mm256_srli_epi64(_mm256_mul_epu32(x, rows), 32);
	odd = _mm256_mul_epu32(_mm256_srli_epi64(x, 32), rows);
	x = _mm256_add_epi32(_mm256_blend_epi32(even, odd, 0xAA),
	    _mm256_set1_epi32(1));
	_mm256_storeu_si256((void *)pilots, _mm256_mullo_epi32(x,
	    _mm256_set1_epi32(CHAIN_ROW)));
}

/* Where the rows of n features lie, and their hashes; memory is asked early. */
WIDE static inline void
find_rows(const struct chain *c, const uint32_t *f, size_t n, uint32_t *hashes,
    uint32_t *places)
{
	const char *rows = (const char *)c->rows;
	const uint8_t *pilots = c->pilots;
	uint32_t last[EIGHT] = { 0 }, shift = 32 - c->bits, nrows = c->n;
	size_t i, k;

	for (i = 0; i < n; i += EIGHT, f += EIGHT) {
		if (n - i < EIGHT) {
			memcpy(last, f, (n - i) * sizeof(*f));
			f = last;
		}
		hash_eight(f, hashes + i);
#pragma GCC unroll 8
		for (k = 0; k < EIGHT; k++)
			places[i + k] = pilots[hashes[i + k] >> shift];
		place_eight(hashes + i, nrows, places + i);
#pragma GCC unroll 8
		for (k = 0; k < EIGHT; k++)
			__builtin_prefetch(rows + places[i + k]);
	}
}

WIDE static inline __m256i
add_weights(__m256i v, const int8_t *weights)
{
	return _mm256_add_epi16(v, _mm256_cvtepi8_epi16(
	    _mm_loadu_si128((const void *)weights)));
}

/* Write, or add to what is there, a vector of sums of a factor of 1 << bits. */
WIDE static inline void
put_sums(__m256i v, int bits, bool add, int32_t *scores)
{
	__m256i *at = (void *)scores;
	__m256i low = _mm256_slli_epi32(_mm256_cvtepi16_epi32(
	    _mm256_castsi256_si128(v)), bits);
	__m256i high = _mm256_slli_epi32(_mm256_cvtepi16_epi32(
	    _mm256_extracti128_si256(v, 1)), bits);

	if (add) {
		low = _mm256_add_epi32(low, _mm256_loadu_si256(at));
		high = _mm256_add_epi32(high, _mm256_loadu_si256(at + 1));
	}
	_mm256_storeu_si256(at, low);
	_mm256_storeu_si256(at + 1, high);
}

/* Add a row of which the weights count more. */
WIDE static void
add_heavy(const int8_t *row, int32_t scores[CHAIN_SCORES])
{
	int bits = 2 * (row[CHAIN_FACTOR] & (CHAIN_FACTORS - 1)), k;

	for (k = 0; k < CHAIN_WEIGHTS; k += 16)
		put_sums(add_weights(_mm256_setzero_si256(), row + k), bits,
		    true, scores + k);
}

WIDE void
chain_wide_score(const struct chain *c, const uint32_t *f, size_t n,
    int32_t scores[CHAIN_SCORES])
{
	const int8_t *rows = c->rows[0], *row, *heavy[CHAIN_FEATURES];
	__m256i a = { 0 }, b = { 0 }, d = { 0 };
	uint32_t hashes[CHAIN_FEATURES], places[CHAIN_FEATURES];
	uint16_t print;
	size_t i, nheavy = 0;

	find_rows(c, f, n, hashes, places);
	for (i = 0; i < n; i++) {
		memcpy(&print, rows + places[i] + CHAIN_PRINT, sizeof(print));
		/* one in four is not there: a branch would often fail */
		row = rows + (places[i] &
		    -(uint32_t)(print == chain_print(hashes[i])));
		if (row[CHAIN_FACTOR] != 0) {
			heavy[nheavy++] = row;
			continue;
		}
		a = add_weights(a, row);
		b = add_weights(b, row + 16);
		d = add_weights(d, row + 32);
	}
	put_sums(a, 0, false, scores);
	put_sums(b, 0, false, scores + 16);
	put_sums(d, 0, false, scores + 32);
	for (i = 0; i < nheavy; i++)
		add_heavy(heavy[i], scores);
}

#else

void
chain_wide_score(const struct chain *c, const uint32_t *f, size_t n,
    int32_t scores[CHAIN_SCORES])
{
	(void)c, (void)f, (void)n, (void)scores;
	abort();
}

#endif
