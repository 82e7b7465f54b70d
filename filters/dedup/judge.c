#include "filters/dedup/judge.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "filters/dedup/contained.h"
#include "filters/dedup/key.h"
#include "filters/dedup/known.h"
#include "filters/dedup/near.h"
#include "filters/dedup/seen.h"
#include "filters/dedup/table.h"
#include "filters/dedup/vocabulary.h"
#include "filters/dedup/words.h"

/*
 * What is kept with a fingerprint, if anything is: a count (-c, -d, -u), or
 * the number of the first record and a few bits of a hash of its text, which
 * tell whether two records that compare equal are equal as they stand.
 */
#define TAG_BITS	24
#define TAG_MASK	(((uint64_t)1 << TAG_BITS) - 1)

/* Bytes of a text whose words are not kept. */
#define LARGE		(64 * 1024)
/* And of one that is worth being looked up before its words are made. */
#define VERBATIM	192

struct look {
	struct words	 words;
	struct minima	 minima;
};

struct judge {
	const struct settings *set;
	struct hasher	 hasher;
	struct key	*key;
	struct key	*plain_key;	/* for words; NULL without */
	struct known	*known;
	struct table	*verbatim;	/* texts as they stand, or NULL */
	struct seen	*seen;		/* NULL without --seen */
	struct near	*near;		/* NULL without --near */
	struct contained *contained;	/* NULL without --contained */
	struct vocabulary *vocabulary;	/* NULL without either */
	bool		 words;		/* words are looked at */
	bool		 tags;		/* --report */
};

