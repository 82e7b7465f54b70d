/*
 * train_quotes.c -- learn the weights of common/quotes, and try them
 *
 * usage: quotes train MODEL SET...
 *        quotes speakers MODEL OLD SET...
 *        quotes run MODEL FILE[:weight:k/n]
 *
 * speakers learns only whom a mention stands for; MODEL has the other decisions
 * of OLD, and how sure it is of the words.
 *
 * A SET is FILE[:weight[:marking][:k/n]], of documents as train_gold.h has
 * them.  An example of them counts by the weight.  The marking says what they
 * teach, by default all:
 *
 *	n	all but speakers
 *	r	not every quotation is marked: only what is marked teaches
 *	rn	the same, but not speakers
 *	rb	the same, but only where contents begin and end, and sources
 *	rf	the same, but only whether a word is a cue, and sources
 *	rg	only which regions are speech
 *	rs	only speakers
 *
 * k/n leaves out every n-th document, beginning with the k-th, from 0.
 *
 * run prints what a model finds in documents, for a scorer: a JSON object a
 * line, with offsets in bytes.  With k/n only in those that train leaves out.
 *
 * Weights are fitted by common/learn/learn_train.h: the same input gives the
 * same bytes.
 */
#include <err.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "common/names/names.h"
#include "common/quotes/content_features.h"
#include "common/quotes/contents.h"
#include "common/quotes/cue_features.h"
#include "common/quotes/cues.h"
#include "common/quotes/quotes.h"
#include "common/quotes/source_features.h"
#include "common/quotes/sources.h"
#include "common/quotes/speakers.h"
#include "common/quotes/train_gold.h"
#include "common/quotes/unattributed.h"

#define ITERATIONS	150
#define SURE_FOUND	"sure-found"	/* a section of train_sure.c */
#define COLON_REACH	3	/* bytes from a colon to what it brings in */
#define SPEAKERS_MOST	256	/* quotations of a paragraph that teach them */

/* The decisions, in the order of the model's sections. */
enum decision {
	FRAME, BEGIN, END, SOURCE, REGION, SPEAKER, GLANCE,
	DECISIONS
};

static const struct {
	const char	*name;		/* of the section */
	unsigned	 bits;		/* of the table of weights */
	double		 l2;		/* the penalty */
} decisions[DECISIONS] = {
	[FRAME] = { "frame", 18, 1.0 },
	[BEGIN] = { "begin", 16, 1.0 },
	[END] = { "end", 16, 1.0 },
	[SOURCE] = { "source", 16, 0.7 },
	[REGION] = { "region", 10, 1.0 },
	[SPEAKER] = { "speaker", 15, 1.5 },
	[GLANCE] = { "glance", 14, 0.3 }
};

/* What a set teaches, as bits. */
#define TEACH_CUES	0x01	/* whether a word is a cue, and its frame */
#define TEACH_NONE	0x02	/* also by words that are none */
#define TEACH_CONTENTS	0x04
#define TEACH_SOURCES	0x08
#define TEACH_REGIONS	0x10
#define TEACH_SPEAKERS	0x20
#define TEACH_ALL	0x3F

struct gold_set {
	char		 file[512];
	double		 weight;
	unsigned	 teaches;	/* TEACH_ */
	bool		 some;		/* not every quotation is marked */
	unsigned	 left, of;	/* leave out left of of; 0: none */
};

static struct logistic_trainer *trainers[DECISIONS];
static struct tag_model tagger;
static struct splitter *splitter;
static struct speakers *speakers;

/* What was met in a set, and what of it no candidate was right for. */
static struct {
	size_t gold, cues, begins, ends, sources, no_begin, no_end, no_source;
} seen;

/* What is learned from: a paragraph that begins at a byte of a document. */
struct lesson {
	const struct gold_set *set;
	const struct gold_document *doc;
	struct paragraph *p;
	size_t		 base;
};

static void
teach(enum decision d, const struct lesson *l, const struct features *f,
    bool right)
{
	logistic_trainer_add(trainers[d], f, right, l->set->weight);
}

/* The tokens of a span of the document. */
static struct range
tokens_of(const struct lesson *l, struct span s)
{
	const struct paragraph *p = l->p;
	struct range r = {0, 0};
	uint32_t i;

	for (i = 0; i < p->tokens.n; i++)
		if (p->tokens.v[i].end + l->base > s.start &&
		    p->tokens.v[i].start + l->base < s.end) {
			if (r.last == 0)
				r.first = i;
			r.last = i + 1;
		}
	return r;
}

