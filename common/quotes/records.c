/*
 * records.c -- from attributions to the records of quote.h: see records.h
 */
#include "common/quotes/records.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/quotes/sources.h"

/*
 * Tokens that may stand between a content's end and that of the region it ends
 * with: a comma or stop, and another closing mark.
 */
#define REGION_END_REACH	2

/* Whether all, some or none of the words of an attribution stand in marks. */
static enum quote_kind
kind_of(const struct paragraph *p, const struct attribution *a,
    const struct content *v, size_t n)
{
	uint32_t own = attribution_has_cue(a) ? a->cue.region : NO_REGION, k;
	size_t in = 0, out = 0, i;

	if (a->dash)
		return QUOTE_DIRECT;
	for (i = 0; i < n; i++)
		for (k = v[i].range.first; k < v[i].range.last; k++) {
			if (p->tokens.v[k].kind == TOKEN_MARK)
				continue;
			if (p->region_of[k] != NO_REGION &&
			    p->region_of[k] != own)
				in++;
			else
				out++;
		}
	return in == 0 ? QUOTE_INDIRECT : out == 0 ? QUOTE_DIRECT : QUOTE_MIXED;
}

static struct span
trim_space(const char *text, struct span s)
{
	const unsigned char *c = (const unsigned char *)text;

	while (s.end > s.start && byte_is(c[s.end - 1], CHAR_SPACE_MARK))
		s.end--;
	while (s.start < s.end && byte_is(c[s.start], CHAR_SPACE_MARK))
		s.start++;
	return s;
}

/* The bytes of a content in marks: all between them, but for white space. */
static struct span
span_inside(const struct paragraph *p, struct range v)
{
	struct span s = paragraph_span(p, v);
	const struct region *g;
	struct range all;
	uint32_t r;

	/* No mark closes what a dash opens: to the stop, then. */
	if (p->region_of[v.first] == NO_REGION && v.last < p->tokens.n &&
	    (p->tokens.v[v.last].flags & TOKEN_TERMINAL))
		s.end = p->tokens.v[v.last].end;
	for (r = p->region_of[v.first]; r != NO_REGION; r = g->parent) {
		g = &p->regions[r];
		all = paragraph_trim(p, paragraph_inside(p, r));
		if (all.last != v.last)
			continue;
		if (all.first == v.first && g->inner.start < s.start)
			s.start = g->inner.start;
		if (g->inner.end > s.end)
			s.end = g->inner.end;
		break;
	}
	return trim_space(p->text, s);
}

/* The bytes of any other content, with the marks that open and close it. */
static struct span
span_with_marks(const struct paragraph *p, struct range v)
{
	struct span s = paragraph_span(p, v);
	const struct region *g;
	uint32_t r;

	for (r = p->region_of[v.first]; r != NO_REGION; r = g->parent) {
		g = &p->regions[r];
		if (g->first != v.first)
			break;
		if (g->open < v.first && g->last <= v.last + REGION_END_REACH)
			s.start = p->tokens.v[g->open].start;
	}
	for (r = p->region_of[v.last - 1]; r != NO_REGION; r = g->parent) {
		g = &p->regions[r];
		if (g->last > v.last + REGION_END_REACH)
			break;
		if (!(g->flags & MARK_UNCLOSED) && g->open + 1 >= v.first)
			s.end = p->tokens.v[g->close].end;
	}
	return s;
}

static int
by_attribution(const void *a, const void *b)
{
	const struct content *x = a, *y = b;

	if (x->attribution != y->attribution)
		return x->attribution < y->attribution ? -1 : 1;
	return (x->range.first > y->range.first) -
	    (x->range.first < y->range.first);
}

/* By where they begin; of two that begin together the longer one first. */
static int
by_start(const void *a, const void *b)
{
	const struct quote *x = a, *y = b;
	size_t x_end = x->spans[x->nspans - 1].end;
	size_t y_end = y->spans[y->nspans - 1].end;

	if (x->spans[0].start != y->spans[0].start)
		return x->spans[0].start < y->spans[0].start ? -1 : 1;
	if (x_end != y_end)
		return x_end > y_end ? -1 : 1;
	return (x->cue.start > y->cue.start) - (x->cue.start < y->cue.start);
}

/*
 * "We agreed," he said: the comma before the closing mark is not the
 * speaker's but the sentence's around.
 */
static void
drop_comma(const char *text, struct span *s)
{
	if (s->end - s->start > 1 && text[s->end - 1] == ',')
		s->end--;
}

/* The spans of a record's words at s, from n contents; returns how many. */
static size_t
make_spans(const struct paragraph *p, enum quote_kind kind,
    const struct content *v, size_t n, struct span *s)
{
	size_t i, made = 0;

	for (i = 0; i < n; i++) {
		s[made] = kind == QUOTE_DIRECT ?
		    span_inside(p, v[i].range) : span_with_marks(p, v[i].range);
		/* Marks in odd places must not make contents overlap. */
		if (made > 0 && s[made].start < s[made - 1].end)
			s[made].start = s[made - 1].end;
		if (kind == QUOTE_DIRECT)
			drop_comma(p->text, &s[made]);
		if (s[made].start < s[made].end)
			made++;
	}
	return made;
}

static void
tell_cue(const struct paragraph *p, const struct cue *c, struct quote *q)
{
	struct range words = { c->token, c->last };

	q->nested = c->region != NO_REGION;
	q->cue_class = cue_class(c);
	if (c->kind == CUE_COLON)	/* no word */
		return;
	q->cue = paragraph_span(p, words);
	q->lemma = c->lemma;
	q->lemma_len = c->lemma_len;
}

/* The records without words are left out. */
static size_t
drop_empty(struct quote *v, size_t n)
{
	size_t i, kept = 0;

	for (i = 0; i < n; i++)
		if (v[i].nspans > 0)
			v[kept++] = v[i];
	return kept;
}

size_t
records_make(struct records *r, struct attributions *all)
{
	const struct paragraph *p = all->paragraph;
	const struct content *v = all->contents, *end;
	struct span *spans;
	size_t i, n;

	if (all->ncontents == 0)
		return 0;
	end = v + all->ncontents;
	qsort(all->contents, all->ncontents, sizeof(*all->contents),
	    by_attribution);
	r->v = array_grow(r->v, &r->cap, all->n + 1, sizeof(*r->v));
	r->spans = array_grow(r->spans, &r->spans_cap, all->ncontents + 1,
	    sizeof(*r->spans));
	memset(r->v, 0, (all->n + 1) * sizeof(*r->v));
	spans = r->spans;
	for (i = 0; i < all->n; i++, v += n) {
		const struct attribution *a = &all->v[i];
		struct quote *q = &r->v[i];

		for (n = 0; v + n < end && v[n].attribution == i; n++)
			;
		q->kind = kind_of(p, a, v, n);
		q->spans = spans;
		q->nspans = make_spans(p, q->kind, v, n, spans);
		spans += q->nspans;
		if (attribution_has_cue(a))
			tell_cue(p, &a->cue, q);
		q->mention = paragraph_span(p, source_as_written(p, a->source));
		q->addressee = paragraph_span(p, a->addressee);
		q->confidence = a->confidence;
		q->clues = a->clues;
		q->continued = a->continued;
		q->negated = a->negated;
		q->hypothetical = a->hypothetical;
		q->question = a->question;
	}
	n = drop_empty(r->v, all->n);
	qsort(r->v, n, sizeof(*r->v), by_start);
	return n;
}

void
records_free(struct records *r)
{
	free(r->v);
	free(r->spans);
}
