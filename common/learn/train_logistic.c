#include "common/learn/train_logistic.h"

#include <err.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/model.h"

#define BITS_MAX	26
#define HISTORY		8	/* pairs kept by L-BFGS */
#define BACKTRACKS	30
#define TOLERANCE	1e-5	/* of the gradient, relative to the weights */

/*
 * Examples lie one after another in index; a unit is what has a loss of its
 * own, a binary example or a group, and is a run of examples.
 */
struct example {
	size_t	begin;		/* in index */
	float	weight;
	bool	label;
};

struct loss_unit {
	size_t	begin;		/* in examples */
	bool	ranked;
};

struct logistic_trainer {
	uint32_t	 mask;
	size_t		 size;		/* weights */
	double		*w;
	uint32_t	*index;
	size_t		 nindex, cap_index;
	struct example	*examples;
	size_t		 nexamples, cap_examples;
	struct loss_unit	*units;
	size_t		 nunits, cap_units;
	double		*score;		/* of each example, while fitting */
	size_t		 cap_score;
	bool		 in_group;
};

struct logistic_trainer *
logistic_trainer_new(unsigned bits)
{
	struct logistic_trainer *t = xcalloc(1, sizeof(*t));

	if (bits > BITS_MAX)
		errx(2, "logistic_trainer_new: %u bits", bits);
	t->size = (size_t)1 << bits;
	t->mask = (uint32_t)(t->size - 1);
	t->w = xcalloc(t->size, sizeof(*t->w));
	return t;
}

void
logistic_trainer_free(struct logistic_trainer *t)
{
	free(t->w);
	free(t->index);
	free(t->examples);
	free(t->units);
	free(t->score);
	free(t);
}

static void
begin_unit(struct logistic_trainer *t, bool ranked)
{
	t->units = array_grow(t->units, &t->cap_units, t->nunits + 1,
	    sizeof(*t->units));
	t->units[t->nunits++] = (struct loss_unit){ t->nexamples, ranked };
}

void
logistic_trainer_group(struct logistic_trainer *t)
{
	begin_unit(t, true);
	t->in_group = true;
}

void
logistic_trainer_group_end(struct logistic_trainer *t)
{
	t->in_group = false;
}

void
logistic_trainer_add(struct logistic_trainer *t, const struct features *f,
    bool label, double weight)
{
	uint32_t i;

	if (!t->in_group)
		begin_unit(t, false);
	t->examples = array_grow(t->examples, &t->cap_examples,
	    t->nexamples + 1, sizeof(*t->examples));
	t->examples[t->nexamples++] = (struct example){ t->nindex,
	    (float)weight, label };
	t->index = array_grow(t->index, &t->cap_index, t->nindex + f->n,
	    sizeof(*t->index));
	for (i = 0; i < f->n; i++)
		t->index[t->nindex++] = f->hash[i] & t->mask;
}

size_t
logistic_trainer_examples(const struct logistic_trainer *t)
{
	return t->nexamples;
}

/* e^x by argument halving and a Taylor series: the same bits everywhere. */
static double
exponential(double x)
{
	double r, sum = 1, term = 1;
	int i, k = 0;

	if (x > 700)
		x = 700;
	if (x < -700)
		x = -700;
	for (r = x; r > 0.125 || r < -0.125; k++)
		r /= 2;
	for (i = 1; i <= 11; i++) {
		term *= r / i;
		sum += term;
	}
	while (k-- > 0)
		sum *= sum;
	return sum;
}

/* ln z of z > 0: the exponent, and 2 artanh((m - 1)/(m + 1)) of the rest m. */
static double
logarithm(double z)
{
	double t, sum = 0;
	int i, k;

	z = frexp(z, &k) * 2;		/* 1 <= z < 2 */
	t = (z - 1) / (z + 1);
	for (i = 35; i >= 1; i -= 2)
		sum = sum * t * t + 1.0 / i;
	return 2 * t * sum + (k - 1) * 0.69314718055994530942;
}

static size_t
unit_end(const struct logistic_trainer *t, size_t u)
{
	return u + 1 < t->nunits ? t->units[u + 1].begin : t->nexamples;
}

static size_t
example_end(const struct logistic_trainer *t, size_t e)
{
	return e + 1 < t->nexamples ? t->examples[e + 1].begin : t->nindex;
}

