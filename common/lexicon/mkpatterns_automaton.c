/*
 * mkpatterns_automaton.c -- trees to one deterministic automaton
 *
 * By way of a nondeterministic one (K. Thompson, Regular Expression Search
 * Algorithm, CACM 11, 1968), whose states are built from the end, so that equal
 * ends are one; sets of its states; and the classes of these that nothing tells
 * apart (E. F. Moore, 1956).
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/mkpatterns.h"

/* A state: it reads a terminal, goes on to one or two others, or accepts. */
enum kind { READ, SPLIT, ACCEPT };

struct state {
	enum kind	 kind;
	unsigned	 term;		/* READ; or the line accepted */
	unsigned	 a, b;
};

/* A sorted set of states that read or accept. */
struct set {
	unsigned	*v;
	size_t		 n;
	uint32_t	 hash;
};

struct built {
	uint64_t	 key;		/* node, what follows, direction */
	unsigned	 state;
};

/*
 * What an automaton reads: readers, which are the terminals, white space, and
 * names whose atoms are joined; and the symbols that they tell apart.
 */
struct alphabet {
	size_t		 readers;
	size_t		 n, cap;	/* symbols */
	uint64_t	*sets;		/* of readers, by symbol */
	size_t		 words;		/* of each set */
	uint16_t	*read;		/* symbols of each reader, one after */
	size_t		*first;		/* another; where each begins there */
};

struct machine {
	struct source	*s;
	bool		 joins;		/* it is the automaton that joins, */
	bool		 contexts;	/* or that of conditions */
	struct alphabet	 y;
	struct state	*states;
	size_t		 n, cap;
	struct built	*built;		/* by key, NBUILT slots */
	struct set	*closures;	/* by state, made when asked */
	unsigned	*seen;		/* by state: the last visit */
	unsigned	 visit;
	struct set	*sets;		/* of the automaton's states */
	size_t		 nsets, sets_cap;
	uint32_t	*slots;		/* of sets, by hash */
	uint16_t	*next;		/* by state and symbol */
	size_t		 next_cap;
};

#define NBUILT	(1u << 21)
#define NSLOTS	(1u << 18)

static unsigned
state(struct machine *m, enum kind kind, unsigned term, unsigned a, unsigned b)
{
	m->states = array_grow(m->states, &m->cap, m->n + 1,
	    sizeof(*m->states));
	m->states[m->n] = (struct state){ kind, term, a, b };
	return m->n++;
}

static unsigned	build(struct machine *, unsigned node, unsigned next,
		    bool back);

static unsigned
build_loop(struct machine *m, const struct pattern_node *n, unsigned next,
    bool back)
{
	unsigned split = state(m, SPLIT, 0, next, next);
	unsigned first = build(m, n->a, split, back);

	m->states[split].a = first;
	return n->op == PATTERN_SOME ? first : split;
}

/* The reader of atoms that were joined for a name. */
static unsigned
joined(const struct machine *m, unsigned name)
{
	return m->s->nterms + 1 + name;
}

/* A name: in forms what is joined is one symbol. */
static unsigned
build_name(struct machine *m, const struct pattern_node *n, unsigned next,
    bool back)
{
	const struct pattern_name *name = &m->s->name[n->b];
	const struct pattern_node *c = &m->s->nodes[n->a];

	if (m->joins || n->op == PATTERN_NAME)
		return !m->joins && name->joined ? state(m, READ,
		    joined(m, n->b), next, 0) : build(m, n->a, next, back);
	if (c->op == PATTERN_TERM)
		return build(m, n->a, next, back);
	return state(m, SPLIT, 0, state(m, READ, joined(m, n->b), next, 0),
	    build(m, c->b, next, back));
}

static unsigned
build_new(struct machine *m, const struct pattern_node *n, unsigned next,
    bool back)
{
	unsigned a;

	switch (n->op) {
	case PATTERN_SEQUENCE:
		if (back)
			return build(m, n->b, build(m, n->a, next, back),
			    back);
		return build(m, n->a, build(m, n->b, next, back), back);
	case PATTERN_EITHER:
		a = build(m, n->a, next, back);
		return state(m, SPLIT, 0, a, build(m, n->b, next, back));
	case PATTERN_MAYBE:
		return state(m, SPLIT, 0, build(m, n->a, next, back), next);
	case PATTERN_ANY:
	case PATTERN_SOME:
		return build_loop(m, n, next, back);
	case PATTERN_TERM:
		return state(m, READ, n->a, next, 0);
	case PATTERN_GAP:
		return state(m, SPLIT, 0, state(m, READ, m->s->nterms, next,
		    0), next);
	case PATTERN_EMPTY:
		return next;
	case PATTERN_NAME:
	case PATTERN_CLASS:
		return build_name(m, n, next, back);
	default:
		return build(m, n->a, next, back);
	}
}

