#include "filters/tag-entities/write.h"

#include <string.h>

/* Text between tags: & and < escaped. */
static void
write_escaped(struct output *out, const char *s, size_t n)
{
	const char *end = s + n, *p;

	for (p = s; p < end; p++) {
		if (*p != '&' && *p != '<')
			continue;
		output_write(out, s, (size_t)(p - s));
		output_puts(out, *p == '&' ? "&amp;" : "&lt;");
		s = p + 1;
	}
	output_write(out, s, (size_t)(end - s));
}

static void
write_plain(struct writer *w, const char *s, size_t n)
{
	if (w->color)
		output_write(w->io->out, s, n);
	else
		write_escaped(w->io->out, s, n);
}

static void
visit_text(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct writer *w = context;
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
	struct writer *w = context;
	const struct entity *e;
	size_t i;

	(void)t;
	(void)n;
	for (i = 0; i < m; i++) {
		e = &v[i].entity;
		page_text(w->page, text + w->at, e->start - w->at);
		page_mention(w->page, finder_label(w->finder, e->type), e->type,
		    v[i].name, v[i].name_len, text + e->start, e->end - e->start);
		w->at = e->end;
	}
}

static void
visit_tsv(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct writer *w = context;
	struct output *out = w->io->out;
	const struct entity *e;
	size_t i;

	(void)t;
	(void)n;
	for (i = 0; i < m; i++) {
		e = &v[i].entity;
		io_name_column(w->io, w->record);
		output_puts(out, finder_label(w->finder, e->type));
		output_putc(out, '\t');
		output_tsv(out, v[i].name, v[i].name_len);
		output_putc(out, '\t');
		output_number(out, w->record->offset + e->start);
		output_putc(out, '\t');
		output_number(out, w->record->offset + e->end);
		output_putc(out, '\t');
		output_tsv(out, text + e->start, e->end - e->start);
		output_putc(out, '\n');
		output_end_record(out);
	}
}

static void
visit_conll(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct writer *w = context;
	struct output *out = w->io->out;
	size_t i, k = 0;

	for (i = 0; i < n; i++) {
		while (k < m && v[k].entity.last < i)
			k++;
		io_name_column(w->io, w->record);
		output_tsv(out, text + t[i].start, t[i].end - t[i].start);
		if (k < m && v[k].entity.first <= i) {
			output_puts(out, v[k].entity.first == i ? "\tB-" : "\tI-");
			output_puts(out, finder_label(w->finder, v[k].entity.type));
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
write_members(struct writer *w, const char *text, const struct named_entity *v)
{
	const struct entity *e = &v->entity;
	struct output *out = w->io->out;

	output_puts(out, "\"type\":\"");
	output_puts(out, finder_label(w->finder, e->type));
	output_puts(out, "\",\"name\":");
	output_json(out, v->name, v->name_len);
	output_puts(out, ",\"start\":");
	output_number(out, w->points + utf8_cursor_point(&w->cursor, e->start));
	output_puts(out, ",\"end\":");
	output_number(out, w->points + utf8_cursor_point(&w->cursor, e->end));
	output_puts(out, ",\"text\":");
	output_json(out, text + e->start, e->end - e->start);
	output_putc(out, '}');
}

static void
visit_json(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct writer *w = context;
	struct output *out = w->io->out;
	size_t i;

	(void)t;
	(void)n;
	for (i = 0; i < m; i++) {
		output_putc(out, '{');
		if (w->io->show_name) {
			output_puts(out, "\"file\":");
			output_json(out, w->record->file, strlen(w->record->file));
			output_putc(out, ',');
		}
		write_members(w, text, &v[i]);
		output_putc(out, '\n');
		output_end_record(out);
	}
}

static void
visit_member(void *context, const char *text, const struct token *t, size_t n,
    const struct named_entity *v, size_t m)
{
	struct writer *w = context;
	size_t i;

	(void)t;
	(void)n;
	for (i = 0; i < m; i++) {
		output_puts(w->io->out, w->more ? ",{" : "{");
		write_members(w, text, &v[i]);
		w->more = true;
	}
}

void
write_begin(struct writer *w, bool header)
{
	if (w->format == FORMAT_HTML)
		w->page = page_new(w->io->out);
	if (!header || w->format != FORMAT_TSV)
		return;
	if (w->io->show_name)
		output_puts(w->io->out, "file\t");
	output_puts(w->io->out, "type\tname\tstart\tend\ttext\n");
	output_end_record(w->io->out);
}

/* The record's other bytes: what leads it, what ends it. */
static void
write_around(struct writer *w, const char *s, size_t n)
{
	if (w->format == FORMAT_TEXT)
		output_write(w->io->out, s, n);
	else if (w->format == FORMAT_HTML)
		page_text(w->page, s, n);
}

void
write_record(struct writer *w, const struct record *r)
{
	static void (*const visits[])(void *, const char *, const struct token *,
	    size_t, const struct named_entity *, size_t) = {
		[FORMAT_TEXT] = visit_text, [FORMAT_TSV] = visit_tsv,
		[FORMAT_CONLL] = visit_conll, [FORMAT_JSON] = visit_json,
		[FORMAT_HTML] = visit_html,
	};
	struct visitor visitor = { visits[w->format], w };
	const char *eol;
	size_t n;

	if (r->first) {
		w->points = 0;
		finder_begin(w->finder);
		if (w->format == FORMAT_HTML)
			page_document(w->page, w->io->show_name ? r->file : NULL);
	}
	w->record = r;
	w->at = 0;
	if (w->format == FORMAT_TEXT)
		io_name_column(w->io, r);
	write_around(w, r->raw, (size_t)(r->text - r->raw));
	if (w->format == FORMAT_JSON) {
		w->points += utf8_count(r->raw, (size_t)(r->text - r->raw));
		utf8_cursor_init(&w->cursor, r->text, r->len);
	}
	if (w->whole)
		finder_foresee(w->finder, r->text, r->len);
	finder_text(w->finder, r->text, r->len, &visitor);
	if (w->format == FORMAT_TEXT) {
		write_plain(w, r->text + w->at, r->len - w->at);
		eol = record_terminator(w->io->in, r, &n);
		output_write(w->io->out, eol, n);
		output_end_record(w->io->out);
	} else if (w->format == FORMAT_HTML) {
		page_text(w->page, r->text + w->at,
		    (size_t)(r->raw + r->raw_len - (r->text + w->at)));
		output_end_record(w->io->out);
	} else if (w->format == FORMAT_JSON)
		w->points += utf8_count(r->text,
		    (size_t)(r->raw + r->raw_len - r->text));
}

void
write_object(struct writer *w, const struct record *r)
{
	struct visitor visitor = { visit_member, w };

	json_member_begin(w->io->out, r->json, "entities");
	output_putc(w->io->out, '[');
	utf8_cursor_init(&w->cursor, r->text, r->len);
	w->points = 0;
	w->record = r;
	w->more = false;
	finder_begin(w->finder);
	finder_foresee(w->finder, r->text, r->len);
	finder_text(w->finder, r->text, r->len, &visitor);
	output_putc(w->io->out, ']');
	json_member_end(w->io->out, r->json);
}

void
write_end(struct writer *w)
{
	if (w->page != NULL)
		page_end(w->page);
}
