#include "common/sentences/behind.h"

#include <string.h>

#include "common/base/base.h"
#include "common/sentences/look.h"

#define NOTE_DIGITS	4
#define NOTE_MAX	40	/* bytes in the brackets of a note of words */
#define PAGE_MAX	10	/* bytes of a page behind a note, [1]:12 */

bool
behind_is_over(const unsigned char *s, size_t n)
{
	uint32_t cp;

	if (n == 0)
		return true;
	if (s[0] < 0x80)
		return byte_is(s[0], CHAR_SPACE | CHAR_PAUSE | CHAR_CLOSE |
		    CHAR_TERMINATOR | CHAR_STRAIGHT | CHAR_HYPHEN);
	look_at(s, n, &cp);
	return char_is(cp, CHAR_SPACE_WIDE | CHAR_TERMINATOR | CHAR_DASH);
}

/* Digits in brackets that close with this mark: the length, or 0. */
static size_t
number_note(const unsigned char *s, size_t n, unsigned char close)
{
	size_t i;

	for (i = 1; i < n && i <= NOTE_DIGITS && byte_is(s[i], CHAR_DIGIT); i++)
		;
	return i > 1 && i < n && s[i] == close ? i + 1 : 0;
}

/* The page behind a note, with its colon: the length, or 0. */
static size_t
page(const unsigned char *s, size_t n)
{
	size_t i;

	if (n < 2 || s[0] != ':' || !byte_is(s[1], CHAR_DIGIT))
		return 0;
	for (i = 1; i < n && i < PAGE_MAX && byte_is(s[i], CHAR_DIGIT |
	    CHAR_HYPHEN | CHAR_WIDE); i++)
		;
	return i;
}

/* Words in square brackets; nothing is glued to them but another note. */
static size_t
word_note(const unsigned char *s, size_t n)
{
	const unsigned char *end;
	size_t len;

	end = memchr(s, ']', n < NOTE_MAX ? n : NOTE_MAX);
	if (end == NULL || end == s + 1)
		return 0;
	len = (size_t)(end - s) + 1;
	if (memchr(s + 1, '[', len - 1) != NULL ||
	    memchr(s + 1, '\n', len - 1) != NULL)
		return 0;
	return behind_is_over(s + len, n - len) || s[len] == '[' ||
	    s[len] == '<' ? len : 0;
}

/* Raised digits, or one sign. */
static size_t
raised_note(const unsigned char *s, size_t n)
{
	uint32_t cp;
	size_t i, k;

	for (i = 0; i < n && s[i] >= LEAD_LATIN; i += k) {
		k = look_at(s + i, n - i, &cp);
		if (!char_is_note(cp))
			break;
	}
	return i;
}

size_t
behind_note(const unsigned char *s, size_t n)
{
	size_t k;

	if (s[0] == '[') {
		if ((k = number_note(s, n, ']')) == 0)
			k = word_note(s, n);
		return k == 0 ? 0 : k + page(s + k, n - k);
	}
	if (s[0] == '(')
		return (k = number_note(s, n, ')')) > 0 &&
		    behind_is_over(s + k, n - k) ? k : 0;
	return s[0] == LEAD_LATIN || s[0] == LEAD_PUNCTUATION ?
	    raised_note(s, n) : 0;
}

size_t
behind_loose_note(const unsigned char *s, size_t n)
{
	size_t k;

	if (n < 4 || s[0] != ' ' || s[1] != '[' ||
	    (k = number_note(s + 1, n - 1, ']')) == 0)
		return 0;
	return 1 + k == n || byte_is(s[1 + k], CHAR_SPACE) || s[1 + k] == '[' ?
	    1 + k : 0;
}

/* A face of ASCII marks, eyes, nose and mouth, or a heart: its length, or 0. */
static size_t
emoticon(const unsigned char *s, size_t n)
{
	size_t i = 1;

	if (n < 2)
		return 0;
	if (s[0] == '<')
		return s[1] == '3' ? 2 : 0;
	if (s[0] == '^')
		return n > 2 && s[1] == '_' && s[2] == '^' ? 3 : 0;
	if (!byte_among(s[0], ":;="))
		return 0;
	i += s[i] == '-' || s[i] == '\'' || s[i] == 'o';
	if (i == n || !byte_among(s[i], ")(DPpOo/\\|*3]"))
		return 0;
	if (s[i] != ')' && s[i] != '(')
		return i + 1;
	while (i < n && i < NOTE_MAX && (s[i] == ')' || s[i] == '('))
		i++;
	return i;
}

/* Pictographs and what joins them, one behind the other: the length, or 0. */
static size_t
pictographs(const unsigned char *s, size_t n, uint32_t bullet)
{
	uint32_t cp;
	size_t i, k;

	for (i = 0; i < n && s[i] >= LEAD_PUNCTUATION; i += k) {
		k = look_at(s + i, n - i, &cp);
		if (cp == bullet || !(char_is_emoji(cp) ||
		    (i > 0 && char_joins_emoji(cp))))
			break;
	}
	return i;
}

/* The first character of the sentence. */
static uint32_t
first_character(const struct sentence_iterator *it)
{
	uint32_t cp;

	utf8_decode(it->text + it->start, it->len - it->start, &cp);
	return cp;
}

size_t
behind_emoji(const struct sentence_iterator *it, size_t i)
{
	const unsigned char *s = (const unsigned char *)it->text + i;
	size_t n = it->len - i, gap, k;

	if (n == 0)
		return 0;
	gap = s[0] == ' ' ? 1 : look_wide_space(s, n);
	if (gap >= n)
		return 0;
	s += gap;
	n -= gap;
	k = s[0] >= LEAD_PUNCTUATION ?
	    pictographs(s, n, first_character(it)) : emoticon(s, n);
	/* One before a word is the next sentence's. */
	if (k == 0 || (k < n && (gap > 0 || s[0] < 0x80) &&
	    !byte_is(s[k], CHAR_SPACE) && look_wide_space(s + k, n - k) == 0))
		return 0;
	return gap + k;
}
