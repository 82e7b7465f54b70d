/*
 * logistic.h -- linear decisions over hashed features, at run time
 *
 * A case's score is the sum of the weights of its features, each an int8 in a
 * table of 2^bits entries: integers only, the same on every machine.  For a
 * binary decision the score is compared with a threshold (0 is probability
 * one half); to choose among candidates, take the one with the highest score.
 * The weights are learned by train_logistic.h.
 *
 * The section in the model file: bits (32 bits), unit (32 bits: how much of a
 * score is one natural unit of log odds, times 256), then the weights.
 */
#ifndef COMMON_LEARN_LOGISTIC_H
#define COMMON_LEARN_LOGISTIC_H

#include "common/learn/feature.h"
#include "common/learn/model.h"

struct logistic {
	const int8_t	*weights;
	uint32_t	 mask;		/* 2^bits - 1 */
	uint32_t	 unit;		/* of log odds, in score, times 256 */
};

/* The weights in a model's section; false if there is none or it is damaged. */
bool	logistic_open(struct logistic *, const struct model *,
	    const char *section);

/* The score that answers to a probability, between 0 and 1 exclusive. */
int32_t	logistic_threshold(const struct logistic *, double probability);

/*
 * The probability, in thousandths, of log odds in quarters of a natural unit:
 * 1000 / (1 + exp(-quarters / 4)), rounded; 1000 and 0 from 8 units on only.
 */
unsigned logistic_permille(int64_t quarters);
/* A score as quarters of a natural unit of log odds. */
int64_t	 logistic_quarters(const struct logistic *, int32_t score);
/* The probability, in thousandths, that answers to a score. */
unsigned logistic_confidence(const struct logistic *, int32_t score);

static inline int32_t
logistic_weight(const struct logistic *l, uint32_t hash)
{
	return l->weights[hash & l->mask];
}

static inline int32_t
logistic_score(const struct logistic *l, const struct features *f)
{
	int32_t sum = 0;
	uint32_t i;

	for (i = 0; i < f->n; i++)
		sum += logistic_weight(l, f->hash[i]);
	return sum;
}

#endif
