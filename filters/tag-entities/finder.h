/*
 * finder.h -- the mentions of a text, sentence by sentence
 *
 * Puts together what common has: sentences, tokens, recognition, the document's
 * names.  A text is walked from its beginning: everything is found, scored and
 * named, whatever is asked for; only then are mentions chosen by type and
 * confidence.  A sentence longer than SENTENCE_MAX bytes is cut into parts at
 * white space, so that memory stays bounded.
 *
 * Names are given by what a text says before a mention and FINDER_AHEAD bytes
 * or more behind it, but not beyond the text.
 */
#ifndef FILTERS_TAG_ENTITIES_FINDER_H
#define FILTERS_TAG_ENTITIES_FINDER_H

#include <stdbool.h>
#include <stddef.h>

#include "common/entities/entities.h"
#include "common/text/text.h"

#define SENTENCE_MAX	65536
#define FINDER_AHEAD	65536

struct finder_settings {
	const char	*labels[ENTITY_TYPES];	/* NULL: it is not wanted */
	unsigned	 least;			/* score, 0 to 1000 */
	bool		 caseless;
	bool		 join_lines;		/* a line break is a space */
	bool		 nameless;		/* names will not be shown */
	bool		 valued;		/* values will be */
	struct phrases	*phrases;		/* the user's, or NULL */
};

/* A mention and the fullest form of its name in the document so far. */
struct named_entity {
	struct entity	 entity;
	const char	*name;		/* NULL where names are not shown */
	size_t		 name_len;
	struct value	 value;			/* none where not shown */
	const char	*id;		/* of the user's lists, with names */
	size_t		 id_len;	/* 0: none */
};

struct finder;

/*
 * Called with mentions in order of text: where names are not shown for every
 * sentence, with its tokens, else for longer stretches and without any.
 */
struct visitor {
	void	(*mentions)(void *, const char *text, const struct token *,
		    size_t n, const struct named_entity *, size_t m);
	void	*context;
};

/* The labels in use, each once and behind a space, as messages name them. */
void		 finder_list_labels(const struct finder_settings *, char *list,
		    size_t size);
struct finder	*finder_new(const struct finder_settings *);
void		 finder_free(struct finder *);
/*
 * A document begins, of this date (ISO 8601; n 0: none is given); false if the
 * date is none, and then it is as without.
 */
bool		 finder_begin(struct finder *, const char *date, size_t n);
/*
 * Read a text through, so that what it says later helps with what it says
 * first; then finder_text() it.
 */
void		 finder_foresee(struct finder *, const char *text, size_t len);
/* What the visitor is given is good until it returns. */
void		 finder_text(struct finder *, const char *text, size_t len,
		    const struct visitor *);
const char	*finder_label(const struct finder *, enum entity_type);

#endif
