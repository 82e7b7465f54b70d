/*
 * told.h -- the names that an object tells of its text
 *
 * The member entities, as tag-entities -J adds it: an array of objects with
 * type, start and end (code points of the text) and name, in any order.  Types
 * are those of either scheme.  What has no such place in the text, or overlaps
 * what begins before it, is passed over; but a person's name counts.
 */
#ifndef FILTERS_QUOTE_EXTRACT_TOLD_H
#define FILTERS_QUOTE_EXTRACT_TOLD_H

#include "common/io/io.h"
#include "common/quotes/quotes.h"

/* Tell them to a quoter that has begun the object's document. */
void	told_names(struct quoter *, const struct record *);

#endif
