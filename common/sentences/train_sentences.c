/*
 * sentences -- learn where sentences end
 *
 *	sentences [-k FOLDS] [-o MODEL] SILVER KINDS PRESS BOOKS
 *	    [WEIGHT RAW GOLD] ...
 *
 * PRESS and BOOKS are text, a paragraph a line, in which the use of words is
 * counted (in the RAW ones too), and of which train_silver.h makes more
 * examples, some as the list SILVER says, KINDS being abbreviation-kinds.txt.
 * RAW is a paragraph a line, GOLD the same text a sentence a line, WEIGHT how
 * much each of its examples counts (0: it is only tried).  With -o the model
 * is written; with -k it is tried on each of so many parts after learning from
 * the others, and SHOW in the environment has each error printed.
 */
#include <err.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "common/sentences/candidates.h"
#include "common/sentences/features.h"
#include "common/sentences/rules.h"
#include "common/sentences/splitter.h"
#include "common/sentences/train_count.h"
#include "common/sentences/train_sets.h"
#include "common/sentences/train_silver.h"
#include "common/sentences/words.h"

#define BITS		17
#define PENALTY		1
#define ITERATIONS	150
#define KEEP_MIN	6	/* times a word is seen to be kept */
#define KEEP_MAX	26000	/* words kept */
#define FOLD_RUN	1	/* paragraphs in a row in the same part */

struct tally {
	size_t	candidates, ruled, gold, fp, fn;
	double	loss;			/* of the model's, in nats */
};

#define OWN	1.5		/* what counts more is labelled by hand */

/*
 * Behind an abbreviation with a word that hardly ever has a capital but at the
 * start of a sentence, or with a title: those who labelled by machine
 * overlooked an end.
 */
static bool
is_overlooked(const struct labelled *s, const struct context *c,
    const struct splitter *p, size_t start)
{
	if ((const char *)c->before.s == s->raw + start ||
	    c->before.shape != SHAPE_DOTS_UPPER || c->opener != OPEN_NONE ||
	    c->first != FIRST_UPPER)
		return false;
	if (c->next.behind == '.' && c->kind != ABBREV_NONE && s->weight < OWN)
		return abbreviation_kind(&c->next, p) == ABBREV_TITLE;
	return c->next.behind == 0 && c->next2.shape == SHAPE_LOWER &&
	    words_start(c->next.stats) == START_MAX &&
	    words_lower(c->next.stats) == LOWER_MAX;
}

/* The part a paragraph belongs to. */
static size_t
fold_of(size_t paragraph, size_t folds)
{
	return paragraph / FOLD_RUN % folds;
}

static void
show_error(const struct labelled *s, size_t start, const struct boundary *b,
    bool is, enum decision d)
{
	size_t from = b->end - start > 70 ? b->end - 70 : start;
	size_t behind = strcspn(s->raw + b->end, "\n");

	printf("%s %s%s %.*s || %.*s\n", s->name, is ? "FP" : "FN",
	    d == DECIDE_MODEL ? "" : " rule", (int)(b->end - from),
	    s->raw + from, (int)(behind > 50 ? 50 : behind), s->raw + b->end);
}

/* Where a candidate stands, what it is, and what was found of it. */
struct judged {
	const struct labelled *set;
	struct sentence_iterator it;
	struct boundary	 b;
	struct context	 context;
	struct features	 features;
	enum decision	 d;		/* by rule, or the model is asked */
	bool		 gold;		/* a sentence does end there */
	bool		 noisy;		/* its paragraph is */
};

static void
learn(const struct judged *c, const struct splitter *p,
    struct logistic_trainer *t)
{
	if (c->d != DECIDE_MODEL || c->noisy || c->set->weight <= 0)
		return;
	if (c->gold || !is_overlooked(c->set, &c->context, p, c->it.start))
		logistic_trainer_add(t, &c->features, c->gold, c->set->weight);
}

static void
judge(const struct judged *c, const struct logistic_trainer *t,
    struct tally *tally, bool show)
{
	bool is = c->d == DECIDE_YES;
	double score = 0;

	if (c->d == DECIDE_MODEL) {
		score = logistic_trainer_score(t, &c->features);
		is = score > 0;
		tally->loss += log1p(exp(c->gold ? -score : score));
	}
	tally->ruled += c->d != DECIDE_MODEL;
	tally->candidates++;
	tally->gold += c->gold;
	tally->fp += is && !c->gold;
	tally->fn += !is && c->gold;
	if (show && is != c->gold)
		show_error(c->set, c->it.start, &c->b, is, c->d);
}

/*
 * Every candidate of a set, with sentences beginning where they should.  Those
 * of paragraphs outside the fold that is left out are learned; or, with a
 * tally, those of the fold are judged.
 */
static void
each_candidate(const struct labelled *s, struct splitter *p,
    struct logistic_trainer *t, size_t folds, size_t out, struct tally *tally,
    bool show)
{
	struct judged c = { .set = s };
	size_t paragraph = 0;
	bool wanted;

	sentences_start(&c.it, p, s->raw, s->len);
	while (candidates_begin(&c.it)) {
		if (sentences_begins_line(&c.it)) {
			paragraph++;
			c.noisy = set_is_noisy(s, c.it.start);
		}
		wanted = (fold_of(paragraph, folds) == out) == (tally != NULL);
		while (candidates_next(&c.it, &c.b) == STEP_CANDIDATE) {
			c.gold = s->ends[c.b.end] || s->ends[c.b.trail];
			if (wanted) {
				c.d = rules_apply(&c.it, &c.b, &c.context);
				if (c.d == DECIDE_MODEL)
					boundary_features(&c.features,
					    &c.context, &c.it, &c.b);
				if (tally != NULL)
					judge(&c, t, tally, show);
				else
					learn(&c, p, t);
			}
			if (c.gold)
				break;
		}
	}
}

