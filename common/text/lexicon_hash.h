/*
 * lexicon_hash.h -- the hash of the word lists' table: FNV-1a, 32 bits
 *
 * Shared by mklexicon, which lays the table out, and lexicon.c, which looks
 * words up in it.  http://www.isthe.com/chongo/tech/comp/fnv/
 */
#ifndef COMMON_TEXT_LEXICON_HASH_H
#define COMMON_TEXT_LEXICON_HASH_H

#include <stddef.h>
#include <stdint.h>

static inline uint32_t
lexicon_hash(const char *s, size_t n)
{
	uint32_t h = 2166136261u;

	for (; n > 0; n--)
		h = (h ^ (unsigned char)*s++) * 16777619u;
	return h ^ h >> 15;
}

#endif
