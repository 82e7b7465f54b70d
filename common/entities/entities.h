/*
 * entities.h -- names, dates, sums and numbers in text
 *
 * The recognizer marks the types of types.h in the tokens of a sentence.
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

#include <stddef.h>
#include <stdint.h>

#include "common/entities/confidence.h"
#include "common/entities/phrases.h"
#include "common/entities/reference.h"
#include "common/entities/types.h"
#include "common/entities/values.h"
#include "common/text/text.h"

struct entity {
	enum entity_type type;
	unsigned	 score;		/* how sure, per mille: 0 to 1000 */
	size_t		 first;		/* index of its first token */
	size_t		 last;		/* and of its last, inclusive */
	size_t		 start;		/* bytes, half open, as the tokens' */
	size_t		 end;
	uint32_t	 listed;	/* the user's phrase it is, + 1; or 0 */
	struct evidence	 evidence;
};

#define RECOGNIZER_CASELESS	0x01	/* capitals mean nothing in this text */
#define RECOGNIZER_UNSCORED	0x02	/* nobody asks for scores: all are 0 */

struct recognizer;

struct recognizer	*recognizer_new(unsigned options);
/* The same by other weights, which must outlive it; NULL: they are none. */
struct recognizer	*recognizer_open(const struct model *,
			    unsigned options);
void			 recognizer_free(struct recognizer *);
/*
 * The user's own names, and what is none (phrases.h): they and what is found
 * otherwise are laid over one another as overlay.h says.  They must outlive the
 * recognizer, and are used by no other meanwhile.
 */
void			 recognizer_phrases(struct recognizer *,
			    struct phrases *);
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
/*
 * What one of those mentions is worth (values.h), by when and where the text
 * was written: nothing if it is a name.
 */
void			 recognizer_value(struct recognizer *,
			    const char *text, const struct token *, size_t n,
			    const struct entity *, const struct reference *,
			    struct value *);
/*
 * The n tokens last marked begin a line: if that is a dateline, take it for the
 * reference.
 */
void			 recognizer_dateline(struct recognizer *,
			    const char *text, const struct token *, size_t n,
			    struct reference *);

#endif
