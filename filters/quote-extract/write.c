/*
 * write.c -- quotations out: see write.h
 */
#include "filters/quote-extract/write.h"

#include <string.h>

#include "common/text/text.h"
#include "filters/quote-extract/context.h"

/* A span as text to be printed in a line: line breaks are spaces. */
static void
put_joined(struct fields *f, struct span s)
{
	struct quote_writer *w = f->context;

	if (f->form != FIELDS_TSV) {
		fields_put_span(f, s);
		return;
	}
	w->part.len = 0;
	joined_add(&w->part, f->text + s.start, s.end - s.start, JOIN_LF_OR_CR);
	fields_put_string(f, w->part.data, w->part.len);
}

/* {"start":1,"end":2,"text":"...", which the caller closes. */
static void
open_part(struct fields *f, struct span s)
{
	struct output *out = f->io->out;

	output_putc(out, '{');
	fields_put_offsets(f, s);
	output_puts(out, ",\"text\":");
	fields_put_span(f, s);
}

/* A phrase of the paragraph: its words, or an object with them. */
static void
put_part(struct fields *f, struct span s)
{
	if (f->form == FIELDS_TSV)
		put_joined(f, s);
	else if (s.start == s.end)
		fields_put_null(f);
	else {
		open_part(f, s);
		output_putc(f->io->out, '}');
	}
}

static void
put_mention(struct fields *f, const void *row)
{
	const struct quote *q = row;

	put_part(f, q->mention);
}

static void
put_cue(struct fields *f, const void *row)
{
	const struct quote *q = row;
	struct output *out = f->io->out;

	if (f->form == FIELDS_TSV || q->cue.start == q->cue.end) {
		put_part(f, q->cue);
		return;
	}
	open_part(f, q->cue);
	output_puts(out, ",\"lemma\":");
	fields_put_string(f, q->lemma, q->lemma_len);
	if (q->cue_class != NULL) {
		output_puts(out, ",\"class\":");
		fields_put_string(f, q->cue_class, strlen(q->cue_class));
	}
	output_putc(out, '}');
}

static bool
has_cue(const struct fields *f, const void *row)
{
	const struct quote *q = row;

	(void)f;
	return q->cue.start < q->cue.end && q->cue_class != NULL;
}

static void
put_class(struct fields *f, const void *row)
{
	const struct quote *q = row;

	fields_put_string(f, q->cue_class, strlen(q->cue_class));
}

static void
put_kind(struct fields *f, const void *row)
{
	const struct quote *q = row;
	const char *name = quote_kind_name(q->kind);

	fields_put_string(f, name, strlen(name));
}

static void
put_start(struct fields *f, const void *row)
{
	const struct quote *q = row;

	fields_put_offset(f, q->spans[0].start);
}

static void
put_end(struct fields *f, const void *row)
{
	const struct quote *q = row;

	fields_put_offset(f, q->spans[q->nspans - 1].end);
}

/* 12-34,56-78 */
static void
put_span_list(struct fields *f, const struct quote *q)
{
	size_t i;

	for (i = 0; i < q->nspans; i++) {
		if (i > 0)
			output_putc(f->io->out, ',');
		fields_put_offset(f, q->spans[i].start);
		output_putc(f->io->out, '-');
		fields_put_offset(f, q->spans[i].end);
	}
}

static void
put_spans(struct fields *f, const void *row)
{
	const struct quote *q = row;
	struct output *out = f->io->out;
	size_t i;

	if (f->form == FIELDS_TSV) {
		put_span_list(f, q);
		return;
	}
	output_putc(out, '[');
	for (i = 0; i < q->nspans; i++) {
		output_puts(out, i > 0 ? ",{" : "{");
		fields_put_offsets(f, q->spans[i]);
		output_putc(out, '}');
	}
	output_putc(out, ']');
}

static void
put_context(struct fields *f, const void *row)
{
	const struct quote_writer *w = f->context;
	struct paragraph_text t = { .text = f->text, .len = f->len };

	put_joined(f, quote_context(w->splitter, &t, row));
}

/* The words themselves, as is_wanted() has put them together. */
static void
put_quote(struct fields *f, const void *row)
{
	const struct quote_writer *w = f->context;

	(void)row;
	fields_put_string(f, w->words.data, w->words.len);
}

static const char *
by_name(enum speaker_by by)
{
	static const char *const names[] = { NULL, "mention", "name", "pronoun",
	    "noun", "previous" };

	return names[by];
}

static bool
has_by(const struct fields *f, const void *row)
{
	const struct quote *q = row;

	(void)f;
	return by_name(q->by) != NULL;
}

