#include "common/learn/chain.h"

#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif
#include "common/base/base.h"
#include "common/learn/chain_section.h"
#include "common/learn/chain_wide.h"
#include "common/learn/viterbi.h"

/* Read all transitions, which the numbers from p on are; behind them. */
static const unsigned char *
read_transitions(const unsigned char *p, struct chain_transitions *t)
{
	int i, k;

	memset(t, 0, sizeof(*t));
	for (i = 0; i < CHAIN_CLASSES; i++)
		for (k = 0; k < CHAIN_STARTERS; k++, p += sizeof(int32_t))
			t->next[i][k] = (int32_t)model_get32(p);
	for (i = 0; i < CHAIN_TYPES; i++)
		for (k = 0; k < CHAIN_STEPS; k++, p += sizeof(int32_t))
			t->within[k][i] = (int32_t)model_get32(p);
	return p;
}

bool
chain_use(struct chain *c, const void *section, size_t len)
{
	const unsigned char *p = section;
	uint64_t slots, rows;

	if (p == NULL || len < CHAIN_HEADER)
		return false;
	slots = model_get32(p + 4);
	rows = model_get32(p + 8);
	if (model_get32(p) != CHAIN_TYPES || slots == 0 || rows == 0 ||
	    len != CHAIN_HEADER + CHAIN_NUMBERS * sizeof(int32_t) +
	    slots * sizeof(*c->slots) + rows * sizeof(*c->rows))
		return false;
	p = read_transitions(p + CHAIN_HEADER, &c->transitions);
	viterbi_leads(&c->leads, &c->transitions);
	c->slots = (const void *)p;
	c->n = (uint32_t)slots;
	c->rows = (const void *)(p + slots * sizeof(*c->slots));
	c->wide = chain_wide_has();
	return true;
}

bool
chain_open(struct chain *c, const struct model *m, const char *section)
{
	size_t len;
	const void *p = model_section(m, section, &len);

	return chain_use(c, p, len);
}

/*
 * The first slot from j on that holds this fingerprint, or nothing: then 0.
 * Eight are compared at once: most searches end within the first, where cannot
 * be foreseen, and to guess it wrong would cost as much as all of them.
 */
uint32_t
chain_find_slot(const struct chain *c, uint32_t j, uint32_t print)
{
	uint32_t slot;
#ifdef __SSE2__
	const __m128i *p = (const void *)&c->slots[j];
	const __m128i want = _mm_set1_epi32((int)print), none = { 0 };
	__m128i a, b;
	int ends;

	for (; c->n - j >= 8; j += 8, p += 2) {
		a = _mm_loadu_si128(p);
		b = _mm_loadu_si128(p + 1);
		a = _mm_or_si128(_mm_cmpeq_epi32(a, none),
		    _mm_cmpeq_epi32(_mm_srli_epi32(a, CHAIN_ROW_BITS), want));
		b = _mm_or_si128(_mm_cmpeq_epi32(b, none),
		    _mm_cmpeq_epi32(_mm_srli_epi32(b, CHAIN_ROW_BITS), want));
		ends = _mm_movemask_epi8(_mm_packs_epi32(a, b));
		if (ends != 0)
			return c->slots[j + (uint32_t)__builtin_ctz(ends) / 2];
	}
	if (j == c->n)
		j = 0;
#endif
	for (; (slot = le32(c->slots[j])) != 0; j = chain_after(j, c->n))
		if (CHAIN_FINGERPRINT(slot) == print)
			break;
	return slot;
}

/* The row in a slot, 0 for none, of which memory is asked. */
static inline const int8_t *
row_of(const struct chain *c, uint32_t slot)
{
	const int8_t *row = c->rows[slot & ((1u << CHAIN_ROW_BITS) - 1)];

	__builtin_prefetch(row);
	__builtin_prefetch(row + CHAIN_ROW - 1);
	return row;
}

