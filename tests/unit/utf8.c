/* UTF-8: what is a character, forwards, backwards and counted. */
#include <utf8proc.h>

#include "common/base/base.h"
#include "tests/unit/check.h"

/* A letter, e acute, a dash, a treble clef; then what is none. */
static const char text[] = "a\xC3\xA9\xE2\x80\x94\xF0\x9D\x84\x9E"
    "\x80\xE2\x80\xC0\x80";

static void
check_decoding(void)
{
	static const struct {
		uint32_t cp;
		size_t len;
	} want[] = {
		{ 'a', 1 }, { 0xE9, 2 }, { 0x2014, 3 }, { 0x1D11E, 4 },
		{ UTF8_INVALID, 1 }, { UTF8_INVALID, 1 }, { UTF8_INVALID, 1 },
		{ UTF8_INVALID, 1 }, { UTF8_INVALID, 1 }
	};
	size_t n = sizeof(text) - 1, i, k, len;
	uint32_t cp;

	for (i = k = 0; i < n && k < 9; i += len, k++) {
		len = utf8_decode(text + i, n - i, &cp);
		CHECK_NUMBER(cp, want[k].cp);
		CHECK_NUMBER(len, want[k].len);
	}
	CHECK_NUMBER(k, 9);
	for (; k-- > 0; i -= len) {
		len = utf8_before(text, i, &cp);
		CHECK_NUMBER(cp, want[k].cp);
		CHECK_NUMBER(len, want[k].len);
	}
	CHECK_NUMBER(i, 0);
	CHECK_NUMBER(utf8_count(text, n), 9);
	/* cut short, its bytes are no character */
	CHECK_NUMBER(utf8_decode("\xE2\x80\x94", 2, &cp), 1);
	CHECK_NUMBER(cp, UTF8_INVALID);
	/* surrogates and what is behind the last code point */
	CHECK_NUMBER(utf8_decode("\xED\xA0\x80", 3, &cp), 1);
	CHECK_NUMBER(cp, UTF8_INVALID);
	CHECK_NUMBER(utf8_decode("\xF4\x90\x80\x80", 4, &cp), 1);
	CHECK_NUMBER(cp, UTF8_INVALID);
}

static void
check_encoding(void)
{
	char s[4];
	uint32_t cp, back;
	size_t n;

	for (cp = 0; cp < 0x110000; cp++) {
		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		n = utf8_write(cp, s);
		if (utf8_decode(s, n, &back) != n || back != cp)
			CHECK_NUMBER(cp, -1);
	}
	CHECK_NUMBER(utf8_write(0x2014, s), 3);
	CHECK_TEXT(s, 3, "\xE2\x80\x94");
}

/* Of bytes that are borders in UTF-8, any four: as utf8proc has it. */
static void
check_as_library(void)
{
	static const unsigned char b[] = { 'a', 0x80, 0x8F, 0x90, 0x9F, 0xA0,
	    0xBF, 0xC1, 0xC2, 0xDF, 0xE0, 0xED, 0xEF, 0xF0, 0xF4, 0xF5, 0xFF };
	const unsigned k = sizeof(b), n = k * k * k * k;
	unsigned i, len;
	utf8proc_ssize_t want;
	utf8proc_int32_t c;
	uint32_t cp;
	char s[4];

	for (i = 0; i < n * 4; i++) {
		s[0] = (char)b[i / 4 % k];
		s[1] = (char)b[i / 4 / k % k];
		s[2] = (char)b[i / 4 / k / k % k];
		s[3] = (char)b[i / 4 / k / k / k];
		len = i % 4 + 1;
		want = utf8proc_iterate((unsigned char *)s, len, &c);
		if (utf8_decode(s, len, &cp) != (want > 0 ? (size_t)want : 1) ||
		    cp != (want > 0 ? (uint32_t)c : UTF8_INVALID))
			CHECK_NUMBER(i, -1);
	}
}

/* Asked in any order, the same as counted from the beginning. */
static void
check_cursor(void)
{
	static const size_t order[] = { 0, 10, 3, 15, 1, 6, 6, 99, 0, 12, 11 };
	struct utf8_cursor c;
	size_t n = sizeof(text) - 1, i, at;

	utf8_cursor_init(&c, text, n);
	for (i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		at = order[i] < n ? order[i] : n;
		CHECK_NUMBER(utf8_cursor_point(&c, order[i]),
		    utf8_count(text, at));
	}
	CHECK_NUMBER(utf8_count("0123456789\xC3\xA9", 12), 11);
	CHECK_NUMBER(utf8_count("", 0), 0);
}

int
main(void)
{
	check_decoding();
	check_encoding();
	check_as_library();
	check_cursor();
	return check_end();
}
