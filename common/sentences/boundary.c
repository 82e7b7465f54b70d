#include "common/sentences/boundary.h"

#include <string.h>

#include "common/sentences/lines.h"
#include "common/sentences/look.h"
#include "common/sentences/scan.h"
#include "common/sentences/splitter.h"

size_t
boundary_terminator(const unsigned char *s, size_t n, enum terminator *kind)
{
	static const enum terminator kinds[] = {
		[CHAR_NO_TERMINATOR] = TERM_NONE,
		[CHAR_FULL_STOP] = TERM_STOP,
		[CHAR_ELLIPSIS] = TERM_ELLIPSIS,
		[CHAR_EXCLAMATION] = TERM_EXCLAMATION,
		[CHAR_QUESTION] = TERM_QUESTION,
		[CHAR_UNSPACED_STOP] = TERM_OTHER
	};
	uint32_t cp;
	size_t k;

	if (s[0] < SCAN_LEAD && !byte_is(s[0], CHAR_TERMINATOR))
		return 0;
	if (s[0] == '.') {
		*kind = TERM_STOP;
		return 1;
	}
	k = look_at(s, n, &cp);
	*kind = kinds[char_terminator(cp)];
	return *kind == TERM_NONE ? 0 : k;
}

#define NOTE_DIGITS	4
#define GAP_MAX		3	/* bytes between ". . ." */

/* A note such as [12] at s: its length, or 0. */
static size_t
note(const unsigned char *s, size_t n)
{
	size_t i;

	for (i = 1; i < n && i <= NOTE_DIGITS && byte_is(s[i], CHAR_DIGIT); i++)
		;
	return i > 1 && i < n && s[i] == ']' ? i + 1 : 0;
}

/* Is there nothing more of a word at s: white space, the end, or a mark? */
static bool
word_is_over(const unsigned char *s, size_t n)
{
	uint32_t cp;

	if (n == 0)
		return true;
	if (s[0] < 0x80)
		return byte_is(s[0], CHAR_SPACE | CHAR_PAUSE | CHAR_CLOSE |
		    CHAR_TERMINATOR | CHAR_STRAIGHT | CHAR_HYPHEN);
	look_at(s, n, &cp);
	return char_is(cp, CHAR_SPACE_WIDE | CHAR_TERMINATOR | CHAR_DASH);
}

/*
 * The same of what is not ASCII.  Marks made for the left close as well where
 * nothing stands behind: as in German or Czech, the other way round in Danish.
 */
static size_t
wide_closer(const unsigned char *s, size_t n, enum closer *kind)
{
	uint32_t cp;
	size_t k = look_at(s, n, &cp);

	*kind = look_is_curly(cp, CHAR_SINGLE | CHAR_RIGHT) ?
	    CLOSE_CURLY_SINGLE : char_is(cp, CHAR_RIGHT) ? CLOSE_CURLY :
	    char_is(cp, CHAR_CLOSE) ? CLOSE_BRACKET : CLOSE_NONE;
	if (*kind == CLOSE_NONE && char_is(cp, CHAR_LEFT) &&
	    !char_is(cp, CHAR_LOW) && word_is_over(s + k, n - k))
		*kind = char_is(cp, CHAR_SINGLE) ? CLOSE_CURLY_SINGLE :
		    CLOSE_CURLY;
	return *kind == CLOSE_NONE ? 0 : k;
}

/*
 * A guillemet that closes behind a space at s, as in French, and nothing behind
 * it: the length of both, or 0.
 */
static size_t
spaced_guillemet(const unsigned char *s, size_t n)
{
	uint32_t cp;
	size_t i, k;

	if (n < 3)
		return 0;
	i = s[0] == ' ' ? 1 : look_wide_space(s, n);
	if (i == 0 || i >= n ||
	    (s[i] != LEAD_LATIN && s[i] != LEAD_PUNCTUATION))
		return 0;
	k = look_at(s + i, n - i, &cp);
	return char_has(cp, CHAR_GUILLEMET | CHAR_RIGHT) &&
	    word_is_over(s + i + k, n - i - k) ? i + k : 0;
}

size_t
boundary_closer(const unsigned char *s, size_t n, enum closer *kind)
{
	if (!byte_is(s[0], CHAR_BESIDE | CHAR_WIDE))
		return 0;
	switch (s[0]) {
	case '"':
		*kind = CLOSE_DOUBLE;
		return 1;
	case '\'':
	case '`':
		*kind = CLOSE_SINGLE;
		return 1;
	case '[':
		*kind = CLOSE_NOTE;
		return note(s, n);
	case '*':
	case '_':
		*kind = CLOSE_MARKUP;
		return 1;
	}
	*kind = CLOSE_BRACKET;
	return byte_is(s[0], CHAR_CLOSE) ? 1 : s[0] < LEAD_LATIN ? 0 :
	    wide_closer(s, n, kind);
}

/*
 * A full stop behind a little white space at s, as in ". . .": the length of
 * both, or 0.  What comes behind it must not make it part of a word.
 */
static size_t
spaced_stop(const unsigned char *s, size_t n, bool lines_join)
{
	size_t i;

	for (i = 0; i < n && i < GAP_MAX && (s[i] == ' ' || s[i] == '\t' ||
	    (lines_join && (s[i] == '\n' || s[i] == '\r'))); i++)
		;
	if (i == 0 || i == n || s[i] != '.')
		return 0;
	i++;
	return i == n || s[i] == '.' || s[i] == LEAD_PUNCTUATION ||
	    byte_is(s[i], CHAR_SPACE | CHAR_STRAIGHT) ? i : 0;
}

/* A note behind a space at s, "It is a gas. [1] It": the length of both. */
static size_t
loose_note(const unsigned char *s, size_t n)
{
	size_t k;

	if (n < 4 || s[0] != ' ' || s[1] != '[' ||
	    (k = note(s + 1, n - 1)) == 0)
		return 0;
	return 1 + k == n || byte_is(s[1 + k], CHAR_SPACE) || s[1 + k] == '[' ?
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
	return i + 1 + k == it->len || byte_is(s[i + 1 + k], CHAR_SPACE) ?
	    1 + k : 0;
}

/* The same as boundary_terminator(), with the marks of the language. */
static size_t
own_terminator(const struct sentence_iterator *it, size_t i,
    enum terminator *kind)
{
	const unsigned char *s = (const unsigned char *)it->text + i;

	if (s[0] == it->splitter->question_mark) {
		*kind = TERM_QUESTION;
		return 1;
	}
	return boundary_terminator(s, it->len - i, kind);
}

bool
boundary_find(struct sentence_iterator *it, size_t i, struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	enum terminator kind;
	enum closer close;
	size_t k, stops = 0;
	bool apart = i > it->start && byte_is(s[i - 1], CHAR_SPACE);

	if ((k = own_terminator(it, i, &b->kind)) == 0)
		return false;
	b->term = i;
	b->closer = CLOSE_NONE;
	b->close = 0;
	for (i += k; i < it->len; i += k) {
		if ((k = own_terminator(it, i, &kind)) > 0) {
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
		} else if ((k = boundary_closer(s + i, it->len - i,
		    &close)) > 0 ||
		    (apart && (k = loose_closer(it, i, &close)) > 0)) {
			if (b->closer == CLOSE_NONE) {
				b->closer = close;
				b->close = i;
			}
		} else if ((k = spaced_guillemet(s + i, it->len - i)) > 0) {
			if (b->closer == CLOSE_NONE) {
				b->closer = CLOSE_CURLY;
				b->close = i + k - 2;
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
