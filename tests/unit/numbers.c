/* Dates, times, sums and numbers, one of each that the automata know. */
#include "common/base/base.h"
#include "common/entities/entities.h"
#include "common/entities/numbers.h"
#include "common/text/text.h"
#include "tests/unit/check.h"

/* A text, and what is found in it: types and words, between strokes. */
static const char *const texts[][2] = {
	{ "It cost 2 1/2 million dollars.",
	    "MONEY 2 1/2 million dollars" },
	{ "The bid was 6 2-3 points.",
	    "CARDINAL 6 2-3" },
	{ "Dozens of thousands came, a few hundred left.",
	    "CARDINAL Dozens of thousands | CARDINAL a few hundred" },
	{ "About twenty-one people and half a million birds.",
	    "CARDINAL About twenty-one | CARDINAL half a million" },
	{ "One hundred and five men, two and a half hours.",
	    "CARDINAL One hundred and five | TIME two and a half "
	    "hours" },
	{ "More than 40 percent, as much as 5 per cent.",
	    "PERCENT More than 40 percent | PERCENT as much as 5 "
	    "per cent" },
	{ "At least $5 million to $7 million or more.",
	    "MONEY At least $5 million to $7 million or more" },
	{ "They paid RM10 and GHS6.2billion, but n5 and R500.",
	    "MONEY RM10 | MONEY GHS6.2billion | MONEY R500" },
	{ "It weighs 30kg and is 5ft 8in tall, 25-30km off.",
	    "QUANTITY 30kg | QUANTITY 5ft 8in | QUANTITY 25-30km" },
	{ "It was 12 degrees, 100 kilometers per hour.",
	    "QUANTITY 12 degrees | QUANTITY 100 kilometers per "
	    "hour" },
	{ "On April 1-2, 2014, and 26 December 2004.",
	    "DATE April 1-2, 2014 | DATE 26 December 2004" },
	{ "On Monday, June 2nd, and Tuesday to Friday, or "
	    "Sunday.",
	    "DATE Monday, June 2nd | DATE Tuesday to Friday | DATE "
	    "Sunday" },
	{ "In 2023/24 and 1990s, the '90s, in '98.",
	    "DATE 2023/24 | DATE 1990s | DATE the '90s | DATE '98" },
	{ "In 2014-15, on 2016-03-26, in 1044 B.C.",
	    "DATE 2014-15 | DATE 2016-03-26 | DATE 1044 B.C." },
	{ "By 12/26/2004 he had left, on 1/2/04 all had.",
	    "DATE 12/26/2004 | DATE 1/2/04" },
	{ "The 20th century, the third-quarter and the 15th and "
	    "16th centuries.",
	    "DATE The 20th century | DATE third-quarter | DATE the "
	    "15th and 16th centuries" },
	{ "On the second day of May, the 22nd minute.",
	    "DATE the second day of May | TIME the 22nd minute" },
	{ "In fiscal year 2007, FY2007, fiscal 2008.",
	    "DATE fiscal year 2007 | DATE FY2007 | DATE fiscal "
	    "2008" },
	{ "Yesterday, not in USA Today.",
	    "DATE Yesterday" },
	{ "Christmas Day 2005, Labor Day, Eid al-Fitr.",
	    "DATE Christmas Day 2005 | DATE Labor Day | DATE Eid "
	    "al-Fitr" },
	{ "Early next month, late summer, the early 1990s, "
	    "mid-2014.",
	    "DATE Early next month | DATE late summer | DATE the "
	    "early 1990s | DATE mid-2014" },
	{ "The fall of 2005, the year 2000, spring 2006.",
	    "DATE The fall of 2005 | DATE the year 2000 | DATE "
	    "spring 2006" },
	{ "The end of 2005, the first half of next year.",
	    "DATE The end of 2005 | DATE the first half of next "
	    "year" },
	{ "A second straight week; the first day of Ramadan.",
	    "DATE A second straight week | DATE the first day of "
	    "Ramadan" },
	{ "Ann Roe, 61, left.  He was 79.  She turned ninety and "
	    "left.",
	    "DATE 61 | DATE 79 | DATE ninety" },
	{ "It ends on the 24th, on the 24th floor.",
	    "DATE the 24th | ORDINAL 24th" },
	{ "The age of 12, age 13, aged 81.",
	    "DATE The age of 12 | DATE age 13 | DATE 81" },
	{ "For days, two years ago, a year-old law, a few hours.",
	    "DATE days | DATE two years ago | DATE year-old | TIME "
	    "a few hours" },
	{ "Two hours and 41 minutes, half an hour, an hour.",
	    "TIME Two hours and 41 minutes | TIME half an hour | "
	    "TIME an hour" },
	{ "At 3am to 5am, 10:30 a.m. GMT, three in the morning, "
	    "last night.",
	    "TIME 3am to 5am | TIME 10:30 a.m. GMT | TIME three in "
	    "the morning | TIME last night" },
	{ "The other one, no one, one another, COVID-19.",
	    "" },
	{ "A quarter of them, the third of four, 21st, 1,000th, "
	    "5pt.",
	    "CARDINAL A quarter | ORDINAL third | CARDINAL four | "
	    "ORDINAL 21st | ORDINAL 1,000th" },
	{ "The Act of 2003 rose up to 3 percent; up to 40 came.",
	    "DATE 2003 | PERCENT 3 percent | CARDINAL up to 40" },
};

static void
found_in(const char *text, char *buf, size_t cap)
{
	static struct tokens tokens;
	static struct numbers numbers;
	const struct number *v;
	size_t start, i, n = 0;

	tokens.n = 0;
	tokens_scan(&tokens, text, (struct span){ 0, strlen(text) });
	numbers_find(&numbers, text, tokens.v, tokens.n);
	buf[0] = '\0';
	for (i = 0; i < numbers.n; i++) {
		v = &numbers.v[i];
		start = tokens.v[v->first].start;
		n += (size_t)snprintf(buf + n, cap - n, "%s%s %.*s",
		    i > 0 ? " | " : "", entity_type_name(v->type),
		    (int)(tokens.v[v->last].end - start), text + start);
	}
}

int
main(void)
{
	char buf[512];
	size_t i;

	for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		found_in(texts[i][0], buf, sizeof(buf));
		CHECK_TEXT(buf, strlen(buf), texts[i][1]);
	}
	return check_end();
}
