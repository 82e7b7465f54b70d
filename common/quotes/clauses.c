/*
 * clauses.c -- clauses, as far as tags and commas tell them: see clauses.h
 */
#include "common/quotes/clauses.h"

#define MAIN_REACH	12	/* tokens of a main clause, up to its verb */

bool
clause_has_verb(const struct paragraph *p, uint32_t first, uint32_t last)
{
	bool below = false;
	uint32_t i;

	for (i = first; i < last; i++) {
		if (paragraph_is(p, i, ','))
			below = false;
		else if (p->tags[i] == TAG_SUB || p->tags[i] == TAG_WH)
			below = true;
		else if (!below && TAG_FINITE(p->tags[i]))
			return true;
	}
	return false;
}

/* The first token of the voice that a cue is in, in its sentence. */
static uint32_t
voice_first(const struct paragraph *p, const struct cue *c)
{
	uint32_t first = paragraph_dateline(p, c->sentence);

	if (c->region != NO_REGION && p->regions[c->region].first > first)
		first = p->regions[c->region].first;
	return first;
}

/* The first token of a cue's verb group, "has never been heard to say". */
static uint32_t
group_first(const struct paragraph *p, const struct cue *c, uint32_t least)
{
	uint32_t i = c->token;

	if (c->kind == CUE_VERB)
		while (i > least && (TAG_IS_VERB(p->tags[i - 1]) ||
		    p->tags[i - 1] == TAG_ADV))
			i--;
	return i;
}

/* Whether a word begins a clause that another follows. */
static bool
subordinates(const struct paragraph *p, uint32_t i, unsigned how)
{
	return (token_bits(ROLE_HEDGES, p->text, &p->tokens.v[i]) & how) != 0;
}

/* The first word behind "but" or "even". */
static uint32_t
behind_joint(const struct paragraph *p, uint32_t first, uint32_t last)
{
	while (first < last && (p->tags[first] == TAG_CONJ ||
	    p->tags[first] == TAG_ADV) &&
	    !subordinates(p, first, HEDGE_WHEN | HEDGE_AS))
		first++;
	return first;
}

/* Whether a clause that begins with a word may open a sentence for another. */
static bool
may_open(const struct paragraph *p, uint32_t first)
{
	switch (p->tags[first]) {
	case TAG_SUB: case TAG_WH: case TAG_PREP:
	case TAG_VERBG: case TAG_VERBN:
		return true;
	default:
		return subordinates(p, first, HEDGE_WHEN | HEDGE_AS);
	}
}

/* "After Roe said": whether the cue's clause opens a sentence for another. */
static bool
opens_sentence(const struct paragraph *p, const struct cue *c, uint32_t first)
{
	uint32_t start, i, k;

	first = behind_joint(p, first, c->token);
	if (!may_open(p, first))
		return false;
	for (i = first; i < c->token; i++)
		if (paragraph_is(p, i, ','))
			return false;
	start = group_first(p, c, first);
	/* "Since Roe said", but "with a smile Roe said" */
	k = paragraph_chunk_behind(p, c->sentence, first + 1);
	if (p->tags[first] == TAG_PREP && TAG_FINITE(p->tags[start]) &&
	    (k == NO_CHUNK || p->chunks.v[k].first > first + 1 ||
	    p->chunks.v[k].last != start) &&
	    !subordinates(p, first, HEDGE_WHEN | HEDGE_AS))
		return false;
	return first >= start || !clause_has_verb(p, first + 1, start);
}

/* "Roe, who said": whether it is put in before the verb of another. */
static bool
is_put_in(const struct paragraph *p, const struct cue *c, uint32_t first)
{
	uint32_t i = group_first(p, c, first);

	uint32_t k = paragraph_chunk_before(p, c->sentence, i);

	if (k != NO_CHUNK && p->chunks.v[k].last == i &&
	    p->chunks.v[k].first > first &&
	    p->tags[p->chunks.v[k].first - 1] == TAG_WH)
		i = p->chunks.v[k].first;	/* which Roe said */
	if (i > first && p->tags[i - 1] == TAG_WH)
		i--;
	else if (p->tags[i] != TAG_VERBG && p->tags[i] != TAG_VERBN)
		return false;
	return i > first + 1 && paragraph_is(p, i - 1, ',') &&
	    !clause_has_verb(p, first, i - 1);
}

/* Whether a content up to a token is a clause, or what stands for one. */
static bool
is_whole(const struct paragraph *p, uint32_t first, uint32_t last)
{
	uint32_t i;

	if (clause_has_verb(p, first + (p->tags[first] == TAG_SUB ||
	    p->tags[first] == TAG_WH), last))
		return true;
	for (i = first; i + 1 < last; i++)
		if (p->tags[i] == TAG_VERBG || (p->tags[i] == TAG_TO &&
		    p->tags[i + 1] == TAG_VERB))
			return true;
		else if (paragraph_is(p, i, ','))
			break;
	return false;
}

