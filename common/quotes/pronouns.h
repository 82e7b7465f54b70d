/*
 * pronouns.h -- whom a pronoun stands for
 */
#ifndef COMMON_QUOTES_PRONOUNS_H
#define COMMON_QUOTES_PRONOUNS_H

#include <stddef.h>

/*
 * What a word of a text stands for, in any case, as the bits PRONOUN_HE and so on
 * of common/lexicon/roles.h; 0 if it is no pronoun.
 */
unsigned pronoun_read(const char *, size_t);

#endif
