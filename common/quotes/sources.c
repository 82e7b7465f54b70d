/*
 * sources.c -- which noun phrases may be the source of a cue: see sources.h
 */
#include "common/quotes/sources.h"

#include "common/lexicon/lexicon.h"

#define CHUNKS_BEFORE	9	/* noun phrases looked at before the cue */
#define CHUNKS_AFTER	3	/* and behind it, */
#define AFTER_REACH	8	/* if they begin so many tokens behind it */

bool
source_is_time(const struct paragraph *p, uint32_t i)
{
	size_t n;
	const char *w = paragraph_word(p, i, &n);

	return (lexicon_lists(lexicon_default(), w, n) &
	    (ROLE_BIT(ROLE_WEEKDAYS) | ROLE_BIT(ROLE_MONTHS))) != 0;
}

bool
source_is_whose(const struct paragraph *p, uint32_t i)
{
	return p->tags[i] == TAG_POSSESSIVE &&
	    (paragraph_pronoun(p, i) & PRONOUN_WHO) != 0;
}

/* Whether two neighbouring chunks are one phrase, with what is between them. */
static bool
links(const struct paragraph *p, const struct chunk *a, const struct chunk *b)
{
	unsigned t;

	if (b->first == a->last)
		return a->kind != CHUNK_PRON && b->kind != CHUNK_PRON &&
		    b->kind != CHUNK_WH && a->kind != CHUNK_WH &&
		    !source_is_time(p, b->first);
	if (b->kind == CHUNK_WH)
		return false;
	/* "a letter signed by ten mayors" */
	if (b->first == a->last + 2)
		return p->tags[a->last] == TAG_VERBN &&
		    p->tags[a->last + 1] == TAG_PREP;
	if (b->first != a->last + 1)
		return false;
	t = p->tags[a->last];
	return t == TAG_PREP || t == TAG_CONJ || t == TAG_TO ||
	    paragraph_is(p, a->last, '&') ||
	    (paragraph_is(p, a->last, ',') && a->kind == b->kind);
}

/* Add a candidate; the last place is kept for the empty range. */
static void
add(struct ranges *v, uint32_t first, uint32_t last)
{
	if (v->n < RANGES_MAX - 1 && first < last)
		ranges_add(v, first, last);
}

/* The chunk k and what it can be joined with to its right, up to a limit. */
static void
add_phrases(const struct paragraph *p, const struct tagged_sentence *s,
    uint32_t k, uint32_t limit, struct ranges *v)
{
	uint32_t end = s->chunk + s->nchunks, j;
	struct range r;

	if (source_is_whose(p, p->chunks.v[k].first))
		return;
	for (j = k; j < end && j < k + SOURCE_PHRASES; j++) {
		if (j > k && !links(p, &p->chunks.v[j - 1], &p->chunks.v[j]))
			break;
		if (p->chunks.v[j].last > limit)
			break;
		r.first = p->chunks.v[k].first;
		r.last = p->chunks.v[j].last;
		add(v, r.first, paragraph_bracket_at_end(p, r));
	}
}

/* "his remarks", "Britain's warning that": the possessor of a cue noun. */
static void
add_possessor(const struct paragraph *p, const struct cue *c, struct ranges *v)
{
	uint32_t k = paragraph_chunk_behind(p, c->sentence, c->token), first, i;

	if (k == NO_CHUNK)
		return;
	first = p->chunks.v[k].first;
	for (i = first; i < c->token; i++) {
		if (p->tags[i] == TAG_POSSESSIVE)
			add(v, i, i + 1);
		else if (p->tags[i] == TAG_POS)
			add(v, first, i);
	}
}

/* What stands before the cue, the nearest first. */
static void
add_before(const struct paragraph *p, const struct cue *c, enum frame frame,
    struct range content, struct ranges *v)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	uint32_t head = paragraph_dateline(p, c->sentence), n;
	uint32_t k = paragraph_chunk_before(p, c->sentence, c->token);

	if (k == NO_CHUNK)
		return;
	for (n = 0, k++; k-- > s->chunk && n < CHUNKS_BEFORE; n++) {
		const struct chunk *chunk = &p->chunks.v[k];

		if (chunk->first < head)
			break;
		if (p->region_of[chunk->first] != c->region)
			continue;
		if (frame != FRAME_AFTER && chunk->first < content.last &&
		    chunk->last > content.first)
			break;
		add_phrases(p, s, k, c->token, v);
	}
}

/* What stands behind it, "said X", but not in what X said. */
static void
add_behind(const struct paragraph *p, const struct cue *c, enum frame frame,
    struct range content, struct ranges *v)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	uint32_t limit = frame == FRAME_AFTER ? content.first : s->last, n;
	uint32_t k = paragraph_chunk_behind(p, c->sentence, c->last);

	if (k == NO_CHUNK)
		return;
	while (k < s->chunk + s->nchunks && p->chunks.v[k].first < c->last)
		k++;
	for (n = 0; k < s->chunk + s->nchunks && n < CHUNKS_AFTER; k++, n++) {
		if (p->chunks.v[k].first > c->last + AFTER_REACH ||
		    p->chunks.v[k].first >= limit)
			break;
		add_phrases(p, s, k, limit, v);
	}
}

void
source_candidates(const struct paragraph *p, const struct cue *c,
    enum frame frame, struct range content, struct ranges *v)
{
	v->n = 0;
	if (c->kind == CUE_NOUN)
		add_possessor(p, c, v);
	if (c->kind != CUE_ACCORDING)
		add_before(p, c, frame, content, v);
	add_behind(p, c, frame, content, v);
	ranges_add(v, 0, 0);
}

struct range
source_bare(const struct paragraph *p, struct range r)
{
	r.last = paragraph_bracket_at_end(p, r);
	return r;
}

struct range
source_as_written(const struct paragraph *p, struct range r)
{
	uint32_t end, i, n = (uint32_t)p->tokens.n;

	if (range_is_empty(r) ||
	    !(p->tokens.v[r.last - 1].flags & TOKEN_CAPITAL))
		return r;
	end = paragraph_behind_bracket(p, r.last, n, SOURCE_BRACKET);
	for (i = r.last; i < end; i++)		/* (D-Ohio), not (WHO) */
		if (p->tokens.v[i].flags & TOKEN_HYPHEN) {
			r.last = end;
			break;
		}
	return r;
}
