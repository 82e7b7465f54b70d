/*
 * choice_features.c -- what tells whom a mention stands for: see
 * choice_features.h
 */
#include "common/quotes/choice_features.h"

#include <string.h>

#include "common/quotes/coarse.h"

/*
 * Templates, each with the values that it is mixed with.  The weights in
 * common/languages/en/quotes.model were learned with these numbers.  Nearly all
 * have the mention's kind; "last" says that the candidate spoke last.
 */
enum {
	K_NOBODY = 300,		/* of nobody: what the mention is like */
	K_RANK = 301,		/* its place among those that agree as well */
	K_DISTANCE = 302,	/* sentences since it was named */
	K_LAST = 303,		/* last; the distance */
	K_SPOKE = 304,		/* whether it ever spoke */
	K_GENDER = 305,		/* whether genders agree; person, last */
	K_PERSON = 306,		/* whether it is a person */
	K_PLURAL = 307,		/* whether it, and the mention, is a plural */
	K_SUBJECT = 308,	/* whether it began its sentence, distance */
	K_TIMES = 309,		/* how often it was named */
	K_ALL = 310,		/* several of these together */
	K_HEAD = 311,		/* whether its head is the mention's */
	K_ROLE = 312,		/* whether it was called so; mention's role */
	K_WORD = 313,		/* the mention's head; person, last, its head */
	K_SELF = 314,		/* how long the mention is, if heads agree */
	K_INDEX = 315,		/* its place among all */
	K_QUOTED = 316,		/* whether it was named in somebody's words */
	K_BODY = 317,		/* whether the mention is a body's; person */
	K_MODIFIERS = 318,	/* how many other words agree, and do not */
	K_AHEAD = 319,		/* named behind the mention: how */
	K_TURN = 320,		/* no mention: whose turn it is to speak */
	K_PLACE = 321,		/* what stood beside it where it was named */
	K_FIRST = 322,		/* the how manieth it was in that sentence */
	K_SHAPE = 323,		/* no person: what its text looks like */
	K_SAYS = 324,		/* no mention: whether the words say I or we */
	K_DESCRIBED = 325,	/* it has no name: how, and where it stood */
	K_NAMED = 326,		/* whether what is said names it; last */
	K_BESIDE = 327,		/* whether it was named as the last one's */
	K_ASKED = 328,		/* last: whether he asked, of him or her */
	K_CHAIN = 329,		/* pronouns since its name; last */
	K_SINCE = 330		/* whether it was named since last one spoke */
};

/* What stands for the distance of who is named behind the mention, */
#define DISTANCE_AHEAD	7
/* and for the how manieth one was, where it is not known. */
#define ORDER_NONE	4

/* In news half of the quotations at most have no mention; in novels more. */
#define BARES_RARE	2

/* Whose turn it is, where nobody is said to speak. */
enum turn { TURN_NEVER, TURN_LAST, TURN_OTHER, TURN_BEFORE };

/* What the groups of features know in common of a candidate. */
struct choice_view {
	const struct choice *c;
	const struct mention *m;
	const struct referent *r;
	unsigned	 kind;		/* of the mention */
	unsigned	 person, plural;	/* of the candidate */
	unsigned	 last;
	unsigned	 distance;
	unsigned	 same;		/* it has the head of the mention, */
	unsigned	 known;		/* or was called so */
	unsigned	 has;		/* other words of the mention, too; */
	unsigned	 lacks;		/* those it was not called, */
	unsigned	 other;		/* one of which is a name */
};

/* A distance in sentences, coarsely. */
static unsigned
near(uint32_t n)
{
	static const uint8_t steps[] = { 4, 6, 10 };

	return coarse(n, steps, sizeof(steps));
}

/* What a noun phrase is, and whether somebody was called so. */
static unsigned
what_is(const struct choice *c)
{
	const struct mention *m = &c->mention;

	return (unsigned)m->possessor << 5 | (unsigned)c->known << 4 |
	    (unsigned)m->plural << 3 | (unsigned)(m->role || m->epithet) << 2 |
	    (unsigned)m->body << 1 | (unsigned)(m->age != 0);
}

/* That it is nobody. */
static void
nobody_features(const struct choice *c, struct features *f)
{
	const struct mention *m = &c->mention;
	unsigned kind = m->kind;

	features_add1(f, K_NOBODY, kind);
	features_add2(f, K_NOBODY, kind, at_most(c->n, 4));
	if (kind < MENTION_THE)
		return;
	features_add2(f, K_NOBODY, kind, m->head_hash);
	features_add2(f, K_NOBODY, kind, 0x100u +
	    at_most(m->tokens.last - m->tokens.first, 4));
	features_add2(f, K_NOBODY, kind, 0x200u + m->role * 2u + m->plural);
	features_add2(f, K_NOBODY, kind, 0x300u + at_most(m->nmodifiers, 3));
	if (m->epithet)
		features_add2(f, K_NOBODY, kind, 0x400u);
	features_add2(f, K_NOBODY, kind, 0x800u | what_is(c));
}

