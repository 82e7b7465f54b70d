/*
 * turns.h -- who has the floor: lines that begin with their speaker's name
 *
 * Transcripts of interviews, hearings and press conferences set a label before
 * what each speaker says: "MR. ROE: Good morning."  A label is up to five
 * words with capitals at the beginning of a line, and a colon.  A dateline
 * ("DELHI: ...") and a heading look the same, so that a label is believed only
 * where a quotation in marks begins with it, where it has a title, or where it
 * comes again among others like it, a few lines apart: before the line in a
 * stream, anywhere in a document whose text was shown beforehand.
 *
 * Offsets are bytes.  Memory is bounded: the oldest labels are forgotten.
 */
#ifndef COMMON_QUOTES_TURNS_H
#define COMMON_QUOTES_TURNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define TURNS_LABELS	32

struct turns {			/* start from {0}, each document */
	uint32_t	 labels[TURNS_LABELS];	/* hashes */
	unsigned	 counts[TURNS_LABELS];
	unsigned	 next;		/* to be forgotten */
	unsigned	 labelled;	/* lines with a label, */
	unsigned	 lines;		/* of so many shown beforehand */
	unsigned	 since;		/* lines read since the last label */
};

/* Show the text of the document, or a part of it, beforehand. */
void	turns_note(struct turns *, const char *text, size_t len);
/*
 * The length of the label that a line begins with, without its colon, or 0 if
 * none is believed.  marked says that the line is in quotation marks, which are
 * not part of what is given.  To be asked of each line in order.
 */
size_t	turns_label(struct turns *, const char *line, size_t len, bool marked);

#endif
