/*
 * furniture.h -- what an agency puts around a story and is no part of it
 *
 * At the start of a text or of one of its lines: a slug ("UPDATE 2-",
 * "CORRECTED:"), a byline ("By Jane Roe") and a dateline ("LONDON, May 3
 * (Agency) - "); anywhere: a note in brackets ("(Adds quote)", "(Reporting by
 * ...)").  Their words are in common/languages/en/story-marks.txt, the rest is
 * told by its form: capitals, dashes, brackets.
 */
#ifndef FILTERS_DEDUP_FURNITURE_H
#define FILTERS_DEDUP_FURNITURE_H

#include "filters/dedup/vocabulary.h"

/* From the start of a line: the end of all that stands before the story. */
const char	*furniture_skip(const struct vocabulary *, const char *,
		    const char *end);
/* From an opening bracket: behind the closing one of a note, else p. */
const char	*furniture_note(const struct vocabulary *, const char *p,
		    const char *end);

#endif
