/*
 * mention_names.h -- the name that a mention gives by itself
 *
 * "Defence Secretary Ann Roe", "the Israeli newspaper Haaretz", "his father,
 * Jim Roe,": what is a name there, in the fullest form that the document gives.
 * Whom a mention without a name stands for is choice.h's.
 */
#ifndef COMMON_QUOTES_MENTION_NAMES_H
#define COMMON_QUOTES_MENTION_NAMES_H

#include <stddef.h>

#include "common/names/names.h"
#include "common/quotes/mentions.h"

/*
 * The name that a mention itself gives, in its fullest form: of the person or
 * persons, of the body after what it is ("the Israeli newspaper Haaretz"), or
 * the one that follows it ("his father, Jim Roe, said").  Returns its length
 * in buf, 0 if the mention gives none.
 */
size_t		 mention_name(const struct mention *, const struct paragraph *,
		    struct people *, char *buf, size_t cap);

/*
 * The same of a label, "MAYOR ANN ROE", all of whose words are capitals: the
 * name as the document has it elsewhere, or in capitals without a title.
 */
size_t	mention_label(const struct mention *, const struct paragraph *,
	    struct people *, char *buf, size_t cap);

#endif
