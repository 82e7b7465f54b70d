/*
 * clear.c -- attributions whose form leaves no doubt: see clear.h
 */
#include "common/quotes/clear.h"

#include <string.h>

#include "common/quotes/clauses.h"
#include "common/quotes/sources.h"

#define ADVERBS		2	/* between a quotation and its verb */
#define TAIL_REACH	8	/* tokens from a clause to its verb behind it */
#define APPOSED_REACH	48	/* from a region to its verb behind more */
#define LABEL_REACH	16	/* of a name and more, to its colon */
#define SPLIT_REACH	24	/* tokens of an attribution that splits */

/* Whether a region's words begin a sentence, and so are no part of a clause. */
static bool
begins_sentence(const struct paragraph *p, uint32_t region)
{
	const struct region *r = &p->regions[region];
	unsigned before;

	if (r->open <= paragraph_dateline(p, p->sentence_of[r->open]))
		return true;
	before = p->tokens.v[r->open - 1].flags;
	return (before & (TOKEN_TERMINAL | TOKEN_QUOTE)) != 0;
}

uint32_t
clear_behind(const struct paragraph *p, uint32_t region)
{
	const struct region *r = &p->regions[region];
	uint32_t last = r->last - 1, behind = r->close + 1;

	if ((r->flags & MARK_UNCLOSED) || r->first + 1 >= r->last ||
	    behind >= p->tokens.n)
		return 0;
	if (paragraph_is(p, behind, ','))
		return behind + 1;
	return paragraph_is(p, last, ',') ||
	    (p->tokens.v[last].flags & TOKEN_TERMINAL) ? behind : 0;
}

/* The token behind a few adverbs, before a verb. */
static uint32_t
behind_adverbs(const struct paragraph *p, uint32_t at, uint32_t verb)
{
	uint32_t end = verb - at < ADVERBS ? verb : at + ADVERBS;

	while (at < end && p->tags[at] == TAG_ADV)
		at++;
	return at;
}

/* A form of a verb that is not its plain one. */
static bool
is_inflected(const struct paragraph *p, const struct cue *c)
{
	size_t n;
	const char *word = paragraph_word(p, c->token, &n);

	return n != c->lemma_len || memcmp(word, c->lemma, n) != 0;
}

/* ", Roe said": nothing behind the verb that it could bring in instead. */
static bool
ends_clause(const struct paragraph *p, const struct cue *c)
{
	uint32_t last = p->sentences[c->sentence].last, i = c->last;

	while (i < last && (p->tags[i] == TAG_ADV || p->tags[i] == TAG_PART))
		i++;
	return i >= last || (paragraph_is_mark(p, i) &&
	    !paragraph_is(p, i, ':')) || p->tags[i] == TAG_PREP;
}

/* Tag a verb as one, and its particle as what it is. */
static void
tag_verb(struct paragraph *p, const struct cue *c)
{
	if (!TAG_IS_VERB(p->tags[c->token]) || p->tags[c->token] == TAG_VERBN)
		paragraph_retag(p, c->token, TAG_VERBD);
	if (c->last > c->token + 1)
		paragraph_retag(p, c->token + 1, TAG_PART);
}

/* A noun phrase that can be who speaks. */
static bool
may_speak(const struct paragraph *p, const struct chunk *k)
{
	switch (k->kind) {
	case CHUNK_NAME:
	case CHUNK_NOUN:
		return true;
	case CHUNK_PRON:
		return (paragraph_pronoun(p, k->head) &
		    (PRONOUN_HE | PRONOUN_SHE | PRONOUN_THEY)) != 0;
	default:
		return false;
	}
}

/* ", said Roe": a form of the verb that can have its subject behind it. */
static bool
inverts(const struct paragraph *p, const struct cue *c)
{
	return !(c->classes & CUE_TELLS) && TAG_FINITE(p->tags[c->token]);
}

/* The first token of a verb group, with the adverbs in it. */
static uint32_t
group_first(const struct paragraph *p, uint32_t verb, uint32_t least)
{
	while (verb > least && (p->tags[verb - 1] == TAG_ADV ||
	    p->tags[verb - 1] == TAG_TO || TAG_IS_VERB(p->tags[verb - 1])))
		verb--;
	return verb;
}

