#include "common/entities/values.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/entities/values_date.h"
#include "common/entities/values_parts.h"
#include "common/lexicon/lexicon.h"

#define CENTURIES_SURE	30		/* '30s to '90s are of the 1900s */

/* A time of the day. */
struct clock {
	int	 hour, minute;		/* hour -1: not told */
	double	 second;
	bool	 has_second;
	bool	 sure;			/* which half of the day */
	char	 zone[8];		/* Z, -05:00; "" if not told */
};

/* What a part means. */
struct sense {
	enum { NOTHING, TOLD, RANGE, CLOCK, TEXT } kind;
	struct day_told	 told, to;	/* a range's end */
	bool		 next;		/* whose two days follow each other */
	struct clock	 clock;
	char		 text[VALUE_MAX];
};

struct evaluation {
	struct parts	 p;
	const struct token *t;
	size_t		 ntokens, first, last;	/* its tokens */
	const struct reference *ref;
	int		 tense;
	struct value	*out;
};

static bool	 mean(const struct evaluation *, size_t at, struct sense *);

/* The year a part tells; of two figures, the one nearest to the reference. */
static bool
year_of(const struct evaluation *e, size_t at, int *year)
{
	int now = e->ref->date.year;

	if (!part_year(&e->p, at, year))
		return false;
	if (*year < 100) {
		if (now == 0)
			return false;
		*year += now / 100 * 100;
		if (*year > now + 10)
			*year -= 100;
	}
	return *year > 0;
}

/*
 * year month day weekday: what of a date is told; short: two figures of a year,
 * the second of two.
 */
static bool
verb_date(const struct evaluation *e, size_t at, struct sense *m)
{
	const char *literal;
	size_t n, part;
	double v;

	m->kind = TOLD;
	part = part_argument(&e->p, at, "year", &literal, &n);
	if (part != NO_PART && !year_of(e, part, &m->told.year))
		return false;
	if (argument_number(&e->p, at, "short", &v))
		m->told.year = (int)v;
	if (argument_number(&e->p, at, "month", &v))
		m->told.month = (int)v;
	if (argument_number(&e->p, at, "day", &v))
		m->told.day = (int)v;
	if (argument_number(&e->p, at, "weekday", &v))
		m->told.weekday = (int)v;
	if (m->told.year + m->told.month + m->told.day == 0 &&
	    value_is_any(e->p.text, e->t, e->first))
		return false;
	return m->told.year + m->told.month + m->told.day + m->told.weekday !=
	    0;
}

/*
 * year which weekday: what stands beside a date or range of dates, which is
 * told by the first part inside that has a value of its own.
 */
static bool
verb_inyear(const struct evaluation *e, size_t at, struct sense *m)
{
	const char *literal;
	size_t n, part = part_argument(&e->p, at, "year", &literal, &n);
	struct day_told *last;
	double v;

	if (part_find(&e->p, at, "open") != NO_PART ||
	    !mean(e, part_with_verb(&e->p, at, 1), m))
		return false;
	last = m->kind == RANGE ? &m->to : &m->told;
	if (argument_number(&e->p, at, "weekday", &v))
		m->told.weekday = (int)v;
	if (last->year != 0)
		return true;
	if (part != NO_PART)
		return year_of(e, part, &last->year);
	if (argument_number(&e->p, at, "which", &v)) {
		if (e->ref->date.year == 0)
			return false;
		last->year = e->ref->date.year + (int)v;
	}
	return true;
}

/*
 * a b c: the figures of a date in an order that the text leaves open, but that
 * no month is above 12: first month or first day; the year may be first.
 */
static bool
verb_figures(const struct evaluation *e, size_t at, struct sense *m)
{
	double a, b;
	const char *literal;
	size_t n, part = part_argument(&e->p, at, "year", &literal, &n);
	bool american = strcmp(e->ref->country, "US") == 0;

	if (!argument_number(&e->p, at, "a", &a) ||
	    !argument_number(&e->p, at, "b", &b) || (part != NO_PART &&
	    !year_of(e, part, &m->told.year)))
		return false;
	if (a > 12 || (a != b && b <= 12 && !american &&
	    e->ref->country[0] != '\0')) {
		m->told.day = (int)a;
		m->told.month = (int)b;
	} else {
		if (b <= 12 && a != b && !american)
			return false;
		m->told.month = (int)a;
		m->told.day = (int)b;
	}
	m->kind = TOLD;
	return true;
}

/* One weekday on or back: false where two are meant as often. */
static bool
other_weekday(const struct evaluation *e, int weekday, int n, struct date *d)
{
	int away = weekday - date_weekday(e->ref->date);

	if (n < 0)
		away = away > 0 ? away - 7 : away == 0 ? -7 : 1;
	else if (n > 0)
		away = away < 0 ? away + 7 : away == 0 ? 7 : -1;
	else if (away < 0 && e->tense >= 0)
		return false;
	if (n != 0 && (away > 0) != (n > 0))
		return false;
	*d = date_add_days(e->ref->date, away);
	return true;
}

/* This, last or next such month. */
static struct days
other_month(const struct evaluation *e, int month, int n)
{
	struct date now = e->ref->date;
	int year = now.year;

	if (n < 0)
		year -= month >= now.month;
	else if (n > 0)
		year += month <= now.month;
	return days_of_month(year, month);
}

/* The weekday of the week that is so many from the one that is. */
static struct days
weekday_of_week(const struct evaluation *e, int weekday, long n)
{
	struct length week;

	length_read(&week, "P1W");
	return days_of_day(date_add_days(days_period(e->ref->date, &week,
	    n).first, weekday - MONDAY));
}

/*
 * n unit, weekday or month, 0 the one that is: last week, next May; weekday and
 * unit, that day of such a week.
 */
