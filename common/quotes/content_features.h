/*
 * content_features.h -- what tells where a content begins and ends
 *
 * The features of two decisions (attribute.h), the same at run time and for the
 * trainer.  A decision is among the ranges that contents.h lists.
 */
#ifndef COMMON_QUOTES_CONTENT_FEATURES_H
#define COMMON_QUOTES_CONTENT_FEATURES_H

#include <stdint.h>

#include "common/learn/learn.h"
#include "common/quotes/contents.h"

/* What stands between a cue and where its content may begin: from {0}. */
struct between {
	uint32_t	 tokens;
	uint32_t	 signs;		/* all of them, mixed */
	uint32_t	 commas, nouns, verbs;
	uint32_t	 word;		/* the last one */
};

/* What stands in the last tokens of a content, from .. to - 1: from {0}. */
struct within {
	uint32_t	 from, to;
	uint32_t	 commas, verbs;
};

/* Of a beginning; those before it were asked about before. */
void	begin_features(const struct paragraph *, const struct cue *,
	    const struct ranges *, uint32_t which, struct between *,
	    struct features *);
/* Of an end of the content that begins at first; those before it were. */
void	end_features(const struct paragraph *, const struct cue *,
	    uint32_t first, const struct ranges *, uint32_t which,
	    struct within *, struct features *);

#endif
