/*
 * mkpatterns -- turn a language's patterns into C: mkpatterns FOLDER OUTDIR
 *
 * FOLDER is common/languages/CODE.  OUTDIR/patterns_CODE.c will define
 * patterns_CODE (patterns.h) of what is in FOLDER/numbers: word lists, and
 * patterns.txt, the patterns over their classes.  How they are written is told
 * in common/languages/en/numbers/README.md.
 *
 * What could not be used is said with its file and line, all of it, and then
 * nothing is written.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/mkpatterns.h"

struct table_writer {
	FILE		*f;
	const struct source *s;
	const struct symbols *y;
	const struct automata *a;
	uint32_t	*offsets;	/* of texts */
	uint32_t	*name_offsets;
	unsigned	 mask;
};

static void
write_string(FILE *f, const char *s)
{
	fprintf(f, "\t\"");
	for (; *s != '\0'; s++)
		if (*s == '"' || *s == '\\')
			fprintf(f, "\\%c", *s);
		else if ((unsigned char)*s < ' ' || (unsigned char)*s > '~')
			fprintf(f, "\\%03o", (unsigned char)*s);
		else
			putc(*s, f);
	fprintf(f, "\\0\"\n");
}

/* All strings; returns where they are. */
static uint32_t *
write_strings(FILE *f, const struct strings *t, uint32_t *at)
{
	uint32_t *offsets = calloc(t->n + 1, sizeof(*offsets));
	size_t i;

	if (offsets == NULL)
		err(1, NULL);
	for (i = 0; i < t->n; i++) {
		offsets[i] = *at;
		*at += strlen(t->v[i]) + 1;
		write_string(f, t->v[i]);
	}
	return offsets;
}

static void
write_text(struct table_writer *w)
{
	uint32_t at = 0;

	fprintf(w->f, "static const char text[] =\n");
	w->offsets = write_strings(w->f, &w->s->texts, &at);
	w->name_offsets = write_strings(w->f, &w->s->names, &at);
	fprintf(w->f, ";\n");
}

/* The words and marks by hash, and what each is worth in its classes. */
static void
write_words(struct table_writer *w)
{
	static uint64_t hints[PATTERN_HINTS / 64];
	const struct strings *names = &w->s->atom_names;
	size_t n = 256, i, k, at = 1;
	uint32_t *slots, h;
	unsigned *values;

	while (n < names->n * 2)
		n *= 2;
	slots = calloc(n, sizeof(*slots));
	values = calloc(names->n + 1, sizeof(*values));
	if (slots == NULL || values == NULL)
		err(1, NULL);
	w->mask = n - 1;
	fprintf(w->f, "static const struct pattern_value values[] = {\n"
	    "\t{ 0, 0 },\n");
	for (i = 0; i < names->n; i++) {
		h = hash_end(hash_bytes(names->v[i], strlen(names->v[i])));
		hints[h % PATTERN_HINTS / 64] |= (uint64_t)1 << h % 64;
		for (; slots[h &= n - 1] != 0; h++)
			continue;
		slots[h] = i + 1;
		if (w->s->atoms[i].n == 0)
			continue;
		values[i] = at;
		for (k = 0; k < w->s->atoms[i].n; k++, at++)
			fprintf(w->f, "\t{ %u, %u },\n",
			    w->s->atoms[i].in[k].class + 1,
			    w->offsets[w->s->atoms[i].in[k].value]);
		fprintf(w->f, "\t{ 0, 0 },\n");
		at++;
	}
	fprintf(w->f, "};\nstatic const struct pattern_word words[] = {\n");
	for (k = 0; k < n; k++) {
		if (slots[k] == 0) {
			fprintf(w->f, "\t{ 0 },\n");
			continue;
		}
		i = slots[k] - 1;
		fprintf(w->f, "\t{ %uu, %u, { %u, %u, %u, %u } },\n",
		    hash_end(hash_bytes(names->v[i], strlen(names->v[i]))),
		    values[i], w->y->atoms[i][0], w->y->atoms[i][1],
		    w->y->atoms[i][2], w->y->atoms[i][3]);
	}
	fprintf(w->f, "};\nstatic const uint64_t hints[] = {\n");
	for (k = 0; k < PATTERN_HINTS / 64; k++)
		fprintf(w->f, "\t0x%llx,\n", (unsigned long long)hints[k]);
	fprintf(w->f, "};\n");
	free(slots);
	free(values);
}

