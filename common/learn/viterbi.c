#include "common/learn/viterbi.h"

#include <string.h>

#define NEVER		(-(1 << 28))	/* no score is as low */

/* How each item was reached, for the way back. */
struct steps {
	uint8_t	 class[CHAIN_STARTERS];	/* by a starter: the class before */
	bool	 inside[CHAIN_TYPES];	/* by an inside: from an inside */
	bool	 last[CHAIN_TYPES];	/* by a last: from an inside */
	bool	 longer[CHAIN_CLASSES];	/* the class: by a last, not a unit */
};

/* The best scores up to an item. */
struct scores {
	int32_t	 closed[CHAIN_CLASSES];	/* ending a segment of the class */
	int32_t	 begin[CHAIN_TYPES], inside[CHAIN_TYPES];
};

static inline int32_t
at_least_never(int32_t score)
{
	return score < NEVER ? NEVER : score;
}

void
viterbi_leads(struct chain_leads *leads, const struct chain_transitions *t)
{
	int32_t lead;
	int i, j, k;

	for (i = 0; i < CHAIN_CLASSES; i++)
		for (j = 0; j < CHAIN_CLASSES; j++) {
			leads->v[i][j] = INT32_MIN;
			for (k = 0; k < CHAIN_STARTERS; k++) {
				lead = t->next[i][k] - t->next[j][k];
				if (lead > leads->v[i][j])
					leads->v[i][j] = lead;
			}
		}
}

/*
 * The best of the classes of finished segments, from each class c to label k;
 * of equals the first.  leads may be NULL.
 */
static void
start(const struct chain_transitions *t, const struct chain_leads *leads,
    const int32_t *closed, int32_t *best, uint8_t *from)
{
	int32_t v;
	int c, k, top = 0;

	for (c = 1; leads != NULL && c < CHAIN_CLASSES; c++)
		if (closed[c] > closed[top])
			top = c;
	for (c = 0; leads != NULL && c < top; c++)
		if (closed[c] + leads->v[c][top] >= closed[top])
			break;
	for (k = 0; k < CHAIN_STARTERS; k++) {
		best[k] = closed[c] + t->next[c][k];
		from[k] = c;
	}
	for (c++; c < CHAIN_CLASSES; c++) {
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

/* Go on within segments: the scores inside, and of those that end here. */
static void
go_on(const struct chain_transitions *t, const int32_t *s, struct scores *at,
    int32_t *ending, struct steps *step)
{
	int32_t a, b, most;
	int k;

	for (k = 0; k < CHAIN_TYPES; k++) {
		a = at->begin[k] + t->within[k][CHAIN_BEGIN_INSIDE];
		b = at->inside[k] + t->within[k][CHAIN_INSIDE_INSIDE];
		step->inside[k] = b > a;
		most = (b > a ? b : a) + s[CHAIN_INSIDE(k)];
		a = at->begin[k] + t->within[k][CHAIN_BEGIN_LAST];
		b = at->inside[k] + t->within[k][CHAIN_INSIDE_LAST];
		step->last[k] = b > a;
		ending[k] = at_least_never((b > a ? b : a) + s[CHAIN_LAST(k)]);
		at->inside[k] = at_least_never(most);
	}
}

/* From the scores up to the item before to those up to one that scores s. */
static void
advance(const struct chain_transitions *t, const struct chain_leads *leads,
    const int32_t *s, struct scores *at, struct steps *step)
{
	int32_t best[CHAIN_STARTERS], ending[CHAIN_TYPES], unit;
	int k;

	start(t, leads, at->closed, best, step->class);
	go_on(t, s, at, ending, step);
	at->closed[0] = at_least_never(best[CHAIN_OUT] + s[CHAIN_OUT]);
	for (k = 0; k < CHAIN_TYPES; k++) {
		at->begin[k] = at_least_never(best[CHAIN_BEGIN(k)] +
		    s[CHAIN_BEGIN(k)]);
		unit = at_least_never(best[CHAIN_UNIT(k)] + s[CHAIN_UNIT(k)]);
		step->longer[k + 1] = ending[k] > unit;
		at->closed[k + 1] = ending[k] > unit ? ending[k] : unit;
	}
}

/* The class to end a run with: what follows is outside. */
static int
final(const struct chain_transitions *t, const int32_t *closed)
{
	int32_t most = closed[0] + t->next[0][CHAIN_OUT];
	int k, class = 0;

	for (k = 1; k < CHAIN_CLASSES; k++)
		if (closed[k] + t->next[k][CHAIN_OUT] > most) {
			most = closed[k] + t->next[k][CHAIN_OUT];
			class = k;
		}
	return class;
}

/* The way back from the class that n items end with. */
static void
trace(const struct steps *step, size_t n, int class, uint8_t *labels)
{
	size_t i = n;
	bool inside;
	int type;

	while (i > 0) {
		i--;
		type = class - 1;
		labels[i] = class == 0 ? CHAIN_OUT : CHAIN_UNIT(type);
		if (class != 0 && step[i].longer[class]) {
			labels[i] = CHAIN_LAST(type);
			for (inside = step[i].last[type]; inside && i > 1; ) {
				i--;
				labels[i] = CHAIN_INSIDE(type);
				inside = step[i].inside[type];
			}
			if (i > 0)
				i--;
			labels[i] = CHAIN_BEGIN(type);
		}
		class = step[i].class[labels[i]];
	}
}

void
viterbi(const struct chain_transitions *t, const struct chain_leads *leads,
    int32_t scores[][CHAIN_SCORES], size_t n, const uint64_t *allowed,
    uint8_t *labels)
{
	struct steps step[CHAIN_RUN];
	struct scores at;
	int32_t s[CHAIN_LABELS];
	size_t i;
	int k;

	at.closed[0] = 0;
	for (k = 0; k < CHAIN_TYPES; k++)
		at.closed[k + 1] = at.begin[k] = at.inside[k] = NEVER;
	for (i = 0; i < n; i++) {
		memcpy(s, scores[i], sizeof(s));
		for (k = 0; allowed != NULL && k < CHAIN_LABELS; k++)
			if ((allowed[i] >> k & 1) == 0)
				s[k] = NEVER;
		advance(t, leads, s, &at, &step[i]);
	}
	trace(step, n, final(t, at.closed), labels);
}

uint8_t
viterbi_one(const struct chain_transitions *t, const int32_t s[CHAIN_SCORES])
{
	int32_t most = t->next[0][CHAIN_OUT] + s[CHAIN_OUT] +
	    t->next[0][CHAIN_OUT];
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
	return (uint8_t)label;
}
