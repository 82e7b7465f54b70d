/*
 * The features that the model of names is made of, for ten sentences of a
 * document: what they are is part of the model, and must never change.  The
 * words and lists they ask are the test's own, so that another model changes
 * nothing.
 */
#include <stdlib.h>

#include "common/base/base.h"
#include "common/entities/features.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "common/text/text.h"
#include "tests/unit/check.h"

static const struct {
	const char	*text;
	unsigned	 items;		/* candidates it has */
	uint32_t	 hash;		/* of all their features, in order */
} sentences[] = {
	{ "President Ann Roe of Kenya met the African Union (AU) on Monday.",
	    11, 0xa632c4d0 },
	{ "The Restoration and Repair Act of 2003 passed 45-40.",
	    5, 0xb079e841 },
	{ "Mr. Roe, 61, flew al-Masri to New York for $5 million.",
	    8, 0xb192ad26 },
	{ "ROE WINS VOTE IN KENYA, SAYS UNION", 8, 0xb60e3a28 },
	{ "\"We go,\" said Roe, whose AU team plays Kenya.", 9, 0xf61cc545 },
	{ "McGregor's iPhone 12 cost \xE2\x82\xAC" "900 in \xC3\x85rhus.",
	    6, 0x5db5e10e },
	{ "Jean-Claude van der Berg sings in the Bank of England choir.",
	    12, 0x87ccb3ac },
	{ "nothing to see here, not a name at all", 10, 0x57027db6 },
	{ "St. John's 2006 Winter Games and 172nd Airlift Wing",
	    10, 0x8970f93b },
	{ "Roe met Roe and Kenya: Union members of the African Union left.",
	    12, 0xe56445b5 },
};

#define SENTENCES	(sizeof(sentences) / sizeof(sentences[0]))

/* A model's tables: some words, each with class, topic and usual case. */
static void
make_tables(struct model *m)
{
	static const char *const words[] = {
		"president", "kenya", "Kenya", "union", "the", "The", "of",
		"roe", "met", "vote", "says", "wins", "bank", "Bank", "repair",
		"england"
	};
	static uint16_t wider[TOPICS][TOPIC_LEVELS];
	struct gazetteer_builder *g = gazetteer_builder_new();
	struct model_section s[3];
	uint32_t hashes[16], values[16];
	const char *error;
	void *bytes;
	size_t i, len;

	for (i = 0; i < 16; i++) {
		hashes[i] = token_hash(words[i], strlen(words[i]));
		values[i] = WORD_VALUE(100 + i, 30 + i, i % 8, 0);
		wider[30 + i][0] = (uint16_t)(7 + i / 2);
		wider[30 + i][1] = (uint16_t)(5 + i / 4);
		wider[30 + i][2] = (uint16_t)(3 + i / 8);
	}
	gazetteer_builder_add(g, "African Union", 13, 10);
	gazetteer_builder_add(g, "African Union", 13, 12);
	gazetteer_builder_add(g, "Kenya", 5, 2);
	gazetteer_builder_add(g, "New York", 8, 3);
	gazetteer_builder_add(g, "New York Times", 14, 13);
	gazetteer_builder_add(g, "Ann", 3, 0);
	s[0].name = "words";
	s[0].data = word_table_section(hashes, values, 16, &s[0].len);
	s[1].name = "topics";
	s[1].data = topics_section(wider, &s[1].len);
	s[2].name = "gazetteer";
	s[2].data = gazetteer_builder_section(g, &s[2].len);
	gazetteer_builder_free(g);
	bytes = model_layout(s, 3, &len);
	for (i = 0; i < 3; i++)
		free((void *)s[i].data);
	CHECK(bytes != NULL && model_open(m, bytes, len, &error));
}

/* The labels that a run is remembered with: a person, then what is outside. */
static void
label(uint8_t *labels, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		labels[i] = i % 3 == 2 ? CHAIN_OUT : i % 3 == 0 && i + 1 < n ?
		    CHAIN_BEGIN(ENTITY_PERSON) : i % 3 == 0 ?
		    CHAIN_UNIT(ENTITY_PERSON) : CHAIN_LAST(ENTITY_PERSON);
}

static void
features_of(struct entity_features *f, size_t number)
{
	static struct tokens tokens;
	static struct numbers found;
	const char *text = sentences[number].text;
	uint32_t out[ENTITY_FEATURES_MAX], hash = 2166136261u;
	uint8_t labels[CHAIN_RUN];
	size_t first, end, i, k, n, items = 0;

	tokens.n = 0;
	tokens_scan(&tokens, text, (struct span){ 0, strlen(text) });
	found.caseless = sentence_in_capitals(tokens.v, tokens.n) ||
	    sentence_in_small(tokens.v, tokens.n);
	numbers_find(&found, text, tokens.v, tokens.n);
	entity_features_sentence(f, text, tokens.v, tokens.n, &found);
	for (first = 0; (first = name_candidates_run(&f->c, first, &end)) <
	    tokens.n; first = end) {
		for (i = first; i < end; i++, items++) {
			n = entity_features_item(f, first, end, i, out);
			CHECK(n <= ENTITY_FEATURES_MAX);
			for (k = 0; k < n; k++)
				hash = (hash ^ chain_hash(out[k])) *
				    16777619u;
		}
		label(labels, end - first);
		entity_features_remember(f, first, end, labels);
	}
	if (items != sentences[number].items || hash != sentences[number].hash)
		printf("%s\n", text);
	CHECK_NUMBER(items, sentences[number].items);
	CHECK_NUMBER(hash, sentences[number].hash);
}

int
main(void)
{
	static struct entity_features f;
	struct entities_tables tables;
	struct model m;
	size_t i;

	make_tables(&m);
	CHECK(entities_tables_open(&tables, &m));
	entity_features_init(&f, &tables);
	entity_features_forget(&f);
	for (i = 0; i < SENTENCES; i++)
		features_of(&f, i);
	entity_features_free(&f);
	free((void *)m.bytes);
	return check_end();
}
