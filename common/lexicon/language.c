#include "common/lexicon/language.h"

#include <strings.h>

#include "common/lexicon/lexicon.h"

/* Made of common/languages/en/NAME.model by the build. */
extern const unsigned char model_sentences[], model_sentences_end[];

static const struct language languages[] = {
	{ "en", "English", LEX_ABBREVIATION_KINDS, LEX_CUE_VERBS,
	    LEX_BIT(LEX_GIVEN_GENDERS), LEX_BIT(LEX_ROLES),
	    LEX_BIT(LEX_COUNTRIES) | LEX_BIT(LEX_CAPITALS) | LEX_BIT(LEX_DEMONYMS),
	    model_sentences, model_sentences_end },
};

#define LANGUAGES	(sizeof(languages) / sizeof(languages[0]))

const struct language *
language_at(size_t i)
{
	return i < LANGUAGES ? &languages[i] : NULL;
}

const struct language *
language_find(const char *name)
{
	size_t i;

	for (i = 0; i < LANGUAGES; i++)
		if (strcasecmp(name, languages[i].code) == 0 ||
		    strcasecmp(name, languages[i].name) == 0)
			return &languages[i];
	return NULL;
}
