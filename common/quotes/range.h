/*
 * range.h -- stretches of tokens, one or several
 *
 * Positions are indices of tokens in a paragraph, half open.  An empty range,
 * first == last, stands for what is not there; where it lies says nothing.
 */
#ifndef COMMON_QUOTES_RANGE_H
#define COMMON_QUOTES_RANGE_H

#include <stdbool.h>
#include <stdint.h>

#define RANGES_MAX	64

struct range {			/* tokens first .. last - 1 */
	uint32_t	 first;
	uint32_t	 last;
};

/* Those that one is chosen from. */
struct ranges {
	uint32_t	 n;
	struct range	 v[RANGES_MAX];
};

static inline bool
range_is_empty(struct range r)
{
	return r.first >= r.last;
}

/* Add first .. last - 1; what there is no room for is left out. */
static inline void
ranges_add(struct ranges *v, uint32_t first, uint32_t last)
{
	if (v->n == RANGES_MAX)
		return;
	v->v[v->n].first = first;
	v->v[v->n++].last = last;
}

#endif