/* A candidate's place among those that agree as well. */
static unsigned
rank_of(const struct choice *c, size_t which)
{
	const struct referent *r = c->v[which], *o;
	bool gendered = choice_gender(c, which) != AGREES_UNKNOWN;
	unsigned rank = 0;
	size_t k;

	for (k = 1; k < which; k++) {
		o = c->v[k];
		if (o->person == r->person && o->plural == r->plural &&
		    (o->gender == r->gender || !gendered))
			rank++;
	}
	return at_most(rank, 4);
}

/* Where it is in the text, who it is, and how it agrees. */
static void
candidate_features(const struct choice_view *v, size_t which,
    struct features *f)
{
	const struct referent *r = v->r;
	unsigned t = v->kind, last = v->last, gender, rank;

	gender = choice_gender(v->c, which);
	rank = rank_of(v->c, which);
	features_add2(f, K_RANK, t, rank);
	features_add2(f, K_INDEX, t, at_most(which, 6));
	features_add2(f, K_DISTANCE, t, v->distance);
	features_add2(f, K_LAST, t, last);
	features_add2(f, K_LAST, t, 2 + last * 8 + v->distance);
	features_add2(f, K_SPOKE, t, r->spoken != 0);
	features_add2(f, K_GENDER, t, gender);
	features_add2(f, K_GENDER, t, 4 + gender * 4 + v->person * 2 + last);
	features_add2(f, K_PERSON, t, v->person);
	if (!r->person) {
		features_add2(f, K_SHAPE, t, r->shape);
		features_add2(f, K_SHAPE, t, 0x100u |
		    (r->shape & ~SHAPE_WORDS) | (unsigned)(r->spoken != 0));
	}
	features_add2(f, K_PLURAL, t, v->plural * 2 + v->m->plural);
	features_add2(f, K_SUBJECT, t, r->subject * 8u + v->distance);
	features_add2(f, K_QUOTED, t, r->quoted * 2u + last);
	features_add2(f, K_TIMES, t, at_most(r->times, 4));
	features_add2(f, K_ALL, t, feature_mix(v->distance * 2 + last,
	    gender * 4 + v->person * 2 + r->subject));
	features_add2(f, K_ALL, t,
	    feature_mix(rank * 2 + last, 0x80u | gender));
	if (r->described) {
		unsigned how = (unsigned)r->definite << 1 | (r->spoken != 0);

		features_add2(f, K_DESCRIBED, t, how);
		features_add2(f, K_DESCRIBED, t, 0x10u | how << 6 |
		    (unsigned)r->subject << 5 | v->distance);
		features_add2(f, K_DESCRIBED, t, 0x200u | how << 4 |
		    gender << 1 | last);
		features_add2(f, K_DESCRIBED, t, 0x400u | how << 6 |
		    v->c->named << 4 | gender << 2 | (unsigned)r->subject << 1 |
		    (unsigned)(v->distance <= 1));
		features_add2(f, K_DESCRIBED, v->c->named,
		    0x800u | v->distance);
	}
}

/* What the words say of it, and those before of whoever speaks now. */
static void
said_features(const struct choice_view *v, size_t which, struct features *f)
{
	const struct referents *of = v->c->of;
	const struct referent *r = v->r;
	unsigned t = v->kind, said = v->c->said[which], chain, since, small;
	unsigned beside = r->beside != 0 && r->beside == of->spoken;
	bool again = v->m->gender == 'm' ? of->of_him :
	    v->m->gender == 'f' && of->of_her;

	features_add2(f, K_NAMED, t, said);
	features_add2(f, K_NAMED, t, 0x10u | said << 1 | v->last);
	if (beside) {
		features_add2(f, K_BESIDE, t, 0);
		features_add2(f, K_BESIDE, t, 0x10u | v->distance);
	}
	features_add2(f, K_ASKED, t, (unsigned)of->asks << 4 |
	    (unsigned)of->asked << 3 | (unsigned)again << 2 |
	    v->last << 1 | (v->distance <= 1));
	features_add2(f, K_ASKED, t, 0x20u | (unsigned)again << 5 |
	    v->last << 4 | v->distance);
	since = (unsigned)v->c->since << 2 | (unsigned)r->since << 1 | v->last;
	small = (r->shape & SHAPE_SMALL) != 0;
	features_add2(f, K_SINCE, t, since);
	features_add2(f, K_SINCE, t, 0x10u | since << 1 | small);
	features_add2(f, K_SINCE, t, 0x20u | since << 4 | small << 3 |
	    v->distance);
	chain = at_most(r->chain, 3);
	features_add2(f, K_CHAIN, t, chain << 1 | v->last);
	features_add2(f, K_CHAIN, t, 0x10u | chain << 4 | v->distance);
}

