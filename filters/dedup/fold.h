/*
 * fold.h -- one character as it is compared
 *
 * Canonical caseless matching and compatibility decomposition by utf8proc
 * (The Unicode Standard, 3.13 and annex 15), character by character, for the
 * characters that are not ASCII: those have tables of their own.
 */
#ifndef FILTERS_DEDUP_FOLD_H
#define FILTERS_DEDUP_FOLD_H

#include "common/base/base.h"

#define FOLD_CASE	0x01	/* ignore case */
/* Letters, marks, digits only; compatibility too. */
#define FOLD_LETTERS	0x02

/*
 * Append the character at p, with the marks that follow it, folded and
 * decomposed, marks in canonical order.  Nothing is appended for what is left
 * out; a byte that is no UTF-8 is appended as it is.  Returns the end of what
 * was read.
 */
const char	*fold_character(struct buffer *, const char *p, const char *end,
		    unsigned rules);

#endif
