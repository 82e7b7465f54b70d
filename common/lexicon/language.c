#include "common/lexicon/language.h"

#include <strings.h>

#define LANGUAGE(code, name) \
extern const struct lexicon lexicon_##code; \
extern const unsigned char model_##code##_sentences[]; \
extern const unsigned char model_##code##_sentences_end[];
LANGUAGES(LANGUAGE)
#undef LANGUAGE

static const struct language languages[] = {
#define LANGUAGE(code, name) \
	{ #code, name, &lexicon_##code, model_##code##_sentences, \
	    model_##code##_sentences_end },
	LANGUAGES(LANGUAGE)
#undef LANGUAGE
};

#define LANGUAGE_COUNT	(sizeof(languages) / sizeof(languages[0]))

const struct language *
language_at(size_t i)
{
	return i < LANGUAGE_COUNT ? &languages[i] : NULL;
}

const struct language *
language_find(const char *name)
{
	size_t i;

	for (i = 0; i < LANGUAGE_COUNT; i++)
		if (strcasecmp(name, languages[i].code) == 0 ||
		    strcasecmp(name, languages[i].name) == 0)
			return &languages[i];
	return NULL;
}
