/*
 * fields.c -- rows of TSV and JSON: see fields.h
 */
#include "common/io/fields.h"

#include <string.h>

#include "common/io/io.h"

void
fields_header(struct fields *f)
{
	struct output *out = f->io->out;
	size_t i;

	if (f->form != FIELDS_TSV)
		return;
	if (f->io->show_name)
		output_puts(out, "file\t");
	if (f->id_field != NULL) {
		output_tsv(out, f->id_field, strlen(f->id_field));
		output_putc(out, '\t');
	}
	for (i = 0; f->list[i] != NULL; i++) {
		output_puts(out, f->list[i]->name);
		output_putc(out, f->list[i + 1] != NULL ? '\t' : '\n');
	}
	output_end_record(out);
}

void
fields_text(struct fields *f, const char *file, const char *text, size_t len,
    uint64_t bytes, uint64_t points)
{
	f->file = file;
	f->text = text;
	f->len = len;
	f->bytes = bytes;
	f->points = points;
	f->nreturns = 0;
	utf8_cursor_init(&f->cursor, text, len);
}

void
fields_record(struct fields *f, const struct record *r)
{
	uint64_t points = r->first ? 0 : f->points;

	if (f->form != FIELDS_TSV)
		points += utf8_count(r->raw, (size_t)(r->text - r->raw));
	fields_text(f, r->file, r->text, r->len, r->offset, points);
}

void
fields_record_end(struct fields *f, const struct record *r)
{
	if (f->form != FIELDS_TSV)
		f->points += utf8_count(r->text,
		    (size_t)(r->raw + r->raw_len - r->text));
}

void
fields_object(struct fields *f, const struct record *r)
{
	fields_text(f, r->file, r->text, r->len, 0, 0);
	if (f->id_field == NULL)
		return;
	f->id = json_record_string(r->json, f->id_field, &f->id_len);
	if (f->id == NULL)
		f->id = json_record_raw(r->json, f->id_field, &f->id_len);
	if (f->id == NULL) {
		f->id = "";
		f->id_len = 0;
	}
}

/* Go to a field of the list: has the row such a value? */
static bool
has(struct fields *f, const struct field *field, const void *row)
{
	f->field = field;
	return field->has == NULL || field->has(f, row);
}

static void
put_columns(struct fields *f, const void *row)
{
	struct output *out = f->io->out;
	size_t i;

	if (f->io->show_name) {
		output_tsv(out, f->file, strlen(f->file));
		output_putc(out, '\t');
	}
	if (f->id_field != NULL) {
		output_tsv(out, f->id, f->id_len);
		output_putc(out, '\t');
	}
	for (i = 0; f->list[i] != NULL; i++) {
		if (has(f, f->list[i], row))
			f->list[i]->put(f, row);
		output_putc(out, f->list[i + 1] != NULL ? '\t' : '\n');
	}
	output_end_record(out);
}

static void
put_members(struct fields *f, const void *row)
{
	struct output *out = f->io->out;
	const struct field *field;
	size_t i, skip = 1;		/* the comma before the first */

	output_putc(out, '{');
	if (f->io->show_name && f->form == FIELDS_JSON) {
		output_puts(out, "\"file\":");
		output_json(out, f->file, strlen(f->file));
		skip = 0;
	}
	for (i = 0; (field = f->list[i]) != NULL; i++) {
		if (!has(f, field, row))
			continue;
		output_write(out, field->member + skip,
		    field->member_len - skip);
		field->put(f, row);
		skip = 0;
	}
	output_putc(out, '}');
}

void
fields_row(struct fields *f, const void *row)
{
	struct output *out = f->io->out;

	switch (f->form) {
	case FIELDS_TSV:
		put_columns(f, row);
		break;
	case FIELDS_JSON:
		put_members(f, row);
		output_putc(out, '\n');
		output_end_record(out);
		break;
	case FIELDS_ARRAY:
		if (f->more)
			output_putc(out, ',');
		f->more = true;
		put_members(f, row);
		break;
	}
}

/* How many bytes, each a code point, the document has more up to there. */
static uint64_t
returns_before(const struct fields *f, size_t byte)
{
	size_t low = 0, high = f->nreturns, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (f->returns[mid] < byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

void
fields_put_offset(struct fields *f, size_t byte)
{
	output_number(f->io->out, returns_before(f, byte) +
	    (f->form == FIELDS_TSV ? f->bytes + byte :
	    f->points + utf8_cursor_point(&f->cursor, byte)));
}

void
fields_put_string(struct fields *f, const char *s, size_t n)
{
	if (f->form == FIELDS_TSV)
		output_tsv(f->io->out, s, n);
	else
		output_json(f->io->out, s, n);
}

void
fields_put_number(struct fields *f, uint64_t n)
{
	output_number(f->io->out, n);
}

void
fields_put_null(struct fields *f)
{
	if (f->form != FIELDS_TSV)
		output_puts(f->io->out, "null");
}

void
fields_put_span(struct fields *f, struct span s)
{
	fields_put_string(f, f->text + s.start, s.end - s.start);
}

void
fields_put_offsets(struct fields *f, struct span s)
{
	output_puts(f->io->out, "\"start\":");
	fields_put_offset(f, s.start);
	output_puts(f->io->out, ",\"end\":");
	fields_put_offset(f, s.end);
}

/* The part of the row that the field asked for is. */
static const void *
part(const struct fields *f, const void *row)
{
	return (const char *)row + f->field->at;
}

void
field_flag(struct fields *f, const void *row)
{
	(void)row;
	output_puts(f->io->out, "true");
}

bool
field_is_set(const struct fields *f, const void *row)
{
	return *(const bool *)part(f, row);
}

void
field_number(struct fields *f, const void *row)
{
	fields_put_number(f, *(const size_t *)part(f, row));
}

void
field_offset(struct fields *f, const void *row)
{
	fields_put_offset(f, *(const size_t *)part(f, row));
}

/* Thousandths, 0 to 1000, as a fraction: 0.950, or 1. */
void
field_permille(struct fields *f, const void *row)
{
	unsigned n = *(const unsigned *)part(f, row);
	char s[] = "0.000";

	if (n >= 1000) {
		output_putc(f->io->out, '1');
		return;
	}
	s[2] = (char)('0' + n / 100);
	s[3] = (char)('0' + n / 10 % 10);
	s[4] = (char)('0' + n % 10);
	output_puts(f->io->out, s);
}

bool
field_has_text(const struct fields *f, const void *row)
{
	return *(const char *const *)part(f, row) != NULL;
}

void
field_text(struct fields *f, const void *row)
{
	const char *s = *(const char *const *)part(f, row);
	const void *len = (const char *)row + f->field->len_at;

	if (s != NULL)
		fields_put_string(f, s, *(const size_t *)len);
	else
		fields_put_null(f);
}
