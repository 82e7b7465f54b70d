/*
 * quoter.h -- looking over the shoulder of a quoter: for the trainer
 */
#ifndef COMMON_QUOTES_QUOTER_H
#define COMMON_QUOTES_QUOTER_H

#include "common/learn/learn.h"
#include "common/quotes/quotes.h"

/*
 * Called for each record once its speaker is told, with the features by which
 * it is weighed how sure it is (sure.h); the speaker's are empty if it has
 * none.
 */
typedef void quoter_watcher(void *, const struct quote *,
	    const struct features *found, const struct features *speaker);

void	quoter_watch(struct quoter *, quoter_watcher *, void *);

#endif
