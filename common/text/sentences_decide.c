#include "common/text/sentences_decide.h"

#include <string.h>

#include "common/text/sentences_features.h"
#include "common/text/sentences_words.h"

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

bool
boundary_find(const struct sentence_iterator *it, size_t i,
    struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	enum terminator kind;
	enum closer close;
	size_t k, stops = 0;

	if ((k = boundary_terminator(s + i, it->len - i, &b->kind)) == 0)
		return false;
	b->term = i;
	b->closer = CLOSE_NONE;
	b->close = 0;
	for (i += k; i < it->len; i += k) {
		if ((k = boundary_terminator(s + i, it->len - i, &kind)) > 0) {
			stops = kind == TERM_STOP && b->kind == TERM_STOP ?
			    stops + 1 : 0;
			b->kind = kind;
		} else if ((k = boundary_closer(s + i, it->len - i, &close)) > 0) {
			if (b->closer == CLOSE_NONE) {
				b->closer = close;
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
	if (c->first != FIRST_UPPER && c->opener == OPEN_NONE)
		return DECIDE_NO;
	if (c->next.shape != SHAPE_CAPITAL && c->next.shape != SHAPE_INITIAL)
		return DECIDE_NO;
	context_stats(&c->before, it->splitter);
	return DECIDE_MODEL;
}

enum decision
boundary_rule(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	const struct splitter *p = it->splitter;

	if (b->kind == TERM_OTHER)
		return DECIDE_YES;
	if (b->next == b->end)
		return glued(it, b, c);
	context_words_behind(c, it, b);
	if (c->first == FIRST_STOP || c->first == FIRST_COMMA)
		return DECIDE_NO;
	context_words_before(c, it, b);
	if (p->words_given > 0 && b->kind == TERM_STOP &&
	    b->closer == CLOSE_NONE && is_users(p, &c->before))
		return DECIDE_NO;
	context_stats(&c->before, p);
	if (b->kind == TERM_STOP && b->closer == CLOSE_NONE &&
	    c->before.shape == SHAPE_LOWER && c->before.behind == 0 &&
	    c->first == FIRST_UPPER && c->opener == OPEN_NONE &&
	    words_stop(c->before.stats) == STOP_WORD)
		return DECIDE_YES;
	return DECIDE_MODEL;
}

bool
boundary_decide(struct sentence_iterator *it, const struct boundary *b)
{
	const struct splitter *p = it->splitter;
	struct features f;
	struct context c;
	enum decision d;

	if ((d = boundary_rule(it, b, &c)) != DECIDE_MODEL)
		return d == DECIDE_YES;
	context_features(&f, &c, it, b);
	return logistic_score(&p->weights, &f) > p->threshold;
}
