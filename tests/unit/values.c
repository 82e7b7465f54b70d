/* Days told of, stretches, lengths, feasts, tenses, datelines, decimals. */
#include <string.h>

#include "common/entities/entities.h"
#include "common/entities/values_date.h"
#include "common/entities/values_parts.h"
#include "tests/unit/check.h"

/* Thursday 20 November 2025. */
static const struct reference now = {
	.given = { 2025, 11, 20 }, .date = { 2025, 11, 20 }, .minute = -1
};
static const struct reference never = { .minute = -1 };

static void
check_days(struct days d, const char *want)
{
	char s[VALUE_MAX] = "";

	days_format(&d, s, sizeof(s));
	CHECK_TEXT(s, strlen(s), want);
}

static void
check_told(void)
{
	static const struct {
		struct day_told told;
		int tense;
		const char *want;
	} cases[] = {
		{ { .weekday = 1 }, -1, "2025-11-17" },
		{ { .weekday = 1 }, 1, "2025-11-24" },
		{ { .weekday = 4 }, -1, "2025-11-20" },
		{ { .weekday = 4 }, 1, "2025-11-20" },
		{ { .month = 12 }, -1, "2024-12" },
		{ { .month = 12 }, 1, "2025-12" },
		{ { .month = 11 }, -1, "2025-11" },
		{ { .month = 3 }, 0, "2026-03" },
		{ { .month = 5 }, 0, "" },
		{ { .month = 1, .day = 28 }, 0, "2026-01-28" },
		{ { .month = 5, .day = 15 }, 1, "2026-05-15" },
		{ { .month = 5, .day = 15 }, -1, "2025-05-15" },
		/* at hand, whatever the tense */
		{ { .month = 11, .day = 24 }, -1, "2025-11-24" },
		{ { .month = 2, .day = 29 }, -1, "2024-02-29" },
		{ { .month = 2, .day = 30 }, -1, "" },
		{ { .month = 13, .day = 1 }, -1, "" },
		{ { .year = 2014, .month = 3, .day = 30 }, 0, "2014-03-30" },
		{ { .year = 2014, .month = 2, .day = 29 }, 0, "" },
		{ { .year = 2014, .month = 3, .day = 30, .weekday = 7 }, 0,
		    "2014-03-30" },
		{ { .year = 2014, .month = 3, .day = 30, .weekday = 1 }, 0,
		    "" },
		/* the nearest 13 June that is a Friday */
		{ { .month = 6, .day = 13, .weekday = 5 }, 0, "2025-06-13" },
		{ { .day = 11 }, -1, "2025-11-11" },
		{ { .day = 11 }, 1, "2025-12-11" },
		{ { .day = 11 }, 0, "" },
		{ { .year = 1999 }, 0, "1999" },
		{ { .year = 1999, .month = 2 }, 0, "1999-02" },
	};
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_days(told_resolve(&cases[i].told, &now, cases[i].tense),
		    cases[i].want);
	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		check_days(told_resolve(&cases[i].told, &never, -1),
		    cases[i].told.year != 0 ? cases[i].want : "");
}

static void
check_ranges(void)
{
	struct day_told march = { .month = 3 }, may = { .month = 5 };
	struct day_told nov = { .month = 11 };
	struct day_told feb17 = { .month = 2, .year = 2017 };
	struct day_told y91 = { .year = 1991 }, y95 = { .year = 95 };
	struct day_told third = { .day = 3 };
	struct day_told sept12 = { .month = 9, .day = 12 };
	struct day_told nov18 = { .month = 11, .day = 18 }, d19 = { .day = 19 };
	struct day_told mon = { .weekday = 1 }, fri = { .weekday = 5 };

	check_days(told_range(march, may, &now, -1), "2025-03-01/2025-05-31");
	check_days(told_range(nov, feb17, &now, 0), "2016-11-01/2017-02-28");
	check_days(told_range(y91, y95, &never, 0), "1991-01-01/1995-12-31");
	check_days(told_range(third, sept12, &now, -1),
	    "2025-09-03/2025-09-12");
	check_days(told_range(nov18, d19, &now, 0), "2025-11-18/2025-11-19");
	check_days(told_range(mon, fri, &now, 1), "2025-11-24/2025-11-28");
	check_days(told_range(march, may, &never, 0), "");
}

static void
check_lengths(void)
{
	struct length l, more;
	char s[VALUE_MAX];

	CHECK(length_read(&l, "P3Y") && length_read(&more, "PT30M"));
	length_add(&l, 2.5, &more);
	CHECK(length_format(&l, s, sizeof(s)));
	CHECK_TEXT(s, strlen(s), "P3YT75M");
	CHECK(!length_read(&l, "3Y") && !length_read(&l, "P") &&
	    !length_read(&l, "P3X") && !length_read(&l, "PT3Y"));
	length_read(&l, "P1W");
	check_days(days_period(now.date, &l, 0), "2025-W47");
	check_days(days_period(now.date, &l, -47), "2024-W52");
	check_days(days_away(now.date, &l, 1), "2025-W48");
	check_days(days_from(now.date, &l, -1), "2025-11-13/2025-11-20");
	check_days(days_from(now.date, &l, 1), "2025-11-21/2025-11-27");
	length_read(&l, "P3M");
	check_days(days_period(now.date, &l, 0), "2025-10-01/2025-12-31");
	check_days(days_period(now.date, &l, 1), "2026-01-01/2026-03-31");
	check_days(days_away(now.date, &l, -1), "2025-08");
	length_read(&l, "P10Y");
	check_days(days_period(now.date, &l, -1), "2010-01-01/2019-12-31");
	check_days(days_away(now.date, &l, -1), "2015");
	length_read(&l, "P1.5Y");
	check_days(days_away(now.date, &l, -1), "");
	length_read(&l, "P9999Y");
	check_days(days_away(now.date, &l, -1), "");
	length_read(&l, "PT2H");
	check_days(days_away(now.date, &l, -1), "");
}

