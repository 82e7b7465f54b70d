/*
 * list.h -- the items of a list that was set in one line
 *
 * Private to sentences.  "1) Wash the rice 2) Boil it" has no full stops to go
 * by.  A sentence that begins with the marker of an item ends before the marker
 * of the next item, if that stands in the same line, not too far on.  Markers
 * are numbers, letters and Roman numbers with a stop or bracket (1. a) (iv)),
 * numbers of sections (1.1, § 3.), each with a bullet before it or not, and
 * bullets alone.  What stands in brackets between two sentences, (Applause) or
 * [...], is an item too.
 */
#ifndef COMMON_SENTENCES_LIST_H
#define COMMON_SENTENCES_LIST_H

#include "common/sentences/sentences.h"

/*
 * Look at the beginning of the sentence: set where the next item begins (or
 * 0), and up to where a full stop is part of the marker (or 0).
 */
void	list_find_item(struct sentence_iterator *);

#endif
