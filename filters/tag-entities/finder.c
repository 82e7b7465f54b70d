#include "filters/tag-entities/finder.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/names/names.h"
#include "common/sentences/sentences.h"

/* A mention, and what the text tells of whom it names. */
struct noted {
	struct entity	 entity;
	struct name_told told;
};

struct finder {
	struct finder_settings settings;
	struct splitter	*splitter;
	struct recognizer *recognizer;
	struct names	*names;
	struct reference reference;
	struct tokens	 tokens;
	uint64_t	 at;		/* of the text in its document */
	struct noted	*noted;		/* mentions that wait for their names */
	size_t		 n, noted_cap;
	struct value	*values;	/* theirs, where they will be shown */
	size_t		 values_cap;
	struct named_entity *named;
	size_t		 cap;
	struct buffer	 spelled;	/* their names, one after another */
};

/* Is the label of type i that of an earlier one as well? */
static bool
is_repeated(const struct finder_settings *s, int i)
{
	int k;

	for (k = 0; k < i; k++)
		if (s->labels[k] != NULL &&
		    strcmp(s->labels[k], s->labels[i]) == 0)
			return true;
	return false;
}

void
finder_list_labels(const struct finder_settings *s, char *list, size_t size)
{
	int i;

	*list = '\0';
	for (i = 0; i < ENTITY_TYPES; i++) {
		if (s->labels[i] == NULL || is_repeated(s, i))
			continue;
		strlcat(list, " ", size);
		strlcat(list, s->labels[i], size);
	}
}

struct finder *
finder_new(const struct finder_settings *settings)
{
	struct finder *f = xcalloc(1, sizeof(*f));
	struct sentence_options so = { 0 };

	f->settings = *settings;
	so.join_lines = settings->join_lines;
	f->splitter = splitter_new(&so);
	f->recognizer = recognizer_new(settings->caseless ?
	    RECOGNIZER_CASELESS : 0);
	recognizer_phrases(f->recognizer, settings->phrases);
	f->names = names_new();
	return f;
}

void
finder_free(struct finder *f)
{
	splitter_free(f->splitter);
	recognizer_free(f->recognizer);
	names_free(f->names);
	tokens_free(&f->tokens);
	free(f->noted);
	free(f->values);
	free(f->named);
	buffer_free(&f->spelled);
	free(f);
}

bool
finder_begin(struct finder *f, const char *date, size_t n)
{
	recognizer_begin(f->recognizer);
	names_reset(f->names);
	f->at = 0;
	return reference_begin(&f->reference, date, n);
}

const char *
finder_label(const struct finder *f, enum entity_type type)
{
	return f->settings.labels[type];
}

/* The kind of name that a mention is. */
static enum name_kind
kind_of(const struct entity *e)
{
	return entity_type_row(e->type)->kind;
}

/*
 * Note the mentions of a sentence and keep them: they are named when more of
 * the text is known, wanted or not.
 */
static void
note(struct finder *f, const char *text, const struct entity *e, size_t n)
{
	const struct token *t = f->tokens.v;
	struct noted *m;
	size_t i;

	f->noted = array_grow(f->noted, &f->noted_cap, f->n + n,
	    sizeof(*f->noted));
	for (i = 0; i < n; i++) {
		m = &f->noted[f->n++];
		m->entity = e[i];
		m->told = (struct name_told){ 0 };
		if (kind_of(&e[i]) == NAME_NONE)
			continue;
		if (kind_of(&e[i]) == NAME_PERSON)
			name_told_read(&m->told, text, t, f->tokens.n,
			    e[i].first, e[i].last);
		names_at(f->names, f->at + e[i].start);
		names_note(f->names, kind_of(&e[i]), &m->told,
		    text + e[i].start, e[i].end - e[i].start);
		if (i > 0 && name_in_brackets(text, t, f->tokens.n,
		    e[i - 1].last, e[i].first, e[i].last))
			names_alias(f->names, kind_of(&e[i - 1]),
			    text + e[i - 1].start, e[i - 1].end -
			    e[i - 1].start, text + e[i].start,
			    e[i].end - e[i].start);
	}
}

/* Is a byte the first of its line that is no white space? */
static bool
begins_line(const char *text, size_t at)
{
	while (at > 0 && byte_is((unsigned char)text[at - 1], CHAR_SPACE) &&
	    !byte_is((unsigned char)text[at - 1], CHAR_NEWLINE))
		at--;
	return at == 0 || byte_is((unsigned char)text[at - 1], CHAR_NEWLINE);
}

