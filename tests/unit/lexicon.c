/* The word lists by their roles, and the table they are looked up in. */
#include "common/lexicon/lexicon.h"
#include "tests/unit/check.h"

static const struct lexicon *l;

static bool
has(enum lexicon_role role, const char *word)
{
	return lexicon_has(l, role, word, strlen(word));
}

static uint64_t
bits(enum lexicon_role role, const char *word)
{
	return lexicon_bits(l, role, word, strlen(word));
}

static unsigned
first(enum lexicon_role role, const char *word)
{
	return lexicon_first(l, role, word, strlen(word));
}

static void
lists(void)
{
	CHECK(has(ROLE_MONTHS, "May"));
	CHECK(has(ROLE_COUNTRIES, "New Zealand"));
	CHECK(has(ROLE_CLITICS, "n't"));
	CHECK_NUMBER(lexicon_lists(l, "the", 3), ROLE_BIT(ROLE_DEFINITE) |
	    ROLE_BIT(ROLE_SENTENCE_OPENERS));
	/* Only as written, whole, and only so many bytes of it. */
	CHECK(!has(ROLE_MONTHS, "may"));
	CHECK(!has(ROLE_MONTHS, "Ma"));
	CHECK(!has(ROLE_MONTHS, "May "));
	CHECK(lexicon_has(l, ROLE_MONTHS, "Mayor", 3));
	CHECK(!has(ROLE_COUNTRIES, "New"));
	CHECK(!has(ROLE_WEEKDAYS, "May"));
}

/* Words that are in no list, the empty one and an endless one among them. */
static void
no_words(void)
{
	static char endless[1 << 20];

	memset(endless, 'a', sizeof(endless));
	CHECK_NUMBER(lexicon_lists(l, "", 0), 0);
	CHECK_NUMBER(lexicon_lists(l, endless, sizeof(endless)), 0);
	CHECK_NUMBER(lexicon_lists(l, "the\0", 4), 0);
	CHECK_NUMBER(lexicon_lists(l, "\xff\xfe", 2), 0);
}

static void
values(void)
{
	CHECK_NUMBER(bits(ROLE_GIVEN_GENDERS, "mary"), GENDER_FEMALE);
	CHECK_NUMBER(bits(ROLE_TITLES, "mr"), GENDER_MALE | TITLE_COURTESY);
	CHECK_NUMBER(bits(ROLE_PRONOUNS, "we"), PRONOUN_I | PRONOUN_WE);
	/* In the list without a value, and in another list only. */
	CHECK(has(ROLE_TITLES, "analyst"));
	CHECK_NUMBER(bits(ROLE_TITLES, "analyst"), 0);
	CHECK_NUMBER(bits(ROLE_TITLES, "mary"), 0);
}

static void
kinds(void)
{
	CHECK_NUMBER(first(ROLE_ABBREVIATIONS, "Mr"), ABBREV_TITLE);
	/* Doctor or drive: the likelier, which is named first. */
	CHECK_NUMBER(first(ROLE_ABBREVIATIONS, "Dr"), ABBREV_TITLE);
	CHECK_NUMBER(bits(ROLE_ABBREVIATIONS, "Dr"),
	    1 << (ABBREV_TITLE - 1) | 1 << (ABBREV_PLACE - 1));
	CHECK_NUMBER(first(ROLE_ABBREVIATIONS, "Mary"), ABBREV_NONE);
}

static void
texts(void)
{
	struct lexicon_found found;
	const char *text = lexicon_text(l, ROLE_CUE_VERBS, "told", 4);

	CHECK(text != NULL && strcmp(text, "tell") == 0);
	/* No text is an empty one; no word has none at all. */
	text = lexicon_text(l, ROLE_PRONOUNS, "we", 2);
	CHECK(text != NULL && *text == '\0');
	CHECK(lexicon_text(l, ROLE_PRONOUNS, "us all", 6) == NULL);
	CHECK(lexicon_find(l, ROLE_CUE_NOUNS, "statements", 10, &found));
	CHECK_TEXT(found.text, strlen(found.text), "statement");
	CHECK_NUMBER(found.bits, 0);
	CHECK(!lexicon_find(l, ROLE_CUE_NOUNS, "told", 4, &found));
}

struct count {
	enum lexicon_role role;
	unsigned	  all, right;
};

/* What is listed is found, with the same values. */
static void
look_up(const char *word, size_t len, const struct lexicon_found *listed,
    void *arg)
{
	struct count *c = arg;
	struct lexicon_found found;

	c->all++;
	c->right += lexicon_find(l, c->role, word, len, &found) &&
	    found.bits == listed->bits && found.first == listed->first &&
	    found.text == listed->text;
}

/* A list that English has no use for. */
static bool
is_foreign(enum lexicon_role role)
{
	return role == ROLE_ABBREVIATION_ENDINGS || role == ROLE_NUMBERED ||
	    role == ROLE_QUESTION_MARKS;
}

static void
each(void)
{
	struct count c;

	for (c.role = 0; c.role < LEXICON_ROLE_COUNT; c.role++) {
		c.all = c.right = 0;
		lexicon_each(l, c.role, look_up, &c);
		CHECK((c.all > 0) != is_foreign(c.role));
		CHECK_NUMBER(c.right, c.all);
		if (c.role == ROLE_MONTHS)
			CHECK_NUMBER(c.all, 12);
	}
}

static void
languages(void)
{
	const struct language *en = language_default();
	size_t i;

	CHECK(language_at(0) == en);
	CHECK(strcmp(en->code, "en") == 0);
	CHECK(en->lexicon == lexicon_default());
	CHECK(en->sentences_end > en->sentences);
	CHECK(language_find("EN") == en);
	CHECK(language_find("english") == en);
	CHECK(language_find("engl") == NULL);
	CHECK(language_find("") == NULL);
	for (i = 0; language_at(i) != NULL; i++)
		CHECK(language_find(language_at(i)->code) == language_at(i));
	CHECK(language_at(i + 1) == NULL);
}

int
main(void)
{
	l = lexicon_default();
	lists();
	no_words();
	values();
	kinds();
	texts();
	each();
	languages();
	return check_end();
}
