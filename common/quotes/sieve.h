/*
 * sieve.h -- a few words, to tell most tokens at a glance that are none
 */
#ifndef COMMON_QUOTES_SIEVE_H
#define COMMON_QUOTES_SIEVE_H

#include <stdbool.h>
#include <stdint.h>

#include "common/text/text.h"

#define SIEVE_BITS	1024

struct sieve {				/* start from {0} */
	uint64_t	 bits[SIEVE_BITS / 64];
};

/* Put in a word by its token_hash(). */
static inline void
sieve_add(struct sieve *s, uint32_t hash)
{
	s->bits[hash % SIEVE_BITS / 64] |= UINT64_C(1) << hash % 64;
}

/* False if a token is none of the words, in any case. */
static inline bool
sieve_may(const struct sieve *s, const struct token *t)
{
	return t->kind == TOKEN_WORD && (s->bits[t->folded % SIEVE_BITS / 64] >>
	    t->folded % 64 & 1) != 0;
}

#endif
