/*
 * tagger.h -- the mentions of a text, sentence by sentence
 *
 * Puts together what common/text has: sentences, tokens, recognition, the
 * document's names; chooses by type and confidence.  A text is walked from its
 * beginning; the visitor is called for every sentence, with its tokens and its
 * mentions in order of text.  A sentence longer than SENTENCE_MAX bytes is cut
 * into parts at white space, so that memory stays bounded.
 */
#ifndef FILTERS_TAG_ENTITIES_TAGGER_H
#define FILTERS_TAG_ENTITIES_TAGGER_H

#include <stdbool.h>
#include <stddef.h>

#include "common/entities/entities.h"
#include "common/text/text.h"

#define SENTENCE_MAX	65536

struct tagger_settings {
	const char	*labels[ENTITY_TYPES];	/* what to call it; NULL: not wanted */
	unsigned	 least;			/* score, 0 to 1000 */
	bool		 caseless;
	bool		 join_lines;		/* a line break is a space */
	const struct phrases *phrases;		/* the user's, or NULL */
};

struct tagger;

struct visitor {
	void	(*sentence)(void *, const char *text, const struct token *,
		    size_t n, const struct entity *, size_t m);
	void	*context;
};

struct tagger	*tagger_new(const struct tagger_settings *);
void		 tagger_free(struct tagger *);
/* A document begins. */
void		 tagger_begin(struct tagger *);
/*
 * Read a text through, so that what it says later helps with what it says
 * first; then tagger_text() it.
 */
void		 tagger_foresee(struct tagger *, const char *text, size_t len);
void		 tagger_text(struct tagger *, const char *text, size_t len,
		    const struct visitor *);
/* The fullest form of a mention's name in the document; for the visitor. */
const char	*tagger_name(struct tagger *, const char *text,
		    const struct entity *, size_t *len);
const char	*tagger_label(const struct tagger *, enum entity_type);

#endif