static void
put_by(struct fields *f, const void *row)
{
	const struct quote *q = row;

	fields_put_string(f, by_name(q->by), strlen(by_name(q->by)));
}

static bool
has_addressee(const struct fields *f, const void *row)
{
	const struct quote *q = row;

	(void)f;
	return q->addressee.end > q->addressee.start;
}

static void
put_addressee(struct fields *f, const void *row)
{
	const struct quote *q = row;

	put_part(f, q->addressee);
}

static bool
has_speaker(const struct fields *f, const void *row)
{
	const struct quote *q = row;

	(void)f;
	return q->speaker != NULL;
}

static bool
has_source(const struct fields *f, const void *row)
{
	const struct quote *q = row;

	(void)f;
	return q->source != SOURCE_NONE;
}

static void
put_source(struct fields *f, const void *row)
{
	const struct quote *q = row;
	const char *name = quote_source_name(q->source);

	fields_put_string(f, name, strlen(name));
}

static bool
has_id(const struct fields *f, const void *row)
{
	const struct quote_writer *w = f->context;

	(void)row;
	return w->listed != NULL && w->listed->id[0] != '\0';
}

static void
put_id(struct fields *f, const void *row)
{
	const struct quote_writer *w = f->context;

	(void)row;
	fields_put_string(f, w->listed->id, strlen(w->listed->id));
}

static bool
has_gender(const struct fields *f, const void *row)
{
	const struct quote *q = row;

	(void)f;
	return q->gender != 0;
}

static void
put_gender(struct fields *f, const void *row)
{
	const struct quote *q = row;
	const char *name = quote_gender_name(q->gender);

	fields_put_string(f, name, strlen(name));
}

static bool
has_context(const struct fields *f, const void *row)
{
	const struct quote_writer *w = f->context;

	(void)row;
	return w->context;
}

enum {
	F_SPEAKER, F_MENTION, F_CUE, F_KIND, F_START, F_END, F_SPANS, F_CONTEXT,
	F_QUOTE, F_BY, F_ADDRESSEE, F_CONFIDENCE, F_NESTED, F_CONTINUED,
	F_NEGATED, F_HYPOTHETICAL, F_QUESTION, F_SPEAKER_CONFIDENCE, F_SOURCE,
	F_ROLE, F_ORGANISATION, F_GENDER, F_ID, F_LEMMA, F_CLASS
};

const struct field quote_fields[] = {
	[F_SPEAKER] = FIELD_TEXT("speaker", struct quote, speaker, NULL),
	[F_MENTION] = FIELD("mention", put_mention, NULL),
	[F_CUE] = FIELD("cue", put_cue, NULL),
	[F_KIND] = FIELD("kind", put_kind, NULL),
	[F_START] = FIELD("start", put_start, NULL),
	[F_END] = FIELD("end", put_end, NULL),
	[F_SPANS] = FIELD("spans", put_spans, NULL),
	[F_CONTEXT] = FIELD("context", put_context, has_context),
	[F_QUOTE] = FIELD("quote", put_quote, NULL),
	[F_BY] = FIELD("by", put_by, has_by),
	[F_ADDRESSEE] = FIELD("addressee", put_addressee, has_addressee),
	[F_CONFIDENCE] = FIELD_PERMILLE("confidence", struct quote,
	    confidence, NULL),
	[F_NESTED] = FIELD_FLAG("nested", struct quote, nested),
	[F_CONTINUED] = FIELD_FLAG("continued", struct quote, continued),
	[F_NEGATED] = FIELD_FLAG("negated", struct quote, negated),
	[F_HYPOTHETICAL] = FIELD_FLAG("hypothetical", struct quote,
	    hypothetical),
	[F_QUESTION] = FIELD_FLAG("question", struct quote, question),
	[F_SPEAKER_CONFIDENCE] = FIELD_PERMILLE("speaker_confidence",
	    struct quote, speaker_confidence, has_speaker),
	[F_SOURCE] = FIELD("source", put_source, has_source),
	[F_ROLE] = FIELD_TEXT("role", struct quote, role, field_has_text),
	[F_ORGANISATION] = FIELD_TEXT("organisation", struct quote,
	    organisation, field_has_text),
	[F_GENDER] = FIELD("gender", put_gender, has_gender),
	[F_ID] = FIELD("id", put_id, has_id),
	[F_LEMMA] = FIELD_TEXT("lemma", struct quote, lemma, has_cue),
	[F_CLASS] = FIELD("class", put_class, has_cue),
	{ 0 }
};

