#include "filters/dedup/report.h"

#include <err.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"

struct file {
	const char	*name;
	uint64_t	 before;	/* records in the files before it */
};

struct report {
	struct output	*out;
	bool		 names;
	struct file	*files;
	size_t		 n, cap;
};

struct report *
report_new(const char *path, bool names, bool header)
{
	struct report *r = xcalloc(1, sizeof(*r));
	int fd;

	fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
	if (fd == -1)
		err(EXIT_TROUBLE, "%s", path);
	r->out = output_new(fd, path);
	r->names = names;
	if (header) {
		output_puts(r->out, "record\tkept\tsimilarity\twhy");
		output_puts(r->out, names ? "\tfile\tkept_file\n" : "\n");
		output_end_record(r->out);
	}
	return r;
}

void
report_free(struct report *r)
{
	output_flush(r->out);
	output_close(r->out);
	free(r->files);
	free(r);
}

void
report_file(struct report *r, const char *name, uint64_t number)
{
	r->files = array_grow(r->files, &r->cap, r->n + 1, sizeof(*r->files));
	r->files[r->n++] = (struct file){ name, number - 1 };
}

/* The file a record came from: the last that begins before it. */
static const struct file *
file_of(const struct report *r, uint64_t number)
{
	size_t low = 0, high = r->n, mid;

	while (high - low > 1) {
		mid = low + (high - low) / 2;
		if (r->files[mid].before < number)
			low = mid;
		else
			high = mid;
	}
	return &r->files[low];
}

static void
put_number(struct report *r, uint64_t number)
{
	if (number == 0)
		output_putc(r->out, '-');
	else if (r->names)
		output_number(r->out, number - file_of(r, number)->before);
	else
		output_number(r->out, number);
	output_putc(r->out, '\t');
}

static void
put_name(struct report *r, uint64_t number)
{
	const char *name = number == 0 ? "-" : file_of(r, number)->name;

	output_putc(r->out, '\t');
	output_tsv(r->out, name, strlen(name));
}

void
report_drop(struct report *r, uint64_t number, uint64_t kept,
    unsigned similarity, const char *why)
{
	char share[] = "0.00";

	put_number(r, number);
	put_number(r, kept);
	share[0] = (char)('0' + similarity / 100);
	share[2] = (char)('0' + similarity / 10 % 10);
	share[3] = (char)('0' + similarity % 10);
	output_puts(r->out, share);
	output_putc(r->out, '\t');
	output_puts(r->out, why);
	if (r->names) {
		put_name(r, number);
		put_name(r, kept);
	}
	output_putc(r->out, '\n');
	output_end_record(r->out);
}
