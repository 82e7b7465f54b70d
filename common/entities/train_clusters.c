/*
 * clusters -- classes of words: clusters [-k CLASSES] [-m COUNT] < TEXT > WORDS
 *
 * Words that stand between the same neighbours are one class: every word seen
 * COUNT times or more is a vector of how often each of the commonest words
 * stands right before and right after it (logarithms of the counts, weighted
 * by how telling a neighbour is), and the vectors are put into classes by
 * spherical k-means (Dhillon and Modha, Machine Learning 42, 2001).  The first
 * centres are the commonest words: no random numbers.
 *
 * Writes a line a word as written: the word, its class (from 1), 0, and how it
 * is usually written (1 small to 7 capital, not counting the first words of
 * sentences); and one for its lower case where that was not seen.
 */
#include <err.h>
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/text/text.h"

#define NEIGHBOURS	1500
#define OTHERS		5	/* kinds of neighbours that are none of them */
#define DIMS		(2 * (NEIGHBOURS + OTHERS))
#define LEARN_FROM	25000	/* commonest words that shape the classes */
#define ROUNDS		12
#define WORD_TABLE	((size_t)1 << 22)	/* its slots */
#define CENTRE_FIRST	200	/* more common words are no first centre */
#define CENTRE_STEP	4

struct word {
	uint32_t	 hash, folded;
	const char	*text;
	uint32_t	 len;
	uint32_t	 count;
	uint32_t	 capital, small;	/* of the folded form */
	int		 neighbour;		/* its number as one, or -1 */
	int		 class;
	size_t		 first, n;		/* its vector in the list */
};

static struct word	*words;
static size_t		 nwords, words_cap;
static uint32_t		*slots;
static size_t		 nslots = WORD_TABLE;

static struct word *
word(uint32_t hash, bool make)
{
	size_t i;

	for (i = hash; slots[i &= nslots - 1] != 0; i++)
		if (words[slots[i] - 1].hash == hash)
			return &words[slots[i] - 1];
	if (!make || nwords * 2 > nslots)
		return NULL;
	words = array_grow(words, &words_cap, nwords + 1, sizeof(*words));
	memset(&words[nwords], 0, sizeof(*words));
	words[nwords].hash = hash;
	words[nwords].neighbour = -1;
	slots[i] = ++nwords;
	return &words[nwords - 1];
}

static int
by_count(const void *a, const void *b)
{
	const struct word *x = *(const struct word *const *)a;
	const struct word *y = *(const struct word *const *)b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return (x->hash > y->hash) - (x->hash < y->hash);
}

