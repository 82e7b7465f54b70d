/*
 * train_gold.c -- marked documents: see train_gold.h
 */
#include "common/quotes/train_gold.h"

#include <err.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "common/names/names.h"

#define NAME_TAIL	3	/* bytes: names that end others are longer */

/* The k-th of a list of spans, in bytes: at has those of the code points. */
static struct span
read_span(const json_t *spans, size_t k, const size_t *at)
{
	const json_t *s = json_array_get(spans, k);
	struct span r = {0, 0};

	if (s != NULL) {
		r.start = at[json_integer_value(json_array_get(s, 0))];
		r.end = at[json_integer_value(json_array_get(s, 1))];
	}
	return r;
}

static const char *
read_string(const json_t *object, const char *name)
{
	return json_string_value(json_object_get(object, name));
}

static void
read_gold(struct gold *g, const json_t *q, const size_t *at)
{
	const json_t *content = json_object_get(q, "content");
	size_t k;

	g->type = read_string(q, "type");
	g->speaker = read_string(q, "speaker");
	g->ncontent = json_array_size(content);
	if (g->ncontent > GOLD_CONTENTS)
		g->ncontent = GOLD_CONTENTS;
	for (k = 0; k < g->ncontent; k++)
		g->content[k] = read_span(content, k, at);
	g->cue = read_span(json_object_get(q, "cue"), 0, at);
	g->source = read_span(json_object_get(q, "source"), 0, at);
}

/* Where each code point of a text begins, and its end; the caller frees. */
static size_t *
find_points(const char *text, size_t len)
{
	size_t *at = xreallocarray(NULL, len + 2, sizeof(*at));
	size_t points = 0, i;

	for (i = 0; i < len; i++)
		if (((unsigned char)text[i] & 0xC0) != 0x80)
			at[points++] = i;
	at[points] = len;
	return at;
}

bool
gold_read(FILE *f, struct gold_document *d)
{
	static char *line;
	static size_t cap;
	ssize_t n = getline(&line, &cap, f);
	const json_t *quotes;
	size_t *at, i;

	if (n <= 0)
		return false;
	if ((d->json = json_loadb(line, (size_t)n, 0, NULL)) == NULL)
		errx(EXIT_TROUBLE, "not JSON");
	d->id = read_string(d->json, "id");
	d->text = read_string(d->json, "text");
	if (d->text == NULL)
		errx(EXIT_TROUBLE, "a document without text");
	d->len = strlen(d->text);
	quotes = json_object_get(d->json, "quotes");
	d->ngold = json_array_size(quotes);
	d->gold = xcalloc(d->ngold + 1, sizeof(*d->gold));
	at = find_points(d->text, d->len);
	for (i = 0; i < d->ngold; i++)
		read_gold(&d->gold[i], json_array_get(quotes, i), at);
	free(at);
	return true;
}

void
gold_free(struct gold_document *d)
{
	json_decref(d->json);
	free(d->gold);
}

bool
gold_is_nested(const struct gold_document *d, const struct gold *g)
{
	const struct gold *outer;
	size_t k;

	if (g->cue.end == g->cue.start)
		return false;
	for (outer = d->gold; outer < d->gold + d->ngold; outer++)
		for (k = 0; k < outer->ncontent && outer != g; k++)
			if (strcmp(outer->type, "direct") == 0 &&
			    outer->content[k].start <= g->cue.start &&
			    g->cue.end <= outer->content[k].end)
				return true;
	return false;
}

/* A name without its article, which the marks leave out or not. */
static const char *
bare_name(const char *s, size_t *len)
{
	const char *space = memchr(s, ' ', *len);
	size_t n;

	if (space == NULL)
		return s;
	n = (size_t)(space - s);
	if (n + 1 < *len &&
	    (word_bits(ROLE_DEFINITE, s, n) & DEFINITE_ARTICLE)) {
		s += n + 1;
		*len -= n + 1;
	}
	return s;
}

/* Two names are one if one is the last words of the other. */
static bool
same_name(const char *a, size_t alen, const char *b, size_t blen)
{
	a = bare_name(a, &alen);
	b = bare_name(b, &blen);
	if (alen > blen) {
		const char *s = a;
		size_t n = alen;

		a = b;
		alen = blen;
		b = s;
		blen = n;
	}
	if (alen == blen)
		return strncasecmp(a, b, alen) == 0;
	return alen > NAME_TAIL && b[blen - alen - 1] == ' ' &&
	    strncasecmp(a, b + blen - alen, alen) == 0;
}

/* "A woman" is who is marked as "A woman walking her dog". */
static bool
begins_phrase(const char *name, size_t len, const char *phrase)
{
	const char *space = memchr(name, ' ', len);

	return space != NULL && (word_lists(name, (size_t)(space - name)) &
	    (ROLE_BIT(ROLE_DEFINITE) | ROLE_BIT(ROLE_INDEFINITE))) != 0 &&
	    len < strlen(phrase) && phrase[len] == ' ' &&
	    strncasecmp(name, phrase, len) == 0;
}

bool
gold_is_speaker(const struct gold *g, const char *name, size_t len)
{
	return begins_phrase(name, len, g->speaker) ||
	    same_name(name, len, g->speaker, strlen(g->speaker));
}
