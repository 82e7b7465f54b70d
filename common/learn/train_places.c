#include "common/learn/train_places.h"

#include <err.h>
#include <stdbool.h>
#include <stdlib.h>

#include "common/base/base.h"
#include "common/learn/chain_section.h"

#define PER_BUCKET	4	/* hashes, at most, on average */
#define SPARE		16	/* one row in so many is left free, or more */
#define PILOTS		256

/* The hashes of buckets: those of bucket b are members[first[b]] and on. */
struct buckets {
	uint32_t	 n;
	uint32_t	*first;		/* of n + 1 */
	uint32_t	*members;
	uint32_t	*order;		/* of the buckets: the fullest first */
};

static void
buckets_make(struct buckets *b, const uint32_t *hashes, size_t n, uint32_t bits)
{
	uint32_t *at, k, size, most = 0;
	size_t i, done = 0;

	b->n = 1u << bits;
	b->first = xcalloc((size_t)b->n + 1, sizeof(*b->first));
	b->members = xcalloc(n + 1, sizeof(*b->members));
	b->order = xcalloc(b->n, sizeof(*b->order));
	at = xcalloc(b->n, sizeof(*at));
	for (i = 0; i < n; i++)
		b->first[chain_bucket(hashes[i], bits) + 1]++;
	for (k = 0; k < b->n; k++) {
		if (b->first[k + 1] > most)
			most = b->first[k + 1];
		b->first[k + 1] += b->first[k];
		at[k] = b->first[k];
	}
	for (i = 0; i < n; i++)
		b->members[at[chain_bucket(hashes[i], bits)]++] = (uint32_t)i;
	for (size = most + 1; size-- > 0; )
		for (k = 0; k < b->n; k++)
			if (b->first[k + 1] - b->first[k] == size)
				b->order[done++] = k;
	free(at);
}

static void
buckets_free(struct buckets *b)
{
	free(b->first);
	free(b->members);
	free(b->order);
}

/* Put a bucket's members where a pilot says; none, and false, if one can't. */
static bool
put(struct chain_places *p, const uint32_t *hashes, const uint32_t *members,
    size_t n, uint32_t pilot, bool *taken)
{
	uint32_t row;
	size_t i;

	for (i = 0; i < n; i++) {
		row = chain_row(hashes[members[i]], pilot, p->rows);
		if (taken[row])
			break;
		taken[row] = true;
		p->row[members[i]] = row;
	}
	if (i == n)
		return true;
	while (i-- > 0)
		taken[p->row[members[i]]] = false;
	return false;
}

/* Place all, if that goes with so many rows. */
static bool
place(struct chain_places *p, const uint32_t *hashes, const struct buckets *b)
{
	bool *taken = xcalloc(p->rows, sizeof(*taken)), all = true;
	uint32_t i, k, pilot;

	for (i = 0; i < b->n && all; i++) {
		k = b->order[i];
		for (pilot = 0; pilot < PILOTS; pilot++)
			if (put(p, hashes, b->members + b->first[k],
			    b->first[k + 1] - b->first[k], pilot, taken))
				break;
		all = pilot < PILOTS;
		p->pilots[k] = (uint8_t)pilot;
	}
	free(taken);
	return all;
}

void
chain_places_find(struct chain_places *p, const uint32_t *hashes, size_t n)
{
	struct buckets b;

	p->bits = CHAIN_BUCKET_BITS_LEAST;
	while (p->bits < CHAIN_BUCKET_BITS_MOST &&
	    ((size_t)PER_BUCKET << p->bits) < n)
		p->bits++;
	buckets_make(&b, hashes, n, p->bits);
	p->pilots = xcalloc(b.n, sizeof(*p->pilots));
	p->row = xcalloc(n + 1, sizeof(*p->row));
	p->rows = (uint32_t)(n + n / SPARE + 2);
	while (!place(p, hashes, &b)) {
		if (p->rows / 4 > n)
			errx(1, "features that are not all different");
		p->rows += p->rows / SPARE + 1;
	}
	buckets_free(&b);
}

void
chain_places_free(struct chain_places *p)
{
	free(p->pilots);
	free(p->row);
}
