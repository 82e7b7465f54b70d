/*
 * statement.h -- do two texts that are nearly the same say the same?
 *
 * Told by the places where they differ (align.h), of an earlier text and a
 * later one that is to be dropped.  They do not if, at a place,
 *
 * - the later one has a number that the earlier has not, or another number
 *   stands in its place, or the two change places;
 * - one has a word that turns the meaning round that the other has not;
 * - a word stands in place of one that it excludes (vocabulary.h): the
 *   opposite, another day, another money;
 * - each has a name that the other has not, or two names change places; in a
 *   brief text, if the later has a name that the earlier has not, and in any
 *   a quarter of the compass that is part of one.  A listed word with a
 *   capital is a name, too;
 * - words were exchanged for others, more than few.
 *
 * A passage that was added or left out says nothing against what stands in
 * both, and in a text of several sentences one may be written anew, if every
 * number in it stands somewhere in the earlier text.
 */
#ifndef FILTERS_DEDUP_STATEMENT_H
#define FILTERS_DEDUP_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "filters/dedup/align.h"
#include "filters/dedup/vocabulary.h"

/* What may differ after all: --near-ignore. */
#define IGNORE_DATES	0x01
#define IGNORE_NAMES	0x02
#define IGNORE_NUMBERS	0x04

struct statement_rules {
	const struct vocabulary *vocabulary;
	unsigned	 ignore;
	bool		 either;	/* either may be dropped */
};

/* text[0]: the earlier, of len[0] words.  The places in their order. */
bool	statement_differs(const struct statement_rules *, const struct place *,
	    size_t n, const uint16_t *const text[2], const int len[2]);

#endif
