/*
 * table.h -- a set of fingerprints that grows without a peak
 *
 * Of a fingerprint 102 bits are kept: so many that among a thousand million
 * some two agree by chance with a probability of 10^-13, so few that five
 * stand in a cache line.  The first six bits choose one of 64 segments, each
 * an array of lines.  An element's home is the line its value scaled to their
 * number points to; it stands there or, where that is full, in one of those
 * that follow (open addressing with buckets: Knuth, The Art of Computer
 * Programming 3, 6.4).  So the array is a list sorted by homes, with gaps, and
 * a search ends at the first line with a gap.
 *
 * A segment that is full to 13/16 is doubled, in place and in one pass from
 * its start to its end.  The segments begin at different sizes, so that they
 * grow one at a time: all together are between half and 13/16 full at any
 * time, about 22 bytes for each fingerprint.
 *
 * A table made with values keeps 64 bits of the caller's with each.
 */
#ifndef FILTERS_DEDUP_TABLE_H
#define FILTERS_DEDUP_TABLE_H

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
 * Take so many bytes less than was allowed, a quarter of it at least.  For an
 * empty table.
 */
void		 table_give_up(struct table *, size_t bytes);
/* From here on take no more than so many bytes, but what is taken stays. */
void		 table_limit(struct table *, size_t max);

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
/*
 * Is there one with that high half?  *lo is the first one's low half, the last
 * 32 bits of it.  Only for a table whose low halves have no more than these.
 */
bool		 table_first(const struct table *, uint64_t hi, uint32_t *lo);
/* Fetch into the cache what a search for it will look at. */
void		 table_prefetch(const struct table *, struct fingerprint);
/*
 * The same for many, by reading: a prefetch is often dropped where the
 * processor has to find out first where the page lies, a read never.
 */
void		 table_fetch(const struct table *, const struct fingerprint *,
		    size_t n);

uint64_t	 table_count(const struct table *);
size_t		 table_bytes(const struct table *);

#endif
