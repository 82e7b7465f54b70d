/*
 * train_logistic.h -- learn the weights of logistic.h
 *
 * Logistic regression with an L2 penalty, fitted by L-BFGS (Nocedal and
 * Wright, Numerical Optimization, algorithm 7.4) with backtracking.  The
 * objective is convex and the arithmetic is plain IEEE double (no libm), so
 * the same examples in the same order give the same bytes on every machine.
 *
 * Two kinds of examples may be mixed:
 *   binary	one decision, yes or no;
 *   ranked	a group of candidates that compete, of which those labelled yes
 *		are right (softmax over the group).  A group without a right
 *		or without a wrong candidate teaches nothing and is ignored.
 *
 *	t = logistic_trainer_new(16);
 *	for each case: logistic_trainer_add(t, &features, label, 1);
 *	for each choice: logistic_trainer_group(t);
 *		for each candidate: logistic_trainer_add(t, &f, right, 1);
 *		logistic_trainer_group_end(t);
 *	logistic_trainer_fit(t, 1.0, 200);
 *	s.data = logistic_trainer_section(t, &s.len);
 */
#ifndef COMMON_LEARN_TRAIN_LOGISTIC_H
#define COMMON_LEARN_TRAIN_LOGISTIC_H

#include <stdbool.h>
#include <stddef.h>

#include "common/learn/feature.h"

struct logistic_trainer;

/* A trainer of a table of 2^bits weights; bits at most 26. */
struct logistic_trainer *logistic_trainer_new(unsigned bits);
void	 logistic_trainer_free(struct logistic_trainer *);

/* An example; weight says how much it counts (of a group: its first's). */
void	 logistic_trainer_add(struct logistic_trainer *,
	    const struct features *, bool label, double weight);
/* What is added between the two are candidates of one choice. */
void	 logistic_trainer_group(struct logistic_trainer *);
void	 logistic_trainer_group_end(struct logistic_trainer *);
size_t	 logistic_trainer_examples(const struct logistic_trainer *);

/*
 * Fit: penalty l2/2 times the sum of the squared weights, at most that many
 * iterations.  Returns the objective reached, per example.  May be called
 * again after more examples; it goes on from the weights it has.
 */
double	 logistic_trainer_fit(struct logistic_trainer *, double l2,
	    int iterations);
/* The log odds the trained weights give, before quantisation. */
double	 logistic_trainer_score(const struct logistic_trainer *,
	    const struct features *);
/*
 * The weights as a section for model_write(), int8; the caller frees it.
 */
void	*logistic_trainer_section(const struct logistic_trainer *, size_t *len);

#endif