static bool
same(struct range a, struct range b)
{
	return (a.first == b.first && a.last == b.last) ||
	    (a.first == a.last && b.first == b.last);
}

static bool
is_empty(struct span s)
{
	return s.start == s.end;
}

/* The quotation that a cue belongs to; *first: it begins with this word. */
static const struct gold *
gold_of(const struct lesson *l, const struct cue *c, bool *first)
{
	size_t start = l->p->tokens.v[c->token].start + l->base;
	size_t stop = l->p->tokens.v[c->last - 1].end + l->base, i;

	for (i = 0; i < l->doc->ngold; i++) {
		const struct gold *g = &l->doc->gold[i];

		if (!is_empty(g->cue) && g->cue.start < stop &&
		    g->cue.end > start) {
			*first = g->cue.start >= start;
			return g;
		}
	}
	return NULL;
}

/* The quotation without a cue that a colon brings in. */
static const struct gold *
gold_after(const struct lesson *l, const struct cue *c)
{
	size_t at = l->p->tokens.v[c->token].end + l->base, i;

	for (i = 0; i < l->doc->ngold; i++) {
		const struct gold *g = &l->doc->gold[i];

		if (is_empty(g->cue) && !is_empty(g->source) &&
		    g->content[0].start >= at &&
		    g->content[0].start <= at + COLON_REACH)
			return g;
	}
	return NULL;
}

/* The frame of a cue, by the first content that its quotation has here. */
static enum frame
frame_of(const struct lesson *l, const struct cue *c, const struct gold *g,
    struct range *content)
{
	const struct region *before;
	struct range r;
	size_t i;

	for (i = 0; i < g->ncontent; i++) {
		r = paragraph_trim(l->p, tokens_of(l, g->content[i]));
		if (range_is_empty(r))
			continue;
		*content = r;
		if (r.first >= c->last)
			return FRAME_AFTER;
		if (r.last > c->token)
			continue;
		if (c->before == NO_REGION)
			return FRAME_BEFORE;
		before = &l->p->regions[c->before];
		return r.first >= before->first && r.last <= before->last ?
		    FRAME_REGION : FRAME_BEFORE;
	}
	return FRAME_NONE;
}

static void
learn_source(const struct lesson *l, const struct cue *c, enum frame frame,
    struct range content, const struct gold *g)
{
	struct range want = source_bare(l->p, tokens_of(l, g->source));
	struct features f;
	struct ranges v;
	bool found = false;
	uint32_t i;

	source_candidates(l->p, c, frame, content, &v);
	for (i = 0; i < v.n; i++)
		found |= same(v.v[i], want);
	seen.sources++;
	seen.no_source += !found;
	if (!found)
		return;
	logistic_trainer_group(trainers[SOURCE]);
	for (i = 0; i < v.n; i++) {
		source_features(l->p, c, frame, &v, i, &f);
		teach(SOURCE, l, &f, same(v.v[i], want));
	}
	logistic_trainer_group_end(trainers[SOURCE]);
}

/* Where the content begins; false if no candidate does. */
static bool
learn_begin(const struct lesson *l, const struct cue *c, struct range want)
{
	struct between between = {0};
	struct features f;
	struct ranges v;
	bool found = false;
	uint32_t i;

	content_begins(l->p, c, &v);
	for (i = 0; i < v.n; i++)
		found |= v.v[i].first == want.first;
	seen.begins++;
	seen.no_begin += !found;
	if (!found)
		return false;
	logistic_trainer_group(trainers[BEGIN]);
	for (i = 0; i < v.n; i++) {
		begin_features(l->p, c, &v, i, &between, &f);
		teach(BEGIN, l, &f, v.v[i].first == want.first);
	}
	logistic_trainer_group_end(trainers[BEGIN]);
	return true;
}

static void
learn_end(const struct lesson *l, const struct cue *c, struct range want)
{
	struct within within = {0};
	struct features f;
	struct ranges v;
	bool found = false;
	uint32_t i;

	content_ends(l->p, c, want.first, &v);
	for (i = 0; i < v.n; i++)
		found |= same(paragraph_trim(l->p, v.v[i]), want);
	seen.ends++;
	seen.no_end += !found;
	if (!found)
		return;
	logistic_trainer_group(trainers[END]);
	for (i = 0; i < v.n; i++) {
		end_features(l->p, c, want.first, &v, i, &within, &f);
		teach(END, l, &f, same(paragraph_trim(l->p, v.v[i]), want));
	}
	logistic_trainer_group_end(trainers[END]);
}

