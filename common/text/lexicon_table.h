/*
 * lexicon_table.h -- the layout of the generated table of word lists
 */
#ifndef COMMON_TEXT_LEXICON_TABLE_H
#define COMMON_TEXT_LEXICON_TABLE_H

#include <stddef.h>
#include <stdint.h>

struct lexicon_entry {
	const char	*word;
	uint32_t	 len;		/* bytes */
	uint32_t	 value;		/* its first in lexicon_values */
	uint64_t	 classes;
};

struct lexicon_value {
	uint32_t	 entry;
	uint32_t	 class;
	const char	*value;
};

extern const struct lexicon_entry	lexicon_entries[];
extern const struct lexicon_value	lexicon_values[];	/* by entry */
extern const uint32_t			lexicon_slots[];	/* entry + 1, or 0 */
extern const uint32_t			lexicon_mask;		/* slots - 1 */

#endif
