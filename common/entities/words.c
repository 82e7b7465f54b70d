#include "common/entities/words.h"

#include "common/base/base.h"

#define SLOT_BYTES	(sizeof(uint32_t) + sizeof(uint16_t))

bool
word_table_open(struct word_table *w, const struct model *m)
{
	const char *words, *topics;
	size_t len, topics_len, slots;

	words = model_section(m, "words", &len);
	topics = model_section(m, "topics", &topics_len);
	slots = len / SLOT_BYTES;
	if (words == NULL || topics == NULL || slots == 0 ||
	    slots > UINT32_MAX || len % SLOT_BYTES != 0 ||
	    topics_len != TOPICS * sizeof(*w->wider))
		return false;
	w->values = (const void *)words;
	w->fingerprints = (const void *)(words + slots * sizeof(*w->values));
	w->slots = (uint32_t)slots;
	w->wider = (const void *)topics;
	return true;
}

static inline uint32_t
home(uint32_t hash, uint32_t slots)
{
	return (uint64_t)hash * slots >> 32;
}

static inline uint16_t
fingerprint(uint32_t h)
{
	return (uint16_t)(h * 0xC2B2AE35u >> 16) | 1;
}

uint32_t
word_table_find(const struct word_table *w, uint32_t hash)
{
	uint32_t i = home(hash, w->slots);
	uint16_t p = fingerprint(hash);

	while (w->fingerprints[i] != 0) {
		if (le16(w->fingerprints[i]) == p)
			return le32(w->values[i]);
		if (++i == w->slots)
			i = 0;
	}
	return 0;
}

void
word_table_prefetch(const struct word_table *w, uint32_t hash)
{
	uint32_t i = home(hash, w->slots);

	__builtin_prefetch(&w->fingerprints[i]);
	__builtin_prefetch(&w->values[i]);
}

void *
word_table_section(const uint32_t *hashes, const uint32_t *values, size_t n,
    size_t *len)
{
	uint32_t slots = (uint32_t)(n + n / 4 + 1), j;
	unsigned char *v, *prints;
	size_t i;

	*len = slots * SLOT_BYTES;
	v = xcalloc(1, *len);
	prints = v + slots * sizeof(uint32_t);
	for (i = 0; i < n; i++) {
		/* no fingerprint's first byte is 0 */
		for (j = home(hashes[i], slots); prints[2 * j] != 0; )
			if (++j == slots)
				j = 0;
		model_put16(prints + 2 * j, fingerprint(hashes[i]));
		model_put32(v + 4 * j, values[i]);
	}
	return v;
}

void *
topics_section(const uint16_t wider[TOPICS][TOPIC_LEVELS], size_t *len)
{
	unsigned char *p;
	size_t i, k;

	*len = TOPICS * TOPIC_LEVELS * sizeof(uint16_t);
	p = xmalloc(*len);
	for (i = 0; i < TOPICS; i++)
		for (k = 0; k < TOPIC_LEVELS; k++)
			model_put16(p + (i * TOPIC_LEVELS + k) * 2,
			    wider[i][k]);
	return p;
}