static void
learn_frame(const struct lesson *l, const struct cue *c, enum frame want)
{
	struct features base, f;
	enum frame frame;

	cue_features(l->p, c, &base);
	logistic_trainer_group(trainers[FRAME]);
	for (frame = FRAME_NONE; frame < FRAMES; frame++) {
		if (!frame_possible(c, frame) || (frame == FRAME_NONE &&
		    !(l->set->teaches & TEACH_NONE)))
			continue;
		frame_features(&base, frame, &f);
		teach(FRAME, l, &f, frame == want);
	}
	logistic_trainer_group_end(trainers[FRAME]);
}

static void
learn_cue(const struct lesson *l, struct cue *c)
{
	unsigned teaches = l->set->teaches;
	struct range content = {0, 0};
	enum frame want = FRAME_NONE;
	const struct gold *g;
	struct features f;
	bool first = true;

	g = c->kind == CUE_COLON ? gold_after(l, c) : gold_of(l, c, &first);
	if (g == NULL && l->set->some)
		return;
	/* Nobody knows, or the rest of a cue of several words. */
	if (g != NULL && (g->ncontent == 0 || !first))
		return;
	if (teaches & TEACH_CUES) {
		glance_features(l->p, c, &f);
		teach(GLANCE, l, &f, g != NULL);
	}
	if (!cue_tagged(l->p, c))
		return;
	if (g != NULL) {
		want = frame_of(l, c, g, &content);
		if (want == FRAME_NONE)
			return;
		seen.cues++;
	}
	if (teaches & TEACH_CUES)
		learn_frame(l, c, want);
	if (g == NULL)
		return;
	if (want == FRAME_AFTER && (teaches & TEACH_CONTENTS) &&
	    learn_begin(l, c, content))
		learn_end(l, c, content);
	if (teaches & TEACH_SOURCES)
		learn_source(l, c, want, content, g);
}

/*
 * The last quotation that has a region, or NULL; *cued: by its cue.  A later
 * content of it stands by itself.
 */
static const struct gold *
gold_in(const struct lesson *l, const struct region *r, bool *cued)
{
	const struct gold *found = NULL;
	size_t i, k;

	*cued = false;
	for (i = 0; i < l->doc->ngold; i++) {
		const struct gold *g = &l->doc->gold[i];

		for (k = 0; k < g->ncontent; k++)
			if (g->content[k].start < r->inner.end + l->base &&
			    g->content[k].end > r->inner.start + l->base) {
				found = g;
				*cued = k == 0 && !is_empty(g->cue);
			}
	}
	return found;
}

/*
 * Regions that no quotation with a cue takes: speech or not.  *after: whether a
 * quotation came before.
 */
static void
learn_regions(const struct lesson *l, bool *after)
{
	const struct paragraph *p = l->p;
	const struct gold *g;
	struct features f;
	bool cued, direct;
	uint32_t r;

	for (r = 0; r < p->nregions; r++) {
		const struct region *region = &p->regions[r];

		if (region->parent != NO_REGION ||
		    range_is_empty(paragraph_inside(p, r)))
			continue;
		g = gold_in(l, region, &cued);
		direct = g != NULL && strcmp(g->type, "direct") == 0;
		if (cued) {
			*after = direct;
			continue;
		}
		region_features(p, r, *after, &f);
		teach(REGION, l, &f, direct);
		if (region->open == 0 ||
		    (p->tokens.v[region->open].flags & TOKEN_NEWLINE))
			*after = g != NULL;
	}
}

static int
by_place(const void *a, const void *b)
{
	const struct gold *x = *(const struct gold *const *)a;
	const struct gold *y = *(const struct gold *const *)b;

	return (x->content[0].start > y->content[0].start) -
	    (x->content[0].start < y->content[0].start);
}

/* The words of a quotation that stand in the paragraph; how many pieces. */
static size_t
gold_words(const struct lesson *l, const struct gold *g, struct span *words)
{
	size_t i, n = 0;

	for (i = 0; i < g->ncontent; i++)
		if (g->content[i].start >= l->base &&
		    g->content[i].end <= l->base + l->p->len) {
			words[n].start = g->content[i].start - l->base;
			words[n++].end = g->content[i].end - l->base;
		}
	return n;
}

