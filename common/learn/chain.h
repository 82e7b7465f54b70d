/*
 * chain.h -- segments of a sequence: a linear chain and its trainer
 *
 * Labels the items of a sequence so that runs of items form segments of one
 * of some types.  The labels are BILOU (Ratinov and Roth 2009): outside, and
 * for each type the begin, inside and last item of a longer segment and the
 * unit-length segment; only well-formed sequences are ever decoded.  An item
 * is a list of 32-bit feature hashes; its score for a label is the sum of the
 * features' weights, a transition's score depends on the two labels.  Viterbi
 * finds the best sequence.  Weights are learned by the averaged structured
 * perceptron (M. Collins, Discriminative Training Methods for Hidden Markov
 * Models, EMNLP 2002, section 2; averages as in H. Daume, thesis, 2006, figure 2.3).
 *
 * Where an example says only in part what is right (a set of labels for an
 * item), the update is towards the best sequence among those allowed, as the
 * weights of the moment see it (Fernandes and Brefeld, ECML 2011).
 *
 * The section in the model file: number of types, of slots, of rows, and 0 (32
 * bits each); the transitions; a hash table of 32-bit slots (22 bits of row
 * number, 10 bits of fingerprint); rows of weights, a byte a label, with a factor
 * of 1, 4, 16 or 64 a row.  All arithmetic is on integers.
 */
#ifndef COMMON_LEARN_CHAIN_H
#define COMMON_LEARN_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/learn/model.h"

#define CHAIN_TYPES	11			/* at most: types of segments */
#define CHAIN_LABELS	(1 + 4 * CHAIN_TYPES)
#define CHAIN_RUN	256			/* items decoded at once, at most */
#define CHAIN_FEATURES	128			/* features of an item, at most */
#define CHAIN_ROW	48			/* weights, then which factor */
#define CHAIN_SCORES	48			/* labels, and what fills up vectors */

/* Labels, for t types. */
#define CHAIN_OUT		0
#define CHAIN_BEGIN(i)		(1 + (i))
#define CHAIN_UNIT(i)		(1 + CHAIN_TYPES + (i))
#define CHAIN_INSIDE(i)		(1 + 2 * CHAIN_TYPES + (i))
#define CHAIN_LAST(i)		(1 + 3 * CHAIN_TYPES + (i))
/* A label's type (not for CHAIN_OUT) and whether a segment ends with it. */
#define CHAIN_TYPE(label)	(((label) - 1) % CHAIN_TYPES)
#define CHAIN_STARTS(label)	((label) > 0 && (label) < CHAIN_INSIDE(0))
#define CHAIN_ENDS(label)	((label) >= CHAIN_LAST(0) || \
				((label) >= CHAIN_UNIT(0) && (label) < CHAIN_INSIDE(0)))

#define CHAIN_STARTERS	(1 + 2 * CHAIN_TYPES)	/* O, B-x, U-x */

/* Transitions: from a finished segment's type (or 0, outside) to what follows; within one. */
struct chain_transitions {
	int32_t		 next[1 + CHAIN_TYPES][CHAIN_STARTERS];
	int32_t		 within[CHAIN_TYPES][4];	/* BI BL II IL */
};

/*
 * By how much, at most, transitions from class i lead those from class j: what
 * is further behind than that needs no look.
 */
struct chain_leads {
	int32_t		 v[1 + CHAIN_TYPES][1 + CHAIN_TYPES];
};

struct chain {
	struct chain_transitions transitions;
	struct chain_leads leads;
	const uint32_t	*slots;
	uint32_t	 n;		/* of the slots */
	const int8_t	(*rows)[CHAIN_ROW];
};

/*
 * The weights in a model's section, which must stay; false if there is none or it
 * is damaged.
 */
bool	chain_open(struct chain *, const struct model *, const char *section);
/*
 * Write the scores of one item with n <= CHAIN_FEATURES features; behind those
 * of the labels stands nothing.
 */
void	chain_score(const struct chain *, const uint32_t *features, size_t n,
	    int32_t scores[CHAIN_SCORES]);
/* The best labels of n items (n <= CHAIN_RUN). */
void	chain_decode(const struct chain *, int32_t scores[][CHAIN_SCORES],
	    size_t n, uint8_t *labels);

/*
 * Training.  Features are numbered by the caller (0 to features - 1); an
 * example is a run of items.  chain_train() decodes with the weights of the
 * moment, and gives the labels it found, right or wrong; it updates them unless
 * what is allowed leads all else by the margin for each label that differs
 * (B. Taskar et al., Max-Margin Markov Networks, NIPS 2003, section 3).
 */
struct chain_trainer;

struct chain_trainer	*chain_trainer_new(size_t features, int margin);
void			 chain_trainer_free(struct chain_trainer *);
bool			 chain_train(struct chain_trainer *,
			    const uint32_t *const *features, const size_t *counts,
			    size_t n, const uint64_t *allowed, int weight,
			    uint8_t *labels);
/*
 * The averaged weights as a section for model_write(), those of feature i under
 * the hash hashes[i]; the caller frees it.  Weights are scaled by scale and
 * rounded to bytes; a row of which no weight reaches least is left out.
 */
void			*chain_trainer_section(const struct chain_trainer *,
			    const uint32_t *hashes, double scale, int least,
			    size_t *len);

#endif
