#include "common/io/input.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/json.h"
#include "common/io/output.h"
#include "common/io/progress.h"
#include "common/io/sandbox.h"

#define BLOCK	(256 * 1024)	/* bytes asked of the system at a time */

struct input {
	enum record_mode mode;
	struct output	*out;		/* flushed before a read that waits */
	char *const	*operands;
	int		 n, next;	/* operands: all, to open next */

	const char	*file;
	int		 fd;		/* -1: none is open */
	bool		 eof;		/* of fd */
	uint64_t	 number, line;	/* of the record located last */
	uint64_t	 offset;	/* in the file, of buf[start] */

	char		*buf;
	size_t		 cap;
	size_t		 start, end;	/* bytes not yet given out */
	size_t		 seen;		/* searched up to here */

	/* The record located in buf, from start. */
	bool		 located;
	size_t		 text_start, text_end, stop;
	size_t		 lines;		/* line ends in it */
	size_t		 line_start;	/* of the line looked at: paragraphs */

	struct json_record *json;
	int		 status;
};

struct input *
input_new(const struct io_options *o, struct output *out, int n,
    char *const operands[])
{
	static char *const standard_input[] = { "-" };
	struct input *in = xcalloc(1, sizeof(*in));

	in->mode = o->mode;
	in->out = out;
	in->operands = n > 0 ? operands : standard_input;
	in->n = n > 0 ? n : 1;
	in->fd = -1;
	in->cap = BLOCK;
	in->buf = xmalloc(in->cap);
	if (o->mode == RECORD_JSON)
		in->json = json_record_new(o->text_field);
	return in;
}

int
input_close(struct input *in)
{
	int status = in->status;

	if (in->fd > 0)
		close(in->fd);
	if (in->json != NULL)
		json_record_free(in->json);
	free(in->buf);
	free(in);
	return status;
}

static const char *
shown(const char *file)
{
	return strcmp(file, "-") == 0 ? "standard input" : file;
}

void
input_warn(struct input *in, const struct record *r, const char *fmt, ...)
{
	va_list ap;
	char *s;

	va_start(ap, fmt);
	if (vasprintf(&s, fmt, ap) == -1)
		err(EXIT_TROUBLE, NULL);
	va_end(ap);
	warnx("%s:%llu: %s", shown(r->file), (unsigned long long)r->line, s);
	free(s);
	in->status = EXIT_INPUT;
}

static void
file_trouble(struct input *in)
{
	warn("%s", shown(in->file));
	in->status = EXIT_INPUT;
}

/* Open the next operand that can be opened; false if none is left. */
static bool
open_next(struct input *in)
{
	while (in->next < in->n) {
		in->file = in->operands[in->next++];
		in->fd = 0;
		if (strcmp(in->file, "-") != 0 &&
		    (in->fd = open(in->file, O_RDONLY | O_CLOEXEC)) == -1)
			file_trouble(in);
		if (in->next == in->n)
			sandbox_enter(SANDBOX_STRICT);
		if (in->fd == -1)
			continue;
		in->eof = false;
		in->number = in->line = in->offset = 0;
		in->start = in->end = in->seen = 0;
		return true;
	}
	return false;
}

static void
close_file(struct input *in)
{
	if (in->fd > 0)
		close(in->fd);
	in->fd = -1;
}

/* Room for a block behind what is there, which moves to the front. */
static void
make_room(struct input *in)
{
	char *p;

	if (in->start > 0) {
		memmove(in->buf, in->buf + in->start, in->end - in->start);
		in->end -= in->start;
		in->seen -= in->start;
		in->line_start -= in->start;
		in->text_start -= in->start;
		in->text_end -= in->start;
		in->stop -= in->start;
		in->start = 0;
	}
	if (in->cap - in->end >= BLOCK / 2)
		return;
	if (in->cap > SIZE_MAX / 2 || (p = realloc(in->buf, in->cap * 2)) == NULL)
		errx(EXIT_TROUBLE, "%s:%llu: no memory for a record of over %zu bytes",
		    shown(in->file), (unsigned long long)in->line + 1, in->end);
	in->buf = p;
	in->cap *= 2;
}

/* Whatever is done is shown before we wait for more. */
static void
flush_if_waiting(struct input *in)
{
	struct pollfd p = { .fd = in->fd, .events = POLLIN };

	if (output_pending(in->out) && poll(&p, 1, 0) == 0)
		output_flush(in->out);
}

static void
fill(struct input *in)
{
	struct pollfd p = { .fd = in->fd, .events = POLLIN };
	ssize_t n;

	make_room(in);
	flush_if_waiting(in);
	while ((n = read(in->fd, in->buf + in->end, in->cap - in->end)) == -1) {
		if (errno == EINTR)
			progress_add(0);
		else if (errno != EAGAIN || (poll(&p, 1, -1) == -1 && errno != EINTR))
			break;
	}
	if (n == -1)
		file_trouble(in);
	if (n <= 0) {
		in->eof = true;
		return;
	}
	in->end += (size_t)n;
	progress_add((size_t)n);
}

