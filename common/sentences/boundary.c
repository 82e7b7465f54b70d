#include "common/sentences/boundary.h"

#include <string.h>

#include "common/sentences/bytes.h"
#include "common/sentences/lines.h"
#include "common/sentences/splitter.h"

size_t
boundary_terminator(const unsigned char *s, size_t n, enum terminator *kind)
{
	switch (s[0]) {
	case '.':
		*kind = TERM_STOP;
		return 1;
	case '?':
		*kind = TERM_QUESTION;
		return 1;
	case '!':
		*kind = TERM_EXCLAMATION;
		return 1;
	}
	if (s[0] < 0xD8 || n < 2)
		return 0;
	*kind = TERM_OTHER;
	if ((s[0] == 0xD8 && s[1] == 0x9F) || (s[0] == 0xDB && s[1] == 0x94)) {
		*kind = TERM_QUESTION;		/* Arabic, with spaces */
		return 2;
	}
	if (n < 3)
		return 0;
	switch ((uint32_t)s[0] << 16 | (uint32_t)s[1] << 8 | s[2]) {
	case 0xE280A6:			/* U+2026 ellipsis */
		*kind = TERM_ELLIPSIS;
		return 3;
	case 0xE280BC:			/* U+203C double exclamation */
		*kind = TERM_EXCLAMATION;
		return 3;
	case 0xE28187:			/* U+2047 and on: ?? ?! !? */
	case 0xE28188:
	case 0xE28189:
	case 0xE0A5A4:			/* U+0964 danda, double danda */
	case 0xE0A5A5:
		*kind = TERM_QUESTION;
		return 3;
	case 0xE38082:			/* U+3002 ideographic full stop */
	case 0xEFBC81:			/* full-width ! . ? */
	case 0xEFBC8E:
	case 0xEFBC9F:
	case 0xEFBDA1:
		return 3;
	}
	return 0;
}

size_t
boundary_wide_space(const unsigned char *s, size_t n)
{
	if (s[0] < 0xC2 || n < 2)
		return 0;
	if (s[0] == 0xC2)
		return s[1] == 0xA0 ? 2 : 0;		/* U+00A0 no-break */
	if (n < 3)
		return 0;
	if (s[0] == 0xE2)		/* U+2000-200B, 202F, 205F */
		return (s[1] == 0x80 && ((s[2] >= 0x80 && s[2] <= 0x8B) ||
		    s[2] == 0xAF)) ||
		    (s[1] == 0x81 && s[2] == 0x9F) ? 3 : 0;
	if (s[0] == 0xE3)
		return s[1] == 0x80 && s[2] == 0x80 ? 3 : 0;	/* U+3000 */
	return s[0] == 0xEF && s[1] == 0xBB && s[2] == 0xBF ? 3 : 0;
}

/* A note such as [12] at s: its length, or 0. */
static size_t
note(const unsigned char *s, size_t n)
{
	size_t i;

	for (i = 1; i < n && i < 5 && s[i] >= '0' && s[i] <= '9'; i++)
		;
	return i > 1 && i < n && s[i] == ']' ? i + 1 : 0;
}

size_t
boundary_closer(const unsigned char *s, size_t n, enum closer *kind)
{
	switch (s[0]) {
	case '"':
		*kind = CLOSE_DOUBLE;
		return 1;
	case '\'':
	case '`':
		*kind = CLOSE_SINGLE;
		return 1;
	case ')':
	case ']':
	case '}':
		*kind = CLOSE_BRACKET;
		return 1;
	case '[':
		*kind = CLOSE_NOTE;
		return note(s, n);
	case '*':
	case '_':
		*kind = CLOSE_MARKUP;
		return 1;
	case 0xC2:			/* U+00BB right angle */
		*kind = CLOSE_CURLY;
		return n > 1 && s[1] == 0xBB ? 2 : 0;
	case 0xE2:			/* U+2019, U+201D, U+203A */
		if (n < 3 || s[1] != 0x80)
			return 0;
		*kind = s[2] == 0x99 ? CLOSE_CURLY_SINGLE : CLOSE_CURLY;
		return s[2] == 0x99 || s[2] == 0x9D || s[2] == 0xBA ? 3 : 0;
	case 0xE3:			/* U+300D, U+300F corner brackets */
		*kind = CLOSE_CURLY;
		return n > 2 && s[1] == 0x80 &&
		    (s[2] == 0x8D || s[2] == 0x8F) ? 3 : 0;
	case 0xEF:			/* U+FF09 full-width bracket */
		*kind = CLOSE_BRACKET;
		return n > 2 && s[1] == 0xBC && s[2] == 0x89 ? 3 : 0;
	}
	return 0;
}

