#include "common/learn/chain.h"

#include <err.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "common/base/base.h"

#define CHAIN_HEADER	16		/* bytes: types, slots, rows, 0 */
#define ROW_BITS	22
#define FINGERPRINT(h)	((h) >> ROW_BITS)
#define FACTORS		4		/* 1, 4, 16, 64 */
#define FACTOR		(CHAIN_ROW - 1)	/* which one, in a row */
#define NEVER		(-(1 << 28))

_Static_assert(CHAIN_LABELS <= FACTOR, "a row holds all labels");
_Static_assert(CHAIN_FEATURES * 127 <= INT16_MAX, "sums fit 16 bits");

static void
find_leads(struct chain_leads *leads, const struct chain_transitions *t)
{
	int32_t lead;
	int i, j, k;

	for (i = 0; i <= CHAIN_TYPES; i++)
		for (j = 0; j <= CHAIN_TYPES; j++) {
			leads->v[i][j] = INT32_MIN;
			for (k = 0; k < CHAIN_STARTERS; k++) {
				lead = t->next[i][k] - t->next[j][k];
				if (lead > leads->v[i][j])
					leads->v[i][j] = lead;
			}
		}
}

/* The transitions are numbers of 32 bits throughout, one after another. */
static void
copy_transitions(struct chain_transitions *t, const unsigned char *p)
{
	uint32_t v;
	size_t i;

	for (i = 0; i < sizeof(*t); i += sizeof(v)) {
		v = model_get32(p + i);
		memcpy((char *)t + i, &v, sizeof(v));
	}
}

bool
chain_open(struct chain *c, const struct model *m, const char *section)
{
	const unsigned char *p;
	size_t len, slots, rows;

	p = model_section(m, section, &len);
	if (p == NULL || len < CHAIN_HEADER)
		return false;
	slots = model_get32(p + 4);
	rows = model_get32(p + 8);
	if (model_get32(p) != CHAIN_TYPES || slots == 0 || rows == 0 ||
	    len != CHAIN_HEADER + sizeof(c->transitions) +
	    slots * sizeof(*c->slots) + rows * sizeof(*c->rows))
		return false;
	p += CHAIN_HEADER;
	copy_transitions(&c->transitions, p);
	p += sizeof(c->transitions);
	c->slots = (const void *)p;
	c->n = (uint32_t)slots;
	c->rows = (const void *)(p + slots * sizeof(*c->slots));
	find_leads(&c->leads, &c->transitions);
	return true;
}

/* Where a hash's search begins, in n slots; and where it goes on. */
static inline uint32_t
home(uint32_t h, uint32_t n)
{
	return (uint64_t)(h * 0x9E3779B1u) * n >> 32;
}

static inline uint32_t
after(uint32_t j, uint32_t n)
{
	return j + 1 < n ? j + 1 : 0;
}

/*
 * The first slot from j on that holds this fingerprint, or nothing: then 0.
 * Eight are compared at once: most searches end within the first, where cannot
 * be foreseen, and to guess it wrong would cost as much as all of them.
 */
static uint32_t
find_slot(const struct chain *c, uint32_t j, uint32_t print)
{
	uint32_t slot;
#ifdef __SSE2__
	const __m128i *p = (const void *)&c->slots[j];
	const __m128i want = _mm_set1_epi32((int)print), none = { 0 };
	__m128i a, b;
	int ends;

	for (; c->n - j >= 8; j += 8, p += 2) {
		a = _mm_loadu_si128(p);
		b = _mm_loadu_si128(p + 1);
		a = _mm_or_si128(_mm_cmpeq_epi32(a, none),
		    _mm_cmpeq_epi32(_mm_srli_epi32(a, ROW_BITS), want));
		b = _mm_or_si128(_mm_cmpeq_epi32(b, none),
		    _mm_cmpeq_epi32(_mm_srli_epi32(b, ROW_BITS), want));
		ends = _mm_movemask_epi8(_mm_packs_epi32(a, b));
		if (ends != 0)
			return c->slots[j + (uint32_t)__builtin_ctz(ends) / 2];
	}
	if (j == c->n)
		j = 0;
#endif
	for (; (slot = model_le32(c->slots[j])) != 0; j = after(j, c->n))
		if (FINGERPRINT(slot) == print)
			break;
	return slot;
}

/*
 * Add the weights of n rows: of those with a factor to others[which], and of
 * all others, most, to sums.  True if there were any with a factor.
 */
