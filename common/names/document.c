#include "common/names/document.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/names/spelling.h"
#include "common/text/text.h"

#define KEYS		16384		/* a power of two */
#define NAME_WORDS	16		/* words of a name that are looked at */
#define FOLD		128
#define PREFIX_MAX	3	/* so that a name has KEYS_EACH at most */
#define KEYS_EACH	8

/* What a key stands for. */
enum {
	BY_LAST = 1, BY_FIRST, BY_INITIALS, BY_PREFIX, BY_MIDDLE, BY_LAST_HE,
	BY_LAST_SHE
};

struct name_word {
	uint32_t	 hash;		/* of letters and digits, folded */
	uint32_t	 bare;		/* the same without al- */
	uint32_t	 initial;	/* its first code point, folded */
	uint8_t		 letters;	/* how many; 1: an initial */
	bool		 capital;
	bool		 acronym;	/* all capitals, two or more */
};

struct name {
	char		*text;
	size_t		 len;
	size_t		 cap;
	struct name_word	 words[NAME_WORDS];
	size_t		 n;		/* words without a suffix such as Jr. */
	enum name_kind kind;
	char		 gender;	/* 'm', 'f' or 0 */
	uint32_t	 serial;	/* 0: free */
	bool		 used;
	bool		 shared;	/* another ends in its last word */
};

struct name_key {
	uint32_t	 hash;
	uint32_t	 serial;
	uint32_t	 index;
};

struct names {
	struct name	 v[NAMES_MAX];
	struct name	 query;
	struct name_key	 keys[KEYS];
	size_t		 nkeys;		/* slots in use, stale ones too */
	size_t		 next;		/* the clock's hand */
	uint32_t	 serial;
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
	free(t->query.text);
	free(t);
}

void
names_reset(struct names *t)
{
	size_t i;

	for (i = 0; i < NAMES_MAX && t->v[i].serial != 0; i++)
		t->v[i].serial = 0;
	if (t->nkeys > 0)
		memset(t->keys, 0, sizeof(t->keys));
	t->nkeys = 0;
	t->next = 0;
}

/* Take a letter or digit, already in lower case, into a word. */
static inline void
take_letter(struct name_word *w, uint32_t cp)
{
	if (w->letters == 0)
		w->initial = cp;
	w->letters++;
}

/*
 * The letters and digits of [s, s + len) in lower case into buf, as long as
 * they are ASCII; returns how many bytes were read, and *out has been written.
 */
static size_t
plain_letters(struct name_word *w, const char *s, size_t len, char *buf,
    size_t *out)
{
	size_t i, n = 0;
	unsigned char c;

	for (i = 0; i < len && (c = (unsigned char)s[i]) < 0x80; i++) {
		if (!byte_is(c, CHAR_LETTER | CHAR_DIGIT))
			continue;
		c = ascii_lower(c);
		take_letter(w, c);
		buf[n++] = (char)c;
	}
	*out = n;
	return i;
}

/* What a word is once its letters are known: small, whether one is. */
static void
end_word(struct name_word *w, bool small)
{
	w->acronym = !small && w->letters >= ACRONYM_LEAST &&
	    w->letters <= ACRONYM_MOST;
}

/* Most words: of ASCII alone, without a particle.  False if it is another. */
static bool
read_plain(struct name_word *w, const char *s, size_t len)
{
	uint32_t h = HASH_BEGIN, bits;
	bool small = false, hyphen = false;
	unsigned char c;
	size_t i;

	for (i = 0; i < len; i++) {
		c = (unsigned char)s[i];
		bits = byte_is(c, CHAR_LETTER | CHAR_DIGIT | CHAR_WIDE);
		hyphen |= c == '-';
		if (bits == 0)
			continue;
		if (bits & CHAR_WIDE)
			return false;
		small |= (bits & CHAR_LOWER) != 0;
		c = ascii_lower(c);
		take_letter(w, c);
		h = hash_step(h, c);
	}
	if (hyphen && spelling_prefix(s, len) > 0)
		return false;
	w->hash = w->bare = hash_end(h);
	w->capital = byte_is((unsigned char)s[0], CHAR_UPPER) != 0;
	end_word(w, small);
	return true;
}

