/*
 * numbers_time.h -- times of day
 *
 * An automaton of numbers_parse.h.
 */
#ifndef COMMON_ENTITIES_NUMBERS_TIME_H
#define COMMON_ENTITIES_NUMBERS_TIME_H

#include <stddef.h>

#include "common/entities/numbers_parse.h"

size_t	numbers_time(const struct parse *, size_t);

#endif
