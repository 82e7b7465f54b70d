/*
 * verb_list.h -- the verbs of saying in a file that the user names
 *
 * A line is a verb, as common/quotes/quotes.h takes it (quoter_verb()); what is
 * behind a # is a comment.  The file is read before the program gives up
 * opening files, and its lines are told when there is somebody to tell.
 */
#ifndef FILTERS_QUOTE_EXTRACT_VERB_LIST_H
#define FILTERS_QUOTE_EXTRACT_VERB_LIST_H

#include <stddef.h>
#include <stdint.h>

#include "common/quotes/quotes.h"

struct verb_line {
	char		*text;
	uint64_t	 number;	/* from 1 */
};

struct verb_list {			/* start from {0} */
	const char	*file;
	struct verb_line *verb;
	size_t		 n, cap;
};

/* Read a file, "-" is standard input; ends the program if it fails. */
void	verb_list_read(struct verb_list *, const char *file);
/* Tell them all, and forget them; ends the program if one is no verb. */
void	verb_list_tell(struct verb_list *, struct quoter *);

#endif
