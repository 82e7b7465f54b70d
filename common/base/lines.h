/*
 * lines.h -- lines in a stretch of bytes
 *
 * A line ends with LF, which is its own, or with the text.  CR before LF is
 * part of what ends it.
 */
#ifndef COMMON_BASE_LINES_H
#define COMMON_BASE_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* The bytes of the line that begins at s, its LF included; n if it has none. */
static inline size_t
line_length(const char *s, size_t n)
{
	const char *lf = n > 0 ? memchr(s, '\n', n) : NULL;

	return lf != NULL ? (size_t)(lf - s) + 1 : n;
}

/*
 * May a line be taken for an empty one, as between paragraphs?  The n bytes
 * are the line with what ends it or without.
 */
static inline bool
line_is_empty(const char *s, size_t n)
{
	while (n > 0 && (*s == ' ' || *s == '\t' || *s == '\r' || *s == '\n'))
		s++, n--;
	return n == 0;
}

#endif
