#include "common/entities/numbers_time.h"

#include <string.h>

#include "common/entities/numbers_count.h"

#define CLOCK_BYTES	8	/* 12:30:45, at most */
#define HOURS_BYTES	3	/* 930 GMT, at least; not 12 GMT */

size_t
numbers_time(const struct parse *p, size_t i)
{
	size_t a = numbers_approximator(p, i), k;
	bool colon = false;

	if ((k = numbers_with_glued(p, a, W_clock)) > a)
		return is(p, k, W_zone) ? k + 1 : k;
	if (!digits(p, a) && !is(p, a, W_number))
		goto words;
	if (digits(p, a)) {
		if (length(p, a) > CLOCK_BYTES)
			return i;
		colon = memchr(p->text + p->t[a].start, ':',
		    length(p, a)) != NULL;
	}
	k = a + 1;
	if (is(p, k, W_prep) && is(p, k + 1, W_the) && is(p, k + 2, W_daypart))
		return k + 3;			/* three in the morning */
	if (digits(p, k + 1) && (hyphen(p, k) || (is(p, k, W_to) && colon &&
	    is(p, k + 2, W_clock))))
		k += 2;
	if (is(p, k, W_clock)) {
		k++;
		if (is(p, k, W_to) && digits(p, k + 1) && is(p, k + 2, W_clock))
			k += 3;
	} else if (!is(p, k, W_zone) && !colon)
		return i;
	else if (is(p, k, W_zone) && !colon && length(p, a) < HOURS_BYTES)
		return i;
	if (is(p, k, W_zone)) {
		k++;
		if (is(p, k, W_zone))
			k++;
	}
	return k;
words:
	if (is(p, i, W_this | W_past) && is(p, i + 1, W_daypart))
		return i + 2;
	if (!is(p, i, W_daypart))
		return i;
	return is(p, i + 1, W_zone) ? i + 2 : i + 1;
}
