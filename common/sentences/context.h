/*
 * context.h -- what stands around a candidate
 *
 * Private to sentences, the same code in training and at run time.  A context
 * is filled step by step, as far as a decision needs it: most are decided by
 * the word before alone.
 */
#ifndef COMMON_SENTENCES_CONTEXT_H
#define COMMON_SENTENCES_CONTEXT_H

#include "common/sentences/abbreviations.h"
#include "common/sentences/boundary.h"
#include "common/sentences/given.h"
#include "common/sentences/neighbours.h"
#include "common/sentences/said.h"

/* Models know these by their number, and the openers. */
enum first {			/* of the next word, behind opening marks */
	FIRST_NONE,
	FIRST_LOWER,
	FIRST_UPPER,
	FIRST_DIGIT,
	FIRST_STOP,		/* another terminator */
	FIRST_COMMA,		/* , ; : or a closing mark */
	FIRST_OTHER		/* a letter without case, a sign */
};

enum opener {
	OPEN_NONE,
	OPEN_DOUBLE,		/* straight double */
	OPEN_SINGLE,		/* straight single */
	OPEN_CURLY,		/* curly double, angle, or `` */
	OPEN_CURLY_SINGLE,
	OPEN_BRACKET,
	OPEN_DASH,
	OPEN_OTHER
};

struct context {
	struct neighbour before;	/* the terminator */
	struct neighbour before2;	/* that */
	struct neighbour next;		/* behind the boundary */
	struct neighbour next2;		/* that */
	enum opener	opener;		/* of the next word */
	bool		dashed;		/* a dash comes first */
	bool		outer;		/* before2 and next2 are there */
	enum first	first;
	unsigned	spaces;		/* between: 0, 1 or 2 (more) */
	bool		apart;		/* white space before the terminator */
	unsigned char	last;		/* byte before the terminator */
	enum said	said;
	enum given_kind	given;		/* the word before, by the user */
	enum abbreviation kind;		/* of the word before */
	bool		judged;		/* a rule weighed it: not quite sure */
};

/* Fills before, apart and last; boundary_find() is enough for it. */
void	context_before(struct context *, const struct sentence_iterator *,
	    const struct boundary *);
/* Fills next, opener, dashed, first and spaces. */
void	context_behind(struct context *, const struct sentence_iterator *,
	    const struct boundary *);
/* Fills before2 and next2 once, when before and next are there. */
void	context_outer(struct context *, const struct sentence_iterator *);

#endif
