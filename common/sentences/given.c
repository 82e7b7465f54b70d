#include "common/sentences/given.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/sentences/look.h"

#define BUCKETS		1024
#define GAP_MAX		8	/* bytes of white space between two words */

struct entry {
	struct entry	*next;		/* of all */
	enum given_kind	 kind;
	bool		 any_case;	/* written in small letters */
	bool		 alone;		/* one word */
	size_t		 len;		/* without its last stop */
	char		 text[];
};

/* A word of an entry that a stop or mark stands behind. */
struct given_key {
	struct given_key	*next;		/* of its bucket */
	const struct entry *entry;
	uint32_t	 hash;
	size_t		 start, end;	/* in the entry's text */
};

struct given {
	struct entry	*entries;
	struct given_key	*bucket[BUCKETS];
};

struct given *
given_new(void)
{
	return xcalloc(1, sizeof(struct given));
}

void
given_free(struct given *g)
{
	struct entry *e;
	struct given_key *k;
	size_t i;

	if (g == NULL)
		return;
	for (i = 0; i < BUCKETS; i++)
		while ((k = g->bucket[i]) != NULL) {
			g->bucket[i] = k->next;
			free(k);
		}
	while ((e = g->entries) != NULL) {
		g->entries = e->next;
		free(e);
	}
	free(g);
}

/* The same of a word in whatever case. */
static uint32_t
word_hash(const struct neighbour *w)
{
	return hash_end(hash_bytes(w->fold, w->nfold));
}

/* Has it letters, and none of them small; or none that is large? */
static bool
is_all(const char *s, size_t n, uint32_t kind)
{
	uint32_t cp, c;
	unsigned found = 0;
	size_t i;

	for (i = 0; i < n; i += utf8_decode(s + i, n - i, &cp)) {
		utf8_decode(s + i, n - i, &cp);
		c = char_letter(cp) & CHAR_LETTER;
		if (c != 0 && c != kind)
			return false;
		found += c != 0;
	}
	return kind == CHAR_LOWER || found > 1;
}

/* The word of an entry that ends before text[end]. */
static void
take_word(struct neighbour *w, const char *text, size_t end)
{
	memset(w, 0, sizeof(*w));
	neighbour_until(w, (const unsigned char *)text, 0, end);
}

static void
add_key(struct given *g, const struct entry *e, size_t start, size_t end)
{
	struct given_key *k = xcalloc(1, sizeof(*k));
	struct neighbour w;

	take_word(&w, e->text, end);
	k->entry = e;
	k->start = start;
	k->end = end;
	k->hash = word_hash(&w);
	k->next = g->bucket[k->hash % BUCKETS];
	g->bucket[k->hash % BUCKETS] = k;
}

static bool
is_mark(char c)
{
	return c == '!' || c == '?';
}

/* Can a word that ends before text[end] be found again as it is written? */
static bool
can_be_found(const char *text, size_t start, size_t end)
{
	struct neighbour w;

	take_word(&w, text, end);
	return w.n > 0 && w.n == end - start && w.behind == 0 &&
	    (const char *)w.s == text + start;
}

/* Each word of the entry that a candidate may stand behind. */
static const char *
add_keys(struct given *g, struct entry *e)
{
	size_t i, start, end;

	for (i = 0; i < e->len; i = end + 1) {
		start = i;
		for (end = i; end < e->len && e->text[end] != ' '; end++)
			;
		i = end;
		if (end < e->len && e->text[end - 1] != '.' &&
		    !is_mark(e->text[end - 1]))
			continue;	/* nothing can end there */
		i -= end < e->len || e->kind == GIVEN_NAME;
		if (!can_be_found(e->text, start, i))
			return "marks or hyphens are no part of a word";
		add_key(g, e, start, i);
	}
	return NULL;
}

/* White space as one space, none around: the length. */
static size_t
squeeze(char *to, const char *s, size_t n)
{
	size_t i, len = 0;

	for (i = 0; i < n; i++) {
		if (!byte_is((unsigned char)s[i], CHAR_SPACE))
			to[len++] = s[i];
		else if (len > 0 && to[len - 1] != ' ')
			to[len++] = ' ';
	}
	return len - (len > 0 && to[len - 1] == ' ');
}

static void
drop_entry(struct given *g, const struct entry *e)
{
	struct given_key **p, *k;
	size_t i;

	for (i = 0; i < BUCKETS; i++)
		for (p = &g->bucket[i]; (k = *p) != NULL;) {
			if (k->entry != e) {
				p = &k->next;
				continue;
			}
			*p = k->next;
			free(k);
		}
}

