#include "filters/dedup/near.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "filters/dedup/align.h"
#include "filters/dedup/pages.h"

#define SHINGLE		3
#define BUCKET		4	/* slots of the index looked at together */
#define LONELY		64	/* words of a text with many shingles */
#define SAME		2	/* texts found by one minimum */
#define MAX_COMPARED	8	/* candidates compared with one text */
#define BAG		4096		/* kinds of words it tells apart */
#define EMPTY		UINT32_MAX
#define FIRST_BUCKETS	16384
#define MAX_TEXTS	0x7FFFFFFE
#define SHINGLE_MASK	(((uint64_t)1 << 14 * SHINGLE) - 1)

/*
 * Of each text its words, one text behind the other.  The index finds texts by
 * their minima.
 */

struct near {
	struct near_rules rules;
	unsigned	 threshold;	/* in thousandths */
	struct align	*align;

	uint64_t	*at;		/* of a text in store; at[n]: its end */
	uint64_t	*label;		/* NULL: nobody asks */
	size_t		 n, at_cap, label_cap;
	uint16_t	*store;
	size_t		 store_cap;

	uint32_t	*slots;		/* EMPTY, or tag and number of a text */
	size_t		 buckets;
	size_t		 used;		/* slots taken, or taken over */
	unsigned	 number_bits;	/* of a slot; the others are the tag */

	uint32_t	 bag[BAG];	/* the words of the text looked up */
	uint16_t	*taken;		/* out of it */
	size_t		 taken_cap;
};

/* A text that shares minima with the one looked up. */
struct candidate {
	uint32_t	 number;
	unsigned	 hits;
};

struct near *
near_new(const struct near_rules *rules)
{
	struct near *near = xcalloc(1, sizeof(*near));

	near->rules = *rules;
	near->threshold = (unsigned)(rules->threshold * 1000 + 0.5);
	near->align = align_new();
	near->at = pages_array(NULL, &near->at_cap, 1, sizeof(*near->at));
	if (rules->labels)
		near->label = pages_array(NULL, &near->label_cap, 1,
		    sizeof(*near->label));
	return near;
}

void
near_free(struct near *near)
{
	align_free(near->align);
	pages_free(near->at, near->at_cap * sizeof(*near->at));
	pages_free(near->label, near->label_cap * sizeof(*near->label));
	pages_free(near->store, near->store_cap * sizeof(*near->store));
	pages_free(near->slots, near->buckets * BUCKET * sizeof(*near->slots));
	free(near->taken);
	free(near);
}

size_t
near_bytes(const struct near *near)
{
	return near->n * (sizeof(*near->at) +
	    (near->label != NULL ? sizeof(*near->label) : 0)) +
	    near->at[near->n] * sizeof(*near->store) +
	    near->buckets * BUCKET * sizeof(*near->slots);
}

static inline uint64_t
mix(uint64_t x)
{
	x *= 0x9E3779B97F4A7C15u;
	return x ^ (x >> 32);
}

/* The smallest hash of a shingle in each band. */
static void
find_minima(const uint16_t *word, size_t n, struct minima *m)
{
	uint64_t shingle = 0, h;
	size_t i, band;

	memset(m, 0xFF, sizeof(*m));
	for (i = 0; i < n; i++) {
		shingle = (shingle << 14 | (word[i] & WORD_HASH)) &
		    SHINGLE_MASK;
		if (i + 1 < SHINGLE)
			continue;
		h = mix(shingle);
		band = (size_t)(((h & UINT32_MAX) * NEAR_BANDS) >> 32);
		if (h < m->band[band])
			m->band[band] = h;
	}
}

void
near_minima(const struct near *near, const struct words *w, struct minima *m)
{
	if (w->n < near->rules.min_words)
		memset(m, 0xFF, sizeof(*m));
	else
		find_minima(w->word, w->n, m);
}

static size_t
stored_words(const struct near *near, uint32_t number)
{
	return near->at[number + 1] - near->at[number];
}

/* The bucket of a minimum and the tag it has there. */
static size_t
bucket_of(const struct near *near, uint64_t minimum, uint32_t *tag)
{
	uint64_t x = minimum * 0xA0761D6478BD642Fu;

	x ^= x >> 31;
	*tag = (uint32_t)(x << near->number_bits);
	return (size_t)hash64_scale(x * 0x9E3779B97F4A7C15u, near->buckets) *
	    BUCKET;
}

