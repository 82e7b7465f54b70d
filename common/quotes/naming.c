/*
 * naming.c -- which words are names, and of what: see naming.h
 */
#include "common/quotes/naming.h"

#include <stdlib.h>

#include "common/base/base.h"
#include "common/entities/entities.h"

struct told_name {
	struct span	 span;		/* of the document */
	enum name_kind	 kind;
	size_t		 full;		/* where its form is in texts, */
	size_t		 full_len;	/* 0: not told */
};

struct naming {
	struct recognizer *recognizer;	/* NULL until it is needed */
	bool		 all;		/* told are all names there are */
	size_t		 foreseen;	/* and of so many bytes all found */
	struct told_name *told;
	size_t		 n, cap;
	struct buffer	 texts;
};

struct naming *
naming_new(void)
{
	return xcalloc(1, sizeof(struct naming));
}

void
naming_free(struct naming *n)
{
	if (n == NULL)
		return;
	recognizer_free(n->recognizer);
	buffer_free(&n->texts);
	free(n->told);
	free(n);
}

void
naming_begin(struct naming *n)
{
	if (n->recognizer != NULL)
		recognizer_begin(n->recognizer);
	n->all = false;
	n->foreseen = 0;
	n->n = n->texts.len = 0;
}

void
naming_all(struct naming *n)
{
	n->all = true;
}

void
naming_tell(struct naming *n, enum name_kind kind, struct span span,
    const char *full, size_t len)
{
	/* what overlaps another or has no place is no name */
	if (span.start >= span.end || (n->n > 0 &&
	    span.start < n->told[n->n - 1].span.end))
		return;
	n->told = array_grow(n->told, &n->cap, n->n + 1, sizeof(*n->told));
	n->told[n->n++] = (struct told_name){ span, kind, n->texts.len, len };
	if (len > 0)
		buffer_add(&n->texts, full, len);
}

static struct known_name *
add(struct known_names *names, uint32_t first, uint32_t last,
    enum name_kind kind)
{
	names->v = array_grow(names->v, &names->cap, names->n + 1,
	    sizeof(*names->v));
	names->v[names->n] = (struct known_name){ first, last, kind, NULL, 0 };
	return &names->v[names->n++];
}

