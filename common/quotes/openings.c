/*
 * openings.c -- speech by how its line begins: see quoter.h
 */
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/quotes/attributions.h"

/* Tokens in which no cue is looked for any more, in order. */
static void
settle(struct quoter *q, uint32_t first, uint32_t last)
{
	q->settled = array_grow(q->settled, &q->settled_cap, q->nsettled + 1,
	    sizeof(*q->settled));
	q->settled[q->nsettled].first = first;
	q->settled[q->nsettled++].last = last;
}

/* The token behind the line of a token. */
static uint32_t
line_last(const struct passage *p, uint32_t first)
{
	uint32_t i;

	for (i = first + 1; i < p->tokens.n; i++)
		if (p->tokens.v[i].flags & TOKEN_NEWLINE)
			break;
	return i;
}

/*
 * "MR. ROE: Good morning.": the line, or the quotation that begins it, is what
 * the one named says.
 */
static void
read_turn(struct quoter *q, uint32_t first)
{
	struct passage *p = &q->passage;
	uint32_t g = passage_region_at(p, first, true), colon;
	uint32_t start = g != NO_REGION ? p->regions[g].first : first, last;
	struct report *r;
	struct range v;
	size_t at, n;

	if (start >= p->tokens.n)
		return;
	at = p->tokens.v[start].start;
	n = turns_label(&q->turns, p->text + at, p->len - at, g != NO_REGION);
	if (n == 0)
		return;
	for (colon = start; colon < p->tokens.n &&
	    p->tokens.v[colon].start < at + n; colon++)
		;
	last = line_last(p, colon);
	v.first = colon + 1;
	v.last = g != NO_REGION && p->regions[g].last < last ?
	    p->regions[g].last : last;
	v = range_trim(p, v);
	if (v.first >= v.last)
		return;
	r = quoter_report(q);
	r->confidence = 900;
	r->source.first = start;
	r->source.last = colon;
	quoter_piece(q, (uint32_t)q->nreports - 1, v);
	if (g != NO_REGION)
		q->claims[g] = (uint32_t)q->nreports;
	/* The colon of a label is no cue. */
	settle(q, start, colon + 1);
}

/* "He" and "Stephen", but not "I": he speaks, too, in the words themselves. */
static bool
may_narrate(const struct passage *p, const struct chunk *k)
{
	char word[LEXICON_FOLD];
	uint64_t bits;
	size_t n, len;
	const char *s = passage_word(p, k->head, &len);

	if (k->kind != CHUNK_PRON)
		return k->kind == CHUNK_NAME || k->kind == CHUNK_NOUN;
	n = token_fold(s, len, word, sizeof(word));
	bits = lexicon_bits(lexicon_default(), ROLE_PRONOUNS, word, n);
	return (bits & (PRONOUN_HE | PRONOUN_SHE | PRONOUN_THEY)) &&
	    !(bits & PRONOUN_I);
}

/*
 * Whether a mark that may end what is said stands right before a token.  Behind
 * a full stop a new sentence is more of the same.
 */
static bool
after_stop(const struct passage *p, uint32_t i, uint32_t first)
{
	if (i <= first)
		return false;
	if (passage_is(p, i - 1, ','))
		return true;
	return (p->tokens.v[i - 1].flags & TOKEN_TERMINAL) &&
	    (!(p->tokens.v[i].flags & TOKEN_CAPITAL) ||
	    (p->tags[i] == TAG_NAME && !passage_is(p, i - 1, '.')));
}

/*
 * Is this verb the storyteller's, ", he said" or ", said he"?  Then the range of
 * his words and the one he names.
 */
static bool
find_narration(struct passage *p, uint32_t verb, struct range line,
    struct cue *c, struct range *words, struct range *source)
{
	const struct sentence *s;
	const struct chunk *k;
	uint32_t i, b;

	if (!cue_word(p, verb, c) || c->kind != CUE_VERB)
		return false;
	passage_look(p, c->sentence);
	s = &p->sentences[c->sentence];
	if (!TAG_FINITE(p->tags[verb]))
		return false;
	for (i = verb; i > line.first && p->tags[i - 1] == TAG_ADV; i--)
		;
	b = passage_chunk_before(p, c->sentence, i);
	if (b < p->chunks.n && p->chunks.v[b].last == i &&
	    after_stop(p, p->chunks.v[b].first, line.first)) {
		k = &p->chunks.v[b];
		words->first = k->first;
		words->last = verb + 1;
	} else if (after_stop(p, i, line.first)) {
		b = b < p->chunks.n ? b + 1 : s->chunk;
		if (b >= s->chunk + s->nchunks || p->chunks.v[b].first != verb + 1)
			return false;
		k = &p->chunks.v[b];
		words->first = i;
		words->last = k->last;
	} else
		return false;
	if (!may_narrate(p, k))
		return false;
	source->first = k->first;
	source->last = k->last;
	/* ", he said, you know" goes on; ", he said, turning round" does not. */
	for (i = words->last; i < line.last; i++) {
		if (p->tokens.v[i].flags & TOKEN_TERMINAL)
			break;
		if (passage_is(p, i, ',') && i + 1 < line.last &&
		    p->tags[i + 1] != TAG_VERBG && p->tags[i + 1] != TAG_PREP &&
		    p->tags[i + 1] != TAG_ADV && p->tags[i + 1] != TAG_CONJ)
			break;
	}
	words->last = i < line.last ? i + 1 : i;
	return true;
}

/* "--Come up, he called. Come up!": the line but for the storyteller's words. */
static void
read_dialogue(struct quoter *q, uint32_t first)
{
	struct passage *p = &q->passage;
	const struct token *t = &p->tokens.v[first];
	uint32_t id = (uint32_t)q->nreports, i;
	struct range line = { first, line_last(p, first) }, said, words, source;
	struct report *r;
	struct cue c;
	size_t dash = dialogue_dash(&q->dialogue, p->text + t->start,
	    p->len - t->start);

	if (dash == 0)
		return;
	while (line.first < line.last && p->tokens.v[line.first].start <
	    t->start + dash)
		line.first++;
	r = quoter_report(q);
	r->confidence = 900;
	r->dash = true;
	said = line;
	for (i = line.first; i < line.last; i++) {
		if (!find_narration(p, i, line, &c, &words, &source))
			continue;
		said.last = words.first;
		quoter_piece(q, id, range_trim(p, said));
		said.first = i = words.last;
		settle(q, words.first, words.last);
		r = &q->reports[id];
		if (r->cue.last > 0)
			continue;
		r->cue = c;
		r->frame = FRAME_BEFORE;
		r->source = source;
	}
	said.last = line.last;
	if (said.first < said.last)
		quoter_piece(q, id, range_trim(p, said));
	if (q->npieces == 0 || q->pieces[q->npieces - 1].report != id)
		q->nreports--;
}

void
quoter_openings(struct quoter *q)
{
	struct passage *p = &q->passage;
	uint32_t i;

	for (i = 0; i < p->tokens.n; i = line_last(p, i)) {
		read_turn(q, i);
		read_dialogue(q, i);
	}
	q->nopened = q->nreports;
}
