/*
 * quoter.h -- the inside of quotes.h: reports being read, records being made
 *
 * A passage is worked on in two steps.  quoter_reports() finds the acts of
 * reporting and the stretches of their contents (pieces), by the decisions of
 * reports.h and a few plain rules; each region in marks is claimed by at most
 * one report.  quoter_records() turns them into the records of quotes.h.
 */
#ifndef COMMON_QUOTES_ATTRIBUTIONS_H
#define COMMON_QUOTES_ATTRIBUTIONS_H

#include "common/quotes/dialogue.h"
#include "common/quotes/quotes.h"
#include "common/quotes/reports.h"
#include "common/quotes/speakers.h"
#include "common/quotes/turns.h"

/* A report with its content, while a passage is worked on. */
struct report {
	struct cue	 cue;		/* last == 0: none */
	enum frame	 frame;
	struct range	 source;
	struct range	 addressee;
	int32_t		 margin;	/* by how much it is a cue */
	unsigned	 confidence;
	bool		 continued;
	bool		 dash;		/* opened by a dash, not by marks */
};

/* A stretch of a report's content. */
struct piece {
	uint32_t	 report;
	struct range	 range;
};

struct quoter {
	struct passage	 passage;
	struct tag_model	 tagger;
	struct splitter	*splitter;
	struct logistic	 glance, frame, begin, end, source, region, speaker;
	int32_t		 hopeless;	/* of glance: no need to look */
	int32_t		 doubtful;	/* of frame: not worth telling, */
	int32_t		 doubtful_marked;	/* and with marks beside it */
	struct speakers	*speakers;
	struct report	*reports;
	size_t		 nreports, reports_cap;
	size_t		 nopened;	/* the first: known by their openings */
	struct piece	*pieces;
	size_t		 npieces, pieces_cap;
	uint32_t	*claims;	/* of each region: report + 1, or 0 */
	size_t		 claims_cap;
	struct quote	*quotes;
	size_t		 quotes_cap;
	struct span	*spans;
	size_t		 spans_cap;
	struct range	*settled;	/* tokens that hold no cues, in order */
	size_t		 nsettled, settled_cap;
	struct turns	 turns;
	struct dialogue	 dialogue;
	bool		 after_quote;	/* the passage before ended with one */
	bool		 unclosed;	/* and with no mark that closes it */
};

/*
 * All reports of the passage: by how a line begins (a label, a dash), by cues,
 * and by marks alone.
 */
void	quoter_reports(struct quoter *);
void	quoter_openings(struct quoter *);
void	quoter_regions(struct quoter *);

/* A new report; the last one is invalid after it. */
struct report *quoter_report(struct quoter *);
/*
 * Give a report a piece of content, and claim the regions that begin in it; not
 * the one that the report itself stands in.
 */
void	quoter_piece(struct quoter *, uint32_t report, struct range);

/* How many records; in order of their beginning. */
size_t	quoter_records(struct quoter *);

#endif
