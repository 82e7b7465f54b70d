/*
 * sure.c -- how sure a record is: see sure.h
 */
#include "common/quotes/sure.h"

#include <string.h>

#include "common/lexicon/lexicon.h"
#include "common/quotes/coarse.h"

/*
 * Templates, each with the values that it is mixed with.  The weights in
 * common/languages/en/quotes.model were learned with these numbers.  By is how
 * the speaker was found; a margin is a clue, coarsely.
 */
enum {
	U_KIND = 350,		/* of a record: its kind, frame, class */
	U_CUE = 351,		/* how clear its cue is; kind */
	U_WORDS = 352,		/* how clear its ends are; kind */
	U_LEMMA = 353,		/* its lemma; margin */
	U_BY = 360,		/* of a speaker: by; kind, frame */
	U_SOURCE = 361,		/* how clear the mention is; by */
	U_CHOICE = 362,		/* how clear who it stands for is; by */
	U_SURE = 363,		/* both, and how clear the cue is */
	U_RIVALS = 364,		/* how many others it may stand for; by */
	U_MENTION = 365,	/* its kind; by */
	U_TAGS = 366,		/* tags of its ends and its head; by */
	U_BESIDE = 367,		/* what is beside it, and where it stands */
	U_LENGTH = 368,		/* how long it is; by */
	U_CLASS = 369,		/* of the cue; where the mention stands */
	U_NAMESAKES = 370,	/* others with the same last word; by */
	U_REFERENT = 371,	/* what is known of the speaker; by */
	U_HEAD = 372,		/* the mention's head */
	U_DIGIT = 373,		/* whether there are digits in it; by */
	U_NAME = 374,		/* what the speaker's name looks like; by */
	U_CHAIN = 375,		/* how clear who spoke before was; by */
	U_SAID = 376		/* whether the words name the speaker; by */
};

#define MARGIN_STEP	4	/* quarters that are one step of a margin, */
#define MARGIN_STEPS	10	/* at most so many */

int8_t
sure_clue(const struct logistic *l, int32_t margin)
{
	int64_t quarters = logistic_quarters(l, margin);

	return (int8_t)(quarters > CLUE_MOST ? CLUE_MOST :
	    quarters < -CLUE_MOST ? -CLUE_MOST : quarters);
}

/* A clue, coarsely, from 0. */
static unsigned
margin(int clue)
{
	int step = (clue + CLUE_MOST) / MARGIN_STEP - CLUE_MOST / MARGIN_STEP;

	return step < 0 ? MARGIN_STEPS + at_most((size_t)-step, 3) :
	    at_most((size_t)step, MARGIN_STEPS);
}

/* What a word is for short: 0 if there is none. */
static uint32_t
short_hash(const char *s)
{
	return s != NULL ? hash_bytes(s, strlen(s)) : 0;
}

void
sure_found_features(const struct quote *q, struct features *f)
{
	const struct quote_clues *c = &q->clues;
	uint32_t kind = (uint32_t)q->kind << 4 | c->frame;
	uint32_t class = short_hash(q->cue_class);
	bool cued = q->cue.end > q->cue.start;

	features_clear(f);
	features_add1(f, U_KIND, 0);
	features_add2(f, U_KIND, kind, cued);
	features_add2(f, U_KIND, 0x100u | q->kind, class);
	features_add2(f, U_KIND, 0x200u | kind, q->nested);
	features_add2(f, U_KIND, 0x400u | kind, q->nspans > 1);
	features_add2(f, U_KIND, 0x800u | kind, q->mention.end >
	    q->mention.start);
	features_add2(f, U_CUE, margin(c->cue), kind);
	features_add2(f, U_CUE, margin(c->cue), 0x100u | cued);
	features_add2(f, U_WORDS, margin(c->begin), kind);
	features_add2(f, U_WORDS, 0x100u | margin(c->end), kind);
	features_add2(f, U_WORDS, 0x200u | margin(c->begin < c->end ?
	    c->begin : c->end), margin(c->cue));
	if (cued)
		features_add1(f, U_LEMMA, hash_bytes(q->lemma, q->lemma_len));
}

