/*
 * Input of odd shapes: whatever the lengths of lines and the size of the
 * buffer, records put together are the input, and each is what it is to be.
 */
#include <err.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/io/sandbox.h"
#include "tests/unit/check.h"

#define PATH	"unit.input"
#define BLOCK	(256 * 1024)	/* what input.c asks of the system at a time */

static struct output	*out;	/* nothing is ever written to it */

/* In place of the library's, which would let no second input be made. */
static enum sandbox_level	 entered;
static unsigned			 entries;

void
sandbox_enter(enum sandbox_level level)
{
	entered = level;
	entries++;
}

/* Read these len bytes as records. */
static struct input *
feed(enum record_mode mode, const char *data, size_t len)
{
	static char *const operands[] = { PATH };
	struct io_options o = { .mode = mode, .text_field = "text" };
	FILE *f = fopen(PATH, "wb");

	if (f == NULL || (len > 0 && fwrite(data, len, 1, f) != 1) ||
	    fclose(f) != 0)
		err(1, PATH);
	return input_new(&o, out, 1, operands);
}

/* All raw bytes, one record after another, are the input's bytes. */
static void
together(enum record_mode mode, const char *data, size_t len, size_t records,
    int line)
{
	struct input *in = feed(mode, data, len);
	struct record r;
	size_t at = 0, n = 0;

	while (input_next(in, &r)) {
		if (r.raw_len > len - at ||
		    memcmp(data + at, r.raw, r.raw_len) != 0) {
			CHECK_NUMBER(at, line);
			break;
		}
		at += r.raw_len;
		n++;
		CHECK_NUMBER(r.number, n);
		CHECK(r.text >= r.raw && r.text + r.len <= r.raw + r.raw_len);
	}
	if (at != len || n != records)
		printf("from line %d: %zu of %zu bytes\n", line, at, len);
	CHECK_NUMBER(at, len);
	CHECK_NUMBER(n, records);
	CHECK_NUMBER(input_close(in), 0);
}

/* And many lines at a time, where that goes, are what they are one by one. */
static void
lines_together(const char *data, size_t len, size_t records)
{
	struct input *in = feed(RECORD_LINE, data, len);
	struct lines *l = xmalloc(sizeof(*l));
	struct record r;
	const char *text;
	size_t at = 0, n = 0, many = 0, i, k;

	while (input_next(in, &r)) {
		CHECK_NUMBER(r.position, ++n);
		CHECK_NUMBER(r.offset + (size_t)(r.raw - r.text), at);
		at += r.raw_len;
		while (input_lines(in, l)) {
			CHECK_NUMBER(l->position, n + 1);
			CHECK(memcmp(data + at, l->text,
			    l->ends[l->n - 1]) == 0);
			for (i = 0; i < l->n; i++) {
				text = line_text(l, i, &k);
				CHECK(memchr(text, '\n', k + 2) != NULL);
				CHECK(memchr(text, '\n', k) == NULL);
			}
			n += l->n;
			many += l->n;
			at += l->ends[l->n - 1];
		}
	}
	CHECK_NUMBER(at, len);
	CHECK_NUMBER(n, records);
	CHECK(records < 10 || many > records / 2);
	CHECK_NUMBER(input_close(in), 0);
	free(l);
}

#define TOGETHER(mode, data, len, records) \
	together(mode, data, len, records, __LINE__)

/* The next record is this text, and ends with this terminator. */
static void
next(struct input *in, const char *text, const char *terminator,
    uint64_t offset)
{
	struct record r;
	const char *end;
	size_t len;

	if (!CHECK(input_next(in, &r)))
		return;
	CHECK_TEXT(r.text, r.len, text);
	CHECK_NUMBER(r.offset, offset);
	end = record_terminator(in, &r, &len);
	CHECK_TEXT(end, len, terminator);
}

static void
finish(struct input *in)
{
	struct record r;

	CHECK(!input_next(in, &r));
	CHECK(!input_next(in, &r));	/* and stays so */
	CHECK_NUMBER(input_close(in), 0);
}

static void
small(void)
{
	struct input *in;
	struct record r;

	finish(feed(RECORD_LINE, "", 0));

	in = feed(RECORD_LINE, "one\r\n\n two\rtwo\r\n\rlast", 21);
	next(in, "one", "\r\n", 0);
	next(in, "", "\n", 5);
	next(in, " two\rtwo", "\r\n", 6);
	next(in, "\rlast", "\r\n", 16);	/* none in the input: as before */
	finish(in);

	in = feed(RECORD_LINE, "\xEF\xBB\xBFone\n\xEF\xBB\xBFtwo\n", 14);
	next(in, "one", "\n", 3);
	next(in, "\xEF\xBB\xBFtwo", "\n", 7);
	finish(in);

	in = feed(RECORD_LINE, "\xEF\xBB\xBF", 3);
	next(in, "", "\n", 3);
	finish(in);

	in = feed(RECORD_LINE, "a\0b\n\0", 5);
	CHECK(input_next(in, &r) && r.len == 3);
	CHECK(memcmp(r.text, "a\0b", 3) == 0);
	CHECK(input_next(in, &r) && r.len == 1 && r.text[0] == '\0');
	finish(in);

	in = feed(RECORD_LINE, "\xff\xfe\xc0\n\xe2\x80\n", 7);
	next(in, "\xff\xfe\xc0", "\n", 0);
	next(in, "\xe2\x80", "\n", 4);
	finish(in);
}

