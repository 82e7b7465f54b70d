/*
 * pronouns.h -- whom a pronoun stands for
 */
#ifndef COMMON_QUOTES_PRONOUNS_H
#define COMMON_QUOTES_PRONOUNS_H

#include <stddef.h>

/* What a word may stand for, as bits; see common/languages/en/pronouns.txt. */
#define PRONOUN_HE	0x01	/* a man */
#define PRONOUN_SHE	0x02	/* a woman */
#define PRONOUN_IT	0x04	/* a thing or body */
#define PRONOUN_THEY	0x08	/* several */
#define PRONOUN_I	0x10	/* the speaker: I, my; we, our, too */
#define PRONOUN_WE	0x20	/* with others */
#define PRONOUN_WHO	0x40	/* what stands right before: who, which */

/* What a word of a text stands for, in any case; 0 if it is no pronoun. */
unsigned pronoun_read(const char *, size_t);

#endif
