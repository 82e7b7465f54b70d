/*
 * gazetteer.h -- lists of names, matched phrase by phrase
 *
 * A gazetteer is a set of phrases, each in some of up to 15 classes, as a hash
 * table of their beginnings: a phrase is followed token by token as long as it
 * can go on.  Phrases are compared by the folded hashes of their tokens, as the
 * tokenizer cuts them.
 *
 * There are two kinds of the same thing: the one in the model, read-only, with
 * 16 bits of fingerprint a node (one look-up in 60,000 is wrong, the same on
 * every machine), and the user's own, built in memory with 64 bits a node,
 * where the class says the type outright; it may hold millions.
 */
#ifndef COMMON_ENTITIES_GAZETTEER_H
#define COMMON_ENTITIES_GAZETTEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "common/entities/entities.h"
#include "common/text/text.h"

#define GAZETTEER_LONGEST 12		/* tokens of a phrase that are followed */
#define PHRASE_LONGEST	32		/* of the user's own */

struct gazetteer {			/* in a model */
	const uint32_t	*slots;		/* fingerprint << 16 | more << 15 | classes */
	uint32_t	 mask;
};

#define GAZETTEER_MORE	0x8000		/* longer phrases begin so */

bool	gazetteer_open(struct gazetteer *, const void *, size_t len,
	    size_t *used);

/* The beginning of a phrase h with one token more; begin with 0. */
static inline uint32_t
gazetteer_extend(uint32_t h, uint32_t folded)
{
	h = (h * 0x9E3779B1u ^ folded) * 0x85EBCA6Bu;
	return h ^ h >> 15;
}

/* The classes of the phrases h and GAZETTEER_MORE, or 0 if there are none. */
static inline uint32_t
gazetteer_find(const struct gazetteer *g, uint32_t h)
{
	uint32_t i, s;

	for (i = h; (s = g->slots[i & g->mask]) != 0; i++)
		if (s >> 16 == (h * 0xC2B2AE35u >> 16))
			return s & 0xFFFF;
	return 0;
}

static inline void
gazetteer_prefetch(const struct gazetteer *g, uint32_t h)
{
	__builtin_prefetch(&g->slots[h & g->mask]);
}

/* Building one, for a model: add phrases, write. */
struct gazetteer_builder;

struct gazetteer_builder *gazetteer_builder_new(void);
void	gazetteer_builder_add(struct gazetteer_builder *, const char *phrase,
	    size_t len, unsigned class);
void	gazetteer_builder_write(struct gazetteer_builder *, FILE *);
void	gazetteer_builder_free(struct gazetteer_builder *);

/* The user's own. */
struct phrases;

/* With fold, case does not count. */
struct phrases	*phrases_new(bool fold);
void		 phrases_free(struct phrases *);
/* A name of a type, PHRASE_LONGEST tokens at most; white space around it does not count. */
void		 phrases_add(struct phrases *, const char *, size_t,
		    enum entity_type);
/*
 * The length in tokens of the longest phrase that begins at token i of n, and
 * its type; 0 if none does.
 */
size_t		 phrases_match(const struct phrases *, const struct token *,
		    size_t i, size_t n, enum entity_type *);

#endif
