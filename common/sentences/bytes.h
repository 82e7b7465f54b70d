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

/* What an ASCII byte is; of others it says IS_JOINT alone. */
#define IS_SPACE	0x01
#define IS_LOWER	0x02
#define IS_BRACKET	0x04
#define IS_DIGIT	0x08
#define IS_MARK		0x10	/* stands at either side of words */
#define IS_UPPER	0x20	/* the bit that makes it lower case */
#define IS_JOINT	0x40	/* may stand between two words */

extern const uint8_t	byte_kinds[256];

static inline unsigned
byte_is(unsigned char c, unsigned what)
{
	return byte_kinds[c] & what;
}

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
