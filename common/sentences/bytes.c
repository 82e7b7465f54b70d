#include "common/sentences/bytes.h"

enum letter
letter_of(const unsigned char *s, size_t n)
{
	uint32_t cp;

	utf8_decode((const char *)s, n, &cp);
	switch (char_letter(cp)) {
	case CHAR_LOWER: return LETTER_LOWER;
	case CHAR_UPPER: return LETTER_UPPER;
	case CHAR_DIGIT: return LETTER_DIGIT;
	default: return LETTER_NO;
	}
}
