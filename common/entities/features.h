/*
 * features.h -- what the model of names sees of a sentence
 *
 * Used by the recognizer and by its trainer, so that both see the same.  Each
 * candidate of a run (candidates.h) becomes a list of hashed features: words,
 * shapes and affixes around it, word classes and topics, gazetteers, the
 * capitalised sequence it stands in, numbers near it, and what names the
 * document held before.
 *
 *	entity_features_init(&f, &tables);
 *	entity_features_forget(&f);			each document
 *	entity_features_sentence(&f, text, tokens, n, &numbers);
 *	for (first = 0; (first = name_candidates_run(&f.c, first, &end)) < n;
 *	    first = end) {
 *		for (i = first; i < end; i++)
 *			m = entity_features_item(&f, first, end, i, out);
 *		...
 *		entity_features_remember(&f, first, end, labels);
 *	}
 */
#ifndef COMMON_ENTITIES_FEATURES_H
#define COMMON_ENTITIES_FEATURES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/entities/candidates.h"
#include "common/entities/gazetteer.h"
#include "common/entities/memory.h"
#include "common/entities/numbers.h"
#include "common/entities/types.h"
#include "common/entities/words.h"
#include "common/learn/learn.h"
#include "common/text/text.h"

#define ENTITY_FEATURES_MAX	CHAIN_FEATURES	/* of one item */
#define ENTITY_DOMAINS	2	/* sport, business */

struct entities_tables {
	struct word_table words;
	struct gazetteer gazetteer;
};

/* The tables in a model, which must stay; false if they are damaged. */
bool	entities_tables_open(struct entities_tables *, const struct model *);

struct entity_item {			/* what is known of a token */
	uint32_t	 shape;
	uint32_t	 value;		/* of the word table */
	uint64_t	 places;	/* in the gazetteer's phrases */
	uint8_t		 memory;	/* 1 + type it mostly was, or 0 */
	uint8_t		 memory_label;
	uint8_t		 signs;		/* of the memory's slot */
	uint8_t		 spelled;
	uint8_t		 memory_count;	/* up to MEMORY_OFTEN, MEMORY_ALWAYS */
	bool		 ready;
};

#define MEMORY_OFTEN	4	/* times are counted so far */
#define MEMORY_ALWAYS	8	/* added if it never was another */

struct entity_features {		/* start from {0} */
	const struct entities_tables *tables;
	struct entity_memory memory;
	bool		 caseless;	/* always */
	/* of the document: how much of each domain was seen of late */
	uint32_t	 domains[ENTITY_DOMAINS];
	/* of the sentence at hand */
	struct name_candidates c;
	struct entity_item *items;	/* of each token */
	uint8_t		 level[ENTITY_DOMAINS];
	size_t		 items_cap;
};

/* Start from {0}, or again from what entity_features_free() left. */
void	entity_features_init(struct entity_features *,
	    const struct entities_tables *);
void	entity_features_free(struct entity_features *);
/* A document begins. */
void	entity_features_forget(struct entity_features *);
/* Look at a sentence; the arguments must stay while it is worked on. */
void	entity_features_sentence(struct entity_features *, const char *text,
	    const struct token *, size_t n, const struct numbers *);
/* The features of token i of the run [first, end). */
size_t	entity_features_item(struct entity_features *, size_t first,
	    size_t end, size_t i, uint32_t out[ENTITY_FEATURES_MAX]);
/* What a word was in the document before, and nothing else, as bits. */
#define PAST_ENDED	0x01	/* a name or the last of one, */
#define PAST_STANDING	0x02	/* and so three times or more */
#define PAST_BEGAN	0x04	/* the first word of a longer name */
#define PAST_ACRONYM	0x08	/* capitals that are a name, twice or more */
#define PAST_SPELLED	0x10	/* explained: "Bank of Ghana (BoG)"; always */
/* Of token i, looked at before; the type it then was. */
unsigned	entity_features_past(const struct entity_features *, size_t i,
	    int *type);
/* Was token i, looked at before, mostly part of names in the document? */
bool	entity_features_known(const struct entity_features *, size_t i);
/*
 * How many tokens before token i, where a person's name begins, belonged to it
 * in the document: the "del" of "del Ponte".
 */
size_t	entity_features_particles(const struct entity_features *, size_t i);

/* What of a name is known beside the text, as bits. */
#define SUPPORT_WORDS	0x01	/* all words with a capital */
#define SUPPORT_LISTS	0x02	/* one of these, in the gazetteers */
#define SUPPORT_MEMORY	0x04	/* its last, in the document */
unsigned	entity_features_support(const struct entity_features *,
	    size_t first, size_t last);
/* Does a word of courtesy stand before token i: Mr., Miss, Lady? */
bool	entity_features_courtesy(const struct entity_features *, size_t i);
/* Is token i the acronym of the name of tokens begin .. end? */
bool	entity_features_spells(const struct entity_features *, size_t begin,
	    size_t end, size_t i);
/* Token i is short for a name of this type: the text has said so. */
void	entity_features_spelled(struct entity_features *, size_t i, int type);
/* What was remembered of token i will be asked anew where it stands again. */
void	entity_features_renew(struct entity_features *, size_t i);
/* Remember what the tokens of a run were found to be. */
void	entity_features_remember(struct entity_features *, size_t first,
	    size_t end, const uint8_t *labels);

#endif
