#include "common/names/document.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/names/name.h"
#include "common/names/same.h"
#include "common/names/spelling.h"
#include "common/text/text.h"

#define BUCKETS		32768	/* a power of two */
#define PREFIX_MAX	3	/* so that a name has KEYS_EACH at most */
#define KEYS_EACH	10
#define KEYS		(NAMES_MAX * KEYS_EACH * 2)
#define LOOKS		64	/* names that a key is followed to */
#define CANDIDATES	16	/* that one may mean; of more nobody knows */
#define READS		64	/* names read last; a power of two */
#define SPELLED_LEAST	4	/* letters of an acronym that is a word, Nato */

/* What a key stands for. */
enum {
	BY_WHOLE = 1, BY_LAST, BY_FIRST, BY_MIDDLE, BY_STEM, BY_PREFIX,
	BY_INITIALS, BY_ALIAS
};

struct name_key {
	uint32_t	 hash;
	uint32_t	 serial;	/* of the name, as it was then */
	uint16_t	 index;
	uint16_t	 next;		/* of the same bucket, from 1; 0: end */
};
_Static_assert(KEYS <= UINT16_MAX, "widen struct name_key");

struct names {
	struct name	 v[NAMES_MAX];
	struct name	 query;
	struct name	 reads[READS];	/* by the hash of what was read */
	struct name_key	 keys[KEYS];	/* stale ones too */
	uint32_t	 nkeys;
	uint16_t	 buckets[BUCKETS];	/* their first keys, from 1 */
	uint32_t	 serials[NAMES_MAX];	/* of each name */
	size_t		 next;		/* the clock's hand */
	uint64_t	 now;
	uint32_t	 serial;
	bool		 events;	/* one of them was an event's */
};

/* The names that a mention may mean. */
struct found {
	struct name	*v[CANDIDATES];
	size_t		 n;
	bool		 many;		/* there were more */
};

struct names *
names_new(void)
{
	return xcalloc(1, sizeof(struct names));
}

void
names_free(struct names *t)
{
	size_t i;

	if (t == NULL)
		return;
	/* they are used from the first on: the rest was never touched */
	for (i = 0; i < NAMES_MAX && t->v[i].text != NULL; i++)
		free(t->v[i].text);
	for (i = 0; i < READS; i++)
		free(t->reads[i].text);
	free(t->query.text);
	free(t);
}

static void
forget_keys(struct names *t)
{
	if (t->nkeys > 0)
		memset(t->buckets, 0, sizeof(t->buckets));
	t->nkeys = 0;
}

void
names_reset(struct names *t)
{
	size_t i;

	for (i = 0; i < NAMES_MAX && t->v[i].serial != 0; i++)
		t->v[i].serial = t->serials[i] = 0;
	forget_keys(t);
	t->next = 0;
	t->now = 0;
	t->events = false;
}

void
names_at(struct names *t, uint64_t at)
{
	t->now = at;
}

static uint32_t
key_hash(int kind, bool person, uint32_t h)
{
	h = (h ^ (uint32_t)(kind * 2 + person) * 0x9E3779B1u) * 0x85EBCA6Bu;
	return h ^ h >> 15;
}

static void
put(struct names *t, uint32_t hash, const struct name *n)
{
	struct name_key *k = &t->keys[t->nkeys++];
	uint16_t *bucket = &t->buckets[hash % BUCKETS];

	k->hash = hash;
	k->serial = n->serial;
	k->index = (uint16_t)(n - t->v);
	k->next = *bucket;
	*bucket = (uint16_t)t->nkeys;
}

/*
 * The keys of a hash, newest first: start with k = 0, until it is 0 again.
 * Stale ones on the way are taken out.
 */
static struct name *
next_name(struct names *t, uint32_t hash, uint32_t *k)
{
	struct name_key *key;
	uint16_t *link;

	if (*k == 0)
		link = &t->buckets[hash % BUCKETS];
	else
		link = &t->keys[*k - 1].next;
	while ((*k = *link) != 0) {
		key = &t->keys[*k - 1];
		if (t->serials[key->index] != key->serial) {
			*link = key->next;
			continue;
		}
		if (key->hash == hash)
			return &t->v[key->index];
		link = &key->next;
	}
	return NULL;
}

/* The acronyms that the words from one on spell; 0 if there is none. */
static uint32_t
initials(const struct name *n, size_t from)
{
	struct acronym a = { 0 };
	size_t i;

	for (i = from; i < n->n; i++)
		acronym_add(&a, n->words[i].initial, n->words[i].capital);
	return a.ncapitals >= ACRONYM_LEAST ? acronym_capitals(&a) : 0;
}

