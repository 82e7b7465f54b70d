/*
 * quotes.c -- learn the weights of common/quotes/quotes.h, and try them
 *
 * usage: quotes train out.model SET...
 *        quotes run MODEL docs.jsonl
 *
 * A SET is FILE[:weight[:recall[:k/n]]]: documents as in corpora/quotes, how
 * much an example of them counts, "r" if not every quotation of the text is
 * marked (then only what is marked teaches; "rn" or "n": and not its speakers; "rb":
 * only where contents begin and end, and sources; "rf": only frames and sources
 * of what is marked; "rg": only which regions are speech;
 * "rs": only speakers), and k/n to leave out every n-th
 * document, beginning with the k-th, for cross-validation.
 *
 * run prints what a model finds in documents, as corpora/quotes/score.py reads
 * it; with k/n after the file's name, only in the documents left out above.
 *
 * Weights are fitted by common/learn/learn_train.h: the same input gives
 * the same bytes.
 */
#include <err.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/learn_train.h"
#include "common/learn/learn.h"
#include "common/quotes/content_features.h"
#include "common/quotes/contents.h"
#include "common/quotes/cue_features.h"
#include "common/quotes/cues.h"
#include "common/quotes/quotes.h"
#include "common/quotes/source_features.h"
#include "common/quotes/sources.h"
#include "common/quotes/speakers.h"
#include "common/quotes/unattributed.h"

struct gold {
	const char	*type;
	struct span	 content[64];
	size_t		 ncontent;
	struct span	 cue;
	struct span	 source;
	const char	*speaker;
};

struct document {
	json_t		*json;
	const char	*id;
	const char	*text;
	size_t		 len;
	struct gold	*gold;
	size_t		 ngold;
};

static struct logistic_trainer *frame, *begin, *end, *source, *region, *speaker,
    *glance;
static struct speakers *speakers;
#define MODELS	7

static struct tag_model tagger;
static char only;		/* what a set teaches: parse_set() */
static struct splitter *splitter;
static struct {
	size_t gold, cues, begins, ends, sources, no_begin, no_end, no_source;
} seen;

static struct span
span_of(json_t *spans, size_t k, const size_t *at)
{
	json_t *s = json_array_get(spans, k);
	struct span r = {0, 0};

	if (s != NULL) {
		r.start = at[json_integer_value(json_array_get(s, 0))];
		r.end = at[json_integer_value(json_array_get(s, 1))];
	}
	return r;
}

static bool
read_document(FILE *f, struct document *d)
{
	static char *line;
	static size_t cap;
	ssize_t n = getline(&line, &cap, f);
	size_t *at, points = 0, i, k;
	json_t *quotes, *q;

	if (n <= 0)
		return false;
	if ((d->json = json_loadb(line, (size_t)n, 0, NULL)) == NULL)
		errx(2, "not JSON");
	d->id = json_string_value(json_object_get(d->json, "id"));
	d->text = json_string_value(json_object_get(d->json, "text"));
	d->len = strlen(d->text);
	at = xreallocarray(NULL, d->len + 2, sizeof(*at));
	for (i = 0; i < d->len; i++)
		if (((unsigned char)d->text[i] & 0xC0) != 0x80)
			at[points++] = i;
	at[points] = d->len;
	quotes = json_object_get(d->json, "quotes");
	d->ngold = json_array_size(quotes);
	d->gold = xcalloc(d->ngold + 1, sizeof(*d->gold));
	for (i = 0; i < d->ngold; i++) {
		json_t *content;

		q = json_array_get(quotes, i);
		content = json_object_get(q, "content");
		d->gold[i].type = json_string_value(json_object_get(q, "type"));
		d->gold[i].speaker = json_string_value(json_object_get(q, "speaker"));
		d->gold[i].ncontent = json_array_size(content);
		if (d->gold[i].ncontent > 64)
			d->gold[i].ncontent = 64;
		for (k = 0; k < d->gold[i].ncontent; k++)
			d->gold[i].content[k] = span_of(content, k, at);
		d->gold[i].cue = span_of(json_object_get(q, "cue"), 0, at);
		d->gold[i].source = span_of(json_object_get(q, "source"), 0, at);
	}
	free(at);
	return true;
}

