#include "filters/dedup/near.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "filters/dedup/align.h"
#include "filters/dedup/pages.h"

#define SHINGLE		3
#define BUCKET		16	/* slots of the index, which are a cache line */
#define LONELY		64	/* words of a text with many shingles */
#define SETTLED		40	/* words of a text for which fewer bands do, */
#define SETTLED_BANDS	8	/* the first */
#define SAME		4	/* texts found by one minimum */
#define MAX_COMPARED	8	/* candidates compared with one text */
#define BAG		2048		/* kinds of words it tells apart */
#define EMPTY		UINT32_MAX
#define FIRST_BITS	12	/* of the number of a bucket, to begin with */
#define LAST_BITS	26	/* and when the index grows no more */
#define HASH_BITS	27	/* that bucket and tag tell of a minimum */
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
	size_t		 buckets;	/* 1 << bits, or 0 */
	unsigned	 bits;
	size_t		 used;		/* slots taken */
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
	if (n >= SETTLED)
		memset(m->band + SETTLED_BANDS, 0xFF,
		    (NEAR_BANDS - SETTLED_BANDS) * sizeof(*m->band));
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

/*
 * The bucket of a minimum and the tag it has there: the first HASH_BITS of one
 * hash, so that a tag gives the bit that a larger index needs.
 */
