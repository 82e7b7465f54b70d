/*
 * summary.c -- who speaks how much: see summary.h
 */
#include "filters/quote-extract/summary.h"

#include <stdlib.h>
#include <string.h>

#include "common/text/text.h"
#include "filters/quote-extract/people.h"

#define SLOTS_LEAST	64

static size_t
sum(const size_t *v)
{
	size_t n = 0;
	unsigned k;

	for (k = 0; k < QUOTE_KINDS; k++)
		n += v[k];
	return n;
}

/* The slot of a key: free, or that of the speaker who has it. */
static size_t *
slot_of(const struct summary *s, const char *key, size_t len)
{
	size_t i = token_hash(key, len);
	const struct spoken *p;

	for (;; i++) {
		i &= s->nslots - 1;
		if (s->slots[i] == 0)
			break;
		p = &s->v[s->slots[i] - 1];
		if (p->key_len == len && memcmp(p->key, key, len) == 0)
			break;
	}
	return &s->slots[i];
}

/* Room for one more. */
static void
grow(struct summary *s)
{
	size_t i;

	if (s->n * 2 < s->nslots)
		return;
	s->nslots = s->nslots == 0 ? SLOTS_LEAST : s->nslots * 2;
	free(s->slots);
	s->slots = xcalloc(s->nslots, sizeof(*s->slots));
	for (i = 0; i < s->n; i++)
		*slot_of(s, s->v[i].key, s->v[i].key_len) = i + 1;
}

static struct spoken *
spoken_of(struct summary *s, const char *name, size_t len)
{
	struct spoken *p;
	size_t *slot;

	name_key(&s->key, name, len);
	grow(s);
	slot = slot_of(s, s->key.data, s->key.len);
	if (*slot != 0)
		return &s->v[*slot - 1];
	s->v = array_grow(s->v, &s->cap, s->n + 1, sizeof(*s->v));
	p = &s->v[s->n++];
	memset(p, 0, sizeof(*p));
	p->key = xstrndup(s->key.data, s->key.len);
	p->key_len = s->key.len;
	p->name = xstrndup(name, len);
	*slot = s->n;
	return p;
}

void
summary_add(struct summary *s, const struct quote *q, const char *id,
    size_t words)
{
	struct spoken *p;

	if (q->negated || q->hypothetical || q->question)
		return;
	p = spoken_of(s, q->speaker != NULL ? q->speaker : "",
	    q->speaker != NULL ? q->speaker_len : 0);
	if (p->id == NULL)
		p->id = xstrndup(id, strlen(id));
	if (q->speaker != NULL) {
		if (p->source == NULL)
			p->source = quote_source_name(q->source);
		if (p->gender == 0)
			p->gender = q->gender;
	}
	p->quotes[q->kind]++;
	p->words[q->kind] += words;
}

static void
put_name(struct fields *f, const void *row)
{
	const struct spoken *p = row;

	if (p->name[0] == '\0')
		fields_put_null(f);
	else
		fields_put_string(f, p->name, strlen(p->name));
}

static bool
has_id(const struct fields *f, const void *row)
{
	const struct spoken *p = row;

	(void)f;
	return p->id[0] != '\0';
}

static void
put_id(struct fields *f, const void *row)
{
	const struct spoken *p = row;

	fields_put_string(f, p->id, strlen(p->id));
}

static bool
has_source(const struct fields *f, const void *row)
{
	const struct spoken *p = row;

	(void)f;
	return p->source != NULL;
}

static void
put_source(struct fields *f, const void *row)
{
	const struct spoken *p = row;

	fields_put_string(f, p->source, strlen(p->source));
}

static bool
has_gender(const struct fields *f, const void *row)
{
	const struct spoken *p = row;

	(void)f;
	return p->gender != 0;
}

static void
put_gender(struct fields *f, const void *row)
{
	const struct spoken *p = row;
	const char *name = quote_gender_name(p->gender);

	fields_put_string(f, name, strlen(name));
}

static void
put_quotes(struct fields *f, const void *row)
{
	fields_put_number(f, sum(((const struct spoken *)row)->quotes));
}

static void
put_words(struct fields *f, const void *row)
{
	fields_put_number(f, sum(((const struct spoken *)row)->words));
}

static const struct field table[] = {
	FIELD("speaker", put_name, NULL),
	FIELD("quotes", put_quotes, NULL),
	FIELD("words", put_words, NULL),
	FIELD_NUMBER("direct", struct spoken, quotes[QUOTE_DIRECT]),
	FIELD_NUMBER("direct_words", struct spoken, words[QUOTE_DIRECT]),
	FIELD_NUMBER("mixed", struct spoken, quotes[QUOTE_MIXED]),
	FIELD_NUMBER("mixed_words", struct spoken, words[QUOTE_MIXED]),
	FIELD_NUMBER("indirect", struct spoken, quotes[QUOTE_INDIRECT]),
	FIELD_NUMBER("indirect_words", struct spoken, words[QUOTE_INDIRECT]),
	FIELD("source", put_source, has_source),
	FIELD("gender", put_gender, has_gender),
	FIELD("id", put_id, has_id)
};

const struct field *const summary_columns[] = {
	&table[0], &table[1], &table[2], &table[3], &table[4], &table[5],
	&table[6], &table[7], &table[8], &table[9], &table[10], &table[11],
	NULL
};

/* Most quotations first, then most words, then by name. */
static int
by_quotes(const void *a, const void *b)
{
	const struct spoken *x = a, *y = b;
	size_t m = sum(x->quotes), n = sum(y->quotes);

	if (m == n) {
		m = sum(x->words);
		n = sum(y->words);
	}
	if (m != n)
		return m > n ? -1 : 1;
	return strcmp(x->name, y->name);
}

static void
forget(struct summary *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		free(s->v[i].key);
		free(s->v[i].name);
		free(s->v[i].id);
	}
	s->n = s->nslots = 0;
	free(s->slots);
	s->slots = NULL;
}

void
summary_write(struct summary *s, struct fields *f, const char *file)
{
	size_t i;

	if (s->n > 0)
		qsort(s->v, s->n, sizeof(*s->v), by_quotes);
	fields_text(f, file, "", 0, 0, 0);
	for (i = 0; i < s->n; i++)
		fields_row(f, &s->v[i]);
	forget(s);
}

void
summary_free(struct summary *s)
{
	forget(s);
	free(s->v);
	buffer_free(&s->key);
}
