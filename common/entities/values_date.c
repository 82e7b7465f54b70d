#include "common/entities/values_date.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/entities/values_parts.h"

/* A month or day without its year is that nearest, if it is so near. */
#define NEAR_DAYS	130
/* However the tense, what is so near is meant. */
#define AT_HAND		8

static const char letters[UNITS] = { 'Y', 'M', 'W', 'D', 'H', 'M', 'S' };

bool
length_read(struct length *l, const char *s)
{
	static const struct length none;
	bool time = false;
	double n;
	char *end;
	int u;

	*l = none;
	if (*s++ != 'P' || *s == '\0')
		return false;
	while (*s != '\0') {
		if (*s == 'T') {
			time = true;
			s++;
		}
		n = strtod(s, &end);
		if (end == s)
			return false;
		for (u = time ? UNIT_HOUR : UNIT_YEAR; u < UNITS; u++)
			if (letters[u] == *end)
				break;
		if (u == UNITS)
			return false;
		l->n[u] += n;
		s = end + 1;
	}
	return true;
}

void
length_add(struct length *l, double n, const struct length *more)
{
	int u;

	for (u = 0; u < UNITS; u++)
		l->n[u] += n * more->n[u];
}

void
length_whole(struct length *l)
{
	static const struct {
		enum unit unit, less;
		double n;
	} parts[] = {
		{ UNIT_YEAR, UNIT_MONTH, 12 }, { UNIT_DAY, UNIT_HOUR, 24 },
		{ UNIT_HOUR, UNIT_MINUTE, 60 },
		{ UNIT_MINUTE, UNIT_SECOND, 60 },
	};
	double n = 0;
	int u = length_unit(l, &n);
	size_t i;

	for (i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (parts[i].unit == (enum unit)u && n < 1) {
			l->n[u] = 0;
			l->n[parts[i].less] = n * parts[i].n;
		}
}

bool
length_format(const struct length *l, char *s, size_t size)
{
	char number[48];
	size_t k = 0;
	bool time = false;
	int u;

	if (size < 3)
		return false;
	s[k++] = 'P';
	for (u = 0; u < UNITS; u++) {
		if (l->n[u] == 0)
			continue;
		if (l->n[u] < 0 ||
		    !decimal_format(l->n[u], number, sizeof(number)) ||
		    k + strlen(number) + 3 > size)
			return false;
		if (u >= UNIT_HOUR && !time) {
			s[k++] = 'T';
			time = true;
		}
		k += (size_t)sprintf(s + k, "%s%c", number, letters[u]);
	}
	s[k] = '\0';
	return k > 1;
}

struct days
days_of_day(struct date d)
{
	return (struct days){ d, d, GRAIN_DAY };
}

struct days
days_of_month(int year, int month)
{
	return (struct days){ { year, month, 1 },
	    { year, month, month_days(year, month) }, GRAIN_MONTH };
}

struct days
days_of_years(int first, int last)
{
	if (first < 1 || last > 9999 || first > last)
		return (struct days){ .grain = GRAIN_NONE };
	return (struct days){ { first, 1, 1 }, { last, 12, 31 },
	    first == last ? GRAIN_YEAR : GRAIN_SPAN };
}

struct days
days_between(struct date first, struct date last)
{
	long n = date_number(last) - date_number(first);

	return (struct days){ first, last, n < 0 ? GRAIN_NONE : n == 0 ?
	    GRAIN_DAY : GRAIN_SPAN };
}

static struct days
week_of(struct date d)
{
	struct date monday = date_add_days(d, MONDAY - date_weekday(d));

	return (struct days){ monday, date_add_days(monday, 6), GRAIN_WEEK };
}

int
length_unit(const struct length *l, double *n)
{
	int u, found = UNITS;

	for (u = 0; u < UNITS; u++) {
		if (l->n[u] == 0)
			continue;
		if (found != UNITS)
			return UNITS;
		found = u;
		*n = l->n[u];
	}
	return found;
}

static struct days
months_period(struct date d, int size, long n)
{
	struct date first = { d.year, (d.month - 1) / size * size + 1, 1 };
	struct date last;

	first = date_add_months(first, n * size);
	if (size == 1)
		return days_of_month(first.year, first.month);
	last = date_add_months(first, size - 1);
	last.day = month_days(last.year, last.month);
	return days_between(first, last);
}

struct days
days_period(struct date d, const struct length *l, long n)
{
	double size = 0;
	int unit = length_unit(l, &size), k = (int)size;

	if (labs(n) > 10000)
		return (struct days){ .grain = GRAIN_NONE };
	if (unit == UNIT_DAY && size == 1)
		return days_of_day(date_add_days(d, n));
	if (unit == UNIT_WEEK && size == 1)
		return week_of(date_add_days(d, 7 * n));
	if (unit == UNIT_MONTH && (size == 1 || size == 3 || size == 6))
		return months_period(d, k, n);
	if (unit == UNIT_YEAR && size == 1)
		return days_of_years(d.year + (int)n, d.year + (int)n);
	if (unit == UNIT_YEAR && size == 10)
		return days_of_years(d.year / k * k + (int)n * k,
		    d.year / k * k + (int)n * k + k - 1);
	return (struct days){ .grain = GRAIN_NONE };
}

struct days
days_quarters(struct date d, int n, int sign)
{
	struct days near = months_period(d, 3, sign);
	struct days far = months_period(d, 3, (long)sign * n);

	if (n < 1)
		return (struct days){ .grain = GRAIN_NONE };
	return sign < 0 ? days_between(far.first, near.last) :
	    days_between(near.first, far.last);
}

/* Whole days, weeks, months and years further on. */
static bool
advance(struct date *d, const struct length *l, int sign)
{
	int u;

	for (u = 0; u < UNITS; u++)
		if (l->n[u] != floor(l->n[u]) || l->n[u] > 100000 ||
		    (u >= UNIT_HOUR && l->n[u] != 0))
			return false;
	*d = date_add_months(*d, sign *
	    (12 * (long)l->n[UNIT_YEAR] + (long)l->n[UNIT_MONTH]));
	*d = date_add_days(*d, sign *
	    (7 * (long)l->n[UNIT_WEEK] + (long)l->n[UNIT_DAY]));
	return true;
}

struct days
days_away(struct date d, const struct length *l, int sign)
{
	double n;
	int unit = length_unit(l, &n);

	if (!advance(&d, l, sign))
		return (struct days){ .grain = GRAIN_NONE };
	switch (unit) {
	case UNIT_YEAR:
		return days_of_years(d.year, d.year);
	case UNIT_MONTH:
		return days_of_month(d.year, d.month);
	case UNIT_WEEK:
		return week_of(d);
	default:
		return days_of_day(d);
	}
}

struct days
days_from(struct date d, const struct length *l, int sign)
{
	struct date end = d;

	if (!advance(&end, l, sign))
		return (struct days){ .grain = GRAIN_NONE };
	if (sign < 0)
		return days_between(end, d);
	return days_between(date_add_days(d, 1), end);
}

/* Of three days or months in order, which the text speaks of; -1: open. */
static int
choose(const long away[3], int tense)
{
	int i, best = 0;

	for (i = 1; i < 3; i++)
		if (labs(away[i]) < labs(away[best]))
			best = i;
	if (labs(away[best]) <= AT_HAND)
		return best;
	if (tense == 0)
		return labs(away[best]) <= NEAR_DAYS ? best : -1;
	for (i = 0; i < 3; i++)
		if (tense > 0 ? away[i] >= 0 : away[2 - i] <= 0)
			return tense > 0 ? i : 2 - i;
	return -1;
}

/* How far days are from a day: 0 within. */
static long
away_from(const struct days *d, struct date day)
{
	long n = date_number(day);

	if (d->grain == GRAIN_NONE)
		return 1000000;
	if (date_number(d->first) > n)
		return date_number(d->first) - n;
	return date_number(d->last) < n ? date_number(d->last) - n : 0;
}

static struct days
choose_days(const struct days c[3], const struct reference *r, int tense)
{
	const struct days none = { .grain = GRAIN_NONE };
	long away[3];
	int i;

	for (i = 0; i < 3; i++)
		away[i] = away_from(&c[i], r->date);
	i = choose(away, tense);
	return i < 0 ? none : c[i];
}

/* A month and a day of it, of the year that suits, and suits a weekday told. */
static struct days
resolve_month_day(const struct day_told *t, const struct reference *r,
    int tense)
{
	struct days c[3];
	struct date d;
	int i, y;

	if (t->weekday != 0) {
		for (i = 0; i < 12; i++) {
			y = r->date.year + (i % 2 == 0 ? -i / 2 : (i + 1) / 2);
			d = (struct date){ y, t->month, t->day };
			if (date_valid(d) && date_weekday(d) == t->weekday)
				return days_of_day(d);
		}
		return (struct days){ .grain = GRAIN_NONE };
	}
	for (i = 0; i < 3; i++) {
		d = (struct date){ r->date.year + i - 1, t->month, t->day };
		c[i] = days_of_day(d);
		if (!date_valid(d))
			c[i].grain = GRAIN_NONE;
	}
	return choose_days(c, r, tense);
}

#define WEEKDAY_REACH	12		/* months */

/* Friday the 13th: the nearest such, on the side that the tense tells. */
static struct days
resolve_day_weekday(const struct day_told *t, const struct reference *r,
    int tense)
{
	struct date month = { r->date.year, r->date.month, 1 }, d;
	struct days found = { .grain = GRAIN_NONE };
	long away, least = 0;
	int i;

	for (i = -WEEKDAY_REACH; i <= WEEKDAY_REACH; i++) {
		d = date_add_months(month, i);
		d.day = t->day;
		if (!date_valid(d) || date_weekday(d) != t->weekday)
			continue;
		away = date_number(d) - date_number(r->date);
		if ((tense < 0 && away > 0) || (tense > 0 && away < 0))
			continue;
		if (found.grain == GRAIN_NONE || labs(away) < least) {
			found = days_of_day(d);
			least = labs(away);
		}
	}
	if (tense == 0 && least > NEAR_DAYS)
		found.grain = GRAIN_NONE;
	return found;
}

/* A day of the month, of the month that suits. */
static struct days
resolve_day(const struct day_told *t, const struct reference *r, int tense)
{
	struct date month = { r->date.year, r->date.month, 1 }, d;
	struct days c[3];
	int i;

	if (t->weekday != 0)
		return resolve_day_weekday(t, r, tense);
	if (tense == 0)
		return (struct days){ .grain = GRAIN_NONE };
	for (i = 0; i < 3; i++) {
		d = date_add_months(month, i - 1);
		d.day = t->day;
		c[i] = days_of_day(d);
		if (!date_valid(d))
			c[i].grain = GRAIN_NONE;
	}
	return choose_days(c, r, tense);
}

static struct days
resolve_weekday(int weekday, const struct reference *r, int tense)
{
	int n = weekday - date_weekday(r->date);

	if (tense > 0)
		n = (n + 7) % 7;
	else
		n = -((7 - n) % 7);
	return days_of_day(date_add_days(r->date, n));
}

static struct days
resolve_told_year(const struct day_told *t)
{
	struct date d = { t->year, t->month, t->day };

	if (t->month == 0 && t->day == 0 && t->weekday == 0)
		return days_of_years(t->year, t->year);
	if (t->day == 0 && t->weekday == 0)
		return days_of_month(t->year, t->month);
	if (!date_valid(d) ||
	    (t->weekday != 0 && t->weekday != date_weekday(d)))
		return (struct days){ .grain = GRAIN_NONE };
	return days_of_day(d);
}

struct days
told_resolve(const struct day_told *t, const struct reference *r, int tense)
{
	struct days c[3];
	int i;

	if (t->days.grain != GRAIN_NONE)
		return t->days;
	if (t->month > 12 || t->day > 31 || t->year > 9999)
		return (struct days){ .grain = GRAIN_NONE };
	if (t->year != 0)
		return resolve_told_year(t);
	if (r->date.year == 0)
		return (struct days){ .grain = GRAIN_NONE };
	if (t->month != 0 && t->day != 0)
		return resolve_month_day(t, r, tense);
	if (t->month != 0 && t->weekday == 0) {
		for (i = 0; i < 3; i++)
			c[i] = days_of_month(r->date.year + i - 1, t->month);
		return choose_days(c, r, tense);
	}
	if (t->day != 0)
		return resolve_day(t, r, tense);
	if (t->weekday != 0 && t->month == 0)
		return resolve_weekday(t->weekday, r, tense);
	return (struct days){ .grain = GRAIN_NONE };
}

/* The next such day, month or year that ends no earlier than a day. */
static struct days
resolve_after(const struct day_told *t, const struct reference *r,
    struct date d)
{
	struct reference from = *r;

	if (t->days.grain != GRAIN_NONE || t->year != 0)
		return told_resolve(t, r, 0);
	from.date = d;
	return told_resolve(t, &from, 1);
}

struct days
told_range(struct day_told a, struct day_told b, const struct reference *r,
    int tense)
{
	struct days first, last;

	if (b.month == 0 && b.day != 0 && a.day != 0)
		b.month = a.month == 0 || b.day >= a.day ? a.month :
		    a.month % 12 + 1;	/* the 27th of April to the third */
	if (a.month == 0 && a.day != 0 && b.day != 0 &&
	    a.day <= b.day)
		a.month = b.month;
	if (a.year == 0 && b.year != 0 && a.days.grain == GRAIN_NONE)
		a.year = b.year - (a.month > b.month);
	if (b.year == 0 && a.year != 0 && b.month >= a.month &&
	    b.days.grain == GRAIN_NONE && b.month != 0)
		b.year = a.year;
	if (b.year != 0 && b.year < 100 && a.year > 100)
		b.year += a.year / 100 * 100 +
		    (b.year < a.year % 100 ? 100 : 0);
	first = told_resolve(&a, r, tense);
	if (first.grain == GRAIN_NONE)
		return first;
	last = resolve_after(&b, r, first.first);
	if (last.grain == GRAIN_NONE)
		return last;
	return days_between(first.first, last.last);
}

/* easter+1, orthodox-2. */
static bool
easter_date(const char *s, int year, struct date *d)
{
	static const char eastern[] = "orthodox", western[] = "easter";
	size_t n = strcspn(s, "+-");

	if (n == sizeof(eastern) - 1 && memcmp(s, eastern, n) == 0)
		*d = easter_eastern(year);
	else if (n == sizeof(western) - 1 && memcmp(s, western, n) == 0)
		*d = easter(year);
	else
		return false;
	*d = date_add_days(*d, strtol(s + n, NULL, 10));
	return true;
}

bool
feast_date(const char *s, int year, struct date *d)
{
	static const char last[] = "last";
	char *end;
	long month, nth, weekday;

	if (year < 1 || year > 9999)
		return false;
	if (easter_date(s, year, d))
		return true;
	month = strtol(s, &end, 10);
	if (*end++ != '-' || month < 1 || month > 12)
		return false;
	if (strncmp(end, last, sizeof(last) - 1) == 0) {
		nth = -1;
		end += sizeof(last) - 1;
	} else
		nth = strtol(end, &end, 10);
	if (*end == '\0') {
		*d = (struct date){ year, (int)month, (int)nth };
		return date_valid(*d);
	}
	end += strcspn(end, "-");
	if (*end != '-')
		return false;
	weekday = strtol(end + 1, &end, 10);
	if (!nth_weekday(year, (int)month, (int)nth, (int)weekday, d))
		return false;
	*d = date_add_days(*d, strtol(end, NULL, 10));
	return true;
}

struct days
feast_resolve(const char *s, int year, const struct reference *r, int tense)
{
	struct days c[3];
	struct date d;
	int i;

	if (year != 0)
		return feast_date(s, year, &d) ? days_of_day(d) :
		    (struct days){ .grain = GRAIN_NONE };
	if (r->date.year == 0)
		return (struct days){ .grain = GRAIN_NONE };
	for (i = 0; i < 3; i++)
		c[i] = feast_date(s, r->date.year + i - 1, &d) ?
		    days_of_day(d) : (struct days){ .grain = GRAIN_NONE };
	return choose_days(c, r, tense);
}

bool
days_format(const struct days *d, char *s, size_t size)
{
	int year, week, n = -1;

	if (date_is_edge(d->first) || date_is_edge(d->last))
		return false;
	switch (d->grain) {
	case GRAIN_NONE:
		return false;
	case GRAIN_DAY:
		n = snprintf(s, size, "%04d-%02d-%02d", d->first.year,
		    d->first.month, d->first.day);
		break;
	case GRAIN_WEEK:
		week = date_week(d->first, &year);
		n = snprintf(s, size, "%04d-W%02d", year, week);
		break;
	case GRAIN_MONTH:
		n = snprintf(s, size, "%04d-%02d", d->first.year,
		    d->first.month);
		break;
	case GRAIN_YEAR:
		n = snprintf(s, size, "%04d", d->first.year);
		break;
	case GRAIN_SPAN:
		n = snprintf(s, size, "%04d-%02d-%02d/%04d-%02d-%02d",
		    d->first.year, d->first.month, d->first.day,
		    d->last.year, d->last.month, d->last.day);
		break;
	}
	return n > 0 && (size_t)n < size;
}
