#include "common/entities/numbers_date.h"

#include <string.h>

#include "common/entities/numbers_count.h"
#include "common/entities/numbers_words.h"

#define YEAR_FIRST	1000
#define YEAR_SURE	1800	/* from here on no preposition is needed */
#define YEAR_LAST	2059
#define YEAR_FIGURES	4
#define DAY_LAST	31
#define TWO_FIGURES	2	/* of a day, a year of its century, an age */
#define ORDINAL_BYTES	4	/* 31st, at most */
#define FEAST_ARTICLE	3	/* bytes: al, ul */
#define AGE_FIRST	10	/* told by a verb */
#define AGE_LAST	119

static bool
two_figures(const struct parse *p, size_t i)
{
	return integer(p, i) >= 0 && length(p, i) == TWO_FIGURES;
}

static bool
day_of_month(const struct parse *p, size_t i)
{
	int v = integer(p, i);

	if (v >= 1)
		return v <= DAY_LAST && length(p, i) <= TWO_FIGURES;
	return numbers_ordinal(p, i) && (p->t[i].flags & TOKEN_LOWER) != 0 &&
	    length(p, i) <= ORDINAL_BYTES;
}

static bool
year(const struct parse *p, size_t i)
{
	int v;

	if (i >= p->n || length(p, i) != YEAR_FIGURES)
		return false;
	v = integer(p, i);
	if (v < YEAR_FIRST || v > YEAR_LAST)
		return false;
	return v >= YEAR_SURE || (i > 0 && is(p, i - 1, W_prep)) ||
	    (i > 1 && is(p, i - 1, W_to) && year(p, i - 2));
}

/* 2023/24: a year and the next. */
static bool
double_year(const struct parse *p, size_t i)
{
	int first = 0, second = 0;
	size_t k;

	if (!digits(p, i) || length(p, i) != YEAR_FIGURES + 1 + TWO_FIGURES ||
	    byte(p, i, YEAR_FIGURES) != '/')
		return false;
	for (k = 0; k < length(p, i); k++) {
		if (k == YEAR_FIGURES)
			continue;
		if (!digit(p, i, k))
			return false;
		if (k < YEAR_FIGURES)
			first = first * 10 + byte(p, i, k) - '0';
		else
			second = second * 10 + byte(p, i, k) - '0';
	}
	return first >= YEAR_FIRST && second == (first + 1) % 100;
}

/* 1990s, 90s. */
static bool
decade(const struct parse *p, size_t i)
{
	size_t k = 0;

	if (!(numbers_ending(p, i) & ENDING_DECADE) ||
	    (p->t[i].flags & TOKEN_LOWER) == 0)
		return false;
	while (digit(p, i, k))
		k++;
	return (k == YEAR_FIGURES || k == TWO_FIGURES) &&
	    byte(p, i, k - 1) == '0' && byte(p, i, k) != ',';
}

static bool
ordinal(const struct parse *p, size_t i)
{
	return is(p, i, W_ordinal) || numbers_ordinal(p, i);
}

static bool
month(const struct parse *p, size_t i)
{
	if (!is(p, i, W_month))
		return false;
	if ((p->t[i].flags & TOKEN_CAPITAL) == 0)
		return false;
	if (!is(p, i, W_ambiguous))
		return true;
	return digits(p, i + 1) || numbers_ordinal(p, i + 1) ||
	    (i > 0 && is(p, i - 1, W_prep | W_this | W_earlier | W_the)) ||
	    (i > 0 && (digits(p, i - 1) || numbers_ordinal(p, i - 1))) ||
	    (i > 1 && hyphen(p, i - 1) && is(p, i - 2, W_early)) ||
	    (i + 2 < p->n && is(p, i + 1, W_of) && year(p, i + 2));
}

size_t
numbers_distance(const struct parse *p, size_t k)
{
	/* not a year ago this week */
	if (is(p, k, W_ago) && !is(p, k + 1, W_this | W_past) &&
	    !(is(p, k + 1, W_the) && is(p, k + 2, W_past | W_period)))
		return k + 1;
	return k;
}

