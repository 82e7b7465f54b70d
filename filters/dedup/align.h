/*
 * align.h -- where two sequences of words differ
 *
 * The longest common subsequence by Myers' greedy algorithm (An O(ND)
 * difference algorithm and its variations, Algorithmica 1, 1986), given up as
 * soon as the difference is larger than the threshold allows.
 *
 * Long texts are first cut at anchors: sequences of ANCHOR words that come once
 * in each, as many as stand in the same order in both (Cohen's patience diff;
 * Szymanski's longest increasing subsequence).  What lies between two anchors
 * is short, or counts as different as a whole, so that the time is linear but
 * for sorting, however long and however different the texts are.
 */
#ifndef FILTERS_DEDUP_ALIGN_H
#define FILTERS_DEDUP_ALIGN_H

#include <stddef.h>
#include <stdint.h>

struct align;

/* Words of a, from and to, that words of b stand for; one may be empty. */
struct place {
	int	 from[2], to[2];
};

struct align	*align_new(void);
void		 align_free(struct align *);
/*
 * The number of words deleted and inserted to make b of a, or -1 if it is more
 * than max.  *places: where, in their order, *n of them, valid until the next
 * call.
 */
int		 align_words(struct align *, const uint16_t *a, int n,
		    const uint16_t *b, int m, int max,
		    const struct place **places, size_t *count);

#endif
