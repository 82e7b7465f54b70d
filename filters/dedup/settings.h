/*
 * settings.h -- what the options say
 */
#ifndef FILTERS_DEDUP_SETTINGS_H
#define FILTERS_DEDUP_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/io/io.h"
#include "filters/dedup/ignore.h"
#include "filters/dedup/key.h"

enum printed {
	PRINT_KEPT,		/* each once, the first */
	PRINT_REPEATED,		/* -d: each that repeats, once */
	PRINT_UNIQUE		/* -u: each that does not */
};

enum when_full { FULL_STOP, FULL_FORGET, FULL_SPILL };

enum keep {
	KEEP_FIRST,
	KEEP_LAST,
	KEEP_LONGEST		/* of equals the first */
};

enum by { BY_DOCUMENT, BY_PARAGRAPH, BY_LINE };

/* Of --memory, what the program takes besides the fingerprints. */
#define MEMORY_BESIDES	(9 << 19)	/* 4.5 MiB */
#define MEMORY_LEAST	(8 << 20)

struct settings {
	struct io_options io;
	struct key_rules rules;
	enum printed	 print;
	bool		 count;		/* -c */
	bool		 number;	/* -n */
	bool		 empty;		/* -e: empty records count */
	bool		 stats;
	enum keep	 keep;		/* which of those that repeat */
	bool		 groups;	/* all, by what belongs together */
	uint64_t	 header_lines;	/* of each file pass */
	struct ignore	*ignore;	/* not compared, or NULL */
	const char	*id;		/* what records are called by: */
	size_t		 id_field;	/* a column, or with -J a member */
	const char	*mark;		/* -J: the member added, or NULL */
	uint64_t	 min_length;	/* code points */

	double		 near;		/* similarity; 0: off */
	unsigned	 near_ignore;	/* statement.h */
	size_t		 near_min_words;
	bool		 says_near_min_words;
	double		 contained;	/* share; 0: off */

	const char	*report;	/* file names, or NULL */
	const char	*seen;
	bool		 seen_only;
	uint64_t	 forget_age;	/* seconds; 0: never, */
	uint64_t	 forget_count;	/* or all but so many records */
	bool		 merge;

	uint64_t	 memory;	/* bytes; 0: no limit */
	enum when_full	 when_full;
	bool		 says_when_full;
	uint64_t	 part, parts;	/* 1 to parts; parts 0: all */

	enum by		 by;
	const char	*by_field;	/* -J: the member compared, or NULL */
};

/* Is what is printed known at the end only, by groups? */
static inline bool
settings_gathers(const struct settings *set)
{
	return set->keep != KEEP_FIRST || set->groups ||
	    ((set->near > 0 || set->contained > 0) &&
	    (set->count || set->print != PRINT_KEPT));
}

#endif
