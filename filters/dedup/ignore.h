/*
 * ignore.h -- what is left out of what is compared: --ignore
 *
 * POSIX extended regular expressions (regex.h), byte by byte, so that UTF-8 in
 * them is matched as it stands whatever the locale.  ^ and $ match at the
 * borders of every line of a record too, and "." matches no line break.
 */
#ifndef FILTERS_DEDUP_IGNORE_H
#define FILTERS_DEDUP_IGNORE_H

#include <stdbool.h>
#include <stddef.h>

struct ignore;

struct ignore	*ignore_new(void);
void		 ignore_free(struct ignore *);
/* One more expression; false, and why in error, if it is none. */
bool		 ignore_add(struct ignore *, const char *, char *error,
		    size_t error_size);
/* The expressions, one for each i from 0 on, or NULL after the last. */
const char	*ignore_expression(const struct ignore *, size_t i);
/*
 * The text without all that matches, one expression after another: points into
 * it or to bytes that the next call changes.
 */
const char	*ignore_apply(struct ignore *, const char *, size_t len,
		    size_t *left);

#endif