static bool
verb_rel(const struct evaluation *e, size_t at, struct sense *m)
{
	struct length length;
	struct date d;
	char text[VALUE_MAX];
	double n, v;

	m->kind = TOLD;
	if (e->ref->date.year == 0 || !argument_number(&e->p, at, "n", &n))
		return false;
	if (argument_number(&e->p, at, "weekday", &v) &&
	    argument_text(&e->p, at, "unit", text, sizeof(text)))
		m->told.days = weekday_of_week(e, (int)v, (long)n);
	else if (argument_number(&e->p, at, "weekday", &v)) {
		if (!other_weekday(e, (int)v, (int)n, &d))
			return false;
		m->told.days = days_of_day(d);
	} else if (argument_number(&e->p, at, "month", &v)) {
		m->told.days = other_month(e, (int)v, (int)n);
		if (argument_number(&e->p, at, "day", &v))
			m->told.days = days_of_day((struct date){
			    m->told.days.first.year,
			    m->told.days.first.month, (int)v });
	} else if (argument_text(&e->p, at, "unit", text, sizeof(text))) {
		if (strcmp(text, "weekend") == 0) {
			length_read(&length, "P1W");
			m->told.days = days_period(e->ref->date, &length,
			    (long)n);
			m->told.days.first =
			    date_add_days(m->told.days.first, 5);
			m->told.days.grain = GRAIN_SPAN;
		} else if (length_read(&length, text))
			m->told.days = days_period(e->ref->date, &length,
			    (long)n);
	}
	return m->told.days.grain != GRAIN_NONE &&
	    date_valid(m->told.days.first);
}

static bool
is_unit(const struct number_part *part, const char *const *units)
{
	for (; *units != NULL; units++)
		if (part->class && strcmp(part->name, *units) == 0)
			return true;
	return false;
}

/* Does a class hold words for several: weeks? */
static bool
is_plural(const struct number_part *part)
{
	size_t n = strlen(part->name);

	return n > 0 && part->name[n - 1] == 's';
}

/* The numbers of a part and their units, in order: 6 ft 2 in. */
struct pair {
	double		 n;
	const char	*unit;		/* the class's value */
};

/*
 * The pairs of a part, at most so many; 0 if a number is open, is several, or
 * has no unit.
 */
static size_t
pairs(const struct evaluation *e, size_t at, const char *const *units,
    struct pair *pair, size_t most)
{
	const struct number_part *v = e->p.v;
	size_t i, end = at + 1 + v[at].inside, n = 0, from = v[at].start;
	double number;

	for (i = at + 1; i < end; i++) {
		if (!v[i].class && strcmp(v[i].name, "per") == 0)
			return n;
		if (!is_unit(&v[i], units))
			continue;
		if (n == most || part_numbers(&e->p, at, from, v[i].start) > 1)
			return 0;
		if (!part_number_between(&e->p, at, from, v[i].start,
		    &pair[n].n)) {
			if (is_plural(&v[i]) || n > 0)
				return 0;
			pair[n].n = 1;
		}
		pair[n++].unit = v[i].value;
		from = v[i].end;
	}
	if (n > 0 && part_find(&e->p, at, "inches") == NO_PART &&
	    part_number_between(&e->p, at, from, v[at].end, &number)) {
		if (number >= 1)
			return 0;
		pair[n - 1].n += number;	/* an hour and a half */
	}
	return n;
}

#define PAIRS	4

/* Is there a number that nobody knows: dozens, several? */
static bool
is_vague(const struct evaluation *e, size_t at)
{
	return part_find(&e->p, at, "vague") != NO_PART;
}

static bool
length_of(const struct evaluation *e, size_t at, struct length *l)
{
	static const char *const units[] = { "period", "periods", "span",
	    "spans", "quarterly", "quarterlys", "anhour", "aperiod",
	    "hourletter", "minuteletter", "secondletter", NULL };
	static const struct length none;
	struct pair pair[PAIRS];
	struct length unit;
	size_t i, n;

	*l = none;
	if (is_vague(e, at))
		return false;
	n = pairs(e, at, units, pair, PAIRS);
	for (i = 0; i < n; i++) {
		if (!length_read(&unit, pair[i].unit) || pair[i].n <= 0)
			return false;
		length_add(l, pair[i].n, &unit);
	}
	length_whole(l);
	return n > 0;
}

/* A stretch of time: three weeks, two hours and a half. */
static bool
verb_span(const struct evaluation *e, size_t at, struct sense *m)
{
	struct length l;

	m->kind = TEXT;
	return length_of(e, at, &l) &&
	    length_format(&l, m->text, sizeof(m->text));
}

/* Is a word of this class? */
static bool
is_of_class(const struct evaluation *e, size_t i, const char *class)
{
	return word_value(e->p.text + e->t[i].start,
	    e->t[i].end - e->t[i].start, class) != NULL;
}

/* Is a token a number, in figures or words? */
static bool
is_number(const struct evaluation *e, size_t i)
{
	static const char *const classes[] = { "ones", "teens", "tens",
	    "hundred", "scale", "counts", NULL };
	const char *const *class;

	if ((e->t[i].flags & TOKEN_DIGIT) != 0)
		return true;
	for (class = classes; *class != NULL; class++)
		if (is_of_class(e, i, *class))
			return true;
	return false;
}

#define RATE_REACH	2	/* tokens between a number and "a day" */

/*
 * A day: how long, or how often, as in 10,000 a day, twice a year: a number
 * stands before, and no preposition between.
 */
static bool
verb_per(const struct evaluation *e, size_t at, struct sense *m)
{
	size_t i;

	if (!verb_span(e, at, m))
		return false;
	for (i = e->first; i > 0 && e->first - i < RATE_REACH; i--) {
		if (is_of_class(e, i - 1, "prep") ||
		    e->t[i - 1].kind == TOKEN_MARK)
			return true;
		if (is_number(e, i - 1)) {
			memmove(m->text + 2, m->text, sizeof(m->text) - 2);
			memcpy(m->text, "R/", 2);
			m->text[sizeof(m->text) - 1] = '\0';
			return true;
		}
	}
	return true;
}

