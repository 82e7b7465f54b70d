/* What a character is: the table's borders, and what is built on it. */
#include <utf8proc.h>

#include "common/text/text.h"
#include "tests/unit/check.h"

/* How many code points from first to last have one of these bits. */
static unsigned
count(uint32_t first, uint32_t last, uint32_t bits)
{
	unsigned n = 0;

	for (; first <= last; first++)
		n += char_is(first, bits) != 0;
	return n;
}

static void
check_ascii(void)
{
	CHECK_NUMBER(count(0, 127, CHAR_UPPER), 26);
	CHECK_NUMBER(count(0, 127, CHAR_LOWER), 26);
	CHECK_NUMBER(count(0, 127, CHAR_DIGIT), 10);
	CHECK_NUMBER(count(0, 127, CHAR_SPACE), 6);
	CHECK_NUMBER(count(0, 127, CHAR_NEWLINE), 2);
	CHECK_NUMBER(count(0, 127, CHAR_OPEN), 3);
	CHECK_NUMBER(count(0, 127, CHAR_CLOSE), 3);
	CHECK_NUMBER(count(0, 127, CHAR_QUOTE), 3);
	CHECK_NUMBER(count(0, 127, CHAR_INSIDE), 4);
	CHECK_NUMBER(count(0, 127, CHAR_SPACE_MARK), 33);
	CHECK(byte_is('\v', CHAR_SPACE) && !byte_is('\0', CHAR_SPACE));
	CHECK(!byte_is(0x7F, CHAR_SPACE));
	CHECK('a' - 'A' == CHAR_UPPER);
	CHECK(byte_is('_', CHAR_BESIDE) && !byte_is('_', CHAR_LETTER));
	CHECK(!byte_is('/', CHAR_BESIDE) && byte_is('/', CHAR_JOINT));
}

/* Pictographs and what stands beside sentences or items. */
static void
check_signs(void)
{
	CHECK(char_is_emoji(0x1F389) && char_is_emoji(0x2764));
	CHECK(char_is_emoji(0x1F1EE));		/* half of a flag */
	CHECK(!char_is_emoji('#') && !char_is_emoji(0xA9));
	CHECK(!char_is_emoji(0x4E00) && !char_is_emoji(UTF8_INVALID));
	CHECK(char_joins_emoji(0x200D) && char_joins_emoji(0x1F3FD));
	CHECK(char_is_invisible(0x200F) && char_is_invisible(0xFEFF));
	CHECK(!char_is_invisible(0x2010) && !char_is_invisible(' '));
	CHECK(char_is_bullet(0x2022) && char_is_bullet(0x27A4));
	CHECK(!char_is_bullet('-') && !char_is_bullet(0x2013));
	CHECK(char_is_note(0xB9) && char_is_note(0x2020));
	CHECK(!char_is_note('*') && !char_is_note(0x2071));
}

/* A byte of a longer character is that and nothing else. */
static void
check_bytes(void)
{
	unsigned c;

	for (c = 0x80; c <= 0xFF; c++)
		CHECK_NUMBER(byte_is((unsigned char)c, ~0u), CHAR_WIDE);
	CHECK(!byte_may_be_letter(0xC2) && byte_may_be_letter(0xC3));
	CHECK(byte_may_be_letter('z') && !byte_may_be_letter('9'));
}

/* CHAR_SPACE is what Unicode calls so: its separators and six controls. */
static void
check_space(void)
{
	uint32_t cp;
	int g;
	bool space;

	for (cp = 0x80; cp < 0x11000; cp++) {
		g = utf8proc_category((int32_t)cp);
		space = cp == 0x85 || g == UTF8PROC_CATEGORY_ZS ||
		    g == UTF8PROC_CATEGORY_ZL || g == UTF8PROC_CATEGORY_ZP;
		if (space != (char_is(cp, CHAR_SPACE) != 0))
			CHECK_NUMBER(cp, -1);
		if (space && char_class(cp) != CHAR_CLASS_SPACE)
			CHECK_NUMBER(cp, -2);
	}
	CHECK(char_is(0xFEFF, CHAR_SPACE_WIDE) && !char_is(0xFEFF, CHAR_SPACE));
	CHECK(char_is(0x205F, CHAR_SPACE_WIDE));
	CHECK(!char_is(0x205F, CHAR_SPACE_MARK));
	CHECK_NUMBER(count(0x80, 0xFFFF, CHAR_SPACE_MARK), 15);
	CHECK_NUMBER(count(0x80, 0xFFFF, CHAR_SPACE_WIDE), 17);
}

