#include "common/sentences/keep.h"

#include <string.h>

#include "common/sentences/bytes.h"
#include "common/sentences/lines.h"

enum kept_quote {
	QUOTE_NONE,
	QUOTE_DOUBLE,		/* " */
	QUOTE_SINGLE,		/* ' and ` */
	QUOTE_CURLY,
	QUOTE_CURLY_SINGLE,
	QUOTE_ANGLE
};

static bool
is_word(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
	    (c >= 'a' && c <= 'z') || c >= 0x80;
}

/* May a mark open behind this byte? */
static bool
before_opening(unsigned char c)
{
	return is_space(c) || strchr("([{-\"'`", c) != NULL || c == 0x94;
}

/* Can the byte begin a mark? */
static inline bool
may_be_mark(unsigned char c)
{
	return c == '"' || c == '\'' || c == '`' || c == 0xC2 || c == 0xE2;
}

/* The quotation that a mark at i opens; its length in *len. */
static enum kept_quote
opens(const struct sentence_iterator *it, size_t i, size_t *len)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t n = it->len - i;
	bool edge = i == it->line || before_opening(s[i - 1]);

	*len = 1;
	switch (s[i]) {
	case '"':
		return edge && n > 1 && !is_space(s[i + 1]) ? QUOTE_DOUBLE :
		    QUOTE_NONE;
	case '`':
		*len = n > 1 && s[i + 1] == '`' ? 2 : 1;
		return edge ? QUOTE_SINGLE : QUOTE_NONE;
	case '\'':
		return edge && n > 1 && is_word(s[i + 1]) ? QUOTE_SINGLE :
		    QUOTE_NONE;
	case 0xC2:
		*len = 2;
		return n > 1 && s[i + 1] == 0xAB ? QUOTE_ANGLE : QUOTE_NONE;
	case 0xE2:
		if (n < 3 || s[i + 1] != 0x80)
			return QUOTE_NONE;
		*len = 3;
		return s[i + 2] == 0x9C || s[i + 2] == 0x9E ? QUOTE_CURLY :
		    s[i + 2] == 0x98 && edge ? QUOTE_CURLY_SINGLE : QUOTE_NONE;
	}
	return QUOTE_NONE;
}

/* Does a mark at i close it?  Its length, or 0. */
static size_t
closes(const struct sentence_iterator *it, size_t i, enum kept_quote q)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t n = it->len - i;
	unsigned char before = s[i - 1];
	bool stop = strchr(",.?!", before) != NULL;

	switch (q) {
	case QUOTE_DOUBLE:
		return s[i] == '"' && (!is_space(before) || n == 1 ||
		    is_space(s[i + 1]));
	case QUOTE_SINGLE:
		if (s[i] != '\'' && s[i] != '`')
			return 0;
		return n > 1 && s[i + 1] == s[i] ? 2 :
		    stop && (n == 1 || !is_word(s[i + 1]));
	case QUOTE_CURLY:
		return n > 2 && s[i] == 0xE2 && s[i + 1] == 0x80 &&
		    s[i + 2] == 0x9D ? 3 : 0;
	case QUOTE_CURLY_SINGLE:
		return n > 2 && s[i] == 0xE2 && s[i + 1] == 0x80 &&
		    s[i + 2] == 0x99 && stop && (n == 3 || !is_word(s[i + 3]) ||
		    s[i + 3] == 0xE2) ? 3 : 0;
	case QUOTE_ANGLE:
		return n > 1 && s[i] == 0xC2 && s[i + 1] == 0xBB ? 2 : 0;
	case QUOTE_NONE:
		break;
	}
	return 0;
}

/* Behind the mark that closes the quotation whose words begin at i, or 0. */
static size_t
find_close(const struct sentence_iterator *it, size_t i, enum kept_quote q)
{
	unsigned char c;
	size_t k;

	for (; i < it->len; i++) {
		c = (unsigned char)it->text[i];
		if (c == '\n' && line_ends(it, i))
			return 0;
		if (may_be_mark(c) && (k = closes(it, i, q)) > 0)
			return i + k;
	}
	return 0;
}

bool
keep_quoted(struct sentence_iterator *it, size_t place)
{
	enum kept_quote q;
	size_t i, k, end;

	if (it->keep_at < it->line) {
		it->keep_at = it->line;
		it->keep_until = it->keep_stray = 0;
	}
	if (place < it->keep_until)
		return true;
	for (i = it->keep_at; i < place; i++) {
		if (!may_be_mark((unsigned char)it->text[i]))
			continue;
		q = opens(it, i, &k);
		if (q == QUOTE_NONE || (it->keep_stray & 1u << q) != 0)
			continue;
		if ((end = find_close(it, i + k, q)) == 0) {
			it->keep_stray |= 1u << q;	/* in this line */
			continue;
		}
		i = end - 1;
		if (end > place) {
			it->keep_at = it->keep_until = end;
			return true;
		}
	}
	it->keep_at = i;
	return false;
}