static void
write_symbols(struct table_writer *w)
{
	size_t i;

	fprintf(w->f, "static const uint16_t others[] = {");
	for (i = 0; i < PATTERN_OTHERS; i++)
		fprintf(w->f, " %u,", w->y->others[i]);
	fprintf(w->f, " };\nstatic const uint8_t figures[] = {");
	for (i = 0; i < PATTERN_SHORT; i++)
		fprintf(w->f, "%s%u,", i % 16 == 0 ? "\n\t" : " ",
		    w->y->figures[i]);
	fprintf(w->f, "\n};\nstatic const uint8_t "
	    "long_figures[][PATTERN_LONG + 1] = {");
	for (i = 0; i < 2 * (PATTERN_LONG + 1); i++)
		fprintf(w->f, "%s%u,", i % (PATTERN_LONG + 1) == 0 ? i == 0 ?
		    "\n\t{ " : " },\n\t{ " : " ",
		    w->y->long_figures[i / (PATTERN_LONG + 1)]
		    [i % (PATTERN_LONG + 1)]);
	fprintf(w->f, " }\n};\n");
}

/* The words of a set that are not 0, and what lies between them. */
static struct pattern_set
words_of(const struct table_writer *w, size_t set)
{
	const uint32_t *bits = w->y->sets + set * w->y->set_words;
	struct pattern_set s = { 0, 0, w->y->set_words };

	while (s.n > 0 && bits[s.n - 1] == 0)
		s.n--;
	for (; s.n > 0 && bits[s.first] == 0; s.n--)
		s.first++;
	return s;
}

static void
write_sets(struct table_writer *w)
{
	struct pattern_set s;
	size_t i, k, n = 0;

	fprintf(w->f, "static const struct pattern_set sets[] = {\n");
	for (i = 0; i < w->y->nsets; i++) {
		s = words_of(w, i);
		fprintf(w->f, "\t{ %zu, %u, %u },\n", n, s.first, s.n);
		n += s.n;
	}
	fprintf(w->f, "};\nstatic const uint32_t set_bits[] = {\n");
	for (i = 0; i < w->y->nsets; i++) {
		s = words_of(w, i);
		for (k = s.first; k < s.first + (size_t)s.n; k++)
			fprintf(w->f, "\t0x%x,\n",
			    w->y->sets[i * w->y->set_words + k]);
	}
	fprintf(w->f, "};\n");
}

static void
write_numbers(struct table_writer *w, const char *type, const char *name,
    const char *what, const uint16_t *v, size_t n)
{
	size_t i;

	fprintf(w->f, "static const %s %s_%s[] = {", type, name, what);
	for (i = 0; i < n; i++)
		fprintf(w->f, "%s%u,", i % 12 == 0 ? "\n\t" : " ", v[i]);
	fprintf(w->f, "\n};\n");
}

static void
write_automaton(struct table_writer *w, const struct automaton *a,
    const char *name)
{
	write_numbers(w, "uint16_t", name, "accept", a->accept, a->nstates);
	write_numbers(w, "uint16_t", name, "rows", a->rows,
	    a->nstates * a->width);
	write_numbers(w, "uint16_t", name, "blocks", a->blocks,
	    a->nblocks * PATTERN_BLOCK);
	write_numbers(w, "uint16_t", name, "accepts", a->accepts,
	    a->naccepts);
	write_numbers(w, "uint16_t", name, "map", a->map, w->y->n);
}

