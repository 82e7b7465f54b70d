#include "common/learn/viterbi.h"

#include <string.h>

#include "common/base/base.h"

#define NEVER		(-(1 << 28))	/* no score is as low */

/*
 * Loops over types and starters are written so that a compiler makes vectors of
 * them: their arrays are filled up with what nobody looks at.
 */
#define TYPES		CHAIN_TYPES_WIDE
#define STARTERS	CHAIN_STARTERS_WIDE

_Static_assert(CHAIN_TYPES <= TYPES && CHAIN_STARTERS <= STARTERS, "all fit");
_Static_assert(CHAIN_LAST(TYPES) <= CHAIN_SCORES, "what fills up is there");

/* How each item was reached, for the way back. */
struct steps {
	int32_t	 class[STARTERS];	/* by a starter: the class before */
	int32_t	 inside[TYPES];		/* by an inside: from an inside */
	int32_t	 last[TYPES];		/* by a last: from an inside */
	int32_t	 longer[TYPES];		/* the type: by a last, not a unit */
};

/* The best scores up to an item. */
struct scores {
	int32_t	 closed[1 + TYPES];	/* ending a segment of the class */
	int32_t	 begin[TYPES], inside[TYPES];
};

static ALWAYS_INLINE int32_t
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

/* From class c, which scores closed: where that is better than the best. */
static ALWAYS_INLINE void
start_from(const int32_t *restrict next, int32_t closed, int32_t c,
    int32_t *restrict best, int32_t *restrict from)
{
	int32_t v, better;
	int k;

	for (k = 0; k < STARTERS; k++) {
		v = closed + next[k];
		better = -(v > best[k]);
		best[k] = (v & better) | (best[k] & ~better);
		from[k] = (c & better) | (from[k] & ~better);
	}
}

/*
 * The best of the classes of finished segments, from each class c to label k;
 * of equals the first.  leads may be NULL.
 */
static ALWAYS_INLINE void
start(const struct chain_transitions *t, const struct chain_leads *leads,
    const int32_t *closed, int32_t *restrict best, int32_t *restrict from)
{
	int c, k, top = 0;

	for (c = 1; leads != NULL && c < CHAIN_CLASSES; c++)
		if (closed[c] > closed[top])
			top = c;
	for (c = 0; leads != NULL && c < top; c++)
		if (closed[c] + leads->v[c][top] >= closed[top])
			break;
	for (k = 0; k < STARTERS; k++) {
		best[k] = closed[c] + t->next[c][k];
		from[k] = c;
	}
	for (c++; c < CHAIN_CLASSES; c++)
		if (closed[c] > NEVER && (leads == NULL ||
		    closed[c] + leads->v[c][top] >= closed[top]))
			start_from(t->next[c], closed[c], c, best, from);
}

/* The better of two ways, and, as 1 or 0, whether it is the second. */
static ALWAYS_INLINE int32_t
better_of(int32_t a, int32_t b, int32_t *second)
{
	*second = b > a;
	return b > a ? b : a;
}

/* Go on within segments: the scores inside, and of those that end here. */
static ALWAYS_INLINE void
go_on(const struct chain_transitions *t, const int32_t *restrict s,
    struct scores *restrict at, int32_t *restrict ending,
    struct steps *restrict step)
{
	int32_t most;
	int k;

	for (k = 0; k < TYPES; k++) {
		most = better_of(at->begin[k] + t->within[CHAIN_BEGIN_LAST][k],
		    at->inside[k] + t->within[CHAIN_INSIDE_LAST][k],
		    &step->last[k]);
		ending[k] = at_least_never(most + s[CHAIN_LAST(k)]);
	}
	for (k = 0; k < TYPES; k++) {
		most = better_of(at->begin[k] +
		    t->within[CHAIN_BEGIN_INSIDE][k],
		    at->inside[k] + t->within[CHAIN_INSIDE_INSIDE][k],
		    &step->inside[k]);
		at->inside[k] = at_least_never(most + s[CHAIN_INSIDE(k)]);
	}
}

/* From the scores up to the item before to those up to one that scores s. */
static ALWAYS_INLINE void
advance(const struct chain_transitions *t, const struct chain_leads *leads,
    const int32_t *restrict s, struct scores *restrict at,
    struct steps *restrict step)
{
	int32_t best[STARTERS], ending[TYPES], unit;
	int k;

	start(t, leads, at->closed, best, step->class);
	go_on(t, s, at, ending, step);
	at->closed[0] = at_least_never(best[CHAIN_OUT] + s[CHAIN_OUT]);
	for (k = 0; k < TYPES; k++)
		at->begin[k] = at_least_never(best[CHAIN_BEGIN(k)] +
		    s[CHAIN_BEGIN(k)]);
	for (k = 0; k < TYPES; k++) {
		unit = at_least_never(best[CHAIN_UNIT(k)] + s[CHAIN_UNIT(k)]);
		at->closed[k + 1] = better_of(unit, ending[k],
		    &step->longer[k]);
	}
}

/* The class to end a run with: what follows is outside. */
static ALWAYS_INLINE int
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
	int32_t inside;
	int type;

	while (i > 0) {
		i--;
		type = class - 1;
		labels[i] = class == 0 ? CHAIN_OUT : CHAIN_UNIT(type);
		if (class != 0 && step[i].longer[type]) {
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

/* The way through n items, and the class that it ends with. */
static ALWAYS_INLINE int
walk(const struct chain_transitions *t, const struct chain_leads *leads,
    int32_t scores[][CHAIN_SCORES], size_t n, const uint64_t *allowed,
    struct steps *step)
{
	struct scores at;
	int32_t s[CHAIN_SCORES];
	size_t i;
	int k;

	at.closed[0] = 0;
	for (k = 0; k < TYPES; k++)
		at.closed[k + 1] = at.begin[k] = at.inside[k] = NEVER;
	for (i = 0; i < n; i++) {
		if (allowed == NULL) {
			advance(t, leads, scores[i], &at, &step[i]);
			continue;
		}
		memcpy(s, scores[i], sizeof(s));
		for (k = 0; k < CHAIN_LABELS; k++)
			if ((allowed[i] >> k & 1) == 0)
				s[k] = NEVER;
		advance(t, leads, s, &at, &step[i]);
	}
	return final(t, at.closed);
}

#ifdef WIDE

WIDE static int
walk_wide(const struct chain_transitions *t, const struct chain_leads *leads,
    int32_t scores[][CHAIN_SCORES], size_t n, struct steps *step)
{
	return walk(t, leads, scores, n, NULL, step);
}

#else

#define walk_wide(t, leads, scores, n, step) \
	walk(t, leads, scores, n, NULL, step)

#endif

void
viterbi(const struct chain_transitions *t, const struct chain_leads *leads,
    int32_t scores[][CHAIN_SCORES], size_t n, const uint64_t *allowed,
    uint8_t *labels)
{
	struct steps step[CHAIN_RUN];
	int last;

	if (allowed == NULL && wide_has())
		last = walk_wide(t, leads, scores, n, step);
	else
		last = walk(t, leads, scores, n, allowed, step);
	trace(step, n, last, labels);
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
