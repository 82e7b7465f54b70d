#include "common/sentences/boundary.h"

#include <string.h>

#include "common/sentences/behind.h"
#include "common/sentences/lines.h"
#include "common/sentences/look.h"
#include "common/sentences/markup.h"
#include "common/sentences/scan.h"
#include "common/sentences/splitter.h"
#include "common/sentences/words.h"

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

#define GAP_MAX		3	/* bytes between ". . ." */

/*
 * The same of what is not ASCII.  Marks made for the left close as well where
 * nothing stands behind: as in German or Czech, the other way round in Danish.
 */
static unsigned
wide_closer(uint32_t cp, const unsigned char *behind, size_t n)
{
	enum closer kind;

	kind = look_is_curly(cp, CHAR_SINGLE | CHAR_RIGHT) ?
	    CLOSE_CURLY_SINGLE : char_is(cp, CHAR_RIGHT) ? CLOSE_CURLY :
	    char_is(cp, CHAR_CLOSE) ? CLOSE_BRACKET : CLOSE_NONE;
	if (kind == CLOSE_NONE && char_is(cp, CHAR_LEFT) &&
	    !char_is(cp, CHAR_LOW) && behind_is_over(behind, n))
		kind = char_is(cp, CHAR_SINGLE) ? CLOSE_CURLY_SINGLE :
		    CLOSE_CURLY;
	return kind;
}

size_t
boundary_reference(const unsigned char *s, size_t n,
    unsigned (*wide)(uint32_t, const unsigned char *, size_t), unsigned *kind)
{
	uint32_t cp;
	size_t k = markup_reference(s, n, &cp);

	if (k == 0 || char_is(cp, CHAR_SPACE_WIDE))
		return 0;
	*kind = cp == '"' ? CLOSE_DOUBLE : cp == '\'' ? CLOSE_SINGLE :
	    wide(cp, s + k, n - k);
	return *kind == CLOSE_NONE ? 0 : k;
}

/* A closing mark as HTML refers to it: its length, or 0. */
static size_t
reference_closer(const unsigned char *s, size_t n, enum closer *kind)
{
	unsigned mark = CLOSE_NONE;
	size_t k = boundary_reference(s, n, wide_closer, &mark);

	*kind = mark;
	return k;
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
	    behind_is_over(s + i + k, n - i - k) ? i + k : 0;
}

size_t
boundary_closer(const unsigned char *s, size_t n, enum closer *kind)
{
	uint32_t cp;
	size_t k;

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
		return behind_note(s, n);
	case '*':
	case '_':
		*kind = CLOSE_MARKUP;
		return 1;
	}
	*kind = CLOSE_BRACKET;
	if (s[0] < LEAD_LATIN)
		return byte_is(s[0], CHAR_CLOSE) != 0;
	k = look_at(s, n, &cp);
	*kind = wide_closer(cp, s + k, n - k);
	return *kind == CLOSE_NONE ? 0 : k;
}

/*
 * A full stop behind a little white space at s, as in ". . .": the length of
 * both, or 0.  What comes behind it must not make it part of a word.
 */
static size_t
spaced_stop(const unsigned char *s, size_t n, bool lines_join)
{
	size_t i;

	if (lines_join)
		i = look_space_behind(s, 0, n, GAP_MAX);
	else
		for (i = 0; i < n && i < GAP_MAX && (s[i] == ' ' ||
		    s[i] == '\t'); i++)
			;
	if (i == 0 || i == n || s[i] != '.')
		return 0;
	i++;
	return i == n || s[i] == '.' || s[i] == LEAD_PUNCTUATION ||
	    byte_is(s[i], CHAR_SPACE | CHAR_STRAIGHT) ? i : 0;
}

/*
 * A closing mark that stands alone behind a space at i, as tokenised text has
 * it, where the terminator is apart too: the length of both, or 0.  A straight
 * mark closes if one is open, and may so in any text.
 */
static size_t
loose_closer(struct sentence_iterator *it, size_t i, bool apart,
    enum closer *kind)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t n = it->len - i, k;

	if (n < 2 || s[i] != ' ' || (!apart && s[i + 1] != '"'))
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

/* A character without width, or a space that HTML refers to. */
static size_t
invisible(const unsigned char *s, size_t n)
{
	uint32_t cp;
	size_t k;

	if (s[0] == '&')
		return (k = markup_reference(s, n, &cp)) > 0 &&
		    char_is(cp, CHAR_SPACE_WIDE) ? k : 0;
	if (s[0] < LEAD_LATIN)
		return 0;
	k = look_at(s, n, &cp);
	return char_is_invisible(cp) && !char_is(cp, CHAR_SPACE_WIDE) ? k : 0;
}

/* What stands at i, of the sentence, and is no mark: its length, or 0. */
static size_t
unmarked(const struct sentence_iterator *it, size_t i, struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text + i;
	size_t n = it->len - i, k;
	enum markup tag;

	if (s[0] == '<') {
		if ((k = markup_tag(s, n, &tag)) > 0 && tag == MARKUP_START)
			return markup_note(s, n);
		b->parted |= k > 0;
		return k;
	}
	if ((k = invisible(s, n)) > 0)
		return k;
	if ((k = behind_emoji(it, i)) > 0)
		b->parted = true;
	return k;
}

