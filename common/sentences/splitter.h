/*
 * splitter.h -- what a splitter holds: options, weights, words
 *
 * Private to sentences; how one is made and freed is in sentences.h.  Models
 * are in the program and nothing is copied: a splitter is cheap.
 */
#ifndef COMMON_SENTENCES_SPLITTER_H
#define COMMON_SENTENCES_SPLITTER_H

#include "common/learn/learn.h"
#include "common/sentences/given.h"
#include "common/sentences/sentences.h"

struct splitter {
	struct sentence_options options;
	struct logistic	  weights;
	const struct lexicon *lexicon;	/* of the language */
	struct wordmap	  words;	/* words.h says what its values mean */
	int32_t		  threshold;	/* of score */
	int32_t		  judgement;	/* the score of what a rule weighed */
	bool		  has_endings;	/* abbreviated ends of compounds */
	bool		  has_ordinals;	/* written with a full stop */
	unsigned char	  question_mark; /* one of the language's own, or */
#define SPLITTER_NO_MARK 0xFF	/* what is never in UTF-8 */
	bool		  vowel[256];	/* by byte; what is not ASCII counts */
	struct given	 *given;	/* the user's words; NULL if none */
};

/* For the trainer: a splitter without weights and words. */
struct splitter	*splitter_bare(const struct sentence_options *);

#endif