/* How it stood where it was named last. */
static void
place_features(const struct choice_view *v, struct features *f)
{
	const struct referent *r = v->r;
	unsigned t = v->kind, order = at_most(r->order, 3), beside;

	if (r->placed != r->sentence)
		order = ORDER_NONE;	/* it spoke since */
	beside = order == ORDER_NONE ? 0x100u : r->left * 16u + r->right;
	features_add2(f, K_FIRST, t, order << 4 | v->distance);
	features_add2(f, K_FIRST, t,
	    0x100u | order << 2 | v->last << 1 | v->person);
	features_add2(f, K_PLACE, t, beside);
	features_add2(f, K_PLACE, t,
	    feature_mix(0x200u | r->left, v->distance));
	features_add2(f, K_PLACE, t,
	    feature_mix(0x400u | r->left * 2u | v->person, order));
	features_add2(f, K_PLACE, t,
	    feature_mix(0x800u | beside, v->distance * 8 + order));
}

/* Which words of a noun phrase the referent was called by. */
static void
compare_words(struct choice_view *v)
{
	const struct mention *m = v->m;
	const struct referent *r = v->r;
	unsigned i;

	v->same = r->head == m->head_hash;
	v->known = v->same || word_set_has(&r->words, m->head_hash) ||
	    (m->paper && r->paper);
	for (i = 0; i < m->nmodifiers; i++) {
		if (word_set_has(&r->words, m->modifiers[i]))
			v->has++;
		else {
			v->lacks++;
			v->other |= m->proper >> i & 1;
		}
	}
	v->has = at_most(v->has, 2);
	v->lacks = at_most(v->lacks, 3);
}

/* How the words other than the head agree. */
static void
modifier_features(const struct choice_view *v, struct features *f)
{
	const struct mention *m = v->m;
	unsigned t = v->kind, both = v->has << 2 | v->lacks;
	unsigned heads = t << 3 | m->plural << 2 | v->same << 1 | v->last;

	features_add2(f, K_MODIFIERS, t, both);
	features_add2(f, K_MODIFIERS, t, 0x10u | v->known << 5 | both);
	features_add2(f, K_MODIFIERS, v->known, 0x80u | v->person << 5 | both);
	features_add2(f, K_MODIFIERS, t, 0x100u | v->other << 3 | v->same << 2 |
	    v->person << 1 | v->known);
	/* "officials" after "Kenyan officials", and the other way round. */
	features_add2(f, K_MODIFIERS, 0x200u | heads,
	    both << 4 | v->other << 3 | at_most(v->r->words.n, 5));
	features_add2(f, K_MODIFIERS, 0x400u | heads,
	    (unsigned)(m->nmodifiers == 0) << 3 | v->distance);
}

/* A candidate that is named behind the mention. */
static void
ahead_features(const struct choice_view *v, struct features *f)
{
	const struct mention *m = v->m;
	const struct referent *r = v->r;
	unsigned t = v->kind;

	features_add2(f, K_AHEAD, t, r->subject * 2u + v->person);
	features_add2(f, K_AHEAD, t,
	    4 + v->known * 4 + m->role * 2u + r->subject);
	features_add2(f, K_AHEAD, t, 16 + v->has * 2 + m->plural);
	features_add2(f, K_AHEAD, t, 32 + (r == &v->c->ahead[0]) * 4u +
	    r->says * 2u + r->subject);
	features_add2(f, K_AHEAD, m->plural, 64 + r->says * 8u + v->known * 4 +
	    m->role * 2u + (m->nmodifiers > 0));
}

