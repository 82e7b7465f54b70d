/*
 * Where sentences end: the parts of a candidate, the looks of words, and the
 * hashes of features, on which the model depends.
 */
#include "common/sentences/candidates.h"
#include "common/sentences/features.h"
#include "common/sentences/look.h"
#include "common/sentences/rules.h"
#include "common/sentences/scan.h"
#include "common/sentences/splitter.h"
#include "tests/unit/check.h"

static struct splitter	*splitter;

static void
start(struct sentence_iterator *it, const char *text)
{
	sentences_start(it, splitter, text, strlen(text));
}

/* The features of a text's candidates that no rule decides, as one number. */
static uint32_t
features_of(const char *text, unsigned *candidates)
{
	struct sentence_iterator it;
	struct boundary b;
	struct context c;
	struct features f;
	uint32_t sum = 0, i;

	*candidates = 0;
	start(&it, text);
	while (candidates_begin(&it)) {
		while (candidates_next(&it, &b) == STEP_CANDIDATE) {
			if (rules_apply(&it, &b, &c) != DECIDE_MODEL)
				continue;
			boundary_features(&f, &c, &it, &b);
			++*candidates;
			sum = feature_mix(sum, f.n);
			for (i = 0; i < f.n; i++)
				sum = feature_mix(sum, f.hash[i]);
		}
	}
	return sum;
}

/* Whoever changes these changes what the models were trained on. */
static void
features(void)
{
	static const struct {
		const char	*text;
		unsigned	 candidates;
		uint32_t	 sum;
	} all[] = {
		{ "He lives in the U.S. Senator Cole does not. We met J. P. "
		    "Roe at 5 p.m. Monday came.", 3, 0xfb41c4ae },
		{ "Shares of Acme Corp. Acme said they rose. It met Dr. Roe "
		    "of Kessel Inc. (a bank) and of Vane Ltd. In May it fell.",
		    2, 0x557442b2 },
		{ "\"Why now?\" Anna Holm asked. \"No!\" he shouted. \"Is "
		    "it?\" Cole muttered something. \"Stop.\" The man left.",
		    5, 0xab474190 },
		{ "\xE2\x80\x9CWhy?\xE2\x80\x9D Anna said. He \xE2\x80\x98knew."
		    "\xE2\x80\x99 Nobody did \xE2\x80\x94 ever\xE2\x80\xA6 But "
		    "they came.", 2, 0x1396a40d },
		{ "He won 6-2. 5. She lost in 1990s. The 12th. of May. No. 5 "
		    "was 3.5 in. 40 were less.", 5, 0x2ffa5635 },
		{ "well ok! so what? i went there... then home. etc. and so on",
		    4, 0x3edc1aca },
		{ "It ended.The end. See www.example.com. Visit us.Today it "
		    "rained (He left. She stayed.) and stopped. [1] Then not.",
		    4, 0xd4dbff09 },
		{ "Gov. Holm (D-Mass.). He spoke (again.) \"It is Sen. "
		    "Cole's.\" (He sang.) The vote of Sept. 5. Nobody came.",
		    3, 0xda3c3d88 },
		{ "M\xC3\xBCller kam z.B. \xC3\x9C""ber 40 Stra\xC3\x9F""en. "
		    "\xC3\x89tienne left. \xC2\xABOui.\xC2\xBB Il dit. "
		    "\xC2\xBFQu\xC3\xA9? No.", 4, 0x84ebe391 },
		{ "WASHINGTON. REP. COLE WON . . . The vote, 51-49, was close "
		    ". \" He said so . '' They left -RRB- . Ok.\xC2\xA0" "And.",
		    6, 0x69eadd5e }
	};
	unsigned candidates;
	uint32_t sum;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		sum = features_of(all[i].text, &candidates);
		CHECK_NUMBER(candidates, all[i].candidates);
		CHECK_NUMBER(sum, all[i].sum);
	}
}

/* The whole candidate that begins at the first terminator of a text. */
static struct boundary
candidate(const char *text)
{
	struct sentence_iterator it;
	struct boundary b = { 0 };

	start(&it, text);
	CHECK(candidates_begin(&it));
	CHECK_NUMBER(candidates_next(&it, &b), STEP_CANDIDATE);
	return b;
}

static void
boundaries(void)
{
	struct boundary b;

	b = candidate("One. Two");
	CHECK_NUMBER(b.term, 3);
	CHECK_NUMBER(b.end, 4);
	CHECK_NUMBER(b.next, 5);
	CHECK_NUMBER(b.kind, TERM_STOP);
	CHECK_NUMBER(b.closer, CLOSE_NONE);
	b = candidate("One?!\xE2\x80\x9D) [12] Two");
	CHECK_NUMBER(b.kind, TERM_EXCLAMATION);
	CHECK_NUMBER(b.closer, CLOSE_CURLY);
	CHECK_NUMBER(b.close, 5);
	CHECK_NUMBER(b.end, 14);
	b = candidate("One . . . Two");
	CHECK_NUMBER(b.kind, TERM_ELLIPSIS);
	CHECK_NUMBER(b.end, 9);
	/* A space that is not ASCII stays with the sentence. */
	b = candidate("One.\xC2\xA0 Two");
	CHECK_NUMBER(b.end, 4);
	CHECK_NUMBER(b.trail, 6);
	CHECK_NUMBER(b.next, 7);
	b = candidate("\xE4\xB8\x80\xE3\x80\x82\xE4\xBA\x8C");
	CHECK_NUMBER(b.kind, TERM_OTHER);
	CHECK_NUMBER(b.next, 6);
}

