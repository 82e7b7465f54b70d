/*
 * numbers_quantity.h -- numbers with what they count: sums, shares, measures
 *
 * An automaton of numbers_parse.h.
 */
#ifndef COMMON_ENTITIES_NUMBERS_QUANTITY_H
#define COMMON_ENTITIES_NUMBERS_QUANTITY_H

#include <stddef.h>

#include "common/entities/numbers_parse.h"
#include "common/entities/types.h"

/* A number, with its unit if it has one; of which type it is. */
size_t	numbers_quantity(const struct parse *, size_t, enum entity_type *);

#endif