static void
check_marks(void)
{
	CHECK(char_has(0x2018, CHAR_SINGLE | CHAR_LEFT));
	CHECK(char_has(0x2019, CHAR_SINGLE | CHAR_RIGHT | CHAR_APOSTROPHE));
	CHECK(char_has(0x201E, CHAR_DOUBLE | CHAR_LEFT | CHAR_LOW));
	CHECK(char_has(0x201F, CHAR_DOUBLE | CHAR_LEFT | CHAR_REVERSED));
	CHECK(char_has(0xBB, CHAR_DOUBLE | CHAR_RIGHT | CHAR_GUILLEMET));
	CHECK(char_has(0x2039, CHAR_SINGLE | CHAR_LEFT | CHAR_GUILLEMET));
	CHECK(char_has('"', CHAR_DOUBLE | CHAR_STRAIGHT));
	CHECK(!char_is('"', CHAR_LEFT | CHAR_RIGHT));
	/* every quotation mark is double or single, and of one side or none */
	CHECK_NUMBER(count(0, 0xFFFF, CHAR_QUOTE), 3 + 2 + 8 + 2);
	CHECK_NUMBER(count(0, 0xFFFF, CHAR_DOUBLE), 1 + 2 + 4);
	CHECK(!char_is(0x300D, CHAR_QUOTE) && char_is(0x300D, CHAR_CORNER));
	CHECK_NUMBER(count(0, 0xFFFF, CHAR_DASH), 3);
	CHECK_NUMBER(count(0, 0xFFFF, CHAR_HYPHEN), 4);
	CHECK_NUMBER(char_is(UTF8_INVALID, ~0u), 0);
	CHECK(char_is(0x20AC, CHAR_CURRENCY));
	CHECK(!char_is(0x20C1, CHAR_CURRENCY));
}

static void
check_partners(void)
{
	static const uint32_t open[] = {
		'(', '[', '{', 0x300C, 0x300E, 0xFF08
	};
	uint32_t cp;
	size_t i;

	for (i = 0; i < sizeof(open) / sizeof(open[0]); i++)
		CHECK_NUMBER(char_partner(char_partner(open[i])), open[i]);
	CHECK_NUMBER(char_partner('['), ']');
	CHECK_NUMBER(char_partner(0xFF09), 0xFF08);
	CHECK_NUMBER(char_partner('"'), 0);
	for (cp = 0; cp < 0x10000; cp++)
		if (char_is(cp, CHAR_BRACKET | CHAR_CORNER) &&
		    char_partner(cp) == 0)
			CHECK_NUMBER(cp, -1);
}

static void
check_terminators(void)
{
	uint32_t cp;

	CHECK_NUMBER(char_terminator('.'), CHAR_FULL_STOP);
	CHECK_NUMBER(char_terminator(0x2026), CHAR_ELLIPSIS);
	CHECK_NUMBER(char_terminator(0x203C), CHAR_EXCLAMATION);
	CHECK_NUMBER(char_terminator(0x061F), CHAR_QUESTION);
	CHECK_NUMBER(char_terminator(0x0964), CHAR_QUESTION);
	CHECK_NUMBER(char_terminator(0x3002), CHAR_UNSPACED_STOP);
	for (cp = 0; cp < 0x10000; cp++)
		if ((char_terminator(cp) != CHAR_NO_TERMINATOR) !=
		    (char_is(cp, CHAR_TERMINATOR) != 0))
			CHECK_NUMBER(cp, -1);
	CHECK_NUMBER(count(0, 0xFFFF, CHAR_END), 4);
}

