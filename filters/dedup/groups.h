/*
 * groups.h -- which records belong together, and which of them is kept
 *
 * A group is a record that was kept and those that repeat it, exactly or
 * nearly; it goes by the number of the first.  Of each group is known how many
 * there are, which one is to be printed, and why it belongs to the first.
 */
#ifndef FILTERS_DEDUP_GROUPS_H
#define FILTERS_DEDUP_GROUPS_H

#include <stdint.h>

#include "filters/dedup/judge.h"

struct groups;

struct groups	*groups_new(enum keep);
void		 groups_free(struct groups *);
/*
 * A record of len bytes and the group it belongs to: its own number if it
 * begins one, else why it does.  Numbers rise from call to call.
 */
void		 groups_add(struct groups *, uint64_t group, uint64_t number,
		    uint64_t len, const struct verdict *);
/* How many are in the group; 0 if it is none. */
uint64_t	 groups_count(const struct groups *, uint64_t group);
/* The number of the one to be printed. */
uint64_t	 groups_choice(const struct groups *, uint64_t group);
struct verdict	 groups_verdict(const struct groups *, uint64_t group);

#endif
