/*
 * numbers_date.h -- dates, and periods of a day or longer
 *
 * Automata of numbers_parse.h.
 */
#ifndef COMMON_ENTITIES_NUMBERS_DATE_H
#define COMMON_ENTITIES_NUMBERS_DATE_H

#include <stddef.h>

#include "common/entities/numbers_parse.h"
#include "common/entities/types.h"

/* A date, or a period of a day or longer; of its parts also a TIME. */
size_t	numbers_date(const struct parse *, size_t, enum entity_type *);
/* "ago", "later" after a duration that ends at the token. */
size_t	numbers_distance(const struct parse *, size_t);

#endif
