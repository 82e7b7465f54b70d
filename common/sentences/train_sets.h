/*
 * train_sets.h -- texts in which the ends of sentences are marked
 *
 * For the trainers.  A set is two files: RAW, a paragraph a line, and GOLD, the
 * same text a sentence a line.
 */
#ifndef COMMON_SENTENCES_TRAIN_SETS_H
#define COMMON_SENTENCES_TRAIN_SETS_H

#include <stdbool.h>
#include <stddef.h>

struct labelled {
	const char	*name;
	char		*raw;
	size_t		 len;
	unsigned char	*ends;		/* ends[i]: a sentence ends before i */
	double		 weight;
};

/* Mark in the raw text where the lines of gold end; or end the program. */
void	set_load(struct labelled *, const char *raw, const char *gold);
void	set_free(struct labelled *);
/*
 * Do sentences of the line from i end where none can, as where a machine cut
 * before a comma?  Such lines teach nothing good.
 */
bool	set_is_noisy(const struct labelled *, size_t i);

#endif
