/*
 * sentences -- learn where sentences end
 *
 *	sentences [-k FOLDS] [-o MODEL] PLAIN ... -- RAW GOLD [RAW GOLD ...]
 *
 * PLAIN are texts, a paragraph a line, in which the use of words is counted
 * (so are the RAW ones).  RAW is a paragraph a line, GOLD the same text a
 * sentence a line.  With -o the model is written; with -k it is tried on each
 * of so many parts after learning from the others.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/io/alloc.h"
#include "common/learn/logistic_train.h"
#include "common/learn/wordmap.h"
#include "common/text/sentences_count.h"
#include "common/text/sentences_decide.h"
#include "common/text/sentences_features.h"
#include "common/text/sentences_words.h"

#define BITS		16
#define PENALTY		0.5
#define ITERATIONS	150
#define FOLD_RUN	25	/* paragraphs in a row in the same part */

struct set {
	const char	*name;
	char		*raw;
	size_t		 len;
	unsigned char	*ends;		/* ends[i]: a sentence ends before i */
};

struct tally {
	size_t	candidates, ruled, gold, fp, fn;
};

static char *
slurp(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	struct buffer b = { 0 };
	size_t n;

	if (f == NULL)
		err(2, "%s", path);
	do {
		buffer_reserve(&b, 1 << 20);
		n = fread(b.data + b.len, 1, 1 << 20, f);
		b.len += n;
	} while (n > 0);
	if (ferror(f))
		err(2, "%s", path);
	fclose(f);
	*len = b.len;
	return b.data;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Mark in the raw text where the lines of gold end. */
static void
load_set(struct set *s, const char *raw, const char *gold)
{
	size_t len, i = 0, j;
	char *g = slurp(gold, &len);

	s->name = strrchr(raw, '/') == NULL ? raw : strrchr(raw, '/') + 1;
	s->raw = slurp(raw, &s->len);
	s->ends = xcalloc(s->len + 1, 1);
	for (j = 0; j < len; j++) {
		if (g[j] == '\n') {
			s->ends[i] = 1;
			continue;
		}
		if (is_space(g[j]))
			continue;
		while (i < s->len && is_space(s->raw[i]))
			i++;
		if (i == s->len || s->raw[i] != g[j])
			errx(2, "%s: byte %zu is not in %s", gold, j, raw);
		i++;
	}
	free(g);
}

/* The part a paragraph belongs to. */
static size_t
fold_of(size_t paragraph, size_t folds)
{
	return paragraph / FOLD_RUN % folds;
}

static void
judge(struct tally *t, bool is, bool gold)
{
	t->candidates++;
	t->gold += gold;
	t->fp += is && !gold;
	t->fn += !is && gold;
}

/*
 * Every candidate of a set, with sentences beginning where they should.  Of
 * paragraphs outside the fold left out, those for the model are given to the
 * trainer; those of the fold are judged.
 */
static void
each_candidate(const struct set *s, struct splitter *p,
    struct logistic_trainer *t, size_t folds, size_t out, struct tally *tally,
    bool show)
{
	struct sentence_iterator it;
	struct boundary b;
	struct context c;
	struct features f;
	enum decision d;
	size_t paragraph = 0;
	bool is, gold, learn;

	sentences_start(&it, p, s->raw, s->len);
	while (sentences_begin(&it)) {
		paragraph += sentences_begins_line(&it);
		learn = fold_of(paragraph, folds) != out;
		while (sentences_candidate(&it, &b) == FOUND_CANDIDATE) {
			gold = s->ends[b.end];
			d = boundary_rule(&it, &b, &c);
			is = d == DECIDE_YES;
			if (d == DECIDE_MODEL && (learn || tally != NULL)) {
				context_features(&f, &c, &it, &b);
				if (learn && tally == NULL)
					logistic_trainer_add(t, &f, gold, 1);
				else
					is = logistic_trainer_score(t, &f) > 0;
			}
			if (tally != NULL && !learn) {
				tally->ruled += d != DECIDE_MODEL;
				judge(tally, is, gold);
				if (show && is != gold)
					printf("%s %s%s %.*s || %.*s\n", s->name,
					    is ? "FP" : "FN",
					    d == DECIDE_MODEL ? "" : " rule",
					    (int)(b.end - it.start > 70 ? 70 :
					    b.end - it.start), s->raw + (b.end -
					    it.start > 70 ? b.end - 70 : it.start),
					    (int)strcspn(s->raw + b.end, "\n") > 50 ?
					    50 : (int)strcspn(s->raw + b.end, "\n"),
					    s->raw + b.end);
			}
			if (gold)
				break;
		}
	}
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
	printf("%-22s %7zu candidates, %4.1f %% by rule, %6zu ends, %4zu wrong, %4zu missed, F1 %.2f\n",
	    name, t->candidates,
	    100 * (double)t->ruled / (double)(t->candidates + !t->candidates),
	    t->gold, t->fp, t->fn, 100 * f1(t));
}

static void
cross_validate(const struct set *sets, size_t n, struct splitter *p,
    size_t folds)
{
	struct tally *tally = xcalloc(n, sizeof(*tally)), all = { 0 };
	struct logistic_trainer *t;
	size_t k, i;

	for (k = 0; k < folds; k++) {
		t = logistic_trainer_new(BITS);
		for (i = 0; i < n; i++)
			each_candidate(&sets[i], p, t, folds, k, NULL, false);
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
	}
	report("all", &all);
	free(tally);
}

static void
write_model(const char *path, const struct set *sets, size_t n,
    struct splitter *p, void *words, size_t words_len)
{
	struct logistic_trainer *t = logistic_trainer_new(BITS);
	struct model_section s[2] = {
		{ "weights", NULL, 0 }, { "words", words, words_len }
	};
	double loss;
	size_t i;

	for (i = 0; i < n; i++)
		each_candidate(&sets[i], p, t, 2, 2, NULL, false);
	loss = logistic_trainer_fit(t, PENALTY, ITERATIONS);
	printf("%zu examples, loss %.4f\n", logistic_trainer_examples(t), loss);
	s[0].data = logistic_trainer_section(t, &s[0].len);
	if (!model_write(path, s, 2))
		err(2, "%s", path);
	free((void *)s[0].data);
	logistic_trainer_free(t);
}

int
main(int argc, char *argv[])
{
	const char *out = NULL;
	struct counts *counts = counts_new();
	struct set *sets;
	struct splitter *p = splitter_bare(NULL);
	void *words;
	char *text;
	size_t folds = 0, n = 0, len, i;
	int c;

	while ((c = getopt(argc, argv, "+k:o:")) != -1) {
		switch (c) {
		case 'k': folds = (size_t)atoi(optarg); break;
		case 'o': out = optarg; break;
		default: errx(2, "usage: sentences [-k FOLDS] [-o MODEL] PLAIN ... -- RAW GOLD ...");
		}
	}
	sets = xcalloc((size_t)argc, sizeof(*sets));
	for (; optind < argc && strcmp(argv[optind], "--") != 0; optind++) {
		text = slurp(argv[optind], &len);
		counts_text(counts, text, len);
		free(text);
	}
	for (optind++; optind + 1 < argc; optind += 2) {
		load_set(&sets[n], argv[optind], argv[optind + 1]);
		counts_text(counts, sets[n].raw, sets[n].len);
		n++;
	}
	words = counts_section(counts, &len);
	counts_free(counts);
	printf("words: %zu bytes\n", len);
	if (!wordmap_use(&p->words, words, len))
		errx(2, "the words made are damaged");
	if (folds > 1)
		cross_validate(sets, n, p, folds);
	if (out != NULL)
		write_model(out, sets, n, p, words, len);
	for (i = 0; i < n; i++) {
		free(sets[i].raw);
		free(sets[i].ends);
	}
	free(sets);
	free(words);
	splitter_free(p);
	return 0;
}
