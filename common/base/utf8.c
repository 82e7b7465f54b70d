#include "common/base/utf8.h"

#include <stdbool.h>
#include <string.h>
#include <utf8proc.h>

static bool
is_continuation(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

size_t
utf8_decode_wide(const char *p, size_t n, uint32_t *cp)
{
	const unsigned char *s = (const unsigned char *)p;
	unsigned char c = s[0];
	uint32_t v;

	*cp = UTF8_INVALID;
	if (c < 0xC2 || n < 2 || !is_continuation(s[1]))
		return 1;
	if (c < 0xE0) {
		*cp = (c & 0x1Fu) << 6 | (s[1] & 0x3Fu);
		return 2;
	}
	if (n < 3 || !is_continuation(s[2]))
		return 1;
	v = (c & 0x0Fu) << 12 | (s[1] & 0x3Fu) << 6 | (s[2] & 0x3Fu);
	if (c < 0xF0) {
		if (v < 0x0800 || (v >= 0xD800 && v < 0xE000))
			return 1;
		*cp = v;
		return 3;
	}
	if (n < 4 || !is_continuation(s[3]))
		return 1;
	v = (c & 0x07u) << 18 | (v & 0xFFFu) << 6 | (s[3] & 0x3Fu);
	if (c > 0xF4 || v < 0x10000 || v > 0x10FFFF)
		return 1;
	*cp = v;
	return 4;
}

size_t
utf8_before(const char *s, size_t at, uint32_t *cp)
{
	size_t k, n = at < 4 ? at : 4;

	for (k = 1; k <= n; k++)
		if (!is_continuation((unsigned char)s[at - k])) {
			if (utf8_decode(s + at - k, k, cp) == k)
				return k;
			break;
		}
	*cp = UTF8_INVALID;
	return 1;
}

size_t
utf8_write(uint32_t cp, char *s)
{
	return (size_t)utf8proc_encode_char((utf8proc_int32_t)cp,
	    (utf8proc_uint8_t *)s);
}

size_t
utf8_count(const char *s, size_t n)
{
	size_t i = 0, points = 0;
	uint64_t eight;
	uint32_t cp;

	while (i < n) {
		if (n - i >= 8) {
			memcpy(&eight, s + i, 8);
			if ((eight & UINT64_C(0x8080808080808080)) == 0) {
				i += 8;
				points += 8;
				continue;
			}
		}
		i += utf8_decode(s + i, n - i, &cp);
		points++;
	}
	return points;
}

void
utf8_cursor_init(struct utf8_cursor *c, const char *text, size_t len)
{
	*c = (struct utf8_cursor){ .text = text, .len = len };
}

size_t
utf8_cursor_point(struct utf8_cursor *c, size_t byte)
{
	uint32_t cp;

	if (byte > c->len)
		byte = c->len;
	/* back, one character at a time: the last asked is mostly near */
	while (c->byte > byte) {
		if ((unsigned char)c->text[c->byte - 1] < 0x80)
			c->byte--;
		else
			c->byte -= utf8_before(c->text, c->byte, &cp);
		c->point--;
	}
	while (c->byte < byte) {
		if ((unsigned char)c->text[c->byte] < 0x80)
			c->byte++;
		else
			c->byte += utf8_decode(c->text + c->byte,
			    c->len - c->byte, &cp);
		c->point++;
	}
	return c->point;
}
