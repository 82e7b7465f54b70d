/*
 * utf8.h -- UTF-8 whatever the locale (RFC 3629)
 *
 * Invalid bytes are data: each byte that is part of no valid sequence counts
 * as one character and is passed on as it is.  Offsets are bytes unless a
 * name says code points.
 */
#ifndef COMMON_BASE_UTF8_H
#define COMMON_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

#define UTF8_INVALID	0xFFFFFFFFu	/* what an invalid byte decodes to */

/*
 * Decode the character at s, of which n > 0 bytes are there: *cp is its code
 * point or UTF8_INVALID; returns its length in bytes, 1 to 4.
 */
static inline size_t utf8_decode(const char *s, size_t n, uint32_t *cp);
/* The same where the first byte is not ASCII. */
size_t	utf8_decode_wide(const char *s, size_t n, uint32_t *cp);

static inline size_t
utf8_decode(const char *s, size_t n, uint32_t *cp)
{
	if ((unsigned char)s[0] >= 0x80)
		return utf8_decode_wide(s, n, cp);
	*cp = (unsigned char)s[0];
	return 1;
}

/* The length in bytes of the character that ends before s + at (at > 0). */
size_t	utf8_before(const char *s, size_t at, uint32_t *cp);
/*
 * Write cp at s (4 bytes of room); returns the length, 0 where cp is beyond
 * U+10FFFF, as UTF8_INVALID is.
 */
size_t	utf8_write(uint32_t cp, char *s);
/* Code points in n bytes. */
size_t	utf8_count(const char *s, size_t n);

/*
 * Byte offsets to code points, for offsets asked in any order: the cursor walks
 * from the last one asked, forward or back.
 */
struct utf8_cursor {
	const char	*text;
	size_t		 len;
	size_t		 byte;		/* where the cursor stands */
	size_t		 point;
};

void	utf8_cursor_init(struct utf8_cursor *, const char *, size_t);
size_t	utf8_cursor_point(struct utf8_cursor *, size_t byte);

#endif
