/*
 * sources.c -- which noun phrase says it: see reports.h
 */
#include "common/lexicon/lexicon.h"
#include "common/quotes/reports.h"
#include "common/names/names.h"

#define CHUNKS_BEFORE	9	/* chunks looked at before the cue */
#define CHUNKS_AFTER	3
#define CHUNKS_JOINED	6	/* "leaders of three parties in the north" */
#define ROW_MOST	12	/* chunks of "Ann Roe, Jim Doe and Tom Poe" */
#define BRACKET		8	/* tokens of "(D-Ohio)" and the like */
#define NO_NOUN		0xFFFFFFFFu

enum {
	S_BIAS = 200, S_SIDE, S_GAP, S_GAPTAGS, S_CHUNKS, S_PREV, S_PREVTAG,
	S_NEXT, S_NEXTTAG, S_KIND, S_HEAD, S_FIRST, S_LINKS, S_LENGTH, S_FORM,
	S_AGREE, S_START, S_VERBS, S_COMMAS, S_MORE, S_LEMMA, S_LASTHEAD,
	S_NONE, S_LEFT, S_BETWEEN, S_WITHIN, S_SUBJECT, S_CLAUSE, S_NOUN,
	S_ROW, S_COORD
};


static unsigned
bucket(uint32_t n)
{
	return n < 5 ? n : n < 8 ? 5 : n < 13 ? 6 : n < 25 ? 7 : 8;
}

/* The token behind the bracket that begins at i, or i. */
static uint32_t
behind_bracket(const struct passage *p, uint32_t i, uint32_t last)
{
	uint32_t k;

	if (i >= last || !passage_is(p, i, '('))
		return i;
	for (k = i + 1; k < last && k < i + BRACKET; k++)
		if (passage_is(p, k, ')'))
			return k + 1;
	return i;
}

/* "A statement Sunday": when it was is no part of it. */
static bool
is_time(const struct passage *p, uint32_t i)
{
	size_t len;
	const char *w = passage_word(p, i, &len);

	return lexicon_lists(lexicon_default(), w, len) &
	    (ROLE_BIT(ROLE_WEEKDAYS) | ROLE_BIT(ROLE_MONTHS));
}

/* One word between two chunks that makes one phrase of them. */
static bool
links(const struct passage *p, const struct chunk *a, const struct chunk *b)
{
	unsigned t;

	if (b->first == a->last)
		return a->kind != CHUNK_PRON && b->kind != CHUNK_PRON &&
		    b->kind != CHUNK_WH && a->kind != CHUNK_WH &&
		    !is_time(p, b->first);
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
	    passage_is(p, a->last, '&') ||
	    (passage_is(p, a->last, ',') && a->kind == b->kind);
}

static void
add(struct candidates *v, uint32_t first, uint32_t last)
{
	if (v->n >= CANDIDATES_MAX - 1 || first >= last)
		return;
	v->v[v->n].first = first;
	v->v[v->n++].last = last;
}

/* "Sen. Jo Roe (D-Ohio)": the token of the bracket that ends it, or last. */
static uint32_t
bracket_at(const struct passage *p, uint32_t first, uint32_t last)
{
	uint32_t i;

	if (last == 0 || !passage_is(p, last - 1, ')'))
		return last;
	for (i = last - 1; i > first && !passage_is(p, i, '('); i--)
		;
	return i > first ? i : last;
}

/* "Roe, whose real name is Doe, said": a name that somebody has says nothing. */
static bool
is_whose(const struct passage *p, uint32_t i)
{
	const char *w;
	size_t n;

	if (p->tags[i] != TAG_POSSESSIVE)
		return false;
	w = passage_word(p, i, &n);
	return word_bits(ROLE_PRONOUNS, w, n) & PRONOUN_WHO;
}

/* The chunk k and what it can be joined with to its right, up to a limit. */
static void
add_phrases(const struct passage *p, const struct sentence *s, uint32_t k,
    uint32_t limit, struct candidates *v)
{
	uint32_t end = s->chunk + s->nchunks, j;

	if (is_whose(p, p->chunks.v[k].first))
		return;
	for (j = k; j < end && j < k + CHUNKS_JOINED; j++) {
		if (j > k && !links(p, &p->chunks.v[j - 1], &p->chunks.v[j]))
			break;
		if (p->chunks.v[j].last > limit)
			break;
		add(v, p->chunks.v[k].first,
		    bracket_at(p, p->chunks.v[k].first, p->chunks.v[j].last));
	}
}

