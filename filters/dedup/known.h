/*
 * known.h -- the fingerprints known so far, within the memory allowed
 *
 * A table (table.h), and what happens when it is full: the program stops, or
 * the oldest are forgotten (two tables of half the size: when the younger one
 * is full it becomes the older one, whose fingerprints are forgotten; one that
 * is met again is young again), or it is left to the caller.
 */
#ifndef FILTERS_DEDUP_KNOWN_H
#define FILTERS_DEDUP_KNOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "filters/dedup/settings.h"
#include "filters/dedup/table.h"

struct known;

/* values: as in table_new(); max: bytes, or 0 for no limit. */
struct known	*known_new(bool values, size_t max, enum when_full);
void		 known_free(struct known *);
/* As table_add(); TABLE_FULL only with FULL_SPILL. */
enum table_result known_add(struct known *, struct fingerprint, uint64_t **);
bool		 known_find(const struct known *, struct fingerprint,
		    uint64_t **);
void		 known_prefetch(const struct known *, struct fingerprint);
void		 known_fetch(const struct known *,
		    const struct fingerprint *, size_t n);
uint64_t	 known_count(const struct known *);
/* From here on take no more than so many bytes in all, but what is taken. */
void		 known_limit(struct known *, size_t max);
size_t		 known_bytes(const struct known *);
/* The table, to be used for something else. */
struct table	*known_table(struct known *);

#endif
