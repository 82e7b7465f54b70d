/* Days, weeks, months, feasts. */

#include "common/entities/calendar.h"
#include "tests/unit/check.h"

static long
ymd(struct date d)
{
	return d.year * 10000L + d.month * 100 + d.day;
}

/* Every day of the years: the next number, the next weekday, and back. */
static void
check_days(void)
{
	struct date d = { 1, 1, 1 }, e;
	long n = date_number(d), days = 0, wrong = 0;
	int weekday = 1, year, week;

	CHECK_NUMBER(date_weekday(d), MONDAY);
	while (ymd(d) < 99991231) {
		e = date_of(n);
		week = date_week(d, &year);
		if (ymd(e) != ymd(d) || date_number(d) != n ||
		    date_weekday(d) != weekday ||
		    !week_date(year, week, weekday, &e) || ymd(e) != ymd(d))
			wrong++;
		weekday = weekday % 7 + 1;
		if (++d.day > month_days(d.year, d.month)) {
			d.day = 1;
			if (++d.month > 12) {
				d.month = 1;
				d.year++;
			}
		}
		n++;
		days++;
	}
	CHECK_NUMBER(wrong, 0);
	CHECK_NUMBER(days, 3652058);
	CHECK_NUMBER(ymd(date_of(n + 1000)), 99991231);
	CHECK_NUMBER(ymd(date_of(-10000000)), 10101);
}

static void
check_weeks(void)
{
	struct date d;
	int year;

	CHECK_NUMBER(date_week((struct date){ 2014, 3, 30 }, &year), 13);
	CHECK_NUMBER(date_week((struct date){ 2021, 1, 3 }, &year), 53);
	CHECK_NUMBER(year, 2020);
	CHECK_NUMBER(date_week((struct date){ 2018, 12, 31 }, &year), 1);
	CHECK_NUMBER(year, 2019);
	CHECK(week_date(2020, 53, 7, &d));
	CHECK_NUMBER(ymd(d), 20210103);
	CHECK(!week_date(2021, 53, 1, &d));
	CHECK(!week_date(0, 1, 1, &d) && !week_date(2021, 0, 1, &d));
}

static void
check_months(void)
{
	struct date d = { 2020, 1, 31 };

	CHECK_NUMBER(ymd(date_add_months(d, 1)), 20200229);
	CHECK_NUMBER(ymd(date_add_months(d, -2)), 20191130);
	CHECK_NUMBER(ymd(date_add_months(d, 25)), 20220228);
	CHECK_NUMBER(ymd(date_add_months(d, 1000000)), 99991231);
	CHECK_NUMBER(ymd(date_add_months(d, -1000000)), 10101);
	CHECK(nth_weekday(2025, 11, 4, THURSDAY, &d));
	CHECK_NUMBER(ymd(d), 20251127);
	CHECK(nth_weekday(2025, 5, -1, MONDAY, &d));
	CHECK_NUMBER(ymd(d), 20250526);
	CHECK(nth_weekday(2025, 3, -1, MONDAY, &d));
	CHECK_NUMBER(ymd(d), 20250331);
	CHECK(!nth_weekday(2025, 2, 5, MONDAY, &d));
}

static void
check_feasts(void)
{
	static const long western[] = { 18180322, 19430425, 20000423, 20140420,
	    20190421, 20240331, 20250420, 20380425 };
	static const long eastern[] = { 20000430, 20140420, 20190428, 20240505,
	    20250420 };
	size_t i;

	for (i = 0; i < sizeof(western) / sizeof(*western); i++)
		CHECK_NUMBER(ymd(easter((int)(western[i] / 10000))),
		    western[i]);
	for (i = 0; i < sizeof(eastern) / sizeof(*eastern); i++)
		CHECK_NUMBER(ymd(easter_eastern((int)(eastern[i] / 10000))),
		    eastern[i]);
}

static void
check_parse(void)
{
	struct date d;
	int minute;

	CHECK(date_parse("2014-03-30", 10, &d, &minute));
	CHECK_NUMBER(ymd(d), 20140330);
	CHECK_NUMBER(minute, -1);
	CHECK(date_parse("2014-03-30T07:45:10Z", 20, &d, &minute));
	CHECK_NUMBER(minute, 465);
	CHECK(!date_parse("2014-02-30", 10, &d, &minute));
	CHECK(!date_parse("2014-3-30", 9, &d, &minute));
	CHECK(!date_parse("20140330xx", 10, &d, &minute));
	CHECK(!date_parse("2014-03-30T25:00", 16, &d, &minute));
	CHECK(!date_parse("2014-03-30, ok", 14, &d, &minute));
	CHECK(!date_parse("0000-01-01", 10, &d, &minute));
}

int
main(void)
{
	check_days();
	check_weeks();
	check_months();
	check_feasts();
	check_parse();
	return check_end();
}
