/*
 * quotes.c -- who said what: see quotes.h
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/io/alloc.h"
#include "common/io/options.h"
#include "common/learn/model.h"
#include "filters/quote-extract/quotes.h"
#include "filters/quote-extract/reports.h"
#include "filters/quote-extract/speakers.h"

extern const unsigned char model_quotes[], model_quotes_end[];

/* A report with its content, while a passage is worked on. */
struct report {
	struct cue	 cue;		/* last == 0: none */
	enum frame	 frame;
	struct range	 source;
	struct range	 addressee;
	int32_t		 margin;	/* by how much it is a cue */
	unsigned	 confidence;
	bool		 continued;
};

/* A stretch of a report's content. */
struct piece {
	uint32_t	 report;
	struct range	 range;
};

struct quoter {
	struct passage	 passage;
	struct tagger	 tagger;
	struct splitter	*splitter;
	struct logistic	 glance, frame, begin, end, source, region, speaker;
	int32_t		 hopeless;	/* of glance: no need to look */
	struct speakers	*speakers;
	struct report	*reports;
	size_t		 nreports, reports_cap;
	struct piece	*pieces;
	size_t		 npieces, pieces_cap;
	uint32_t	*claims;	/* of each region: report + 1, or 0 */
	size_t		 claims_cap;
	struct quote	*quotes;
	size_t		 quotes_cap;
	struct span	*spans;
	size_t		 spans_cap;
	bool		 after_quote;	/* the passage before ended with one */
};

struct quoter *
quoter_open(const struct model *m)
{
	struct quoter *q = xcalloc(1, sizeof(*q));

	tagger_builtin(&q->tagger);
	q->splitter = splitter_new(NULL);
	if (!logistic_open(&q->glance, m, "glance") ||
	    !logistic_open(&q->frame, m, "frame") ||
	    !logistic_open(&q->begin, m, "begin") ||
	    !logistic_open(&q->end, m, "end") ||
	    !logistic_open(&q->source, m, "source") ||
	    !logistic_open(&q->region, m, "region")) {
		quoter_free(q);
		return NULL;
	}
	/* One in a hundred: e to the 4.6. */
	q->hopeless = -(int32_t)((int64_t)q->glance.unit * 46 / 2560);
	q->speakers = speakers_new(logistic_open(&q->speaker, m, "speaker") ?
	    &q->speaker : NULL);
	return q;
}

struct quoter *
quoter_new(void)
{
	struct quoter *q;
	struct model m;

	model_builtin(&m, model_quotes, model_quotes_end);
	if ((q = quoter_open(&m)) == NULL)
		errx(EXIT_TROUBLE, "the model of quotations is damaged");
	return q;
}

void
quoter_free(struct quoter *q)
{
	if (q == NULL)
		return;
	passage_free(&q->passage);
	splitter_free(q->splitter);
	speakers_free(q->speakers);
	free(q->reports);
	free(q->pieces);
	free(q->claims);
	free(q->quotes);
	free(q->spans);
	free(q);
}

void
quoter_begin(struct quoter *q)
{
	speakers_reset(q->speakers);
	q->after_quote = false;
}

void
quoter_names(struct quoter *q, const char *text, size_t len)
{
	speakers_note(q->speakers, text, len);
}

void
quoter_person(struct quoter *q, const char *name, size_t len)
{
	speakers_person(q->speakers, name, len);
}

/* Lines that a quotation may run over, one sentence on each. */
#define PASSAGE_LINES	24
#define PASSAGE_BYTES	16384

static size_t
line_end(const char *text, size_t len)
{
	const char *nl = memchr(text, '\n', len);

	return nl != NULL ? (size_t)(nl - text) + 1 : len;
}

static bool
is_open(struct marks *m, const char *text, size_t len)
{
	size_t i;

	marks_pair(m, text, len, false);
	for (i = m->n; i-- > 0;)
		if ((m->pairs[i].flags & MARK_UNCLOSED) &&
		    !(m->pairs[i].flags & MARK_SINGLE) &&
		    m->pairs[i].depth == 0 && m->pairs[i].outer.end == len)
			return true;
	return false;
}

static bool
empty_line(const char *s, size_t n)
{
	while (n > 0 && (*s == ' ' || *s == '\t' || *s == '\r' || *s == '\n'))
		s++, n--;
	return n == 0;
}

/* "He said:" and the words in the next line, or behind an empty one. */
static bool
ends_in_colon(const char *s, size_t n)
{
	while (n > 0 && (unsigned char)s[n - 1] <= ' ')
		n--;
	return n > 0 && s[n - 1] == ':';
}

