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
 * or a name does, and not only which are.  And stops are put into sentences, as
 * behind initials before a name and behind words that are cut short before a
 * small letter, which few texts have enough of.
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
#define MADE_WEIGHT	0.2	/* of an example that is made */
#define LENT_MAX	2500	/* examples of a language for the others */

/* What is learned from: a candidate that no rule decides. */
struct example {
	uint32_t	*hash;		/* of its features */
	uint32_t	 n;
	bool		 label;
	double		 weight;
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
    const struct features *f, bool label, double weight)
{
	struct example *e;

	*list = array_grow(*list, cap, *n + 1, sizeof(**list));
	e = &(*list)[(*n)++];
	e->n = f->n;
	e->hash = xcalloc(f->n + 1, sizeof(*e->hash));
	memcpy(e->hash, f->hash, f->n * sizeof(*e->hash));
	e->label = label;
	e->weight = weight;
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
	logistic_trainer_add(l, &f, e->label, weight * e->weight);
}

/*
 * Every candidate that the model is asked of, as the splitter sees it; of a set
 * that is varied only those that were put in.
 */
static void
gather(const struct labelled *set, const unsigned char *made,
    struct splitter *p, struct example **list, size_t *n, size_t *cap)
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
			if (!noisy && (made == NULL || made[b.term]) &&
			    rules_apply(&it, &b, &c) == DECIDE_MODEL) {
				boundary_features(&f, &c, &it, &b);
				add_example(list, n, cap, &f, gold,
				    made == NULL ? 1 : MADE_WEIGHT);
			}
			if (gold)
				break;
		}
	}
}

/* A set in which stops were put where no sentence ends. */
struct varied {
	struct labelled	 set;
	struct buffer	 text;
	unsigned char	*made;		/* made[i]: that stop was put in */
	uint64_t	 random;
};

#define ONE_IN_NAMES	4	/* names that get an initial */
#define ONE_IN_WORDS	200	/* words that are cut short */
#define CUT_LETTERS	4
#define CUT_MIN		6	/* bytes of a word that is cut */

static uint32_t
next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33);
}

/* Is a letter in lower case at s, of a script that has capitals? */
static bool
is_small(const char *s, size_t n)
{
	uint32_t cp;

	if (n == 0)
		return false;
	utf8_decode(s, n, &cp);
	return char_letter(cp) == CHAR_LOWER && !char_has_no_case(cp);
}

/* The letters of the word at s: how many bytes. */
static size_t
word_bytes(const char *s, size_t n)
{
	uint32_t cp;
	size_t i, k;

	for (i = 0; i < n; i += k) {
		k = utf8_decode(s + i, n - i, &cp);
		if ((char_letter(cp) & CHAR_LETTER) == 0)
			break;
	}
	return i;
}

static void
put_stop(struct varied *v)
{
	v->made[v->text.len] = 1;
	buffer_add(&v->text, ".", 1);
}

/*
 * What is put in the place of the word at i, which stands behind another inside
 * a sentence, or before it; how many bytes of it that takes.
 */
static size_t
vary_word(struct varied *v, const struct labelled *s, size_t i)
{
	const char *p = s->raw + i;
	size_t n = s->len - i, len = word_bytes(p, n), k, letters;
	uint32_t cp;

	k = utf8_decode(p, n, &cp);
	if (char_letter(cp) == CHAR_UPPER && len > k &&
	    next_random(&v->random) % ONE_IN_NAMES == 0) {
		do {
			buffer_add(&v->text, p, k);
			put_stop(v);
			buffer_add(&v->text, " ", 1);
		} while (next_random(&v->random) % 3 == 0);
		return 0;
	}
	if (!is_small(p, n) || len < CUT_MIN || len + 1 >= n ||
	    p[len] != ' ' || !is_small(p + len + 1, n - len - 1) ||
	    next_random(&v->random) % ONE_IN_WORDS != 0)
		return 0;
	for (k = letters = 0; k < len && letters < CUT_LETTERS; letters++)
		k += utf8_decode(p + k, n - k, &cp);
	buffer_add(&v->text, p, k);
	put_stop(v);
	return len;
}

static void
vary(struct varied *v, const struct labelled *s)
{
	size_t i, k;

	memset(v, 0, sizeof(*v));
	v->set.name = s->name;
	v->set.ends = xcalloc(3 * s->len + 64, 1);
	v->made = xcalloc(3 * s->len + 64, 1);
	for (i = 0; i < s->len; i++) {
		v->set.ends[v->text.len] = s->ends[i];
		if (i > 1 && s->raw[i - 1] == ' ' && byte_is((unsigned char)
		    s->raw[i - 2], CHAR_LOWER | CHAR_WIDE) &&
		    v->text.len < 2 * s->len &&
		    (k = vary_word(v, s, i)) > 0)
			i += k;
		buffer_add(&v->text, s->raw + i, 1);
	}
	v->set.ends[v->text.len] = s->ends[s->len];
	v->set.len = v->text.len;
	buffer_add(&v->text, "", 1);
	v->set.raw = v->text.data;
}

static const struct language *
language_of(const char *code)
{
	const struct language *l = language_find(code);

	if (l == NULL)
		errx(EXIT_TROUBLE, "%s: no such language was built", code);
	return l;
}

/* A short form of the list: does no sentence end with it? */
static void
see_short_form(const char *word, size_t len, const struct lexicon_found *found,
    void *arg)
{
	if (found->first == ABBREV_TITLE || found->first == ABBREV_PREFIX)
		counts_short_form(arg, word, len);
}

static void
count_words(struct trained *t)
{
	struct counts *counts = counts_new();

	counts_text(counts, t->set.raw, t->set.len);
	lexicon_each(language_of(t->code)->lexicon, ROLE_ABBREVIATIONS,
	    see_short_form, counts);
	t->words = counts_section(counts, KEEP_MIN, KEEP_MAX, &t->words_len);
	counts_free(counts);
}

static void
load(struct trained *t, const char *corpus, const char *code,
    struct splitter *bare)
{
	struct sentence_options o = { .language = language_of(code) };
	char *raw = path_of(corpus, code, "-train.raw");
	char *gold = path_of(corpus, code, "-train.gold");
	struct varied v;

	t->code = code;
	set_load(&t->set, raw, gold);
	count_words(t);
	t->splitter = splitter_bare(&o);
	if (!wordmap_use(&t->splitter->words, t->words, t->words_len))
		errx(EXIT_TROUBLE, "%s: the words made are damaged", code);
	vary(&v, &t->set);
	gather(&t->set, NULL, t->splitter, &t->examples, &t->n, &t->cap);
	gather(&v.set, v.made, t->splitter, &t->examples, &t->n, &t->cap);
	gather(&t->set, NULL, bare, &t->bare, &t->nbare, &t->cap_bare);
	gather(&v.set, v.made, bare, &t->bare, &t->nbare, &t->cap_bare);
	free(v.set.ends);
	free(v.made);
	buffer_free(&v.text);
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
	errx(EXIT_TROUBLE,
	    "usage: languages [-w SHARE] FOLDER CORPUS CODE ...");
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
