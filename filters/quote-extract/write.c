/*
 * write.c -- quotations out: see write.h
 */
#include <string.h>

#include "common/text/text.h"
#include "filters/quote-extract/write.h"

static const char *const kind_names[] = { "direct", "mixed", "indirect" };
static const char *const by_names[] = { NULL, "mention", "name", "pronoun",
    "noun", "previous" };

static bool
is_space(char c)
{
	return byte_is((unsigned char)c, CHAR_SPACE) != 0;
}

/* The words of a quotation in w->words: its pieces, a space between them. */
static void
gather(struct writer *w, const char *text, const struct quote *q)
{
	size_t i;

	w->words.len = 0;
	for (i = 0; i < q->nspans; i++) {
		if (i > 0)
			buffer_add(&w->words, " ", 1);
		joined_add(&w->words, text + q->spans[i].start,
		    q->spans[i].end - q->spans[i].start, JOIN_LF_OR_CR);
	}
}

static size_t
count_words(const struct buffer *b)
{
	size_t i, n = 0;

	for (i = 0; i < b->len; i++)
		n += !is_space(b->data[i]) && (i == 0 || is_space(b->data[i - 1]));
	return n;
}

/* Whether a quotation is asked for; gathers its words. */
static bool
is_wanted(struct writer *w, const char *text, const struct quote *q)
{
	if (!(w->kinds & 1u << q->kind) || q->confidence < w->min_confidence)
		return false;
	if (!w->unattributed && q->speaker == NULL &&
	    q->mention.start == q->mention.end && q->cue.start == q->cue.end)
		return false;
	gather(w, text, q);
	return w->min_words == 0 || count_words(&w->words) >= w->min_words;
}

static size_t
last_end(const struct quote *q)
{
	return q->spans[q->nspans - 1].end;
}

/* A paragraph without the white space at its ends. */
static struct span
trimmed(const struct paragraph_text *t)
{
	struct span s;

	s.end = space_before(t->text, 0, t->len);
	s.start = space_skip(t->text, 0, s.end);
	return s;
}

/* Where a quotation stands, for the fields of its row. */
struct row {
	const struct quote *quote;
	const struct paragraph_text *paragraph;
};

/* A span as text: for people and shells without its line breaks. */
static void
put_words(struct fields *f, struct span s)
{
	struct writer *w = f->context;

	if (f->form != FIELDS_TSV) {
		fields_put_span(f, s);
		return;
	}
	w->joined.len = 0;
	joined_add(&w->joined, f->text + s.start, s.end - s.start,
	    JOIN_LF_OR_CR);
	fields_put_string(f, w->joined.data, w->joined.len);
}

static void
put_name(struct fields *f, const char *name)
{
	fields_put_string(f, name, strlen(name));
}

static void
put_kind(struct fields *f, const void *row)
{
	const struct row *r = row;

	put_name(f, kind_names[r->quote->kind]);
}

static void
put_speaker(struct fields *f, const void *row)
{
	const struct quote *q = ((const struct row *)row)->quote;

	if (q->speaker != NULL)
		fields_put_string(f, q->speaker, q->speaker_len);
	else
		fields_put_null(f);
}

/* {"start":1,"end":2,"text":"..." without the last }, for what there is. */
static void
begin_part(struct fields *f, struct span s)
{
	output_putc(f->io->out, '{');
	fields_put_offsets(f, s);
	output_puts(f->io->out, ",\"text\":");
	fields_put_span(f, s);
}

static void
put_part(struct fields *f, struct span s)
{
	if (s.start == s.end)
		fields_put_null(f);
	else if (f->form == FIELDS_TSV)
		put_words(f, s);
	else {
		begin_part(f, s);
		output_putc(f->io->out, '}');
	}
}

static void
put_mention(struct fields *f, const void *row)
{
	put_part(f, ((const struct row *)row)->quote->mention);
}

static void
put_addressee(struct fields *f, const void *row)
{
	put_part(f, ((const struct row *)row)->quote->addressee);
}

static bool
has_addressee(const struct fields *f, const void *row)
{
	const struct quote *q = ((const struct row *)row)->quote;

	(void)f;
	return q->addressee.end > q->addressee.start;
}

/* In JSON with its lemma and its class. */
static void
put_cue(struct fields *f, const void *row)
{
	const struct quote *q = ((const struct row *)row)->quote;
	struct output *out = f->io->out;

	if (q->cue.start == q->cue.end || f->form == FIELDS_TSV) {
		put_part(f, q->cue);
		return;
	}
	begin_part(f, q->cue);
	output_puts(out, ",\"lemma\":");
	fields_put_string(f, q->lemma, q->lemma_len);
	if (q->cue_class != NULL) {
		output_puts(out, ",\"class\":");
		put_name(f, q->cue_class);
	}
	output_putc(out, '}');
}