/* "his remarks", "Britain's warning that": the possessor of a cue noun. */
static void
add_possessor(const struct passage *p, const struct sentence *s,
    const struct cue *c, struct candidates *v)
{
	uint32_t k, i;

	k = passage_chunk_before(p, c->sentence, c->token);
	k = k < p->chunks.n ? k + 1 : s->chunk;
	if (k >= s->chunk + s->nchunks || p->chunks.v[k].first > c->token)
		return;
	for (i = p->chunks.v[k].first; i < c->token; i++) {
		if (p->tags[i] == TAG_POSSESSIVE)
			add(v, i, i + 1);
		else if (p->tags[i] == TAG_POS)
			add(v, p->chunks.v[k].first, i);
	}
}

void
source_candidates(const struct passage *p, const struct cue *c,
    enum frame frame, struct range content, struct candidates *v)
{
	const struct sentence *s = &p->sentences[c->sentence];
	uint32_t k, n, last, limit, head = passage_dateline(p, c->sentence);

	v->n = 0;
	if (c->kind == CUE_NOUN)
		add_possessor(p, s, c, v);
	/* Before the cue, the nearest first. */
	k = passage_chunk_before(p, c->sentence, c->token);
	if (k < p->chunks.n && c->kind != CUE_ACCORDING)
		for (n = 0, k++; k-- > s->chunk && n < CHUNKS_BEFORE; n++) {
			const struct chunk *ch = &p->chunks.v[k];

			if (ch->first < head)
				break;
			if (p->region_of[ch->first] != c->region)
				continue;
			if (frame != FRAME_AFTER && ch->first < content.last &&
			    ch->last > content.first)
				break;
			add_phrases(p, s, k, c->token, v);
		}
	/* After it, "said X", but not in what X said. */
	last = s->chunk + s->nchunks;
	limit = frame == FRAME_AFTER ? content.first : s->last;
	k = passage_chunk_before(p, c->sentence, c->last);
	k = k < p->chunks.n ? k + 1 : s->chunk;
	while (k < last && p->chunks.v[k].first < c->last)
		k++;
	for (n = 0; k < last && n < CHUNKS_AFTER; k++, n++) {
		if (p->chunks.v[k].first > c->last + 8 ||
		    p->chunks.v[k].first >= limit)
			break;
		add_phrases(p, s, k, limit, v);
	}
	v->v[v->n].first = v->v[v->n].last = 0;
	v->n++;
}

/*
 * "issued a statement saying", "made a statement on the law announcing": the
 * token of the noun of saying whose phrase ends at a participle, or NO_NOUN.
 */
static uint32_t
noun_before(const struct passage *p, const struct cue *c)
{
	const struct sentence *s = &p->sentences[c->sentence];
	uint32_t k = passage_chunk_before(p, c->sentence, c->token), n;
	const struct chunk *ch;
	const char *w;
	size_t len;

	if (p->tags[c->token] != TAG_VERBG)
		return NO_NOUN;
	for (n = 0; n < CHUNKS_JOINED - 1 && k < p->chunks.n && k >= s->chunk;
	    n++, k--) {
		ch = &p->chunks.v[k];
		w = passage_word(p, ch->head, &len);
		if (lexicon_has(lexicon_default(), ROLE_CUE_NOUNS, w, len))
			return ch->head;
		if (k == s->chunk || p->tags[ch->first - 1] != TAG_PREP)
			break;
	}
	return NO_NOUN;
}

/*
 * Where the row of names ends that chunk k begins, "Ann Roe (D-OH), Jim Doe and
 * Tom Poe": the token behind it, or 0 if no conjunction ends one.
 */
static uint32_t
row_end(const struct passage *p, const struct sentence *s, uint32_t k)
{
	const struct chunk *c = &p->chunks.v[k];
	uint32_t end = s->chunk + s->nchunks;
	bool joined = false;

	if (end > k + ROW_MOST)		/* longer rows speak of others */
		end = k + ROW_MOST;
	for (; k + 1 < end && c[0].kind == CHUNK_NAME && c[1].kind == CHUNK_NAME &&
	    c[1].first == c[0].last + 1 && !joined; k++, c++) {
		joined = p->tags[c->last] == TAG_CONJ;
		if (!joined && !passage_is(p, c->last, ','))
			return 0;
	}
	return joined ? c->last : 0;
}

/* Whether a conjunction stands right before a cue, and (2) a comma before that. */
static uint32_t
coordinated(const struct passage *p, const struct cue *c)
{
	uint32_t i = c->token, first = p->sentences[c->sentence].first;

	if (i > first && p->tags[i - 1] == TAG_ADV)
		i--;
	if (i <= first + 1 || p->tags[i - 1] != TAG_CONJ)
		return 0;
	return passage_is(p, i - 2, ',') ? 2 : 1;
}

