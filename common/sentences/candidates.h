/*
 * candidates.h -- the steps of an iteration, from candidate to candidate
 *
 * Private to sentences; the trainer looks at every candidate too.
 *
 *	while (candidates_begin(&it))
 *		while (candidates_next(&it, &b) == STEP_CANDIDATE)
 *			if (it ends)
 *				break;
 */
#ifndef COMMON_SENTENCES_CANDIDATES_H
#define COMMON_SENTENCES_CANDIDATES_H

#include "common/sentences/boundary.h"

/* Skip to where the next sentence begins; false: no more text. */
bool		candidates_begin(struct sentence_iterator *);

enum step {
	STEP_LINE,		/* no more candidates: the sentence ends at
				   b.end, with its line or item */
	STEP_CANDIDATE		/* whose end is not yet decided */
};
enum step	candidates_next(struct sentence_iterator *, struct boundary *b);
/* All before place is decided: candidates before it are no more. */
void		candidates_skip(struct sentence_iterator *, size_t place);

#endif
