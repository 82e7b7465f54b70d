/*
 * mkpatterns_base.c -- what all parts of mkpatterns use
 */
#include <err.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/mkpatterns.h"

void
fault(struct source *s, const char *format, ...)
{
	va_list ap;

	fprintf(stderr, "%s:%u: ", s->file, s->line);
	va_start(ap, format);
	vfprintf(stderr, format, ap);
	va_end(ap);
	fputc('\n', stderr);
	s->faults++;
}

static uint32_t *
strings_slot(const struct strings *t, const char *s, size_t n)
{
	uint32_t i = hash_end(hash_bytes(s, n));

	for (; t->slots[i &= t->nslots - 1] != 0; i++)
		if (strncmp(t->v[t->slots[i] - 1], s, n) == 0 &&
		    t->v[t->slots[i] - 1][n] == '\0')
			break;
	return &t->slots[i];
}

unsigned
strings_find(const struct strings *t, const char *s, size_t n)
{
	return t->nslots == 0 ? NONE : *strings_slot(t, s, n) - 1;
}

unsigned
strings_add(struct strings *t, const char *s, size_t n)
{
	uint32_t *slot;
	size_t i;

	if (t->n * 2 >= t->nslots) {
		t->nslots = t->nslots == 0 ? 256 : t->nslots * 2;
		free(t->slots);
		t->slots = calloc(t->nslots, sizeof(*t->slots));
		if (t->slots == NULL)
			err(1, NULL);
		for (i = 0; i < t->n; i++)
			*strings_slot(t, t->v[i], strlen(t->v[i])) = i + 1;
	}
	slot = strings_slot(t, s, n);
	if (*slot == 0) {
		t->v = array_grow(t->v, &t->cap, t->n + 1, sizeof(*t->v));
		if ((t->v[t->n] = strndup(s, n)) == NULL)
			err(1, NULL);
		*slot = ++t->n;
	}
	return *slot - 1;
}
