/*
 * languages -- learn where sentences end in many languages at once
 *
 *	languages [-w SHARE] FOLDER CORPUS CODE ...
 *
 * For each CODE, CORPUS/CODE-train.raw and .gold are a text a paragraph a line
 * and the same a sentence a line, and FOLDER/CODE has the language's lists.
 * Written are FOLDER/CODE/sentences.model of each, and of what all share, which
 * knows no list and no word, FOLDER/none/sentences.model.
 *
 * Of most languages there is little text, of which a model would learn more by
 * chance than by rule; so each learns from the others as well, whose examples
 * together count SHARE as much as its own.  They are seen through their own
 * language's lists and words, so that what is learned is what an abbreviation
 * or a name does, and not only which are.
 */
#include <err.h>
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

#define BITS		14
#define PENALTY		1
#define ITERATIONS	80
#define KEEP_MIN	4	/* times a word is seen to be kept */
#define KEEP_MAX	5000	/* words kept */
#define LENT_MAX	2500	/* examples of a language for the others */

/* What is learned from: a candidate that no rule decides. */
struct example {
	uint32_t	*hash;		/* of its features */
	uint32_t	 n;
	bool		 label;
};

struct trained {
	const char	*code;
	struct labelled	 set;
	void		*words;		/* the wordmap's section */
	size_t		 words_len;
	struct splitter	*splitter;
	struct example	*examples;
	size_t		 n, cap;
	struct example	*bare;		/* without lists and words */
	size_t		 nbare, cap_bare;
};

static char *
path_of(const char *dir, const char *code, const char *rest)
{
	char *path;

	if (asprintf(&path, "%s/%s%s", dir, code, rest) == -1)
		err(EXIT_TROUBLE, NULL);
	return path;
}

static void
add_example(struct example **list, size_t *n, size_t *cap,
    const struct features *f, bool label)
{
	struct example *e;

	*list = array_grow(*list, cap, *n + 1, sizeof(**list));
	e = &(*list)[(*n)++];
	e->n = f->n;
	e->hash = xcalloc(f->n + 1, sizeof(*e->hash));
	memcpy(e->hash, f->hash, f->n * sizeof(*e->hash));
	e->label = label;
}

static void
free_examples(struct example *e, size_t n)
{
	while (n > 0)
		free(e[--n].hash);
	free(e);
}

static void
learn(struct logistic_trainer *l, const struct example *e, double weight)
{
	struct features f;

	f.n = e->n;
	memcpy(f.hash, e->hash, e->n * sizeof(*e->hash));
	logistic_trainer_add(l, &f, e->label, weight);
}

/* Every candidate that the model is asked of, as the splitter sees it. */
static void
gather(const struct labelled *set, struct splitter *p, struct example **list,
    size_t *n, size_t *cap)
{
	struct sentence_iterator it;
	struct boundary b;
	struct context c;
	struct features f;
	bool noisy = false, gold;

	sentences_start(&it, p, set->raw, set->len);
	while (candidates_begin(&it)) {
		if (sentences_begins_line(&it))
			noisy = set_is_noisy(set, it.start);
		while (candidates_next(&it, &b) == STEP_CANDIDATE) {
			gold = set->ends[b.end] || set->ends[b.trail];
			if (!noisy &&
			    rules_apply(&it, &b, &c) == DECIDE_MODEL) {
				boundary_features(&f, &c, &it, &b);
				add_example(list, n, cap, &f, gold);
			}
			if (gold)
				break;
		}
	}
}

static void
count_words(struct trained *t)
{
	struct counts *counts = counts_new();

	counts_text(counts, t->set.raw, t->set.len);
	t->words = counts_section(counts, KEEP_MIN, KEEP_MAX, &t->words_len);
	counts_free(counts);
}

static const struct language *
language_of(const char *code)
{
	const struct language *l = language_find(code);

	if (l == NULL)
		errx(EXIT_TROUBLE, "%s: no such language was built", code);
	return l;
}

static void
load(struct trained *t, const char *corpus, const char *code,
    struct splitter *bare)
{
	struct sentence_options o = { .language = language_of(code) };
	char *raw = path_of(corpus, code, "-train.raw");
	char *gold = path_of(corpus, code, "-train.gold");

