/*
 * train_confidence.c -- learn how sure a mention is (confidence.h)
 *
 * usage: confidence OUT MODEL FOLD TEXT [FOLD TEXT]...
 *
 * MODEL is what all was learned from (train_entities.c), and OUT is it with the
 * weights of this.  Each FOLD is a model that was learned without the TEXT
 * behind it (train_texts.h): the mentions that it finds there are what is
 * learned from, each right or wrong.  Where it is not known what stands, and of
 * types that may stand unmarked, nothing is learned.
 *
 * Prints how far the result can be trusted, each half of the documents by
 * weights of the other.
 */
#include <err.h>
#include <math.h>
#include <stdio.h>

#include "common/base/base.h"
#include "common/entities/entities.h"
#include "common/entities/train_texts.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "common/sentences/sentences.h"

#define ITERATIONS	150
#define BITS		13	/* of the table of weights */
#define L2		16.0
#define HALVES		2
#define SECTIONS	16	/* of a model, at most */

static const char *const kept[] = { "words", "topics", "gazetteer", "chain" };
#define KEPT	(sizeof(kept) / sizeof(kept[0]))

/* A mention: what it is weighed by, and whether it is right. */
struct example {
	unsigned	 half;
	enum entity_type type;
	bool		 right;
	struct features	 f;
};

static struct example	*examples;
static size_t		 nexamples, examples_cap;

enum verdict { RIGHT, WRONG, UNKNOWN };

static enum verdict
judge(const struct marked_document *d, const struct marked_sentence *s,
    const struct entity *e)
{
	const struct marked_span *m;
	bool touched = false;

	for (m = s->marks; m < s->marks + s->n; m++) {
		if (m->end <= e->start || m->start >= e->end)
			continue;
		if (m->types == 0)
			return UNKNOWN;
		if (m->start == e->start && m->end == e->end)
			return m->types >> e->type & 1 ? RIGHT : WRONG;
		touched = true;
	}
	return !touched && d->open >> e->type & 1 ? UNKNOWN : WRONG;
}

static void
see(unsigned half, const struct marked_document *d,
    const struct marked_sentence *s, const struct token *t,
    const struct entity *e)
{
	enum verdict v = judge(d, s, e);
	struct example *x;

	if (v == UNKNOWN)
		return;
	examples = array_grow(examples, &examples_cap, nexamples + 1,
	    sizeof(*examples));
	x = &examples[nexamples++];
	x->half = half;
	x->type = e->type;
	x->right = v == RIGHT;
	confidence_features(&x->f, &e->evidence, e->type, t + e->first,
	    e->last - e->first + 1, e->first == 0);
}

/* What is marked as one may be several sentences to us. */
static void
read_text(struct recognizer *r, const struct splitter *splitter, unsigned half,
    const struct marked_document *d, const struct marked_sentence *s)
{
	static struct tokens tokens;
	struct sentence_iterator it;
	const struct entity *found;
	struct span sentence;
	size_t i, n;

	sentences_start(&it, splitter, s->text, s->len);
	while (sentences_next(&it, &sentence)) {
		tokens.n = 0;
		tokens_scan(&tokens, s->text, sentence);
		n = recognizer_tag(r, s->text, tokens.v, tokens.n, &found);
		for (i = 0; i < n; i++)
			see(half, d, s, tokens.v, &found[i]);
	}
}

static void
open_file(struct model *m, const char *path)
{
	const char *why;

	if (!model_read(m, path, &why))
		errx(1, "%s: %s", path, why);
}

static void
read_fold(const char *path, const char *text)
{
	struct marked_document *v = NULL, *d;
	struct splitter *splitter = splitter_new(NULL);
	struct recognizer *r;
	size_t n = 0, cap = 0, i;
	struct model m;

	open_file(&m, path);
	if ((r = recognizer_open(&m, 0)) == NULL)
		errx(1, "%s: no weights of names", path);
	v = texts_read(text, v, &n, &cap);
	for (d = v; d < v + n; d++) {
		recognizer_begin(r);
		for (i = 0; i < d->n; i++)
			read_text(r, splitter, (unsigned)(d - v) % HALVES, d,
			    &d->s[i]);
	}
	recognizer_free(r);
	splitter_free(splitter);
}

