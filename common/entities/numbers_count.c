#include "common/entities/numbers_count.h"

#include <string.h>

#include "common/entities/numbers_words.h"

bool
numbers_ordinal(const struct parse *p, size_t i)
{
	return (numbers_ending(p, i) & ENDING_ORDINAL) != 0;
}

/* Fractions as the wires write them: halves to fifths, and by eighths. */
#define EIGHTHS		8
#define FIFTHS		5
#define DENOMINATOR_MOST 64

/* "2-3" of 6 2-3 at k. */
static bool
is_fraction(const struct parse *p, size_t k)
{
	int of;

	if (!digits(p, k) || !hyphen(p, k + 1))
		return false;
	of = integer(p, k + 2);
	return integer(p, k) > 0 && integer(p, k) < of &&
	    of <= DENOMINATOR_MOST && (of <= FIFTHS || of % EIGHTHS == 0);
}

/* A number in figures: 2 1/2, 5 million. */
static size_t
in_figures(const struct parse *p, size_t k)
{
	if (!digits(p, k) || !digit(p, k, length(p, k) - 1))
		return k;
	k++;
	if (digits(p, k) && memchr(p->text + p->t[k].start, '/',
	    length(p, k)) != NULL)
		k++;
	else if (is_fraction(p, k))
		k += 3;
	if (is(p, k, W_scale))
		k++;
	else if (hyphen(p, k) && is(p, k + 1, W_scale))
		k += 2;
	return is(p, k, W_dozen) ? k + 1 : k;
}

/* Numbers that say only about how many: dozens of thousands, a few hundred. */
static size_t
in_scales(const struct parse *p, size_t i)
{
	size_t k;

	if (is(p, i, W_counts)) {
		for (k = i + 1; is(p, k, W_of) && is(p, k + 1, W_counts |
		    W_scale); k += 2)
			continue;
		return k;
	}
	if (is(p, i, W_article) && is(p, i + 1, W_dozen | W_scale) &&
	    !is(p, i + 1, W_number))
		return i + 2;
	if (is(p, i, W_fraction) && is(p, i + 1, W_article) &&
	    is(p, i + 2, W_dozen | W_scale))
		return i + 3;
	if (is(p, i, W_dozen))
		return i + 1;
	if (is(p, i, W_several) && is(p, i + 1, W_dozen | W_scale))
		return i + 2;
	if (is(p, i, W_article) && is(p, i + 1, W_several) &&
	    is(p, i + 2, W_dozen | W_scale))
		return i + 3;
	return i;
}

/* What goes on with a number in words that begins at i, at k; k if nothing. */
static size_t
next_word(const struct parse *p, size_t i, size_t k)
{
	if (is(p, k, W_and) && is(p, k + 1, W_article) &&
	    is(p, k + 2, W_fraction))
		return k + 3;
	if (hyphen(p, k) && is(p, k + 1, W_and) && hyphen(p, k + 2) &&
	    is(p, k + 3, W_article) && hyphen(p, k + 4) &&
	    is(p, k + 5, W_fraction))
		return k + 6;
	if (is(p, k, W_of) && is(p, k - 1, W_fraction) &&
	    (digits(p, k + 1) || is(p, k + 1, W_number)) &&
	    is(p, k + 2, W_percent | W_per))
		return k + 2;
	if (is(p, k, W_scale | W_dozen))
		return k + 1;
	if (hyphen(p, k) && is(p, k + 1, W_number | W_scale | W_fraction |
	    W_cent))
		return is(p, k + 1, W_cent) && hyphen(p, k + 2) &&
		    is(p, k + 3, W_number) ? k + 4 : k + 2;
	if (is(p, k, W_number) && is(p, k - 1, W_scale))
		return k + 1;
	if (is(p, k, W_and) && is(p, k - 1, W_scale) && is(p, k + 1, W_number))
		return k + 2;
	if (is(p, k, W_fraction) && k == i + 1 && is(p, k + 1, W_of))
		return k + 1;
	return k;
}

size_t
numbers_one(const struct parse *p, size_t i)
{
	size_t k, next;

	if ((k = in_figures(p, i)) > i || (k = in_scales(p, i)) > i)
		return k;
	if (!is(p, i, W_number))
		return i;
	for (k = i + 1; k < p->n && (next = next_word(p, i, k)) > k; k = next)
		continue;
	return k;
}

/*
 * Are the numbers on both sides of the "to" or "or" at k one, the second
 * ending at m?  "three to 10 days", "six or seven"; not "by 97 to 2".
 */
static bool
together(const struct parse *p, size_t k, size_t m)
{
	if (is(p, m, W_period | W_periods | W_span | W_spans | W_percent |
	    W_per | W_measure | W_currency | W_straight) ||
	    hyphen(p, m) || (m < p->n && byte(p, m, 0) == '%'))
		return true;
	if (is(p, k, W_or))
		return is(p, k - 1, W_number) == is(p, m - 1, W_number);
	return is(p, m - 1, W_scale) || is(p, k - 1, W_scale);
}

size_t
numbers_range(const struct parse *p, size_t i)
{
	size_t k = numbers_one(p, i), m;

	if (k == i)
		return i;
	for (;;) {
		if (hyphen(p, k) && (m = numbers_one(p, k + 1)) > k + 1)
			k = m;
		else if (hyphen(p, k) && is(p, k + 1, W_to) &&
		    hyphen(p, k + 2) && (m = numbers_one(p, k + 3)) > k + 3)
			k = m;
		else if (is(p, k, W_to | W_or) &&
		    (m = numbers_one(p, k + 1)) > k + 1)
			return together(p, k, m) ? m : k;
		else if (is(p, k, W_or) && is(p, k + 1, W_comparative))
			return k + 2;
		else
			return k;
	}
}

size_t
numbers_with_glued(const struct parse *p, size_t i, uint64_t unit)
{
	size_t k = i;

	if ((digits(p, i) || (numbers_glued(p, i) & unit) != 0) &&
	    (hyphen(p, i + 1) || is(p, i + 1, W_to)) &&
	    (numbers_glued(p, i + 2) & unit) != 0)
		k = i + 2;
	while ((numbers_glued(p, k) & unit) != 0)
		k++;
	return k;
}

size_t
numbers_approximator(const struct parse *p, size_t i)
{
	if (is(p, i, W_comparative) && is(p, i + 1, W_than))
		return i + 2;
	if (is(p, i, W_at) && is(p, i + 1, W_least))
		return i + 2;
	/* not where something rose up to it */
	if (is(p, i, W_up) && is(p, i + 1, W_to))
		return i > 0 && is(p, i - 1, W_motion) ? i : i + 2;
	if (is(p, i, W_than) && is(p, i + 1, W_muchas) && is(p, i + 2, W_than))
		return i + 3;
	if (is(p, i, W_muchas) && is(p, i + 1, W_comparative) &&
	    is(p, i + 2, W_than))
		return i + 3;
	if (is(p, i, W_article) && is(p, i + 1, W_estimated))
		return i + 2;
	/* over four people, under two presidents: places, not sizes */
	if (is(p, i, W_over) && is(p, i + 1, W_number) &&
	    !is(p, i + 2, W_scale | W_percent | W_period | W_periods))
		return i;
	return is(p, i, W_about) && !is(p, i, W_estimated) ? i + 1 : i;
}
