/* Words, numbers and marks: where they are cut, and what is said of them. */
#include "common/text/text.h"
#include "tests/unit/check.h"

/* The tokens of a text with a bar between, a blank where none was. */
static void
check_cut(const char *text, const char *want)
{
	struct span all = { 0, strlen(text) };
	struct tokens t = {0};
	struct buffer b = {0};
	size_t i;

	tokens_scan(&t, text, all);
	for (i = 0; i < t.n; i++) {
		if (i > 0)
			buffer_add(&b, t.v[i].flags & TOKEN_GLUED ? "|" : " ",
			    1);
		buffer_add(&b, text + t.v[i].start,
		    t.v[i].end - t.v[i].start);
	}
	CHECK_TEXT(b.data, b.len, want);
	buffer_free(&b);
	tokens_free(&t);
}

/* The kind and the flags of a text's first token. */
static void
check_first(const char *text, enum token_kind kind, unsigned flags)
{
	struct span all = { 0, strlen(text) };
	struct tokens t = {0};

	tokens_scan(&t, text, all);
	if (CHECK(t.n > 0)) {
		CHECK_NUMBER(t.v[0].kind, kind);
		if (t.v[0].flags != flags)
			printf("\tthat is of \"%s\":\n", text);
		CHECK_NUMBER(t.v[0].flags, flags);
	}
	tokens_free(&t);
}

static void
check_words(void)
{
	check_cut("John Kerry's aides don't.", "John Kerry|'s aides do|n't|.");
	check_cut("the U.S.-led force", "the U.S.|-|led force");
	check_cut("AT&T and R&b", "AT&T and R|&|b");
	check_cut("It ended.The end", "It ended|.|The end");
	check_cut("x.com, e.g. this", "x.com|, e.g. this");
	check_cut("Mr. Roe met J. Doe.", "Mr. Roe met J. Doe|.");
	check_cut("SEN. ROE said so", "SEN. ROE said so");
	check_cut("the inc. went on", "the inc. went on");
	check_cut("Kerry 's plan", "Kerry 's plan");
	check_cut("O\xE2\x80\x99Neill\xE2\x80\x99s",
	    "O\xE2\x80\x99Neill|\xE2\x80\x99s");
	check_cut("(D-Ohio)", "(|D|-|Ohio|)");
	check_cut("so... well -- yes", "so|... well -- yes");
	check_cut("((a))", "(|(|a|)|)");
	check_cut("", "");
	check_cut(" \t\n", "");
}

static void
check_numbers(void)
{
	check_cut("1,000 and 1,00,000 and 1,2,3", "1,000 and 1,00,000 and "
	    "1|,|2|,|3");
	check_cut("10:30 on 3/4, 3.5%", "10:30 on 3/4|, 3.5|%");
	check_cut("20th, 1990s", "20th|, 1990s");
	check_cut("at 3.Then", "at 3|.|Then");
	check_cut("$5m", "$|5m");
}

static void
check_addresses(void)
{
	check_cut("write to a.b@c-d.org.", "write to a.b@c-d.org|.");
	check_cut("see http://x.org/a?b=c).", "see http://x.org/a?b=c|)|.");
	check_cut("@ann #tag @ b", "@ann #tag @ b");
	check_cut("www.x.org<br>", "www.x.org|<|br|>");
	check_first("http://x", TOKEN_ADDRESS, 0);
}

