/*
 * output.h -- records out
 *
 * Bytes are gathered in a buffer and written at record ends only: to a pipe
 * or FIFO at most 4096 bytes (PIPE_BUF) a write, which the kernel keeps whole
 * among many writers; to anything else in blocks of 64 KiB and more.  A record
 * longer than that is written in pieces.  Every write is checked: one that
 * fails ends the program with a message and status 2, except that a closed
 * pipe ends it by SIGPIPE as usual.
 */
#ifndef COMMON_IO_OUTPUT_H
#define COMMON_IO_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct output;

/* fd is the caller's to open; output_close() closes it.  name: for messages. */
struct output	*output_new(int fd, const char *name);
void		 output_close(struct output *);
void		 output_flush(struct output *);	/* whole records only */
bool		 output_pending(const struct output *);

/* Part of the current record, then its end. */
void		 output_write(struct output *, const void *, size_t);
void		 output_puts(struct output *, const char *);
void		 output_putc(struct output *, char);
void		 output_number(struct output *, uint64_t);
void		 output_end_record(struct output *);

/*
 * len bytes that are whole records already, ends included: to a file they go
 * out without being copied when there are many of them.  Cut after each of
 * the n ends (offsets after the last byte of each record) on a pipe.
 */
void		 output_records(struct output *, const char *, size_t len,
		    const size_t *ends, size_t n);

/* Tab-separated values: \t \n \r \\ escaped, exactly as jq's @tsv. */
void		 output_tsv(struct output *, const void *, size_t);

/* A JSON string with its quotation marks; invalid bytes become U+FFFD. */
void		 output_json(struct output *, const void *, size_t);
/* The same, but bytes that are no UTF-8 stay, and halves of surrogate pairs. */
void		 output_json_as_it_is(struct output *, const void *, size_t);

#endif
