/*
 * feed.h -- from records to paragraphs
 *
 * A quotation may run over several records, where each is a sentence.  The
 * feed holds back the bytes of a document until a paragraph is whole
 * (common/quotes/quotes.h, paragraph_end) and knows where in the document each
 * paragraph begins, in bytes and in code points.  What it holds is bounded by
 * paragraph_extent()'s bounds and the longest record.
 */
#ifndef FILTERS_QUOTE_EXTRACT_FEED_H
#define FILTERS_QUOTE_EXTRACT_FEED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"
#include "common/io/io.h"

struct paragraph_text {
	const char	*text;
	size_t		 len;
	uint64_t	 offset;	/* in the document: bytes */
	uint64_t	 points;	/* and code points */
	const size_t	*returns;	/* where CRs were left out (fields.h) */
	size_t		 nreturns;
	const char	*file;
};

/* It without the white space at its ends. */
struct span	paragraph_trimmed(const struct paragraph_text *);

struct feed {				/* start from {0} */
	struct buffer	 held;
	const char	*text;		/* what is there to be cut */
	size_t		 len;
	size_t		 at;		/* of it done */
	uint64_t	 offset;	/* of text + at in the document */
	uint64_t	 points;
	size_t		*returns;	/* bytes held that a CR stood before */
	size_t		 nreturns, returns_cap;
	size_t		 returns_done;	/* those before text + at */
	const char	*file;
};

void	feed_reset(struct feed *);	/* a document begins */
/* The next record of the document; joins: its line breaks are spaces. */
void	feed_record(struct feed *, const struct record *, bool joins);
/* A whole text; joins: line breaks are spaces, but those of empty lines. */
void	feed_text(struct feed *, const struct record *, bool joins);
/* The next paragraph, if it is whole or nothing follows (last). */
bool	feed_next(struct feed *, bool last, struct paragraph_text *);
void	feed_free(struct feed *);

#endif
