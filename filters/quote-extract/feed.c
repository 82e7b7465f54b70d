/*
 * feed.c -- from records to paragraphs: see feed.h
 */
#include "filters/quote-extract/feed.h"

#include <stdlib.h>
#include <string.h>

#include "common/quotes/quotes.h"
#include "common/text/text.h"

struct span
paragraph_trimmed(const struct paragraph_text *t)
{
	struct span s;

	s.end = space_before(t->text, 0, t->len);
	s.start = space_skip(t->text, 0, s.end);
	return s;
}

void
feed_reset(struct feed *f)
{
	f->held.len = 0;
	f->text = NULL;
	f->len = f->at = 0;
	f->offset = f->points = 0;
	f->nreturns = f->returns_done = 0;
}

/*
 * Add text in which LF alone ends a line, as it is read and printed, whichever
 * way the lines of the document end; where a CR was left out is kept, for
 * offsets.
 */
static void
add_text(struct feed *f, const char *s, size_t n)
{
	const char *p = s, *end, *q;

	if (n == 0)
		return;
	end = s + n;
	for (; (q = memchr(p, '\r', (size_t)(end - p))) != NULL && q + 1 < end;
	    p = q + 1) {
		if (q[1] != '\n') {
			buffer_add(&f->held, p, (size_t)(q + 1 - p));
			continue;
		}
		buffer_add(&f->held, p, (size_t)(q - p));
		f->returns = array_grow(f->returns, &f->returns_cap,
		    f->nreturns + 1, sizeof(*f->returns));
		f->returns[f->nreturns++] = f->held.len;
	}
	buffer_add(&f->held, p, (size_t)(end - p));
}

/* What was cut off already goes. */
static void
drop_done(struct feed *f)
{
	struct buffer *b = &f->held;
	size_t i;

	if (f->at == 0)
		return;
	memmove(b->data, b->data + f->at, b->len - f->at);
	b->len -= f->at;
	f->nreturns -= f->returns_done;
	for (i = 0; i < f->nreturns; i++)
		f->returns[i] = f->returns[i + f->returns_done] - f->at;
	f->at = f->returns_done = 0;
}

void
feed_record(struct feed *f, const struct record *r, bool joins)
{
	struct buffer *b = &f->held;
	size_t lead = (size_t)(r->text - r->raw), skip = 0, from;

	drop_done(f);
	/* A byte order mark is no text, but a code point of the document. */
	if (lead >= 3 && memcmp(r->raw, "\xEF\xBB\xBF", 3) == 0) {
		skip = 3;
		f->offset += skip;
		f->points++;
	}
	add_text(f, r->raw + skip, lead - skip);
	from = b->len;
	add_text(f, r->text, r->raw_len - lead);
	if (joins && b->len > from)
		joined_in_place(b->data + from, b->len - from);
	f->text = b->data;
	f->len = b->len;
	f->file = r->file;
}

void
feed_text(struct feed *f, const struct record *r, bool joins)
{
	feed_reset(f);
	f->text = r->text;
	f->len = r->len;
	f->offset = r->offset;
	f->file = r->file;
	if (r->len > 0 && (joins || memchr(r->text, '\r', r->len) != NULL)) {
		add_text(f, r->text, r->len);
		if (joins)
			joined_in_place(f->held.data, f->held.len);
		f->text = f->held.data;
		f->len = f->held.len;
	}
}

/* The returns of the paragraph that is the next n bytes. */
static void
take_returns(struct feed *f, size_t n, struct paragraph_text *t)
{
	size_t i = f->returns_done;

	t->returns = f->nreturns > i ? f->returns + i : NULL;
	while (i < f->nreturns && f->returns[i] < f->at + n)
		f->returns[i++] -= f->at;	/* now of the paragraph */
	t->nreturns = i - f->returns_done;
	f->returns_done = i;
}

bool
feed_next(struct feed *f, bool last, struct paragraph_text *t)
{
	size_t n;

	if (f->at >= f->len)
		return false;
	n = paragraph_extent(f->text + f->at, f->len - f->at, last);
	if (n == 0)
		return false;
	t->text = f->text + f->at;
	t->len = n;
	t->offset = f->offset;
	t->points = f->points;
	t->file = f->file;
	take_returns(f, n, t);
	f->at += n;
	f->offset += n + t->nreturns;
	f->points += utf8_count(t->text, n) + t->nreturns;
	return true;
}

void
feed_free(struct feed *f)
{
	buffer_free(&f->held);
	free(f->returns);
}
