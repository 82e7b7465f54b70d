/*
 * reading.c -- the reports of a passage and their contents: see quoter.h
 */
#include <string.h>

#include "common/base/base.h"
#include "common/quotes/attributions.h"

struct report *
quoter_report(struct quoter *q)
{
	struct report *r;

	q->reports = array_grow(q->reports, &q->reports_cap, q->nreports + 1,
	    sizeof(*q->reports));
	r = &q->reports[q->nreports++];
	memset(r, 0, sizeof(*r));
	return r;
}

void
quoter_piece(struct quoter *q, uint32_t report, struct range v)
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

/* Take back the newest report. */
static void
retract(struct quoter *q)
{
	unclaim(q, (uint32_t)q->nreports - 1);
	q->nreports--;
	while (q->npieces > 0 && q->pieces[q->npieces - 1].report == q->nreports)
		q->npieces--;
}

/*
 * "They made these statements: 'We ...,' said Roe.": a quotation that the
 * newest report has by a noun in the sentence before may have a cue of its own.
 */
static bool
is_announced(const struct quoter *q, uint32_t region)
{
	const struct passage *p = &q->passage;
	const struct report *r;

	if (q->claims[region] == 0 || q->claims[region] != q->nreports)
		return false;
	r = &q->reports[q->nreports - 1];
	return r->cue.last > 0 && r->cue.kind == CUE_NOUN &&
	    p->regions[region].first >= p->sentences[r->cue.sentence].last;
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

/* By how much a cue must be likelier than none. */
static int32_t
least_margin(const struct quoter *q, const struct cue *c)
{
	/* Somebody's words are told already: what they report must be sure. */
	if (c->region != NO_REGION)
		return -q->doubtful;
	return c->before != NO_REGION || c->after != NO_REGION ?
	    q->doubtful_marked : q->doubtful;
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
		if (!frame_possible(c, frame) ||
		    (frame == FRAME_REGION && q->claims[c->before] != 0 &&
		    !is_announced(q, c->before)))
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
	return *margin > least_margin(q, c) ? which : FRAME_NONE;
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
	/* "a statement announcing the vote: 'We ...'": the words are the statement. */
	if (r->margin >= margin || (r->cue.kind == CUE_NOUN &&
	    content.first >= q->passage.sentences[c->sentence].last))
		return false;
	retract(q);
	return true;
}

/* True if what would be the content is somebody else's by its opening. */
static bool
is_taken(const struct quoter *q, const struct cue *c, uint32_t first)
{
	uint32_t r = passage_outer(&q->passage, first);

	return r != NO_REGION && r != c->region && q->claims[r] != 0 &&
	    q->claims[r] <= q->nopened;
}

/*
 * "Roe called it small, while Doe, who lives there, said": whoever speaks next,
 * and says it behind the end of the newest report's content, is no part of that.
 */
static void
cut_before(struct quoter *q, const struct cue *c, struct range source)
{
	const struct passage *p = &q->passage;
	const struct report *r;
	struct range *v;
	uint32_t last = source.first;

	/* A pronoun is as likely to be one of its own words. */
	if (q->nreports == 0 || q->npieces == 0 || source.first >= source.last ||
	    p->tags[source.first] == TAG_PRON ||
	    p->tags[source.first] == TAG_POSSESSIVE)
		return;
	r = &q->reports[q->nreports - 1];
	v = &q->pieces[q->npieces - 1].range;
	if (q->pieces[q->npieces - 1].report != q->nreports - 1 ||
	    r->frame != FRAME_AFTER || r->cue.sentence != c->sentence ||
	    source.first <= v->first || source.last > v->last ||
	    c->token < v->last || p->region_of[source.first] != c->region)
		return;
	while (last > v->first + 1 && (p->tags[last - 1] == TAG_CONJ ||
	    p->tags[last - 1] == TAG_SUB || p->tags[last - 1] == TAG_ADV))
		last--;
	v->last = last;
	*v = range_trim(p, *v);
}

static void
read_cue(struct quoter *q, const struct cue *c)
{
	struct passage *p = &q->passage;
	struct range content = {0, 0}, resumed = {0, 0}, source;
	struct report *r;
	enum frame frame;
	int32_t margin;
	uint32_t id, i;

	frame = choose_frame(q, c, &margin);
	if (frame == FRAME_NONE)
		return;
	if (frame == FRAME_REGION) {
		if (q->claims[c->before] != 0)
			retract(q);
		content.first = p->regions[c->before].first;
		content.last = p->regions[c->before].last;
		content = range_trim(p, content);
	} else if (frame == FRAME_AFTER)
		content = choose_content(q, c);
	else
		content = content_before(p, c, content);
	if (content.first >= content.last || is_taken(q, c, content.first) ||
	    !outdo(q, c, content, margin))
		return;
	source = choose_source(q, c, frame, content);
	if (frame == FRAME_AFTER)
		cut_before(q, c, source);
	id = (uint32_t)q->nreports;
	r = quoter_report(q);
	r->cue = *c;
	r->frame = frame;
	r->margin = margin;
	r->confidence = logistic_confidence(&q->frame, margin);
	r->source = source;
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
	if (frame == FRAME_BEFORE)
		resumed = content_resumes(p, c, r->source, content);
	/* "A; B, she says, C": hers is what she stands in. */
	if (resumed.first < resumed.last)
		for (i = content.last; i-- > content.first;)
			if (passage_is(p, i, ';')) {
				content.first = i + 1;
				break;
			}
	quoter_piece(q, id, content);
	quoter_piece(q, id, resumed);
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
	uint32_t i;
	size_t k = 0;

	q->nreports = q->npieces = q->nsettled = 0;
	q->claims = array_grow(q->claims, &q->claims_cap, p->nregions + 1,
	    sizeof(*q->claims));
	memset(q->claims, 0, (p->nregions + 1) * sizeof(*q->claims));
	quoter_openings(q);
	for (i = 0; i < p->tokens.n; i++) {
		while (k < q->nsettled && q->settled[k].last <= i)
			k++;
		if (k < q->nsettled && q->settled[k].first <= i)
			continue;
		if (cue_word(p, i, &c) && is_worth(q, &c) && cue_tagged(p, &c))
			read_cue(q, &c);
	}
	quoter_regions(q);
}
