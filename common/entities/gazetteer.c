#include "common/entities/gazetteer.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"

#define MAGIC	0x315a4147u	/* "GAZ1" */

struct header {
	uint32_t	 magic;
	uint32_t	 slots;
};

bool
gazetteer_open(struct gazetteer *g, const void *data, size_t len, size_t *used)
{
	struct header h;

	if (len < sizeof(h))
		return false;
	memcpy(&h, data, sizeof(h));
	if (h.magic != MAGIC || h.slots == 0 || (h.slots & (h.slots - 1)) != 0 ||
	    (len - sizeof(h)) / sizeof(uint32_t) < h.slots)
		return false;
	g->slots = (const uint32_t *)(const void *)((const char *)data + sizeof(h));
	g->mask = h.slots - 1;
	*used = (sizeof(h) + h.slots * sizeof(uint32_t) + 63) & ~(size_t)63;
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

void
gazetteer_builder_write(struct gazetteer_builder *b, FILE *f)
{
	struct header h = { MAGIC, 1024 };
	struct node *nodes = xcalloc(b->n, sizeof(*nodes));
	uint32_t *slots;
	size_t i, n = 0, pad;
	uint32_t j;

	for (i = 0; i < b->cap; i++)
		if (b->nodes[i].bits != 0)
			nodes[n++] = b->nodes[i];
	qsort(nodes, n, sizeof(*nodes), by_hash);
	while (h.slots * 3 < n * 4)
		h.slots *= 2;
	slots = xcalloc(h.slots, sizeof(*slots));
	for (i = 0; i < n; i++) {
		for (j = nodes[i].hash; slots[j & (h.slots - 1)] != 0; j++)
			continue;
		slots[j & (h.slots - 1)] = (nodes[i].hash * 0xC2B2AE35u >> 16) << 16 |
		    nodes[i].bits;
	}
	pad = sizeof(h) + h.slots * sizeof(*slots);
	if (fwrite(&h, sizeof(h), 1, f) != 1 ||
	    fwrite(slots, sizeof(*slots), h.slots, f) != h.slots)
		err(1, "model");
	for (; pad % 64 != 0; pad++)
		putc(0, f);
	fprintf(stderr, "gazetteer: %zu nodes, %u slots\n", n, h.slots);
	free(slots);
	free(nodes);
}

/* The user's own. */

struct phrases {
	struct phrase_node {
		uint64_t hash;		/* 0: free */
		uint8_t	 type;		/* ENTITY_TYPES: only a beginning */
		bool	 more;
	}		*nodes;
	size_t		 n, cap;
	struct tokens	 tokens;
	bool		 fold;
};

static uint64_t
extend(const struct phrases *p, uint64_t h, const struct token *t)
{
	h = (h ^ (p->fold ? t->folded : t->hash)) * 0x9E3779B97F4A7C15u;
	h = (h ^ (uint64_t)(t->end - t->start) ^ h >> 29) * 0xBF58476D1CE4E5B9u;
	h ^= h >> 32;
	return h != 0 ? h : 1;
}

static struct phrase_node *
phrase_slot(struct phrase_node *nodes, size_t cap, uint64_t hash)
{
	size_t i = hash;

	while (nodes[i &= cap - 1].hash != 0 && nodes[i].hash != hash)
		i++;
	return &nodes[i];
}

static struct phrase_node *
phrase_put(struct phrases *p, uint64_t hash)
{
	struct phrase_node *s, *old = p->nodes;
	size_t i, cap = p->cap;

	if (p->n * 2 >= p->cap) {
		p->cap *= 2;
		p->nodes = xcalloc(p->cap, sizeof(*p->nodes));
		for (i = 0; i < cap; i++)
			if (old[i].hash != 0)
				*phrase_slot(p->nodes, p->cap, old[i].hash) = old[i];
		free(old);
	}
	s = phrase_slot(p->nodes, p->cap, hash);
	if (s->hash == 0) {
		s->hash = hash;
		s->type = ENTITY_TYPES;
		p->n++;
	}
	return s;
}

struct phrases *
phrases_new(bool fold)
{
	struct phrases *p = xcalloc(1, sizeof(*p));

	p->fold = fold;
	p->cap = 1024;
	p->nodes = xcalloc(p->cap, sizeof(*p->nodes));
	return p;
}

void
phrases_free(struct phrases *p)
{
	if (p == NULL)
		return;
	free(p->nodes);
	tokens_free(&p->tokens);
	free(p);
}

void
phrases_add(struct phrases *p, const char *s, size_t len, enum entity_type type)
{
	uint64_t h = 0;
	size_t i;

	p->tokens.n = 0;
	tokens_scan(&p->tokens, s, (struct span){ 0, len });
	if (p->tokens.n > PHRASE_LONGEST)
		return;
	for (i = 0; i < p->tokens.n; i++) {
		h = extend(p, h, &p->tokens.v[i]);
		if (i + 1 < p->tokens.n)
			phrase_put(p, h)->more = true;
		else
			phrase_put(p, h)->type = type;
	}
}

size_t
phrases_match(const struct phrases *p, const struct token *t, size_t i,
    size_t n, enum entity_type *type)
{
	const struct phrase_node *s;
	uint64_t h = 0;
	size_t first = i, best = 0;

	for (; i < n; i++) {
		h = extend(p, h, &t[i]);
		s = phrase_slot(p->nodes, p->cap, h);
		if (s->hash == 0)
			break;
		if (s->type != ENTITY_TYPES) {
			best = i + 1 - first;
			*type = s->type;
		}
		if (!s->more)
			break;
	}
	return best;
}
