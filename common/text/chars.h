/*
 * chars.h -- what a character is: the one table of it
 *
 * What the programs know of characters is here, as bits, and nowhere else:
 *
 *	byte_is(c, CHAR_SPACE | CHAR_DIGIT)	of a byte: any of these?
 *	char_is(cp, CHAR_DASH)			of a code point
 *
 * Bytes that are not ASCII are CHAR_WIDE and nothing else: where it matters
 * which character they are part of, utf8_decode() it.  UTF8_INVALID is nothing
 * at all.  Letters and digits that are not ASCII have no bits either; they are
 * asked for by their category in Unicode: char_letter(), char_class().
 *
 * A bit says what a character is, not what a program does with it.  Where two
 * programs draw a line at different places there are two bits, side by side,
 * and each says whose it is.
 */
#ifndef COMMON_TEXT_CHARS_H
#define COMMON_TEXT_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"

/* White space as Unicode has it; in ASCII, space and tab to CR. */
#define CHAR_SPACE	0x00000001u
#define CHAR_NEWLINE	0x00000002u	/* LF and CR */

/* Letters and digits, ASCII only. */
#define CHAR_LOWER	0x00000004u
#define CHAR_DIGIT	0x00000008u
#define CHAR_UPPER	0x00000020u	/* the bit that makes it lower case */
#define CHAR_LETTER	(CHAR_LOWER | CHAR_UPPER)
#define CHAR_WIDE	0x02000000u	/* a byte that is not ASCII */

/* Brackets: ( [ { and the full-width round ones. */
#define CHAR_OPEN	0x00000010u
#define CHAR_CLOSE	0x00000040u
#define CHAR_BRACKET	(CHAR_OPEN | CHAR_CLOSE)

/*
 * Quotation marks.  Each is double or single, and, but for the straight ones,
 * made for the left or the right of what it encloses.  Which side it does stand
 * on is for marks.h to find: German turns guillemets round, and closes with the
 * mark that English opens with.
 */
#define CHAR_DOUBLE	0x00000080u	/* " and the like, also guillemets */
#define CHAR_SINGLE	0x00000100u	/* ' ` and the like, also guillemets */
#define CHAR_QUOTE	(CHAR_DOUBLE | CHAR_SINGLE)
#define CHAR_STRAIGHT	0x00000200u	/* " and ': of neither side */
#define CHAR_LEFT	0x00004000u
#define CHAR_RIGHT	0x00008000u
#define CHAR_LOW	0x00000400u	/* on the line: U+201A, U+201E */
#define CHAR_REVERSED	0x00000800u	/* U+201B, U+201F */
#define CHAR_GUILLEMET	0x00001000u
/* The corner brackets of Chinese and Japanese; no CHAR_QUOTE so far. */
#define CHAR_CORNER	0x00002000u
#define CHAR_APOSTROPHE	0x00010000u	/* ' and U+2019 */

#define CHAR_HYPHEN	0x00020000u	/* - and U+2010 to U+2012 */
#define CHAR_DASH	0x00040000u	/* U+2013 to U+2015: en, em, bar */
/* Between two words it makes them parts of one: - and / (ASCII only). */
#define CHAR_JOINT	0x01000000u

#define CHAR_PAUSE	0x00080000u	/* , ; : */
#define CHAR_END	0x00100000u	/* . ! ? and the ellipsis */
/* What ends a sentence in any script: CHAR_END and more; char_terminator(). */
#define CHAR_TERMINATOR	0x00200000u
/* . , ! ?: American printers set them before the mark that closes. */
#define CHAR_INSIDE	0x00400000u
/* ASCII marks that stand at either side of a word and are no part of it. */
#define CHAR_BESIDE	0x00800000u

#define CHAR_CURRENCY	0x04000000u

/*
 * What is taken for space and is not, or not quite, CHAR_SPACE:
 * beside a quotation mark (marks.h) all that is no larger than a space, and of
 * the wide ones U+00A0, U+2000 to U+200B, U+202F and U+3000;
 */
#define CHAR_SPACE_MARK	0x08000000u
/*
 * between the words of a sentence (sentences.h), wide ones only: the same, and
 * U+205F and U+FEFF.
 */
