/*
 * lexicon_hash.h -- the hash of the word lists' table: XXH3, 32 bits of it
 *
 * Shared by mklexicon, which lays the table out, and lexicon.c, which looks
 * words up in it.  Short words are what it is asked most, and for them XXH3
 * has no loop over the bytes.  https://xxhash.com
 */
#ifndef COMMON_LEXICON_LEXICON_HASH_H
#define COMMON_LEXICON_LEXICON_HASH_H

#include <stddef.h>
#include <stdint.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

static inline uint32_t
lexicon_hash(const char *s, size_t n)
{
	return (uint32_t)XXH3_64bits(s, n);
}

#endif
