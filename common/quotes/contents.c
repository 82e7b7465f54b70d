/*
 * contents.c -- where what is reported begins and ends: see reports.h
 */
#include "common/lexicon/lexicon.h"
#include "common/quotes/reports.h"

#define BEGIN_REACH	40	/* tokens after the cue */
#define ATTRIBUTION	12	/* behind it and its source */

enum {
	B_BIAS = 100, B_WORD, B_TAG, B_PREV, B_PREVTAG, B_BIGRAM, B_DISTANCE,
	B_SKIP, B_SKIPPED, B_THAT, B_OPENS, B_COMMAS, B_CLAUSE, B_LATER,
	B_CLASS, B_LEMMA, B_LEMMA_PREV, B_LAST, B_KIND, B_FORM, B_REGION,
	E_BIAS = 150, E_WORD, E_TAG, E_NEXT, E_NEXTTAG, E_PREV, E_PREVTAG,
	E_PAIR, E_LENGTH, E_REST, E_LAST, E_RESTFORM, E_RESTCUE, E_REGION,
	E_CUTS, E_BEGIN, E_COMMAS, E_LEMMA, E_CLASS, E_VERBS, E_NEXT2,
	E_REPORTS, E_SUBJECT, E_INREGION, E_RESTVERB, E_AGREES,
	R_BIAS = 250, R_LENGTH, R_START, R_STOP, R_PREV, R_NEXT, R_CAPITAL,
	R_WHOLE, R_AFTER, R_WORDS, R_TITLE, R_FLAGS
};


static unsigned
bucket(uint32_t n)
{
	return n < 5 ? n : n < 7 ? 5 : n < 10 ? 6 : n < 15 ? 7 : n < 25 ? 8 :
	    n < 50 ? 9 : 10;
}

static bool
is_mark(const struct passage *p, uint32_t i)
{
	return p->tokens.v[i].kind == TOKEN_MARK;
}

/* True if a token is the first of a region that the cue does not stand in. */
static uint32_t
opened_at(const struct passage *p, const struct cue *c, uint32_t i)
{
	uint32_t r = p->region_of[i];

	while (r != NO_REGION && r != c->region) {
		if (p->regions[r].first == i && p->regions[r].parent == c->region)
			return r;
		r = p->regions[r].parent;
	}
	return NO_REGION;
}

struct range
range_trim(const struct passage *p, struct range r)
{
	while (r.first < r.last && is_mark(p, r.first))
		r.first++;
	while (r.last > r.first && is_mark(p, r.last - 1))
		r.last--;
	return r;
}

void
content_begins(const struct passage *p, const struct cue *c,
    struct candidates *v)
{
	const struct sentence *s = &p->sentences[c->sentence];
	uint32_t i;

	v->n = 0;
	for (i = c->last; i < s->last && i - c->last < BEGIN_REACH; i++) {
		/* Inside a quotation only its first word. */
		if (is_mark(p, i) || (passage_outer(p, i) != NO_REGION &&
		    p->region_of[i] != c->region &&
		    opened_at(p, c, i) == NO_REGION))
			continue;
		/* Said, and nothing but marks before the quotation: that is it. */
		if (v->n == 0 && opened_at(p, c, i) != NO_REGION) {
			v->v[v->n].first = i;
			v->v[v->n++].last = i;
			return;
		}
		v->v[v->n].first = i;
		v->v[v->n++].last = i;
	}
	if (c->after != NO_REGION && p->regions[c->after].first >= s->last &&
	    p->regions[c->after].first < p->regions[c->after].last) {
		/* It is announced with a colon: nothing else is meant. */
		if (passage_is(p, s->last - 1, ':'))
			v->n = 0;
		v->v[v->n].first = p->regions[c->after].first;
		v->v[v->n++].last = p->regions[c->after].first;
	}
}

