/* Which names of a document are the same, and which only look so. */
#include "common/base/base.h"
#include "common/names/names.h"
#include "common/text/text.h"
#include "tests/unit/check.h"

static struct names *names;

static void
note(enum name_kind kind, const char *name)
{
	names_note(names, kind, NULL, name, strlen(name));
}

/* The fullest form of a name is this. */
static bool
is(enum name_kind kind, const char *name, const char *full)
{
	size_t n;
	const char *s = names_fullest(names, kind, NULL, name, strlen(name),
	    &n);

	if (n == strlen(full) && memcmp(s, full, n) == 0)
		return true;
	fprintf(stderr, "%s is %.*s, not %s\n", name, (int)n, s, full);
	return false;
}

static void
spellings(void)
{
	names_reset(names);
	note(NAME_COUNTRY, "HANOI");
	CHECK(is(NAME_COUNTRY, "HANOI", "HANOI"));
	note(NAME_COUNTRY, "Hanoi");
	CHECK(is(NAME_COUNTRY, "HANOI", "Hanoi"));
	note(NAME_PERSON, "Erik Lindström");
	CHECK(is(NAME_PERSON, "Lindstrom", "Erik Lindström"));
	CHECK(is(NAME_PERSON, "Lindstro\xCC\x88m", "Erik Lindström"));
	CHECK(is(NAME_PERSON, "ERIK LINDSTROM", "Erik Lindström"));
	note(NAME_PERSON, "Ann O'Neil");
	CHECK(is(NAME_PERSON, "O’Neil", "Ann O'Neil"));
	note(NAME_PRODUCT, "C++");
	CHECK(is(NAME_PRODUCT, "C", "C"));
	CHECK(is(NAME_OTHER, "  \xFF ?! ", "\xFF ?!"));
	CHECK(is(NAME_NONE, "Hanoi ", "Hanoi"));
	CHECK(is(NAME_PERSON, "", ""));
}

static void
persons(void)
{
	struct name_told judge = { .ntitles = 1, .titles = { 7 } };
	struct name_told miss = { .gender = 'f' };
	size_t n;

	names_reset(names);
	names_at(names, 10);
	names_note(names, NAME_PERSON, &judge, "Martha Dunne", 12);
	CHECK(is(NAME_PERSON, "Dunne", "Martha Dunne"));
	names_at(names, 20);
	note(NAME_PERSON, "Kevin Dunne");
	CHECK(is(NAME_PERSON, "Dunne", "Dunne"));
	CHECK(is(NAME_PERSON, "Kevin", "Kevin Dunne"));
	CHECK(is(NAME_PERSON, "M. Dunne", "Martha Dunne"));
	CHECK(is(NAME_PERSON, "Carol Dunne", "Carol Dunne"));
	CHECK(names_fullest(names, NAME_PERSON, &judge, "Dunne", 5, &n) !=
	    NULL && n == 12);
	CHECK(names_fullest(names, NAME_PERSON, &miss, "Dunne", 5, &n) !=
	    NULL && n == 12);
	/* before Kevin was there only one was */
	names_at(names, 15);
	CHECK(is(NAME_PERSON, "Dunne", "Martha Dunne"));
	note(NAME_PERSON, "Omar al-Masri Jr.");
	CHECK(is(NAME_PERSON, "Masri", "Omar al-Masri Jr."));
	CHECK(is(NAME_PERSON, "el-Masri", "Omar al-Masri Jr."));
	note(NAME_PERSON, "Robert Laing Sr.");
	CHECK(is(NAME_PERSON, "Laing", "Robert Laing Sr."));
	note(NAME_PERSON, "Robert Laing Jr.");
	CHECK(is(NAME_PERSON, "Laing", "Laing"));
}