/*
 * A full stop behind a little white space at s, as in ". . .": the length of
 * both, or 0.  What comes behind it must not make it part of a word.
 */
static size_t
spaced_stop(const unsigned char *s, size_t n, bool lines_join)
{
	size_t i;

	for (i = 0; i < n && i < 3 && (s[i] == ' ' || s[i] == '\t' ||
	    (lines_join && (s[i] == '\n' || s[i] == '\r'))); i++)
		;
	if (i == 0 || i == n || s[i] != '.')
		return 0;
	i++;
	return i == n || s[i] == ' ' || s[i] == '.' || s[i] == '"' ||
	    s[i] == '\'' || (s[i] >= '\t' && s[i] <= '\r') || s[i] == 0xE2 ? i : 0;
}

/* A note behind a space at s, "It is a gas. [1] It": the length of both. */
static size_t
loose_note(const unsigned char *s, size_t n)
{
	size_t k;

	if (n < 4 || s[0] != ' ' || s[1] != '[' || (k = note(s + 1, n - 1)) == 0)
		return 0;
	return 1 + k == n || byte_is(s[1 + k], IS_SPACE) || s[1 + k] == '[' ?
	    1 + k : 0;
}

/*
 * A closing mark that stands alone behind a space at i, as tokenised text has
 * it: the length of both, or 0.  A straight mark closes if one is open.
 */
static size_t
loose_closer(struct sentence_iterator *it, size_t i, enum closer *kind)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t n = it->len - i, k;

	if (n < 2 || s[i] != ' ')
		return 0;
	if (n > 5 && (memcmp(s + i + 1, "-RRB-", 5) == 0 ||
	    memcmp(s + i + 1, "-RSB-", 5) == 0)) {
		*kind = CLOSE_BRACKET;
		k = 5;
	} else if (n > 2 && s[i + 1] == '\'' && s[i + 2] == '\'') {
		*kind = CLOSE_DOUBLE;
		k = 2;
	} else if ((k = boundary_closer(s + i + 1, n - 1, kind)) == 0 ||
	    *kind == CLOSE_SINGLE || *kind >= CLOSE_NOTE ||
	    (*kind == CLOSE_DOUBLE && (straight_marks(it, i) & 1) == 0)) {
		return 0;
	}
	return i + 1 + k == it->len || byte_is(s[i + 1 + k], IS_SPACE) ?
	    1 + k : 0;
}

bool
boundary_find(struct sentence_iterator *it, size_t i, struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	enum terminator kind;
	enum closer close;
	size_t k, stops = 0;
	bool apart = i > it->start && byte_is(s[i - 1], IS_SPACE);

	if ((k = boundary_terminator(s + i, it->len - i, &b->kind)) == 0)
		return false;
	b->term = i;
	b->closer = CLOSE_NONE;
	b->close = 0;
	for (i += k; i < it->len; i += k) {
		if ((k = boundary_terminator(s + i, it->len - i, &kind)) > 0) {
			if (b->closer != CLOSE_NONE) {
				/* "(D-Mass.)." ends by its second stop. */
				b->closer = CLOSE_NONE;
				b->term = i;
				stops = 0;
			} else {
				stops = kind == TERM_STOP &&
				    b->kind == TERM_STOP ? stops + 1 : 0;
			}
			b->kind = kind;
		} else if (b->closer == CLOSE_NONE && b->kind == TERM_STOP &&
		    (k = spaced_stop(s + i, it->len - i,
		    it->splitter->options.join_lines)) > 0) {
			stops++;
		} else if ((k = boundary_closer(s + i, it->len - i, &close)) > 0 ||
		    (apart && (k = loose_closer(it, i, &close)) > 0)) {
			if (b->closer == CLOSE_NONE) {
				b->closer = close;
				b->close = i;
			}
		} else if ((k = loose_note(s + i, it->len - i)) > 0) {
			if (b->closer == CLOSE_NONE) {
				b->closer = CLOSE_NOTE;
				b->close = i;
			}
		} else {
			break;
		}
	}
	if (b->kind == TERM_STOP && stops > 0)
		b->kind = TERM_ELLIPSIS;
	if (b->closer == CLOSE_NONE)
		b->close = i;
	b->end = i;
	return true;
}
