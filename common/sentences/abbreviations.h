/*
 * abbreviations.h -- the kinds of abbreviations
 *
 * Private to sentences.  The kinds are those of the language's list
 * (abbreviation-kinds.txt explains them); of a word with several kinds the
 * first, its likeliest, counts.
 */
#ifndef COMMON_SENTENCES_ABBREVIATIONS_H
#define COMMON_SENTENCES_ABBREVIATIONS_H

#include "common/sentences/neighbours.h"

/* Models know the kinds by their number. */
enum abbreviation {
	ABBREV_NONE,
	ABBREV_TITLE,
	ABBREV_PREFIX,
	ABBREV_SUFFIX,
	ABBREV_COMPANY,
	ABBREV_STATE,
	ABBREV_COUNTRY,
	ABBREV_MONTH,
	ABBREV_DAY,
	ABBREV_TIME,
	ABBREV_NUMBER,
	ABBREV_PLACE,
	ABBREV_LATIN,
	ABBREV_UNIT,
	ABBREV_ORGANIZATION,
	ABBREV_NAME,
	ABBREV_OTHER
};

enum abbreviation abbreviation_kind(const struct neighbour *,
		    const struct splitter *);

#endif
