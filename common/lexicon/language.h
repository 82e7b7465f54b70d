/*
 * language.h -- the languages that ship
 *
 * A language is a folder of data beside common/languages/en and an entry here that
 * names what is in it; nothing else in the programs depends on the language.
 * Only English ships so far.
 */
#ifndef COMMON_LEXICON_LANGUAGE_H
#define COMMON_LEXICON_LANGUAGE_H

#include <stddef.h>
#include <stdint.h>

#include "lexicon_classes.h"

struct language {
	const char	*code;		/* ISO 639-1, "en" */
	const char	*name;		/* in English */
	enum lexicon_class abbreviations; /* list, with kinds as values */
	enum lexicon_class cues;	/* verbs that report, in their forms */
	uint64_t given;			/* as LEX_BIT()s: people's names, folded, */
	uint64_t roles;			/* what they are called by, folded, */
	uint64_t nations;		/* lands and capitals, peoples folded */
	const unsigned char *sentences;	/* model, up to: */
	const unsigned char *sentences_end;
};

/* The language of a code or name (any case), or NULL if it does not ship. */
const struct language	*language_find(const char *);
/* The i-th language, from 0, or NULL after the last; the first is the default. */
const struct language	*language_at(size_t i);

#endif
