#include "filters/sentence-split/write.h"

#include <string.h>

#include "common/text/text.h"

/* Gives the pieces of a sentence to put, with one space for each line break. */
static void
write_joined(struct output *out, const char *p, size_t n,
    void (*put)(struct output *, const void *, size_t))
{
	struct span gap;
	size_t at = 0;

	while (joined_next(p, n, at, JOIN_LF, &gap)) {
		put(out, p + at, gap.start - at);
		put(out, " ", 1);
		at = gap.end;
	}
	put(out, p + at, n - at);
}

static void
write_sentence(const struct writer *w, const char *p, size_t n,
    void (*put)(struct output *, const void *, size_t))
{
	if (w->joins)
		write_joined(w->io->out, p, n, put);
	else
		put(w->io->out, p, n);
}

static void
write_text(struct writer *w, const struct record *r, const char *p, size_t n)
{
	io_name_column(w->io, r);
	write_sentence(w, p, n, output_write);
	output_write(w->io->out, w->eol, w->eol_len);
	output_end_record(w->io->out);
}

static void
write_tsv(struct writer *w, const struct record *r, const struct span *s)
{
	struct output *out = w->io->out;

	io_name_column(w->io, r);
	output_number(out, r->offset + s->start);
	output_putc(out, '\t');
	output_number(out, r->offset + s->end);
	output_putc(out, '\t');
	write_sentence(w, r->text + s->start, s->end - s->start, output_tsv);
	output_putc(out, '\n');
	output_end_record(out);
}

static void
write_points(struct output *out, uint64_t start, uint64_t end)
{
	output_puts(out, "\"start\":");
	output_number(out, start);
	output_puts(out, ",\"end\":");
	output_number(out, end);
}

/* The text as it stands, so that it is what start and end cut out. */
static void
write_json(struct writer *w, const struct record *r, const struct span *s,
    struct utf8_cursor *c)
{
	struct output *out = w->io->out;
	uint64_t start = w->points + utf8_cursor_point(c, s->start);
	uint64_t end = w->points + utf8_cursor_point(c, s->end);

	output_putc(out, '{');
	if (w->io->show_name) {
		output_puts(out, "\"file\":");
		output_json(out, r->file, strlen(r->file));
		output_putc(out, ',');
	}
	write_points(out, start, end);
	output_puts(out, ",\"text\":");
	output_json(out, r->text + s->start, s->end - s->start);
	output_puts(out, "}\n");
	output_end_record(out);
}

/* What stands before the text and is no white space: a byte order mark. */
static void
write_lead(struct writer *w, const struct record *r)
{
	const char *p;

	if (w->format != FORMAT_TEXT)
		return;
	for (p = r->raw; p < r->text; p++)
		if (!byte_is(*p, CHAR_SPACE))
			output_putc(w->io->out, *p);
}

/* Sentences end as their record does, which began so. */
static void
set_eol(struct writer *w, char c)
{
	w->eol = c == '\r' ? "\r\n" : c == '\0' ? "" : "\n";
	w->eol_len = c == '\r' ? 2 : 1;
}

void
write_record(struct writer *w, const struct record *r)
{
	struct sentence_iterator it;
	struct utf8_cursor cursor;
	struct span s;

	if (r->first) {
		w->points = 0;
		set_eol(w, w->zero ? '\0' : '\n');
	}
	if (!w->zero && r->text + r->len < r->raw + r->raw_len)
		set_eol(w, r->text[r->len]);
	if (r->raw != r->text)
		write_lead(w, r);
	if (w->format == FORMAT_JSON) {
		w->points += utf8_count(r->raw, (size_t)(r->text - r->raw));
		utf8_cursor_init(&cursor, r->text, r->len);
	}
	sentences_start(&it, w->splitter, r->text, r->len);
	while (sentences_next(&it, &s)) {
		if (w->separates && w->begun && w->format == FORMAT_TEXT &&
		    sentences_begins_line(&it)) {
			output_write(w->io->out, w->eol, w->eol_len);
			output_end_record(w->io->out);
		}
		w->begun = true;
		switch (w->format) {
		case FORMAT_TEXT:
			write_text(w, r, r->text + s.start, s.end - s.start);
			break;
		case FORMAT_TSV:
			write_tsv(w, r, &s);
			break;
		case FORMAT_JSON:
			write_json(w, r, &s, &cursor);
			break;
		}
	}
	if (w->format == FORMAT_JSON)
		w->points += utf8_count(r->text,
		    (size_t)(r->raw + r->raw_len - r->text));
}

void
write_object(struct writer *w, const struct record *r)
{
	struct output *out = w->io->out;
	struct sentence_iterator it;
	struct utf8_cursor cursor;
	struct span s;
	uint64_t start;
	bool more = false;

	json_member_begin(out, r->json, "sentences");
	output_putc(out, '[');
	utf8_cursor_init(&cursor, r->text, r->len);
	sentences_start(&it, w->splitter, r->text, r->len);
	while (sentences_next(&it, &s)) {
		output_puts(out, more ? ",{" : "{");
		start = utf8_cursor_point(&cursor, s.start);
		write_points(out, start, utf8_cursor_point(&cursor, s.end));
		output_putc(out, '}');
		more = true;
	}
	output_putc(out, ']');
	json_member_end(out, r->json);
}
