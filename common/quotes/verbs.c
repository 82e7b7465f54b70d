/*
 * verbs.c -- verbs of saying that the user lists: see verbs.h
 */
#include "common/quotes/verbs.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

#define ANY_ENDING	"*"
#define ENDING_BYTES	3	/* the longest that is looked up */
#define FORM_BYTES	(LEXICON_WORD + 8)

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

/* The line that comes last counts. */
static void
add_form(struct verbs *l, const char *form, size_t len, const char *lemma,
    size_t lemma_len, unsigned classes)
{
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
	v->lemma = xstrndup(lemma, lemma_len);
	v->classes = classes;
}

/* How the forms of a verb are made: by its longest ending in the list. */
static const char *
rule_of(const char *lemma, size_t len)
{
	const char *rule;
	size_t n = len > ENDING_BYTES ? ENDING_BYTES : len - 1;

	for (; n > 0; n--) {
		rule = lexicon_text(lexicon_default(), ROLE_VERB_ENDINGS,
		    lemma + len - n, n);
		if (rule != NULL)
			return rule;
	}
	return lexicon_text(lexicon_default(), ROLE_VERB_ENDINGS, ANY_ENDING,
	    strlen(ANY_ENDING));
}

/* "-ied": one byte off the verb, and this behind it; "+ed" doubles the last. */
static void
make_form(struct verbs *l, const char *lemma, size_t len, const char *how,
    size_t n, unsigned classes)
{
	char form[FORM_BYTES];
	size_t kept = len;

	for (; n > 0 && *how == '-' && kept > 1; how++, n--)
		kept--;
	memcpy(form, lemma, kept);
	if (n > 0 && *how == '+') {
		form[kept] = form[kept - 1];
		kept++;
		how++;
		n--;
	}
	if (kept + n > sizeof(form))
		return;
	memcpy(form + kept, how, n);
	add_form(l, form, kept + n, lemma, len, classes);
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
column(const char *s, size_t len, const char **rest)
{
	const char *tab = memchr(s, '\t', len);

	*rest = tab != NULL ? tab + 1 : s + len;
	return tab != NULL ? (size_t)(tab - s) : len;
}

bool
verbs_add(struct verbs *l, const char *line, size_t len, const char **wrong)
{
	char lemma[LEXICON_WORD];
	const char *end = line + len, *what, *more, *how;
	size_t n = column(line, len, &what), m, k;
	unsigned classes = CUE_SAYS;

	if (n < 2 || n >= sizeof(lemma) || memchr(line, ' ', n) != NULL) {
		*wrong = "a verb is one word";
		return false;
	}
	n = ascii_fold(line, n, lemma, sizeof(lemma));
	m = column(what, (size_t)(end - what), &more);
	if (m > 0 && !read_classes(what, m, &classes)) {
		*wrong = "what it can do is say, tell, direct, promise, write, "
		    "ask, judge, manner, other, think or none";
		return false;
	}
	add_form(l, lemma, n, lemma, n, classes);
	for (how = rule_of(lemma, n); *how != '\0'; how += k) {
		k = strcspn(how, " ");
		make_form(l, lemma, n, how, k, classes);
		k += how[k] == ' ';
	}
	for (; more < end; more += k + (more + k < end)) {
		for (k = 0; more + k < end && more[k] != ' '; k++)
			;
		if (k > 0 && k < FORM_BYTES)
			add_form(l, more, k, lemma, n, classes);
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
