/*
 * described.h -- people who are described and not named
 *
 * "A woman walking her dog saw the van. She told police ...": she is the woman.
 * A phrase that brings in one person by what he or she is, in a sentence that
 * perhaps was not tagged: from the word that begins it to its head, a noun for
 * one person.  What has a name beside it ("a neighbour, Ann Roe,") is read as
 * that name, and is none here.
 *
 * Positions are tokens of the paragraph.
 */
#ifndef COMMON_QUOTES_DESCRIBED_H
#define COMMON_QUOTES_DESCRIBED_H

#include <stdbool.h>
#include <stdint.h>

#include "common/quotes/paragraph.h"
#include "common/quotes/sieve.h"

struct described {
	struct range	 phrase;
	uint32_t	 head;
	char		 gender;	/* m, f or 0 */
	bool		 definite;	/* it may be somebody named before */
	bool		 body;		/* it is no person: the company */
};

/* Put in the words that may begin a phrase. */
void	described_openers(struct sieve *);
/* Whether the phrase at a token is one. */
bool	described_read(const struct paragraph *, uint32_t token,
	    struct described *);
/* The same of "Roe's husband", behind the name at first .. last - 1. */
bool	described_of(const struct paragraph *, uint32_t first, uint32_t last,
	    struct described *);

#endif
