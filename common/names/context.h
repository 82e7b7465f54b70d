/*
 * context.h -- what a text tells of a person beside the name
 *
 * The titles right before the name, "Judge" Martha Dunne, and those that commas
 * set off behind it, Martha Dunne, "a retired judge"; and whether they say that
 * he or she is meant.  Titles that are one word in two forms, Sgt. and sergeant
 * (ROLE_TITLE_FORMS), are one.
 */
#ifndef COMMON_NAMES_CONTEXT_H
#define COMMON_NAMES_CONTEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "common/names/document.h"
#include "common/text/text.h"

/* Add a title, a word in any case; false if it is none. */
bool	name_told_title(struct name_told *, const char *, size_t);
/* Add what commas set off behind a name that ends with token last of n. */
void	name_told_behind(struct name_told *, const char *text,
	    const struct token *, size_t n, size_t last);
/* What is told of the bearer of the name at tokens first .. last of n. */
void	name_told_read(struct name_told *, const char *text,
	    const struct token *, size_t n, size_t first, size_t last);
/*
 * Does the name at tokens first .. last stand in brackets right behind the one
 * that ends with token end: Northern Fisheries Authority (NFA)?
 */
bool	name_in_brackets(const char *text, const struct token *, size_t n,
	    size_t end, size_t first, size_t last);

#endif
