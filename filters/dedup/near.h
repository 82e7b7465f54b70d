/*
 * near.h -- find an earlier text that is nearly the same
 *
 * A text is a sequence of words (words.h).  Candidates are found by
 * one-permutation MinHash (Li, Owen and Zhang, NIPS 2012) over shingles of
 * SHINGLE words, each of the minima being a band of its own: shingles of
 * several words are rare enough for that, and texts that share most of them
 * share several minima.  The index holds nothing but the numbers of texts,
 * some bits of the minimum beside them, of which one says where it goes when
 * the index doubles.  A text can fall out of a full bucket of the index, which
 * costs recall and never correctness.
 *
 * Each candidate is then compared word by word, and is near only if its
 * similarity reaches the threshold: twice the number of words in their longest
 * common subsequence by the number of words of both (align.h).
 *
 * Texts that make different statements (statement.h) are not near, however
 * similar; nor are texts of less than a given number of words near to anything.
 */
#ifndef FILTERS_DEDUP_NEAR_H
#define FILTERS_DEDUP_NEAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "filters/dedup/statement.h"
#include "filters/dedup/words.h"

#define NEAR_BANDS	12

struct near;

/* The minima of a text: what it is looked up by. */
struct minima {
	uint64_t	 band[NEAR_BANDS];	/* UINT64_MAX: none */
};

struct near_rules {
	double		 threshold;	/* similarity */
	size_t		 min_words;
	bool		 labels;	/* somebody will look at them */
	struct statement_rules statement;
};

struct near	*near_new(const struct near_rules *);
void		 near_free(struct near *);

void		 near_minima(const struct near *, const struct words *,
		    struct minima *);
/* Fetch into the cache what a search will look at. */
void		 near_prefetch(const struct near *, const struct minima *);
/*
 * The most similar earlier text that is near enough, the earliest of equals:
 * its label (see near_add()) and the similarity in hundredths.
 */
bool		 near_find(struct near *, const struct words *,
		    const struct minima *, uint64_t *label,
		    unsigned *similarity);
void		 near_add(struct near *, const struct words *,
		    const struct minima *, uint64_t label);

size_t		 near_bytes(const struct near *);

#endif
