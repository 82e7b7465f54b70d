/*
 * show.h -- quotations for a person at a terminal
 *
 * The speaker, what reports it, and the words below, broken into lines.  With
 * several files the name of each stands above its quotations.
 */
#ifndef FILTERS_QUOTE_EXTRACT_SHOW_H
#define FILTERS_QUOTE_EXTRACT_SHOW_H

#include <stddef.h>

#include "common/io/io.h"
#include "common/quotes/quotes.h"
#include "filters/quote-extract/feed.h"

struct quote_show {			/* set the first two, the rest to 0 */
	struct io	*io;
	size_t		 width;		/* of a line, in characters */
	const char	*file;		/* whose name was shown last */
	struct buffer	 part;
};

/* The columns of the terminal that is standard output; 80 if it is none. */
size_t	show_width(void);
void	show_free(struct quote_show *);
/* One quotation of a paragraph; words: its own, put together, n bytes. */
void	show_quote(struct quote_show *, const struct paragraph_text *,
	    const struct quote *, const char *words, size_t n);

#endif
