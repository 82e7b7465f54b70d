/*
 * learn.h -- models at run time: features, linear and linear-chain models, the
 * model file
 *
 * What fits them is learn_train.h, which no filter includes.
 */
#ifndef COMMON_LEARN_LEARN_H
#define COMMON_LEARN_LEARN_H

#include "common/learn/chain.h"
#include "common/learn/feature.h"
#include "common/learn/logistic.h"
#include "common/learn/model.h"
#include "common/learn/wordmap.h"

#endif
