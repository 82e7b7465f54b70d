#include "common/sentences/abbreviations.h"

#include <string.h>

#include "common/sentences/look.h"
#include "common/sentences/splitter.h"
#include "common/text/text.h"

/* Behind the last apostrophe of the word, where there is one: l'Ing. */
static const char *
behind_elision(const struct neighbour *w)
{
	const char *s = (const char *)w->s, *p = s + w->n;
	uint32_t cp;

	if (memchr(s, '\'', w->n) == NULL &&
	    memchr(s, LEAD_PUNCTUATION, w->n) == NULL)
		return NULL;	/* as most */
	while (p > s) {
		p -= utf8_before(s, (size_t)(p - s), &cp);
		if (char_is(cp, CHAR_APOSTROPHE))
			return p + (cp < 0x80 ? 1 : 3);
	}
	return NULL;
}

/* What is kept of a word holds all that a list can. */
_Static_assert(NEIGHBOUR_FOLD >= LEXICON_WORD, "NEIGHBOUR_FOLD is too small");

#define COMPOUND_MIN	3	/* bytes before the ending */
#define ENDING_MIN	2	/* bytes of the ending, */
#define ENDING_MAX	6

/* The kind of the ending of a compound, where the language has such. */
static unsigned
ending_kind(const struct neighbour *w, const struct lexicon *l)
{
	unsigned kind = ABBREV_NONE;
	size_t n;

	for (n = ENDING_MIN; n <= ENDING_MAX && kind == ABBREV_NONE &&
	    n + COMPOUND_MIN <= w->nfold; n++)
		kind = lexicon_first(l, ROLE_ABBREVIATION_ENDINGS,
		    w->fold + w->nfold - n, n);
	return kind;
}

static bool
never_ends(unsigned kind)
{
	return kind == ABBREV_TITLE || kind == ABBREV_PREFIX ||
	    kind == ABBREV_NAME;
}

enum abbreviation
abbreviation_kind(const struct neighbour *w, const struct splitter *p)
{
	const struct lexicon *l = p->lexicon;
	char s[NEIGHBOUR_FOLD];
	enum given_kind given;
	const char *part;
	unsigned kind;

	kind = lexicon_first(l, ROLE_ABBREVIATIONS, (const char *)w->s, w->n);
	if (p->given != NULL && w->n > 0 &&
	    (given = given_word(p->given, w)) != GIVEN_NOTHING) {
		if (given == GIVEN_WORD)
			return ABBREV_NONE;
		if (given == GIVEN_MAY_END)
			return never_ends(kind) || kind == ABBREV_NONE ?
			    ABBREV_OTHER : kind;
	}
	if (kind == ABBREV_NONE && w->shape >= SHAPE_LOWER &&
	    w->shape <= SHAPE_MIXED && (part = behind_elision(w)) != NULL)
		kind = lexicon_first(l, ROLE_ABBREVIATIONS, part,
		    (size_t)((const char *)w->s + w->n - part));
	if (kind == ABBREV_NONE && p->has_endings)
		kind = ending_kind(w, l);
	if (kind != ABBREV_NONE || w->shape != SHAPE_UPPER ||
	    w->n > NEIGHBOUR_FOLD)
		return kind;
	memcpy(s, w->fold, w->nfold);	/* in a headline: SEN. as Sen. */
	s[0] = (char)w->s[0];
	return lexicon_first(l, ROLE_ABBREVIATIONS, s, w->nfold);
}

bool
abbreviation_small(const struct neighbour *w, const struct splitter *p)
{
	return lexicon_first(p->lexicon, ROLE_ABBREVIATIONS, w->fold,
	    w->nfold) != ABBREV_NONE;
}

/* The kinds that the list has for the word, the bit 0 for the first kind. */
static uint64_t
kinds_of(const struct neighbour *w, const struct splitter *p)
{
	return lexicon_bits(p->lexicon, ROLE_ABBREVIATIONS,
	    (const char *)w->s, w->n);
}

bool
abbreviation_has_kinds(const struct neighbour *w, const struct splitter *p)
{
	uint64_t kinds = kinds_of(w, p);

	return (kinds & (kinds - 1)) != 0;
}

bool
abbreviation_may_be(const struct neighbour *w, const struct splitter *p,
    enum abbreviation kind)
{
	return (kinds_of(w, p) >> (kind - 1) & 1) != 0;
}

bool
abbreviation_never_ends(const struct neighbour *w, const struct splitter *p)
{
	unsigned kind = lexicon_first(p->lexicon, ROLE_ABBREVIATIONS,
	    (const char *)w->s, w->n);

	return never_ends(kind);
}
