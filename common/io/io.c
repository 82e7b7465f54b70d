#include "common/io/io.h"

#include <sys/stat.h>

#include <err.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/progress.h"
#include "common/io/sandbox.h"

/* The bytes of all operands together, or 0 if one is no regular file. */
static uint64_t
total_size(int n, char *const operands[])
{
	struct stat st;
	uint64_t total = 0;
	int i;

	if (n == 0)
		return fstat(STDIN_FILENO, &st) == 0 && S_ISREG(st.st_mode) ?
		    (uint64_t)st.st_size : 0;
	for (i = 0; i < n; i++) {
		if ((strcmp(operands[i], "-") == 0 ? fstat(STDIN_FILENO, &st) :
		    stat(operands[i], &st)) == -1 || !S_ISREG(st.st_mode))
			return 0;
		total += (uint64_t)st.st_size;
	}
	return total;
}

static bool
wants_color(enum tristate when)
{
	const char *no_color = getenv("NO_COLOR"), *term = getenv("TERM");

	if (when != AUTO)
		return when == ALWAYS;
	return isatty(STDOUT_FILENO) &&
	    (no_color == NULL || *no_color == '\0') &&
	    (term == NULL || strcmp(term, "dumb") != 0);
}

/* Does output of this format tell several files apart by itself? */
static bool
names_files(const char *format)
{
	return strcmp(format, "tsv") == 0 || strcmp(format, "json") == 0 ||
	    strcmp(format, "html") == 0;
}

/* Ends the program if a list has taken what is to be read as text. */
static void
check_input_free(int n, char *const operands[])
{
	bool wanted = n == 0;
	int i;

	for (i = 0; i < n; i++)
		wanted = wanted || strcmp(operands[i], "-") == 0;
	if (wanted && list_took_input())
		errx(EXIT_TROUBLE, "standard input is a list, so it cannot be "
		    "the text: name a FILE");
}

struct io *
io_open(const struct io_options *o, int n, char *const operands[])
{
	struct io *io = xcalloc(1, sizeof(*io));

	check_input_free(n, operands);
	io->out = output_new(STDOUT_FILENO, "standard output");
	io->in = input_new(o, io->out, n, operands);
	io->show_name = o->names == ALWAYS ||
	    (o->names == AUTO && n > 1 && names_files(o->format));
	io->color = wants_color(o->color);
	progress_start(o->progress, o->progress ? total_size(n, operands) : 0);
	if (n > 1)
		sandbox_enter(SANDBOX_READ);	/* strict with the last one */
	return io;
}

int
io_close(struct io *io)
{
	int status;

	status = input_close(io->in);
	output_close(io->out);
	progress_end();
	free(io);
	return status;
}

void
io_name_column(struct io *io, const struct record *r)
{
	if (!io->show_name)
		return;
	output_tsv(io->out, r->file, strlen(r->file));
	output_putc(io->out, '\t');
}
