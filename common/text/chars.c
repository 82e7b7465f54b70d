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
	[0x3C ... 0x3D] = CHAR_TERMINATOR,		/* !! !? in one */
	[0x47 ... 0x49] = CHAR_TERMINATOR,		/* ?? ?! !? */
	[0x5F] = CHAR_SPACE | CHAR_SPACE_WIDE
};

/*
 * What ends a sentence, beyond General Punctuation: Unicode's
 * Sentence_Terminal, first and last of a run, in order.
 */
static const uint32_t terminators[][2] = {
	{ 0x0589, 0x0589 },		/* Armenian */
	{ 0x061D, 0x061F }, { 0x06D4, 0x06D4 },	/* Arabic */
	{ 0x0700, 0x0702 },		/* Syriac */
	{ 0x07F9, 0x07F9 }, { 0x0837, 0x0837 }, { 0x0839, 0x0839 },
	{ 0x083D, 0x083E },
	{ 0x0964, 0x0965 },		/* danda, double danda */
	{ 0x104A, 0x104B },		/* Myanmar */
	{ 0x1362, 0x1362 }, { 0x1367, 0x1368 },	/* Ethiopic */
	{ 0x166E, 0x166E }, { 0x1735, 0x1736 },
	{ 0x17D4, 0x17D5 },		/* Khmer */
	{ 0x1803, 0x1803 }, { 0x1809, 0x1809 },	/* Mongolian */
	{ 0x1944, 0x1945 }, { 0x1AA8, 0x1AAB }, { 0x1B5A, 0x1B5B },
	{ 0x1B5E, 0x1B5F }, { 0x1B7D, 0x1B7E }, { 0x1C3B, 0x1C3C },
	{ 0x1C7E, 0x1C7F }, { 0x2CF9, 0x2CFB }, { 0x2E2E, 0x2E2E },
	{ 0x2E3C, 0x2E3C }, { 0x2E53, 0x2E54 },
	{ 0x3002, 0x3002 },		/* ideographic full stop */
	{ 0xA4FF, 0xA4FF }, { 0xA60E, 0xA60F }, { 0xA6F3, 0xA6F3 },
	{ 0xA6F7, 0xA6F7 }, { 0xA876, 0xA877 }, { 0xA8CE, 0xA8CF },
	{ 0xA92F, 0xA92F }, { 0xA9C8, 0xA9C9 }, { 0xAA5D, 0xAA5F },
	{ 0xAAF0, 0xAAF1 }, { 0xABEB, 0xABEB }, { 0xFE12, 0xFE12 },
	{ 0xFE15, 0xFE16 }, { 0xFE52, 0xFE52 }, { 0xFE56, 0xFE57 },
	{ 0xFF01, 0xFF01 }, { 0xFF0E, 0xFF0E },	/* full-width ! . ? */
	{ 0xFF1F, 0xFF1F }, { 0xFF61, 0xFF61 },
	{ 0x10A56, 0x10A57 }, { 0x10F55, 0x10F59 }, { 0x10F86, 0x10F89 },
	{ 0x11047, 0x11048 }, { 0x110BE, 0x110C1 }, { 0x11141, 0x11143 },
	{ 0x111C5, 0x111C6 }, { 0x111CD, 0x111CD }, { 0x111DE, 0x111DF },
	{ 0x11238, 0x11239 }, { 0x1123B, 0x1123C }, { 0x112A9, 0x112A9 },
	{ 0x1144B, 0x1144C }, { 0x115C2, 0x115C3 }, { 0x115C9, 0x115D7 },
	{ 0x11641, 0x11642 }, { 0x1173C, 0x1173E }, { 0x11944, 0x11944 },
	{ 0x11946, 0x11946 }, { 0x11A42, 0x11A43 }, { 0x11A9B, 0x11A9C },
	{ 0x11C41, 0x11C42 }, { 0x11EF7, 0x11EF8 }, { 0x11F43, 0x11F44 },
	{ 0x16A6E, 0x16A6F }, { 0x16AF5, 0x16AF5 }, { 0x16B37, 0x16B38 },
	{ 0x16B44, 0x16B44 }, { 0x16E98, 0x16E98 }, { 0x1BC9F, 0x1BC9F },
	{ 0x1DA88, 0x1DA88 }
};

static bool
is_terminator(uint32_t cp)
{
	size_t low = 0, high = sizeof(terminators) / sizeof(*terminators), i;

	/* Where there are many letters and few marks. */
	if (cp < 0x0700)
		return cp == 0x0589 || (cp >= 0x061D && cp <= 0x061F) ||
		    cp == 0x06D4;
	if (cp > 0x083E && cp < 0x104A)
		return cp == 0x0964 || cp == 0x0965;
	if ((cp > 0x3002 && cp < 0xA4FF) || (cp > 0xABEB && cp < 0xFE12))
		return false;
	while (low < high) {
		i = (low + high) / 2;
		if (cp > terminators[i][1])
			low = i + 1;
		else if (cp < terminators[i][0])
			high = i;
		else
			return true;
	}
	return false;
}

