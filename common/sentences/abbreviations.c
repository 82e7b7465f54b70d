#include "common/sentences/abbreviations.h"

#include <string.h>

#include "common/sentences/splitter.h"
#include "common/text/text.h"

/* Behind the last apostrophe of the word, where there is one: l'Ing. */
static const char *
behind_elision(const struct neighbour *w)
{
	const char *s = (const char *)w->s, *p = s + w->n;
	uint32_t cp;

	while (p > s) {
		p -= utf8_before(s, (size_t)(p - s), &cp);
		if (char_is(cp, CHAR_APOSTROPHE))
			return p + (cp < 0x80 ? 1 : 3);
	}
	return NULL;
}

/* What is kept of a word holds all that a list can. */
_Static_assert(NEIGHBOUR_FOLD >= LEXICON_WORD, "NEIGHBOUR_FOLD is too small");

enum abbreviation
abbreviation_kind(const struct neighbour *w, const struct splitter *p)
{
	const struct lexicon *l = p->lexicon;
	char s[NEIGHBOUR_FOLD];
	const char *part;
	unsigned kind;

	kind = lexicon_first(l, ROLE_ABBREVIATIONS, (const char *)w->s, w->n);
	if (kind == ABBREV_NONE && w->shape >= SHAPE_LOWER &&
	    w->shape <= SHAPE_MIXED && (part = behind_elision(w)) != NULL)
		kind = lexicon_first(l, ROLE_ABBREVIATIONS, part,
		    (size_t)((const char *)w->s + w->n - part));
	if (kind != ABBREV_NONE || w->shape != SHAPE_UPPER ||
	    w->n > NEIGHBOUR_FOLD)
		return kind;
	memcpy(s, w->fold, w->nfold);	/* in a headline: SEN. as Sen. */
	s[0] = (char)w->s[0];
	return lexicon_first(l, ROLE_ABBREVIATIONS, s, w->nfold);
}
