/*
 * seen.h -- the fingerprints of earlier runs, in a file
 *
 * A header says how they were made: version, hash, seed, and what was
 * compared.  Then come blocks of fingerprints, each with its number of them
 * and a checksum; they are only ever appended.  A run that is killed leaves
 * at worst an unfinished block at the end, which the next run cuts off with a
 * warning that says how many fingerprints that costs.  Damage anywhere else is
 * no accident of this program's: the file is left alone and refused, unless it
 * is read to be salvaged.  All numbers are little-endian.
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

#include "filters/dedup/fingerprint.h"

struct seen;

enum seen_use {
	SEEN_READ,		/* must be there, is not changed */
	SEEN_SALVAGE,		/* the same, and what is damaged is passed over */
	SEEN_ADD,		/* is made if it is not there */
	SEEN_MERGE		/* so, too, or not at all if writing fails */
};

/*
 * Open; each fingerprint is given to the function.  rules and seed: what is
 * compared, and the seed of a new file; the seed of one that is there is put
 * into *seed.  rules NULL: whatever the file says.  Trouble, other rules among
 * it, and a file that is written or read otherwise (files.h), ends the program
 * with status 2.
 */
struct seen	*seen_open(const char *path, enum seen_use, const char *rules,
		    struct seed *seed,
		    void (*)(struct fingerprint, void *), void *);
const char	*seen_rules(const struct seen *);
/* Was there damage in what was salvaged? */
bool		 seen_is_damaged(const struct seen *);
void		 seen_add(struct seen *, struct fingerprint);
/* Append what was added since, so that a later run finds it. */
void		 seen_commit(struct seen *);
/* Wait until it is on the disk. */
void		 seen_sync(struct seen *);
size_t		 seen_pending(const struct seen *);
/* Closes; what was not committed is forgotten. */
void		 seen_close(struct seen *);

#endif
