#include "common/io/input.h"

#include <err.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/files.h"
#include "common/io/json.h"
#include "common/io/output.h"
#include "common/io/progress.h"
#include "common/io/sandbox.h"
#include "common/io/shown.h"

#define BLOCK	(256 * 1024)	/* bytes asked of the system at a time */
#define WRAPPED_LINES	40	/* that are looked at for their width, */
#define WRAPPED_WIDTH	100	/* in bytes */
#define MOST_TOLD	10	/* malformed lines of a file that are told */

struct input {
	enum record_mode mode;
	struct output	*out;		/* flushed before a read that waits */
	char *const	*operands;
	int		 n, next;	/* operands: all, to open next */

	const char	*file;
	int		 fd;		/* -1: none is open */
	bool		 eof;		/* of fd */
	uint64_t	 number, line;	/* of the record located last */
	uint64_t	 position;	/* the same, in all files */
	uint64_t	 offset;	/* in the file, of buf[start] */
	uint64_t	 malformed;	/* its lines that are no object */
	bool		 crlf;		/* its last line ended in CR LF */
	bool		 hints;		/* hard-wrapped lines are to be told */

	char		*buf;
	size_t		 cap;
	size_t		 most;		/* bytes buf may take; 0: any number */
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
	in->hints = o->prose && isatty(STDERR_FILENO);
	in->out = out;
	in->operands = n > 0 ? operands : standard_input;
	in->n = n > 0 ? n : 1;
	in->fd = -1;
	in->cap = BLOCK;
	in->buf = xmalloc(in->cap);
	if (o->mode != RECORD_JSON)
		return in;
	in->json = json_record_new(o->text_field);
	json_record_text_rules(in->json, o->text_optional, o->text_as_it_is);
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

static void
file_trouble(struct input *in)
{
	warn("%s", shown_file(in->file));
	in->status = EXIT_INPUT;
}

static void
close_file(struct input *in)
{
	if (in->malformed > MOST_TOLD)
		warnx("%s: %llu lines are no JSON objects that could be used; "
		    "the first %d are told above", shown_file(in->file),
		    (unsigned long long)in->malformed, MOST_TOLD);
	if (in->fd > 0)
		close(in->fd);
	in->fd = -1;
}

/* Reading what we write would never end, or is lost already. */
static void
refuse_claimed(struct input *in)
{
	if (in->fd == -1 || !files_is_claimed(in->fd))
		return;
	warnx("%s: input file is output file", shown_file(in->file));
	in->status = EXIT_INPUT;
	close_file(in);
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
		refuse_claimed(in);
		if (in->next == in->n)
			sandbox_enter(SANDBOX_STRICT);
		if (in->fd == -1)
			continue;
		in->eof = false;
		in->number = in->line = in->offset = in->malformed = 0;
		in->crlf = false;
		in->start = in->end = in->seen = 0;
		return true;
	}
	return false;
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
	if (in->most > 0 && in->cap > in->most / 2)
		errx(EXIT_TROUBLE, "%s:%llu: a record of over %zu bytes is "
		    "more than the memory allowed", shown_file(in->file),
		    (unsigned long long)in->line + 1, in->end);
	if (in->cap > SIZE_MAX / 2 ||
	    (p = realloc(in->buf, in->cap * 2)) == NULL)
		errx(EXIT_TROUBLE, "%s:%llu: no memory for a record of over "
		    "%zu bytes", shown_file(in->file),
		    (unsigned long long)in->line + 1, in->end);
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
		else if (errno != EAGAIN ||
		    (poll(&p, 1, -1) == -1 && errno != EINTR))
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

/* A record up to its terminator byte; the CR of CR LF is none of its text. */
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
		/* CR LF that was cut in two at the end of the file. */
		if (terminator == '\n' && in->text_end > in->start &&
		    in->buf[in->text_end - 1] == '\r')
			in->text_end--;
	} else {
		in->text_end = (size_t)(p - in->buf);
		in->stop = in->seen = in->text_end + 1;
		in->crlf = terminator == '\n' && in->text_end > in->start &&
		    in->buf[in->text_end - 1] == '\r';
		in->text_end -= in->crlf;
	}
	in->text_start = in->start;
	in->lines = 1;
	return true;
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
	bool blank, cr, full = false;

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
		blank = line_is_empty(in->buf + in->line_start,
		    end - in->line_start);
		if (blank && in->text_end > in->text_start)
			return true;
		cr = end > in->line_start && in->buf[end - 1] == '\r';
		if (p != NULL)
			in->crlf = cr;
		if (!blank) {
			if (in->text_end == in->text_start)
				in->text_start = in->line_start;
			in->text_end = end - cr;
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

/* What a file begins with that is no text, and what makes text of it. */
static const struct {
	const char	*magic;
	size_t		 len;
	const char	*name, *tool;	/* the file's name is to follow */
	const char	*after;		/* and that */
} formats[] = {
	{ "\x1F\x8B", 2, "gzip", "zcat", "" },
	{ "\x28\xB5\x2F\xFD", 4, "zstd", "zstdcat", "" },
	{ "\xFD" "7zXZ", 5, "xz", "xzcat", "" },
	{ "BZh", 3, "bzip2", "bzcat", "" },
	{ "PK\x03\x04", 4, "zip", "unzip -p", "" },
	{ "%PDF-", 5, "PDF", "pdftotext", " -" },
	{ "\xFF\xFE", 2, "UTF-16", "iconv -f UTF-16 -t UTF-8", "" },
	{ "\xFE\xFF", 2, "UTF-16", "iconv -f UTF-16 -t UTF-8", "" },
};

/* UTF-16 has a NUL in every ASCII character. */
static bool
has_nul(const struct input *in)
{
	size_t n = in->end - in->start;

	return memchr(in->buf + in->start, '\0', n < 64 ? n : 64) != NULL;
}

/* The first bytes of a file: say so if they are of another kind. */
static void
look_at_format(const struct input *in)
{
	size_t i, n = in->end - in->start;

	for (i = 0; i < sizeof(formats) / sizeof(formats[0]); i++)
		if (n >= formats[i].len && memcmp(in->buf + in->start,
		    formats[i].magic, formats[i].len) == 0 &&
		    (strcmp(formats[i].name, "UTF-16") != 0 || has_nul(in)))
			warnx("%s: looks like %s, not text: pipe it through "
			    "'%s %s%s'", shown_file(in->file), formats[i].name,
			    formats[i].tool, shown(in->file),
			    formats[i].after);
}

/* Does the line that begins at s go on with a word, not with a sentence? */
static bool
goes_on(const char *s, const char *end)
{
	return s < end && *s >= 'a' && *s <= 'z';
}

/* Are many of the first lines in the buffer broken at some width? */
static bool
looks_wrapped(const struct input *in)
{
	const char *s = in->buf + in->start, *end = in->buf + in->end, *next;
	size_t lines = 0, broken = 0, n;

	for (; s < end && lines < WRAPPED_LINES; s = next) {
		n = line_length(s, (size_t)(end - s));
		next = s + n;
		if (line_is_empty(s, n))
			continue;
		lines++;
		if (n > WRAPPED_WIDTH)
			return false;
		broken += n > WRAPPED_WIDTH / 3 && goes_on(next, end);
	}
	return broken >= 4 && broken * 3 > lines;
}

/* To a person at a terminal, once: what -p is for. */
static void
hint_wrapped(struct input *in)
{
	if (!in->hints || !looks_wrapped(in))
		return;
	in->hints = false;
	warnx("%s: lines look broken inside sentences: -p joins those of a "
	    "paragraph", shown_file(in->file));
}

/* Give the record located out. */
static void
take(struct input *in, struct record *r)
{
	static const char bom[] = "\xEF\xBB\xBF";

	if (in->line == 0) {
		look_at_format(in);
		hint_wrapped(in);
	}
	if (in->line == 0 && in->text_end - in->text_start >= 3 &&
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
	r->position = ++in->position;
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
	if (line_is_empty(r->text, r->len))
		return false;
	if (!json_record_parse(in->json, r->text, r->len, why, sizeof(why))) {
		in->status = EXIT_INPUT;
		if (in->malformed++ < MOST_TOLD)
			warnx("%s:%llu: %s", shown_file(r->file),
			    (unsigned long long)r->line, shown(why));
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

bool
input_lines(struct input *in, struct lines *l)
{
	const char *p, *end = in->buf + in->end, *last;
	size_t len;

	if (in->mode != RECORD_LINE || in->line == 0 || !input_ready(in) ||
	    in->buf[in->stop - 1] != '\n')
		return false;
	l->text = in->buf + in->start;
	l->file = in->file;
	l->position = in->position + 1;
	p = in->buf + in->stop;
	l->ends[0] = (size_t)(p - l->text);
	for (l->n = 1; l->n < LINES_MOST; l->n++) {
		p = memchr(p, '\n', (size_t)(end - p));
		if (p == NULL)
			break;
		l->ends[l->n] = (size_t)(++p - l->text);
	}
	in->start += l->ends[l->n - 1];
	in->seen = p == NULL ? in->end : in->start;
	in->offset += l->ends[l->n - 1];
	in->line += l->n;
	in->number += l->n;
	in->position += l->n;
	last = line_text(l, l->n - 1, &len);
	in->crlf = last + len + 1 < in->buf + in->start;
	in->located = false;
	return true;
}

bool
input_buffered(struct input *in)
{
	return in->located || locate(in);
}

void
input_limit(struct input *in, size_t most)
{
	in->most = most;
}

size_t
input_memory(const struct input *in)
{
	return in->cap;
}

/* What a record that has none is ended with: as the file's other lines. */
static const char *
own_terminator(const struct input *in, size_t *len)
{
	*len = in->mode != RECORD_NUL && in->crlf ? 2 : 1;
	return in->mode == RECORD_NUL ? "" : in->crlf ? "\r\n" : "\n";
}

const char *
record_terminator(const struct input *in, const struct record *r, size_t *len)
{
	const char *end = r->text + r->len, *stop = r->raw + r->raw_len;

	if (r->json != NULL && r->raw_len > 0 && stop[-1] == '\n') {
		*len = 1;
		return "\n";
	}
	if (r->json != NULL)
		return own_terminator(in, len);
	if (stop - end == 1 && *end == '\r') {	/* cut off its LF */
		*len = 2;
		return "\r\n";
	}
	if (stop > end) {
		*len = (size_t)(stop - end);
		return end;
	}
	/* What only leads to the end of the input was never a record. */
	if (in->mode == RECORD_PARAGRAPH && r->len == 0) {
		*len = 0;
		return "\n";
	}
	return own_terminator(in, len);
}
