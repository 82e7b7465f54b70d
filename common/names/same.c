/*
 * same.c -- what a shorter name may stand for: see same.h
 */
#include "common/names/same.h"

#include "common/names/spelling.h"

static uint64_t
lists_of(const struct name *n, size_t i)
{
	return word_lists(n->text + n->words[i].at, n->words[i].len);
}

static bool
is_company_word(const struct name *n, size_t i)
{
	return (lists_of(n, i) & ROLE_BIT(ROLE_COMPANY_ENDINGS)) != 0;
}

/* A word that tells what kind of body it is, and none of a company. */
static bool
is_body_word(const struct name *n, size_t i)
{
	uint64_t lists = lists_of(n, i);

	return (lists & (ROLE_BIT(ROLE_BODY_ENDINGS) |
	    ROLE_BIT(ROLE_BODY_NOUNS))) != 0 &&
	    (lists & ROLE_BIT(ROLE_COMPANY_ENDINGS)) == 0;
}

static bool
is_joint(const struct name *n, size_t i)
{
	return !n->words[i].capital &&
	    (lists_of(n, i) & ROLE_BIT(ROLE_BODY_JOINTS)) != 0;
}

/* May two words both be the given name: John, J.? */
static bool
given_agree(const struct name_word *a, const struct name_word *b)
{
	if (a->hash == b->hash)
		return true;
	return (a->letters == 1 || b->letters == 1) &&
	    a->initial == b->initial;
}

static bool
genders_agree(const struct name *a, const struct name *b)
{
	return a->told.gender == 0 || b->told.gender == 0 ||
	    a->told.gender == b->told.gender;
}

/* George W. is not George H. */
static bool
middles_agree(const struct name *a, const struct name *b)
{
	if (a->n < 3 || b->n < 3)
		return true;
	return a->n != b->n || given_agree(&a->words[1], &b->words[1]);
}

bool
same_person(const struct name *full, const struct name *q)
{
	if (!genders_agree(full, q) || (q->suffix != 0 && full->suffix != 0 &&
	    full->suffix != q->suffix))
		return false;
	if (full->n < 2 || q->n < 2 || name_ends_in(full, q))
		return true;
	return given_agree(&full->words[0], &q->words[0]) &&
	    middles_agree(full, q);
}

bool
same_bearer(const struct name *a, const struct name *b)
{
	if (a->suffix != b->suffix && a->suffix != 0 && b->suffix != 0)
		return false;
	if (name_ends_in(a, b) || name_ends_in(b, a))
		return genders_agree(a, b);
	return name_word_same(name_last(a), name_last(b)) &&
	    same_person(a, b);
}

unsigned
same_titles(const struct name *a, const struct name *b)
{
	unsigned i, k, n = 0;

	for (i = 0; i < a->told.ntitles; i++)
		for (k = 0; k < b->told.ntitles; k++)
			n += a->told.titles[i] == b->told.titles[k];
	return n;
}

size_t
same_without_endings(const struct name *n)
{
	size_t k = n->n;

	while (k > 1 && is_company_word(n, k - 1))
		k--;
	return k;
}

/* Goldman of Goldman Sachs; not PBS of PBS Kids, Senate of Senate Committee. */
static bool
begins_body(const struct name *full, const struct name *q, bool standing)
{
	size_t i;

	if (same_without_endings(full) <= q->n)
		return true;
	if (standing || (full->kind != NAME_BODY && full->kind != NAME_OTHER))
		return false;
	if (is_joint(full, q->n))
		return is_body_word(q, q->n - 1);
	/* Hallam Vale of Hallam Vale Water */
	if (q->n > 1 && full->n == q->n + 1)
		return !is_body_word(q, q->n - 1);
	for (i = q->n; i < full->n; i++)
		if (!full->words[i].capital || is_body_word(full, i))
			return false;
	return q->n > 1 || (!q->words[0].acronym && !is_body_word(q, 0));
}

/* Heathrow of Heathrow Airport, Pacific of Pacific Ocean. */
static bool
begins_place(const struct name *full, const struct name *q)
{
	size_t i;

	for (i = q->n; i < full->n; i++)
		if (!is_body_word(full, i))
			return false;
	return true;
}

/* Has the word before what a name ends in a capital? */
static bool
follows_capital(const struct name *full, const struct name *q)
{
	return full->words[full->n - q->n - 1].capital;
}

/*
 * Celtics of Boston Celtics, if no Celtics were before; not Labor of Department
 * of Labor, Congress of 109th Congress.
 */
static bool
ends_body(const struct name *full, const struct name *q, bool standing)
{
	if (!follows_capital(full, q) || (q->n == 1 && is_company_word(q, 0)))
		return false;
	/* U.S. Department of Labor, whichever is first */
	return !standing || (q->n > 1 && full->n == q->n + 1 &&
	    full->words[0].acronym);
}

/* Schwab of Charles Schwab Corp. */
static bool
ends_stem(const struct name *full, const struct name *q)
{
	size_t k = same_without_endings(full);

	return k < full->n && k > q->n && q->n == 1 &&
	    full->words[k - 1].hash == q->words[0].hash;
}

/* A thing of unknown kind may be a body. */
static bool
kinds_agree(const struct name *full, const struct name *q)
{
	return full->kind == q->kind ||
	    (full->kind == NAME_BODY && q->kind == NAME_OTHER) ||
	    (full->kind == NAME_OTHER && q->kind == NAME_BODY);
}

bool
same_body(const struct name *full, const struct name *q, bool standing)
{
	bool begins = name_begins_with(full, q), ends = name_ends_in(full, q);

	if (!kinds_agree(full, q) || full->n <= q->n)
		return false;
	switch (full->kind) {
	case NAME_BODY:
	case NAME_OTHER:
		return (begins && begins_body(full, q, standing)) ||
		    (ends && ends_body(full, q, standing)) ||
		    ends_stem(full, q);
	case NAME_EVENT:
		return ends && follows_capital(full, q) && (!standing ||
		    (q->n == 1 && !is_body_word(q, 0)));
	case NAME_LAW:
		return ends && follows_capital(full, q) && !standing;
	case NAME_BUILDING:
	case NAME_PLACE:
		return begins && begins_place(full, q);
	default:
		return false;
	}
}

const struct name *
same_of_two(const struct name *a, const struct name *b)
{
	const struct name *full = a->n >= b->n ? a : b;
	const struct name *q = full == a ? b : a;

	if (a == b || a->whole == b->whole)
		return full;
	if (name_begins_with(full, q))
		return same_without_endings(full) <= q->n ? full : q;
	return name_ends_in(full, q) ? full : NULL;
}