/* The first state of a tree that next follows. */
static unsigned
build(struct machine *m, unsigned node, unsigned next, bool back)
{
	uint64_t key = ((uint64_t)next << 17 | node << 1 | back) + 1;
	uint32_t i = hash_end(hash_step_number(hash_step_number(HASH_BEGIN,
	    (uint32_t)key), (uint32_t)(key >> 32)));
	struct pattern_node n = m->s->nodes[node];
	struct built *slot;
	unsigned first;

	for (; m->built[i %= NBUILT].key != 0; i++)
		if (m->built[i].key == key)
			return m->built[i].state;
	first = build_new(m, &n, next, back);
	if (m->n > NBUILT / 2)
		errx(1, "too many patterns: widen NBUILT");
	for (; (slot = &m->built[i %= NBUILT])->key != 0; i++)
		continue;
	*slot = (struct built){ key, first };
	return first;
}

static int
compare(const void *a, const void *b)
{
	unsigned x = *(const unsigned *)a, y = *(const unsigned *)b;

	return x < y ? -1 : x > y;
}

/* What a state comes to without reading, added to a set. */
static void
reach(struct machine *m, unsigned from, unsigned **v, size_t *n, size_t *cap)
{
	const struct state *s = &m->states[from];

	if (m->seen[from] == m->visit)
		return;
	m->seen[from] = m->visit;
	if (s->kind == SPLIT) {
		reach(m, s->a, v, n, cap);
		reach(m, s->b, v, n, cap);
		return;
	}
	*v = array_grow(*v, cap, *n + 1, sizeof(**v));
	(*v)[(*n)++] = from;
}

static const struct set *
closure(struct machine *m, unsigned from)
{
	struct set *c = &m->closures[from];
	size_t cap = 0;

	if (c->v == NULL) {
		m->visit++;
		reach(m, from, &c->v, &c->n, &cap);
	}
	return c;
}

/* The number of a set among the automaton's states, from 1; v is copied. */
static unsigned
set_number(struct machine *m, unsigned *v, size_t n)
{
	struct set *s;
	uint32_t h = HASH_BEGIN, i;
	size_t k;

	qsort(v, n, sizeof(*v), compare);
	for (k = 0; k < n; k++)
		h = hash_step_number(h, v[k]);
	h = hash_end(h);
	for (i = h; m->slots[i %= NSLOTS] != 0; i++) {
		s = &m->sets[m->slots[i]];
		if (s->hash == h && s->n == n &&
		    memcmp(s->v, v, n * sizeof(*v)) == 0)
			return m->slots[i];
	}
	if (m->nsets >= UINT16_MAX)
		errx(1, "too many states: widen struct pattern_automaton");
	m->sets = array_grow(m->sets, &m->sets_cap, m->nsets + 1, sizeof(*s));
	s = &m->sets[m->nsets];
	if ((s->v = malloc(n * sizeof(*v))) == NULL)
		err(1, NULL);
	memcpy(s->v, v, n * sizeof(*v));
	s->n = n;
	s->hash = h;
	return m->slots[i] = m->nsets++;
}

/* The states that follow a set, by symbol: those of one set of terminals. */
struct follower {
	unsigned	*follow;	/* states, and behind each of them */
	size_t		 n, cap;
	uint32_t	 hash;
	unsigned	 number;	/* when that is known */
};

static unsigned
union_number(struct machine *m, const struct follower *r)
{
	unsigned *v = NULL, number;
	size_t n = 0, cap = 0, i, k;
	const struct set *c;

	for (i = 0; i < r->n; i++)
		closure(m, r->follow[i]);
	m->visit++;
	for (i = 0; i < r->n; i++) {
		c = closure(m, r->follow[i]);
		for (k = 0; k < c->n; k++) {
			if (m->seen[c->v[k]] == m->visit)
				continue;
			m->seen[c->v[k]] = m->visit;
			v = array_grow(v, &cap, n + 1, sizeof(*v));
			v[n++] = c->v[k];
		}
	}
	v = array_grow(v, &cap, n + 1, sizeof(*v));	/* of none, too */
	number = set_number(m, v, n);
	free(v);
	return number;
}

