/*
 * pronouns.c -- whom a pronoun stands for: see pronouns.h
 */
#include "common/quotes/pronouns.h"

#include "common/names/names.h"

unsigned
pronoun_read(const char *s, size_t n)
{
	return (unsigned)word_bits(ROLE_PRONOUNS, s, n);
}
