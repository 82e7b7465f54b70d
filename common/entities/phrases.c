#include "common/entities/phrases.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"

#define TABLES		4	/* by PHRASE_CASE and PHRASE_ACCENTS */
#define CAP_LEAST	1024
#define NO_CHARACTER	0x110000	/* and up: a byte that is no UTF-8 */

_Static_assert(PHRASE_LONGEST == 32, "what phrases_add() says");

struct phrases {
	struct phrase_table {
		struct phrase_node {
			uint64_t hash;		/* 0: free */
			uint32_t phrase;	/* + 1; 0: only a beginning */
			bool	 more;
		}		*nodes;
		size_t		 n, cap;
	}		 tables[TABLES];
	struct phrase	*v;
	size_t		 n, v_cap;
	struct tokens	 tokens;

	/* of the tokens at hand */
	uint64_t	*words;		/* a hash for each */
	size_t		 words_cap;
	struct phrase_match *found;
	size_t		 nfound, found_cap;
	size_t		*reach;		/* where a stop that began ends */
	size_t		 reach_cap;
};

/* A word's hash, without what does not count. */
static uint64_t
word_hash(const char *s, size_t n, unsigned ignored)
{
	uint64_t h = 0;
	uint32_t cp;
	size_t i, len;

	for (i = 0; i < n; i += len) {
		len = utf8_decode(s + i, n - i, &cp);
		if (cp == UTF8_INVALID)
			cp = NO_CHARACTER + (unsigned char)s[i];
		else if ((ignored & PHRASE_ACCENTS) && char_is_combining(cp))
			continue;
		else {
			if (ignored & PHRASE_CASE)
				cp = char_lower(cp);
			if (ignored & PHRASE_ACCENTS)
				cp = char_base(cp);
		}
		h = hash64_step(h, cp);
	}
	return hash64_end(h);
}

static uint64_t
extend(uint64_t h, uint64_t word)
{
	h = hash64_step(hash64_step(h, word), 1);
	return h != 0 ? h : 1;
}

static struct phrase_node *
node_slot(const struct phrase_table *p, uint64_t hash)
{
	size_t i = hash;

	while (p->nodes[i &= p->cap - 1].hash != 0 && p->nodes[i].hash != hash)
		i++;
	return &p->nodes[i];
}

static struct phrase_node *
node_put(struct phrase_table *p, uint64_t hash)
{
	struct phrase_node *s, *old = p->nodes;
	size_t i, cap = p->cap;

	if (p->n * 2 >= cap) {
		p->cap = cap != 0 ? cap * 2 : CAP_LEAST;
		p->nodes = xcalloc(p->cap, sizeof(*p->nodes));
		for (i = 0; i < cap; i++)
			if (old[i].hash != 0)
				*node_slot(p, old[i].hash) = old[i];
		free(old);
	}
	s = node_slot(p, hash);
	p->n += s->hash == 0;
	s->hash = hash;
	return s;
}

struct phrases *
phrases_new(void)
{
	return xcalloc(1, sizeof(struct phrases));
}

void
phrases_free(struct phrases *p)
{
	size_t i;

	if (p == NULL)
		return;
	for (i = 0; i < TABLES; i++)
		free(p->tables[i].nodes);
	for (i = 0; i < p->n; i++)
		free((char *)p->v[i].id);
	free(p->v);
	free(p->words);
	free(p->found);
	free(p->reach);
	tokens_free(&p->tokens);
	free(p);
}

static bool
same(const struct phrase *a, const struct phrase *b)
{
	return a->type == b->type && a->id_len == b->id_len &&
	    (a->id_len == 0 || memcmp(a->id, b->id, a->id_len) == 0);
}

/* The phrase's number: that of the last one, if it says no more. */
static uint32_t
number(struct phrases *p, const struct phrase *as)
{
	struct phrase *v;

	if (p->n > 0 && same(&p->v[p->n - 1], as))
		return (uint32_t)p->n - 1;
	p->v = array_grow(p->v, &p->v_cap, p->n + 1, sizeof(*p->v));
	v = &p->v[p->n];
	*v = (struct phrase){ .type = as->type };
	if (as->id_len > 0) {
		v->id = xstrndup(as->id, as->id_len);
		v->id_len = as->id_len;
	}
	return (uint32_t)p->n++;
}

/* Are there no capitals in it? */
static bool
is_small(const struct tokens *t)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		if (t->v[i].flags & (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_MIXED))
			return false;
	return true;
}

