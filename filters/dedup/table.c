#include "filters/dedup/table.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "filters/dedup/pages.h"

#define SEGMENT_BITS	6
#define SEGMENTS	(1 << SEGMENT_BITS)
#define SLOTS		5		/* of a line */
#define SLACK		16		/* lines that are nobody's home */
#define FETCHED		256		/* lines looked up together */

/* What is kept of a fingerprint; the segment tells its first bits. */
struct element {
	uint64_t	 hi;
	uint32_t	 lo;
};

/* A cache line of elements, as two arrays. */
struct line {
	uint64_t	 hi[SLOTS];
	uint32_t	 lo[SLOTS];
	uint32_t	 n;		/* elements, from the first slot on */
};

struct segment {
	struct line	*lines;		/* the last is never full */
	uint64_t	*values;	/* SLOTS a line, or NULL */
	size_t		 total, homes;	/* lines; those that are a home */
	size_t		 count, limit;	/* elements; where it grows */
};

struct table {
	struct segment	 segments[SEGMENTS];
	bool		 with_values;
	size_t		 max;		/* lines of a segment; 0: any number */
	size_t		 bytes;
	uint64_t	 count;
};

/* Bytes that a line takes, its values with it. */
static size_t
line_size(const struct table *t)
{
	return sizeof(struct line) +
	    (t->with_values ? SLOTS * sizeof(uint64_t) : 0);
}

struct table *
table_new(bool values, size_t max)
{
	struct table *t = xcalloc(1, sizeof(*t));

	t->with_values = values;
	t->max = max / SEGMENTS / line_size(t);
	return t;
}

void
table_clear(struct table *t)
{
	struct segment *s;

	for (s = t->segments; s < t->segments + SEGMENTS; s++) {
		pages_free(s->lines, s->total * sizeof(*s->lines));
		pages_free(s->values, s->total * SLOTS * sizeof(*s->values));
	}
	memset(t->segments, 0, sizeof(t->segments));
	t->bytes = 0;
	t->count = 0;
}

void
table_free(struct table *t)
{
	table_clear(t);
	free(t);
}

void
table_give_up(struct table *t, size_t bytes)
{
	size_t lines = bytes / SEGMENTS / line_size(t) + 1;

	t->max = lines < t->max / 4 * 3 ? t->max - lines : t->max / 4 + 1;
}

void
table_limit(struct table *t, size_t max)
{
	t->max = max / SEGMENTS / line_size(t) + 1;
}

static struct segment *
segment_of(const struct table *t, struct fingerprint f)
{
	return (struct segment *)&t->segments[f.hi >> (64 - SEGMENT_BITS)];
}

static struct element
element_of(struct fingerprint f)
{
	return (struct element){
		f.hi << SEGMENT_BITS | f.lo >> (64 - SEGMENT_BITS),
		(uint32_t)f.lo
	};
}

/* The line where an element belongs: lines are in the order of the values. */
static size_t
home(const struct segment *s, struct element e)
{
	return (size_t)hash64_scale(e.hi, s->homes);
}

/* Does one of its slots, taken or not, begin like that?  Without a branch. */
static inline int
may_hold(const struct line *l, uint64_t hi)
{
	return (l->hi[0] == hi) | (l->hi[1] == hi) | (l->hi[2] == hi) |
	    (l->hi[3] == hi) | (l->hi[4] == hi);
}

/* As search(), from line *i on. */
static bool
search_on(const struct segment *s, struct element e, size_t *i, unsigned *k)
{
	const struct line *l;

	for (; ; (*i)++) {
		l = &s->lines[*i];
		for (*k = 0; *k < l->n; (*k)++)
			if (l->hi[*k] == e.hi && l->lo[*k] == e.lo)
				return true;
		if (*k < SLOTS)
			return false;
	}
}

/* True: slot *k of line *i holds it.  False: it would have to go there. */
static inline bool
search(const struct segment *s, struct element e, size_t *i, unsigned *k)
{
	const struct line *l;

	for (*i = home(s, e); ; (*i)++) {
		l = &s->lines[*i];
		if (may_hold(l, e.hi))
			return search_on(s, e, i, k);
		if ((*k = l->n) < SLOTS)
			return false;
	}
}

/* False if that would fill the last line, which ends every search. */
static inline bool
put(struct segment *s, struct element e, size_t i, unsigned k)
{
	struct line *l = &s->lines[i];

	if (i + 1 == s->total && k + 1 == SLOTS)
		return false;
	l->hi[k] = e.hi;
	l->lo[k] = e.lo;
	l->n++;
	if (s->values != NULL)
		s->values[i * SLOTS + k] = 0;
	return true;
}

/*
 * Spread the old lines, which stand at the end of the larger array, over all
 * of it.  A home moves right by less than the lines were moved, so that there
 * is room up to where they are read.
 */