static int
by_value(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static bool
counts_as_word(const struct token *t)
{
	return t->kind <= TOKEN_CLITIC && (t->flags & TOKEN_ALLDIGIT) == 0;
}

/* What stands at a neighbour's place: a number below NEIGHBOURS + OTHERS. */
static uint32_t
neighbour(const struct token *t)
{
	const struct word *w;

	if (t == NULL)
		return NEIGHBOURS;
	w = word(t->folded, false);
	if (w != NULL && w->neighbour >= 0)
		return (uint32_t)w->neighbour;
	if ((t->flags & TOKEN_DIGIT) != 0)
		return NEIGHBOURS + 1;
	if (t->kind != TOKEN_WORD)
		return NEIGHBOURS + 2;
	return NEIGHBOURS + ((t->flags & TOKEN_LOWER) != 0 ? 3 : 4);
}

struct component {
	uint32_t	 dim;
	float		 value;
};

static struct component	*components;
static size_t		 ncomponents, components_cap;
static float		(*centres)[DIMS];	/* then by dimension: */
static float		*by_dim;
static int		 nclasses = 800;

/* The class whose centre is nearest. */
static int
nearest(const struct word *w, float *score)
{
	size_t i;
	int k, best = 0;
	const float *c;
	float v;

	memset(score, 0, nclasses * sizeof(*score));
	for (i = w->first; i < w->first + w->n; i++) {
		c = by_dim + (size_t)components[i].dim * nclasses;
		v = components[i].value;
		for (k = 0; k < nclasses; k++)
			score[k] += v * c[k];
	}
	for (k = 1; k < nclasses; k++)
		if (score[k] > score[best])
			best = k;
	return best;
}

static void
normalise(float *v)
{
	double sum = 0;
	int d;

	for (d = 0; d < DIMS; d++)
		sum += (double)v[d] * v[d];
	if (sum == 0)
		return;
	for (d = 0; d < DIMS; d++)
		v[d] = (float)(v[d] / sqrt(sum));
}

static void
spread_centres(void)
{
	int k, d;

	for (k = 0; k < nclasses; k++) {
		normalise(centres[k]);
		for (d = 0; d < DIMS; d++)
			by_dim[(size_t)d * nclasses + k] = centres[k][d];
	}
}

static int
usual_case(const struct word *w)
{
	double n = w->capital + w->small, r;

	if (n < 3)
		return 0;
	r = w->capital / n;
	return r < .02 ? 1 : r < .1 ? 2 : r < .3 ? 3 : r < .6 ? 4 :
	    r < .85 ? 5 :
	    r < .98 ? 6 : 7;
}

static struct tokens	 tokens;
static uint32_t		 least = 5;	/* times a word is seen */

/* Call with every token of the text, line by line. */
static void
each_token(const struct buffer *text, void (*each)(const char *text, size_t i))
{
	const char *eol;
	size_t at, i;

	for (at = 0; at < text->len; at = (size_t)(eol - text->data) + 1) {
		eol = memchr(text->data + at, '\n', text->len - at);
		if (eol == NULL)
			eol = text->data + text->len;
		tokens.n = 0;
		tokens_scan(&tokens, text->data, (struct span){ at,
		    (size_t)(eol - text->data) });
		for (i = 0; i < tokens.n; i++)
			if (counts_as_word(&tokens.v[i]))
				each(text->data, i);
	}
}

/* Token i once more, and how it is written where no sentence begins. */
static void
count_token(const char *text, size_t i)
{
	const struct token *t = &tokens.v[i];
	struct word *w = word(t->hash, true), *f;

	if (w == NULL)
		return;
	if (w->count++ == 0) {
		w->text = text + t->start;
		w->len = (uint32_t)(t->end - t->start);
		w->folded = t->folded;
	}
	f = word(t->folded, true);
	if (f == NULL || i == 0 || t[-1].kind == TOKEN_MARK ||
	    (t->flags & TOKEN_UPPER) != 0)
		return;
	if ((t->flags & TOKEN_CAPITAL) != 0)
		f->capital++;
	else
		f->small++;
}

/* The words, the commonest first, by which neighbours are told apart. */
static struct word **
order_words(void)
{
	struct word **order = xcalloc(nwords, sizeof(*order)), *w;
	size_t i;
	int k = 0;

	for (i = 0; i < nwords; i++)
		order[i] = &words[i];
	qsort(order, nwords, sizeof(*order), by_count);
	for (i = 0; i < nwords && k < NEIGHBOURS; i++)
		if ((w = word(order[i]->folded, false)) != NULL &&
		    w->neighbour < 0)
			w->neighbour = k++;
	return order;
}

/* A word and a neighbour, as a number: the word's is its upper half. */
static uint64_t	*pairs;
static size_t	 npairs, pairs_cap;

static void
add_pairs(const char *text, size_t i)
{
	const struct token *t = &tokens.v[i];
	const struct word *w = word(t->hash, false);
	uint64_t upper;

	(void)text;
	if (w == NULL || w->count < least)
		return;
	upper = (uint64_t)(w - words) << 32;
	pairs = array_grow(pairs, &pairs_cap, npairs + 2, sizeof(*pairs));
	pairs[npairs++] = upper | neighbour(i > 0 ? t - 1 : NULL);
	pairs[npairs++] = upper | (neighbour(i + 1 < tokens.n ? t + 1 : NULL) +
	    NEIGHBOURS + OTHERS);
}

/* The vectors of the words, from their pairs, of length 1. */
static void
make_vectors(void)
{
	double *dim_count = xcalloc(DIMS, sizeof(*dim_count)), sum;
	double total = npairs / 2.0;
	struct word *w;
	uint32_t dim;
	size_t i, j;

	qsort(pairs, npairs, sizeof(*pairs), by_value);
	for (i = 0; i < npairs; i++)
		dim_count[(uint32_t)pairs[i]]++;
	for (i = 0; i < npairs; i = j) {
		for (j = i; j < npairs && pairs[j] == pairs[i]; j++)
			continue;
		w = &words[pairs[i] >> 32];
		dim = (uint32_t)pairs[i];
		if (w->n++ == 0)
			w->first = ncomponents;
		components = array_grow(components, &components_cap,
		    ncomponents + 1, sizeof(*components));
		components[ncomponents].dim = dim;
		components[ncomponents++].value = (float)(log1p(j - i) *
		    log(total / dim_count[dim]));
	}
	free(dim_count);
	for (w = words; w < words + nwords; w++) {
		for (sum = 0, j = w->first; j < w->first + w->n; j++)
			sum += (double)components[j].value *
			    components[j].value;
		for (j = w->first; j < w->first + w->n; j++)
			components[j].value = (float)(components[j].value /
			    sqrt(sum));
	}
}

static void
add_to_centre(int k, const struct word *w)
{
	size_t j;

	for (j = w->first; j < w->first + w->n; j++)
		centres[k][components[j].dim] += components[j].value;
}

/* Put the words into classes: spherical k-means. */
static void
learn(struct word *const *order, float *score)
{
	struct word *w;
	size_t i, kept;
	int k, round;

	for (kept = 0; kept < nwords && order[kept]->count >= least; kept++)
		continue;
	for (k = 0; k < nclasses; k++)
		add_to_centre(k, order[CENTRE_FIRST + k * CENTRE_STEP]);
	spread_centres();
	for (round = 0; round < ROUNDS; round++) {
		memset(centres, 0, nclasses * sizeof(*centres));
		for (i = 0; i < kept && i < LEARN_FROM; i++) {
			w = order[i];
			w->class = nearest(w, score);
			add_to_centre(w->class, w);
		}
		spread_centres();
		fprintf(stderr, "round %d\n", round);
	}
}

static void
write_words(float *score)
{
	const struct word *w, *f;
	int usual;

	for (w = words; w < words + nwords; w++) {
		f = word(w->folded != 0 ? w->folded : w->hash, false);
		usual = f != NULL ? usual_case(f) : 0;
		if (w->text == NULL)
			continue;
		if (w->count >= least)
			printf("%.*s\t%d\t0\t%d\n", (int)w->len, w->text,
			    1 + nearest(w, score), usual);
		else if (w->count >= 2 && usual != 0)
			printf("%.*s\t0\t0\t%d\n", (int)w->len, w->text, usual);
	}
}

int
main(int argc, char *argv[])
{
	struct buffer text = { 0 };
	struct word **order;
	float *score;
	char buf[65536];
	size_t n;
	int ch;

	while ((ch = getopt(argc, argv, "k:m:")) != -1)
		switch (ch) {
		case 'k':
			nclasses = atoi(optarg);
			break;
		case 'm':
			least = (uint32_t)atoi(optarg);
			break;
		default:
			errx(1, "usage: clusters [-k CLASSES] [-m COUNT]");
		}
	while ((n = fread(buf, 1, sizeof(buf), stdin)) > 0)
		buffer_add(&text, buf, n);
	slots = xcalloc(nslots, sizeof(*slots));
	each_token(&text, count_token);
	order = order_words();
	if (nclasses < 1 ||
	    CENTRE_FIRST + (size_t)(nclasses - 1) * CENTRE_STEP >= nwords)
		errx(1, "%zu words are too few for %d classes", nwords,
		    nclasses);
	each_token(&text, add_pairs);
	fprintf(stderr, "%zu words, %zu pairs\n", nwords, npairs);
	make_vectors();
	centres = xcalloc(nclasses, sizeof(*centres));
	by_dim = xcalloc((size_t)nclasses * DIMS, sizeof(*by_dim));
	score = xcalloc(nclasses, sizeof(*score));
	learn(order, score);
	write_words(score);
	return 0;
}
