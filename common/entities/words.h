/*
 * words.h -- what the recognizer knows of single words
 *
 * Two sections of the model.  "words" is a table by hash of the word: its class
 * (words that stand between the same neighbours,
 * common/entities/train_clusters.c), its topic (words whose vectors are near,
 * common/languages/en/recipe/entities-topics.py) and how it is usually written.
 * Topics are many and narrow; "topics" holds the wider one on every level that
 * each is part of.
 *
 * The table is slots' values, 32 bits each, then their fingerprints, 16 bits of
 * the word's hash or 0 in a slot that is free: one unknown word in some
 * thousands is taken for another, the same on every machine.
 */
#ifndef COMMON_ENTITIES_WORDS_H
#define COMMON_ENTITIES_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"
#include "common/learn/learn.h"

#define WORD_CLASS(v)	((v) & 0x7FF)		/* 0: unknown */
#define WORD_TOPIC(v)	((v) >> 11 & 0xFFF)	/* 0: unknown */
#define WORD_CASE(v)	((v) >> 23 & 7)		/* CASE_ */
#define WORD_SIGNS(v)	((v) >> 26 & 0x3F)	/* SIGN_ */
#define WORD_VALUE(class, topic, usual, signs) \
	(((class) & 0x7FF) | ((topic) & 0xFFF) << 11 | ((usual) & 7) << 23 | \
	((signs) & 0x3F) << 26)

/* What a word tells of names near it: recipe/entities-signs.txt. */
#define SIGN_DEFINITE	0x01	/* the */
#define SIGN_PLACE	0x02	/* in, at: before a place */
#define SIGN_SAYS	0x04	/* said */
#define SIGN_WORK	0x08	/* film, novel: of titles */
#define SIGN_SPORT	0x10	/* coach, goal: the text is of sport */
#define SIGN_TRADE	0x20	/* shares, profit: it is of business */

/* How a word is usually written: small letters to a capital, in seven steps. */
#define CASE_UNKNOWN	0
#define CASE_SMALL	1
#define CASE_CAPITAL	7

#define TOPICS		4096
#define TOPIC_LEVELS	3

struct word_table {
	const uint16_t	*fingerprints;
	const uint32_t	*values;
	const uint16_t	(*wider)[TOPIC_LEVELS];	/* of topics, narrow to wide */
	uint32_t	 slots;
};

/* The table in a model, which must stay; false if it is none or damaged. */
bool	word_table_open(struct word_table *, const struct model *);
/* The value of the word with this hash, 0 if it is not known. */
uint32_t word_table_find(const struct word_table *, uint32_t hash);
/* The word with this hash will be looked up soon. */
void	word_table_prefetch(const struct word_table *, uint32_t hash);
/* The wider topic on a level of a topic. */
static inline uint16_t
word_table_wider(const struct word_table *w, uint32_t topic, size_t level)
{
	return le16(w->wider[topic][level]);
}

/*
 * The sections for model_write(), freed by the caller: of n words, their hashes
 * and values; of the wider topics.
 */
void	*word_table_section(const uint32_t *hashes, const uint32_t *values,
	    size_t n, size_t *len);
void	*topics_section(const uint16_t wider[TOPICS][TOPIC_LEVELS],
	    size_t *len);

#endif