/*
 * ", Roe, the mayor of a town in the west, said": whoever speaks begins at a
 * token, and only more of him or her stands between that and the verb.
 */
static bool
is_apposed(const struct paragraph *p, const struct cue *c, uint32_t at)
{
	uint32_t k = paragraph_chunk_behind(p, c->sentence, at), verb;
	uint32_t behind, i;

	if (k == NO_CHUNK || p->chunks.v[k].first != at ||
	    p->chunks.v[k].kind == CHUNK_PRON ||
	    !may_speak(p, &p->chunks.v[k]) || !TAG_FINITE(p->tags[c->token]))
		return false;
	behind = p->chunks.v[k].last;
	verb = group_first(p, c->token, behind);
	if (verb < behind + 2 || !paragraph_is_mark(p, verb - 1) ||
	    paragraph_is(p, verb - 1, ';') || clause_has_verb(p, at, verb))
		return false;
	for (i = behind; !paragraph_is_mark(p, i); i++)
		if (p->tags[i] != TAG_PREP && !TAG_IS_NOUN(p->tags[i]) &&
		    p->tags[i] != TAG_DET && p->tags[i] != TAG_ADJ &&
		    p->tags[i] != TAG_POS)
			return false;
	for (i = at; i < c->token; i++)
		if (p->region_of[i] != c->region)
			return false;
	return i >= verb && (ends_clause(p, c) || (c->classes & CUE_TELLS));
}

bool
clear_form(const struct paragraph *p, const struct cue *c, uint32_t *source)
{
	uint32_t at, k, verb = c->token;

	if (c->kind != CUE_VERB || c->before == NO_REGION ||
	    p->sentence_of[p->regions[c->before].close] != c->sentence ||
	    (at = clear_behind(p, c->before)) == 0 ||
	    !begins_sentence(p, c->before))
		return false;
	if (behind_adverbs(p, at, verb) == verb) {
		k = paragraph_chunk_behind(p, c->sentence, c->last);
		*source = c->last;
		return k != NO_CHUNK && p->chunks.v[k].first == c->last &&
		    may_speak(p, &p->chunks.v[k]) && inverts(p, c);
	}
	verb = group_first(p, verb, at);
	k = paragraph_chunk_before(p, c->sentence, verb);
	*source = at;
	if (k != NO_CHUNK && p->chunks.v[k].first == at &&
	    p->chunks.v[k].last == verb && may_speak(p, &p->chunks.v[k]) &&
	    TAG_IS_VERB(p->tags[c->token]) && ends_clause(p, c))
		return true;
	return is_apposed(p, c, at);
}

bool
clear_apposed(struct paragraph *p, struct cue *c)
{
	uint32_t i, r, at, source, before = c->before;

	if (c->kind != CUE_VERB || c->token == 0)
		return false;
	i = c->token - 1;
	if (!paragraph_is(p, i, ',') && !(p->tokens.v[i].flags & TOKEN_HYPHEN))
		return false;
	for (; i > 0 && c->token - i <= APPOSED_REACH; i--) {
		if (p->tokens.v[i].flags & (TOKEN_NEWLINE | TOKEN_TERMINAL))
			return false;
		r = paragraph_region_at(p, i, false);
		if (r == NO_REGION)
			continue;
		if (p->regions[r].parent != c->region ||
		    (at = clear_behind(p, r)) == 0 || at >= c->token ||
		    p->sentence_of[i] != c->sentence)
			return false;
		paragraph_look(p, c->sentence);
		c->before = r;
		if (clear_form(p, c, &source))
			return true;
		break;
	}
	c->before = before;
	return false;
}

/* ", Roe chipped in.", where the verb is taken for something else. */
static bool
is_name_and_verb(const struct paragraph *p, uint32_t at, const struct cue *c)
{
	uint32_t i;

	if (c->token == at || TAG_IS_VERB(p->tags[c->token]) ||
	    !ends_clause(p, c))
		return false;
	for (i = at; i < c->token && p->tags[i] == TAG_NAME; i++)
		;
	return i == c->token;
}

