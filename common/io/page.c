/*
 * page.c -- a page to look at: see page.h
 */
#include "common/io/page.h"

#include <string.h>

#include "common/base/base.h"
#include "common/io/output.h"

void
page_begin(struct output *out, const struct page_head *h)
{
	output_puts(out, "<!DOCTYPE html>\n<html lang=\"en\">\n");
	if (!h->bare)
		output_puts(out, "<head>\n");
	output_puts(out, "<meta charset=\"utf-8\">\n");
	if (h->bare)
		output_puts(out, "<meta name=\"viewport\""
		    " content=\"width=device-width\">\n");
	output_puts(out, "<title>");
	output_puts(out, h->title);
	output_puts(out, "</title>\n<style>\n");
	output_puts(out, h->style);
	output_puts(out, "</style>\n");
	if (!h->bare)
		output_puts(out, "</head>\n<body>\n");
	output_end_record(out);
}

void
page_end(struct output *out, const struct page_head *h)
{
	if (!h->bare)
		output_puts(out, "</body>\n");
	output_puts(out, "</html>\n");
	output_end_record(out);
}

void
page_heading(struct output *out, const char *name, unsigned escape)
{
	output_puts(out, "<h2>");
	page_text(out, name, strlen(name), escape);
	output_puts(out, "</h2>\n");
}

/* Is something else to be written for one of sixteen bytes, perhaps? */
static inline bool
has_special(const char *s)
{
	lanes v = lanes_load(s);

	return lanes_any((lanes)((v == '&') | (v == '<') | (v == '>') |
	    (v == '"') | (v == '\0')));
}

/* What is written for a byte, or NULL: itself. */
static const char *
escaped(char c, unsigned escape)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return escape & ESCAPE_GREATER ? "&gt;" : NULL;
	case '"':
		return escape & ESCAPE_QUOTE ? "&quot;" : NULL;
	case '\0':
		return escape & ESCAPE_NUL ? "\xEF\xBF\xBD" : NULL;
	default:
		return NULL;
	}
}

void
page_text(struct output *out, const char *s, size_t n, unsigned escape)
{
	const char *end, *p, *as;

	if (n == 0)
		return;
	end = s + n;
	for (p = s; p < end; p++) {
		while (end - p > LANES && !has_special(p))
			p += LANES;
		if ((as = escaped(*p, escape)) == NULL)
			continue;
		output_write(out, s, (size_t)(p - s));
		output_puts(out, as);
		s = p + 1;
	}
	output_write(out, s, (size_t)(end - s));
}

unsigned
page_hue(const char *name, size_t len)
{
	uint32_t h = hash_bytes(name, len);

	return (h ^ h >> 16) % 360;
}

void
page_style_hue(struct output *out, unsigned hue)
{
	output_puts(out, " style=\"--h:");
	output_number(out, hue);
	output_putc(out, '"');
}