/* The first name told that ends behind a byte of the document. */
static size_t
told_behind(const struct naming *n, size_t at)
{
	size_t lo = 0, hi = n->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (n->told[mid].span.end <= at)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

void
naming_told(struct naming *n, size_t at, const struct token *v,
    uint32_t first, uint32_t last, struct known_names *names)
{
	const struct told_name *t;
	struct known_name *name;
	uint32_t i = first, from;
	size_t k;

	if (n->n == 0 || first >= last)
		return;
	k = told_behind(n, at + v[first].start);
	for (; k < n->n && i < last; k++) {
		t = &n->told[k];
		while (i < last && at + v[i].end <= t->span.start)
			i++;
		for (from = i; i < last && at + v[i].start < t->span.end; i++)
			;
		if (from == i)
			continue;
		name = add(names, from, i, t->kind);
		name->full = t->full_len > 0 ? n->texts.data + t->full : NULL;
		name->full_len = t->full_len;
	}
}

/*
 * "People's Daily", "Food and Drug Administration": the name in a run that ends
 * as a body's does may have begun before it.
 */
static bool
goes_back(const struct token *v, const struct run *r)
{
	uint32_t i = r->first;

	return i > 1 && (v[i - 2].flags & TOKEN_CAPITAL) &&
	    (v[i - 1].kind == TOKEN_CLITIC || (v[i - 1].kind == TOKEN_WORD &&
	    (v[i - 1].flags & TOKEN_LOWER)));
}

/* Do the rules tell what a run is, and where the name in it begins? */
static bool
is_clear(const struct token *v, const struct run *r)
{
	return !run_is_full(r) || r->role || (r->body && !goes_back(v, r)) ||
	    (r->given && r->name == 0);
}

bool
naming_is_open(const struct naming *n, struct people *people,
    const char *text, size_t at, const struct token *v, const struct run *r)
{
	return !n->all && at + v[r->first].start >= n->foreseen &&
	    !r->known && !is_clear(v, r) &&
	    !people_knows(people, text, r);
}

/* The names that the recognizer finds in tokens first .. last - 1. */
static size_t
recognize(struct naming *n, const char *text, const struct token *v,
    uint32_t first, uint32_t last, const struct entity **e)
{
	if (n->recognizer == NULL) {
		n->recognizer = recognizer_new(RECOGNIZER_UNSCORED);
		recognizer_begin(n->recognizer);
	}
	return recognizer_tag(n->recognizer, text, v + first, last - first,
	    e);
}

enum name_kind
naming_kind(struct naming *n, const char *text, const struct token *v,
    uint32_t first, uint32_t last, uint32_t token)
{
	const struct entity *e;
	size_t i, found;

	found = n->all ? 0 : recognize(n, text, v, first, last, &e);
	for (i = 0; i < found; i++)
		if (first + e[i].first <= token && token <= first + e[i].last)
			return entity_type_row(e[i].type)->kind;
	return NAME_NONE;
}

void
naming_recognize(struct naming *n, const char *text, const struct token *v,
    uint32_t first, uint32_t last, struct known_names *names)
{
	const struct entity *e;
	enum name_kind kind;
	size_t i, found;

	found = recognize(n, text, v, first, last, &e);
	for (i = 0; i < found; i++)
		if ((kind = entity_type_row(e[i].type)->kind) != NAME_NONE)
			add(names, first + (uint32_t)e[i].first,
			    first + (uint32_t)e[i].last + 1, kind);
}

void
naming_keep(struct naming *n, size_t at, const struct token *v,
    const struct known_names *names)
{
	const struct known_name *k;
	struct span s;
	size_t i;

	for (i = 0; i < names->n; i++) {
		k = &names->v[i];
		s.start = at + v[k->first].start;
		s.end = at + v[k->last - 1].end;
		naming_tell(n, k->kind, s, NULL, 0);
	}
}

void
naming_foreseen(struct naming *n, size_t end)
{
	n->foreseen = end;
}

/* The name in a run: a person's, or else the last; NULL if there is none. */
static const struct known_name *
name_in(const struct known_names *names, const struct run *r, uint32_t end)
{
	const struct known_name *best = NULL, *v = names->v;
	size_t lo = 0, hi = names->n, mid;

	while (lo < hi) {
		mid = lo + (hi - lo) / 2;
		if (v[mid].last <= r->first)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (; lo < names->n && v[lo].first < r->last; lo++)
		if (v[lo].first >= r->first && v[lo].last <= end &&
		    (best == NULL || best->kind != NAME_PERSON))
			best = &v[lo];
	return best;
}

bool
naming_run_at(const struct known_names *names, const char *text,
    const struct token *v, struct run *r, uint32_t end, uint32_t i,
    uint32_t *next)
{
	const struct known_name *name;

	if (!run_read(r, text, v, end, i, next))
		return false;
	if (names->n == 0 || (name = name_in(names, r, end)) == NULL)
		return true;
	run_known(r, text, v, name->first, name->last, name->kind);
	r->possessive |= r->last < end && v[r->last].kind == TOKEN_CLITIC;
	r->full = name->full;
	r->full_len = name->full_len;
	*next = r->last;
	return true;
}

void
naming_correct(struct known_names *names, const char *text,
    const struct token *v, struct run *r, enum name_kind kind)
{
	struct known_name *name;

	for (name = names->v; name < names->v + names->n; name++) {
		if (name->first < r->first || name->last != r->last)
			continue;
		name->kind = kind;
		run_known(r, text, v, name->first, name->last, kind);
		return;
	}
}