void
begin_features(const struct passage *p, const struct cue *c,
    const struct candidates *v, uint32_t which, struct features *f)
{
	uint32_t i = v->v[which].first, k, commas = 0, skip = 0, later = 0;
	uint32_t nouns = 0, last = 0, region = opened_at(p, c, i);
	uint32_t end = p->sentences[c->sentence].last;
	unsigned clause = 0, verbs = 0, form = passage_tag(p, c->token);

	features_clear(f);
	for (k = c->last; k < i; k++) {
		skip = k - c->last < 6 ? feature_mix(skip, passage_sign(p, k)) : 1;
		if (passage_is(p, k, ','))
			commas++;
		if (TAG_IS_NOUN(p->tags[k]) || p->tags[k] == TAG_PRON)
			nouns++;
		if (TAG_FINITE(p->tags[k]))
			verbs++;
		if (!is_mark(p, k))
			last = passage_folded(p, k);
	}
	for (k = i + 1; k < end && k < i + 12; k++) {
		if (p->tags[k] == TAG_SUB || passage_region_at(p, k, true) != NO_REGION) {
			later = 1 + bucket(k - i);
			break;
		}
		if (TAG_FINITE(p->tags[k])) {
			clause = 1;
			break;
		}
	}
	features_add1(f, B_BIAS, which == 0);
	features_add1(f, B_WORD, passage_folded(p, i));
	features_add1(f, B_TAG, passage_tag(p, i));
	features_add1(f, B_PREV, passage_folded(p, i - 1));
	features_add1(f, B_PREVTAG, passage_sign(p, i - 1));
	features_add2(f, B_BIGRAM, passage_sign(p, i - 1), passage_tag(p, i));
	features_add2(f, B_BIGRAM, passage_sign(p, i - 1), feature_mix(passage_tag(p, i), passage_tag(p, i + 1)));
	features_add2(f, B_DISTANCE, bucket(i - c->last), c->classes);
	features_add2(f, B_DISTANCE, bucket(i - c->last), c->lemma_hash);
	features_add2(f, B_SKIP, skip, 0);
	features_add2(f, B_SKIP, skip, c->classes);
	features_add2(f, B_SKIPPED, nouns > 2 ? 3 : nouns, c->classes);
	features_add2(f, B_SKIPPED, nouns > 2 ? 3 : nouns, c->lemma_hash);
	features_add2(f, B_SKIPPED, 10 + (verbs > 1 ? 2 : verbs), commas);
	features_add2(f, B_THAT, last, c->classes);
	features_add2(f, B_THAT, last, clause);
	features_add2(f, B_OPENS, region != NO_REGION, c->classes);
	features_add2(f, B_OPENS, region != NO_REGION, passage_sign(p, i - 1));
	features_add2(f, B_COMMAS, commas, i - c->last < 2);
	features_add2(f, B_CLAUSE, clause, later);
	features_add2(f, B_CLAUSE, clause << 8 | passage_tag(p, i), c->classes);
	features_add2(f, B_CLAUSE, clause << 8 | passage_tag(p, i), passage_sign(p, i - 1));
	features_add2(f, B_LATER, later, last);
	features_add2(f, B_LEMMA, c->lemma_hash, passage_tag(p, i));
	features_add2(f, B_LEMMA_PREV, c->lemma_hash, passage_folded(p, i - 1));
	features_add2(f, B_LAST, which == 0, later != 0);
	features_add2(f, B_KIND, c->kind, passage_sign(p, i - 1));
	features_add2(f, B_KIND, c->kind, bucket(i - c->last));
	features_add2(f, B_FORM, form, passage_tag(p, i));
	features_add2(f, B_FORM, form, last);
	if (region != NO_REGION)
		features_add1(f, B_REGION, bucket(p->regions[region].last -
		    p->regions[region].first));
}

/* Where a content may be cut: marks, and words that begin a new clause. */
static bool
may_cut(const struct passage *p, uint32_t i)
{
	switch (p->tags[i]) {
	case TAG_PUNCT:
		/* Not inside words, and once for a run of marks. */
		return is_mark(p, i) && !is_mark(p, i - 1) &&
		    !((p->tokens.v[i].flags & (TOKEN_HYPHEN | TOKEN_APOSTROPHE)) &&
		    (p->tokens.v[i].flags & TOKEN_GLUED));
	case TAG_CONJ: case TAG_SUB: case TAG_WH:
		return !is_mark(p, i - 1);
	case TAG_PREP: case TAG_ADV: case TAG_VERBG:
		return !is_mark(p, i - 1);
	default:
		return false;
	}
}

void
content_ends(const struct passage *p, const struct cue *c, uint32_t first,
    struct candidates *v)
{
	uint32_t end = p->sentences[p->sentence_of[first]].last, i, r;
	uint32_t limit = end;

