/* Parts of speech: hashes of features, on which the model depends; chunks. */
#include "common/base/base.h"
#include "common/syntax/syntax.h"
#include "tests/unit/check.h"

static struct tag_model	model;
static struct tokens	tokens;
static uint8_t		tags[64];

static void
tag(const char *text)
{
	struct span all = { 0, strlen(text) };

	tokens.n = 0;
	tokens_scan(&tokens, text, all);
	if (CHECK(tokens.n <= sizeof(tags)))
		tags_find(&model, text, tokens.v, tokens.n, tags);
}

/* The features of all tokens, with the tags found before them. */
static uint32_t
features_of(const char *text)
{
	uint32_t f[TAGS_FEATURES], sum = 0;
	size_t i, k;

	tag(text);
	for (i = 0; i < tokens.n; i++) {
		tags_features(f, text, tokens.v, tokens.n, i,
		    i > 0 ? tags[i - 1] : TAGS, i > 1 ? tags[i - 2] : TAGS);
		for (k = 0; k < TAGS_FEATURES; k++)
			sum = feature_mix(sum, f[k]);
	}
	return sum;
}

/* Whoever changes these changes what the model was trained on. */
static void
features(void)
{
	static const struct {
		const char	*text;
		uint32_t	 sum;
	} all[] = {
		{ "The council voted 51-49 to close the library.", 0x429d9662 },
		{ "\"We can't,\" Anna Holm said.", 0xb2b30bdc },
		{ "U.S. officials don't know who did it.", 0xe04a656f },
		{ "He WILL resign on Nov. 5, McCain's aide told AT&T.",
		    0x6a8a478f },
		{ "\xC3\x89tienne M\xC3\xBCller parle fran\xC3\xA7" "ais.",
		    0x743ed46a },
		{ "Go!", 0x02846f13 },
		{ "x", 0x2aed8570 },
		{ "$3.5bn (\xE2\x82\xAC" "3bn) in 2019 and 20th-century art",
		    0x3a942f04 },
		{ "Running quickly, the well-known dogs' owner stopped.",
		    0x3bb54a4d },
		{ "It is what it is: http://example.com/ @roe #news \xFF.",
		    0xd5c22109 }
	};
	size_t i;

	for (i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		CHECK_NUMBER(features_of(all[i].text), all[i].sum);
}

static void
known(void)
{
	tag("The officials told him, didn't they?");
	CHECK_NUMBER(tags[0], TAG_DET);
	CHECK_NUMBER(tags[1], TAG_NOUNS);
	CHECK_NUMBER(tags[2], TAG_VERBD);
	CHECK_NUMBER(tags[3], TAG_PRON);
	CHECK_NUMBER(tags[4], TAG_PUNCT);
	/* By the word alone, or not at all. */
	CHECK_NUMBER(tags_certain(&model, &tokens.v[4]), TAG_PUNCT);
	CHECK_NUMBER(tags_certain(&model, &tokens.v[0]), TAG_NONE);
}

/* Without a model all that is not known is a noun. */
static void
no_model(void)
{
	static const struct tag_model none;
	struct span all = { 0, 9 };

	tokens.n = 0;
	tokens_scan(&tokens, "They ran.", all);
	tags_find(&none, "They ran.", tokens.v, tokens.n, tags);
	CHECK_NUMBER(tokens.n, 3);
	CHECK_NUMBER(tags[0], TAG_NOUN);
	CHECK_NUMBER(tags[1], TAG_NOUN);
	CHECK_NUMBER(tags[2], TAG_PUNCT);
}

/* The chunks of a text, each with its head in brackets and a bar behind. */
static void
chunks(const char *text, const char *want)
{
	struct chunks c = { 0 };
	struct buffer b = { 0 };
	size_t i;
	uint32_t k;

	tag(text);
	chunks_find(&c, text, tokens.v, tags, 0, (uint32_t)tokens.n);
	for (i = 0; i < c.n; i++) {
		for (k = c.v[i].first; k < c.v[i].last; k++) {
			const struct token *t = &tokens.v[k];

			if (k > c.v[i].first)
				buffer_add(&b, " ", 1);
			if (k == c.v[i].head)
				buffer_add(&b, "[", 1);
			buffer_add(&b, text + t->start, t->end - t->start);
			if (k == c.v[i].head)
				buffer_add(&b, "]", 1);
		}
		buffer_add(&b, "|", 1);
	}
	CHECK_TEXT(b.data, b.len, want);
	buffer_free(&b);
	chunks_free(&c);
}

static void
phrases(void)
{
	chunks("A senior aide met the traders' union.",
	    "A senior [aide]|the traders ' [union]|");
	chunks("Britain's prime minister saw them.",
	    "Britain 's prime [minister]|[them]|");
	chunks("Jane Roe (R-ME) said she told reporters Monday.",
	    "Jane [Roe] ( R - ME )|[she]|[reporters]|[Monday]|");
	chunks("The NATO-led force lost two of its five tanks.",
	    "The NATO - led [force]|[two]|its five [tanks]|");
	chunks("John \"Jack\" Holm and the man who won.",
	    "John \" Jack \" [Holm]|the [man]|[who]|");
}

int
main(void)
{
	tags_builtin(&model);
	features();
	known();
	no_model();
	phrases();
	tokens_free(&tokens);
	return check_end();
}
