/*
 * values_parts.h -- the parts of an expression and what they are worth
 *
 * Private to values*.c.  A form of numbers/patterns.txt that was found is a
 * tree of parts (numbers.h); its line's third column says how its value comes
 * of them:
 *
 *	VERB [KEY=ARGUMENT ...]
 *
 * An argument is a part, <month>, or the first there is of several names,
 * <month|monthword>, or stands for itself.  A key that is not told is the part
 * of its name, if there is one.  A part's own value is that of its class or
 * what its own line's column says; without one, that of its only part, or the
 * number it is.
 */
#ifndef COMMON_ENTITIES_VALUES_PARTS_H
#define COMMON_ENTITIES_VALUES_PARTS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/entities/numbers.h"

struct parts {
	const char	*text;
	const struct number_part *v;
	size_t		 n;
};

#define NO_PART	((size_t)-1)

/* The first part of a name inside part at; NO_PART if there is none. */
size_t	 part_find(const struct parts *, size_t at, const char *name);
/* The verb of a part's line, of *len bytes; "" if it has none. */
const char *part_verb(const struct parts *, size_t at, size_t *len);
/*
 * The argument of a key: the part that it is, or, with NO_PART, what it says
 * for itself, NULL if there is neither.
 */
size_t	 part_argument(const struct parts *, size_t at, const char *key,
	    const char **literal, size_t *len);
/*
 * The nth part inside, from 1, whose line has a verb, outermost ones only;
 * those that say how far a value is taken do not count.
 */
size_t	 part_with_verb(const struct parts *, size_t at, unsigned nth);

/*
 * The number of part at, in words, figures or both: false if it is none, or
 * several.  A year in words is two numbers: nineteen eighty-four.
 */
bool	 part_number(const struct parts *, size_t at, double *);
bool	 part_year(const struct parts *, size_t at, int *);
/* Is it less than nothing: minus 5, or in brackets as accounts have it? */
bool	 part_is_negative(const struct parts *, size_t at);
/* The number that stands between two bytes of part at, if one does. */
bool	 part_number_between(const struct parts *, size_t at, size_t from,
	    size_t end, double *);
/* How many numbers are inside, each by its outermost part. */
unsigned part_numbers(const struct parts *, size_t at, size_t from, size_t end);
/* The number of an argument; false if there is none such. */
bool	 argument_number(const struct parts *, size_t at, const char *key,
	    double *);
/* The text of an argument: a class's value, or what stands for itself. */
bool	 argument_text(const struct parts *, size_t at, const char *key,
	    char *, size_t size);

/* What a class of the patterns says of a word; NULL if it is not in it. */
const char *word_value(const char *word, size_t len, const char *class);

/* A number as a decimal, without exponent; false if it is not exact enough. */
bool	 decimal_format(double, char *, size_t size);

#endif