bool
clear_follows(struct paragraph *p, const struct cue *c)
{
	uint32_t at, source;

	if (c->kind != CUE_VERB || c->before == NO_REGION ||
	    (at = clear_behind(p, c->before)) == 0 ||
	    p->sentence_of[at] != c->sentence)
		return false;
	paragraph_look(p, c->sentence);
	if (is_inflected(p, c) &&
	    (behind_adverbs(p, at, c->token) == c->token ||
	    is_name_and_verb(p, at, c)))
		tag_verb(p, c);
	return clear_form(p, c, &source);
}

bool
clear_ends(struct paragraph *p, const struct cue *c)
{
	uint32_t last = p->sentences[c->sentence].last, i;

	if (c->kind != CUE_VERB || c->region != NO_REGION ||
	    c->last + 1 != last || c->token < TAIL_REACH ||
	    !(p->tokens.v[c->token].flags & TOKEN_LOWER) ||
	    !(p->tokens.v[c->last].flags & TOKEN_TERMINAL))
		return false;
	for (i = c->token - 1; !paragraph_is(p, i, ','); i--)
		if (i == c->token - TAIL_REACH)
			return false;
	paragraph_look(p, c->sentence);
	if (p->tags[c->token - 1] == TAG_NAME && is_inflected(p, c) &&
	    !TAG_IS_VERB(p->tags[c->token]))
		paragraph_retag(p, c->token, TAG_VERBD);
	return true;
}

bool
clear_tail(const struct paragraph *p, const struct cue *c, uint32_t *source)
{
	uint32_t first = paragraph_dateline(p, c->sentence), i = c->token, verb;

	if (c->kind != CUE_VERB ||
	    !(c->classes & (CUE_SAYS | CUE_THINKS)) ||
	    c->region != NO_REGION || !TAG_FINITE(p->tags[i]) ||
	    !ends_clause(p, c))
		return false;
	while (i > first && (p->tags[i - 1] == TAG_ADV ||
	    TAG_IS_VERB(p->tags[i - 1])))
		i--;
	for (verb = i; i > first && (TAG_IS_NOUN(p->tags[i - 1]) ||
	    p->tags[i - 1] == TAG_DET || p->tags[i - 1] == TAG_ADJ ||
	    p->tags[i - 1] == TAG_PREP || p->tags[i - 1] == TAG_PRON ||
	    p->tags[i - 1] == TAG_POS); i--)
		;
	if (i == verb || i == first || !paragraph_is(p, i - 1, ',') ||
	    p->tags[i] == TAG_PREP || p->region_of[i - 1] != NO_REGION ||
	    ((c->classes & CUE_THINKS) && p->tags[i] == TAG_PRON))
		return false;
	*source = i;
	return clause_has_verb(p, first, i - 1);
}

bool
clear_label(struct paragraph *p, const struct cue *c, uint32_t *source)
{
	uint32_t first, i, k, end = c->token;

	if (c->kind != CUE_COLON || c->region != NO_REGION)
		return false;
	first = paragraph_dateline(p, c->sentence);
	if (first + 1 >= end || end - first > LABEL_REACH ||
	    paragraph_region_at(p, c->last, true) == NO_REGION)
		return false;
	paragraph_look(p, c->sentence);
	for (i = c->token; i-- > first;) {
		unsigned tag = p->tags[i];

		if (paragraph_is(p, i, ','))
			end = i;
		else if (p->region_of[i] != NO_REGION ||
		    (TAG_IS_VERB(tag) && tag != TAG_VERBN) ||
		    tag == TAG_SUB || tag == TAG_WH || tag == TAG_PRON)
			return false;
	}
	/* "Ann Roe, the captain:", but "From the captain, Ann Roe:" */
	k = paragraph_chunk_before(p, c->sentence, end);
	if (k == NO_CHUNK || p->chunks.v[k].last != end ||
	    p->tags[end - 1] != TAG_NAME)
		end = c->token;
	k = paragraph_chunk_before(p, c->sentence, end);
	if (k == NO_CHUNK || p->chunks.v[k].last != end ||
	    p->tags[end - 1] != TAG_NAME || end < first + 2 ||
	    p->tags[end - 2] != TAG_NAME)
		return false;
	*source = p->chunks.v[k].first;
	return true;
}

