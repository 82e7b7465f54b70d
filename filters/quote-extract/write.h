/*
 * write.h -- quotations out: tables, JSON, a page to look at
 *
 * Which of the quotations are written is the writer's, too: its first members
 * say what was asked for.
 */
#ifndef FILTERS_QUOTE_EXTRACT_WRITE_H
#define FILTERS_QUOTE_EXTRACT_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "common/io/io.h"
#include "common/quotes/quotes.h"
#include "common/sentences/sentences.h"
#include "filters/quote-extract/feed.h"
#include "filters/quote-extract/html.h"
#include "filters/quote-extract/people.h"
#include "filters/quote-extract/summary.h"
#include "filters/quote-extract/show.h"

enum format {
	FORMAT_TSV, FORMAT_TEXT, FORMAT_JSON, FORMAT_HTML, FORMAT_MEMBER
};

#define FIELDS_MOST	COLUMNS_MOST	/* of a quotation */

/* What can be written of one; ends with a field without name. */
extern const struct field quote_fields[];

struct quote_writer {
	struct io	*io;
	enum format	 format;
	unsigned	 kinds;		/* 1 << kind of those wanted */
	unsigned	 min_confidence;	/* of 1000 */
	unsigned	 min_speaker;	/* the same, of the speaker */
	size_t		 min_words;
	bool		 unattributed;
	bool		 context;
	bool		 summary;	/* how much each speaker says, only */
	struct people_list *people;	/* the user's own, or NULL */
	/* The rest is the writer's own. */
	struct fields	 fields;
	const struct field *list[FIELDS_MOST + 1];
	struct quote_page	 html;
	struct summary	 spoken;
	const char	*file;		/* that the summary is of */
	const struct known_person *listed;	/* who speaks, or NULL */
	struct quote_show	 show;
	struct buffer	 words;		/* of the quotation that is written */
	struct buffer	 part;		/* of a span of it, joined */
	struct splitter	*splitter;	/* of contexts, if asked for */
};

void	writer_begin(struct quote_writer *, const struct io_options *);
/* A document begins; with -J, its object. */
void	writer_document(struct quote_writer *, const struct record *);
void	writer_paragraph(struct quote_writer *, const struct paragraph_text *,
	    const struct quote *, size_t n);
void	writer_document_end(struct quote_writer *, const struct record *);
void	writer_end(struct quote_writer *);
void	writer_free(struct quote_writer *);

#endif