static void
write_lines(struct table_writer *w)
{
	const struct source_line *l;
	const struct condition *c;
	size_t i;

	fprintf(w->f, "static const struct pattern_line lines[] = {\n");
	for (i = 0; i < w->s->nlines; i++) {
		l = &w->s->lines[i];
		fprintf(w->f, "\t{ %u, %u, %u, %zu, %zu },\n",
		    w->name_offsets[l->name], w->offsets[l->value], l->node,
		    l->condition, l->conditions);
	}
	fprintf(w->f, "};\nstatic const struct pattern_condition "
	    "conditions[] = {\n");
	for (i = 0; i < w->s->nconditions; i++) {
		c = &w->s->conditions[i];
		fprintf(w->f, "\t{ %u, %d, %d },\n", c->start, c->where,
		    c->not);
	}
	fprintf(w->f, "\t{ 0, 0, 0 }\n};\n");
}

static void
write_trees(struct table_writer *w)
{
	size_t i;

	fprintf(w->f, "static const struct pattern_node nodes[] = {\n");
	for (i = 0; i < w->s->nnodes; i++)
		fprintf(w->f, "\t{ %u, %u, %u, %u },\n", w->s->nodes[i].op,
		    w->s->nodes[i].a, w->s->nodes[i].b,
		    w->s->nodes[i].first);
	fprintf(w->f, "};\nstatic const uint32_t names[] = {\n");
	for (i = 0; i < w->s->names.n; i++)
		fprintf(w->f, "\t%u,\n", w->name_offsets[i]);
	fprintf(w->f, "};\nstatic const uint32_t phrases[] = {\n");
	for (i = 0; i < w->s->nphrases; i++)
		fprintf(w->f, "\t%u,\n", w->offsets[w->s->phrases[i]]);
	fprintf(w->f, "\t0\n};\n");
}

static void
write_all(struct table_writer *w, const char *path, const char *folder,
    const char *code)
{
	fprintf(w->f, "/* Made by mkpatterns from %s. */\n"
	    "#include \"common/lexicon/patterns.h\"\n", folder);
	write_text(w);
	write_words(w);
	write_symbols(w);
	write_sets(w);
	write_automaton(w, &w->a->joins, "joins");
	write_automaton(w, &w->a->forms, "forms");
	write_automaton(w, &w->a->contexts, "contexts");
	write_numbers(w, "uint16_t", "joined", "forms", w->a->joined,
	    w->a->joins.naccepts);
	write_numbers(w, "uint16_t", "joined", "contexts",
	    w->a->joined_contexts, w->a->joins.naccepts);
	write_lines(w);
	write_trees(w);
	fprintf(w->f, "extern const struct patterns patterns_%s;\n"
	    "const struct patterns patterns_%s = {\n"
	    "\thints, words, %u, values, others, figures, long_figures,\n"
	    "\t{ joins_accept, joins_rows, %zu, joins_blocks, joins_map,\n"
	    "\tjoins_accepts, %u },\n"
	    "\t{ forms_accept, forms_rows, %zu, forms_blocks, forms_map,\n"
	    "\tforms_accepts, %u },\n"
	    "\t{ contexts_accept, contexts_rows, %zu, contexts_blocks,\n"
	    "\tcontexts_map, contexts_accepts, %u },\n"
	    "\tjoined_forms, joined_contexts, lines, conditions, nodes,\n"
	    "\tnames, phrases, sets, set_bits, text\n};\n", code, code,
	    w->mask, w->a->joins.width, w->a->joins.start, w->a->forms.width,
	    w->a->forms.start, w->a->contexts.width, w->a->contexts.start);
	if (ferror(w->f) || fclose(w->f) != 0)
		err(1, "%s", path);
}

int
main(int argc, char *argv[])
{
	static struct source s;
	static struct symbols y;
	static struct automata a;
	struct table_writer w = { NULL, &s, &y, &a, NULL, NULL, 0 };
	char path[4096];
	const char *code;

	if (argc != 3)
		errx(1, "usage: mkpatterns FOLDER OUTDIR");
	code = strrchr(argv[1], '/') ? strrchr(argv[1], '/') + 1 : argv[1];
	read_folder(&s, argv[1]);
	if (s.faults > 0)
		return 1;
	symbols_make(&y, &s);
	first_find(&s, &y);
	automata_make(&a, &s, &y);
	snprintf(path, sizeof(path), "%s/patterns_%s.c", argv[2], code);
	if ((w.f = fopen(path, "w")) == NULL)
		err(1, "%s", path);
	write_all(&w, path, argv[1], code);
	return 0;
}
