/*
 * clauses.c -- clauses, as far as tags and commas tell them: see clauses.h
 */
#include "common/quotes/clauses.h"

#include "common/quotes/sources.h"

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

uint32_t
clause_verb_group(const struct paragraph *p, uint32_t verb, uint32_t least)
{
	while (verb > least && (TAG_IS_VERB(p->tags[verb - 1]) ||
	    p->tags[verb - 1] == TAG_ADV))
		verb--;
	return verb;
}

/* The first token of a cue's verb group, "has never been heard to say". */
static uint32_t
group_first(const struct paragraph *p, const struct cue *c, uint32_t least)
{
	return c->kind == CUE_VERB ?
	    clause_verb_group(p, c->token, least) : c->token;
}

bool
clause_word(const struct paragraph *p, uint32_t i, unsigned how)
{
	return (token_bits(ROLE_HEDGES, p->text, &p->tokens.v[i]) & how) != 0;
}

/* The first word behind "but" or "even". */
static uint32_t
behind_joint(const struct paragraph *p, uint32_t first, uint32_t last)
{
	while (first < last && (p->tags[first] == TAG_CONJ ||
	    p->tags[first] == TAG_ADV) &&
	    !clause_word(p, first, HEDGE_WHEN | HEDGE_AS))
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
		return clause_word(p, first, HEDGE_WHEN | HEDGE_AS);
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
	    !clause_word(p, first, HEDGE_WHEN | HEDGE_AS))
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

	/* "described the promise to cut taxes as 'mad'" */
	for (i = r.first; i + 1 < r.last && p->region_of[i] == c->region; i++)
		if (clause_word(p, i, HEDGE_AS) &&
		    paragraph_region_at(p, i + 1, true) != NO_REGION)
			return i;
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

/* The finite verb right behind "and" or "but" at a token, or the end. */
static uint32_t
joined_verb(const struct paragraph *p, uint32_t i, uint32_t end)
{
	if (p->tags[i] != TAG_CONJ)
		return end;
	for (i++; i < end && p->tags[i] == TAG_ADV; i++)
		;
	return i < end && TAG_FINITE(p->tags[i]) ? i : end;
}

/* Whether a verb has the tense of the cue's clause; "has" goes with "said". */
static bool
goes_with_cue(const struct paragraph *p, const struct cue *c, uint32_t verb)
{
	unsigned tag = p->tags[verb], cue = p->tags[c->token];

	if (tag == cue)
		return tag != TAG_MODAL;
	return cue == TAG_VERBN ? tag == TAG_VERBD || tag == TAG_VERBZ :
	    cue == TAG_VERBD && tag == TAG_VERBZ &&
	    verb + 1 < p->tokens.n && p->tags[verb + 1] == TAG_VERBN;
}

/*
 * "denied theft but was found guilty", "urged them to leave and warned that",
 * "said it would rain and warned of floods": where the cue's subject goes on
 * with a second verb, which the content has no subject for, or whose tense no
 * verb of the content has.
 */
static uint32_t
second_verb(const struct paragraph *p, const struct cue *c, struct range r)
{
	uint32_t i, verb;
	bool any = false, same = false, passive = false;

	for (i = r.first; i < r.last; i++) {
		unsigned tag = p->tags[i];

		if (p->region_of[i] != c->region)
			continue;
		if (TAG_FINITE(tag)) {
			any = true;
			passive = false;
			same = same || tag == p->tags[c->token];
		} else if (tag == TAG_VERBN && any)
			passive = true;
		else if (tag == TAG_VERBN) {
			/* "the team expected half": it may be the past. */
			any = true;
			same = p->tags[c->token] == TAG_VERBD;
		}
		verb = i > r.first ? joined_verb(p, i, r.last) : r.last;
		if (verb == r.last || !goes_with_cue(p, c, verb))
			continue;
		if (!passive && (!any || (!same &&
		    p->tags[verb] != TAG_VERBP && cue_is_inflected(p, verb))))
			return i;
	}
	return r.last;
}

/* What a word does in a phrase that tells where something was said: SAYING_. */
static unsigned
saying(const struct paragraph *p, uint32_t i)
{
	size_t n;
	const char *word = paragraph_word(p, i, &n);

	return (unsigned)word_bits(ROLE_SAYING_PLACES, word, n);
}

/* "on Friday", "in a statement", "during a visit": when or where it is said. */
static bool
tells_where(const struct paragraph *p, const struct cue *c, uint32_t i)
{
	unsigned bits = saying(p, i);
	uint32_t k, head;

	if (source_is_time(p, i) || (p->tags[i] == TAG_PREP &&
	    ((bits & SAYING_DURING) || clause_word(p, i, HEDGE_WHEN))))
		return true;
	k = paragraph_chunk_behind(p, c->sentence, i + 1);
	if (!(bits & SAYING_AT) || k == NO_CHUNK ||
	    p->chunks.v[k].first != i + 1)
		return false;
	head = p->chunks.v[k].head;
	return source_is_time(p, head) || (saying(p, head) & SAYING_PLACE);
}

/*
 * "called the law 'mad' when he spoke in Leeds": a judgement that has words in
 * marks ends with them and with what belongs to their noun.
 */
static uint32_t
judgement_end(const struct paragraph *p, const struct cue *c, struct range r)
{
	uint32_t i;

	for (i = r.first; i < r.last && p->region_of[i] == c->region; i++)
		if (TAG_FINITE(p->tags[i]))
			return r.last;
	for (; i < r.last; i++) {
		if (p->region_of[i] != c->region)
			continue;
		if (p->region_of[i - 1] != c->region &&
		    paragraph_region_at(p, i, false) != NO_REGION &&
		    i + 1 < r.last && tells_where(p, c, i + 1))
			return i + 1;
		if ((clause_word(p, i, HEDGE_WHEN) ||
		    clause_word(p, i, HEDGE_AS)) &&
		    begins_clause(p, i + 1, p->sentences[c->sentence].last))
			return i;
	}
	return r.last;
}

