/*
 * write.c -- mentions out: see write.h
 */
#include "filters/tag-entities/write.h"

#include <string.h>

#include "filters/tag-entities/brat.h"

static void
write_plain(struct mention_writer *w, const char *s, size_t n)
{
	if (w->color)
		output_write(w->io->out, s, n);
	else
		page_text(w->io->out, s, n, 0);
}

static void
visit_text(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct mention_writer *w = context;
	struct output *out = w->io->out;
	const struct entity *e;
	const char *label;
	size_t i;

	(void)t;
	(void)n;
	for (i = 0; i < m; i++) {
		e = &v[i].entity;
		label = finder_label(w->finder, e->type);
		write_plain(w, text + w->at, e->start - w->at);
		output_puts(out, w->color ? "\033[" : "<");
		output_puts(out, w->color ? entity_type_row(e->type)->colour :
		    label);
		output_puts(out, w->color ? "m" : ">");
		write_plain(w, text + e->start, e->end - e->start);
		output_puts(out, w->color ? "\033[0m" : "</");
		if (!w->color) {
			output_puts(out, label);
			output_putc(out, '>');
		}
		w->at = e->end;
	}
}

static void
visit_html(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct mention_writer *w = context;
	const struct entity *e;
	size_t i;

	(void)t;
	(void)n;
	for (i = 0; i < m; i++) {
		e = &v[i].entity;
		html_text(w->page, text + w->at, e->start - w->at);
		html_mention(w->page, finder_label(w->finder, e->type), e->type,
		    v[i].name, v[i].name_len, &v[i].value, text + e->start,
		    e->end - e->start);
		w->at = e->end;
	}
}

/* The fields of a struct named_entity. */

enum {
	F_TYPE, F_NAME, F_START, F_END, F_TEXT, F_CONFIDENCE, F_ID, F_VALUE,
	F_UNIT, F_MOD
};

static void
put_type(struct fields *f, const void *row)
{
	const struct mention_writer *w = f->context;
	const struct named_entity *v = row;
	const char *label = finder_label(w->finder, v->entity.type);

	fields_put_string(f, label, strlen(label));
}

static void
put_text(struct fields *f, const void *row)
{
	const struct named_entity *v = row;
	struct span s = { v->entity.start, v->entity.end };

	fields_put_span(f, s);
}

/* The part of a mention's value that the field being written tells. */
static const char *
value_part(const struct fields *f, const struct value *v)
{
	if (f->field == &mention_fields[F_UNIT])
		return v->unit;
	return f->field == &mention_fields[F_MOD] ? v->mod : v->text;
}

static bool
has_value(const struct fields *f, const void *row)
{
	const struct named_entity *v = row;

	return value_part(f, &v->value)[0] != '\0';
}

static void
put_value(struct fields *f, const void *row)
{
	const struct named_entity *v = row;
	const char *s = value_part(f, &v->value);

	if (s == v->value.text && v->value.is_number)
		output_puts(f->io->out, s);
	else
		fields_put_string(f, s, strlen(s));
}

const struct field mention_fields[] = {
	[F_TYPE] = FIELD("type", put_type, NULL),
	[F_NAME] = FIELD_TEXT("name", struct named_entity, name, NULL),
	[F_START] = FIELD_OFFSET("start", struct named_entity, entity.start),
	[F_END] = FIELD_OFFSET("end", struct named_entity, entity.end),
	[F_TEXT] = FIELD("text", put_text, NULL),
	[F_CONFIDENCE] = FIELD_PERMILLE("confidence", struct named_entity,
	    entity.score, NULL),
	[F_ID] = FIELD_TEXT("id", struct named_entity, id, field_has_text),
	[F_VALUE] = FIELD("value", put_value, has_value),
	[F_UNIT] = FIELD("unit", put_value, has_value),
	[F_MOD] = FIELD("mod", put_value, has_value),
	{ 0 }
};

static const struct field *const columns[] = {
	&mention_fields[F_TYPE], &mention_fields[F_NAME],
	&mention_fields[F_START], &mention_fields[F_END],
	&mention_fields[F_TEXT], NULL
};
static const struct field *const members[] = {
	&mention_fields[F_TYPE], &mention_fields[F_NAME],
	&mention_fields[F_START], &mention_fields[F_END],
	&mention_fields[F_TEXT], &mention_fields[F_CONFIDENCE],
	&mention_fields[F_ID], &mention_fields[F_VALUE],
	&mention_fields[F_UNIT], &mention_fields[F_MOD], NULL
};

bool
write_has_value(const struct field *const *list)
{
	for (; *list != NULL; list++)
		if (*list == &mention_fields[F_VALUE] ||
		    *list == &mention_fields[F_UNIT] ||
		    *list == &mention_fields[F_MOD])
			return true;
	return false;
}

static void
visit_rows(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct mention_writer *w = context;
	size_t i;

	(void)text;
	(void)t;
	(void)n;
	for (i = 0; i < m; i++)
		fields_row(&w->fields, &v[i]);
}

