/*
 * joined.c -- line breaks as spaces: see joined.h
 */
#include "common/text/joined.h"

#include <string.h>

#include "common/text/chars.h"

/* The line break at s + at or behind it, or n. */
static size_t
find_break(const char *s, size_t n, size_t at, enum joining how)
{
	const char *lf;

	if (how == JOIN_LF_OR_CR) {
		while (at < n && !byte_is((unsigned char)s[at], CHAR_NEWLINE))
			at++;
		return at;
	}
	lf = at < n ? memchr(s + at, '\n', n - at) : NULL;
	return lf != NULL ? (size_t)(lf - s) : n;
}

bool
joined_next(const char *s, size_t n, size_t at, enum joining how,
    struct span *gap)
{
	size_t i = find_break(s, n, at, how);

	if (i == n)
		return false;
	if (how == JOIN_TIGHTLY) {
		gap->start = i > at && s[i - 1] == '\r' ? i - 1 : i;
		gap->end = i + 1;
	} else {
		gap->start = space_before(s, at, i);
		gap->end = space_skip(s, i, n);
	}
	return true;
}

void
joined_add(struct buffer *b, const char *s, size_t n, enum joining how)
{
	struct span gap;
	size_t at = 0;

	for (; joined_next(s, n, at, how, &gap); at = gap.end) {
		buffer_add(b, s + at, gap.start - at);
		buffer_add(b, " ", 1);
	}
	buffer_add(b, s + at, n - at);
}

void
joined_in_place(char *s, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		if (s[i] != '\n')
			continue;
		for (k = i + 1; k < n && s[k] != '\n' &&
		    line_is_empty(s + k, 1); k++)
			;
		if (k == n)
			return;
		if (s[k] != '\n') {
			s[i] = ' ';
			continue;
		}
		/* Empty lines: keep them all. */
		for (i = k; i + 1 < n && line_is_empty(s + i + 1, 1); i++)
			;
	}
}
