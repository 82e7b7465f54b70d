#include "common/entities/train_texts.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/entities/types.h"

static uint32_t
parse_types(const char *s)
{
	uint32_t bits = 0;
	enum entity_type t;
	size_t n;

	for (; *s != '\0'; s += n + (s[n] == '|')) {
		n = strcspn(s, "|");
		t = entity_type_parse(s, n);
		if (t != ENTITY_TYPES)
			bits |= 1u << t;
		else if (strcmp(s, "?") != 0 && strcmp(s, "-") != 0)
			errx(1, "no such type: %s", s);
	}
	return bits;
}

static void
read_document(struct marked_document *d, const char *path, const char *line)
{
	char types[256];

	memset(d, 0, sizeof(*d));
	if (sscanf(line, "D %d %255s", &d->weight, types) != 2)
		errx(1, "%s: %s", path, line);
	d->open = parse_types(types);
}

static void
read_sentence(struct marked_document *d, const char *line, size_t n)
{
	struct marked_sentence *s;

	d->s = array_grow(d->s, &d->cap, d->n + 1, sizeof(*d->s));
	s = &d->s[d->n++];
	memset(s, 0, sizeof(*s));
	s->text = xstrndup(line + 2, n - 2);
	s->len = n - 2;
}

static void
read_mark(struct marked_sentence *s, const char *path, const char *line)
{
	struct marked_span m;
	char types[256];

	if (sscanf(line, "E %zu %zu %255s", &m.start, &m.end, types) != 3)
		errx(1, "%s: %s", path, line);
	m.types = parse_types(types);
	s->marks = array_grow(s->marks, &s->cap, s->n + 1, sizeof(*s->marks));
	s->marks[s->n++] = m;
}

struct marked_document *
texts_read(const char *path, struct marked_document *v, size_t *ndocuments,
    size_t *documents_cap)
{
	FILE *f = strcmp(path, "-") == 0 ? stdin : fopen(path, "r");
	struct marked_document *d = NULL;
	char *line = NULL;
	size_t cap = 0;
	ssize_t n;

	if (f == NULL)
		err(1, "%s", path);
	while ((n = getline(&line, &cap, f)) > 0) {
		if (line[n - 1] == '\n')
			line[--n] = '\0';
		switch (line[0]) {
		case 'D':
			v = array_grow(v, documents_cap, *ndocuments + 1,
			    sizeof(*v));
			d = &v[(*ndocuments)++];
			read_document(d, path, line);
			break;
		case 'T':
			read_sentence(d, line, (size_t)n);
			break;
		case 'E':
			read_mark(&d->s[d->n - 1], path, line);
		}
	}
	free(line);
	if (f != stdin)
		fclose(f);
	return v;
}
