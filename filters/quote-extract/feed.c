/*
 * feed.c -- from records to paragraphs: see feed.h
 */
#include "filters/quote-extract/feed.h"

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
}

void
feed_record(struct feed *f, const struct record *r, bool joins)
{
	struct buffer *b = &f->held;
	size_t lead = (size_t)(r->text - r->raw), from;

	/* What was cut off already goes. */
	if (f->at > 0) {
		memmove(b->data, b->data + f->at, b->len - f->at);
		b->len -= f->at;
		f->at = 0;
	}
	from = b->len;
	buffer_add(b, r->raw, r->raw_len);
	/* A byte order mark is no text. */
	if (lead >= 3 && memcmp(b->data + from, "\xEF\xBB\xBF", 3) == 0)
		memset(b->data + from, ' ', 3);
	if (joins)
		joined_in_place(b->data + from + lead, r->raw_len - lead);
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
	if (joins && r->len > 0) {
		buffer_add(&f->held, r->text, r->len);
		joined_in_place(f->held.data, f->held.len);
		f->text = f->held.data;
	}
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
	f->at += n;
	f->offset += n;
	f->points += utf8_count(t->text, n);
	return true;
}

void
feed_free(struct feed *f)
{
	buffer_free(&f->held);
}
