/*
 * own_lists.c -- the user's names, and what is none: see own_lists.h
 */
#include "filters/tag-entities/own_lists.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "common/base/base.h"

void
own_lists_room(struct own_lists *l, int argc)
{
	l->gazetteers = xcalloc((size_t)argc, sizeof(*l->gazetteers));
	l->stops = xcalloc((size_t)argc, sizeof(*l->stops));
}

static bool
is_word(const char *name, const char *s, size_t n)
{
	return name != NULL && strlen(name) == n &&
	    strncasecmp(name, s, n) == 0;
}

/*
 * The type that the scheme calls so, or OntoNotes; of several one of that very
 * name, else the first.
 */
static enum entity_type
type_called(const struct finder_settings *s, const char *name, size_t n)
{
	int i;

	for (i = 0; i < ENTITY_TYPES; i++)
		if (s->labels[i] != NULL && is_word(entity_type_name(i), name,
		    n))
			return i;
	for (i = 0; i < ENTITY_TYPES; i++)
		if (is_word(s->labels[i], name, n))
			return i;
	return ENTITY_TYPES;
}

__attribute__((noreturn)) static void
no_type(struct options *opts, const struct finder_settings *s, const char *arg,
    size_t n)
{
	char list[512];

	finder_list_labels(s, list, sizeof(list));
	options_fail(opts, "--gazetteer=%s: %.*s is not one of:%s", arg, (int)n,
	    arg, list);
}

/* What does not count, of ",ia" before the colon. */
static unsigned
ignored_by(struct options *opts, const char *arg, const char *letters,
    const char *colon)
{
	unsigned ignored = 0;

	for (; letters < colon; letters++)
		switch (*letters) {
		case ',':
			break;
		case 'i':
			ignored |= PHRASE_CASE;
			break;
		case 'a':
			ignored |= PHRASE_ACCENTS;
			break;
		default:
			options_fail(opts, "--gazetteer=%s: %c is not i (any "
			    "case) or a (any accents)", arg, *letters);
		}
	return ignored;
}

/* An entry, "Kessel & Vane<TAB>Q42"; NULL, or why it cannot be used. */
static const char *
add_name(struct phrases *p, const struct list *l, enum entity_type type,
    unsigned ignored)
{
	const char *tab = memchr(l->text, '\t', l->len);
	struct phrase as = { .type = type };
	size_t n = l->len;

	if (tab != NULL) {
		n = (size_t)(tab - l->text);
		as.id = tab + 1;
		as.id_len = l->len - n - 1;
	}
	if (line_is_empty(l->text, n))
		return "has no name before the tab";
	return phrases_add(p, l->text, n, &as, ignored);
}

static bool
read_gazetteer(struct phrases *p, struct options *opts,
    const struct finder_settings *s, const char *arg)
{
	const char *colon = strchr(arg, ':'), *fault;
	size_t n = strcspn(arg, ",:");
	enum entity_type type;
	unsigned ignored;
	struct list l;

	if (colon == NULL)
		options_fail(opts, "--gazetteer=%s: not TYPE:FILE", arg);
	if ((type = type_called(s, arg, n)) == ENTITY_TYPES)
		no_type(opts, s, arg, n);
	ignored = ignored_by(opts, arg, arg + n, colon);
	if (s->caseless)
		ignored |= PHRASE_CASE;
	list_open(&l, colon + 1);
	while (list_next(&l))
		if ((fault = add_name(p, &l, type, ignored)) != NULL)
			list_fault(&l, fault);
	return list_close(&l);
}

static bool
read_stop(struct phrases *p, const struct finder_settings *s, const char *file)
{
	static const struct phrase none = { .type = PHRASE_NO_NAME };
	const char *fault;
	struct list l;

	list_open(&l, file);
	while (list_next(&l)) {
		fault = memchr(l.text, '\t', l.len) != NULL ? "has a tab" :
		    phrases_add(p, l.text, l.len, &none, s->caseless ?
		    PHRASE_CASE : PHRASE_CASE_SMALL);
		if (fault != NULL)
			list_fault(&l, fault);
	}
	return list_close(&l);
}

void
own_lists_read(struct own_lists *l, struct options *opts,
    const struct finder_settings *s)
{
	size_t i;

	if (l->ngazetteers + l->nstops > 0)
		l->phrases = phrases_new();
	/* first: of what is given twice the first counts */
	for (i = 0; i < l->nstops; i++)
		l->faulty |= !read_stop(l->phrases, s, l->stops[i]);
	for (i = 0; i < l->ngazetteers; i++)
		l->faulty |= !read_gazetteer(l->phrases, opts, s,
		    l->gazetteers[i]);
}

void
own_lists_free(struct own_lists *l)
{
	free(l->gazetteers);
	free(l->stops);
	phrases_free(l->phrases);
}
