/*
 * discourse.h -- who is talked about in the running text
 *
 * A passage is walked through in order of text, as far as the mention that is
 * asked about, and whoever is named becomes a referent (referents.h).  With each
 * goes how it stood: how many were named before it in its sentence, and what is
 * on either side.
 *
 * Positions are tokens of the passage.
 */
#ifndef COMMON_QUOTES_DISCOURSE_H
#define COMMON_QUOTES_DISCOURSE_H

#include <stdint.h>

#include "common/quotes/paragraph.h"
#include "common/names/names.h"
#include "common/quotes/referents.h"

#define RUNS_KEPT	128	/* of a passage, the first */

struct discourse {			/* start from {0}, then set people */
	struct people	*people;
	struct referents referents;
	struct passage	*passage;
	struct range	 spoken;	/* the tokens of the last mention */
	uint32_t	 at;		/* so many tokens were walked through */
	uint32_t	 sentence;	/* and the sentence of the last */
	struct run	 runs[RUNS_KEPT];
	unsigned	 nruns;
	unsigned	 next_run;	/* the first not yet used */
	struct tokens	 tokens;	/* of what is not in the passage */
};

/* Note the names in a text, all of a document's before it is read. */
void	discourse_note(struct discourse *, const char *text, size_t len);
/* Begin a passage, all of whose names count for short forms. */
void	discourse_passage(struct discourse *, struct passage *);
/* Walk on to a byte of the passage. */
void	discourse_walk(struct discourse *, size_t to);
/* What is known of the person that a run of these tokens names. */
void	discourse_person(struct discourse *, struct referent *,
	    const struct token *, const struct run *);

#endif
