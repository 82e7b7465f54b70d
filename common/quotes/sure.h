/*
 * sure.h -- how sure a record is
 *
 * Two linear decisions weigh the clues that finding a record left behind, and
 * what the record is like: whether these are somebody's words, and whether the
 * speaker is the right one.  They are learned from records of texts that no
 * other weight was learned from (train_quotes.c), so that what they call 0.9 is
 * right nine times in ten.
 */
#ifndef COMMON_QUOTES_SURE_H
#define COMMON_QUOTES_SURE_H

#include <stdint.h>

#include "common/learn/learn.h"
#include "common/quotes/discourse.h"
#include "common/quotes/mentions.h"
#include "common/quotes/quote.h"

/* By how much a score is higher than another, as a clue. */
int8_t	sure_clue(const struct logistic *, int32_t margin);

/* The features of a record without its speaker, */
void	sure_found_features(const struct quote *, struct features *);
/* and of its speaker, which it has; those talked about do not know of it. */
void	sure_speaker_features(const struct quote *, const struct mention *,
	    const struct paragraph *, const struct referents *,
	    struct features *);

#endif
