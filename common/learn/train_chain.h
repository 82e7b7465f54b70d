/*
 * train_chain.h -- learn the weights of chain.h
 *
 * The averaged structured perceptron (M. Collins, Discriminative Training
 * Methods for Hidden Markov Models, EMNLP 2002, section 2; averages as in
 * H. Daume, thesis, 2006, figure 2.3).
 *
 * Where an example says only in part what is right (a set of labels for an
 * item), the update is towards the best sequence among those allowed, as the
 * weights of the moment see it (Fernandes and Brefeld, ECML 2011).
 *
 * The same examples in the same order give the same bytes.
 */
#ifndef COMMON_LEARN_TRAIN_CHAIN_H
#define COMMON_LEARN_TRAIN_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct chain_trainer;

/*
 * A trainer of that many features, which the caller numbers from 0.  The margin
 * is how far what is allowed must lead all else, for each label that differs,
 * to be left as it is (B. Taskar et al., Max-Margin Markov Networks, NIPS 2003,
 * section 3); 0 for the plain perceptron.
 */
struct chain_trainer	*chain_trainer_new(size_t features, int margin);
void			 chain_trainer_free(struct chain_trainer *);
/*
 * An example: a run of n items (n <= CHAIN_RUN), of which item i has counts[i]
 * features and may have the labels whose bits are set in allowed[i].  Labels
 * gets what the weights of the moment say, right or wrong.  An update counts
 * weight times.  True if none was needed.
 */
bool			 chain_train(struct chain_trainer *,
			    const uint32_t *const *features,
			    const size_t *counts, size_t n,
			    const uint64_t *allowed, int weight,
			    uint8_t *labels);
/*
 * The averaged weights as a section for model_write(), those of feature i under
 * the number features[i]; the caller frees it.  Weights are scaled by scale and
 * rounded to bytes; a row of which no weight reaches least is left out.
 */
void			*chain_trainer_section(const struct chain_trainer *,
			    const uint32_t *features, double scale, int least,
			    size_t *len);

#endif