static inline bool
add_rows(const int8_t *const *rows, size_t n, int16_t sums[CHAIN_ROW],
    int16_t others[FACTORS][CHAIN_ROW])
{
	bool any = false;
	int16_t *other;
	size_t i;
	int k;
#ifdef __SSE2__
	const __m128i none = { 0 };
	__m128i v[CHAIN_ROW / 8] = { none }, row, sign;
#else
	memset(sums, 0, CHAIN_ROW * sizeof(*sums));
#endif

	for (i = 0; i < n; i++) {
		if (rows[i][FACTOR] != 0) {
			if (!any)
				memset(others, 0, FACTORS * sizeof(*others));
			any = true;
			other = others[rows[i][FACTOR] & (FACTORS - 1)];
			for (k = 0; k < CHAIN_ROW; k++)
				other[k] += rows[i][k];
			continue;
		}
#ifdef __SSE2__
#pragma GCC unroll 3
		for (k = 0; k < CHAIN_ROW / 16; k++) {
			row = _mm_loadu_si128((const void *)(rows[i] + 16 * k));
			sign = _mm_cmpgt_epi8(none, row);
			v[2 * k] = _mm_add_epi16(v[2 * k],
			    _mm_unpacklo_epi8(row, sign));
			v[2 * k + 1] = _mm_add_epi16(v[2 * k + 1],
			    _mm_unpackhi_epi8(row, sign));
		}
	}
	memcpy(sums, v, sizeof(v));
#else
		for (k = 0; k < CHAIN_ROW; k++)
			sums[k] += rows[i][k];
	}
#endif
	return any;
}

void
chain_score(const struct chain *c, const uint32_t *f, size_t n,
    int32_t scores[restrict CHAIN_SCORES])
{
	int16_t sums[CHAIN_ROW], others[FACTORS][CHAIN_ROW];
	const int8_t *rows[CHAIN_FEATURES], *row;
	uint32_t homes[CHAIN_FEATURES], slot;
	size_t i, found = 0;
	int k;

	/* three rounds, so that memory is asked early for what comes later */
	for (i = 0; i < n; i++) {
		homes[i] = home(f[i], c->n);
		__builtin_prefetch(&c->slots[homes[i]]);
	}
	for (i = 0; i < n; i++) {
		/* cppcheck-suppress uninitvar */
		slot = find_slot(c, homes[i], FINGERPRINT(f[i]));
		row = c->rows[slot & ((1u << ROW_BITS) - 1)];
		__builtin_prefetch(row);
		__builtin_prefetch(row + CHAIN_ROW - 1);
		rows[found] = row;
		found += slot != 0;
	}
	/* cppcheck-suppress uninitvar */
	if (!add_rows(rows, found, sums, others)) {
		for (k = 0; k < CHAIN_SCORES; k++)
			scores[k] = sums[k];
		return;
	}
	for (k = 0; k < CHAIN_SCORES; k++)
		scores[k] = sums[k] + 4 * others[1][k] + 16 * others[2][k] +
		    64 * others[3][k];
}

/*
 * The best of the classes of finished segments, from each class c to label k;
 * of equals the first.  leads may be NULL.
 */
static void
step(const struct chain_transitions *t, const struct chain_leads *leads,
    const int32_t *closed, int32_t *best, uint8_t *from)
{
	int32_t v;
	int c, k, top = 0;

	for (c = 1; leads != NULL && c <= CHAIN_TYPES; c++)
		if (closed[c] > closed[top])
			top = c;
	for (c = 0; leads != NULL && c < top; c++)
		if (closed[c] + leads->v[c][top] >= closed[top])
			break;
	for (k = 0; k < CHAIN_STARTERS; k++) {
		best[k] = closed[c] + t->next[c][k];
		from[k] = c;
	}
	for (c++; c <= CHAIN_TYPES; c++) {
		if (closed[c] <= NEVER || (leads != NULL &&
		    closed[c] + leads->v[c][top] < closed[top]))
			continue;
		for (k = 0; k < CHAIN_STARTERS; k++) {
			v = closed[c] + t->next[c][k];
			if (v > best[k]) {
				best[k] = v;
				from[k] = c;
			}
		}
	}
}

/* The label of a run of one item: outside, or a segment by itself. */
static int
decode_one(const struct chain_transitions *t, const int32_t *s)
{
	int32_t most = t->next[0][CHAIN_OUT] + s[CHAIN_OUT] + t->next[0][CHAIN_OUT];
	int32_t v;
	int k, label = CHAIN_OUT;

	for (k = 0; k < CHAIN_TYPES; k++) {
		v = t->next[0][CHAIN_UNIT(k)] + s[CHAIN_UNIT(k)] +
		    t->next[1 + k][CHAIN_OUT];
		if (v > most) {
			most = v;
			label = CHAIN_UNIT(k);
		}
	}
	return label;
}