static void
put_body_keys(struct names *t, const struct name *n)
{
	size_t i, stem = same_without_endings(n);
	uint32_t h = 0, all = initials(n, 0);

	if (stem > 1 && stem < n->n)
		put(t, key_hash(BY_STEM, false, n->words[stem - 1].hash), n);
	for (i = 0; i < n->n && i <= PREFIX_MAX; i++) {
		h = key_hash(BY_PREFIX, false, h ^ n->words[i].hash);
		if (i > 0 && i + 1 < n->n)
			put(t, h, n);
	}
	if (all != 0)
		put(t, key_hash(BY_INITIALS, false, all), n);
	/* U.S. Food and Drug Administration */
	if (n->words[0].acronym && (all = initials(n, 1)) != 0)
		put(t, key_hash(BY_INITIALS, false, all), n);
}

static void
put_aliases(struct names *t, const struct name *n)
{
	size_t i;

	for (i = 0; i < NAME_ALIASES && n->aliases[i] != 0; i++)
		put(t, key_hash(BY_ALIAS, false, n->aliases[i]), n);
}

static void
put_keys(struct names *t, const struct name *n)
{
	bool person = n->kind == NAME_PERSON;
	const struct name_word *last = name_last(n);

	put(t, key_hash(BY_WHOLE, person, n->whole), n);
	if (n->n < 2)
		return;
	put(t, key_hash(BY_LAST, person, last->hash), n);
	if (last->bare != last->hash)
		put(t, key_hash(BY_LAST, person, last->bare), n);
	put(t, key_hash(BY_FIRST, person, n->words[0].hash), n);
	if (person && n->n > 2 && last[-1].letters > 1)
		put(t, key_hash(BY_MIDDLE, true, last[-1].hash), n);
	if (!person)
		put_body_keys(t, n);
	put_aliases(t, n);
}

/* A thing of unknown kind may be of any that persons are not. */
static bool
kinds_agree(enum name_kind a, enum name_kind b)
{
	return a == b || (a == NAME_OTHER && b != NAME_PERSON) ||
	    (b == NAME_OTHER && a != NAME_PERSON);
}

/* The entry of the very name that is asked for, in any spelling. */
static struct name *
find_whole(struct names *t, const struct name *q)
{
	uint32_t hash = key_hash(BY_WHOLE, q->kind == NAME_PERSON, q->whole);
	uint32_t k = 0;
	struct name *f;

	while ((f = next_name(t, hash, &k)) != NULL)
		if (kinds_agree(f->kind, q->kind) && f->whole == q->whole)
			return f;
	return NULL;
}

static void
take(struct found *found, struct name *f)
{
	size_t i;

	for (i = 0; i < found->n; i++)
		if (found->v[i] == f)
			return;
	if (found->n < CANDIDATES)
		found->v[found->n++] = f;
	else
		found->many = true;
}

/* The persons with such a key that may be meant. */
static void
take_persons(struct names *t, const struct name *q, int by, uint32_t word,
    struct found *found)
{
	uint32_t hash = key_hash(by, true, word), k = 0;
	unsigned looks = 0;
	struct name *f;

	while (!found->many && (f = next_name(t, hash, &k)) != NULL) {
		if (f->n >= q->n && same_person(f, q))
			take(found, f);
		found->many |= ++looks == LOOKS;
	}
}

/* If some of them were named before here, the others are not meant. */
static void
leave_named(const struct names *t, struct found *found)
{
	size_t i, n = 0;

	for (i = 0; i < found->n; i++)
		if (found->v[i]->first <= t->now)
			found->v[n++] = found->v[i];
	if (n > 0)
		found->n = n;
}

/* If they differ in how many titles they share with it, the most are meant. */
static void
leave_titled(const struct name *q, struct found *found)
{
	unsigned most = 0, titles;
	size_t i, n = 0;

	for (i = 0; i < found->n; i++)
		if ((titles = same_titles(found->v[i], q)) > most)
			most = titles;
	for (i = 0; i < found->n && most > 0; i++)
		if (same_titles(found->v[i], q) == most)
			found->v[n++] = found->v[i];
	if (n > 0)
		found->n = n;
}

