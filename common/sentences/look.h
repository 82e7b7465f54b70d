/*
 * look.h -- the character at a place, or before it
 *
 * Private to sentences, which looks at text byte by byte and asks for
 * characters only where a byte is not ASCII.  What a character is is told by
 * common/text/chars.h; here is what sentences make of it.
 */
#ifndef COMMON_SENTENCES_LOOK_H
#define COMMON_SENTENCES_LOOK_H

#include "common/text/text.h"

/*
 * The first bytes of characters that may be marks: of U+0080 to U+00BF, and of
 * U+2000 to U+2FFF, where curly marks, dashes and the ellipsis are.
 */
#define LEAD_LATIN		0xC2
#define LEAD_PUNCTUATION	0xE2

/* U+3000 to U+303F, U+FF00 to U+FFEF: marks of Chinese and Japanese. */
#define LEAD_CJK		0xE3
#define LEAD_FULL_WIDTH		0xEF

/* The marks of titles in Chinese. */
#define TITLE_OPENS		0x300Au
#define TITLE_CLOSES		0x300Bu

#define INVERTED_EXCLAMATION	0xA1u
#define INVERTED_QUESTION	0xBFu
#define EN_DASH			0x2013u
#define EM_DASH			0x2014u
#define BULLET			0x2022u
#define HYPHEN_BULLET		0x2043u

/* The character at s, of n > 0 bytes: its length. */
static inline size_t
look_at(const unsigned char *s, size_t n, uint32_t *cp)
{
	return utf8_decode((const char *)s, n, cp);
}

/* The character that ends before s[i], i > low, and begins at low or later. */
static inline size_t
look_before(const unsigned char *s, size_t low, size_t i, uint32_t *cp)
{
	if (s[i - 1] < 0x80) {
		*cp = s[i - 1];
		return 1;
	}
	return utf8_before((const char *)s + low, i - low, cp);
}

/* May a space or dash that is not ASCII begin with the byte? */
static inline bool
look_may_part(unsigned char c)
{
	return c == LEAD_LATIN || c == LEAD_PUNCTUATION || c == LEAD_CJK ||
	    c == LEAD_FULL_WIDTH;
}

/*
 * A space at s that is not ASCII, such as the no-break space: its length, or 0.
 * It parts words, but belongs to the text and is never left out.
 */
static inline size_t
look_wide_space(const unsigned char *s, size_t n)
{
	uint32_t cp;
	size_t k;

	if (!look_may_part(s[0]))
		return 0;
	k = look_at(s, n, &cp);
	return char_is(cp, CHAR_SPACE_WIDE) ? k : 0;
}

/*
 * Before the ASCII white space that ends at s + end, not before low and at most
 * so many bytes of it; CR LF is one, as LF is.
 */
static inline size_t
look_space_before(const unsigned char *s, size_t low, size_t end, size_t most)
{
	for (; most > 0 && end > low && byte_is(s[end - 1], CHAR_SPACE);
	    most--) {
		end--;
		if (s[end] == '\n' && end > low && s[end - 1] == '\r')
			end--;
	}
	return end;
}

/* Behind that which begins at s + i, not beyond n. */
static inline size_t
look_space_behind(const unsigned char *s, size_t i, size_t n, size_t most)
{
	for (; most > 0 && i < n && byte_is(s[i], CHAR_SPACE); most--) {
		if (s[i] == '\r' && i + 1 < n && s[i + 1] == '\n')
			i++;
		i++;
	}
	return i;
}

/* A horizontal bar is none. */
static inline bool
look_is_dash(uint32_t cp)
{
	return cp == EN_DASH || cp == EM_DASH;
}

/*
 * Is it a curly mark of this kind, CHAR_SINGLE or CHAR_DOUBLE with CHAR_LEFT or
 * CHAR_RIGHT?  Low marks are not counted, nor those turned round.
 */
static inline bool
look_is_curly(uint32_t cp, uint32_t kind)
{
	return cp >= 0x80 && char_has(cp, kind) && !char_is(cp, CHAR_LOW |
	    CHAR_REVERSED | CHAR_GUILLEMET | CHAR_CORNER);
}

/* The same, or the low double mark that opens in German. */
static inline bool
look_opens_double(uint32_t cp)
{
	return look_is_curly(cp, CHAR_DOUBLE | CHAR_LEFT) ||
	    char_has(cp, CHAR_DOUBLE | CHAR_LOW);
}

#endif
