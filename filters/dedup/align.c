#include "filters/dedup/align.h"

#include <limits.h>
#include <stdbool.h>
#include <stdlib.h>

#include "common/base/base.h"
#include "filters/dedup/words.h"

#define NOWHERE	(INT_MIN / 2)
#define SHORT	400		/* words of what is compared as a whole */
#define ANCHOR	5		/* words */

/* Where a sequence of ANCHOR words begins. */
struct anchor {
	uint64_t hash;
	int	 at;
};

struct align {
	int	*reach;		/* furthest x on each diagonal, for each d */
	size_t	 cap;
	struct place *places;
	size_t	 n, places_cap;
	struct anchor *anchors[2];	/* of each text, by hash */
	size_t	 anchors_cap[2];
	struct pair {		/* anchors of both */
		int at[2];
		int before;	/* the pair that goes before it, or -1 */
	} *pairs;
	int	*last;		/* of the best row of each length its end */
	size_t	 pairs_cap, last_cap;
};

struct align *
align_new(void)
{
	return xcalloc(1, sizeof(struct align));
}

void
align_free(struct align *al)
{
	free(al->reach);
	free(al->places);
	free(al->anchors[0]);
	free(al->anchors[1]);
	free(al->pairs);
	free(al->last);
	free(al);
}

/* The furthest points of step d lie behind those of the steps before it. */
static int *
step(const struct align *al, int d)
{
	return al->reach + (size_t)d * (size_t)(d + 1) / 2;
}

/*
 * The x that step d begins its snake with on diagonal k, one word deleted or
 * inserted after step d - 1; NOWHERE if that leads out of the texts.
 */
static int
start_of(const struct align *al, int d, int k, int n, int m, bool *inserted)
{
	const int *before = step(al, d - 1);
	int i = (k + d) / 2, x = NOWHERE, down;

	if (k > -d && before[i - 1] < n)	/* deleted: from k - 1 */
		x = before[i - 1] + 1;
	*inserted = false;
	if (k < d) {				/* inserted: from k + 1 */
		down = before[i];
		if (down - k <= m && down >= x) {
			x = down;
			*inserted = true;
		}
	}
	return x < 0 ? NOWHERE : x;
}

/* Walk forward until both ends are reached; the number of steps, or -1. */
static int
forward(struct align *al, const uint16_t *a, int n, const uint16_t *b, int m,
    int max)
{
	int d, k, x, y;
	bool inserted;

	for (d = 0; d <= max; d++) {
		al->reach = array_grow(al->reach, &al->cap,
		    (size_t)(d + 1) * (size_t)(d + 2) / 2, sizeof(*al->reach));
		for (k = -d; k <= d; k += 2) {
			x = d == 0 ? 0 : start_of(al, d, k, n, m, &inserted);
			y = x - k;
			while (x >= 0 && x < n && y < m &&
			    word_same(a[x], b[y]))
				x++, y++;
			step(al, d)[(k + d) / 2] = x;
			if (x == n && y == m)
				return d;
		}
	}
	return -1;
}

static void
add_place(struct align *al, int x, int y, int end_x, int end_y)
{
	al->places = array_grow(al->places, &al->places_cap, al->n + 1,
	    sizeof(*al->places));
	al->places[al->n++] = (struct place){ { x, y }, { end_x, end_y } };
}

/* Add the places where two pieces differ, which begin at x0 and y0. */
static void
find_places(struct align *al, int n, int m, int d, int x0, int y0)
{
	int x = n, y = m, end_x = n, end_y = m, start;
	size_t first = al->n, i, j;
	struct place swap;
	bool inserted;

	for (;; d--) {
		start = d == 0 ? 0 : start_of(al, d, x - y, n, m, &inserted);
		if (start < x || d == 0) {	/* words in common go before */
			if (x < end_x || y < end_y)
				add_place(al, x0 + x, y0 + y, x0 + end_x,
				    y0 + end_y);
			y -= x - start;
			x = start;
			end_x = x;
			end_y = y;
		}
		if (d == 0)
			break;
		/* The one word this step deleted or inserted. */
		if (inserted)
			y--;
		else
			x--;
	}
	/* They were found last to first. */
	for (i = first, j = al->n; i + 1 < j; i++) {
		swap = al->places[i];
		al->places[i] = al->places[--j];
		al->places[j] = swap;
	}
}

/*
 * Words x0 to x1 of a and y0 to y1 of b: the difference, its places added; or
 * -1.
 */
static int
align_piece(struct align *al, const uint16_t *a, int x0, int x1,
    const uint16_t *b, int y0, int y1, int max)
{
	int d;

	while (x0 < x1 && y0 < y1 && word_same(a[x0], b[y0]))
		x0++, y0++;
	while (x0 < x1 && y0 < y1 && word_same(a[x1 - 1], b[y1 - 1]))
		x1--, y1--;
	if (x0 == x1 || y0 == y1 || x1 - x0 > SHORT || y1 - y0 > SHORT) {
		d = x1 - x0 + y1 - y0;
		if (d > 0 && d <= max)
			add_place(al, x0, y0, x1, y1);
		return d <= max ? d : -1;
	}
	d = forward(al, a + x0, x1 - x0, b + y0, y1 - y0, max);
	if (d > 0)
		find_places(al, x1 - x0, y1 - y0, d, x0, y0);
	return d;
}

