/*
 * source_features.h -- what tells whose words a cue reports
 *
 * The features of a decision (attribute.h), the same at run time and for the
 * trainer.  The decision is among the ranges that sources.h lists.
 */
#ifndef COMMON_QUOTES_SOURCE_FEATURES_H
#define COMMON_QUOTES_SOURCE_FEATURES_H

#include <stdint.h>

#include "common/learn/learn.h"
#include "common/quotes/sources.h"

void	source_features(const struct paragraph *, const struct cue *,
	    enum frame, const struct ranges *, uint32_t which,
	    struct features *);

#endif
