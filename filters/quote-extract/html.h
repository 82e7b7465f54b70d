/*
 * html.h -- a page to look at: paragraphs with their quotations marked
 *
 * A page of common/io/page.h, on which each speaker has a colour.  A quotation
 * inside another one is passed over.  A paragraph is begun, told its quotations
 * in order, and ended; it is written as it comes.  At the end stands who is
 * quoted how often, in all documents of the page, with the first words of each
 * quotation, which lead to it: memory grows with the number of quotations.
 */
#ifndef FILTERS_QUOTE_EXTRACT_HTML_H
#define FILTERS_QUOTE_EXTRACT_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "common/io/io.h"
#include "common/quotes/quotes.h"
#include "filters/quote-extract/feed.h"

struct quote_page {				/* set out, the rest to 0 */
	struct output	*out;
	const char	*file;		/* under its heading, or NULL */
	size_t		 at;		/* of the paragraph written */
	struct quoted	*quoted;	/* those on the page */
	size_t		 n, cap;
};

void	html_begin(struct quote_page *);
/* A document of this file begins; the same file has one heading. */
void	html_document(struct quote_page *, const char *file, bool heading);
void	html_paragraph(struct quote_page *, const struct paragraph_text *);
void	html_quote(struct quote_page *, const struct paragraph_text *,
	    const struct quote *);
void	html_paragraph_end(struct quote_page *, const struct paragraph_text *);
void	html_end(struct quote_page *);

#endif
