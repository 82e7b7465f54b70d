#include "common/sentences/markup.h"

#include <string.h>

#include "common/text/text.h"

#define TAG_MAX		200	/* bytes of a tag, with its attributes, */
#define NAME_MAX	12	/* and of its name */
#define NOTE_MAX	6	/* bytes of a note between tags */
#define REFERENCE_MAX	10	/* bytes of a reference */

/* Tags that are never closed, and end what stands before. */
static bool
is_void(const unsigned char *name, size_t n)
{
	static const char *const names[] = { "br", "hr", "wbr" };
	char s[NAME_MAX];
	size_t i;

	if (ascii_fold((const char *)name, n, s, sizeof(s)) == 0)
		return false;
	for (i = 0; i < sizeof(names) / sizeof(*names); i++)
		if (strlen(names[i]) == n && memcmp(names[i], s, n) == 0)
			return true;
	return false;
}

size_t
markup_tag(const unsigned char *s, size_t n, enum markup *kind)
{
	size_t i, name, max = n < TAG_MAX ? n : TAG_MAX;

	if (n < 3 || s[0] != '<')
		return 0;
	name = i = 1 + (s[1] == '/');
	while (i < max && byte_is(s[i], CHAR_LETTER | CHAR_DIGIT))
		i++;
	if (i == max || i == name || i - name > NAME_MAX ||
	    !byte_is(s[name], CHAR_LETTER) ||
	    (s[i] != '>' && s[i] != '/' && !byte_is(s[i], CHAR_SPACE)))
		return 0;
	*kind = name == 2 || is_void(s + name, i - name) ? MARKUP_END :
	    MARKUP_START;
	for (; i < max && s[i] != '>'; i++)
		if (s[i] == '<' || s[i] == '\n')
			return 0;
	if (i == max)
		return 0;
	if (s[i - 1] == '/')
		*kind = MARKUP_END;
	return i + 1;
}

size_t
markup_note(const unsigned char *s, size_t n)
{
	size_t i = 0, k, note;
	enum markup tag;

	while (i < n && (k = markup_tag(s + i, n - i, &tag)) > 0 &&
	    tag == MARKUP_START)
		i += k;
	for (note = i; i < n && i - note <= NOTE_MAX && s[i] != '<'; i++)
		if (!byte_is(s[i], CHAR_DIGIT | CHAR_BRACKET | CHAR_PAUSE |
		    CHAR_WIDE) && s[i] != '*' &&
		    (!byte_is(s[i], CHAR_LOWER) ||
		    (i > note && byte_is(s[i - 1], CHAR_LOWER))))
			return 0;
	if (note == 0 || i == note || i >= n)
		return 0;
	note = 0;
	while (i < n && (k = markup_tag(s + i, n - i, &tag)) > 0 &&
	    tag == MARKUP_END)
		note = i += k;
	return note;
}

static const struct {
	char		name[8];
	uint32_t	cp;
} references[] = {
	{ "quot", '"' }, { "apos", '\'' }, { "nbsp", 0xA0 },
	{ "laquo", 0xAB }, { "raquo", 0xBB },
	{ "lsquo", 0x2018 }, { "rsquo", 0x2019 }, { "sbquo", 0x201A },
	{ "ldquo", 0x201C }, { "rdquo", 0x201D }, { "bdquo", 0x201E },
	{ "lsaquo", 0x2039 }, { "rsaquo", 0x203A }
};

static uint32_t
value_of_digit(unsigned char c)
{
	return byte_is(c, CHAR_DIGIT) ? (uint32_t)c - '0' :
	    c >= 'a' && c <= 'f' ? c - 'a' + 10u :
	    c >= 'A' && c <= 'F' ? c - 'A' + 10u : 16;
}

/* The number of n bytes, decimal or behind x, or 0. */
static uint32_t
number(const unsigned char *s, size_t n)
{
	uint32_t base = n > 0 && (s[0] | CHAR_UPPER) == 'x' ? 16 : 10, v = 0;
	size_t i;

	for (i = base == 16; i < n; i++) {
		if (value_of_digit(s[i]) >= base)
			return 0;
		v = v * base + value_of_digit(s[i]);
	}
	return v;
}

size_t
markup_reference(const unsigned char *s, size_t n, uint32_t *cp)
{
	const unsigned char *end;
	size_t i, len;

	if (n < 4 || s[0] != '&' || (end = memchr(s, ';',
	    n < REFERENCE_MAX ? n : REFERENCE_MAX)) == NULL)
		return 0;
	len = (size_t)(end - s) - 1;
	if (s[1] == '#') {
		*cp = number(s + 2, len - 1);
		return char_is(*cp, CHAR_QUOTE | CHAR_SPACE_WIDE) ? len + 2 : 0;
	}
	for (i = 0; i < sizeof(references) / sizeof(*references); i++)
		if (strlen(references[i].name) == len &&
		    memcmp(references[i].name, s + 1, len) == 0) {
			*cp = references[i].cp;
			return len + 2;
		}
	return 0;
}
