/*
 * phrases.h -- the user's own lists: names of a type, and what is no name
 *
 * A set of phrases as a hash table in memory of their beginnings, 64 bits of
 * hash a node: a phrase is followed token by token as long as it can go on.  It
 * may hold millions.  There is a table for each way of comparing: letter for
 * letter, whatever the case, whatever the accents, or neither.
 *
 *	struct phrases *p = phrases_new();
 *	phrases_add(p, "Kessel & Vane", 13, &(struct phrase){ ENTITY_ORG },
 *	    PHRASE_CASE);
 *	recognizer_phrases(r, p);
 */
#ifndef COMMON_ENTITIES_PHRASES_H
#define COMMON_ENTITIES_PHRASES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/entities/types.h"
#include "common/text/text.h"

#define PHRASE_LONGEST	32		/* tokens */
#define PHRASE_NO_NAME	ENTITY_TYPES	/* the type of what is no name */

/* What does not count when a phrase is compared. */
#define PHRASE_CASE	0x01
#define PHRASE_ACCENTS	0x02
#define PHRASE_CASE_SMALL 0x04	/* case, if it is in small letters itself */

struct phrase {
	enum entity_type type;		/* or PHRASE_NO_NAME */
	const char	*id;		/* what the user calls it, or NULL */
	size_t		 id_len;
};

/* A phrase that stands in the tokens first .. last, inclusive. */
struct phrase_match {
	size_t		 first, last;
	uint32_t	 phrase;	/* phrases_get(); first given, less */
};

struct phrases;

struct phrases	*phrases_new(void);
void		 phrases_free(struct phrases *);
/*
 * Add what the len bytes are; white space around them does not count, and of
 * nothing but that nothing is added, nor of what is no name already.  The id is
 * copied.  Returns NULL, or, if it cannot be used, why.
 */
const char	*phrases_add(struct phrases *, const char *, size_t len,
		    const struct phrase *, unsigned ignored);
const struct phrase *phrases_get(const struct phrases *, uint32_t phrase);

/*
 * Look for all of them in n tokens: at each token the longest that begins
 * there, one or none for each way of comparing.  The matches, in no order, are
 * the set's until the next call.
 */
size_t		 phrases_find(struct phrases *, const char *text,
		    const struct token *, size_t n,
		    const struct phrase_match **);
/* In those tokens, are the ones from first to last within what is no name? */
bool		 phrases_stop(const struct phrases *, size_t first,
		    size_t last);

/* The phrase of this type that the len bytes are, with an id; NULL: none. */
const struct phrase *phrases_whole(struct phrases *, const char *, size_t len,
		    enum entity_type);

#endif
