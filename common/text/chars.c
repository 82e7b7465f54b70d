/*
 * chars.c -- the table of characters: see chars.h
 */
#include "common/text/chars.h"

#include <utf8proc.h>

/* The classes, where the table has them. */
#define LETTER	((uint32_t)CHAR_CLASS_LETTER << CHAR_CLASS_SHIFT)
#define UPPER	((uint32_t)CHAR_CLASS_UPPER << CHAR_CLASS_SHIFT)
#define DIGIT	((uint32_t)CHAR_CLASS_DIGIT << CHAR_CLASS_SHIFT)
#define SPACE	((uint32_t)CHAR_CLASS_SPACE << CHAR_CLASS_SHIFT)
#define MARK	((uint32_t)CHAR_CLASS_MARK << CHAR_CLASS_SHIFT)
#define SYMBOL	((uint32_t)CHAR_CLASS_SYMBOL << CHAR_CLASS_SHIFT)

#define CONTROL	(SPACE | CHAR_SPACE_MARK)
#define BLANK	(SPACE | CHAR_SPACE_MARK | CHAR_SPACE)
#define BREAK	(BLANK | CHAR_NEWLINE)
#define BESIDE	(MARK | CHAR_BESIDE)
#define STOP	(BESIDE | CHAR_END | CHAR_TERMINATOR | CHAR_INSIDE)

const uint32_t char_table[256] = {
	[0x00] = LETTER | CHAR_SPACE_MARK,
	[0x01 ... 0x08] = CONTROL,
	['\t'] = BLANK, ['\n'] = BREAK, ['\v'] = BLANK, ['\f'] = BLANK,
	['\r'] = BREAK,
	[0x0E ... 0x1F] = CONTROL,
	[' '] = BLANK,
	['!'] = STOP,
	['"'] = BESIDE | CHAR_DOUBLE | CHAR_STRAIGHT,
	['#'] = SYMBOL | CHAR_BESIDE,
	['$'] = SYMBOL | CHAR_CURRENCY,
	['%'] = SYMBOL,
	['&'] = MARK,
	['\''] = BESIDE | CHAR_SINGLE | CHAR_STRAIGHT | CHAR_APOSTROPHE,
	['('] = BESIDE | CHAR_OPEN, [')'] = BESIDE | CHAR_CLOSE,
	['*'] = BESIDE,
	['+'] = SYMBOL,
	[','] = BESIDE | CHAR_PAUSE | CHAR_INSIDE,
	['-'] = BESIDE | CHAR_HYPHEN | CHAR_JOINT,
	['.'] = STOP,
	['/'] = MARK | CHAR_JOINT,
	['0' ... '9'] = DIGIT | CHAR_DIGIT,
	[':'] = BESIDE | CHAR_PAUSE, [';'] = BESIDE | CHAR_PAUSE,
	['<'] = SYMBOL | CHAR_BESIDE,
	['='] = SYMBOL,
	['>'] = SYMBOL | CHAR_BESIDE,
	['?'] = STOP,
	['@'] = SYMBOL,
	['A' ... 'Z'] = UPPER | CHAR_UPPER,
	['['] = BESIDE | CHAR_OPEN, ['\\'] = MARK, [']'] = BESIDE | CHAR_CLOSE,
	['^'] = SYMBOL,
	['_'] = LETTER | CHAR_BESIDE,
	['`'] = BESIDE | CHAR_SINGLE | CHAR_LEFT,
	['a' ... 'z'] = LETTER | CHAR_LOWER,
	['{'] = BESIDE | CHAR_OPEN, ['|'] = SYMBOL, ['}'] = BESIDE | CHAR_CLOSE,
	['~'] = SYMBOL,
	[0x7F] = SPACE,
	[0x80 ... 0xFF] = CHAR_WIDE
};

#define NO_BREAK (CHAR_SPACE | CHAR_SPACE_MARK | CHAR_SPACE_WIDE)

/* U+0080 to U+00BF. */
static const uint32_t latin[0x40] = {
	[0x85 - 0x80] = CHAR_SPACE,
	[0xA0 - 0x80] = NO_BREAK,
	[0xA2 - 0x80 ... 0xA5 - 0x80] = CHAR_CURRENCY,
	[0xAB - 0x80] = CHAR_DOUBLE | CHAR_GUILLEMET | CHAR_LEFT,
	[0xBB - 0x80] = CHAR_DOUBLE | CHAR_GUILLEMET | CHAR_RIGHT
};

