/*
 * numbers_count.h -- numbers themselves, in figures and words
 *
 * Automata of numbers_parse.h.
 */
#ifndef COMMON_ENTITIES_NUMBERS_COUNT_H
#define COMMON_ENTITIES_NUMBERS_COUNT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/entities/numbers_parse.h"

/* One number: 2 1/2, twenty-one, 5 million. */
size_t	numbers_one(const struct parse *, size_t);
/* A number or a range of numbers. */
size_t	numbers_range(const struct parse *, size_t);
/* 20th, 21st: digits and a suffix of two letters. */
bool	numbers_ordinal(const struct parse *, size_t);
/*
 * A number or range whose unit, of these classes, is written without a space:
 * 30km, 25-30km, 3am to 5am, 5ft 8in.
 */
size_t	numbers_with_glued(const struct parse *, size_t, uint64_t unit);
/* Words before a number that are part of it: about, more than, at least. */
size_t	numbers_approximator(const struct parse *, size_t);

#endif
