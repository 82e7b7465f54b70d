/*
 * lines.h -- the line a sentence stands in: its end, and what is quoted so far
 *
 * Private to sentences.  Where lines are joined, the paragraph is the line.
 */
#ifndef COMMON_SENTENCES_LINES_H
#define COMMON_SENTENCES_LINES_H

#include "common/sentences/sentences.h"

/* Does the line break at i end the line? */
bool		line_ends(const struct sentence_iterator *, size_t i);
/*
 * How many straight double marks stand in the line before end: if the number
 * is odd, a quotation is open there.  Counted on, or a little back, from where
 * the last count ended, so that all counts together look at each byte about
 * once.
 */
unsigned	straight_marks(struct sentence_iterator *, size_t end);

#endif
