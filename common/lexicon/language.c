#include "common/lexicon/language.h"

#include <strings.h>

/* languages.h is made by the build: LANGUAGE(CODE) for each folder. */
#define LANGUAGE(code)	extern const struct language language_##code;
#include "languages.h"
#undef LANGUAGE

static const struct language *const languages[] = {
#define LANGUAGE(code)	&language_##code,
#include "languages.h"
#undef LANGUAGE
};

#define LANGUAGE_COUNT	(sizeof(languages) / sizeof(languages[0]))

const struct language *
language_at(size_t i)
{
	return i < LANGUAGE_COUNT ? languages[i] : NULL;
}

const struct language *
language_find(const char *name)
{
	size_t i;

	for (i = 0; i < LANGUAGE_COUNT; i++)
		if (strcasecmp(name, languages[i]->code) == 0 ||
		    strcasecmp(name, languages[i]->name) == 0)
			return languages[i];
	return NULL;
}