/* An age in years, without the word. */
static bool
verb_age(const struct evaluation *e, size_t at, struct sense *m)
{
	static const struct length none;
	struct length l = none;

	m->kind = TEXT;
	if (part_numbers(&e->p, at, e->p.v[at].start, e->p.v[at].end) > 1 ||
	    !part_number(&e->p, at, &l.n[UNIT_YEAR]))
		return false;
	return length_format(&l, m->text, sizeof(m->text));
}

/* Again and again: unit, or what the part is long. */
static bool
verb_every(const struct evaluation *e, size_t at, struct sense *m)
{
	struct length l;
	char text[VALUE_MAX];

	m->kind = TEXT;
	if (e->first > 0 && is_number(e, e->first - 1))
		return false;			/* six Tuesdays */
	if (argument_text(&e->p, at, "unit", text, sizeof(text))) {
		if (!length_read(&l, text))
			return false;
	} else if (!length_of(e, at, &l))
		return false;
	memcpy(m->text, "R/", 2);
	return length_format(&l, m->text + 2, sizeof(m->text) - 2);
}

/* n: so long before or after the day, week or month that a part tells. */
static bool
away_from_part(const struct evaluation *e, size_t at, size_t basis, int n,
    struct sense *m)
{
	struct sense in = { .kind = NOTHING };
	size_t lasting = part_find(&e->p, at, "lasting");
	struct length l;
	struct days days;

	if (lasting == NO_PART || !length_of(e, lasting, &l) ||
	    !mean(e, basis, &in) || in.kind != TOLD)
		return false;
	days = told_resolve(&in.told, e->ref, e->tense);
	if (days.grain != GRAIN_DAY)
		return false;
	days = days_from(days.first, &l, n);
	if (days.grain == GRAIN_NONE)
		return false;
	m->kind = TOLD;
	m->told.days = days_of_day(n < 0 ? days.first : days.last);
	return true;
}

/*
 * n: so long before the day of reference, -1, or after it, 1; today: of it.
 * basis: not of that day, but of this.
 */
static bool
verb_away(const struct evaluation *e, size_t at, struct sense *m)
{
	struct length l;
	double n, today = 0;
	const char *literal;
	size_t k, basis = part_argument(&e->p, at, "basis", &literal, &k);

	if (basis != NO_PART)
		return argument_number(&e->p, at, "n", &n) &&
		    away_from_part(e, at, basis, (int)n, m);
	m->kind = TOLD;
	argument_number(&e->p, at, "today", &today);
	if (e->ref->date.year == 0 || !argument_number(&e->p, at, "n", &n) ||
	    today != 0 || !length_of(e, at, &l))
		return false;
	m->told.days = days_away(e->ref->date, &l, (int)n);
	return m->told.days.grain != GRAIN_NONE;
}

/*
 * n: the stretch of so long up to the day of reference, -1, or from it, 1; 0,
 * of one: that it is in.
 */
static bool
verb_stretch(const struct evaluation *e, size_t at, struct sense *m)
{
	struct length l;
	double n;

	if (!argument_number(&e->p, at, "n", &n) || !length_of(e, at, &l) ||
	    l.n[UNIT_DAY] == 1)
		return false;
	m->kind = TOLD;
	if (e->ref->date.year != 0) {
		if (part_find(&e->p, at, "quarterly") != NO_PART ||
		    part_find(&e->p, at, "quarterlys") != NO_PART)
			m->told.days = days_quarters(e->ref->date,
			    (int)(l.n[UNIT_MONTH] / 3), (int)n);
		else
			m->told.days = n == 0 ? days_period(e->ref->date,
			    &l, 0) : days_from(e->ref->date, &l, (int)n);
		if (m->told.days.grain != GRAIN_NONE)
			return true;
	}
	m->kind = TEXT;
	return n != 0 && length_format(&l, m->text, sizeof(m->text));
}

/* The week, month or year of the day of reference. */
static bool
verb_now(const struct evaluation *e, size_t at, struct sense *m)
{
	struct length l;

	if (e->ref->date.year == 0 || !length_of(e, at, &l) ||
	    l.n[UNIT_DAY] == 1)
		return false;
	m->kind = TOLD;
	m->told.days = days_period(e->ref->date, &l, 0);
	return m->told.days.grain != GRAIN_NONE;
}

/* There is no value, whatever is inside. */
static bool
verb_none(const struct evaluation *e, size_t at, struct sense *m)
{
	(void)e;
	(void)at;
	(void)m;
	return false;
}

/* feast year: Easter 2018; which: last Christmas. */
static bool
verb_feast(const struct evaluation *e, size_t at, struct sense *m)
{
	struct reference from = *e->ref;
	char feast[VALUE_MAX];
	const char *literal;
	size_t n, part;
	char *but;
	double which;
	int year = 0, tense = e->tense;

	if (!argument_text(&e->p, at, "feast", feast, sizeof(feast)))
		return false;
	/* another day in a country: !CA */
	if ((but = strchr(feast, '!')) != NULL) {
		if (strcmp(but + 1, e->ref->country) == 0)
			return false;
		*but = '\0';
	}
	part = part_argument(&e->p, at, "year", &literal, &n);
	if (part != NO_PART && !year_of(e, part, &year))
		return false;
	if (argument_number(&e->p, at, "which", &which) && from.date.year) {
		if (which == 0)
			year = from.date.year;
		else {
			tense = which < 0 ? -1 : 1;
			from.date = date_add_days(from.date, 10L * tense);
			if (which < 0 && !feast_date(feast, from.date.year,
			    &from.date))
				return false;
			from.date = which < 0 ? date_add_days(e->ref->date, -9)
			    : date_add_days(e->ref->date, 9);
		}
	}
	m->kind = TOLD;
	m->told.days = feast_resolve(feast, year, &from, tense);
	return m->told.days.grain != GRAIN_NONE;
}

