#include "filters/dedup/judge.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "filters/dedup/contained.h"
#include "filters/dedup/key.h"
#include "filters/dedup/known.h"
#include "filters/dedup/near.h"
#include "filters/dedup/seen.h"
#include "filters/dedup/words.h"

/*
 * What is kept with a fingerprint, if anything is: a count (-c, -d, -u), or
 * the number of the first record and a few bits of a hash of its text, which
 * tell whether two records that compare equal are equal as they stand.
 */
#define TAG_BITS	24
#define TAG_MASK	(((uint64_t)1 << TAG_BITS) - 1)

#define LARGE		(64 * 1024)	/* bytes of a text whose words are not kept */

struct look {
	struct words	 words;
	struct minima	 minima;
};

struct judge {
	const struct settings *set;
	struct hasher	 hasher;
	struct key	*key;
	struct known	*known;
	struct seen	*seen;		/* NULL without --seen */
	struct near	*near;		/* NULL without --near */
	struct contained *contained;	/* NULL without --contained */
	struct vocabulary *vocabulary;
	bool		 words;		/* words are looked at */
	bool		 tags;		/* --report */
};

/* What is compared, as options. */
static char *
rules_text(const struct settings *set)
{
	const struct key_rules *r = &set->rules;
	struct buffer b = { 0 };
	char field[64];
	size_t i;

	buffer_add(&b, "dedup", 5);
	if (set->near > 0)
		buffer_add(&b, " --near", 7);
	else {
		if (r->fold)
			buffer_add(&b, " -i", 3);
		if (r->space)
			buffer_add(&b, " -w", 3);
		if (r->letters)
			buffer_add(&b, " -a", 3);
		if (r->lines)
			buffer_add(&b, " -p", 3);
	}
	if (set->io.mode == RECORD_JSON && set->by_field == NULL &&
	    strcmp(set->io.text_field, "text") != 0) {
		buffer_add(&b, " --text-field=", 14);
		buffer_add(&b, set->io.text_field, strlen(set->io.text_field));
	}
	for (i = 0; i < r->nfields; i++) {
		snprintf(field, sizeof(field), i == 0 ? " -k %zu-%zu" : ",%zu-%zu",
		    r->fields[i].first, r->fields[i].last);
		buffer_add(&b, field, strlen(field));
	}
	if (r->fields != NULL && !key_is_plain(r))
		buffer_add(&b, " (borders)", 10);
	if (r->fields != NULL && strcmp(r->separator, "\t") != 0) {
		buffer_add(&b, " -t ", 4);
		buffer_add(&b, r->separator, strlen(r->separator));
	}
	if (set->by_field != NULL) {
		buffer_add(&b, " --by-field=", 12);
		buffer_add(&b, set->by_field, strlen(set->by_field));
		buffer_add(&b, " (typed)", 8);
	}
	buffer_add(&b, "", 1);
	return b.data;
}

static void
know(struct fingerprint f, void *arg)
{
	known_add(arg, f, NULL);
}

static void
open_seen(struct judge *j, struct seed *seed)
{
	const struct settings *set = j->set;
	struct seed fixed = seed_fixed();
	char *rules = rules_text(set);

	j->seen = seen_open(set->seen, set->seen_only ? SEEN_READ : SEEN_ADD,
	    rules, seed, know, j->known);
	free(rules);
	if (set->parts > 0 && memcmp(seed, &fixed, sizeof(fixed)) != 0)
		errx(EXIT_TROUBLE, "%s: not made with --partition, so the parts "
		    "would not agree", shown(set->seen));
}

struct judge *
judge_new(const struct settings *set)
{
	struct judge *j = xcalloc(1, sizeof(*j));
	struct seed seed = set->parts > 0 ? seed_fixed() : seed_random();
	bool counts = set->count || set->print != PRINT_KEPT;
	size_t max = 0;

	j->set = set;
	j->tags = set->report != NULL;
	if (set->memory > 0)
		max = set->memory - MEMORY_BESIDES;
	j->known = known_new(counts || j->tags, max, set->when_full);
	j->key = key_new(&set->rules);
	if (set->near > 0)
		j->near = near_new(set->near, j->tags);
	if (set->contained > 0)
		j->contained = contained_new(set->contained);
	j->words = j->near != NULL || j->contained != NULL;
	if (j->words)
		j->vocabulary = vocabulary_new();
	if (set->seen != NULL)
		open_seen(j, &seed);
	hasher_init(&j->hasher, seed);
	return j;
}

