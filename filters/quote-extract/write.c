/*
 * write.c -- quotations out: see write.h
 */
#include <string.h>

#include "common/text/text.h"
#include "filters/quote-extract/write.h"

#define PASSAGE_MAX	2048	/* bytes of a passage that is context as a whole */
#define AROUND_MAX	1024	/* else: before a quotation, and behind it */

static const char *const kind_names[] = { "direct", "mixed", "indirect" };
static const char *const by_names[] = { NULL, "mention", "name", "pronoun",
    "noun", "previous" };

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Append text with each line break, and the space around it, as one space. */
static void
add_joined(struct buffer *b, const char *s, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i = k) {
		bool line = false;

		for (k = i; k < n && !is_space(s[k]); k++)
			;
		buffer_add(b, s + i, k - i);
		for (i = k; k < n && is_space(s[k]); k++)
			line |= s[k] == '\n' || s[k] == '\r';
		if (line)
			buffer_add(b, " ", 1);
		else
			buffer_add(b, s + i, k - i);
	}
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
		add_joined(&w->words, text + q->spans[i].start,
		    q->spans[i].end - q->spans[i].start);
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

/* A passage without the white space at its ends. */
static struct span
trimmed(const struct passage_text *t)
{
	struct span s = { 0, t->len };

	while (s.end > 0 && is_space(t->text[s.end - 1]))
		s.end--;
	while (s.start < s.end && is_space(t->text[s.start]))
		s.start++;
	return s;
}

/* The last place behind white space from least to at; else where a character begins. */
static size_t
space_before(const char *s, size_t least, size_t at)
{
	size_t i;

	for (i = at; i > least; i--)
		if (is_space(s[i - 1]))
			return i;
	for (i = at; i > least && at - i < 3 && (s[i] & 0xC0) == 0x80; i--)
		;
	return i;
}

/*
 * What a quotation stands in: the passage or, where that is long, the sentences
 * that the quotation, its cue and the mention of its speaker are in, as far as
 * AROUND_MAX bytes around it.  Else a passage of many quotations would be
 * printed as many times.
 */
static struct span
context_of(struct writer *w, const struct passage_text *t,
    const struct quote *q)
{
	static const struct sentence_options options;
	struct span all = trimmed(t), s;
	struct span at = { q->spans[0].start, last_end(q) }, found = at;
	struct sentence_iterator it;

	if (all.end - all.start <= PASSAGE_MAX)
		return all;
	if (at.start - all.start > AROUND_MAX)
		all.start = space_before(t->text, all.start,
		    at.start - AROUND_MAX);
	if (all.end - at.end > AROUND_MAX)
		all.end = space_before(t->text, at.end, at.end + AROUND_MAX);
	if (w->splitter == NULL)
		w->splitter = splitter_new(&options);
	sentences_start(&it, w->splitter, t->text + all.start,
	    all.end - all.start);
	while (sentences_next(&it, &s)) {
		s.start += all.start;
		s.end += all.start;
		if ((s.end > at.start && s.start < at.end) ||
		    (s.end > q->mention.start && s.start < q->mention.end) ||
		    (s.end > q->cue.start && s.start < q->cue.end)) {
			found.start = s.start < found.start ? s.start :
			    found.start;
			found.end = s.end > found.end ? s.end : found.end;
		}
	}
	return found;
}

static void
put_span_tsv(struct writer *w, const struct passage_text *t, struct span s)
{
	struct buffer b = {0};

	add_joined(&b, t->text + s.start, s.end - s.start);
	output_tsv(w->io->out, b.data, b.len);
	buffer_free(&b);
}

static void
write_tsv(struct writer *w, const struct passage_text *t, const struct quote *q)
{
	struct output *out = w->io->out;

	if (w->io->show_name) {
		output_tsv(out, t->file, strlen(t->file));
		output_putc(out, '\t');
	}
	if (q->speaker != NULL)
		output_tsv(out, q->speaker, q->speaker_len);
	output_putc(out, '\t');
	put_span_tsv(w, t, q->mention);
	output_putc(out, '\t');
	put_span_tsv(w, t, q->cue);
	output_putc(out, '\t');
	output_puts(out, kind_names[q->kind]);
	output_putc(out, '\t');
	output_number(out, t->offset + q->spans[0].start);
	output_putc(out, '\t');
	output_number(out, t->offset + last_end(q));
	output_putc(out, '\t');
	if (w->context) {
		put_span_tsv(w, t, context_of(w, t, q));
		output_putc(out, '\t');
	}
	output_tsv(out, w->words.data, w->words.len);
	output_putc(out, '\n');
	output_end_record(out);
}

