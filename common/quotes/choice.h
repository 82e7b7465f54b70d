/*
 * referents.h -- who is talked about, and whom a mention stands for
 *
 * The referents of a document are those whom it named or let speak last,
 * bounded in number.  What stands for one of them (he, "the senator", a
 * quotation without attribution) is resolved by ranking: a linear model gives
 * each a score, nobody among them, by distance, gender, number, who spoke, who
 * began his sentence, and how the words of the mention agree with what the
 * document called the referent.  After Raghunathan et al., A Multi-Pass Sieve
 * for Coreference Resolution (EMNLP 2010), and Denis and Baldridge,
 * Specialized Models and Ranking for Coreference Resolution (EMNLP 2008).
 *
 * Where the text behind a mention is at hand, those named next are candidates
 * too: "A Kenyan official said ... Ann Roe told reporters ...".
 */
#ifndef COMMON_QUOTES_REFERENTS_H
#define COMMON_QUOTES_REFERENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/learn/learn.h"
#include "common/quotes/mentions.h"
#include "common/names/names.h"

#define REFERENTS	24
#define REFERENT_BYTES	120
#define AHEAD		2	/* named behind the mention */
#define CANDIDATES	(1 + REFERENTS + AHEAD)

/* What stands before or behind a name. */
enum beside {
	BESIDE_OTHER, BESIDE_START, BESIDE_STOP, BESIDE_COMMA, BESIDE_QUOTE,
	BESIDE_PREP, BESIDE_CONJ, BESIDE_SUB, BESIDE_VERB, BESIDE_POSSESSIVE
};

struct referent {
	char		 text[REFERENT_BYTES];
	size_t		 len;
	uint32_t	 head;		/* folded hash of its last word */
	uint32_t	 sentence;	/* number in the document */
	uint32_t	 times;
	uint32_t	 spoken;	/* number of its last quotation, or 0 */
	struct word_set	 words;		/* of it, and what it was called */
	char		 gender;	/* m, f or 0 */
	uint8_t		 shape;		/* of its text, if it is no person's name */
	bool		 person;
	bool		 plural;
	uint32_t	 placed;	/* sentence for which these hold: */
	uint8_t		 order;		/* the how manieth named there, from 1 */
	uint8_t		 left;		/* what stood beside it: BESIDE_ */
	uint8_t		 right;
	bool		 subject;	/* began its sentence */
	bool		 quoted;	/* named last in somebody's words */
	bool		 paper;		/* was called a newspaper or the like */
	bool		 ahead;		/* named behind the mention, */
	bool		 says;		/* and before a verb of saying */
};

struct referents {			/* start from {0} */
	struct referent	 v[REFERENTS];
	uint8_t		 order[REFERENTS];	/* indices of them, the newest last */
	size_t		 n;
	uint32_t	 sentence;	/* the one that is read */
	uint32_t	 spoken;	/* quotations so far */
	uint32_t	 spoken_at;	/* sentence of the last one */
	unsigned	 bare;		/* the last so many without attribution */
	uint32_t	 passage;	/* that is read, */
	uint32_t	 spoken_in;	/* and of the last quotation */
	uint8_t		 named;		/* in the sentence so far */
};

/*
 * The referent of that text, new or known, now the newest; NULL for what can
 * be none, such as a lone "the".
 */
struct referent	*referents_touch(struct referents *, const char *, size_t);
/* What a mention of a referent says of it is true of it from now on. */
void		 referent_describe(struct referent *, const struct mention *);
/* Add the words of a text to a set; returns the last one's hash. */
uint32_t	 referent_words(struct word_set *, const char *, size_t);

/* A choice: the candidates of a mention, the first being nobody. */
struct choice {
	const struct referents *of;
	struct mention	 mention;
	const struct referent *v[CANDIDATES];
	struct referent	 ahead[AHEAD];
	size_t		 nahead;
	uint32_t	 other;		/* spoken of the last other speaker */
	bool		 says_i;	/* words without a mention: who says them */
	bool		 says_we;	/* speaks of himself, or of several */
	bool		 opens;		/* and they open their passage */
	size_t		 n;
};

/* List the candidates; ahead must be filled in before. */
void		 choice_begin(struct choice *, const struct referents *);
void		 choice_features(const struct choice *, size_t,
		    struct features *);
/* May the mention stand for a candidate at all? */
bool		 choice_allows(const struct choice *, size_t);

#endif