uint32_t
char_bits_wide(uint32_t cp)
{
	if (cp >= 0x80 && cp < 0xC0)
		return latin[cp - 0x80];
	if (cp >= 0x2000 && cp < 0x2070)
		return punctuation[cp - 0x2000];
	switch (cp) {
	case 0x1680:
		return CHAR_SPACE;
	case 0x3000:
		return NO_BREAK;
	case 0x300A: case 0x300C: case 0x300E:
		return CHAR_CORNER | CHAR_LEFT;
	case 0x300B: case 0x300D: case 0x300F:
		return CHAR_CORNER | CHAR_RIGHT;
	case 0xFEFF:
		return CHAR_SPACE_WIDE;
	case 0x3010: case 0xFF08:
		return CHAR_OPEN;
	case 0x3011: case 0xFF09:
		return CHAR_CLOSE;
	}
	if (cp >= 0x20A0 && cp <= 0x20C0)
		return CHAR_CURRENCY;
	return is_terminator(cp) ? CHAR_TERMINATOR : 0;
}

uint32_t
char_lower_far(uint32_t cp)
{
	return (uint32_t)utf8proc_tolower((int32_t)cp);
}

/* The last code point of the scripts whose accents come off. */
#define BASE_LAST	0x052F
#define BASE_MORE	0x1E00		/* Latin and Greek once more */
#define BASE_MORE_LAST	0x1FFF
#define BASE_PARTS	4		/* of a letter, at most */

uint32_t
char_base(uint32_t cp)
{
	/* a stroke through a letter is no part of its own to Unicode */
	static const struct {
		uint16_t	 letter, base;
	} strokes[] = {
		{ 0x00D8, 'O' }, { 0x00F8, 'o' }, { 0x0110, 'D' },
		{ 0x0111, 'd' }, { 0x0126, 'H' }, { 0x0127, 'h' },
		{ 0x0131, 'i' }, { 0x0141, 'L' }, { 0x0142, 'l' }
	};
	utf8proc_int32_t parts[BASE_PARTS];
	int last = 0;
	size_t i;

	if (cp < 0x00C0 || cp > BASE_MORE_LAST ||
	    (cp > BASE_LAST && cp < BASE_MORE))
		return cp;
	for (i = 0; i < sizeof(strokes) / sizeof(strokes[0]); i++)
		if (strokes[i].letter == cp)
			return strokes[i].base;
	return utf8proc_decompose_char((int32_t)cp, parts, BASE_PARTS,
	    UTF8PROC_DECOMPOSE, &last) > 0 ? (uint32_t)parts[0] : cp;
}

bool
char_is_unspaced(uint32_t cp)
{
	return (cp >= 0x3005 && cp <= 0x3007) ||
	    (cp >= 0x3041 && cp < 0x3130) ||
	    (cp >= 0x31F0 && cp < 0x3200) || (cp >= 0x3400 && cp < 0xA000) ||
	    (cp >= 0xF900 && cp < 0xFB00) || (cp >= 0x20000 && cp < 0x32000);
}

bool
char_joins_emoji(uint32_t cp)
{
	return cp == 0x200D || cp == 0x20E3 || (cp >= 0xFE00 && cp <= 0xFE0F) ||
	    (cp >= 0x1F3FB && cp <= 0x1F3FF) ||
	    (cp >= 0xE0020 && cp <= 0xE007F);
}

bool
char_is_invisible(uint32_t cp)
{
	return cp == 0xAD || (cp >= 0x200B && cp <= 0x200F) ||
	    (cp >= 0x202A && cp <= 0x202E) || (cp >= 0x2060 && cp <= 0x206F) ||
	    cp == 0xFEFF;
}

bool
char_is_bullet(uint32_t cp)
{
	static const uint16_t bullets[] = { 0x2022, 0x2023, 0x2043, 0x2219,
	    0x25A0, 0x25A1, 0x25AA, 0x25AB, 0x25B6, 0x25B8, 0x25BA, 0x25C6,
	    0x25C7, 0x25CB, 0x25CF, 0x25E6, 0x2713, 0x2714, 0x2726, 0x2756,
	    0x2794, 0x27A2, 0x27A4 };
	size_t i;

	if (cp < 0x2022 || cp > 0x27A4)
		return false;
	for (i = 0; i < sizeof(bullets) / sizeof(*bullets); i++)
		if (bullets[i] == cp)
			return true;
	return false;
}

bool
char_is_note(uint32_t cp)
{
	return cp == 0xA7 || cp == 0xB2 || cp == 0xB3 || cp == 0xB6 ||
	    cp == 0xB9 || cp == 0x2020 || cp == 0x2021 || cp == 0x2070 ||
	    (cp >= 0x2074 && cp <= 0x2079);
}

uint32_t
char_partner(uint32_t cp)
{
	static const uint16_t pairs[][2] = {
		{ '(', ')' }, { '[', ']' }, { '{', '}' },
		{ 0x300A, 0x300B }, { 0x300C, 0x300D }, { 0x300E, 0x300F },
		{ 0x3010, 0x3011 }, { 0xFF08, 0xFF09 }
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
	case 0x3002: case 0xFE12: case 0xFE15: case 0xFE16: case 0xFE52:
	case 0xFE56: case 0xFE57: case 0xFF01: case 0xFF0E: case 0xFF1F:
	case 0xFF61:
		return CHAR_UNSPACED_STOP;
	}
	return char_is(cp, CHAR_TERMINATOR) ? CHAR_QUESTION :
	    CHAR_NO_TERMINATOR;
}
