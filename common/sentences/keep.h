/*
 * keep.h -- is this place inside a quotation?
 *
 * Private to sentences, for the option keep_quotes.  Only the outermost
 * quotation matters, and only one that closes before its line (where lines
 * are joined: its paragraph) ends; an opening mark without its closing one is
 * a stray.  Single marks close only behind punctuation, since most are
 * apostrophes.
 *
 * Places are asked in ascending order, and all the answers of a line together
 * take time linear in it.
 */
#ifndef COMMON_SENTENCES_KEEP_H
#define COMMON_SENTENCES_KEEP_H

#include "common/sentences/sentences.h"

bool	keep_quoted(struct sentence_iterator *, size_t place);

#endif
