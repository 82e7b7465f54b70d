#include "common/learn/chain_wide.h"

#include <stdlib.h>

#if defined(__x86_64__) && defined(__GNUC__)

#include <immintrin.h>
#include <string.h>

#include "common/learn/chain_section.h"

#define WIDE	__attribute__((target("avx2")))
#define LANES	8		/* of 32 bits */

_Static_assert(CHAIN_ROW == 3 * 16, "a row is three vectors wide");
_Static_assert(CHAIN_FEATURES % LANES == 0, "features fill vectors");

bool
chain_wide_has(void)
{
	return __builtin_cpu_supports("avx2");
}

/* Where the search for each of n features begins, and its fingerprint. */
struct searches {
	uint32_t	 homes[CHAIN_FEATURES];
	uint32_t	 prints[CHAIN_FEATURES];
};

/* chain_home() and the fingerprint of eight features. */
WIDE static inline void
search_eight(__m256i x, __m256i slots, uint32_t *homes, uint32_t *prints)
{
	__m256i even, odd;

	x = _mm256_mullo_epi32(x, _mm256_set1_epi32((int)CHAIN_MIX_1));
	x = _mm256_mullo_epi32(_mm256_xor_si256(x, _mm256_srli_epi32(x, 15)),
	    _mm256_set1_epi32((int)CHAIN_MIX_2));
	x = _mm256_xor_si256(x, _mm256_srli_epi32(x, 13));
	_mm256_storeu_si256((void *)prints,
	    _mm256_srli_epi32(x, CHAIN_ROW_BITS));
	x = _mm256_mullo_epi32(x, _mm256_set1_epi32((int)CHAIN_MIX_HOME));
	even = _mm256_srli_epi64(_mm256_mul_epu32(x, slots), 32);
	odd = _mm256_mul_epu32(_mm256_srli_epi64(x, 32), slots);
	_mm256_storeu_si256((void *)homes,
	    _mm256_blend_epi32(even, odd, 0xAA));
}

WIDE static void
search_all(const uint32_t *f, size_t n, uint32_t nslots, struct searches *s)
{
	__m256i slots = _mm256_set1_epi32((int)nslots);
	uint32_t rest[LANES] = { 0 };
	size_t i;

	for (i = 0; i + LANES <= n; i += LANES)
		search_eight(_mm256_loadu_si256((const void *)(f + i)), slots,
		    s->homes + i, s->prints + i);
	if (i == n)
		return;
	memcpy(rest, f + i, (n - i) * sizeof(*f));
	search_eight(_mm256_loadu_si256((const void *)rest), slots,
	    s->homes + i, s->prints + i);
}

/* The rows of n features, of nothing where one has none. */
WIDE static inline void
find_rows(const struct chain *c, const struct searches *s, size_t n,
    const int8_t **rows)
{
	const __m256i none = { 0 };
	const uint32_t *slots = c->slots;
	const int8_t (*all)[CHAIN_ROW] = c->rows;
	const int8_t *row;
	uint32_t at, slot, nslots = c->n;
	unsigned ends;
	__m256i v;
	size_t i;

	for (i = 0; i < n; i++) {
		/* behind the slots is the row of nothing: it is there to read */
		v = _mm256_loadu_si256((const void *)&slots[s->homes[i]]);
		v = _mm256_or_si256(_mm256_cmpeq_epi32(v, none),
		    _mm256_cmpeq_epi32(_mm256_srli_epi32(v, CHAIN_ROW_BITS),
		    _mm256_set1_epi32((int)s->prints[i])));
		ends = (unsigned)_mm256_movemask_ps(_mm256_castsi256_ps(v));
		at = s->homes[i] + (uint32_t)__builtin_ctz(ends);
		slot = ends != 0 && at < nslots ? slots[at] :
		    chain_find_slot(c, s->homes[i], s->prints[i]);
		row = all[slot & ((1u << CHAIN_ROW_BITS) - 1)];
		__builtin_prefetch(row);
		__builtin_prefetch(row + CHAIN_ROW - 1);
		rows[i] = row;
	}
}

WIDE static inline __m256i
add_weights(__m256i v, const int8_t *weights)
{
	return _mm256_add_epi16(v, _mm256_cvtepi8_epi16(
	    _mm_loadu_si128((const void *)weights)));
}

/* Add a vector of sums, of a factor of so many bits, to scores. */
WIDE static inline void
add_sums(__m256i v, int bits, int32_t *scores)
{
	__m256i *at = (void *)scores;
	__m256i low = _mm256_cvtepi16_epi32(_mm256_castsi256_si128(v));
	__m256i high = _mm256_cvtepi16_epi32(_mm256_extracti128_si256(v, 1));

	_mm256_storeu_si256(at, _mm256_add_epi32(_mm256_loadu_si256(at),
	    _mm256_slli_epi32(low, bits)));
	_mm256_storeu_si256(at + 1, _mm256_add_epi32(
	    _mm256_loadu_si256(at + 1), _mm256_slli_epi32(high, bits)));
}

/* A row of which the weights count more. */
WIDE static inline void
add_heavy(const int8_t *row, int32_t scores[CHAIN_SCORES])
{
	int bits = 2 * (row[CHAIN_FACTOR] & (CHAIN_FACTORS - 1)), k;

	for (k = 0; k < CHAIN_ROW; k += 16)
		add_sums(add_weights(_mm256_setzero_si256(), row + k), bits,
		    scores + k);
}

WIDE void
chain_wide_score(const struct chain *c, const uint32_t *f, size_t n,
    int32_t scores[CHAIN_SCORES])
{
	__m256i a = { 0 }, b = { 0 }, d = { 0 };
	const int8_t *rows[CHAIN_FEATURES];
	struct searches s;
	size_t i;

	memset(scores, 0, CHAIN_SCORES * sizeof(*scores));
	search_all(f, n, c->n, &s);
	for (i = 0; i < n; i++)
		__builtin_prefetch(&c->slots[s.homes[i]]);
	find_rows(c, &s, n, rows);
	for (i = 0; i < n; i++) {
		if (rows[i][CHAIN_FACTOR] != 0) {
			add_heavy(rows[i], scores);
			continue;
		}
		a = add_weights(a, rows[i]);
		b = add_weights(b, rows[i] + 16);
		d = add_weights(d, rows[i] + 32);
	}
	add_sums(a, 0, scores);
	add_sums(b, 0, scores + 16);
	add_sums(d, 0, scores + 32);
}

#else

bool
chain_wide_has(void)
{
	return false;
}

void
chain_wide_score(const struct chain *c, const uint32_t *f, size_t n,
    int32_t scores[CHAIN_SCORES])
{
	(void)c, (void)f, (void)n, (void)scores;
	abort();
}

#endif
