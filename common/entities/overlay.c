#include "common/entities/overlay.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"

void
overlay_free(struct overlay *o)
{
	free(o->v);
	free(o->taken);
}

static int
compare(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

/* Which goes first where two want a place. */
static int
by_right(const void *x, const void *y)
{
	const struct laid *a = x, *b = y;
	int order = compare(b->last - b->first, a->last - a->first);

	if (order == 0)
		order = (a->match == NULL) - (b->match == NULL);
	if (order == 0)
		order = compare(a->first, b->first);
	if (order == 0 && a->match != NULL && b->match != NULL)
		order = compare(a->match->phrase, b->match->phrase);
	return order;
}

static int
by_place(const void *x, const void *y)
{
	const struct laid *a = x, *b = y;

	return compare(a->first, b->first);
}

/* What may be laid, in order of right. */
static size_t
gather(struct overlay *o, const struct entity *found, size_t nfound,
    const struct phrase_match *matches, size_t nmatches)
{
	size_t i, n = 0;

	o->v = array_grow(o->v, &o->cap, nfound + nmatches + 1,
	    sizeof(*o->v));
	for (i = 0; i < nfound; i++)
		o->v[n++] = (struct laid){ .first = found[i].first,
		    .last = found[i].last, .found = &found[i] };
	for (i = 0; i < nmatches; i++)
		o->v[n++] = (struct laid){ .first = matches[i].first,
		    .last = matches[i].last, .match = &matches[i] };
	qsort(o->v, n, sizeof(*o->v), by_right);
	return n;
}

size_t
overlay_lay(struct overlay *o, size_t n, const struct entity *found,
    size_t nfound, const struct phrase_match *matches, size_t nmatches,
    const struct phrases *phrases, const struct laid **laid)
{
	size_t i, m, kept = 0;
	const struct laid *v;

	o->taken = array_grow(o->taken, &o->taken_cap, n + 1, 1);
	memset(o->taken, 0, n + 1);
	m = gather(o, found, nfound, matches, nmatches);
	for (i = 0; i < m; i++) {
		v = &o->v[i];
		/* what was laid is no shorter: it holds one of the ends */
		if (o->taken[v->first] || o->taken[v->last])
			continue;
		memset(o->taken + v->first, 1, v->last - v->first + 1);
		if (v->match == NULL || phrases_get(phrases,
		    v->match->phrase)->type != PHRASE_NO_NAME)
			o->v[kept++] = *v;
	}
	if (kept > 0)
		qsort(o->v, kept, sizeof(*o->v), by_place);
	*laid = o->v;
	return kept;
}