	/* Inside a quotation a report ends with it, at the latest. */
	if (c->region != NO_REGION && p->regions[c->region].last < limit)
		limit = p->regions[c->region].last;
	v->n = 0;
	/* A quotation that ends like a sentence, or runs over one, is whole. */
	r = opened_at(p, c, first);
	if (r != NO_REGION && (p->regions[r].last >= limit ||
	    (is_mark(p, p->regions[r].last - 1) &&
	    !(p->tokens.v[p->regions[r].last - 1].flags & TOKEN_QUOTE)))) {
		v->v[v->n].first = first;
		v->v[v->n++].last = p->regions[r].last;
		return;
	}
	for (i = first + 1; i < limit && v->n < CANDIDATES_MAX - 3; i++)
		if (may_cut(p, i)) {
			v->v[v->n].first = first;
			v->v[v->n++].last = i;
		}
	v->v[v->n].first = first;
	v->v[v->n++].last = limit;
	/* A quotation that goes on over sentences. */
	r = limit > first ? p->region_of[limit - 1] : NO_REGION;
	while (r != NO_REGION && p->regions[r].parent != c->region)
		r = p->regions[r].parent;
	if (r == NO_REGION && (r = opened_at(p, c, first)) == NO_REGION)
		return;
	if (p->regions[r].last > limit && r != c->region) {
		v->v[v->n].first = first;
		v->v[v->n++].last = p->regions[r].last;
	}
}

/* Shape of what would be left over after a cut. */
static unsigned
rest_form(const struct passage *p, uint32_t i, uint32_t end)
{
	unsigned noun = 0, k;

	for (k = 0; i < end && k < 16; i++, k++) {
		unsigned t = p->tags[i];

		if (t == TAG_VERBG && !noun)
			return 1;
		if (TAG_FINITE(t))
			return noun ? 2 : 3;
		if (TAG_IS_NOUN(t) || t == TAG_PRON)
			noun = 1;
		else if (t == TAG_WH && !noun)
			return 4;
		else if (t == TAG_PUNCT && noun)
			return 5;
	}
	return 6 + noun;
}

/* Whether a token is a form of a verb that can report. */
static bool
can_report(const struct passage *p, uint32_t i)
{
	char buf[24];
	size_t n, len;
	const char *s = passage_word(p, i, &len);

	n = token_fold(s, len, buf, sizeof(buf));
	return n > 0 && lexicon_has(lexicon_default(), ROLE_CUE_VERBS, buf, n);
}

/*
 * "said he was tired and left", "and was going home": does the verb of what is
 * left over go with the cue, or with the clause before it?
 */
static void
rest_verb(const struct passage *p, const struct cue *c, uint32_t first,
    uint32_t next, uint32_t end, unsigned form, struct features *f)
{
	unsigned tag = TAGS, inside = TAGS;
	uint32_t i, word = 0;

	for (i = next; i < end && i < next + 8; i++)
		if (TAG_FINITE(p->tags[i])) {
			tag = p->tags[i];
			word = can_report(p, i);
			break;
		}
	for (i = first; i < next && i < first + 16; i++)
		if (TAG_FINITE(p->tags[i])) {
			inside = p->tags[i];
			break;
		}
	features_add2(f, E_RESTVERB, word << 1 | (tag == p->tags[c->token]), form);
	features_add2(f, E_AGREES, (uint32_t)(tag == p->tags[c->token]) << 1 |
	    (tag == inside), form);
	features_add2(f, E_AGREES, tag << 8 | inside, form << 8 | p->tags[c->token]);
}

