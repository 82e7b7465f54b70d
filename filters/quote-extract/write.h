/*
 * write.h -- quotations out: tables, JSON, a page to look at
 */
#ifndef FILTERS_QUOTE_EXTRACT_WRITE_H
#define FILTERS_QUOTE_EXTRACT_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/quotes/quotes.h"
#include "common/sentences/sentences.h"
#include "filters/quote-extract/feed.h"

enum format { FORMAT_TSV, FORMAT_JSON, FORMAT_HTML, FORMAT_MEMBER };

struct writer {
	struct io	*io;
	enum format	 format;
	unsigned	 kinds;		/* 1 << kind of those wanted */
	unsigned	 min_confidence;	/* of 1000 */
	size_t		 min_words;
	bool		 unattributed;
	bool		 context;
	/* The rest is the writer's own. */
	struct buffer	 words;
	struct splitter	*splitter;	/* for contexts; NULL: none was cut yet */
	bool		 more;		/* of the member's array */
	const char	*file;
	bool		 named;		/* the page's last heading */
};

void	writer_begin(struct writer *, bool header);
/* A document begins; with -J, its object. */
void	writer_document(struct writer *, const struct record *);
void	writer_passage(struct writer *, const struct passage_text *,
	    const struct quote *, size_t n);
void	writer_document_end(struct writer *, const struct record *);
void	writer_end(struct writer *);
void	writer_free(struct writer *);

#endif