/* The years of a decade: the 1990s; the '90s, of the 1900s; the 1800s, all. */
static bool
verb_decade(const struct evaluation *e, size_t at, struct sense *m)
{
	double v, century;

	if (!argument_number(&e->p, at, "decade", &v))
		return false;
	if (argument_number(&e->p, at, "century", &century))
		v += 100 * century;
	if (v < 100) {
		if (v < CENTURIES_SURE)
			return false;
		v += 1900;
	}
	if (v == 2000)				/* or the century? */
		return false;
	m->kind = TOLD;
	m->told.days = days_of_years((int)v, (int)v +
	    (fmod(v, 100) == 0 ? 99 : 9));
	return m->told.days.grain != GRAIN_NONE;
}

/* The nth century: the 20th is from 1901 to 2000. */
static bool
verb_century(const struct evaluation *e, size_t at, struct sense *m)
{
	double n;

	if (!argument_number(&e->p, at, "n", &n) || n < 1 || n > 99)
		return false;
	m->kind = TOLD;
	m->told.days = days_of_years((int)n * 100 - 99, (int)n * 100);
	return m->told.days.grain != GRAIN_NONE;
}

/* n of year: its nth quarter, or half, which unit tells. */
static bool
verb_part(const struct evaluation *e, size_t at, struct sense *m)
{
	char text[VALUE_MAX];
	struct length l;
	const char *literal;
	size_t k, part = part_argument(&e->p, at, "year", &literal, &k);
	struct date first = { 0, 1, 1 };
	double n, which;

	if (part != NO_PART) {
		if (!year_of(e, part, &first.year))
			return false;
	} else if (argument_number(&e->p, at, "which", &which) &&
	    e->ref->date.year != 0)
		first.year = e->ref->date.year + (int)which;
	if (first.year < 1 || !argument_number(&e->p, at, "n", &n) ||
	    !argument_text(&e->p, at, "unit", text, sizeof(text)) ||
	    !length_read(&l, text) || n < 1 || n * l.n[UNIT_MONTH] > 12)
		return false;
	m->kind = TOLD;
	m->told.days = days_period(first, &l, (long)n - 1);
	return m->told.days.grain != GRAIN_NONE;
}

/* The stretch of days that ends with a month or day: quarter ended June 30. */
static bool
verb_ending(const struct evaluation *e, size_t at, struct sense *m)
{
	struct sense end = { .kind = NOTHING };
	struct length l;
	struct days days;
	struct date first;

	if (!mean(e, part_find(&e->p, at, "fulldate"), &end) ||
	    end.kind != TOLD ||
	    !length_of(e, part_find(&e->p, at, "ending"), &l))
		return false;
	days = told_resolve(&end.told, e->ref, -1);
	if (days.grain == GRAIN_NONE)
		return false;
	first = date_add_days(days.last, 1);
	days = days_from(first, &l, -1);
	if (days.grain == GRAIN_NONE)
		return false;
	days.last = date_add_days(days.last, -1);
	m->kind = TOLD;
	m->told.days = days;
	return true;
}

/* The week that a day is in. */
static bool
verb_week(const struct evaluation *e, size_t at, struct sense *m)
{
	struct sense day = { .kind = NOTHING };
	struct length week;
	struct days days;

	if (!mean(e, part_with_verb(&e->p, at, 1), &day) || day.kind != TOLD)
		return false;
	days = told_resolve(&day.told, e->ref, e->tense);
	if (days.grain != GRAIN_DAY)
		return false;
	m->kind = TOLD;
	length_read(&week, "P1W");
	m->told.days = days_period(days.first, &week, 0);
	m->told.days.grain = GRAIN_SPAN;
	return true;
}

/*
 * which n unit: of what another part tells, the first n months or days, the
 * last, -1, or the one of that number: the first three months of 2024.
 */
static bool
verb_slice(const struct evaluation *e, size_t at, struct sense *m)
{
	struct sense in = { .kind = NOTHING };
	size_t of = part_find(&e->p, at, "partof");
	struct days days;
	struct date first, end;		/* the day behind */
	char unit[VALUE_MAX];
	double v, n = 1;
	int months, count, which;

	if (of == NO_PART || !mean(e, part_with_verb(&e->p, of, 1), &in) ||
	    in.kind != TOLD || !argument_number(&e->p, at, "which", &v) ||
	    !argument_text(&e->p, at, "unit", unit, sizeof(unit)))
		return false;
	which = (int)v;
	argument_number(&e->p, at, "n", &n);
	count = (int)n;
	days = told_resolve(&in.told, e->ref, e->tense);
	months = strcmp(unit, "P1M") == 0 ? 1 : strcmp(unit, "P3M") == 0 ? 3 :
	    0;
	if (days.grain == GRAIN_NONE || count < 1 || count > 366 ||
	    count != n || (which != 1 && which != -1 && count > 1) ||
	    (months == 0 && strcmp(unit, "P1D") != 0))
		return false;
	end = date_add_days(days.last, 1);
	if (which < 0)
		first = months > 0 ? date_add_months(end, -count * months) :
		    date_add_days(end, -count);
	else {
		first = months > 0 ? date_add_months(days.first,
		    (which - 1) * months) :
		    date_add_days(days.first, which - 1);
		end = months > 0 ? date_add_months(first, count * months) :
		    date_add_days(first, count);
	}
	if (date_number(first) < date_number(days.first) ||
	    date_number(end) - 1 > date_number(days.last))
		return false;
	m->kind = TOLD;
	m->told.days = months == 1 && count == 1 ?
	    days_of_month(first.year, first.month) :
	    days_between(first, date_add_days(end, -1));
	return true;
}