/* The longest name of the one person that all of them are; NULL: of several. */
static struct name *
one_person(const struct found *found)
{
	struct name *best = NULL, *f;
	size_t i, k;

	if (found->many)
		return NULL;
	for (i = 0; i < found->n; i++) {
		f = found->v[i];
		for (k = 0; k < i; k++)
			if (!same_bearer(f, found->v[k]))
				return NULL;
		if (best == NULL || f->n > best->n ||
		    (f->n == best->n && f->len > best->len))
			best = f;
	}
	return best;
}

/* The body that all of them are; NULL: several. */
static struct name *
one_body(const struct found *found)
{
	struct name *best = found->n > 0 ? found->v[0] : NULL;
	const struct name *same;
	size_t i;

	if (found->many)
		return NULL;
	for (i = 1; i < found->n; i++) {
		if ((same = same_of_two(best, found->v[i])) == NULL)
			return NULL;
		best = same == best ? best : found->v[i];
	}
	return best;
}

static struct name *
find_person(struct names *t, const struct name *q)
{
	const struct name_word *last = name_last(q);
	struct found found = { .n = 0 };
	struct name *f;

	take_persons(t, q, BY_LAST, last->hash, &found);
	if (last->bare != last->hash)
		take_persons(t, q, BY_LAST, last->bare, &found);
	if (q->n == 1 && (found.n == 0 || word_in(ROLE_FAMILY_FIRST,
	    q->text, q->len)))
		take_persons(t, q, BY_FIRST, last->hash, &found);
	if (q->n == 1 && found.n == 0)
		take_persons(t, q, BY_MIDDLE, last->hash, &found);
	if ((f = one_person(&found)) != NULL)
		return f;
	leave_named(t, &found);
	if ((f = one_person(&found)) != NULL)
		return f;
	leave_titled(q, &found);
	return one_person(&found);
}

/* NATO, BoG; and Nato, as a word. */
static bool
is_acronym(const struct name *q)
{
	const struct name_word *w = &q->words[0];
	unsigned capitals = 0;
	size_t i;

	if (q->n != 1 || w->letters > ACRONYM_MOST)
		return false;
	if (w->acronym || w->letters >= SPELLED_LEAST)
		return true;
	for (i = 0; i < q->len; i++)
		capitals += byte_is((unsigned char)q->text[i], CHAR_UPPER) != 0;
	return capitals >= ACRONYM_LEAST;
}

/* Two letters stand for much: what they are is then of the same kind. */
static bool
may_be_spelled(const struct name *f, const struct name *q)
{
	return f->kind == q->kind || (q->words[0].letters > 2 &&
	    f->kind != NAME_PEOPLE);
}

/* What an acronym stands for: *several if that is not one thing. */
static struct name *
find_spelled(struct names *t, const struct name *q, bool *several)
{
	static const int kinds[] = { BY_ALIAS, BY_INITIALS };
	struct found found = { .n = 0 };
	struct name *f;
	uint32_t hash, k;
	size_t i;

	for (i = 0; i < 2 && found.n == 0; i++) {
		hash = key_hash(kinds[i], false, q->words[0].hash);
		for (k = 0; (f = next_name(t, hash, &k)) != NULL; )
			if (may_be_spelled(f, q))
				take(&found, f);
	}
	if ((f = one_body(&found)) == NULL && found.n > 0) {
		leave_named(t, &found);
		f = one_body(&found);
		*several = f == NULL;
	}
	return f;
}

/* The names with such a key whose body, or what it is, may be meant. */
static void
take_bodies(struct names *t, const struct name *q, const struct name *own,
    uint32_t hash, struct found *found)
{
	unsigned looks = 0;
	struct name *f;
	uint32_t k = 0;

	while (!found->many && (f = next_name(t, hash, &k)) != NULL) {
		if (same_body(f, q, own != NULL && own->first < f->first))
			take(found, f);
		found->many |= ++looks == LOOKS;
	}
}

static struct name *
find_longer(struct names *t, const struct name *q, const struct name *own)
{
	struct found found = { .n = 0 };
	struct name *f;
	uint32_t h = 0;
	size_t i;

	for (i = 0; i < q->n && i <= PREFIX_MAX; i++)
		h = key_hash(BY_PREFIX, false, h ^ q->words[i].hash);
	take_bodies(t, q, own, q->n > 1 ? h : key_hash(BY_FIRST, false,
	    q->words[0].hash), &found);
	take_bodies(t, q, own, key_hash(BY_LAST, false, name_last(q)->hash),
	    &found);
	if (q->n == 1)
		take_bodies(t, q, own, key_hash(BY_STEM, false,
		    q->words[0].hash), &found);
	if ((f = one_body(&found)) != NULL)
		return f;
	leave_named(t, &found);
	return one_body(&found);
}

