#include "common/text/sentences_decide.h"

#include <stdlib.h>
#include <string.h>

#include "common/text/utf8.h"

#define WORD_MAX	40	/* bytes of a word that are looked at */

/* The terminator at s, of n bytes: its length, or 0. */
static size_t
terminator(const unsigned char *s, size_t n, enum terminator *kind)
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

/* The closing mark at s, of n > 0 bytes: its length, or 0. */
static size_t
closer(const unsigned char *s, size_t n, enum closer *kind)
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

	if ((k = terminator(s + i, it->len - i, &b->kind)) == 0)
		return false;
	b->term = i;
	b->closer = CLOSE_NONE;
	b->close = 0;
	for (i += k; i < it->len; i += k) {
		if ((k = terminator(s + i, it->len - i, &kind)) > 0) {
			stops = kind == TERM_STOP && b->kind == TERM_STOP ?
			    stops + 1 : 0;
			b->kind = kind;
		} else if ((k = closer(s + i, it->len - i, &close)) > 0) {
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

static bool
is_space(unsigned char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
is_upper(unsigned char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_lower(unsigned char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
is_digit(unsigned char c)
{
	return c >= '0' && c <= '9';
}

/* The word that ends at end, without opening marks: where it begins. */
static size_t
word_before(const struct sentence_iterator *it, size_t end)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i = end, low = end > it->line + WORD_MAX ? end - WORD_MAX :
	    it->line;

	while (i > low && !is_space(s[i - 1]) && strchr("\"'([-/", s[i - 1]) == NULL)
		i--;
	return i;
}

/* The first letter behind opening marks at i. */
static unsigned char
first_letter(const struct sentence_iterator *it, size_t i, bool *opens)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t end = it->len - i > 8 ? i + 8 : it->len;

	*opens = false;
	for (; i < end; i++) {
		if (strchr("\"'([{*_", s[i]) != NULL && s[i] != '\0')
			*opens = true;
		else if (s[i] == 0xE2 && end - i > 2 && s[i + 1] == 0x80) {
			*opens = true;
			i += 2;
		} else
			return s[i];
	}
	return 0;
}

static const char *
abbreviation(const struct splitter *p, const char *w, size_t n)
{
	size_t i;

	for (i = 0; i < p->words; i++)
		if (strlen(p->word[i]) == n && memcmp(p->word[i], w, n) == 0)
			return "title";
	return lexicon_value(p->options.language->abbreviations, w, n);
}

bool
boundary_decide(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	const char *kind;
	size_t w, n;
	unsigned char c;
	bool opens;

	if (b->kind == TERM_OTHER)
		return true;
	if (b->next == b->end)
		return false;
	c = first_letter(it, b->next, &opens);
	if (b->kind != TERM_STOP)
		return !is_lower(c);
	if (b->close != b->end)
		return !is_lower(c) && c != ',' && c != ';';
	w = word_before(it, b->term);
	n = b->term - w;
	kind = abbreviation(it->splitter, it->text + w, n);
	if (is_lower(c))
		return kind == NULL && n > 3 && opens;
	if (c == ',' || c == ';' || c == ':')
		return false;
	if (kind != NULL) {
		if (strchr("tmlnd", kind[0]) != NULL)	/* title, month .. */
			return strcmp(kind, "time") == 0 && is_upper(c);
		return opens;
	}
	if (n == 1 && is_upper(s[w]))
		return false;
	if (w == it->start && n <= 2 && is_digit(s[w]))
		return false;
	return true;
}