/* "of this year", "last year", ", 2004", "2004" after a month and day. */
static size_t
date_tail(const struct parse *p, size_t k)
{
	size_t m = is(p, k, W_of) ? k + 1 : comma(p, k) ? k + 1 : k;

	if (year(p, m) && !(m > k && comma(p, k) && m + 1 < p->n &&
	    byte(p, m + 1, 0) == '-'))
		return m + 1;
	if (m == k && m + 1 < p->n && byte(p, m, 0) == '\'' &&
	    two_figures(p, m + 1))
		return m + 2;
	if (!comma(p, k) && is(p, m, W_this) && is(p, m + 1, W_period))
		return m + 2;
	return k;
}

/* Month with what belongs to it: April 1-2, 2014; 26 December; June of 2005. */
static size_t
month_date(const struct parse *p, size_t i)
{
	size_t k = i, m;

	if (day_of_month(p, k)) {
		k++;
		if (is(p, k, W_of))
			k++;
		if (!month(p, k))
			return i;
		return date_tail(p, k + 1);
	}
	if (!month(p, k))
		return i;
	k++;
	if (day_of_month(p, k)) {
		k++;
		if (hyphen(p, k) && day_of_month(p, k + 1))
			k += 2;
		else if (is(p, k, W_range) && day_of_month(p, k + 1) &&
		    !is(p, k + 2, W_period | W_periods))
			k += 2;
		else if (is(p, k, W_range) && month(p, k + 1) &&
		    day_of_month(p, k + 2))
			k += 3;
	} else if (is(p, k, W_range) && month(p, k + 1))
		k += 2;
	else if (hyphen(p, k) && month(p, k + 1))
		k += 2;
	else if (is(p, k, W_ordinal))
		k++;
	m = date_tail(p, k);
	return m;
}

/* FY2007: an abbreviation of the fiscal year and figures in one token. */
static bool
fiscal_year(const struct parse *p, size_t i)
{
	size_t k = 0, letters;

	if (p->t[i].kind != TOKEN_WORD ||
	    (p->t[i].flags & (TOKEN_DIGIT | TOKEN_UPPER)) !=
	    (TOKEN_DIGIT | TOKEN_UPPER))
		return false;
	while (k < length(p, i) && !digit(p, i, k))
		k++;
	letters = k;
	while (digit(p, i, k))
		k++;
	return k == length(p, i) && k - letters >= TWO_FIGURES &&
	    k - letters <= YEAR_FIGURES &&
	    (numbers_prefix(p, i, letters) & W_fiscal) != 0;
}

static bool
capital(const struct parse *p, size_t i)
{
	return i < p->n && (p->t[i].flags & TOKEN_CAPITAL) != 0;
}

/* A feast's name without its year: Labor Day, New Year's Eve, Good Friday. */
static size_t
feast_name(const struct parse *p, size_t i)
{
	size_t k;

	if (is(p, i, W_feast) && capital(p, i)) {
		for (k = i + 1; is(p, k, W_feast) || (k < p->n &&
		    (p->t[k].kind == TOKEN_CLITIC ||
		    (p->t[k].flags & TOKEN_APOSTROPHE) != 0)); k++)
			continue;
		if (is(p, k, W_day | W_weekday) && capital(p, k))
			return k + 1;
		if (is(p, i + 1, W_feast) && is(p, i + 1, W_period) &&
		    capital(p, i + 1))
			return i + 2;			/* New Year */
	}
	if (!is(p, i, W_holiday) || !capital(p, i))
		return i;
	k = i + 1;
	/* Eid al-Fitr, Eid ul-Adha */
	if (k < p->n && length(p, k) <= FEAST_ARTICLE && hyphen(p, k + 1) &&
	    capital(p, k + 2))
		return k + 3;
	if (capital(p, k) && is(p, k, W_period | W_old | W_weekday))
		k++;
	return k;
}

static size_t
feast(const struct parse *p, size_t i)
{
	size_t k = feast_name(p, i);

	return k > i && year(p, k) ? k + 1 : k;
}

/* Monday, April 2, 2014; Monday the 2nd; Monday to Friday. */
static size_t
weekday_date(const struct parse *p, size_t i)
{
	size_t k, m;

	if (!is(p, i, W_weekday) || !capital(p, i))
		return i;
	k = comma(p, i + 1) ? i + 2 : i + 1;
	m = is(p, k, W_the) ? k + 1 : k;
	if ((month(p, m) && day_of_month(p, m + 1)) || day_of_month(p, m)) {
		k = month_date(p, m);
		return k > m ? k : i + 1;
	}
	if (is(p, i + 1, W_range) && !is(p, i + 1, W_or) &&
	    is(p, i + 2, W_weekday))
		return i + 3;
	return i + 1;
}

