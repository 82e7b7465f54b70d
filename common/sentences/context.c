#include "common/sentences/context.h"

#include <string.h>

#include "common/sentences/bytes.h"

#define OPENERS_MAX	4	/* opening marks passed over */

/* The opening mark at s, of n > 0 bytes: its length, or 0. */
static size_t
opener(const unsigned char *s, size_t n, enum opener *kind)
{
	switch (s[0]) {
	case '"':
		*kind = OPEN_DOUBLE;
		return 1;
	case '\'':
		*kind = OPEN_SINGLE;
		return 1;
	case '(':
	case '[':
	case '{':
		*kind = OPEN_BRACKET;
		return 1;
	case '`':
		*kind = OPEN_CURLY;
		return 1;
	case '-':
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
	case 0xC2:			/* angle, inverted marks, middle dot */
		*kind = n > 1 && s[1] == 0xAB ? OPEN_CURLY : OPEN_OTHER;
		return n > 1 && (s[1] == 0xAB || s[1] == 0xA1 ||
		    s[1] == 0xBF || s[1] == 0xB7) ? 2 : 0;
	case 0xE2:
		if (n < 3 || s[1] != 0x80)
			return 0;
		*kind = s[2] == 0x93 || s[2] == 0x94 ? OPEN_DASH :
		    s[2] == 0x98 || s[2] == 0x9A || s[2] == 0xB9 ?
		    OPEN_CURLY_SINGLE :
		    s[2] == 0x9C || s[2] == 0x9E ? OPEN_CURLY : OPEN_OTHER;
		return *kind != OPEN_OTHER || s[2] == 0xA2 ? 3 : 0;
	}
	return 0;
}

void
context_before(struct context *c, const struct sentence_iterator *it,
    const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;

	size_t end = b->term;

	while (end > it->start && b->term - end < 3 && is_space(s[end - 1]))
		end--;
	c->apart = end < b->term;
	c->last = end > it->start ? s[end - 1] : 0;
	neighbour_until(&c->before, s, it->start, end);
	if ((c->before.behind != 0 || b->kind != TERM_STOP) &&
	    (c->before.shape == SHAPE_INITIAL ||
	    c->before.shape == SHAPE_DOTS_UPPER))
		c->before.shape = SHAPE_OTHER;	/* "(D).", "I?": no initial */
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
	c->spaces = b->next == b->end ? 0 : spaces < 2 ? 1 : 2;
	c->opener = OPEN_NONE;
	c->dashed = false;
	i = b->next;
	for (openers = 0; openers < OPENERS_MAX && i < it->len; openers++) {
		if ((k = opener(s + i, it->len - i, &kind)) == 0)
			break;
		c->dashed |= openers == 0 && kind == OPEN_DASH;
		if (c->opener == OPEN_NONE || c->opener == OPEN_DASH)
			c->opener = kind;
		for (i += k; i < it->len && s[i] == ' ' && kind >= OPEN_DASH; i++)
			;
	}
	neighbour_from(&c->next, s, i, it->len);
	if (i >= it->len || is_space(s[i]))
		c->first = FIRST_NONE;
	else if (boundary_terminator(s + i, it->len - i, &t) > 0)
		c->first = FIRST_STOP;
	else if (strchr(",;:", s[i]) != NULL ||
	    boundary_closer(s + i, it->len - i, &cl) > 0)
		c->first = FIRST_COMMA;
	else switch (letter_of(s + i, it->len - i)) {
	case LETTER_LOWER: c->first = FIRST_LOWER; break;
	case LETTER_UPPER: c->first = FIRST_UPPER; break;
	case LETTER_DIGIT: c->first = FIRST_DIGIT; break;
	default: c->first = FIRST_OTHER;
	}
}

void
context_outer(struct context *c, const struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, end;

	c->before2 = c->before;
	neighbour_before(&c->before2, it);

	i = (size_t)(c->next.s - s) + c->next.n;
	for (end = i; end < it->len && end - i < 16 && !is_space(s[end]); end++)
		;
	for (i = end; i < it->len && i - end < 8 && is_space(s[i]); i++)
		;
	end = i;
	while (i < it->len && i - end < 3 && is_mark(s[i]))
		i++;
	neighbour_from(&c->next2, s, i, it->len);
}