/* What follows a set by a symbol: next, too. */
static void
read_term(struct machine *m, unsigned term, unsigned next,
    struct follower *readers)
{
	struct follower *r;
	size_t i;

	for (i = m->y.first[term]; i < m->y.first[term + 1]; i++) {
		r = &readers[m->y.read[i]];
		r->follow = array_grow(r->follow, &r->cap, r->n + 1,
		    sizeof(*r->follow));
		r->follow[r->n++] = next;
		r->hash = hash_step_number(r->hash, next);
	}
}

static bool
same_reader(const struct follower *a, const struct follower *b)
{
	return a->hash == b->hash && a->n == b->n &&
	    memcmp(a->follow, b->follow, a->n * sizeof(*a->follow)) == 0;
}

/* Where the automaton goes from a set, by each symbol. */
static void
make_row(struct machine *m, unsigned set, struct follower *readers)
{
	unsigned different[SYMBOLS_MOST], n = 0, y, z;
	size_t i;
	const struct state *s;

	for (y = 0; y < m->y.n; y++) {
		readers[y].n = 0;
		readers[y].hash = HASH_BEGIN;
	}
	for (i = 0; i < m->sets[set].n; i++) {
		s = &m->states[m->sets[set].v[i]];
		if (s->kind == READ)
			read_term(m, s->term, s->a, readers);
	}
	m->next = array_grow(m->next, &m->next_cap, (set + 1) * m->y.n,
	    sizeof(*m->next));
	for (y = 0; y < m->y.n; y++) {
		if (readers[y].n == 0)
			readers[y].number = 0;
		else {
			for (z = 0; z < n; z++)
				if (same_reader(&readers[different[z]],
				    &readers[y]))
					break;
			readers[y].number = z < n ?
			    readers[different[z]].number :
			    union_number(m, &readers[y]);
			if (z == n)
				different[n++] = y;
		}
		m->next[set * m->y.n + y] = readers[y].number;
	}
}

/* The states that nothing tells apart, numbered from 0, the dead one. */
static size_t
number_classes(const struct machine *m, uint32_t *class)
{
	size_t symbols = m->y.n, i, k, n = 0, before;
	uint32_t *hashes, *slots, h, at;
	uint32_t *fresh;

	hashes = calloc(m->nsets, sizeof(*hashes));
	fresh = calloc(m->nsets, sizeof(*fresh));
	slots = malloc(NSLOTS * sizeof(*slots));
	if (hashes == NULL || fresh == NULL || slots == NULL)
		err(1, NULL);
	do {
		before = n;
		n = 0;
		memset(slots, 0, NSLOTS * sizeof(*slots));
		for (i = 0; i < m->nsets; i++) {
			h = hash_step_number(HASH_BEGIN, class[i]);
			for (k = 0; k < symbols; k++)
				h = hash_step_number(h,
				    class[m->next[i * symbols + k]]);
			hashes[i] = hash_end(h);
			for (at = hashes[i]; slots[at %= NSLOTS] != 0; at++) {
				size_t o = slots[at] - 1;

				if (hashes[o] != hashes[i] ||
				    class[o] != class[i])
					continue;
				for (k = 0; k < symbols; k++)
					if (class[m->next[o * symbols + k]] !=
					    class[m->next[i * symbols + k]])
						break;
				if (k == symbols)
					break;
			}
			if (slots[at] == 0) {
				slots[at] = i + 1;
				fresh[i] = n++;
			} else
				fresh[i] = fresh[slots[at] - 1];
		}
		memcpy(class, fresh, m->nsets * sizeof(*class));
	} while (n != before);
	free(hashes);
	free(fresh);
	free(slots);
	return n;
}