/* Weights from all examples but those of one half; of none left out: HALVES. */
static struct logistic_trainer *
fit(unsigned without)
{
	struct logistic_trainer *t = logistic_trainer_new(BITS);
	size_t i;

	for (i = 0; i < nexamples; i++)
		if (examples[i].half != without)
			logistic_trainer_add(t, &examples[i].f,
			    examples[i].right, 1);
	logistic_trainer_fit(t, L2, ITERATIONS);
	return t;
}

#define BINS	20

struct bin {
	size_t		 n, right;
	double		 sum;		/* of what they are said to be */
};

/* The expected calibration error, in points, and all that is in the bins. */
static double
error_of(const struct bin *bins, struct bin *all)
{
	double error = 0;
	size_t i;

	*all = (struct bin){ 0 };
	for (i = 0; i < BINS; i++) {
		all->n += bins[i].n;
		all->right += bins[i].right;
		all->sum += bins[i].sum;
		error += fabs(bins[i].sum - (double)bins[i].right);
	}
	return all->n == 0 ? 0 : 100 * error / (double)all->n;
}

static void
tell(const char *name, const struct bin *bins)
{
	struct bin all;
	double error = error_of(bins, &all);

	if (all.n > 0)
		fprintf(stderr, "%-12s %6zu, right %5.1f %%, said %5.1f %%, "
		    "calibration error %4.1f\n", name, all.n,
		    100 * (double)all.right / (double)all.n,
		    100 * all.sum / (double)all.n, error);
}

static void
check(void)
{
	static struct bin all[BINS], types[ENTITY_TYPES][BINS];
	struct logistic_trainer *t;
	unsigned half, k;
	double p;
	size_t i;

	for (half = 0; half < HALVES; half++) {
		t = fit(half);
		for (i = 0; i < nexamples; i++) {
			if (examples[i].half != half)
				continue;
			p = 1 / (1 + exp(-logistic_trainer_score(t,
			    &examples[i].f)));
			k = p < 1 ? (unsigned)(p * BINS) : BINS - 1;
			all[k].n++;
			all[k].right += examples[i].right;
			all[k].sum += p;
			types[examples[i].type][k].n++;
			types[examples[i].type][k].right += examples[i].right;
			types[examples[i].type][k].sum += p;
		}
		logistic_trainer_free(t);
	}
	for (k = 0; k < ENTITY_TYPES; k++)
		tell(entity_type_name(k), types[k]);
	tell("all", all);
	for (k = 0; k < BINS; k++)
		if (all[k].n > 0)
			fprintf(stderr, "said %.3f: %6zu, right %.3f\n",
			    all[k].sum / (double)all[k].n, all[k].n,
			    (double)all[k].right / (double)all[k].n);
}

/* MODEL with the weights that were learned. */
static void
write_model(const char *out, const char *path)
{
	struct model_section sections[SECTIONS];
	struct model m;
	size_t n;

	open_file(&m, path);
	for (n = 0; n < KEPT; n++) {
		sections[n].name = kept[n];
		sections[n].data = model_section(&m, kept[n],
		    &sections[n].len);
		if (sections[n].data == NULL)
			errx(1, "%s: no section %s", path, kept[n]);
	}
	sections[n].name = "confidence";
	sections[n].data = logistic_trainer_section(fit(HALVES),
	    &sections[n].len);
	if (!model_write(out, sections, n + 1))
		err(1, "%s", out);
}

int
main(int argc, char *argv[])
{
	int i;

	if (argc < 5 || argc % 2 == 0)
		errx(1, "usage: confidence OUT MODEL FOLD TEXT [FOLD TEXT]...");
	for (i = 3; i < argc; i += 2)
		read_fold(argv[i], argv[i + 1]);
	check();
	write_model(argv[1], argv[2]);
	return 0;
}
