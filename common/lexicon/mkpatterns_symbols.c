/*
 * mkpatterns_symbols.c -- what can be told apart: the automaton's alphabet
 *
 * Words, marks, figures and what no pattern knows are one symbol if the same
 * terminals are true of them.
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/lexicon/mkpatterns.h"

/* Something a text can hold. */
struct sample {
	const struct known_atom *atom;	/* NULL: no pattern knows it */
	unsigned	 number;	/* the atom's */
	int		 cased;		/* enum pattern_case, or -1 */
	int		 other;		/* enum pattern_other, or -1 */
	unsigned	 digits;	/* a figure's, or 0 */
	bool		 zero;		/* which is the first of them */
	long		 value;
};

struct maker {
	const struct source *s;
	struct symbols	*out;
	size_t		 words;		/* of a set of terminals */
	uint64_t	*known;		/* such sets, by symbol */
};

/* Is a word written in one way what is written in a list in another? */
static bool
meets(int cased, unsigned demand)
{
	return demand == DEMAND_SMALL || cased == PATTERN_CASELESS ||
	    cased == PATTERN_UPPER ||
	    (cased == PATTERN_CAPITAL && demand == DEMAND_CAPITAL);
}

static bool
is_builtin(const struct sample *in, enum builtin b)
{
	bool word = in->atom != NULL ? in->atom->word :
	    in->other >= PATTERN_WORD && in->other < PATTERN_MARK;

	switch (b) {
	case BUILTIN_WORD:
		return word;
	case BUILTIN_CAPITAL:
		return word && (in->cased == PATTERN_CAPITAL ||
		    in->cased == PATTERN_UPPER);
	case BUILTIN_UPPER:
		return word && in->cased == PATTERN_UPPER;
	case BUILTIN_LOWER:
		return word && in->cased == PATTERN_SMALL;
	case BUILTIN_MARK:
		return in->atom != NULL ? !in->atom->word :
		    in->other == PATTERN_MARK || in->other == PATTERN_SYMBOL;
	case BUILTIN_FIGURE:
		return in->digits > 0;
	case BUILTIN_EDGE:
		return in->other == PATTERN_EDGE;
	default:
		return false;
	}
}

static bool
in_class(const struct sample *in, unsigned class)
{
	size_t i;

	if (class >= BUILTIN_BASE)
		return is_builtin(in, class - BUILTIN_BASE);
	for (i = 0; in->atom != NULL && i < in->atom->n; i++)
		if (in->atom->in[i].class == class)
			return meets(in->cased, in->atom->in[i].demand);
	return false;
}

static bool
in_figures(const struct sample *in, const struct terminal *t)
{
	unsigned n = in->digits, d = 1;
	long v;

	if (n == 0 || (t->zero && !in->zero) || n < t->digits_least ||
	    (n > t->digits_most &&
	    t->digits_most < PATTERN_LONG))
		return false;
	if (t->most < 0)
		return true;
	if (n > PATTERN_FIGURES || in->value < t->least || in->value > t->most)
		return false;
	for (v = in->value; v > 9; v /= 10)
		d++;
	return in->value % t->step == 0 && (t->zeros || d == n);
}

static bool
is_true(const struct sample *in, const struct terminal *t)
{
	unsigned i;

	switch (t->kind) {
	case TERM_ATOM:
		return in->atom != NULL && in->number == t->atom &&
		    meets(in->cased, t->demand);
	case TERM_CLASSES:
		if (in->other == PATTERN_SPACE || in->other == PATTERN_NO_BREAK)
			return false;
		for (i = 0; i < t->n; i++)
			if (in_class(in, t->class[i]) == t->not[i])
				return false;
		return true;
	case TERM_FIGURE:
		return in_figures(in, t);
	case TERM_SPACE:
		return in->other == PATTERN_SPACE ||
		    in->other == PATTERN_NO_BREAK;
	case TERM_NO_BREAK:
		return in->other == PATTERN_NO_BREAK;
	}
	return false;
}

/* The symbol of an input: a new one if no other is so. */
static unsigned
symbol(struct maker *m, const struct sample *in)
{
	uint64_t *set = m->known + m->out->n * m->words;
	size_t i;

	memset(set, 0, m->words * sizeof(*set));
	for (i = 0; i < m->s->nterms; i++)
		if (is_true(in, &m->s->terms[i]))
			set[i / 64] |= (uint64_t)1 << i % 64;
	for (i = 0; i < m->out->n; i++)
		if (memcmp(m->known + i * m->words, set, m->words *
		    sizeof(*set)) == 0)
			return i;
	if (m->out->n + 1 == SYMBOLS_MOST)
		errx(1, "too many symbols: widen SYMBOLS_MOST");
	return m->out->n++;
}

static void
make_figures(struct maker *m)
{
	struct sample in = { .cased = -1, .other = -1 };
	size_t at = 0;
	long most = 10;
	int zero;

	if ((m->out->figures = malloc(PATTERN_SHORT)) == NULL)
		err(1, NULL);
	for (in.digits = 1; in.digits <= PATTERN_FIGURES; in.digits++) {
		for (in.value = 0; in.value < most; in.value++) {
			in.zero = in.value < most / 10;
			m->out->figures[at++] = symbol(m, &in);
		}
		most *= 10;
	}
	for (; in.digits <= PATTERN_LONG; in.digits++)
		for (zero = 0; zero < 2; zero++) {
			in.zero = zero;
			m->out->long_figures[zero][in.digits] =
			    symbol(m, &in);
		}
	if (m->out->n > UINT8_MAX)
		errx(1, "too many ranges of figures: widen patterns.figures");
}

static void
make_sets(struct maker *m)
{
	struct symbols *out = m->out;
	size_t i, k;

	out->set_words = (out->n + 31) / 32;
	out->sets = calloc(m->s->nterms * out->set_words + 1,
	    sizeof(*out->sets));
	if (out->sets == NULL)
		err(1, NULL);
	out->nsets = m->s->nterms;
	for (i = 0; i < m->s->nterms; i++)
		for (k = 0; k < out->n; k++)
			if (m->known[k * m->words + i / 64] >> i % 64 & 1)
				out->sets[i * out->set_words + k / 32] |=
				    1u << k % 32;
}

void
symbols_make(struct symbols *out, const struct source *s)
{
	struct maker m = { s, out, (s->nterms + 63) / 64, NULL };
	struct sample in = { .cased = -1, .other = -1 };
	size_t i;
	int c;

	m.known = calloc(SYMBOLS_MOST * m.words, sizeof(*m.known));
	out->atoms = calloc(s->atom_names.n, sizeof(*out->atoms));
	if (m.known == NULL || out->atoms == NULL)
		err(1, NULL);
	make_figures(&m);
	for (c = 0; c < PATTERN_OTHERS; c++) {
		in.other = c;
		in.cased = c >= PATTERN_WORD && c < PATTERN_MARK ?
		    c - PATTERN_WORD : -1;
		out->others[c] = symbol(&m, &in);
	}
	in.other = -1;
	for (i = 0; i < s->atom_names.n; i++)
		for (c = 0; c < PATTERN_CASES; c++) {
			in.atom = &s->atoms[i];
			in.number = i;
			in.cased = c;
			out->atoms[i][c] = symbol(&m, &in);
		}
	make_sets(&m);
	free(m.known);
}
