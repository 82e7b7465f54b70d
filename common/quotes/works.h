/*
 * works.h -- titles of works in marks, which nobody says
 *
 * All words of weight in a title begin with a capital, and a noun before it
 * says what it is the title of: the film "Rain on Sunday".
 *
 * Positions are tokens of a paragraph.
 */
#ifndef COMMON_QUOTES_WORKS_H
#define COMMON_QUOTES_WORKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/quotes/paragraph.h"

/* Whether a region is written like a title; then *words is how many it has. */
bool	works_title(const struct paragraph *, uint32_t region, uint32_t *words);
/*
 * Whether it is the title of what the noun before it names, perhaps behind a
 * comma or "of": it is written like one, or the subject of a verb.  Its
 * sentence is tagged for that.
 */
bool	works_named(struct paragraph *, uint32_t region);

#endif
