/*
 * candidates.h -- which tokens of a sentence may be part of a name
 *
 * Those that begin with a capital, and what stands between or at them; where
 * capitals mean nothing, those that are not usually written small.  So in a
 * heading In Title Case, where the other words can only be inside a name.  All
 * else is passed over without a look.  Candidates that follow one another are a
 * run: what the model labels at once.
 */
#ifndef COMMON_ENTITIES_CANDIDATES_H
#define COMMON_ENTITIES_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/entities/numbers.h"
#include "common/entities/words.h"
#include "common/text/text.h"

#define WORD_LOOK	64	/* bytes of a word that are looked into */

enum {
	CANDIDATE_NONE,
	CANDIDATE_INNER,	/* may be part of a name with others round it */
	CANDIDATE_CAPITAL	/* a name may begin or end with it */
};

/* Where a token stands in a "Title in Quotation Marks". */
enum {
	TITLE_NONE,
	TITLE_ONLY,
	TITLE_FIRST,
	TITLE_INSIDE,
	TITLE_LAST
};

struct name_candidates {		/* start from {0} */
	const struct word_table *words;

	/* of the sentence at hand */
	const char	*text;
	const struct token *t;
	size_t		 n;
	bool		 plain;		/* capitals mean nothing in it */
	bool		 heading;	/* All Words That Count Have One */
	uint8_t		*rank;		/* of each token, CANDIDATE_ */
	uint8_t		*number;	/* 1 + type of the number over it, 0 */
	uint8_t		*title;		/* TITLE_: in marks as a title's are */
	uint32_t	*folded;	/* as tokens', without Mr.'s stop */
	size_t		 rank_cap, number_cap, title_cap, folded_cap;
};

/* Is most of a sentence of n tokens in capitals? */
bool	sentence_in_capitals(const struct token *, size_t n);
/* Is it without any, and long enough to tell? */
bool	sentence_in_small(const struct token *, size_t n);
void	name_candidates_free(struct name_candidates *);
/*
 * Find those of n tokens of text, of which these numbers were found; caseless:
 * in this text capitals mean nothing, as they do where numbers' caseless says
 * so.  Text and tokens must stay while it is worked on.
 */
void	name_candidates_find(struct name_candidates *, const char *text,
	    const struct token *, size_t n, const struct numbers *,
	    bool caseless);
/*
 * The next run of candidates from token i on: its first token, and the one
 * after its last in *end; or n if there is none.  At most CHAIN_RUN long.
 */
size_t	name_candidates_run(const struct name_candidates *, size_t i,
	    size_t *end);
/*
 * The end of the name that token to of a run would be in if all small words
 * between capitals belonged to it: of "Restoration" in "Restoration and Repair
 * Act".
 */
size_t	name_candidates_reach(const struct name_candidates *, size_t run_end,
	    size_t to);
/* Is token i a small word that a person's name may hold: von, bin? */
bool	name_candidates_particle(const struct name_candidates *, size_t i);

#endif
