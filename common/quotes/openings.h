/*
 * openings.h -- who says what, told by how a line begins
 *
 * A label ("MR. ROE: Good morning.") or a dash ("--Come up, he called.") opens
 * what somebody says.  Which of them are believed depends on the lines before,
 * or on the whole text, where it is shown beforehand.
 */
#ifndef COMMON_QUOTES_OPENINGS_H
#define COMMON_QUOTES_OPENINGS_H

#include <stddef.h>

#include "common/quotes/attributions.h"

struct openings;

struct openings	*openings_new(void);
void		 openings_free(struct openings *);
/* A document begins. */
void		 openings_reset(struct openings *);
/* Show the text of the document, or a part of it, beforehand. */
void		 openings_note(struct openings *, const char *text, size_t len);
/*
 * Add what the openings of the paragraph tell, before anything else is added.
 * So many bytes of the document are at hand behind it.
 */
void		 openings_read(struct openings *, struct attributions *,
		    size_t behind);

#endif
