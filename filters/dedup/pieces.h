/*
 * pieces.h -- a text as its paragraphs or lines
 *
 * A piece is a block of lines up to an empty one, or a line that is not empty.
 * What lies before it, line ends and empty lines, is its lead; a text is its
 * pieces with their leads, one after another, and perhaps a lead at the end.
 */
#ifndef FILTERS_DEDUP_PIECES_H
#define FILTERS_DEDUP_PIECES_H

#include <stdbool.h>
#include <stddef.h>

struct piece {
	const char	*lead;
	size_t		 lead_len;
	const char	*text;
	size_t		 len;		/* 0: there is only lead left */
};

/*
 * The next piece of the text from *p to end; *p moves behind it.  False at the
 * end.
 */
bool	piece_next(const char **p, const char *end, bool lines, struct piece *);

#endif