/* A record up to its terminator byte, a lone CR before LF included. */
static bool
locate_terminated(struct input *in, char terminator)
{
	char *p;

	p = memchr(in->buf + in->seen, terminator, in->end - in->seen);
	if (p == NULL) {
		in->seen = in->end;
		if (!in->eof || in->start == in->end)
			return false;
		in->stop = in->text_end = in->end;
	} else {
		in->text_end = (size_t)(p - in->buf);
		in->stop = in->seen = in->text_end + 1;
		if (terminator == '\n' && in->text_end > in->start &&
		    in->buf[in->text_end - 1] == '\r')
			in->text_end--;
	}
	in->text_start = in->start;
	in->lines = 1;
	return true;
}

static bool
is_blank(const char *p, size_t n)
{
	while (n > 0 && (*p == ' ' || *p == '\t' || *p == '\r'))
		p++, n--;
	return n == 0;
}

/*
 * Empty lines, then lines up to the next empty one or the end.  It takes the
 * line that follows to know that a paragraph is over; what was found out so
 * far is kept for when more has been read: the text (empty while only lead was
 * seen), where the line looked at begins, and how far it was searched.
 */
static bool
locate_paragraph(struct input *in)
{
	char *p;
	size_t end;
	bool blank, full = false;

	if (in->seen == in->start) {
		in->text_start = in->text_end = in->start;
		in->line_start = in->stop = in->start;
		in->lines = 0;
	}
	while (in->line_start < in->end && !full) {
		p = memchr(in->buf + in->seen, '\n', in->end - in->seen);
		in->seen = p == NULL ? in->end : (size_t)(p - in->buf) + 1;
		if (p == NULL && !in->eof)
			return false;
		end = p == NULL ? in->end : in->seen - 1;
		blank = is_blank(in->buf + in->line_start, end - in->line_start);
		if (blank && in->text_end > in->text_start)
			return true;
		if (!blank) {
			if (in->text_end == in->text_start)
				in->text_start = in->line_start;
			if (p != NULL && p[-1] == '\r')
				end--;
			in->text_end = end;
		}
		in->stop = in->line_start = in->seen;
		in->lines++;
		/* So many empty lines are a record of their own: no text. */
		full = blank && in->stop - in->start >= BLOCK;
	}
	if (!full && (!in->eof || in->start == in->end))
		return false;
	if (in->text_start == in->text_end)
		in->text_start = in->text_end = in->stop;
	return true;
}

/* Is the next record's end in the buffer?  For when none is located yet. */
static bool
locate(struct input *in)
{
	if (in->fd != -1)
		in->located = in->mode == RECORD_PARAGRAPH ?
		    locate_paragraph(in) :
		    locate_terminated(in, in->mode == RECORD_NUL ? '\0' : '\n');
	return in->located;
}

bool
input_ready(struct input *in)
{
	return in->mode != RECORD_JSON && (in->located || locate(in));
}

/* Give the record located out. */
static void
take(struct input *in, struct record *r)
{
	static const char bom[] = "\xEF\xBB\xBF";

	if (in->number == 0 && in->text_end - in->text_start >= 3 &&
	    memcmp(in->buf + in->text_start, bom, 3) == 0)
		in->text_start += 3;
	r->raw = in->buf + in->start;
	r->raw_len = in->stop - in->start;
	r->text = in->buf + in->text_start;
	r->len = in->text_end - in->text_start;
	r->file = in->file;
	r->first = in->number == 0 || in->mode == RECORD_NUL;
	r->offset = in->mode == RECORD_NUL ? in->text_start - in->start :
	    in->offset + (in->text_start - in->start);
	r->number = ++in->number;
	r->line = in->line + 1;
	r->json = NULL;
	in->line += in->lines;
	in->offset += in->stop - in->start;
	in->start = in->seen = in->stop;
	in->located = false;
}

/* Turn the line in r into the object it holds; false if it is none. */
static bool
decode(struct input *in, struct record *r)
{
	char why[256];

	in->number--;		/* counted only if it is an object */
	if (is_blank(r->text, r->len))
		return false;
	if (!json_record_parse(in->json, r->text, r->len, why, sizeof(why))) {
		input_warn(in, r, "%s", why);
		return false;
	}
	r->json = in->json;
	r->text = json_record_text(in->json, &r->len);
	r->number = ++in->number;
	r->offset = 0;
	r->first = true;
	return true;
}

bool
input_next(struct input *in, struct record *r)
{
	for (;;) {
		if (in->fd == -1 && !open_next(in))
			return false;
		if (in->located || locate(in)) {
			take(in, r);
			if (in->mode != RECORD_JSON || decode(in, r))
				return true;
		} else if (in->eof)
			close_file(in);
		else
			fill(in);
	}
}

const char *
record_terminator(const struct input *in, const struct record *r, size_t *len)
{
	const char *end = r->text + r->len;

	if (r->json == NULL && r->raw + r->raw_len > end) {
		*len = (size_t)(r->raw + r->raw_len - end);
		return end;
	}
	/* What only leads to the end of the input was never a record. */
	*len = in->mode == RECORD_PARAGRAPH && r->len == 0 ? 0 : 1;
	return in->mode == RECORD_NUL ? "" : "\n";
}
