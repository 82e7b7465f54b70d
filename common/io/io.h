/*
 * io.h -- the way in and the way out, as every filter uses them
 *
 *	struct io_options o;
 *	struct options *opts = options_new(&program, &o, argc, argv);
 *	while ((id = options_next(opts, &arg)) != -1) ...
 *	struct io *io = io_open(&o, argc - first, argv + first);
 *	while (input_next(io->in, &r)) ...
 *	return io_close(io);
 *
 * io_open() makes the output on standard output and the input on the operands,
 * starts --progress and SIGUSR1, and gives up all rights not needed from then
 * on (sandbox.h): open other files before.
 */
#ifndef COMMON_IO_IO_H
#define COMMON_IO_IO_H

#include "common/io/fields.h"
#include "common/io/files.h"
#include "common/io/input.h"
#include "common/io/json.h"
#include "common/io/list.h"
#include "common/io/options.h"
#include "common/io/output.h"
#include "common/io/page.h"
#include "common/io/progress.h"
#include "common/io/shown.h"

struct io {
	struct input	*in;
	struct output	*out;
	bool		 show_name;	/* a record is prefixed by its file */
	bool		 color;		/* colour is wanted */
};

struct io	*io_open(const struct io_options *, int n, char *const argv[]);
/* Flushes, closes, checks and frees everything; returns the exit status. */
int		 io_close(struct io *);

/* The TSV column with the record's file name, when names are shown. */
void		 io_name_column(struct io *, const struct record *);

#endif
