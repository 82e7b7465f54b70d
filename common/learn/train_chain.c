#include "common/learn/train_chain.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/chain_section.h"
#include "common/learn/model.h"
#include "common/learn/train_places.h"
#include "common/learn/viterbi.h"

struct chain_trainer {
	size_t		 features;
	int32_t		(*weights)[CHAIN_LABELS];
	double		(*sums)[CHAIN_LABELS];	/* of update * time */
	struct chain_transitions transitions;
	double		 next_sums[CHAIN_CLASSES][CHAIN_STARTERS];
	double		 within_sums[CHAIN_TYPES][CHAIN_STEPS];
	double		 time;
	int32_t		 margin;
	int32_t		 scores[CHAIN_RUN][CHAIN_SCORES];
};

struct chain_trainer *
chain_trainer_new(size_t features, int margin)
{
	struct chain_trainer *c = xcalloc(1, sizeof(*c));

	c->features = features;
	c->weights = xcalloc(features, sizeof(*c->weights));
	c->sums = xcalloc(features, sizeof(*c->sums));
	c->time = 1;
	c->margin = margin;
	return c;
}

void
chain_trainer_free(struct chain_trainer *c)
{
	free(c->weights);
	free(c->sums);
	free(c);
}

static bool
may_have(uint64_t allowed, int label)
{
	return (allowed >> label & 1) != 0;
}

/* The scores of n items by the weights of the moment. */
static void
score_items(struct chain_trainer *c, const uint32_t *const *f,
    const size_t *counts, size_t n)
{
	size_t i, j;
	int k;

	for (i = 0; i < n; i++) {
		memset(c->scores[i], 0, sizeof(c->scores[i]));
		for (j = 0; j < counts[i]; j++)
			for (k = 0; k < CHAIN_LABELS; k++)
				c->scores[i][k] += c->weights[f[i][j]][k];
	}
}

static void
update_item(struct chain_trainer *c, const uint32_t *f, size_t n, int label,
    int by)
{
	size_t i;

	for (i = 0; i < n; i++) {
		c->weights[f[i]][label] += by;
		c->sums[f[i]][label] += by * c->time;
	}
}

static void
update_transition(struct chain_trainer *c, int before, int label, int by)
{
	int class, type;
	enum chain_step step;

	if (label < CHAIN_STARTERS) {
		class = before == CHAIN_OUT ? 0 : 1 + CHAIN_TYPE(before);
		c->transitions.next[class][label] += by;
		c->next_sums[class][label] += by * c->time;
		return;
	}
	type = CHAIN_TYPE(label);
	if (before >= CHAIN_INSIDE(0))
		step = label >= CHAIN_LAST(0) ? CHAIN_INSIDE_LAST :
		    CHAIN_INSIDE_INSIDE;
	else
		step = label >= CHAIN_LAST(0) ? CHAIN_BEGIN_LAST :
		    CHAIN_BEGIN_INSIDE;
	c->transitions.within[step][type] += by;
	c->within_sums[type][step] += by * c->time;
}

/* Towards the labels right, away from wrong. */
static void
update(struct chain_trainer *c, const uint32_t *const *f, const size_t *counts,
    size_t n, const uint8_t *right, const uint8_t *wrong, int weight)
{
	int before_right = CHAIN_OUT, before_wrong = CHAIN_OUT;
	size_t i;

	for (i = 0; i < n; i++) {
		if (wrong[i] != right[i]) {
			update_item(c, f[i], counts[i], right[i], weight);
			update_item(c, f[i], counts[i], wrong[i], -weight);
		}
		if (wrong[i] != right[i] || before_wrong != before_right) {
			update_transition(c, before_right, right[i], weight);
			update_transition(c, before_wrong, wrong[i], -weight);
		}
		before_right = right[i];
		before_wrong = wrong[i];
	}
	if (before_wrong != before_right) {
		update_transition(c, before_right, CHAIN_OUT, weight);
		update_transition(c, before_wrong, CHAIN_OUT, -weight);
	}
}

static bool
all_allowed(const uint64_t *allowed, const uint8_t *labels, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!may_have(allowed[i], labels[i]))
			return false;
	return true;
}

