/*
 * pronouns.c -- whom a pronoun stands for: see pronouns.h
 */
#include "common/quotes/pronouns.h"

#include "common/names/names.h"

unsigned
pronoun_read(const char *s, size_t n)
{
	const char *value = word_value(ROLE_PRONOUNS, s, n);

	if (value == NULL)
		return 0;
	switch (*value) {
	case 'h': return PRONOUN_HE;
	case 's': return PRONOUN_SHE;
	case 'i': return PRONOUN_IT;
	case 't': return PRONOUN_THEY;
	case 'w': return PRONOUN_WHO;
	case '1': return PRONOUN_I | (value[1] == 't' ? PRONOUN_WE : 0);
	}
	return 0;
}
