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
	return (token_lists_written(p->text, &p->tokens.v[i]) &
	    (ROLE_BIT(ROLE_WEEKDAYS) | ROLE_BIT(ROLE_MONTHS))) != 0;
}

bool
source_is_whose(const struct paragraph *p, uint32_t i)
{
	return p->tags[i] == TAG_POSSESSIVE &&
	    (paragraph_pronoun(p, i) & PRONOUN_WHO) != 0;
}

/* Whether a chunk tells when: Friday, last week. */
static bool
is_when(const struct paragraph *p, const struct chunk *c)
{
	if (c->last == c->first + 1)
		return source_is_time(p, c->first);
	return c->last <= c->first + 3 &&
	    paragraph_in(p, c->last - 1, ROLE_TIME_NOUNS);
}

/* Whether a token goes on with the word before it: "old" of 33-year-old. */
static bool
is_joined(const struct paragraph *p, uint32_t i)
{
	const struct token *v = p->tokens.v;

	return i > 1 && i < p->tokens.n && (v[i].flags & TOKEN_GLUED) &&
	    v[i].kind != TOKEN_MARK && (v[i - 1].flags & TOKEN_HYPHEN) &&
	    (v[i - 1].flags & TOKEN_GLUED) &&
	    v[i - 1].end == v[i - 1].start + 1;
}

/* "a visibly shaken Ann Roe": the token behind the name; else the first. */
static uint32_t
behind_adverb(const struct paragraph *p, uint32_t i)
{
	uint32_t first = i, n = (uint32_t)p->tokens.n;

	while (i < n && p->tags[i] == TAG_ADV)
		i++;
	while (i < n && (p->tags[i] == TAG_VERBN || p->tags[i] == TAG_ADJ))
		i++;
	if (i == first || i >= n || p->tags[i] != TAG_NAME)
		return first;
	while (i < n && p->tags[i] == TAG_NAME)
		i++;
	return i;
}

/* The token behind a compound of which the one before last is a part. */
static uint32_t
behind_compound(const struct paragraph *p, uint32_t first, uint32_t last)
{
	/* "the dad-of-two": a chunk may be the article alone. */
	if (last == first + 1 && p->tags[first] == TAG_DET) {
		if (is_joined(p, last + 2))
			last++;
		else
			last = behind_adverb(p, last);
	}
	while (is_joined(p, last + 1))
		last += 2;
	return last;
}

/* "Harlan Tools, Inc.": a comma between, and what ends a company's name. */
static bool
ends_company(const struct paragraph *p, const struct chunk *a,
    const struct chunk *b)
{
	return b->first == a->last + 1 && b->last == b->first + 1 &&
	    paragraph_is(p, a->last, ',') && a->kind == CHUNK_NAME &&
	    paragraph_in(p, b->first, ROLE_COMPANY_ENDINGS);
}