void
judge_free(struct judge *j)
{
	if (j->near != NULL)
		near_free(j->near);
	if (j->contained != NULL)
		contained_free(j->contained);
	if (j->words)
		vocabulary_free(j->vocabulary);
	if (j->seen != NULL)
		seen_close(j->seen);
	known_free(j->known);
	key_free(j->key);
	free(j);
}

void
unit_free(struct unit *u)
{
	if (u->look != NULL)
		words_free(&u->look->words);
	free(u->look);
}

void
unit_shrink(struct unit *u)
{
	if (u->look != NULL && u->look->words.key.cap > LARGE) {
		words_free(&u->look->words);
		memset(&u->look->words, 0, sizeof(u->look->words));
	}
}

bool
judge_take(struct judge *j, struct unit *u, const char *text, size_t len,
    bool *part)
{
	const struct settings *set = j->set;
	struct words *words;
	const char *key;
	size_t n;

	key = key_of(j->key, text, len, &n);
	*part = true;
	if (n == 0 && !set->empty)
		return false;
	if (j->words) {
		if (u->look == NULL)
			u->look = xcalloc(1, sizeof(*u->look));
		words = &u->look->words;
		words_of(j->vocabulary, words, key, n);
		if (j->near != NULL && words->n > 0) {
			key = words->key.data;
			n = words->key.len;
		}
	}
	u->f = fingerprint_of(&j->hasher, key, n);
	if (set->parts > 0 && u->f.lo % set->parts != set->part - 1) {
		*part = false;
		return true;
	}
	if (j->tags)
		/* Without a seed, so that every run says the same. */
		u->tag = key == text ? 0 : XXH3_64bits(text, len) & TAG_MASK;
	return true;
}

bool
judge_is_part(const struct judge *j, const char *record, size_t len)
{
	const struct settings *set = j->set;

	return set->parts == 0 || fingerprint_of(&j->hasher, record, len).lo %
	    set->parts == set->part - 1;
}

void
judge_fetch(const struct judge *j, const struct unit *u)
{
	known_prefetch(j->known, u->f);
}

void
judge_look(struct judge *j, struct unit *u)
{
	if (j->near == NULL || known_find(j->known, u->f, NULL))
		return;
	near_minima(&u->look->words, &u->look->minima);
	near_prefetch(j->near, &u->look->minima);
}

/* It is none of those known exactly: is it like one of them? */
static bool
is_alike(struct judge *j, struct look *l, struct verdict *v)
{
	if (j->near != NULL && near_find(j->near, &l->words, &l->minima,
	    &v->kept, &v->similarity)) {
		v->why = "near";
		return true;
	}
	if (j->contained != NULL && contained_find(j->contained, &l->words,
	    &v->kept, &v->similarity)) {
		v->why = "contained";
		return true;
	}
	return false;
}

/* It was known; value: what with, or NULL. */
static void
say_why(const struct unit *u, const uint64_t *value, struct verdict *v)
{
	v->kept = value == NULL ? 0 : *value >> TAG_BITS;
	v->similarity = 100;
	v->why = "exact";
	if (value != NULL && *value == 0)
		v->why = "seen";
	else if (value != NULL && (*value & TAG_MASK) != u->tag)
		v->why = "key";
}

enum fate
judge_decide(struct judge *j, const struct unit *u, uint64_t number,
    struct verdict *v)
{
	uint64_t *value = NULL;

