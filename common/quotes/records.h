/*
 * records.h -- from attributions to the records of quote.h
 */
#ifndef COMMON_QUOTES_RECORDS_H
#define COMMON_QUOTES_RECORDS_H

#include <stddef.h>

#include "common/quotes/attributions.h"
#include "common/quotes/quote.h"

struct records {			/* start from {0} */
	struct quote	*v;
	size_t		 cap;
	struct span	*spans;		/* theirs */
	size_t		 spans_cap;
};

/*
 * Make the records of what is attributed, in order of their beginning, without
 * speakers.  Returns how many.  The contents of the attributions are sorted.
 */
size_t	records_make(struct records *, struct attributions *);
void	records_free(struct records *);

#endif
