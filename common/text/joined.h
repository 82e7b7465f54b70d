/*
 * joined.h -- line breaks as spaces, for text that was broken to fit a page
 *
 * What is printed of such text has one space for each stretch of white space
 * with a line break in it; any other white space stays as it is.
 */
#ifndef COMMON_TEXT_JOINED_H
#define COMMON_TEXT_JOINED_H

#include <stdbool.h>
#include <stddef.h>

#include "common/base/base.h"

/* What is a line break, and how much goes with it: one of these. */
enum joining {
	JOIN_LF,		/* LF, with the white space on both sides */
	JOIN_LF_OR_CR,		/* or CR, alone as well */
	JOIN_TIGHTLY		/* LF and a CR before it, nothing else */
};

/*
 * The next stretch of s[at, n) that is to be one space; false if there is none.
 * A loop over all of them writes what stands between, and goes on at gap.end.
 */
bool	joined_next(const char *s, size_t n, size_t at, enum joining,
	    struct span *gap);
/* Appends s with such stretches as one space each. */
void	joined_add(struct buffer *, const char *s, size_t n, enum joining);

/*
 * In place, so that offsets stay what they are: LF becomes a space where the
 * next line is not empty.  Empty lines keep their line breaks, and so does the
 * end of the text.
 */
void	joined_in_place(char *s, size_t n);

#endif
