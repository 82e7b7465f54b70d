/*
 * source_features.c -- what tells whose words a cue reports: see
 * source_features.h
 */
#include "common/quotes/source_features.h"

#include "common/lexicon/lexicon.h"
#include "common/quotes/coarse.h"

/*
 * Templates, each with the values that it is mixed with.  The weights in
 * common/languages/en/quotes.model were learned with these numbers.  A sign is
 * a mark's identity, or a word's tag; form is the tag of the cue; side is where
 * the phrase stands: 0 before the cue, 1 behind it, 2 around it.
 */
enum {
	S_BIAS = 200,		/* side, frame */
	S_SIDE = 201,		/* side; form or class, with the frame */
	S_GAP = 202,		/* how far it is from the cue; form, frame */
	S_GAPTAGS = 203,	/* the signs between, side */
	S_CHUNKS = 204,		/* nouns between, frame */
	S_PREV = 205,		/* the word before it */
	S_PREVTAG = 206,	/* the sign before it; side, or those between */
	S_NEXT = 207,		/* the word behind it */
	S_NEXTTAG = 208,	/* the sign behind it, and the next */
	S_KIND = 209,		/* what kind of chunk begins it */
	S_HEAD = 210,		/* its head */
	S_FIRST = 211,		/* its first word; tags of that and its head */
	S_LINKS = 212,		/* what joins its parts */
	S_LENGTH = 213,		/* how long it is */
	S_FORM = 214,		/* the tag of its last word, the sign behind */
	S_AGREE = 215,		/* plural or not, form */
	S_START = 216,		/* whether it begins the sentence */
	S_VERBS = 217,		/* finite verbs between; wh-words between */
	S_COMMAS = 218,		/* commas between, frame */
	S_MORE = 219,		/* prepositions right behind it */
	S_LEMMA = 220,		/* the cue's lemma */
	S_LASTHEAD = 221,	/* its last word */
	S_NONE = 222,		/* of no source: what the cue is like */
	S_LEFT = 223,		/* the cue's kind */
	S_BETWEEN = 224,	/* commas and verbs between, form */
	S_WITHIN = 225,		/* whether it is the first candidate */
	S_SUBJECT = 226,	/* whether a finite verb stands behind it */
	S_CLAUSE = 227,		/* whether it is in a relative clause */
	S_NOUN = 228,		/* where it is by a noun of saying */
	S_ROW = 229,		/* whether it is a whole row of names */
	S_COORD = 230		/* a conjunction before the cue, where it is */
};

#define ROW_MOST	12	/* chunks of "Ann Roe, Jim Doe and Tom Poe" */
#define GAP_TOKENS	62	/* between it and a cue, that are looked at */
#define GAP_SIGNS	5	/* a longer gap is one like the other: */
#define LONG_GAP	77
#define CLAUSE_REACH	12	/* tokens before it, to who or which */
#define KIND_NONE	9	/* stands for the kind, if no chunk begins it */
#define NO_NOUN		0xFFFFFFFFu

enum source_side { SIDE_BEFORE, SIDE_BEHIND, SIDE_AROUND };

/* Where a phrase stands by the noun of saying that a participle belongs to. */
enum by_noun { BY_NO_NOUN, IS_NOUN, BEFORE_NOUN, BEHIND_NOUN };

/* What the groups of features know in common of a phrase. */
struct source_view {
	const struct paragraph *p;
	const struct cue *c;
	enum frame	 frame;
	struct range	 r;		/* the phrase */
	uint32_t	 next;		/* the token behind it and bracket */
	uint32_t	 first, last;	/* the tokens of the sentence */
	enum source_side  side;
	unsigned	 form;
	uint32_t	 gap;		/* tokens between it and the cue, */
	uint32_t	 signs;		/* theirs, mixed */
	uint32_t	 verbs, commas, nouns, wh;
	uint32_t	 chunk;		/* that begins it, or NO_CHUNK */
	uint32_t	 head, kind, plural;	/* of that */
	uint32_t	 linked;	/* what joins its parts, mixed; or 0 */
};

/* A distance or length, coarsely. */
static unsigned
bucket(uint32_t n)
{
	static const uint8_t steps[] = { 5, 8, 13, 25 };

	return coarse(n, steps, sizeof(steps));
}

/*
 * "issued a statement saying", "made a statement on the law announcing": the
 * token of the noun of saying whose phrase ends at a participle, or NO_NOUN.
 */
