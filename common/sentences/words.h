/*
 * words.h -- how words are used in print, in one byte each
 *
 * Private to sentences: what a large amount of text says of a word,
 * whatever its case.  Three figures, each in a few classes of which 0 says
 * that too little is known:
 *
 *	stop	how often a full stop follows it, and how often the sentence
 *		then clearly goes on: is it an abbreviation?
 *	start	of its occurrences with a capital, how many begin a sentence:
 *		low for names, high for "The"
 *	lower	how often it is written in lower case
 *
 * The trainer counts and makes the classes; a wordmap (wordmap.h) keeps them.
 * (The ideas: Kiss and Strunk, Unsupervised Multilingual Sentence Boundary
 * Detection, 2006; Gillick, Sentence Boundary Detection and the Problem with
 * the U.S., 2009.)
 */
#ifndef COMMON_SENTENCES_WORDS_H
#define COMMON_SENTENCES_WORDS_H

#include <stdint.h>

enum {
	STOP_UNKNOWN,
	STOP_WORD,		/* a stop ends the sentence */
	STOP_SOME,		/* a word, but now and then it goes on */
	STOP_HALF,		/* written with and without, goes on */
	STOP_OFTEN,		/* with a stop mostly, but seldom clear */
	STOP_ABBREVIATION,	/* with a stop mostly, and goes on */
	STOPS
};

/* Five classes of starts: under 5, 20, 50, 80 per cent, and over. */
enum { START_UNKNOWN, START_OFTEN = 4, START_MAX = 5, STARTS };
/* Three classes of lower case: under 5 per cent, under half, and over. */
enum { LOWER_UNKNOWN, LOWER_MAX = 3 };

/* What was counted of a word, all cases together. */
struct word_count {
	uint32_t	plain;		/* without a full stop behind it */
	uint32_t	stop_on;	/* with one, and the sentence goes on */
	uint32_t	stop_end;	/* with one, and it may end */
	uint32_t	lower;		/* in lower case */
	uint32_t	upper;		/* with a capital inside a sentence */
	uint32_t	start;		/* with a capital at its start */
};

static inline unsigned
words_stop(int stats)
{
	return stats < 0 ? STOP_UNKNOWN : (unsigned)stats % STOPS;
}

static inline unsigned
words_start(int stats)
{
	return stats < 0 ? START_UNKNOWN : (unsigned)stats / STOPS % STARTS;
}

static inline unsigned
words_lower(int stats)
{
	return stats < 0 ? LOWER_UNKNOWN : (unsigned)stats / (STOPS * STARTS);
}

/* The byte for a word, from 0 (nothing known) to 143. */
uint8_t	words_classify(const struct word_count *);

#endif
