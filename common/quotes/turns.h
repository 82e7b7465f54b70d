/*
 * turns.h -- who has the floor: lines that begin with their speaker's name
 *
 * Transcripts of interviews, hearings and press conferences set a label before
 * what each speaker says: "MR. ROE: Good morning."  A label is a few words with
 * capitals at the beginning of a line, perhaps what is said of them in
 * brackets, "Ann Roe (Leeds)", and a colon; of the letters Q and A a full stop
 * will do.
 *
 * A dateline ("DELHI: ...") and a heading look the same, so that a label is
 * believed only where a quotation in marks begins with it, where it has a title
 * or is in the list (labels.txt), where it comes again among others like it, a
 * few lines apart, or beside another: before the line in a stream, or right
 * behind it; anywhere in a document whose text was shown beforehand.
 *
 * Offsets are bytes.  Memory is bounded: the oldest labels are forgotten.
 */
#ifndef COMMON_QUOTES_TURNS_H
#define COMMON_QUOTES_TURNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"

#define TURNS_LABELS	32

struct turns {			/* start from {0}, each document */
	uint32_t	 labels[TURNS_LABELS];	/* hashes */
	unsigned	 counts[TURNS_LABELS];
	unsigned	 next;		/* to be forgotten */
	unsigned	 labelled;	/* lines with a label, */
	unsigned	 repeated;	/* with one that was there before, */
	unsigned	 lines;		/* of so many shown beforehand */
	unsigned	 since;		/* lines read since the last label, */
	unsigned	 last;		/* and what kind that was */
};

/* What a line begins with. */
struct turn {
	size_t		 len;		/* to the colon, or stop */
	struct span	 name;		/* who speaks, of the line */
};

/* Show the text of the document, or a part of it, beforehand. */
void	turns_note(struct turns *, const char *text, size_t len);
/*
 * The label that a line begins with; false if none is believed.  So many bytes
 * of the text behind the line are at hand.  marked says that the line is in
 * quotation marks, which are not part of what is given.  To be asked of each
 * line in order.
 */
bool	turns_label(struct turns *, const char *line, size_t len, size_t behind,
	    bool marked, struct turn *);
/* Whether a line may begin with one, if the next line shows it. */
bool	turns_may_begin(const char *line, size_t len);

#endif
