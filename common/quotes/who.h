/*
 * who.h -- what a speaker is: a person, a body or a paper, and what role and
 * gender the text gives
 *
 * A role is what stands before or behind the name where somebody speaks, "the
 * first minister", "head of research at Roe & Doe", and is kept for what he
 * says later.  What is kept is bounded.
 */
#ifndef COMMON_QUOTES_WHO_H
#define COMMON_QUOTES_WHO_H

#include <stdint.h>

#include "common/quotes/discourse.h"
#include "common/quotes/mentions.h"
#include "common/quotes/quote.h"

#define ROLES		64	/* speakers whose roles are kept */
#define ROLE_BYTES	160	/* longer ones are none */

struct known_role {
	uint32_t	 hash;		/* of the speaker's name; 0: none */
	uint32_t	 len;
	struct span	 body;		/* of the text: the organisation */
	char		 text[ROLE_BYTES];
};

struct who {				/* start from {0} */
	struct known_role roles[ROLES];	/* by hash */
	struct tokens	 tokens;	/* of a name */
};

void	who_reset(struct who *);	/* a document begins */
void	who_free(struct who *);
/*
 * Tell what the speaker of a quotation is.  The role is good until the next one
 * is told, the organisation is a part of it.
 */
void	who_tell(struct who *, const struct discourse *,
	    const struct mention *, struct quote *);

#endif
