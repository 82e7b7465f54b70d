/*
 * tags.h -- parts of speech: what kind of word each token is
 *
 * A light tagger for stages that must tell a verb from a noun.  The tags are
 * those of the Penn Treebank, a little coarser, and words that begin a clause
 * stand apart from prepositions.  From left to right, each token gets the tag
 * with the highest sum of weights over hashed features of the word, its
 * neighbours and the two tags before; a word that nearly always has one tag
 * gets it by the model's lexicon, without any sum.  The weights are an averaged
 * perceptron's (M. Collins, Discriminative Training Methods for Hidden Markov
 * Models, EMNLP 2002), made by common/syntax/train_tags.c.
 *
 * Time is linear in the tokens.  Nothing is kept from one call to the next.
 */
#ifndef COMMON_SYNTAX_TAGS_H
#define COMMON_SYNTAX_TAGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/learn/learn.h"
#include "common/text/text.h"

enum tag {
	TAG_OTHER,		/* interjections, foreign words, symbols */
	TAG_PUNCT,
	TAG_NOUN,		/* NN */
	TAG_NOUNS,		/* NNS */
	TAG_NAME,		/* NNP, NNPS */
	TAG_PRON,		/* PRP, EX */
	TAG_POSSESSIVE,		/* PRP$, WP$ */
	TAG_DET,		/* DT, PDT */
	TAG_PREP,		/* IN before a noun phrase */
	TAG_SUB,		/* IN before a clause: that, if, while */
	TAG_TO,
	TAG_MODAL,
	TAG_VERB,		/* VB, the plain form */
	TAG_VERBP,		/* VBP, present */
	TAG_VERBZ,		/* VBZ, present, third person singular */
	TAG_VERBD,		/* VBD, past */
	TAG_VERBN,		/* VBN, past participle */
	TAG_VERBG,		/* VBG, -ing */
	TAG_ADJ,
	TAG_ADV,
	TAG_CONJ,		/* CC */
	TAG_NUM,
	TAG_WH,			/* WDT, WP, WRB */
	TAG_POS,		/* 's */
	TAG_PART,		/* RP */
	TAGS
};

#define TAG_FINITE(t)	((t) == TAG_MODAL || \
			((t) >= TAG_VERBP && (t) <= TAG_VERBD))
#define TAG_IS_VERB(t)	((t) >= TAG_MODAL && (t) <= TAG_VERBG)
#define TAG_IS_NOUN(t)	((t) >= TAG_NOUN && (t) <= TAG_NAME)

/* A model; its bytes are not copied. */
struct tag_model {
	const int8_t	*weights;	/* rows of TAGS_ROW; NULL: all nouns */
	uint32_t	 mask;		/* rows - 1 */
	const unsigned char *lexicon;	/* slots of TAGS_SLOT bytes */
	uint32_t	 lexicon_mask;	/* slots - 1 */
};

/*
 * The model file's section "tagger" is the rows, with a weight for each tag;
 * "tagger-words" is the slots: a folded hash (0: the slot is empty), the tag,
 * three bytes of 0.
 */
#define TAGS_ROW	32
#define TAGS_SLOT	8

/* Use the model built in. */
void	tags_builtin(struct tag_model *);
/* Use that of a model file: false if it has none. */
bool	tags_open(struct tag_model *, const struct model *);

/* Tag the n tokens of a sentence. */
void	tags_find(const struct tag_model *, const char *text,
	    const struct token *, size_t n, uint8_t *tags);
/* The tag a token has whatever stands around it, or TAG_NONE. */
uint8_t	tags_certain(const struct tag_model *, const struct token *);

/* The same if it were written in small letters. */
uint8_t	tags_certain_small(const struct tag_model *, const struct token *);

#define TAG_NONE	0xFF

/*
 * For the trainer: the hashes of the features of token i of n, where the two
 * before it have these tags (TAGS: there is none).
 */
#define TAGS_FEATURES	14
void	tags_features(uint32_t f[TAGS_FEATURES], const char *text,
	    const struct token *, size_t n, size_t i, unsigned before,
	    unsigned before2);

#endif
