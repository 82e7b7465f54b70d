/*
 * overlay.h -- the user's phrases and what was found, laid over one another
 *
 * Where they overlap the longest stays, in tokens, so that no list cuts a
 * longer name; of the same length the user's, of these the leftmost, and where
 * two stand in one place the one that was given first.  What is no name takes
 * its place as a name does, and then goes.
 *
 * Time is that of sorting; an overlay may be used again and again.
 */
#ifndef COMMON_ENTITIES_OVERLAY_H
#define COMMON_ENTITIES_OVERLAY_H

#include <stddef.h>
#include <stdint.h>

#include "common/entities/entities.h"
#include "common/entities/phrases.h"

/* One of the two, in the tokens first .. last, inclusive. */
struct laid {
	size_t		 first, last;
	const struct entity *found;
	const struct phrase_match *match;
};

struct overlay {			/* start from {0} */
	struct laid	*v;
	size_t		 cap;
	uint8_t		*taken;		/* by token: one was laid there */
	size_t		 taken_cap;
};

void	overlay_free(struct overlay *);
/*
 * Of the entities found in n tokens, which do not overlap, and the matches
 * of phrases those that stay, in order of text: they are the overlay's until
 * the next call.
 */
size_t	overlay_lay(struct overlay *, size_t n, const struct entity *found,
	    size_t nfound, const struct phrase_match *, size_t nmatches,
	    const struct phrases *, const struct laid **);

#endif