void
near_prefetch(const struct near *near, const struct minima *m)
{
	uint32_t tag;
	size_t i;

	if (near->buckets == 0)
		return;
	for (i = 0; i < NEAR_BANDS; i++)
		if (m->band[i] != UINT64_MAX)
			__builtin_prefetch(&near->slots[bucket_of(near,
			    m->band[i], &tag)], 1);
}

/*
 * One more text with that minimum.  Shingles that many texts share must not
 * crowd out the others: of one tag only the SAME latest stay.  In a bucket
 * that is full the oldest has to go.
 */
static void
insert(struct near *near, uint64_t minimum, uint32_t number)
{
	uint32_t tag, *slot, *oldest = NULL, *twin = NULL, *end;
	uint32_t mask = ((uint32_t)1 << near->number_bits) - 1;
	unsigned same = 0;

	slot = &near->slots[bucket_of(near, minimum, &tag)];
	for (end = slot + BUCKET; slot < end && *slot != EMPTY; slot++) {
		if (oldest == NULL || (*slot & mask) < (*oldest & mask))
			oldest = slot;
		if ((*slot & ~mask) != tag)
			continue;
		same++;
		if (twin == NULL || (*slot & mask) < (*twin & mask))
			twin = slot;
	}
	if (same >= SAME || (slot == end && twin != NULL))
		slot = twin;
	else {
		near->used++;
		if (slot == end)
			slot = oldest;
	}
	*slot = tag | number;
}

static void
insert_all(struct near *near, const struct minima *m, uint32_t number)
{
	size_t i;

	for (i = 0; i < NEAR_BANDS; i++)
		if (m->band[i] != UINT64_MAX)
			insert(near, m->band[i], number);
}

/* A larger index, made anew from the texts; many are inserted at a time. */
static void
grow_index(struct near *near)
{
	struct minima m[32];
	size_t size = near->buckets * BUCKET * sizeof(*near->slots), i, j, k;

	pages_free(near->slots, size);
	near->buckets = near->buckets == 0 ? FIRST_BUCKETS :
	    near->buckets + near->buckets / 4 * 3;
	size = near->buckets * BUCKET * sizeof(*near->slots);
	near->slots = pages_grow(NULL, 0, size);
	memset(near->slots, 0xFF, size);
	near->used = 0;
	/* Bits for as many texts as there can be before it grows again. */
	near->number_bits = 1;
	while (near->number_bits < 31 &&
	    (near->buckets * BUCKET) >> near->number_bits != 0)
		near->number_bits++;
	for (i = 0; i < near->n; i += k) {
		for (k = 0; k < 32 && i + k < near->n; k++) {
			find_minima(near->store + near->at[i + k],
			    stored_words(near, (uint32_t)(i + k)), &m[k]);
			near_prefetch(near, &m[k]);
		}
		for (j = 0; j < k; j++)
			insert_all(near, &m[j], (uint32_t)(i + j));
	}
}

void
near_add(struct near *near, const struct words *w, const struct minima *m,
    uint64_t label)
{
	uint64_t at = near->at[near->n];

	if (w->n < near->rules.min_words)
		return;
	if (near->n >= MAX_TEXTS)
		errx(EXIT_TROUBLE, "over %d records are too many to find near "
		    "repeats among", MAX_TEXTS);
	near->at = pages_array(near->at, &near->at_cap, near->n + 2,
	    sizeof(*near->at));
	if (near->label != NULL)
		near->label = pages_array(near->label, &near->label_cap,
		    near->n + 1, sizeof(*near->label));
	near->store = pages_array(near->store, &near->store_cap, at + w->n,
	    sizeof(*near->store));
	memcpy(near->store + at, w->word, w->n * sizeof(*near->store));
	if (near->label != NULL)
		near->label[near->n] = label;
	near->at[++near->n] = at + w->n;
	if (near->used + NEAR_BANDS > near->buckets * BUCKET / 4 * 3 ||
	    near->n >> near->number_bits != 0)
		grow_index(near);
	else
		insert_all(near, m, (uint32_t)(near->n - 1));
}

static size_t
add_candidate(struct candidate *c, size_t n, uint32_t number)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (c[i].number == number) {
			c[i].hits++;
			return n;
		}
	c[n] = (struct candidate){ number, 1 };
	return n + 1;
}

