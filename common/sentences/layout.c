#include "common/sentences/layout.h"

#include <string.h>

#include "common/base/base.h"
#include "common/sentences/abbreviations.h"
#include "common/sentences/look.h"
#include "common/sentences/marker.h"

#define LINE_MAX_LOOK	512	/* bytes of a line that are looked at */
#define HEADLINE_MAX	100	/* bytes of a headline */
#define GAP_COLUMN	3	/* spaces between two columns, */
#define COLUMNS_MIN	3	/* of which there are so many, or bars */

/* A line without the white space around it, as far as it is looked at. */
struct layout_line {
	const unsigned char *s;
	size_t		 n;
};

static struct layout_line
line_from(const struct sentence_iterator *it, size_t i)
{
	const char *end;
	struct layout_line l;
	size_t n;

	while (i < it->len && byte_is((unsigned char)it->text[i], CHAR_SPACE) &&
	    it->text[i] != '\n')
		i++;
	n = it->len - i < LINE_MAX_LOOK ? it->len - i : LINE_MAX_LOOK;
	end = memchr(it->text + i, '\n', n);
	n = end == NULL ? n : (size_t)(end - it->text) - i;
	l.s = (const unsigned char *)it->text + i;
	l.n = space_before(it->text, i, i + n) - i;
	return l;
}

/* What stands before the line break at i, of the line or a part of it. */
static struct layout_line
line_until(const struct sentence_iterator *it, size_t i)
{
	struct layout_line l;
	size_t from = i - it->line > LINE_MAX_LOOK ? i - LINE_MAX_LOOK :
	    it->line;

	l.s = (const unsigned char *)it->text + from;
	l.n = space_before(it->text, from, i) - from;
	return l;
}

/*
 * Is the line that ends at i the first of its record?  Only such a one can be
 * more than a part of a paragraph: it would be parted from what stands before.
 */
static bool
is_first_line(const struct sentence_iterator *it, size_t i)
{
	return i - it->line <= LINE_MAX_LOOK && it->joined <= it->line;
}

/* Which bytes may belong to what is between columns? */
static inline lanes
gaps(const unsigned char *s)
{
	lanes a = lanes_load(s), b = lanes_load(s + 1);

	return (lanes)((a == '\t') | (a == '|') | ((a == ' ') & (b == ' ')));
}

/* May columns be in the line at i?  Most lines have nothing of it. */
static bool
may_have_columns(const struct sentence_iterator *it, size_t i)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t high = it->len - i < LINE_MAX_LOOK ? it->len : i + LINE_MAX_LOOK;
	lanes found, ends;

	if (high - i <= LANES)
		return true;
	for (; i + LANES < high; i += LANES) {
		found = gaps(s + i);
		ends = (lanes)(lanes_load(s + i) == '\n');
		if (lanes_any(found | ends))
			return lanes_any(found);
	}
	return lanes_any(gaps(s + high - LANES - 1)) || s[high - 1] == '|';
}

/* Columns: with tabs or bars between, or wide gaps. */
static bool
has_columns(const struct layout_line *l)
{
	unsigned gaps = 0, bars = 0, spaces = 0;
	size_t i;

	for (i = 0; i < l->n; i++) {
		if (l->s[i] == '\t')
			return true;
		bars += l->s[i] == '|';
		spaces = l->s[i] == ' ' ? spaces + 1 : 0;
		gaps += spaces == GAP_COLUMN;
	}
	return gaps + 1 >= COLUMNS_MIN || bars + 1 >= COLUMNS_MIN;
}

static bool
is_row(const struct sentence_iterator *it, size_t i)
{
	struct layout_line l;

	if (!may_have_columns(it, i))
		return false;
	l = line_from(it, i);
	return has_columns(&l);
}

static bool
ends_with(const struct layout_line *l, uint32_t bits)
{
	uint32_t cp;
	size_t i = l->n;

	while (i > 0 && byte_is(l->s[i - 1], CHAR_STRAIGHT | CHAR_CLOSE))
		i--;
	if (i == 0)
		return false;
	look_before(l->s, 0, i, &cp);
	if (char_is(cp, CHAR_RIGHT) && i > 3)
		look_before(l->s, 0, i - utf8_before((const char *)l->s, i,
		    &cp), &cp);
	return char_is(cp, bits) != 0;
}

/* Is the last word of the line a short form: "on Dec." */
static bool
ends_short(const struct sentence_iterator *it, const struct layout_line *l)
{
	struct neighbour w;

	neighbour_until(&w, l->s, 0, l->n - (l->s[l->n - 1] == '.'));
	return abbreviation_kind(&w, it->splitter) != ABBREV_NONE;
}

/*
 * A short line without a stop, the first of its paragraph, above one that is
 * longer and that has room for more.
 */
static bool
is_headline(const struct layout_line *l, const struct layout_line *next)
{
	uint32_t cp;

	if (l->n > HEADLINE_MAX || 4 * l->n > 3 * next->n ||
	    ends_with(l, CHAR_TERMINATOR | CHAR_PAUSE | CHAR_HYPHEN |
	    CHAR_DASH))
		return false;
	look_at(next->s, next->n, &cp);
	return char_letter(cp) != CHAR_LOWER &&
	    (char_letter(cp) != 0 || char_is(cp, CHAR_QUOTE | CHAR_OPEN));
}

/* Does the line at i begin an item, as line l ends before it? */
static bool
is_item(const struct sentence_iterator *it, const struct layout_line *l,
    size_t i)
{
	if (!marker_may_begin_line((const unsigned char *)it->text + i,
	    it->len - i))
		return false;
	switch (marker_begins_line(it, i)) {
	case ITEM_SURE:
		return true;
	case ITEM_PERHAPS:
		return l->s[l->n - 1] == ':' ||
		    (ends_with(l, CHAR_TERMINATOR) && !ends_short(it, l));
	case ITEM_NONE:
		break;
	}
	return false;
}

bool
layout_parts(const struct sentence_iterator *it, size_t i)
{
	size_t at = space_skip(it->text, i, it->len);
	struct layout_line l = line_until(it, i), next;

	if (l.n == 0)
		return false;
	if (it->text[at] == '>' || is_row(it, at) || is_item(it, &l, at))
		return true;
	if (!is_first_line(it, i))
		return false;
	if (l.s[0] == '>' || is_row(it, it->line))
		return true;
	next = line_from(it, at);
	return is_headline(&l, &next);
}
