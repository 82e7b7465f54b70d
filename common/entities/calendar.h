/*
 * calendar.h -- days of the Gregorian calendar, proleptic, years 1 to 9999
 *
 * Days are numbered from 1 January 1970, which is 0; weekdays are those of ISO
 * 8601, Monday 1 to Sunday 7, and so are weeks: the first of a year is that
 * with its first Thursday.  The conversion is Howard Hinnant's
 * (https://howardhinnant.github.io/date_algorithms.html), Easter that of Meeus,
 * Jones and Butcher (Meeus, Astronomical Algorithms, 1991, chapter 8).
 *
 * A function that would leave these years returns the nearest day of them; see
 * date_is_edge().
 */
#ifndef COMMON_ENTITIES_CALENDAR_H
#define COMMON_ENTITIES_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>

struct date {
	int	 year;		/* 1 to 9999; 0: no date */
	int	 month;		/* 1 to 12 */
	int	 day;		/* 1 to 31 */
};

enum { MONDAY = 1, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

int		 month_days(int year, int month);
bool		 date_valid(struct date);
/* Is it the first or last day there is, and so perhaps no answer? */
bool		 date_is_edge(struct date);
long		 date_number(struct date);
struct date	 date_of(long number);
int		 date_weekday(struct date);
/* The ISO week a day is in, and the year that it is a week of. */
int		 date_week(struct date, int *year);
/* A day of that week; false if the year has not so many. */
bool		 week_date(int year, int week, int weekday, struct date *);
struct date	 date_add_days(struct date, long);
/* The same day n months later, or the last of a shorter month. */
struct date	 date_add_months(struct date, long);
/*
 * The nth Monday and so on of a month, from 1, or from its end, from -1; false
 * if there is none.
 */
bool		 nth_weekday(int year, int month, int nth, int weekday,
		    struct date *);
/* Easter Sunday, of the western and of the eastern churches. */
struct date	 easter(int year);
struct date	 easter_eastern(int year);

/*
 * A date as ISO 8601 writes it, 2014-03-30, what follows a T being a time,
 * whose minute of the day is set, -1 without one; false if it is none.
 */
bool		 date_parse(const char *, size_t, struct date *, int *minute);

#endif
