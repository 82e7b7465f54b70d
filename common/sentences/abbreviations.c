#include "common/sentences/abbreviations.h"

#include <string.h>

#include "common/sentences/splitter.h"

/* What the list of abbreviations says of a word: names of kinds, or NULL. */
static const char *
kinds_of(const struct neighbour *w, const struct lexicon *l)
{
	const char *kinds;
	char s[NEIGHBOUR_FOLD];

	kinds = lexicon_text(l, ROLE_ABBREVIATIONS, (const char *)w->s, w->n);
	if (kinds != NULL || w->shape != SHAPE_UPPER || w->n > NEIGHBOUR_FOLD)
		return kinds;
	memcpy(s, w->fold, w->nfold);	/* in a headline: SEN. as Sen. */
	s[0] = (char)w->s[0];
	return lexicon_text(l, ROLE_ABBREVIATIONS, s, w->nfold);
}

enum abbreviation
abbreviation_kind(const struct neighbour *w, const struct splitter *p)
{
	static const char *const names[] = {
		[ABBREV_TITLE] = "title", [ABBREV_PREFIX] = "prefix",
		[ABBREV_SUFFIX] = "suffix", [ABBREV_COMPANY] = "company",
		[ABBREV_STATE] = "state", [ABBREV_COUNTRY] = "country",
		[ABBREV_MONTH] = "month", [ABBREV_DAY] = "day",
		[ABBREV_TIME] = "time", [ABBREV_NUMBER] = "number",
		[ABBREV_PLACE] = "place", [ABBREV_LATIN] = "latin",
		[ABBREV_UNIT] = "unit",
		[ABBREV_ORGANIZATION] = "organization",
		[ABBREV_NAME] = "name",
	};
	const char *kinds = kinds_of(w, p->options.language->lexicon);
	enum abbreviation k;
	size_t n;

	if (kinds == NULL)
		return ABBREV_NONE;
	n = strcspn(kinds, " ");
	for (k = ABBREV_TITLE; k < ABBREV_OTHER; k++)
		if (kinds[0] == names[k][0] && strncmp(kinds, names[k], n) ==
		    0 && names[k][n] == '\0')
			return k;
	return ABBREV_OTHER;
}