static uint32_t
noun_before(const struct paragraph *p, const struct cue *c)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	uint32_t k = paragraph_chunk_before(p, c->sentence, c->token), n;
	const struct chunk *chunk;
	const char *w;
	size_t len;

	if (p->tags[c->token] != TAG_VERBG || k == NO_CHUNK)
		return NO_NOUN;
	for (n = 1; n < SOURCE_PHRASES; n++, k--) {
		chunk = &p->chunks.v[k];
		w = paragraph_word(p, chunk->head, &len);
		if (lexicon_has(lexicon_default(), ROLE_CUE_NOUNS, w, len))
			return chunk->head;
		if (k == s->chunk || p->tags[chunk->first - 1] != TAG_PREP)
			break;
	}
	return NO_NOUN;
}

/*
 * Where the row of names ends that chunk k begins, "Ann Roe (D-OH), Jim Doe and
 * Tom Poe": the token behind it, or 0 if no conjunction ends one.
 */
static uint32_t
row_end(const struct paragraph *p, const struct tagged_sentence *s, uint32_t k)
{
	const struct chunk *c = &p->chunks.v[k];
	uint32_t end = s->chunk + s->nchunks;
	bool joined = false;

	if (end > k + ROW_MOST)		/* longer rows speak of others */
		end = k + ROW_MOST;
	for (; k + 1 < end && c[0].kind == CHUNK_NAME &&
	    c[1].kind == CHUNK_NAME && c[1].first == c[0].last + 1 && !joined;
	    k++, c++) {
		joined = p->tags[c->last] == TAG_CONJ;
		if (!joined && !paragraph_is(p, c->last, ','))
			return 0;
	}
	return joined ? c->last : 0;
}

/*
 * Whether a conjunction stands right before a cue (1), and a comma before that
 * (2).
 */
static uint32_t
coordinated(const struct paragraph *p, const struct cue *c)
{
	uint32_t i = c->token, first = p->sentences[c->sentence].first;

	if (i > first && p->tags[i - 1] == TAG_ADV)
		i--;
	if (i <= first + 1 || p->tags[i - 1] != TAG_CONJ)
		return 0;
	return paragraph_is(p, i - 2, ',') ? 2 : 1;
}

/* What stands between the phrase and the cue. */
static void
look_between(struct source_view *v)
{
	const struct paragraph *p = v->p;
	const struct cue *c = v->c;
	uint32_t from = 0, to = 0, i;

	v->side = v->r.first >= c->last ? SIDE_BEHIND :
	    v->r.last <= c->token ? SIDE_BEFORE : SIDE_AROUND;
	if (v->side == SIDE_BEFORE) {
		from = v->next;
		to = c->token;
	} else if (v->side == SIDE_BEHIND) {
		from = c->last;
		to = v->r.first;
	}
	v->gap = to - from;
	for (i = from; i < to && i - from < GAP_TOKENS; i++) {
		unsigned t = p->tags[i];

		if (i - from < GAP_SIGNS)
			v->signs = feature_mix(v->signs, paragraph_sign(p, i));
		v->verbs += TAG_FINITE(t);
		v->commas += paragraph_is(p, i, ',');
		v->nouns += TAG_IS_NOUN(t) || t == TAG_PRON;
		v->wh |= t == TAG_WH;
	}
	if (v->gap > GAP_SIGNS)
		v->signs = LONG_GAP;
}

/* Its first chunk tells the kind, its words the rest. */
static void
look_inside(struct source_view *v)
{
	const struct paragraph *p = v->p;
	const struct tagged_sentence *s = &p->sentences[v->c->sentence];
	uint32_t k = paragraph_chunk_before(p, v->c->sentence, v->r.last), i;

	while (k != NO_CHUNK && k > s->chunk &&
	    p->chunks.v[k].first > v->r.first)
		k--;
	v->chunk = NO_CHUNK;
	v->head = v->r.last - 1;
	v->kind = KIND_NONE;
	if (k != NO_CHUNK && p->chunks.v[k].first == v->r.first) {
		v->chunk = k;
		v->head = p->chunks.v[k].head;
		v->kind = p->chunks.v[k].kind;
		v->plural = p->chunks.v[k].plural;
	}
	for (i = v->head + 1; i < v->r.last; i++)
		if (p->tags[i] == TAG_PREP || p->tags[i] == TAG_CONJ ||
		    paragraph_is(p, i, ','))
			v->linked = feature_mix(v->linked,
			    paragraph_folded(p, i));
}

/* That nobody is said to speak. */
static void
none_features(const struct source_view *v, uint32_t candidates,
    struct features *f)
{
	const struct cue *c = v->c;

