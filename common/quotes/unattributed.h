/*
 * unattributed.h -- what somebody says, told by marks alone
 *
 * What is left of a paragraph once its openings and cues are read: a region in
 * marks that no attribution has claimed goes on with the quotation before it
 * in the same line, or stands alone, or is no speech but a title, a slogan or
 * a word used with care.  A linear decision over hashed features tells which.
 * A dash and a name behind a region say whose it is.
 */
#ifndef COMMON_QUOTES_UNATTRIBUTED_H
#define COMMON_QUOTES_UNATTRIBUTED_H

#include <stdbool.h>
#include <stdint.h>

#include "common/learn/learn.h"
#include "common/quotes/attributions.h"

struct unattributed {
	struct logistic	 region;	/* is it speech? */
	bool		 after_quote;	/* the paragraph before ended in one, */
	bool		 unclosed;	/* which no mark closed */
};

/* The weights in a model; false if it has none. */
bool	unattributed_open(struct unattributed *, const struct model *);
/* A document begins. */
void	unattributed_reset(struct unattributed *);
/* Add what the paragraph has in marks, after all else was added. */
void	unattributed_read(struct unattributed *, struct attributions *);

/* What is known of a region, after a quotation or not; for the trainer, too. */
void	region_features(const struct paragraph *, uint32_t region,
	    bool after_quote, struct features *);

#endif
