/*
 * choice.c -- whom a mention stands for: see choice.h
 */
#include "common/quotes/choice.h"

void
choice_begin(struct choice *c, const struct referents *s)
{
	const struct referent *r;
	size_t i;
	bool speaks;

	c->of = s;
	c->n = 0;
	c->other = 0;
	for (i = 0; i < s->n; i++)
		if (s->v[i].spoken > c->other && s->v[i].spoken != s->spoken)
			c->other = s->v[i].spoken;
	c->v[c->n++] = NULL;
	/* Words without a mention are those of persons and of who spoke before. */
	speaks = c->mention.kind == MENTION_NONE || c->mention.kind == MENTION_I;
	for (i = s->n; i-- > 0;) {
		r = &s->v[s->order[i]];
		if (!speaks || r->person || r->spoken > 0)
			c->v[c->n++] = r;
	}
	for (i = 0; i < c->nahead; i++)
		c->v[c->n++] = &c->ahead[i];
}

enum {
	K_NOBODY = 300, K_RANK, K_DISTANCE, K_LAST, K_SPOKE, K_GENDER, K_PERSON,
	K_PLURAL, K_SUBJECT, K_TIMES, K_ALL, K_HEAD, K_ROLE, K_WORD, K_SELF,
	K_INDEX, K_QUOTED, K_BODY, K_MODIFIERS, K_AHEAD, K_TURN, K_PLACE, K_FIRST,
	K_SHAPE, K_SAYS
};

static unsigned
near(uint32_t d)
{
	return d < 4 ? d : d < 6 ? 4 : d < 10 ? 5 : 6;
}

static unsigned
at_most(size_t n, unsigned max)
{
	return n < max ? (unsigned)n : max;
}

static void
nobody_features(const struct choice *c, struct features *f)
{
	const struct mention *m = &c->mention;
	unsigned t = m->kind;

	features_add1(f, K_NOBODY, t);
	features_add2(f, K_NOBODY, t, at_most(c->n, 4));
	if (t < MENTION_THE)
		return;
	features_add2(f, K_NOBODY, t, m->head_hash);
	features_add2(f, K_NOBODY, t, 0x100u +
	    at_most(m->tokens.last - m->tokens.first, 4));
	features_add2(f, K_NOBODY, t, 0x200u + m->role * 2u + m->plural);
	features_add2(f, K_NOBODY, t, 0x300u + at_most(m->nmodifiers, 3));
}

/* Whether a mention that tells a gender agrees: 0 nothing is known, 1 yes, 2 no. */
static unsigned
gender_of(const struct choice *c, const struct referent *r)
{
	if (c->mention.gender == 0 || r->gender == 0)
		return 0;
	return r->gender == c->mention.gender ? 1 : 2;
}

/* A candidate's place among those that agree as well. */
static unsigned
rank_of(const struct choice *c, size_t which)
{
	const struct referent *r = c->v[which], *o;
	bool gendered = gender_of(c, r) != 0;
	unsigned rank = 0;
	size_t k;

	for (k = 1; k < which; k++) {
		o = c->v[k];
		if (o->person == r->person && o->plural == r->plural &&
		    (o->gender == r->gender || !gendered))
			rank++;
	}
	return rank > 3 ? 4 : rank;
}

