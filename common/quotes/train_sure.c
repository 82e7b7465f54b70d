/*
 * train_sure.c -- learn how sure a record of common/quotes is (sure.h)
 *
 * usage: sure OUT MODEL FOLD... -- SET...
 *
 * MODEL is what all was learned from (train_quotes.c), and OUT is it with the
 * weights of this; if MODEL has weights of how sure the words are, those stay,
 * and only the speaker's are learned.  The k-th FOLD of n, from 0, was learned
 * without every n-th document of each SET, beginning with the k-th: the records
 * that it finds in these are what is learned from, each right or wrong.
 *
 * A record is right if its words are, by four in five of their bytes, those of
 * one that is marked.  Of these the speaker is right if it is the one marked,
 * or more or less of the same words; or, where that one was not named before,
 * if it is the mention as it is marked, and no name.
 *
 * Prints how far the result can be trusted, each half of the documents by
 * weights of the other.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "common/quotes/quoter.h"
#include "common/quotes/quotes.h"
#include "common/quotes/train_gold.h"

#define ITERATIONS	150
#define FOLDS		16
#define BITS		12	/* of the tables of weights */
#define HALVES		2
#define PART_LEAST	4	/* bytes of what is a part of a name */
#define SECTIONS	16	/* of a model, at most */

enum what { FOUND, SPEAKER, WHATS };

static const struct {
	const char	*name;		/* of the section */
	double		 l2;		/* the penalty */
} whats[WHATS] = {
	[FOUND] = { "sure-found", 3.0 },
	[SPEAKER] = { "sure-speaker", 8.0 }
};

/* Those of MODEL that stay. */
static const char *const kept[] = {
	"frame", "begin", "end", "source", "region", "speaker", "glance"
};
#define KEPT	(sizeof(kept) / sizeof(kept[0]))

/* A record: what it is weighed by, and whether it is right. */
struct example {
	enum what	 what;
	unsigned	 half;
	bool		 right;
	struct features	 f;
};

static struct example *examples;
static size_t nexamples, examples_cap;

/* The document that is read, and how far. */
struct reading {
	const struct gold_document *d;
	size_t		 base;
	unsigned	 number;
};

static void
add(const struct reading *r, enum what what, const struct features *f,
    bool right)
{
	struct example *e;

	examples = array_grow(examples, &examples_cap, nexamples + 1,
	    sizeof(*examples));
	e = &examples[nexamples++];
	e->what = what;
	e->half = r->number % HALVES;
	e->right = right;
	e->f = *f;
}

/* How many bytes of a quotation a gold one has, and how many both have. */
static void
overlap(const struct quote *q, size_t base, const struct gold *g, size_t *both,
    size_t *either)
{
	size_t i, k, start, end;

	*both = *either = 0;
	for (i = 0; i < q->nspans; i++) {
		*either += q->spans[i].end - q->spans[i].start;
		for (k = 0; k < g->ncontent; k++) {
			start = g->content[k].start > q->spans[i].start + base ?
			    g->content[k].start : q->spans[i].start + base;
			end = g->content[k].end < q->spans[i].end + base ?
			    g->content[k].end : q->spans[i].end + base;
			*both += end > start ? end - start : 0;
		}
	}
	for (k = 0; k < g->ncontent; k++)
		*either += g->content[k].end - g->content[k].start;
	*either -= *both;
}

/* The marked quotation whose words these are, or NULL; *right: all but. */
static const struct gold *
find_gold(const struct reading *r, const struct quote *q, bool *right)
{
	const struct gold *best = NULL;
	size_t i, both, either, most = 0, all = 1;

	for (i = 0; i < r->d->ngold; i++) {
		overlap(q, r->base, &r->d->gold[i], &both, &either);
		if (both > 0 && both * all >= most * either) {
			best = &r->d->gold[i];
			most = both;
			all = either;
		}
	}
	*right = most * 5 >= all * 4;
	return most * 2 >= all ? best : NULL;
}

/* Whether a text is at the beginning or end of another, of whole words. */
static bool
is_part(const char *s, size_t n, const char *of, size_t len)
{
	return n >= PART_LEAST && n <= len &&
	    ((strncasecmp(s, of, n) == 0 && (n == len || of[n] == ' ')) ||
	    (strncasecmp(s, of + len - n, n) == 0 &&
	    (n == len || of[len - n - 1] == ' ')));
}

/* Whether the last word of a name stands in the document before a byte. */
static bool
is_named_before(const struct gold_document *d, const char *name, size_t end)
{
	const char *word = strrchr(name, ' ');

	word = word != NULL ? word + 1 : name;
	return memmem(d->text, end, word, strlen(word)) != NULL;
}

static bool
is_right_speaker(const struct reading *r, const struct quote *q,
    const struct gold *g)
{
	const char *s = g->speaker;
	size_t from = q->mention.start + r->base;

	if (s == NULL || *s == '\0')
		return false;
	if (gold_is_speaker(g, q->speaker, q->speaker_len) ||
	    is_part(q->speaker, q->speaker_len, s, strlen(s)) ||
	    is_part(s, strlen(s), q->speaker, q->speaker_len))
		return true;
	return q->by == SPEAKER_MENTION && q->source != SOURCE_PERSON &&
	    g->source.start == from &&
	    g->source.end == q->mention.end + r->base &&
	    !is_named_before(r->d, s, from);
}

static void
see(void *reading, const struct quote *q, const struct features *found,
    const struct features *speaker)
{
	const struct reading *r = reading;
	const struct gold *g;
	bool right;

	g = find_gold(r, q, &right);
	add(r, FOUND, found, right);
	if (g == NULL || q->speaker == NULL)
		return;
	add(r, SPEAKER, speaker, is_right_speaker(r, q, g));
}

