/*
 * quotes.c -- who said what: see quotes.h
 */
#include "common/quotes/quotes.h"

#include <err.h>
#include <stdlib.h>

#include "common/base/base.h"
#include "common/quotes/attribute.h"
#include "common/quotes/attributions.h"
#include "common/quotes/openings.h"
#include "common/quotes/paragraph.h"
#include "common/quotes/quoter.h"
#include "common/quotes/records.h"
#include "common/quotes/speakers.h"
#include "common/quotes/sure.h"
#include "common/quotes/unattributed.h"
#include "common/sentences/sentences.h"
#include "common/syntax/syntax.h"

/* How many quotations before one are asked whether it stands in them. */
#define OUTER_REACH	64

extern const unsigned char model_en_quotes[], model_en_quotes_end[];

struct quoter {
	struct paragraph paragraph;
	struct tag_model	 tagger;
	struct splitter	*splitter;
	struct openings	*openings;
	struct attributor attributor;
	struct unattributed unattributed;
	struct attributions attributions;
	struct records	 records;
	struct logistic	 speaker;
	struct logistic	 sure_found;
	struct logistic	 sure_speaker;
	bool		 weighs;	/* there are weights of the record */
	quoter_watcher	*watcher;
	void		*watching;
	struct speakers	*speakers;
	struct verbs	 verbs;
};

struct quoter *
quoter_open(const struct model *m)
{
	struct quoter *q = xcalloc(1, sizeof(*q));

	tags_builtin(&q->tagger);
	q->splitter = splitter_new(NULL);
	q->openings = openings_new();
	if (!attribute_open(&q->attributor, m) ||
	    !unattributed_open(&q->unattributed, m)) {
		quoter_free(q);
		return NULL;
	}
	q->weighs = logistic_open(&q->sure_found, m, "sure-found");
	q->speakers = speakers_new(logistic_open(&q->speaker, m, "speaker") ?
	    &q->speaker : NULL,
	    logistic_open(&q->sure_speaker, m, "sure-speaker") ?
	    &q->sure_speaker : NULL);
	return q;
}

struct quoter *
quoter_new(void)
{
	struct quoter *q;
	struct model m;

	model_builtin(&m, model_en_quotes, model_en_quotes_end);
	if ((q = quoter_open(&m)) == NULL)
		errx(EXIT_TROUBLE, "the model of quotations is damaged");
	return q;
}

void
quoter_free(struct quoter *q)
{
	if (q == NULL)
		return;
	paragraph_free(&q->paragraph);
	splitter_free(q->splitter);
	openings_free(q->openings);
	attributions_free(&q->attributions);
	records_free(&q->records);
	speakers_free(q->speakers);
	verbs_free(&q->verbs);
	free(q);
}

void
quoter_begin(struct quoter *q)
{
	speakers_reset(q->speakers);
	openings_reset(q->openings);
	unattributed_reset(&q->unattributed);
}

void
quoter_names(struct quoter *q, const char *text, size_t len)
{
	speakers_note(q->speakers, text, len);
	openings_note(q->openings, text, len);
}

void
quoter_person(struct quoter *q, const char *name, size_t len)
{
	speakers_person(q->speakers, name, len);
}

void
quoter_name(struct quoter *q, enum name_kind kind, struct span span,
    const char *full, size_t len)
{
	speakers_name(q->speakers, kind, span, full, len);
}

void
quoter_all_names(struct quoter *q)
{
	speakers_all_names(q->speakers);
}

bool
quoter_verb(struct quoter *q, const char *line, const char **wrong)
{
	if (!verbs_add(&q->verbs, line, wrong))
		return false;
	q->paragraph.verbs = &q->verbs;
	return true;
}

/* The quotation in which the mention of the i-th stands, else NULL. */
static const struct quote *
outer_of(const struct quote *v, size_t i)
{
	size_t at = v[i].mention.start, j, k;

	if (v[i].mention.start == v[i].mention.end)
		return NULL;
	for (j = i; j-- > 0 && i - j <= OUTER_REACH;)
		for (k = 0; k < v[j].nspans; k++)
			if (v[j].spans[k].start <= at && at < v[j].spans[k].end)
				return &v[j];
	return NULL;
}

/* The attributions of the paragraph, as records without their speakers. */
static size_t
find_quotes(struct quoter *q, size_t ahead)
{
	struct attributions *a = &q->attributions;

	attributions_start(a, &q->paragraph);
	openings_read(q->openings, a, ahead);
	attribute_cues(&q->attributor, a);
	unattributed_read(&q->unattributed, a);
	return records_make(&q->records, a);
}

void
quoter_watch(struct quoter *q, quoter_watcher *watcher, void *watching)
{
	q->watcher = watcher;
	q->watching = watching;
}

/* How sure it is that these are somebody's words, and whose they are. */
static void
tell_speaker(struct quoter *q, struct quote *v, size_t i)
{
	struct features found;

	sure_found_features(&v[i], &found);
	speakers_resolve(q->speakers, &v[i], outer_of(v, i));
	if (q->watcher != NULL)
		q->watcher(q->watching, &v[i], &found,
		    speakers_weighed(q->speakers));
	if (q->weighs && v[i].confidence != SURE_BY_FORM)
		v[i].confidence = logistic_confidence(&q->sure_found,
		    logistic_score(&q->sure_found, &found));
}

size_t
quoter_read(struct quoter *q, const char *text, size_t len, size_t ahead,
    const struct quote **quotes)
{
	struct quote *v;
	size_t n, i;

	paragraph_read(&q->paragraph, &q->tagger, q->splitter, text, len);
	n = find_quotes(q, ahead);
	v = q->records.v;
	speakers_paragraph(q->speakers, &q->paragraph, ahead);
	for (i = 0; i < n; i++)
		tell_speaker(q, v, i);
	speakers_paragraph_end(q->speakers);
	*quotes = v;
	return n;
}
