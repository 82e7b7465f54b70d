#include "common/entities/phrases.h"

#include <stdint.h>
#include <stdlib.h>

#include "common/base/base.h"

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
				*phrase_slot(p->nodes, p->cap,
				    old[i].hash) = old[i];
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
