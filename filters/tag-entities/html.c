/*
 * html.c -- mentions on a page, and their list: see html.h
 */
#include "filters/tag-entities/html.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/text/text.h"
#include "filters/tag-entities/worth.h"

struct listed {
	char		*name;
	size_t		 len;
	const char	*label;
	enum entity_type type;
	uint64_t	 count;
	uint64_t	 number;	/* in the order of the text, from 1 */
};

struct html {
	struct output	*out;
	bool		 open;		/* a document is */
	struct listed	*v;
	size_t		 n, cap;
	uint32_t	*slots;		/* index + 1 */
	size_t		 nslots;	/* a power of two */
};

static const struct page_head head = {
	.title = "tag-entities",
	.bare = true,
	.style =
    ":root { color-scheme: light dark; --pale: 88%; --deep: 30% }\n"
    "body { font: 17px/1.6 Georgia, serif; color: #222; background: #fff;"
    " max-width: 46em; margin: 2em auto; padding: 0 1em }\n"
    ".text { white-space: pre-wrap; overflow-wrap: break-word }\n"
    "h2 { font: bold 15px sans-serif; color: #555;"
    " border-bottom: 1px solid #ddd }\n"
    "mark { color: inherit; background: hsl(var(--h) 75% var(--pale));"
    " border-radius: .25em; padding: .05em .2em }\n"
    "mark::after { content: attr(data-type); font: bold .55em sans-serif;"
    " color: hsl(var(--h) 70% var(--deep)); margin-left: .4em;"
    " vertical-align: middle }\n"
    "table { border-collapse: collapse; font: 15px sans-serif }\n"
    "td { padding: .15em .8em .15em 0; vertical-align: top }\n"
    "td:nth-child(3) { text-align: right }\n"
    "td a { color: inherit; text-decoration-color: #999 }\n"
    "mark:target { outline: 2px solid hsl(var(--h) 70% 50%) }\n"
    "input.type { position: absolute; opacity: 0 }\n"
    "label.type { font: bold 11px sans-serif; cursor: pointer;"
    " display: inline-block; margin: 0 .3em .3em 0; padding: .2em .6em;"
    " border-radius: 1em; border: 1px solid hsl(var(--h) 60% 50%) }\n"
    ".type:checked + label { background: hsl(var(--h) 75% var(--pale)) }\n"
    ".type:focus-visible + label { outline: 2px solid }\n"
    "@media (prefers-color-scheme: dark) {\n"
    ":root { --pale: 24%; --deep: 78% }\n"
    "body { color: #ddd; background: #16181b }\n"
    "h2 { color: #aaa; border-color: #444 }\n"
    "}\n"
};

#define ESCAPE	(ESCAPE_QUOTE | ESCAPE_NUL)

/* Has a type before this one the same label? */
static bool
is_before(const char *const labels[ENTITY_TYPES], int i)
{
	int k;

	for (k = 0; k < i; k++)
		if (labels[k] != NULL && strcmp(labels[k], labels[i]) == 0)
			return true;
	return false;
}

/* The text with the label for each '@'. */
static void
put_all(struct output *out, const char *label, const char *text)
{
	for (; *text != '\0'; text++)
		if (*text == '@')
			output_puts(out, label);
		else
			output_putc(out, *text);
}

/* Boxes that switch the marks of a type on and off, without a script. */
static void
put_switches(struct html *p, const char *const labels[ENTITY_TYPES])
{
	struct output *out = p->out;
	int i;

	for (i = 0; i < ENTITY_TYPES; i++) {
		if (labels[i] == NULL || is_before(labels, i))
			continue;
		put_all(out, labels[i], "<style>#t-@:not(:checked) ~ .text "
		    "mark[data-type=@] { background: none; padding: 0 }\n"
		    "#t-@:not(:checked) ~ .text mark[data-type=@]::after "
		    "{ content: none }</style>\n<input type=\"checkbox\" "
		    "class=\"type\" id=\"t-@\" checked>"
		    "<label class=\"type\" for=\"t-@\"");
		page_style_hue(out, entity_type_row(i)->hue);
		put_all(out, labels[i], ">@</label>\n");
	}
	output_end_record(out);
}

struct html *
html_new(struct output *out, const char *const labels[ENTITY_TYPES])
{
	struct html *p = xcalloc(1, sizeof(*p));

	p->out = out;
	p->nslots = 1024;
	p->slots = xcalloc(p->nslots, sizeof(*p->slots));
	page_begin(out, &head);
	put_switches(p, labels);
	return p;
}