/* All that share a minimum, those that share most first, then the earliest. */
static size_t
find_candidates(const struct near *near, const struct minima *m,
    struct candidate *c)
{
	uint32_t tag, mask = ((uint32_t)1 << near->number_bits) - 1;
	const uint32_t *slot;
	struct candidate x;
	size_t i, j, n = 0;

	for (i = 0; i < NEAR_BANDS; i++) {
		if (m->band[i] == UINT64_MAX)
			continue;
		slot = &near->slots[bucket_of(near, m->band[i], &tag)];
		for (j = 0; j < BUCKET; j++)
			if (slot[j] != EMPTY && (slot[j] & ~mask) == tag)
				n = add_candidate(c, n, slot[j] & mask);
	}
	for (i = 1; i < n; i++) {
		x = c[i];
		for (j = i; j > 0 && (c[j - 1].hits < x.hits ||
		    (c[j - 1].hits == x.hits &&
		    c[j - 1].number > x.number)); j--)
			c[j] = c[j - 1];
		c[j] = x;
	}
	return n;
}

/*
 * How many words the text looked up and another have in common, in any order:
 * no common subsequence is longer.  Cheap, and enough to refuse most.
 */
static size_t
common_words(struct near *near, const uint16_t *word, size_t n)
{
	size_t i, common = 0;
	uint16_t *taken;

	taken = near->taken = array_grow(near->taken, &near->taken_cap, n,
	    sizeof(*near->taken));
	for (i = 0; i < n; i++)
		if (near->bag[word[i] % BAG] > 0) {
			near->bag[word[i] % BAG]--;
			taken[common++] = word[i] % BAG;
		}
	for (i = 0; i < common; i++)
		near->bag[taken[i]]++;
	return common;
}

static void
fill_bag(struct near *near, const struct words *w)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		near->bag[w->word[i] % BAG]++;
}

static void
empty_bag(struct near *near, const struct words *w)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		near->bag[w->word[i] % BAG] = 0;
}

/* Similarity in thousandths; 0 if it is less than least, or it is no repeat. */
static unsigned
compare(struct near *near, const struct words *w, uint32_t number,
    unsigned least)
{
	const uint16_t *const text[2] = {
		near->store + near->at[number], w->word
	};
	const int len[2] = { (int)stored_words(near, number), (int)w->n };
	size_t n = (size_t)len[0], places;
	const struct place *place;
	int max, d;

	max = (int)((uint64_t)(1000 - least) * (n + w->n) / 1000);
	if ((n > w->n ? n - w->n : w->n - n) > (size_t)max)
		return 0;
	if (n + w->n - 2 * common_words(near, text[0], n) > (size_t)max)
		return 0;
	d = align_words(near->align, text[0], len[0], text[1], len[1], max,
	    &place, &places);
	if (d < 0 || (d > 0 && statement_differs(&near->rules.statement, place,
	    places, text, len)))
		return 0;
	return (unsigned)(1000 - (uint64_t)1000 * (unsigned)d / (n + w->n));
}

bool
near_find(struct near *near, const struct words *w, const struct minima *m,
    uint64_t *label, unsigned *similarity)
{
	struct candidate c[NEAR_BANDS * BUCKET];
	size_t i, n;
	unsigned best = 0, s;
	uint32_t which = 0;

	if (w->n < near->rules.min_words || near->n == 0)
		return false;
	n = find_candidates(near, m, c);
	/* One shared shingle of a text that has many says nothing. */
	while (n > 0 && w->n >= LONELY && c[n - 1].hits == 1)
		n--;
	if (n == 0)
		return false;
	if (n > MAX_COMPARED)
		n = MAX_COMPARED;
	for (i = 0; i < n; i++)
		__builtin_prefetch(&near->at[c[i].number]);
	for (i = 0; i < n; i++) {
		__builtin_prefetch(near->store + near->at[c[i].number]);
		__builtin_prefetch(near->store + near->at[c[i].number] + 32);
	}
	fill_bag(near, w);
	for (i = 0; i < n; i++) {
		s = compare(near, w, c[i].number,
		    best > near->threshold ? best : near->threshold);
		if (s > best || (s == best && s > 0 && c[i].number < which)) {
			best = s;
			which = c[i].number;
		}
	}
	empty_bag(near, w);
	*label = near->label != NULL ? near->label[which] : 0;
	*similarity = best / 10;
	return best > 0;
}
