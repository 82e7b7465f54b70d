/*
 * contents.c -- where what a cue reports begins and ends: see contents.h
 */
#include "common/quotes/contents.h"

#include "common/quotes/clauses.h"

#define BEGIN_REACH	40	/* tokens behind the cue */
#define SCARE_WORDS	2	/* in marks, inside somebody's words */
#define NAMING_REACH	2	/* tokens to a name in marks: as the */
#define ROW_MARKS	3	/* a comma and a mark between two in marks */
#define WHAT_REACH	8	/* from a verb to the "what" before it */
#define RESUME_REACH	12	/* and behind it and its source, to a comma */

uint32_t
content_region(const struct paragraph *p, const struct cue *c, uint32_t i)
{
	uint32_t r;

	for (r = p->region_of[i]; r != NO_REGION && r != c->region;
	    r = p->regions[r].parent)
		if (p->regions[r].first == i &&
		    p->regions[r].parent == c->region)
			return r;
	return NO_REGION;
}

/* The region around a token directly inside what the cue stands in. */
static uint32_t
region_around(const struct paragraph *p, const struct cue *c, uint32_t i)
{
	uint32_t r = p->region_of[i];

	while (r != NO_REGION && p->regions[r].parent != c->region)
		r = p->regions[r].parent;
	return r;
}

/*
 * "captioned the picture: 'Home'", "said to him, 'Go'": whether a colon, or a
 * comma behind who is told, announces the region behind a cue, and nothing that
 * the cue brings in stands before it.
 */
static bool
is_announced(const struct paragraph *p, const struct cue *c)
{
	uint32_t open, i;

	if (c->kind != CUE_VERB || c->after == NO_REGION)
		return false;
	open = p->regions[c->after].open;
	if (open <= c->last || (!paragraph_is(p, open - 1, ':') &&
	    (!paragraph_is(p, open - 1, ',') || (p->tags[c->last] != TAG_TO &&
	    p->tags[c->last] != TAG_PREP))))
		return false;
	for (i = c->last; i < open; i++)
		if (TAG_IS_VERB(p->tags[i]) || p->tags[i] == TAG_SUB ||
		    p->region_of[i] != c->region)
			return false;
	return true;
}

void
content_begins(const struct paragraph *p, const struct cue *c,
    struct ranges *v)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	uint32_t i, r, after = c->after;

	v->n = 0;
	if (is_announced(p, c) &&
	    !range_is_empty(paragraph_inside(p, after))) {
		ranges_add(v, p->regions[after].first, p->regions[after].first);
		return;
	}
	/* "said that under him 'it rained'": it begins there. */
	i = c->last;
	if (c->kind == CUE_VERB && (c->classes & CUE_SAYS) &&
	    i + 1 < s->last && p->tags[i] == TAG_SUB &&
	    paragraph_in(p, i, ROLE_DEFINITE) && !paragraph_is_mark(p, i + 1)) {
		ranges_add(v, i + 1, i + 1);
		return;
	}
	for (; i < s->last && i - c->last < BEGIN_REACH; i++) {
		/* "[W]e lost": a bracket may begin a quotation. */
		r = content_region(p, c, i);
		if (paragraph_is_mark(p, i) && r == NO_REGION)
			continue;
		/* Only marks between the cue and a quotation: that is it. */
		if (v->n == 0 && r != NO_REGION) {
			ranges_add(v, i, i);
			return;
		}
		/* Inside a quotation only its first word. */
		if (r != NO_REGION || p->region_of[i] == c->region ||
		    p->region_of[i] == NO_REGION)
			ranges_add(v, i, i);
	}
	if (after == NO_REGION || p->regions[after].first < s->last ||
	    range_is_empty(paragraph_inside(p, after)))
		return;
	/* It is announced with a colon: nothing else is meant. */
	if (paragraph_is(p, s->last - 1, ':'))
		v->n = 0;
	ranges_add(v, p->regions[after].first, p->regions[after].first);
}

