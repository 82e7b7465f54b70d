/*
 * reference.h -- when and where a text was written
 *
 * Given by the user, or read off the text's dateline: a place, a day, an agency
 * in brackets, of which one may stand alone, and a dash or colon.
 *
 *	MADRID, March 29, 2020 (Reuters) - Clubs will cut wages ...
 *	KARACHI: The rupee ...
 *
 * A dateline's day without its year is that nearest to the day given.  Where
 * both are known the dateline's counts if it is within a week of the other:
 * what is given says which year it is, or is the day something was stored.
 */
#ifndef COMMON_ENTITIES_REFERENCE_H
#define COMMON_ENTITIES_REFERENCE_H

#include <stdbool.h>
#include <stddef.h>

#include "common/entities/calendar.h"
#include "common/text/text.h"

struct reference {			/* start from {0} */
	struct date	 given;		/* by the user; year 0: none */
	struct date	 date;		/* that counts; the same */
	int		 minute;	/* of the day; -1 if not told */
	char		 country[3];	/* ISO 3166-1; "" if not told */
};

/* A document begins: with this date, "" or ISO 8601; false if it is none. */
bool		 reference_begin(struct reference *, const char *, size_t);

/*
 * The number of tokens, of n from the beginning of a line, that are its
 * dateline, 0 if it has none; the place's country is taken from it.
 */
size_t		 reference_dateline(struct reference *, const char *text,
		    const struct token *, size_t n);
/* Take the day of a dateline for the reference, if it may be. */
void		 reference_take(struct reference *, struct date);

/*
 * The code (ISO 4217) of what the text calls its money by a word, in the
 * country it was written in; false if that leaves it open.
 */
bool		 reference_money(const struct reference *, const char *word,
		    char code[4]);

#endif