static void
free_document(struct document *d)
{
	json_decref(d->json);
	free(d->gold);
}

/* The tokens of a byte span of the document in a paragraph that begins at base. */
static struct range
tokens_of(const struct paragraph *p, struct span s, size_t base)
{
	struct range r = {0, 0};
	uint32_t i;

	for (i = 0; i < p->tokens.n; i++)
		if (p->tokens.v[i].end + base > s.start &&
		    p->tokens.v[i].start + base < s.end) {
			if (r.last == 0)
				r.first = i;
			r.last = i + 1;
		}
	return r;
}

static bool
same(struct range a, struct range b)
{
	return a.first == b.first && a.last == b.last;
}

/* The gold record that a cue belongs to. */
static const struct gold *
gold_of(const struct document *d, const struct paragraph *p,
    const struct cue *c, size_t base, bool *first)
{
	size_t start = p->tokens.v[c->token].start + base;
	size_t stop = p->tokens.v[c->last - 1].end + base, i;

	for (i = 0; i < d->ngold; i++)
		if (d->gold[i].cue.end > d->gold[i].cue.start &&
		    d->gold[i].cue.start < stop && d->gold[i].cue.end > start) {
			*first = d->gold[i].cue.start >= start;
			return &d->gold[i];
		}
	return NULL;
}

/* A record without a cue that a colon brings in. */
static const struct gold *
gold_after(const struct document *d, const struct paragraph *p,
    const struct cue *c, size_t base)
{
	size_t at = p->tokens.v[c->token].end + base, i;

	for (i = 0; i < d->ngold; i++)
		if (d->gold[i].cue.end == d->gold[i].cue.start &&
		    d->gold[i].source.end > d->gold[i].source.start &&
		    d->gold[i].content[0].start >= at &&
		    d->gold[i].content[0].start <= at + 3)
			return &d->gold[i];
	return NULL;
}

static enum frame
frame_of(const struct paragraph *p, const struct cue *c, const struct gold *g,
    size_t base, struct range *content)
{
	struct range r;
	size_t i;

	for (i = 0; i < g->ncontent; i++) {
		r = paragraph_trim(p, tokens_of(p, g->content[i], base));
		if (r.first == r.last)
			continue;
		*content = r;
		if (r.last <= c->token) {
			if (c->before != NO_REGION &&
			    r.first >= p->regions[c->before].first &&
			    r.last <= p->regions[c->before].last)
				return FRAME_REGION;
			return FRAME_BEFORE;
		}
		if (r.first >= c->last)
			return FRAME_AFTER;
	}
	return FRAME_NONE;
}

static void
learn_source(const struct paragraph *p, const struct cue *c, enum frame fr,
    struct range content, const struct gold *g, size_t base, double weight)
{
	struct range want = source_bare(p, tokens_of(p, g->source, base));
	struct ranges v;
	struct features f;
	uint32_t i;
	bool found = false;

	source_candidates(p, c, fr, content, &v);
	for (i = 0; i < v.n; i++)
		found |= same(v.v[i], want) ||
		    (want.first == want.last && v.v[i].first == v.v[i].last);
	seen.sources++;
	if (!found) {
		seen.no_source++;
		if (getenv("QUOTES_MISSED"))
			printf("source [%.*s] of %.*s: %.*s\n",
			    (int)(g->source.end - g->source.start), p->text + g->source.start - base,
			    (int)c->lemma_len, c->lemma, 150, p->text + p->tokens.v[p->sentences[c->sentence].first].start);
		return;
	}
	logistic_trainer_group(source);
	for (i = 0; i < v.n; i++) {
		source_features(p, c, fr, &v, i, &f);
		logistic_trainer_add(source, &f, same(v.v[i], want) ||
		    (want.first == want.last && v.v[i].first == v.v[i].last), weight);
	}
	logistic_trainer_group_end(source);
}