size_t
passage_end(const char *text, size_t len, bool last)
{
	struct marks m = {0};
	size_t first = line_end(text, len), end = first, n;
	unsigned lines;

	if (first == len && !last && (len == 0 || text[len - 1] != '\n'))
		return 0;
	if (ends_in_colon(text, first)) {
		n = line_end(text + first, len - first);
		if (n > 0 && empty_line(text + first, n))
			n += line_end(text + first + n, len - first - n);
		if (first + n == len && !last &&
		    (n == 0 || empty_line(text + first, n) || text[len - 1] != '\n'))
			return 0;
		if (marks_look(text + first, n) == MARK_LOOK_REOPENS)
			first = end = first + n;
	}
	if (!is_open(&m, text, first))
		goto one;
	for (lines = 1; lines < PASSAGE_LINES && end < PASSAGE_BYTES; lines++) {
		n = line_end(text + end, len - end);
		if (end == len || (end + n == len && text[len - 1] != '\n')) {
			if (!last) {
				first = 0;
				goto one;
			}
			if (end == len)
				goto one;
		}
		if (empty_line(text + end, n))
			goto one;
		switch (marks_look(text + end, n)) {
		case MARK_LOOK_NONE:
			end += n;
			break;
		case MARK_LOOK_CLOSES:
			end += n;
			if (!is_open(&m, text, end)) {
				first = end;
				goto one;
			}
			break;
		default:
			goto one;
		}
	}
one:
	marks_free(&m);
	return first;
}

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

/* Give a report a piece of content, and claim the regions that begin in it. */
static void
add_piece(struct quoter *q, uint32_t report, struct range v)
{
	const struct passage *p = &q->passage;
	uint32_t i, r;

	if (v.first >= v.last)
		return;
	q->pieces = array_grow(q->pieces, &q->pieces_cap, q->npieces + 1,
	    sizeof(*q->pieces));
	q->pieces[q->npieces].report = report;
	q->pieces[q->npieces++].range = v;
	for (i = v.first; i < v.last; i++)
		for (r = p->region_of[i]; r != NO_REGION &&
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
	if (content.first >= content.last || !outdo(q, c, content, margin))
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
		r->continued = q->after_quote;
		*direct = (uint32_t)q->nreports;
	}
	add_piece(q, *direct - 1, v);
}

static void
read_regions(struct quoter *q)
{
	struct passage *p = &q->passage;
	uint32_t r, i, direct = 0, at = 0;

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
	}
	q->after_quote = direct != 0;
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
	return in == 0 ? QUOTE_INDIRECT : out == 0 ? QUOTE_DIRECT : QUOTE_MIXED;
}

/* The bytes of a piece: without outer marks if direct, else with its own. */
static struct span
span_of(const struct passage *p, struct range v, enum quote_kind kind)
{
	struct span s = { p->tokens.v[v.first].start, p->tokens.v[v.last - 1].end };
	uint32_t r;

	if (kind == QUOTE_DIRECT) {
		/* All of a region: to its marks, without white space. */
		for (r = p->region_of[v.first]; r != NO_REGION;
		    r = p->regions[r].parent) {
			struct range all = { p->regions[r].first, p->regions[r].last };

			all = range_trim(p, all);
			if (all.first == v.first && all.last == v.last)
				break;
		}
		if (r == NO_REGION)
			return s;
		if (p->regions[r].inner.start < s.start)
			s.start = p->regions[r].inner.start;
		if (p->regions[r].inner.end > s.end)
			s.end = p->regions[r].inner.end;
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

static size_t
make_quotes(struct quoter *q)
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
		o->mention = bytes_of(p, r->source);
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

static bool
is_worth(const struct quoter *q, const struct cue *c)
{
	struct features f;

	glance_features(&q->passage, c, &f);
	return logistic_score(&q->glance, &f) > q->hopeless;
}

size_t
quoter_read(struct quoter *q, const char *text, size_t len, size_t ahead,
    const struct quote **quotes)
{
	struct passage *p = &q->passage;
	struct cue c;
	size_t n;
	uint32_t i;

	passage_read(p, &q->tagger, q->splitter, text, len, false);
	q->nreports = q->npieces = 0;
	q->claims = array_grow(q->claims, &q->claims_cap, p->nregions + 1,
	    sizeof(*q->claims));
	memset(q->claims, 0, (p->nregions + 1) * sizeof(*q->claims));
	for (i = 0; i < p->tokens.n; i++)
		if (cue_word(p, i, &c) && is_worth(q, &c) && cue_tagged(p, &c))
			read_cue(q, &c);
	read_dashes(q);
	read_regions(q);
	split_lines(q);
	n = make_quotes(q);
	speakers_passage(q->speakers, p, ahead);
	for (i = 0; i < n; i++)
		speakers_resolve(q->speakers, &q->quotes[i]);
	speakers_passage_end(q->speakers);
	*quotes = q->quotes;
	return n;
}
