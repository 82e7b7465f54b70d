/*
 * layout.h -- lines of hard-wrapped text that are no part of a paragraph
 *
 * Private to sentences, for the option layout.  In a paragraph a line break is
 * a space; but the items of a list, lines that begin with >, rows of a table
 * and a headline above its story end with their line, or go on until the next
 * of them.  A dash or a number that a line happens to begin with is no item:
 * before it must come a stop, a colon or an item that it follows on.
 */
#ifndef COMMON_SENTENCES_LAYOUT_H
#define COMMON_SENTENCES_LAYOUT_H

#include "common/sentences/sentences.h"

/* Does the line break at i, with a line that is not empty behind, part them? */
bool	layout_parts(const struct sentence_iterator *, size_t i);

#endif
