/*
 * html.c -- paragraphs with their quotations marked: see html.h
 */
#include "filters/quote-extract/html.h"

#define ESCAPE	(ESCAPE_QUOTE | ESCAPE_GREATER | ESCAPE_NUL)

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
html_begin(struct quote_page *h)
{
	page_begin(h->out, &head);
}

void
html_document(struct quote_page *h, const char *file, bool heading)
{
	if (heading && h->file != file) {
		page_heading(h->out, file, ESCAPE);
		output_end_record(h->out);
	}
	h->file = file;
}

static void
put_text(struct quote_page *h, const struct paragraph_text *t, size_t from,
    size_t to)
{
	page_text(h->out, t->text + from, to - from, ESCAPE);
}

void
html_paragraph(struct quote_page *h, const struct paragraph_text *t)
{
	struct span all = paragraph_trimmed(t);

	h->at = all.start;
	if (all.start < all.end)
		output_puts(h->out, "<p>");
}

static unsigned
hue(const struct quote *q)
{
	return q->speaker != NULL ? page_hue(q->speaker, q->speaker_len) : 0;
}

static void
open_mark(struct quote_page *h, const struct paragraph_text *t,
    const struct quote *q)
{
	output_puts(h->out, "<q class=\"");
	output_puts(h->out, quote_kind_name(q->kind));
	output_puts(h->out, "\"");
	page_style_hue(h->out, hue(q));
	output_puts(h->out, " title=\"");
	if (q->speaker != NULL)
		page_text(h->out, q->speaker, q->speaker_len, ESCAPE);
	else
		output_puts(h->out, "?");
	if (q->cue.end > q->cue.start) {
		output_puts(h->out, " (");
		put_text(h, t, q->cue.start, q->cue.end);
		output_puts(h->out, ")");
	}
	output_puts(h->out, "\">");
}

static void
put_speaker(struct quote_page *h, const struct quote *q)
{
	output_puts(h->out, "<cite");
	page_style_hue(h->out, hue(q));
	output_puts(h->out, ">");
	page_text(h->out, q->speaker, q->speaker_len, ESCAPE);
	output_puts(h->out, "</cite>");
}

void
html_quote(struct quote_page *h, const struct paragraph_text *t,
    const struct quote *q)
{
	size_t k;

	for (k = 0; k < q->nspans; k++) {
		if (q->spans[k].start < h->at)
			continue;
		put_text(h, t, h->at, q->spans[k].start);
		open_mark(h, t, q);
		put_text(h, t, q->spans[k].start, q->spans[k].end);
		output_puts(h->out, "</q>");
		if (k == 0 && q->speaker != NULL)
			put_speaker(h, q);
		h->at = q->spans[k].end;
	}
}

void
html_paragraph_end(struct quote_page *h, const struct paragraph_text *t)
{
	struct span all = paragraph_trimmed(t);

	if (all.start == all.end)	/* an empty line */
		return;
	put_text(h, t, h->at, all.end);
	output_puts(h->out, "</p>\n");
	output_end_record(h->out);
}

void
html_end(struct quote_page *h)
{
	page_end(h->out, &head);
}