const char *
phrases_add(struct phrases *p, const char *s, size_t len,
    const struct phrase *as, unsigned ignored)
{
	struct phrase_node *node = NULL;
	struct phrase_table *table;
	const struct phrase *before;
	const struct token *t;
	uint64_t h = 0;

	p->tokens.n = 0;
	tokens_scan(&p->tokens, s, (struct span){ 0, len });
	if (p->tokens.n == 0)
		return NULL;
	if (p->tokens.n > PHRASE_LONGEST)
		return "has more than 32 words and marks";
	if ((ignored & PHRASE_CASE_SMALL) && is_small(&p->tokens))
		ignored |= PHRASE_CASE;
	ignored &= PHRASE_CASE | PHRASE_ACCENTS;
	table = &p->tables[ignored];
	for (t = p->tokens.v; t < p->tokens.v + p->tokens.n; t++) {
		if (node != NULL)
			node->more = true;
		h = extend(h, word_hash(s + t->start, t->end - t->start,
		    ignored));
		node = node_put(table, h);
	}
	if (node->phrase == 0) {
		node->phrase = number(p, as) + 1;
		return NULL;
	}
	before = &p->v[node->phrase - 1];
	return same(before, as) || before->type == PHRASE_NO_NAME ? NULL :
	    "was given before, with another type or id";
}

const struct phrase *
phrases_get(const struct phrases *p, uint32_t phrase)
{
	return &p->v[phrase];
}

static void
hash_words(struct phrases *p, const char *text, const struct token *t, size_t n,
    unsigned ignored)
{
	size_t i;

	p->words = array_grow(p->words, &p->words_cap, n + 1,
	    sizeof(*p->words));
	for (i = 0; i < n; i++)
		p->words[i] = word_hash(text + t[i].start,
		    t[i].end - t[i].start, ignored);
}

/* The longest phrase at token i of n: its tokens, and itself + 1. */
static size_t
longest(const struct phrases *p, const struct phrase_table *table, size_t i,
    size_t n, uint32_t *phrase)
{
	const struct phrase_node *s;
	size_t first = i, best = 0;
	uint64_t h = 0;

	for (; i < n; i++) {
		h = extend(h, p->words[i]);
		s = node_slot(table, h);
		if (s->hash == 0)
			break;
		if (s->phrase != 0) {
			best = i + 1 - first;
			*phrase = s->phrase;
		}
		if (!s->more)
			break;
	}
	return best;
}

static void
find_in(struct phrases *p, unsigned ignored, const char *text,
    const struct token *t, size_t n)
{
	const struct phrase_table *table = &p->tables[ignored];
	uint32_t phrase = 0;
	size_t i, len;

	if (table->n == 0)
		return;
	hash_words(p, text, t, n, ignored);
	for (i = 0; i < n; i++) {
		if ((len = longest(p, table, i, n, &phrase)) == 0)
			continue;
		p->found = array_grow(p->found, &p->found_cap, p->nfound + 1,
		    sizeof(*p->found));
		p->found[p->nfound++] = (struct phrase_match){ .first = i,
		    .last = i + len - 1, .phrase = phrase - 1 };
		if (p->v[phrase - 1].type == PHRASE_NO_NAME &&
		    p->reach[i] < i + len)
			p->reach[i] = i + len;
	}
}

size_t
phrases_find(struct phrases *p, const char *text, const struct token *t,
    size_t n, const struct phrase_match **found)
{
	unsigned i;
	size_t k;

	p->nfound = 0;
	p->reach = array_grow(p->reach, &p->reach_cap, n + 1,
	    sizeof(*p->reach));
	memset(p->reach, 0, (n + 1) * sizeof(*p->reach));
	for (i = 0; i < TABLES; i++)
		find_in(p, i, text, t, n);
	for (k = 1; k < n; k++)
		if (p->reach[k] < p->reach[k - 1])
			p->reach[k] = p->reach[k - 1];
	*found = p->found;
	return p->nfound;
}

bool
phrases_stop(const struct phrases *p, size_t first, size_t last)
{
	return p->reach[first] > last;
}

const struct phrase *
phrases_whole(struct phrases *p, const char *s, size_t len,
    enum entity_type type)
{
	const struct phrase *v;
	uint32_t phrase = 0;
	unsigned i;

	p->tokens.n = 0;
	tokens_scan(&p->tokens, s, (struct span){ 0, len });
	for (i = 0; i < TABLES; i++) {
		if (p->tables[i].n == 0)
			continue;
		hash_words(p, s, p->tokens.v, p->tokens.n, i);
		if (p->tokens.n == 0 || longest(p, &p->tables[i], 0,
		    p->tokens.n, &phrase) != p->tokens.n)
			continue;
		v = &p->v[phrase - 1];
		if (v->type == type && v->id_len > 0)
			return v;
	}
	return NULL;
}
