/*
 * choice_features.h -- what tells whom a mention stands for
 *
 * The features of a decision (speakers.h), the same at run time and for the
 * trainer.  The decision is among the candidates that choice.h lists.
 */
#ifndef COMMON_QUOTES_CHOICE_FEATURES_H
#define COMMON_QUOTES_CHOICE_FEATURES_H

#include <stddef.h>

#include "common/learn/learn.h"
#include "common/quotes/choice.h"

void	choice_features(const struct choice *, size_t which,
	    struct features *);

#endif
