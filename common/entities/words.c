#include "common/entities/words.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"

#define MAGIC		0x32445257u	/* "WRD2" */
#define WIDER_BYTES	(TOPICS * TOPIC_LEVELS * sizeof(uint16_t))

struct header {
	uint32_t	 magic;
	uint32_t	 slots;
};

/* Header, wider topics, values, fingerprints, filled up to 64 bytes. */
static size_t
table_size(uint32_t slots)
{
	return (sizeof(struct header) + WIDER_BYTES + slots * (size_t)6 + 63) &
	    ~(size_t)63;
}

bool
word_table_open(struct word_table *w, const void *data, size_t len, size_t *used)
{
	const char *p = data;
	struct header h;

	if (len < sizeof(h))
		return false;
	memcpy(&h, p, sizeof(h));
	*used = table_size(h.slots);
	if (h.magic != MAGIC || h.slots == 0 || *used > len)
		return false;
	p += sizeof(h);
	w->wider = (const void *)p;
	p += WIDER_BYTES;
	w->values = (const void *)p;
	w->fingerprints = (const void *)(p + h.slots * sizeof(*w->values));
	w->slots = h.slots;
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
		if (w->fingerprints[i] == p)
			return w->values[i];
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

static void
put(FILE *f, const void *p, size_t size)
{
	if (fwrite(p, size, 1, f) != 1)
		err(1, "model");
}

void
word_table_write(FILE *f, const uint32_t *hashes, const uint32_t *values,
    size_t n, const uint16_t wider[TOPICS][TOPIC_LEVELS])
{
	struct header h = { MAGIC, n + n / 4 + 1 };
	uint16_t *prints = xcalloc(h.slots, sizeof(*prints));
	uint32_t *v = xcalloc(h.slots, sizeof(*v)), j;
	size_t i, len;

	for (i = 0; i < n; i++) {
		for (j = home(hashes[i], h.slots); prints[j] != 0; )
			if (++j == h.slots)
				j = 0;
		prints[j] = fingerprint(hashes[i]);
		v[j] = values[i];
	}
	put(f, &h, sizeof(h));
	put(f, wider, WIDER_BYTES);
	put(f, v, h.slots * sizeof(*v));
	put(f, prints, h.slots * sizeof(*prints));
	len = sizeof(h) + WIDER_BYTES + h.slots * (size_t)6;
	for (; len < table_size(h.slots); len++)
		putc(0, f);
	free(prints);
	free(v);
}