/* How the words of a noun phrase agree with what the referent was called. */
static void
noun_features(const struct choice *c, const struct referent *r, unsigned last,
    unsigned distance, struct features *f)
{
	const struct mention *m = &c->mention;
	unsigned t = m->kind, same, known, has = 0, lacks = 0, i, other = 0;

	same = r->head == m->head_hash;
	known = same || word_set_has(&r->words, m->head_hash) ||
	    (m->paper && r->paper);
	for (i = 0; i < m->nmodifiers; i++) {
		if (word_set_has(&r->words, m->modifiers[i]))
			has++;
		else {
			lacks++;
			other |= m->proper >> i & 1;
		}
	}
	features_add2(f, K_HEAD, t, same);
	features_add2(f, K_HEAD, t, 2 + same * 2u + last);
	features_add2(f, K_HEAD, t, 8 + same * 8u + distance);
	features_add2(f, K_ROLE, t, known);
	features_add2(f, K_ROLE, t, 2 + m->role * 4 + r->person * 2u + last);
	features_add2(f, K_BODY, m->body, r->person * 2u + last);
	features_add2(f, K_WORD, m->head_hash, r->person * 2u + r->plural);
	features_add2(f, K_WORD, m->head_hash, 4 + last);
	features_add2(f, K_WORD, m->head_hash, feature_mix(9, r->head));
	features_add2(f, K_SELF, t, at_most(m->tokens.last - m->tokens.first, 4) *
	    2 + same);
	features_add2(f, K_MODIFIERS, t, at_most(has, 2) * 4 + at_most(lacks, 3));
	features_add2(f, K_MODIFIERS, t, 0x10u | known << 5 |
	    at_most(has, 2) << 2 | at_most(lacks, 3));
	features_add2(f, K_MODIFIERS, known, 0x80u | (unsigned)r->person << 5 |
	    at_most(has, 2) << 2 | at_most(lacks, 3));
	features_add2(f, K_MODIFIERS, t, 0x100u | other << 3 | same << 2 |
	    (unsigned)r->person << 1 | known);
	/* "officials" after "Kenyan officials", and the other way round. */
	features_add2(f, K_MODIFIERS, 0x200u | t << 3 | m->plural << 2 | same << 1 | last,
	    at_most(has, 2) << 6 | at_most(lacks, 3) << 4 | other << 3 |
	    at_most(r->words.n, 5));
	features_add2(f, K_MODIFIERS, 0x400u | t << 3 | m->plural << 2 | same << 1 | last,
	    (unsigned)(m->nmodifiers == 0) << 3 | distance);
	if (r->ahead) {
		features_add2(f, K_AHEAD, t, r->subject * 2u + r->person);
		features_add2(f, K_AHEAD, t, 4 + known * 4 + m->role * 2u + r->subject);
		features_add2(f, K_AHEAD, t, 16 + at_most(has, 2) * 2 + m->plural);
		features_add2(f, K_AHEAD, t, 32 + (r == &c->ahead[0]) * 4u +
		    r->says * 2u + r->subject);
		features_add2(f, K_AHEAD, m->plural, 64 + r->says * 8u + known * 4u +
		    m->role * 2u + (m->nmodifiers > 0));
	}
}

/* Who speaks next where nobody is said to: the last one, or the one before. */
static void
turn_features(const struct choice *c, const struct referent *r,
    unsigned distance, struct features *f)
{
	const struct referents *of = c->of;
	unsigned since = near(of->sentence - of->spoken_at), turn, paragraphs;

	turn = r->spoken == 0 ? 0 : r->spoken == of->spoken ? 1 :
	    r->spoken == c->other ? 2 : 3;
	features_add2(f, K_TURN, turn, since);
	features_add2(f, K_TURN, turn, 0x10u | at_most(of->bare, 3));
	features_add2(f, K_TURN, turn, 0x20u | at_most(of->bare, 3) << 3 | since);
	features_add2(f, K_TURN, turn, 0x80u | distance << 3 | since);
	features_add2(f, K_TURN, turn, 0x200u | (unsigned)r->person << 3 | since);
	features_add2(f, K_TURN, turn, 0x400u | (unsigned)r->person << 5 |
	    (unsigned)r->plural << 4 | at_most(of->bare, 3));
	features_add2(f, K_TURN, turn, 0x100u | (unsigned)(c->other > 0) << 4 |
	    (unsigned)r->subject << 3 | since);
	paragraphs = at_most(of->paragraph - of->spoken_in, 3);
	features_add2(f, K_TURN, turn, 0x800u | (unsigned)c->opens << 2 | paragraphs);
	features_add2(f, K_TURN, turn, feature_mix(0x1000u | (unsigned)c->opens << 2 |
	    paragraphs, (unsigned)r->person << 6 | distance << 3 | since));
	features_add2(f, K_SAYS, c->says_i * 2u + c->says_we,
	    r->person * 2u + r->plural);
	features_add2(f, K_SAYS, c->says_i * 2u + c->says_we,
	    4 + turn * 4 + r->person * 2u + r->plural);
}

