/*
 * attribute.h -- who says what, told by the words that report
 *
 * A paragraph is read word by word.  Each that may report (cues.h) goes
 * through a row of linear decisions, over hashed features:
 *
 *	glance	is it worth a closer look, by the words around it alone?
 *	frame	is it a cue, and on which side of it stands its content?
 *	begin	where does a content that follows begin,
 *	end	and where does it end?
 *	source	which noun phrase says it?
 *
 * Citron (BBC, 2018) and Pareti et al. (EMNLP 2013) cut the task into the same
 * three spans, cue, source and content; the linear choice of a boundary among
 * few candidates is after Scheible, Klinger and Pado (ACL 2016).
 */
#ifndef COMMON_QUOTES_ATTRIBUTE_H
#define COMMON_QUOTES_ATTRIBUTE_H

#include <stdbool.h>
#include <stdint.h>

#include "common/learn/learn.h"
#include "common/quotes/attributions.h"

struct attributor {
	struct logistic	 glance, frame, begin, end, source;
	/* The least scores by which a word is taken for a cue: */
	int32_t		 least_glance;
	int32_t		 least_margin;		/* of a frame over none, */
	int32_t		 least_margin_marked;	/* with marks beside it, */
	int32_t		 least_margin_inside;	/* inside another quotation */
	int32_t		 least_margin_object;	/* with a plain object */
	int32_t		 least_margin_had;	/* "Roe's warning that" */
	int32_t		 clear_margin;		/* where the form is clear */
};

/* The weights in a model; false if it has none. */
bool	attribute_open(struct attributor *, const struct model *);
/* Add what the cues of the paragraph tell; its openings were read before. */
void	attribute_cues(const struct attributor *, struct attributions *);

#endif