/* An array: there is no column of it. */
static void
put_spans(struct fields *f, const void *row)
{
	const struct quote *q = ((const struct row *)row)->quote;
	struct output *out = f->io->out;
	size_t i;

	for (i = 0; i < q->nspans; i++) {
		output_puts(out, i == 0 ? "[{" : ",{");
		fields_put_offsets(f, q->spans[i]);
		output_putc(out, '}');
	}
	output_putc(out, ']');
}

static void
put_start(struct fields *f, const void *row)
{
	const struct row *r = row;

	fields_put_offset(f, r->quote->spans[0].start);
}

static void
put_end(struct fields *f, const void *row)
{
	const struct row *r = row;

	fields_put_offset(f, last_end(r->quote));
}

static void
put_context(struct fields *f, const void *row)
{
	put_words(f, trimmed(((const struct row *)row)->paragraph));
}

static bool
has_context(const struct fields *f, const void *row)
{
	const struct writer *w = f->context;

	(void)row;
	return w->context;
}

static void
put_quote(struct fields *f, const void *row)
{
	const struct writer *w = f->context;

	(void)row;
	fields_put_string(f, w->words.data, w->words.len);
}

static void
put_by(struct fields *f, const void *row)
{
	put_name(f, by_names[((const struct row *)row)->quote->by]);
}

static bool
has_by(const struct fields *f, const void *row)
{
	(void)f;
	return by_names[((const struct row *)row)->quote->by] != NULL;
}

static void
put_confidence(struct fields *f, const void *row)
{
	unsigned n = ((const struct row *)row)->quote->confidence;
	struct output *out = f->io->out;

	if (n >= 1000) {
		output_putc(out, '1');
		return;
	}
	output_puts(out, "0.");
	output_putc(out, (char)('0' + n / 100));
	output_putc(out, (char)('0' + n / 10 % 10));
	output_putc(out, (char)('0' + n % 10));
}

static void
put_true(struct fields *f, const void *row)
{
	(void)row;
	output_puts(f->io->out, "true");
}

static bool
is_nested(const struct fields *f, const void *row)
{
	(void)f;
	return ((const struct row *)row)->quote->nested;
}

static bool
is_continued(const struct fields *f, const void *row)
{
	(void)f;
	return ((const struct row *)row)->quote->continued;
}

enum {
	F_SPEAKER, F_MENTION, F_CUE, F_KIND, F_SPANS, F_START, F_END, F_QUOTE,
	F_BY, F_ADDRESSEE, F_CONFIDENCE, F_NESTED, F_CONTINUED, F_CONTEXT
};

static const struct field table[] = {
	[F_SPEAKER] = FIELD("speaker", put_speaker, NULL),
	[F_MENTION] = FIELD("mention", put_mention, NULL),
	[F_CUE] = FIELD("cue", put_cue, NULL),
	[F_KIND] = FIELD("kind", put_kind, NULL),
	[F_SPANS] = FIELD("spans", put_spans, NULL),
	[F_START] = FIELD("start", put_start, NULL),
	[F_END] = FIELD("end", put_end, NULL),
	[F_QUOTE] = FIELD("quote", put_quote, NULL),
	[F_BY] = FIELD("by", put_by, has_by),
	[F_ADDRESSEE] = FIELD("addressee", put_addressee, has_addressee),
	[F_CONFIDENCE] = FIELD("confidence", put_confidence, NULL),
	[F_NESTED] = FIELD("nested", put_true, is_nested),
	[F_CONTINUED] = FIELD("continued", put_true, is_continued),
	[F_CONTEXT] = FIELD("context", put_context, has_context)
};

static const struct field *const columns[] = {
	&table[F_SPEAKER], &table[F_MENTION], &table[F_CUE], &table[F_KIND],
	&table[F_START], &table[F_END], &table[F_QUOTE], NULL
};
static const struct field *const columns_in_context[] = {
	&table[F_SPEAKER], &table[F_MENTION], &table[F_CUE], &table[F_KIND],
	&table[F_START], &table[F_END], &table[F_CONTEXT], &table[F_QUOTE], NULL
};
static const struct field *const members[] = {
	&table[F_KIND], &table[F_SPEAKER], &table[F_MENTION], &table[F_CUE],
	&table[F_SPANS], &table[F_START], &table[F_END], &table[F_QUOTE],
	&table[F_BY], &table[F_ADDRESSEE], &table[F_CONFIDENCE],
	&table[F_NESTED], &table[F_CONTINUED], &table[F_CONTEXT], NULL
};

#define ESCAPE	(ESCAPE_QUOTE | ESCAPE_GREATER | ESCAPE_NUL)

static void
put_html(struct output *out, const char *s, size_t n)
{
	page_text(out, s, n, ESCAPE);
}

