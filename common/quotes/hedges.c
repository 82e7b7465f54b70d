/*
 * hedges.c -- reports that do not say that something was said: see hedges.h
 */
#include "common/quotes/hedges.h"

#define GROUP_REACH	8	/* tokens of a verb group before its cue */
#define CLAUSE_REACH	3	/* and before a subject, to "if" */
#define OPENING_WORDS	3	/* of a question, up to its verb */

#define HEDGE_OPEN	(HEDGE_IF | HEDGE_MIGHT)

/* What a word makes of a report, whatever it is taken for. */
static unsigned
bare_word(const struct paragraph *p, uint32_t token)
{
	return (unsigned)token_bits(ROLE_HEDGES, p->text, &p->tokens.v[token]);
}

/* The same; a name, "May said", makes nothing of it. */
static unsigned
hedge(const struct paragraph *p, uint32_t token)
{
	return TAG_IS_NOUN(p->tags[token]) &&
	    (p->tokens.v[token].flags & TOKEN_CAPITAL) ? 0 :
	    bare_word(p, token);
}

/* "n't": an adverb that is glued to the verb before it. */
static bool
is_clitic_not(const struct paragraph *p, uint32_t token)
{
	const struct token *t = &p->tokens.v[token];

	return t->kind == TOKEN_CLITIC && p->tags[token] == TAG_ADV;
}

/* The verb group before a cue, "has never been heard to say", and its start. */
static unsigned
read_group(const struct paragraph *p, const struct cue *c, uint32_t *start)
{
	uint32_t first = p->sentences[c->sentence].first, i;
	unsigned bits = 0, more;

	for (i = c->token; i > first && c->token - i < GROUP_REACH; i--) {
		unsigned tag = p->tags[i - 1];

		more = is_clitic_not(p, i - 1) ? HEDGE_NOT : hedge(p, i - 1);
		more &= ~(unsigned)(HEDGE_ASK | HEDGE_IF | HEDGE_WHEN |
		    HEDGE_AS);
		if (!TAG_IS_VERB(tag) && tag != TAG_TO && tag != TAG_ADV &&
		    more == 0)
			break;
		bits |= more;
	}
	*start = i;
	return bits;
}

/* The word before a clause, "if", or before its subject, "did". */
static unsigned
read_clause(const struct paragraph *p, uint32_t first, uint32_t subject)
{
	uint32_t i;

	for (i = subject; i > first && subject - i < CLAUSE_REACH; i--) {
		unsigned tag = p->tags[i - 1];
		unsigned bits = bare_word(p, i - 1) & (HEDGE_NOT | HEDGE_OPEN);

		if (is_clitic_not(p, i - 1))
			return HEDGE_NOT;
		if (bits != 0 && tag != TAG_ADV)
			return bits;
		if (tag != TAG_ADV && tag != TAG_SUB && !TAG_FINITE(tag))
			break;
	}
	return 0;
}

/* The part of a sentence that is in the voice of a token. */
static struct range
voice(const struct paragraph *p, uint32_t token)
{
	uint32_t sentence = p->sentence_of[token], g = p->region_of[token];
	struct range r = { paragraph_dateline(p, sentence),
	    p->sentences[sentence].last };

	if (g == NO_REGION)
		return r;
	if (p->regions[g].first > r.first)
		r.first = p->regions[g].first;
	if (p->regions[g].last < r.last)
		r.last = p->regions[g].last;
	return r;
}

/* "Did Roe say that it rained?": in the voice that a token is in. */
static bool
is_asked(const struct paragraph *p, uint32_t token)
{
	struct range r = voice(p, token);
	uint32_t end = r.first + OPENING_WORDS;

	/* The mark that ends it is behind all of its quotations. */
	if (range_is_empty(r) ||
	    p->region_of[r.last - 1] != p->region_of[token] ||
	    !paragraph_is(p, r.last - 1, '?'))
		return false;
	for (; r.first <= token && r.first < end; r.first++) {
		if (p->tags[r.first] == TAG_WH ||
		    (bare_word(p, r.first) & HEDGE_ASK))
			return true;
		if (p->tags[r.first] != TAG_CONJ &&
		    p->tags[r.first] != TAG_ADV &&
		    p->tags[r.first] != TAG_PREP &&
		    !paragraph_is_mark(p, r.first))
			break;
	}
	return false;
}

struct range
hedges_bare(const struct paragraph *p, struct range source)
{
	unsigned bits;

	if (source.last < source.first + 2)
		return source;
	bits = bare_word(p, source.first);
	if ((bits & (HEDGE_IF | HEDGE_WHEN | HEDGE_AS)) ||
	    ((bits & HEDGE_ASK) && is_asked(p, source.first)))
		source.first++;
	return source;
}

/* "If Roe says that it rains, it rains": to the comma. */
static void
cut_condition(const struct paragraph *p, const struct attribution *a,
    struct range *content)
{
	uint32_t i;

	if (a->frame != FRAME_AFTER)
		return;
	for (i = content->first; i < content->last; i++)
		if (paragraph_is(p, i, ',') &&
		    p->region_of[i] == a->cue.region) {
			content->last = i;
			break;
		}
}

void
hedges_find(const struct paragraph *p, struct attribution *a,
    struct range *content)
{
	const struct cue *c = &a->cue;
	uint32_t first = p->sentences[c->sentence].first, start;
	bool before = !range_is_empty(a->source) && a->source.last <= c->token;
	unsigned bits = 0, named = 0;

	if (c->kind != CUE_VERB)
		return;
	bits = read_group(p, c, &start);
	if (!range_is_empty(a->source))
		named = bare_word(p, a->source.first) & HEDGE_NOT;
	if (before && a->source.last >= start)
		bits |= read_clause(p, first, a->source.first);
	a->negated = named || ((bits & HEDGE_NOT) && !(bits & HEDGE_STILL));
	a->hypothetical = !a->negated && (bits & HEDGE_OPEN) &&
	    !(bits & HEDGE_STILL);
	a->question = is_asked(p, c->token);
	if (a->hypothetical && (bits & HEDGE_IF))
		cut_condition(p, a, content);
}
