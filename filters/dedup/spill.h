/*
 * spill.h -- on disk what memory has no room for, and the order restored
 *
 * When the table of fingerprints is full, records that are in it are known to
 * be repeats.  All others, and whatever else has to stand between them, are
 * put by in their order (spool.h), and their fingerprints in one of PARTITIONS
 * files, by the fingerprint.  At the end each partition is small enough to
 * find the first of each fingerprint in memory (in several passes, if it is
 * not), which is marked in a bit map over all records put by, and these are
 * printed in their order.  The result is that of a run without limit, byte for
 * byte.
 */
#ifndef FILTERS_DEDUP_SPILL_H
#define FILTERS_DEDUP_SPILL_H

#include <stdint.h>

#include "common/io/io.h"
#include "filters/dedup/table.h"
#include "filters/dedup/writer.h"

struct spill;

enum spilled {
	SPILLED_UNKNOWN,	/* to be judged at the end */
	SPILLED_KEPT,		/* prints in any case */
	SPILLED_BLANK,		/* an empty record */
	SPILLED_DROPPED		/* does not print */
};

/* Opens its files: before the program gives up opening any. */
struct spill	*spill_new(void);
void		 spill_free(struct spill *);
/* f: of an unknown one, else ignored. */
void		 spill_add(struct spill *, enum spilled, struct fingerprint f,
		    const struct record *, uint64_t number);
/* How many unknown ones were added. */
uint64_t	 spill_unknown(const struct spill *);
/*
 * Judge and print all, with this table, which is emptied first.  How many were
 * kept, and how many repeats there were among the unknown ones.
 */
void		 spill_finish(struct spill *, struct table *, struct writer *,
		    uint64_t *kept, uint64_t *repeats);

#endif