/* Whether a clause with a subject begins at a token. */
static bool
begins_clause(const struct paragraph *p, uint32_t i, uint32_t end)
{
	uint32_t last = end - i < MAIN_REACH ? end : i + MAIN_REACH;
	bool noun = false;

	for (; i < last && !paragraph_is(p, i, ','); i++) {
		unsigned tag = p->tags[i];

		if (TAG_IS_NOUN(tag) || tag == TAG_PRON || tag == TAG_ADJ)
			noun = true;
		else if (TAG_FINITE(tag))
			return noun;
		else if (!noun && tag != TAG_DET && tag != TAG_ADV &&
		    tag != TAG_POSSESSIVE && tag != TAG_NUM &&
		    tag != TAG_VERBN)
			return false;
	}
	return false;
}

/* Whether a verb goes on with what stood before the cue's clause. */
static bool
begins_verb(const struct paragraph *p, uint32_t i, uint32_t end)
{
	while (i < end && p->tags[i] == TAG_ADV)
		i++;
	return i < end && (TAG_FINITE(p->tags[i]) || p->tags[i] == TAG_VERBN);
}

/*
 * "Roe's claim that it would rain was greeted": behind a noun that is what its
 * sentence is about, the second verb where nothing joins it to the first, or
 * the end.
 */
static uint32_t
subject_end(const struct paragraph *p, const struct cue *c, uint32_t first,
    struct range r)
{
	uint32_t k = paragraph_chunk_behind(p, c->sentence, first), i;
	bool verb = false;

	if (k == NO_CHUNK || p->chunks.v[k].last != c->last ||
	    p->tags[c->last] != TAG_SUB)
		return r.last;
	for (i = r.first; i < r.last; i++) {
		unsigned tag = p->tags[i];

		if (tag == TAG_SUB || tag == TAG_WH || tag == TAG_CONJ ||
		    tag == TAG_PRON || paragraph_is_mark(p, i))
			verb = false;
		else if (!TAG_FINITE(tag))
			continue;
		else if (verb && !TAG_FINITE(p->tags[i - 1]))
			return i;
		else
			verb = true;
	}
	return r.last;
}

struct range
clause_content(const struct paragraph *p, const struct cue *c, struct range r)
{
	uint32_t first = voice_first(p, c), end, i;
	bool opens, inside;

	if (c->kind == CUE_NOUN)
		r.last = subject_end(p, c, first, r);
	if (c->kind != CUE_VERB && c->kind != CUE_NOUN)
		return r;
	opens = opens_sentence(p, c, first);
	inside = !opens && is_put_in(p, c, first);
	if (!opens && !inside)
		return r;
	end = p->sentences[c->sentence].last;
	if (r.last < end)
		end = r.last;
	for (i = r.first + 1; i < end; i++)
		if (paragraph_is(p, i, ',') && p->region_of[i] == c->region &&
		    is_whole(p, r.first, i) &&
		    (opens ? begins_clause(p, i + 1, end) :
		    begins_verb(p, i + 1, end))) {
			r.last = i;
			break;
		}
	return r;
}

bool
clause_is_other(const struct paragraph *p, const struct cue *c, uint32_t first)
{
	uint32_t opener;

	if (c->kind != CUE_VERB || first <= c->last ||
	    !paragraph_is(p, first - 1, ',') ||
	    p->region_of[first] != c->region)
		return false;
	/* "Roe, asked about it, said" */
	if (c->token > 0 && (p->tags[c->token] == TAG_VERBN ||
	    paragraph_is(p, c->token - 1, ',')) && cue_is_verb(p, first) &&
	    (p->tags[first] == TAG_VERBD || p->tags[first] == TAG_VERBZ))
		return true;
	opener = behind_joint(p, voice_first(p, c), c->token);
	return subordinates(p, opener, HEDGE_WHEN) &&
	    opens_sentence(p, c, opener);
}

bool
clause_is_opened(const struct paragraph *p, uint32_t first)
{
	return p->tags[first] == TAG_SUB || p->tags[first] == TAG_WH ||
	    subordinates(p, first, HEDGE_WHEN | HEDGE_AS);
}

bool
clause_begins(const struct paragraph *p, uint32_t first, uint32_t end)
{
	return first < end && (p->tags[first] == TAG_SUB ||
	    p->tags[first] == TAG_WH || begins_clause(p, first, end));
}
