#include "common/learn/train_wordmap.h"

#include <err.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/wordmap_cells.h"

#define SEEDS	100	/* tried before giving up; one or two do */

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
			c = wordmap_cell(h[i], segment, k);
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
			c = wordmap_cell(h[w], segment, k);
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
	unsigned char *p, *cells, *at;
	unsigned v, k;
	size_t i;

	for (seed = 1; seed <= SEEDS; seed++) {
		for (i = 0; i < n; i++)
			h[i] = wordmap_hash(words[i], strlen(words[i]), seed);
		if (peel(h, n, segment, order, own))
			break;
	}
	if (seed > SEEDS)
		errx(2, "wordmap: words that are not all different");
	*len = WORDMAP_HEADER + 6 * (size_t)segment;
	p = xcalloc(1, *len);
	model_put32(p, segment);
	model_put32(p + 4, seed);
	cells = p + WORDMAP_HEADER;
	for (i = n; i-- > 0; ) {
		v = values[order[i]] | wordmap_fingerprint(h[order[i]]) << 8;
		for (k = 0; k < 3; k++) {
			c = wordmap_cell(h[order[i]], segment, k);
			if (c == own[i])
				continue;
			at = cells + 2 * c;
			v ^= at[0] | (unsigned)at[1] << 8;
		}
		model_put16(cells + 2 * own[i], (uint16_t)v);
	}
	free(h);
	free(order);
	free(own);
	return p;
}