static void
learn_content(const struct paragraph *p, const struct cue *c,
    struct range want, double weight)
{
	struct ranges v;
	struct features f;
	uint32_t i;
	bool found = false;

	content_begins(p, c, &v);
	for (i = 0; i < v.n; i++)
		found |= v.v[i].first == want.first;
	seen.begins++;
	if (!found) {
		seen.no_begin++;
		return;
	}
	logistic_trainer_group(begin);
	for (i = 0; i < v.n; i++) {
		begin_features(p, c, &v, i, &f);
		logistic_trainer_add(begin, &f, v.v[i].first == want.first, weight);
	}
	logistic_trainer_group_end(begin);
	content_ends(p, c, want.first, &v);
	found = false;
	for (i = 0; i < v.n; i++)
		found |= same(paragraph_trim(p, v.v[i]), want);
	seen.ends++;
	if (!found) {
		seen.no_end++;
		if (getenv("QUOTES_MISSED"))
			printf("end [%.*s] of %.*s\n", (int)(p->tokens.v[want.last - 1].end - p->tokens.v[want.first].start),
			    p->text + p->tokens.v[want.first].start, (int)c->lemma_len, c->lemma);
		return;
	}
	logistic_trainer_group(end);
	for (i = 0; i < v.n; i++) {
		end_features(p, c, want.first, &v, i, &f);
		logistic_trainer_add(end, &f, same(paragraph_trim(p, v.v[i]), want), weight);
	}
	logistic_trainer_group_end(end);
}

static void
learn_cue(const struct document *d, struct paragraph *p, struct cue *c,
    size_t base, double weight, bool recall)
{
	struct range content = {0, 0};
	struct features bf, f;
	enum frame fr, want = FRAME_NONE;
	const struct gold *g;
	bool first = true;

	g = c->kind == CUE_COLON ? gold_after(d, p, c, base) :
	    gold_of(d, p, c, base, &first);
	if (g == NULL && recall)
		return;
	/* Nobody knows, or the rest of a cue of several words. */
	if (g != NULL && (g->ncontent == 0 || !first))
		return;
	if (only != 'b') {
		glance_features(p, c, &f);
		logistic_trainer_add(glance, &f, g != NULL, weight);
	}
	if (!cue_tagged(p, c))
		return;
	if (g != NULL)
		want = frame_of(p, c, g, base, &content);
	if (g != NULL && want == FRAME_NONE)
		return;
	seen.cues += g != NULL;
	/* What is not marked everywhere teaches where, not whether. */
	cue_features(p, c, &bf);
	if (only != 'b')
		logistic_trainer_group(frame);
	for (fr = FRAME_NONE; fr < FRAMES && only != 'b'; fr++) {
		if (!frame_possible(c, fr) ||
		    (recall && only != 'f' && fr == FRAME_NONE))
			continue;
		frame_features(&bf, fr, &f);
		logistic_trainer_add(frame, &f, fr == want, weight);
	}
	if (only != 'b')
		logistic_trainer_group_end(frame);
	if (g == NULL)
		return;
	if (want == FRAME_AFTER && only != 'f')
		learn_content(p, c, content, weight);
	learn_source(p, c, want, content, g, base, weight);
}

