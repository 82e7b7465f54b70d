#include "common/sentences/context.h"

#include <string.h>

#include "common/sentences/look.h"
#include "common/sentences/markup.h"

#define OPENERS_MAX	4	/* opening marks passed over */
#define APART_MAX	3	/* bytes of space before a terminator */
#define BESIDE_MAX	3	/* marks before the next word but one, */
#define TAIL_MAX	16	/* bytes of marks behind the next word, */
#define GAP_MAX		8	/* and of white space behind these */

#define MIDDLE_DOT		0xB7u

/* May a word begin with the byte, or with a mark that it is the first of? */
static bool
byte_may_begin_word(unsigned char c)
{
	return byte_is(c, CHAR_LETTER | CHAR_DIGIT | CHAR_WIDE | CHAR_STRAIGHT |
	    CHAR_OPEN) != 0;
}

/* What cp opens, if behind it comes what n bytes say; OPEN_NONE if nothing. */
static unsigned
wide_opener(uint32_t cp, const unsigned char *behind, size_t n)
{
	if (look_is_dash(cp))
		return OPEN_DASH;
	if (char_is(cp, CHAR_REVERSED))
		return OPEN_NONE;
	if (char_has(cp, CHAR_SINGLE | CHAR_LEFT))
		return OPEN_CURLY_SINGLE;
	if (char_has(cp, CHAR_DOUBLE | CHAR_LEFT) ||
	    char_has(cp, CHAR_CORNER | CHAR_LEFT))
		return OPEN_CURLY;
	if (char_is(cp, CHAR_OPEN))
		return OPEN_BRACKET;
	/* Made for the right, but before a word: Swedish, German guillemets. */
	if (char_has(cp, CHAR_DOUBLE | CHAR_RIGHT) && n > 0 &&
	    byte_may_begin_word(behind[0]))
		return OPEN_CURLY;
	if (cp == BULLET || cp == MIDDLE_DOT || cp == INVERTED_QUESTION ||
	    cp == INVERTED_EXCLAMATION)
		return OPEN_OTHER;
	return OPEN_NONE;
}

_Static_assert((int)OPEN_NONE == (int)CLOSE_NONE &&
    (int)OPEN_DOUBLE == (int)CLOSE_DOUBLE &&
    (int)OPEN_SINGLE == (int)CLOSE_SINGLE, "marks of two numbers");

/* An opening mark as HTML refers to it: its length, or 0. */
static size_t
reference_opener(const unsigned char *s, size_t n, enum opener *kind)
{
	unsigned mark = OPEN_NONE;
	size_t k = boundary_reference(s, n, wide_opener, &mark);

	*kind = mark;
	return k;
}

/* The opening mark at s, of n > 0 bytes: its length, or 0. */
static size_t
opener(const unsigned char *s, size_t n, enum opener *kind)
{
	uint32_t cp;
	size_t k;

	if (!byte_is(s[0], CHAR_BESIDE | CHAR_WIDE))
		return s[0] == '&' ? reference_opener(s, n, kind) : 0;
	switch (s[0]) {
	case '"':
		*kind = OPEN_DOUBLE;
		return 1;
	case '\'':
		*kind = OPEN_SINGLE;
		return 1;
	case '`':
		*kind = OPEN_CURLY;
		return 1;
	case ',':			/* low marks made of commas */
		*kind = OPEN_CURLY;
		return n > 2 && s[1] == ',' && s[2] != ',' ? 2 : 0;
	case '-':			/* -LRB- and -LSB- of treebanks */
		if (n > 5 && (memcmp(s, "-LRB-", 5) == 0 ||
		    memcmp(s, "-LSB-", 5) == 0)) {
			*kind = OPEN_BRACKET;
			return 5;
		}
		*kind = OPEN_DASH;
		return 1;
	case '_':			/* the wires' dash, or markup */
		*kind = n > 1 && s[1] == ' ' ? OPEN_DASH : OPEN_OTHER;
		return 1;
	case '*':
	case '#':
	case '>':
		*kind = OPEN_OTHER;
		return 1;
	}
	*kind = OPEN_BRACKET;
	if (s[0] != LEAD_LATIN && s[0] != LEAD_PUNCTUATION &&
	    s[0] != LEAD_CJK && s[0] != LEAD_FULL_WIDTH)
		return byte_is(s[0], CHAR_OPEN) != 0;
	k = look_at(s, n, &cp);
	*kind = wide_opener(cp, s + k, n - k);
	return *kind == OPEN_NONE ? 0 : k;
}

#define PASSED_MAX	8	/* tags and the like passed over */

