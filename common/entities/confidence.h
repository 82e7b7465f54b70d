/*
 * confidence.h -- how sure a mention is
 *
 * A linear decision over what finding a mention left behind and what it is
 * like: is it one, of that type, from its first token to its last?  It is
 * learned from mentions in texts that no other weight was learned from
 * (train_confidence.c), so that of those it calls 0.9 nine in ten are right.
 */
#ifndef COMMON_ENTITIES_CONFIDENCE_H
#define COMMON_ENTITIES_CONFIDENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/entities/types.h"
#include "common/learn/learn.h"
#include "common/text/text.h"

/* By how much labels lead others, as evidence has it: quarters of log odds. */
#define EVIDENCE_MOST	100

/* What a mention was found by; a number, which is by rule, has no labels. */
struct evidence {
	int8_t		 lead;		/* of its labels, over all tokens, */
	int8_t		 least;		/* and where it is least; */
	uint8_t		 rival;		/* the label there that comes next */
	bool		 plain;		/* capitals mean nothing there */
	uint8_t		 manner;	/* of its sentence */
	uint8_t		 doubt;		/* confidence_doubt() */
	uint8_t		 support;	/* entity_features_support() */
};

/* How clear the names of a document were of late; start from {0}. */
struct clearness {
	uint32_t	 names;
	uint32_t	 unclear;	/* of these, whose lead is small */
};

/* A name was found. */
void	confidence_seen(struct clearness *, const struct evidence *);
/* How many of the names are unclear, in eighths. */
uint8_t	confidence_doubt(const struct clearness *);

/* In what manner n tokens are written: a headline, a row, a sentence. */
uint8_t	confidence_manner(const struct token *, size_t n);

/* The features of a mention of n tokens from t; first: a sentence begins so. */
void	confidence_features(struct features *, const struct evidence *,
	    enum entity_type, const struct token *t, size_t n, bool first);

#endif
