#include "common/learn/chain.h"

#include <string.h>

#include "common/base/base.h"
#include "common/learn/chain_section.h"
#include "common/learn/chain_wide.h"
#include "common/learn/viterbi.h"

/* Read all transitions, which the numbers from p on are. */
static void
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
}

bool
chain_use(struct chain *c, const void *section, size_t len)
{
	const unsigned char *p = section;

	if (p == NULL || len < CHAIN_HEADER)
		return false;
	c->bits = model_get32(p + 4);
	c->n = model_get32(p + 8);
	if (model_get32(p) != CHAIN_TYPES || c->n < 2 ||
	    c->bits < CHAIN_BUCKET_BITS_LEAST ||
	    c->bits > CHAIN_BUCKET_BITS_MOST ||
	    len != CHAIN_PILOTS + ((size_t)1 << c->bits) +
	    c->n * sizeof(*c->rows))
		return false;
	read_transitions(p + CHAIN_HEADER, &c->transitions);
	viterbi_leads(&c->leads, &c->transitions);
	c->pilots = p + CHAIN_PILOTS;
	c->rows = (const void *)(c->pilots + ((size_t)1 << c->bits));
	c->wide = wide_has();
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
 * The rows of n features, of nothing where one has none.  Two rounds, so that
 * memory is asked early for what comes later.
 */
static void
find_rows(const struct chain *c, const uint32_t *f, size_t n,
    const int8_t **rows)
{
	uint32_t hashes[CHAIN_FEATURES];
	uint16_t print;
	size_t i;

	for (i = 0; i < n; i++) {
		hashes[i] = chain_hash(f[i]);
		rows[i] = c->rows[chain_row(hashes[i],
		    c->pilots[chain_bucket(hashes[i], c->bits)], c->n)];
		__builtin_prefetch(rows[i]);
	}
	for (i = 0; i < n; i++) {
		memcpy(&print, rows[i] + CHAIN_PRINT, sizeof(print));
		if (le16(print) != chain_print(hashes[i]))
			rows[i] = c->rows[0];
	}
}

static inline void
add_row(const int8_t *restrict row, int16_t *restrict sums)
{
	int k;

	for (k = 0; k < CHAIN_WEIGHTS; k++)
		sums[k] += row[k];
}

/* Add a row of which the weights count more. */
static void
add_heavy(const int8_t *restrict row, int32_t *restrict scores)
{
	int factor = 1 << 2 * (row[CHAIN_FACTOR] & (CHAIN_FACTORS - 1)), k;

	for (k = 0; k < CHAIN_WEIGHTS; k++)
		scores[k] += row[k] * factor;
}

/* What chain_wide_score() does, for all processors. */
static void
score(const struct chain *c, const uint32_t *f, size_t n,
    int32_t scores[restrict CHAIN_SCORES])
{
	const int8_t *rows[CHAIN_FEATURES], *heavy[CHAIN_FEATURES];
	int16_t sums[CHAIN_WEIGHTS] = { 0 };
	size_t i, nheavy = 0;
	int k;

	find_rows(c, f, n, rows);
	for (i = 0; i < n; i++)
		if (rows[i][CHAIN_FACTOR] == 0)
			add_row(rows[i], sums);
		else
			heavy[nheavy++] = rows[i];
	for (k = 0; k < CHAIN_SCORES; k++)
		scores[k] = sums[k];
	for (i = 0; i < nheavy; i++)
		add_heavy(heavy[i], scores);
}

void
chain_score(const struct chain *c, const uint32_t *f, size_t n,
    int32_t scores[CHAIN_SCORES])
{
	if (c->wide)
		chain_wide_score(c, f, n, scores);
	else
		score(c, f, n, scores);
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