/*
 * Whether a mark that stands between clauses is at a token: a comma, a dash, or
 * what closes words that end in a comma.
 */
static bool
parts_clauses(const struct paragraph *p, const struct cue *c, uint32_t i)
{
	uint32_t region = paragraph_region_at(p, i, false);

	if (region != NO_REGION)
		return p->regions[region].parent == c->region && i > 0 &&
		    paragraph_is(p, i - 1, ',');
	return p->region_of[i] == c->region && (paragraph_is(p, i, ',') ||
	    (paragraph_is_mark(p, i) &&
	    (p->tokens.v[i].flags & TOKEN_HYPHEN) &&
	    !(p->tokens.v[i].flags & TOKEN_GLUED)));
}

/*
 * ", citing the cost", ", though she acknowledged it", ", although he again
 * refused": behind a comma what whoever speaks says besides.
 */
static uint32_t
besides(const struct paragraph *p, const struct cue *c, struct range r)
{
	uint32_t i, k, verb;

	for (i = r.first + 2; i + 1 < r.last; i++) {
		if (!paragraph_is(p, i, ',') || p->region_of[i] != c->region ||
		    !is_whole(p, r.first, i))
			continue;
		verb = i + 1;
		while (verb + 1 < r.last && p->tags[verb] == TAG_ADV)
			verb++;
		if (p->tags[verb] == TAG_VERBG && (cue_classes(p, verb) &
		    ~(unsigned)(CUE_MANNER | CUE_THINKS)))
			return i;
		if (!clause_word(p, i + 1, HEDGE_WHEN))
			continue;
		k = paragraph_chunk_behind(p, c->sentence, i + 2);
		if (k == NO_CHUNK || p->chunks.v[k].first != i + 2 ||
		    p->chunks.v[k].kind != CHUNK_PRON)
			continue;
		verb = p->chunks.v[k].last;
		while (verb + 1 < r.last && p->tags[verb] == TAG_ADV)
			verb++;
		if (p->tags[verb] == p->tags[c->token] &&
		    cue_is_inflected(p, verb))
			return i;
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
	if (c->kind == CUE_VERB && p->region_of[r.first] == c->region) {
		r.last = second_verb(p, c, r);
		r.last = besides(p, c, r);
		if (c->classes & CUE_JUDGES)
			r.last = judgement_end(p, c, r);
	}
	opens = opens_sentence(p, c, first);
	inside = !opens && is_put_in(p, c, first);
	if (!opens && !inside)
		return r;
	end = p->sentences[c->sentence].last;
	if (r.last < end)
		end = r.last;
	for (i = r.first + 1; i < end; i++)
		if (parts_clauses(p, c, i) && is_whole(p, r.first, i) &&
		    (opens ? begins_clause(p, i + 1, end) :
		    begins_verb(p, i + 1, end))) {
			r.last = i;
			break;
		}
	return r;
}

/*
 * "described the promise as 'mad'", "calls to his 'Open Mike' show": words in
 * marks that a noun does not bring in.
 */
static bool
is_complement(const struct paragraph *p, const struct cue *c, uint32_t first)
{
	uint32_t r = p->region_of[first], open;

	if (r == NO_REGION || r == c->region || p->regions[r].first != first)
		return false;
	open = p->regions[r].open;
	return open > c->last && (p->tags[open - 1] == TAG_POSSESSIVE ||
	    p->tags[open - 1] == TAG_DET || p->tags[open - 1] == TAG_ADJ ||
	    clause_word(p, open - 1, HEDGE_AS));
}

bool
clause_is_other(const struct paragraph *p, const struct cue *c, uint32_t first)
{
	uint32_t opener;

	if (c->kind == CUE_NOUN && is_complement(p, c, first))
		return true;
	if (p->region_of[first] != c->region)
		return false;
	/* "made a statement after", "In his message, Roe said" */
	if (c->kind == CUE_NOUN && clause_word(p, first, HEDGE_WHEN))
		return true;
	if (first <= c->last || !paragraph_is(p, first - 1, ','))
		return false;
	if (c->kind != CUE_VERB)
		return c->kind == CUE_NOUN;
	/* "Roe, asked about it, said" */
	if (c->token > 0 && (p->tags[c->token] == TAG_VERBN ||
	    paragraph_is(p, c->token - 1, ',')) && cue_is_verb(p, first) &&
	    (p->tags[first] == TAG_VERBD || p->tags[first] == TAG_VERBZ))
		return true;
	/* "asked for a slice, tasted it and left" */
	if (first > c->last + 1 && TAG_FINITE(p->tags[first]) &&
	    p->tags[first] == p->tags[c->token])
		return true;
	opener = behind_joint(p, voice_first(p, c), c->token);
	return clause_word(p, opener, HEDGE_WHEN) &&
	    opens_sentence(p, c, opener);
}

bool
clause_is_opened(const struct paragraph *p, uint32_t first)
{
	return p->tags[first] == TAG_SUB || p->tags[first] == TAG_WH ||
	    clause_word(p, first, HEDGE_WHEN | HEDGE_AS);
}

bool
clause_begins(const struct paragraph *p, uint32_t first, uint32_t end)
{
	return first < end && (p->tags[first] == TAG_SUB ||
	    p->tags[first] == TAG_WH || begins_clause(p, first, end));
}
