#include "filters/dedup/report.h"

#include <sys/stat.h>

#include <err.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"

struct file {
	const char	*name;
	uint64_t	 before;	/* records in the files before it */
};

struct report {
	struct output	*out;
	bool		 own;		/* it is no one else's */
	bool		 names;
	const struct ids *ids;		/* NULL: numbers */
	struct file	*files;
	size_t		 n, cap;
};

/* Emptied only when it is certain that nothing is lost with it. */
static int
open_file(const char *path, int n, char *const operands[])
{
	struct stat st;
	int fd;

	fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
	if (fd == -1 || fstat(fd, &st) == -1)
		err(EXIT_TROUBLE, "%s", shown(path));
	if (files_is_operand(fd, n, operands))
		errx(EXIT_TROUBLE, "--report=%s: is read as well: left alone",
		    shown(path));
	if (files_is_claimed(fd))
		errx(EXIT_TROUBLE, "--report=%s: is written to as well: left "
		    "alone (--report=- is standard output)", shown(path));
	files_claim(fd);
	if (S_ISREG(st.st_mode) && ftruncate(fd, 0) == -1)
		err(EXIT_TROUBLE, "%s", shown(path));
	return fd;
}

struct report *
report_new(const char *path, int n, char *const operands[])
{
	struct report *r = xcalloc(1, sizeof(*r));

	r->own = strcmp(path, "-") != 0;
	if (r->own)
		r->out = output_new(open_file(path, n, operands), path);
	r->names = n > 1;
	return r;
}

void
report_begin(struct report *r, struct output *standard, bool header)
{
	if (!r->own)
		r->out = standard;
	if (!header)
		return;
	output_puts(r->out, "record\tkept\tsimilarity\twhy");
	output_puts(r->out, r->names ? "\tfile\tkept_file\n" : "\n");
	output_end_record(r->out);
}

void
report_free(struct report *r)
{
	if (r->own)
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

void
report_ids(struct report *r, const struct ids *ids)
{
	r->ids = ids;
}

void
report_hundredths(unsigned similarity, char text[5])
{
	memcpy(text, "0.00", 5);
	text[0] = (char)('0' + similarity / 100);
	text[2] = (char)('0' + similarity / 10 % 10);
	text[3] = (char)('0' + similarity % 10);
}

/* What the record is called. */
static void
put_record(struct report *r, uint64_t number)
{
	const char *id = NULL;
	size_t len;

	if (r->ids != NULL)
		id = ids_find(r->ids, number, &len);
	if (id != NULL)
		output_tsv(r->out, id, len);
	else if (number == 0 || r->ids != NULL)
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
	char share[5];

	put_record(r, number);
	put_record(r, kept);
	report_hundredths(similarity, share);
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
