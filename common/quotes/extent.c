/*
 * extent.c -- how many lines of a text are read together: see extent.h
 */
#include "common/quotes/extent.h"

#include "common/base/base.h"
#include "common/quotes/turns.h"
#include "common/text/text.h"

/* What a quotation may run over. */
#define EXTENT_LINES	24
#define EXTENT_BYTES	16384

/* Whether a line of n bytes is there with its end. */
static bool
is_whole(const char *line, size_t n)
{
	return n > 0 && line[n - 1] == '\n';
}

/* Whether a text ends inside a quotation in double marks. */
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

/*
 * The end of the line that closes the quotation which is open behind the first
 * line; the end of the first if no line does; 0 if more text is needed to say.
 */
static size_t
closing_line(struct marks *m, const char *text, size_t len, size_t first,
    bool last)
{
	size_t end = first, n;
	unsigned lines;

	for (lines = 1; lines < EXTENT_LINES && end < EXTENT_BYTES; lines++) {
		n = line_length(text + end, len - end);
		if (!last && !is_whole(text + end, n))
			return 0;
		if (line_is_empty(text + end, n))
			return first;
		end += n;
		switch (marks_look(text + end - n, n)) {
		case MARK_LOOK_NONE:
			break;
		case MARK_LOOK_CLOSES:
			if (!is_open(m, text, end))
				return end;
			break;
		default:		/* another quotation begins */
			return first;
		}
	}
	return first;
}

/* Whether a line that is not empty follows, with its end. */
static bool
has_next(const char *text, size_t len)
{
	size_t at, n;

	for (at = 0; at < len; at += n) {
		n = line_length(text + at, len - at);
		if (!line_is_empty(text + at, n))
			return is_whole(text + at, n);
	}
	return false;
}

size_t
paragraph_extent(const char *text, size_t len, bool last)
{
	struct marks m = {0};
	size_t first = line_length(text, len), n;

	if (!last && !is_whole(text, first))
		return 0;
	/* The next line shows whether "ROE: ..." is somebody's turn. */
	if (!last && turns_may_begin(text, first) &&
	    !has_next(text + first, len - first))
		return 0;
	if (ends_in_colon(text, first)) {
		n = line_length(text + first, len - first);
		if (n > 0 && line_is_empty(text + first, n))
			n += line_length(text + first + n, len - first - n);
		if (!last && (!is_whole(text + first, n) ||
		    (first + n == len && line_is_empty(text + first, n))))
			return 0;
		if (marks_look(text + first, n) == MARK_LOOK_REOPENS)
			first += n;
	}
	if (is_open(&m, text, first))
		first = closing_line(&m, text, len, first, last);
	marks_free(&m);
	return first;
}