static void
read_document(struct quoter *q, struct reading *r)
{
	const struct gold_document *d = r->d;
	const struct quote *v;
	size_t len;

	quoter_watch(q, see, r);
	quoter_begin(q);
	quoter_names(q, d->text, d->len);
	for (r->base = 0; r->base < d->len; r->base += len) {
		len = paragraph_extent(d->text + r->base, d->len - r->base,
		    true);
		quoter_read(q, d->text + r->base, len, d->len - r->base - len,
		    &v);
	}
}

static void
read_set(struct quoter *q, const char *set, unsigned k, unsigned n)
{
	FILE *f = fopen(set, "r");
	struct gold_document d;
	struct reading r = { .d = &d };
	unsigned number;

	if (f == NULL)
		err(EXIT_TROUBLE, "%s", set);
	for (number = 0; gold_read(f, &d); number++) {
		r.number = number / n;
		if (number % n == k)
			read_document(q, &r);
		gold_free(&d);
	}
	fclose(f);
}

static void
open_file(struct model *m, const char *path)
{
	const char *why;

	if (!model_read(m, path, &why))
		errx(EXIT_TROUBLE, "%s: %s", path, why);
}

static void
read_fold(const char *path, char *sets[], int nsets, unsigned k, unsigned n)
{
	struct quoter *q;
	struct model m;
	int i;

	open_file(&m, path);
	if ((q = quoter_open(&m)) == NULL)
		errx(EXIT_TROUBLE, "%s: no weights of quotations", path);
	for (i = 0; i < nsets; i++)
		read_set(q, sets[i], k, n);
	quoter_free(q);
}

/* Weights from all examples but those of one half; of none left out: HALVES. */
static struct logistic_trainer *
fit(enum what what, unsigned without)
{
	struct logistic_trainer *t = logistic_trainer_new(BITS);
	size_t i;

	for (i = 0; i < nexamples; i++)
		if (examples[i].what == what && examples[i].half != without)
			logistic_trainer_add(t, &examples[i].f,
			    examples[i].right, 1);
	logistic_trainer_fit(t, whats[what].l2, ITERATIONS);
	return t;
}

/* How many records are at least so sure, and how many of them are right. */
#define LEVELS	10

static void
check(enum what what)
{
	static const double least[LEVELS] = { -99, -2.1972, -.8473, 0, .8473,
	    1.3863, 1.7346, 2.1972, 2.9444, 3.8918 };
	static const char *const names[LEVELS] = { "all", "0.1 to", "0.3 to",
	    "0.5 to", "0.7 to", "0.8 to", "0.85 to", "0.9 to", "0.95 to",
	    "0.98 to" };
	size_t n[LEVELS] = {0}, right[LEVELS] = {0}, i, from[LEVELS] = {0},
	    from_right[LEVELS] = {0};
	struct logistic_trainer *t;
	unsigned half, k, level;
	double score;

	for (half = 0; half < HALVES; half++) {
		t = fit(what, half);
		for (i = 0; i < nexamples; i++) {
			if (examples[i].what != what ||
			    examples[i].half != half)
				continue;
			score = logistic_trainer_score(t, &examples[i].f);
			for (k = level = 0; k < LEVELS; k++)
				if (score >= least[k]) {
					n[k]++;
					right[k] += examples[i].right;
					level = k;
				}
			from[level]++;
			from_right[level] += examples[i].right;
		}
		logistic_trainer_free(t);
	}
	for (k = 0; k < LEVELS; k++)
		fprintf(stderr, "%s %8s %6zu right %5.1f %%; below the next "
		    "%6zu right %5.1f %%\n", whats[what].name, names[k], n[k],
		    n[k] == 0 ? 0 : 100. * (double)right[k] / (double)n[k],
		    from[k], from[k] == 0 ? 0 :
		    100. * (double)from_right[k] / (double)from[k]);
}

/* MODEL with the weights that were learned. */
static void
write_model(const char *out, const char *path)
{
	struct model_section sections[SECTIONS];
	struct model m;
	size_t i, n = 0;

	open_file(&m, path);
	for (i = 0; i < KEPT; i++) {
		sections[n].name = kept[i];
		sections[n].data = model_section(&m, kept[i],
		    &sections[n].len);
		n += sections[n].data != NULL;
	}
	for (i = 0; i < WHATS; i++) {
		sections[n].name = whats[i].name;
		sections[n].data = i == SPEAKER ? NULL : model_section(&m,
		    whats[i].name, &sections[n].len);
		if (sections[n].data == NULL)
			sections[n].data = logistic_trainer_section(
			    fit((enum what)i, HALVES), &sections[n].len);
		n++;
	}
	if (!model_write(out, sections, n))
		err(EXIT_TROUBLE, "%s", out);
}

int
main(int argc, char *argv[])
{
	int i, end;
	unsigned folds;

	for (end = 3; end < argc && strcmp(argv[end], "--") != 0; end++)
		;
	if (end < 5 || end + 1 >= argc || end - 3 > FOLDS)
		errx(EXIT_TROUBLE, "usage: sure OUT MODEL FOLD... -- SET...");
	folds = (unsigned)(end - 3);
	for (i = 3; i < end; i++)
		read_fold(argv[i], argv + end + 1, argc - end - 1,
		    (unsigned)(i - 3), folds);
	for (i = 0; i < WHATS; i++)
		check((enum what)i);
	write_model(argv[1], argv[2]);
	return 0;
}