static void
spread(struct segment *s, size_t old)
{
	uint64_t values[SLOTS];
	struct line l;
	struct element e;
	size_t from, i;
	unsigned k;

	for (from = s->total - old; from < s->total; from++) {
		l = s->lines[from];
		s->lines[from].n = 0;
		if (s->values != NULL)
			memcpy(values, s->values + from * SLOTS,
			    sizeof(values));
		for (k = 0; k < l.n; k++) {
			e.hi = l.hi[k];
			e.lo = l.lo[k];
			for (i = home(s, e); s->lines[i].n == SLOTS; i++)
				continue;
			/* Not with hashes: only a file made by hand does it. */
			if (i > from || !put(s, e, i, s->lines[i].n))
				errx(EXIT_TROUBLE,
				    "fingerprints are not spread evenly");
			if (s->values != NULL)
				s->values[i * SLOTS + s->lines[i].n - 1] =
				    values[k];
		}
	}
}

/* The array v, its old elements of that size at the end of the larger one. */
static void *
grow_array(void *v, size_t old, size_t total, size_t size)
{
	char *p = pages_grow(v, old * size, total * size);

	memmove(p + (total - old) * size, p, old * size);
	return p;
}

/*
 * The lines of a segment to begin with: from 64 for the first to 127 for the
 * last, 64 * 2^(i / SEGMENTS) or nearly so.  Doubled ever again they spread
 * evenly over all sizes, and no two grow at a time.
 */
static size_t
first_lines(size_t i)
{
	return 64 + i * (42 + i * 22 / SEGMENTS) / SEGMENTS;
}

/* False if it may not take more memory. */
static bool
grow(struct table *t, struct segment *s)
{
	size_t old = s->total, total, i;

	total = old > 0 ? old * 2 : first_lines((size_t)(s - t->segments));
	if (t->max > 0 && total > t->max)
		total = t->max;
	if (total <= old)
		return false;
	s->lines = grow_array(s->lines, old, total, sizeof(*s->lines));
	if (t->with_values)
		s->values = grow_array(s->values, old, total,
		    SLOTS * sizeof(*s->values));
	for (i = 0; i < old && i < total - old; i++)
		s->lines[i].n = 0;
	t->bytes += (total - old) * line_size(t);
	s->total = total;
	s->homes = total - (total / 8 < SLACK ? total / 8 : SLACK);
	s->limit = s->homes * SLOTS / 16 * 13;
	spread(s, old);
	return true;
}

void
table_prefetch(const struct table *t, struct fingerprint f)
{
	const struct segment *s = segment_of(t, f);
	size_t i;

	if (s->total == 0)
		return;
	i = home(s, element_of(f));
	__builtin_prefetch(&s->lines[i], 1);
	__builtin_prefetch(&s->lines[i + 1], 1);
	if (s->values != NULL)
		__builtin_prefetch(&s->values[i * SLOTS], 1);
}

/* Of n lines those whose search goes on in the next: that one in its place. */
static size_t
next_lines(const struct line **lines, size_t n)
{
	const struct line *l;
	size_t i, k = 0;

	/* So short a loop that dozens of reads are under way. */
	for (i = 0; i < n; i++)
		(void)*(const volatile uint32_t *)&lines[i]->n;
	for (i = 0; i < n; i++) {
		l = lines[i];
		lines[k] = l + 1;
		k += l->n == SLOTS;
	}
	return k;
}

void
table_fetch(const struct table *t, const struct fingerprint *f, size_t n)
{
	static const struct line none;
	const struct line *lines[FETCHED];
	const struct segment *s;
	size_t i, k;

	for (; n > 0; n -= k, f += k) {
		k = n < FETCHED ? n : FETCHED;
		for (i = 0; i < k; i++) {
			s = segment_of(t, f[i]);
			lines[i] = s->total == 0 ? &none :
			    s->lines + home(s, element_of(f[i]));
		}
		for (i = k; i > 0; )
			i = next_lines(lines, i);
	}
}

bool
table_find(const struct table *t, struct fingerprint f, uint64_t **value)
{
	const struct segment *s = segment_of(t, f);
	struct element e = element_of(f);
	size_t i = home(s, e);
	unsigned k;

	if (s->total == 0 || !search_on(s, e, &i, &k))
		return false;
	if (value != NULL)
		*value = &s->values[i * SLOTS + k];
	return true;
}

bool
table_first(const struct table *t, uint64_t hi, uint32_t *lo)
{
	const struct fingerprint f = { hi, 0 };
	const struct segment *s = segment_of(t, f);
	struct element e = element_of(f);
	const struct line *l;
	unsigned k;

	if (s->total == 0)
		return false;
	for (l = &s->lines[home(s, e)]; ; l++) {
		for (k = 0; k < l->n; k++)
			if (l->hi[k] == e.hi) {
				*lo = l->lo[k];
				return true;
			}
		if (k < SLOTS)
			return false;
	}
}

enum table_result
table_add(struct table *t, struct fingerprint f, uint64_t **value)
{
	struct segment *s = segment_of(t, f);
	struct element e = element_of(f);
	enum table_result result = TABLE_FOUND;
	size_t i;
	unsigned k;

	if (s->total == 0)
		grow(t, s);
	if (!search(s, e, &i, &k)) {
		while (s->count >= s->limit || !put(s, e, i, k)) {
			if (!grow(t, s))
				return TABLE_FULL;
			i = home(s, e);
			search_on(s, e, &i, &k);
		}
		s->count++;
		t->count++;
		result = TABLE_NEW;
	}
	if (value != NULL)
		*value = &s->values[i * SLOTS + k];
	return result;
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
