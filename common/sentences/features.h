/*
 * features.h -- the features that the decision about a boundary weighs
 *
 * Private to sentences, the same code in training and at run time.  What each
 * feature is about is said by an enumerator with its number in features.c:
 * models depend on the numbers.
 */
#ifndef COMMON_SENTENCES_FEATURES_H
#define COMMON_SENTENCES_FEATURES_H

#include "common/learn/learn.h"
#include "common/sentences/context.h"

/*
 * The features of a candidate that rules_apply() left to the model; the
 * context it filled is completed.
 */
void	boundary_features(struct features *, struct context *,
	    struct sentence_iterator *, const struct boundary *);

#endif