static void
close_document(struct html *p)
{
	if (p->open)
		output_puts(p->out, "</div>\n");
	p->open = false;
}

void
html_document(struct html *p, const char *name)
{
	close_document(p);
	if (name != NULL)
		page_heading(p->out, name, ESCAPE);
	output_puts(p->out, "<div class=\"text\">");
	p->open = true;
}

void
html_text(struct html *p, const char *s, size_t n)
{
	page_text(p->out, s, n, ESCAPE);
}

static uint32_t
slot(const struct html *p, const char *label, const char *name, size_t len)
{
	const struct listed *c;
	uint32_t i = token_hash(name, len) ^ token_hash(label, strlen(label));

	for (;; i++) {
		i &= p->nslots - 1;
		if (p->slots[i] == 0)
			return i;
		c = &p->v[p->slots[i] - 1];
		if (c->len == len && strcmp(c->label, label) == 0 &&
		    memcmp(c->name, name, len) == 0)
			return i;
	}
}

static void
grow(struct html *p)
{
	size_t i;

	free(p->slots);
	p->nslots *= 2;
	p->slots = xcalloc(p->nslots, sizeof(*p->slots));
	for (i = 0; i < p->n; i++)
		p->slots[slot(p, p->v[i].label, p->v[i].name, p->v[i].len)] =
		    (uint32_t)i + 1;
}

/* Counts a mention; true, and its number among the names, if the first. */
static bool
count(struct html *p, const char *label, enum entity_type type,
    const char *name, size_t len)
{
	uint32_t i = slot(p, label, name, len);

	if (p->slots[i] != 0) {
		p->v[p->slots[i] - 1].count++;
		return false;
	}
	p->v = array_grow(p->v, &p->cap, p->n + 1, sizeof(*p->v));
	p->v[p->n] = (struct listed){ xstrndup(name, len), len, label, type,
	    1, p->n + 1 };
	p->n++;
	p->slots[i] = (uint32_t)p->n;
	if (p->n * 2 > p->nslots)
		grow(p);
	return true;
}

static void
open_mark(struct html *p, enum entity_type type)
{
	output_puts(p->out, "<mark");
	page_style_hue(p->out, entity_type_row(type)->hue);
}

void
html_mention(struct html *p, const char *label, enum entity_type type,
    const char *name, size_t name_len, const struct value *value,
    const char *text, size_t len)
{
	open_mark(p, type);
	/* The list leads to where a name stands first. */
	if (count(p, label, type, name, name_len)) {
		output_puts(p->out, " id=\"e");
		output_number(p->out, p->n);
		output_puts(p->out, "\"");
	}
	output_puts(p->out, " title=\"");
	page_text(p->out, name, name_len, ESCAPE);
	if (value->text[0] != '\0') {
		output_puts(p->out, " = ");
		worth_write(p->out, value);
	}
	output_puts(p->out, "\" data-type=\"");
	output_puts(p->out, label);
	output_puts(p->out, "\">");
	page_text(p->out, text, len, ESCAPE);
	output_puts(p->out, "</mark>");
}

static int
by_count(const void *a, const void *b)
{
	const struct listed *x = a, *y = b;
	int order;

	if (x->type != y->type)
		return x->type < y->type ? -1 : 1;
	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	order = memcmp(x->name, y->name, x->len < y->len ? x->len : y->len);
	return order != 0 ? order : x->len < y->len ? -1 : x->len > y->len;
}

void
html_end(struct html *p)
{
	size_t i;

	close_document(p);
	if (p->n > 0)
		qsort(p->v, p->n, sizeof(*p->v), by_count);
	output_puts(p->out, "<h2>Entities</h2>\n<table>\n");
	for (i = 0; i < p->n; i++) {
		output_puts(p->out, "<tr><td>");
		open_mark(p, p->v[i].type);
		output_puts(p->out, ">");
		output_puts(p->out, p->v[i].label);
		output_puts(p->out, "</mark><td><a href=\"#e");
		output_number(p->out, p->v[i].number);
		output_puts(p->out, "\">");
		page_text(p->out, p->v[i].name, p->v[i].len, ESCAPE);
		output_puts(p->out, "</a><td>");
		output_number(p->out, p->v[i].count);
		output_puts(p->out, "\n");
		free(p->v[i].name);
	}
	output_puts(p->out, "</table>\n");
	page_end(p->out, &head);
	free(p->v);
	free(p->slots);
	free(p);
}
