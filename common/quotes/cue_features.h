/*
 * cue_features.h -- what tells a cue, and its frame
 *
 * The features of three decisions (attribute.h), the same at run time and for
 * the trainer.
 */
#ifndef COMMON_QUOTES_CUE_FEATURES_H
#define COMMON_QUOTES_CUE_FEATURES_H

#include "common/learn/learn.h"
#include "common/quotes/cues.h"

/* Of a glance: by the words around the cue, without tags. */
void	glance_features(const struct paragraph *, const struct cue *,
	    struct features *);
/* Of a cue in its tagged sentence, and of one frame made from them. */
void	cue_features(const struct paragraph *, const struct cue *,
	    struct features *);
void	frame_features(const struct features *base, enum frame,
	    struct features *);

#endif
