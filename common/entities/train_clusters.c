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
#define OTHERS		5		/* kinds of neighbours that are none of them */
#define DIMS		(2 * (NEIGHBOURS + OTHERS))
#define LEARN_FROM	25000		/* commonest words that shape the classes */
#define ROUNDS		12

struct word {
	uint32_t	 hash, folded;
	char		*text;
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
static size_t		 nslots = 1 << 22;

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

struct entry {
	uint32_t	 dim;
	float		 value;
};

static struct entry	*entries;
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
		c = by_dim + (size_t)entries[i].dim * nclasses;
		v = entries[i].value;
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
	return r < .02 ? 1 : r < .1 ? 2 : r < .3 ? 3 : r < .6 ? 4 : r < .85 ? 5 :
	    r < .98 ? 6 : 7;
}

int
main(int argc, char *argv[])
{
	struct tokens t = { 0 };
	struct buffer text = { 0 };
	struct word **order = NULL, *w, *f;
	struct token *a;
	uint64_t *pairs = NULL;
	size_t npairs = 0, pairs_cap = 0, i, j, n, at, kept, nentries = 0;
	size_t entries_cap = 0;
	double *dim_count, total = 0, sum;
	float *score;
	char buf[65536];
	int ch, least = 5, round, k;
	char *eol;

	while ((ch = getopt(argc, argv, "k:m:")) != -1)
		switch (ch) {
		case 'k': nclasses = atoi(optarg); break;
		case 'm': least = atoi(optarg); break;
		default: errx(1, "usage: clusters [-k CLASSES] [-m COUNT]");
		}
	while ((n = fread(buf, 1, sizeof(buf), stdin)) > 0)
		buffer_add(&text, buf, n);
	slots = xcalloc(nslots, sizeof(*slots));
	for (round = 0; round < 2; round++) {
		for (at = 0; at < text.len; at = eol - text.data + 1) {
			if ((eol = memchr(text.data + at, '\n', text.len - at)) == NULL)
				eol = text.data + text.len;
			t.n = 0;
			tokens_scan(&t, text.data, (struct span){ at,
			    eol - text.data });
			for (i = 0; i < t.n; i++) {
				a = &t.v[i];
				if (!counts_as_word(a))
					continue;
				w = word(a->hash, round == 0);
				if (w == NULL)
					continue;
				if (round == 1) {
					if (w->count < (uint32_t)least)
						continue;
					pairs = array_grow(pairs, &pairs_cap,
					    npairs + 2, sizeof(*pairs));
					pairs[npairs++] = (uint64_t)(w - words) << 32 |
					    neighbour(i > 0 ? a - 1 : NULL);
					pairs[npairs++] = (uint64_t)(w - words) << 32 |
					    (neighbour(i + 1 < t.n ? a + 1 : NULL) +
					    NEIGHBOURS + OTHERS);
					continue;
				}
				if (w->count++ == 0) {
					w->text = text.data + a->start;
					w->len = a->end - a->start;
					w->folded = a->folded;
				}
				f = word(a->folded, true);
				if (f == NULL || i == 0 || t.v[i - 1].kind == TOKEN_MARK ||
				    (a->flags & TOKEN_UPPER) != 0)
					continue;
				if ((a->flags & TOKEN_CAPITAL) != 0)
					f->capital++;
				else
					f->small++;
			}
		}
		if (round > 0)
			break;
		order = xcalloc(nwords, sizeof(*order));
		for (i = 0; i < nwords; i++)
			order[i] = &words[i];
		qsort(order, nwords, sizeof(*order), by_count);
		for (i = 0, k = 0; i < nwords && k < NEIGHBOURS; i++)
			if ((w = word(order[i]->folded, false)) != NULL &&
			    w->neighbour < 0)
				w->neighbour = k++;
	}
	fprintf(stderr, "%zu words, %zu pairs\n", nwords, npairs);
	qsort(pairs, npairs, sizeof(*pairs), by_value);
	dim_count = xcalloc(DIMS, sizeof(*dim_count));
	for (i = 0; i < npairs; i++)
		dim_count[(uint32_t)pairs[i]]++;
	total = npairs / 2.0;
	for (i = 0; i < npairs; i = j) {
		for (j = i; j < npairs && pairs[j] == pairs[i]; j++)
			continue;
		w = &words[pairs[i] >> 32];
		if (w->n == 0)
			w->first = nentries;
		entries = array_grow(entries, &entries_cap, nentries + 1,
		    sizeof(*entries));
		entries[nentries].dim = (uint32_t)pairs[i];
		entries[nentries].value = (float)(log1p(j - i) *
		    log(total / dim_count[(uint32_t)pairs[i]]));
		nentries++;
		w->n++;
	}
	for (i = 0; i < nwords; i++) {
		w = &words[i];
		for (sum = 0, j = w->first; j < w->first + w->n; j++)
			sum += (double)entries[j].value * entries[j].value;
		for (j = w->first; j < w->first + w->n; j++)
			entries[j].value = (float)(entries[j].value / sqrt(sum));
	}
	for (kept = 0; kept < nwords && order[kept]->count >= (uint32_t)least; kept++)
		continue;
	centres = xcalloc(nclasses, sizeof(*centres));
	by_dim = xcalloc((size_t)nclasses * DIMS, sizeof(*by_dim));
	score = xcalloc(nclasses, sizeof(*score));
	for (k = 0; k < nclasses; k++) {
		w = order[200 + k * 4];
		for (j = w->first; j < w->first + w->n; j++)
			centres[k][entries[j].dim] = entries[j].value;
	}
	spread_centres();
	for (round = 0; round < ROUNDS; round++) {
		memset(centres, 0, nclasses * sizeof(*centres));
		for (i = 0; i < kept && i < LEARN_FROM; i++) {
			w = order[i];
			k = w->class = nearest(w, score);
			for (j = w->first; j < w->first + w->n; j++)
				centres[k][entries[j].dim] += entries[j].value;
		}
		spread_centres();
		fprintf(stderr, "round %d\n", round);
	}
	for (i = 0; i < nwords; i++) {
		w = &words[i];
		f = word(w->folded != 0 ? w->folded : w->hash, false);
		k = f != NULL ? usual_case(f) : 0;
		if (w->count >= (uint32_t)least && w->text != NULL)
			printf("%.*s\t%d\t0\t%d\n", (int)w->len, w->text,
			    1 + nearest(w, score), k);
		else if (w->count >= 2 && w->text != NULL && k != 0)
			printf("%.*s\t0\t0\t%d\n", (int)w->len, w->text, k);
	}
	return 0;
}