	switch (known_add(j->known, u->f, j->tags ? &value : NULL)) {
	case TABLE_FULL:
		return FATE_UNKNOWN;
	case TABLE_FOUND:
		say_why(u, value, v);
		return FATE_DROP;
	case TABLE_NEW:
		break;
	}
	if (j->seen != NULL && !j->set->seen_only)
		seen_add(j->seen, u->f);
	if (j->words && is_alike(j, u->look, v)) {
		/* What repeats this one repeats that one. */
		if (value != NULL)
			*value = v->kept << TAG_BITS | u->tag;
		return FATE_DROP;
	}
	if (value != NULL)
		*value = number << TAG_BITS | u->tag;
	if (j->near != NULL)
		near_add(j->near, &u->look->words, &u->look->minima, number);
	if (j->contained != NULL)
		contained_add(j->contained, number);
	return FATE_KEEP;
}

uint64_t
judge_count(struct judge *j, const struct unit *u)
{
	uint64_t *count;

	known_add(j->known, u->f, &count);
	return ++*count;
}

uint64_t
judge_counted(const struct judge *j, struct fingerprint f)
{
	uint64_t *count;

	return known_find(j->known, f, &count) ? *count : 0;
}

void
judge_commit(struct judge *j, bool durable)
{
	if (j->seen == NULL || j->set->seen_only)
		return;
	seen_commit(j->seen);
	if (durable)
		seen_sync(j->seen);
}

bool
judge_has_news(const struct judge *j)
{
	return j->seen != NULL && seen_pending(j->seen) > 0;
}

uint64_t
judge_distinct(const struct judge *j)
{
	return known_count(j->known);
}

size_t
judge_bytes(const struct judge *j)
{
	return known_bytes(j->known) +
	    (j->near != NULL ? near_bytes(j->near) : 0) +
	    (j->contained != NULL ? contained_bytes(j->contained) : 0);
}

void
judge_limit(struct judge *j, size_t max)
{
	known_limit(j->known, max);
}

struct table *
judge_table(struct judge *j)
{
	return known_table(j->known);
}

/* What the files to be merged remember, each once. */
struct merge {
	struct known	*known;
	struct fingerprint *v;
	size_t		 n, cap;
};

static void
merge_one(struct fingerprint f, void *arg)
{
	struct merge *m = arg;

	if (known_add(m->known, f, NULL) != TABLE_NEW)
		return;
	m->v = array_grow(m->v, &m->cap, m->n + 1, sizeof(*m->v));
	m->v[m->n++] = f;
}

/* Read them all; *rules and *seed are those of the first. */
static int
read_merged(struct merge *m, int n, char *const files[], char **rules,
    struct seed *seed)
{
	struct seed other;
	struct seen *from;
	int i, status = 0;

	for (i = 0; i < n; i++) {
		from = seen_open(files[i], SEEN_SALVAGE, *rules, &other,
		    merge_one, m);
		if (i == 0) {
			*rules = xstrndup(seen_rules(from),
			    strlen(seen_rules(from)));
			*seed = other;
		} else if (memcmp(seed, &other, sizeof(other)) != 0)
			errx(EXIT_TROUBLE, "%s and %s were not begun from one "
			    "file, so they cannot be merged", shown(files[0]),
			    shown(files[i]));
		if (seen_is_damaged(from))
			status = EXIT_INPUT;
		seen_close(from);
	}
	return status;
}

int
judge_merge(const struct settings *set, int n, char *const files[])
{
	struct merge m = { .known = known_new(false, 0, FULL_STOP) };
	struct known *there = known_new(false, 0, FULL_STOP);
	struct seed seed, own;
	struct seen *to;
	char *rules = NULL;
	size_t i;
	int status;

	/* A new file is made as the first operand is. */
	status = read_merged(&m, n, files, &rules, &seed);
	known_free(m.known);
	own = seed;
	to = seen_open(set->seen, SEEN_MERGE, rules, &own, know, there);
	if (memcmp(&seed, &own, sizeof(seed)) != 0)
		errx(EXIT_TROUBLE, "%s and %s were not begun from one file, so "
		    "they cannot be merged", shown(set->seen), shown(files[0]));
	for (i = 0; i < m.n; i++)
		if (!known_find(there, m.v[i], NULL))
			seen_add(to, m.v[i]);
	seen_commit(to);
	seen_sync(to);
	seen_close(to);
	known_free(there);
	free(m.v);
	free(rules);
	return status;
}