/* The word [s, s + len) of a name: its letters only, folded. */
static void
read_word(struct name_word *w, const char *s, size_t len)
{
	char buf[FOLD], rest[FOLD];
	size_t i, k, out, n, skip, all;
	uint32_t cp;

	if (len > FOLD / 2)
		len = FOLD / 2;
	memset(w, 0, sizeof(*w));
	if (read_plain(w, s, len))
		return;
	memset(w, 0, sizeof(*w));
	skip = spelling_prefix(s, len);
	w->capital = byte_is((unsigned char)s[0], CHAR_UPPER | CHAR_WIDE) != 0;
	all = len;
	i = plain_letters(w, s, len, buf, &out);
	len = i < len ? token_fold(s + i, len - i, rest, sizeof(rest)) : 0;
	for (i = 0; i < len; i += n) {
		n = utf8_decode(rest + i, len - i, &cp);
		if (cp < 0x80 && !char_is(cp, CHAR_LOWER | CHAR_DIGIT))
			continue;
		take_letter(w, cp);
		for (k = 0; k < n; k++)
			buf[out++] = rest[i + k];
	}
	w->hash = token_hash(buf, out);
	w->bare = skip > 0 && out >= skip ? token_hash(buf + skip - 1,
	    out - (skip - 1)) : w->hash;
	end_word(w, spelling_small(s, all));
}

/* Clean a name into n: single spaces, its words read. */
static void
read_name(struct name *n, enum name_kind kind, const char *s, size_t len)
{
	size_t i = 0, start;

	n->kind = kind;
	n->gender = 0;
	n->n = n->len = 0;
	if (n->cap < len + 1) {
		n->cap = len + 32;
		free(n->text);
		n->text = xmalloc(n->cap);
	}
	while (i < len) {
		start = i = space_skip(s, i, len);
		while (i < len && !byte_is((unsigned char)s[i], CHAR_SPACE))
			i++;
		if (start == i)
			break;
		if (n->len > 0)
			n->text[n->len++] = ' ';
		memcpy(n->text + n->len, s + start, i - start);
		n->len += i - start;
		if (n->n < NAME_WORDS && !(n->n > 0 && kind == NAME_PERSON &&
		    spelling_short_suffix(s + start, i - start)))
			read_word(&n->words[n->n++], s + start, i - start);
	}
	n->text[n->len] = '\0';
}

static uint32_t
key_hash(int kind, bool person, uint32_t h)
{
	h = (h ^ (uint32_t)(kind * 2 + person) * 0x9E3779B1u) * 0x85EBCA6Bu;
	return h ^ h >> 15;
}

/* The name that a key was last given for, or NULL. */
static struct name *
find(struct names *t, uint32_t hash)
{
	struct name_key *k;
	uint32_t i;

	for (i = hash; (k = &t->keys[i % KEYS])->serial != 0; i++)
		if (k->hash == hash)
			return t->v[k->index].serial == k->serial ?
			    &t->v[k->index] : NULL;
	return NULL;
}

static void
put(struct names *t, uint32_t hash, const struct name *n)
{
	struct name_key *k;
	uint32_t i;

	for (i = hash; (k = &t->keys[i % KEYS])->serial != 0; i++)
		if (k->hash == hash)
			break;
	t->nkeys += k->serial == 0;
	k->hash = hash;
	k->serial = n->serial;
	k->index = (uint32_t)(n - t->v);
}

static void
put_keys(struct names *t, const struct name *n)
{
	bool person = n->kind == NAME_PERSON;
	const struct name_word *last;
	struct acronym acronym = { 0 };
	uint32_t h;
	size_t i;

	if (n->n == 0)
		return;
	last = &n->words[n->n - 1];
	put(t, key_hash(BY_LAST, person, last->hash), n);
	if (person && n->gender != 0)
		put(t, key_hash(n->gender == 'm' ? BY_LAST_HE : BY_LAST_SHE,
		    true, last->hash), n);
	if (last->bare != last->hash)
		put(t, key_hash(BY_LAST, person, last->bare), n);
	if (n->n < 2)
		return;
	put(t, key_hash(BY_FIRST, person, n->words[0].hash), n);
	if (person && n->n > 2 && last[-1].letters > 1)
		put(t, key_hash(BY_MIDDLE, true, last[-1].hash), n);
	if (person)
		return;
	for (i = 0, h = 0; i < n->n; i++) {
		h = key_hash(BY_PREFIX, false, h ^ n->words[i].hash);
		if (i > 0 && i <= PREFIX_MAX && i + 1 < n->n)
			put(t, h, n);
		acronym_add(&acronym, n->words[i].initial, n->words[i].capital);
	}
	if (acronym.ncapitals >= ACRONYM_LEAST)
		put(t, key_hash(BY_INITIALS, false,
		    acronym_capitals(&acronym)), n);
}

