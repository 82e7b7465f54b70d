/* Quotation marks: which are some, and which two belong together. */
#include "common/text/text.h"
#include "tests/unit/check.h"

/*
 * The pairs of a text, as their words with the depth before and * behind if it
 * is not closed, + if not opened, a comma between them.
 */
static void
check_pairs(const char *text, bool open, const char *want)
{
	struct marks m = {0};
	struct buffer b = {0};
	const struct mark_pair *p;
	char depth;
	size_t i;

	marks_pair(&m, text, strlen(text), open);
	for (i = 0; i < m.n; i++) {
		p = &m.pairs[i];
		depth = (char)('0' + p->depth);
		buffer_add(&b, ",", i > 0);
		buffer_add(&b, &depth, 1);
		buffer_add(&b, text + p->inner.start,
		    p->inner.end - p->inner.start);
		buffer_add(&b, "*", (p->flags & MARK_UNCLOSED) != 0);
		buffer_add(&b, "+", (p->flags & MARK_UNOPENED) != 0);
	}
	CHECK_TEXT(b.data, b.len, want);
	buffer_free(&b);
	marks_free(&m);
}

static void
check_forms(void)
{
	check_pairs("He said \"yes\" and \"no\".", false, "0yes,0no");
	check_pairs("\xE2\x80\x9Cyes\xE2\x80\x9D", false, "0yes");
	check_pairs("``yes''", false, "0yes");
	check_pairs("`yes'", false, "0yes");
	check_pairs("a 'yes' b", false, "0yes");
	check_pairs("\xE2\x80\x98yes\xE2\x80\x99", false, "0yes");
	check_pairs("\xC2\xAByes\xC2\xBB", false, "0yes");
	check_pairs("er sagt: \xC2\xBBja\xC2\xAB, so", false, "0ja");
	check_pairs("er sagt: \xE2\x80\x9Eja\xE2\x80\x9C, so", false, "0ja");
	check_pairs("\xE2\x80\xB9yes\xE2\x80\xBA", false, "0yes");
}

static void
check_nesting(void)
{
	check_pairs("\"so 'he' said\"", false, "0so 'he' said,1he");
	check_pairs("\xE2\x80\x9Cso \xE2\x80\x98he\xE2\x80\x99 said"
	    "\xE2\x80\x9D", false, "0so \xE2\x80\x98he\xE2\x80\x99 said,1he");
	check_pairs("", false, "");
	check_pairs("none", true, "");
}

static void
check_apostrophes(void)
{
	check_pairs("don't, the boys' toys, '90s, 'em", false, "");
	check_pairs("6'2\" tall", false, "");
	check_pairs("'the boys' toys,' he said", false, "0the boys' toys,");
	check_pairs("it's 'so' to'day", false, "0so");
}

static void
check_ends(void)
{
	check_pairs("\"yes, he said", false, "0yes, he said*");
	check_pairs("so it is,\" he said", true, "0so it is,+");
	check_pairs("so it is,\" he said", false, "");
	/* one word in marks is inside; a quotation ends it */
	check_pairs("\"so \"one\"", false, "0so \"one\"*,1one");
	check_pairs("\"so \"one two three four five\"", false,
	    "0so *,0one two three four five");
	/* after a broken sequence the mark is seen as it is elsewhere */
	check_pairs("\xE2\x80\xE2\x80\x9Cyes\xE2\x80\x9D", false, "0yes");
}

static void
check_looks(void)
{
	static const struct {
		const char *text;
		enum mark_look look;
	} v[] = {
		{ "none's", MARK_LOOK_NONE },
		{ " \"Yes", MARK_LOOK_REOPENS },
		{ "he said \"yes", MARK_LOOK_OPENS },
		{ "so it is,\" he", MARK_LOOK_CLOSES },
		{ "\xE2\x80\x9Cso", MARK_LOOK_REOPENS },
		{ "", MARK_LOOK_NONE },
	};
	size_t i;

	for (i = 0; i < sizeof(v) / sizeof(v[0]); i++)
		CHECK_NUMBER(marks_look(v[i].text, strlen(v[i].text)),
		    v[i].look);
}

/* One struct serves text after text, and flags tell which marks they were. */
static void
check_flags(void)
{
	struct marks m = {0};

	marks_pair(&m, "'a' and \"b\"", 11, false);
	CHECK_NUMBER(m.n, 2);
	if (m.n == 2) {
		CHECK_NUMBER(m.pairs[0].flags, MARK_SINGLE | MARK_STRAIGHT |
		    MARK_AT_START);
		CHECK_NUMBER(m.pairs[1].flags, MARK_STRAIGHT);
		CHECK_NUMBER(m.pairs[1].outer.start, 8);
		CHECK_NUMBER(m.pairs[1].outer.end, 11);
		CHECK(m.pairs[1].parent == MARK_NO_PARENT);
	}
	marks_pair(&m, "\xC2\xAByes\xC2\xBB", 7, false);
	CHECK_NUMBER(m.n, 1);
	if (m.n == 1)
		CHECK_NUMBER(m.pairs[0].flags, MARK_GUILLEMET | MARK_AT_START);
	marks_free(&m);
	CHECK(m.pairs == NULL && m.n == 0);
}

int
main(void)
{
	check_forms();
	check_nesting();
	check_apostrophes();
	check_ends();
	check_looks();
	check_flags();
	return check_end();
}
