/*
 * hedges.h -- reports that do not say that something was said
 *
 * "Roe did not say that", "if Roe says", "did Roe say?": the words are given
 * all the same, but not as what was said.
 */
#ifndef COMMON_QUOTES_HEDGES_H
#define COMMON_QUOTES_HEDGES_H

#include "common/quotes/attributions.h"

/*
 * What a report is, of an attribution with a cue and its source; its content
 * behind the cue ends where "if Roe says so, ..." does.
 */
void	hedges_find(const struct paragraph *, struct attribution *,
	    struct range *content);
/* A source without the word before it, "Unless Roe", taken for its name. */
struct range hedges_bare(const struct paragraph *, struct range source);

#endif