/* n weekday of a month: the first Monday of May; n -1 the last. */
static bool
verb_nth(const struct evaluation *e, size_t at, struct sense *m)
{
	struct sense in = { .kind = NOTHING };
	struct days days;
	struct date d;
	double n, weekday;

	if (!argument_number(&e->p, at, "n", &n) ||
	    !argument_number(&e->p, at, "weekday", &weekday) ||
	    !mean(e, part_with_verb(&e->p, at, 1), &in) || in.kind != TOLD)
		return false;
	days = told_resolve(&in.told, e->ref, e->tense);
	if (days.grain != GRAIN_MONTH || !nth_weekday(days.first.year,
	    days.first.month, (int)n, (int)weekday, &d))
		return false;
	m->kind = TOLD;
	m->told.days = days_of_day(d);
	return true;
}

/* Half is am, pm or night, of which nine is before midnight, two behind it. */
static void
clock_half(struct clock *c, const char *half)
{
	if (c->hour < 1 || c->hour > 12)
		return;
	c->sure = true;
	if (c->hour == 12)
		c->hour = 0;
	if (half[0] == 'p' || (half[0] == 'n' && c->hour > 5))
		c->hour += 12;
}

/* hour minute second, half (am, pm) or sure, zone. */
static bool
verb_clock(const struct evaluation *e, size_t at, struct sense *m)
{
	struct clock *c = &m->clock;
	char half[8];
	double v;
	size_t part;

	m->kind = CLOCK;
	if (argument_number(&e->p, at, "military", &v)) {
		c->hour = (int)v / 100;
		c->minute = (int)v % 100;
		c->sure = true;
	} else if (!argument_number(&e->p, at, "hour", &v) || v > 24)
		return false;
	else
		c->hour = (int)v;
	if (argument_number(&e->p, at, "minute", &v))
		c->minute = (int)v;
	if (argument_number(&e->p, at, "before", &v)) {
		c->minute = 60 - (int)v;
		c->hour = (c->hour + 11) % 12 + (c->hour > 12 ? 12 : 0);
	}
	if (argument_number(&e->p, at, "second", &v)) {
		c->second = v;
		c->has_second = true;
	}
	argument_text(&e->p, at, "zone", c->zone, sizeof(c->zone));
	part = part_find(&e->p, at, "hour");
	c->sure = c->sure || c->hour > 12 || c->hour == 0 ||
	    (part != NO_PART && e->p.text[e->p.v[part].start] == '0') ||
	    argument_number(&e->p, at, "sure", &v);
	if (argument_text(&e->p, at, "half", half, sizeof(half)))
		clock_half(c, half);
	return c->minute < 60;
}

/* half zone: what stands behind a time that the first part inside tells. */
static bool
verb_inday(const struct evaluation *e, size_t at, struct sense *m)
{
	char half[8];

	if (!mean(e, part_with_verb(&e->p, at, 1), m) || m->kind != CLOCK)
		return false;
	argument_text(&e->p, at, "zone", m->clock.zone, sizeof(m->clock.zone));
	if (argument_text(&e->p, at, "half", half, sizeof(half)) &&
	    !m->clock.sure)
		clock_half(&m->clock, half);
	return true;
}

static int
clock_format(const struct clock *c, char *s, size_t size)
{
	char second[40];

	if (!c->has_second)
		return snprintf(s, size, "T%02d:%02d%s", c->hour, c->minute,
		    c->zone);
	if (!decimal_format(c->second, second, sizeof(second)))
		return -1;
	return snprintf(s, size, "T%02d:%02d:%s%s%s", c->hour, c->minute,
	    c->second < 10 ? "0" : "", second, c->zone);
}

/* From one time of the day to another. */
static bool
clock_range(struct clock a, struct clock b, struct sense *m)
{
	int n;

	if (!a.sure && b.sure) {
		if (b.hour > 12 && a.hour <= 12 && a.hour + 12 < b.hour)
			a.hour += 12;
		else if (b.hour >= 12 && a.hour == b.hour - 12)
			a.hour += a.minute < b.minute ? 12 : 0;
		else if (a.hour > b.hour)
			return false;
		a.sure = true;
	}
	if (!a.sure || !b.sure)
		return false;
	memcpy(a.zone, b.zone, sizeof(a.zone));
	m->kind = TEXT;
	n = clock_format(&a, m->text, sizeof(m->text));
	if (n < 0 || n + 1 >= (int)sizeof(m->text))
		return false;
	m->text[n++] = '/';
	return clock_format(&b, m->text + n, sizeof(m->text) - (size_t)n) > 0;
}

/*
 * From the first part inside that has a value of its own to the second.  next:
 * only two days that follow each other; years: not two such years, which may be
 * one season.
 */
static bool
verb_from(const struct evaluation *e, size_t at, struct sense *m)
{
	struct sense a = { .kind = NOTHING }, b = { .kind = NOTHING };
	double v;

	if (!mean(e, part_with_verb(&e->p, at, 1), &a) ||
	    !mean(e, part_with_verb(&e->p, at, 2), &b) || a.kind != b.kind)
		return false;
	if (a.kind == CLOCK) {
		argument_text(&e->p, at, "zone", b.clock.zone,
		    sizeof(b.clock.zone));
		return clock_range(a.clock, b.clock, m);
	}
	if (a.kind != TOLD || (argument_number(&e->p, at, "years", &v) &&
	    (a.told.year + 1 - b.told.year) % 100 == 0))
		return false;
	m->kind = RANGE;
	m->told = a.told;
	m->to = b.told;
	m->next = argument_number(&e->p, at, "next", &v);
	return true;
}

