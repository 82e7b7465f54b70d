#include "common/text/names.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/io/alloc.h"
#include "common/text/lexicon.h"
#include "common/text/tokens.h"
#include "common/text/utf8.h"

#define KEYS		8192		/* a power of two */
#define WORDS_MAX	16		/* words of a name that are looked at */
#define FOLD		128
#define PREFIX_MAX	3		/* so that six keys a name are the most */

/* What a key stands for. */
enum { BY_LAST = 1, BY_FIRST, BY_INITIALS, BY_PREFIX };

struct word {
	uint32_t	 hash;		/* of its letters and digits in lower case */
	uint32_t	 initial;	/* its first code point, folded */
	uint8_t		 letters;	/* how many; 1: an initial */
	bool		 capital;
	bool		 acronym;	/* all capitals, two or more */
};

struct name {
	char		*text;
	size_t		 len;
	size_t		 cap;
	struct word	 words[WORDS_MAX];
	size_t		 n;		/* words without a suffix such as Jr. */
	enum entity_type type;
	uint32_t	 serial;	/* 0: free */
	bool		 used;
};

struct key {
	uint32_t	 hash;
	uint32_t	 serial;
	uint32_t	 index;
};

struct names {
	struct name	 v[NAMES_MAX];
	struct name	 query;
	struct key	 keys[KEYS];
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
	for (i = 0; i < NAMES_MAX; i++)
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

static bool
space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* The word [s, s + len) of a name: its letters only, folded. */
static void
read_word(struct word *w, const char *s, size_t len)
{
	char buf[FOLD];
	size_t i, out = 0, n;
	uint32_t cp;
	bool upper = true;

	memset(w, 0, sizeof(*w));
	if (len > FOLD / 2)
		len = FOLD / 2;
	utf8_decode(s, len, &cp);
	w->capital = (cp >= 'A' && cp <= 'Z') || cp >= 0x80;
	for (i = 0; i < len; i++)
		upper &= !(s[i] >= 'a' && s[i] <= 'z');
	len = token_fold(s, len, buf, sizeof(buf));
	for (i = 0; i < len; i += n) {
		n = utf8_decode(buf + i, len - i, &cp);
		if (cp < 0x80 && !(cp >= 'a' && cp <= 'z') &&
		    !(cp >= '0' && cp <= '9'))
			continue;
		if (w->letters == 0)
			w->initial = cp;
		w->letters++;
		memmove(buf + out, buf + i, n);
		out += n;
	}
	w->hash = token_hash(buf, out);
	w->acronym = upper && w->letters >= 2 && w->letters <= 10;
}

static bool
suffix(const char *s, size_t len)
{
	const char *kind;

	if (len > 0 && s[len - 1] == '.')
		len--;
	kind = lexicon_value(LEX_ABBREVIATION_KINDS, s, len);
	return kind != NULL && strncmp(kind, "suffix", 6) == 0;
}

/* Clean a name into n: single spaces, its words read. */
static void
read_name(struct name *n, enum entity_type type, const char *s, size_t len)
{
	size_t i = 0, start;

	n->type = type;
	n->n = n->len = 0;
	if (n->cap < len + 1) {
		n->cap = len + 32;
		free(n->text);
		n->text = xmalloc(n->cap);
	}
	while (i < len) {
		if (space(s[i])) {
			i++;
			continue;
		}
		for (start = i; i < len && !space(s[i]); i++)
			continue;
		if (n->len > 0)
			n->text[n->len++] = ' ';
		memcpy(n->text + n->len, s + start, i - start);
		n->len += i - start;
		if (n->n < WORDS_MAX && !(n->n > 0 && type == ENTITY_PERSON &&
		    suffix(s + start, i - start)))
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
	struct key *k;
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
	struct key *k;
	uint32_t i;

	for (i = hash; (k = &t->keys[i % KEYS])->serial != 0; i++)
		if (k->hash == hash)
			break;
	t->nkeys += k->serial == 0;
	k->hash = hash;
	k->serial = n->serial;
	k->index = (uint32_t)(n - t->v);
}

/* Code points to a hash, one after another. */
static uint32_t
spell(uint32_t h, uint32_t cp)
{
	return (h ^ cp) * 16777619u;
}

static void
put_keys(struct names *t, const struct name *n)
{
	bool person = n->type == ENTITY_PERSON;
	uint32_t h, initials = 2166136261u;
	size_t i, spelled = 0;

	if (n->n == 0)
		return;
	put(t, key_hash(BY_LAST, person, n->words[n->n - 1].hash), n);
	if (n->n < 2)
		return;
	put(t, key_hash(BY_FIRST, person, n->words[0].hash), n);
	if (person)
		return;
	for (i = 0, h = 0; i < n->n; i++) {
		h = key_hash(BY_PREFIX, false, h ^ n->words[i].hash);
		if (i > 0 && i <= PREFIX_MAX && i + 1 < n->n)
			put(t, h, n);
		if (n->words[i].capital) {
			initials = spell(initials, n->words[i].initial);
			spelled++;
		}
	}
	if (spelled > 1)
		put(t, key_hash(BY_INITIALS, false, initials), n);
}

/* May one person be called both ways?  Given names must not contradict. */
static bool
same_person(const struct name *a, const struct name *b)
{
	const struct word *x = &a->words[0], *y = &b->words[0];

	if (a->n < 2 || b->n < 2)
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
	struct name *f;

	f = find(t, key_hash(BY_LAST, true, q->words[q->n - 1].hash));
	if (f != NULL && same_person(f, q))
		return f;
	if (q->n == 1 && (f = find(t, key_hash(BY_FIRST, true,
	    q->words[0].hash))) != NULL)
		return f;
	return NULL;
}

static struct name *
find_other(struct names *t, const struct name *q, const char *text)
{
	struct name *f;
	uint32_t h = 0, cp, initials = 2166136261u;
	size_t i, n;

	if (q->n == 1 && q->words[0].acronym) {
		for (i = 0; i < q->len; i += n) {
			n = utf8_decode(text + i, q->len - i, &cp);
			if (cp >= 'A' && cp <= 'Z')
				initials = spell(initials, cp - 'A' + 'a');
		}
		f = find(t, key_hash(BY_INITIALS, false, initials));
		if (f != NULL)
			return f;
	}
	for (i = 0; i < q->n; i++)
		h = key_hash(BY_PREFIX, false, h ^ q->words[i].hash);
	return q->n > 1 ? find(t, h) : NULL;
}

static struct name *
resolve(struct names *t, const struct name *q)
{
	struct name *f;

	if (q->n == 0 || q->type > ENTITY_LANGUAGE)
		return NULL;
	f = q->type == ENTITY_PERSON ? find_person(t, q) :
	    find_other(t, q, q->text);
	return f != NULL && f->len > q->len ? f : NULL;
}

const char *
names_fullest(struct names *t, enum entity_type type, const char *s, size_t len,
    size_t *full_len)
{
	struct name *f;

	read_name(&t->query, type, s, len);
	if ((f = resolve(t, &t->query)) == NULL)
		f = &t->query;
	else
		f->used = true;
	*full_len = f->len;
	return f->text;
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

const char *
names_add(struct names *t, enum entity_type type, const char *s, size_t len,
    size_t *full_len)
{
	struct name *f, *n, tmp;

	read_name(&t->query, type, s, len);
	if ((f = resolve(t, &t->query)) != NULL) {
		f->used = true;
		*full_len = f->len;
		return f->text;
	}
	if (t->query.n == 0 || type > ENTITY_LANGUAGE) {
		*full_len = t->query.len;
		return t->query.text;
	}
	f = find(t, key_hash(BY_LAST, type == ENTITY_PERSON,
	    t->query.words[t->query.n - 1].hash));
	if (f != NULL && f->len == t->query.len && f->type == type &&
	    memcmp(f->text, t->query.text, f->len) == 0) {
		f->used = true;
		*full_len = f->len;
		return f->text;
	}
	n = place(t);
	tmp = *n;
	*n = t->query;
	t->query = tmp;
	n->used = false;
	n->serial = ++t->serial != 0 ? t->serial : ++t->serial;
	if (t->nkeys + 8 > KEYS * 7 / 8)
		renew_keys(t);
	else
		put_keys(t, n);
	*full_len = n->len;
	return n->text;
}