/* U+2000 to U+206F, General Punctuation. */
static const uint32_t punctuation[0x70] = {
	[0x00 ... 0x0A] = NO_BREAK,
	[0x0B] = CHAR_SPACE_MARK | CHAR_SPACE_WIDE,	/* of no width */
	[0x10 ... 0x12] = CHAR_HYPHEN,
	[0x13 ... 0x15] = CHAR_DASH,
	[0x18] = CHAR_SINGLE | CHAR_LEFT,
	[0x19] = CHAR_SINGLE | CHAR_RIGHT | CHAR_APOSTROPHE,
	[0x1A] = CHAR_SINGLE | CHAR_LEFT | CHAR_LOW,
	[0x1B] = CHAR_SINGLE | CHAR_LEFT | CHAR_REVERSED,
	[0x1C] = CHAR_DOUBLE | CHAR_LEFT,
	[0x1D] = CHAR_DOUBLE | CHAR_RIGHT,
	[0x1E] = CHAR_DOUBLE | CHAR_LEFT | CHAR_LOW,
	[0x1F] = CHAR_DOUBLE | CHAR_LEFT | CHAR_REVERSED,
	[0x26] = CHAR_END | CHAR_TERMINATOR,
	[0x28 ... 0x29] = CHAR_SPACE,			/* line, paragraph */
	[0x2F] = NO_BREAK,
	[0x39] = CHAR_SINGLE | CHAR_GUILLEMET | CHAR_LEFT,
	[0x3A] = CHAR_SINGLE | CHAR_GUILLEMET | CHAR_RIGHT,
	[0x3C] = CHAR_TERMINATOR,			/* !! */
	[0x47 ... 0x49] = CHAR_TERMINATOR,		/* ?? ?! !? */
	[0x5F] = CHAR_SPACE | CHAR_SPACE_WIDE
};

uint32_t
char_bits_wide(uint32_t cp)
{
	if (cp >= 0x80 && cp < 0xC0)
		return latin[cp - 0x80];
	if (cp >= 0x2000 && cp < 0x2070)
		return punctuation[cp - 0x2000];
	switch (cp) {
	case 0x061F: case 0x06D4:	/* Arabic ? and full stop */
	case 0x0964: case 0x0965:	/* danda, double danda */
	case 0x3002:			/* ideographic full stop */
	case 0xFF01: case 0xFF0E:	/* full-width ! . ? */
	case 0xFF1F: case 0xFF61:
		return CHAR_TERMINATOR;
	case 0x1680:
		return CHAR_SPACE;
	case 0x3000:
		return NO_BREAK;
	case 0x300C: case 0x300E:
		return CHAR_CORNER | CHAR_LEFT;
	case 0x300D: case 0x300F:
		return CHAR_CORNER | CHAR_RIGHT;
	case 0xFEFF:
		return CHAR_SPACE_WIDE;
	case 0xFF08:
		return CHAR_OPEN;
	case 0xFF09:
		return CHAR_CLOSE;
	}
	return cp >= 0x20A0 && cp <= 0x20C0 ? CHAR_CURRENCY : 0;
}

enum char_class
char_class_wide(uint32_t cp)
{
	if (cp == UTF8_INVALID)
		return CHAR_CLASS_LETTER;
	switch (utf8proc_category((int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return CHAR_CLASS_UPPER;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return CHAR_CLASS_SPACE;
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
		return CHAR_CLASS_MARK;
	case UTF8PROC_CATEGORY_SM:
	case UTF8PROC_CATEGORY_SC:
	case UTF8PROC_CATEGORY_SK:
	case UTF8PROC_CATEGORY_SO:
		return CHAR_CLASS_SYMBOL;
	default:
		/* byte order mark, zero-width space: nothing to see */
		return cp == 0xFEFF || cp == 0x200B || cp == 0x85 ?
		    CHAR_CLASS_SPACE : CHAR_CLASS_LETTER;
	}
}

uint32_t
char_letter_wide(uint32_t cp)
{
	if (cp == UTF8_INVALID)
		return 0;
	switch (utf8proc_category((int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return CHAR_UPPER;
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
		return CHAR_LOWER;
	case UTF8PROC_CATEGORY_ND:
		return CHAR_DIGIT;
	default:
		return 0;
	}
}

uint32_t
char_partner(uint32_t cp)
{
	static const uint16_t pairs[][2] = {
		{ '(', ')' }, { '[', ']' }, { '{', '}' },
		{ 0x300C, 0x300D }, { 0x300E, 0x300F }, { 0xFF08, 0xFF09 }
	};
	size_t i;

	for (i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
		if (cp == pairs[i][0])
			return pairs[i][1];
		if (cp == pairs[i][1])
			return pairs[i][0];
	}
	return 0;
}

enum char_terminator
char_terminator(uint32_t cp)
{
	switch (cp) {
	case '.':
		return CHAR_FULL_STOP;
	case '!':
	case 0x203C:
		return CHAR_EXCLAMATION;
	case 0x2026:
		return CHAR_ELLIPSIS;
	case 0x3002: case 0xFF01: case 0xFF0E: case 0xFF1F: case 0xFF61:
		return CHAR_UNSPACED_STOP;
	}
	return char_is(cp, CHAR_TERMINATOR) ? CHAR_QUESTION :
	    CHAR_NO_TERMINATOR;
}
