/*
 * dialogue.h -- speech that a dash opens: "--Come up, he called."
 *
 * Some novels, Joyce's among them, set a dash before what is said and no mark
 * behind it.  Lists and credits begin with a dash, too: it is believed where it
 * has no space behind it, and where lines that begin so are spoken.  One in
 * three of them or more must ask, exclaim, say who speaks (", he said"), or
 * stand behind a line that does and ends in a colon.  That is counted in the
 * lines before, or in a text shown beforehand.
 */
#ifndef COMMON_QUOTES_DIALOGUE_H
#define COMMON_QUOTES_DIALOGUE_H

#include <stdbool.h>
#include <stddef.h>

struct dialogue {		/* start from {0}, each document */
	unsigned	 dashes;	/* lines so far that begin with one */
	unsigned	 spoken;	/* of them */
	bool		 colon;		/* the line before: "he said:" */
	bool		 noted;		/* the text was shown beforehand */
};

/* Show the text of the document, or a part of it, beforehand. */
void	dialogue_note(struct dialogue *, const char *text, size_t len);
/* The length of the dash that opens speech, or 0; of each line in order. */
size_t	dialogue_dash(struct dialogue *, const char *line, size_t len);

#endif
