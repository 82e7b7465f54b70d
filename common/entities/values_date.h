/*
 * values_date.h -- days, weeks, months, years, and stretches of them
 *
 * Private to values*.c.
 */
#ifndef COMMON_ENTITIES_VALUES_DATE_H
#define COMMON_ENTITIES_VALUES_DATE_H

#include <stdbool.h>
#include <stddef.h>

#include "common/entities/calendar.h"
#include "common/entities/reference.h"

enum grain { GRAIN_NONE, GRAIN_DAY, GRAIN_WEEK, GRAIN_MONTH, GRAIN_YEAR,
	GRAIN_SPAN };

/* From the first day to the last, which is a day, a week ... or any stretch. */
struct days {
	struct date	 first, last;
	enum grain	 grain;		/* GRAIN_NONE: nothing */
};

/* What is told of a day: 0 is not told. */
struct day_told {
	int		 year, month, day, weekday;
	struct days	 days;		/* all, if it has a grain */
};

/* How long: the number of each of the units, whose letters ISO 8601 has. */
enum unit { UNIT_YEAR, UNIT_MONTH, UNIT_WEEK, UNIT_DAY, UNIT_HOUR, UNIT_MINUTE,
	UNIT_SECOND, UNITS };
struct length {
	double		 n[UNITS];
};

/* Read a length such as P2W or PT30M; false if it is none. */
bool		 length_read(struct length *, const char *);
/* Add n of another; and write it, without the P if it is nothing. */
void		 length_add(struct length *, double n, const struct length *);
/* Half a year is six months, half an hour 30 minutes. */
void		 length_whole(struct length *);
/* The unit of a length of one unit alone, and its number; UNITS if of more. */
int		 length_unit(const struct length *, double *n);
bool		 length_format(const struct length *, char *, size_t size);

/*
 * The day, month or year told of, by the reference and the tense (value_tense)
 * where it is not told which; grain GRAIN_NONE if it stays open.
 */
struct days	 told_resolve(const struct day_told *, const struct reference *,
		    int tense);
/*
 * From one to another: what one of them is not told is that of the other, and
 * the second comes after the first.
 */
struct days	 told_range(struct day_told, struct day_told,
		    const struct reference *,
		    int tense);

struct days	 days_of_day(struct date);
struct days	 days_of_month(int year, int month);
struct days	 days_of_years(int first, int last);
struct days	 days_between(struct date, struct date);
/*
 * The period of this length that a day is in, and n such later: the week, the
 * month, the quarter, the year, the decade; GRAIN_NONE for others.
 */
struct days	 days_period(struct date, const struct length *, long n);
/* So many quarters of a year before the one a day is in, -1, or after it, 1. */
struct days	 days_quarters(struct date, int n, int sign);
/* The day, week, month or year so long after a day, or before (sign -1). */
struct days	 days_away(struct date, const struct length *, int sign);
/* From a day so long on, or so long back to it. */
struct days	 days_from(struct date, const struct length *, int sign);

/*
 * The day of a feast in a year: 12-25, easter-2, orthodox+1, 11-4th-4 (the
 * fourth Thursday of November), 11-4th-4+1 (the day after), 5-last-1.
 */
bool		 feast_date(const char *, int year, struct date *);
struct days	 feast_resolve(const char *, int year,
		    const struct reference *, int tense);

bool		 days_format(const struct days *, char *, size_t size);

#endif