#define CHAR_SPACE_WIDE	0x10000000u
/* Between tokens (tokens.h): what char_class() calls so. */

/*
 * The class of a character, one for each, as tokens.h has it: by Unicode's
 * categories, but that a control character, U+0085 and what only directs how
 * text is set are space, while NUL, an underscore, an invalid byte, a soft
 * hyphen and a joiner are letters.
 */
enum char_class {
	CHAR_CLASS_LETTER,	/* without a capital, a digit not ASCII, ... */
	CHAR_CLASS_UPPER,
	CHAR_CLASS_DIGIT,	/* ASCII */
	CHAR_CLASS_SPACE,
	CHAR_CLASS_MARK,	/* punctuation */
	CHAR_CLASS_SYMBOL
};

#define CHAR_CLASS_SHIFT 29	/* where the table has it, above the bits */

extern const uint32_t	char_table[256];	/* by byte */

/*
 * What Unicode says of all characters, made of its data by mkchars.c: the kind
 * of each, CHAR_ROW of them in a row, and which row.  A kind is CHAR_LOWER,
 * CHAR_UPPER or CHAR_DIGIT of any script, with the bits below.
 */
#define CHAR_ROW	128
#define CHAR_POINTS	0x110000u
#define CHAR_ROWS	(CHAR_POINTS / CHAR_ROW)
#define CHAR_LOWERS	0x530u		/* Latin, Greek, Cyrillic */

/* One more than how far the class is above CHAR_CLASS_SPACE; 0: of a word. */
#define CHAR_KIND_CLASS		0x03u
#define CHAR_KIND_CASELESS	0x10u	/* a letter without capitals */
#define CHAR_KIND_COMBINING	0x40u
#define CHAR_KIND_EMOJI		0x80u

extern const uint8_t	char_kinds[];
extern const uint16_t	char_rows[CHAR_ROWS];
extern const uint16_t	char_lowers[CHAR_LOWERS];

static inline unsigned
char_kind(uint32_t cp)
{
	return cp >= CHAR_POINTS ? 0 :
	    char_kinds[char_rows[cp / CHAR_ROW] * CHAR_ROW + cp % CHAR_ROW];
}

uint32_t	char_bits_wide(uint32_t cp);

/* Which of these bits has a byte?  0 if none. */
static inline uint32_t
byte_is(unsigned char c, uint32_t bits)
{
	return char_table[c] & bits;
}

/* The same of a code point. */
static inline uint32_t
char_is(uint32_t cp, uint32_t bits)
{
	if (cp < 0x80)
		return char_table[cp] & bits;
	return (char_kind(cp) & CHAR_LETTER) != 0 ? 0 :
	    char_bits_wide(cp) & bits;
}

/* Has it all of these bits: char_has(cp, CHAR_SINGLE | CHAR_LEFT)? */
static inline bool
char_has(uint32_t cp, uint32_t bits)
{
	return char_is(cp, bits) == bits;
}

static inline enum char_class
char_class(uint32_t cp)
{
	unsigned kind;

	if (cp < 0x80)
		return (enum char_class)(char_table[cp] >> CHAR_CLASS_SHIFT);
	kind = char_kind(cp);
	if ((kind & CHAR_KIND_CLASS) != 0)
		return (enum char_class)(CHAR_CLASS_SPACE - 1 +
		    (kind & CHAR_KIND_CLASS));
	return (kind & CHAR_UPPER) != 0 ? CHAR_CLASS_UPPER : CHAR_CLASS_LETTER;
}

/*
 * CHAR_UPPER, CHAR_LOWER or CHAR_DIGIT of any script, else 0.  A letter without
 * case and a mark that belongs to a letter are CHAR_LOWER: they are no capital.
 */
static inline uint32_t
char_letter(uint32_t cp)
{
	return (cp < 0x80 ? char_table[cp] : char_kind(cp)) &
	    (CHAR_LETTER | CHAR_DIGIT);
}

uint32_t	char_lower_far(uint32_t cp);

/* A letter's lower case, as Unicode has it for the character alone. */
static inline uint32_t
char_lower(uint32_t cp)
{
	return cp < CHAR_LOWERS ? char_lowers[cp] : char_lower_far(cp);
}

/*
 * A letter of Latin, Greek or Cyrillic without what stands over, under or in
 * it, e for é, o for ø; any other character as it is.
 */
