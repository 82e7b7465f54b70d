#include "filters/dedup/gather.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "filters/dedup/groups.h"
#include "filters/dedup/spool.h"

#define IN_MEMORY	(4 << 20)	/* bytes put by before a file is used */

struct gather {
	const struct settings *set;
	struct spool	*spool;
	struct groups	*groups;
	struct position	*places;	/* --groups: of all records */
	size_t		 n, cap;
	uint64_t	 at;		/* in the spool */
};

/* A record put by: then its text and terminator. */
struct gathered {
	const char	*file;
	uint64_t	 number;
	uint64_t	 group;		/* 0: it belongs to none */
	uint64_t	 len, eol_len;
	struct verdict	 verdict;	/* why it is in the group */
};

struct position {
	uint64_t	 group, at;
};

struct gather *
gather_new(const struct settings *set)
{
	struct gather *g = xcalloc(1, sizeof(*g));

	g->set = set;
	g->spool = spool_new(IN_MEMORY);
	g->groups = groups_new(set->keep);
	return g;
}

void
gather_free(struct gather *g)
{
	spool_free(g->spool);
	groups_free(g->groups);
	free(g->places);
	free(g);
}

void
gather_add(struct gather *g, struct input *in, const struct record *r,
    uint64_t number, const struct verdict *v, bool alone)
{
	struct gathered s = {
		.file = r->file, .number = number, .len = r->len,
		.group = v != NULL ? v->kept : number,
	};
	const char *eol, *text = r->text;
	size_t eol_len;

	if (v != NULL)
		s.verdict = *v;
	if (alone && !g->set->groups)
		s.group = 0;
	else
		groups_add(g->groups, s.group, number, r->len, v);
	eol = record_terminator(in, r, &eol_len);
	s.eol_len = eol_len;
	if (r->json != NULL) {
		text = r->raw;
		s.len = r->raw_len - (r->raw[r->raw_len - 1] == '\n');
	}
	if (g->set->groups) {
		g->places = array_grow(g->places, &g->cap, g->n + 1,
		    sizeof(*g->places));
		g->places[g->n++] = (struct position){ s.group, g->at };
	}
	spool_add(g->spool, &s, sizeof(s));
	spool_add(g->spool, text, s.len);
	spool_add(g->spool, eol, eol_len);
	g->at += sizeof(s) + s.len + eol_len;
}

/* The next record put by and its text; false at the end. */
static bool
next(struct gather *g, struct gathered *s, const char **text)
{
	const void *p = spool_next(g->spool, sizeof(*s));

	if (p == NULL)
		return false;
	memcpy(s, p, sizeof(*s));
	*text = spool_next(g->spool, s->len + s->eol_len);
	if (*text == NULL)
		errx(EXIT_TROUBLE, "temporary file: cut short");
	return true;
}

static void
print(struct writer *w, const struct gathered *s, uint64_t count,
    const char *text)
{
	writer_print(w, s->file, count, s->number, text, s->len,
	    text + s->len, s->eol_len);
}

/* Are groups of so many printed? */
static bool
is_wanted(const struct gather *g, uint64_t count)
{
	return g->set->print == PRINT_KEPT ||
	    (g->set->print == PRINT_REPEATED) == (count > 1);
}

/* It is not the one of its group that is printed. */
static void
tell(const struct gather *g, struct report *report, const struct gathered *s,
    uint64_t choice)
{
	struct verdict v = s->verdict;

	/* What the first was compared with is the one chosen. */
	if (s->number == s->group)
		v = groups_verdict(g->groups, s->group);
	report_drop(report, s->number, choice, v.similarity, v.why);
}

static uint64_t
print_choices(struct gather *g, struct writer *w, struct report *report)
{
	uint64_t count, choice, printed = 0;
	struct gathered s;
	const char *text;

	while (next(g, &s, &text)) {
		count = s.group == 0 ? 1 : groups_count(g->groups, s.group);
		choice = s.group == 0 ? s.number :
		    groups_choice(g->groups, s.group);
		if (choice == s.number && is_wanted(g, count)) {
			print(w, &s, count, text);
			printed++;
		} else if (choice != s.number && report != NULL)
			tell(g, report, &s, choice);
	}
	return printed;
}

static int
by_group(const void *a, const void *b)
{
	const struct position *x = a, *y = b;

	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	return x->at < y->at ? -1 : x->at > y->at;
}

static uint64_t
print_groups(struct gather *g, struct writer *w, const struct ids *ids)
{
	uint64_t printed = 0, count;
	struct gathered s;
	const char *text, *name;
	size_t i, len;

	if (g->n > 0)
		qsort(g->places, g->n, sizeof(*g->places), by_group);
	for (i = 0; i < g->n; i++) {
		count = groups_count(g->groups, g->places[i].group);
		if (!is_wanted(g, count))
			continue;
		spool_seek(g->spool, g->places[i].at);
		if (!next(g, &s, &text))
			errx(EXIT_TROUBLE, "temporary file: cut short");
		name = ids == NULL ? NULL : ids_find(ids, s.group, &len);
		writer_group(w, s.group, name, len);
		print(w, &s, count, text);
		printed++;
	}
	return printed;
}

uint64_t
gather_print(struct gather *g, struct writer *w, struct report *report,
    const struct ids *ids)
{
	return g->set->groups ? print_groups(g, w, ids) :
	    print_choices(g, w, report);
}