/* 2014, 2014-15, 2014-03-26, 44 B.C.; 1990s, '90s, '98. */
static size_t
years(const struct parse *p, size_t i)
{
	size_t k = i + 1;

	if (year(p, i)) {
		if (hyphen(p, k) && (year(p, k + 1) ||
		    (integer(p, k + 1) >= 0 &&
		    length(p, k + 1) <= TWO_FIGURES)))
			k += 2;
		if (hyphen(p, k) && integer(p, k + 1) >= 0 &&
		    hyphen(p, k + 2) && integer(p, k + 3) >= 0)
			k += 4;
		return is(p, k, W_era) ? k + 1 : k;
	}
	if (decade(p, i) || double_year(p, i))
		return k;
	if (k < p->n && (p->t[i].flags & TOKEN_APOSTROPHE) != 0 &&
	    (decade(p, k) || two_figures(p, k)) &&
	    (p->t[k].flags & TOKEN_GLUED) != 0)
		return k + 1;
	return i;
}

/* 12/26/2004: figures with two strokes. */
#define STROKES_LEAST	6		/* bytes of 1/2/04, */
#define STROKES_MOST	10		/* of 2004/12/26 */

static bool
is_slashed(const struct parse *p, size_t i)
{
	size_t k, strokes = 0;

	if (!digits(p, i) || length(p, i) < STROKES_LEAST ||
	    length(p, i) > STROKES_MOST)
		return false;
	for (k = 0; k < length(p, i); k++)
		strokes += byte(p, i, k) == '/';
	return strokes >= 2;
}

/* 20th century, 19th-century, third-quarter; full-year, year-end. */
static size_t
counted_period(const struct parse *p, size_t i)
{
	size_t k = hyphen(p, i + 1) ? i + 2 : i + 1;

	if (ordinal(p, i) && ((is(p, k, W_period) && numbers_counted(p, k)) ||
	    (is(p, k, W_quarterly) && k > i + 1)))
		return k + 1;
	if (hyphen(p, i + 1) && ((is(p, i, W_straight) &&
	    is(p, i + 2, W_period)) || (is(p, i, W_period) &&
	    is(p, i + 2, W_part) && !is(p, i + 2, W_period | W_season))))
		return i + 3;
	if (ordinal(p, i) && is(p, i + 1, W_and | W_or | W_to) &&
	    ordinal(p, i + 2) && is(p, i + 3, W_period | W_periods) &&
	    numbers_counted(p, i + 3))
		return i + 4;		/* 15th and 16th centuries */
	return i;
}

/* fiscal year 2007, FY2007, fiscal 2007 */
static size_t
fiscal(const struct parse *p, size_t i)
{
	if (is(p, i, W_fiscal) && is(p, i + 1, W_period) &&
	    integer(p, i + 2) >= 0)
		return i + 3;
	if (fiscal_year(p, i))
		return i + 1;
	return is(p, i, W_fiscal) && year(p, i + 1) ? i + 2 : i;
}

/* The longest simple date from i. */
static size_t
plain_date(const struct parse *p, size_t i)
{
	size_t k;

	if (i >= p->n)
		return i;
	if ((k = month_date(p, i)) > i || (k = weekday_date(p, i)) > i ||
	    (k = years(p, i)) > i)
		return k;
	if (is_slashed(p, i))
		return i + 1;
	if ((k = counted_period(p, i)) > i || (k = fiscal(p, i)) > i)
		return k;
	if (is(p, i, W_today | W_habit))	/* not in USA Today */
		return capital(p, i) && i > 0 && capital(p, i - 1) &&
		    (p->t[i].flags & TOKEN_UPPER) == 0 ? i : i + 1;
	return feast(p, i);
}

/* "of 2005" after a period: its end, or k. */
static size_t
of_year(const struct parse *p, size_t k)
{
	return is(p, k, W_of) && year(p, k + 1) ? k + 2 : k;
}