void
source_features(const struct passage *p, const struct cue *c,
    enum frame frame, const struct candidates *v, uint32_t which,
    struct features *f)
{
	const struct sentence *s = &p->sentences[c->sentence];
	struct range r = v->v[which];
	uint32_t from, to, i, k, gaptags = 0, verbs = 0, commas = 0, nouns = 0;
	uint32_t linked = 0, form = p->tags[c->token], side, head, kind = 9, row;
	uint32_t lasthead, plural = 0, wh = 0, inside = 0;
	/* The mention goes without its bracket, what follows is behind it. */
	uint32_t next = behind_bracket(p, r.last, s->last);

	features_clear(f);
	if (r.first == r.last) {
		features_add1(f, S_NONE, 0);
		features_add2(f, S_NONE, form, frame);
		features_add2(f, S_NONE, c->classes, frame);
		features_add2(f, S_NONE, c->lemma_hash, form);
		features_add2(f, S_NONE, c->token > 0 ? passage_folded(p, c->token - 1) : 0, form);
		features_add2(f, S_NONE, 1000 + bucket(v->n), c->kind);
		features_add2(f, S_NONE, 2000 + c->kind, form);
		features_add2(f, S_NONE, 3000 + (c->token == s->first), form);
		return;
	}
	side = r.first >= c->last ? 1 : r.last <= c->token ? 0 : 2;
	from = side == 0 ? next : c->last;
	to = side == 0 ? c->token : r.first;
	if (side == 2)
		from = to = 0;
	for (i = from; i < to; i++) {
		unsigned t = p->tags[i];

		if (i - from < 5)
			gaptags = feature_mix(gaptags, passage_sign(p, i));
		if (TAG_FINITE(t))
			verbs++;
		if (passage_is(p, i, ','))
			commas++;
		if (TAG_IS_NOUN(t) || t == TAG_PRON)
			nouns++;
		if (t == TAG_WH)
			wh = 1;
		if (i - from > 60)
			break;
	}
	if (to - from > 5)
		gaptags = 77;
	/* Its first chunk tells the kind, its words the rest. */
	k = passage_chunk_before(p, c->sentence, r.last);
	if (k < p->chunks.n)
		while (k > s->chunk && p->chunks.v[k].first > r.first)
			k--;
	head = r.last - 1;
	if (k < p->chunks.n && p->chunks.v[k].first == r.first) {
		kind = p->chunks.v[k].kind;
		head = p->chunks.v[k].head;
		plural = p->chunks.v[k].plural;
	}
	row = kind == CHUNK_NAME ? row_end(p, s, k) : 0;
	if (row > 0)
		features_add2(f, S_ROW, row == next, side << 8 | form);
	/* "Roe said the firm said so, but added": whose verb is the other half? */
	if (side == 0 && (i = coordinated(p, c)) > 0) {
		features_add2(f, S_COORD, i, r.first == s->first);
		features_add2(f, S_COORD, i, 2u | (unsigned)(next < s->last &&
		    TAG_FINITE(p->tags[next])) << 4 | (r.first == s->first));
		features_add2(f, S_COORD, i, 0x100u | (verbs < 4 ? verbs : 4) << 1 |
		    (r.first == s->first));
	}
	for (i = head + 1; i < r.last; i++)
		if (p->tags[i] == TAG_PREP || p->tags[i] == TAG_CONJ ||
		    passage_is(p, i, ','))
			linked = feature_mix(linked, passage_folded(p, i));
	for (i = next; i < s->last && i < next + 2; i++)
		inside += p->tags[i] == TAG_PREP;
	lasthead = passage_folded(p, r.last - 1);
	features_add2(f, S_BIAS, side, frame);
	features_add2(f, S_SIDE, side, feature_mix(form, frame));
	features_add2(f, S_SIDE, side, feature_mix(c->classes, frame));
	features_add2(f, S_GAP, side << 8 | bucket(to - from), feature_mix(form, frame));
	features_add2(f, S_GAPTAGS, gaptags, side);
	features_add2(f, S_GAPTAGS, gaptags, side << 8 | form);
	features_add2(f, S_CHUNKS, side << 8 | bucket(nouns), frame);
	features_add2(f, S_VERBS, side << 8 | (verbs > 2 ? 3 : verbs), form);
	features_add2(f, S_VERBS, side << 8 | (verbs > 2 ? 3 : verbs), commas > 2 ? 3 : commas);
	features_add2(f, S_VERBS, wh, form);
	features_add2(f, S_COMMAS, side << 8 | (commas > 3 ? 4 : commas), frame);
	features_add2(f, S_PREV, r.first > s->first ? passage_folded(p, r.first - 1) : 0, side);
	/* "a letter to the mayor", "a letter from the mayor" */
	if (side == 1 && c->kind == CUE_NOUN)
		features_add2(f, S_PREV, passage_folded(p, r.first - 1), 0x10);
	features_add2(f, S_PREVTAG, r.first > s->first ? passage_sign(p, r.first - 1) : 0, side);
	features_add2(f, S_PREVTAG, r.first > s->first ? passage_sign(p, r.first - 1) : 0, gaptags);
	features_add2(f, S_NEXT, next < s->last ? passage_folded(p, next) : 0, side);
	features_add2(f, S_NEXTTAG, next < s->last ? passage_sign(p, next) : 0, side);
	features_add2(f, S_NEXTTAG, next < s->last ? passage_sign(p, next) : 0,
	    feature_mix(side, next + 1 < s->last ? passage_sign(p, next + 1) : 0));
	features_add2(f, S_NEXTTAG, next == c->token, side);
	features_add2(f, S_KIND, kind, side);
	features_add2(f, S_KIND, kind, feature_mix(gaptags, side));
	features_add2(f, S_HEAD, passage_folded(p, head), side);
	features_add2(f, S_HEAD, passage_folded(p, head), linked != 0);
	features_add2(f, S_FIRST, passage_folded(p, r.first), side);
	features_add2(f, S_FIRST, p->tags[r.first], p->tags[head]);
	features_add2(f, S_LINKS, linked, 0);
	features_add2(f, S_LINKS, linked, kind);
	features_add2(f, S_LENGTH, bucket(r.last - r.first), side);
	features_add2(f, S_FORM, p->tags[r.last - 1], next < s->last ? passage_sign(p, next) : 0);
	features_add2(f, S_AGREE, plural << 8 | kind, form);
	features_add2(f, S_AGREE, p->tags[head] << 8 | (linked != 0), form);
	features_add2(f, S_START, r.first == s->first, side);
	features_add2(f, S_START, r.first == s->first, feature_mix(form, verbs));
	features_add2(f, S_MORE, inside, linked != 0);
	features_add2(f, S_LEMMA, c->lemma_hash, side << 8 | kind);
	features_add2(f, S_LEMMA, c->lemma_hash, feature_mix(gaptags, side));
	features_add2(f, S_LASTHEAD, lasthead, linked != 0);
	features_add2(f, S_LEFT, c->kind, side);
	features_add2(f, S_LEFT, c->kind, feature_mix(gaptags, side));
	features_add2(f, S_BETWEEN, commas << 8 | verbs, form);
	if (side == 0 && next < s->last) {
		features_add2(f, S_SUBJECT, TAG_FINITE(p->tags[next]),
		    feature_mix(form, verbs));
		/* "Roe today sent the following letter" */
		for (i = next; i + 1 < s->last && (p->tags[i] == TAG_ADV ||
		    is_time(p, i)); i++)
			;
		features_add2(f, S_SUBJECT, 2u + (TAG_FINITE(p->tags[i]) != 0),
		    feature_mix(c->kind << 8 | form, verbs));
	}
	features_add2(f, S_WITHIN, which == 0, side);
	if (form == TAG_VERBG && side == 0) {
		uint32_t noun = noun_before(p, c), place;

		place = noun == NO_NOUN ? 0 : noun == head ? 1 :
		    r.last <= noun ? 2 : 3;
		features_add2(f, S_NOUN, place, feature_mix(verbs, commas));
		features_add2(f, S_NOUN, place, 0x100u | kind << 4 | verbs);
		features_add2(f, S_NOUN, place, 0x200u | (r.first == s->first));
	}
	/* "the company that runs the ferry": is it in a relative clause? */
	if (side == 0) {
		uint32_t clause = 0, finite = 0;

		for (i = r.first; i > s->first && r.first - i < 12; i--) {
			unsigned t = p->tags[i - 1];

			if (t == TAG_WH || is_whose(p, i - 1)) {
				clause = 1 + (finite > 1 ? 2 : finite);
				break;
			}
			if (passage_is(p, i - 1, ','))
				break;
			if (TAG_FINITE(t))
				finite++;
		}
		features_add2(f, S_CLAUSE, clause, to - from > 2);
		features_add2(f, S_CLAUSE, clause, 0x10u | gaptags << 5);
		features_add2(f, S_CLAUSE, 0x80u | wh, feature_mix(verbs, commas));
	}
}

struct range
source_bare(const struct passage *p, struct range r)
{
	r.last = bracket_at(p, r.first, r.last);
	return r;
}

struct range
source_as_written(const struct passage *p, struct range r)
{
	uint32_t end, i, n = (uint32_t)p->tokens.n;

	if (r.first == r.last || (p->tokens.v[r.last - 1].flags & TOKEN_CAPITAL) == 0)
		return r;
	end = behind_bracket(p, r.last, n);
	for (i = r.last; i < end; i++)		/* (D-Ohio), not (WHO) */
		if (p->tokens.v[i].flags & TOKEN_HYPHEN) {
			r.last = end;
			break;
		}
	return r;
}
