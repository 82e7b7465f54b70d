/*
 * mkchars -- the table of all characters beyond ASCII: mkchars > OUT.c
 *
 * Writes what chars.h tells of characters that are not ASCII, as Unicode has it
 * (utf8proc), so that a program looks it up in one step: char_kinds[], rows of
 * kinds; char_rows[], which row each CHAR_ROW characters have; char_lowers[],
 * the lower case of the letters up to U+052F.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "common/text/chars.h"

static enum char_class
class_of(uint32_t cp, utf8proc_category_t category)
{
	switch (category) {
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
	case UTF8PROC_CATEGORY_CF:
		/* nothing to see; what is inside a word is part of it */
		return cp == 0xAD || cp == 0x200C || cp == 0x200D ?
		    CHAR_CLASS_LETTER : CHAR_CLASS_SPACE;
	default:
		return cp == 0x85 ? CHAR_CLASS_SPACE : CHAR_CLASS_LETTER;
	}
}

static unsigned
letter_of(utf8proc_category_t category)
{
	switch (category) {
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

static bool
is_emoji(uint32_t cp)
{
	if (cp >= 0x1F1E6 && cp <= 0x1F1FF)
		return true;			/* letters of flags */
	return cp >= 0x2600 && utf8proc_get_property((int32_t)cp)->boundclass ==
	    UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

static uint8_t
kind_of(uint32_t cp)
{
	utf8proc_category_t category = utf8proc_category((int32_t)cp);
	enum char_class class = class_of(cp, category);
	unsigned kind = letter_of(category);

	if (class >= CHAR_CLASS_SPACE)
		kind |= class - CHAR_CLASS_SPACE + 1;
	if (cp >= 0x0590 && (category == UTF8PROC_CATEGORY_LO ||
	    category == UTF8PROC_CATEGORY_MC))
		kind |= CHAR_KIND_CASELESS;
	if (cp >= 0x0300 && category == UTF8PROC_CATEGORY_MN)
		kind |= CHAR_KIND_COMBINING;
	if (is_emoji(cp))
		kind |= CHAR_KIND_EMOJI;
	return (uint8_t)kind;
}

static void
write_numbers(const char *head, const unsigned *v, unsigned n)
{
	unsigned i;

	printf("%s = {", head);
	for (i = 0; i < n; i++)
		printf("%s%u,", i % 16 == 0 ? "\n\t" : " ", v[i]);
	printf("\n};\n\n");
}

/* The rows, each kind of row once. */
static void
write_kinds(void)
{
	static uint8_t rows[CHAR_ROWS][CHAR_ROW];
	static unsigned row_of[CHAR_ROWS], kinds[CHAR_ROWS * CHAR_ROW];
	unsigned n = 0, r, i, k;

	for (r = 0; r < CHAR_ROWS; r++) {
		for (i = 0; i < CHAR_ROW; i++)
			rows[n][i] = kind_of(r * CHAR_ROW + i);
		for (k = 0; memcmp(rows[k], rows[n], sizeof(*rows)) != 0; k++)
			;
		row_of[r] = k;
		n += k == n;
	}
	for (i = 0; i < n * CHAR_ROW; i++)
		kinds[i] = rows[i / CHAR_ROW][i % CHAR_ROW];
	write_numbers("const uint8_t char_kinds[]", kinds, n * CHAR_ROW);
	write_numbers("const uint16_t char_rows[CHAR_ROWS]", row_of, CHAR_ROWS);
}

int
main(void)
{
	static unsigned lowers[CHAR_LOWERS];
	unsigned i;

	printf("#include \"common/text/chars.h\"\n\n");
	write_kinds();
	for (i = 0; i < CHAR_LOWERS; i++)
		lowers[i] = (unsigned)utf8proc_tolower((int32_t)i);
	write_numbers("const uint16_t char_lowers[CHAR_LOWERS]", lowers,
	    CHAR_LOWERS);
	if (fflush(stdout) == EOF || ferror(stdout))
		err(EXIT_FAILURE, "stdout");
	return 0;
}
