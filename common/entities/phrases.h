/*
 * phrases.h -- the user's own names: where one stands it is marked
 *
 * A set of phrases, each of a type, as a hash table in memory of their
 * beginnings, 64 bits of hash a node: a phrase is followed token by token as
 * long as it can go on.  It may hold millions.
 *
 *	struct phrases *p = phrases_new(false);
 *	phrases_add(p, "Kessel & Vane", 13, ENTITY_ORG);
 *	recognizer_phrases(r, p);
 */
#ifndef COMMON_ENTITIES_PHRASES_H
#define COMMON_ENTITIES_PHRASES_H

#include <stdbool.h>
#include <stddef.h>

#include "common/entities/types.h"
#include "common/text/text.h"

#define PHRASE_LONGEST	32		/* tokens */

struct phrases;

/* With fold, case does not count. */
struct phrases	*phrases_new(bool fold);
void		 phrases_free(struct phrases *);
/*
 * A name of a type.  White space around it does not count; one of more than
 * PHRASE_LONGEST tokens is not kept.
 */
void		 phrases_add(struct phrases *, const char *, size_t,
		    enum entity_type);
/*
 * The length in tokens of the longest phrase that begins at token i of n, and
 * its type; 0 if none does.
 */
size_t		 phrases_match(const struct phrases *, const struct token *,
		    size_t i, size_t n, enum entity_type *);

#endif