/* Suu Kyi is Aung San Suu Kyi: all of a short name's words end the long one. */
static bool
ends_in(const struct name *full, const struct name *q)
{
	size_t i;

	if (q->n > full->n)
		return false;
	for (i = 0; i < q->n; i++)
		if (full->words[full->n - q->n + i].hash != q->words[i].hash)
			return false;
	return true;
}

/* May one person be called both ways?  Given names must not contradict. */
static bool
same_person(const struct name *full, const struct name *q)
{
	const struct name_word *x = &full->words[0], *y = &q->words[0];

	if (full->gender != 0 && q->gender != 0 && full->gender != q->gender)
		return false;
	if (full->n < 2 || q->n < 2 || ends_in(full, q))
		return true;
	if (x->hash == y->hash)
		return true;
	if (x->letters == 1 || y->letters == 1)
		return x->initial == y->initial;
	return false;
}

static struct name *
find_person(struct names *t, const struct name *q)
{
	static const int kinds[] = { BY_LAST, BY_FIRST, BY_MIDDLE };
	uint32_t last = q->words[q->n - 1].hash;
	struct name *f;
	size_t i;

	if (q->gender != 0 && (f = find(t, key_hash(q->gender == 'm' ?
	    BY_LAST_HE : BY_LAST_SHE, true, last))) != NULL &&
	    same_person(f, q))
		return f;
	for (i = 0; i < (q->n == 1 ? 3u : 1u); i++) {
		f = find(t, key_hash(kinds[i], true, last));
		if (f != NULL && f->n >= q->n && same_person(f, q))
			return f;
	}
	return NULL;
}

/* "Roe" is Roe Corp. */
static bool
is_company(const struct name *n)
{
	const char *last = n->text + n->len;

	while (last > n->text && last[-1] != ' ')
		last--;
	return spelling_body(last, (size_t)(n->text + n->len - last),
	    SPELLING_CUT);
}

/* The name whose initials the capitals of an acronym are. */
static struct name *
find_spelled(struct names *t, const struct name *q)
{
	struct acronym acronym = { 0 };
	size_t i;

	for (i = 0; i < q->len; i++)
		if (byte_is((unsigned char)q->text[i], CHAR_UPPER))
			acronym_add(&acronym, ascii_lower((unsigned char)
			    q->text[i]), true);
	return find(t, key_hash(BY_INITIALS, false,
	    acronym_capitals(&acronym)));
}

static struct name *
find_other(struct names *t, const struct name *q)
{
	struct name *f;
	uint32_t h = 0;
	size_t i;

	if (q->n == 1 && q->words[0].acronym &&
	    (f = find_spelled(t, q)) != NULL)
		return f;
	for (i = 0; i < q->n; i++)
		h = key_hash(BY_PREFIX, false, h ^ q->words[i].hash);
	if (q->n > 1) {
		if ((f = find(t, h)) != NULL)
			return f;
		f = find(t, key_hash(BY_LAST, false, q->words[q->n - 1].hash));
		return f != NULL && ends_in(f, q) ? f : NULL;
	}
	f = find(t, key_hash(BY_FIRST, false, q->words[0].hash));
	return f != NULL && is_company(f) ? f : NULL;
}

static struct name *
resolve(struct names *t, const struct name *q)
{
	struct name *f;

	if (q->n == 0 || q->kind == NAME_NONE)
		return NULL;
	f = q->kind == NAME_PERSON ? find_person(t, q) : find_other(t, q);
	return f != NULL && f->len > q->len ? f : NULL;
}

static const char *
fullest(struct names *t, size_t *full_len)
{
	struct name *f;

	if ((f = resolve(t, &t->query)) == NULL)
		f = &t->query;
	else
		f->used = true;
	*full_len = f->len;
	return f->text;
}

const char *
names_fullest(struct names *t, enum name_kind kind, const char *s, size_t len,
    size_t *full_len)
{
	read_name(&t->query, kind, s, len);
	return fullest(t, full_len);
}

