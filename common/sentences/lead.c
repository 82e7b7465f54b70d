#include "common/sentences/lead.h"

#include <string.h>

#define NAME_WORDS	5	/* looked at, the short form counted */
#define SHORT_NAME	3	/* bytes that say too little to be the same */

static bool
is_part_of_name(const struct neighbour *w)
{
	return w->n > 0 && (w->shape == SHAPE_INITIAL ||
	    (w->shape >= SHAPE_CAPITAL && w->shape <= SHAPE_DOTS &&
	    w->shape != SHAPE_DOTS_LOWER) || w->s[0] == '&');
}

static bool
same_word(const struct neighbour *a, const struct neighbour *b)
{
	return a->n >= SHORT_NAME && a->n == b->n &&
	    memcmp(a->s, b->s, a->n) == 0;
}

void
lead_find(struct lead *l, const struct context *c,
    const struct sentence_iterator *it)
{
	struct neighbour w = c->before;
	unsigned n;

	l->again = same_word(&w, &c->next);
	for (n = 1; n < NAME_WORDS; n++) {
		neighbour_before(&w, it);
		/* A mark behind it, but for a stop, ends what came before. */
		if (!is_part_of_name(&w) || (w.behind != 0 && w.behind != '.'))
			break;
		l->again |= same_word(&w, &c->next);
	}
	l->last = w;
}
