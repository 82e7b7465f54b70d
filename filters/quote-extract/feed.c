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

/*
 * CR LF ends a line as LF does.  A space in the place of CR is as good as none,
 * and leaves every byte where it is.
 */
static void
blank_returns(char *s, size_t n)
{
	char *p = s, *end = s + n;

	while ((p = memchr(p, '\r', (size_t)(end - p))) != NULL && p + 1 < end)
		if (*++p == '\n')
			p[-1] = ' ';
}

void
feed_record(struct feed *f, const struct record *r, bool joins)
{
	struct buffer *b = &f->held;
	size_t lead = (size_t)(r->text - r->raw), from, skip = 0;

	/* What was cut off already goes. */
	if (f->at > 0) {
		memmove(b->data, b->data + f->at, b->len - f->at);
		b->len -= f->at;
		f->at = 0;
	}
	from = b->len;
	/* A byte order mark is no text, but a code point of the document. */
	if (lead >= 3 && memcmp(r->raw, "\xEF\xBB\xBF", 3) == 0) {
		skip = 3;
		f->offset += skip;
		f->points++;
	}
	if (r->raw_len > skip) {
		buffer_add(b, r->raw + skip, r->raw_len - skip);
		blank_returns(b->data + from, b->len - from);
	}
	if (joins)
		joined_in_place(b->data + from + lead - skip,
		    r->raw_len - lead);
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
		buffer_add(&f->held, r->text, r->len);
		blank_returns(f->held.data, f->held.len);
		if (joins)
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
