/*
 * filter.h -- the flow: records in, verdicts, records out
 */
#ifndef FILTERS_DEDUP_FILTER_H
#define FILTERS_DEDUP_FILTER_H

#include "filters/dedup/settings.h"

/* All of it; returns the exit status. */
int	filter(const struct settings *, int n, char *const operands[]);

#endif
