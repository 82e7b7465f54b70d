#include "common/sentences/lines.h"

#include <string.h>

#include "common/sentences/layout.h"
#include "common/sentences/splitter.h"
#include "common/text/text.h"

bool
line_ends(const struct sentence_iterator *it, size_t at)
{
	size_t i;

	if (!it->splitter->options.join_lines)
		return true;
	for (i = at + 1; i < it->len; i++) {
		if (it->text[i] == '\n')
			return true;
		if (!byte_is(it->text[i], CHAR_SPACE))
			return it->splitter->options.layout &&
			    layout_parts(it, at);
	}
	return true;
}

static unsigned
count_straight(const char *p, const char *end)
{
	unsigned n = 0;

	for (; p < end && (p = memchr(p, '"', (size_t)(end - p))) != NULL; p++)
		n++;
	return n;
}

unsigned
straight_marks(struct sentence_iterator *it, size_t end)
{
	if (it->quotes_at < it->line) {
		it->quotes_at = it->line;
		it->quotes = 0;
	}
	if (it->quotes_at <= end)
		it->quotes += count_straight(it->text + it->quotes_at,
		    it->text + end);
	else
		it->quotes -= count_straight(it->text + end,
		    it->text + it->quotes_at);
	it->quotes_at = end;
	return it->quotes;
}
