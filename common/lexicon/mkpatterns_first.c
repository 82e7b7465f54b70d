/*
 * mkpatterns_first.c -- which symbols a tree can begin with
 *
 * So that who looks for the parts of a form passes by, at one look, what cannot
 * stand there: of a class of hundreds of phrases nearly all.
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/lexicon/mkpatterns.h"

struct first_set {
	bool		 known;
	bool		 empty;		/* the tree may match nothing */
	unsigned	 set;		/* what begins it, if it does not */
};

struct first_finder {
	struct source	*s;
	struct symbols	*y;
	struct first_set *of;		/* by node */
};

/* The number of a set of symbols: a new one if there is no such yet. */
static unsigned
set_number(struct symbols *y, const uint32_t *set)
{
	size_t size = y->set_words * sizeof(*set), i;

	for (i = 0; i < y->nsets; i++)
		if (memcmp(y->sets + i * y->set_words, set, size) == 0)
			return i;
	if (y->nsets + 1 >= UINT16_MAX)
		errx(1, "too many sets: widen pattern_node.first");
	y->sets = realloc(y->sets, (y->nsets + 1) * size);
	if (y->sets == NULL)
		err(1, NULL);
	memcpy(y->sets + y->nsets * y->set_words, set, size);
	return y->nsets++;
}

static unsigned
both(struct symbols *y, unsigned a, unsigned b)
{
	uint32_t set[SYMBOLS_MOST / 32];
	unsigned i;

	for (i = 0; i < y->set_words; i++)
		set[i] = y->sets[a * y->set_words + i] |
		    y->sets[b * y->set_words + i];
	return set_number(y, set);
}

/* White space, or nothing at all. */
static unsigned
spaces(struct symbols *y, bool any)
{
	uint32_t set[SYMBOLS_MOST / 32] = { 0 };
	int i;

	for (i = PATTERN_SPACE; any && i <= PATTERN_NO_BREAK; i++)
		set[y->others[i] / 32] |= 1u << y->others[i] % 32;
	return set_number(y, set);
}

static struct first_set
find(struct first_finder *f, unsigned node)
{
	const struct pattern_node *n = &f->s->nodes[node];
	struct first_set a = { .known = true }, b;

	if (f->of[node].known)
		return f->of[node];
	if (n->op == PATTERN_TERM)
		a.set = n->a;
	else if (n->op == PATTERN_GAP || n->op == PATTERN_EMPTY) {
		a.empty = true;
		a.set = spaces(f->y, n->op == PATTERN_GAP);
	} else
		a = find(f, n->a);
	if (n->op == PATTERN_MAYBE || n->op == PATTERN_ANY)
		a.empty = true;
	if (n->op == PATTERN_EITHER || (n->op == PATTERN_SEQUENCE && a.empty)) {
		b = find(f, n->b);
		a.set = both(f->y, a.set, b.set);
		a.empty = n->op == PATTERN_EITHER ? a.empty || b.empty :
		    b.empty;
	}
	return f->of[node] = a;
}

void
first_find(struct source *s, struct symbols *y)
{
	struct first_finder f = { s, y, calloc(s->nnodes, sizeof(*f.of)) };
	struct first_set b;
	size_t i;

	if (f.of == NULL)
		err(1, NULL);
	for (i = 0; i < s->nnodes; i++) {
		b = find(&f, i);
		s->nodes[i].first = b.empty ? 0 : b.set + 1;
	}
	free(f.of);
}