/* What is compared, as options. */
static char *
rules_text(const struct judge *j)
{
	const struct settings *set = j->set;
	const struct key_rules *r = &set->rules;
	struct buffer b = { 0 };
	char field[64];
	const char *s;
	size_t i;

	buffer_add(&b, "dedup", 5);
	if (set->near > 0) {
		/* Words are remembered by the numbers the lists give them. */
		snprintf(field, sizeof(field), " --near (words %08x)",
		    vocabulary_id(j->vocabulary));
		buffer_add(&b, field, strlen(field));
	} else {
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
		snprintf(field, sizeof(field),
		    i == 0 ? " -k %zu-%zu" : ",%zu-%zu",
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
	for (i = 0; set->ignore != NULL &&
	    (s = ignore_expression(set->ignore, i)) != NULL; i++) {
		buffer_add(&b, " --ignore=", 10);
		buffer_add(&b, s, strlen(s));
	}
	buffer_add(&b, "", 1);
	return b.data;
}

/* What an earlier run has printed. */
static void
know(const struct seen_entry *e, void *arg)
{
	struct judge *j = arg;
	struct words words = {
		.word = (uint16_t *)(uintptr_t)e->word, .n = e->n
	};
	struct minima m;

	known_add(j->known, e->f, NULL);
	if (j->near == NULL || e->n == 0)
		return;
	near_minima(j->near, &words, &m);
	near_add(j->near, &words, &m, 0);
}

static void
open_seen(struct judge *j, struct seed *seed)
{
	const struct settings *set = j->set;
	struct seed fixed = seed_fixed();
	char *text = rules_text(j);
	struct seen_rules rules = {
		.text = text,
		.dated = set->near > 0 || set->forget_age > 0 ||
		    set->forget_count > 0,
		.most = set->forget_count
	};

	if (set->forget_age > 0)
		rules.since = time(NULL) - (time_t)set->forget_age;
	j->seen = seen_open(set->seen, set->seen_only ? SEEN_READ : SEEN_ADD,
	    &rules, seed, know, j);
	free(text);
	if (set->parts > 0 && memcmp(seed, &fixed, sizeof(fixed)) != 0)
		errx(EXIT_TROUBLE, "%s: not made with --partition, so the "
		    "parts would not agree", shown(set->seen));
}

static struct near *
near_open(const struct judge *j)
{
	const struct near_rules rules = {
		.threshold = j->set->near,
		.min_words = j->set->near_min_words,
		.labels = j->tags,
		.statement = {
			.vocabulary = j->vocabulary,
			.ignore = j->set->near_ignore,
			.either = j->set->keep != KEEP_FIRST,
		},
	};

	return near_new(&rules);
}

struct judge *
judge_new(const struct settings *set)
{
	struct judge *j = xcalloc(1, sizeof(*j));
	struct seed seed = set->parts > 0 ? seed_fixed() : seed_random();
	bool counts = (set->count || set->print != PRINT_KEPT) &&
	    !settings_gathers(set);
	struct key_rules rules;
	size_t max = 0;

	j->set = set;
	j->tags = set->report != NULL || set->mark != NULL ||
	    settings_gathers(set);
	if (set->memory > 0)
		max = set->memory - MEMORY_BESIDES;
	j->known = known_new(counts || j->tags, max, set->when_full);
	j->key = key_new(&set->rules);
	j->words = set->near > 0 || set->contained > 0;
	/* What repeats letter by letter needs no words, unless it is told. */
	if (j->words && !j->tags && !counts)
		j->verbatim = table_new(false, 0);
	if (j->words) {
		rules = set->rules;
		rules.fold = rules.space = rules.letters = false;
		j->plain_key = key_new(&rules);
		j->vocabulary = vocabulary_new();
	}
	if (set->near > 0)
		j->near = near_open(j);
	if (set->contained > 0)
		j->contained = contained_new(set->contained,
		    j->vocabulary);
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
	if (j->verbatim != NULL)
		table_free(j->verbatim);
	if (j->words) {
		vocabulary_free(j->vocabulary);
		key_free(j->plain_key);
	}
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

/*
 * Its words, which have rules of their own for case, white space and marks.
 * What is compared is the key, or with --near the words.
 */
static const char *
take_words(struct judge *j, struct unit *u, const char *text, size_t len,
    const char *key, size_t *key_len)
{
	struct words *words;
	const char *plain;
	size_t n;

	if (u->look == NULL)
		u->look = xcalloc(1, sizeof(*u->look));
	words = &u->look->words;
	plain = key_of(j->plain_key, text, len, &n);
	words_of(j->vocabulary, words, plain, n);
	if (j->near == NULL || words->n == 0)
		return key;
	*key_len = words->key.len;
	return words->key.data;
}

void
judge_glance(const struct judge *j, const char *text, size_t len)
{
	if (j->verbatim != NULL && len >= VERBATIM && j->set->ignore == NULL)
		table_prefetch(j->verbatim,
		    fingerprint_of(&j->hasher, text, len));
}

/* Has it been decided on already, letter by letter the same? */
static bool
is_verbatim(const struct judge *j, struct unit *u, const char *text, size_t len)
{
	u->verbatim = AS_IT_IS_NOT;
	if (j->verbatim == NULL || len < VERBATIM)
		return false;
	u->as_it_is = fingerprint_of(&j->hasher, text, len);
	u->verbatim = table_find(j->verbatim, u->as_it_is, NULL) ?
	    AS_IT_IS_KNOWN : AS_IT_IS_NEW;
	return u->verbatim == AS_IT_IS_KNOWN;
}

bool
judge_take(struct judge *j, struct unit *u, const char *text, size_t len,
    bool *part)
{
	const struct settings *set = j->set;
	const char *from = text, *key;
	size_t left = len, n;
	struct fingerprint fp;

	*part = true;
	if (set->ignore != NULL) {
		from = ignore_apply(set->ignore, text, len, &left);
		if (left == 0 && len > 0)
			return false;
	}
	if (is_verbatim(j, u, from, left))
		return true;
	key = key_of(j->key, from, left, &n);
	if (n == 0 && !set->empty)
		return false;
	if (j->words)
		key = take_words(j, u, from, left, key, &n);
	fp = fingerprint_of(&j->hasher, key, n);
	u->f.hi = fp.hi;
	u->f.lo = fp.lo;
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
	if (u->verbatim != AS_IT_IS_KNOWN)
		known_prefetch(j->known, u->f);
}

void
judge_look(struct judge *j, struct unit *u)
{
	if (j->near == NULL || u->verbatim == AS_IT_IS_KNOWN ||
	    known_find(j->known, u->f, NULL))
		return;
	near_minima(j->near, &u->look->words, &u->look->minima);
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

/* For later runs; words: for what is near, too. */
static void
remember(struct judge *j, const struct unit *u, bool words)
{
	struct seen_entry e = { .f = u->f };

	if (j->seen == NULL || j->set->seen_only)
		return;
	if (words && j->near != NULL &&
	    u->look->words.n >= j->set->near_min_words) {
		e.word = u->look->words.word;
		e.n = u->look->words.n;
	}
	seen_add(j->seen, &e);
}

enum fate
judge_decide(struct judge *j, const struct unit *u, uint64_t number,
    struct verdict *v)
{
	uint64_t *value = NULL;

	if (u->verbatim == AS_IT_IS_KNOWN) {
		say_why(u, NULL, v);
		return FATE_DROP;
	}
	if (u->verbatim == AS_IT_IS_NEW)
		table_add(j->verbatim, u->as_it_is, NULL);
	switch (known_add(j->known, u->f, j->tags ? &value : NULL)) {
	case TABLE_FULL:
		return FATE_UNKNOWN;
	case TABLE_FOUND:
		say_why(u, value, v);
		return FATE_DROP;
	case TABLE_NEW:
		break;
	}
	if (j->words && is_alike(j, u->look, v)) {
		/* What repeats this one repeats that one. */
		if (value != NULL)
			*value = v->kept << TAG_BITS | u->tag;
		remember(j, u, false);
		return FATE_DROP;
	}
	remember(j, u, true);
	if (value != NULL)
		*value = number << TAG_BITS | u->tag;
	if (j->near != NULL)
		near_add(j->near, &u->look->words, &u->look->minima, number);
	if (j->contained != NULL)
		contained_add(j->contained, number);
	return FATE_KEEP;
}

bool
judge_is_plain(const struct judge *j)
{
	const struct settings *set = j->set;

	return set->io.mode == RECORD_LINE && key_is_plain(&set->rules) &&
	    set->rules.fields == NULL && set->ignore == NULL && !j->words &&
	    !j->tags && !set->count && set->print == PRINT_KEPT &&
	    set->seen == NULL && set->memory == 0 && set->parts == 0;
}

void
judge_lines(struct judge *j, const struct lines *l, enum line_fate *fates)
{
	struct fingerprint f[LINES_MOST];
	const char *text;
	size_t i, len;

	for (i = 0; i < l->n; i++) {
		text = line_text(l, i, &len);
		fates[i] = len == 0 && !j->set->empty ? LINE_EMPTY : LINE_KEEP;
		f[i] = fingerprint_of(&j->hasher, text, len);
	}
	known_fetch(j->known, f, l->n);
	for (i = 0; i < l->n; i++)
		if (fates[i] != LINE_EMPTY &&
		    known_add(j->known, f[i], NULL) == TABLE_FOUND)
			fates[i] = LINE_DROP;
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
	seen_commit(j->seen, time(NULL));
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
	    (j->verbatim != NULL ? table_bytes(j->verbatim) : 0) +
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
	struct seen_entry *v;		/* words: at n in all */
	size_t		 n, cap;
	uint16_t	*words;
	size_t		 words_n, words_cap;
};

static void
merge_one(const struct seen_entry *e, void *arg)
{
	struct merge *m = arg;

	if (known_add(m->known, e->f, NULL) != TABLE_NEW)
		return;
	m->v = array_grow(m->v, &m->cap, m->n + 1, sizeof(*m->v));
	m->v[m->n++] = *e;
	m->words = array_grow(m->words, &m->words_cap, m->words_n + e->n + 1,
	    sizeof(*m->words));
	if (e->n > 0)
		memcpy(m->words + m->words_n, e->word, e->n * sizeof(*e->word));
	m->words_n += e->n;
}

/* Read them all; *rules and *seed are those of the first. */
static int
read_merged(struct merge *m, int n, char *const files[],
    struct seen_rules *rules, struct seed *seed)
{
	struct seed other;
	struct seen *from;
	int i, status = 0;

	for (i = 0; i < n; i++) {
		from = seen_open(files[i], SEEN_SALVAGE, rules, &other,
		    merge_one, m);
		if (i == 0) {
			rules->text = xstrndup(seen_rules(from),
			    strlen(seen_rules(from)));
			rules->dated = seen_is_dated(from);
			*seed = other;
		} else if (memcmp(seed, &other, sizeof(other)) != 0 ||
		    rules->dated != seen_is_dated(from))
			errx(EXIT_TROUBLE, "%s and %s were not begun from one "
			    "file, so they cannot be merged", shown(files[0]),
			    shown(files[i]));
		if (seen_is_damaged(from))
			status = EXIT_INPUT;
		seen_close(from);
	}
	return status;
}

static void
know_fingerprint(const struct seen_entry *e, void *known)
{
	known_add(known, e->f, NULL);
}

/* Add what is not there yet, by its time. */
static void
add_merged(struct merge *m, struct seen *to, const struct known *there)
{
	struct seen_entry *e;
	time_t time = 0;
	size_t at = 0;

	for (e = m->v; e < m->v + m->n; e++) {
		e->word = m->words + at;
		at += e->n;
		if (known_find(there, e->f, NULL))
			continue;
		if (e->time != time)
			seen_commit(to, time);
		time = e->time;
		seen_add(to, e);
	}
	seen_commit(to, time);
}

int
judge_merge(const struct settings *set, int n, char *const files[])
{
	struct merge m = { .known = known_new(false, 0, FULL_STOP) };
	struct known *there = known_new(false, 0, FULL_STOP);
	struct seen_rules rules = { .text = NULL };
	struct seed seed, own;
	struct seen *to;
	int status;

	/* A new file is made as the first operand is. */
	status = read_merged(&m, n, files, &rules, &seed);
	known_free(m.known);
	own = seed;
	to = seen_open(set->seen, SEEN_MERGE, &rules, &own, know_fingerprint,
	    there);
	if (memcmp(&seed, &own, sizeof(seed)) != 0 ||
	    seen_is_dated(to) != rules.dated)
		errx(EXIT_TROUBLE, "%s and %s were not begun from one file, so "
		    "they cannot be merged", shown(set->seen), shown(files[0]));
	add_merged(&m, to, there);
	seen_sync(to);
	seen_close(to);
	known_free(there);
	free(m.v);
	free(m.words);
	free((char *)(uintptr_t)rules.text);
	return status;
}