#define F(name)	&quote_fields[F_##name]
static const struct field *const columns[] = {
	F(SPEAKER), F(MENTION), F(CUE), F(KIND), F(START), F(END), F(CONTEXT),
	F(QUOTE), NULL
};
static const struct field *const members[] = {
	F(KIND), F(SPEAKER), F(MENTION), F(CUE), F(SPANS), F(START), F(END),
	F(QUOTE), F(BY), F(SPEAKER_CONFIDENCE), F(SOURCE), F(ROLE),
	F(ORGANISATION), F(GENDER), F(ID), F(ADDRESSEE), F(CONFIDENCE),
	F(NESTED), F(CONTINUED), F(NEGATED), F(HYPOTHETICAL), F(QUESTION),
	F(CONTEXT), NULL
};
#undef F

/* What is written of a quotation: no context that is not asked for. */
static void
choose_fields(struct quote_writer *w, const struct field *const *chosen)
{
	const struct field *const *all;
	size_t n = 0;

	if (chosen[0] != NULL)
		w->context = false;
	for (all = chosen; *all != NULL; all++)
		w->context |= *all == &quote_fields[F_CONTEXT];

	w->fields.io = w->io;
	w->fields.context = w;
	w->fields.form = w->format == FORMAT_TSV ? FIELDS_TSV :
	    w->format == FORMAT_JSON ? FIELDS_JSON : FIELDS_ARRAY;
	all = chosen[0] != NULL ? chosen :
	    w->format == FORMAT_TSV ? columns : members;
	for (; *all != NULL && n < FIELDS_MOST; all++)
		if (w->context || *all != &quote_fields[F_CONTEXT])
			w->list[n++] = *all;
	w->fields.list = w->list;
	if (w->context)
		w->splitter = splitter_new(NULL);
}

void
writer_begin(struct quote_writer *w, const struct io_options *o)
{
	w->html.out = w->io->out;
	if (w->format == FORMAT_HTML) {
		html_begin(&w->html);
		return;
	}
	if (w->format == FORMAT_TEXT) {
		w->show.io = w->io;
		w->show.width = show_width();
		return;
	}
	choose_fields(w, o->columns);
	if (w->summary)
		w->fields.list = summary_columns;
	else if (o->rows)
		w->fields.id_field = o->id_field;
	if (o->header)
		fields_header(&w->fields);
}

void
writer_document(struct quote_writer *w, const struct record *r)
{
	/* A file's rows by its name, where names are shown. */
	if (w->summary && w->io->show_name && w->file != r->file) {
		if (w->file != NULL)
			summary_write(&w->spoken, &w->fields, w->file);
		w->file = r->file;
	}
	if (w->format == FORMAT_MEMBER) {
		json_member_begin(w->io->out, r->json, "quotes");
		output_putc(w->io->out, '[');
		w->fields.more = false;
	} else if (w->format == FORMAT_HTML)
		html_document(&w->html, r->file, w->io->show_name);
	else if (w->fields.id_field != NULL)
		fields_object(&w->fields, r);
}

/* The character before a byte of a text, or 0. */
static uint32_t
char_before(const char *text, size_t at)
{
	uint32_t cp = 0;

	if (at > 0)
		utf8_before(text, at, &cp);
	return cp;
}

/*
 * What stands where the attribution stood between two parts of a quotation in
 * marks, so that they can be printed: a full stop, if the attribution ended a
 * sentence (he said. "We"); a comma that stood there, before a capital; else a
 * space.
 * Parts that have their own stop keep it.
 */
static const char *
joint(const char *text, struct span before, struct span next)
{
	size_t at = next.start, len;
	uint32_t cp, first;

	if (char_is(char_before(text, before.end), CHAR_END | CHAR_PAUSE |
	    CHAR_DASH))
		return " ";
	do {
		len = utf8_before(text, at, &cp);
		at -= len;
	} while (at > before.end && char_is(cp, CHAR_QUOTE | CHAR_SPACE_MARK));
	utf8_decode(text + next.start, next.end - next.start, &first);
	if (char_letter(first) != CHAR_UPPER)
		return " ";
	if (char_is(cp, CHAR_END))
		return ". ";
	return text[before.end] == ',' ? ", " : " ";
}

/*
 * "I said, 'No,'" he went on. "They ...": the comma before marks that close is
 * the attribution's; in its place the stop.  False if there is none.
 */
