/*
 * context.c -- what a quotation stands in: see context.h
 */
#include "filters/quote-extract/context.h"

#include <stdbool.h>

#include "common/text/text.h"

#define WHOLE_MAX	2048	/* bytes of a paragraph that is all context */
#define AROUND_MAX	1024	/* else: before a quotation, and behind it */

/*
 * The last place behind white space from least to at; if there is none, where a
 * character begins.
 */
static size_t
cut_before(const char *s, size_t least, size_t at)
{
	size_t i;

	for (i = at; i > least; i--)
		if (byte_is((unsigned char)s[i - 1], CHAR_SPACE))
			return i;
	for (i = at; i > least && at - i < 3 && (s[i] & 0xC0) == 0x80; i--)
		;
	return i;
}

static bool
overlap(struct span a, struct span b)
{
	return a.start < b.end && b.start < a.end;
}

/* The paragraph, but for what is far from the quotation. */
static struct span
around(const struct paragraph_text *t, struct span at)
{
	struct span all = paragraph_trimmed(t);

	if (at.start - all.start > AROUND_MAX)
		all.start = cut_before(t->text, all.start,
		    at.start - AROUND_MAX);
	if (all.end - at.end > AROUND_MAX)
		all.end = cut_before(t->text, at.end, at.end + AROUND_MAX);
	return all;
}

struct span
quote_context(struct splitter *splitter, const struct paragraph_text *t,
    const struct quote *q)
{
	struct span all = paragraph_trimmed(t), s;
	struct span at = { q->spans[0].start, q->spans[q->nspans - 1].end };
	struct span found = at;
	struct sentence_iterator it;

	if (all.end - all.start <= WHOLE_MAX)
		return all;
	all = around(t, at);
	sentences_start(&it, splitter, t->text + all.start,
	    all.end - all.start);
	while (sentences_next(&it, &s)) {
		s.start += all.start;
		s.end += all.start;
		if (!overlap(s, at) && !overlap(s, q->mention) &&
		    !overlap(s, q->cue))
			continue;
		found.start = s.start < found.start ? s.start : found.start;
		found.end = s.end > found.end ? s.end : found.end;
	}
	return found;
}
