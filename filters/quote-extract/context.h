/*
 * context.h -- what a quotation stands in, for --context
 *
 * The paragraph or, where that is long, the sentences that the quotation, its
 * cue and the mention of its speaker are in, as far as a kilobyte around the
 * quotation.  Else a paragraph of many quotations would be printed as many
 * times.
 */
#ifndef FILTERS_QUOTE_EXTRACT_CONTEXT_H
#define FILTERS_QUOTE_EXTRACT_CONTEXT_H

#include "common/base/base.h"
#include "common/quotes/quotes.h"
#include "common/sentences/sentences.h"
#include "filters/quote-extract/feed.h"

struct span	quote_context(struct splitter *, const struct paragraph_text *,
		    const struct quote *);

#endif
