/*
 * sure.h -- places of which single words say enough
 *
 * Private to sentences.  What follows a time of day, a number, a short form of
 * a place or a name with a mark of its own is often told by the next word or
 * two, so surely that no model is asked: "2 a.m. 40 people", "9 a.m. EST",
 * "Nov. 3. Mayor Pell", "No. XX", "Yahoo! Finance".  The words are lists of the
 * language.
 */
#ifndef COMMON_SENTENCES_SURE_H
#define COMMON_SENTENCES_SURE_H

#include "common/sentences/context.h"

enum decision { DECIDE_NO, DECIDE_YES, DECIDE_MODEL };

/*
 * What the words around a candidate say, whose context is filled up to the next
 * word, with statistics; DECIDE_MODEL: nothing.  May fill the outer words.
 */
enum decision	sure_by_words(const struct sentence_iterator *,
		    const struct boundary *, struct context *);

#endif
