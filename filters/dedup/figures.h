/*
 * figures.h -- a number as what it is worth
 *
 * Built from a word with digits or a numeral, and from the words that follow
 * as long as they belong to it: "two hundred and six thousand", "1.5 million",
 * "5 per cent", "20 dollars".  Values are exact, in decimal, up to 18 digits;
 * what is longer or no plain number, such as 1/12/2024, 5-14 or 10:15, is
 * compared as it is written.
 */
#ifndef FILTERS_DEDUP_FIGURES_H
#define FILTERS_DEDUP_FIGURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "filters/dedup/vocabulary.h"

#define FIGURE_MAX	48	/* bytes of the text of a figure */
#define FIGURE_CURRENCY	8	/* of the letters and the sign before it */

struct figure {
	uint64_t	 sum, part;	/* "two thousand" and "six" */
	int		 exponent;	/* of ten: of the sum of both */
	bool		 negative, ordinal;
	bool		 whole;		/* no numeral can follow */
	uint16_t	 joint;		/* NUMERAL_AND or _PER, or 0 */
	char		 currency[FIGURE_CURRENCY];	/* or unit; a string */
};

/*
 * Begin with the digits of a word, which may have a stop, and what is written
 * at them ("12th", "$5bn").  False if it is no number of that kind.  Sign and
 * currency must be set before.
 */
bool	figure_digits(struct figure *, const struct vocabulary *, const char *,
	    size_t);
/* Begin with a numeral; false if a number cannot begin so. */
bool	figure_begin(struct figure *, const struct term *);
/* One more word; false, and nothing is changed, if it is no part of it. */
bool	figure_add(struct figure *, const struct term *);
bool	figure_set_unit(struct figure *, const char *sign);
/* As text, the same for the same value; its length. */
size_t	figure_text(const struct figure *, char text[FIGURE_MAX]);
/* The value if it is a plain whole number below limit; else limit. */
uint64_t figure_small(const struct figure *, uint64_t limit);

#endif
