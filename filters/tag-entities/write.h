/*
 * write.h -- mentions out, in the formats of tag-entities
 *
 * In line, the text's bytes are written as they are, but for & and <, which
 * become &amp; and &lt; where tags are written (with colours they stay).
 */
#ifndef FILTERS_TAG_ENTITIES_WRITE_H
#define FILTERS_TAG_ENTITIES_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "common/io/io.h"
#include "common/text/text.h"
#include "filters/tag-entities/finder.h"
#include "filters/tag-entities/html.h"

enum entities_format {
	FORMAT_TEXT, FORMAT_TSV, FORMAT_CONLL, FORMAT_JSON, FORMAT_HTML,
	FORMAT_BRAT
};

struct mention_writer {
	struct io	*io;
	struct finder	*finder;
	enum entities_format format;
	bool		 color;
	bool		 whole;		/* a document is at hand: look ahead */
	const char	*date;		/* of all documents, "" if not told */
	const char	*date_field;	/* member of an object with it */
	struct html	*page;
	struct fields	 fields;	/* TSV and JSON */
	const struct record *record;	/* being written */
	size_t		 at;		/* in its text: all before is written */
	uint64_t	 mentions;	/* of the document, written: brat */
};

/* All that can be told of a mention; ended by .name == NULL. */
extern const struct field mention_fields[];
/* Is one of the columns something of a value? */
bool	write_has_value(const struct field *const *columns);

void	write_begin(struct mention_writer *, const struct io_options *);
void	write_record(struct mention_writer *, const struct record *);
void	write_object(struct mention_writer *, const struct record *);
void	write_end(struct mention_writer *);

#endif