/* "Odalys" is taken for a woman: the storm of that name, where there is one. */
static struct name *
find_event(struct names *t, const struct name *q)
{
	struct name event;

	if (!t->events)
		return NULL;
	event = *q;
	event.kind = NAME_EVENT;
	return find_longer(t, &event, NULL);
}

static struct name *
find_other(struct names *t, const struct name *q, const struct name *own)
{
	bool several = false;
	struct name *f = NULL;

	if (is_acronym(q))
		f = find_spelled(t, q, &several);
	return f != NULL || several ? f : find_longer(t, q, own);
}

/* Read what is asked for; mostly that is a name that was read before. */
static void
read_query(struct names *t, enum name_kind kind, const struct name_told *told,
    const char *s, size_t len)
{
	struct name *r = &t->reads[hash_end(hash_bytes(s, len)) % READS];

	if (r->text == NULL || r->len != len || memcmp(r->text, s, len) != 0 ||
	    (r->kind == NAME_PERSON) != (kind == NAME_PERSON))
		name_read(r, kind, NULL, s, len);
	name_again(&t->query, r, kind, told);
}

/* Is there anything to compare in a name? */
static bool
is_named(const struct name *q)
{
	return q->n > 0 && q->kind != NAME_NONE && q->words[0].letters > 0;
}

/*
 * The longer name that a name stands for, or else the name itself in its best
 * spelling; NULL if the document has neither.
 */
static struct name *
resolve(struct names *t, const struct name *q)
{
	struct name *own, *f;
	int step;

	if (!is_named(q))
		return NULL;
	own = find_whole(t, q);
	if (own != NULL && q->kind == NAME_OTHER)
		q = own;
	/* the longer name of Kerry, and then what that stands for itself */
	for (step = 0; step < 2; step++) {
		if (q->kind != NAME_PERSON)
			f = find_other(t, q, own);
		else if ((f = find_person(t, q)) == NULL && q->n == 1)
			f = find_event(t, q);
		if (f == NULL || f == own)
			break;
		q = own = f;
	}
	return own;
}

static const char *
fullest(struct names *t, size_t *full_len)
{
	struct name *f;

	if ((f = resolve(t, &t->query)) == NULL)
		f = &t->query;
	else
		f->used = true;
	if (f->whole == t->query.whole && name_is_better(&t->query, f))
		f = &t->query;
	*full_len = f->len;
	return f->text;
}

const char *
names_fullest(struct names *t, enum name_kind kind,
    const struct name_told *told, const char *s, size_t len, size_t *full_len)
{
	read_query(t, kind, told, s, len);
	return fullest(t, full_len);
}

bool
names_have(struct names *t, const char *s, size_t len)
{
	read_query(t, NAME_OTHER, NULL, s, len);
	if (!is_named(&t->query))
		return false;
	if (find_whole(t, &t->query) != NULL)
		return true;
	t->query.kind = NAME_PERSON;
	return find_whole(t, &t->query) != NULL;
}

size_t
names_namesakes(struct names *t, const char *s, size_t len,
    struct namesake *v, size_t most)
{
	struct found found = { .n = 0 };
	const struct name *f;
	size_t i, k, n = 0;

	read_query(t, NAME_PERSON, NULL, s, len);
	if (t->query.n != 1 || !is_named(&t->query))
		return 0;
	take_persons(t, &t->query, BY_LAST, t->query.words[0].hash, &found);
	for (i = 0; i < found.n && n < most; i++) {
		f = found.v[i];
		for (k = 0; k < found.n && (k == i ||
		    !same_bearer(f, found.v[k]) || f->n > found.v[k]->n ||
		    (f->n == found.v[k]->n && k > i)); k++)
			;
		if (k == found.n)
			v[n++] = (struct namesake){ f->text, f->len };
	}
	return n;
}

/* A free place: the first that no mention used since the hand was there. */
static struct name *
place(struct names *t)
{
	struct name *n;

	for (;;) {
		n = &t->v[t->next];
		t->next = (t->next + 1) % NAMES_MAX;
		if (n->serial == 0 || !n->used)
			return n;
		n->used = false;
	}
}

/* Room for the keys of another name: stale ones go. */
static void
renew_keys(struct names *t)
{
	size_t i;

	if (t->nkeys + KEYS_EACH + NAME_ALIASES <= KEYS)
		return;
	forget_keys(t);
	for (i = 0; i < NAMES_MAX; i++)
		if (t->v[i].serial != 0)
			put_keys(t, &t->v[i]);
}

