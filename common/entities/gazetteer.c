#include "common/entities/gazetteer.h"

#include <stdlib.h>

#include "common/base/base.h"
#include "common/text/text.h"

#define LEAST	1024		/* slots */

bool
gazetteer_open(struct gazetteer *g, const struct model *m)
{
	size_t len, slots;

	g->slots = model_section(m, "gazetteer", &len);
	slots = len / sizeof(*g->slots);
	if (g->slots == NULL || slots == 0 || slots > UINT32_MAX ||
	    (slots & (slots - 1)) != 0 || len % sizeof(*g->slots) != 0)
		return false;
	g->mask = (uint32_t)(slots - 1);
	return true;
}

/* The beginnings of phrases, each with its classes. */
struct gazetteer_builder {
	struct node {
		uint32_t hash;
		uint32_t bits;		/* 0: free */
	}		*nodes;
	size_t		 n, cap;	/* cap: a power of two */
	struct tokens	 tokens;
};

struct gazetteer_builder *
gazetteer_builder_new(void)
{
	struct gazetteer_builder *b = xcalloc(1, sizeof(*b));

	b->cap = 1 << 16;
	b->nodes = xcalloc(b->cap, sizeof(*b->nodes));
	return b;
}

void
gazetteer_builder_free(struct gazetteer_builder *b)
{
	free(b->nodes);
	tokens_free(&b->tokens);
	free(b);
}

static void
builder_put(struct gazetteer_builder *b, uint32_t hash, uint32_t bits)
{
	struct node *old = b->nodes;
	size_t i, cap = b->cap;

	if (b->n * 2 >= b->cap) {
		b->cap *= 2;
		b->nodes = xcalloc(b->cap, sizeof(*b->nodes));
		b->n = 0;
		for (i = 0; i < cap; i++)
			if (old[i].bits != 0)
				builder_put(b, old[i].hash, old[i].bits);
		free(old);
	}
	for (i = hash; b->nodes[i &= b->cap - 1].bits != 0; i++)
		if (b->nodes[i].hash == hash) {
			b->nodes[i].bits |= bits;
			return;
		}
	b->nodes[i].hash = hash;
	b->nodes[i].bits = bits;
	b->n++;
}

void
gazetteer_builder_add(struct gazetteer_builder *b, const char *phrase,
    size_t len, unsigned class)
{
	uint32_t h = 0;
	size_t i;

	b->tokens.n = 0;
	tokens_scan(&b->tokens, phrase, (struct span){ 0, len });
	if (b->tokens.n == 0 || b->tokens.n > GAZETTEER_LONGEST)
		return;
	for (i = 0; i < b->tokens.n; i++) {
		h = gazetteer_extend(h, b->tokens.v[i].folded);
		builder_put(b, h, i + 1 < b->tokens.n ? GAZETTEER_MORE :
		    1u << class);
	}
}

static int
by_hash(const void *a, const void *b)
{
	const struct node *x = a, *y = b;

	return (x->hash > y->hash) - (x->hash < y->hash);
}

void *
gazetteer_builder_section(const struct gazetteer_builder *b, size_t *len)
{
	struct node *nodes = xcalloc(b->n, sizeof(*nodes));
	uint32_t slots = LEAST, j;
	unsigned char *p;
	size_t i, n = 0;

	for (i = 0; i < b->cap; i++)
		if (b->nodes[i].bits != 0)
			nodes[n++] = b->nodes[i];
	qsort(nodes, n, sizeof(*nodes), by_hash);
	while (slots * 3 < n * 4)
		slots *= 2;
	*len = slots * sizeof(uint32_t);
	p = xcalloc(1, *len);
	for (i = 0; i < n; i++) {
		j = nodes[i].hash & (slots - 1);
		while (model_get32(p + 4 * j) != 0)
			j = (j + 1) & (slots - 1);
		model_put32(p + 4 * j, GAZETTEER_PRINT(nodes[i].hash) << 16 |
		    nodes[i].bits);
	}
	free(nodes);
	return p;
}