/* Regions that no record with a cue takes: speech or not. */
static void
learn_regions(const struct document *d, const struct paragraph *p, size_t base,
    double weight, bool *after)
{
	uint32_t r;
	size_t i, k;

	for (r = 0; r < p->nregions; r++) {
		const struct region *g = &p->regions[r];
		const struct gold *of = NULL;
		struct features f;
		bool cued = false, line;

		if (g->parent != NO_REGION || g->first >= g->last)
			continue;
		line = g->open == 0 || (p->tokens.v[g->open].flags & TOKEN_NEWLINE);
		for (i = 0; i < d->ngold; i++)
			for (k = 0; k < d->gold[i].ncontent; k++)
				if (d->gold[i].content[k].start < g->inner.end + base &&
				    d->gold[i].content[k].end > g->inner.start + base) {
					of = &d->gold[i];
					/* A later piece stands by itself. */
					cued = k == 0 && of->cue.end > of->cue.start;
				}
		if (of != NULL && cued) {
			*after = strcmp(of->type, "direct") == 0;
			continue;
		}
		region_features(p, r, *after, &f);
		logistic_trainer_add(region, &f, of != NULL &&
		    strcmp(of->type, "direct") == 0, weight);
		if (line)
			*after = of != NULL;
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

/* Two names are one if the last words are, and one holds the other's. */
static bool
same_name(const char *a, size_t alen, const char *b)
{
	size_t blen = strlen(b);

	if (strncasecmp(a, "the ", 4) == 0 && alen > 4) {
		a += 4;
		alen -= 4;
	}
	if (strncasecmp(b, "the ", 4) == 0) {
		b += 4;
		blen -= 4;
	}
	if (alen == blen)
		return strncasecmp(a, b, alen) == 0;
	if (alen < blen)
		return alen > 3 && b[blen - alen - 1] == ' ' &&
		    strncasecmp(a, b + blen - alen, alen) == 0;
	return blen > 3 && a[alen - blen - 1] == ' ' &&
	    strncasecmp(a + alen - blen, b, blen) == 0;
}

static void
learn_speaker(const struct gold *g, const char *text_of, struct span m,
    double weight)
{
	size_t candidates = speakers_candidates(speakers, m), k, len;
	struct features f;
	const char *text;
	bool found = false, right;

	for (k = 1; k < candidates; k++) {
		text = speakers_candidate(speakers, k, &len);
		found |= same_name(text, len, g->speaker);
	}
	/* One whom the lists do not hold teaches nothing: the mention is not him. */
	if (candidates == 0 || (!found && *g->speaker != '\0' &&
	    !(m.end > m.start && same_name(text_of + m.start, m.end - m.start,
	    g->speaker))))
		return;
	logistic_trainer_group(speaker);
	for (k = 0; k < candidates; k++) {
		text = speakers_candidate(speakers, k, &len);
		right = k > 0 ? same_name(text, len, g->speaker) : !found;
		speakers_features(speakers, k, &f);
		logistic_trainer_add(speaker, &f, right, weight);
	}
	logistic_trainer_group_end(speaker);
}

/* Inside the words of somebody else. */
static bool
is_nested(const struct document *d, const struct gold *g)
{
	size_t i, k;

	for (i = 0; i < d->ngold; i++)
		for (k = 0; k < d->gold[i].ncontent && &d->gold[i] != g &&
		    g->cue.end > g->cue.start; k++)
			if (strcmp(d->gold[i].type, "direct") == 0 &&
			    d->gold[i].content[k].start <= g->cue.start &&
			    g->cue.end <= d->gold[i].content[k].end)
				return true;
	return false;
}

/* The speakers of a paragraph's records, in order, each told after it was asked. */
static void
learn_speakers(const struct document *d, struct paragraph *p, size_t base,
    double weight)
{
	const struct gold *v[256] = { NULL };
	size_t i, n = 0;
	uint32_t t;

	speakers_paragraph(speakers, p, d->len - base - p->len);
	for (i = 0; i < d->ngold && n < 256; i++)
		if (d->gold[i].ncontent > 0 && d->gold[i].speaker != NULL &&
		    d->gold[i].content[0].start >= base &&
		    d->gold[i].content[0].start < base + p->len)
			v[n++] = &d->gold[i];
	qsort(v, n, sizeof(v[0]), by_place);
	for (i = 0; i < n; i++) {
		const struct gold *g = v[i];
		struct span m = { g->source.start - base, g->source.end - base };

		if (g->source.end == g->source.start || g->source.start < base ||
		    g->source.end > base + p->len) {
			m.start = m.end = g->content[0].start - base;
			if (g->cue.end == g->cue.start && *g->speaker != '\0')
				learn_speaker(g, p->text, m, weight);
			if (*g->speaker != '\0')
				speakers_spoke(speakers, m, g->speaker,
				    strlen(g->speaker), is_nested(d, g));
			continue;
		}
		for (t = 0; t < p->tokens.n; t++)
			if (p->tokens.v[t].end > m.start) {
				paragraph_look(p, p->sentence_of[t]);
				break;
			}
		if (speakers_ranked(speakers, m))
			learn_speaker(g, p->text, m, weight);
		if (*g->speaker != '\0')
			speakers_spoke(speakers, m, g->speaker, strlen(g->speaker),
			    is_nested(d, g));
	}
	speakers_paragraph_end(speakers);
}

static void
learn_document(const struct document *d, double weight, bool recall,
    bool with_speakers)
{
	static struct paragraph p;
	size_t at, n;
	bool after = false;
	struct cue c;
	uint32_t i;

	seen.gold += d->ngold;
	speakers_reset(speakers);
	speakers_note(speakers, d->text, d->len);
	for (at = 0; at < d->len; at += n) {
		n = paragraph_extent(d->text + at, d->len - at, true);
		paragraph_read(&p, &tagger, splitter, d->text + at, n);
		for (i = 0; i < p.tokens.n; i++)
			if (only != 'g' && only != 's' && cue_word(&p, i, &c))
				learn_cue(d, &p, &c, at, weight, recall);
		if (!recall || only == 'g')
			learn_regions(d, &p, at, weight, &after);
		if (with_speakers)
			learn_speakers(d, &p, at, weight);
	}
}

struct set {
	char		 file[512];
	double		 weight;
	bool		 recall;
	bool		 speakers;	/* teaches who speaks, too */
	char		 only;
	unsigned	 left, of;	/* leave out left of of */
};

static void
parse_set(struct set *s, const char *arg)
{
	char *field;

	memset(s, 0, sizeof(*s));
	s->weight = 1;
	s->speakers = true;
	snprintf(s->file, sizeof(s->file), "%s", arg);
	if ((field = strchr(s->file, ':')) == NULL)
		return;
	*field++ = '\0';
	s->weight = strtod(field, &field);
	if (strncmp(field, ":n", 2) == 0) {
		s->speakers = false;
		field += 2;
	} else if (strncmp(field, ":r", 2) == 0) {
		s->recall = true;
		field += 2;
		if (strchr("nbgfs", *field) != NULL && *field != '\0') {
			s->speakers = *field == 's';
			s->only = *field++;
		}
	}
	if (*field == ':' && sscanf(field, ":%u/%u", &s->left, &s->of) != 2)
		errx(2, "%s: FILE[:weight[:r][:k/n]]", arg);
}

static void
train(const char *out, int n, char *sets[])
{
	struct model_section sections[MODELS];
	struct logistic_trainer *all[MODELS];
	static const char *const names[] = { "frame", "begin", "end", "source", "region",
	    "speaker", "glance" };
	static const unsigned bits[] = { 18, 16, 16, 16, 10, 14, 14 };
	static const double l2[] = { 1.0, 1.0, 1.0, 0.7, 1.0, 0.4, 0.3 };
	struct document d;
	struct set s;
	unsigned number;
	FILE *f;
	int i;

	for (i = 0; i < MODELS; i++)
		all[i] = logistic_trainer_new(bits[i]);
	frame = all[0];
	begin = all[1];
	end = all[2];
	source = all[3];
	region = all[4];
	speaker = all[5];
	glance = all[6];
	speakers = speakers_new(NULL);
	tags_builtin(&tagger);
	splitter = splitter_new(NULL);
	for (i = 0; i < n; i++) {
		parse_set(&s, sets[i]);
		only = s.only;
		if ((f = fopen(s.file, "r")) == NULL)
			err(2, "%s", s.file);
		for (number = 0; read_document(f, &d); number++) {
			if (s.of == 0 || number % s.of != s.left)
				learn_document(&d, s.weight, s.recall, s.speakers);
			free_document(&d);
		}
		fclose(f);
		fprintf(stderr, "%s: %zu records, %zu cues; no begin for %zu of %zu, "
		    "no end for %zu of %zu, no source for %zu of %zu\n",
		    s.file, seen.gold, seen.cues, seen.no_begin, seen.begins,
		    seen.no_end, seen.ends, seen.no_source, seen.sources);
		memset(&seen, 0, sizeof(seen));
	}
	for (i = 0; i < MODELS; i++) {
		double loss = logistic_trainer_fit(all[i], l2[i], 150);

		fprintf(stderr, "%s: %zu examples, %.4f a one\n", names[i],
		    logistic_trainer_examples(all[i]), loss);
		sections[i].name = names[i];
		sections[i].data = logistic_trainer_section(all[i], &sections[i].len);
	}
	if (!model_write(out, sections, MODELS))
		err(2, "%s", out);
}

static json_t *
json_span(struct span s, size_t base)
{
	return s.end > s.start ? json_pack("[[I,I]]", (json_int_t)(s.start + base),
	    (json_int_t)(s.end + base)) : json_array();
}

static void
run_document(struct quoter *q, const struct document *d)
{
	json_t *out = json_pack("{s:s,s:s,s:[]}", "id", d->id, "unit", "byte", "quotes");
	const struct quote *v;
	size_t at, n, i, k, len;

	quoter_begin(q);
	quoter_names(q, d->text, d->len);
	for (at = 0; at < d->len; at += len) {
		len = paragraph_extent(d->text + at, d->len - at, true);
		n = quoter_read(q, d->text + at, len, d->len - at - len, &v);
		for (i = 0; i < n; i++) {
			json_t *content = json_array(), *r;

			for (k = 0; k < v[i].nspans; k++)
				json_array_append_new(content, json_pack("[I,I]",
				    (json_int_t)(v[i].spans[k].start + at),
				    (json_int_t)(v[i].spans[k].end + at)));
			r = json_pack("{s:s,s:o,s:o,s:o,s:i}", "type", quote_kind_name(v[i].kind),
			    "content", content, "cue", json_span(v[i].cue, at),
			    "source", json_span(v[i].mention, at), "confidence",
			    (int)v[i].confidence);
			if (v[i].speaker != NULL)
				json_object_set_new(r, "speaker", json_stringn_nocheck(
				    v[i].speaker, v[i].speaker_len));
			json_array_append_new(json_object_get(out, "quotes"), r);
		}
	}
	json_dumpf(out, stdout, JSON_COMPACT);
	putchar('\n');
	json_decref(out);
}

static void *
read_all(const char *path, size_t *len)
{
	FILE *f = fopen(path, "r");
	char *p = xmalloc(64 << 20);

	if (f == NULL)
		err(2, "%s", path);
	*len = fread(p, 1, 64 << 20, f);
	fclose(f);
	return p;
}

static void
run(const char *path, const char *docs)
{
	struct document d;
	struct model m;
	struct quoter *q;
	struct set s;
	const char *why;
	unsigned number;
	size_t len;
	FILE *f;
	void *bytes = read_all(path, &len);

	if (!model_open(&m, bytes, len, &why))
		errx(2, "%s: %s", path, why);
	if ((q = quoter_open(&m)) == NULL)
		errx(2, "%s: no weights of quotations", path);
	parse_set(&s, docs);
	if ((f = fopen(s.file, "r")) == NULL)
		err(2, "%s", s.file);
	for (number = 0; read_document(f, &d); number++) {
		if (s.of == 0 || number % s.of == s.left)
			run_document(q, &d);
		free_document(&d);
	}
	fclose(f);
	quoter_free(q);
	free(bytes);
}

int
main(int argc, char *argv[])
{
	if (argc >= 4 && strcmp(argv[1], "train") == 0)
		train(argv[2], argc - 3, argv + 3);
	else if (argc == 4 && strcmp(argv[1], "run") == 0)
		run(argv[2], argv[3]);
	else
		errx(2, "usage: quotes train out.model SET... | quotes run MODEL docs.jsonl");
	return 0;
}