static void
spread(const struct logistic_trainer *t, size_t e, double d, double *g)
{
	size_t i, end = example_end(t, e);

	for (i = t->examples[e].begin; i < end; i++)
		g[t->index[i]] += d;
}

/* Loss of a binary example; its gradient is added to g. */
static double
binary_loss(const struct logistic_trainer *t, size_t e, double *g)
{
	const struct example *x = &t->examples[e];
	double m, q;

	m = x->label ? -t->score[e] : t->score[e];
	q = exponential(m);
	spread(t, e, (x->label ? -1 : 1) * x->weight * q / (1 + q), g);
	return x->weight * (m > 30 ? m : logarithm(1 + q));
}

/* Loss of a group: -ln of the share of probability that is right. */
static double
ranked_loss(const struct logistic_trainer *t, size_t begin, size_t end,
    double *g)
{
	double all = 0, right = 0, top, q, weight, x;
	size_t e;

	if (begin == end)
		return 0;
	weight = t->examples[begin].weight;
	for (top = t->score[begin], e = begin + 1; e < end; e++)
		if (t->score[e] > top)
			top = t->score[e];
	for (e = begin; e < end; e++) {
		q = exponential(t->score[e] - top);
		all += q;
		if (t->examples[e].label)
			right += q;
	}
	if (right <= 0 || right >= all)
		return 0;
	for (e = begin; e < end; e++) {
		q = exponential(t->score[e] - top);
		x = q / all;
		if (t->examples[e].label)
			x -= q / right;
		spread(t, e, weight * x, g);
	}
	return weight * logarithm(all / right);
}

static double
objective(struct logistic_trainer *t, const double *w, double l2, double *g)
{
	double loss = 0, sum;
	size_t e, i, end, u;

	for (e = 0; e < t->nexamples; e++) {
		end = example_end(t, e);
		for (sum = 0, i = t->examples[e].begin; i < end; i++)
			sum += w[t->index[i]];
		t->score[e] = sum;
	}
	for (sum = 0, i = 0; i < t->size; i++) {
		g[i] = l2 * w[i];
		sum += w[i] * w[i];
	}
	for (u = 0; u < t->nunits; u++) {
		if (t->units[u].ranked)
			loss += ranked_loss(t, t->units[u].begin,
			    unit_end(t, u), g);
		else
			loss += binary_loss(t, t->units[u].begin, g);
	}
	return loss + l2 / 2 * sum;
}

static double
dot(const double *a, const double *b, size_t n)
{
	double sum = 0;
	size_t i;

	for (i = 0; i < n; i++)
		sum += a[i] * b[i];
	return sum;
}

/* What L-BFGS keeps between its iterations: vectors of n numbers. */
struct search {
	size_t	 n;
	double	*memory;		/* of all vectors */
	double	*g, *d;			/* gradient; where to go */
	double	*w, *h;			/* weights tried, and their gradient */
	double	*s, *y;			/* HISTORY steps, and what g did then */
	double	 rho[HISTORY];
	int	 newest, pairs;
};

static void
search_new(struct search *l, size_t n)
{
	*l = (struct search){ .n = n, .newest = -1 };
	l->memory = xcalloc((4 + 2 * HISTORY) * n, sizeof(*l->memory));
	l->g = l->memory;
	l->d = l->g + n;
	l->w = l->d + n;
	l->h = l->w + n;
	l->s = l->h + n;
	l->y = l->s + HISTORY * n;
}

/* d = -H g, by the two loops over the newest pairs of steps and gradients. */
static void
direction(struct search *l)
{
	double alpha[HISTORY] = { 0 }, beta, scale, *s, *y;
	size_t i, n = l->n;
	int k, j;

	for (i = 0; i < n; i++)
		l->d[i] = -l->g[i];
	for (k = 0; k < l->pairs; k++) {
		j = (l->newest - k + HISTORY) % HISTORY;
		s = l->s + (size_t)j * n;
		y = l->y + (size_t)j * n;
		alpha[j] = l->rho[j] * dot(s, l->d, n);
		for (i = 0; i < n; i++)
			l->d[i] -= alpha[j] * y[i];
	}
	if (l->pairs > 0) {
		y = l->y + (size_t)l->newest * n;
		scale = 1 / (l->rho[l->newest] * dot(y, y, n));
		for (i = 0; i < n; i++)
			l->d[i] *= scale;
	}
	for (k = l->pairs - 1; k >= 0; k--) {
		j = (l->newest - k + HISTORY) % HISTORY;
		s = l->s + (size_t)j * n;
		y = l->y + (size_t)j * n;
		beta = l->rho[j] * dot(y, l->d, n);
		for (i = 0; i < n; i++)
			l->d[i] += (alpha[j] - beta) * s[i];
	}
}