static void
closers(void)
{
	static const struct {
		const char	*s;
		enum closer	 kind;
	} all[] = {
		{ "\"", CLOSE_DOUBLE }, { "'", CLOSE_SINGLE },
		{ "`", CLOSE_SINGLE }, { ")", CLOSE_BRACKET },
		{ "}", CLOSE_BRACKET }, { "[7]", CLOSE_NOTE },
		{ "*", CLOSE_MARKUP }, { "\xC2\xBB", CLOSE_CURLY },
		{ "\xE2\x80\x99", CLOSE_CURLY_SINGLE },
		{ "\xE2\x80\x9D", CLOSE_CURLY },
		{ "\xE3\x80\x8D", CLOSE_CURLY },
		{ "\xEF\xBC\x89", CLOSE_BRACKET },
	};
	static const char *const none[] = {
		"a", " ", "(", "[", "[x]", "[12345]", "\xC2\xAB", "\xC3\xA9",
		"\xE2\x80\x9C", "\xE2\x80", "\xFF", ""
	};
	enum closer kind;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		CHECK_NUMBER(boundary_closer((const unsigned char *)all[i].s,
		    strlen(all[i].s), &kind), strlen(all[i].s));
		CHECK_NUMBER(kind, all[i].kind);
	}
	for (i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		CHECK_NUMBER(boundary_closer((const unsigned char *)none[i],
		    strlen(none[i]) + 1, &kind), 0);
}

/* Whatever ends a sentence in some script is looked at. */
static void
likely(void)
{
	char c[4];
	uint32_t cp;
	size_t n;

	for (cp = 0x600; cp < 0x110000; cp++) {
		if (char_terminator(cp) == CHAR_NO_TERMINATOR)
			continue;
		n = utf8_write(cp, c);
		CHECK(scan_is_likely(c, n));
	}
	CHECK(!scan_is_likely("\xD9\x85", 2));
	CHECK(!scan_is_likely("\xE6\x98\xAF", 3));
	CHECK(!scan_is_likely("\xD8", 1));
}

/* Bytes in a block are told as they are one by one. */
static void
without_letters(void)
{
	static const char *const texts[] = {
		"\xD9\x85\xD8\xB1\xD8\x9F \xD9\x85. "
		    "\xDB\x94\xD7\x90 \xD6\x89",
		"\xE0\xA4\x95\xE0\xA5\xA4 \xE0\xA5\x8D"
		    "\xE0\xAF\x8D!\xEF\xBC\x9F",
		"\xE4\xB8\xAD\xE3\x80\x82"
		    "\xE3\x81\x82\xED\x95\x9C?\xE1\x8D\xA2"
	};
	char s[3 * SCAN_BLOCK];
	uint64_t mask;
	size_t i, k, n;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		for (k = 0; k < sizeof(s); k++)
			s[k] = texts[i][k % strlen(texts[i])];
		for (n = 1; n < sizeof(s); n++) {
			mask = scan_block(s, n);
			for (k = 0; k < n && k < SCAN_BLOCK; k++)
				if ((unsigned char)s[k] >= SCAN_LEAD &&
				    !scan_is_likely(s + k, n - k))
					mask &= ~(UINT64_C(1) << k);
			CHECK(scan_without_letters(s, n, scan_block(s, n)) ==
			    mask);
		}
	}
}

static void
shapes(void)
{
	static const struct {
		const char	*word;
		enum shape	 shape;
	} all[] = {
		{ "", SHAPE_NONE }, { "A", SHAPE_INITIAL },
		{ "\xC3\x89", SHAPE_INITIAL }, { "a", SHAPE_LETTER },
		{ "abc", SHAPE_LOWER }, { "Abc", SHAPE_CAPITAL },
		{ "\xC3\x89mile", SHAPE_CAPITAL }, { "ABC", SHAPE_UPPER },
		{ "McA", SHAPE_MIXED }, { "U.S", SHAPE_DOTS_UPPER },
		{ "a.m", SHAPE_DOTS_LOWER }, { "Ph.D", SHAPE_DOTS },
		{ "1,200.5", SHAPE_NUMBER }, { "12th", SHAPE_ORDINAL },
		{ "x1", SHAPE_OTHER }, { "$", SHAPE_OTHER },
		{ "\xFF\xFE", SHAPE_OTHER }
	};
	struct neighbour w;
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
		neighbour_set(&w, (const unsigned char *)all[i].word,
		    strlen(all[i].word));
		if (!CHECK(w.shape == all[i].shape))
			printf("\t\"%s\" is %d\n", all[i].word, w.shape);
	}
	neighbour_set(&w, (const unsigned char *)"O\xE2\x80\x99NEIL", 8);
	CHECK_TEXT(w.fold, w.nfold, "o'neil");
}