/* What a set accepts: its lines + 1 in order, 0 last; their place. */
static unsigned
accepts_of(const struct machine *m, const struct set *s, struct automaton *out,
    size_t *cap)
{
	uint16_t lines[UINT8_MAX + 1];
	size_t n = 0, i, k, at;
	unsigned line;

	for (i = 0; i < s->n; i++) {
		if (m->states[s->v[i]].kind != ACCEPT)
			continue;
		line = m->states[s->v[i]].term + 1;
		if (n == UINT8_MAX)
			errx(1, "too many lines accept the same");
		for (k = n++; k > 0 && lines[k - 1] > line; k--)
			lines[k] = lines[k - 1];
		lines[k] = line;
	}
	if (n == 0)
		return 0;
	lines[n++] = 0;
	for (at = 1; at + n <= out->naccepts; at++)
		if (memcmp(out->accepts + at, lines, n * sizeof(*lines)) == 0
		    && out->accepts[at - 1] == 0)
			return at;
	out->accepts = array_grow(out->accepts, cap, out->naccepts + n,
	    sizeof(*out->accepts));
	memcpy(out->accepts + out->naccepts, lines, n * sizeof(*lines));
	out->naccepts += n;
	return out->naccepts - n;
}

/* The number of a block, which is kept if it is the first of its kind. */
static unsigned
block_number(struct automaton *out, const uint16_t *v, size_t *cap,
    uint32_t *slots)
{
	size_t bytes = PATTERN_BLOCK * sizeof(*v), i, k;
	uint32_t h = HASH_BEGIN;

	for (k = 0; k < PATTERN_BLOCK; k++)
		h = hash_step_number(h, v[k]);
	for (i = hash_end(h); slots[i %= NSLOTS] != 0; i++)
		if (memcmp(out->blocks + (slots[i] - 1) * PATTERN_BLOCK, v,
		    bytes) == 0)
			return slots[i] - 1;
	if (out->nblocks > UINT16_MAX)
		errx(1, "too many blocks: widen struct pattern_automaton");
	out->blocks = array_grow(out->blocks, cap,
	    (out->nblocks + 1) * PATTERN_BLOCK, sizeof(*v));
	memcpy(out->blocks + out->nblocks * PATTERN_BLOCK, v, bytes);
	slots[i] = ++out->nblocks;
	return out->nblocks - 1;
}

/* Rows of the states in blocks, of which most are alike. */
static void
lay_rows(const struct machine *m, struct automaton *out, const uint32_t *class,
    const uint32_t *first)
{
	size_t symbols = m->y.n, width, cap = 0, s, y;
	uint32_t *slots = calloc(NSLOTS, sizeof(*slots));
	uint16_t *row;

	width = out->width = (symbols + PATTERN_BLOCK - 1) / PATTERN_BLOCK;
	row = calloc(width, PATTERN_BLOCK * sizeof(*row));
	out->rows = calloc(out->nstates * width, sizeof(*out->rows));
	if (slots == NULL || row == NULL || out->rows == NULL)
		err(1, NULL);
	for (s = 0; s < out->nstates; s++) {
		for (y = 0; s > 0 && y < symbols; y++)
			row[y] = class[m->next[first[s] * symbols + y]];
		for (y = 0; y < width; y++)
			out->rows[s * width + y] = block_number(out,
			    row + y * PATTERN_BLOCK, &cap, slots);
	}
	free(row);
	free(slots);
}

static void
reduce(struct machine *m, struct automaton *out)
{
	uint32_t *class, *first;
	size_t i, cap = 0;

	out->accepts = array_grow(NULL, &cap, 1, sizeof(*out->accepts));
	out->accepts[0] = 0;
	out->naccepts = 1;
	if ((class = calloc(m->nsets, sizeof(*class))) == NULL)
		err(1, NULL);
	for (i = 0; i < m->nsets; i++)
		class[i] = accepts_of(m, &m->sets[i], out, &cap);
	uint32_t *accept = malloc(m->nsets * sizeof(*accept));

	if (accept == NULL)
		err(1, NULL);
	memcpy(accept, class, m->nsets * sizeof(*accept));
	out->nstates = number_classes(m, class);
	out->accept = calloc(out->nstates, sizeof(*out->accept));
	first = calloc(out->nstates, sizeof(*first));
	if (out->accept == NULL || first == NULL)
		err(1, NULL);
	for (i = m->nsets; i-- > 0; ) {
		first[class[i]] = i;
		out->accept[class[i]] = accept[i];
	}
	lay_rows(m, out, class, first);
	out->start = class[out->start];
	for (i = 0; m->contexts && i < m->s->nconditions; i++)
		m->s->conditions[i].start = class[m->s->conditions[i].start];
	free(class);
	free(first);
	free(accept);
}

