#include "filters/tag-entities/tagger.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/names/names.h"
#include "common/sentences/sentences.h"

struct tagger {
	struct tagger_settings settings;
	struct splitter	*splitter;
	struct recognizer *recognizer;
	struct names	*names;
	struct tokens	 tokens;
	struct entity	*chosen;
	size_t		 cap;
};

struct tagger *
tagger_new(const struct tagger_settings *settings)
{
	struct tagger *t = xcalloc(1, sizeof(*t));
	struct sentence_options so = { 0 };

	t->settings = *settings;
	so.join_lines = settings->join_lines;
	t->splitter = splitter_new(&so);
	t->recognizer = recognizer_new(settings->caseless ?
	    RECOGNIZER_CASELESS : 0);
	recognizer_phrases(t->recognizer, settings->phrases);
	t->names = names_new();
	return t;
}

void
tagger_free(struct tagger *t)
{
	splitter_free(t->splitter);
	recognizer_free(t->recognizer);
	names_free(t->names);
	tokens_free(&t->tokens);
	free(t->chosen);
	free(t);
}

void
tagger_begin(struct tagger *t)
{
	recognizer_begin(t->recognizer);
	names_reset(t->names);
}

const char *
tagger_label(const struct tagger *t, enum entity_type type)
{
	return t->settings.labels[type];
}

const char *
tagger_name(struct tagger *t, const char *text, const struct entity *e,
    size_t *len)
{
	return names_add(t->names, entity_type_row(e->type)->kind,
	    text + e->start, e->end - e->start,
	    len);
}

/* Where a part of a sentence ends: at the last white space before the limit. */
static size_t
part_end(const char *text, size_t start, size_t end)
{
	size_t i;

	if (end - start <= SENTENCE_MAX)
		return end;
	for (i = start + SENTENCE_MAX; i > start + SENTENCE_MAX / 2; i--)
		if (text[i] == ' ' || (text[i] >= '\t' && text[i] <= '\r'))
			return i;
	for (i = start + SENTENCE_MAX; i > start && (text[i] & 0xC0) == 0x80 &&
	    i > start + SENTENCE_MAX - 4; i--)
		continue;
	return i;
}

static void
part(struct tagger *t, const char *text, struct span span,
    const struct visitor *v)
{
	const struct entity *e;
	size_t n, i, m = 0;

	t->tokens.n = 0;
	tokens_scan(&t->tokens, text, span);
	n = recognizer_tag(t->recognizer, text, t->tokens.v, t->tokens.n, &e);
	if (v == NULL) {
		for (i = 0; i < n; i++)
			tagger_name(t, text, &e[i], &m);
		return;
	}
	t->chosen = array_grow(t->chosen, &t->cap, n + 1, sizeof(*t->chosen));
	for (i = 0; i < n; i++)
		if (t->settings.labels[e[i].type] != NULL &&
		    e[i].score >= t->settings.least)
			t->chosen[m++] = e[i];
	v->sentence(v->context, text, t->tokens.v, t->tokens.n, t->chosen, m);
}

void
tagger_text(struct tagger *t, const char *text, size_t len,
    const struct visitor *v)
{
	struct sentence_iterator it;
	struct span s, p;

	sentences_start(&it, t->splitter, text, len);
	while (sentences_next(&it, &s))
		for (p.start = s.start; p.start < s.end; p.start = p.end) {
			p.end = part_end(text, p.start, s.end);
			part(t, text, p, v);
		}
}

void
tagger_foresee(struct tagger *t, const char *text, size_t len)
{
	tagger_text(t, text, len, NULL);
}
