#include "filters/dedup/groups.h"

#include <stdlib.h>

#include "common/base/base.h"
#include "filters/dedup/numbered.h"

struct group {
	uint64_t	 number;	/* of the first: numbered.h */
	uint64_t	 count;
	uint64_t	 choice, len;	/* the one to be printed, */
	struct verdict	 verdict;	/* and why it is in the group */
};

struct groups {
	enum keep	 keep;
	struct group	*v;		/* by number */
	size_t		 n, cap;
};

struct groups *
groups_new(enum keep keep)
{
	struct groups *g = xcalloc(1, sizeof(*g));

	g->keep = keep;
	return g;
}

void
groups_free(struct groups *g)
{
	free(g->v);
	free(g);
}

static struct group *
find(const struct groups *g, uint64_t number)
{
	return numbered_find(g->v, g->n, sizeof(*g->v), number);
}

void
groups_add(struct groups *g, uint64_t group, uint64_t number, uint64_t len,
    const struct verdict *verdict)
{
	struct group *v;

	if (group == number) {
		g->v = array_grow(g->v, &g->cap, g->n + 1, sizeof(*g->v));
		g->v[g->n++] = (struct group){
			.number = number, .count = 1, .choice = number,
			.len = len
		};
		return;
	}
	if ((v = find(g, group)) == NULL)
		return;
	v->count++;
	if (g->keep == KEEP_LAST || (g->keep == KEEP_LONGEST && len > v->len)) {
		v->choice = number;
		v->len = len;
		v->verdict = *verdict;
	}
}

uint64_t
groups_count(const struct groups *g, uint64_t group)
{
	const struct group *v = find(g, group);

	return v != NULL ? v->count : 0;
}

uint64_t
groups_choice(const struct groups *g, uint64_t group)
{
	const struct group *v = find(g, group);

	return v != NULL ? v->choice : 0;
}

struct verdict
groups_verdict(const struct groups *g, uint64_t group)
{
	return find(g, group)->verdict;
}