/* Begin an automaton. */
static void
machine_new(struct machine *m, struct source *s, bool joins)
{
	memset(m, 0, sizeof(*m));
	m->s = s;
	m->joins = joins;
	m->y.readers = s->nterms + 1 + s->names.n;
	m->y.words = (m->y.readers + 63) / 64;
	m->built = calloc(NBUILT, sizeof(*m->built));
	m->slots = calloc(NSLOTS, sizeof(*m->slots));
	if (m->built == NULL || m->slots == NULL)
		err(1, NULL);
}

/* A symbol of the alphabet that these readers read, the same for the same. */
static unsigned
symbol_of(struct alphabet *y, const uint64_t *set)
{
	unsigned i;

	for (i = 0; i < y->n; i++)
		if (memcmp(y->sets + i * y->words, set, y->words *
		    sizeof(*set)) == 0)
			return i;
	y->sets = array_grow(y->sets, &y->cap, (y->n + 1) * y->words,
	    sizeof(*y->sets));
	memcpy(y->sets + y->n * y->words, set, y->words * sizeof(*set));
	return y->n++;
}

/* The readers of a symbol of mkpatterns_symbols.c that the machine uses. */
static void
set_of(const struct machine *m, const struct symbols *y, unsigned symbol,
    const bool *used, uint64_t *set)
{
	size_t i;
	bool yes;

	memset(set, 0, m->y.words * sizeof(*set));
	for (i = 0; i <= m->s->nterms; i++) {
		yes = i == m->s->nterms ?
		    symbol == y->others[PATTERN_SPACE] ||
		    symbol == y->others[PATTERN_NO_BREAK] :
		    y->sets[i * y->set_words + symbol / 32] >> symbol % 32 & 1;
		if (used[i] && yes)
			set[i / 64] |= (uint64_t)1 << i % 64;
	}
}

/* What was joined for these names, as the automaton accepts it. */
static void
set_joined(const struct machine *m, const uint16_t *accepts, const bool *used,
    uint64_t *set)
{
	unsigned r;

	for (; *accepts != 0; accepts++) {
		r = joined(m, *accepts - 1U);
		if (used[r])
			set[r / 64] |= (uint64_t)1 << r % 64;
	}
}

/* The symbols of each reader. */
static void
list_symbols(struct alphabet *y)
{
	size_t cap = 0, n = 0, r, k;

	y->first = calloc(y->readers + 1, sizeof(*y->first));
	if (y->first == NULL)
		err(1, NULL);
	for (r = 0; r < y->readers; r++) {
		for (k = 0; k < y->n; k++) {
			if (!(y->sets[k * y->words + r / 64] >> r % 64 & 1))
				continue;
			y->read = array_grow(y->read, &cap, n + 1,
			    sizeof(*y->read));
			y->read[n++] = k;
		}
		y->first[r + 1] = n;
	}
}

/* pattern_next() of an automaton that is not written yet. */
static unsigned
automaton_next(const struct automaton *a, unsigned state, unsigned symbol)
{
	struct pattern_automaton as = { .rows = a->rows, .width = a->width,
	    .blocks = a->blocks };

	return pattern_next(&as, state, symbol);
}

/*
 * The alphabet of a machine whose states are all built.  In forms a single atom
 * that joins accepts is what its names are, too.
 */
static void
make_alphabet(struct machine *m, const struct symbols *y,
    const struct automaton *j, struct automaton *out, uint16_t *joined_to)
{
	uint64_t *set = calloc(m->y.words, sizeof(*set));
	bool *used = calloc(m->y.readers, sizeof(*used));
	size_t i;
	unsigned next;

	out->map = calloc(y->n, sizeof(*out->map));
	if (set == NULL || used == NULL || out->map == NULL)
		err(1, NULL);
	for (i = 0; i < m->n; i++)
		if (m->states[i].kind == READ)
			used[m->states[i].term] = true;
	for (i = 0; i < y->n; i++) {
		set_of(m, y, i, used, set);
		if (j != NULL) {
			next = automaton_next(j, j->start, j->map[i]);
			if (next != 0)
				set_joined(m, j->accepts + j->accept[next],
				    used, set);
		}
		out->map[i] = symbol_of(&m->y, set);
	}
	for (i = 1; j != NULL && i < j->naccepts; i++) {
		memset(set, 0, m->y.words * sizeof(*set));
		set_joined(m, j->accepts + i, used, set);
		joined_to[i] = symbol_of(&m->y, set);
	}
	list_symbols(&m->y);
	free(set);
	free(used);
}