static void
put_offsets(struct output *out, const struct passage_text *t,
    struct utf8_cursor *c, struct span s)
{
	output_puts(out, "\"start\":");
	output_number(out, t->points + utf8_cursor_point(c, s.start));
	output_puts(out, ",\"end\":");
	output_number(out, t->points + utf8_cursor_point(c, s.end));
}

/* ,"mention":{"start":1,"end":2,"text":"..."}, or null. */
static void
put_part(struct output *out, const struct passage_text *t,
    struct utf8_cursor *c, const char *name, struct span s,
    const struct quote *lemma)
{
	output_puts(out, ",\"");
	output_puts(out, name);
	output_puts(out, "\":");
	if (s.start == s.end) {
		output_puts(out, "null");
		return;
	}
	output_putc(out, '{');
	put_offsets(out, t, c, s);
	output_puts(out, ",\"text\":");
	output_json(out, t->text + s.start, s.end - s.start);
	if (lemma != NULL) {
		output_puts(out, ",\"lemma\":");
		output_json(out, lemma->lemma, lemma->lemma_len);
		if (lemma->cue_class != NULL) {
			output_puts(out, ",\"class\":\"");
			output_puts(out, lemma->cue_class);
			output_putc(out, '"');
		}
	}
	output_putc(out, '}');
}

static void
write_json(struct writer *w, const struct passage_text *t,
    const struct quote *q, struct utf8_cursor *c)
{
	struct output *out = w->io->out;
	struct span all = { q->spans[0].start, last_end(q) };
	size_t i;

	output_putc(out, '{');
	if (w->format == FORMAT_JSON && w->io->show_name) {
		output_puts(out, "\"file\":");
		output_json(out, t->file, strlen(t->file));
		output_putc(out, ',');
	}
	output_puts(out, "\"kind\":\"");
	output_puts(out, kind_names[q->kind]);
	output_puts(out, "\",\"speaker\":");
	if (q->speaker != NULL)
		output_json(out, q->speaker, q->speaker_len);
	else
		output_puts(out, "null");
	put_part(out, t, c, "mention", q->mention, NULL);
	put_part(out, t, c, "cue", q->cue, q);
	output_puts(out, ",\"spans\":[");
	for (i = 0; i < q->nspans; i++) {
		output_puts(out, i > 0 ? ",{" : "{");
		put_offsets(out, t, c, q->spans[i]);
		output_putc(out, '}');
	}
	output_puts(out, "],");
	put_offsets(out, t, c, all);
	output_puts(out, ",\"quote\":");
	output_json(out, w->words.data, w->words.len);
	if (by_names[q->by] != NULL) {
		output_puts(out, ",\"by\":\"");
		output_puts(out, by_names[q->by]);
		output_putc(out, '"');
	}
	if (q->addressee.end > q->addressee.start)
		put_part(out, t, c, "addressee", q->addressee, NULL);
	output_puts(out, ",\"confidence\":");
	output_puts(out, q->confidence >= 1000 ? "1" : "0.");
	if (q->confidence < 1000) {
		output_putc(out, (char)('0' + q->confidence / 100));
		output_putc(out, (char)('0' + q->confidence / 10 % 10));
		output_putc(out, (char)('0' + q->confidence % 10));
	}
	if (q->nested)
		output_puts(out, ",\"nested\":true");
	if (q->continued)
		output_puts(out, ",\"continued\":true");
	if (w->context) {
		struct span s = context_of(w, t, q);

		output_puts(out, ",\"context\":");
		output_json(out, t->text + s.start, s.end - s.start);
	}
	output_putc(out, '}');
	if (w->format == FORMAT_JSON) {
		output_putc(out, '\n');
		output_end_record(out);
	}
}

static void
put_html(struct output *out, const char *s, size_t n)
{
	size_t i, from = 0;
	const char *as;

	for (i = 0; i < n; i++) {
		switch (s[i]) {
		case '&': as = "&amp;"; break;
		case '<': as = "&lt;"; break;
		case '>': as = "&gt;"; break;
		case '"': as = "&quot;"; break;
		case '\0': as = "\xEF\xBF\xBD"; break;
		default: continue;
		}
		output_write(out, s + from, i - from);
		output_puts(out, as);
		from = i + 1;
	}
	output_write(out, s + from, n - from);
}