static void
bodies(void)
{
	names_reset(names);
	note(NAME_BODY, "Goldman Sachs");
	note(NAME_BODY, "Tata Steel");
	note(NAME_BODY, "Boston Celtics");
	note(NAME_PERSON, "Henry Ford");
	note(NAME_COUNTRY, "New York City");
	note(NAME_EVENT, "Hurricane Odalys");
	CHECK(is(NAME_BODY, "Goldman", "Goldman Sachs"));
	CHECK(is(NAME_BODY, "Tata", "Tata Steel"));
	note(NAME_BODY, "Tata Motors");
	CHECK(is(NAME_BODY, "Tata", "Tata"));
	CHECK(is(NAME_BODY, "Celtics", "Boston Celtics"));
	CHECK(is(NAME_BODY, "Ford", "Ford"));
	CHECK(is(NAME_COUNTRY, "New York", "New York"));
	CHECK(is(NAME_EVENT, "Odalys", "Hurricane Odalys"));
	/* what has its name before another body has it in a longer one */
	names_at(names, 1);
	note(NAME_BODY, "Medicare");
	note(NAME_LAW, "Constitution");
	names_at(names, 2);
	note(NAME_BODY, "Minnesota Medicare");
	note(NAME_BODY, "109th Congress");
	note(NAME_LAW, "Article I of the Constitution");
	CHECK(is(NAME_BODY, "Medicare", "Medicare"));
	CHECK(is(NAME_BODY, "Congress", "Congress"));
	CHECK(is(NAME_LAW, "Constitution", "Constitution"));
	note(NAME_BODY, "Kestrel Corp.");
	CHECK(is(NAME_OTHER, "Kestrel", "Kestrel Corp."));
	CHECK(is(NAME_NONE, "Kestrel", "Kestrel"));
	note(NAME_BODY, "Senate Budget Committee");
	CHECK(is(NAME_BODY, "Senate", "Senate"));
	CHECK(is(NAME_BODY, "Budget Committee", "Senate Budget Committee"));
}

static void
spelled(void)
{
	names_reset(names);
	note(NAME_BODY, "Northern Fisheries Authority");
	CHECK(is(NAME_BODY, "NFA", "Northern Fisheries Authority"));
	note(NAME_BODY, "National Football Alliance");
	CHECK(is(NAME_BODY, "NFA", "NFA"));
	names_alias(names, NAME_BODY, "Northern Fisheries Authority", 28,
	    "NFA", 3);
	CHECK(is(NAME_BODY, "NFA", "Northern Fisheries Authority"));
	note(NAME_BODY, "Bank of Ghana");
	names_alias(names, NAME_BODY, "Bank of Ghana", 13, "AP", 2);
	CHECK(is(NAME_BODY, "AP", "AP"));
	names_alias(names, NAME_BODY, "Bank of Ghana", 13, "BoG", 3);
	CHECK(is(NAME_BODY, "BoG", "Bank of Ghana"));
	note(NAME_COUNTRY, "United States");
	CHECK(is(NAME_COUNTRY, "U.S.", "United States"));
}

/* One document knows nothing of the next. */
static void
documents(void)
{
	names_reset(names);
	note(NAME_PERSON, "Ann  Roe");
	CHECK(is(NAME_PERSON, "Roe", "Ann Roe"));
	names_reset(names);
	CHECK(is(NAME_PERSON, "Roe", "Roe"));
}

/* More than the table holds: what was used stays, and nothing breaks. */
static void
many(void)
{
	char name[32];
	int i;

	names_reset(names);
	for (i = 0; i < 5 * NAMES_MAX; i++) {
		snprintf(name, sizeof(name), "Ann%d Roe", i);
		note(NAME_PERSON, name);
		note(NAME_PERSON, "Jim Doe");
	}
	CHECK(is(NAME_PERSON, "Doe", "Jim Doe"));
	CHECK(is(NAME_PERSON, "Roe", "Roe"));
	snprintf(name, sizeof(name), "Ann%d", 5 * NAMES_MAX - 1);
	CHECK(is(NAME_PERSON, name, "Ann5119 Roe"));
}

int
main(void)
{
	names = names_new();
	spellings();
	persons();
	bodies();
	spelled();
	documents();
	many();
	names_free(names);
	return check_end();
}