static void
visit_brat(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct mention_writer *w = context;
	size_t i;

	(void)text;
	(void)t;
	(void)n;
	for (i = 0; i < m; i++)
		brat_mention(&w->fields, ++w->mentions,
		    finder_label(w->finder, v[i].entity.type), &v[i]);
}

static void
visit_conll(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct mention_writer *w = context;
	struct output *out = w->io->out;
	size_t i, k = 0;

	for (i = 0; i < n; i++) {
		while (k < m && v[k].entity.last < i)
			k++;
		io_name_column(w->io, w->record);
		output_tsv(out, text + t[i].start, t[i].end - t[i].start);
		if (k < m && v[k].entity.first <= i) {
			output_puts(out, v[k].entity.first == i ? "\tB-" :
			    "\tI-");
			output_puts(out, finder_label(w->finder,
			    v[k].entity.type));
			output_putc(out, '\n');
		} else
			output_puts(out, "\tO\n");
	}
	if (n > 0) {
		output_putc(out, '\n');
		output_end_record(out);
	}
}

static void
begin_page(struct mention_writer *w)
{
	const char *labels[ENTITY_TYPES];
	int i;

	for (i = 0; i < ENTITY_TYPES; i++)
		labels[i] = finder_label(w->finder, i);
	w->page = html_new(w->io->out, labels);
}

void
write_begin(struct mention_writer *w, const struct io_options *o)
{
	if (w->format == FORMAT_HTML)
		begin_page(w);
	w->fields = (struct fields){ .io = w->io, .context = w,
	    .form = w->format == FORMAT_JSON || w->format == FORMAT_BRAT ?
	    FIELDS_JSON : FIELDS_TSV };
	if (o->mode == RECORD_JSON && !o->rows)
		w->fields.form = FIELDS_ARRAY;
	if (o->rows)
		w->fields.id_field = o->id_field;
	if (o->columns[0] != NULL)
		w->fields.list = o->columns;
	else
		w->fields.list = w->fields.form == FIELDS_TSV ? columns :
		    members;
	if (o->header && w->format == FORMAT_TSV)
		fields_header(&w->fields);
}

/* The record's other bytes: what leads it, what ends it. */
static void
write_around(struct mention_writer *w, const char *s, size_t n)
{
	if (w->format == FORMAT_TEXT)
		output_write(w->io->out, s, n);
	else if (w->format == FORMAT_HTML)
		html_text(w->page, s, n);
}

void
write_record(struct mention_writer *w, const struct record *r)
{
	static void (*const visits[])(void *, const char *,
	    const struct token *, size_t, const struct named_entity *,
	    size_t) = {
		[FORMAT_TEXT] = visit_text, [FORMAT_TSV] = visit_rows,
		[FORMAT_CONLL] = visit_conll, [FORMAT_JSON] = visit_rows,
		[FORMAT_HTML] = visit_html, [FORMAT_BRAT] = visit_brat,
	};
	struct visitor visitor = { visits[w->format], w };
	const char *eol;
	size_t n;

	if (r->first) {
		finder_begin(w->finder, w->date, strlen(w->date));
		if (w->format == FORMAT_HTML)
			html_document(w->page, w->io->show_name ? r->file :
			    NULL);
	}
	w->record = r;
	w->at = 0;
	if (w->format == FORMAT_TEXT)
		io_name_column(w->io, r);
	write_around(w, r->raw, (size_t)(r->text - r->raw));
	fields_record(&w->fields, r);
	if (w->whole)
		finder_foresee(w->finder, r->text, r->len);
	finder_text(w->finder, r->text, r->len, &visitor);
	if (w->format == FORMAT_TEXT) {
		write_plain(w, r->text + w->at, r->len - w->at);
		eol = record_terminator(w->io->in, r, &n);
		output_write(w->io->out, eol, n);
		output_end_record(w->io->out);
	} else if (w->format == FORMAT_HTML) {
		html_text(w->page, r->text + w->at,
		    (size_t)(r->raw + r->raw_len - (r->text + w->at)));
		output_end_record(w->io->out);
	}
	fields_record_end(&w->fields, r);
}

/* The document that an object is, of the date that its member tells. */
static void
begin_object(struct mention_writer *w, const struct record *r)
{
	size_t n;
	const char *date = json_record_string(r->json, w->date_field, &n);

	if (date == NULL || !finder_begin(w->finder, date, n))
		finder_begin(w->finder, w->date, strlen(w->date));
}

void
write_object(struct mention_writer *w, const struct record *r)
{
	struct visitor visitor = { visit_rows, w };
	bool member = w->fields.form == FIELDS_ARRAY;

	if (member) {
		json_member_begin(w->io->out, r->json, "entities");
		output_putc(w->io->out, '[');
	}
	fields_object(&w->fields, r);
	w->fields.more = false;
	w->record = r;
	begin_object(w, r);
	finder_foresee(w->finder, r->text, r->len);
	finder_text(w->finder, r->text, r->len, &visitor);
	if (member) {
		output_putc(w->io->out, ']');
		json_member_end(w->io->out, r->json);
	}
}

void
write_end(struct mention_writer *w)
{
	if (w->page != NULL)
		html_end(w->page);
}
