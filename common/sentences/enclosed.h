/*
 * enclosed.h -- the quotation marks and brackets that a candidate stands among
 *
 * Private to sentences.  All look a bounded way back or forward, and none
 * before the sentence's line.
 */
#ifndef COMMON_SENTENCES_ENCLOSED_H
#define COMMON_SENTENCES_ENCLOSED_H

#include "common/sentences/boundary.h"

/* Models know them by their number. */
enum opened {
	OPENED_NOT,
	OPENED_START,		/* where the sentence begins */
	OPENED_INSIDE		/* the sentence */
};

/*
 * The place of the mark that opened what closes at b->close; b->close itself if
 * there is none.
 */
size_t		enclosed_opening(const struct sentence_iterator *,
		    const struct boundary *b);
/* The same, as models know it. */
enum opened	enclosed_closer(const struct sentence_iterator *,
		    const struct boundary *b);
/*
 * Is a bracket open before the terminator?  One that opened where the sentence
 * begins may hold sentences; one inside it seldom does.
 */
enum opened	enclosed_bracket(const struct sentence_iterator *,
		    const struct boundary *);
/* Is the last quotation mark before the terminator an opening one? */
bool		enclosed_quoted(struct sentence_iterator *,
		    const struct boundary *);

/*
 * Does nothing but dots stand in the bracket that opens behind the candidate,
 * and then a sentence begin: "[...] The"?
 */
bool		enclosed_omission(const struct sentence_iterator *,
		    const struct boundary *);

/* What a bracket that opens behind the candidate holds. */
enum aside {
	ASIDE_NOT,		/* no bracket opens there */
	ASIDE_SENTENCE,		/* a stop right before it closes */
	ASIDE_INSIDE,		/* none, and then the sentence goes on */
	ASIDE_OTHER
};

enum aside	enclosed_aside(const struct sentence_iterator *,
		    const struct boundary *);

/* Is it inside the marks of a title, as in Chinese? */
bool		enclosed_title(const struct sentence_iterator *,
		    const struct boundary *);

#endif
