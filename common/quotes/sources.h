/*
 * sources.h -- which noun phrases may be the source of a cue
 *
 * Those before and behind the cue in its sentence, joined with what belongs to
 * them ("leaders of three parties in the north"), and for a noun what it is
 * had by ("his remarks").  A linear decision chooses (source_features.h).
 *
 * Positions are tokens of a paragraph; the sentence of the cue is tagged.
 */
#ifndef COMMON_QUOTES_SOURCES_H
#define COMMON_QUOTES_SOURCES_H

#include <stdbool.h>
#include <stdint.h>

#include "common/quotes/cues.h"
#include "common/quotes/paragraph.h"
#include "common/quotes/range.h"

/* How many noun phrases are joined to one, at most. */
#define SOURCE_PHRASES	6
/* The tokens of "(D-Ohio)" behind one, at most. */
#define SOURCE_BRACKET	8

/* The candidates; the last is the empty range: no source. */
void	source_candidates(const struct paragraph *, const struct cue *,
	    enum frame, struct range content, struct ranges *);
/* Those before the cue that begin at a token, however far; none is empty. */
void	source_candidates_at(const struct paragraph *, const struct cue *,
	    uint32_t first, struct ranges *);
/*
 * The source with the party and place in brackets that are written behind it,
 * and without them, as the candidates are.
 */
struct range source_as_written(const struct paragraph *, struct range);
struct range source_bare(const struct paragraph *, struct range);

/* "Roe's warning that": whether a cue is a noun of somebody's with a clause. */
bool	source_has_noun(const struct paragraph *, const struct cue *);

/* For the features: whether a token names a day or a month. */
bool	source_is_time(const struct paragraph *, uint32_t token);
/* Whether a token is "whose". */
bool	source_is_whose(const struct paragraph *, uint32_t token);

#endif
