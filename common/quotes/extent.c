/*
 * extent.c -- how many lines of a text are read together: see extent.h
 */
#include "common/quotes/extent.h"

#include "common/base/base.h"
#include "common/text/text.h"

/* Lines that a quotation may run over, one sentence on each. */
#define EXTENT_LINES	24
#define EXTENT_BYTES	16384

static bool
is_open(struct marks *m, const char *text, size_t len)
{
	size_t i;

	marks_pair(m, text, len, false);
	for (i = m->n; i-- > 0;)
		if ((m->pairs[i].flags & MARK_UNCLOSED) &&
		    !(m->pairs[i].flags & MARK_SINGLE) &&
		    m->pairs[i].depth == 0 && m->pairs[i].outer.end == len)
			return true;
	return false;
}

/* "He said:" and the words in the next line, or behind an empty one. */
static bool
ends_in_colon(const char *s, size_t n)
{
	while (n > 0 && byte_is((unsigned char)s[n - 1], CHAR_SPACE_MARK))
		n--;
	return n > 0 && s[n - 1] == ':';
}

size_t
paragraph_extent(const char *text, size_t len, bool last)
{
	struct marks m = {0};
	size_t first = line_length(text, len), end = first, n;
	unsigned lines;

	if (first == len && !last && (len == 0 || text[len - 1] != '\n'))
		return 0;
	if (ends_in_colon(text, first)) {
		n = line_length(text + first, len - first);
		if (n > 0 && line_is_empty(text + first, n))
			n += line_length(text + first + n, len - first - n);
		if (first + n == len && !last && (n == 0 ||
		    line_is_empty(text + first, n) || text[len - 1] != '\n'))
			return 0;
		if (marks_look(text + first, n) == MARK_LOOK_REOPENS)
			first = end = first + n;
	}
	if (!is_open(&m, text, first))
		goto one;
	for (lines = 1; lines < EXTENT_LINES && end < EXTENT_BYTES; lines++) {
		n = line_length(text + end, len - end);
		if (end == len || (end + n == len && text[len - 1] != '\n')) {
			if (!last) {
				first = 0;
				goto one;
			}
			if (end == len)
				goto one;
		}
		if (line_is_empty(text + end, n))
			goto one;
		switch (marks_look(text + end, n)) {
		case MARK_LOOK_NONE:
			end += n;
			break;
		case MARK_LOOK_CLOSES:
			end += n;
			if (!is_open(&m, text, end)) {
				first = end;
				goto one;
			}
			break;
		default:
			goto one;
		}
	}
one:
	marks_free(&m);
	return first;
}