/* Item i may have those labels whose bit is set in allowed[i] (NULL: any). */
static void
decode(const struct chain_transitions *t, const struct chain_leads *leads,
    int32_t scores[][CHAIN_SCORES], size_t n, const uint64_t *allowed,
    uint8_t *labels)
{
	uint8_t from[CHAIN_RUN][CHAIN_STARTERS];	/* class before */
	uint8_t inner[CHAIN_RUN][2][CHAIN_TYPES];	/* 1: came from inside */
	uint8_t last[CHAIN_RUN][1 + CHAIN_TYPES];	/* 1: class ended in L */
	int32_t closed[1 + CHAIN_TYPES], best[CHAIN_STARTERS], s[CHAIN_LABELS];
	int32_t begin[CHAIN_TYPES], inside[CHAIN_TYPES], ending[CHAIN_TYPES];
	int32_t a, b, most;
	size_t i;
	int k, class;
	uint8_t label;

	closed[0] = 0;
	for (k = 0; k < CHAIN_TYPES; k++)
		closed[k + 1] = begin[k] = inside[k] = NEVER;
	for (i = 0; i < n; i++) {
		memcpy(s, scores[i], sizeof(s));
		if (allowed != NULL)
			for (k = 0; k < CHAIN_LABELS; k++)
				if ((allowed[i] >> k & 1) == 0)
					s[k] = NEVER;
		step(t, leads, closed, best, from[i]);
		for (k = 0; k < CHAIN_TYPES; k++) {
			a = begin[k] + t->within[k][0];
			b = inside[k] + t->within[k][2];
			inner[i][0][k] = b > a;
			most = (b > a ? b : a) + s[CHAIN_INSIDE(k)];
			a = begin[k] + t->within[k][1];
			b = inside[k] + t->within[k][3];
			inner[i][1][k] = b > a;
			ending[k] = (b > a ? b : a) + s[CHAIN_LAST(k)];
			inside[k] = most < NEVER ? NEVER : most;
			if (ending[k] < NEVER)
				ending[k] = NEVER;
		}
		closed[0] = best[0] + s[0];
		if (closed[0] < NEVER)
			closed[0] = NEVER;
		for (k = 0; k < CHAIN_TYPES; k++) {
			begin[k] = best[CHAIN_BEGIN(k)] + s[CHAIN_BEGIN(k)];
			if (begin[k] < NEVER)
				begin[k] = NEVER;
			a = best[CHAIN_UNIT(k)] + s[CHAIN_UNIT(k)];
			if (a < NEVER)
				a = NEVER;
			last[i][k + 1] = ending[k] > a;
			closed[k + 1] = ending[k] > a ? ending[k] : a;
		}
	}
	class = 0;
	most = closed[0] + t->next[0][0];
	for (k = 1; k <= CHAIN_TYPES; k++)
		if (closed[k] + t->next[k][0] > most) {
			most = closed[k] + t->next[k][0];
			class = k;
		}
	while (i > 0) {
		i--;
		if (class == 0)
			label = CHAIN_OUT;
		else if (!last[i][class])
			label = CHAIN_UNIT(class - 1);
		else {
			k = class - 1;
			labels[i] = CHAIN_LAST(k);
			for (b = inner[i][1][k]; i > 0; b = a) {
				i--;
				if (!b)
					break;
				labels[i] = CHAIN_INSIDE(k);
				a = inner[i][0][k];
			}
			label = CHAIN_BEGIN(k);
		}
		labels[i] = label;
		class = from[i][label];
	}
}

void
chain_decode(const struct chain *c, int32_t scores[][CHAIN_SCORES], size_t n,
    uint8_t *labels)
{
	if (n == 1)
		labels[0] = decode_one(&c->transitions, scores[0]);
	else
		decode(&c->transitions, &c->leads, scores, n, NULL, labels);
}

/* Training. */

struct chain_trainer {
	size_t		 features;
	int32_t		(*weights)[CHAIN_LABELS];
	double		(*sums)[CHAIN_LABELS];	/* of update * time */
	struct chain_transitions transitions;
	double		 next_sums[1 + CHAIN_TYPES][CHAIN_STARTERS];
	double		 within_sums[CHAIN_TYPES][4];
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
	int class, k, which;

	if (label < CHAIN_STARTERS) {
		class = before == CHAIN_OUT ? 0 : 1 + CHAIN_TYPE(before);
		c->transitions.next[class][label] += by;
		c->next_sums[class][label] += by * c->time;
		return;
	}
	k = CHAIN_TYPE(label);
	which = (before >= CHAIN_INSIDE(0) ? 2 : 0) +
	    (label >= CHAIN_LAST(0) ? 1 : 0);
	c->transitions.within[k][which] += by;
	c->within_sums[k][which] += by * c->time;
}

