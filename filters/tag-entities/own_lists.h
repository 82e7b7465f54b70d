/*
 * own_lists.h -- the lists that the user gives: --gazetteer and --stop
 *
 * A gazetteer is TYPE[,ia]:FILE, the type by the name that the scheme has for
 * it or that of OntoNotes; i and a are as PHRASE_CASE and PHRASE_ACCENTS of
 * phrases.h.  Its entries (common/io/list.h) are names, each with what it is to
 * be called behind a tab if need be; those of a stop list are what is none.
 */
#ifndef FILTERS_TAG_ENTITIES_OWN_LISTS_H
#define FILTERS_TAG_ENTITIES_OWN_LISTS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/entities/entities.h"
#include "common/io/io.h"
#include "filters/tag-entities/finder.h"

struct own_lists {			/* start from {0} */
	const char	**gazetteers;	/* arguments, as they came */
	size_t		 ngazetteers;
	const char	**stops;
	size_t		 nstops;
	struct phrases	*phrases;	/* what they are; NULL: none given */
	bool		 faulty;	/* some lines could not be used */
};

/* Room for as many as there may be in so many words. */
void		 own_lists_room(struct own_lists *, int argc);
/*
 * Read all of them.  The settings say how types are called, and whether case
 * counts at all.  A wrong argument ends the program, with a message; a line
 * that cannot be used is told.
 */
void		 own_lists_read(struct own_lists *, struct options *,
		    const struct finder_settings *);
void		 own_lists_free(struct own_lists *);

#endif