/* The plain texts, and what says which examples are made from them. */
struct plain {
	struct plain_text	 press;
	struct plain_text	 books;
	struct silver	*silver;
};

#define QUOTATIONS	3000	/* examples of each text */
#define BOOKS		4000

static void
add_plain(struct logistic_trainer *t, struct splitter *p,
    const struct plain *plain)
{
	silver_abbreviations(t, p, plain->silver, &plain->press);
	silver_quotations(t, p, &plain->press, QUOTATIONS);
	silver_quotations(t, p, &plain->books, QUOTATIONS);
	silver_books(t, p, &plain->books, BOOKS);
}

static double
f1(const struct tally *t)
{
	double tp = (double)(t->gold - t->fn);

	return t->gold == 0 ? 1 : 2 * tp / (2 * tp + (double)(t->fp + t->fn));
}

static void
report(const char *name, const struct tally *t)
{
	printf("%-22s %7zu candidates, %4.1f %% by rule, %6zu ends, "
	    "%4zu wrong, %4zu missed, F1 %.2f, loss %.1f\n",
	    name, t->candidates,
	    100 * (double)t->ruled / (double)(t->candidates + !t->candidates),
	    t->gold, t->fp, t->fn, 100 * f1(t), t->loss);
}

static void
cross_validate(const struct labelled *sets, size_t n, struct splitter *p,
    const struct plain *plain, size_t folds)
{
	struct tally *tally = xcalloc(n, sizeof(*tally)), all = { 0 };
	struct logistic_trainer *t;
	size_t k, i;

	for (k = 0; k < folds; k++) {
		t = logistic_trainer_new(BITS);
		for (i = 0; i < n; i++)
			each_candidate(&sets[i], p, t, folds, k, NULL, false);
		add_plain(t, p, plain);
		logistic_trainer_fit(t, PENALTY, ITERATIONS);
		for (i = 0; i < n; i++)
			each_candidate(&sets[i], p, t, folds, k, &tally[i],
			    getenv("SHOW") != NULL);
		logistic_trainer_free(t);
	}
	for (i = 0; i < n; i++) {
		report(sets[i].name, &tally[i]);
		all.candidates += tally[i].candidates;
		all.ruled += tally[i].ruled;
		all.gold += tally[i].gold;
		all.fp += tally[i].fp;
		all.fn += tally[i].fn;
		all.loss += tally[i].loss;
	}
	report("all", &all);
	free(tally);
}

static void
write_model(const char *path, const struct labelled *sets, size_t n,
    struct splitter *p, const struct plain *plain, void *words,
    size_t words_len)
{
	struct logistic_trainer *t = logistic_trainer_new(BITS);
	struct model_section s[2] = {
		{ "weights", NULL, 0 }, { "words", words, words_len }
	};
	double loss;
	size_t i;

	for (i = 0; i < n; i++)
		each_candidate(&sets[i], p, t, 2, 2, NULL, false);
	add_plain(t, p, plain);
	loss = logistic_trainer_fit(t, PENALTY, ITERATIONS);
	printf("%zu examples, loss %.4f\n", logistic_trainer_examples(t), loss);
	s[0].data = logistic_trainer_section(t, &s[0].len);
	if (!model_write(path, s, 2))
		err(EXIT_TROUBLE, "%s", path);
	free((void *)s[0].data);
	logistic_trainer_free(t);
}

__attribute__((noreturn)) static void
usage(void)
{
	errx(EXIT_TROUBLE, "usage: sentences [-k FOLDS] [-o MODEL] SILVER "
	    "KINDS PRESS BOOKS [WEIGHT RAW GOLD] ...");
}

int
main(int argc, char *argv[])
{
	const char *out = NULL;
	struct counts *counts = counts_new();
	struct labelled *sets;
	struct splitter *p = splitter_bare(NULL);
	void *words;
	struct plain plain = { 0 };
	size_t folds = 0, n = 0, len, i;
	int c;

	while ((c = getopt(argc, argv, "+k:o:")) != -1) {
		switch (c) {
		case 'k': folds = (size_t)atoi(optarg); break;
		case 'o': out = optarg; break;
		default: usage();
		}
	}
	sets = xcalloc((size_t)argc, sizeof(*sets));
	if (argc - optind < 5)
		usage();
	plain.silver = silver_load(argv[optind], argv[optind + 1]);
	plain.press = slurp(argv[optind + 2]);
	plain.books = slurp(argv[optind + 3]);
	counts_text(counts, plain.press.s, plain.press.len);
	counts_text(counts, plain.books.s, plain.books.len);
	for (optind += 4; optind + 2 < argc; optind += 3) {
		set_load(&sets[n], argv[optind + 1], argv[optind + 2]);
		if ((sets[n].weight = atof(argv[optind])) < 0)
			usage();
		if (sets[n].weight > 0)
			counts_text(counts, sets[n].raw, sets[n].len);
		n++;
	}
	words = counts_section(counts, KEEP_MIN, KEEP_MAX, &len);
	counts_free(counts);
	printf("words: %zu bytes\n", len);
	if (!wordmap_use(&p->words, words, len))
		errx(EXIT_TROUBLE, "the words made are damaged");
	if (folds > 1)
		cross_validate(sets, n, p, &plain, folds);
	if (out != NULL)
		write_model(out, sets, n, p, &plain, words, len);
	for (i = 0; i < n; i++)
		set_free(&sets[i]);
	silver_free(plain.silver);
	free(plain.press.s);
	free(plain.books.s);
	free(sets);
	free(words);
	splitter_free(p);
	return 0;
}