void
end_features(const struct passage *p, const struct cue *c, uint32_t first,
    const struct candidates *v, uint32_t which, struct features *f)
{
	uint32_t i = v->v[which].last, end, k, commas = 0, verbs = 0, opened;
	uint32_t cuts = 0, lastword = i, next;
	bool whole;

	end = p->sentences[p->sentence_of[first]].last;
	whole = i >= end;
	features_clear(f);
	for (k = i > first + 40 ? i - 40 : first; k < i; k++) {
		if (passage_is(p, k, ','))
			commas++;
		if (TAG_FINITE(p->tags[k]))
			verbs++;
	}
	while (lastword > first && is_mark(p, lastword - 1))
		lastword--;
	for (next = i; next < end && is_mark(p, next); next++)
		;
	opened = opened_at(p, c, first);
	/* A cut inside a quotation is seldom meant. */
	if (i > 0 && i < p->tokens.n) {
		uint32_t r = p->region_of[i];

		if (r != NO_REGION && r != c->region && i > p->regions[r].first)
			cuts = 1;
	}
	features_add2(f, E_BIAS, whole, i > end);
	features_add2(f, E_WORD, whole ? 1 : passage_folded(p, i), 0);
	features_add2(f, E_TAG, whole ? 1 : passage_sign(p, i), 1);
	features_add2(f, E_NEXT, whole ? 1 : passage_folded(p, next), whole ? 0 : passage_sign(p, i));
	features_add2(f, E_NEXTTAG, whole ? 1 : passage_tag(p, next), whole ? 0 : passage_sign(p, i));
	features_add2(f, E_NEXT2, whole ? 1 : feature_mix(passage_tag(p, next), passage_tag(p, next + 1)),
	    whole ? 0 : passage_sign(p, i));
	features_add2(f, E_NEXT2, whole ? 1 : feature_mix(passage_folded(p, next), passage_tag(p, next + 1)),
	    whole ? 0 : passage_sign(p, i));
	features_add2(f, E_PREV, lastword > 0 ? passage_folded(p, lastword - 1) : 0, whole);
	features_add2(f, E_PREVTAG, lastword > 0 ? passage_tag(p, lastword - 1) : 0,
	    whole ? 1 : passage_sign(p, i));
	features_add2(f, E_LENGTH, bucket(i - first), whole ? 1 : passage_sign(p, i));
	features_add2(f, E_REST, whole ? 0 : bucket(end - i), whole ? 1 : passage_sign(p, i));
	if (!whole) {
		unsigned form = rest_form(p, next, end);
		uint32_t first_cue = 0;

		features_add2(f, E_RESTFORM, form, passage_sign(p, i));
		features_add2(f, E_RESTFORM, form, passage_folded(p, next));
		features_add2(f, E_RESTFORM, form, verbs > 2 ? 3 : verbs);
		for (k = next; k < end && k < next + 6; k++)
			if (TAG_IS_VERB(p->tags[k])) {
				first_cue = passage_folded(p, k);
				break;
			}
		/* ", adding that", "and urged them to", as against ", saving it" */
		if (next < end) {
			uint32_t verb = next;

			while (verb + 1 < end && verb < next + 2 &&
			    (p->tags[verb] == TAG_CONJ || p->tags[verb] == TAG_ADV))
				verb++;
			k = can_report(p, verb);
			features_add2(f, E_REPORTS, k << 8 | p->tags[verb],
			    passage_sign(p, i));
			features_add2(f, E_REPORTS, k << 8 | p->tags[verb],
			    0x100u << (verb - next) | (verb + 1 < end ?
			    p->tags[verb + 1] : TAGS));
			features_add2(f, E_REPORTS, 0x1000u | k << 8 | p->tags[verb],
			    p->tags[c->token] << 2 | (verbs > 2 ? 3 : verbs));
		}
		features_add2(f, E_RESTCUE, first_cue, form);
		features_add2(f, E_RESTCUE, first_cue, passage_sign(p, i));
		rest_verb(p, c, first, next, end, form, f);
	}
	features_add2(f, E_VERBS, verbs > 2 ? 3 : verbs, whole ? 1 : passage_sign(p, i));
	features_add2(f, E_COMMAS, commas > 3 ? 4 : commas, whole ? 1 : passage_sign(p, i));
	features_add2(f, E_CLASS, c->classes, whole ? 1 : passage_sign(p, i));
	features_add2(f, E_LEMMA, c->lemma_hash, whole ? 1 : passage_sign(p, i));
	features_add2(f, E_BEGIN, passage_tag(p, first), whole ? 1 : passage_sign(p, i));
	features_add2(f, E_BEGIN, passage_folded(p, first), whole ? 1 : passage_sign(p, i));
	features_add2(f, E_CUTS, cuts, 0);
	features_add2(f, E_INREGION, c->region != NO_REGION, whole);
	if (opened != NO_REGION) {
		const struct region *r = &p->regions[opened];

		features_add2(f, E_REGION, i == r->last || i == r->last + 1, i < r->last);
		features_add2(f, E_REGION, i == r->last || i == r->last + 1,
		    bucket(r->last - r->first));
		features_add2(f, E_REGION, i == r->last || i == r->last + 1,
		    0x100 | (r->last > r->first ? passage_sign(p, r->last - 1) : 0) << 9);
	} else
		features_add2(f, E_REGION, 3, i > 0 && i < p->tokens.n &&
		    p->region_of[i - 1] != c->region);
}

struct range
content_before(const struct passage *p, const struct cue *c,
    struct range source)
{
	struct range r = { passage_dateline(p, c->sentence), c->token };
	uint32_t i;

