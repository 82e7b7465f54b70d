#include "common/entities/calendar.h"

#include "common/text/text.h"

#define YEAR_MIN	1
#define YEAR_MAX	9999
#define ERA_DAYS	146097		/* in 400 years */
#define EPOCH		719468		/* 1970-01-01 since 0000-03-01 */

int
month_days(int year, int month)
{
	static const int days[] = {
		31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
	};

	if (month == 2 && year % 4 == 0 &&
	    (year % 100 != 0 || year % 400 == 0))
		return 29;
	return days[month - 1];
}

bool
date_valid(struct date d)
{
	return d.year >= YEAR_MIN && d.year <= YEAR_MAX && d.month >= 1 &&
	    d.month <= 12 && d.day >= 1 && d.day <= month_days(d.year, d.month);
}

bool
date_is_edge(struct date d)
{
	return (d.year == YEAR_MIN && d.month == 1 && d.day == 1) ||
	    (d.year == YEAR_MAX && d.month == 12 && d.day == 31);
}

long
date_number(struct date d)
{
	long y = d.year - (d.month <= 2), era = y / 400;
	long year_of_era = y - era * 400;
	long day = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day -
	    1;

	return era * ERA_DAYS + year_of_era * 365 + year_of_era / 4 -
	    year_of_era / 100 + day - EPOCH;
}

struct date
date_of(long number)
{
	static const struct date first = { YEAR_MIN, 1, 1 };
	static const struct date last = { YEAR_MAX, 12, 31 };
	long era, in_era, year, day, month;

	if (number < date_number(first))
		return first;
	if (number > date_number(last))
		return last;
	number += EPOCH;
	era = number / ERA_DAYS;
	in_era = number - era * ERA_DAYS;
	year = (in_era - in_era / 1460 + in_era / 36524 - in_era / 146096) /
	    365;
	day = in_era - (365 * year + year / 4 - year / 100);
	month = (5 * day + 2) / 153;
	day -= (153 * month + 2) / 5;
	month += month < 10 ? 3 : -9;
	return (struct date){ (int)(year + era * 400 + (month <= 2)),
	    (int)month, (int)day + 1 };
}

int
date_weekday(struct date d)
{
	long n = (date_number(d) + 3) % 7;	/* 1970-01-01: a Thursday */

	return (int)(n < 0 ? n + 7 : n) + 1;
}

int
date_week(struct date d, int *year)
{
	struct date thursday = date_add_days(d, THURSDAY - date_weekday(d));
	struct date first = { thursday.year, 1, 1 };

	*year = thursday.year;
	return (int)((date_number(thursday) - date_number(first)) / 7) + 1;
}

bool
week_date(int year, int week, int weekday, struct date *d)
{
	struct date fourth = { year, 1, 4 };	/* always in the first week */
	int in_year;

	if (year < YEAR_MIN || year > YEAR_MAX || week < 1 || week > 53)
		return false;
	*d = date_add_days(fourth, (long)(week - 1) * 7 + weekday -
	    date_weekday(fourth));
	return date_week(*d, &in_year) == week && in_year == year;
}

struct date
date_add_days(struct date d, long n)
{
	return date_of(date_number(d) + n);
}

struct date
date_add_months(struct date d, long n)
{
	long months = (long)d.year * 12 + d.month - 1 + n;
	int last;

	if (months < YEAR_MIN * 12)
		return (struct date){ YEAR_MIN, 1, 1 };
	if (months > YEAR_MAX * 12 + 11)
		return (struct date){ YEAR_MAX, 12, 31 };
	d.year = (int)(months / 12);
	d.month = (int)(months % 12) + 1;
	last = month_days(d.year, d.month);
	if (d.day > last)
		d.day = last;
	return d;
}

bool
nth_weekday(int year, int month, int nth, int weekday, struct date *d)
{
	struct date first = { year, month, 1 };
	int day = (weekday - date_weekday(first) + 7) % 7 + 1;

	if (nth < 0)
		nth += 1 + (month_days(year, month) - day) / 7 + 1;
	*d = (struct date){ year, month, day + (nth - 1) * 7 };
	return nth >= 1 && date_valid(*d);
}

struct date
easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int n = h + l - 7 * m + 114;

	return (struct date){ year, n / 31, n % 31 + 1 };
}

struct date
easter_eastern(int year)
{
	int d = (19 * (year % 19) + 15) % 30;
	int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
	int n = d + e + 114;
	/* a day of the Julian calendar: so many behind */
	long behind = year / 100 - year / 400 - 2;

	return date_add_days((struct date){ year, n / 31, n % 31 + 1 }, behind);
}

/* So many digits at s as a number, or -1. */
static int
digits(const char *s, size_t n)
{
	int value = 0;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!byte_is((unsigned char)s[i], CHAR_DIGIT))
			return -1;
		value = value * 10 + s[i] - '0';
	}
	return value;
}

bool
date_parse(const char *s, size_t n, struct date *d, int *minute)
{
	int hour, min;

	*minute = -1;
	if (n < 10 || s[4] != '-' || s[7] != '-')
		return false;
	*d = (struct date){ digits(s, 4), digits(s + 5, 2), digits(s + 8, 2) };
	if (!date_valid(*d))
		return false;
	if (n == 10)
		return true;
	if ((s[10] != 'T' && s[10] != ' ') || n < 16 || s[13] != ':')
		return false;
	hour = digits(s + 11, 2);
	min = digits(s + 14, 2);
	if (hour < 0 || hour > 23 || min < 0 || min > 59)
		return false;
	*minute = hour * 60 + min;
	return true;
}