static bool
stop_inside(struct buffer *b)
{
	size_t at = b->len;
	uint32_t cp = 0;

	while (at > 0) {
		at -= utf8_before(b->data, at, &cp);
		if (!char_is(cp, CHAR_QUOTE))
			break;
	}
	if (cp != ',')
		return false;
	b->data[at] = '.';
	return true;
}

/* The words of a quotation: its contents, and what joins them. */
static void
gather(struct quote_writer *w, const char *text, const struct quote *q)
{
	const char *with;
	size_t i;

	w->words.len = 0;
	for (i = 0; i < q->nspans; i++) {
		if (i > 0) {
			with = q->kind == QUOTE_DIRECT ? joint(text,
			    q->spans[i - 1], q->spans[i]) : " ";
			if (with[0] == '.' && stop_inside(&w->words))
				with++;
			buffer_add(&w->words, with, strlen(with));
		}
		joined_add(&w->words, text + q->spans[i].start,
		    q->spans[i].end - q->spans[i].start, JOIN_LF_OR_CR);
	}
}

static size_t
count_words(const struct buffer *b)
{
	size_t i = 0, n;

	for (n = 0; (i = space_skip(b->data, i, b->len)) < b->len; n++)
		while (i < b->len &&
		    !byte_is((unsigned char)b->data[i], CHAR_SPACE))
			i++;
	return n;
}

/* Whether a quotation is asked for; gathers its words. */
static bool
is_wanted(struct quote_writer *w, const char *text, const struct quote *q)
{
	if (!(w->kinds & 1u << q->kind) || q->confidence < w->min_confidence)
		return false;
	if (!w->unattributed && q->speaker == NULL &&
	    q->mention.start == q->mention.end && q->cue.start == q->cue.end)
		return false;
	gather(w, text, q);
	return w->min_words == 0 || count_words(&w->words) >= w->min_words;
}

/*
 * A quotation as it is written: a speaker who is not sure enough is nobody, and
 * one of the user's own is called as there.
 */
static struct quote
as_shown(struct quote_writer *w, const struct quote *q)
{
	struct quote shown = *q;

	w->listed = NULL;
	if (q->speaker == NULL)
		return shown;
	if (q->speaker_confidence < w->min_speaker) {
		shown.speaker = shown.role = shown.organisation = NULL;
		shown.by = SPEAKER_NONE;
		shown.gender = 0;
		return shown;
	}
	if (w->people != NULL)
		w->listed = people_list_find(w->people, q->speaker,
		    q->speaker_len);
	if (w->listed != NULL) {
		shown.speaker = w->listed->name;
		shown.speaker_len = strlen(w->listed->name);
		shown.source = SOURCE_PERSON;
	}
	return shown;
}

static void
write_quote(struct quote_writer *w, const struct paragraph_text *t,
    const struct quote *q)
{
	struct quote shown;

	if (!is_wanted(w, t->text, q))
		return;
	shown = as_shown(w, q);
	if (w->summary)
		summary_add(&w->spoken, &shown, w->listed != NULL ?
		    w->listed->id : "", count_words(&w->words));
	else if (w->format == FORMAT_HTML)
		html_quote(&w->html, t, &shown);
	else if (w->format == FORMAT_TEXT)
		show_quote(&w->show, t, &shown, w->words.data, w->words.len);
	else
		fields_row(&w->fields, &shown);
}

void
writer_paragraph(struct quote_writer *w, const struct paragraph_text *t,
    const struct quote *q, size_t n)
{
	size_t i;

	if (w->format == FORMAT_HTML)
		html_paragraph(&w->html, t);
	else
		fields_text(&w->fields, t->file, t->text, t->len, t->offset,
		    t->points);
	w->fields.returns = t->returns;
	w->fields.nreturns = t->nreturns;
	for (i = 0; i < n; i++)
		write_quote(w, t, &q[i]);
	if (w->format == FORMAT_HTML)
		html_paragraph_end(&w->html, t);
}

void
writer_document_end(struct quote_writer *w, const struct record *r)
{
	if (w->format != FORMAT_MEMBER)
		return;
	output_putc(w->io->out, ']');
	json_member_end(w->io->out, r->json);
}

void
writer_end(struct quote_writer *w)
{
	if (w->summary)
		summary_write(&w->spoken, &w->fields, w->file);
	if (w->format == FORMAT_HTML)
		html_end(&w->html);
}

void
writer_free(struct quote_writer *w)
{
	buffer_free(&w->words);
	buffer_free(&w->part);
	summary_free(&w->spoken);
	people_list_free(w->people);
	show_free(&w->show);
	if (w->splitter != NULL)
		splitter_free(w->splitter);
}
