/*
 * worth.h -- a mention's value as people read it, in a page or a note
 */
#ifndef FILTERS_TAG_ENTITIES_WORTH_H
#define FILTERS_TAG_ENTITIES_WORTH_H

#include "common/entities/entities.h"

struct output;

/*
 * The value, with its unit and, in brackets, how far the text takes it: "90 %
 * (EQUAL_OR_LESS)".  Its text must not be empty.  None of these has a character
 * that HTML or a table would take for another.
 */
void	worth_write(struct output *, const struct value *);

#endif
