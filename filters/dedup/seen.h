/*
 * seen.h -- what earlier runs have printed, in a file
 *
 * A header says how they were made: version, hash, seed, and what was
 * compared.  Then come blocks of fingerprints, each with its number of them
 * and a checksum; they are only ever appended.  A run that is killed leaves
 * at worst an unfinished block at the end, which the next run cuts off with a
 * warning that says how many fingerprints that costs.  Damage anywhere else is
 * no accident of this program's: the file is left alone and refused, unless it
 * is read to be salvaged.  All numbers are little-endian.
 *
 * There are two versions of it.  The blocks of the second have a time, so that
 * what is old can be forgotten, and with a fingerprint can stand the words of
 * its text (words.h), for near repeats.  What is forgotten is passed over; when
 * that is more than half of the file, the rest is written to a new one beside
 * it, PATH.new, which then takes its place.
 *
 * The order of writes gives the guarantee: seen_commit() is to be called when
 * what was printed has been written, so a fingerprint in the file stands for a
 * record that was printed.  A crash in between lets a record be printed again,
 * never be lost.
 *
 * The file is locked while it is open for writing; another process waits, and
 * says so.
 */
#ifndef FILTERS_DEDUP_SEEN_H
#define FILTERS_DEDUP_SEEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "filters/dedup/fingerprint.h"

struct seen;

/* What is remembered of a record. */
struct seen_entry {
	struct fingerprint f;
	const uint16_t	*word;		/* its words, if any are kept, */
	size_t		 n;		/* so many */
	time_t		 time;		/* of its block; 0: not known */
};

struct seen_rules {
	const char	*text;		/* what is compared; NULL: anything */
	bool		 dated;		/* a new file is of version 2 */
	time_t		 since;		/* forget what is older, or 0 */
	uint64_t	 most;		/* forget all but so many, or 0 */
};


enum seen_use {
	SEEN_READ,		/* must be there, is not changed */
	SEEN_SALVAGE,		/* the same, but damage is passed over */
	SEEN_ADD,		/* is made if it is not there */
	SEEN_MERGE		/* so, too, or not at all if writing fails */
};

/*
 * Open; each entry that is not forgotten is given to the function.  seed: that
 * of a new file; the seed of one that is there is put into it.  Trouble, other
 * rules among it, and a file that is written or read otherwise (files.h), ends
 * the program with status 2.
 */
struct seen	*seen_open(const char *path, enum seen_use,
		    const struct seen_rules *, struct seed *seed,
		    void (*)(const struct seen_entry *, void *), void *);
const char	*seen_rules(const struct seen *);
bool		 seen_is_dated(const struct seen *);
/* Was there damage in what was salvaged? */
bool		 seen_is_damaged(const struct seen *);
/* Only a file of the second version takes words. */
void		 seen_add(struct seen *, const struct seen_entry *);
/* Append what was added since, so that a later run finds it; time: its date. */
void		 seen_commit(struct seen *, time_t);
/* Wait until it is on the disk. */
void		 seen_sync(struct seen *);
size_t		 seen_pending(const struct seen *);
/* Closes; what was not committed is forgotten. */
void		 seen_close(struct seen *);

#endif