/* The slope along d, which is turned straight down if it does not go down. */
static double
downhill(struct search *l)
{
	double slope = dot(l->g, l->d, l->n);
	size_t i;

	if (slope < 0)
		return slope;
	l->pairs = 0;
	for (i = 0; i < l->n; i++)
		l->d[i] = -l->g[i];
	return -dot(l->g, l->g, l->n);
}

/*
 * Go from the weights along d, to l->w, by steps half as long each time until
 * the objective, now *f, falls enough.  False if it does not.
 */
static bool
backtrack(struct search *l, struct logistic_trainer *t, double l2, double *f)
{
	double slope = downhill(l), next, step;
	size_t i;
	int k;

	/* The first step has no scale yet: one bit per example. */
	step = l->pairs == 0 ? 1.0 / (1.0 + (double)t->nexamples) : 1.0;
	for (k = 0; k < BACKTRACKS; k++, step /= 2) {
		for (i = 0; i < l->n; i++)
			l->w[i] = t->w[i] + step * l->d[i];
		next = objective(t, l->w, l2, l->h);
		if (next <= *f + 1e-4 * step * slope) {
			*f = next;
			return true;
		}
	}
	return false;
}

/* Take the step from w to l->w, and keep it with what the gradient did. */
static void
take_step(struct search *l, double *w)
{
	double *s, *y, *swap, sy;
	size_t i, n = l->n;

	l->newest = (l->newest + 1) % HISTORY;
	s = l->s + (size_t)l->newest * n;
	y = l->y + (size_t)l->newest * n;
	for (i = 0; i < n; i++) {
		s[i] = l->w[i] - w[i];
		y[i] = l->h[i] - l->g[i];
	}
	sy = dot(s, y, n);
	if (sy > 1e-12) {
		l->rho[l->newest] = 1 / sy;
		if (l->pairs < HISTORY)
			l->pairs++;
	} else {
		l->pairs = 0;
	}
	memcpy(w, l->w, n * sizeof(*w));
	swap = l->g;
	l->g = l->h;
	l->h = swap;
}

double
logistic_trainer_fit(struct logistic_trainer *t, double l2, int iterations)
{
	struct search l;
	double f;
	int it;

	search_new(&l, t->size);
	t->score = array_grow(t->score, &t->cap_score, t->nexamples + 1,
	    sizeof(*t->score));
	f = objective(t, t->w, l2, l.g);
	for (it = 0; it < iterations; it++) {
		if (dot(l.g, l.g, l.n) < TOLERANCE * TOLERANCE *
		    (1 + dot(t->w, t->w, l.n)))
			break;
		direction(&l);
		if (!backtrack(&l, t, l2, &f))
			break;
		take_step(&l, t->w);
	}
	free(l.memory);
	return t->nexamples == 0 ? 0 : f / (double)t->nexamples;
}

double
logistic_trainer_score(const struct logistic_trainer *t,
    const struct features *f)
{
	double sum = 0;
	uint32_t i;

	for (i = 0; i < f->n; i++)
		sum += t->w[f->hash[i] & t->mask];
	return sum;
}

void *
logistic_trainer_section(const struct logistic_trainer *t, size_t *len)
{
	unsigned char *p;
	double max = 0, scale, x;
	size_t i;
	unsigned bits;

	for (i = 0; i < t->size; i++) {
		x = t->w[i] < 0 ? -t->w[i] : t->w[i];
		if (x > max)
			max = x;
	}
	scale = max > 0 ? 127 / max : 1;
	for (bits = 0; (size_t)1 << bits < t->size; bits++)
		;
	*len = 8 + t->size;
	p = xmalloc(*len);
	model_put32(p, bits);
	model_put32(p + 4, (uint32_t)(scale * 256 + 0.5));
	for (i = 0; i < t->size; i++) {
		x = t->w[i] * scale;
		p[8 + i] = (unsigned char)(int8_t)(x < 0 ? x - 0.5 : x + 0.5);
	}
	return p;
}
