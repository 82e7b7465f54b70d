/*
 * mkpatterns_read.c -- the lists and patterns of a folder
 */
#include <ctype.h>
#include <dirent.h>
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/mklist.h"
#include "common/lexicon/mkpatterns.h"

#define PATTERNS	"patterns.txt"	/* all other files are lists */

static void
join(struct source *s, unsigned a, unsigned demand, unsigned class,
    unsigned value, const char *entry)
{
	struct known_atom *atom = &s->atoms[a];
	size_t i;

	for (i = 0; i < atom->n; i++)
		if (atom->in[i].class == class)
			fault(s, "\"%s\" is \"%s\" already", entry,
			    s->names.v[class]);
	atom->in = array_grow(atom->in, &atom->cap, atom->n + 1,
	    sizeof(*atom->in));
	atom->in[atom->n++] = (struct membership){ class, demand, value };
}

/* A phrase of a class: its tree is one more of the class's. */
static void
join_phrase(struct source *s, unsigned node, unsigned class, unsigned value)
{
	struct pattern_name *name = &s->name[class];

	s->phrases = array_grow(s->phrases, &s->phrases_cap, s->nphrases + 1,
	    sizeof(*s->phrases));
	s->phrases[s->nphrases] = value;
	node = tree_node(s, PATTERN_PHRASE, node, s->nphrases++);
	name->phrases = name->phrases == 0 ? node :
	    tree_node(s, PATTERN_EITHER, node, name->phrases);
}

/* entry<tab>class[=value] ... */
static void
read_word(struct source *s, char *line)
{
	char *p = mklist_column(line);
	unsigned atom = 0, demand = 0, node, class, value;
	size_t n, k;

	if (p == NULL || *p == '\0' || line[0] == '\0') {
		fault(s, "\"%s\" has no class", line);
		return;
	}
	node = tree_phrase(s, line, &atom, &demand);
	for (; *p != '\0'; p += n + (p[n] == ' ')) {
		n = strcspn(p, " ");
		k = strcspn(p, "= ");
		class = name_add(s, p, k);
		s->name[class].class = true;
		value = k < n ? strings_add(&s->texts, p + k + 1, n - k - 1) :
		    0;
		if (node == 0)
			join(s, atom, demand, class, value, line);
		else
			join_phrase(s, node, class, value);
	}
}

static const char *const where[] = {
	"not after ", "after ", "not before ", "before "
};

/* after <prep>; not before - */
static void
read_conditions(struct source *s, char *p, struct source_line *l)
{
	struct condition c;
	char *end, *pattern;
	unsigned i;
	bool glued;
	size_t n;

	l->condition = s->nconditions;
	for (; p != NULL; p = end) {
		p += strspn(p, " ");
		if ((end = strchr(p, ';')) != NULL)
			*end++ = '\0';
		for (i = 0; i < 4; i++)
			if (strncmp(p, where[i], strlen(where[i])) == 0)
				break;
		if (i == 4) {
			fault(s, "\"%s\" does not begin with after, before, "
			    "not after or not before", p);
			continue;
		}
		p += strlen(where[i]);
		for (n = strlen(p); n > 0 && p[n - 1] == ' '; )
			p[--n] = '\0';
		c.where = i < 2 ? PATTERN_AFTER : PATTERN_BEFORE;
		c.not = i % 2 == 0;
		c.start = 0;
		if (asprintf(&pattern, c.where == PATTERN_AFTER ? "(%s)" :
		    " (%s)", p + ((glued = *p == '~'))) == -1)
			err(1, NULL);
		c.node = tree_parse(s, pattern + (glued && *pattern == ' '));
		if (!glued && c.where == PATTERN_AFTER)
			c.node = tree_node(s, PATTERN_SEQUENCE, c.node,
			    tree_node(s, PATTERN_GAP, 0, 0));
		free(pattern);
		s->conditions = array_grow(s->conditions, &s->conditions_cap,
		    s->nconditions + 1, sizeof(*s->conditions));
		s->conditions[s->nconditions++] = c;
		l->conditions++;
	}
}

/* [=]NAME<tab>pattern[<tab>value[<tab>conditions]] */
static void
read_pattern(struct source *s, char *line)
{
	struct source_line l = { 0 };
	char *pattern = mklist_column(line), *value = mklist_column(pattern);
	char *conditions = mklist_column(value);
	bool joined;

	if (pattern == NULL || *pattern == '\0') {
		fault(s, "\"%s\" has no pattern", line);
		return;
	}
	joined = *line == '=';
	line += joined;
	l.name = name_add(s, line, strlen(line));
	s->name[l.name].joined |= joined;
	if (s->name[l.name].class)
		fault(s, "\"%s\" is a class of words", line);
	l.form = isupper((unsigned char)line[0]);
	l.node = tree_parse(s, pattern);
	if (value != NULL && strcmp(value, "-") != 0)
		l.value = strings_add(&s->texts, value, strlen(value));
	if (conditions != NULL && *conditions != '\0') {
		if (!l.form)
			fault(s, "\"%s\": conditions are for forms", line);
		read_conditions(s, conditions, &l);
	}
	l.node = tree_node(s, PATTERN_LINE, l.node, s->nlines);
	s->lines = array_grow(s->lines, &s->lines_cap, s->nlines + 1,
	    sizeof(*s->lines));
	s->lines[s->nlines++] = l;
}