/* "this week", "the past two years", "early next month", "last March". */
static size_t
deictic_date(const struct parse *p, size_t i, enum entity_type *type)
{
	size_t k = i, m, d;
	bool the = false, any;

	*type = ENTITY_DATE;
	if (is(p, k, W_the)) {
		the = true;
		k++;
	}
	d = k;
	if (!is(p, d, the ? W_past : W_this | W_recent))
		return i;
	k = d + 1;
	m = numbers_range(p, k);
	if (m == k && is(p, k, W_several))
		m++;
	any = m > k;
	k = m;
	if (is(p, k, W_straight))
		k++;
	if (is(p, k, W_quarterly) && (!the || of_year(p, k + 1) > k + 1))
		return of_year(p, k + 1);
	if (is(p, k, W_period | W_periods)) {
		if (!the && !any && is(p, k, W_periods) && !is(p, d, W_recent))
			return i;
		return of_year(p, k + 1);
	}
	if (is(p, k, W_season))
		return k + 1;
	if (is(p, k, W_span | W_spans)) {
		*type = ENTITY_TIME;
		return k + 1;
	}
	if (any || the)
		return i;
	if (month(p, k))
		return month_date(p, k);
	if (is(p, k, W_month) && is(p, d, W_past) &&
	    (p->t[k].flags & TOKEN_CAPITAL) != 0)
		return k + 1;
	if (is(p, k, W_weekday | W_holiday) &&
	    (p->t[k].flags & TOKEN_CAPITAL) != 0)
		return plain_date(p, k);
	return i;
}

/* Does a sentence, or a part of it, end before token i? */
static bool
pause(const struct parse *p, size_t i)
{
	return i >= p->n || (p->t[i].kind == TOKEN_MARK &&
	    (p->t[i].flags & TOKEN_HYPHEN) == 0) || is(p, i, W_and);
}

/* The age behind a verb: He was 79.  She turned ninety and left.  aged 81 */
static size_t
age_told(const struct parse *p, size_t i)
{
	size_t k = numbers_one(p, i);

	if (is(p, i - 1, W_old))
		return k;
	if (k != i + 1 || i < 2 || !pause(p, k) || !numbers_person(p, i - 2) ||
	    length(p, i) < TWO_FIGURES)
		return i;
	if (integer(p, i) < 0)
		return is(p, i, W_number) ? k : i;
	return integer(p, i) >= AGE_FIRST && integer(p, i) <= AGE_LAST ? k : i;
}

/* The age of a person: Hamad, 19, said; Ana Diaz, 61.  He was 79. */
static size_t
age(const struct parse *p, size_t i)
{
	if (i == 0)
		return i;
	if (is(p, i - 1, W_be))
		return age_told(p, i);
	if (i < 2 || integer(p, i) <= 0 || length(p, i) > TWO_FIGURES ||
	    !comma(p, i - 1) || p->t[i - 2].kind != TOKEN_WORD ||
	    !capital(p, i - 2) ||
	    is(p, i - 2, W_month))
		return i;
	if (comma(p, i + 1))
		return i + 1;
	/* at a pause only two figures after two names */
	if (length(p, i) < TWO_FIGURES || i < 3 || !capital(p, i - 3) ||
	    is(p, i - 3, W_month) || !pause(p, i + 1) || is(p, i + 1, W_and) ||
	    byte(p, i + 1, 0) == '(')
		return i;
	return i + 1;
}

/*
 * Below, a is the token behind the article at i, or i where there is none.  The
 * type of what is found is a date's unless it is set.
 */

/* early next month, later this week, mid-2014, the early 1990s, late summer */
static size_t
early_date(const struct parse *p, size_t a, enum entity_type *type)
{
	size_t k, m;

	if (!is(p, a, W_early | W_earlier))
		return a;
	m = hyphen(p, a + 1) ? a + 2 : a + 1;
	if (is(p, m, W_to) && hyphen(p, m + 1) && is(p, m + 2, W_early))
		m += 3;
	if (is(p, m, W_this) && (k = deictic_date(p, m, type)) > m &&
	    *type == ENTITY_DATE && !is(p, k - 1, W_weekday))
		return k;
	if (is(p, a, W_early) && !is(p, m, W_weekday | W_today | W_habit |
	    W_holiday) && (k = plain_date(p, m)) > m)
		return k;
	if (is(p, a, W_early) && is(p, m, W_season))
		return m + 1;
	if (is(p, a, W_earlier) && is(p, m, W_prep) && is(p, m + 1, W_the) &&
	    is(p, m + 2, W_period))
		return m + 3;
	return a;
}

