/*
 * table.h -- the layout of the generated table of a language's word lists
 *
 * mklexicon lays it out, lexicon.c looks words up in it.  Strings are offsets
 * into one text, each ended by NUL: with pointers the whole table would be
 * relocated, and so read and copied, at every start.
 *
 * Words are found by the hash that tokens have of theirs (token_hash()): who
 * asks for a token's word need not hash it.
 */
#ifndef COMMON_LEXICON_TABLE_H
#define COMMON_LEXICON_TABLE_H

#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"

/*
 * A word or phrase that is in some list.  It stands where its hash says, or, if
 * there are others, behind these; half a line of a cache has all that is asked
 * of most.
 */
#define LEXICON_HEAD	13

struct lexicon_entry {
	uint64_t	 lists;		/* those it is in, as ROLE_BIT()s */
	uint32_t	 word;		/* in text */
	uint32_t	 value;		/* its first in values */
	uint16_t	 print;		/* LEXICON_PRINT */
	uint8_t		 len;		/* bytes; 0: here is none */
	char		 head[LEXICON_HEAD];	/* its first bytes */
};

/* What a list says of a word; those of one entry come one after another. */
struct lexicon_value {
	uint32_t	 entry;
	uint16_t	 role;
	uint16_t	 set;		/* of value words, in sets */
	uint32_t	 text;		/* in text */
};

/* Value words of an entry. */
struct lexicon_set {
	uint64_t	 bits;
	unsigned	 first;		/* number of the first, from 1 */
};

struct lexicon {
	const uint32_t			*sieve;		/* LEXICON_BIT */
	const struct lexicon_entry	*entries;
	const struct lexicon_value	*values;
	const struct lexicon_set	*sets;		/* the first is empty */
	const char			*text;
	uint32_t			 mask;		/* entries - 1 */
	uint32_t			 bits;		/* of the sieve */
};

static inline uint32_t
lexicon_hash(const char *s, size_t n)
{
	return hash_end(hash_bytes(s, n));
}

/* What tells words from others that stand in their place. */
#define LEXICON_PRINT(hash)	((uint16_t)((hash) >> 16))

/*
 * A bit for each hash that some word has: most words that are asked for are in
 * no list, and this stays in the nearest cache.
 */
#define LEXICON_SIEVE		(1u << 17)	/* bits, */
#define LEXICON_SIEVE_SMALL	(1u << 13)	/* and of few words */
#define LEXICON_FEW		512
#define LEXICON_BIT(hash, bits)	((hash) >> 8 & ((bits) - 1))

#endif
