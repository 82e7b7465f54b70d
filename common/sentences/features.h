/*
 * sentences_features.h -- the features that a boundary's decision weighs
 *
 * The inside of sentences.h, the same code in training and at run time.
 */
#ifndef COMMON_SENTENCES_FEATURES_H
#define COMMON_SENTENCES_FEATURES_H

#include "common/learn/learn.h"
#include "common/sentences/context.h"

/*
 * The features of a candidate that boundary_rule() left to the model; the
 * context it filled is completed.
 */
void	sentences_features(struct features *, struct context *,
	    struct sentence_iterator *, const struct boundary *);

#endif