static size_t
bucket_of(const struct near *near, uint64_t minimum, uint32_t *tag)
{
	uint64_t x = minimum * 0xA0761D6478BD642Fu;

	x ^= x >> 31;
	x = (x * 0x9E3779B97F4A7C15u) >> (64 - HASH_BITS);
	*tag = (uint32_t)(x << near->number_bits);
	return (size_t)(x >> (HASH_BITS - near->bits)) * BUCKET;
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

/* The first free slot of a bucket, or NULL. */
static uint32_t *
free_slot(uint32_t *slot)
{
	uint32_t *end = slot + BUCKET;

	for (; slot < end; slot++)
		if (*slot == EMPTY)
			return slot;
	return NULL;
}

/*
 * One more text with that minimum.  Shingles that many texts share must not
 * crowd out the others: of one tag only the SAME latest stay.  Of a bucket
 * that is full its neighbour takes one in; where both are the oldest has to go.
 */
static void
insert(struct near *near, uint64_t minimum, uint32_t number)
{
	uint32_t tag, *slot, *oldest = NULL, *twin = NULL, *end;
	uint32_t mask = ((uint32_t)1 << near->number_bits) - 1;
	size_t home = bucket_of(near, minimum, &tag);
	unsigned same = 0;

	slot = &near->slots[home];
	for (end = slot + BUCKET; slot < end && *slot != EMPTY; slot++) {
		if (oldest == NULL || (*slot & mask) < (*oldest & mask))
			oldest = slot;
		if ((*slot & ~mask) != tag)
			continue;
		same++;
		if (twin == NULL || (*slot & mask) < (*twin & mask))
			twin = slot;
	}
	if (slot == end && same < SAME)
		slot = free_slot(&near->slots[home ^ BUCKET]);
	if (same >= SAME)
		slot = twin;
	else if (slot == NULL)
		slot = twin != NULL ? twin : oldest;
	else
		near->used++;
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

/* Two buckets for one: the first bit of each tag tells into which. */
static void
split(struct near *near, size_t bucket)
{
	const uint32_t *old = near->slots + bucket * BUCKET;
	uint32_t slot[BUCKET], mask = ((uint32_t)1 << near->number_bits) - 1;
	uint32_t *to[2];
	size_t i;

	memcpy(slot, old, sizeof(slot));
	to[0] = near->slots + 2 * bucket * BUCKET;
	to[1] = to[0] + BUCKET;
	memset(to[0], 0xFF, 2 * sizeof(slot));
	for (i = 0; i < BUCKET && slot[i] != EMPTY; i++)
		*to[slot[i] >> 31]++ = (slot[i] & mask) |
		    (slot[i] & ~mask) << 1;
}

/* An index twice as large; from its end on nothing is written over. */
static void
grow_index(struct near *near)
{
	size_t size = near->buckets * BUCKET * sizeof(*near->slots), i;

	if (near->buckets == 0) {
		near->bits = FIRST_BITS;
		near->buckets = (size_t)1 << near->bits;
		near->number_bits = 32 - (HASH_BITS - near->bits);
		size = near->buckets * BUCKET * sizeof(*near->slots);
		near->slots = pages_grow(NULL, 0, size);
		memset(near->slots, 0xFF, size);
		return;
	}
	if (near->bits == LAST_BITS)
		return;
	near->slots = pages_grow(near->slots, size, 2 * size);
	for (i = near->buckets; i-- > 0; )
		split(near, i);
	near->buckets *= 2;
	near->bits++;
	near->number_bits++;
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
	if (near->used + NEAR_BANDS > near->buckets * BUCKET / 16 * 13)
		grow_index(near);
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

/* Has one of a bucket's slots that tag, or is one empty?  Without a branch. */
static inline bool
may_hold(const uint32_t *slot, uint32_t tag, uint32_t mask)
{
	uint32_t any = 0;
	size_t i;

	for (i = 0; i < BUCKET; i++)
		any |= (slot[i] ^ tag) <= mask;
	return any != 0;
}

static size_t
add_candidates(struct candidate *c, size_t n, const uint32_t *slot,
    uint32_t tag, uint32_t mask)
{
	size_t i;

	for (i = 0; i < BUCKET && slot[i] != EMPTY; i++)
		if ((slot[i] & ~mask) == tag)
			n = add_candidate(c, n, slot[i] & mask);
	return n;
}

/* All that share a minimum, those that share most first, then the earliest. */
static size_t
find_candidates(const struct near *near, const struct minima *m,
    struct candidate *c)
{
	uint32_t tag, mask = ((uint32_t)1 << near->number_bits) - 1;
	const uint32_t *slot;
	struct candidate x;
	size_t i, j, n = 0, home;
	bool full;

	for (i = 0; i < NEAR_BANDS; i++) {
		if (m->band[i] == UINT64_MAX)
			continue;
		home = bucket_of(near, m->band[i], &tag);
		slot = &near->slots[home];
		full = slot[BUCKET - 1] != EMPTY;
		for (j = 0; j < (full ? 2 : 1); j++) {
			slot = &near->slots[home ^ (j * BUCKET)];
			if (may_hold(slot, tag, mask))
				n = add_candidates(c, n, slot, tag, mask);
		}
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

/* Words deleted and inserted, if the similarity is least or more. */
static size_t
most_different(size_t n, size_t m, unsigned least)
{
	return (uint64_t)(1000 - least) * (n + m) / 1000;
}

/* Are so many words and so many too different by that alone? */
static bool
differ_in_length(size_t n, size_t m, unsigned least)
{
	return (n > m ? n - m : m - n) > most_different(n, m, least);
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

	if (differ_in_length(n, w->n, least))
		return 0;
	max = (int)most_different(n, w->n, least);
	if (n + w->n - 2 * common_words(near, text[0], n) > (size_t)max)
		return 0;
	d = align_words(near->align, text[0], len[0], text[1], len[1], max,
	    &place, &places);
	/* Texts of the same words are known by then: if d is 0, hashes are. */
	if (d <= 0 || statement_differs(&near->rules.statement, place, places,
	    text, len))
		return 0;
	return (unsigned)(1000 - (uint64_t)1000 * (unsigned)d / (n + w->n));
}

bool
near_find(struct near *near, const struct words *w, const struct minima *m,
    uint64_t *label, unsigned *similarity)
{
	struct candidate c[NEAR_BANDS * 2 * BUCKET];
	size_t i, n, kept;
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
	for (i = kept = 0; i < n; i++) {
		if (differ_in_length(stored_words(near, c[i].number), w->n,
		    near->threshold))
			continue;
		c[kept++] = c[i];
		__builtin_prefetch(near->store + near->at[c[i].number]);
		__builtin_prefetch(near->store + near->at[c[i].number] + 32);
	}
	n = kept;
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
