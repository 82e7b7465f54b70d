/*
 * said.h -- behind a closing quotation mark: is it said who spoke?
 *
 * Private to sentences.  "Why?" Anna Holm asked: a name and a verb that
 * reports.  A mark behind the verb makes it sure, and so does a verb of asking
 * behind a question; otherwise the name may have a sentence of its own, less
 * so if the verb is of the manner of speaking (shouted).
 */
#ifndef COMMON_SENTENCES_SAID_H
#define COMMON_SENTENCES_SAID_H

#include "common/sentences/boundary.h"
#include "common/sentences/neighbours.h"

/* Models know them by their number. */
enum said {
	SAID_NOT,
	SAID_OPEN,
	SAID_MANNER,
	SAID_SURELY
};

/* The next word is the first behind the quotation, which ends in kind. */
enum said	said_behind(const struct sentence_iterator *,
		    const struct neighbour *next, enum terminator kind);

/*
 * Is the speaker of the quotation that closes at b named before it, "She asked,
 * “Why?”"?  Then who is named behind does something else.
 */
bool		said_before(const struct sentence_iterator *,
		    const struct boundary *b);

#endif