/* the 1990s, the 20th century, the fall of 2005, the year 2000, fall 2005 */
static size_t
year_date(const struct parse *p, size_t i, size_t a)
{
	size_t k, m = is(p, a + 1, W_of) ? a + 2 : a + 1;

	if (a > i) {
		k = plain_date(p, a);
		if (decade(p, a) || (k > a &&
		    is(p, k - 1, W_period | W_periods)))
			return k;
		if (is(p, a, W_season) && year(p, m))
			return plain_date(p, m);
		return is(p, a, W_period) && year(p, a + 1) ? a + 2 : i;
	}
	return is(p, i, W_season) && year(p, m) ? m + 1 : i;
}

/* the end of 2005, the first half of next year, the third quarter of */
static size_t
part_date(const struct parse *p, size_t i, size_t a, enum entity_type *type)
{
	size_t k, m = ordinal(p, a) && is(p, a + 1, W_part) ? a + 1 : a;

	if (!is(p, m, W_part) || m == i)
		return i;
	if (is(p, m + 1, W_of)) {
		if ((k = numbers_date(p, m + 2, type)) > m + 2 &&
		    *type == ENTITY_DATE && !is(p, m, W_season))
			return k;
		if (is(p, m + 2, W_the) && is(p, m + 3, W_period |
		    W_quarterly) && !is(p, m, W_season))
			return m + 4;
	}
	return m > a && is(p, m, W_quarterly) ? m + 1 : i;
}

/* a second straight day, the first day of Ramadan; the 22nd minute */
static size_t
counted_date(const struct parse *p, size_t i, size_t a, enum entity_type *type)
{
	size_t k, m = is(p, i, W_article) ? i + 1 : a, end;

	if (m > i && ordinal(p, m)) {
		k = is(p, m + 1, W_straight) ? m + 2 : m + 1;
		if (is(p, k, W_period)) {
			end = is(p, k + 1, W_of) ? plain_date(p, k + 2) : 0;
			return end > k + 2 ? end : k + 1;
		}
	}
	m = hyphen(p, a + 1) ? a + 2 : a + 1;
	if (ordinal(p, a) && is(p, m, W_span) && (a > i || m > a + 1)) {
		*type = ENTITY_TIME;
		return m + 1;
	}
	return i;
}

/* on the 24th; not on the 24th floor */
static bool
is_day(const struct parse *p, size_t i)
{
	return i > 0 && is(p, i - 1, W_prep) && is(p, i, W_the) &&
	    numbers_ordinal(p, i + 1) && day_of_month(p, i + 1) &&
	    (i + 2 >= p->n || p->t[i + 2].kind == TOKEN_MARK ||
	    is(p, i + 2, W_and | W_or | W_to));
}

/* the age of 12, age 12 */
static size_t
age_of(const struct parse *p, size_t i, size_t a)
{
	size_t k;

	if (a > i && is(p, a, W_age) && is(p, a + 1, W_of) &&
	    (k = numbers_one(p, a + 2)) > a + 2)
		return k;
	if (is(p, i, W_age) && (k = numbers_one(p, i + 1)) > i + 1)
		return k;
	return i;
}

/* for days, in years, days ago, a day-old */
static size_t
bare_period(const struct parse *p, size_t i, enum entity_type *type)
{
	bool old = hyphen(p, i + 1) && is(p, i + 2, W_old);

	if (is(p, i, W_periods | W_spans)) {
		*type = is(p, i, W_spans) ? ENTITY_TIME : ENTITY_DATE;
		return old ? i + 3 : numbers_distance(p, i + 1);
	}
	if (is(p, i, W_period | W_span) && old) {
		*type = is(p, i, W_span) ? ENTITY_TIME : ENTITY_DATE;
		return i + 3;
	}
	return i;
}

size_t
numbers_date(const struct parse *p, size_t i, enum entity_type *type)
{
	size_t k, a = is(p, i, W_the) ? i + 1 : i;

	*type = ENTITY_DATE;
	if ((k = plain_date(p, i)) > i || (k = deictic_date(p, i, type)) > i)
		return k;
	if ((k = early_date(p, a, type)) > a || (k = year_date(p, i, a)) > i ||
	    (k = part_date(p, i, a, type)) > i)
		return k;
	*type = ENTITY_DATE;
	if ((k = counted_date(p, i, a, type)) > i || (k = age(p, i)) > i)
		return k;
	if (is_day(p, i))
		return i + 2;
	if ((k = age_of(p, i, a)) > i)
		return k;
	return bare_period(p, i, type);
}