/* A day and the time of it, the first two parts inside with such values. */
static bool
verb_moment(const struct evaluation *e, size_t at, struct sense *m)
{
	struct sense day = { .kind = NOTHING }, time = { .kind = NOTHING };
	struct days days;
	size_t n;

	if (!mean(e, part_with_verb(&e->p, at, 1), &day) || day.kind != TOLD ||
	    !mean(e, part_with_verb(&e->p, at, 2), &time) ||
	    time.kind != CLOCK || !time.clock.sure)
		return false;
	days = told_resolve(&day.told, e->ref, e->tense);
	if (days.grain != GRAIN_DAY ||
	    !days_format(&days, m->text, sizeof(m->text)))
		return false;
	n = strlen(m->text);
	m->kind = TEXT;
	return clock_format(&time.clock, m->text + n, sizeof(m->text) - n) > 0;
}

static const struct {
	const char	*name;
	bool		(*run)(const struct evaluation *, size_t,
			    struct sense *);
} verbs[] = {
	{ "age", verb_age }, { "away", verb_away },
	{ "century", verb_century }, { "clock", verb_clock },
	{ "date", verb_date }, { "decade", verb_decade },
	{ "ending", verb_ending }, { "every", verb_every },
	{ "feast", verb_feast }, { "figures", verb_figures },
	{ "from", verb_from }, { "inday", verb_inday },
	{ "inyear", verb_inyear }, { "moment", verb_moment },
	{ "none", verb_none }, { "now", verb_now }, { "nth", verb_nth },
	{ "part", verb_part }, { "per", verb_per }, { "rel", verb_rel },
	{ "slice", verb_slice },
	{ "span", verb_span }, { "stretch", verb_stretch },
	{ "week", verb_week },
};