/* The rows of those of n features that have one, and how many these are. */
static size_t
find_rows(const struct chain *c, const uint32_t *f, const uint32_t *homes,
    size_t n, const int8_t **rows)
{
	size_t i, found = 0;
	uint32_t slot;

	for (i = 0; i < n; i++) {
		slot = chain_find_slot(c, homes[i], CHAIN_FINGERPRINT(f[i]));
		rows[found] = row_of(c, slot);
		found += slot != 0;
	}
	return found;
}

/* Add the weights of a row with a factor; any: is it not the first? */
static inline void
add_other(const int8_t *row, bool any, int16_t others[CHAIN_FACTORS][CHAIN_ROW])
{
	int16_t *other = others[row[CHAIN_FACTOR] & (CHAIN_FACTORS - 1)];
	int k;

	if (!any)
		memset(others, 0, CHAIN_FACTORS * sizeof(*others));
	for (k = 0; k < CHAIN_ROW; k++)
		other[k] += row[k];
}

/*
 * Add the weights of n rows: of those with a factor to others[which], and of
 * all others, most, to sums.  True if there were any with a factor.
 */
static inline bool
add_rows(const int8_t *const *rows, size_t n, int16_t sums[CHAIN_ROW],
    int16_t others[CHAIN_FACTORS][CHAIN_ROW])
{
	bool any = false;
	size_t i;
	int k;
#ifdef __SSE2__
	const __m128i none = { 0 };
	__m128i v[CHAIN_ROW / 8] = { none }, row, sign;
#else
	memset(sums, 0, CHAIN_ROW * sizeof(*sums));
#endif

	for (i = 0; i < n; i++) {
		if (rows[i][CHAIN_FACTOR] != 0) {
			add_other(rows[i], any, others);
			any = true;
			continue;
		}
#ifdef __SSE2__
#pragma GCC unroll 3
		for (k = 0; k < CHAIN_ROW / 16; k++) {
			row = _mm_loadu_si128((const void *)(rows[i] + 16 * k));
			sign = _mm_cmpgt_epi8(none, row);
			v[2 * k] = _mm_add_epi16(v[2 * k],
			    _mm_unpacklo_epi8(row, sign));
			v[2 * k + 1] = _mm_add_epi16(v[2 * k + 1],
			    _mm_unpackhi_epi8(row, sign));
		}
	}
	memcpy(sums, v, sizeof(v));
#else
		for (k = 0; k < CHAIN_ROW; k++)
			sums[k] += rows[i][k];
	}
#endif
	return any;
}

void
chain_score(const struct chain *c, const uint32_t *f, size_t n,
    int32_t scores[restrict CHAIN_SCORES])
{
	int16_t sums[CHAIN_ROW], others[CHAIN_FACTORS][CHAIN_ROW];
	const int8_t *rows[CHAIN_FEATURES];
	uint32_t hashes[CHAIN_FEATURES], homes[CHAIN_FEATURES];
	size_t i, found;
	bool any;
	int k;

	if (c->wide) {
		chain_wide_score(c, f, n, scores);
		return;
	}
	/* three rounds, so that memory is asked early for what comes later */
	for (i = 0; i < n; i++) {
		hashes[i] = chain_hash(f[i]);
		homes[i] = chain_home(hashes[i], c->n);
		__builtin_prefetch(&c->slots[homes[i]]);
	}
	found = find_rows(c, hashes, homes, n, rows);
	/* cppcheck-suppress uninitvar */
	any = add_rows(rows, found, sums, others);
	if (!any) {
		for (k = 0; k < CHAIN_SCORES; k++)
			scores[k] = sums[k];
		return;
	}
	for (k = 0; k < CHAIN_SCORES; k++)
		scores[k] = sums[k] + 4 * others[1][k] + 16 * others[2][k] +
		    64 * others[3][k];
}

void
chain_decode(const struct chain *c, int32_t scores[][CHAIN_SCORES], size_t n,
    uint8_t *labels)
{
	if (n == 1)
		labels[0] = viterbi_one(&c->transitions, scores[0]);
	else
		viterbi(&c->transitions, &c->leads, scores, n, NULL, labels);
}
