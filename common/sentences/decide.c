#include "common/sentences/decide.h"

#include <string.h>

#include "common/sentences/features.h"
#include "common/sentences/keep.h"
#include "common/sentences/lead.h"
#include "common/sentences/words.h"

#define S	IS_SPACE
#define L	IS_LOWER
#define U	IS_UPPER
#define D	IS_DIGIT
#define M	IS_MARK
#define B	(IS_MARK | IS_BRACKET)
#define J	(IS_MARK | IS_JOINT)
#define O	IS_JOINT

const uint8_t sentence_bytes[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, S, S, S, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	S, M, M, M, 0, 0, 0, M, B, B, M, 0, M, J, M, O,
	D, D, D, D, D, D, D, D, D, D, M, M, M, 0, M, M,
	0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, B, 0, B, 0, M,
	M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, B, 0, B, 0, 0,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
};

#undef S
#undef L
#undef U
#undef D
#undef M
#undef B
#undef J
#undef O

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

/* A note behind a space at i, "It is a gas. [1] It has ...": the length of both. */
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
	    (*kind == CLOSE_DOUBLE && (context_quotes(it, i) & 1) == 0)) {
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

/* Is it one of the abbreviations the user gave? */
static bool
is_users(const struct splitter *p, const struct word *w)
{
	size_t i;

	for (i = 0; i < p->words_given; i++)
		if (strlen(p->given[i]) == w->n &&
		    memcmp(p->given[i], w->s, w->n) == 0)
			return true;
	return false;
}

/* No space behind: mostly inside of a word, but "one.Two" is a slip. */
static enum decision
glued(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	const unsigned char *s = (const unsigned char *)it->text;

	context_words_before(c, it, b);
	if (b->closer == CLOSE_NONE && c->before.shape != SHAPE_LOWER &&
	    c->before.shape != SHAPE_CAPITAL)
		return DECIDE_NO;
	if (b->kind == TERM_STOP && c->before.n < 2)
		return DECIDE_NO;
	if ((size_t)(c->before.s - s) > it->start &&
	    strchr("/@:.=&%", c->before.s[-1]) != NULL)
		return DECIDE_NO;	/* of an address */
	context_words_behind(c, it, b);
	context_stats(&c->next, it->splitter);
	if (c->dashed || (c->first != FIRST_UPPER && c->opener == OPEN_NONE))
		return DECIDE_NO;	/* "Poor girl!--I wish ..." */
	if (c->next.shape != SHAPE_CAPITAL && c->next.shape != SHAPE_INITIAL)
		return DECIDE_NO;
	context_stats(&c->before, it->splitter);
	c->kind = b->kind == TERM_STOP ?
	    context_kind(&c->before, it->splitter) : ABBREV_NONE;
	return DECIDE_MODEL;
}

static bool
is_quote(enum closer c)
{
	return c >= CLOSE_DOUBLE && c <= CLOSE_CURLY_SINGLE;
}

/*
 * Is the next word one that never begins a sentence, such as "Inc.", or "E.T."
 * behind "p.m."?
 */
static bool
is_appendage(const struct splitter *p, const struct word *w, enum abbreviation before)
{
	enum abbreviation kind;

	if (w->behind != '.' || w->shape == SHAPE_LOWER)
		return false;
	kind = context_kind(w, p);
	return kind == ABBREV_COMPANY ||
	    kind == ABBREV_SUFFIX ||
	    (kind == ABBREV_TIME && kind == before);
}

/* Is a word of the list of abbreviations more often a word (in, no, sun)? */
static bool
is_a_word(const struct word *w)
{
	unsigned stop = words_stop(w->stats);

	return stop == STOP_WORD ? context_has_vowel(w) : stop == STOP_SOME &&
	    w->shape != SHAPE_LOWER;
}

/* "8 oz.", "3 in.": a unit that a number stands before is no word. */
static bool
is_measure(const struct sentence_iterator *it, const struct context *c)
{
	const unsigned char *s = c->before.s;

	return c->kind == ABBREV_UNIT && s - (const unsigned char *)it->text >
	    (ptrdiff_t)it->start + 1 && byte_is(s[-1], IS_SPACE) &&
	    byte_is(s[-2], IS_DIGIT);
}

/*
 * The next word is in lower case.  In sloppy text that may begin a sentence,
 * but not behind an abbreviation, a closing mark, or inside brackets.
 */
static bool
goes_on_lower(const struct sentence_iterator *it, const struct boundary *b,
    const struct context *c)
{
	if (b->closer != CLOSE_NONE && b->closer != CLOSE_NOTE &&
	    b->closer != CLOSE_MARKUP && c->opener == OPEN_NONE)
		return true;
	if (c->kind != ABBREV_NONE && b->closer == CLOSE_NONE &&
	    (is_measure(it, c) || !is_a_word(&c->before)))
		return true;
	return context_enclosed(it, b) != OPENED_NOT;
}

#define LONG_WORD	6	/* letters: longer than abbreviations are */

/*
 * Most ends by far: a common word in lower case, a full stop, a space, and a
 * word with a capital.  Looks at as little as can be.
 */
static bool
ends_plainly(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low;
	int stats;

	if (b->kind != TERM_STOP || b->end != b->term + 1 ||
	    !byte_is(s[b->next], IS_UPPER) || b->next == b->end)
		return false;
	low = b->term - it->start > FOLD_MAX ? b->term - FOLD_MAX : it->start;
	for (i = b->term; i > low && byte_is(s[i - 1], IS_LOWER); i--)
		;
	if (b->term - i < 2 || (i > it->start && !byte_is(s[i - 1], IS_SPACE)))
		return false;
	stats = wordmap_get(&it->splitter->words, it->text + i, b->term - i);
	return words_stop(stats) == STOP_WORD ||
	    (words_stop(stats) == STOP_UNKNOWN && b->term - i >= LONG_WORD &&
	    !lexicon_has(it->splitter->options.language->lexicon,
	    ROLE_ABBREVIATIONS, it->text + i, b->term - i));
}

/* An abbreviation by list or by its looks, with nothing behind its stop. */
static bool
is_short_form(const struct boundary *b, const struct context *c)
{
	return b->closer == CLOSE_NONE && (c->kind != ABBREV_NONE ||
	    (c->before.shape >= SHAPE_DOTS_UPPER &&
	    c->before.shape <= SHAPE_DOTS));
}

/* "No. 5", "Nov. 13", "2 lb. 4 oz.": but longer ones are words too. */
static bool
counts(const struct sentence_iterator *it, const struct context *c)
{
	if (c->opener != OPEN_NONE)
		return false;
	if (c->kind == ABBREV_UNIT)
		return is_measure(it, c) || !is_a_word(&c->before);
	if (c->before.n > 3 && c->before.shape == SHAPE_LOWER &&
	    words_stop(c->before.stats) <= STOP_SOME)
		return false;
	return c->kind == ABBREV_NUMBER ||
	    c->kind == ABBREV_MONTH;
}

/* Is the number the second one of a score, "6-2"? */
static bool
is_score(const struct sentence_iterator *it, const struct word *w)
{
	const unsigned char *s = w->s, *start;

	start = (const unsigned char *)it->text + it->start;
	if (s - start > 1 && s[-1] == '-')
		return byte_is(s[-2], IS_DIGIT);
	return s - start > 3 && s[-1] == 0x93 && s[-2] == 0x80 &&
	    s[-3] == 0xE2 && byte_is(s[-4], IS_DIGIT);
}

/*
 * A full stop that cannot be part of a word: behind a closing mark, behind a
 * score, or behind a number too large for an item of a list ("fell to
 * 1,204.10.").
 */
static bool
is_free_stop(const struct sentence_iterator *it, const struct boundary *b,
    const struct context *c)
{
	if (b->kind != TERM_STOP || b->closer != CLOSE_NONE || c->apart ||
	    b->term < it->start + 5)
		return false;
	if (strchr(")]\"%", c->last) != NULL && c->last != '\0')
		return true;
	return c->before.shape == SHAPE_NUMBER && c->before.behind == 0 &&
	    (is_score(it, &c->before) || (c->before.n > 2 &&
	    (const char *)c->before.s > it->text + it->start));
}

/* Can the word be a speaker's name or title?  "The" cannot, "Sen." can. */
static bool
may_speak(const struct splitter *p, const struct word *w)
{
	return words_start(w->stats) < START_OFTEN || (w->behind == '.' &&
	    context_kind(w, p) == ABBREV_TITLE);
}

static bool
opened_by_bracket(const struct sentence_iterator *it, const struct word *w)
{
	const char *s = (const char *)w->s;

	return s > it->text + it->start && (s[-1] == '(' || s[-1] == '[');
}

/* Does the word before the full stop say by itself that it goes on? */
static bool
goes_on(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	const struct splitter *p = it->splitter;

	c->kind = ABBREV_NONE;
	if (b->kind != TERM_STOP)
		return false;
	/* In capitals before a word that is not, it is no title: "for RT. The". */
	if (c->before.behind == 0 && (c->before.shape != SHAPE_UPPER ||
	    b->next + 1 >= it->len || !byte_is((unsigned char)
	    it->text[b->next + 1], IS_LOWER)))
		c->kind = context_kind(&c->before, p);
	if (b->closer == CLOSE_BRACKET && (c->kind == ABBREV_TITLE ||
	    (c->kind != ABBREV_NONE && opened_by_bracket(it, &c->before))))
		return true;	/* "(then Sen.) Cole", "Gen. (ret.) Cole" */
	if (b->closer != CLOSE_NONE)
		return false;
	return c->kind == ABBREV_TITLE ||
	    c->kind == ABBREV_PREFIX ||
	    c->kind == ABBREV_NAME || is_users(p, &c->before);
}

/* For those that are not ends plainly. */
static enum decision
rule_closely(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	const struct splitter *p = it->splitter;

	c->said = ATTRIBUTED_NOT;
	if (b->kind == TERM_OTHER)
		return DECIDE_YES;
	if (b->kind == TERM_ELLIPSIS && b->closer == CLOSE_BRACKET &&
	    b->term > it->start && (it->text[b->term - 1] == '[' ||
	    it->text[b->term - 1] == '('))
		return DECIDE_NO;	/* something left out */
	if (b->next == b->end)
		return glued(it, b, c);
	context_words_before(c, it, b);
	if (b->kind == TERM_ELLIPSIS && c->before.n == 0)
		return DECIDE_NO;	/* a sentence that begins with dots */
	if (goes_on(it, b, c))
		return DECIDE_NO;
	if (p->words_given > 0 && ends_plainly(it, b))
		return DECIDE_YES;
	context_words_behind(c, it, b);
	if (c->first == FIRST_STOP || c->first == FIRST_COMMA)
		return DECIDE_NO;
	context_stats(&c->before, p);
	context_stats(&c->next, p);
	if (is_short_form(b, c) && (c->opener == OPEN_DASH ||
	    (c->opener == OPEN_BRACKET && (c->first == FIRST_LOWER ||
	    context_aside(it, b) != ASIDE_SENTENCE))))
		return DECIDE_NO;
	if (c->first == FIRST_LOWER)
		return goes_on_lower(it, b, c) ? DECIDE_NO : DECIDE_MODEL;
	if (c->first == FIRST_DIGIT && counts(it, c))
		return DECIDE_NO;
	if (c->first != FIRST_UPPER)
		return DECIDE_MODEL;
	if (is_free_stop(it, b, c))
		return DECIDE_YES;
	if (is_quote(b->closer) && may_speak(p, &c->next))
		c->said = context_attribution(it, &c->next, b->kind);
	if ((c->said == ATTRIBUTED && b->kind != TERM_STOP) ||
	    is_appendage(p, &c->next, c->kind))
		return DECIDE_NO;
	return DECIDE_MODEL;
}

enum decision
boundary_rule(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	return it->splitter->words_given == 0 && ends_plainly(it, b) ?
	    DECIDE_YES : rule_closely(it, b, c);
}

#define WEIGHED_FREE	4096	/* candidates looked at closely at any rate */
#define WEIGHED_BYTES	80	/* and one more in so many bytes */

/* One more was looked at closely. */
static void
count_weighed(struct sentence_iterator *it)
{
	it->weighed++;
	if (it->weighed > WEIGHED_FREE)
		it->crowded = (it->weighed - WEIGHED_FREE) * WEIGHED_BYTES;
}

bool
boundary_decide(struct sentence_iterator *it, const struct boundary *b)
{
	const struct splitter *p = it->splitter;
	struct features f;
	struct context c;
	enum decision d;

	if (b->term < it->crowded) {
		d = b->next > b->end && boundary_by_letters(it, b->term,
		    b->next) ? DECIDE_YES : DECIDE_NO;
	} else if (p->words_given == 0 && ends_plainly(it, b)) {
		d = DECIDE_YES;
	} else {
		count_weighed(it);
		d = rule_closely(it, b, &c);
	}
	if (d == DECIDE_MODEL) {
		sentences_features(&f, &c, it, b);
		d = logistic_score(&p->weights, &f) > p->threshold ?
		    DECIDE_YES : DECIDE_NO;
	}
	return d == DECIDE_YES && !(p->options.keep_quotes &&
	    sentences_quoted(it, b->end));
}
