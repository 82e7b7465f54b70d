/*
 * extent.h -- how many lines of a text are read together
 *
 * A paragraph is a line, or as many lines as one quotation in marks runs over,
 * bounded in number: where each line is a sentence, a quotation of several
 * sentences has several lines.  "He said:" at the end of a line takes in the
 * quotation that begins the next.  A line that may begin with the name of who
 * has the floor waits for the next one, which is read apart.  Paragraphs that
 * are all in marks, each opened anew, are read with the one behind them, which
 * may say who speaks.  A line of more than a megabyte, or of 65536 marks, is
 * read in parts, so that memory is bounded.
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
