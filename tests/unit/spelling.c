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
	CHECK(word_in(ROLE_BODY_JOINTS, "of", 2));
	CHECK(!word_in(ROLE_BODY_JOINTS, "the", 3));
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

int
main(void)
{
	persons();
	bodies();
	acronyms();
	return check_end();
}
