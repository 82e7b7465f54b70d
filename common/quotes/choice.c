/*
 * choice.c -- whom a mention stands for: see choice.h
 */
#include "common/quotes/choice.h"

#include <string.h>

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

/* Whether a person was called by all the words of a mention, several. */
static bool
is_called(const struct mention *m, const struct referent *r)
{
	return r->person && !r->described && m->nmodifiers > 0 &&
	    word_set_has(&r->words, m->head_hash) && !tells_more(m, r);
}

#define BARES_RARE	2	/* of so many quotations one has no mention */
#define NEAR	2	/* sentences */

/* Who of those that have a name agrees with the mention, and how near. */
static unsigned
find_named(const struct choice *c)
{
	const struct referent *r;
	unsigned found = CHOICE_NONE, how;
	size_t i;

	for (i = 1; i < c->n; i++) {
		r = c->v[i];
		if (r->described || !r->person || r->ahead || r->plural ||
		    choice_gender(c, i) == DISAGREES)
			continue;
		how = r->spoken > 0 && r->spoken == c->of->spoken ?
		    CHOICE_LAST : c->of->sentence - r->sentence <= NEAR ?
		    CHOICE_NEAR : CHOICE_FAR;
		if (how > found)
			found = how;
	}
	return found;
}

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
		if (!speaks || (r->person && !r->described) || r->spoken > 0)
			c->v[c->n++] = r;
	}
	for (i = 0; i < c->nahead; i++)
		c->v[c->n++] = &c->ahead[i];
	c->named = find_named(c);
	c->since = false;
	for (i = 1; i < c->n; i++)
		c->since |= c->v[i]->since && c->v[i]->person &&
		    choice_gender(c, i) != DISAGREES;
	c->known = c->aged = c->called = false;
	for (i = 1; c->mention.kind >= MENTION_THE && i < c->n; i++) {
		c->known |= !c->v[i]->described && word_set_has(&c->v[i]->words,
		    c->mention.head_hash);
		c->aged |= c->mention.age != 0 && c->v[i]->person &&
		    c->v[i]->age == c->mention.age;
		c->called |= is_called(&c->mention, c->v[i]);
	}
}

enum agreement
choice_gender(const struct choice *c, size_t which)
{
	const struct referent *r = c->v[which];

	if (c->mention.gender == 0 || r->gender == 0)
		return AGREES_UNKNOWN;
	return r->gender == c->mention.gender ? AGREES : DISAGREES;
}

/* "Roe's lawyer" is not Roe. */
static bool
is_possessor(const struct mention *m, const struct referent *r)
{
	unsigned i;

	for (i = 0; m->possessor == POSSESSOR_NAME && i < m->nmodifiers; i++)
		if ((m->proper >> i & 1) && m->modifiers[i] == r->head)
			return true;
	return false;
}

/*
 * In news, which name everybody in full and let few words stand without a
 * speaker, whoever spoke goes on, unless what he said was a question.
 */
static bool
goes_on(const struct referents *of)
{
	const struct referent *last = referents_last_speaker(of);

	return last != NULL && last->person &&
	    !(last->shape & SHAPE_SMALL) && !of->asked && of->bare > 0 &&
	    memchr(last->text, ' ', last->len) != NULL &&
	    of->bares * BARES_RARE <= of->spoken;
}

/*
 * "In a letter, the delegation argued": paragraphs in marks that say we, and
 * not I, go on with what a body said.
 */
static bool
is_letter(const struct choice *c)
{
	const struct referent *last = referents_last_speaker(c->of);

	return last != NULL && !last->person && c->opens && c->says_we &&
	    !c->says_i;
}

/* Whether it is a place or a body by its looks. */
static bool
is_thing(const struct referent *r)
{
	return !r->person && (r->thing ||
	    (r->shape & (SHAPE_PLACE | SHAPE_BODY | SHAPE_THE)) != 0);
}

/*
 * "A spokeswoman for Roe said it rained. She added": she is who spoke, where
 * that one may be, and not whom the mention of that one named.
 */
static bool
is_beside(const struct choice *c, const struct referent *r)
{
	const struct referent *last = referents_last_speaker(c->of);

	return r->beside != 0 && r->beside == c->of->spoken && last != NULL &&
	    last != r && last->person && !last->plural &&
	    last->gender == c->mention.gender;
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
		return !c->aged;
	if (choice_gender(c, which) == DISAGREES)
		return false;
	if (r->placed == c->of->sentence && !r->ahead &&
	    r->at >= c->fronted.first && r->at < c->fronted.last)
		return false;
	if (m->kind == MENTION_NONE && r->spoken != c->of->spoken &&
	    (goes_on(c->of) || is_letter(c)))
		return false;
	if (m->age != 0 && r->age != m->age && (c->aged || r->age != 0))
		return false;
	if (c->called && r->person && !is_called(m, r))
		return false;
	if (m->kind == MENTION_HE || m->kind == MENTION_SHE)
		return !r->plural && !is_beside(c, r) && !is_thing(r) &&
		    (r->person || !(r->shape & SHAPE_SMALL));
	if (m->kind == MENTION_IT)
		return !r->person && !r->plural;
	if (m->kind == MENTION_THEY)
		return !r->person || r->plural;
	if (m->kind == MENTION_THE && m->name && !m->role && !m->body)
		return word_set_has(&r->words, m->head_hash);
	if (m->kind < MENTION_THE)
		return true;
	if (r->person && is_possessor(m, r))
		return false;
	/* "The man said": no more is told of him than of anybody named next. */
	if (r->ahead && m->kind == MENTION_THE && m->gender != 0 &&
	    !word_set_has(&r->words, m->head_hash))
		return false;
	if (r->described && r->spoken == 0 && (r->definite ||
	    r->head != m->head_hash || tells_more(m, r)))
		return false;
	if (r->head == m->head_hash)
		return r->person || !tells_more(m, r);
	if (!r->person)
		return !m->role || m->body || !is_thing(r);
	return (m->role && m->possessor != POSSESSOR_OTHER) ||
	    ((m->role || m->name || m->epithet) &&
	    word_set_has(&r->words, m->head_hash));
}
