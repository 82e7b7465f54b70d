/*
 * attributions.c -- who says what in a paragraph: see attributions.h
 */
#include "common/quotes/attributions.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"

void
attributions_start(struct attributions *a, struct paragraph *p)
{
	a->paragraph = p;
	a->n = a->nopened = a->ncontents = a->nsettled = 0;
	a->claims = array_grow(a->claims, &a->claims_cap, p->nregions + 1,
	    sizeof(*a->claims));
	memset(a->claims, 0, (p->nregions + 1) * sizeof(*a->claims));
}

struct attribution *
attributions_add(struct attributions *a)
{
	struct attribution *new;

	a->v = array_grow(a->v, &a->cap, a->n + 1, sizeof(*a->v));
	new = &a->v[a->n++];
	memset(new, 0, sizeof(*new));
	return new;
}

/* "[W]e lost": the bracket that begins a region goes with its words. */
static uint32_t
with_bracket(const struct paragraph *p, struct range range)
{
	uint32_t i = range.first;

	while (i > 0 && paragraph_is_mark(p, i - 1) &&
	    p->region_of[i - 1] == p->region_of[range.first])
		i--;
	return i;
}

void
attributions_content(struct attributions *a, uint32_t attribution,
    struct range range)
{
	const struct paragraph *p = a->paragraph;
	const struct attribution *of = &a->v[attribution];
	uint32_t own = attribution_has_cue(of) ? of->cue.region : NO_REGION;
	uint32_t i, r;

	if (range_is_empty(range))
		return;
	a->contents = array_grow(a->contents, &a->contents_cap,
	    a->ncontents + 1, sizeof(*a->contents));
	a->contents[a->ncontents].attribution = attribution;
	a->contents[a->ncontents++].range = range;
	for (i = with_bracket(p, range); i < range.last; i++)
		for (r = p->region_of[i]; r != NO_REGION && r != own &&
		    p->regions[r].first == i; r = p->regions[r].parent)
			if (a->claims[r] == 0)
				a->claims[r] = attribution + 1;
}

struct content *
attributions_last_content(const struct attributions *a)
{
	struct content *last;

	if (a->n == 0 || a->ncontents == 0)
		return NULL;
	last = &a->contents[a->ncontents - 1];
	return last->attribution == attributions_newest(a) ? last : NULL;
}

/* Give up the regions that begin in a range and that one has claimed. */
static void
unclaim(struct attributions *a, uint32_t attribution, struct range range)
{
	const struct paragraph *p = a->paragraph;
	uint32_t i, r;

	for (i = with_bracket(p, range); i < range.last; i++)
		for (r = p->region_of[i]; r != NO_REGION &&
		    p->regions[r].first == i; r = p->regions[r].parent)
			if (a->claims[r] == attribution + 1)
				a->claims[r] = 0;
}

void
attributions_retract(struct attributions *a)
{
	struct content *last;

	while ((last = attributions_last_content(a)) != NULL) {
		unclaim(a, last->attribution, last->range);
		a->ncontents--;
	}
	a->n--;
}

void
attributions_settle(struct attributions *a, uint32_t first, uint32_t last)
{
	a->settled = array_grow(a->settled, &a->settled_cap, a->nsettled + 1,
	    sizeof(*a->settled));
	a->settled[a->nsettled].first = first;
	a->settled[a->nsettled++].last = last;
}

void
attributions_free(struct attributions *a)
{
	free(a->v);
	free(a->contents);
	free(a->claims);
	free(a->settled);
}