static void
learn_speaker(const struct lesson *l, const struct gold *g, struct span m)
{
	struct span words[GOLD_CONTENTS];
	size_t n = gold_words(l, g, words), k, len;
	bool found = false, right;
	struct features f;
	const char *name;

	n = speakers_candidates(speakers, m, words, n);
	for (k = 1; k < n; k++) {
		name = speakers_candidate(speakers, k, &len);
		found |= gold_is_speaker(g, name, len);
	}
	/* Nobody is right if it is nobody, or the mention names him itself. */
	if (n == 0 || (!found && *g->speaker != '\0' && (is_empty(m) ||
	    !gold_is_speaker(g, l->p->text + m.start, m.end - m.start))))
		return;
	logistic_trainer_group(trainers[SPEAKER]);
	for (k = 0; k < n; k++) {
		name = speakers_candidate(speakers, k, &len);
		right = k > 0 ? gold_is_speaker(g, name, len) : !found;
		speakers_features(speakers, k, &f);
		teach(SPEAKER, l, &f, right);
	}
	logistic_trainer_group_end(trainers[SPEAKER]);
}

/* The mention of a quotation here; empty, before its words, if none. */
static struct span
mention_of(const struct lesson *l, const struct gold *g)
{
	struct span m = { g->source.start - l->base, g->source.end - l->base };

	if (is_empty(g->source) || g->source.start < l->base ||
	    g->source.end > l->base + l->p->len)
		m.start = m.end = g->content[0].start - l->base;
	return m;
}

static void
learn_speaker_of(const struct lesson *l, const struct gold *g)
{
	struct span m = mention_of(l, g);
	struct span words[GOLD_CONTENTS], cue = { 0, 0 };
	uint32_t first;

	if (g->cue.start >= l->base && g->cue.end <= l->base + l->p->len) {
		cue.start = g->cue.start - l->base;
		cue.end = g->cue.end - l->base;
	}
	if (is_empty(m)) {
		if (is_empty(g->cue) && *g->speaker != '\0')
			learn_speaker(l, g, m);
	} else {
		first = paragraph_tokens(l->p, m).first;
		if (first < l->p->tokens.n)
			paragraph_look(l->p, l->p->sentence_of[first]);
		if (speakers_ranked(speakers, m))
			learn_speaker(l, g, m);
	}
	if (!gold_is_nested(l->doc, g) &&
	    g->content[g->ncontent - 1].end <= l->base + l->p->len)
		speakers_said(speakers, words, gold_words(l, g, words), cue);
	if (*g->speaker != '\0')
		speakers_spoke(speakers, m, g->speaker, strlen(g->speaker),
		    gold_is_nested(l->doc, g));
}

/* The speakers of a paragraph, in order, each told after it was asked. */
static void
learn_speakers(const struct lesson *l)
{
	const struct gold *v[SPEAKERS_MOST] = { NULL }, *g;
	size_t i, n = 0;

	speakers_paragraph(speakers, l->p, l->doc->len - l->base - l->p->len);
	for (i = 0; i < l->doc->ngold && n < SPEAKERS_MOST; i++) {
		g = &l->doc->gold[i];
		if (g->ncontent > 0 && g->speaker != NULL &&
		    g->content[0].start >= l->base &&
		    g->content[0].start < l->base + l->p->len)
			v[n++] = g;
	}
	qsort(v, n, sizeof(v[0]), by_place);
	for (i = 0; i < n; i++)
		learn_speaker_of(l, v[i]);
	speakers_paragraph_end(speakers);
}

static void
learn_document(const struct gold_set *set, const struct gold_document *d)
{
	static struct paragraph p;
	struct lesson l = { .set = set, .doc = d, .p = &p };
	bool after = false;
	struct cue c;
	uint32_t i;
	size_t n;

	seen.gold += d->ngold;
	speakers_reset(speakers);
	speakers_note(speakers, d->text, d->len);
	for (; l.base < d->len; l.base += n) {
		n = paragraph_extent(d->text + l.base, d->len - l.base, true);
		paragraph_read(&p, &tagger, splitter, d->text + l.base, n);
		for (i = 0; (set->teaches & (TEACH_CUES | TEACH_SOURCES)) &&
		    i < p.tokens.n; i++)
			if (cue_word(&p, i, &c))
				learn_cue(&l, &c);
		if (set->teaches & TEACH_REGIONS)
			learn_regions(&l, &after);
		if (set->teaches & TEACH_SPEAKERS)
			learn_speakers(&l);
	}
}

