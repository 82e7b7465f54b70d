/*
 * table.h -- a set of fingerprints that grows without a peak
 *
 * The set is cut into 64 segments by the fingerprint's first bits.  A segment is
 * one array, probed linearly and kept in order (ordered hashing: Amble and
 * Knuth, The Computer Journal 17, 1974): the place of a fingerprint is its
 * value scaled to the size of the array, so the array is a sorted list with
 * gaps.  A search stops at the first smaller element, found or not.  A segment
 * may have any size: when seven eighths of it are taken it grows by a quarter,
 * in place, by moving its elements twice.  So memory stays under 16/0.7 bytes
 * for each fingerprint at all times, while it grows too.
 *
 * A table made with values keeps 64 bits of the caller's with each.
 */
#ifndef DEDUP_TABLE_H
#define DEDUP_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "filters/dedup/fingerprint.h"

struct table;

enum table_result { TABLE_NEW, TABLE_FOUND, TABLE_FULL };

/* max: bytes it may take, or 0 for no limit. */
struct table	*table_new(bool values, size_t max);
void		 table_free(struct table *);
/* Forget all elements and give their memory back. */
void		 table_clear(struct table *);

/*
 * Add one.  TABLE_FULL: it was not there and there is no room for it.
 * Otherwise *value (if not NULL) points to its value until the next addition:
 * that of a new one is 0.
 */
enum table_result table_add(struct table *, struct fingerprint,
		    uint64_t **value);
/* Is it there?  *value as above. */
bool		 table_find(const struct table *, struct fingerprint,
		    uint64_t **value);
/* Is there one with that high half?  *lo is the low half of the first. */
bool		 table_first(const struct table *, uint64_t hi, uint64_t *lo);
/* Fetch into the cache what a search for it will look at. */
void		 table_prefetch(const struct table *, struct fingerprint);

uint64_t	 table_count(const struct table *);
size_t		 table_bytes(const struct table *);

#endif