uint32_t	char_base(uint32_t cp);

/* Is it a mark that combines with the letter before it, as U+0301? */
static inline bool
char_is_combining(uint32_t cp)
{
	return (char_kind(cp) & CHAR_KIND_COMBINING) != 0;
}

/* Is it a letter of a script that has no capitals, such as Arabic or Thai? */
static inline bool
char_has_no_case(uint32_t cp)
{
	return (char_kind(cp) & CHAR_KIND_CASELESS) != 0;
}

/*
 * The same, and such a letter can stand for a name: of an alphabet, not a sign
 * for a syllable or a word.  These are the scripts of Hebrew to Tibetan.
 */
static inline bool
char_may_be_initial(uint32_t cp)
{
	return cp < 0x1100 && char_has_no_case(cp);
}

/*
 * Is it of a script that writes no spaces between words, and no other marks
 * than those between sentences: Han, Hiragana, Katakana, Bopomofo?
 */
bool	char_is_unspaced(uint32_t cp);

/*
 * Is the byte an ASCII letter, or the first of a character behind U+00BF, most
 * of which are letters?
 */
static inline bool
byte_may_be_letter(unsigned char c)
{
	return byte_is(c, CHAR_LETTER) || c >= 0xC3;
}

/* A pictograph, with the half of a flag: a run of them is what emoji are. */
static inline bool
char_is_emoji(uint32_t cp)
{
	return (char_kind(cp) & CHAR_KIND_EMOJI) != 0;
}

/* What joins and colours them: joiners, selectors, tones of skin. */
bool	char_joins_emoji(uint32_t cp);
/* A character without width: of direction, joining, order. */
bool	char_is_invisible(uint32_t cp);
/* What stands before an item of a list; of ASCII none does only that. */
bool	char_is_bullet(uint32_t cp);
/* A mark that leads to a note: a raised digit, a dagger and the like. */
bool	char_is_note(uint32_t cp);

/* ( for ), [ for ] and so on, also the wide ones and corners; else 0. */
uint32_t	char_partner(uint32_t cp);

/* What kind of terminator a CHAR_TERMINATOR is. */
enum char_terminator {
	CHAR_NO_TERMINATOR,
	CHAR_FULL_STOP,
	CHAR_ELLIPSIS,
	CHAR_EXCLAMATION,	/* also the double one */
	CHAR_QUESTION,		/* and all others that a space follows */
	CHAR_UNSPACED_STOP	/* of a script without spaces */
};

enum char_terminator	char_terminator(uint32_t cp);

/* An ASCII letter in lower case; any other byte as it is. */
static inline unsigned char
ascii_lower(unsigned char c)
{
	return (unsigned char)(c | byte_is(c, CHAR_UPPER));
}

/*
 * n bytes with ASCII letters in lower case into buf; returns n, or 0 if there
 * are more than cap.  token_fold() knows all of Unicode's letters.
 */
static inline size_t
ascii_fold(const char *s, size_t n, char *buf, size_t cap)
{
	size_t i;

	if (n > cap)
		return 0;
	for (i = 0; i < n; i++)
		buf[i] = (char)ascii_lower((unsigned char)s[i]);
	return n;
}

/* Behind the ASCII white space at s + i, not beyond n. */
static inline size_t
space_skip(const char *s, size_t i, size_t n)
{
	while (i < n && byte_is((unsigned char)s[i], CHAR_SPACE))
		i++;
	return i;
}

/* Where the ASCII white space that ends at s + i begins, not before low. */
static inline size_t
space_before(const char *s, size_t low, size_t i)
{
	while (i > low && byte_is((unsigned char)s[i - 1], CHAR_SPACE))
		i--;
	return i;
}

/*
 * Where a piece of at most n bytes of a longer text ends: before the last ASCII
 * white space of its second half, or else before a character.
 */
static inline size_t
piece_end(const char *s, size_t n)
{
	size_t i;

	for (i = n; i > n / 2; i--)
		if (byte_is((unsigned char)s[i], CHAR_SPACE))
			return i;
	for (i = n; i > 0 && i > n - 4 && (s[i] & 0xC0) == 0x80; i--)
		continue;
	return i;
}

#endif
