/*
 * write.c -- sentences out: see write.h
 */
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
write_sentence(const struct sentence_writer *w, const char *p, size_t n,
    void (*put)(struct output *, const void *, size_t))
{
	if (w->joins)
		write_joined(w->io->out, p, n, put);
	else
		put(w->io->out, p, n);
}

static void
write_text(struct sentence_writer *w, const struct record *r, const char *p,
    size_t n)
{
	io_name_column(w->io, r);
	write_sentence(w, p, n, output_write);
	output_write(w->io->out, w->eol, w->eol_len);
	output_end_record(w->io->out);
}

/* What a row is made of. */
struct row {
	struct span	 span;
	unsigned	 confidence;	/* in thousandths */
	enum sentence_by by;
};

/* As the iterator has it. */
static struct row
row_of(const struct sentence_iterator *it, struct span s)
{
	return (struct row){ s, sentences_confidence(it), sentences_by(it) };
}

/* In JSON as it stands, so that it is what start and end cut out. */
static void
put_text(struct fields *f, const void *row)
{
	const struct span *s = &((const struct row *)row)->span;

	if (f->form == FIELDS_TSV)
		write_sentence(f->context, f->text + s->start,
		    s->end - s->start, output_tsv);
	else
		fields_put_span(f, *s);
}

static void
put_by(struct fields *f, const void *row)
{
	static const char *const names[] = {
		[SENTENCE_BY_LINE] = "line",
		[SENTENCE_BY_RULE] = "rule",
		[SENTENCE_BY_MODEL] = "model",
		[SENTENCE_BY_LENGTH] = "length"
	};
	const char *name = names[((const struct row *)row)->by];

	fields_put_string(f, name, strlen(name));
}

enum { F_START, F_END, F_TEXT, F_CONFIDENCE, F_BY, F_LAST };

const struct field sentence_fields[] = {
	[F_START] = FIELD_OFFSET("start", struct row, span.start),
	[F_END] = FIELD_OFFSET("end", struct row, span.end),
	[F_TEXT] = FIELD("text", put_text, NULL),
	[F_CONFIDENCE] = FIELD_PERMILLE("confidence", struct row, confidence,
	    NULL),
	[F_BY] = FIELD("by", put_by, NULL),
	[F_LAST] = { 0 }
};

static const struct field *const row_fields[] = {
	&sentence_fields[F_START], &sentence_fields[F_END],
	&sentence_fields[F_TEXT], NULL
};
/* An object has the text already. */
static const struct field *const object_fields[] = {
	&sentence_fields[F_START], &sentence_fields[F_END], NULL
};

void
write_begin(struct sentence_writer *w, const struct io_options *o)
{
	w->fields = (struct fields){ .io = w->io, .list = w->columns != NULL ?
	    w->columns : row_fields,
	    .form = w->format == FORMAT_JSON ? FIELDS_JSON : FIELDS_TSV,
	    .context = w };
	if (o->rows)
		w->fields.id_field = o->id_field;
	if (o->header && w->format == FORMAT_TSV)
		fields_header(&w->fields);
}

/* What stands before the text and is no white space: a byte order mark. */
static void
write_lead(struct sentence_writer *w, const struct record *r)
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
set_eol(struct sentence_writer *w, char c)
{
	w->eol = c == '\r' ? "\r\n" : c == '\0' ? "" : "\n";
	w->eol_len = c == '\r' ? 2 : 1;
}

void
write_record(struct sentence_writer *w, const struct record *r)
{
	struct sentence_iterator it;
	struct span s;
	struct row row;

	if (r->first)
		set_eol(w, w->zero ? '\0' : '\n');
	if (!w->zero && r->text + r->len < r->raw + r->raw_len)
		set_eol(w, r->text[r->len]);
	if (r->raw != r->text)
		write_lead(w, r);
	fields_record(&w->fields, r);
	sentences_start(&it, w->splitter, r->text, r->len);
	while (sentences_next(&it, &s)) {
		if (w->separates && w->begun && w->format == FORMAT_TEXT &&
		    sentences_begins_line(&it)) {
			output_write(w->io->out, w->eol, w->eol_len);
			output_end_record(w->io->out);
		}
		w->begun = true;
		if (w->format == FORMAT_TEXT) {
			write_text(w, r, r->text + s.start, s.end - s.start);
			continue;
		}
		row = row_of(&it, s);
		fields_row(&w->fields, &row);
	}
	fields_record_end(&w->fields, r);
}

void
write_object(struct sentence_writer *w, const struct record *r)
{
	struct output *out = w->io->out;
	bool member = w->format != FORMAT_TSV;
	struct sentence_iterator it;
	struct span s;
	struct row row;

	if (member) {
		json_member_begin(out, r->json, "sentences");
		output_putc(out, '[');
		w->fields.form = FIELDS_ARRAY;
		w->fields.list = object_fields;
	}
	fields_object(&w->fields, r);
	w->fields.more = false;
	sentences_start(&it, w->splitter, r->text, r->len);
	while (sentences_next(&it, &s)) {
		row = row_of(&it, s);
		fields_row(&w->fields, &row);
	}
	if (member) {
		output_putc(out, ']');
		json_member_end(out, r->json);
	}
}