/* A speaker's colour: the same name, the same hue. */
static unsigned
hue(const struct quote *q)
{
	uint32_t h = 2166136261u;
	size_t i;

	for (i = 0; i < q->speaker_len; i++)
		h = (h ^ (unsigned char)q->speaker[i]) * 16777619u;
	return (h ^ h >> 16) % 360;
}

static void
open_mark(struct writer *w, const struct passage_text *t, const struct quote *q)
{
	struct output *out = w->io->out;

	output_puts(out, "<q class=\"");
	output_puts(out, kind_names[q->kind]);
	output_puts(out, "\" style=\"--h:");
	output_number(out, q->speaker != NULL ? hue(q) : 0);
	output_puts(out, "\" title=\"");
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

/* The passage with its quotations marked; those inside others are passed over. */
static void
write_html(struct writer *w, const struct passage_text *t,
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
			if (k == 0 && q[i].speaker != NULL) {
				output_puts(out, "<cite style=\"--h:");
				output_number(out, hue(&q[i]));
				output_puts(out, "\">");
				put_html(out, q[i].speaker, q[i].speaker_len);
				output_puts(out, "</cite>");
			}
			at = s.end;
		}
	}
	put_html(out, t->text + at, all.end - at);
	output_puts(out, "</p>\n");
	output_end_record(out);
}

static const char page_head[] =
    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<title>Quotations</title>\n<style>\n"
    "body { font: 18px/1.5 serif; max-width: 42em; margin: 2em auto; padding: 0 1em }\n"
    "q { quotes: none; background: hsl(var(--h) 80% 90%); border-bottom: 2px solid hsl(var(--h) 60% 45%); padding: 0 .1em }\n"
    "q.indirect { background: none; border-bottom-style: dotted }\n"
    "q.mixed { border-bottom-style: dashed }\n"
    "cite { font: 12px sans-serif; color: hsl(var(--h) 70% 30%); padding: 0 .3em; vertical-align: super; white-space: nowrap }\n"
    "</style>\n</head>\n<body>\n";

void
writer_begin(struct writer *w, bool header)
{
	struct output *out = w->io->out;

	if (w->format == FORMAT_HTML) {
		output_puts(out, page_head);
		output_end_record(out);
	}
	if (w->format != FORMAT_TSV || !header)
		return;
	if (w->io->show_name)
		output_puts(out, "file\t");
	output_puts(out, "speaker\tmention\tcue\tkind\tstart\tend\t");
	if (w->context)
		output_puts(out, "context\t");
	output_puts(out, "quote\n");
	output_end_record(out);
}

void
writer_document(struct writer *w, const struct record *r)
{
	struct output *out = w->io->out;

	if (w->format == FORMAT_MEMBER) {
		json_member_begin(out, r->json, "quotes");
		output_putc(out, '[');
		w->more = false;
	} else if (w->format == FORMAT_HTML && w->io->show_name &&
	    w->file != r->file) {
		output_puts(out, "<h2>");
		put_html(out, r->file, strlen(r->file));
		output_puts(out, "</h2>\n");
		output_end_record(out);
	}
	w->file = r->file;
}

void
writer_passage(struct writer *w, const struct passage_text *t,
    const struct quote *q, size_t n)
{
	struct utf8_cursor cursor;
	size_t i;

	if (w->format == FORMAT_HTML) {
		write_html(w, t, q, n);
		return;
	}
	utf8_cursor_init(&cursor, t->text, t->len);
	for (i = 0; i < n; i++) {
		if (!is_wanted(w, t->text, &q[i]))
			continue;
		if (w->format == FORMAT_TSV) {
			write_tsv(w, t, &q[i]);
			continue;
		}
		if (w->format == FORMAT_MEMBER && w->more)
			output_putc(w->io->out, ',');
		w->more = true;
		write_json(w, t, &q[i], &cursor);
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
	if (w->format != FORMAT_HTML)
		return;
	output_puts(w->io->out, "</body>\n</html>\n");
	output_end_record(w->io->out);
}

void
writer_free(struct writer *w)
{
	buffer_free(&w->words);
	if (w->splitter != NULL)
		splitter_free(w->splitter);
}