	features_add1(f, S_NONE, 0);
	features_add2(f, S_NONE, v->form, v->frame);
	features_add2(f, S_NONE, c->classes, v->frame);
	features_add2(f, S_NONE, c->lemma_hash, v->form);
	features_add2(f, S_NONE,
	    c->token > 0 ? paragraph_folded(v->p, c->token - 1) : 0, v->form);
	features_add2(f, S_NONE, 1000 + bucket(candidates), c->kind);
	features_add2(f, S_NONE, 2000 + c->kind, v->form);
	features_add2(f, S_NONE, 3000 + (c->token == v->first), v->form);
}

/* A row of names; the half that the cue is in, of two that "and" joins. */
static void
row_features(const struct source_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	bool first = v->r.first == v->first, finite;
	uint32_t row = 0, joint;

	if (v->kind == CHUNK_NAME)
		row = row_end(p, &p->sentences[v->c->sentence], v->chunk);
	if (row > 0)
		features_add2(f, S_ROW, row == v->next, v->side << 8 | v->form);
	/* "Roe said the firm said so, but added": who added it? */
	if (v->side != SIDE_BEFORE || (joint = coordinated(p, v->c)) == 0)
		return;
	finite = v->next < v->last && TAG_FINITE(p->tags[v->next]);
	features_add2(f, S_COORD, joint, first);
	features_add2(f, S_COORD, joint, 2u | (unsigned)finite << 4 | first);
	features_add2(f, S_COORD, joint,
	    0x100u | at_most(v->verbs, 4) << 1 | first);
}

/* Where it stands, and what is between it and the cue. */
static void
side_features(const struct source_view *v, struct features *f)
{
	const struct cue *c = v->c;
	uint32_t side = v->side, verbs = side << 8 | at_most(v->verbs, 3);

	features_add2(f, S_BIAS, side, v->frame);
	features_add2(f, S_SIDE, side, feature_mix(v->form, v->frame));
	features_add2(f, S_SIDE, side, feature_mix(c->classes, v->frame));
	features_add2(f, S_GAP, side << 8 | bucket(v->gap),
	    feature_mix(v->form, v->frame));
	features_add2(f, S_GAPTAGS, v->signs, side);
	features_add2(f, S_GAPTAGS, v->signs, side << 8 | v->form);
	features_add2(f, S_CHUNKS, side << 8 | bucket(v->nouns), v->frame);
	features_add2(f, S_VERBS, verbs, v->form);
	features_add2(f, S_VERBS, verbs, at_most(v->commas, 3));
	features_add2(f, S_VERBS, v->wh, v->form);
	features_add2(f, S_COMMAS, side << 8 | at_most(v->commas, 4), v->frame);
}

/* The words and marks beside it. */
static void
beside_features(const struct source_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	uint32_t next = v->next, side = v->side, prev = 0, before = 0;
	uint32_t word = 0, behind = 0, behind2 = 0;

	if (v->r.first > v->first) {
		prev = paragraph_folded(p, v->r.first - 1);
		before = paragraph_sign(p, v->r.first - 1);
	}
	if (next < v->last) {
		word = paragraph_folded(p, next);
		behind = paragraph_sign(p, next);
	}
	if (next + 1 < v->last)
		behind2 = paragraph_sign(p, next + 1);
	features_add2(f, S_PREV, prev, side);
	/* "a letter to the mayor", "a letter from the mayor" */
	if (side == SIDE_BEHIND && v->c->kind == CUE_NOUN)
		features_add2(f, S_PREV,
		    paragraph_folded(p, v->r.first - 1), 0x10);
	features_add2(f, S_PREVTAG, before, side);
	features_add2(f, S_PREVTAG, before, v->signs);
	features_add2(f, S_NEXT, word, side);
	features_add2(f, S_NEXTTAG, behind, side);
	features_add2(f, S_NEXTTAG, behind, feature_mix(side, behind2));
	features_add2(f, S_NEXTTAG, next == v->c->token, side);
}

