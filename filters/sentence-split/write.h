/*
 * write.h -- sentences out, in the formats of sentence-split
 *
 * The text format is the sentences' own bytes and a line end each; a run of
 * white space with a line break in it, which only -p leaves inside a
 * sentence, is written as one space.
 */
#ifndef FILTERS_SENTENCE_SPLIT_WRITE_H
#define FILTERS_SENTENCE_SPLIT_WRITE_H

#include <stdbool.h>

#include "common/io/io.h"
#include "common/sentences/sentences.h"

enum sentence_format { FORMAT_TEXT, FORMAT_TSV, FORMAT_JSON };

struct sentence_writer {
	struct io	*io;
	const struct splitter *splitter;
	enum sentence_format format;
	bool		 joins;		/* line breaks are spaces */
	bool		 separates;	/* -b: empty line between paragraphs */
	bool		 zero;		/* -z */
	const char	*eol;		/* what ends a sentence, as a record; */
	size_t		 eol_len;	/* the last without as the one before */
	const struct field *const *columns;	/* -f; NULL without */
	struct fields	 fields;	/* TSV and JSON */
	bool		 begun;		/* a sentence was written */
};

/* All that can be told of a sentence; ends as options.h wants it. */
extern const struct field sentence_fields[];

/* Once all that is asked for is set; then record after record. */
void	write_begin(struct sentence_writer *, const struct io_options *);
/* The sentences of a record of text; and of a JSON object, as its member. */
void	write_record(struct sentence_writer *, const struct record *);
void	write_object(struct sentence_writer *, const struct record *);

#endif
