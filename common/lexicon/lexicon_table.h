/*
 * lexicon_table.h -- the layout of the generated table of word lists
 *
 * Strings are offsets into one text, each ended by NUL: with pointers the
 * whole table would be relocated, and so read and copied, at every start.
 */
#ifndef COMMON_LEXICON_LEXICON_TABLE_H
#define COMMON_LEXICON_LEXICON_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct lexicon_entry {
	uint32_t	 word;		/* in lexicon_text */
	uint32_t	 len;		/* bytes */
	uint32_t	 value;		/* its first in lexicon_values */
	uint64_t	 classes;
};

struct lexicon_value {
	uint32_t	 entry;
	uint32_t	 class;
	uint32_t	 value;		/* in lexicon_text */
};

/*
 * A slot: 16 bits of the word's hash, so that few others are looked at, and the
 * number of its entry, from 1.
 */
#define LEXICON_MOST		0xFFFF		/* entries */
#define LEXICON_SLOT(hash, n)	(((hash) & 0xFFFF0000u) | (n))
#define LEXICON_NUMBER(slot)	((slot) & 0xFFFF)

/*
 * A bit for each hash that some word has: most words that are asked for are in no
 * list, and this stays in the nearest cache.
 */
#define LEXICON_SIEVE		(1u << 17)	/* bits */
#define LEXICON_BIT(hash)	((hash) >> 8 & (LEXICON_SIEVE - 1))

extern const char			lexicon_text[];
extern const struct lexicon_entry	lexicon_entries[];
extern const uint32_t			lexicon_count;	/* entries */
extern const struct lexicon_value	lexicon_values[];	/* by entry */
extern const uint32_t			lexicon_slots[];	/* LEXICON_SLOT, or 0 */
extern const uint32_t			lexicon_mask;		/* slots - 1 */
extern const uint32_t			lexicon_sieve[];	/* LEXICON_BIT */

#endif