const char *
names_fullest_person(struct names *t, char gender, const char *s, size_t len,
    size_t *full_len)
{
	read_name(&t->query, NAME_PERSON, s, len);
	t->query.gender = gender;
	return fullest(t, full_len);
}

const char *
names_ending(struct names *t, const char *s, size_t len, size_t *full_len)
{
	struct name *f;

	read_name(&t->query, NAME_OTHER, s, len);
	if (t->query.n != 1)
		return NULL;
	f = find(t, key_hash(BY_LAST, false, t->query.words[0].hash));
	if (f == NULL || f->n < 2)
		return NULL;
	*full_len = f->len;
	return f->text;
}

const char *
names_namesake(struct names *t, size_t *at, const char *s, size_t len,
    size_t *full_len)
{
	const struct name *n;
	uint32_t last;

	read_name(&t->query, NAME_PERSON, s, len);
	if (t->query.n != 1)
		return NULL;
	last = t->query.words[0].hash;
	if (*at == 0) {
		n = find(t, key_hash(BY_LAST, true, last));
		if (n == NULL || !n->shared)
			*at = NAMES_MAX;
		if (n != NULL && !n->shared && n->n > 1) {
			*full_len = n->len;
			return n->text;
		}
	}
	while (*at < NAMES_MAX && t->v[*at].text != NULL) {
		n = &t->v[(*at)++];
		if (n->serial != 0 && n->kind == NAME_PERSON && n->n > 1 &&
		    n->words[n->n - 1].hash == last) {
			*full_len = n->len;
			return n->text;
		}
	}
	return NULL;
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

static void
renew_keys(struct names *t)
{
	size_t i;

	memset(t->keys, 0, sizeof(t->keys));
	t->nkeys = 0;
	for (i = 0; i < NAMES_MAX; i++)
		if (t->v[i].serial != 0)
			put_keys(t, &t->v[i]);
}

/* A name is mentioned once more: of those like it, it is the last now. */
static const char *
again(struct names *t, struct name *f, size_t *full_len)
{
	f->used = true;
	if (f->gender == 0 && f->kind == NAME_PERSON)
		f->gender = t->query.gender;
	put_keys(t, f);
	*full_len = f->len;
	return f->text;
}

/* Is it the name that was asked for? */
static bool
is_query(const struct names *t, const struct name *f)
{
	return f != NULL && f->len == t->query.len &&
	    f->kind == t->query.kind &&
	    memcmp(f->text, t->query.text, f->len) == 0;
}

static const char *
add(struct names *t, size_t *full_len)
{
	enum name_kind kind = t->query.kind;
	struct name *f, *n, tmp;

	if (t->nkeys + 2 * KEYS_EACH > KEYS * 7 / 8)
		renew_keys(t);
	if ((f = resolve(t, &t->query)) != NULL)
		return again(t, f, full_len);
	if (t->query.n == 0 || kind == NAME_NONE) {
		*full_len = t->query.len;
		return t->query.text;
	}
	f = find(t, key_hash(BY_LAST, kind == NAME_PERSON,
	    t->query.words[t->query.n - 1].hash));
	if (!is_query(t, f))
		f = find(t, key_hash(BY_FIRST, kind == NAME_PERSON,
		    t->query.words[0].hash));
	if (is_query(t, f))
		return again(t, f, full_len);
	n = place(t);
	tmp = *n;
	*n = t->query;
	t->query = tmp;
	n->used = false;
	n->serial = ++t->serial != 0 ? t->serial : ++t->serial;
	f = find(t, key_hash(BY_LAST, kind == NAME_PERSON,
	    n->words[n->n - 1].hash));
	n->shared = f != NULL;
	if (f != NULL)
		f->shared = true;
	put_keys(t, n);
	*full_len = n->len;
	return n->text;
}

const char *
names_add(struct names *t, enum name_kind kind, const char *s, size_t len,
    size_t *full_len)
{
	read_name(&t->query, kind, s, len);
	return add(t, full_len);
}

const char *
names_add_person(struct names *t, char gender, const char *s, size_t len,
    size_t *full_len)
{
	read_name(&t->query, NAME_PERSON, s, len);
	t->query.gender = gender;
	return add(t, full_len);
}