/* How a candidate stood where it was named last. */
static void
place_features(const struct choice *c, const struct referent *r, unsigned last,
    unsigned distance, struct features *f)
{
	unsigned t = c->mention.kind, order = at_most(r->order, 3), beside;

	if (r->placed != r->sentence)
		order = 4;	/* it spoke since */
	beside = order == 4 ? 0x100u : r->left * 16u + r->right;
	features_add2(f, K_FIRST, t, order << 4 | distance);
	features_add2(f, K_FIRST, t, 0x100u | order << 2 | last << 1 | r->person);
	features_add2(f, K_PLACE, t, beside);
	features_add2(f, K_PLACE, t, feature_mix(0x200u | r->left, distance));
	features_add2(f, K_PLACE, t, feature_mix(0x400u | r->left * 2u | r->person,
	    order));
	features_add2(f, K_PLACE, t, feature_mix(0x800u | beside, distance * 8 + order));
}

void
choice_features(const struct choice *c, size_t which, struct features *f)
{
	const struct referent *r = c->v[which];
	const struct mention *m = &c->mention;
	unsigned t = m->kind, gender, last, distance, rank;

	features_clear(f);
	if (r == NULL) {
		nobody_features(c, f);
		return;
	}
	gender = gender_of(c, r);
	last = r->spoken != 0 && r->spoken == c->of->spoken;
	distance = r->ahead ? 7 : near(c->of->sentence - r->sentence);
	rank = rank_of(c, which);
	features_add2(f, K_RANK, t, rank);
	features_add2(f, K_INDEX, t, which > 5 ? 6 : which);
	features_add2(f, K_DISTANCE, t, distance);
	features_add2(f, K_LAST, t, last);
	features_add2(f, K_LAST, t, 2 + last * 8 + distance);
	features_add2(f, K_SPOKE, t, r->spoken != 0);
	features_add2(f, K_GENDER, t, gender);
	features_add2(f, K_GENDER, t, 4 + gender * 4 + r->person * 2u + last);
	features_add2(f, K_PERSON, t, r->person);
	if (!r->person) {
		features_add2(f, K_SHAPE, t, r->shape);
		features_add2(f, K_SHAPE, t, 0x100u | (r->shape & ~SHAPE_WORDS) |
		    (unsigned)(r->spoken != 0));
	}
	features_add2(f, K_PLURAL, t, r->plural * 2u + m->plural);
	features_add2(f, K_SUBJECT, t, r->subject * 8u + distance);
	features_add2(f, K_QUOTED, t, r->quoted * 2u + last);
	features_add2(f, K_TIMES, t, at_most(r->times, 4));
	features_add2(f, K_ALL, t, feature_mix(distance * 2 + last, gender * 4 +
	    r->person * 2u + r->subject));
	features_add2(f, K_ALL, t, feature_mix(rank * 2 + last, 0x80u | gender));
	place_features(c, r, last, distance, f);
	if (t >= MENTION_THE)
		noun_features(c, r, last, distance, f);
	if (t == MENTION_NONE)
		turn_features(c, r, distance, f);
}

/* "Kenyan officials" after "officials": others, or no more is known of them. */
static bool
tells_more(const struct mention *m, const struct referent *r)
{
	unsigned i;

	for (i = 0; i < m->nmodifiers; i++)
		if (!word_set_has(&r->words, m->modifiers[i]))
			return true;
	return false;
}

/* It is a place or a body by its looks. */
static bool
is_thing(const struct referent *r)
{
	return !r->person && (r->shape & (SHAPE_PLACE | SHAPE_BODY | SHAPE_THE));
}

/*
 * He and she are one person, it and they are not; "the Kremlin" is what has that
 * word in its name.  A noun stands for a person only if it says what
 * somebody is ("the senator"), or what that one was called before.
 */
bool
choice_allows(const struct choice *c, size_t which)
{
	const struct referent *r = c->v[which];
	const struct mention *m = &c->mention;

	if (r == NULL)
		return true;
	if (gender_of(c, r) == 2)
		return false;
	if (m->kind == MENTION_HE || m->kind == MENTION_SHE)
		return !r->plural && !is_thing(r);
	if (m->kind == MENTION_IT)
		return !r->person && !r->plural;
	if (m->kind == MENTION_THEY)
		return !r->person || r->plural;
	if (m->kind == MENTION_THE && m->name && !m->role && !m->body)
		return word_set_has(&r->words, m->head_hash);
	if (m->kind < MENTION_THE)
		return true;
	if (r->head == m->head_hash)
		return r->person || !tells_more(m, r);
	if (!r->person)
		return !m->role || m->body || !is_thing(r);
	return (m->role && !m->possessor) ||
	    word_set_has(&r->words, m->head_hash);
}
