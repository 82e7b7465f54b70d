/*
 * settings.h -- what the options say
 */
#ifndef FILTERS_DEDUP_SETTINGS_H
#define FILTERS_DEDUP_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/io/io.h"
#include "filters/dedup/key.h"

enum printed {
	PRINT_KEPT,		/* each once, the first */
	PRINT_REPEATED,		/* -d: each that repeats, once */
	PRINT_UNIQUE		/* -u: each that does not */
};

enum when_full { FULL_STOP, FULL_FORGET, FULL_SPILL };

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
	uint64_t	 min_length;	/* code points */

	double		 near;		/* similarity; 0: off */
	double		 contained;	/* share; 0: off */

	const char	*report;	/* file names, or NULL */
	const char	*seen;
	bool		 seen_only;
	bool		 merge;

	uint64_t	 memory;	/* bytes; 0: no limit */
	enum when_full	 when_full;
	bool		 says_when_full;
	uint64_t	 part, parts;	/* 1 to parts; parts 0: all */

	enum by		 by;
	const char	*by_field;	/* -J: the member compared, or NULL */
};

#endif
