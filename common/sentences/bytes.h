/*
 * bytes.h -- what a byte of the text is, by one look into a table
 *
 * Private to sentences.  Boundaries are looked for at memory speed, so that
 * what a character is is asked of its byte first; only what is not ASCII is
 * decoded.
 */
#ifndef COMMON_SENTENCES_BYTES_H
#define COMMON_SENTENCES_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/text/text.h"

/* What a byte is, by the table of chars.h. */
#define IS_SPACE	CHAR_SPACE
#define IS_LOWER	CHAR_LOWER
#define IS_BRACKET	CHAR_BRACKET
#define IS_DIGIT	CHAR_DIGIT
#define IS_MARK		CHAR_BESIDE
#define IS_UPPER	CHAR_UPPER	/* the bit that makes it lower case */
#define IS_JOINT	(CHAR_JOINT | CHAR_WIDE) /* may stand between words */

static inline bool
is_space(char c)
{
	return byte_is((unsigned char)c, IS_SPACE) != 0;
}

/* A mark that may stand at either side of a word, and is no part of it. */
static inline bool
is_mark(unsigned char c)
{
	return byte_is(c, IS_MARK) != 0;
}

enum letter { LETTER_NO, LETTER_LOWER, LETTER_UPPER, LETTER_DIGIT };
/* What the character at s is, of n > 0 bytes. */
enum letter	letter_of(const unsigned char *s, size_t n);

#endif
