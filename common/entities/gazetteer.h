/*
 * gazetteer.h -- lists of names in the model, matched phrase by phrase
 *
 * A gazetteer is a set of phrases, each in some of up to 15 classes, as a hash
 * table of their beginnings: a phrase is followed token by token as long as it
 * can go on.  Phrases are compared by the folded hashes of their tokens, as the
 * tokenizer cuts them.
 *
 * The model's section "gazetteer" is the table, a power of two of slots of 32
 * bits: 16 of fingerprint (one look-up in 60,000 is wrong, the same on every
 * machine), one that says that longer phrases begin so, and a bit a class.  A
 * slot of 0 is free.
 */
#ifndef COMMON_ENTITIES_GAZETTEER_H
#define COMMON_ENTITIES_GAZETTEER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"
#include "common/learn/learn.h"

#define GAZETTEER_LONGEST 12	/* tokens of a phrase that are followed */
#define GAZETTEER_CLASSES 15
#define GAZETTEER_FIRMS	14		/* the class of companies and clubs */
#define GAZETTEER_MORE	0x8000		/* longer phrases begin so */
#define GAZETTEER_PRINT(hash)	((hash) * 0xC2B2AE35u >> 16)

struct gazetteer {
	const uint32_t	*slots;		/* little-endian */
	uint32_t	 mask;		/* slots - 1 */
};

/* The table in a model, which must stay; false if it is none or damaged. */
bool	gazetteer_open(struct gazetteer *, const struct model *);

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

	for (i = h; (s = le32(g->slots[i & g->mask])) != 0; i++)
		if (s >> 16 == GAZETTEER_PRINT(h))
			return s & 0xFFFF;
	return 0;
}

static inline void
gazetteer_prefetch(const struct gazetteer *g, uint32_t h)
{
	__builtin_prefetch(&g->slots[h & g->mask]);
}

/* Building one, for a model: add phrases, then take the section. */
struct gazetteer_builder;

struct gazetteer_builder *gazetteer_builder_new(void);
void	 gazetteer_builder_free(struct gazetteer_builder *);
/* A phrase of len bytes in a class, 0 to GAZETTEER_CLASSES - 1. */
void	 gazetteer_builder_add(struct gazetteer_builder *, const char *phrase,
	    size_t len, unsigned class);
/* The section for model_write(); the caller frees it. */
void	*gazetteer_builder_section(const struct gazetteer_builder *,
	    size_t *len);

#endif
