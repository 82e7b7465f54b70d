/*
 * verbs.c -- verbs of saying that the user lists: see verbs.h
 */
#include "common/quotes/verbs.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

/* Less, equal or greater than 0, as the form of a verb is to a word. */
static int
compare(const struct verb *v, const char *word, size_t len)
{
	int order = strncmp(v->form, word, len);

	return order != 0 ? order : v->form[len] != '\0';
}

/* The first verb that does not come before a word. */
static size_t
place(const struct verbs *l, const char *word, size_t len)
{
	size_t lo = 0, hi = l->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (compare(&l->v[mid], word, len) < 0)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

const struct verb *
verbs_find(const struct verbs *l, const char *word, size_t len)
{
	size_t i = place(l, word, len);

	return i < l->n && compare(&l->v[i], word, len) == 0 ? &l->v[i] : NULL;
}

/* A line's verb, and where its forms go. */
struct new_verb {
	struct verbs	*to;
	char		 lemma[LEXICON_WORD];
	unsigned	 classes;
};

/* The line that comes last counts. */
static void
add_form(const char *form, size_t len, void *arg)
{
	const struct new_verb *line = arg;
	struct verbs *l = line->to;
	size_t i = place(l, form, len);
	struct verb *v;

	if (i == l->n || compare(&l->v[i], form, len) != 0) {
		l->v = array_grow(l->v, &l->cap, l->n + 1, sizeof(*l->v));
		memmove(l->v + i + 1, l->v + i, (l->n - i) * sizeof(*l->v));
		l->n++;
		l->v[i].form = xstrndup(form, len);
	} else
		free(l->v[i].lemma);
	v = &l->v[i];
	v->lemma = xstrndup(line->lemma, strlen(line->lemma));
	v->classes = line->classes;
}

static const char *
text_in(enum lexicon_role role, const char *word, size_t len)
{
	return lexicon_text(lexicon_default(), role, word, len);
}

/* The classes in words with a space between; false if one is none. */
static bool
read_classes(const char *s, size_t len, unsigned *classes)
{
#define NAME(value, word)	{ value, word },
	static const struct {
		unsigned	 value;
		const char	*name;
	} names[] = { CUE_VALUES(NAME) { 0, "none" } };
#undef NAME
	size_t n, i;

	*classes = 0;
	for (; len > 0; s += n, len -= n) {
		for (n = 0; n < len && s[n] != ' '; n++)
			;
		for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
			if (strlen(names[i].name) == n &&
			    memcmp(names[i].name, s, n) == 0)
				break;
		if (i == sizeof(names) / sizeof(names[0]))
			return false;
		*classes |= names[i].value;
		n += n < len;
	}
	return true;
}

/* The bytes up to a tab; *rest is what is behind it. */
static size_t
column(const char *s, const char **rest)
{
	size_t n = strcspn(s, "\t");

	*rest = s + n + (s[n] == '\t');
	return n;
}

bool
verbs_add(struct verbs *l, const char *verb, const char **wrong)
{
	struct new_verb line = { .to = l, .classes = CUE_SAYS };
	const struct verb_forms forms = { text_in, add_form, &line };
	const char *what, *own;
	size_t n = column(verb, &what), m = column(what, &own);

	if (n < 2 || n >= sizeof(line.lemma) || memchr(verb, ' ', n) != NULL) {
		*wrong = "a verb is one word";
		return false;
	}
	if (m > 0 && !read_classes(what, m, &line.classes)) {
		*wrong = "what it can do is say, tell, direct, promise, write, "
		    "ask, judge, manner, other, think or none";
		return false;
	}
	n = ascii_fold(verb, n, line.lemma, sizeof(line.lemma));
	line.lemma[n] = '\0';
	if (verb_forms(&forms, line.lemma, n, own) != NULL) {
		*wrong = "what is left out is no form of the verb";
		return false;
	}
	return true;
}

void
verbs_free(struct verbs *l)
{
	size_t i;

	for (i = 0; i < l->n; i++) {
		free(l->v[i].form);
		free(l->v[i].lemma);
	}
	free(l->v);
	memset(l, 0, sizeof(*l));
}
