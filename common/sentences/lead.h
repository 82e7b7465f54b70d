/*
 * lead.h -- what leads up to a short form
 *
 * Private to sentences.  Whether "Acme Corp." or "the U.S." can end a sentence
 * depends on what stands before the whole name.  One that begins the sentence
 * cannot; one behind "of" or "in the" can.  And a name that comes again right
 * behind itself ("Acme Corp. Acme said") begins a new sentence.
 */
#ifndef COMMON_SENTENCES_LEAD_H
#define COMMON_SENTENCES_LEAD_H

#include "common/sentences/context.h"

struct lead {
	struct neighbour last;		/* before the name; none if it begins
					   the sentence */
	bool		again;		/* a word of the name comes next */
};

void	lead_find(struct lead *, const struct context *,
	    const struct sentence_iterator *);

#endif
