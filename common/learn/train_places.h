/*
 * train_places.h -- a row for each feature of a chain, no two the same
 *
 * The pilots of chain.h: buckets are served from the fullest down, and each
 * gets the first pilot that puts all its hashes where nothing is yet.  The same
 * hashes in the same order give the same places.
 */
#ifndef COMMON_LEARN_TRAIN_PLACES_H
#define COMMON_LEARN_TRAIN_PLACES_H

#include <stddef.h>
#include <stdint.h>

struct chain_places {
	uint32_t	 bits;		/* of buckets, 1 << bits */
	uint8_t		*pilots;	/* of each */
	uint32_t	 rows;		/* more than there are hashes */
	uint32_t	*row;		/* of each hash */
};

/* Place n hashes, all different. */
void	chain_places_find(struct chain_places *, const uint32_t *hashes,
	    size_t n);
void	chain_places_free(struct chain_places *);

#endif