/* What is told of its bearer this time. */
static void
learn_told(struct name *f, const struct name *again)
{
	const struct name_told *told = &again->told;
	unsigned i, k;

	if (told->gender != 0 && (f->told.gender == 0 || f->guessed)) {
		f->told.gender = told->gender;
		f->guessed = false;
	}
	for (i = 0; i < told->ntitles; i++) {
		for (k = 0; k < f->told.ntitles &&
		    f->told.titles[k] != told->titles[i]; k++)
			;
		if (k == f->told.ntitles && k < NAME_TITLES)
			f->told.titles[f->told.ntitles++] = told->titles[i];
	}
}

/* Take the spelling of the name that was asked for. */
static void
respell(struct names *t, struct name *f)
{
	struct name tmp = t->query;

	if (!name_is_better(&tmp, f))
		return;
	tmp.kind = f->kind;
	tmp.told = f->told;
	tmp.guessed = f->guessed;
	memcpy(tmp.aliases, f->aliases, sizeof(tmp.aliases));
	tmp.first = f->first;
	tmp.serial = f->serial;
	tmp.used = f->used;
	t->query.text = f->text;
	t->query.cap = f->cap;
	*f = tmp;
}

/* Note the name that was read as mentioned: its entry, NULL if it is none. */
static struct name *
note(struct names *t)
{
	struct name *f, tmp;

	if (!is_named(&t->query))
		return NULL;
	if ((f = find_whole(t, &t->query)) != NULL) {
		if (f->kind == NAME_OTHER)
			f->kind = t->query.kind;
		learn_told(f, &t->query);
		if (f->first > t->now)
			f->first = t->now;
		respell(t, f);
		f->used = true;
		return f;
	}
	renew_keys(t);
	t->events |= t->query.kind == NAME_EVENT;
	f = place(t);
	tmp = *f;
	*f = t->query;
	t->query = tmp;
	name_guess_gender(f);
	f->used = false;
	f->first = t->now;
	f->serial = ++t->serial != 0 ? t->serial : ++t->serial;
	t->serials[f - t->v] = f->serial;
	put_keys(t, f);
	return f;
}

void
names_note(struct names *t, enum name_kind kind, const struct name_told *told,
    const char *s, size_t len)
{
	read_query(t, kind, told, s, len);
	note(t);
}

const char *
names_add(struct names *t, enum name_kind kind, const struct name_told *told,
    const char *s, size_t len, size_t *full_len)
{
	struct name *f, *full;

	read_query(t, kind, told, s, len);
	if ((f = note(t)) == NULL)
		return fullest(t, full_len);
	if ((full = resolve(t, f)) != f)
		full->used = true;
	*full_len = full->len;
	return full->text;
}

/*
 * Do the letters of an acronym come one after another in the name, the first at
 * the beginning of its first word that has it, as in Schwartz and Hearst 2003?
 */
static bool
is_acronym_of(const struct name *n, const struct name *acronym)
{
	const char *a = acronym->text, *p = n->text;
	bool begins = true;

	for (; *a != '\0'; a++) {
		if (!byte_is((unsigned char)*a, CHAR_LETTER | CHAR_DIGIT))
			continue;
		for (; *p != '\0' && (ascii_lower((unsigned char)*p) !=
		    ascii_lower((unsigned char)*a) || (begins && p > n->text &&
		    p[-1] != ' ')); p++)
			;
		if (*p++ == '\0')
			return false;
		begins = false;
	}
	return !begins;
}

void
names_alias(struct names *t, enum name_kind kind, const char *s, size_t len,
    const char *acronym, size_t acronym_len)
{
	struct name short_name = { 0 };
	struct name *f;
	size_t i = 0;

	read_query(t, kind, NULL, s, len);
	name_read(&short_name, kind, NULL, acronym, acronym_len);
	f = is_named(&t->query) ? find_whole(t, &t->query) : NULL;
	if (f != NULL && f->n > 1 && short_name.n == 1 &&
	    is_acronym(&short_name) && is_acronym_of(f, &short_name)) {
		while (i < NAME_ALIASES && f->aliases[i] != 0 &&
		    f->aliases[i] != short_name.words[0].hash)
			i++;
		if (i < NAME_ALIASES && f->aliases[i] == 0) {
			f->aliases[i] = short_name.words[0].hash;
			renew_keys(t);
			put(t, key_hash(BY_ALIAS, false, f->aliases[i]), f);
		}
	}
	free(short_name.text);
}
