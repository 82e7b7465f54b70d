/*
 * summary.h -- who speaks how much: a row for each speaker
 *
 * Names that differ in case or in an article before them are one.  Memory grows
 * with the number of speakers, not with what they say.
 */
#ifndef FILTERS_QUOTE_EXTRACT_SUMMARY_H
#define FILTERS_QUOTE_EXTRACT_SUMMARY_H

#include <stddef.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/quotes/quotes.h"

struct spoken {			/* by one of them */
	char		*key;
	size_t		 key_len;
	char		*name;		/* as it was met first */
	char		*id;		/* of --people, or "" */
	const char	*source;	/* "person" and so on, or NULL */
	char		 gender;	/* 'm', 'f' or 0 */
	size_t		 quotes[QUOTE_KINDS];
	size_t		 words[QUOTE_KINDS];
};

struct summary {			/* start from {0} */
	struct spoken	*v;
	size_t		 n, cap;
	size_t		*slots;		/* of v, + 1; by the key's hash */
	size_t		 nslots;	/* a power of two, or 0 */
	struct buffer	 key;
};

/*
 * A quotation of so many words, unless it is not given as what was said; the id
 * is "" if there is none.
 */
void	summary_add(struct summary *, const struct quote *, const char *id,
	    size_t words);
/* Write the rows, most quotations first, and forget them. */
void	summary_write(struct summary *, struct fields *, const char *file);
void	summary_free(struct summary *);
/* The columns, for struct fields. */
extern const struct field *const summary_columns[];

#endif
