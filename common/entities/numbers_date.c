#include "common/entities/numbers_date.h"

#include <string.h>

#include "common/entities/numbers_count.h"
#include "common/entities/numbers_words.h"

#define YEAR_FIRST	1000
#define YEAR_SURE	1800		/* from here on no preposition is needed */
#define YEAR_LAST	2059

static bool
day_of_month(const struct parse *p, size_t i)
{
	int v = integer(p, i);

	return (v >= 1 && v <= 31 && length(p, i) <= 2) ||
	    (numbers_ordinal(p, i) && (p->t[i].flags & TOKEN_LOWER) != 0 &&
	    length(p, i) <= 4);
}

static bool
year(const struct parse *p, size_t i)
{
	int v;

	if (i >= p->n || length(p, i) != 4)
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

	if (!digits(p, i) || length(p, i) != 7 || byte(p, i, 4) != '/')
		return false;
	for (k = 0; k < 7; k++) {
		if (k == 4)
			continue;
		if (byte(p, i, k) < '0' || byte(p, i, k) > '9')
			return false;
		if (k < 4)
			first = first * 10 + byte(p, i, k) - '0';
		else
			second = second * 10 + byte(p, i, k) - '0';
	}
	return first >= YEAR_FIRST && second == (first + 1) % 100;
}

/* 1990s, 90s: digits and one small letter that is not of an ordinal. */
static bool
decade(const struct parse *p, size_t i)
{
	size_t n;

	if (i >= p->n || p->t[i].kind != TOKEN_NUMBER ||
	    (p->t[i].flags & TOKEN_LOWER) == 0)
		return false;
	n = length(p, i);
	return (n == 3 || n == 5) && byte(p, i, n - 2) == '0' &&
	    lexicon_has_letter(lexicon_default(), ROLE_PLURAL_ENDINGS,
	    byte(p, i, n - 1));
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
	    integer(p, m + 1) >= 0 && length(p, m + 1) == 2)
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