/* Where a content may be cut: marks, and words that begin a new clause. */
static bool
may_cut(const struct paragraph *p, uint32_t i)
{
	unsigned flags = p->tokens.v[i].flags;

	switch (p->tags[i]) {
	case TAG_PUNCT:
		/* Not inside words, and once for a run of marks. */
		return paragraph_is_mark(p, i) &&
		    !paragraph_is_mark(p, i - 1) &&
		    !((flags & (TOKEN_HYPHEN | TOKEN_APOSTROPHE)) &&
		    (flags & TOKEN_GLUED));
	case TAG_CONJ: case TAG_SUB: case TAG_WH:
	case TAG_PREP: case TAG_ADV: case TAG_VERBG:
		return !paragraph_is_mark(p, i - 1);
	default:
		return false;
	}
}

/* Whether a region's words end like a sentence: in a mark, no quotation's. */
static bool
ends_in_stop(const struct paragraph *p, uint32_t region)
{
	uint32_t last = p->regions[region].last - 1;

	return paragraph_is_mark(p, last) &&
	    !(p->tokens.v[last].flags & TOKEN_QUOTE);
}

void
content_ends(const struct paragraph *p, const struct cue *c, uint32_t first,
    struct ranges *v)
{
	uint32_t limit = p->sentences[p->sentence_of[first]].last, i, r, opened;

	/* Inside a quotation a report ends with it, at the latest. */
	if (c->region != NO_REGION && p->regions[c->region].last < limit)
		limit = p->regions[c->region].last;
	v->n = 0;
	/* A quotation that ends like a sentence, or runs over one, is whole. */
	opened = content_region(p, c, first);
	if (opened != NO_REGION && (p->regions[opened].last >= limit ||
	    ends_in_stop(p, opened))) {
		ranges_add(v, first, p->regions[opened].last);
		return;
	}
	for (i = first + 1; i < limit && v->n < RANGES_MAX - 3; i++)
		if (may_cut(p, i))
			ranges_add(v, first, i);
	ranges_add(v, first, limit);
	/* A quotation that goes on over sentences. */
	r = limit > first ? region_around(p, c, limit - 1) : NO_REGION;
	if (r == NO_REGION)
		r = opened;
	if (r != NO_REGION && p->regions[r].last > limit && r != c->region)
		ranges_add(v, first, p->regions[r].last);
}

/* "- a claim that": a noun of saying, for what stands before it. */
static bool
begins_apposition(const struct paragraph *p, const struct cue *c, uint32_t i,
    uint32_t last)
{
	uint32_t k = paragraph_chunk_behind(p, c->sentence, i), behind;

	if (k == NO_CHUNK || p->chunks.v[k].first != i ||
	    !paragraph_in(p, p->chunks.v[k].head, ROLE_CUE_NOUNS))
		return false;
	behind = p->chunks.v[k].last;
	return behind < last && (p->tags[behind] == TAG_SUB ||
	    p->tags[behind] == TAG_WH || p->tags[behind] == TAG_PRON ||
	    p->tags[behind] == TAG_DET || p->tags[behind] == TAG_NAME);
}

bool
content_is_word(const struct paragraph *p, const struct cue *c, struct range r)
{
	uint32_t region = content_region(p, c, r.first);

	return c->region != NO_REGION && region != NO_REGION &&
	    p->regions[region].last <= r.first + SCARE_WORDS;
}

struct range
content_with_bracket(const struct paragraph *p, struct range r)
{
	uint32_t i, open = 0;

	if (r.last >= p->tokens.n || !paragraph_is(p, r.last, ')'))
		return r;
	for (i = r.first; i < r.last; i++) {
		if (paragraph_is(p, i, '('))
			open++;
		else if (paragraph_is(p, i, ')') && open > 0)
			open--;
	}
	r.last += open > 0;
	return r;
}

/* The region that a mark, comma and "and" lead on to from a token. */
static uint32_t
next_in_row(const struct paragraph *p, const struct cue *c, uint32_t i)
{
	uint32_t n = (uint32_t)p->tokens.n, from = i, region;

	while (i < n && i < from + ROW_MARKS && (paragraph_is(p, i, ',') ||
	    paragraph_region_at(p, i, false) != NO_REGION))
		i++;
	if (i < n && p->tags[i] == TAG_CONJ)
		i++;
	if (i == from || i >= n || p->sentence_of[i] != c->sentence)
		return NO_REGION;
	region = paragraph_region_at(p, i, true);
	return region != NO_REGION && p->regions[region].parent == c->region &&
	    !range_is_empty(paragraph_inside(p, region)) ? region : NO_REGION;
}

