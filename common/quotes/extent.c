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
/*
 * A line that is longer than this, or has more marks, is read in parts, each by
 * itself: a mark takes more memory than a word.
 */
#define PART_BYTES	(1024 * 1024)
#define PART_MARKS	65536	/* more than PART_BYTES of dialogue have */
#define PART_LOOK	16384	/* of it, in which a sentence may end */

/* Whether a line of n bytes is there with its end. */
static bool
is_whole(const char *line, size_t n)
{
	return n > 0 && line[n - 1] == '\n';
}

/* Whether a quotation mark may begin with a byte, in UTF-8. */
static bool
may_be_mark(unsigned char c)
{
	return c == '"' || c == '\'' || c == '`' ||
	    c == 0xC2 ||	/* of guillemets */
	    c == 0xE2;		/* of curly marks */
}

/* How much of a line of n bytes can be read at once. */
static size_t
readable(const char *line, size_t n)
{
	size_t most = n < PART_BYTES ? n : PART_BYTES, marks = 0, i;

	if (n <= PART_MARKS)
		return n;
	for (i = 0; i < most && marks < PART_MARKS; i++)
		marks += may_be_mark((unsigned char)line[i]);
	return i;
}

/*
 * Where the first part of a line ends of which so many bytes can be read: with
 * a sentence.
 */
static size_t
part_end(const char *line, size_t most)
{
	size_t i;

	for (i = most; i > most - PART_LOOK; i--)
		if (byte_is((unsigned char)line[i], CHAR_SPACE) &&
		    byte_is((unsigned char)line[i - 1], CHAR_END))
			return i;
	return piece_end(line, most);
}

/* Whether a text of these pairs ends inside a quotation in double marks. */
static bool
ends_open(const struct marks *m, size_t len)
{
	size_t i;

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
		if (line_is_empty(text + end, n) || readable(text + end, n) < n)
			return first;
		end += n;
		switch (marks_look(text + end - n, n)) {
		case MARK_LOOK_NONE:
			break;
		case MARK_LOOK_CLOSES:
			marks_pair(m, text, end, false);
			if (!ends_open(m, end))
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

/* Whether a text of these pairs is all in a quotation that the first opens. */
static bool
is_all_open(const struct marks *m, size_t len)
{
	return m->n > 0 && (m->pairs[0].flags & MARK_AT_START) &&
	    (m->pairs[0].flags & MARK_UNCLOSED) && m->pairs[0].outer.end == len;
}

/* Whether a text begins with a mark of the same kind, and no "ROE: ...". */
static bool
reopens(struct marks *m, const char *text, size_t len, unsigned flags)
{
	unsigned kind = MARK_SINGLE | MARK_GUILLEMET | MARK_STRAIGHT;
	const struct mark_pair *v;

	marks_pair(m, text, len, false);
	v = m->pairs;
	return m->n > 0 && (v->flags & MARK_AT_START) &&
	    (v->flags & kind) == (flags & kind) &&
	    !turns_may_begin(text + v->inner.start, len - v->inner.start);
}

/*
 * Paragraphs that are all in marks, opened anew in each and closed in the last,
 * which may say who speaks: where that one ends; first, of which the marks are
 * given, if they are none; 0 if more text is needed to say.
 */
static size_t
reopened(struct marks *m, const char *text, size_t len, size_t first, bool last)
{
	size_t end = first, from = 0, n = 0;
	unsigned lines, flags;

	for (lines = 1; lines < EXTENT_LINES && end < EXTENT_BYTES; lines++) {
		if (!is_all_open(m, end - from))
			return end;
		flags = m->pairs[0].flags;
		for (from = end; from < len; from += n) {
			n = line_length(text + from, len - from);
			if (!line_is_empty(text + from, n))
				break;
		}
		if (!last && (from >= len || !is_whole(text + from, n)))
			return 0;
		if (from >= len || readable(text + from, n) < n ||
		    !reopens(m, text + from, n, flags))
			break;
		end = from + n;
	}
	return first;
}

size_t
paragraph_extent(const char *text, size_t len, bool last)
{
	struct marks m = {0};
	size_t first = line_length(text, len), n, end;
	bool open;

	if ((n = readable(text, first)) < first)
		return part_end(text, n);
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
		if (n <= PART_BYTES &&
		    marks_look(text + first, n) == MARK_LOOK_REOPENS)
			first += n;
	}
	marks_pair(&m, text, first, false);
	open = ends_open(&m, first);
	end = reopened(&m, text, len, first, last);
	if (end == first && open)
		end = closing_line(&m, text, len, first, last);
	marks_free(&m);
	return end;
}