/* The phrase itself. */
static void
phrase_features(const struct source_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	const struct cue *c = v->c;
	uint32_t side = v->side, head = paragraph_folded(p, v->head), i;
	uint32_t more = 0;
	bool linked = v->linked != 0, first = v->r.first == v->first;

	for (i = v->next; i < v->last && i < v->next + 2; i++)
		more += p->tags[i] == TAG_PREP;
	features_add2(f, S_KIND, v->kind, side);
	features_add2(f, S_KIND, v->kind, feature_mix(v->signs, side));
	features_add2(f, S_HEAD, head, side);
	features_add2(f, S_HEAD, head, linked);
	features_add2(f, S_FIRST, paragraph_folded(p, v->r.first), side);
	features_add2(f, S_FIRST, p->tags[v->r.first], p->tags[v->head]);
	features_add2(f, S_LINKS, v->linked, 0);
	features_add2(f, S_LINKS, v->linked, v->kind);
	features_add2(f, S_LENGTH, bucket(v->r.last - v->r.first), side);
	features_add2(f, S_FORM, p->tags[v->r.last - 1],
	    v->next < v->last ? paragraph_sign(p, v->next) : 0);
	features_add2(f, S_AGREE, v->plural << 8 | v->kind, v->form);
	features_add2(f, S_AGREE, p->tags[v->head] << 8 | linked, v->form);
	features_add2(f, S_START, first, side);
	features_add2(f, S_START, first, feature_mix(v->form, v->verbs));
	features_add2(f, S_MORE, more, linked);
	features_add2(f, S_LEMMA, c->lemma_hash, side << 8 | v->kind);
	features_add2(f, S_LEMMA, c->lemma_hash, feature_mix(v->signs, side));
	features_add2(f, S_LASTHEAD,
	    paragraph_folded(p, v->r.last - 1), linked);
	features_add2(f, S_LEFT, c->kind, side);
	features_add2(f, S_LEFT, c->kind, feature_mix(v->signs, side));
	features_add2(f, S_BETWEEN, v->commas << 8 | v->verbs, v->form);
}

/* Whether it has a verb: that of the cue, or another. */
static void
verb_features(const struct source_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	uint32_t i = v->next;

	features_add2(f, S_SUBJECT, TAG_FINITE(p->tags[i]),
	    feature_mix(v->form, v->verbs));
	/* "Roe today sent the following letter" */
	while (i + 1 < v->last &&
	    (p->tags[i] == TAG_ADV || source_is_time(p, i)))
		i++;
	features_add2(f, S_SUBJECT, 2u + (TAG_FINITE(p->tags[i]) != 0),
	    feature_mix(v->c->kind << 8 | v->form, v->verbs));
}

/* "issued a statement saying": where it is by the statement. */
static void
noun_features(const struct source_view *v, struct features *f)
{
	uint32_t noun = noun_before(v->p, v->c);
	enum by_noun place = noun == NO_NOUN ? BY_NO_NOUN :
	    noun == v->head ? IS_NOUN :
	    v->r.last <= noun ? BEFORE_NOUN : BEHIND_NOUN;

	features_add2(f, S_NOUN, place, feature_mix(v->verbs, v->commas));
	features_add2(f, S_NOUN, place, 0x100u | v->kind << 4 | v->verbs);
	features_add2(f, S_NOUN, place, 0x200u | (v->r.first == v->first));
}

/* "the company that runs the ferry": is it in a relative clause? */
static void
clause_features(const struct source_view *v, struct features *f)
{
	const struct paragraph *p = v->p;
	uint32_t i, clause = 0, finite = 0, first = v->r.first;

	for (i = first; i > v->first && first - i < CLAUSE_REACH; i--) {
		unsigned t = p->tags[i - 1];

		if (t == TAG_WH || source_is_whose(p, i - 1)) {
			clause = 1 + at_most(finite, 2);
			break;
		}
		if (paragraph_is(p, i - 1, ','))
			break;
		finite += TAG_FINITE(t);
	}
	features_add2(f, S_CLAUSE, clause, v->gap > 2);
	features_add2(f, S_CLAUSE, clause, 0x10u | v->signs << 5);
	features_add2(f, S_CLAUSE, 0x80u | v->wh,
	    feature_mix(v->verbs, v->commas));
}

void
source_features(const struct paragraph *p, const struct cue *c,
    enum frame frame, const struct ranges *candidates, uint32_t which,
    struct features *f)
{
	const struct tagged_sentence *s = &p->sentences[c->sentence];
	struct source_view v = { .p = p, .c = c, .frame = frame,
	    .r = candidates->v[which], .first = s->first, .last = s->last,
	    .form = p->tags[c->token] };

	features_clear(f);
	if (range_is_empty(v.r)) {
		none_features(&v, candidates->n, f);
		return;
	}
	v.next = paragraph_behind_bracket(p, v.r.last, s->last,
	    SOURCE_BRACKET);
	look_between(&v);
	look_inside(&v);
	row_features(&v, f);
	side_features(&v, f);
	beside_features(&v, f);
	phrase_features(&v, f);
	if (v.side == SIDE_BEFORE && v.next < v.last)
		verb_features(&v, f);
	features_add2(f, S_WITHIN, which == 0, v.side);
	if (v.side == SIDE_BEFORE && v.form == TAG_VERBG)
		noun_features(&v, f);
	if (v.side == SIDE_BEFORE)
		clause_features(&v, f);
}
