#include "common/learn/learn_train.h"

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

struct unit {
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
	struct unit	*units;
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
	t->units[t->nunits++] = (struct unit){ t->nexamples, ranked };
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

static double *
vectors(size_t n, size_t size)
{
	return xcalloc(n * size, sizeof(double));
}

/* d = -H g, by the two loops over the newest pairs of steps and gradients. */
static void
direction(double *d, const double *g, double *s, double *y,
    const double *rho, int newest, int pairs, size_t n)
{
	double alpha[HISTORY], beta, scale;
	size_t i;
	int k, j;

	for (i = 0; i < n; i++)
		d[i] = -g[i];
	for (k = 0; k < pairs; k++) {
		j = (newest - k + HISTORY) % HISTORY;
		alpha[j] = rho[j] * dot(s + (size_t)j * n, d, n);
		for (i = 0; i < n; i++)
			d[i] -= alpha[j] * y[(size_t)j * n + i];
	}
	if (pairs > 0) {
		j = newest;
		scale = 1 / (rho[j] * dot(y + (size_t)j * n,
		    y + (size_t)j * n, n));
		for (i = 0; i < n; i++)
			d[i] *= scale;
	}
	for (k = pairs - 1; k >= 0; k--) {
		j = (newest - k + HISTORY) % HISTORY;
		beta = rho[j] * dot(y + (size_t)j * n, d, n);
		for (i = 0; i < n; i++)
			d[i] += (alpha[j] - beta) * s[(size_t)j * n + i];
	}
}

double
logistic_trainer_fit(struct logistic_trainer *t, double l2, int iterations)
{
	size_t i, n = t->size;
	double *v = vectors(4, n), *s = vectors(HISTORY, n),
	    *y = vectors(HISTORY, n);
	double *g = v, *d = v + n, *w = v + 2 * n, *h = v + 3 * n, *swap;
	double rho[HISTORY], f, next, slope, step, sy;
	int it, k, newest = -1, pairs = 0;

	t->score = array_grow(t->score, &t->cap_score, t->nexamples + 1,
	    sizeof(*t->score));
	f = objective(t, t->w, l2, g);
	for (it = 0; it < iterations; it++) {
		if (dot(g, g, n) < TOLERANCE * TOLERANCE *
		    (1 + dot(t->w, t->w, n)))
			break;
		direction(d, g, s, y, rho, newest, pairs, n);
		slope = dot(g, d, n);
		if (slope >= 0) {
			pairs = 0;
			for (i = 0; i < n; i++)
				d[i] = -g[i];
			slope = -dot(g, g, n);
		}
		/* The first step has no scale yet: one bit per example. */
		step = pairs == 0 ? 1.0 / (1.0 + (double)t->nexamples) : 1.0;
		for (k = 0; k < BACKTRACKS; k++, step /= 2) {
			for (i = 0; i < n; i++)
				w[i] = t->w[i] + step * d[i];
			next = objective(t, w, l2, h);
			if (next <= f + 1e-4 * step * slope)
				break;
		}
		if (k == BACKTRACKS)
			break;
		newest = (newest + 1) % HISTORY;
		for (i = 0; i < n; i++) {
			s[(size_t)newest * n + i] = w[i] - t->w[i];
			y[(size_t)newest * n + i] = h[i] - g[i];
		}
		sy = dot(s + (size_t)newest * n, y + (size_t)newest * n, n);
		if (sy > 1e-12) {
			rho[newest] = 1 / sy;
			if (pairs < HISTORY)
				pairs++;
		} else {
			pairs = 0;
		}
		memcpy(t->w, w, n * sizeof(*w));
		f = next;
		swap = g;
		g = h;
		h = swap;
	}
	free(v);
	free(s);
	free(y);
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
