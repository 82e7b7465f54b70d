#include "common/entities/numbers.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/entities/atoms.h"
#include "common/lexicon/lexicon.h"

/* A sentence's atoms, both edges included, before and as joined. */
struct matcher {
	const struct patterns *p;
	const struct atom *atoms;
	const struct joined *a;
	size_t		 n;
};

/* The state of a condition that follows one by what is at i. */
static unsigned
next_symbol(const struct matcher *m, unsigned state, size_t i)
{
	const struct pattern_automaton *c = &m->p->contexts;

	return pattern_next(c, state, m->a[i].accept != 0 ?
	    m->p->joined_contexts[m->a[i].accept] :
	    c->map[m->atoms[m->a[i].first].symbol]);
}

/* By the gap before it: the same if there is none. */
static unsigned
next_gap(const struct matcher *m, unsigned state, size_t i)
{
	const struct pattern_automaton *c = &m->p->contexts;
	uint16_t gap = m->atoms[m->a[i].first].gap;

	return gap == 0 ? state : pattern_next(c, state, c->map[gap]);
}

static bool
accepts(const struct matcher *m, unsigned state)
{
	return m->p->contexts.accept[state] != 0;
}

/* Does the condition that begins at a state accept what stands before i? */
static bool
stands_before(const struct matcher *m, size_t i, unsigned state)
{
	while (state != 0 && !accepts(m, state)) {
		state = next_gap(m, state, i);
		if (accepts(m, state))
			break;
		if (i-- == 0)
			return false;
		state = next_symbol(m, state, i);
	}
	return state != 0;
}

/* The same of what stands behind i. */
static bool
stands_behind(const struct matcher *m, size_t i, unsigned state)
{
	while (state != 0 && !accepts(m, state)) {
		if (++i >= m->n)
			return false;
		state = next_gap(m, state, i);
		if (accepts(m, state))
			break;
		state = next_symbol(m, state, i);
	}
	return state != 0;
}

static bool
conditions_hold(const struct matcher *m, const struct pattern_line *l,
    size_t first, size_t last)
{
	const struct pattern_condition *c = m->p->conditions + l->condition;
	unsigned i;

	for (i = 0; i < l->conditions; i++, c++)
		if ((c->where == PATTERN_AFTER ?
		    stands_before(m, first, c->start) :
		    stands_behind(m, last, c->start)) == c->not)
			return false;
	return true;
}

/* The line that ends at state, if what it asks for stands beside it; or 0. */
static unsigned
line_at(const struct matcher *m, unsigned state, size_t first, size_t last)
{
	const struct pattern_automaton *f = &m->p->forms;
	const uint16_t *accept = f->accepts + f->accept[state];

	for (; *accept != 0; accept++)
		if (conditions_hold(m, &m->p->lines[*accept - 1], first, last))
			return *accept;
	return 0;
}

/*
 * The longest form from i: where it ends and its line, of equal ones the line
 * that comes first.  Returns i - 1 if there is none.
 */
static size_t
match(const struct matcher *m, size_t i, unsigned *line)
{
	const struct pattern_automaton *f = &m->p->forms;
	unsigned state = f->start, found;
	size_t k, last = i - 1;

	for (k = i; k + 1 < m->n && k < i + ATOMS_LONGEST; k++) {
		if (k > i && m->a[k].gap != 0)
			state = pattern_next(f, state, m->a[k].gap);
		state = pattern_next(f, state, m->a[k].symbol);
		if (state == 0)
			break;
		if (f->accept[state] == 0 ||
		    (m->a[k].flags & ATOM_LAST) == 0)
			continue;
		if ((found = line_at(m, state, i, k)) != 0) {
			*line = found - 1;
			last = k;
		}
	}
	return last;
}

static void
add(struct numbers *out, const struct patterns *p, unsigned line, size_t first,
    size_t last)
{
	const char *name = p->text + p->lines[line].name;
	enum entity_type type = entity_type_parse(name, strlen(name));

	if (type == ENTITY_TYPES)	/* NONE: found to be left alone */
		return;
	out->v = array_grow(out->v, &out->cap, out->n + 1, sizeof(*out->v));
	out->v[out->n++] = (struct number){ type, first, last, line, false };
}

/* Of n tokens the i-th: has it a stop that ends the sentence, not the word? */
static bool
stop_apart(const struct patterns *p, const struct token *t, size_t n, size_t i)
{
	if ((t[i].flags & (TOKEN_STOP | TOKEN_ACRONYM)) != TOKEN_STOP)
		return false;
	return (i + 1 == n || (i + 2 == n && t[i + 1].kind == TOKEN_MARK)) &&
	    !atom_has_stop(p, &t[i]);
}

void
numbers_find(struct numbers *out, const char *text, const struct token *t,
    size_t n)
{
	struct matcher m = { .p = &patterns_en };
	size_t i, last;
	unsigned line = 0;

	out->n = 0;
	out->v = array_grow(out->v, &out->cap, 1, sizeof(*out->v));
	out->natoms = atoms_read(&out->atoms, &out->atoms_cap, m.p, text, t, n,
	    out->caseless);
	m.n = atoms_join(&out->joined, &out->joined_cap, m.p, out->atoms,
	    out->natoms);
	m.a = out->joined;
	m.atoms = out->atoms;
	for (i = 1; i + 1 < m.n; i = last + 1) {
		last = i;
		if ((m.a[i].flags & ATOM_FIRST) == 0 ||
		    pattern_next(&m.p->forms, m.p->forms.start,
		    m.a[i].symbol) == 0)
			continue;
		last = match(&m, i, &line);
		if (last >= i)
			add(out, m.p, line, m.atoms[m.a[i].first].token,
			    m.atoms[m.a[last + 1].first - 1].token);
		else
			last = i;
	}
	for (i = 0; i < out->n; i++)
		out->v[i].apart = stop_apart(m.p, t, n, out->v[i].last);
}

void
numbers_free(struct numbers *out)
{
	free(out->v);
	free(out->atoms);
	free(out->joined);
	free(out->parts);
	memset(out, 0, sizeof(*out));
}
