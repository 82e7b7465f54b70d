/*
 * json_syntax.h -- is it JSON, and where are the members of the object?
 *
 * A line is checked against RFC 8259 without being taken apart: no memory for
 * what nobody asks about, no bound on how deep values are nested or how large
 * a number is.  Only what does not concern the text beside it is let pass: a
 * byte that is no UTF-8 and half of a surrogate pair, in a string.
 */
#ifndef COMMON_IO_JSON_SYNTAX_H
#define COMMON_IO_JSON_SYNTAX_H

#include <stdbool.h>
#include <stddef.h>

#include "common/base/base.h"

/* One member of the object: where its bytes are in the line. */
struct json_member {
	size_t	key, key_end;		/* with its quotation marks */
	size_t	value, value_end;
};

/* What is found in one line after another.  Start from {0}. */
struct json_syntax {
	struct json_member *members;	/* in order, if it is an object */
	size_t		 n, cap;
	size_t		 open, close;	/* where its braces are */
	const char	*why;		/* what is wrong, */
	size_t		 at;		/* and at which byte */
	struct buffer	 nesting;	/* a bracket for each open value */
};

/* True if the line is JSON: an object if close > open, else another value. */
bool	json_syntax_check(struct json_syntax *, const char *line, size_t len);
void	json_syntax_free(struct json_syntax *);

#endif