struct range
content_with_row(const struct paragraph *p, const struct cue *c,
    struct range r)
{
	uint32_t region, end;

	if (range_is_empty(r) || p->region_of[r.last - 1] == c->region ||
	    p->region_of[r.first] != c->region)
		return r;
	end = r.last;
	while ((region = next_in_row(p, c, end)) != NO_REGION) {
		end = p->regions[region].last;
		/* A comma at its end may lead to whoever says that. */
		if (!paragraph_is(p, end - 1, ','))
			r.last = end;
		else
			end--;
	}
	return r;
}

struct range
content_without_apposition(const struct paragraph *p, const struct cue *c,
    struct range r)
{
	const struct token *v = p->tokens.v;
	uint32_t i;

	for (i = r.first + 2; i + 1 < r.last; i++)
		if (p->region_of[i] == c->region &&
		    p->sentence_of[i] == c->sentence &&
		    (paragraph_is(p, i, ',') || ((v[i].flags & TOKEN_HYPHEN) &&
		    !(v[i].flags & TOKEN_GLUED))) &&
		    begins_apposition(p, c, i + 1, r.last)) {
			r.last = i;
			break;
		}
	return r;
}

/* Whether some of a content is in marks. */
static bool
has_marks(const struct paragraph *p, const struct cue *c, struct range r)
{
	for (; r.first < r.last; r.first++)
		if (p->region_of[r.first] != c->region)
			return true;
	return false;
}

/* "dismissed the claims": one noun phrase, of which nothing is said. */
static bool
is_one_phrase(const struct paragraph *p, const struct cue *c, struct range r)
{
	uint32_t k = paragraph_chunk_behind(p, c->sentence, r.first);

	return p->region_of[r.first] == c->region && k != NO_CHUNK &&
	    p->chunks.v[k].first == r.first && p->chunks.v[k].last == r.last;
}

/* "a drive, called 'Clean Air'": marks behind a participle, for its name. */
static bool
is_named(const struct paragraph *p, const struct cue *c, struct range r)
{
	uint32_t first = p->sentences[c->sentence].first, i = c->token;
	uint32_t behind;

	if (i < first + 2 || c->after == NO_REGION ||
	    p->regions[c->after].open > c->last + NAMING_REACH)
		return false;
	/* so-called */
	if ((p->tokens.v[i - 1].flags & TOKEN_HYPHEN) &&
	    (p->tokens.v[i].flags & TOKEN_GLUED))
		return true;
	behind = p->regions[c->after].close + 1;
	if (behind >= p->tokens.n || r.last > behind + 1)
		return false;
	while (i > first && p->tags[i - 1] == TAG_ADV)
		i--;
	if (i == first || TAG_IS_VERB(p->tags[i - 1]))
		return false;
	/* "called 'reckless' by critics" is said. */
	return p->tags[c->token] == TAG_VERBN ?
	    p->tags[behind] != TAG_PREP :
	    paragraph_is(p, i - 1, ',') && paragraph_is(p, behind, ',');
}

/* "what Roe has called": whether a verb's object stands before its subject. */
static bool
is_of_what(const struct paragraph *p, const struct cue *c)
{
	uint32_t first = p->sentences[c->sentence].first, i;

	for (i = c->token; i > first && c->token - i < WHAT_REACH; i--) {
		if (p->tags[i - 1] == TAG_WH)
			return true;
		if (paragraph_is_mark(p, i - 1))
			break;
	}
	return false;
}

/*
 * "called a vote on Friday", "praised the work of the crew, which", "called for
 * more schools": behind a verb that judges only a noun phrase with what belongs
 * to it, neither an order nor a second one.
 */