bool
chain_train(struct chain_trainer *c, const uint32_t *const *f,
    const size_t *counts, size_t n, const uint64_t *allowed, int weight,
    uint8_t *labels)
{
	uint8_t right[CHAIN_RUN], wrong[CHAIN_RUN];
	size_t i;
	int k;

	score_items(c, f, counts, n);
	viterbi(&c->transitions, NULL, c->scores, n, NULL, labels);
	c->time++;
	for (i = 0; i < n; i++)
		for (k = 0; k < CHAIN_LABELS; k++)
			if (!may_have(allowed[i], k))
				c->scores[i][k] += c->margin;
	viterbi(&c->transitions, NULL, c->scores, n, NULL, wrong);
	if (all_allowed(allowed, wrong, n))
		return true;
	viterbi(&c->transitions, NULL, c->scores, n, allowed, right);
	if (!all_allowed(allowed, right, n))
		return true;		/* nothing well-formed is allowed */
	update(c, f, counts, n, right, wrong, weight);
	return false;
}

static int32_t
rounded(double w, double sum, double time, double scale)
{
	return (int32_t)lrint((w - sum / time) * scale);
}

/* The row of feature i; false if no weight reaches least. */
static bool
quantise(const struct chain_trainer *c, size_t i, double scale, int least,
    int8_t row[CHAIN_ROW])
{
	int32_t all[CHAIN_LABELS], v, most = 0, half;
	int k, factor = 0;

	for (k = 0; k < CHAIN_LABELS; k++) {
		all[k] = c->weights[i][k] == 0 && c->sums[i][k] == 0 ? 0 :
		    rounded(c->weights[i][k], c->sums[i][k], c->time, scale);
		if (abs(all[k]) > most)
			most = abs(all[k]);
	}
	while (factor < CHAIN_FACTORS - 1 && most >> 2 * factor > 127)
		factor++;
	half = (1 << 2 * factor) / 2;
	memset(row, 0, CHAIN_ROW);
	for (k = 0; k < CHAIN_LABELS; k++) {
		v = all[k] < 0 ? -((-all[k] + half) >> 2 * factor) :
		    (all[k] + half) >> 2 * factor;
		row[k] = v > 127 ? 127 : v < -127 ? -127 : v;
	}
	row[CHAIN_FACTOR] = factor;
	return most >= least;
}

static void
add32(struct buffer *b, uint32_t v)
{
	unsigned char bytes[4];

	model_put32(bytes, v);
	buffer_add(b, bytes, sizeof(bytes));
}

static void
add_transitions(struct buffer *b, const struct chain_trainer *c, double scale)
{
	int i, k;

	for (i = 0; i < CHAIN_CLASSES; i++)
		for (k = 0; k < CHAIN_STARTERS; k++)
			add32(b, rounded(c->transitions.next[i][k],
			    c->next_sums[i][k], c->time, scale));
	for (i = 0; i < CHAIN_TYPES; i++)
		for (k = 0; k < CHAIN_STEPS; k++)
			add32(b, rounded(c->transitions.within[k][i],
			    c->within_sums[i][k], c->time, scale));
}

/* The rows of hashes as a table, each where it has its place. */
static int8_t *
lay_rows(const struct chain_places *p, const uint32_t *hashes,
    const struct buffer *rows, size_t n)
{
	int8_t *table = xcalloc(p->rows, CHAIN_ROW), *row;
	size_t i;

	for (i = 0; i < n; i++) {
		row = table + (size_t)p->row[i] * CHAIN_ROW;
		memcpy(row, rows->data + i * CHAIN_ROW, CHAIN_ROW);
		model_put16(row + CHAIN_PRINT, chain_print(hashes[i]));
	}
	return table;
}

void *
chain_trainer_section(const struct chain_trainer *c, const uint32_t *features,
    double scale, int least, size_t *len)
{
	struct buffer b = { 0 }, rows = { 0 };
	struct chain_places places;
	int8_t row[CHAIN_ROW], *table;
	uint32_t *hashes = xcalloc(c->features + 1, sizeof(*hashes));
	size_t i, n = 0;

	for (i = 0; i < c->features; i++) {
		if (!quantise(c, i, scale, least, row))
			continue;
		hashes[n++] = chain_hash(features[i]);
		buffer_add(&rows, row, sizeof(row));
	}
	chain_places_find(&places, hashes, n);
	table = lay_rows(&places, hashes, &rows, n);
	add32(&b, CHAIN_TYPES);
	add32(&b, places.bits);
	add32(&b, places.rows);
	add32(&b, 0);
	add_transitions(&b, c, scale);
	while (b.len < CHAIN_PILOTS)
		add32(&b, 0);
	buffer_add(&b, places.pilots, (size_t)1 << places.bits);
	buffer_add(&b, table, (size_t)places.rows * CHAIN_ROW);
	chain_places_free(&places);
	buffer_free(&rows);
	free(table);
	free(hashes);
	*len = b.len;
	return b.data;
}
