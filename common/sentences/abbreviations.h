/*
 * abbreviations.h -- the kinds of abbreviations
 *
 * Private to sentences.  The kinds are those of the language's list,
 * ABBREV_TITLE and so on of common/lexicon/roles.h; of a word with several the
 * first, its likeliest, counts.
 */
#ifndef COMMON_SENTENCES_ABBREVIATIONS_H
#define COMMON_SENTENCES_ABBREVIATIONS_H

#include "common/lexicon/lexicon.h"
#include "common/sentences/neighbours.h"

enum abbreviation abbreviation_kind(const struct neighbour *,
		    const struct splitter *);
/* Is it in the list if it is written small? */
bool		  abbreviation_small(const struct neighbour *,
		    const struct splitter *);
/* Does the list have several kinds for it? */
bool		  abbreviation_has_kinds(const struct neighbour *,
		    const struct splitter *);
/* Is this one of them? */
bool		  abbreviation_may_be(const struct neighbour *,
		    const struct splitter *, enum abbreviation);
/* Is it written as in the list, and there as what no sentence ends with? */
bool		  abbreviation_never_ends(const struct neighbour *,
		    const struct splitter *);

#endif
