/*
 * csv.h -- does a line look like CSV that fields cannot be cut out of?
 */
#ifndef FILTERS_DEDUP_CSV_H
#define FILTERS_DEDUP_CSV_H

#include <stdbool.h>
#include <stddef.h>

/* Is there a field in quotation marks with a separator in it? */
bool	csv_is_quoted(const char *line, size_t len, const char *separator);

#endif