/* What a part means: by its verb, or as the only part inside with one does. */
static bool
mean(const struct evaluation *e, size_t at, struct sense *m)
{
	const char *verb;
	size_t i, n;

	if (at == NO_PART)
		return false;
	verb = part_verb(&e->p, at, &n);
	if (n == 0)
		return part_with_verb(&e->p, at, 2) == NO_PART &&
		    mean(e, part_with_verb(&e->p, at, 1), m);
	for (i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
		if (strlen(verbs[i].name) == n &&
		    memcmp(verbs[i].name, verb, n) == 0)
			return verbs[i].run(e, at, m);
	return false;
}

#define DAYPART_REACH	5		/* tokens behind a time */

/* Which half of the day: 6:14 on a Sunday morning. */
static void
look_daypart(const struct evaluation *e, struct clock *c)
{
	const char *half;
	size_t i;

	for (i = e->last + 1; i < e->ntokens && i <= e->last + DAYPART_REACH &&
	    e->t[i].kind != TOKEN_MARK; i++) {
		half = word_value(e->p.text + e->t[i].start,
		    e->t[i].end - e->t[i].start, "daypart");
		if (half != NULL && *half != '\0') {
			clock_half(c, half);
			return;
		}
	}
}

static void
find_moment(const struct evaluation *e)
{
	struct sense m = { .kind = NOTHING };
	struct days days;

	if (!mean(e, 0, &m))
		return;
	switch (m.kind) {
	case TOLD:
		days = told_resolve(&m.told, e->ref, e->tense);
		days_format(&days, e->out->text, sizeof(e->out->text));
		break;
	case RANGE:
		days = told_range(m.told, m.to, e->ref, e->tense);
		if (!m.next || date_number(days.last) ==
		    date_number(days.first) + 1)
			days_format(&days, e->out->text, sizeof(e->out->text));
		break;
	case CLOCK:
		if (!m.clock.sure)
			look_daypart(e, &m.clock);
		if (m.clock.sure)
			clock_format(&m.clock, e->out->text,
			    sizeof(e->out->text));
		break;
	case TEXT:
		memcpy(e->out->text, m.text, sizeof(m.text));
		break;
	case NOTHING:
		break;
	}
}

/*
 * The factor from the first unit of a measure in two to the second; 0 if they
 * are no such.
 */
static double
factor(const char *unit, const char *less)
{
	static const struct {
		const char *unit, *less;
		double n;
	} factors[] = {
		{ "[ft_i]", "[in_i]", 12 }, { "[stone_av]", "[lb_av]", 14 },
		{ "[lb_av]", "[oz_av]", 16 }, { "m", "cm", 100 },
		{ "km", "m", 1000 }, { "kg", "g", 1000 },
		{ "[yd_i]", "[ft_i]", 3 },
	};
	size_t i;

	for (i = 0; i < sizeof(factors) / sizeof(factors[0]); i++)
		if (strcmp(factors[i].unit, unit) == 0 &&
		    strcmp(factors[i].less, less) == 0)
			return factors[i].n;
	return 0;
}

/* A unit, with what it is per: false if either is open. */
static bool
rate(const struct evaluation *e, const char *unit, char *s, size_t size)
{
	static const char *const ucum[UNITS] = { "a", "mo", "wk", "d", "h",
	    "min", "s" };
	size_t per = part_find(&e->p, 0, "per");
	struct length l;
	char text[VALUE_MAX];
	double n;
	int u;

	if (*unit == '\0')
		return false;
	if (per == NO_PART)
		return snprintf(s, size, "%s", unit) < (int)size;
	if (argument_text(&e->p, per, "unit", text, sizeof(text)))
		return snprintf(s, size, "%s/%s", unit, text) < (int)size;
	if (!argument_text(&e->p, per, "span", text, sizeof(text)) ||
	    !length_read(&l, text) || (u = length_unit(&l, &n)) == UNITS ||
	    n != 1)
		return false;
	return snprintf(s, size, "%s/%s", unit, ucum[u]) < (int)size;
}

/* Does the line say that there is no value? */
static bool
is_none(const struct evaluation *e)
{
	static const char none[] = "none";
	size_t n;
	const char *verb = part_verb(&e->p, 0, &n);

	return n == sizeof(none) - 1 && memcmp(verb, none, n) == 0;
}

static void
find_measure(const struct evaluation *e)
{
	static const char *const units[] = { "unit", "unitletter", "smallunit",
	    "metre", "temperature", "poundword", "ounceword", "feetword",
	    "footmark", "inchword", NULL };
	struct value *out = e->out;
	struct pair pair[PAIRS];
	size_t n = pairs(e, 0, units, pair, PAIRS);
	size_t inches;
	double v, f;

	if (n == 0) {
		if (part_numbers(&e->p, 0, e->p.v[0].start, e->p.v[0].end) > 1
		    || !part_number(&e->p, 0, &v))
			return;
	} else
		v = pair[0].n;
	if (n > 2)
		return;
	inches = part_find(&e->p, 0, "inches");
	if (n == 1 && inches != NO_PART && part_number(&e->p, inches, &f))
		v += f / 12;
	if (n == 2) {
		f = factor(pair[0].unit, pair[1].unit);
		if (f == 0)
			return;
		v += pair[1].n / f;
	}
	if (n > 0 && part_is_negative(&e->p, 0))
		v = -v;
	if (!decimal_format(v, out->text, sizeof(out->text)))
		return;
	if (n > 0 && !rate(e, pair[0].unit, out->unit, sizeof(out->unit)))
		out->unit[0] = '\0';
}

/*
 * The code of a currency by its class's value, CODE or word[:CODE], the code
 * for where no country decides, and of how many parts of it by what may be
 * behind a stroke: GBP/100.  False if it is left open.
 */
static bool
money_unit(const struct evaluation *e, const char *value, char code[4],
    double *parts)
{
	const char *slash = strchr(value, '/');
	char word[VALUE_UNIT_MAX];
	char *colon;
	size_t n = slash != NULL ? (size_t)(slash - value) : strlen(value);

	*parts = slash != NULL ? strtod(slash + 1, NULL) : 1;
	if (n == 0 || n >= sizeof(word))
		return false;
	memcpy(word, value, n);
	word[n] = '\0';
	if ((colon = strchr(word, ':')) != NULL)
		*colon++ = '\0';
	else if (byte_is((unsigned char)word[0], CHAR_UPPER))
		colon = word;
	if (colon != word && reference_money(e->ref, word, code))
		return true;
	if (colon == NULL || strlen(colon) != 3)
		return false;
	memcpy(code, colon, 4);
	return true;
}

/* A sum in two parts: five dollars and ten cents. */
static void
find_money_pair(const struct evaluation *e)
{
	static const char *const classes[] = { "wholemoney", "partmoney",
	    NULL };
	struct value *out = e->out;
	struct pair pair[PAIRS];
	char code[4];
	double whole, less;

	if (pairs(e, 0, classes, pair, PAIRS) != 2)
		return;
	money_unit(e, pair[1].unit, code, &less);
	if (!money_unit(e, pair[0].unit, out->unit, &whole))
		out->unit[0] = '\0';
	if (!decimal_format(pair[0].n + pair[1].n / less, out->text,
	    sizeof(out->text)))
		out->unit[0] = '\0';
}

/* The power of ten that a word or the letters behind a figure are; 0: none. */
static double
scale_of(const char *s, size_t n)
{
	static const char *const classes[] = { "scale", "scaleshort",
	    "scaleletter", "sumletter" };
	const char *value;
	size_t i;

	for (i = 0; i < sizeof(classes) / sizeof(classes[0]); i++)
		if ((value = word_value(s, n, classes[i])) != NULL)
			return strtod(value, NULL);
	return 0;
}

/* The number that a token begins with, in figures or a word; 0: none. */
static double
token_number(const struct evaluation *e, size_t i, size_t *end)
{
	static const char *const classes[] = { "ones", "teens", "tens" };
	const char *s = e->p.text + e->t[i].start, *value;
	char figures[16];
	size_t k, n = e->t[i].end - e->t[i].start;

	for (k = 0; k < n && k < sizeof(figures) - 1 && (s[k] == '.' ||
	    byte_is((unsigned char)s[k], CHAR_DIGIT)); k++)
		figures[k] = s[k];
	figures[k] = '\0';
	*end = e->t[i].start + (k > 0 ? k : n);
	if (k > 0)
		return strtod(figures, NULL);
	for (k = 0; k < sizeof(classes) / sizeof(classes[0]); k++)
		if ((value = word_value(s, n, classes[k])) != NULL)
			return strtod(value, NULL);
	return 0;
}

/*
 * By what a number is to be multiplied whose scale is told with the second of
 * two: between $20 and $30 million.  It is the less of them without it.
 */
static double
shared_scale(const struct evaluation *e, double v)
{
	size_t i = e->last + 2, end;
	double second, power;

	if (v <= 0 || v >= 1000 || e->first == 0 || i >= e->ntokens ||
	    !is_of_class(e, e->first - 1, "from"))
		return 1;
	for (end = 1; end <= e->p.v[0].inside; end++)
		if (scale_of(e->p.text + e->p.v[end].start, e->p.v[end].end -
		    e->p.v[end].start) != 0)
			return 1;
	if (e->t[i].kind == TOKEN_SYMBOL && i + 1 < e->ntokens)
		i++;
	second = token_number(e, i, &end);
	if (second <= v)
		return 1;
	if (end < e->t[i].end)
		power = scale_of(e->p.text + end, e->t[i].end - end);
	else
		power = i + 1 == e->ntokens ? 0 : scale_of(e->p.text +
		    e->t[i + 1].start, e->t[i + 1].end - e->t[i + 1].start);
	return pow(10, power);
}

static void
find_money(const struct evaluation *e)
{
	static const char *const classes[] = { "currency", "ownmoney", "code",
	    "codeletter", "sign", "cents", "penny", "onemoney", NULL };
	const struct number_part *v = e->p.v;
	struct value *out = e->out;
	size_t i, found = NO_PART, n = 0;
	double sum, parts = 1;

	if (part_find(&e->p, 0, "partmoney") != NO_PART) {
		find_money_pair(e);
		return;
	}
	for (i = 1; i <= v[0].inside; i++)
		if (is_unit(&v[i], classes)) {
			found = i;
			n++;
		}
	if (n > 1 || part_numbers(&e->p, 0, v[0].start, v[0].end) > 1)
		return;
	if (!part_number(&e->p, 0, &sum)) {
		if (part_find(&e->p, 0, "onemoney") == NO_PART)
			return;
		sum = 1;		/* a dollar */
	}
	if (n == 1 && !money_unit(e, v[found].value, out->unit, &parts))
		out->unit[0] = '\0';
	sum *= shared_scale(e, sum) / parts;
	if (!decimal_format(sum, out->text, sizeof(out->text)))
		out->unit[0] = '\0';
}

static void
find_number(const struct evaluation *e)
{
	double v;

	if (part_numbers(&e->p, 0, e->p.v[0].start, e->p.v[0].end) > 1 ||
	    !part_number(&e->p, 0, &v))
		return;
	decimal_format(v * shared_scale(e, v), e->out->text,
	    sizeof(e->out->text));
}

/* How far the text takes it: told by a line's verb, or by a word. */
static void
find_mod(const struct evaluation *e)
{
	static const char *const classes[] = { "about", "over", "comparative",
	    "early", "earlier", "ends", NULL };
	static const char verb[] = "mod";
	char *mod = e->out->mod;
	const char *s;
	size_t i, n;

	for (i = 0; i < e->p.n; i++) {
		s = part_verb(&e->p, i, &n);
		if (n == sizeof(verb) - 1 && memcmp(s, verb, n) == 0 &&
		    argument_text(&e->p, i, "is", mod, sizeof(e->out->mod)))
			return;
	}
	for (i = 0; i < e->p.n; i++)
		if (is_unit(&e->p.v[i], classes) && e->p.v[i].value[0] != 0) {
			snprintf(mod, sizeof(e->out->mod), "%s",
			    e->p.v[i].value);
			return;
		}
}

/* Does a word before it say the opposite: never sold more than 90? */
static bool
is_denied(const struct evaluation *e)
{
	size_t i = e->first;

	if (i > 0 && is_of_class(e, i - 1, "negation"))
		return true;
	return i > 1 && is_of_class(e, i - 2, "negation") &&
	    e->t[i - 1].kind != TOKEN_MARK && !is_of_class(e, i - 1, "prep");
}

/*
 * Turn how far it is taken; what is not nearly so much is nothing that can be
 * told.
 */
static void
deny(struct value *v)
{
	static const char *const turns[][2] = {
		{ "MORE_THAN", "EQUAL_OR_LESS" },
		{ "LESS_THAN", "EQUAL_OR_MORE" },
		{ "EQUAL_OR_MORE", "LESS_THAN" },
		{ "EQUAL_OR_LESS", "MORE_THAN" },
	};
	size_t i;

	for (i = 0; i < sizeof(turns) / sizeof(turns[0]); i++)
		if (strcmp(v->mod, turns[i][0]) == 0) {
			strcpy(v->mod, turns[i][1]);
			return;
		}
	if (strcmp(v->mod, "APPROX") == 0)
		*v = (struct value){ .is_number = v->is_number };
}

/*
 * Is it cut out of what is more: the 08 of .08, the 12 of -12, the 1.1 of
 * 1.1,2, the Nov of Nov/2?
 */
static bool
is_cut(const struct evaluation *e)
{
	static const char marks[] = ".,/-";
	const char *text = e->p.text;
	size_t i = e->p.v[0].start, end = e->p.v[0].end;

	if (e->last + 1 < e->ntokens && e->t[e->last + 1].start == end &&
	    byte_among(text[end], marks) &&
	    end + 1 < e->t[e->ntokens - 1].end &&
	    byte_is((unsigned char)text[end + 1], CHAR_DIGIT))
		return true;
	if (e->first == 0 || !byte_is((unsigned char)text[i], CHAR_DIGIT) ||
	    (e->t[e->first].flags & TOKEN_GLUED) == 0)
		return false;
	if (text[i - 1] == '.')
		return true;
	return (e->t[e->first - 1].flags & TOKEN_HYPHEN) != 0 &&
	    (e->first == 1 ||
	    (e->t[e->first - 1].flags & TOKEN_GLUED) == 0);
}

void
value_find(struct value *out, enum entity_type type, const char *text,
    const struct token *t, size_t ntokens, size_t first, size_t last,
    const struct number_part *v, size_t n, const struct reference *ref)
{
	struct evaluation e = { { text, v, n }, t, ntokens, first, last,
	    ref, 0, out };

	*out = (struct value){ .is_number = true };
	if (n == 0 || is_none(&e) || is_vague(&e, 0) || is_cut(&e))
		return;
	switch (type) {
	case ENTITY_DATE:
	case ENTITY_TIME:
		out->is_number = false;
		e.tense = value_tense(text, t, ntokens, first, last);
		find_moment(&e);
		break;
	case ENTITY_MONEY:
		find_money(&e);
		break;
	case ENTITY_QUANTITY:
		find_measure(&e);
		break;
	case ENTITY_PERCENT:
		find_number(&e);
		if (out->text[0] != '\0' &&
		    part_find(&e.p, 0, "percentpoint") == NO_PART)
			strcpy(out->unit, "%");
		break;
	default:
		find_number(&e);
		break;
	}
	if (out->text[0] == '\0')
		return;
	find_mod(&e);
	if (out->mod[0] != '\0' && is_denied(&e))
		deny(out);
}
