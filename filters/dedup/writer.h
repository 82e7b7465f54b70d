/*
 * writer.h -- records out, in the order they came
 *
 * Records that are kept lie together in the input's buffer as long as none
 * between them is dropped; such a run is written as one piece, without being
 * copied.  Empty lines are passed on; where records were dropped in a run of
 * empty lines, one line is left of that run.
 */
#ifndef FILTERS_DEDUP_WRITER_H
#define FILTERS_DEDUP_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/io/io.h"
#include "filters/dedup/judge.h"
#include "filters/dedup/settings.h"

struct writer;

struct writer	*writer_new(struct io *, const struct settings *);
/* What is pending goes out. */
void		 writer_free(struct writer *);

void		 writer_keep(struct writer *, const struct record *,
		    uint64_t number);
/* Do records go out as they came?  Then so can lines. */
bool		 writer_is_plain(const struct writer *);
/* The lines from the first to before the last, as they came. */
void		 writer_keep_lines(struct writer *, const struct lines *,
		    size_t first, size_t last);
/* The object with another text in its place. */
void		 writer_replace(struct writer *, const struct record *,
		    uint64_t number, const char *text, size_t len);
/* An empty record that is a separator; a record that is not printed. */
void		 writer_blank(struct writer *, const struct record *,
		    uint64_t number);
void		 writer_drop(struct writer *, const struct record *);
/* The records' bytes are about to go away. */
void		 writer_settle(struct writer *);

/*
 * The object with a member that says what it repeats: v NULL: nothing.  of: the
 * JSON value that the record repeated is called by, or NULL: its number.
 */
void		 writer_mark(struct writer *, const struct record *,
		    uint64_t number, const struct verdict *v, const char *of,
		    size_t of_len);
/*
 * What is printed from here on belongs to that group: its number, or what it
 * is called, with -J a JSON value.
 */
void		 writer_group(struct writer *, uint64_t number,
		    const char *name, size_t name_len);

/*
 * One record from its parts, with its file, count and number in front where
 * they are wanted (-H, -c, -n).  eol: its terminator.  For JSON text is the
 * whole object.
 */
void		 writer_print(struct writer *, const char *file, uint64_t count,
		    uint64_t number, const char *text, size_t len,
		    const char *eol, size_t eol_len);

#endif
