/*
 * attributions.h -- who says what in a paragraph, as far as it is known
 *
 * An attribution is one act of reporting: the word that reports (its cue), the
 * noun phrase that speaks (its source), and how sure that is.  Its contents
 * are the stretches of the paragraph that it reports, several where it stands
 * between them: "We knew," he said, "for years."
 *
 * They are found in this order and collected here: by how a line begins
 * (openings.h), by cues (attribute.h), and by marks alone (unattributed.h).
 * records.h makes of them what quotes.h tells.
 *
 * A region in marks belongs to the first attribution that has a content which
 * begins with it: that one has claimed it.
 *
 * Positions are tokens of the paragraph.  Memory grows to what the longest
 * paragraph needs.
 */
#ifndef COMMON_QUOTES_ATTRIBUTIONS_H
#define COMMON_QUOTES_ATTRIBUTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/quotes/cues.h"
#include "common/quotes/paragraph.h"
#include "common/quotes/quote.h"
#include "common/quotes/range.h"

/* How sure it is, of 1000, who said what a label or a dash introduces. */
#define SURE_BY_FORM	900

struct attribution {
	struct cue	 cue;		/* see attribution_has_cue() */
	enum frame	 frame;
	struct range	 source;	/* empty if nobody is said to speak */
	struct range	 addressee;	/* who is told; empty if nobody */
	int32_t		 margin;	/* how much likelier a cue than none */
	unsigned	 confidence;	/* of 1000 */
	struct quote_clues clues;
	bool		 continued;	/* goes on from the one before */
	bool		 dash;		/* opened by a dash, not by marks */
	bool		 negated;	/* of hedges.h */
	bool		 hypothetical;
	bool		 question;
};

struct content {
	uint32_t	 attribution;	/* its index */
	struct range	 range;
};

struct attributions {			/* start from {0} */
	struct paragraph *paragraph;
	struct attribution *v;
	size_t		 n, cap;
	size_t		 nopened;	/* the first ones: of openings.h */
	struct content	*contents;
	size_t		 ncontents, contents_cap;
	uint32_t	*claims;	/* by region: attribution + 1, or 0 */
	size_t		 claims_cap;
	struct range	*settled;	/* where no cue is looked for */
	size_t		 nsettled, settled_cap;
};

/* Begin a paragraph: nothing is attributed yet. */
void	attributions_start(struct attributions *, struct paragraph *);
/* A new one, all zero; others' addresses are invalid after it. */
struct attribution *attributions_add(struct attributions *);
/* The index of the newest; there must be one. */
static inline uint32_t attributions_newest(const struct attributions *);
/* Take back the newest, with its contents and claims. */
void	attributions_retract(struct attributions *);
/*
 * Give one a content, if it is not empty, and the regions that begin in it and
 * are free; but not the region that its cue stands in.
 */
void	attributions_content(struct attributions *, uint32_t attribution,
	    struct range);
/* The last content of the newest, or NULL. */
struct content *attributions_last_content(const struct attributions *);
/* No cue is looked for in a range any more; in order of text. */
void	attributions_settle(struct attributions *, uint32_t first,
	    uint32_t last);
void	attributions_free(struct attributions *);

static inline uint32_t
attributions_newest(const struct attributions *a)
{
	return (uint32_t)a->n - 1;
}

/* Whether it has a cue: a label, a dash and marks alone have none. */
static inline bool
attribution_has_cue(const struct attribution *a)
{
	return a->cue.last > 0;
}

#endif
