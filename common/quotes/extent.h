/*
 * extent.h -- how many lines of a text are read together
 *
 * A paragraph is a line, or as many lines as one quotation in marks runs over,
 * bounded in number: where each line is a sentence, a quotation of several
 * sentences has several lines.  "He said:" at the end of a line takes in the
 * quotation that begins the next.
 */
#ifndef COMMON_QUOTES_EXTENT_H
#define COMMON_QUOTES_EXTENT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The length in bytes of the first paragraph of a text, with its line break.
 * 0 if more of the text is needed to say, and may follow (last is false).
 */
size_t	paragraph_extent(const char *text, size_t len, bool last);

#endif
