#include "common/learn/wordmap.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"

#define HEADER		8
#define SEEDS		100	/* tried before giving up; one or two do */

static uint64_t
mix(uint64_t h, uint64_t v)
{
	h = (h ^ v) * UINT64_C(0x9e3779b97f4a7c15);
	return h ^ h >> 32;
}

static uint64_t
hash(const char *word, size_t n, uint32_t seed)
{
	const unsigned char *s = (const unsigned char *)word;
	uint64_t h = mix(seed, n), v;

	for (; n >= 8; s += 8, n -= 8)
		h = mix(h, model_get32(s) | (uint64_t)model_get32(s + 4) << 32);
	for (v = 0; n > 0; n--)
		v = v << 8 | s[n - 1];
	h = mix(h, v);
	return mix(h, h >> 29);
}

/* The i-th of a word's three cells. */
static uint32_t
cell(uint64_t h, uint32_t segment, unsigned i)
{
	uint32_t part = (uint32_t)(h >> (i * 16)) ^ (uint32_t)(h >> 40) * i;

	return i * segment + (uint32_t)(((uint64_t)part * segment) >> 32);
}

static unsigned
fingerprint(uint64_t h)
{
	return (unsigned)((h * UINT64_C(0xd6e8feb86659fd93)) >> 56);
}

bool
wordmap_use(struct wordmap *m, const void *section, size_t len)
{
	const unsigned char *p = section;

	if (p == NULL || len < HEADER)
		return false;
	m->segment = model_get32(p);
	m->seed = model_get32(p + 4);
	m->cells = p + HEADER;
	return m->segment > 0 && (len - HEADER) / 6 == m->segment &&
	    (len - HEADER) % 6 == 0;
}

bool
wordmap_open(struct wordmap *m, const struct model *model,
    const char *section)
{
	size_t len;
	const void *p = model_section(model, section, &len);

	return wordmap_use(m, p, len);
}

int
wordmap_get(const struct wordmap *m, const char *word, size_t len)
{
	uint64_t h = hash(word, len, m->seed);
	unsigned i, v = 0;
	const unsigned char *c;

	for (i = 0; i < 3; i++) {
		c = m->cells + 2 * (size_t)cell(h, m->segment, i);
		v ^= c[0] | (unsigned)c[1] << 8;
	}
	return v >> 8 == fingerprint(h) ? (int)(v & 0xFF) : -1;
}

/*
 * Order the words so that each, when its turn comes from the last to the
 * first, has a cell that no word done before it uses: take away, again and
 * again, a word that has a cell to itself.  False if that gets stuck.
 */
static bool
peel(const uint64_t *h, size_t n, uint32_t segment, uint32_t *order,
    uint32_t *own)
{
	size_t cells = 3 * (size_t)segment, head, tail = 0, i, done = 0;
	uint32_t *count = xcalloc(cells, sizeof(*count));
	uint32_t *sum = xcalloc(cells, sizeof(*sum));	/* xor of the words */
	uint32_t *queue = xcalloc(cells + 3 * n, sizeof(*queue));
	uint32_t c, w;
	unsigned k;

	for (i = 0; i < n; i++)
		for (k = 0; k < 3; k++) {
			c = cell(h[i], segment, k);
			count[c]++;
			sum[c] ^= (uint32_t)i;
		}
	for (i = 0; i < cells; i++)
		if (count[i] == 1)
			queue[tail++] = (uint32_t)i;
	for (head = 0; head < tail; head++) {
		if (count[queue[head]] != 1)
			continue;
		w = sum[queue[head]];
		order[done] = w;
		own[done++] = queue[head];
		for (k = 0; k < 3; k++) {
			c = cell(h[w], segment, k);
			sum[c] ^= w;
			if (--count[c] == 1)
				queue[tail++] = c;
		}
	}
	free(count);
	free(sum);
	free(queue);
	return done == n;
}

void *
wordmap_section(const char *const *words, const uint8_t *values, size_t n,
    size_t *len)
{
	uint32_t segment = (uint32_t)(n * 41 / 100 + 16), seed, c;
	uint64_t *h = xcalloc(n + 1, sizeof(*h));
	uint32_t *order = xcalloc(n + 1, sizeof(*order));
	uint32_t *own = xcalloc(n + 1, sizeof(*own));
	unsigned char *p;
	unsigned v, k;
	size_t i;

	for (seed = 1; seed <= SEEDS; seed++) {
		for (i = 0; i < n; i++)
			h[i] = hash(words[i], strlen(words[i]), seed);
		if (peel(h, n, segment, order, own))
			break;
	}
	if (seed > SEEDS)
		errx(2, "wordmap: words that are not all different");
	*len = HEADER + 6 * (size_t)segment;
	p = xcalloc(1, *len);
	model_put32(p, segment);
	model_put32(p + 4, seed);
	for (i = n; i-- > 0; ) {
		v = values[order[i]] | fingerprint(h[order[i]]) << 8;
		for (k = 0; k < 3; k++) {
			c = cell(h[order[i]], segment, k);
			if (c != own[i])
				v ^= p[HEADER + 2 * c] |
				    (unsigned)p[HEADER + 2 * c + 1] << 8;
		}
		p[HEADER + 2 * own[i]] = (unsigned char)v;
		p[HEADER + 2 * own[i] + 1] = (unsigned char)(v >> 8);
	}
	free(h);
	free(order);
	free(own);
	return p;
}
