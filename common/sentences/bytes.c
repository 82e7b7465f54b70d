#include "common/sentences/bytes.h"

#include <utf8proc.h>

#include "common/text/text.h"

#define S	IS_SPACE
#define L	IS_LOWER
#define U	IS_UPPER
#define D	IS_DIGIT
#define M	IS_MARK
#define B	(IS_MARK | IS_BRACKET)
#define J	(IS_MARK | IS_JOINT)
#define O	IS_JOINT

const uint8_t byte_kinds[256] = {
	0, 0, 0, 0, 0, 0, 0, 0, 0, S, S, S, S, S, 0, 0,
	0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
	S, M, M, M, 0, 0, 0, M, B, B, M, 0, M, J, M, O,
	D, D, D, D, D, D, D, D, D, D, M, M, M, 0, M, M,
	0, U, U, U, U, U, U, U, U, U, U, U, U, U, U, U,
	U, U, U, U, U, U, U, U, U, U, U, B, 0, B, 0, M,
	M, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L,
	L, L, L, L, L, L, L, L, L, L, L, B, 0, B, 0, 0,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
	O, O, O, O, O, O, O, O, O, O, O, O, O, O, O, O,
};

#undef S
#undef L
#undef U
#undef D
#undef M
#undef B
#undef J
#undef O

enum letter
letter_of(const unsigned char *s, size_t n)
{
	uint32_t cp;

	switch (byte_is(*s, IS_LOWER | IS_UPPER | IS_DIGIT)) {
	case IS_LOWER: return LETTER_LOWER;
	case IS_UPPER: return LETTER_UPPER;
	case IS_DIGIT: return LETTER_DIGIT;
	}
	if (*s < 0x80)
		return LETTER_NO;
	utf8_decode((const char *)s, n, &cp);
	if (cp == UTF8_INVALID)
		return LETTER_NO;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return LETTER_UPPER;
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
		return LETTER_LOWER;
	case UTF8PROC_CATEGORY_ND:
		return LETTER_DIGIT;
	default:
		return LETTER_NO;
	}
}