bool
clear_hears(struct paragraph *p, const struct cue *c)
{
	if (c->kind != CUE_VERB || !(c->classes & CUE_OTHER) ||
	    !(c->classes & CUE_THINKS))
		return false;
	paragraph_look(p, c->sentence);
	/* "heard", but not "a committee hearing" */
	if (c->token > 0 && !TAG_IS_VERB(p->tags[c->token]) &&
	    is_inflected(p, c) &&
	    !paragraph_in(p, c->token, ROLE_HEARING_NOUNS) &&
	    paragraph_in(p, c->token - 1, ROLE_HEARING_NOUNS))
		paragraph_retag(p, c->token, TAG_VERBD);
	return true;
}

bool
clear_hearing(const struct paragraph *p, const struct cue *c,
    uint32_t *source)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	uint32_t verb, k;

	if (!TAG_FINITE(p->tags[c->token]) && p->tags[c->token] != TAG_VERBN)
		return false;
	verb = group_first(p, c->token, s->first);
	k = paragraph_chunk_before(p, c->sentence, verb);
	if (k == NO_CHUNK || p->chunks.v[k].last != verb)
		return false;
	/* "the inquest in Hull" */
	for (;; k--) {
		*source = p->chunks.v[k].first;
		if (paragraph_in(p, p->chunks.v[k].head, ROLE_HEARING_NOUNS))
			return clause_begins(p, c->last, s->last);
		if (k == s->chunk || p->chunks.v[k - 1].last + 1 != *source ||
		    p->tags[*source - 1] != TAG_PREP)
			return false;
	}
}

bool
clear_lacks_clause(const struct paragraph *p, const struct cue *c)
{
	uint32_t first = paragraph_dateline(p, c->sentence);
	uint32_t last = p->sentences[c->sentence].last;

	return c->region == NO_REGION && !(c->classes & CUE_ASKS) &&
	    c->last + 1 >= last && p->tags[first] != TAG_PREP &&
	    (p->tags[first] == TAG_SUB || p->tags[first] == TAG_WH) &&
	    !clause_has_verb(p, first, c->token > first ? c->token - 2 : first);
}

/* A word in small letters that may be a verb nobody has listed. */
static bool
may_be_verb(const struct paragraph *p, uint32_t i, uint32_t last)
{
	return i < last && p->tokens.v[i].kind == TOKEN_WORD &&
	    (p->tokens.v[i].flags & TOKEN_LOWER);
}

bool
clear_unlisted(struct paragraph *p, uint32_t region, struct cue *c,
    uint32_t *source)
{
	uint32_t at = clear_behind(p, region), last, k, i;

	if (at == 0 || at >= p->tokens.n || !begins_sentence(p, region) ||
	    p->sentence_of[p->regions[region].close] != p->sentence_of[at])
		return false;
	memset(c, 0, sizeof(*c));
	c->kind = CUE_VERB;
	c->classes = CUE_OTHER;
	c->sentence = p->sentence_of[at];
	c->region = p->regions[region].parent;
	c->before = region;
	c->after = NO_REGION;
	paragraph_look(p, c->sentence);
	last = p->sentences[c->sentence].last;
	i = behind_adverbs(p, at, last);
	if (may_be_verb(p, i, last) && (p->tags[i] == TAG_VERBD ||
	    p->tags[i] == TAG_VERBN)) {
		if (i + 1 >= last ||
		    !(p->tokens.v[i + 1].flags & TOKEN_CAPITAL))
			return false;
		paragraph_retag(p, i, TAG_VERBD);
	} else {
		k = paragraph_chunk_behind(p, c->sentence, at);
		if (k == NO_CHUNK || p->chunks.v[k].kind == CHUNK_NOUN)
			return false;
		i = behind_adverbs(p, p->chunks.v[k].last, last);
		if (!may_be_verb(p, i, last) || (p->tags[i] != TAG_VERBD &&
		    p->chunks.v[k].kind != CHUNK_PRON))
			return false;
		paragraph_retag(p, i, TAG_VERBD);
	}
	c->token = i;
	c->last = i + 1;
	c->lemma = paragraph_word(p, i, &c->lemma_len);
	c->lemma_hash = p->tokens.v[i].folded;
	return clear_form(p, c, source);
}