/* What a marking teaches: see above. */
static const struct {
	const char	*marking;
	unsigned	 teaches;
} markings[] = {
	{ "n", TEACH_ALL & ~TEACH_SPEAKERS },
	{ "r", TEACH_CUES | TEACH_CONTENTS | TEACH_SOURCES | TEACH_SPEAKERS },
	{ "rn", TEACH_CUES | TEACH_CONTENTS | TEACH_SOURCES },
	{ "rb", TEACH_CONTENTS | TEACH_SOURCES },
	{ "rf", TEACH_CUES | TEACH_NONE | TEACH_SOURCES },
	{ "rg", TEACH_REGIONS },
	{ "rs", TEACH_SPEAKERS }
};

static bool
parse_marking(struct gold_set *s, const char *word)
{
	size_t i;

	for (i = 0; i < sizeof(markings) / sizeof(markings[0]); i++)
		if (strcmp(word, markings[i].marking) == 0) {
			s->teaches = markings[i].teaches;
			s->some = *word == 'r';
			return true;
		}
	return false;
}

static void
parse_set(struct gold_set *s, const char *arg)
{
	char *fields, *field, *end;

	memset(s, 0, sizeof(*s));
	s->weight = 1;
	s->teaches = TEACH_ALL;
	snprintf(s->file, sizeof(s->file), "%s", arg);
	fields = s->file;
	strsep(&fields, ":");
	if ((field = strsep(&fields, ":")) != NULL) {
		s->weight = strtod(field, &end);
		if (*end != '\0')
			errx(EXIT_TROUBLE, "%s: %s is no weight", arg, field);
	}
	while ((field = strsep(&fields, ":")) != NULL)
		if (!parse_marking(s, field) &&
		    sscanf(field, "%u/%u", &s->left, &s->of) != 2)
			errx(EXIT_TROUBLE, "%s: %s is no marking, nor k/n",
			    arg, field);
}

/* Whether a document of a set is one of those that are left out. */
static bool
is_left_out(const struct gold_set *s, unsigned number)
{
	return s->of != 0 && number % s->of == s->left;
}

static FILE *
open_set(const struct gold_set *s)
{
	FILE *f = fopen(s->file, "r");

	if (f == NULL)
		err(EXIT_TROUBLE, "%s", s->file);
	return f;
}

/* What of it teaches one of the decisions wanted, as bits of TEACH_. */
static void
learn_set(const char *arg, unsigned teaches)
{
	struct gold_document d;
	struct gold_set s;
	unsigned number;
	FILE *f;

	parse_set(&s, arg);
	s.teaches &= teaches;
	if (s.teaches == 0)
		return;
	f = open_set(&s);
	for (number = 0; gold_read(f, &d); number++) {
		if (!is_left_out(&s, number))
			learn_document(&s, &d);
		gold_free(&d);
	}
	fclose(f);
	fprintf(stderr, "%s: %zu records, %zu cues; no begin for %zu of %zu, "
	    "no end for %zu of %zu, no source for %zu of %zu\n",
	    s.file, seen.gold, seen.cues, seen.no_begin, seen.begins,
	    seen.no_end, seen.ends, seen.no_source, seen.sources);
	memset(&seen, 0, sizeof(seen));
}

static void
learn_sets(int n, char *sets[], unsigned teaches)
{
	int i;

	for (i = 0; i < DECISIONS; i++)
		trainers[i] = logistic_trainer_new(decisions[i].bits);
	speakers = speakers_new(NULL, NULL);
	tags_builtin(&tagger);
	splitter = splitter_new(NULL);
	for (i = 0; i < n; i++)
		learn_set(sets[i], teaches);
}

/* The weights of a decision. */
static void
fit(enum decision d, struct model_section *section)
{
	double loss = logistic_trainer_fit(trainers[d], decisions[d].l2,
	    ITERATIONS);

	fprintf(stderr, "%s: %zu examples, %.4f a one\n", decisions[d].name,
	    logistic_trainer_examples(trainers[d]), loss);
	section->data = logistic_trainer_section(trainers[d], &section->len);
}

static void
train(const char *out, int n, char *sets[])
{
	struct model_section sections[DECISIONS];
	enum decision d;

	learn_sets(n, sets, TEACH_ALL);
	for (d = 0; d < DECISIONS; d++) {
		sections[d].name = decisions[d].name;
		fit(d, &sections[d]);
	}
	if (!model_write(out, sections, DECISIONS))
		err(EXIT_TROUBLE, "%s", out);
}

