#include "common/sentences/keep.h"

#include "common/sentences/lines.h"
#include "common/sentences/look.h"

enum kept_quote {
	QUOTE_NONE,
	QUOTE_DOUBLE,		/* " */
	QUOTE_SINGLE,		/* ' and ` */
	QUOTE_CURLY,
	QUOTE_CURLY_SINGLE,
	QUOTE_ANGLE,
	QUOTE_ANGLE_TURNED,	/* as in German: » « */
	QUOTE_LOW,		/* „ “ or „ ” */
	QUOTE_SAME,		/* as in Swedish: ” ” */
	QUOTE_CORNER
};

static bool
is_word(unsigned char c)
{
	return byte_is(c, CHAR_LETTER | CHAR_DIGIT | CHAR_WIDE) != 0;
}

/* May a mark open at i, behind what stands there? */
static bool
may_open(const struct sentence_iterator *it, size_t i)
{
	uint32_t cp;

	if (i == it->line)
		return true;
	look_before((const unsigned char *)it->text, it->line, i, &cp);
	return cp < 0x80 ? byte_is((unsigned char)cp, CHAR_SPACE | CHAR_OPEN |
	    CHAR_QUOTE) || cp == '-' || cp == '\0' : cp == EM_DASH;
}

/* Can the byte begin a mark? */
static inline bool
may_be_mark(unsigned char c)
{
	return byte_is(c, CHAR_QUOTE) || c == LEAD_LATIN ||
	    c == LEAD_PUNCTUATION || c == LEAD_CJK;
}

/* The quotation that a mark at i opens; its length in *len. */
static enum kept_quote
opens(const struct sentence_iterator *it, size_t i, size_t *len)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t n = it->len - i;
	uint32_t cp;

	*len = look_at(s + i, n, &cp);
	if (cp == '"')
		return may_open(it, i) && n > 1 &&
		    !byte_is(s[i + 1], CHAR_SPACE) ? QUOTE_DOUBLE : QUOTE_NONE;
	if (cp == '`') {
		*len = n > 1 && s[i + 1] == '`' ? 2 : 1;
		return may_open(it, i) ? QUOTE_SINGLE : QUOTE_NONE;
	}
	if (cp == '\'')
		return may_open(it, i) && n > 1 && is_word(s[i + 1]) ?
		    QUOTE_SINGLE : QUOTE_NONE;
	if (char_has(cp, CHAR_CORNER | CHAR_LEFT))
		return QUOTE_CORNER;
	if (char_has(cp, CHAR_DOUBLE | CHAR_LOW))
		return QUOTE_LOW;
	if (char_has(cp, CHAR_DOUBLE | CHAR_GUILLEMET | CHAR_LEFT))
		return QUOTE_ANGLE;
	if (char_has(cp, CHAR_DOUBLE | CHAR_RIGHT) && may_open(it, i) &&
	    n > *len && is_word(s[i + *len]))
		return char_is(cp, CHAR_GUILLEMET) ? QUOTE_ANGLE_TURNED :
		    QUOTE_SAME;
	if (look_opens_double(cp))
		return QUOTE_CURLY;
	return look_is_curly(cp, CHAR_SINGLE | CHAR_LEFT) && may_open(it, i) ?
	    QUOTE_CURLY_SINGLE : QUOTE_NONE;
}

/* Does a mark at i close it?  Its length, or 0. */
static size_t
closes(const struct sentence_iterator *it, size_t i, enum kept_quote q)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t n = it->len - i, k;
	unsigned char before = s[i - 1];
	bool stop = byte_is(before, CHAR_INSIDE) || before == '\0';
	uint32_t cp;

	k = look_at(s + i, n, &cp);
	switch (q) {
	case QUOTE_DOUBLE:
		return cp == '"' && (!byte_is(before, CHAR_SPACE) || n == 1 ||
		    byte_is(s[i + 1], CHAR_SPACE));
	case QUOTE_SINGLE:
		if (cp != '\'' && cp != '`')
			return 0;
		return n > 1 && s[i + 1] == s[i] ? 2 :
		    stop && (n == 1 || !is_word(s[i + 1]));
	case QUOTE_CURLY:
		return look_is_curly(cp, CHAR_DOUBLE | CHAR_RIGHT) ? k : 0;
	case QUOTE_CURLY_SINGLE:
		return look_is_curly(cp, CHAR_SINGLE | CHAR_RIGHT) && stop &&
		    (n == k || !is_word(s[i + k]) ||
		    s[i + k] == LEAD_PUNCTUATION) ? k : 0;
	case QUOTE_LOW:
		return char_is(cp, CHAR_DOUBLE) && cp >= 0x80 &&
		    !char_is(cp, CHAR_LOW | CHAR_GUILLEMET) ? k : 0;
	case QUOTE_SAME:
		return look_is_curly(cp, CHAR_DOUBLE | CHAR_RIGHT) ? k : 0;
	case QUOTE_ANGLE_TURNED:
		return char_has(cp, CHAR_DOUBLE | CHAR_GUILLEMET | CHAR_LEFT) ?
		    k : 0;
	case QUOTE_CORNER:
		return char_has(cp, CHAR_CORNER | CHAR_RIGHT) ? k : 0;
	case QUOTE_ANGLE:
		return char_has(cp, CHAR_DOUBLE | CHAR_GUILLEMET | CHAR_RIGHT) ?
		    k : 0;
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
