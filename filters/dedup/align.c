#include "filters/dedup/align.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "filters/dedup/words.h"

#define NOWHERE	(INT_MIN / 2)
#define BRIEF	16		/* words: in fewer each name counts */
#define RESTATED 4		/* words exchanged in one place */

struct align {
	int	*reach;		/* furthest x on each diagonal, for each d */
	size_t	 cap;
	struct place {		/* words of a (0) that words of b (1) stand for */
		int from[2], to[2];
	} *places;
	size_t	 places_cap;
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
	free(al);
}

static inline bool
same(uint16_t a, uint16_t b)
{
	return ((a ^ b) & WORD_HASH) == 0;
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

	if (k > -d && before[i - 1] < n)	/* deleted: from diagonal k - 1 */
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
			while (x >= 0 && x < n && y < m && same(a[x], b[y]))
				x++, y++;
			step(al, d)[(k + d) / 2] = x;
			if (x == n && y == m)
				return d;
		}
	}
	return -1;
}

/* Find the places where the two differ, last to first; how many. */
static size_t
find_places(struct align *al, int n, int m, int d)
{
	int x = n, y = m, end_x = n, end_y = m, start;
	size_t count = 0;
	bool inserted;

	for (;; d--) {
		start = d == 0 ? 0 : start_of(al, d, x - y, n, m, &inserted);
		if (start < x || d == 0) {	/* words in common go before */
			if (x < end_x || y < end_y) {
				al->places = array_grow(al->places,
				    &al->places_cap, count + 1,
				    sizeof(*al->places));
				al->places[count++] = (struct place){
					{ x, y }, { end_x, end_y }
				};
			}
			y -= x - start;
			x = start;
			end_x = x;
			end_y = y;
		}
		if (d == 0)
			return count;
		/* The one word this step deleted or inserted. */
		if (inserted)
			y--;
		else
			x--;
	}
}

/* The kinds among words, a bit each. */
static unsigned
kinds(const uint16_t *word, int from, int to)
{
	unsigned k = 0;

	for (; from < to; from++)
		k |= 1u << ((word[from] & WORD_KIND) >> 14);
	return k;
}

#define NAME	(1u << (WORD_NAME >> 14))
#define NUMBER	(1u << (WORD_NUMBER >> 14))
#define TURN	(1u << (WORD_TURN >> 14))

static bool
is_in(const uint16_t *word, int from, int to, uint16_t w)
{
	for (; from < to; from++)
		if (same(word[from], w))
			return true;
	return false;
}

/* Is there a word of that kind in the places of one text, not in the other's? */
static bool
has_own(const struct place *place, size_t n, const uint16_t *const text[2],
    int one, uint16_t kind)
{
	int other = 1 - one, k;
	size_t i, j;

	for (i = 0; i < n; i++)
		for (k = place[i].from[one]; k < place[i].to[one]; k++) {
			if ((text[one][k] & WORD_KIND) != kind)
				continue;
			for (j = 0; j < n; j++)
				if (is_in(text[other], place[j].from[other],
				    place[j].to[other], text[one][k]))
					break;
			if (j == n)
				return true;
		}
	return false;
}

/* Do the words of one place make another statement? */
static bool
is_restated(const struct place *p, const unsigned in[2], bool brief)
{
	int deleted = p->to[0] - p->from[0], inserted = p->to[1] - p->from[1];

	if (deleted > 0 && inserted > 0 && deleted + inserted >= RESTATED)
		return true;
	return brief && (((in[0] & NAME) != 0 && inserted == 0) ||
	    ((in[1] & NAME) != 0 && deleted == 0));
}

/* Do the places where they differ make another statement? */
static bool
are_distinct(const struct place *place, size_t n,
    const uint16_t *const text[2], bool brief)
{
	const struct place *p;
	unsigned in[2], any = 0;

	for (p = place; p < place + n; p++) {
		in[0] = kinds(text[0], p->from[0], p->to[0]);
		in[1] = kinds(text[1], p->from[1], p->to[1]);
		if (is_restated(p, in, brief))
			return true;
		any |= in[0] | in[1];
	}
	if ((any & TURN) != 0 && (has_own(place, n, text, 0, WORD_TURN) ||
	    has_own(place, n, text, 1, WORD_TURN)))
		return true;
	if ((any & NUMBER) != 0 && (has_own(place, n, text, 0, WORD_NUMBER) ||
	    has_own(place, n, text, 1, WORD_NUMBER)))
		return true;
	return (any & NAME) != 0 && has_own(place, n, text, 0, WORD_NAME) &&
	    has_own(place, n, text, 1, WORD_NAME);
}

int
align_words(struct align *al, const uint16_t *a, int n, const uint16_t *b,
    int m, int max)
{
	const uint16_t *const text[2] = { a, b };
	int d = forward(al, a, n, b, m, max);
	size_t places;

	if (d <= 0)
		return d;
	places = find_places(al, n, m, d);
	if (are_distinct(al->places, places, text, n < BRIEF || m < BRIEF))
		return -1;
	return d;
}
