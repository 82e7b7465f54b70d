/*
 * people.h -- the user's own persons: names, what else they are called, an id
 *
 * A line of the file is a person: the name, a tab, other names with | between
 * them, a tab, an id; the last two may be missing.  Case, white space and the
 * article before a name do not count.  Memory grows with the file.
 */
#ifndef FILTERS_QUOTE_EXTRACT_PEOPLE_H
#define FILTERS_QUOTE_EXTRACT_PEOPLE_H

#include <stddef.h>

#include "common/base/base.h"

/*
 * What a name is compared by, in place of what was in the buffer: in lower
 * case, without an article before it.
 */
void	name_key(struct buffer *key, const char *name, size_t len);

struct known_person {
	char		*name;
	char		*id;		/* "" if there is none */
};

struct people_list;

/* Those of a file, "-" for standard input; ends the program if it fails. */
struct people_list *people_list_read(const char *file);
void	people_list_free(struct people_list *);	/* may be NULL */
/* The person of that name, or NULL; of several the first in the file. */
const struct known_person *people_list_find(struct people_list *,
	    const char *name, size_t len);

#endif
