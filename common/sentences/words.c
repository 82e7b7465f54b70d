#include "common/sentences/words.h"

#define SEEN_MIN	4	/* occurrences to say anything */

static unsigned
stop_class(const struct word_count *c)
{
	uint64_t stops = (uint64_t)c->stop_on + c->stop_end, all;

	all = stops + c->plain;
	if (all < SEEN_MIN)
		return STOP_UNKNOWN;
	if (stops * 10 < all * 4)
		return c->stop_on * 20 < stops || c->stop_on < 2 ?
		    STOP_WORD : STOP_SOME;
	if (stops * 10 < all * 9)
		return c->stop_on * 10 < stops ? STOP_SOME : STOP_HALF;
	return c->stop_on * 10 < stops ? STOP_OFTEN : STOP_ABBREVIATION;
}

/* The class of a share of part in all: one more than the limits passed. */
static unsigned
share_class(uint64_t part, uint64_t all, const uint8_t *percent, unsigned n)
{
	unsigned i;

	if (all < SEEN_MIN)
		return 0;
	for (i = 0; i < n && part * 100 >= all * percent[i]; i++)
		;
	return i + 1;
}

uint8_t
words_classify(const struct word_count *c)
{
	static const uint8_t starts[] = { 5, 20, 50, 80 }, lowers[] = { 5, 50 };
	unsigned start, lower;

	start = share_class(c->start, (uint64_t)c->start + c->upper, starts, 4);
	lower = share_class(c->lower, (uint64_t)c->lower + c->upper, lowers, 2);
	return (uint8_t)(stop_class(c) + STOPS * start +
	    STOPS * STARTS * lower);
}