static bool
is_summoned(const struct paragraph *p, const struct cue *c, struct range r)
{
	uint32_t k, i, at = r.first;

	if (is_of_what(p, c))
		return false;
	for (i = c->last; i < r.first; i++)
		if (p->tags[i] != TAG_PREP)
			return false;
	k = paragraph_chunk_behind(p, c->sentence, r.first);
	for (; k < p->chunks.n && p->chunks.v[k].first == at; k++) {
		if ((i = p->chunks.v[k].last) >= r.last)
			return i == r.last;
		if (p->region_of[i] != c->region)
			return false;
		if (paragraph_is(p, i, ',') || p->tags[i] == TAG_WH ||
		    p->tags[i] == TAG_SUB)
			return !has_marks(p, c, r);
		if ((p->tags[i] != TAG_PREP && p->tags[i] != TAG_TO) ||
		    clause_word(p, i, HEDGE_AS))
			return false;
		at = i + 1;
	}
	return false;
}

/* "accused them of theft", but "of lying", or of what is in marks. */
static bool
lacks_marks(const struct paragraph *p, const struct cue *c, struct range r)
{
	if (!(c->classes & CUE_OTHER))
		return false;
	for (; r.first < r.last; r.first++)
		if (p->region_of[r.first] != c->region ||
		    p->tags[r.first] == TAG_VERBG)
			return false;
	return true;
}

/* "dismissed a claim that it rained": what others said. */
static bool
is_others(const struct paragraph *p, const struct cue *c, struct range r)
{
	uint32_t k = paragraph_chunk_behind(p, c->sentence, r.first);

	return k != NO_CHUNK && p->chunks.v[k].first == r.first &&
	    p->chunks.v[k].last < r.last &&
	    p->tags[p->chunks.v[k].last] == TAG_SUB &&
	    paragraph_in(p, p->chunks.v[k].head, ROLE_CUE_NOUNS) &&
	    !has_marks(p, c, r);
}

/* "called in to a show", but "described as mad": where the verb goes. */
static bool
leads_away(const struct paragraph *p, const struct cue *c, struct range r)
{
	return !(c->classes & CUE_OTHER) && r.first == c->last &&
	    (p->tags[r.first] == TAG_PREP || p->tags[r.first] == TAG_PART) &&
	    !clause_word(p, r.first, HEDGE_AS) && !has_marks(p, c, r);
}

enum content_object
content_is_object(const struct paragraph *p, const struct cue *c,
    struct range r)
{
	uint32_t i;

	/* "her tweets targeting Roe", "the report sent to Roe" */
	if (TAG_IS_NOUN(p->tags[c->token]) && r.first == c->last &&
	    (p->tags[r.first] == TAG_VERBG || p->tags[r.first] == TAG_VERBN) &&
	    (c->kind == CUE_VERB || !cue_is_verb(p, r.first)))
		return OBJECT_SURE;
	if (c->kind != CUE_VERB)
		return OBJECT_NOT;
	if (c->classes & CUE_JUDGES)
		return is_one_phrase(p, c, r) || is_named(p, c, r) ||
		    is_summoned(p, c, r) || is_others(p, c, r) ||
		    leads_away(p, c, r) || lacks_marks(p, c, r) ?
		    OBJECT_SURE : OBJECT_NOT;
	for (i = r.first; i < r.last && !paragraph_is(p, i, ','); i++) {
		unsigned tag = p->tags[i];

		/* "appealed the case after it was heard" */
		if (i > r.first && clause_word(p, i, HEDGE_WHEN))
			return (c->classes & CUE_DIRECTS) &&
			    !(c->classes & CUE_TELLS) ?
			    OBJECT_SURE : OBJECT_LIKELY;
		if (TAG_IS_VERB(tag) || tag == TAG_WH || tag == TAG_SUB ||
		    p->region_of[i] != c->region)
			return OBJECT_NOT;
	}
	if (i < r.last)
		return OBJECT_PERHAPS;
	/* "denied six counts of fraud" */
	if (r.first + 2 < r.last && p->tags[r.first] == TAG_NUM &&
	    p->tags[r.first + 1] == TAG_NOUNS &&
	    p->tags[r.first + 2] == TAG_PREP)
		return OBJECT_SURE;
	if (r.first + 1 == r.last && TAG_IS_NOUN(p->tags[r.first]))
		return OBJECT_SURE;
	/*
	 * "asked me for a light" and "told them so at noon", but "said it cost
	 * a lot" untagged.
	 */
	return (p->tags[r.first] == TAG_PRON || p->tags[r.first] == TAG_ADV) &&
	    (r.first + 1 == r.last || p->tags[r.first + 1] == TAG_PREP ||
	    p->tags[r.first + 1] == TAG_DET) ? OBJECT_SURE : OBJECT_LIKELY;
}

