/*
 * numbers_parts.c -- which parts of a form stand where: see numbers.h
 *
 * The form's tree is matched with its atoms again.  A place is before or behind
 * a gap: two for each atom.  Where a tree can end is a set of places, in the
 * bits of a word, and is found once for each node and place; so that time is
 * bounded whatever the patterns are.  What cannot begin at a place is known
 * before it is tried: of a class's phrases, most.
 */

#include "common/base/base.h"
#include "common/entities/atoms.h"
#include "common/entities/numbers.h"
#include "common/lexicon/lexicon.h"

#define PLACES		64
#define MEMORY		2048	/* nodes at places, the latest */

struct known_ends {
	uint32_t	 key;		/* node and place, + 1 */
	uint64_t	 ends;
};

struct part_finder {
	struct numbers	*out;
	const struct patterns *p;
	const char	*text;
	const struct token *t;
	const struct atom *a;		/* those of the form */
	unsigned	 last;		/* place behind them */
	struct known_ends	 known[MEMORY];
};

#define PLACE(at)	((uint64_t)1 << (at))

/* The place behind the atom before place at: no gap, no place before it. */
static unsigned
behind(const struct part_finder *s, unsigned atom)
{
	unsigned at = 2 * (atom + 1);

	return at == s->last || s->a[atom + 1].gap != 0 ? at : at + 1;
}

/* Is what stands at a place, a gap or an atom, of a set? */
static bool
begins(const struct part_finder *s, unsigned set, unsigned at)
{
	const struct atom *a = &s->a[at / 2];

	return at < s->last &&
	    pattern_has(s->p, set, at % 2 == 0 ? a->gap : a->symbol);
}

static uint64_t	ends(struct part_finder *, unsigned node, unsigned at);

/* Where a tree ends that begins at any of these places. */
static uint64_t
all_ends(struct part_finder *s, unsigned node, uint64_t places)
{
	uint64_t all = 0;
	unsigned at;

	for (at = 0; at <= s->last; at++)
		if ((places & PLACE(at)) != 0)
			all |= ends(s, node, at);
	return all;
}

static uint64_t
loop_ends(struct part_finder *s, unsigned node, uint64_t places)
{
	uint64_t all = places, more;

	while ((more = all_ends(s, node, places) & ~all) != 0) {
		all |= more;
		places = more;
	}
	return all;
}

static uint64_t
new_ends(struct part_finder *s, const struct pattern_node *n, unsigned at)
{
	switch (n->op) {
	case PATTERN_EMPTY:
		return PLACE(at);
	case PATTERN_SEQUENCE:
		return all_ends(s, n->b, ends(s, n->a, at));
	case PATTERN_EITHER:
		return ends(s, n->a, at) | ends(s, n->b, at);
	case PATTERN_MAYBE:
		return ends(s, n->a, at) | PLACE(at);
	case PATTERN_ANY:
		return loop_ends(s, n->a, PLACE(at));
	case PATTERN_SOME:
		return loop_ends(s, n->a, ends(s, n->a, at));
	case PATTERN_GAP:
		return at % 2 == 0 && at < s->last ?
		    PLACE(at) | PLACE(at + 1) : PLACE(at);
	default:
		return ends(s, n->a, at);
	}
}

static uint64_t
ends(struct part_finder *s, unsigned node, unsigned at)
{
	const struct pattern_node *n = &s->p->nodes[node];
	uint32_t key = node * PLACES + at + 1;
	struct known_ends *k;
	uint64_t found;

	if (n->first != 0 && !begins(s, n->first - 1, at))
		return 0;
	if (n->op == PATTERN_TERM)
		return PLACE(at % 2 == 0 ? at + 1 : behind(s, at / 2));
	k = &s->known[hash_end(key) % MEMORY];
	if (k->key == key)
		return k->ends;
	found = new_ends(s, n, at);
	k->key = key;
	k->ends = found;
	return found;
}

/* The byte of the text at a place. */
static size_t
byte_at(const struct part_finder *s, unsigned at, bool end)
{
	const struct atom *a;
	const struct token *t;

	a = &s->a[end ? (at - 1) / 2 : at / 2];
	t = &s->t[a->token];
	if (a->length == 0)
		return end ? t->end : t->start;
	return t->start + a->offset + (end ? a->length : 0);
}

static size_t
add(struct part_finder *s, const char *name, const char *value, bool class,
    unsigned at, unsigned end)
{
	struct numbers *o = s->out;

	o->parts = array_grow(o->parts, &o->parts_cap, o->nparts + 1,
	    sizeof(*o->parts));
	/* a gap at either side is no part of it */
	at |= 1;
	if (end % 2 == 1 && end < s->last)
		end--;
	o->parts[o->nparts] = (struct number_part){ name, value,
	    byte_at(s, at, false), byte_at(s, end, true), 0, class };
	return o->nparts++;
}