static void
check_flags(void)
{
	check_first("McCain", TOKEN_WORD, TOKEN_CAPITAL | TOKEN_MIXED |
	    TOKEN_PLAIN);
	check_first("NATO", TOKEN_WORD, TOKEN_CAPITAL | TOKEN_UPPER |
	    TOKEN_PLAIN);
	check_first("said", TOKEN_WORD, TOKEN_LOWER | TOKEN_PLAIN);
	check_first("U.S.", TOKEN_WORD, TOKEN_CAPITAL | TOKEN_UPPER |
	    TOKEN_ACRONYM | TOKEN_STOP);
	check_first("3.5", TOKEN_NUMBER, TOKEN_DIGIT | TOKEN_ALLDIGIT);
	check_first("20th", TOKEN_NUMBER, TOKEN_DIGIT | TOKEN_LOWER |
	    TOKEN_PLAIN);
	check_first("\xC3\x89ire", TOKEN_WORD, TOKEN_CAPITAL | TOKEN_WIDE);
	check_first("\n\"", TOKEN_MARK, TOKEN_QUOTE | TOKEN_NEWLINE);
	check_first("''", TOKEN_MARK, TOKEN_QUOTE);
	check_first("`", TOKEN_MARK, TOKEN_APOSTROPHE);
	check_first("\xE2\x80\x9C", TOKEN_MARK, TOKEN_QUOTE | TOKEN_WIDE);
	check_first("\xE2\x80\xB9", TOKEN_MARK, TOKEN_WIDE);
	check_first("\xE2\x80\x94", TOKEN_MARK, TOKEN_HYPHEN | TOKEN_WIDE);
	check_first("?!", TOKEN_MARK, TOKEN_TERMINAL);
	check_first("\xE2\x82\xAC", TOKEN_SYMBOL, TOKEN_WIDE);
}

/* However a word is read, its hashes are those of its bytes. */
static void
check_hashes(void)
{
	static const char text[] = "said McCain N.Y.-based \xC3\x89T\xC3\x89 x";
	struct span all = { 0, sizeof(text) - 1 };
	struct tokens t = {0};
	char fold[32];
	size_t i, n;

	tokens_scan(&t, text, all);
	CHECK_NUMBER(t.n, 7);
	for (i = 0; i < t.n; i++) {
		n = t.v[i].end - t.v[i].start;
		CHECK_NUMBER(t.v[i].hash, token_hash(text + t.v[i].start, n));
		n = token_fold(text + t.v[i].start, n, fold, sizeof(fold));
		CHECK_NUMBER(t.v[i].folded, token_hash(fold, n));
	}
	tokens_free(&t);
	CHECK_NUMBER(token_fold("ABC", 3, fold, 5), 0);
	CHECK_NUMBER(token_fold("ABC", 3, fold, 6), 3);
	CHECK_TEXT(fold, 3, "abc");
	n = token_fold("\xCE\xA3\xFF", 3, fold, sizeof(fold));
	CHECK_TEXT(fold, n, "\xCF\x83\xFF");
}

static void
check_looking_up(void)
{
	static const char text[] = "a (b [c] d) e";
	struct span all = { 0, sizeof(text) - 1 };
	struct tokens t = {0};

	tokens_scan(&t, text, all);	/* a ( b [ c ] d ) e */
	CHECK_NUMBER(t.n, 9);
	CHECK_NUMBER(tokens_closing(text, t.v, 1, 9, SIZE_MAX), 7);
	CHECK_NUMBER(tokens_closing(text, t.v, 1, 9, 6), 7);
	CHECK_NUMBER(tokens_closing(text, t.v, 1, 9, 5), 9);
	CHECK_NUMBER(tokens_closing(text, t.v, 1, 7, SIZE_MAX), 7);
	CHECK_NUMBER(tokens_closing(text, t.v, 3, 9, SIZE_MAX), 5);
	CHECK_NUMBER(tokens_closing(text, t.v, 0, 9, SIZE_MAX), 9);
	CHECK_NUMBER(tokens_at(t.v, t.n, 0, 0), 0);
	CHECK_NUMBER(tokens_at(t.v, t.n, 0, 1), 1);
	CHECK_NUMBER(tokens_at(t.v, t.n, 0, 3), 2);
	CHECK_NUMBER(tokens_at(t.v, t.n, 4, 0), 4);
	CHECK_NUMBER(tokens_at(t.v, t.n, 0, sizeof(text) - 1), 9);
	tokens_free(&t);
}

int
main(void)
{
	check_words();
	check_numbers();
	check_addresses();
	check_flags();
	check_hashes();
	check_looking_up();
	return check_end();
}