/* What the last n of the mentions kept are worth, in a part from a byte on. */
static void
value_all(struct finder *f, const char *text, size_t n, size_t start)
{
	size_t i;

	f->values = array_grow(f->values, &f->values_cap, f->n,
	    sizeof(*f->values));
	if (begins_line(text, start))
		recognizer_dateline(f->recognizer, text, f->tokens.v,
		    f->tokens.n, &f->reference);
	for (i = f->n - n; i < f->n; i++)
		recognizer_value(f->recognizer, text, f->tokens.v, f->tokens.n,
		    &f->noted[i].entity, &f->reference, &f->values[i]);
}

/*
 * What the user's lists call a mention: of theirs, or of one by whose name it
 * goes here.
 */
static const struct phrase *
called(struct finder *f, const struct entity *e, const char *name, size_t len)
{
	struct phrases *p = f->settings.phrases;
	const struct phrase *v;

	if (p == NULL)
		return NULL;
	if (e->listed == 0)
		return phrases_whole(p, name, len, e->type);
	v = phrases_get(p, e->listed - 1);
	return v->id_len > 0 ? v : NULL;
}

/* The name of a mention kept, and its id. */
static void
name_one(struct finder *f, const char *text, const struct noted *m,
    struct named_entity *as)
{
	const struct entity *e = &m->entity;
	const struct phrase *v;
	const char *name;

	names_at(f->names, f->at + e->start);
	name = names_fullest(f->names, kind_of(e), &m->told, text + e->start,
	    e->end - e->start, &as->name_len);
	if ((v = called(f, e, name, as->name_len)) != NULL) {
		as->id = name = v->id;
		as->id_len = as->name_len = v->id_len;
	}
	buffer_add(&f->spelled, name, as->name_len);
}

/* Name the mentions kept. */
static void
name_all(struct finder *f, const char *text)
{
	size_t i, at;

	f->named = array_grow(f->named, &f->cap, f->n, sizeof(*f->named));
	f->spelled.len = 0;
	for (i = 0; i < f->n; i++) {
		f->named[i] = (struct named_entity){ .entity =
		    f->noted[i].entity };
		if (f->settings.valued)
			f->named[i].value = f->values[i];
		name_one(f, text, &f->noted[i], &f->named[i]);
	}
	/* the buffer stays where it is from here on */
	for (i = at = 0; i < f->n; i++) {
		f->named[i].name = f->spelled.data + at;
		at += f->named[i].name_len;
	}
}

/* Leave those that are wanted; returns how many. */
static size_t
choose(struct finder *f, size_t n)
{
	const struct entity *e;
	size_t i, m = 0;

	for (i = 0; i < n; i++) {
		e = &f->named[i].entity;
		if (f->settings.labels[e->type] != NULL &&
		    e->score >= f->settings.least)
			f->named[m++] = f->named[i];
	}
	return m;
}

/* Show the mentions kept, with their names. */
static void
show(struct finder *f, const char *text, const struct visitor *v)
{
	size_t n;

	if (f->n == 0)
		return;
	if (v != NULL) {
		name_all(f, text);
		n = choose(f, f->n);
		v->mentions(v->context, text, NULL, 0, f->named, n);
	}
	f->n = 0;
}

static void
part(struct finder *f, const char *text, struct span span,
    const struct visitor *v)
{
	const struct entity *e;
	size_t i, n;

	f->tokens.n = 0;
	tokens_scan(&f->tokens, text, span);
	n = recognizer_tag(f->recognizer, text, f->tokens.v, f->tokens.n, &e);
	if (!f->settings.nameless) {
		note(f, text, e, n);
		if (f->settings.valued && v != NULL)
			value_all(f, text, n, span.start);
		return;
	}
	if (v == NULL)
		return;
	f->named = array_grow(f->named, &f->cap, n + 1, sizeof(*f->named));
	for (i = 0; i < n; i++)
		f->named[i] = (struct named_entity){ .entity = e[i] };
	n = choose(f, n);
	v->mentions(v->context, text, f->tokens.v, f->tokens.n, f->named, n);
}

static void
walk(struct finder *f, const char *text, size_t len, const struct visitor *v)
{
	struct sentence_iterator it;
	struct span s, p;
	size_t shown = 0;

	sentences_start(&it, f->splitter, text, len);
	while (sentences_next(&it, &s)) {
		for (p.start = s.start; p.start < s.end; p.start = p.end) {
			p.end = s.end - p.start <= SENTENCE_MAX ? s.end :
			    p.start + piece_end(text + p.start, SENTENCE_MAX);
			part(f, text, p, v);
		}
		if (s.end - shown > FINDER_AHEAD) {
			show(f, text, v);
			shown = s.end;
		}
	}
	show(f, text, v);
}

void
finder_text(struct finder *f, const char *text, size_t len,
    const struct visitor *v)
{
	walk(f, text, len, v);
	f->at += len;
}

void
finder_foresee(struct finder *f, const char *text, size_t len)
{
	walk(f, text, len, NULL);
}
