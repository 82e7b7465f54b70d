/*
 * chunks.h -- base noun phrases
 *
 * A chunk is a noun phrase without what follows its head: "a senior Pentagon
 * spokesman", "Britain's Prime Minister Tony Blair", "they", "two of", "40".
 * Chunks are found by an automaton over the tags of a sentence: determiner or
 * possessor, modifiers, nouns; a possessive 's goes on, a nickname in marks and
 * a party in brackets, Jane Roe (R-ME), belong to the name they stand in.
 * Joining chunks by prepositions is left to the caller.
 *
 * Ramshaw and Marcus, Text Chunking using Transformation-Based Learning, 1995,
 * for what a base noun phrase is.
 */
#ifndef COMMON_SYNTAX_CHUNKS_H
#define COMMON_SYNTAX_CHUNKS_H

#include <stddef.h>
#include <stdint.h>

#include "common/text/text.h"

enum chunk_kind {
	CHUNK_NOUN,		/* the head is a common noun */
	CHUNK_NAME,		/* the head is a proper name */
	CHUNK_PRON,		/* a pronoun */
	CHUNK_WH,		/* who, which */
	CHUNK_BARE		/* a determiner, number or adjective alone */
};

struct chunk {
	uint32_t	 first;		/* tokens first .. last - 1 */
	uint32_t	 last;
	uint32_t	 head;		/* the token of its head */
	uint8_t		 kind;
	uint8_t		 plural;	/* the head is a plural */
};

struct chunks {				/* start from {0} */
	struct chunk	*v;
	size_t		 n;
	size_t		 cap;
};

/* Append the chunks among tokens first .. last - 1. */
void	chunks_find(struct chunks *, const char *text, const struct token *,
	    const uint8_t *tags, uint32_t first, uint32_t last);
void	chunks_free(struct chunks *);

#endif
