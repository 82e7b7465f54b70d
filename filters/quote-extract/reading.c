/*
 * reading.c -- the reports of a passage and their contents: see quoter.h
 */
#include <string.h>

#include "common/io/alloc.h"
#include "filters/quote-extract/quoter.h"

/* 1000 / (1 + exp(-score)), score in units of the model, in small steps. */
static unsigned
probability(const struct logistic *l, int32_t score)
{
	static const unsigned short table[] = {
		500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940,
		953, 963, 971, 977, 982, 986, 989, 991, 993, 995, 996, 997,
		998, 998, 998, 999, 999, 999, 999, 999, 1000
	};
	int64_t quarter = l->unit > 0 ?
	    (int64_t)(score < 0 ? -score : score) * 4 * 256 / l->unit : 0;
	unsigned p;

	if (quarter > 32)
		quarter = 32;
	p = table[quarter];
	return score < 0 ? 1000 - p : p;
}

static struct report *
add_report(struct quoter *q)
{
	struct report *r;

	q->reports = array_grow(q->reports, &q->reports_cap, q->nreports + 1,
	    sizeof(*q->reports));
	r = &q->reports[q->nreports++];
	memset(r, 0, sizeof(*r));
	return r;
}

/*
 * Give a report a piece of content, and claim the regions that begin in it; not
 * the one that the report itself stands in.
 */
static void
add_piece(struct quoter *q, uint32_t report, struct range v)
{
	const struct passage *p = &q->passage;
	const struct cue *c = &q->reports[report].cue;
	uint32_t own = c->last > 0 ? c->region : NO_REGION, i, r;

	if (v.first >= v.last)
		return;
	q->pieces = array_grow(q->pieces, &q->pieces_cap, q->npieces + 1,
	    sizeof(*q->pieces));
	q->pieces[q->npieces].report = report;
	q->pieces[q->npieces++].range = v;
	for (i = v.first; i < v.last; i++)
		for (r = p->region_of[i]; r != NO_REGION && r != own &&
		    p->regions[r].first == i; r = p->regions[r].parent)
			if (q->claims[r] == 0)
				q->claims[r] = report + 1;
}

/* Give up the regions that the pieces of a report, the newest, have claimed. */
static void
unclaim(struct quoter *q, uint32_t report)
{
	const struct passage *p = &q->passage;
	size_t k;
	uint32_t i, r;

	for (k = q->npieces; k-- > 0 && q->pieces[k].report == report;)
		for (i = q->pieces[k].range.first; i < q->pieces[k].range.last; i++)
			for (r = p->region_of[i]; r != NO_REGION &&
			    p->regions[r].first == i; r = p->regions[r].parent)
				if (q->claims[r] == report + 1)
					q->claims[r] = 0;
}

static uint32_t
choose(const struct quoter *q, const struct logistic *l, const struct cue *c,
    const struct candidates *v, uint32_t first, bool ends)
{
	struct features f;
	int32_t score, best = 0;
	uint32_t i, which = 0;

	for (i = 0; i < v->n; i++) {
		if (ends)
			end_features(&q->passage, c, first, v, i, &f);
		else
			begin_features(&q->passage, c, v, i, &f);
		score = logistic_score(l, &f);
		if (i == 0 || score > best) {
			best = score;
			which = i;
		}
	}
	return which;
}

static struct range
choose_content(const struct quoter *q, const struct cue *c)
{
	struct candidates v;
	struct range none = {0, 0};
	uint32_t first;

	content_begins(&q->passage, c, &v);
	if (v.n == 0)
		return none;
	first = v.v[choose(q, &q->begin, c, &v, 0, false)].first;
	content_ends(&q->passage, c, first, &v);
	if (v.n == 0)
		return none;
	return range_trim(&q->passage, v.v[choose(q, &q->end, c, &v, first, true)]);
}

static struct range
choose_source(const struct quoter *q, const struct cue *c, enum frame frame,
    struct range content)
{
	struct candidates v;
	struct features f;
	int32_t score, best = 0;
	uint32_t i, which = 0;

