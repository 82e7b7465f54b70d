/*
 * verb_list.c -- the verbs of saying in a file: see verb_list.h
 */
#include "filters/quote-extract/verb_list.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/text/text.h"

void
verb_list_read(struct verb_list *v, const char *file)
{
	struct list l;
	size_t end;

	v->file = file;
	list_open(&l, file);
	while (list_next(&l)) {
		end = space_before(l.text, 0, strcspn(l.text, "#"));
		if (end == 0)
			continue;
		v->verb = array_grow(v->verb, &v->cap, v->n + 1,
		    sizeof(*v->verb));
		v->verb[v->n++] = (struct verb_line){
		    xstrndup(l.text, end), l.number };
	}
	if (!list_close(&l))
		exit(EXIT_TROUBLE);
}

void
verb_list_tell(struct verb_list *v, struct quoter *q)
{
	const struct verb_line *line;
	const char *wrong;
	size_t i;

	for (i = 0; i < v->n; i++) {
		line = &v->verb[i];
		if (!quoter_verb(q, line->text, &wrong))
			errx(EXIT_TROUBLE, "%s:%llu: %s", shown_file(v->file),
			    (unsigned long long)line->number, wrong);
		free(line->text);
	}
	free(v->verb);
	memset(v, 0, sizeof(*v));
}