static void
read_clitic(struct source *s, char *line)
{
	strings_add(&s->clitics, line, strlen(line));
}

static void
read_file(struct source *s, const char *path,
    void (*each)(struct source *, char *))
{
	struct mklist l;
	char *line;

	mklist_open(&l, path);
	s->file = path;
	while ((line = mklist_next(&l)) != NULL) {
		s->line = l.number;
		each(s, line);
	}
	s->faults += mklist_close(&l);
}

/* Trees of classes and names, from those of their words and lines. */
static void
finish_names(struct source *s)
{
	struct terminal t;
	struct pattern_name *n;
	unsigned i, k, node;

	for (k = s->nlines; k-- > 0; ) {
		n = &s->name[s->lines[k].name];
		n->root = n->root == 0 ? s->lines[k].node : tree_node(s,
		    PATTERN_EITHER, s->lines[k].node, n->root);
		n->used |= s->lines[k].form;
	}
	for (i = 0; i < s->names.n; i++) {
		n = &s->name[i];
		s->file = n->file;
		s->line = n->line;
		if (!n->class && n->root == 0)
			fault(s, "nothing is \"%s\"", s->names.v[i]);
		if (!n->used)
			fault(s, "\"%s\" is not used", s->names.v[i]);
		if (!n->class)
			continue;
		memset(&t, 0, sizeof(t));
		t.kind = TERM_CLASSES;
		t.class[t.n++] = i;
		s->terms = array_grow(s->terms, &s->terms_cap, s->nterms + 1,
		    sizeof(*s->terms));
		s->terms[s->nterms] = t;
		node = tree_node(s, PATTERN_TERM, s->nterms++, 0);
		if (n->phrases != 0)
			node = tree_node(s, PATTERN_EITHER, n->phrases, node);
		n->root = tree_node(s, PATTERN_CLASS, node, i);
	}
	for (i = 0; i < s->nnodes; i++)
		if (s->nodes[i].op == PATTERN_NAME)
			s->nodes[i].a = s->name[s->nodes[i].b].root;
}

/* A pattern that is part of itself has no end. */
static void
check_circles(struct source *s, unsigned node, unsigned depth)
{
	const struct pattern_node *n = &s->nodes[node];

	if (depth > s->names.n * 64) {
		errx(1, "%s: a pattern is part of itself", s->file);
	}
	switch (n->op) {
	case PATTERN_SEQUENCE:
	case PATTERN_EITHER:
		check_circles(s, n->b, depth + 1);
		/* FALLTHROUGH */
	case PATTERN_MAYBE:
	case PATTERN_ANY:
	case PATTERN_SOME:
	case PATTERN_NAME:
	case PATTERN_LINE:
		check_circles(s, n->a, depth + 1);
	}
}

void
read_folder(struct source *s, const char *folder)
{
	char path[4096];
	struct dirent **found;
	int i, n;
	size_t len;

	strings_add(&s->texts, "", 0);
	s->nodes = array_grow(NULL, &s->nodes_cap, 1, sizeof(*s->nodes));
	s->file = folder;
	tree_node(s, PATTERN_EMPTY, 0, 0);
	snprintf(path, sizeof(path), "%s/clitics.txt", folder);
	read_file(s, path, read_clitic);
	snprintf(path, sizeof(path), "%s/numbers", folder);
	if ((n = scandir(path, &found, NULL, alphasort)) == -1)
		err(1, "%s", path);
	for (i = 0; i < n; i++, free(found[i - 1])) {
		len = strlen(found[i]->d_name);
		if (len < 4 || strcmp(found[i]->d_name + len - 4, ".txt") != 0
		    || strcmp(found[i]->d_name, PATTERNS) == 0)
			continue;
		snprintf(path, sizeof(path), "%s/numbers/%s", folder,
		    found[i]->d_name);
		read_file(s, path, read_word);
	}
	free(found);
	snprintf(path, sizeof(path), "%s/numbers/" PATTERNS, folder);
	read_file(s, path, read_pattern);
	finish_names(s);
	s->file = path;
	if (s->faults == 0)
		for (len = 0; len < s->nlines; len++)
			check_circles(s, s->lines[len].node, 0);
	s->file = folder;
}
