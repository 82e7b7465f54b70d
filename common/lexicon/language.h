/*
 * language.h -- the languages that ship
 *
 * A language is a folder, common/languages/CODE, with its name in English in
 * the file "name".  Of the folder the build makes language_CODE, lexicon_CODE
 * of its word lists (roles.h) and model_CODE_NAME of each NAME.model.  A
 * language has a model of sentences at least; the models of other engines are
 * named by these, so that a program holds none that it does not use.
 */
#ifndef COMMON_LEXICON_LANGUAGE_H
#define COMMON_LEXICON_LANGUAGE_H

#include <stddef.h>

struct lexicon;

struct language {
	const char	*code;		/* ISO 639-1, the folder's name: "en" */
	const char	*name;		/* in English */
	const struct lexicon *lexicon;
	const unsigned char *sentences;	/* model, up to: */
	const unsigned char *sentences_end;
};

extern const struct language language_en;

/*
 * The language of those who ask for none.  A program that asks no further holds
 * no other.
 */
static inline const struct language *
language_default(void)
{
	return &language_en;
}

/* The language of a code or name (any case), or NULL if it does not ship. */
const struct language	*language_find(const char *);
/* The i-th language, from 0, the default; NULL after the last. */
const struct language	*language_at(size_t i);

#endif