/*
 * Does the straight mark at i open what follows, though nothing stands between:
 * 'He left."I am done,"'?
 */
static bool
opens_glued(struct sentence_iterator *it, size_t i)
{
	return it->text[i] == '"' && i + 1 < it->len &&
	    byte_is(it->text[i + 1], CHAR_UPPER) &&
	    (straight_marks(it, i) & 1) == 0;
}

#define NOTE_DIGITS	3

/*
 * "(Figure 1.6). 5 At the": the raised number of a note that is not raised any
 * more, behind a bracket: nothing is counted, since what begins a sentence
 * follows.  Its length with the space before it, or 0.
 */
static size_t
flat_note(const struct sentence_iterator *it, size_t i)
{
	const unsigned char *s = (const unsigned char *)it->text;
	struct neighbour w;
	size_t end;

	if (i < it->start + 2 || s[i] != ' ' || s[i - 1] != '.' ||
	    s[i - 2] != ')')
		return 0;
	for (end = i + 1; end < it->len && end - i <= NOTE_DIGITS &&
	    byte_is(s[end], CHAR_DIGIT); end++)
		;
	if (end == i + 1 || end + 1 >= it->len || s[end] != ' ' ||
	    !byte_is(s[end + 1], CHAR_UPPER))
		return 0;
	neighbour_from(&w, s, end + 1, it->len);
	neighbour_stats(&w, it->splitter);
	return neighbour_opens(&w) && words_start(w.stats) == START_MAX ?
	    end - i : 0;
}

/* A closing mark at i, of whatever kind: its length, or 0; where it is. */
static size_t
find_closer(struct sentence_iterator *it, size_t i, const struct boundary *b,
    bool apart, enum closer *kind, size_t *at)
{
	const unsigned char *s = (const unsigned char *)it->text + i;
	size_t n = it->len - i, k;

	*at = i;
	if ((k = boundary_closer(s, n, kind)) > 0)
		return opens_glued(it, i) ? 0 : k;
	if (s[0] == '&')
		return reference_closer(s, n, kind);
	if ((k = loose_closer(it, i, apart, kind)) > 0)
		return k;
	if ((k = spaced_guillemet(s, n)) > 0) {
		*kind = CLOSE_CURLY;
		*at = i + k - 2;
		return k;
	}
	*kind = CLOSE_NOTE;
	if ((k = behind_loose_note(s, n)) > 0 || (k = flat_note(it, i)) > 0)
		return k;
	/* "[13] [when?]": words that follow a note, as signs do, are one. */
	if (b->closer == CLOSE_NOTE && n > 2 && s[0] == ' ' && (s[1] == '[' ||
	    s[1] >= LEAD_LATIN) && (k = behind_note(s + 1, n - 1)) > 0)
		return k + 1;
	return i > b->term && s[0] != '[' ? behind_note(s, n) : 0;
}

/* The terminator at i, of k bytes, which b has got so far or begins with. */
static void
add_terminator(struct boundary *b, size_t i, enum terminator kind,
    size_t *stops)
{
	if (b->close != 0) {
		/* "(D-Mass.)." ends by its second stop. */
		b->closer = CLOSE_NONE;
		b->close = 0;
		b->term = i;
		*stops = 0;
	} else if (kind == TERM_STOP && (b->kind == TERM_QUESTION ||
	    b->kind == TERM_EXCLAMATION)) {
		return;			/* "Really?.." asks */
	} else {
		*stops = kind == TERM_STOP && b->kind == TERM_STOP ?
		    *stops + 1 : 0;
	}
	b->kind = kind;
}

bool
boundary_find(struct sentence_iterator *it, size_t i, struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	enum terminator kind;
	enum closer close;
	size_t k, at, stops = 0;
	bool apart = i > it->start && byte_is(s[i - 1], CHAR_SPACE);

	if ((k = own_terminator(it, i, &b->kind)) == 0)
		return false;
	b->term = i;
	b->closer = CLOSE_NONE;
	b->close = 0;
	b->parted = false;
	for (i += k; i < it->len; i += k) {
		/* Most by far, inside of a word or before the next. */
		if (byte_is(s[i], CHAR_LETTER | CHAR_DIGIT) || (s[i] == ' ' &&
		    i + 1 < it->len && byte_is(s[i + 1], CHAR_LETTER)))
			break;
		if ((k = own_terminator(it, i, &kind)) > 0) {
			add_terminator(b, i, kind, &stops);
		} else if (b->close == 0 && b->kind == TERM_STOP &&
		    (k = spaced_stop(s + i, it->len - i,
		    it->splitter->options.join_lines)) > 0) {
			stops++;
		} else if ((k = find_closer(it, i, b, apart, &close,
		    &at)) > 0) {
			if (b->closer == CLOSE_NONE) {
				b->closer = close;
				b->close = at;
			}
		} else if ((k = unmarked(it, i, b)) > 0) {
			if (b->close == 0)
				b->close = i;
		} else {
			break;
		}
	}
	if (b->kind == TERM_STOP && stops > 0)
		b->kind = TERM_ELLIPSIS;
	if (b->close == 0)
		b->close = i;
	b->end = i;
	return true;
}