/* All sets that can be reached from the starts, and what comes of them. */
static void
run(struct machine *m, struct follower *starts, const unsigned *conditions,
    struct automaton *out)
{
	struct follower *readers = calloc(m->y.n, sizeof(*readers));
	size_t i;

	m->closures = calloc(m->n, sizeof(*m->closures));
	m->seen = calloc(m->n, sizeof(*m->seen));
	if (m->closures == NULL || m->seen == NULL || readers == NULL)
		err(1, NULL);
	m->nsets = 1;				/* the dead one */
	m->sets = array_grow(NULL, &m->sets_cap, 1, sizeof(*m->sets));
	memset(m->sets, 0, sizeof(*m->sets));
	out->start = union_number(m, starts);
	for (i = 0; conditions != NULL && i < m->s->nconditions; i++) {
		starts->follow[0] = conditions[i];
		starts->n = 1;
		m->s->conditions[i].start = union_number(m, starts);
	}
	m->next = array_grow(NULL, &m->next_cap, m->y.n, sizeof(*m->next));
	memset(m->next, 0, m->y.n * sizeof(*m->next));
	for (i = 1; i < m->nsets; i++)
		make_row(m, i, readers);
	reduce(m, out);
	if (getenv("MKPATTERNS_STATS") != NULL)
		fprintf(stderr, "symbols %zu nfa %zu sets %zu states %zu "
		    "blocks %zu\n", m->y.n, m->n, m->nsets, out->nstates,
		    out->nblocks);
}

static void
begin(struct machine *m, struct follower *starts, unsigned node, unsigned what)
{
	starts->follow = array_grow(starts->follow, &starts->cap, starts->n + 1,
	    sizeof(*starts->follow));
	starts->follow[starts->n++] = build(m, node, state(m, ACCEPT, what, 0,
	    0), false);
}

static void
make_joins(struct automata *all, struct source *s, const struct symbols *y)
{
	struct machine m;
	struct follower starts = { 0 };
	size_t i;

	machine_new(&m, s, true);
	for (i = 0; i < s->names.n; i++) {
		if (s->name[i].joined)
			begin(&m, &starts, s->name[i].root, i);
		if (s->name[i].phrases != 0)
			begin(&m, &starts, s->name[i].phrases, i);
	}
	make_alphabet(&m, y, NULL, &all->joins, NULL);
	run(&m, &starts, NULL, &all->joins);
}

static void
make_forms(struct automata *all, struct source *s, const struct symbols *y)
{
	struct machine m;
	struct follower starts = { 0 };
	size_t i;

	machine_new(&m, s, false);
	for (i = 0; i < s->nlines; i++)
		if (s->lines[i].form)
			begin(&m, &starts, s->lines[i].node, i);
	make_alphabet(&m, y, &all->joins, &all->forms, all->joined);
	run(&m, &starts, NULL, &all->forms);
}

/* What conditions ask for; each has a start of its own. */
static void
make_contexts(struct automata *all, struct source *s, const struct symbols *y)
{
	struct machine m;
	struct follower starts = { 0 };
	unsigned *conditions = calloc(s->nconditions + 1, sizeof(*conditions));
	unsigned end;
	size_t i;

	if (conditions == NULL)
		err(1, NULL);
	machine_new(&m, s, false);
	m.contexts = true;
	begin(&m, &starts, 0, 0);
	end = state(&m, ACCEPT, 0, 0, 0);
	for (i = 0; i < s->nconditions; i++)
		conditions[i] = build(&m, s->conditions[i].node, end,
		    s->conditions[i].where == PATTERN_AFTER);
	make_alphabet(&m, y, &all->joins, &all->contexts,
	    all->joined_contexts);
	run(&m, &starts, conditions, &all->contexts);
	free(conditions);
}

void
automata_make(struct automata *all, struct source *s, const struct symbols *y)
{
	make_joins(all, s, y);
	all->joined = calloc(all->joins.naccepts, sizeof(*all->joined));
	all->joined_contexts = calloc(all->joins.naccepts,
	    sizeof(*all->joined_contexts));
	if (all->joined == NULL || all->joined_contexts == NULL)
		err(1, NULL);
	make_forms(all, s, y);
	make_contexts(all, s, y);
}