/* How the words of a noun phrase agree with what the referent was called. */
static void
noun_features(struct choice_view *v, struct features *f)
{
	const struct mention *m = v->m;
	unsigned t = v->kind, same, last = v->last;

	compare_words(v);
	same = v->same;
	features_add2(f, K_HEAD, t, same);
	features_add2(f, K_HEAD, t, 2 + same * 2 + last);
	features_add2(f, K_HEAD, t, 8 + same * 8 + v->distance);
	features_add2(f, K_ROLE, t, v->known);
	features_add2(f, K_ROLE, t, 2 + m->role * 4u + v->person * 2 + last);
	if (m->epithet) {
		features_add2(f, K_ROLE, t, 0x20u | v->person << 1 | last);
		features_add2(f, K_ROLE, t, 0x40u | v->distance << 2 |
		    (unsigned)v->r->subject << 1 | v->person);
	}
	features_add2(f, K_ROLE, t, feature_mix(0x100u | what_is(v->c),
	    v->known << 7 | v->person << 6 | v->distance << 2 |
	    (unsigned)v->r->subject << 1 | last));
	features_add2(f, K_ROLE, t, feature_mix(0x200u | what_is(v->c),
	    v->known << 5 | v->person << 4 |
	    at_most(v->r->placed == v->r->sentence ? v->r->order : 4, 4) << 1 |
	    (unsigned)(v->distance <= 1)));
	features_add2(f, K_BODY, m->body, v->person * 2 + last);
	features_add2(f, K_WORD, m->head_hash, v->person * 2 + v->plural);
	features_add2(f, K_WORD, m->head_hash, 4 + last);
	features_add2(f, K_WORD, m->head_hash, feature_mix(9, v->r->head));
	features_add2(f, K_SELF, t,
	    at_most(m->tokens.last - m->tokens.first, 4) * 2 + same);
	modifier_features(v, f);
	if (v->r->ahead)
		ahead_features(v, f);
}

/*
 * Whether who spoke last has a name of several words: news name everybody in
 * full, and whoever spoke goes on; a novel's speakers take turns.
 */
static unsigned
has_full_name(const struct referents *of)
{
	const struct referent *last = referents_last_speaker(of);

	return last != NULL && memchr(last->text, ' ', last->len) != NULL;
}

/* Who speaks next where nobody is said to: the last one, or the one before. */
static void
turn_features(const struct choice_view *v, struct features *f)
{
	const struct referents *of = v->c->of;
	const struct referent *r = v->r;
	unsigned since = near(of->sentence - of->spoken_at);
	unsigned bare = at_most(of->bare, 3), turn, words, opens, style;

	turn = r->spoken == 0 ? TURN_NEVER :
	    r->spoken == of->spoken ? TURN_LAST :
	    r->spoken == v->c->other ? TURN_OTHER : TURN_BEFORE;
	features_add2(f, K_TURN, turn, since);
	features_add2(f, K_TURN, turn, 0x10u | bare);
	features_add2(f, K_TURN, turn, 0x20u | bare << 3 | since);
	features_add2(f, K_TURN, turn, 0x80u | v->distance << 3 | since);
	features_add2(f, K_TURN, turn, 0x200u | v->person << 3 | since);
	features_add2(f, K_TURN, turn,
	    0x400u | v->person << 5 | v->plural << 4 | bare);
	features_add2(f, K_TURN, turn, 0x100u |
	    (unsigned)(v->c->other > 0) << 4 | (unsigned)r->subject << 3 |
	    since);
	opens = (unsigned)v->c->opens << 2 |
	    at_most(of->paragraph - of->spoken_in, 3);
	features_add2(f, K_TURN, turn, 0x800u | opens);
	features_add2(f, K_TURN, turn, feature_mix(0x1000u | opens,
	    v->person << 6 | v->distance << 3 | since));
	style = opens << 4 | at_most(bare, 1) << 3 | has_full_name(of) << 2 |
	    (unsigned)of->asked << 1 | (of->bares * BARES_RARE > of->spoken);
	features_add2(f, K_TURN, turn, 0x2000u | style);
	features_add2(f, K_TURN, turn, 0x4000u | style << 4 | v->distance);
	features_add2(f, K_TURN, turn, 0x8000u | style << 1 |
	    (memchr(r->text, ' ', r->len) != NULL));
	features_add2(f, K_TURN, turn, 0x10000u | (style & 7));
	words = v->c->says_i * 2u + v->c->says_we;
	features_add2(f, K_SAYS, words, v->person * 2 + v->plural);
	features_add2(f, K_SAYS, words,
	    4 + turn * 4 + v->person * 2 + v->plural);
}

void
choice_features(const struct choice *c, size_t which, struct features *f)
{
	const struct referent *r = c->v[which];
	struct choice_view v = { .c = c, .m = &c->mention, .r = r,
	    .kind = c->mention.kind };

	features_clear(f);
	if (r == NULL) {
		nobody_features(c, f);
		return;
	}
	v.person = r->person;
	v.plural = r->plural;
	v.last = r->spoken != 0 && r->spoken == c->of->spoken;
	v.distance = r->ahead ? DISTANCE_AHEAD :
	    near(c->of->sentence - r->sentence);
	candidate_features(&v, which, f);
	place_features(&v, f);
	said_features(&v, which, f);
	if (v.kind >= MENTION_THE)
		noun_features(&v, f);
	if (v.kind == MENTION_NONE)
		turn_features(&v, f);
}
