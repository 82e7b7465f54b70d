#include "common/sentences/sentences.h"

#include <string.h>

#include "common/sentences/candidates.h"
#include "common/sentences/rules.h"

void
sentences_start(struct sentence_iterator *it, const struct splitter *s,
    const char *text, size_t len)
{
	memset(it, 0, sizeof(*it));
	it->splitter = s;
	it->text = text;
	it->len = len;
}

bool
sentences_begins_line(const struct sentence_iterator *it)
{
	return it->new_line;
}

bool
sentences_next(struct sentence_iterator *it, struct span *span)
{
	struct boundary b;

	if (!candidates_begin(it))
		return false;
	span->start = it->start;
	while (candidates_next(it, &b) == STEP_CANDIDATE) {
		if (!rules_decide(it, &b))
			continue;
		span->end = b.trail;
		candidates_skip(it, b.trail);
		return true;
	}
	span->end = b.end;
	return true;
}