	source_candidates(&q->passage, c, frame, content, &v);
	for (i = 0; i < v.n; i++) {
		source_features(&q->passage, c, frame, &v, i, &f);
		score = logistic_score(&q->source, &f);
		if (i == 0 || score > best) {
			best = score;
			which = i;
		}
	}
	return v.v[which];
}

static enum frame
choose_frame(const struct quoter *q, const struct cue *c, int32_t *margin)
{
	struct features base, f;
	int32_t score, best = 0, other = 0;
	enum frame frame, which = FRAME_NONE;
	bool any = false;

	cue_features(&q->passage, c, &base);
	for (frame = FRAME_NONE; frame < FRAMES; frame++) {
		if (!frame_possible(c, frame))
			continue;
		frame_features(&base, frame, &f);
		score = logistic_score(&q->frame, &f);
		if (frame == FRAME_NONE) {
			other = score;
			continue;
		}
		if (!any || score > best) {
			best = score;
			which = frame;
			any = true;
		}
	}
	*margin = best - other;
	return best > other ? which : FRAME_NONE;
}

/* Who is told: the noun phrase right after a verb that can have one. */
static struct range
find_addressee(const struct passage *p, const struct cue *c, enum frame frame,
    struct range content)
{
	const struct sentence *s = &p->sentences[c->sentence];
	struct range none = {0, 0}, who;
	uint32_t k;

	if (!(c->classes & CUE_TELLS) || p->tags[c->token] == TAG_VERBN)
		return none;
	k = passage_chunk_before(p, c->sentence, c->last);
	k = k < p->chunks.n ? k + 1 : s->chunk;
	if (k >= s->chunk + s->nchunks || p->chunks.v[k].first != c->last ||
	    p->chunks.v[k].kind == CHUNK_WH ||
	    (frame == FRAME_AFTER && p->chunks.v[k].last > content.first))
		return none;
	who.first = p->chunks.v[k].first;
	who.last = p->chunks.v[k].last;
	return who;
}

/*
 * Two cues of a sentence may lay claim to the same words, "announced in a
 * statement that": the surer one has them.  Only the newest report is asked.
 */
static bool
outdo(struct quoter *q, const struct cue *c, struct range content,
    int32_t margin)
{
	const struct report *r;
	const struct piece *v;

	if (q->nreports == 0 || q->npieces == 0)
		return true;
	r = &q->reports[q->nreports - 1];
	v = &q->pieces[q->npieces - 1];
	if (r->cue.sentence != c->sentence || v->report != q->nreports - 1 ||
	    v->range.first != content.first)
		return true;
	if (r->margin >= margin)
		return false;
	unclaim(q, (uint32_t)q->nreports - 1);
	q->nreports--;
	while (q->npieces > 0 && q->pieces[q->npieces - 1].report == q->nreports)
		q->npieces--;
	return true;
}

/* True if what would be the content is what a label gives to somebody else. */
static bool
is_turn(const struct quoter *q, const struct cue *c, uint32_t first)
{
	uint32_t r = passage_outer(&q->passage, first);

	return r != NO_REGION && r != c->region && q->claims[r] != 0 &&
	    q->claims[r] <= q->nturns;
}

static void
read_cue(struct quoter *q, const struct cue *c)
{
	struct passage *p = &q->passage;
	struct range content = {0, 0};
	struct report *r;
	enum frame frame;
	int32_t margin;
	uint32_t id;

	frame = choose_frame(q, c, &margin);
	if (frame == FRAME_NONE)
		return;
	if (frame == FRAME_REGION) {
		if (q->claims[c->before] != 0)
			return;
		content.first = p->regions[c->before].first;
		content.last = p->regions[c->before].last;
		content = range_trim(p, content);
	} else if (frame == FRAME_AFTER)
		content = choose_content(q, c);
	else
		content = content_before(p, c, content);
	if (content.first >= content.last || is_turn(q, c, content.first) ||
	    !outdo(q, c, content, margin))
		return;
	id = (uint32_t)q->nreports;
	r = add_report(q);
	r->cue = *c;
	r->frame = frame;
	r->margin = margin;
	r->confidence = probability(&q->frame, margin);
	r->source = choose_source(q, c, frame, content);
	r->addressee = find_addressee(p, c, frame, content);
	if (r->addressee.first == r->source.first)
		r->addressee.last = r->addressee.first;
	if (frame == FRAME_BEFORE) {
		content = content_before(p, c, r->source);
		if (content.first >= content.last) {
			q->nreports--;
			return;
		}
	}
	add_piece(q, id, content);
	if (frame == FRAME_BEFORE)
		add_piece(q, id, content_resumes(p, c, r->source, content));
}

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
		r = add_report(q);
		r->frame = FRAME_REGION;
		r->confidence = 900;
		r->source.first = i + 1;
		r->source.last = end;
		add_piece(q, (uint32_t)q->nreports - 1, v);
	}
}

