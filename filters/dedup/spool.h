/*
 * spool.h -- bytes put by until the end of the input
 *
 * First in memory, from a given size on in an unnamed file in TMPDIR (or
 * /tmp), so that what is put by takes disk and not memory.  The file is opened
 * by spool_new(), before the program gives up opening files; where that fails
 * everything stays in memory.  Trouble with the file ends the program with a
 * message and status 2.
 */
#ifndef FILTERS_DEDUP_SPOOL_H
#define FILTERS_DEDUP_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct spool;

/* in_memory: bytes kept before the file is used. */
struct spool	*spool_new(size_t in_memory);
void		 spool_free(struct spool *);
void		 spool_add(struct spool *, const void *, size_t);
uint64_t	 spool_size(const struct spool *);
/* Is there a file? */
bool		 spool_has_file(const struct spool *);

/*
 * Read from the front: the next n bytes, valid until the next call; NULL at
 * the end.  Nothing is added after the first read.
 */
const void	*spool_next(struct spool *, size_t n);
/* Throw all away and begin anew. */
void		 spool_reset(struct spool *);
/* Read on from so many bytes behind the front. */
void		 spool_seek(struct spool *, uint64_t);

#endif