	if (c->region != NO_REGION && p->regions[c->region].first > r.first)
		r.first = p->regions[c->region].first;
	if (source.first < source.last && source.first < r.last &&
	    source.first >= r.first)
		r.last = source.first;
	/* As long as the source is not known: up to the last comma. */
	else if (source.first == source.last)
		for (i = c->token; i > r.first + 1; i--)
			if (passage_is(p, i - 1, ',')) {
				r.last = i - 1;
				break;
			}
	r = range_trim(p, r);
	/* "..., and he said": a clause of its own. */
	if (r.first < r.last && p->tags[r.last - 1] == TAG_CONJ)
		r.last = r.first;
	return r;
}

static bool
has_finite(const struct passage *p, struct range r)
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
resuming_comma(const struct passage *p, uint32_t from, uint32_t end)
{
	uint32_t i;

	for (i = from; i < end && i < from + ATTRIBUTION; i++) {
		if (passage_is(p, i, ','))
			return i;
		if (TAG_FINITE(p->tags[i]) || (is_mark(p, i) &&
		    !(p->tokens.v[i].flags & (TOKEN_HYPHEN | TOKEN_APOSTROPHE))))
			break;
	}
	return end;
}

struct range
content_resumes(const struct passage *p, const struct cue *c,
    struct range source, struct range before)
{
	struct range none = {0, 0}, r;
	uint32_t end = p->sentences[c->sentence].last, region, from;

	from = source.last > c->last ? source.last : c->last;
	r.first = resuming_comma(p, from, end);
	if (r.first + 1 >= end)
		return none;
	r.last = end;
	/* Far from the attribution only what the clause before lacks, or "and". */
	if (r.first++ > from && (!has_finite(p, r) || (has_finite(p, before) &&
	    p->tags[r.first] != TAG_CONJ)))
		return none;
	region = passage_region_at(p, r.first, true);
	/* ", she said, pointing to the map": the reporter's words. */
	if (p->tags[r.first] == TAG_VERBG || p->tags[r.first] == TAG_WH)
		return none;
	/* ", said X, the mayor": more of X, if the clause before is whole. */
	if (source.first >= c->last && region == NO_REGION &&
	    p->tags[r.first] != TAG_CONJ && has_finite(p, before))
		return none;
	/* A quotation that goes on over sentences. */
	region = p->region_of[end - 1];
	while (region != NO_REGION && p->regions[region].parent != c->region)
		region = p->regions[region].parent;
	if (region != NO_REGION && p->regions[region].first > c->last)
		r.last = p->regions[region].last;
	return range_trim(p, r);
}

void
region_features(const struct passage *p, uint32_t region, bool after_quote,
    struct features *f)
{
	const struct region *r = &p->regions[region];
	struct range v = { r->first, r->last };
	uint32_t before = r->open, after, k, words = 0, capitals = 0, stop;
	bool line, end;

	v = range_trim(p, v);
	features_clear(f);
	after = r->close + (r->flags & MARK_UNCLOSED ? 0 : 1);
	line = before == 0 || (p->tokens.v[before].flags & TOKEN_NEWLINE);
	end = after >= p->tokens.n || (p->tokens.v[after].flags & TOKEN_NEWLINE);
	for (k = v.first; k < v.last && words < 12; k++) {
		if (is_mark(p, k))
			continue;
		words++;
		if (p->tokens.v[k].flags & TOKEN_CAPITAL)
			capitals++;
	}
	stop = r->last > r->first ? r->last - 1 : r->first;
	stop = is_mark(p, stop) ? passage_folded(p, stop) : 1;
	features_add1(f, R_BIAS, 0);
	features_add2(f, R_LENGTH, words, line);
	features_add2(f, R_LENGTH, words, stop);
	features_add2(f, R_START, line, end);
	features_add2(f, R_STOP, stop, end);
	features_add2(f, R_STOP, stop, line);
	features_add1(f, R_PREV, line ? 0 : passage_folded(p, before - 1));
	features_add2(f, R_PREV, line ? 0 : p->tokens.v[before - 1].kind, stop);
	features_add1(f, R_NEXT, end ? 0 : passage_folded(p, after));
	features_add2(f, R_NEXT, end ? 0 : p->tokens.v[after].flags & TOKEN_CAPITAL, stop);
	features_add2(f, R_CAPITAL, p->tokens.v[v.first].flags & TOKEN_CAPITAL, line);
	features_add2(f, R_TITLE, capitals * 2 > words, words);
	features_add2(f, R_AFTER, after_quote, line);
	features_add2(f, R_AFTER, after_quote, line << 8 | words);
	features_add2(f, R_WHOLE, line && end, words);
	features_add2(f, R_FLAGS, r->flags, line);
	features_add2(f, R_FLAGS, r->flags, words);
	features_add1(f, R_WORDS, passage_folded(p, v.first));
}
