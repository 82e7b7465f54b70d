/*
 * viterbi.h -- the best well-formed labels of a run of items
 *
 * The inside of chain.h, in training and at run time.  Of what is equally good
 * the first is taken, so that the same scores give the same labels.
 */
#ifndef COMMON_LEARN_VITERBI_H
#define COMMON_LEARN_VITERBI_H

#include "common/learn/chain.h"

/* What the leads of some transitions are. */
void	viterbi_leads(struct chain_leads *, const struct chain_transitions *);
/*
 * The best labels of n items (n <= CHAIN_RUN).  Leads may be NULL: they only
 * save time.  Item i may have those labels whose bit is set in allowed[i];
 * where allowed is NULL it may have any.  When nothing well-formed is allowed,
 * some label is not.
 */
void	viterbi(const struct chain_transitions *, const struct chain_leads *,
	    int32_t scores[][CHAIN_SCORES], size_t n, const uint64_t *allowed,
	    uint8_t *labels);
/* The label of a run of one item, which may have any. */
uint8_t	viterbi_one(const struct chain_transitions *,
	    const int32_t scores[CHAIN_SCORES]);

#endif