struct range
content_before(const struct paragraph *p, const struct cue *c,
    struct range source)
{
	struct range r = { paragraph_dateline(p, c->sentence), c->token };
	uint32_t i;

	if (c->region != NO_REGION && p->regions[c->region].first > r.first)
		r.first = p->regions[c->region].first;
	if (source.first < source.last && source.first < r.last &&
	    source.first >= r.first)
		r.last = source.first;
	/*
	 * As long as the source is not known, up to the last comma, and before
	 * "the agency quoted Roe as saying".
	 */
	if (source.first == source.last || p->tags[c->token] == TAG_VERBG)
		for (i = r.last; i > r.first + 1; i--)
			if (paragraph_is(p, i - 1, ',')) {
				r.last = i - 1;
				break;
			}
	r = paragraph_trim(p, r);
	/* "..., as he used to say": nor is its first word said. */
	if (r.first + 1 < r.last && paragraph_is(p, r.last - 2, ',') &&
	    clause_word(p, r.last - 1, HEDGE_AS)) {
		r.last--;
		r = paragraph_trim(p, r);
	}
	/* "..., and he said": a clause of its own. */
	if (r.first < r.last && p->tags[r.last - 1] == TAG_CONJ)
		r.last = r.first;
	return r;
}

static bool
has_finite(const struct paragraph *p, struct range r)
{
	for (; r.first < r.last; r.first++)
		if (TAG_FINITE(p->tags[r.first]))
			return true;
	return false;
}

/*
 * "he told the court on Friday, ...": the comma behind what stands between the
 * attribution and the words that go on, or the end.
 */
static uint32_t
resuming_comma(const struct paragraph *p, uint32_t from, uint32_t end)
{
	uint32_t i;

	for (i = from; i < end && i < from + RESUME_REACH; i++) {
		if (paragraph_is(p, i, ','))
			return i;
		if (TAG_FINITE(p->tags[i]) || (paragraph_is_mark(p, i) &&
		    !(p->tokens.v[i].flags &
		    (TOKEN_HYPHEN | TOKEN_APOSTROPHE))))
			break;
	}
	return end;
}

struct range
content_resumes(const struct paragraph *p, const struct cue *c,
    struct range source, struct range before)
{
	struct range none = {0, 0}, r;
	uint32_t end = p->sentences[c->sentence].last, region, from;

	from = source.last > c->last ? source.last : c->last;
	r.first = resuming_comma(p, from, end);
	if (r.first + 1 >= end)
		return none;
	r.last = end;
	/*
	 * Behind more words than the attribution's own it must be a clause:
	 * the only one, or one that "and" joins to the clause before.
	 */
	if (r.first++ > from && (!has_finite(p, r) || (has_finite(p, before) &&
	    p->tags[r.first] != TAG_CONJ)))
		return none;
	/* "It rains, as he said, and I am wet" */
	if (p->tags[r.first] == TAG_CONJ && has_finite(p, before) &&
	    source.first > before.last &&
	    clause_word(p, source.first - 1, HEDGE_AS))
		return none;
	/* ", she said, pointing to the map": the reporter's words. */
	if ((p->tags[r.first] == TAG_VERBG || p->tags[r.first] == TAG_WH) &&
	    (!clause_is_opened(p, before.first) ||
	    clause_has_verb(p, before.first, before.last)))
		return none;
	/* ", said X, the mayor": more of X, if the clause before is whole. */
	if (source.first >= c->last && p->tags[r.first] != TAG_CONJ &&
	    paragraph_region_at(p, r.first, true) == NO_REGION &&
	    has_finite(p, before) && !TAG_FINITE(p->tags[before.last - 1]))
		return none;
	/* A quotation that goes on over sentences. */
	region = region_around(p, c, end - 1);
	if (region != NO_REGION && p->regions[region].first > c->last)
		r.last = p->regions[region].last;
	return paragraph_trim(p, r);
}
