/*
 * records.c -- from reports to the records of quotes.h: see quoter.h
 */
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/quotes/attributions.h"

/* Whether all, some or none of the words of a report stand in marks. */
static enum quote_kind
kind_of(const struct quoter *q, const struct report *r,
    const struct piece *v, size_t n)
{
	const struct passage *p = &q->passage;
	uint32_t own = r->cue.last > 0 ? r->cue.region : NO_REGION;
	size_t in = 0, out = 0, i;
	uint32_t k;

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
	if (r->dash)
		return QUOTE_DIRECT;
	return in == 0 ? QUOTE_INDIRECT : out == 0 ? QUOTE_DIRECT : QUOTE_MIXED;
}

/* The bytes of a piece: without outer marks if direct, else with its own. */
static struct span
span_of(const struct passage *p, struct range v, enum quote_kind kind)
{
	struct span s = { p->tokens.v[v.first].start, p->tokens.v[v.last - 1].end };
	uint32_t r;

	if (kind == QUOTE_DIRECT) {
		/* No mark closes what a dash opens: to the stop, then. */
		if (p->region_of[v.first] == NO_REGION && v.last < p->tokens.n &&
		    (p->tokens.v[v.last].flags & TOKEN_TERMINAL))
			s.end = p->tokens.v[v.last].end;
		/* To the marks, without white space. */
		for (r = p->region_of[v.first]; r != NO_REGION;
		    r = p->regions[r].parent) {
			struct range all = { p->regions[r].first, p->regions[r].last };

			all = range_trim(p, all);
			if (all.last != v.last)
				continue;
			if (all.first == v.first && p->regions[r].inner.start < s.start)
				s.start = p->regions[r].inner.start;
			if (p->regions[r].inner.end > s.end)
				s.end = p->regions[r].inner.end;
			break;
		}
		while (s.end > s.start && (unsigned char)p->text[s.end - 1] <= ' ')
			s.end--;
		while (s.start < s.end && (unsigned char)p->text[s.start] <= ' ')
			s.start++;
		return s;
	}
	/* The marks that open and close with the piece belong to it. */
	for (r = p->region_of[v.first]; r != NO_REGION &&
	    p->regions[r].first == v.first; r = p->regions[r].parent)
		if (p->regions[r].open < v.first && p->regions[r].last <= v.last + 2)
			s.start = p->tokens.v[p->regions[r].open].start;
	for (r = p->region_of[v.last - 1]; r != NO_REGION &&
	    p->regions[r].last <= v.last + 2; r = p->regions[r].parent)
		if (!(p->regions[r].flags & MARK_UNCLOSED) &&
		    p->regions[r].open + 1 >= v.first)
			s.end = p->tokens.v[p->regions[r].close].end;
	return s;
}

static int
by_report(const void *a, const void *b)
{
	const struct piece *x = a, *y = b;

	if (x->report != y->report)
		return x->report < y->report ? -1 : 1;
	return (x->range.first > y->range.first) - (x->range.first < y->range.first);
}

static int
by_start(const void *a, const void *b)
{
	const struct quote *x = a, *y = b;

	if (x->spans[0].start != y->spans[0].start)
		return x->spans[0].start < y->spans[0].start ? -1 : 1;
	if (x->spans[x->nspans - 1].end != y->spans[y->nspans - 1].end)
		return x->spans[x->nspans - 1].end > y->spans[y->nspans - 1].end ? -1 : 1;
	return (x->cue.start > y->cue.start) - (x->cue.start < y->cue.start);
}

static struct span
bytes_of(const struct passage *p, struct range r)
{
	struct span s = {0, 0};

	if (r.first < r.last) {
		s.start = p->tokens.v[r.first].start;
		s.end = p->tokens.v[r.last - 1].end;
	}
	return s;
}

static const char *
class_name(const struct cue *c)
{
	static const char *const names[] = { "say", "tell", "direct", "promise",
	    "write", "ask", "judge", "manner", "other" };
	unsigned i;

	if (c->kind != CUE_VERB)
		return c->kind == CUE_NOUN ? "noun" :
		    c->kind == CUE_COLON ? "colon" : "according";
	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (c->classes & 1u << i)
			return names[i];
	return "say";
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

size_t
quoter_records(struct quoter *q)
{
	struct passage *p = &q->passage;
	size_t i, j, k, n, spans = 0;

	if (q->npieces == 0)
		return 0;
	qsort(q->pieces, q->npieces, sizeof(*q->pieces), by_report);
	q->quotes = array_grow(q->quotes, &q->quotes_cap, q->nreports + 1,
	    sizeof(*q->quotes));
	q->spans = array_grow(q->spans, &q->spans_cap, q->npieces + 1,
	    sizeof(*q->spans));
	memset(q->quotes, 0, (q->nreports + 1) * sizeof(*q->quotes));
	for (i = k = 0; i < q->nreports; i++, k += n) {
		const struct report *r = &q->reports[i];
		struct quote *o = &q->quotes[i];

		for (n = 0; k + n < q->npieces && q->pieces[k + n].report == i; n++)
			;
		o->kind = kind_of(q, r, q->pieces + k, n);
		o->spans = q->spans + spans;
		for (j = k; j < k + n; j++) {
			struct span s = span_of(p, q->pieces[j].range, o->kind);

			/* Marks in odd places must not make pieces overlap. */
			if (o->nspans > 0 && s.start < q->spans[spans - 1].end)
				s.start = q->spans[spans - 1].end;
			if (s.start >= s.end)
				continue;
			q->spans[spans++] = s;
			o->nspans++;
		}
		if (o->nspans > 0 && o->kind == QUOTE_DIRECT)
			drop_comma(p->text, &q->spans[spans - 1]);
		if (r->cue.last > 0) {
			struct range cue = { r->cue.token, r->cue.last };

			o->nested = r->cue.region != NO_REGION;
			if (r->cue.kind != CUE_COLON) {
				o->cue = bytes_of(p, cue);
				o->lemma = r->cue.lemma;
				o->lemma_len = r->cue.lemma_len;
			}
			o->cue_class = class_name(&r->cue);
		}
		o->mention = bytes_of(p, source_as_written(p, r->source));
		o->addressee = bytes_of(p, r->addressee);
		o->confidence = r->confidence;
		o->continued = r->continued;
	}
	for (i = n = 0; i < q->nreports; i++)
		if (q->quotes[i].nspans > 0)
			q->quotes[n++] = q->quotes[i];
	qsort(q->quotes, n, sizeof(*q->quotes), by_start);
	return n;
}