const char *
given_add(struct given *g, const char *line, size_t n)
{
	struct entry *e = xcalloc(1, sizeof(*e) + n + 1);
	const char *fault = NULL;

	e->kind = GIVEN_ABBREVIATION;
	e->len = squeeze(e->text, line, n);
	if (e->len > 0 && (e->text[0] == '-' || e->text[0] == '?')) {
		e->kind = e->text[0] == '-' ? GIVEN_WORD : GIVEN_MAY_END;
		e->len = squeeze(e->text, e->text + 1, e->len - 1);
	}
	if (e->len > 0 && is_mark(e->text[e->len - 1])) {
		fault = e->kind == GIVEN_ABBREVIATION ? NULL :
		    "a name with a mark of its own takes no sign in front";
		e->kind = GIVEN_NAME;
	} else if (e->len > 0 && e->text[e->len - 1] == '.') {
		e->len--;
	}
	e->text[e->len] = '\0';
	e->any_case = is_all(e->text, e->len, CHAR_LOWER);
	e->alone = strchr(e->text, ' ') == NULL;
	if (e->len == 0)
		fault = "there is no word";
	if (fault == NULL && e->kind == GIVEN_WORD && !e->alone)
		fault = "what is no abbreviation is one word";
	if (fault == NULL)
		fault = add_keys(g, e);
	if (fault != NULL) {
		drop_entry(g, e);
		free(e);
		return fault;
	}
	e->next = g->entries;
	g->entries = e;
	return NULL;
}

/* Behind white space at s[i], not beyond n; or i if there is none, or much. */
static size_t
pass_gap(const char *s, size_t i, size_t n)
{
	size_t end = look_space_behind((const unsigned char *)s, i, n, GAP_MAX);

	return end < n && byte_is((unsigned char)s[end], CHAR_SPACE) ? i : end;
}

/* Are both the same, in this case or in any? */
static bool
are_same(const char *a, const char *b, size_t n, bool any_case)
{
	struct neighbour x, y;

	if (memcmp(a, b, n) == 0)
		return true;
	if (!any_case && !is_all(b, n, CHAR_UPPER))
		return false;
	neighbour_set(&x, (const unsigned char *)a, n);
	neighbour_set(&y, (const unsigned char *)b, n);
	return n <= NEIGHBOUR_FOLD && x.nfold == y.nfold &&
	    memcmp(x.fold, y.fold, x.nfold) == 0;
}

/* Does the entry go on as the text does, from there and here? */
static bool
goes_on_alike(const struct entry *e, size_t at, const char *text, size_t i,
    size_t n)
{
	size_t len, next;

	while (at < e->len) {
		if (e->text[at] == ' ') {
			if ((next = pass_gap(text, i, n)) == i)
				return false;
			i = next;
			at++;
		}
		len = strcspn(e->text + at, " ");
		if (len > n - i || !are_same(e->text + at, text + i, len,
		    e->any_case))
			return false;
		at += len;
		i += len;
	}
	return i == n || !byte_may_be_letter((unsigned char)text[i]);
}

/* Does the entry begin as the text does, up to there and here? */
static bool
began_alike(const struct entry *e, size_t at, const char *text, size_t i)
{
	size_t len, start;

	while (at > 0) {
		at--;			/* the space */
		start = look_space_before((const unsigned char *)text, 0, i,
		    GAP_MAX);
		if (start == i)
			return false;
		i = start;
		for (len = 0; len < at && e->text[at - len - 1] != ' '; len++)
			;
		if (len > i || !are_same(e->text + at - len, text + i - len,
		    len, e->any_case))
			return false;
		at -= len;
		i -= len;
	}
	return i == 0 || !byte_may_be_letter((unsigned char)text[i - 1]);
}

static bool
matches(const struct given_key *k, const char *text, size_t n,
    const struct neighbour *w, size_t place)
{
	const struct entry *e = k->entry;
	size_t start = (size_t)((const char *)w->s - text);

	if (w->n != k->end - k->start || !are_same(e->text + k->start,
	    (const char *)w->s, w->n, e->any_case) ||
	    !began_alike(e, k->start, text, start))
		return false;
	if (k->end >= e->len)
		return true;		/* the last word; its stop is cut off */
	return e->text[k->end] == text[place] &&
	    goes_on_alike(e, k->end + 1, text, place + 1, n);
}

enum given_kind
given_find(const struct given *g, const char *text, size_t n,
    const struct neighbour *w, size_t place)
{
	uint32_t hash = word_hash(w);
	const struct given_key *k;

	if (w->n == 0 || w->behind != 0 ||
	    (const char *)w->s + w->n != text + place)
		return GIVEN_NOTHING;
	for (k = g->bucket[hash % BUCKETS]; k != NULL; k = k->next)
		if (k->hash == hash && is_mark(k->entry->text[k->end]) ==
		    is_mark(text[place]) && matches(k, text, n, w, place))
			return k->entry->kind;
	return GIVEN_NOTHING;
}

enum given_kind
given_word(const struct given *g, const struct neighbour *w)
{
	uint32_t hash = word_hash(w);
	const struct given_key *k;

	for (k = g->bucket[hash % BUCKETS]; k != NULL; k = k->next)
		if (k->hash == hash && k->entry->alone &&
		    k->entry->kind != GIVEN_NAME && w->n == k->entry->len &&
		    are_same(k->entry->text, (const char *)w->s, w->n,
		    k->entry->any_case))
			return k->entry->kind;
	return GIVEN_NOTHING;
}