	t->code = code;
	set_load(&t->set, raw, gold);
	count_words(t);
	t->splitter = splitter_bare(&o);
	if (!wordmap_use(&t->splitter->words, t->words, t->words_len))
		errx(EXIT_TROUBLE, "%s: the words made are damaged", code);
	gather(&t->set, t->splitter, &t->examples, &t->n, &t->cap);
	gather(&t->set, bare, &t->bare, &t->nbare, &t->cap_bare);
	free(raw);
	free(gold);
}

static void
write_model(const char *folder, const char *code, struct logistic_trainer *l,
    const void *words, size_t words_len)
{
	struct model_section s[2] = {
		{ "weights", NULL, 0 }, { "words", words, words_len }
	};
	char *path = path_of(folder, code, "/sentences.model");
	double loss = logistic_trainer_fit(l, PENALTY, ITERATIONS);

	printf("%s: %zu examples, loss %.4f\n", code,
	    logistic_trainer_examples(l), loss);
	s[0].data = logistic_trainer_section(l, &s[0].len);
	if (!model_write(path, s, 2))
		err(EXIT_TROUBLE, "%s", path);
	free((void *)s[0].data);
	free(path);
}

/* Examples that are lent, spread over all there are. */
static void
lend(struct logistic_trainer *l, const struct example *e, size_t n,
    double weight)
{
	size_t i, k = n < LENT_MAX ? n : LENT_MAX;

	for (i = 0; i < k; i++)
		learn(l, &e[i * n / k], weight);
}

static size_t
lent(size_t n)
{
	return n < LENT_MAX ? n : LENT_MAX;
}

static void
learn_language(const char *folder, const struct trained *t, size_t n,
    size_t which, double share)
{
	struct logistic_trainer *l = logistic_trainer_new(BITS);
	const struct trained *own = &t[which];
	size_t i, others = 0;

	for (i = 0; i < n; i++)
		others += i == which ? 0 : lent(t[i].n);
	for (i = 0; i < own->n; i++)
		learn(l, &own->examples[i], 1);
	for (i = 0; share > 0 && i < n; i++)
		if (i != which)
			lend(l, t[i].examples, t[i].n,
			    share * (double)own->n / (double)others);
	write_model(folder, own->code, l, own->words, own->words_len);
	logistic_trainer_free(l);
}

static void
learn_shared(const char *folder, const struct trained *t, size_t n)
{
	struct logistic_trainer *l = logistic_trainer_new(BITS);
	size_t i, len;
	void *words = wordmap_section(NULL, NULL, 0, &len);

	for (i = 0; i < n; i++)
		lend(l, t[i].bare, t[i].nbare, 1);
	write_model(folder, "none", l, words, len);
	free(words);
	logistic_trainer_free(l);
}

__attribute__((noreturn)) static void
usage(void)
{
	errx(EXIT_TROUBLE, "usage: languages [-w SHARE] FOLDER CORPUS CODE ...");
}

int
main(int argc, char *argv[])
{
	struct sentence_options none = { .language = language_of("none") };
	struct splitter *bare = splitter_bare(&none);
	struct trained *t;
	const char *folder, *corpus;
	double share = 2;
	void *words;
	size_t i, n, len;
	int c;

	while ((c = getopt(argc, argv, "+w:")) != -1) {
		switch (c) {
		case 'w': share = atof(optarg); break;
		default: usage();
		}
	}
	argc -= optind;
	argv += optind;
	if (argc < 3)
		usage();
	folder = argv[0];
	corpus = argv[1];
	n = (size_t)argc - 2;
	t = xcalloc(n, sizeof(*t));
	words = wordmap_section(NULL, NULL, 0, &len);
	if (!wordmap_use(&bare->words, words, len))
		errx(EXIT_TROUBLE, "a map without words is damaged");
	for (i = 0; i < n; i++)
		load(&t[i], corpus, argv[i + 2], bare);
	for (i = 0; i < n; i++)
		learn_language(folder, t, n, i, share);
	learn_shared(folder, t, n);
	for (i = 0; i < n; i++) {
		set_free(&t[i].set);
		splitter_free(t[i].splitter);
		free(t[i].words);
		free_examples(t[i].examples, t[i].n);
		free_examples(t[i].bare, t[i].nbare);
	}
	free(t);
	free(words);
	splitter_free(bare);
	return 0;
}
