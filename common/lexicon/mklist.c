/*
 * mklist.c -- how mklexicon and mkpatterns read a list: see mklist.h
 */
#include "common/lexicon/mklist.h"

#include <ctype.h>
#include <err.h>
#include <stdlib.h>
#include <string.h>

void
mklist_open(struct mklist *l, const char *path)
{
	memset(l, 0, sizeof(*l));
	l->file = path;
	if ((l->f = fopen(path, "r")) == NULL)
		err(1, "%s", path);
}

char *
mklist_next(struct mklist *l)
{
	ssize_t n;

	while ((n = getline(&l->line, &l->cap, l->f)) > 0) {
		l->number++;
		if (strlen(l->line) != (size_t)n) {
			fprintf(stderr, "%s:%u: a NUL byte\n", l->file,
			    l->number);
			l->faults++;
			continue;
		}
		while (n > 0 && isspace((unsigned char)l->line[n - 1]))
			l->line[--n] = '\0';
		if (n > 0 && l->line[0] != '#')
			return l->line;
	}
	if (ferror(l->f))
		err(1, "%s", l->file);
	return NULL;
}

unsigned
mklist_close(struct mklist *l)
{
	free(l->line);
	fclose(l->f);
	return l->faults;
}

char *
mklist_column(char *s)
{
	char *tab = s != NULL ? strchr(s, '\t') : NULL;

	if (tab != NULL)
		*tab++ = '\0';
	return tab;
}