/* FY2007: an abbreviation of the fiscal year and digits in one token. */
static bool
fiscal_year(const struct parse *p, size_t i)
{
	size_t k;

	if (p->t[i].kind != TOKEN_WORD || length(p, i) < 4 || length(p, i) > 6 ||
	    (p->t[i].flags & (TOKEN_DIGIT | TOKEN_UPPER)) !=
	    (TOKEN_DIGIT | TOKEN_UPPER))
		return false;
	for (k = 2; k < length(p, i); k++)
		if (byte(p, i, k) < '0' || byte(p, i, k) > '9')
			return false;
	return (numbers_prefix(p, i, 2) & W_fiscal) != 0;
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
	/* Eid al-Fitr */
	if (k < p->n && length(p, k) <= 3 && hyphen(p, k + 1) && capital(p, k + 2))
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

/* The longest simple date from i. */
static size_t
plain_date(const struct parse *p, size_t i)
{
	size_t k, m;

	if (i >= p->n)
		return i;
	if ((k = month_date(p, i)) > i)
		return k;
	if (is(p, i, W_weekday) && (p->t[i].flags & TOKEN_CAPITAL) != 0) {
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
	if (year(p, i)) {
		k = i + 1;
		if (hyphen(p, k) && (year(p, k + 1) || (integer(p, k + 1) >= 0 &&
		    length(p, k + 1) <= 2)))
			k += 2;
		if (hyphen(p, k) && integer(p, k + 1) >= 0 && hyphen(p, k + 2) &&
		    integer(p, k + 3) >= 0)
			k += 4;
		return is(p, k, W_era) ? k + 1 : k;
	}
	if (decade(p, i) || double_year(p, i))
		return i + 1;
	if (i + 1 < p->n && (p->t[i].flags & TOKEN_APOSTROPHE) != 0 &&
	    (decade(p, i + 1) || (integer(p, i + 1) >= 0 &&
	    length(p, i + 1) == 2)) && (p->t[i + 1].flags & TOKEN_GLUED) != 0)
		return i + 2;
	if (digits(p, i) && length(p, i) >= 6 && length(p, i) <= 10 &&
	    byte(p, i, 0) != '0' - 1) {		/* 12/26/2004 */
		const char *s = p->text + p->t[i].start, *slash;

		slash = memchr(s, '/', length(p, i));
		if (slash != NULL && memchr(slash + 1, '/', length(p, i) -
		    (size_t)(slash + 1 - s)) != NULL)
			return i + 1;
	}
	/* 20th century, 19th-century, third-quarter */
	k = hyphen(p, i + 1) ? i + 2 : i + 1;
	if (ordinal(p, i) && ((is(p, k, W_period) && length(p, k) > 6) ||
	    (is(p, k, W_quarterly) && k > i + 1)))
		return k + 1;
	/* full-year, year-end */
	if (hyphen(p, i + 1) && ((is(p, i, W_straight) && is(p, i + 2, W_period)) ||
	    (is(p, i, W_period) && is(p, i + 2, W_part) && !is(p, i + 2, W_period |
	    W_season))))
		return i + 3;
	if (ordinal(p, i) && is(p, i + 1, W_and | W_or | W_to) &&
	    ordinal(p, i + 2) && is(p, i + 3, W_period | W_periods) &&
	    length(p, i + 3) > 6)
		return i + 4;		/* 15th and 16th centuries */
	if (is(p, i, W_fiscal) && is(p, i + 1, W_period) &&
	    integer(p, i + 2) >= 0)
		return i + 3;
	if (fiscal_year(p, i))
		return i + 1;
	if (is(p, i, W_fiscal) && year(p, i + 1))
		return i + 2;
	if (is(p, i, W_today | W_habit))	/* not in USA Today */
		return (p->t[i].flags & TOKEN_CAPITAL) != 0 && i > 0 &&
		    (p->t[i - 1].flags & TOKEN_CAPITAL) != 0 &&
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
	any = (m = numbers_range(p, k)) > k || ((is(p, k, W_several)) && (m = k + 1));
	if (any)
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
	    length(p, i) < 2)
		return i;
	if (integer(p, i) < 0)
		return is(p, i, W_number) ? k : i;
	return integer(p, i) > 9 && integer(p, i) < 120 ? k : i;
}

/* The age of a person: Hamad, 19, said; Ana Diaz, 61.  He was 79. */
static size_t
age(const struct parse *p, size_t i)
{
	if (i == 0)
		return i;
	if (is(p, i - 1, W_be))
		return age_told(p, i);
	if (i < 2 || integer(p, i) <= 0 || length(p, i) > 2 || !comma(p, i - 1) ||
	    p->t[i - 2].kind != TOKEN_WORD || !capital(p, i - 2) ||
	    is(p, i - 2, W_month))
		return i;
	if (comma(p, i + 1))
		return i + 1;
	/* at a pause only two figures after two names */
	if (length(p, i) < 2 || i < 3 || !capital(p, i - 3) ||
	    is(p, i - 3, W_month) || !pause(p, i + 1) || is(p, i + 1, W_and) ||
	    byte(p, i + 1, 0) == '(')
		return i;
	return i + 1;
}

size_t
numbers_date(const struct parse *p, size_t i, enum entity_type *type)
{
	size_t k, m, a;

	*type = ENTITY_DATE;
	if ((k = plain_date(p, i)) > i)
		return k;
	if ((k = deictic_date(p, i, type)) > i)
		return k;
	/* early next month, later this week, mid-2014, the early 1990s, fall 2005 */
	a = is(p, i, W_the) ? i + 1 : i;
	if (is(p, a, W_early | W_earlier)) {
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
	}
	if (a > i && (decade(p, a) || (year(p, a) && !is(p, a + 1, W_period))) &&
	    decade(p, a))
		return plain_date(p, a);
	if (a > i && plain_date(p, a) > a && is(p, plain_date(p, a) - 1,
	    W_period | W_periods))
		return plain_date(p, a);	/* the 20th century */
	m = is(p, a + 1, W_of) ? a + 2 : a + 1;
	if (a > i && is(p, a, W_season) && year(p, m))
		return plain_date(p, m);
	if (a > i && is(p, a, W_period) && year(p, a + 1))
		return a + 2;
	if (is(p, i, W_season) && year(p, i + 1))
		return i + 2;
	if (a == i && is(p, i, W_season) && is(p, i + 1, W_of) && year(p, i + 2))
		return i + 3;
	/* the end of 2005, the first half of next year, the third quarter of */
	m = a;
	if (ordinal(p, m) && is(p, m + 1, W_part))
		m++;
	if (is(p, m, W_part) && (a > i || m > a)) {
		if (is(p, m + 1, W_of)) {
			if ((k = numbers_date(p, m + 2, type)) > m + 2 &&
			    *type == ENTITY_DATE && !is(p, m, W_season))
				return k;
			if (is(p, m + 2, W_the) && is(p, m + 3, W_period |
			    W_quarterly) && !is(p, m, W_season))
				return m + 4;
		}
		if (m > a && is(p, m, W_quarterly))
			return m + 1;
	}
	*type = ENTITY_DATE;
	/* a second straight day; the first day of Ramadan */
	m = is(p, i, W_article) ? i + 1 : a;
	if (m > i && ordinal(p, m)) {
		k = is(p, m + 1, W_straight) ? m + 2 : m + 1;
		if (is(p, k, W_period))
			return is(p, k + 1, W_of) && plain_date(p, k + 2) > k + 2 ?
			    plain_date(p, k + 2) : k + 1;
	}
	/* the 22nd minute, a 93rd-minute goal */
	m = hyphen(p, a + 1) ? a + 2 : a + 1;
	if (ordinal(p, a) && is(p, m, W_span) && (a > i || m > a + 1)) {
		*type = ENTITY_TIME;
		return m + 1;
	}
	if ((k = age(p, i)) > i)
		return k;
	/* on the 24th; not on the 24th floor */
	if (i > 0 && is(p, i - 1, W_prep) && is(p, i, W_the) &&
	    numbers_ordinal(p, i + 1) && day_of_month(p, i + 1) &&
	    (i + 2 >= p->n || p->t[i + 2].kind == TOKEN_MARK ||
	    is(p, i + 2, W_and | W_or | W_to)))
		return i + 2;
	/* the age of 12, age 12 */
	if (a > i && is(p, a, W_age) && is(p, a + 1, W_of) &&
	    (k = numbers_one(p, a + 2)) > a + 2)
		return k;
	if (is(p, i, W_age) && (k = numbers_one(p, i + 1)) > i + 1)
		return k;
	/* for days, in years */
	if (is(p, i, W_periods | W_spans)) {
		*type = is(p, i, W_spans) ? ENTITY_TIME : ENTITY_DATE;
		if (hyphen(p, i + 1) && is(p, i + 2, W_old))
			return i + 3;
		return numbers_distance(p, i + 1);
	}
	if (is(p, i, W_period | W_span) && hyphen(p, i + 1) &&
	    is(p, i + 2, W_old)) {
		*type = is(p, i, W_span) ? ENTITY_TIME : ENTITY_DATE;
		return i + 3;
	}
	return i;
}
