/*
 * entities_features.h -- what the recognizer's model sees of a sentence
 *
 * Used by the recognizer and by its trainer, so that both see the same.  A
 * sentence is reduced to runs of candidates: tokens that may be part of a name
 * because they begin with a capital, and what stands between or at them.  All
 * else is passed over without a look.  Each item of a run becomes a list of
 * hashed features: words, shapes and affixes around it, word classes,
 * gazetteers, the capitalised sequence it stands in, numbers near it, and what
 * names the document held before.
 */
#ifndef COMMON_ENTITIES_FEATURES_H
#define COMMON_ENTITIES_FEATURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/learn/learn.h"
#include "common/entities/entities.h"
#include "common/entities/words.h"
#include "common/entities/gazetteer.h"
#include "common/entities/numbers.h"
#include "common/text/text.h"

#define ENTITY_FEATURES_MAX	CHAIN_FEATURES	/* of one item */
#define MEMORY_SLOTS	4096

struct entities_tables {
	struct word_table words;
	struct gazetteer gazetteer;
};

/* The tables in a model, which must stay; false if they are damaged. */
bool	entities_tables_open(struct entities_tables *, const struct model *);

/* What a document's names were so far: bounded, forgotten at its end. */
struct memory {
	struct memory_slot {
		uint32_t key;
		uint32_t age;			/* generation that wrote it */
		uint8_t	 counts[CHAIN_TYPES + 1]; /* the last: no name */
		uint8_t	 label;			/* its latest label */
		uint8_t	 most;			/* of counts, the first of equals */
		uint8_t	 kinds;			/* of counts that are not 0 */
	}		 slots[MEMORY_SLOTS];
	uint32_t	 generation;
	size_t		 used;			/* slots of this generation */
};

struct item {			/* what is known of a token */
	uint32_t	 shape;
	uint32_t	 value;		/* of the word table */
	uint64_t	 places;	/* gazetteer: class begins, inside, alone */
	uint8_t		 number;	/* 1 + type of the number over it, or 0 */
	uint8_t		 memory;	/* 1 + type it mostly was, or 0; 12: no name */
	uint8_t		 memory_label;
	uint8_t		 memory_count;	/* up to 4; 8 added if it never was another */
	bool		 ready;
};

struct entity_features {
	const struct entities_tables *tables;
	struct memory	 memory;
	bool		 caseless;	/* always */

	/* of the sentence at hand */
	const char	*text;
	const struct token *t;
	size_t		 n;
	const struct numbers *numbers;
	bool		 plain;		/* capitals mean nothing in it */
	struct item	*items;
	size_t		 items_cap;
	uint32_t	*folded;	/* as the tokens', without the stop of Mr. */
	size_t		 folded_cap;
	uint8_t		*candidate;
	size_t		 candidate_cap;
};

/* Start from {0}, or again from what entity_features_free() left. */
void	entity_features_init(struct entity_features *, const struct entities_tables *);
void	entity_features_free(struct entity_features *);
/* A document begins. */
void	entity_features_forget(struct entity_features *);
/* Look at a sentence; the arguments must stay while it is worked on. */
void	entity_features_sentence(struct entity_features *, const char *text,
	    const struct token *, size_t n, const struct numbers *);
/*
 * The next run of candidates from token i on: its first token, and the one
 * after its last in *end; or n if there is none.  At most CHAIN_RUN long.
 */
size_t	entity_features_run(const struct entity_features *, size_t i, size_t *end);
/* The features of token i of the run [first, end). */
size_t	entity_features_item(struct entity_features *, size_t first, size_t end, size_t i,
	    uint32_t out[ENTITY_FEATURES_MAX]);
/*
 * The type that token i, looked at before, always was in the document when it
 * stood alone or ended a name, three times or more; else CHAIN_TYPES.
 */
int	entity_features_standing(const struct entity_features *, size_t i);
/* Does a word of courtesy stand before token i: Mr., Miss, Lady? */
bool	entity_features_courtesy(const struct entity_features *, size_t i);
/* Is token i the acronym of the name of tokens begin .. end? */
bool	entity_features_spells(const struct entity_features *, size_t begin, size_t end,
	    size_t i);
/* Remember what the tokens of a run were found to be. */
void	entity_features_remember(struct entity_features *, size_t first, size_t end,
	    const uint8_t *labels);

#endif