/* How many of those talked about have the speaker's last word, and are not. */
static unsigned
namesakes(const struct quote *q, const struct referents *all)
{
	struct word_set words = {{0}, 0};
	uint32_t last = referent_words(&words, q->speaker, q->speaker_len);
	const struct referent *r;
	unsigned n = 0;
	size_t i;

	for (i = 0; i < all->n; i++) {
		r = &all->v[i];
		if (r->person && r->head == last && (r->len != q->speaker_len ||
		    memcmp(r->text, q->speaker, r->len) != 0))
			n++;
	}
	return at_most(n, 2);
}

/* What is known of whom the record names. */
static void
referent_features(const struct quote *q, const struct mention *m,
    const struct referents *all, struct features *f)
{
	const struct referent *r = NULL;
	unsigned by = q->by, gender, known, since;
	size_t i;

	for (i = 0; i < all->n && r == NULL; i++)
		if (all->v[i].len == q->speaker_len &&
		    memcmp(all->v[i].text, q->speaker, q->speaker_len) == 0)
			r = &all->v[i];
	if (r == NULL) {
		features_add2(f, U_REFERENT, by, 0);
		features_add2(f, U_REFERENT, by, 0x10u | m->kind);
		return;
	}
	gender = m->gender == 0 ? 0 : r->gender == 0 ? 1 :
	    r->gender == m->gender ? 2 : 3;
	known = (unsigned)r->person << 1 | (unsigned)r->plural;
	if (r->described)
		features_add2(f, U_REFERENT, by, 0x2000u | m->kind << 1 |
		    r->definite);
	features_add2(f, U_CHAIN, by, at_most(r->chain, 3));
	features_add2(f, U_CHAIN, by, 0x10u | margin(r->clear));
	features_add2(f, U_CHAIN, by, 0x20u | margin(all->clear));
	features_add2(f, U_CHAIN, by, 0x40u | margin(all->clear) << 1 |
	    (unsigned)(r->spoken > 0 && r->spoken == all->spoken));
	features_add2(f, U_CHAIN, by, 0x80u | (unsigned)all->asks << 2 |
	    (unsigned)all->of_her << 1 | all->of_him);
	since = at_most(all->sentence - r->sentence, 4);
	features_add2(f, U_REFERENT, by, 0x20u | known << 2 | gender);
	features_add2(f, U_REFERENT, by, 0x80u | known << 3 | since);
	features_add2(f, U_REFERENT, by, 0x100u | gender << 3 | since);
	features_add2(f, U_REFERENT, by, 0x200u | known << 4 |
	    (unsigned)r->subject << 3 | (unsigned)r->quoted << 2 |
	    (unsigned)(r->spoken > 0) << 1 |
	    (unsigned)(r->spoken > 0 && r->spoken == all->spoken));
	features_add2(f, U_REFERENT, by, 0x400u | at_most(all->bare, 3) << 2 |
	    at_most(all->paragraph - all->spoken_in, 3));
	features_add2(f, U_REFERENT, by, 0x800u | at_most(r->times, 4));
	if (!r->person)
		features_add2(f, U_REFERENT, by, 0x1000u | r->shape);
}

