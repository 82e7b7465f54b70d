/*
 * chain.h -- segments of a sequence: a linear chain at run time
 *
 * Labels the items of a sequence so that runs of items form segments of one
 * of some types.  The labels are BILOU (Ratinov and Roth 2009): outside, and
 * for each type the begin, inside and last item of a longer segment and the
 * unit-length segment; only well-formed sequences are ever decoded.  An item
 * is a list of 32-bit feature hashes; its score for a label is the sum of the
 * features' weights, a transition's score depends on the two labels.  Viterbi
 * finds the best sequence.  Weights are learned by train_chain.h.
 *
 * The section in the model file: number of types, bits of buckets, number of
 * rows, and 0, of 32 bits each; the transitions, likewise; a pilot, a byte, for
 * each bucket; rows of weights, a byte a label, with the feature's fingerprint
 * and a factor of 1, 4, 16 or 64.  A feature's hash tells its bucket, hash and
 * pilot its row: pilots are such that no two features share one (G. E. Pibiri
 * and R. Trani, PTHash, SIGIR 2021).  One row is looked at, then, and a feature
 * that is not there is taken for another once in 65,536 times.  All arithmetic
 * is on integers, the same on every machine.
 */
#ifndef COMMON_LEARN_CHAIN_H
#define COMMON_LEARN_CHAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/learn/model.h"

#define CHAIN_TYPES	11	/* of segments */
#define CHAIN_LABELS	(1 + 4 * CHAIN_TYPES)
#define CHAIN_RUN	256	/* items decoded at once, at most */
#define CHAIN_FEATURES	128	/* features of an item, at most */
#define CHAIN_WEIGHTS	48	/* a weight a label, then what is not added */
#define CHAIN_ROW	64	/* bytes of a row: as many as come at once */
#define CHAIN_SCORES	48	/* labels, and what fills up vectors */

/* Labels, for type i. */
#define CHAIN_OUT		0
#define CHAIN_BEGIN(i)		(1 + (i))
#define CHAIN_UNIT(i)		(1 + CHAIN_TYPES + (i))
#define CHAIN_INSIDE(i)		(1 + 2 * CHAIN_TYPES + (i))
#define CHAIN_LAST(i)		(1 + 3 * CHAIN_TYPES + (i))
/* A label's type (not for CHAIN_OUT); does a segment start, or end, with it? */
#define CHAIN_TYPE(label)	(((label) - 1) % CHAIN_TYPES)
#define CHAIN_STARTS(label)	((label) > 0 && (label) < CHAIN_INSIDE(0))
#define CHAIN_ENDS(label)	((label) >= CHAIN_LAST(0) || \
	(CHAIN_STARTS(label) && (label) >= CHAIN_UNIT(0)))

#define CHAIN_STARTERS	(1 + 2 * CHAIN_TYPES)	/* outside, begins, units */
/* A finished segment's type, or outside. */
#define CHAIN_CLASSES	(1 + CHAIN_TYPES)

/* The four steps within a segment. */
enum chain_step {
	CHAIN_BEGIN_INSIDE,
	CHAIN_BEGIN_LAST,
	CHAIN_INSIDE_INSIDE,
	CHAIN_INSIDE_LAST,
	CHAIN_STEPS
};

/*
 * Scores of transitions: from a finished class to what follows; within one.
 * Types and starters are looked at four at once: 0 fills up what they lack.
 */
#define CHAIN_TYPES_WIDE	12
#define CHAIN_STARTERS_WIDE	24

struct chain_transitions {
	int32_t		 next[CHAIN_CLASSES][CHAIN_STARTERS_WIDE];
	int32_t		 within[CHAIN_STEPS][CHAIN_TYPES_WIDE];
};

/*
 * By how much, at most, transitions from class i lead those from class j: what
 * is further behind than that needs no look.
 */
struct chain_leads {
	int32_t		 v[CHAIN_CLASSES][CHAIN_CLASSES];
};

struct chain {
	struct chain_transitions transitions;
	struct chain_leads leads;
	uint32_t	 bits;		/* of buckets, */
	const uint8_t	*pilots;	/* of which each has one */
	uint32_t	 n;		/* of the rows */
	const int8_t	(*rows)[CHAIN_ROW];
	bool		 wide;		/* the processor has AVX2 */
};

/*
 * The hash of a feature: no two features have the same.  Who finds features
 * need not mix them, which is done here, many at once.
 */
#define CHAIN_MIX_1	0x85EBCA6Bu
#define CHAIN_MIX_2	0xC2B2AE35u

static inline uint32_t
chain_hash(uint32_t feature)
{
	uint32_t x = feature * CHAIN_MIX_1;

	x = (x ^ x >> 15) * CHAIN_MIX_2;
	return x ^ x >> 13;
}

/*
 * The chain in a model's section; false if there is none or it is damaged.  The
 * bytes must stay where they are.
 */
bool	chain_open(struct chain *, const struct model *, const char *section);
/* The same of a section's bytes themselves, at a multiple of 4. */
bool	chain_use(struct chain *, const void *section, size_t len);
/*
 * Write the scores of one item with n <= CHAIN_FEATURES features; behind those
 * of the labels stands nothing that means anything.
 */
void	chain_score(const struct chain *, const uint32_t *features, size_t n,
	    int32_t scores[CHAIN_SCORES]);
/* The best labels of n items (n <= CHAIN_RUN). */
void	chain_decode(const struct chain *, int32_t scores[][CHAIN_SCORES],
	    size_t n, uint8_t *labels);

#endif