static void
open_mark(struct writer *w, const struct paragraph_text *t,
    const struct quote *q)
{
	struct output *out = w->io->out;

	output_puts(out, "<q class=\"");
	output_puts(out, kind_names[q->kind]);
	output_putc(out, '"');
	page_style_hue(out, q->speaker == NULL ? 0 :
	    page_hue(q->speaker, q->speaker_len));
	output_puts(out, " title=\"");
	if (q->speaker != NULL)
		put_html(out, q->speaker, q->speaker_len);
	else
		output_puts(out, "?");
	if (q->cue.end > q->cue.start) {
		output_puts(out, " (");
		put_html(out, t->text + q->cue.start, q->cue.end - q->cue.start);
		output_puts(out, ")");
	}
	output_puts(out, "\">");
}

static void
put_cite(struct output *out, const char *speaker, size_t len)
{
	output_puts(out, "<cite");
	page_style_hue(out, page_hue(speaker, len));
	output_putc(out, '>');
	put_html(out, speaker, len);
	output_puts(out, "</cite>");
}

/* The paragraph with its quotations marked, but those inside others. */
static void
write_html(struct writer *w, const struct paragraph_text *t,
    const struct quote *q, size_t n)
{
	struct output *out = w->io->out;
	struct span all = trimmed(t);
	size_t at = all.start, i, k;

	if (all.start == all.end)
		return;
	output_puts(out, "<p>");
	for (i = 0; i < n; i++) {
		if (!is_wanted(w, t->text, &q[i]))
			continue;
		for (k = 0; k < q[i].nspans; k++) {
			struct span s = q[i].spans[k];

			if (s.start < at)
				continue;
			put_html(out, t->text + at, s.start - at);
			open_mark(w, t, &q[i]);
			put_html(out, t->text + s.start, s.end - s.start);
			output_puts(out, "</q>");
			if (k == 0 && q[i].speaker != NULL)
				put_cite(out, q[i].speaker, q[i].speaker_len);
			at = s.end;
		}
	}
	put_html(out, t->text + at, all.end - at);
	output_puts(out, "</p>\n");
	output_end_record(out);
}

static const struct page_head head = {
	.title = "Quotations",
	.style =
    "body { font: 18px/1.5 serif; max-width: 42em; margin: 2em auto;"
    " padding: 0 1em }\n"
    "q { quotes: none; background: hsl(var(--h) 80% 90%);"
    " border-bottom: 2px solid hsl(var(--h) 60% 45%); padding: 0 .1em }\n"
    "q.indirect { background: none; border-bottom-style: dotted }\n"
    "q.mixed { border-bottom-style: dashed }\n"
    "cite { font: 12px sans-serif; color: hsl(var(--h) 70% 30%);"
    " padding: 0 .3em; vertical-align: super; white-space: nowrap }\n"
};

void
writer_begin(struct writer *w, bool header)
{
	w->fields = (struct fields){ .io = w->io, .context = w };
	switch (w->format) {
	case FORMAT_TSV:
		w->fields.list = w->context ? columns_in_context : columns;
		if (header)
			fields_header(&w->fields);
		break;
	case FORMAT_JSON:
		w->fields.form = FIELDS_JSON;
		w->fields.list = members;
		break;
	case FORMAT_MEMBER:
		w->fields.form = FIELDS_ARRAY;
		w->fields.list = members;
		break;
	case FORMAT_HTML:
		page_begin(w->io->out, &head);
		break;
	}
}

void
writer_document(struct writer *w, const struct record *r)
{
	struct output *out = w->io->out;

	if (w->format == FORMAT_MEMBER) {
		json_member_begin(out, r->json, "quotes");
		output_putc(out, '[');
		w->fields.more = false;
	} else if (w->format == FORMAT_HTML && w->io->show_name &&
	    w->file != r->file) {
		page_heading(out, r->file, ESCAPE);
		output_end_record(out);
	}
	w->file = r->file;
}

void
writer_paragraph(struct writer *w, const struct paragraph_text *t,
    const struct quote *q, size_t n)
{
	struct row row = { .paragraph = t };
	size_t i;

	if (w->format == FORMAT_HTML) {
		write_html(w, t, q, n);
		return;
	}
	fields_text(&w->fields, t->file, t->text, t->len, t->offset, t->points);
	for (i = 0; i < n; i++) {
		if (!is_wanted(w, t->text, &q[i]))
			continue;
		row.quote = &q[i];
		fields_row(&w->fields, &row);
	}
}

void
writer_document_end(struct writer *w, const struct record *r)
{
	if (w->format != FORMAT_MEMBER)
		return;
	output_putc(w->io->out, ']');
	json_member_end(w->io->out, r->json);
}

void
writer_end(struct writer *w)
{
	if (w->format == FORMAT_HTML)
		page_end(w->io->out, &head);
}

void
writer_free(struct writer *w)
{
	buffer_free(&w->words);
	buffer_free(&w->joined);
}
