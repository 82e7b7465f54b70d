#include "common/sentences/abbreviations.h"

#include <string.h>

#include "common/sentences/splitter.h"

/* What is kept of a word holds all that a list can. */
_Static_assert(NEIGHBOUR_FOLD >= LEXICON_WORD, "NEIGHBOUR_FOLD is too small");

enum abbreviation
abbreviation_kind(const struct neighbour *w, const struct splitter *p)
{
	const struct lexicon *l = p->lexicon;
	char s[NEIGHBOUR_FOLD];
	unsigned kind;

	kind = lexicon_first(l, ROLE_ABBREVIATIONS, (const char *)w->s, w->n);
	if (kind != ABBREV_NONE || w->shape != SHAPE_UPPER ||
	    w->n > NEIGHBOUR_FOLD)
		return kind;
	memcpy(s, w->fold, w->nfold);	/* in a headline: SEN. as Sen. */
	s[0] = (char)w->s[0];
	return lexicon_first(l, ROLE_ABBREVIATIONS, s, w->nfold);
}