/*
 * "MR. ROE: Good morning.": the line, or the quotation that begins it, is what
 * the one named says.
 */
static void
read_turn(struct quoter *q, uint32_t first)
{
	struct passage *p = &q->passage;
	uint32_t g = passage_region_at(p, first, true), colon;
	uint32_t start = g != NO_REGION ? p->regions[g].first : first, last;
	struct report *r;
	struct range v;
	size_t at, n;

	if (start >= p->tokens.n)
		return;
	at = p->tokens.v[start].start;
	n = turns_label(&q->turns, p->text + at, p->len - at, g != NO_REGION);
	if (n == 0)
		return;
	for (colon = start; colon < p->tokens.n &&
	    p->tokens.v[colon].start < at + n; colon++)
		;
	for (last = colon + 1; last < p->tokens.n &&
	    !(p->tokens.v[last].flags & TOKEN_NEWLINE); last++)
		;
	v.first = colon + 1;
	v.last = g != NO_REGION && p->regions[g].last < last ?
	    p->regions[g].last : last;
	v = range_trim(p, v);
	if (v.first >= v.last)
		return;
	r = add_report(q);
	r->confidence = 900;
	r->source.first = start;
	r->source.last = colon;
	add_piece(q, (uint32_t)q->nreports - 1, v);
	if (g != NO_REGION)
		q->claims[g] = (uint32_t)q->nreports;
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
		r = add_report(q);
		r->confidence = probability(&q->region, score);
		r->continued = q->unclosed && p->regions[region].open == 0;
		*direct = (uint32_t)q->nreports;
	}
	add_piece(q, *direct - 1, v);
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
				struct report *r = add_report(q);

				r->confidence = 900;
				r->continued = true;
				add_piece(q, (uint32_t)q->nreports - 1,
				    range_trim(p, part));
			}
			at = i;
		}
		if (at > v.first) {
			struct range part = { at, v.last };
			struct report *r = add_report(q);

			r->confidence = 900;
			r->continued = true;
			add_piece(q, (uint32_t)q->nreports - 1, range_trim(p, part));
		}
	}
}

static bool
is_worth(const struct quoter *q, const struct cue *c)
{
	struct features f;

	glance_features(&q->passage, c, &f);
	return logistic_score(&q->glance, &f) > q->hopeless;
}

void
quoter_reports(struct quoter *q)
{
	struct passage *p = &q->passage;
	struct cue c;
	uint32_t i, turn = 0;

	q->nreports = q->npieces = 0;
	q->claims = array_grow(q->claims, &q->claims_cap, p->nregions + 1,
	    sizeof(*q->claims));
	memset(q->claims, 0, (p->nregions + 1) * sizeof(*q->claims));
	for (i = 0; i < p->tokens.n; i++)
		if (i == 0 || (p->tokens.v[i].flags & TOKEN_NEWLINE))
			read_turn(q, i);
	q->nturns = q->nreports;
	for (i = 0; i < p->tokens.n; i++) {
		while (turn < q->nturns && q->reports[turn].source.last < i)
			turn++;
		/* The colon of a label is no cue. */
		if (turn < q->nturns && q->reports[turn].source.last == i)
			continue;
		if (cue_word(p, i, &c) && is_worth(q, &c) && cue_tagged(p, &c))
			read_cue(q, &c);
	}
	read_dashes(q);
	read_regions(q);
	split_lines(q);
}
