/* What was found, as columns, members and marks on a page. */
#include <err.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "tests/unit/check.h"

static void
put_where(struct fields *f, const void *row)
{
	fields_put_offset(f, ((const struct span *)row)->start);
}

static void
put_text(struct fields *f, const void *row)
{
	fields_put_span(f, *(const struct span *)row);
}

static void
put_nothing(struct fields *f, const void *row)
{
	(void)row;
	fields_put_null(f);
}

static bool
is_long(const struct fields *f, const void *row)
{
	const struct span *s = row;

	(void)f;
	return s->end - s->start > 1;
}

static void
put_length(struct fields *f, const void *row)
{
	const struct span *s = row;

	fields_put_number(f, s->end - s->start);
}

enum { F_WHERE, F_TEXT, F_NOTHING, F_LENGTH };

static const struct field table[] = {
	[F_WHERE] = FIELD("where", put_where, NULL),
	[F_TEXT] = FIELD("text", put_text, NULL),
	[F_NOTHING] = FIELD("nothing", put_nothing, NULL),
	[F_LENGTH] = FIELD("length", put_length, is_long)
};
static const struct field *const list[] = {
	&table[F_LENGTH], &table[F_WHERE], &table[F_NOTHING], &table[F_TEXT],
	NULL
};

/* An e acute at the front: bytes and code points differ. */
static const char text[] = "\xC3\xA9\ta\"";
static const struct span rows[] = { { 2, 4 }, { 4, 5 } };

/* What was written since the last time. */
static void
check_written(struct io *io, FILE *file, const char *want)
{
	static off_t at;
	char buf[1024];
	ssize_t n;

	output_end_record(io->out);
	output_flush(io->out);
	if ((n = pread(fileno(file), buf, sizeof(buf), at)) == -1)
		err(EXIT_FAILURE, "pread");
	at += n;
	CHECK_TEXT(buf, (size_t)n, want);
}

static void
put_rows(struct fields *f)
{
	size_t i;

	f->more = false;
	for (i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		fields_row(f, &rows[i]);
}

static void
check_forms(struct io *io, FILE *file)
{
	struct fields f = { .io = io, .list = list };

	fields_header(&f);
	fields_text(&f, "a\tb", text, sizeof(text) - 1, 100, 90);
	put_rows(&f);
	check_written(io, file, "length\twhere\tnothing\ttext\n"
	    "2\t102\t\t\\ta\n\t104\t\t\"\n");
	io->show_name = true;
	fields_header(&f);
	put_rows(&f);
	check_written(io, file, "file\tlength\twhere\tnothing\ttext\n"
	    "a\\tb\t2\t102\t\t\\ta\na\\tb\t\t104\t\t\"\n");
	f.form = FIELDS_JSON;
	put_rows(&f);
	check_written(io, file, "{\"file\":\"a\\tb\",\"length\":2,\"where\":91,"
	    "\"nothing\":null,\"text\":\"\\ta\"}\n"
	    "{\"file\":\"a\\tb\",\"where\":93,\"nothing\":null,"
	    "\"text\":\"\\\"\"}\n");
	f.form = FIELDS_ARRAY;
	put_rows(&f);
	check_written(io, file, "{\"length\":2,\"where\":91,\"nothing\":null,"
	    "\"text\":\"\\ta\"},{\"where\":93,\"nothing\":null,"
	    "\"text\":\"\\\"\"}");
	fields_put_offsets(&f, rows[0]);
	check_written(io, file, "\"start\":91,\"end\":93");
	io->show_name = false;
}

/* Records of one document: lead and terminator count, in bytes and points. */
static void
check_records(struct io *io, FILE *file)
{
	static const struct field *const where[] = { &table[F_WHERE], NULL };
	static const char raw[] = "\xEF\xBB\xBF\xC3\xA9\r\n\xC3\xA9x\n";
	struct record a = { .raw = raw, .raw_len = 7, .text = raw + 3,
	    .len = 2, .offset = 3, .first = true };
	struct record b = { .raw = raw + 7, .raw_len = 4, .text = raw + 7,
	    .len = 3, .offset = 7 };
	struct span at_a = { 2, 2 }, at_b = { 2, 3 };
	struct fields f = { .io = io, .list = where };
	int form, twice;

	for (form = FIELDS_TSV; form <= FIELDS_JSON; form++)
		for (twice = 0; twice < 2; twice++) {
			f.form = (enum fields_form)form;
			fields_record(&f, &a);
			fields_row(&f, &at_a);
			fields_record_end(&f, &a);
			fields_record(&f, &b);
			fields_row(&f, &at_b);
			fields_record_end(&f, &b);
		}
	check_written(io, file, "5\n9\n5\n9\n{\"where\":2}\n{\"where\":5}\n"
	    "{\"where\":2}\n{\"where\":5}\n");
}

static void
check_page(struct io *io, FILE *file)
{
	struct page_head head = { .title = "T", .style = "q {}\n" };

	page_text(io->out, "a<b>\"&", 6, 0);
	check_written(io, file, "a&lt;b>\"&amp;");
	page_text(io->out, "<>\"&\0", 5, ESCAPE_QUOTE | ESCAPE_GREATER |
	    ESCAPE_NUL);
	check_written(io, file, "&lt;&gt;&quot;&amp;\xEF\xBF\xBD");
	page_heading(io->out, "a&b", 0);
	page_style_hue(io->out, 359);
	check_written(io, file, "<h2>a&amp;b</h2>\n style=\"--h:359\"");
	page_begin(io->out, &head);
	page_end(io->out, &head);
	check_written(io, file, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
	    "<meta charset=\"utf-8\">\n<title>T</title>\n<style>\nq {}\n"
	    "</style>\n</head>\n<body>\n</body>\n</html>\n");
	CHECK_NUMBER(page_hue("Roe", 3), 193);
	CHECK_NUMBER(page_hue("Roe of that", 3), page_hue("Roe", 3));
}

int
main(void)
{
	struct io io = {0};
	FILE *file = tmpfile();

	if (file == NULL)
		err(EXIT_FAILURE, "tmpfile");
	io.out = output_new(dup(fileno(file)), "a temporary file");
	check_forms(&io, file);
	check_records(&io, file);
	check_page(&io, file);
	output_close(io.out);
	return check_end();
}