/* Of parts joined by a dash the last counts, and marks are no part of it. */
static void
neighbours(void)
{
	static const char s[] = "north\xE2\x80\x93" "east (Cole's\"";
	const unsigned char *u = (const unsigned char *)s;
	struct neighbour w;

	neighbour_until(&w, u, 0, strlen(s));
	CHECK_TEXT((const char *)w.s, w.n, "Cole's");
	CHECK_NUMBER(w.behind, '"');
	neighbour_until(&w, u, 0, 12);
	CHECK_TEXT((const char *)w.s, w.n, "east");
	neighbour_from(&w, u, 0, strlen(s));
	CHECK_TEXT((const char *)w.s, w.n, "north\xE2\x80\x93" "east");
	neighbour_until(&w, u, 3, 3);
	CHECK_NUMBER(w.n, 0);
}

static void
dashes(void)
{
	CHECK(look_is_dash(EM_DASH));
	CHECK(look_is_dash(EN_DASH));
	CHECK(!look_is_dash(0x2015));
	CHECK(look_is_curly(0x201C, CHAR_DOUBLE | CHAR_LEFT));
	CHECK(!look_is_curly(0x201E, CHAR_DOUBLE | CHAR_LEFT));
	CHECK(!look_is_curly('`', CHAR_SINGLE | CHAR_LEFT));
	CHECK(look_opens_double(0x201E));
	CHECK(!look_opens_double(0x201F));
	CHECK(!look_opens_double(0x00AB));
}

/* What was given of the word before the first stop or mark behind it. */
static enum given_kind
found(const struct given *g, const char *text, const char *behind)
{
	size_t place = (size_t)(strstr(text, behind) - text) + strlen(behind);
	struct neighbour w = { 0 };

	neighbour_until(&w, (const unsigned char *)text, 0, place);
	return given_find(g, text, strlen(text), &w, place);
}

/* Words given by the user. */
static void
given(void)
{
	static const char *const good[] = { "Xyz.", "abc", "Wg.  Cdr.", "?Inc.",
	    "- No.", "Yahoo!", "Chips Ahoy!", "Panic! At", "v. Chr." };
	static const char *const bad[] = { "", ".", "-", "? ", "(x)", "a-b",
	    "- a b", "-Yahoo!", "\"", "x. (y.)" };
	struct given *g = given_new();
	size_t i;

	for (i = 0; i < sizeof(good) / sizeof(good[0]); i++)
		CHECK(given_add(g, good[i], strlen(good[i])) == NULL);
	for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		CHECK(given_add(g, bad[i], strlen(bad[i])) != NULL);
	CHECK(found(g, "an Xyz. Of", "Xyz") == GIVEN_ABBREVIATION);
	CHECK(found(g, "AN XYZ. OF", "XYZ") == GIVEN_ABBREVIATION);
	CHECK(found(g, "an xyz. Of", "xyz") == GIVEN_NOTHING);
	CHECK(found(g, "Abc. Of", "Abc") == GIVEN_ABBREVIATION);
	CHECK(found(g, "a Wg. Cdr. Orr", "Wg") == GIVEN_ABBREVIATION);
	CHECK(found(g, "a Wg. Cdr. Orr", "Cdr") == GIVEN_ABBREVIATION);
	CHECK(found(g, "a Wg.\nCdr. Orr", "Wg") == GIVEN_ABBREVIATION);
	CHECK(found(g, "a Wg. Cdrs. Orr", "Wg") == GIVEN_NOTHING);
	CHECK(found(g, "a Cdr. Orr", "Cdr") == GIVEN_NOTHING);
	CHECK(found(g, "Orr Inc. He", "Inc") == GIVEN_MAY_END);
	CHECK(found(g, "No. Five", "No") == GIVEN_WORD);
	CHECK(found(g, "a Yahoo! He", "Yahoo") == GIVEN_NAME);
	CHECK(found(g, "a Yahoo. He", "Yahoo") == GIVEN_NOTHING);
	CHECK(found(g, "Chips Ahoy! He", "Ahoy") == GIVEN_NAME);
	CHECK(found(g, "an Ahoy! He", "Ahoy") == GIVEN_NOTHING);
	CHECK(found(g, "Panic! At the", "Panic") == GIVEN_ABBREVIATION);
	CHECK(found(g, "Panic! Atlas", "Panic") == GIVEN_NOTHING);
	given_free(g);
}

int
main(void)
{
	splitter = splitter_new(NULL);
	features();
	boundaries();
	closers();
	likely();
	without_letters();
	shapes();
	neighbours();
	dashes();
	given();
	splitter_free(splitter);
	return check_end();
}
