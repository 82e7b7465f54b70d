/* What a word is in a name, and which acronyms a name spells. */
#include "common/base/base.h"
#include "common/names/names.h"
#include "common/text/text.h"
#include "tests/unit/check.h"

#define SUFFIX(s)	spelling_suffix((s), strlen(s))
#define PREFIX(s)	spelling_prefix((s), strlen(s))
#define SHORT(s)	spelling_short_suffix((s), strlen(s))
#define BODY(s, form)	spelling_body((s), strlen(s), (form))
#define COURTESY(s, form) spelling_courtesy((s), strlen(s), (form))

static void
persons(void)
{
	CHECK(COURTESY("Mr.", SPELLING_NO_STOPS));
	CHECK(COURTESY("Mr", SPELLING_CUT));
	CHECK(!COURTESY("President", SPELLING_CUT));
	/* the initials of somebody are no Ms. where stops count */
	CHECK(COURTESY("M.S.", SPELLING_NO_STOPS));
	CHECK(!COURTESY("M.S.", SPELLING_CUT));
	CHECK(spelling_particle("van", 3));
	CHECK(spelling_particle("Al", 2));
	CHECK(!spelling_particle("roe", 3));
	CHECK_NUMBER(PREFIX("al-Masri"), 3);
	CHECK_NUMBER(PREFIX("Della-Rovere"), 6);
	CHECK_NUMBER(PREFIX("Jean-Paul"), 0);
	CHECK_NUMBER(PREFIX("al-"), 0);
	CHECK_NUMBER(PREFIX("-al"), 0);
	CHECK_NUMBER(PREFIX(""), 0);
	CHECK_NUMBER(SUFFIX("Jr."), SUFFIX_PART);
	CHECK_NUMBER(SUFFIX("III"), SUFFIX_PART);
	CHECK_NUMBER(SUFFIX("QC"), SUFFIX_APART);
	CHECK_NUMBER(SUFFIX("Roe"), SUFFIX_NONE);
	CHECK_NUMBER(SUFFIX("..."), SUFFIX_NONE);
	CHECK(SHORT("Esq."));
	CHECK(!SHORT("QC"));
	CHECK(!SHORT("Mr."));
}

static void
bodies(void)
{
	CHECK(BODY("Corp.", SPELLING_CUT));
	CHECK(BODY("Corp.", SPELLING_NO_STOPS));
	CHECK(BODY("L.L.C.", SPELLING_NO_STOPS));
	CHECK(!BODY("L.L.C.", SPELLING_CUT));
	CHECK(BODY("Council", SPELLING_NO_STOPS));
	CHECK(!BODY("Council", SPELLING_CUT));
	CHECK(!BODY("", SPELLING_CUT));
	CHECK(!BODY("", SPELLING_NO_STOPS));
	CHECK(spelling_joint("of", 2));
	CHECK(!spelling_joint("the", 3));
}

/* As token_hash() has it. */
static void
acronyms(void)
{
	struct acronym a = { 0 };

	acronym_add(&a, 'b', true);
	acronym_add(&a, 'o', false);
	acronym_add(&a, 'g', true);
	CHECK_NUMBER(a.ncapitals, 2);
	CHECK_NUMBER(a.nwords, 3);
	CHECK_NUMBER(acronym_capitals(&a), token_hash("bg", 2));
	CHECK_NUMBER(acronym_words(&a), token_hash("bog", 3));
	CHECK(spelling_small("NATo", 4));
	CHECK(!spelling_small("N.A.T.O. 4 \xC3\xA9", 11));
}

/* The fullest name that a document gives, through all that goes into it. */
static void
document(void)
{
	struct names *t = names_new();
	const char *full;
	size_t n;

	names_add(t, NAME_PERSON, "Ann  Roe", 8, &n);
	names_add(t, NAME_PERSON, "Omar al-Masri Jr.", 17, &n);
	names_add(t, NAME_BODY, "Federal Reserve Board", 21, &n);
	names_add(t, NAME_BODY, "Kestrel Corp.", 13, &n);
	full = names_fullest(t, NAME_PERSON, "Roe", 3, &n);
	CHECK_TEXT(full, n, "Ann Roe");
	full = names_fullest(t, NAME_PERSON, "Masri", 5, &n);
	CHECK_TEXT(full, n, "Omar al-Masri Jr.");
	full = names_fullest(t, NAME_PERSON, "Jon Roe", 7, &n);
	CHECK_TEXT(full, n, "Jon Roe");
	full = names_fullest(t, NAME_OTHER, "FRB", 3, &n);
	CHECK_TEXT(full, n, "Federal Reserve Board");
	full = names_fullest(t, NAME_OTHER, "Kestrel", 7, &n);
	CHECK_TEXT(full, n, "Kestrel Corp.");
	full = names_fullest(t, NAME_NONE, "Roe", 3, &n);
	CHECK_TEXT(full, n, "Roe");
	names_reset(t);
	full = names_fullest(t, NAME_PERSON, "Roe", 3, &n);
	CHECK_TEXT(full, n, "Roe");
	names_free(t);
}

int
main(void)
{
	persons();
	bodies();
	acronyms();
	document();
	return check_end();
}
