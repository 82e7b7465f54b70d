#include "common/sentences/marker.h"

#include <string.h>

#include "common/sentences/look.h"

#define SECTION_SIGN	0xA7u

static bool
is_bullet(uint32_t cp)
{
	return cp == '-' || cp == '*' || cp == SECTION_SIGN ||
	    char_is_bullet(cp);
}

/* Does one stand for an item even alone? */
static bool
is_item_bullet(uint32_t cp)
{
	return cp >= 0x80 && cp != SECTION_SIGN && cp != HYPHEN_BULLET;
}

#define MARKER_MIN	3	/* bytes: "1. A", a bullet and a letter */
#define VALUE_MAX	100	/* a number that large takes no more digits */
#define ROMAN_MAX	7	/* letters: xxxviii */

static unsigned
digits(const unsigned char *s, size_t n, size_t *i)
{
	unsigned v = 0;

	for (; *i < n && byte_is(s[*i], CHAR_DIGIT) && v < VALUE_MAX; ++*i)
		v = 10 * v + (s[*i] - '0');
	return v;
}

/* A Roman number of n letters, in either case, or 0. */
static unsigned
roman(const unsigned char *s, size_t n)
{
	static const unsigned char letters[] = "ivxlc";
	static const unsigned values[] = { 1, 5, 10, 50, 100 };
	unsigned sum = 0, last = 0, v;
	const unsigned char *p;

	if (n > ROMAN_MAX)
		return 0;
	while (n-- > 0) {
		p = memchr(letters, ascii_lower(s[n]), sizeof(letters) - 1);
		if (p == NULL)
			return 0;
		v = values[p - letters];
		sum = v < last ? sum - v : sum + v;
		last = v;
	}
	return sum;
}

/* The number or letters of a marker at s[*i]; false if there is none. */
static bool
parse_counter(const unsigned char *s, size_t n, size_t *i,
    struct marker *m)
{
	size_t from = *i, last = from;
	unsigned class;

	if (*i < n && byte_is(s[*i], CHAR_DIGIT)) {
		m->counter = COUNT_DIGITS;
		m->value = digits(s, n, i);
		while (*i + 1 < n && s[*i] == '.' &&
		    byte_is(s[*i + 1], CHAR_DIGIT)) {
			last = ++*i;
			m->value = digits(s, n, i);
			m->counter = COUNT_SECTIONS;
		}
		if (last - from > sizeof(m->prefix))
			return false;
		memcpy(m->prefix, s + from, last - from);
		return m->value > 0;
	}
	for (class = 0; *i < n && *i - from <= ROMAN_MAX &&
	    byte_is(s[*i], CHAR_LETTER); ++*i)
		class |= byte_is(s[*i], CHAR_LETTER);
	if (*i == from || class == CHAR_LETTER)
		return false;
	m->roman = roman(s + from, *i - from);
	m->value = s[from];
	m->counter = class == CHAR_LOWER ? COUNT_LOWER : COUNT_UPPER;
	if (*i - from > 1) {
		m->value = m->roman;
		m->counter = class == CHAR_LOWER ? COUNT_ROMAN_LOWER :
		    COUNT_ROMAN_UPPER;
	}
	return m->value > 0;
}

/* What closes a marker: a stop, a bracket, or, of sections, nothing. */
static bool
parse_tail(const unsigned char *s, size_t n, size_t *i, struct marker *m)
{
	unsigned k;

	if (m->open == '[') {
		m->tail = 2;
		return *i < n && s[(*i)++] == ']';
	}
	for (k = 0; *i < n && k < 2 && (s[*i] == '.' || s[*i] == ')'); k++)
		m->tail += s[(*i)++] == '.' ? 1 : 2;
	if (m->tail == 0 && m->counter == COUNT_DIGITS && *i < n &&
	    s[*i] == ':') {
		++*i;
		m->tail = 4;
	}
	if (m->open == '(')
		return m->tail == 2;
	return m->tail > 0 || m->counter == COUNT_SECTIONS;
}

bool
marker_parse(const unsigned char *s, size_t n, struct marker *m)
{
	size_t i = 0, k;

	memset(m, 0, sizeof(*m));
	if (n < MARKER_MIN)
		return false;
	k = look_at(s, n, &m->bullet);
	if (is_bullet(m->bullet)) {
		i = k;
		i += i < n && byte_is(s[i], CHAR_SPACE) != 0;
	} else {
		m->bullet = 0;
	}
	k = i;
	if (i < n && (s[i] == '(' || s[i] == '['))
		m->open = s[i++];
	if (!parse_counter(s, n, &i, m) || !parse_tail(s, n, &i, m)) {
		if (m->bullet == 0 || !is_item_bullet(m->bullet))
			return false;
		m->open = 0;
		m->counter = COUNT_NOTHING;
		m->tail = m->value = 0;
		m->len = k;
		return k < n && !byte_is(s[k], CHAR_SPACE);
	}
	m->len = i;
	if (i + 1 >= n || !byte_is(s[i], CHAR_SPACE) ||
	    byte_is(s[i + 1], CHAR_SPACE))
		return false;
	m->capital = byte_is(s[i + 1], CHAR_UPPER | CHAR_WIDE) != 0;
	return true;
}

bool
marker_is_alike(const struct marker *m, const struct marker *next)
{
	return next->bullet == m->bullet && next->open == m->open &&
	    next->tail == m->tail &&
	    memcmp(next->prefix, m->prefix, sizeof(m->prefix)) == 0;
}

bool
marker_counts_on(const struct marker *m, const struct marker *next)
{
	if (next->counter == m->counter && next->value ==
	    m->value + (m->counter != COUNT_NOTHING))
		return true;
	return m->roman > 0 && next->roman == m->roman + 1 &&
	    m->counter >= COUNT_LOWER &&
	    (m->counter == COUNT_LOWER || m->counter == COUNT_ROMAN_LOWER) ==
	    (next->counter == COUNT_LOWER ||
	    next->counter == COUNT_ROMAN_LOWER);
}

enum item
marker_begins_line(const struct sentence_iterator *it, size_t i)
{
	const unsigned char *s = (const unsigned char *)it->text;
	struct marker m, last;
	bool plain, follows;

	plain = i + 2 < it->len && (s[i] == '-' || s[i] == '*' ||
	    s[i] == '+') && s[i + 1] == ' ';
	follows = it->line + 2 < i;
	if (!marker_parse(s + i, it->len - i, &m)) {
		if (!plain)
			return ITEM_NONE;
		return follows && s[it->line] == s[i] &&
		    s[it->line + 1] == ' ' ? ITEM_SURE : ITEM_PERHAPS;
	}
	if (m.bullet != 0 && is_item_bullet(m.bullet))
		return ITEM_SURE;
	return follows &&
	    marker_parse(s + it->line, it->len - it->line, &last) &&
	    marker_is_alike(&last, &m) && marker_counts_on(&last, &m) ?
	    ITEM_SURE : ITEM_PERHAPS;
}
