/*
 * sentences_lead.h -- what leads up to a short form
 *
 * The inside of sentences.h: whether "Acme Corp." or "the U.S." can end a
 * sentence depends on what stands before the whole name.  One that begins the
 * sentence cannot; one behind "of" or "in the" can.  And a name that comes
 * again right behind itself ("Acme Corp. Acme said") begins a new sentence.
 */
#ifndef COMMON_SENTENCES_LEAD_H
#define COMMON_SENTENCES_LEAD_H

#include "common/sentences/context.h"

struct lead {
	struct word	last;		/* before the name; none if it begins
					   the sentence */
	bool		again;		/* a word of the name comes next */
};

void	context_lead(struct lead *, const struct context *,
	    const struct sentence_iterator *);

/* What a bracket that opens behind the candidate holds. */
enum aside {
	ASIDE_NOT,
	ASIDE_SENTENCE,			/* a stop right before it closes */
	ASIDE_INSIDE,			/* none, and then the sentence goes on */
	ASIDE_OTHER
};

enum aside	context_aside(const struct sentence_iterator *,
		    const struct boundary *);

#endif
