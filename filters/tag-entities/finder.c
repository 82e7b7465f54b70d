#include "filters/tag-entities/finder.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/names/names.h"
#include "common/sentences/sentences.h"

struct finder {
	struct finder_settings settings;
	struct splitter	*splitter;
	struct recognizer *recognizer;
	struct names	*names;
	struct reference reference;
	struct tokens	 tokens;
	struct named_entity *named;
	size_t		 cap;
	struct buffer	 spelled;	/* their names, one after another */
};

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
	free(f->named);
	buffer_free(&f->spelled);
	free(f);
}

bool
finder_begin(struct finder *f, const char *date, size_t n)
{
	recognizer_begin(f->recognizer);
	names_reset(f->names);
	return reference_begin(&f->reference, date, n);
}

const char *
finder_label(const struct finder *f, enum entity_type type)
{
	return f->settings.labels[type];
}

/*
 * Name the mentions, for the visitor and for the names of those that come: they
 * are told apart by what was mentioned before, wanted or not.
 */
static void
name_all(struct finder *f, const char *text, const struct entity *e, size_t n)
{
	const char *name;
	size_t i, at;

	f->named = array_grow(f->named, &f->cap, n + 1, sizeof(*f->named));
	f->spelled.len = 0;
	for (i = 0; i < n; i++) {
		f->named[i] = (struct named_entity){ .entity = e[i] };
		if (f->settings.nameless)
			continue;
		name = names_add(f->names, entity_type_row(e[i].type)->kind,
		    text + e[i].start, e[i].end - e[i].start,
		    &f->named[i].name_len);
		buffer_add(&f->spelled, name, f->named[i].name_len);
	}
	/* the buffer stays where it is from here on */
	for (i = at = 0; i < n && !f->settings.nameless; i++) {
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

/* Where a part of a sentence ends: at the last white space before the limit. */
static size_t
part_end(const char *text, size_t start, size_t end)
{
	size_t i;

	if (end - start <= SENTENCE_MAX)
		return end;
	for (i = start + SENTENCE_MAX; i > start + SENTENCE_MAX / 2; i--)
		if (byte_is((unsigned char)text[i], CHAR_SPACE))
			return i;
	for (i = start + SENTENCE_MAX; i > start && (text[i] & 0xC0) == 0x80 &&
	    i > start + SENTENCE_MAX - 4; i--)
		continue;
	return i;
}

/* What the first n of the mentions, which are wanted, are worth. */
static void
value_all(struct finder *f, const char *text, size_t n, bool begins_line)
{
	struct named_entity *v;

	if (begins_line)
		recognizer_dateline(f->recognizer, text, f->tokens.v,
		    f->tokens.n, &f->reference);
	for (v = f->named; v < f->named + n; v++)
		recognizer_value(f->recognizer, text, f->tokens.v, f->tokens.n,
		    &v->entity, &f->reference, &v->value);
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

static void
part(struct finder *f, const char *text, struct span span,
    const struct visitor *v)
{
	const struct entity *e;
	size_t n;

	f->tokens.n = 0;
	tokens_scan(&f->tokens, text, span);
	n = recognizer_tag(f->recognizer, text, f->tokens.v, f->tokens.n, &e);
	name_all(f, text, e, n);
	if (v == NULL)
		return;
	n = choose(f, n);
	if (f->settings.valued)
		value_all(f, text, n, begins_line(text, span.start));
	v->sentence(v->context, text, f->tokens.v, f->tokens.n, f->named, n);
}

void
finder_text(struct finder *f, const char *text, size_t len,
    const struct visitor *v)
{
	struct sentence_iterator it;
	struct span s, p;

	sentences_start(&it, f->splitter, text, len);
	while (sentences_next(&it, &s))
		for (p.start = s.start; p.start < s.end; p.start = p.end) {
			p.end = part_end(text, p.start, s.end);
			part(f, text, p, v);
		}
}

void
finder_foresee(struct finder *f, const char *text, size_t len)
{
	finder_text(f, text, len, NULL);
}