/* The mention: what it is, and where. */
static void
mention_features(const struct quote *q, const struct mention *m,
    const struct paragraph *p, struct features *f)
{
	unsigned by = q->by, side = m->span.start > q->cue.start;
	uint32_t first = m->tokens.first, last = m->tokens.last - 1, i;
	uint32_t prev = 0, next;
	bool digit = false;

	if (range_is_empty(m->tokens))
		return;
	if (first > p->sentences[p->sentence_of[first]].first)
		prev = paragraph_sign(p, first - 1);
	next = paragraph_sign(p, last + 1);
	for (i = first; i <= last; i++)
		digit |= (p->tokens.v[i].flags & TOKEN_ALLDIGIT) != 0;
	features_add2(f, U_TAGS, by, 0x100u | p->tags[first]);
	features_add2(f, U_TAGS, by, 0x200u | p->tags[last]);
	features_add2(f, U_TAGS, by, 0x300u | p->tags[m->head]);
	features_add2(f, U_TAGS, by, 0x400u | (unsigned)m->role << 3 |
	    (unsigned)m->body << 2 | (unsigned)m->plural << 1 | m->name);
	features_add2(f, U_TAGS, by, 0x500u | (unsigned)m->role << 4 |
	    (unsigned)m->possessor << 2 | (unsigned)(m->nmodifiers > 0));
	features_add2(f, U_BESIDE, prev, side);
	features_add2(f, U_BESIDE, next, 2 + side);
	features_add2(f, U_BESIDE, feature_mix(prev, next), 4 + side);
	features_add2(f, U_LENGTH, by, at_most(last - first, 8));
	/* What a name's last word is tells nothing of another's. */
	if (m->kind == MENTION_THE || m->kind == MENTION_NOUN)
		features_add1(f, U_HEAD, m->head_hash);
	features_add2(f, U_DIGIT, by, digit);
}

/*
 * How many words a name has, and whether one of them is in small letters, or
 * the first is a known given name.
 */
static unsigned
name_shape(const char *s, size_t len)
{
	size_t i, words = 1, first = len;
	bool small = false;

	for (i = 0; i < len; i++) {
		if (i == 0 || s[i - 1] == ' ')
			small |= byte_is((unsigned char)s[i], CHAR_LOWER) != 0;
		if (s[i] != ' ')
			continue;
		words++;
		if (first == len)
			first = i;
	}
	return at_most(words, 6) << 2 | (unsigned)small << 1 |
	    (unsigned)(word_in(ROLE_GIVEN_GENDERS, s, first));
}

/* All steps below a margin count with it: what is clearer is surer. */
static void
steps(struct features *f, uint32_t template, unsigned what, unsigned clear)
{
	unsigned k;

	for (k = 1; k <= clear && k <= MARGIN_STEPS; k++)
		features_add2(f, template, what, 0x200u | k);
}

void
sure_speaker_features(const struct quote *q, const struct mention *m,
    const struct paragraph *p, const struct referents *all, struct features *f)
{
	const struct quote_clues *c = &q->clues;
	unsigned by = q->by, kind = (unsigned)q->kind << 4 | c->frame;
	unsigned source = margin(c->source), apart = margin(c->apart);
	unsigned choice = margin(c->choice), who = by << 4 | m->kind;
	int least = c->apart < c->choice ? c->apart : c->choice;
	bool cued = q->cue.end > q->cue.start;

	features_clear(f);
	features_add1(f, U_BY, 0);
	features_add2(f, U_BY, by, cued);
	features_add2(f, U_BY, by, 0x100u | kind);
	features_add2(f, U_BY, by, 0x200u | (unsigned)q->nested << 1 |
	    q->continued);
	features_add2(f, U_SOURCE, by, source);
	features_add2(f, U_SOURCE, by, 0x100u | apart);
	features_add2(f, U_SOURCE, feature_mix(apart, source), 0x200u);
	features_add2(f, U_CHOICE, by, 0x100u | choice);
	features_add2(f, U_SURE, by, margin(least));
	features_add2(f, U_SURE, margin(least), 0x100u | margin(c->cue));
	features_add2(f, U_RIVALS, who, c->rivals);
	features_add2(f, U_SAID, by, c->said);
	steps(f, U_CHOICE, who, choice);
	steps(f, U_SURE, by, margin(least));
	steps(f, U_SOURCE, by, source);
	steps(f, U_SURE, 0x100u | by, margin(c->cue));
	features_add1(f, U_MENTION, who);
	features_add2(f, U_CLASS, by, short_hash(q->cue_class));
	features_add2(f, U_NAMESAKES, by, namesakes(q, all));
	features_add2(f, U_NAME, by, name_shape(q->speaker, q->speaker_len));
	features_add2(f, U_NAME, who, 0x100u |
	    name_shape(q->speaker, q->speaker_len));
	referent_features(q, m, all, f);
	mention_features(q, m, p, f);
}
