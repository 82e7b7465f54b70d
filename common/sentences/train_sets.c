#include "common/sentences/train_sets.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/sentences/train_silver.h"
#include "common/text/text.h"

void
set_load(struct labelled *s, const char *raw, const char *gold)
{
	struct plain_text g = slurp(gold), text = slurp(raw);
	size_t i = 0, j;

	s->name = strrchr(raw, '/') == NULL ? raw : strrchr(raw, '/') + 1;
	s->raw = text.s;
	s->len = text.len;
	s->ends = xcalloc(s->len + 1, 1);
	for (j = 0; j < g.len; j++) {
		if (g.s[j] == '\n') {
			s->ends[i] = 1;
			continue;
		}
		if (byte_is(g.s[j], CHAR_SPACE))
			continue;
		while (i < s->len && byte_is(s->raw[i], CHAR_SPACE))
			i++;
		if (i == s->len || s->raw[i] != g.s[j])
			errx(EXIT_TROUBLE, "%s: byte %zu is not in %s", gold,
			    j, raw);
		i++;
	}
	free(g.s);
}

bool
set_is_noisy(const struct labelled *s, size_t i)
{
	size_t end;

	for (; i < s->len && s->raw[i] != '\n'; i++) {
		if (!s->ends[i])
			continue;
		for (end = i; end < s->len && s->raw[end] == ' '; end++)
			;
		if (end < s->len && strchr(",;:)?!", s->raw[end]) != NULL)
			return true;
	}
	return false;
}

void
set_free(struct labelled *s)
{
	free(s->raw);
	free(s->ends);
}
