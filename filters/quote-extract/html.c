/*
 * html.c -- paragraphs with their quotations marked: see html.h
 */
#include "filters/quote-extract/html.h"

#include <stdlib.h>
#include <string.h>

#include "common/text/text.h"

#define FIRST_WORDS	60	/* bytes of a quotation that the list shows */

/* A quotation on the page. */
struct quoted {
	char	*speaker;
	char	*words;			/* the first of them */
	size_t	 number;		/* from 1 */
};

#define ESCAPE	(ESCAPE_QUOTE | ESCAPE_GREATER | ESCAPE_NUL)

static const struct page_head head = {
	.title = "Quotations",
	.style =
    ":root { color-scheme: light dark; --pale: 90%; --deep: 30% }\n"
    "body { font: 18px/1.5 serif; max-width: 42em; margin: 2em auto;"
    " padding: 0 1em; color: #222; background: #fff }\n"
    "q { quotes: none; background: hsl(var(--h) 80% var(--pale));"
    " border-bottom: 2px solid hsl(var(--h) 60% 45%); padding: 0 .1em }\n"
    "q:target { outline: 2px solid hsl(var(--h) 60% 45%) }\n"
    "q.indirect { background: none; border-bottom-style: dotted }\n"
    "q.mixed { border-bottom-style: dashed }\n"
    "cite { font: 12px sans-serif; color: hsl(var(--h) 70% var(--deep));"
    " padding: 0 .3em; vertical-align: super; white-space: nowrap }\n"
    "h2 { font: bold 15px sans-serif; color: #555;"
    " border-bottom: 1px solid #ddd }\n"
    "summary { font: 15px sans-serif; color: hsl(var(--h) 70% var(--deep)) }\n"
    "details a { color: inherit; text-decoration-color: #999 }\n"
    "@media (prefers-color-scheme: dark) {\n"
    ":root { --pale: 22%; --deep: 78% }\n"
    "body { color: #ddd; background: #16181b }\n"
    "h2 { color: #aaa; border-color: #444 }\n"
    "}\n"
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

/* number: of the quotation, if this is its first part, else 0. */
static void
open_mark(struct quote_page *h, const struct paragraph_text *t,
    const struct quote *q, size_t number)
{
	output_puts(h->out, "<q class=\"");
	output_puts(h->out, quote_kind_name(q->kind));
	output_puts(h->out, "\"");
	if (number > 0) {
		output_puts(h->out, " id=\"q");
		output_number(h->out, number);
		output_puts(h->out, "\"");
	}
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

/* How many bytes of a text of more than FIRST_WORDS to show: whole words. */
static size_t
first_words(const char *text)
{
	size_t n = FIRST_WORDS;

	while (n > 0 && !byte_is((unsigned char)text[n], CHAR_SPACE))
		n--;
	if (n > 0)
		return n;
	for (n = FIRST_WORDS; n > 0 && (text[n] & 0xC0) == 0x80; n--)
		;
	return n;
}

/* Puts a quotation of a known speaker into the list: its number, or 0. */
static size_t
list(struct quote_page *h, const struct paragraph_text *t,
    const struct quote *q)
{
	struct span s = q->spans[0];
	size_t n = s.end - s.start;

	if (q->speaker == NULL)
		return 0;
	if (n > FIRST_WORDS)
		n = first_words(t->text + s.start);
	h->quoted = array_grow(h->quoted, &h->cap, h->n + 1,
	    sizeof(*h->quoted));
	h->quoted[h->n] = (struct quoted){
		xstrndup(q->speaker, q->speaker_len),
		xstrndup(t->text + s.start, n), h->n + 1
	};
	return ++h->n;
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
		open_mark(h, t, q, k == 0 ? list(h, t, q) : 0);
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

static int
by_speaker(const void *a, const void *b)
{
	const struct quoted *x = a, *y = b;
	int order = strcmp(x->speaker, y->speaker);

	return order != 0 ? order : x->number < y->number ? -1 : 1;
}

/* The quotations of one speaker, n of them. */
static void
put_quoted(struct quote_page *h, const struct quoted *v, size_t n)
{
	struct output *out = h->out;
	size_t i, len = strlen(v->speaker);

	output_puts(out, "<details><summary");
	page_style_hue(out, page_hue(v->speaker, len));
	output_puts(out, ">");
	page_text(out, v->speaker, len, ESCAPE);
	output_puts(out, ": ");
	output_number(out, n);
	output_puts(out, "</summary>\n<ol>\n");
	for (i = 0; i < n; i++) {
		output_puts(out, "<li><a href=\"#q");
		output_number(out, v[i].number);
		output_puts(out, "\">");
		page_text(out, v[i].words, strlen(v[i].words), ESCAPE);
		output_puts(out, "</a>\n");
	}
	output_puts(out, "</ol></details>\n");
	output_end_record(out);
}

/* Those of one speaker stand together; how many from i on. */
static size_t
same_speaker(const struct quote_page *h, size_t i)
{
	size_t k = i + 1;

	while (k < h->n && strcmp(h->quoted[k].speaker,
	    h->quoted[i].speaker) == 0)
		k++;
	return k - i;
}

static void
put_list(struct quote_page *h)
{
	size_t i, n, most, next;

	if (h->n == 0)
		return;
	qsort(h->quoted, h->n, sizeof(*h->quoted), by_speaker);
	output_puts(h->out, "<h2>Who is quoted</h2>\n");
	/* The most quoted first: few numbers are many speakers'. */
	for (most = SIZE_MAX; most > 0; most = next) {
		for (i = next = 0; i < h->n; i += n) {
			n = same_speaker(h, i);
			if (n == most)
				put_quoted(h, h->quoted + i, n);
			else if (n < most && n > next)
				next = n;
		}
	}
}

void
html_end(struct quote_page *h)
{
	size_t i;

	put_list(h);
	for (i = 0; i < h->n; i++) {
		free(h->quoted[i].speaker);
		free(h->quoted[i].words);
	}
	free(h->quoted);
	page_end(h->out, &head);
}
