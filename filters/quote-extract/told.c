/*
 * told.c -- the names that an object tells of its text: see told.h
 */
#include "filters/quote-extract/told.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/entities/entities.h"

#define OFFSET_MOST	1e15

struct told {
	uint64_t	 start, end;	/* code points */
	enum name_kind	 kind;
	const json_t	*name;
};

/* Where one is in a text, whose line ends are read as LF alone. */
struct told_place {
	const char	*text;
	size_t		 len;
	size_t		 byte;
	uint64_t	 point;
	size_t		 returns;	/* left out before it */
};

/* Go on to a code point; the byte that it has where CRs are left out. */
static size_t
go(struct told_place *p, uint64_t point)
{
	uint32_t cp;

	for (; p->point < point && p->byte < p->len; p->point++) {
		if (p->text[p->byte] == '\r' && p->byte + 1 < p->len &&
		    p->text[p->byte + 1] == '\n')
			p->returns++;
		p->byte += utf8_decode(p->text + p->byte, p->len - p->byte,
		    &cp);
	}
	return p->byte - p->returns;
}

/* What a label of either scheme names; NAME_NONE: numbers, or no type. */
static enum name_kind
kind_of(const char *label)
{
	const struct entity_type_row *row;
	int i;

	for (i = 0; i < ENTITY_TYPES; i++) {
		row = entity_type_row(i);
		if (strcmp(row->name, label) == 0)
			return row->kind;
	}
	for (i = 0; i < ENTITY_TYPES; i++) {
		row = entity_type_row(i);
		if (row->conll != NULL && strcmp(row->conll, label) == 0)
			return row->kind == NAME_PERSON ? NAME_PERSON :
			    NAME_OTHER;
	}
	return NAME_NONE;
}

/* Read one; false if its place is not told. */
static bool
read_told(const json_t *e, struct told *t)
{
	const json_t *start = json_object_get(e, "start");
	const json_t *end = json_object_get(e, "end");
	const char *type = json_string_value(json_object_get(e, "type"));

	t->kind = type != NULL ? kind_of(type) : NAME_NONE;
	t->name = json_object_get(e, "name");
	/* json.h reads all numbers as reals */
	if (!json_is_number(start) || !json_is_number(end) ||
	    !(json_number_value(start) >= 0) ||
	    !(json_number_value(end) > json_number_value(start)) ||
	    !(json_number_value(end) < OFFSET_MOST))
		return false;
	t->start = (uint64_t)json_number_value(start);
	t->end = (uint64_t)json_number_value(end);
	return true;
}

static int
by_place(const void *a, const void *b)
{
	const struct told *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end < y->end) - (x->end > y->end);
}

/* Tell those that have a place, in order of text. */
static void
tell(struct quoter *q, const struct record *r, struct told *v, size_t n)
{
	struct told_place p = { .text = r->text, .len = r->len };
	uint64_t end = 0;
	struct span s;
	size_t i;

	qsort(v, n, sizeof(*v), by_place);
	for (i = 0; i < n; i++) {
		if (v[i].start < end)
			continue;
		s.start = go(&p, v[i].start);
		s.end = go(&p, v[i].end);
		end = v[i].end;
		quoter_name(q, v[i].kind, s, json_string_value(v[i].name),
		    json_string_length(v[i].name));
	}
}

void
told_names(struct quoter *q, const struct record *r)
{
	const json_t *list = json_record_value(r->json, "entities"), *e;
	struct told *v = NULL, t;
	size_t i, n = 0, cap = 0, others = 0;

	if (!json_is_array(list))
		return;
	for (i = 0; (e = json_array_get(list, i)) != NULL; i++) {
		if (!read_told(e, &t)) {
			others++;
			if (t.kind == NAME_PERSON && json_is_string(t.name))
				quoter_person(q, json_string_value(t.name),
				    json_string_length(t.name));
		} else if (t.kind != NAME_NONE) {
			v = array_grow(v, &cap, n + 1, sizeof(*v));
			v[n++] = t;
		}
	}
	if (others == 0 || n > 0)
		quoter_all_names(q);
	if (n > 0)
		tell(q, r, v, n);
	free(v);
}