static void
nul_terminated(void)
{
	struct input *in = feed(RECORD_NUL, "one\ntwo\r\n\0\0three", 16);
	size_t len;
	struct record r;

	CHECK(input_next(in, &r) && r.first);
	CHECK_TEXT(r.text, r.len, "one\ntwo\r\n");
	CHECK(record_terminator(in, &r, &len)[0] == '\0' && len == 1);
	CHECK(input_next(in, &r) && r.first && r.len == 0);
	CHECK_NUMBER(r.offset, 0);	/* in its document */
	CHECK(input_next(in, &r) && r.first);
	CHECK_TEXT(r.text, r.len, "three");
	finish(in);
}

static void
paragraphs(void)
{
	struct input *in = feed(RECORD_PARAGRAPH,
	    "\n \t\r\none\r\ntwo\n\n\nthree", 21);
	struct record r;
	size_t len;

	next(in, "one\r\ntwo", "\n", 5);
	next(in, "three", "\n", 16);
	finish(in);

	in = feed(RECORD_PARAGRAPH, "one\n\n\n", 6);
	next(in, "one", "\n", 0);
	CHECK(input_next(in, &r) && r.len == 0 && r.raw_len == 2);
	record_terminator(in, &r, &len);
	CHECK_NUMBER(len, 0);		/* it only leads to the end */
	finish(in);

	TOGETHER(RECORD_PARAGRAPH, "\n\n\n", 3, 1);
}

static void
objects(void)
{
	static const char text[] =
	    "{\"text\":\"one\\u0000\"}\n"
	    "\n"
	    "  {\"id\":1,\"text\":\"\"}\r\n"
	    "{\"text\":\"x\"}";
	struct input *in = feed(RECORD_JSON, text, sizeof(text) - 1);
	struct record r;

	CHECK(input_next(in, &r) && r.len == 4 && r.first &&
	    memcmp(r.text, "one\0", 4) == 0);
	CHECK(input_next(in, &r) && r.len == 0 && r.number == 2 && r.line == 3);
	CHECK(input_next(in, &r) && r.len == 1 && r.number == 3);
	finish(in);
}

/* A line's end, CR and LF each, before, at and after the buffer's edge. */
static void
edges(void)
{
	static char data[3 * BLOCK];
	size_t len;
	int by;

	for (by = -3; by <= 3; by++) {
		memset(data, 'x', sizeof(data));
		len = (size_t)(BLOCK + by);
		data[len - 2] = '\r';
		data[len - 1] = '\n';
		TOGETHER(RECORD_LINE, data, len, 1);
		TOGETHER(RECORD_LINE, data, len + 1, 2);
		TOGETHER(RECORD_LINE, data, sizeof(data), 2);
		TOGETHER(RECORD_PARAGRAPH, data, sizeof(data), 1);
		data[len] = '\n';
		TOGETHER(RECORD_PARAGRAPH, data, sizeof(data), 2);
		data[len] = '\0';
		TOGETHER(RECORD_NUL, data, sizeof(data), 2);
	}
	memset(data, '\n', sizeof(data));
	TOGETHER(RECORD_LINE, data, sizeof(data), sizeof(data));
	memset(data, '\0', sizeof(data));
	TOGETHER(RECORD_NUL, data, sizeof(data), sizeof(data));
	TOGETHER(RECORD_LINE, data, sizeof(data), 1);
}

/* Lines of every length up to a few hundred, over many buffers. */
static void
every_length(void)
{
	struct buffer all = { 0 };
	char line[400];
	size_t n, k, records = 0;

	memset(line, 'y', sizeof(line));
	for (k = 0; k < 25; k++)
		for (n = 0; n < sizeof(line); n++, records++) {
			buffer_add(&all, line, n);
			buffer_add(&all, "\n", 1);
		}
	TOGETHER(RECORD_LINE, all.data, all.len, records);
	lines_together(all.data, all.len, records);
	lines_together(all.data, all.len - 1, records);
	buffer_free(&all);
	lines_together("a\r\n\r\n\n\nb", 8, 5);
}

/* What cannot be read is told by the status, and the rest is read. */
static void
missing(void)
{
	char *const operands[] = { "no such file", PATH };
	struct io_options o = { .mode = RECORD_LINE };
	struct input *in;
	struct record r;

	finish(feed(RECORD_LINE, "", 0));
	in = input_new(&o, out, 2, operands);
	entries = 0;
	CHECK(!input_next(in, &r));
	CHECK_NUMBER(entries, 1);	/* when the last operand is open */
	CHECK_NUMBER(entered, SANDBOX_STRICT);
	CHECK_NUMBER(input_close(in), EXIT_INPUT);
}

int
main(void)
{
	out = output_new(STDOUT_FILENO, "standard output");
	small();
	nul_terminated();
	paragraphs();
	objects();
	edges();
	every_length();
	missing();
	remove(PATH);
	return check_end();
}