static void
open_model(struct model *m, const char *path)
{
	const char *why;

	if (!model_read(m, path, &why))
		errx(EXIT_TROUBLE, "%s: %s", path, why);
}

/* Only the weights of speakers; the others are those of an old model. */
static void
train_speakers(const char *out, const char *old, int n, char *sets[])
{
	struct model_section sections[DECISIONS + 1];
	struct model m;
	size_t i;

	open_model(&m, old);
	learn_sets(n, sets, TEACH_SPEAKERS);
	for (i = 0; i <= DECISIONS; i++) {
		sections[i].name = i < DECISIONS ? decisions[i].name :
		    SURE_FOUND;
		sections[i].data = model_section(&m, sections[i].name,
		    &sections[i].len);
		if (i == SPEAKER)
			fit(SPEAKER, &sections[i]);
		else if (sections[i].data == NULL)
			errx(EXIT_TROUBLE, "%s: no %s", old,
			    sections[i].name);
	}
	if (!model_write(out, sections, DECISIONS + 1))
		err(EXIT_TROUBLE, "%s", out);
}

/* [[start, end]], or [] if it is empty. */
static json_t *
json_span(struct span s, size_t base)
{
	return s.end > s.start ? json_pack("[[I,I]]",
	    (json_int_t)(s.start + base), (json_int_t)(s.end + base)) :
	    json_array();
}

static json_t *
json_quote(const struct quote *q, size_t base)
{
	json_t *content = json_array(), *r;
	size_t k;

	for (k = 0; k < q->nspans; k++)
		json_array_append_new(content, json_pack("[I,I]",
		    (json_int_t)(q->spans[k].start + base),
		    (json_int_t)(q->spans[k].end + base)));
	r = json_pack("{s:s,s:o,s:o,s:o,s:i}", "type",
	    quote_kind_name(q->kind), "content", content, "cue",
	    json_span(q->cue, base), "source", json_span(q->mention, base),
	    "confidence", (int)q->confidence);
	if (q->speaker != NULL)
		json_object_set_new(r, "speaker",
		    json_stringn_nocheck(q->speaker, q->speaker_len));
	return r;
}

static void
run_document(struct quoter *q, const struct gold_document *d)
{
	json_t *quotes = json_array(), *out;
	const struct quote *v;
	size_t at, n, i, len;

	quoter_begin(q);
	quoter_names(q, d->text, d->len);
	for (at = 0; at < d->len; at += len) {
		len = paragraph_extent(d->text + at, d->len - at, true);
		n = quoter_read(q, d->text + at, len, d->len - at - len, &v);
		for (i = 0; i < n; i++)
			json_array_append_new(quotes, json_quote(&v[i], at));
	}
	out = json_pack("{s:s,s:s,s:o}", "id", d->id, "unit", "byte", "quotes",
	    quotes);
	json_dumpf(out, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(out);
}

static void
run(const char *path, const char *docs)
{
	struct gold_document d;
	struct gold_set s;
	struct model m;
	struct quoter *q;
	unsigned number;
	FILE *f;

	open_model(&m, path);
	if ((q = quoter_open(&m)) == NULL)
		errx(EXIT_TROUBLE, "%s: no weights of quotations", path);
	parse_set(&s, docs);
	f = open_set(&s);
	for (number = 0; gold_read(f, &d); number++) {
		if (s.of == 0 || is_left_out(&s, number))
			run_document(q, &d);
		gold_free(&d);
	}
	fclose(f);
	quoter_free(q);
	free((void *)(uintptr_t)m.bytes);
}

int
main(int argc, char *argv[])
{
	if (argc >= 4 && strcmp(argv[1], "train") == 0)
		train(argv[2], argc - 3, argv + 3);
	else if (argc >= 5 && strcmp(argv[1], "speakers") == 0)
		train_speakers(argv[2], argv[3], argc - 4, argv + 4);
	else if (argc == 4 && strcmp(argv[1], "run") == 0)
		run(argv[2], argv[3]);
	else
		errx(EXIT_TROUBLE, "usage: quotes train MODEL SET...\n"
		    "       quotes speakers MODEL OLD SET...\n"
		    "       quotes run MODEL FILE[:weight:k/n]");
	return 0;
}
