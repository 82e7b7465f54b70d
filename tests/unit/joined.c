/* Lines: where they end, which are empty, their breaks as spaces. */
#include "common/text/text.h"
#include "tests/unit/check.h"

static void
check_joined(const char *text, enum joining how, const char *want)
{
	struct buffer b = {0};

	joined_add(&b, text, strlen(text), how);
	CHECK_TEXT(b.data, b.len, want);
	buffer_free(&b);
}

static void
check_in_place(const char *text, const char *want)
{
	char buf[64];
	size_t n = strlen(text);

	memcpy(buf, text, n);
	joined_in_place(buf, n);
	CHECK_TEXT(buf, n, want);
}

int
main(void)
{
	CHECK_NUMBER(line_length("ab\ncd", 5), 3);
	CHECK_NUMBER(line_length("ab", 2), 2);
	CHECK_NUMBER(line_length(NULL, 0), 0);
	CHECK(line_is_empty(" \t\r\n", 4) && line_is_empty("", 0));
	CHECK(!line_is_empty(" .\n", 3) && !line_is_empty("\v", 1));

	check_joined("one  two", JOIN_LF, "one  two");
	check_joined("one \r\n two\n\n\tthree", JOIN_LF, "one two three");
	check_joined("one\rtwo \r", JOIN_LF, "one\rtwo \r");
	check_joined("one\rtwo \r", JOIN_LF_OR_CR, "one two ");
	check_joined("\n", JOIN_LF_OR_CR, " ");
	check_joined("", JOIN_LF_OR_CR, "");
	check_joined("one \r\n two\n\nthree\n", JOIN_TIGHTLY,
	    "one   two  three ");
	check_joined("a\r\r\nb", JOIN_TIGHTLY, "a\r b");

	check_in_place("one\ntwo\n", "one two\n");
	check_in_place("one\n\ntwo\nthree", "one\n\ntwo three");
	check_in_place("one\n \t\n\ntwo", "one\n \t\n\ntwo");
	check_in_place("one\n  two", "one   two");
	return check_end();
}
