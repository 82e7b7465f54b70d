/*
 * align.h -- how two sequences of words differ
 *
 * The longest common subsequence by Myers' greedy algorithm (An O(ND)
 * difference algorithm and its variations, Algorithmica 1, 1986), given up as
 * soon as the difference is larger than the threshold allows.
 */
#ifndef FILTERS_DEDUP_ALIGN_H
#define FILTERS_DEDUP_ALIGN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct align;

struct align	*align_new(void);
void		 align_free(struct align *);
/*
 * The number of words deleted and inserted to make b of a; or -1 if it is more
 * than max, or if the two make different statements, however alike they are:
 *
 * - each has a name that the other has not;
 * - one has a number, or a word that turns the meaning round, that the other
 *   has not;
 * - in one place words were exchanged for others, four or more in all;
 * - in a brief text, a name was left out or added.
 */
int		 align_words(struct align *, const uint16_t *a, int n,
		    const uint16_t *b, int m, int max);

#endif
