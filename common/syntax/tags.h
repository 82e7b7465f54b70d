/*
 * tagger.h -- parts of speech: what kind of word each token is
 *
 * A light tagger for stages that must tell a verb from a noun: tags of the
 * Penn Treebank, a little coarser, and subordinating words apart from
 * prepositions.  From left to right, each token gets the tag with the highest
 * sum of weights over hashed features of the word, its neighbours and the two
 * tags before; a word that nearly always has one tag gets it by the lexicon in
 * the model without any sum.  The weights are an averaged perceptron's
 * (Collins 2002), made by common/syntax/train_tags.c.
 *
 * Time is linear in the tokens.  Nothing is kept from one call to the next.
 */
#ifndef COMMON_SYNTAX_TAGS_H
#define COMMON_SYNTAX_TAGS_H

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

#define TAG_FINITE(t)	((t) == TAG_MODAL || ((t) >= TAG_VERBP && (t) <= TAG_VERBD))
#define TAG_IS_VERB(t)	((t) >= TAG_MODAL && (t) <= TAG_VERBG)
#define TAG_IS_NOUN(t)	((t) >= TAG_NOUN && (t) <= TAG_NAME)

/* The model's sections, mapped: see common/syntax/train_tags.c for what they hold. */
struct tagger {
	const int8_t	*weights;	/* rows of TAGGER_ROW */
	uint32_t	 mask;		/* rows - 1 */
	const unsigned char *lexicon;	/* slots: folded hash, tag */
	uint32_t	 lexicon_mask;
};

#define TAGGER_ROW	32		/* weights a row, one for each tag */
#define TAGGER_FEATURES	14
#define TAGGER_NONE	0xFF

/* Use the tagger built in. */
void	tagger_builtin(struct tagger *);
/* Use that of a model: false if it has none. */
bool	tagger_open(struct tagger *, const struct model *);

/* Tag the n tokens of a sentence. */
void	tagger_tag(const struct tagger *, const char *text,
	    const struct token *, size_t n, uint8_t *tags);

/* For the trainer: the parts that run time shares with it. */
uint8_t	tagger_certain(const struct tagger *, const char *text,
	    const struct token *);
void	tagger_features(uint32_t f[TAGGER_FEATURES], const char *text,
	    const struct token *, size_t n, size_t i, unsigned before,
	    unsigned before2);

#endif
