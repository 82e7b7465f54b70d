/*
 * memory.h -- what a document's names were so far
 *
 * A table by a word's folded hash: how often it was part of a name of each
 * type, how often of none, and its latest label.  It is bounded: when half of
 * its slots were written in one generation the next begins, and what was last
 * touched two generations ago is forgotten.  A new document is two generations
 * on.
 */
#ifndef COMMON_ENTITIES_MEMORY_H
#define COMMON_ENTITIES_MEMORY_H

#include <stddef.h>
#include <stdint.h>

#include "common/entities/types.h"

#define MEMORY_SLOTS	4096
#define MEMORY_NO_NAME	ENTITY_NAMES	/* beside the types: it was no name */

struct memory_slot {
	uint32_t	 key;
	uint32_t	 age;		/* generation that wrote it */
	uint8_t		 counts[ENTITY_NAMES + 1];	/* MEMORY_NO_NAME too */
	uint8_t		 label;		/* its latest, as chain.h has them */
	uint8_t		 most;		/* of counts, the first of equals */
	uint8_t		 kinds;		/* of counts that are not 0 */
	uint8_t		 signs;		/* of all its mentions: the caller's */
	uint8_t		 spelled;	/* 1 + type the text explained, or 0 */
};

struct entity_memory {			/* start from {0} */
	struct memory_slot slots[MEMORY_SLOTS];
	uint32_t	 generation;
	size_t		 used;		/* slots of this generation */
};

/* Before the first document; memory that is new is not touched. */
void	entity_memory_init(struct entity_memory *);
/* A document begins. */
void	entity_memory_forget(struct entity_memory *);
/* What is known of a word, or NULL. */
const struct memory_slot *entity_memory_find(const struct entity_memory *,
	    uint32_t key);
/* A word was part of a name of this type, or of none, with this label. */
void	entity_memory_add(struct entity_memory *, uint32_t key, int type,
	    int label);
/* The text has said that a word is short for a name of this type. */
void	entity_memory_spell(struct entity_memory *, uint32_t key, int type);
/* Add signs to a word that is known. */
void	entity_memory_sign(struct entity_memory *, uint32_t key,
	    unsigned signs);

#endif
