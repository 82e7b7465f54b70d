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
	bool		 faulty;	/* some lines could not be used */
};

/* Room for as many as there may be in so many words. */
void		 own_lists_room(struct own_lists *, int argc);
/*
 * Read all of them; NULL if there are none.  The settings say how types are
 * called, and whether case counts at all.  What an argument or a line is not
 * told as it should be is told; the caller frees the phrases.
 */
struct phrases	*own_lists_read(struct own_lists *, struct options *,
		    const struct finder_settings *);

#endif
