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
	/* Words without a mention are a person's, or his who spoke before. */
	speaks = c->mention.kind == MENTION_NONE ||
	    c->mention.kind == MENTION_I;
	for (i = s->n; i-- > 0;) {
		r = &s->v[s->order[i]];
		if (!speaks || r->person || r->spoken > 0)
			c->v[c->n++] = r;
	}
	for (i = 0; i < c->nahead; i++)
		c->v[c->n++] = &c->ahead[i];
}

enum agreement
choice_gender(const struct choice *c, size_t which)
{
	const struct referent *r = c->v[which];

	if (c->mention.gender == 0 || r->gender == 0)
		return AGREES_UNKNOWN;
	return r->gender == c->mention.gender ? AGREES : DISAGREES;
}

/*
 * Whether a mention tells what the referent was not called: "Kenyan officials"
 * need not be the "officials" of before.
 */
static bool
tells_more(const struct mention *m, const struct referent *r)
{
	unsigned i;

	for (i = 0; i < m->nmodifiers; i++)
		if (!word_set_has(&r->words, m->modifiers[i]))
			return true;
	return false;
}

/* Whether it is a place or a body by its looks. */
static bool
is_thing(const struct referent *r)
{
	return !r->person &&
	    (r->shape & (SHAPE_PLACE | SHAPE_BODY | SHAPE_THE)) != 0;
}

/*
 * He and she are one person, it and they are not; "the Kremlin" is what has
 * that word in its name.  A noun stands for a person only if it says what
 * somebody is ("the senator"), or what that one was called before.
 */
bool
choice_allows(const struct choice *c, size_t which)
{
	const struct referent *r = c->v[which];
	const struct mention *m = &c->mention;

	if (r == NULL)
		return true;
	if (choice_gender(c, which) == DISAGREES)
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
	return (m->role && m->possessor != POSSESSOR_OTHER) ||
	    word_set_has(&r->words, m->head_hash);
}
