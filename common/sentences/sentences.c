#include "common/sentences/sentences.h"

#include <string.h>

#include "common/sentences/candidates.h"
#include "common/sentences/cut.h"
#include "common/sentences/rules.h"
#include "common/sentences/splitter.h"

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

enum sentence_by
sentences_by(const struct sentence_iterator *it)
{
	return it->by;
}

unsigned
sentences_confidence(const struct sentence_iterator *it)
{
	return it->by == SENTENCE_BY_LENGTH ? 0 : it->scored ?
	    logistic_confidence(&it->splitter->weights, it->score) : 1000;
}

/* The next sentence, whole. */
static bool
next_whole(struct sentence_iterator *it, struct span *span)
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
	it->by = SENTENCE_BY_LINE;
	it->scored = false;
	span->end = b.end;
	return true;
}

bool
sentences_next(struct sentence_iterator *it, struct span *span)
{
	size_t longest = it->splitter->options.longest;

	if (longest == 0)
		return next_whole(it, span);
	if (!it->piece) {
		if (!next_whole(it, span))
			return false;
		it->found_by = it->by;
	} else {
		it->new_line = false;
		it->by = it->found_by;
		span->start = it->rest;
		span->end = it->whole;
	}
	it->whole = span->end;
	it->rest = cut_sentence(it->text, span, longest);
	it->piece = it->rest < it->whole;
	if (it->piece)
		it->by = SENTENCE_BY_LENGTH;
	return true;
}
