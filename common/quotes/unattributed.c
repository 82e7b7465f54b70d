/*
 * regions.c -- quotations in marks that no cue has claimed: see quoter.h
 */
#include "common/quotes/attributions.h"

/*
 * "Words." -- Name: a dash and a name, and the line ends.
 */
static void
read_dashes(struct quoter *q)
{
	struct passage *p = &q->passage;
	struct report *r;
	struct range v;
	uint32_t g, i, end;

	for (g = 0; g < p->nregions; g++) {
		if (p->regions[g].parent != NO_REGION || q->claims[g] != 0 ||
		    (p->regions[g].flags & MARK_UNCLOSED))
			continue;
		i = p->regions[g].close + 1;
		if (i + 1 >= p->tokens.n ||
		    !(p->tokens.v[i].flags & TOKEN_HYPHEN) ||
		    (p->tokens.v[i + 1].flags & TOKEN_NEWLINE) ||
		    !(p->tokens.v[i + 1].flags & TOKEN_CAPITAL))
			continue;
		for (end = i + 1; end < p->tokens.n && end < i + 12 &&
		    !(p->tokens.v[end].flags & TOKEN_NEWLINE); end++)
			if (passage_is(p, end, ',') || passage_is(p, end, '.'))
				break;
		if (end == i + 12)
			continue;
		v.first = p->regions[g].first;
		v.last = p->regions[g].last;
		v = range_trim(p, v);
		if (v.last < v.first + 3)
			continue;
		passage_look(p, p->sentence_of[i + 1]);
		r = quoter_report(q);
		r->frame = FRAME_REGION;
		r->confidence = 900;
		r->source.first = i + 1;
		r->source.last = end;
		quoter_piece(q, (uint32_t)q->nreports - 1, v);
	}
}

/*
 * The title of a work in the midst of a sentence, a heading in a line by itself:
 * all words of weight begin with a capital.
 */
static bool
is_name(const struct passage *p, uint32_t region)
{
	const struct region *r = &p->regions[region];
	uint32_t i, words = 0, small = 0, next = r->close + 1;
	bool line = r->open == 0 || (p->tokens.v[r->open].flags & TOKEN_NEWLINE);

	for (i = r->first; i < r->last && words < 9; i++) {
		const struct token *t = &p->tokens.v[i];

		if (t->kind != TOKEN_WORD ||
		    (i > r->first && (t->flags & TOKEN_GLUED)))
			continue;
		words++;
		if (!(t->flags & TOKEN_CAPITAL)) {
			small++;
			if (t->end - t->start > 4)
				return false;
		}
	}
	if (words == 0 || words > 8 || small * 2 > words)
		return false;
	if (!line)
		return p->tokens.v[r->open - 1].kind != TOKEN_MARK;
	/* One or two words may well be speech: "Good Lord!" */
	return words > 2 && (r->flags & MARK_SINGLE) && (next >= p->tokens.n ||
	    (p->tokens.v[next].flags & TOKEN_NEWLINE));
}

/* "(Applause.)": nobody says that. */
static bool
is_aside(const struct passage *p, struct range v)
{
	return v.last > v.first + 2 &&
	    ((passage_is(p, v.first, '(') && passage_is(p, v.last - 1, ')')) ||
	    (passage_is(p, v.first, '[') && passage_is(p, v.last - 1, ']')));
}

/*
 * A region that no cue has claimed goes on with the quotation before it in the
 * same line, or stands alone, or is no speech.
 */
static void
read_region(struct quoter *q, uint32_t region, uint32_t *direct)
{
	struct passage *p = &q->passage;
	struct range v = { p->regions[region].first, p->regions[region].last };
	struct features f;
	struct report *r;
	int32_t score;
	bool after = *direct != 0 || q->after_quote;

	if (is_aside(p, v) || is_name(p, region))
		return;
	v = range_trim(p, v);
	if (v.first >= v.last)
		return;
	region_features(p, region, after, &f);
	score = logistic_score(&q->region, &f);
	if (score <= 0)
		return;
	if (*direct == 0) {
		r = quoter_report(q);
		r->confidence = logistic_confidence(&q->region, score);
		r->continued = q->unclosed && p->regions[region].open == 0;
		*direct = (uint32_t)q->nreports;
	}
	quoter_piece(q, *direct - 1, v);
}

static void
read_regions(struct quoter *q)
{
	struct passage *p = &q->passage;
	uint32_t r, i, direct = 0, at = 0, last = NO_REGION;

	/* An empty line ends nothing. */
	if (p->tokens.n == 0)
		return;
	for (r = 0; r < p->nregions; r++) {
		if (p->regions[r].parent != NO_REGION)
			continue;
		/* A new line ends what can be gone on with. */
		for (i = at; i <= p->regions[r].open && i < p->tokens.n; i++)
			if (p->tokens.v[i].flags & TOKEN_NEWLINE) {
				q->after_quote = direct != 0;
				direct = 0;
			}
		at = p->regions[r].last;
		if (q->claims[r] != 0)
			direct = q->claims[r];
		else
			read_region(q, r, &direct);
		last = r;
	}
	q->after_quote = direct != 0;
	q->unclosed = direct != 0 && (p->regions[last].flags & MARK_UNCLOSED) &&
	    p->regions[last].last >= p->tokens.n;
}

/*
 * A quotation over several lines is one record if its lines are sentences; if
 * they are paragraphs, each line is a record that goes on with the one before.
 */
static void
split_lines(struct quoter *q)
{
	const struct passage *p = &q->passage;
	size_t k, n = q->npieces;
	uint32_t i, at;
	bool paragraphs = false;

	for (k = 0; k < n; k++) {
		struct range v = q->pieces[k].range;

		if (passage_outer(p, v.first) == NO_REGION ||
		    p->sentence_of[v.first] == p->sentence_of[v.last - 1])
			continue;
		for (i = p->sentence_of[v.first]; i < p->sentence_of[v.last - 1]; i++)
			if (i > p->sentence_of[v.first] &&
			    !p->sentences[i].line)
				paragraphs = true;
		if (!paragraphs)
			continue;
		at = v.first;
		for (i = v.first + 1; i < v.last; i++) {
			struct range part = { at, i };

			if (!(p->tokens.v[i].flags & TOKEN_NEWLINE))
				continue;
			if (at == v.first)
				q->pieces[k].range = range_trim(p, part);
			else {
				struct report *r = quoter_report(q);

				r->confidence = 900;
				r->continued = true;
				quoter_piece(q, (uint32_t)q->nreports - 1,
				    range_trim(p, part));
			}
			at = i;
		}
		if (at > v.first) {
			struct range part = { at, v.last };
			struct report *r = quoter_report(q);

			r->confidence = 900;
			r->continued = true;
			quoter_piece(q, (uint32_t)q->nreports - 1, range_trim(p, part));
		}
	}
}

void
quoter_regions(struct quoter *q)
{
	read_dashes(q);
	read_regions(q);
	split_lines(q);
}
