/*
 * contained.h -- does a text consist of passages seen before?
 *
 * As onion does (Pomikálek, Removing Boilerplate and Duplicate Content from
 * Web Corpora, PhD thesis, Masaryk University 2011): every GRAM words in a row
 * of the texts that were kept are remembered, and a text is contained in what
 * came before if a given share of its own are among them.  The hash of each
 * has 64 bits: that one is taken for another is rare, and of no weight among
 * so many.  About 22 bytes a word are kept.
 */
#ifndef FILTERS_DEDUP_CONTAINED_H
#define FILTERS_DEDUP_CONTAINED_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "filters/dedup/words.h"

struct contained;
struct vocabulary;

struct contained *contained_new(double share, const struct vocabulary *);
void		 contained_free(struct contained *);
/*
 * Is it contained?  Then the label of the text that has most of it, and the
 * share seen, in hundredths.  A text of less than GRAM words never is.
 */
bool		 contained_find(struct contained *, const struct words *,
		    uint64_t *label, unsigned *share);
/* Remember the text looked up last. */
void		 contained_add(struct contained *, uint64_t label);
size_t		 contained_bytes(const struct contained *);

#endif
