#include "filters/dedup/table.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/io/alloc.h"
#include "common/io/options.h"
#include "filters/dedup/pages.h"

#define SEGMENT_BITS	6
#define SEGMENTS	(1 << SEGMENT_BITS)
#define PAGE		4096
#define FIRST_SLOTS	(PAGE / sizeof(struct fingerprint))
#define LINE		4	/* slots of a cache line */
#define AHEAD		20	/* slots an addition looks at and moves */
#define SLACK		64	/* slots behind the last place of an element */

struct segment {
	struct fingerprint *slots;	/* hi 0: empty; the last always is */
	uint64_t	*values;
	size_t		 total;		/* slots */
	size_t		 places;	/* slots an element may belong to */
	size_t		 count, limit;	/* elements; where it grows */
};

struct table {
	struct segment	 segments[SEGMENTS];
	bool		 with_values;
	bool		 full;		/* it was, once */
	size_t		 max, bytes;
	uint64_t	 count;
};

struct table *
table_new(bool values, size_t max)
{
	struct table *t = xcalloc(1, sizeof(*t));

	t->with_values = values;
	t->max = max;
	return t;
}

void
table_clear(struct table *t)
{
	struct segment *s;

	for (s = t->segments; s < t->segments + SEGMENTS; s++) {
		pages_free(s->slots, s->total * sizeof(*s->slots));
		pages_free(s->values, s->total * sizeof(*s->values));
	}
	memset(t->segments, 0, sizeof(t->segments));
	t->full = false;
	t->bytes = 0;
	t->count = 0;
}

void
table_free(struct table *t)
{
	table_clear(t);
	free(t);
}

/*
 * Where an element belongs.  The order is falling, so that an empty slot, 0,
 * ends a search by itself.  The first bits have chosen the segment.
 */
static size_t
place(const struct segment *s, uint64_t hi)
{
	return (size_t)(((unsigned __int128)(~hi << SEGMENT_BITS) * s->places) >> 64);
}

/* Spread the elements over the larger array, from left to right. */
static void
spread(struct segment *s, size_t from)
{
	size_t k, at, next = 0;

	for (k = from; k < s->total; k++) {
		at = place(s, s->slots[k].hi);
		if (at < next)
			at = next;
		/* Not with fingerprints: only a file made by hand does this. */
		if (at > k || at + 1 >= s->total)
			errx(EXIT_TROUBLE, "fingerprints are not spread evenly");
		memset(s->slots + next, 0, (at - next) * sizeof(*s->slots));
		s->slots[at] = s->slots[k];
		if (s->values != NULL) {
			memset(s->values + next, 0, (at - next) * sizeof(*s->values));
			s->values[at] = s->values[k];
		}
		next = at + 1;
	}
	memset(s->slots + next, 0, (s->total - next) * sizeof(*s->slots));
	if (s->values != NULL)
		memset(s->values + next, 0,
		    (s->total - next) * sizeof(*s->values));
}

/* False if the table may not take more memory. */
static bool
grow(struct table *t, struct segment *s)
{
	size_t old = s->total, total, each, k, to;

	each = sizeof(*s->slots) + (t->with_values ? sizeof(*s->values) : 0);
	total = old == 0 ? FIRST_SLOTS :
	    (old + old / 4 + FIRST_SLOTS - 1) / FIRST_SLOTS * FIRST_SLOTS;
	if (t->max > 0 && t->bytes + (total - old) * each > t->max) {
		t->full = true;
		return false;
	}
	s->slots = pages_grow(s->slots, old * sizeof(*s->slots),
	    total * sizeof(*s->slots));
	if (t->with_values)
		s->values = pages_grow(s->values, old * sizeof(*s->values),
		    total * sizeof(*s->values));
	t->bytes += (total - old) * each;
	s->total = total;
	s->places = total - (total / 8 < SLACK ? total / 8 : SLACK);
	s->limit = s->places / 8 * 7;
	if (old == 0)
		return true;
	to = total;
	for (k = old; k-- > 0; ) {
		if (s->slots[k].hi == 0)
			continue;
		s->slots[--to] = s->slots[k];
		if (s->values != NULL)
			s->values[to] = s->values[k];
	}
	spread(s, to);
	return true;
}

static struct segment *
segment_of(const struct table *t, struct fingerprint f)
{
	return (struct segment *)&t->segments[f.hi >> (64 - SEGMENT_BITS)];
}

/* The slot that holds it, or the one it would have to take. */
static inline size_t
search(const struct segment *s, struct fingerprint f)
{
	size_t i = place(s, f.hi);

	while (s->slots[i].hi > f.hi)
		i++;
	while (s->slots[i].hi == f.hi && s->slots[i].lo > f.lo)
		i++;
	return i;
}

void
table_prefetch(const struct table *t, struct fingerprint f)
{
	const struct segment *s = segment_of(t, f);
	size_t i, j;

	if (s->total == 0)
		return;
	i = place(s, f.hi);
	/* Where nothing can be added nothing will be moved. */
	for (j = i; j <= i + (t->full ? LINE : AHEAD); j += LINE)
		__builtin_prefetch(&s->slots[j], 1);
	if (s->values != NULL)
		__builtin_prefetch(&s->values[i], 1);
}

bool
table_find(const struct table *t, struct fingerprint f, uint64_t **value)
{
	const struct segment *s = segment_of(t, f);
	size_t i;

	if (s->total == 0)
		return false;
	i = search(s, f);
	if (!fingerprint_equal(s->slots[i], f))
		return false;
	if (value != NULL)
		*value = &s->values[i];
	return true;
}

bool
table_first(const struct table *t, uint64_t hi, uint64_t *lo)
{
	const struct fingerprint f = { hi, UINT64_MAX };
	const struct segment *s = segment_of(t, f);
	size_t i;

	if (s->total == 0)
		return false;
	i = search(s, f);
	if (s->slots[i].hi != hi)
		return false;
	*lo = s->slots[i].lo;
	return true;
}

/*
 * Put one into slot i and move what stands there on by one, up to the next
 * empty slot.  False if that would be the very last, which stays empty.
 */
static inline bool
insert(struct segment *s, size_t i, struct fingerprint f)
{
	struct fingerprint next;
	uint64_t value = 0, next_value;
	size_t j = i;

	if (s->slots[s->total - 2].hi != 0) {
		while (s->slots[j].hi != 0)
			j++;
		if (j + 1 >= s->total)
			return false;
		j = i;
	}
	for (; f.hi != 0; j++) {
		next = s->slots[j];
		s->slots[j] = f;
		f = next;
		if (s->values != NULL) {
			next_value = s->values[j];
			s->values[j] = value;
			value = next_value;
		}
	}
	s->count++;
	return true;
}

enum table_result
table_add(struct table *t, struct fingerprint f, uint64_t **value)
{
	struct segment *s = segment_of(t, f);
	size_t i;

	if (s->total == 0 && !grow(t, s))
		return TABLE_FULL;
	i = search(s, f);
	if (fingerprint_equal(s->slots[i], f)) {
		if (value != NULL)
			*value = &s->values[i];
		return TABLE_FOUND;
	}
	while (s->count >= s->limit || !insert(s, i, f)) {
		if (!grow(t, s))
			return TABLE_FULL;
		i = search(s, f);
	}
	t->count++;
	if (value != NULL)
		*value = &s->values[i];
	return TABLE_NEW;
}

uint64_t
table_count(const struct table *t)
{
	return t->count;
}

size_t
table_bytes(const struct table *t)
{
	return t->bytes;
}