/* Whether two neighbouring chunks are one phrase, with what is between them. */
static bool
links(const struct paragraph *p, const struct chunk *a, const struct chunk *b)
{
	unsigned t;

	/* "Police on Friday", but "figures published on Friday" */
	if (is_when(p, b) && p->tags[a->last - 1] != TAG_VERBN)
		return false;
	if (b->first == a->last)
		return a->kind != CHUNK_PRON && b->kind != CHUNK_PRON &&
		    b->kind != CHUNK_WH && a->kind != CHUNK_WH;
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

	if (source_is_whose(p, p->chunks.v[k].first) ||
	    is_joined(p, p->chunks.v[k].first) ||
	    (k > s->chunk && ends_company(p, &p->chunks.v[k - 1],
	    &p->chunks.v[k])))
		return;
	for (j = k; j < end && j < k + SOURCE_PHRASES; j++) {
		if (j > k && !links(p, &p->chunks.v[j - 1], &p->chunks.v[j]))
			break;
		if (p->chunks.v[j].last > limit)
			break;
		r.first = paragraph_behind_time(p, p->chunks.v[k].first,
		    p->chunks.v[k].last);
		r.last = behind_compound(p, p->chunks.v[j].first,
		    p->chunks.v[j].last);
		if (r.last > limit)
			break;
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

bool
source_has_noun(const struct paragraph *p, const struct cue *c)
{
	uint32_t k = paragraph_chunk_behind(p, c->sentence, c->token), i;

	if (c->kind != CUE_NOUN || k == NO_CHUNK ||
	    p->chunks.v[k].last != c->last || p->tags[c->last] != TAG_SUB)
		return false;
	for (i = p->chunks.v[k].first; i < c->token; i++)
		if (p->tags[i] == TAG_POSSESSIVE || p->tags[i] == TAG_POS)
			return true;
	return false;
}

/*
 * "Two doors down, Walter Pike said", "Led by Ann Roe, the farmers said": the
 * token behind the comma that ends what only brings in the sentence, which is
 * never who speaks; the sentence's first token if there is no such phrase.
 */
static uint32_t
behind_opening(const struct paragraph *p, const struct cue *c)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	uint32_t first = paragraph_dateline(p, c->sentence), i, k;
	unsigned tag = paragraph_tag(p, first);
	bool opens = tag == TAG_PREP || tag == TAG_VERBN || tag == TAG_VERBG;

	for (i = first; i < c->token && !paragraph_is(p, i, ','); i++)
		if (TAG_FINITE(p->tags[i]) || p->tags[i] == TAG_WH ||
		    p->region_of[i] != c->region)
			return first;
	if (i + 1 >= c->token || i == first)
		return first;
	opens |= p->tags[i - 1] == TAG_ADV || p->tags[i - 1] == TAG_PREP ||
	    p->tags[i - 1] == TAG_PART;
	k = paragraph_chunk_behind(p, c->sentence, i + 1);
	if (!opens || k == NO_CHUNK || p->chunks.v[k].first > i + 1 ||
	    p->chunks.v[k].kind == CHUNK_WH || k == s->chunk)
		return first;
	/* A row goes on: "Led by Ann Roe, Jim Doe and Tom Poe, they said". */
	return p->tags[p->chunks.v[k].last] == TAG_CONJ ? first : i + 1;
}

/*
 * "A man who stole money from a shop told": the token of who, where what is
 * behind it up to the cue is a clause with a verb of its own; none of its words
 * is who speaks.  The cue's token if there is no such clause.
 */
static uint32_t
relative(const struct paragraph *p, const struct cue *c)
{
	uint32_t i, first = p->sentences[c->sentence].first, verbs = 0;

	for (i = c->token; i > first + 1; i--) {
		unsigned tag = p->tags[i - 1];

		if (tag == TAG_WH)
			return verbs == 1 && TAG_IS_NOUN(p->tags[i - 2]) ?
			    i - 1 : c->token;
		if (paragraph_is(p, i - 1, ',') || tag == TAG_CONJ ||
		    tag == TAG_SUB || p->region_of[i - 1] != c->region)
			break;
		verbs += TAG_FINITE(tag);
	}
	return c->token;
}

/*
 * "Roe, who knows Ann Doe, said": what stands between the commas before a verb
 * and begins with who, a participle or a preposition; nobody there speaks.
 */
static struct range
put_in(const struct paragraph *p, const struct cue *c)
{
	uint32_t first = p->sentences[c->sentence].first, i = c->token;
	struct range none = {0, 0}, r;

	while (i > first && (TAG_IS_VERB(p->tags[i - 1]) ||
	    p->tags[i - 1] == TAG_ADV))
		i--;
	if (i < first + 3 || !paragraph_is(p, i - 1, ','))
		return none;
	r.last = --i;
	while (i > first && !paragraph_is(p, i - 1, ',') &&
	    p->region_of[i - 1] == c->region)
		i--;
	r.first = i;
	if (i < first + 2 || !paragraph_is(p, i - 1, ',') ||
	    !TAG_IS_NOUN(p->tags[i - 2]))
		return none;
	switch (p->tags[i]) {
	case TAG_WH: case TAG_PREP:
	case TAG_VERBD: case TAG_VERBN: case TAG_VERBG:
		return r;
	default:
		return source_is_whose(p, i) ? r : none;
	}
}

/* What stands before the cue, the nearest first. */
static void
add_before(const struct paragraph *p, const struct cue *c, enum frame frame,
    struct range content, struct ranges *v)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	uint32_t head = behind_opening(p, c), n;
	uint32_t k = paragraph_chunk_before(p, c->sentence, c->token);
	uint32_t clause = TAG_FINITE(p->tags[c->token]) ?
	    relative(p, c) : c->token;
	struct range between = put_in(p, c);

	if (k == NO_CHUNK)
		return;
	for (n = 0, k++; k-- > s->chunk && n < CHUNKS_BEFORE; n++) {
		const struct chunk *chunk = &p->chunks.v[k];

		if (chunk->last <= head)
			break;
		if (p->region_of[chunk->first] != c->region ||
		    chunk->first > clause || (chunk->first >= between.first &&
		    chunk->first < between.last))
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

void
source_candidates_at(const struct paragraph *p, const struct cue *c,
    uint32_t first, struct ranges *v)
{
	uint32_t k = paragraph_chunk_behind(p, c->sentence, first);

	v->n = 0;
	if (k != NO_CHUNK && p->chunks.v[k].first == first)
		add_phrases(p, &p->sentences[c->sentence], k, c->token, v);
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