static void
check_feasts(void)
{
	struct date d;

	CHECK(feast_date("12-25", 2014, &d) && d.month == 12 && d.day == 25);
	CHECK(feast_date("easter-2", 2014, &d) && d.month == 4 && d.day == 18);
	CHECK(feast_date("orthodox+0", 2024, &d) && d.month == 5 && d.day == 5);
	CHECK(feast_date("11-4th-4", 2025, &d) && d.day == 27);
	CHECK(feast_date("5-last-1", 2025, &d) && d.day == 26);
	CHECK(!feast_date("02-29", 2025, &d) && !feast_date("", 2025, &d) &&
	    !feast_date("13-1", 2025, &d) && !feast_date("moon", 2025, &d));
	check_days(feast_resolve("12-25", 0, &now, -1), "2024-12-25");
	check_days(feast_resolve("12-25", 0, &now, 0), "2025-12-25");
	check_days(feast_resolve("11-4th-4", 2014, &never, 0), "2014-11-27");
	check_days(feast_resolve("12-25", 0, &never, 0), "");
}

static void
check_tense(const char *text, const char *word, int want)
{
	struct tokens t = { 0 };
	struct span all = { 0, strlen(text) };
	size_t at = (size_t)(strstr(text, word) - text), i;

	tokens_scan(&t, text, all);
	for (i = 0; t.v[i].start < at; i++)
		continue;
	CHECK_NUMBER(value_tense(text, t.v, t.n, i, i), want);
	tokens_free(&t);
}

static void
check_tenses(void)
{
	check_tense("He said on Monday that it will close.", "Monday", -1);
	check_tense("It said it will close on Monday.", "Monday", 1);
	check_tense("They're to meet on Monday.", "Monday", 1);
	check_tense("They're set to meet on Monday.", "Monday", 1);
	check_tense("They'll meet on Monday.", "Monday", 1);
	check_tense("On Monday it voted.", "Monday", -1);
	check_tense("Sunday roast", "Sunday", 0);
	check_tense("He spoke to reporters Monday.", "Monday", -1);
}

static void
check_dateline(const char *text, size_t tokens, const char *country)
{
	struct tokens t = { 0 };
	struct span all = { 0, strlen(text) };
	struct reference r;

	CHECK(reference_begin(&r, "2014-03-30", 10));
	tokens_scan(&t, text, all);
	CHECK_NUMBER(reference_dateline(&r, text, t.v, t.n), tokens);
	CHECK_TEXT(r.country, strlen(r.country), country);
	tokens_free(&t);
}

static void
check_datelines(void)
{
	struct reference r;
	char code[4];

	check_dateline("KARACHI: The rupee fell.", 2, "PK");
	check_dateline("MADRID, March 29 (Reuters) - Clubs cut.", 8, "ES");
	check_dateline("NEW YORK (AP) _ He died.", 6, "US");
	check_dateline("TOLEDO, Ohio (AP) \xE2\x80\x94 He spoke.", 7, "US");
	check_dateline("Aug 31 (Reuters) - Bids.", 6, "");
	check_dateline("St. John's, N.L. - It rained.", 0, "");
	check_dateline("The rupee - a coin - fell.", 0, "");
	check_dateline("ROMNEY: We will.", 0, "");
	check_dateline("Karachi: a city.", 0, "");
	check_dateline("", 0, "");
	CHECK(!reference_begin(&r, "last week", 9));
	CHECK_NUMBER(r.date.year, 0);
	CHECK(reference_begin(&r, "2014-03-30T10:05", 16));
	CHECK_NUMBER(r.minute, 605);
	CHECK(!reference_money(&r, "dollar", code));
	memcpy(r.country, "AU", 3);
	CHECK(reference_money(&r, "dollar", code));
	CHECK_TEXT(code, strlen(code), "AUD");
	memcpy(r.country, "PK", 3);
	CHECK(reference_money(&r, "dollar", code));
	CHECK_TEXT(code, strlen(code), "USD");
	CHECK(!reference_money(&r, "doll", code));
	memcpy(r.country, "MX", 3);
	CHECK(!reference_money(&r, "dollar", code));
	/* a dateline's day, near the day given and not */
	reference_take(&r, (struct date){ 2014, 3, 28 });
	CHECK_NUMBER(r.date.day, 28);
	reference_take(&r, (struct date){ 2014, 4, 28 });
	CHECK_NUMBER(r.date.day, 28);
	CHECK_NUMBER(r.date.month, 3);
}

static void
check_decimals(void)
{
	static const struct {
		double v;
		const char *want;
	} cases[] = {
		{ 0, "0" }, { 1, "1" }, { -2.4, "-2.4" }, { 1e6, "1000000" },
		{ 6.65e9, "6650000000" }, { 1.1 * 1e6, "1100000" },
		{ 2.0 / 3, "0.666666666666667" }, { 0.001, "0.001" },
		{ 12e15, "12000000000000000" }, { 1234567.89, "1234567.89" },
		{ 1e18, "" }, { 1e-12, "" }, { 100.5, "100.5" },
	};
	char s[48];
	size_t i;

	for (i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		if (!decimal_format(cases[i].v, s, sizeof(s)))
			s[0] = '\0';
		CHECK_TEXT(s, strlen(s), cases[i].want);
	}
}

int
main(void)
{
	check_told();
	check_ranges();
	check_lengths();
	check_feasts();
	check_tenses();
	check_datelines();
	check_decimals();
	return check_end();
}
