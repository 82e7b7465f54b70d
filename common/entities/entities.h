/*
 * entities.h -- names, dates, sums and numbers in text
 *
 * The recognizer marks the 18 types of OntoNotes in the tokens of a sentence.
 * Marks do not overlap.  Dates, times, sums and numbers are found by automaton
 * (numbers.h), names by a linear model: an averaged structured perceptron
 * (Collins 2002) over hashed features, BILOU labels (Ratinov and Roth 2009),
 * word classes and gazetteers, decoded with Viterbi within runs of candidates.
 * What a document has said before helps with what it says next: the recognizer
 * remembers the names of a document, bounded in number, until the next begins.
 *
 * Text in capitals throughout is recognized as such, sentence by sentence.
 *
 *	struct recognizer *r = recognizer_new(0);
 *	recognizer_begin(r);				each document
 *	tokens.n = 0;
 *	tokens_scan(&tokens, text, sentence);		each sentence
 *	n = recognizer_tag(r, text, tokens.v, tokens.n, &e);
 */
#ifndef COMMON_ENTITIES_ENTITIES_H
#define COMMON_ENTITIES_ENTITIES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/text/text.h"

enum entity_type {
	ENTITY_PERSON,
	ENTITY_NORP,
	ENTITY_FAC,
	ENTITY_ORG,
	ENTITY_GPE,
	ENTITY_LOC,
	ENTITY_PRODUCT,
	ENTITY_EVENT,
	ENTITY_WORK_OF_ART,
	ENTITY_LAW,
	ENTITY_LANGUAGE,
	ENTITY_DATE,
	ENTITY_TIME,
	ENTITY_PERCENT,
	ENTITY_MONEY,
	ENTITY_QUANTITY,
	ENTITY_ORDINAL,
	ENTITY_CARDINAL,
	ENTITY_TYPES
};

#define ENTITY_NAMES	(ENTITY_LANGUAGE + 1)	/* the types that are names */

struct entity {
	enum entity_type type;
	unsigned	 score;		/* 0 to 1000: how sure, as a per mille */
	size_t		 first;		/* index of its first token */
	size_t		 last;		/* and of its last, inclusive */
	size_t		 start;		/* bytes, half open, as the tokens' */
	size_t		 end;
};

#define RECOGNIZER_CASELESS	0x01	/* capitals mean nothing in this text */

struct recognizer;

struct recognizer	*recognizer_new(unsigned options);
void			 recognizer_free(struct recognizer *);
/*
 * Names of the user's own (gazetteer.h): where one stands it is marked, whatever
 * the model says.  They must outlive the recognizer.
 */
struct phrases;
void			 recognizer_phrases(struct recognizer *,
			    const struct phrases *);
/* A document begins: forget the names of the one before. */
void			 recognizer_begin(struct recognizer *);
/*
 * Mark the n tokens of one sentence (or of any stretch of text: time is linear
 * in n).  *entities is an array in order of text, the recognizer's until the
 * next call; returns their number.
 */
size_t			 recognizer_tag(struct recognizer *, const char *text,
			    const struct token *, size_t n,
			    const struct entity **entities);

/* "PERSON", and back: ENTITY_TYPES if it is no type's name. */
const char		*entity_type_name(enum entity_type);
enum entity_type	 entity_type_parse(const char *, size_t);

#endif