bool
chain_train(struct chain_trainer *c, const uint32_t *const *f,
    const size_t *counts, size_t n, const uint64_t *allowed, int weight,
    uint8_t *labels)
{
	uint8_t right[CHAIN_RUN], wrong[CHAIN_RUN];
	bool ok = true;
	size_t i, j;
	int k, wb = CHAIN_OUT, rb = CHAIN_OUT;

	for (i = 0; i < n; i++) {
		memset(c->scores[i], 0, sizeof(c->scores[i]));
		for (j = 0; j < counts[i]; j++)
			for (k = 0; k < CHAIN_LABELS; k++)
				c->scores[i][k] += c->weights[f[i][j]][k];
	}
	decode(&c->transitions, NULL, c->scores, n, NULL, labels);
	c->time++;
	for (i = 0; i < n; i++)
		for (k = 0; k < CHAIN_LABELS; k++)
			if ((allowed[i] >> k & 1) == 0)
				c->scores[i][k] += c->margin;
	decode(&c->transitions, NULL, c->scores, n, NULL, wrong);
	for (i = 0; i < n; i++)
		ok &= allowed[i] >> wrong[i] & 1;
	if (ok)
		return true;
	decode(&c->transitions, NULL, c->scores, n, allowed, right);
	for (i = 0; i < n; i++)
		if ((allowed[i] >> right[i] & 1) == 0)
			return true;		/* nothing well-formed is allowed */
	for (i = 0; i < n; i++) {
		if (wrong[i] != right[i]) {
			update_item(c, f[i], counts[i], right[i], weight);
			update_item(c, f[i], counts[i], wrong[i], -weight);
		}
		if (wrong[i] != right[i] || wb != rb) {
			update_transition(c, rb, right[i], weight);
			update_transition(c, wb, wrong[i], -weight);
		}
		wb = wrong[i];
		rb = right[i];
	}
	if (wb != rb) {
		update_transition(c, rb, CHAIN_OUT, weight);
		update_transition(c, wb, CHAIN_OUT, -weight);
	}
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
	while (factor < FACTORS - 1 && most >> 2 * factor > 127)
		factor++;
	half = (1 << 2 * factor) / 2;
	memset(row, 0, CHAIN_ROW);
	for (k = 0; k < CHAIN_LABELS; k++) {
		v = all[k] < 0 ? -((-all[k] + half) >> 2 * factor) :
		    (all[k] + half) >> 2 * factor;
		row[k] = v > 127 ? 127 : v < -127 ? -127 : v;
	}
	row[FACTOR] = factor;
	return most >= least;
}

/* The averaged transitions, as numbers of 32 bits one after another. */
static void
put_transitions(const struct chain_trainer *c, double scale, unsigned char *p)
{
	int k, m;

	for (k = 0; k <= CHAIN_TYPES; k++)
		for (m = 0; m < CHAIN_STARTERS; m++, p += 4)
			model_put32(p, (uint32_t)rounded(
			    c->transitions.next[k][m], c->next_sums[k][m],
			    c->time, scale));
	for (k = 0; k < CHAIN_TYPES; k++)
		for (m = 0; m < 4; m++, p += 4)
			model_put32(p, (uint32_t)rounded(
			    c->transitions.within[k][m], c->within_sums[k][m],
			    c->time, scale));
}

void *
chain_trainer_section(const struct chain_trainer *c, const uint32_t *hashes,
    double scale, int least, size_t *len)
{
	int8_t row[CHAIN_ROW];
	unsigned char *p, *slots, *rows;
	size_t i, kept = 0;
	uint32_t nslots, nrows = 1, j;		/* row 0 is none */

	for (i = 0; i < c->features; i++)
		kept += quantise(c, i, scale, least, row);
	if (kept >= 1u << ROW_BITS)
		errx(1, "model: too many rows; raise the threshold");
	nslots = (uint32_t)(kept + kept / 2 + 1);
	*len = CHAIN_HEADER + sizeof(c->transitions) + nslots * sizeof(uint32_t) +
	    (kept + 1) * sizeof(row);
	p = xcalloc(1, *len);
	slots = p + CHAIN_HEADER + sizeof(c->transitions);
	rows = slots + nslots * sizeof(uint32_t);
	for (i = 0; i < c->features; i++) {
		if (!quantise(c, i, scale, least, row))
			continue;
		for (j = home(hashes[i], nslots); model_get32(slots + 4 * j) != 0; )
			j = after(j, nslots);
		model_put32(slots + 4 * j, FINGERPRINT(hashes[i]) << ROW_BITS |
		    nrows);
		memcpy(rows + nrows++ * sizeof(row), row, sizeof(row));
	}
	model_put32(p, CHAIN_TYPES);
	model_put32(p + 4, nslots);
	model_put32(p + 8, nrows);
	put_transitions(c, scale, p + CHAIN_HEADER);
	return p;
}
