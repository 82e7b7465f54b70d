/*
 * verb_list.c -- the verbs of saying in a file: see verb_list.h
 */
#include "filters/quote-extract/verb_list.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/text/text.h"

/* A line without comment and without white space at its end. */
static void
add_line(struct verb_list *l, const char *line)
{
	size_t end = space_before(line, 0, strcspn(line, "#"));

	l->line = array_grow(l->line, &l->cap, l->n + 1, sizeof(*l->line));
	l->line[l->n++] = xstrndup(line, end);
}

void
verb_list_read(struct verb_list *l, const char *file)
{
	FILE *f = strcmp(file, "-") == 0 ? stdin : fopen(file, "r");
	char *line = NULL;
	size_t cap = 0;

	if (f == NULL)
		err(EXIT_TROUBLE, "%s", shown_file(file));
	l->file = file;
	while (getline(&line, &cap, f) != -1)
		add_line(l, line);
	if (ferror(f))
		err(EXIT_TROUBLE, "%s", shown_file(file));
	free(line);
	if (f != stdin)
		fclose(f);
}

void
verb_list_tell(struct verb_list *l, struct quoter *q)
{
	const char *wrong;
	size_t i;

	for (i = 0; i < l->n; i++) {
		if (l->line[i][0] != '\0' &&
		    !quoter_verb(q, l->line[i], strlen(l->line[i]), &wrong))
			errx(EXIT_TROUBLE, "%s:%zu: %s", shown_file(l->file),
			    i + 1, wrong);
		free(l->line[i]);
	}
	free(l->line);
	memset(l, 0, sizeof(*l));
}
