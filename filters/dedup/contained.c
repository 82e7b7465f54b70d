#include "filters/dedup/contained.h"

#include <stdlib.h>

#include "common/base/base.h"
#include "filters/dedup/table.h"
#include "filters/dedup/vocabulary.h"

#define GRAM	7
#define BASE	0x9E3779B97F4A7C15u	/* of the polynomial */
#define CHANGE	13	/* words not seen in a row that are a change, at most */

struct contained {
	unsigned	 share;		/* in thousandths */
	const struct vocabulary *vocabulary;
	struct table	*table;		/* hi: the hash; lo: 32 bits of label */
	uint64_t	*hash;		/* of the text looked up */
	size_t		 n, cap;
	bool		*seen;		/* each of these */
	size_t		 seen_cap;
	uint32_t	*owner;		/* labels of those found */
	size_t		 owner_cap;
};

struct contained *
contained_new(double share, const struct vocabulary *v)
{
	struct contained *c = xcalloc(1, sizeof(*c));

	c->share = (unsigned)(share * 1000 + 0.5);
	c->vocabulary = v;
	c->table = table_new(false, 0);
	return c;
}

void
contained_free(struct contained *c)
{
	table_free(c->table);
	free(c->hash);
	free(c->seen);
	free(c->owner);
	free(c);
}

size_t
contained_bytes(const struct contained *c)
{
	return table_bytes(c->table);
}

static inline uint64_t
mix(uint64_t h)
{
	h = (h ^ (h >> 32)) * 0xD6E8FEB86659FD93u;
	return h ^ (h >> 29);
}

/* The hashes of all GRAM words in a row: a polynomial, then mixed. */
static void
make_hashes(struct contained *c, const struct words *w)
{
	uint64_t h = 0, power = 1, x;
	size_t i;

	c->n = 0;
	if (w->n < GRAM)
		return;
	c->hash = array_grow(c->hash, &c->cap, w->n, sizeof(*c->hash));
	for (i = 0; i < GRAM; i++)
		power *= BASE;
	for (i = 0; i < w->n; i++) {
		h = h * BASE + (w->word[i] & WORD_HASH) + 1;
		if (i >= GRAM)
			h -= power * ((w->word[i - GRAM] & WORD_HASH) + 1u);
		if (i + 1 < GRAM)
			continue;
		x = mix(h);
		c->hash[c->n++] = x;
		table_prefetch(c->table, (struct fingerprint){ x, 0 });
	}
}

static int
by_label(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return (x > y) - (x < y);
}

/* The label that comes most often, the first of equals. */
static uint32_t
most_frequent(uint32_t *label, size_t n)
{
	size_t i, from = 0, most = 0;
	uint32_t best = 0;

	qsort(label, n, sizeof(*label), by_label);
	for (i = 1; i <= n; i++) {
		if (i < n && label[i] == label[from])
			continue;
		if (i - from > most) {
			most = i - from;
			best = label[from];
		}
		from = i;
	}
	return best;
}

/* Do words that were not seen, from and to, say something of their own? */
static bool
is_new(const uint16_t *word, size_t from, size_t to)
{
	bool change = to - from <= CHANGE;

	for (; from < to; from++)
		if (word_is_number(word[from]) || (change &&
		    ((word[from] & WORD_KIND) != WORD_PLAIN ||
		    word_is_listed(word[from]))))
			return true;
	return false;
}

/* Were GRAM words seen in a row: first, GRAM - 2 from word on, and last? */
static bool
was_seen(const struct contained *c, uint16_t first, const uint16_t *word,
    uint16_t last)
{
	uint64_t h = (first & WORD_HASH) + 1u;
	uint32_t label;
	size_t i;

	for (i = 0; i < GRAM - 2; i++)
		h = h * BASE + (word[i] & WORD_HASH) + 1;
	h = h * BASE + (last & WORD_HASH) + 1;
	return table_first(c->table, mix(h), &label);
}

/*
 * Did a word stand in the place of those from and to, or in between if there
 * are none, that turned the meaning round?  It is tried with the words before
 * and behind.
 */
static bool
is_turned(const struct contained *c, const struct words *w, size_t from,
    size_t to)
{
	const uint16_t *word = w->word;
	size_t i, around = GRAM - 1;
	uint16_t turn;

	for (i = 0; (turn = vocabulary_turn(c->vocabulary, i)) != 0; i++)
		if ((to + around <= w->n && was_seen(c, turn, word + to,
		    word[to + around - 1])) ||
		    (from >= around && was_seen(c, word[from - around],
		    word + from - around + 1, turn)))
			return true;
	return false;
}

/* Does any word say something new, or not say it, that no row seen holds? */
static bool
has_news(const struct contained *c, const struct words *w)
{
	size_t i, from = 0;

	for (i = 0; i < c->n; i++) {
		if (!c->seen[i])
			continue;
		if (i >= from && (is_new(w->word, from, i) ||
		    is_turned(c, w, from, i)))
			return true;
		from = i + GRAM;
	}
	return is_new(w->word, from, w->n) || is_turned(c, w, from, w->n);
}

bool
contained_find(struct contained *c, const struct words *w, uint64_t *label,
    unsigned *share)
{
	size_t i, found = 0;

	make_hashes(c, w);
	if (c->n == 0)
		return false;
	c->owner = array_grow(c->owner, &c->owner_cap, c->n, sizeof(*c->owner));
	c->seen = array_grow(c->seen, &c->seen_cap, c->n, sizeof(*c->seen));
	for (i = 0; i < c->n; i++) {
		c->seen[i] = table_first(c->table, c->hash[i],
		    &c->owner[found]);
		found += c->seen[i];
	}
	if (found * 1000 < c->n * c->share || has_news(c, w))
		return false;
	*label = most_frequent(c->owner, found);
	*share = (unsigned)(found * 100 / c->n);
	return true;
}

void
contained_add(struct contained *c, uint64_t label)
{
	uint32_t other;
	size_t i;

	for (i = 0; i < c->n; i++)
		if (!table_first(c->table, c->hash[i], &other))
			table_add(c->table, (struct fingerprint){ c->hash[i],
			    (uint32_t)label }, NULL);
}
