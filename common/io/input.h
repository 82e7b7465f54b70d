/*
 * input.h -- records in
 *
 * The operands are read one after another, in blocks, with no limit on a
 * record's length but memory.  A record is a line, a NUL-terminated text, a
 * paragraph or a JSON object (options.h).  A document is what names and
 * quotations are resolved within: a file, standard input, one JSON object,
 * one NUL-terminated record; record.first says where one begins.
 *
 * The raw bytes of all records, one after another, are the input's bytes
 * exactly (but for objects that are no JSON, and white space around objects).
 */
#ifndef COMMON_IO_INPUT_H
#define COMMON_IO_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/io/options.h"

struct output;
struct json_record;

struct record {
	const char	*raw;		/* every byte that belongs to it: */
	size_t		 raw_len;	/* lead, text, terminator */
	const char	*text;		/* in raw; decoded, if JSON */
	size_t		 len;		/* bytes of text */
	uint64_t	 offset;	/* of text in its document, bytes */
	uint64_t	 number;	/* in its file, from 1 */
	uint64_t	 line;		/* in its file, from 1: for messages */
	uint64_t	 position;	/* in all operands, from 1; with JSON
					   lines that are no object count too */
	const char	*file;		/* operand; "-" is standard input */
	bool		 first;		/* begins a document */
	struct json_record *json;	/* the object, if JSON: json.h */
};

/*
 * Lines that lie one after another, each ended by LF, as they stand: a CR
 * before it is for line_text() to leave out.
 */
#define LINES_MOST	256

struct lines {
	const char	*text;		/* of the first, and on to the last */
	size_t		 n;
	size_t		 ends[LINES_MOST];	/* behind each LF, from text */
	uint64_t	 position;	/* of the first, as a record's */
	const char	*file;
};

struct input;

/*
 * Read the n operands, or standard input when n is 0.  The output named is
 * flushed whenever a read would block.  argv must outlive the input.
 */
struct input	*input_new(const struct io_options *, struct output *, int n,
		    char *const argv[]);
/*
 * The next record: true, or false at the end of all operands.  An operand
 * that cannot be read or is written as well (files.h), or a line that is no
 * JSON object, is told on standard error and skipped; of such lines the first
 * ten of a file, and then how many there are.  text is "" with len 0 for an
 * empty record.  The lead is what stands before the text: a byte order mark,
 * or, between paragraphs, empty lines; the last record, and a very long run of
 * empty lines, may be lead only (len 0).  A line's terminator is LF, CR LF or,
 * at the end, nothing; a paragraph's is that of its last line, so that empty
 * lines that follow lead the next one.
 *
 * What the record points to is valid until a later input_next() that was
 * called when input_ready() was false.
 */
bool		 input_next(struct input *, struct record *);
/*
 * True when the next input_next() needs no read and moves nothing: a caller
 * may gather records in batches while it is.
 */
bool		 input_ready(struct input *);
/*
 * True when the next input_next() needs no read, whatever becomes of this
 * one.
 */
bool		 input_buffered(struct input *);

/*
 * The next records, if they are lines, as many as need no read: for who wants
 * no more of them than their bytes, many times as fast as one by one.  None
 * if the next record is the first of a file, which has more to it, or not
 * ended; input_next() gives it.  Valid as long as a record.
 */
bool		 input_lines(struct input *, struct lines *);

/* The text of the i-th, without what ends it; that goes on to ends[i]. */
static inline const char *
line_text(const struct lines *l, size_t i, size_t *len)
{
	size_t start = i == 0 ? 0 : l->ends[i - 1];

	*len = l->ends[i] - start - 1;
	*len -= *len > 0 && l->text[start + *len - 1] == '\r';
	return l->text + start;
}

/*
 * Bytes the buffer may take from here on: a record that needs more ends the
 * program with status 2.  And what it takes now.
 */
void		 input_limit(struct input *, size_t most);
size_t		 input_memory(const struct input *);

/* Frees; returns the exit status: 0 or EXIT_INPUT. */
int		 input_close(struct input *);

/*
 * What ended the record (LF, CR LF, NUL), or, where the input ended without a
 * terminator, what the line before it ended with; nothing for a lead without
 * text.  Of an object, what is to follow its raw bytes without LF.  With its
 * length in bytes.
 */
const char	*record_terminator(const struct input *, const struct record *,
		    size_t *len);

#endif