static int
by_hash(const void *a, const void *b)
{
	const struct anchor *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return (x->at > y->at) - (x->at < y->at);
}

static int
by_first(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;

	return (x->at[0] > y->at[0]) - (x->at[0] < y->at[0]);
}

/* The sequences of a text that come once in it, by hash; how many. */
static size_t
find_anchors(struct align *al, int side, const uint16_t *word, int n)
{
	struct anchor *v;
	size_t count = (size_t)n - ANCHOR + 1, i, kept = 0;
	uint64_t h;
	int k;

	v = array_grow(al->anchors[side], &al->anchors_cap[side], count,
	    sizeof(*v));
	al->anchors[side] = v;
	for (i = 0; i < count; i++) {
		for (h = 0, k = 0; k < ANCHOR; k++)
			h = (h ^ (word[i + (size_t)k] & WORD_HASH)) *
			    0x9E3779B97F4A7C15u;
		v[i] = (struct anchor){ h ^ h >> 32, (int)i };
	}
	qsort(v, count, sizeof(*v), by_hash);
	for (i = 0; i < count; i++)
		if ((i == 0 || v[i - 1].hash != v[i].hash) &&
		    (i + 1 == count || v[i + 1].hash != v[i].hash))
			v[kept++] = v[i];
	return kept;
}

/* The sequences that come once in both, in the order of the first. */
static size_t
find_pairs(struct align *al, const uint16_t *a, int n, const uint16_t *b, int m)
{
	size_t na = find_anchors(al, 0, a, n), nb = find_anchors(al, 1, b, m);
	const struct anchor *x = al->anchors[0], *y = al->anchors[1];
	size_t i = 0, j = 0, count = 0;

	al->pairs = array_grow(al->pairs, &al->pairs_cap, na + 1,
	    sizeof(*al->pairs));
	while (i < na && j < nb)
		if (x[i].hash < y[j].hash)
			i++;
		else if (x[i].hash > y[j].hash)
			j++;
		else
			al->pairs[count++] = (struct pair){
				{ x[i++].at, y[j++].at }, -1
			};
	qsort(al->pairs, count, sizeof(*al->pairs), by_first);
	return count;
}

/* The longest row of pairs that is in order in both; its last, or -1. */
static int
longest_row(struct align *al, size_t count)
{
	struct pair *p = al->pairs;
	size_t length = 0, low, high, mid, i;

	al->last = array_grow(al->last, &al->last_cap, count + 1,
	    sizeof(*al->last));
	for (i = 0; i < count; i++) {
		for (low = 0, high = length; low < high;) {
			mid = low + (high - low) / 2;
			if (p[al->last[mid]].at[1] < p[i].at[1])
				low = mid + 1;
			else
				high = mid;
		}
		p[i].before = low > 0 ? al->last[low - 1] : -1;
		al->last[low] = (int)i;
		length += low == length;
	}
	return length > 0 ? al->last[length - 1] : -1;
}

/* As align_piece(), of all of two long texts. */
static int
align_long(struct align *al, const uint16_t *a, int n, const uint16_t *b, int m,
    int max)
{
	int i, x = 0, y = 0, d, sum = 0, rows = 0;
	struct pair *p;

	i = longest_row(al, find_pairs(al, a, n, b, m));
	for (; i >= 0; i = al->pairs[i].before)
		al->last[rows++] = i;
	while (rows-- > 0) {
		p = &al->pairs[al->last[rows]];
		if (p->at[0] < x || p->at[1] < y)
			continue;	/* inside what the last one grew to */
		d = align_piece(al, a, x, p->at[0], b, y, p->at[1], max - sum);
		if (d < 0)
			return -1;
		sum += d;
		x = p->at[0];
		y = p->at[1];
		while (x < n && y < m && word_same(a[x], b[y]))
			x++, y++;
	}
	d = align_piece(al, a, x, n, b, y, m, max - sum);
	return d < 0 ? -1 : sum + d;
}

int
align_words(struct align *al, const uint16_t *a, int n, const uint16_t *b,
    int m, int max, const struct place **places, size_t *count)
{
	int d;

	al->n = 0;
	if ((n > SHORT || m > SHORT) && n >= ANCHOR && m >= ANCHOR)
		d = align_long(al, a, n, b, m, max);
	else {
		d = forward(al, a, n, b, m, max);
		if (d > 0)
			find_places(al, n, m, d, 0, 0);
	}
	*places = al->places;
	*count = al->n;
	return d;
}
