/*
 * language.h -- the languages that ship
 *
 * A language is a folder, common/languages/CODE, and a row here.  Of the
 * folder the build makes lexicon_CODE of its word lists (roles.h) and
 * model_CODE_NAME of each NAME.model.  A language has a model of sentences at
 * least; the models of other engines are named by these, so that a program
 * holds none that it does not use.
 */
#ifndef COMMON_LEXICON_LANGUAGE_H
#define COMMON_LEXICON_LANGUAGE_H

#include <stddef.h>

/* The code by ISO 639-1 and the name in English; the first is the default. */
#define LANGUAGES(LANGUAGE) \
	LANGUAGE(en, "English")

struct lexicon;

struct language {
	const char	*code;
	const char	*name;
	const struct lexicon *lexicon;
	const unsigned char *sentences;	/* model, up to: */
	const unsigned char *sentences_end;
};

/* The language of a code or name (any case), or NULL if it does not ship. */
const struct language	*language_find(const char *);
/* The i-th language, from 0, or NULL after the last. */
const struct language	*language_at(size_t i);

#endif
