/*
 * ids.h -- records by the names they have themselves: --id
 *
 * A record's number, as everywhere else, finds its name, the bytes of a field
 * or of a member of its object.  The names are kept until the end: their bytes
 * and 16 more a record.
 */
#ifndef FILTERS_DEDUP_IDS_H
#define FILTERS_DEDUP_IDS_H

#include <stddef.h>
#include <stdint.h>

struct ids;

struct ids	*ids_new(void);
void		 ids_free(struct ids *);
/* Numbers must rise from call to call. */
void		 ids_add(struct ids *, uint64_t number, const char *, size_t);
/* NULL if that record has none. */
const char	*ids_find(const struct ids *, uint64_t number, size_t *len);

#endif
