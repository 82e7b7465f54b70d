/*
 * numbers_words.h -- which words numbers, dates and sums are made of
 *
 * The classes of the words of number-words.txt by their hash, in a table made
 * at the first use.
 */
#ifndef COMMON_ENTITIES_NUMBERS_WORDS_H
#define COMMON_ENTITIES_NUMBERS_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/entities/numbers_parse.h"
#include "common/text/text.h"

struct number_words;

struct number_words	*number_words_new(void);	/* freed by free(3) */
/* The classes of a token's word; 0 if it has none. */
uint64_t		 number_words_find(const struct number_words *,
			    const struct token *);
/* The classes of len bytes of the text that are part of a token. */
uint64_t		 numbers_part(const struct parse *, size_t start,
			    size_t len);
/* The classes of the first len bytes of a token: of FY in FY2007. */
uint64_t		 numbers_prefix(const struct parse *, size_t,
			    size_t len);
/* What letters make of the figures before them, 20th or 1990s: ENDING_. */
uint64_t		 numbers_ending(const struct parse *, size_t);
/* Is it a word for a period that ordinals count, as in the 20th century? */
bool			 numbers_counted(const struct parse *, size_t);
/* The classes of the letters that end a number, 30km or 3am; 0 if none do. */
uint64_t		 numbers_glued(const struct parse *, size_t);
/* Is the token he or she? */
bool			 numbers_person(const struct parse *, size_t);

#endif
