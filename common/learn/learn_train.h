/*
 * learn_train.h -- what fits models: for the programs that train, train_*.c
 *
 * The other door of this module.  learn.h is what runs; here stands what makes
 * it: trainers of linear and linear-chain models, and what writes wordmaps and
 * the model file.  No filter includes it.
 */
#ifndef COMMON_LEARN_LEARN_TRAIN_H
#define COMMON_LEARN_LEARN_TRAIN_H

#include "common/learn/train_chain.h"
#include "common/learn/train_logistic.h"
#include "common/learn/train_model.h"
#include "common/learn/train_wordmap.h"

#endif
