/*
 * sentences_keep.h -- is this place inside a quotation?
 *
 * The inside of sentences.h, for keep_quotes.  Only the outermost quotation
 * matters, and only one that closes before its line (join_lines: paragraph)
 * ends; an opening mark without its closing one is a stray.  Single marks
 * close only behind punctuation, since most are apostrophes.
 *
 * Places are asked in ascending order, and all the answers of a line together
 * take time linear in it.
 */
#ifndef COMMON_SENTENCES_KEEP_H
#define COMMON_SENTENCES_KEEP_H

#include "common/sentences/sentences.h"

bool	sentences_quoted(struct sentence_iterator *, size_t place);

#endif
