/*
 * gather.h -- records put by until it is known what belongs together
 *
 * With --keep=last or longest, --groups, and with -c, -d and -u where repeats
 * are near ones, what is printed is known at the end only.  All records that
 * can be printed are put by (spool.h) and of each its group is remembered
 * (groups.h).
 */
#ifndef FILTERS_DEDUP_GATHER_H
#define FILTERS_DEDUP_GATHER_H

#include <stdint.h>

#include "common/io/io.h"
#include "filters/dedup/ids.h"
#include "filters/dedup/judge.h"
#include "filters/dedup/report.h"
#include "filters/dedup/settings.h"
#include "filters/dedup/writer.h"

struct gather;

/* Opens its file: before the program gives up opening any. */
struct gather	*gather_new(const struct settings *);
void		 gather_free(struct gather *);
/*
 * One more record.  v: why it belongs to the group of v->kept; NULL: it begins
 * a group.  alone: it belongs to none, and is printed in any case.
 */
void		 gather_add(struct gather *, struct input *,
		    const struct record *, uint64_t number,
		    const struct verdict *v, bool alone);
/*
 * Print what there is to print; returns how many.  The report says which were
 * not.  ids: what groups are called, or NULL.
 */
uint64_t	 gather_print(struct gather *, struct writer *, struct report *,
		    const struct ids *);

#endif