/* What a class says of the word at a place. */
static const char *
word_value(const struct part_finder *s, unsigned class, unsigned at)
{
	const struct pattern_word *w = atom_word(s->p, s->text, s->t,
	    &s->a[at / 2]);
	const struct pattern_value *v;

	if (w == NULL)
		return "";
	for (v = s->p->values + w->value; v->class != 0; v++)
		if (v->class == class + 1)
			return s->p->text + v->text;
	return "";
}

static void	walk(struct part_finder *, unsigned node, unsigned at,
		    unsigned end);

/* The last place before end where a is over and b, up to end, begins. */
static unsigned
split(struct part_finder *s, unsigned a, unsigned b, unsigned at, unsigned end)
{
	uint64_t middle = ends(s, a, at);
	unsigned k;

	for (k = end + 1; k-- > at; )
		if ((middle & PLACE(k)) != 0 &&
		    (ends(s, b, k) & PLACE(end)) != 0)
			return k;
	return at;
}

static void
walk_loop(struct part_finder *s, const struct pattern_node *n, unsigned at,
    unsigned end)
{
	uint64_t rest;
	unsigned k;

	while (at < end) {
		rest = ends(s, n->a, at);
		for (k = end; k > at; k--)
			if ((rest & PLACE(k)) != 0 && (loop_ends(s, n->a,
			    PLACE(k)) & PLACE(end)) != 0)
				break;
		if (k == at)
			return;
		walk(s, n->a, at, k);
		at = k;
	}
}

/* A class at a place: a word of it, or one of its phrases. */
static void
walk_class(struct part_finder *s, const struct pattern_node *n, unsigned at,
    unsigned end)
{
	const char *name = s->p->text + s->p->names[n->b];
	const struct pattern_node *c = &s->p->nodes[n->a];

	while (c->op == PATTERN_EITHER)
		c = &s->p->nodes[(ends(s, c->a, at) & PLACE(end)) != 0 ? c->a :
		    c->b];
	add(s, name, c->op == PATTERN_PHRASE ? s->p->text +
	    s->p->phrases[c->b] : word_value(s, n->b, at), true, at, end);
}

/* The parts of a tree between two places. */
static void
walk(struct part_finder *s, unsigned node, unsigned at, unsigned end)
{
	const struct pattern_node *n = &s->p->nodes[node];
	const struct pattern_line *l;
	unsigned k;
	size_t part;

	switch (n->op) {
	case PATTERN_SEQUENCE:
		k = split(s, n->a, n->b, at, end);
		walk(s, n->a, at, k);
		walk(s, n->b, k, end);
		return;
	case PATTERN_EITHER:
		walk(s, (ends(s, n->a, at) & PLACE(end)) != 0 ? n->a : n->b,
		    at, end);
		return;
	case PATTERN_MAYBE:
		if ((ends(s, n->a, at) & PLACE(end)) != 0)
			walk(s, n->a, at, end);
		return;
	case PATTERN_ANY:
	case PATTERN_SOME:
		walk_loop(s, n, at, end);
		return;
	case PATTERN_NAME:
		walk(s, n->a, at, end);
		return;
	case PATTERN_LINE:
		l = &s->p->lines[n->b];
		part = add(s, s->p->text + l->name, s->p->text + l->value,
		    false, at, end);
		walk(s, n->a, at, end);
		s->out->parts[part].inside =
		    (unsigned)(s->out->nparts - part - 1);
		return;
	case PATTERN_CLASS:
		walk_class(s, n, at, end);
	}
}

size_t
numbers_parts(struct numbers *o, const char *text, const struct token *t,
    const struct number *number, const struct number_part **parts)
{
	struct part_finder s = { .out = o, .p = &patterns_en, .text = text,
	    .t = t };
	size_t low = 0, high = o->natoms, first, n;

	/* the first atom of its first token: edges are of tokens 0 and n */
	while (low < high) {
		first = low + (high - low) / 2;
		if (first == 0 || o->atoms[first].token < number->first)
			low = first + 1;
		else
			high = first;
	}
	first = low;
	for (n = 0; first + n + 1 < o->natoms &&
	    o->atoms[first + n].token <= number->last; n++)
		continue;
	s.a = o->atoms + first;
	s.last = (unsigned)(2 * n);
	o->nparts = 0;
	if ((ends(&s, s.p->lines[number->line].node, 1) & PLACE(s.last)) != 0)
		walk(&s, s.p->lines[number->line].node, 1, s.last);
	*parts = o->parts;
	return o->nparts;
}
