/*
 * quotes.c -- who said what: see quotes.h
 */
#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/quotes/attributions.h"

extern const unsigned char model_en_quotes[], model_en_quotes_end[];

struct quoter *
quoter_open(const struct model *m)
{
	struct quoter *q = xcalloc(1, sizeof(*q));

	tags_builtin(&q->tagger);
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
	/*
	 * Three in ten, e to the 0.85 to one; two in nine, e to the 1.5, where
	 * marks stand beside the cue: of a quotation in marks it costs less to
	 * tell one too many than to miss one.
	 */
	q->doubtful = -(int32_t)((int64_t)q->frame.unit * 85 / 25600);
	q->doubtful_marked = -(int32_t)((int64_t)q->frame.unit * 15 / 2560);
	q->speakers = speakers_new(logistic_open(&q->speaker, m, "speaker") ?
	    &q->speaker : NULL);
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
	passage_free(&q->passage);
	splitter_free(q->splitter);
	speakers_free(q->speakers);
	free(q->reports);
	free(q->pieces);
	free(q->settled);
	free(q->claims);
	free(q->quotes);
	free(q->spans);
	free(q);
}

void
quoter_begin(struct quoter *q)
{
	speakers_reset(q->speakers);
	memset(&q->turns, 0, sizeof(q->turns));
	memset(&q->dialogue, 0, sizeof(q->dialogue));
	q->after_quote = q->unclosed = false;
}

void
quoter_names(struct quoter *q, const char *text, size_t len)
{
	speakers_note(q->speakers, text, len);
	turns_note(&q->turns, text, len);
	dialogue_note(&q->dialogue, text, len);
}

void
quoter_person(struct quoter *q, const char *name, size_t len)
{
	speakers_person(q->speakers, name, len);
}

#define AROUND	64	/* so many quotations before it are looked at */

/* The quotation in which a mention stands, else NULL. */
static const struct quote *
around(const struct quote *quotes, size_t i)
{
	size_t at = quotes[i].mention.start, j, k;

	if (quotes[i].mention.start == quotes[i].mention.end)
		return NULL;
	for (j = i; j-- > 0 && i - j <= AROUND;)
		for (k = 0; k < quotes[j].nspans; k++)
			if (quotes[j].spans[k].start <= at &&
			    at < quotes[j].spans[k].end)
				return &quotes[j];
	return NULL;
}

size_t
quoter_read(struct quoter *q, const char *text, size_t len, size_t ahead,
    const struct quote **quotes)
{
	struct passage *p = &q->passage;
	size_t n, i;

	passage_read(p, &q->tagger, q->splitter, text, len, false);
	quoter_reports(q);
	n = quoter_records(q);
	speakers_passage(q->speakers, p, ahead);
	for (i = 0; i < n; i++)
		speakers_resolve(q->speakers, &q->quotes[i],
		    around(q->quotes, i));
	speakers_passage_end(q->speakers);
	*quotes = q->quotes;
	return n;
}