static void
check_classes(void)
{
	CHECK_NUMBER(char_class('\0'), CHAR_CLASS_LETTER);
	CHECK_NUMBER(char_class('_'), CHAR_CLASS_LETTER);
	CHECK_NUMBER(char_class(0x7F), CHAR_CLASS_SPACE);
	CHECK_NUMBER(char_class(0x200B), CHAR_CLASS_SPACE);
	CHECK_NUMBER(char_class(UTF8_INVALID), CHAR_CLASS_LETTER);
	CHECK_NUMBER(char_class(0xC9), CHAR_CLASS_UPPER);	/* E acute */
	CHECK_NUMBER(char_class(0xE9), CHAR_CLASS_LETTER);
	CHECK_NUMBER(char_class(0x0663), CHAR_CLASS_LETTER);	/* Arabic 3 */
	CHECK_NUMBER(char_class(0x20AC), CHAR_CLASS_SYMBOL);
	CHECK_NUMBER(char_class(0x2014), CHAR_CLASS_MARK);
	CHECK_NUMBER(char_letter(0xC9), CHAR_UPPER);
	CHECK_NUMBER(char_letter(0x05D0), CHAR_LOWER);		/* alef */
	CHECK_NUMBER(char_letter(0x0663), CHAR_DIGIT);
	CHECK_NUMBER(char_letter(0x2014), 0);
	CHECK_NUMBER(char_letter(UTF8_INVALID), 0);
	CHECK_NUMBER(char_letter('7'), CHAR_DIGIT);
}

/* The table of all characters, against where it is from. */
static void
check_kinds(void)
{
	uint32_t cp, letter;
	int g;

	for (cp = 0x80; cp < 0x110000; cp++) {
		g = utf8proc_category((int32_t)cp);
		letter = g == UTF8PROC_CATEGORY_LU ||
		    g == UTF8PROC_CATEGORY_LT ? CHAR_UPPER :
		    g == UTF8PROC_CATEGORY_ND ? CHAR_DIGIT :
		    (g >= UTF8PROC_CATEGORY_LL && g <= UTF8PROC_CATEGORY_LO) ||
		    g == UTF8PROC_CATEGORY_MN ? CHAR_LOWER : 0;
		if (char_letter(cp) != letter ||
		    char_lower(cp) != (uint32_t)utf8proc_tolower((int32_t)cp) ||
		    (char_class(cp) == CHAR_CLASS_UPPER) !=
		    (letter == CHAR_UPPER) ||
		    (letter != 0 && char_class(cp) > CHAR_CLASS_UPPER) ||
		    char_is_combining(cp) != (g == UTF8PROC_CATEGORY_MN) ||
		    char_class(cp) == CHAR_CLASS_DIGIT)
			CHECK_NUMBER(cp, -1);
		/* What is asked of letters alone, no other has. */
		if ((letter & CHAR_LETTER) != 0 && char_bits_wide(cp) != 0)
			CHECK_NUMBER(cp, -2);
	}
	CHECK(char_has_no_case(0x05D0) && char_has_no_case(0x0E01));
	CHECK(!char_has_no_case(0x0416) && !char_has_no_case(0xAA));
}

static void
check_folding(void)
{
	char buf[8];

	CHECK_NUMBER(ascii_fold("AbZ[@\xC3\x89", 7, buf, sizeof(buf)), 7);
	CHECK_TEXT(buf, 7, "abz[@\xC3\x89");
	CHECK_NUMBER(ascii_fold("NineBytes", 9, buf, sizeof(buf)), 0);
	CHECK_NUMBER(space_skip(" \t\r\n.", 0, 5), 4);
	CHECK_NUMBER(space_skip("  ", 1, 2), 2);
	CHECK_NUMBER(space_before("a  ", 0, 3), 1);
	CHECK_NUMBER(space_before("   ", 2, 3), 2);
}

int
main(void)
{
	check_ascii();
	check_signs();
	check_bytes();
	check_space();
	check_marks();
	check_partners();
	check_terminators();
	check_classes();
	check_kinds();
	check_folding();
	return check_end();
}
