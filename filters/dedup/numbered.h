/*
 * numbered.h -- what is kept of a record, found by the record's number
 *
 * The elements of the array begin with the number, a uint64_t, and are in its
 * order.
 */
#ifndef FILTERS_DEDUP_NUMBERED_H
#define FILTERS_DEDUP_NUMBERED_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

static inline int
numbered_compare(const void *number, const void *element)
{
	uint64_t a = *(const uint64_t *)number, b = *(const uint64_t *)element;

	return (a > b) - (a < b);
}

/* That of n elements of size bytes at v which has this number, or NULL. */
static inline void *
numbered_find(const void *v, size_t n, size_t size, uint64_t number)
{
	return n == 0 ? NULL : bsearch(&number, v, n, size, numbered_compare);
}

#endif