/* Behind the tags and what cannot be seen at i, with white space behind. */
static size_t
pass_any_markup(const unsigned char *s, size_t i, size_t n)
{
	enum markup tag;
	uint32_t cp;
	size_t k;
	unsigned passed;

	for (passed = 0; passed < PASSED_MAX && i < n; passed++) {
		if (s[i] == '<')
			k = markup_tag(s + i, n - i, &tag);
		else if (s[i] == '&')
			k = (k = markup_reference(s + i, n - i, &cp)) > 0 &&
			    char_is(cp, CHAR_SPACE_WIDE) ? k : 0;
		else if (s[i] < LEAD_LATIN ||
		    (k = look_at(s + i, n - i, &cp), !char_is_invisible(cp)))
			return i;
		if (k == 0)
			return i;
		for (i += k; i < n && s[i] == ' '; i++)
			;
	}
	return i;
}

/* The same; of most words it is told by the first byte that there are none. */
static inline size_t
pass_markup(const unsigned char *s, size_t i, size_t n)
{
	return i < n && (s[i] == '<' || s[i] == '&' || s[i] >= LEAD_LATIN) ?
	    pass_any_markup(s, i, n) : i;
}

void
context_before(struct context *c, const struct sentence_iterator *it,
    const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t end = look_space_before(s, it->start, b->term, APART_MAX);

	c->apart = end < b->term;
	c->last = end > it->start ? s[end - 1] : 0;
	neighbour_until(&c->before, s, it->start, end);
	if ((c->before.behind != 0 || b->kind != TERM_STOP) &&
	    (c->before.shape == SHAPE_INITIAL ||
	    c->before.shape == SHAPE_DOTS_UPPER))
		c->before.shape = SHAPE_OTHER;	/* "(D).", "I?": no initial */
}

/* What the first character of a word is. */
static enum first
first_of(const unsigned char *s, size_t n)
{
	uint32_t cp;

	look_at(s, n, &cp);
	switch (char_letter(cp)) {
	case CHAR_LOWER:
		return char_has_no_case(cp) ? FIRST_OTHER : FIRST_LOWER;
	case CHAR_UPPER:
		return FIRST_UPPER;
	case CHAR_DIGIT:
		return FIRST_DIGIT;
	default:
		return FIRST_OTHER;
	}
}

void
context_behind(struct context *c, const struct sentence_iterator *it,
    const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	enum opener kind;
	enum terminator t;
	enum closer cl;
	size_t i, k, spaces = 0;
	unsigned openers;

	for (i = b->end; i < b->next && spaces < 2; i++)
		spaces += s[i] != '\n' && s[i] != '\r';
	c->spaces = b->next == b->end && !b->parted ? 0 : spaces < 2 ? 1 : 2;
	c->opener = OPEN_NONE;
	c->dashed = c->outer = false;
	i = pass_markup(s, b->next, it->len);
	for (openers = 0; openers < OPENERS_MAX && i < it->len; openers++) {
		if ((k = opener(s + i, it->len - i, &kind)) == 0)
			break;
		c->dashed |= openers == 0 && kind == OPEN_DASH;
		if (c->opener == OPEN_NONE || c->opener == OPEN_DASH)
			c->opener = kind;
		i += k;
		while (i < it->len && s[i] == ' ' && kind >= OPEN_DASH)
			i++;
		if (kind == OPEN_CURLY && s[i - 1] != '`' && i < it->len)
			i += s[i] == ' ' ? 1 :
			    look_wide_space(s + i, it->len - i);
		i = pass_markup(s, i, it->len);
	}
	neighbour_from(&c->next, s, i, it->len);
	if (i >= it->len || byte_is(s[i], CHAR_SPACE))
		c->first = FIRST_NONE;
	else if (boundary_terminator(s + i, it->len - i, &t) > 0)
		c->first = FIRST_STOP;
	else if (byte_is(s[i], CHAR_PAUSE) || s[i] == '\0' ||
	    boundary_closer(s + i, it->len - i, &cl) > 0)
		c->first = FIRST_COMMA;
	else
		c->first = first_of(s + i, it->len - i);
}

void
context_outer(struct context *c, const struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, end;

	if (c->outer)
		return;
	c->outer = true;
	c->before2 = c->before;
	neighbour_before(&c->before2, it);

	i = (size_t)(c->next.s - s) + c->next.n;
	for (end = i; end < it->len && end - i < TAIL_MAX &&
	    !byte_is(s[end], CHAR_SPACE); end++)
		;
	end = i = look_space_behind(s, end, it->len, GAP_MAX);
	while (i < it->len && i - end < BESIDE_MAX &&
	    byte_is(s[i], CHAR_BESIDE))
		i++;
	neighbour_from(&c->next2, s, i, it->len);
}