/* "as saying" behind the chunk before, and a verb that it is the object of. */
static bool
is_quoted(const struct paragraph *p, uint32_t sentence, uint32_t as,
    uint32_t *source)
{
	uint32_t k = paragraph_chunk_before(p, sentence, as);

	if (k == NO_CHUNK || p->chunks.v[k].last != as)
		return false;
	*source = p->chunks.v[k].first;
	return *source > p->sentences[sentence].first + 1 &&
	    TAG_FINITE(p->tags[*source - 1]) && cue_is_verb(p, *source - 1);
}

bool
clear_quotes(const struct paragraph *p, const struct cue *c)
{
	uint32_t as, source, k;

	k = paragraph_chunk_behind(p, c->sentence, c->last);
	if (c->kind != CUE_VERB || !TAG_FINITE(p->tags[c->token]) ||
	    k == NO_CHUNK || p->chunks.v[k].first != c->last)
		return false;
	as = p->chunks.v[k].last;
	return as + 1 < p->sentences[c->sentence].last &&
	    p->tags[as + 1] == TAG_VERBG && cue_is_verb(p, as + 1) &&
	    (p->tags[as] == TAG_PREP || p->tags[as] == TAG_SUB) &&
	    is_quoted(p, c->sentence, as, &source);
}

/* Whether what was said ends before the chunk that ends at a token. */
static bool
follows_content(const struct paragraph *p, const struct cue *c, uint32_t end)
{
	uint32_t k = paragraph_chunk_before(p, c->sentence, end), at;

	if (k == NO_CHUNK || p->chunks.v[k].last != end)
		return false;
	at = p->chunks.v[k].first;
	return at > p->sentences[c->sentence].first && ends_clause(p, c) &&
	    (paragraph_is(p, at - 1, ',') || (c->before != NO_REGION &&
	    clear_behind(p, c->before) == at));
}

bool
clear_quoted(const struct paragraph *p, const struct cue *c, uint32_t *source,
    bool *ends)
{
	uint32_t first = p->sentences[c->sentence].first, i = c->token, k;

	/* as saying */
	if (c->kind != CUE_VERB || p->tags[i] != TAG_VERBG || i < first + 3 ||
	    (p->tags[i - 1] != TAG_PREP && p->tags[i - 1] != TAG_SUB))
		return false;
	/* the agency quoted Roe */
	if (is_quoted(p, c->sentence, --i, source)) {
		*ends = follows_content(p, c, *source - 1);
		return true;
	}
	/* by the agency */
	k = paragraph_chunk_before(p, c->sentence, i);
	if (k != NO_CHUNK && p->chunks.v[k].last == i &&
	    p->chunks.v[k].first > first + 2 &&
	    p->tags[p->chunks.v[k].first - 1] == TAG_PREP)
		i = p->chunks.v[k].first - 1;
	/* was quoted */
	i--;
	if (!TAG_IS_VERB(p->tags[i]) || !cue_is_verb(p, i))
		return false;
	while (i > first && p->tags[i - 1] == TAG_ADV)
		i--;
	if (i == first || !TAG_IS_VERB(p->tags[i - 1]))
		return false;
	i = clause_verb_group(p, i, first);
	k = paragraph_chunk_before(p, c->sentence, i);
	if (k == NO_CHUNK || p->chunks.v[k].last != i)
		return false;
	*source = p->chunks.v[k].first;
	*ends = *source > first && paragraph_is(p, *source - 1, ',') &&
	    ends_clause(p, c);
	return true;
}

bool
clear_split(const struct paragraph *p, const struct cue *c, uint32_t before,
    uint32_t region)
{
	const struct region *r = &p->regions[region];
	uint32_t from = p->regions[before].close + 1, i;

	if (c->token < from || c->token > r->open || c->region != r->parent ||
	    r->open - from > SPLIT_REACH || !paragraph_is(p, r->open - 1, ','))
		return false;
	for (i = from; i < r->open; i++)
		if ((p->tokens.v[i].flags & TOKEN_TERMINAL) ||
		    source_is_whose(p, i))
			return false;
	return true;
}
