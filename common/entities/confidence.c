#include "common/entities/confidence.h"

/*
 * Templates, each with the values that it is mixed with.  The section
 * "confidence" of common/languages/en/entities.model was learned with these.
 */
enum {
	C_TYPE = 400,		/* its type; tokens */
	C_LEAD,			/* the lead; with the type */
	C_LEAST,		/* the least lead; with the type */
	C_BOTH,			/* the lead; the least */
	C_RIVAL,		/* what came next; the least lead */
	C_RIVAL_TYPE,		/* the same; the type */
	C_PLAIN,		/* whether capitals mean something; the lead */
	C_FIRST,		/* where it stands; the least lead */
	C_WORD,			/* its first word; the type */
	C_LAST,			/* its last */
	C_SHAPE,		/* how it is written; the type */
	C_MANNER,		/* that of the sentence; the least lead */
	C_MANNER_TYPE,		/* the same; the type */
	C_DOUBT,		/* of the names; the lead, the type */
	C_DOUBT_LEAST,		/* the same; the least lead */
	C_SUPPORT		/* what is known of it; the leads, the type */
};

#define LEAD_STEP	3	/* quarters of log odds: a step, */
#define STEPS_MOST	16	/* at most so many, */
#define STEPS_BELOW	4	/* and below 0 */
#define TOKENS_MOST	4
#define SHAPE		(TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_MIXED | \
			 TOKEN_DIGIT | TOKEN_ACRONYM | TOKEN_QUOTE)

/* How much of a sentence are words with a capital, in quarters; its length. */
#define QUARTERS	4
#define LENGTHS		4
#define LENGTH_LEAST	8	/* tokens; each more is twice as long */

uint8_t
confidence_manner(const struct token *t, size_t n)
{
	size_t i, words = 0, capitals = 0, most = LENGTH_LEAST;
	bool stop = false;
	unsigned manner;

	for (i = 0; i < n; i++) {
		words += t[i].kind == TOKEN_WORD;
		capitals += t[i].kind == TOKEN_WORD &&
		    (t[i].flags & TOKEN_LOWER) == 0;
		if ((t[i].flags & (TOKEN_QUOTE | TOKEN_APOSTROPHE)) == 0)
			stop = (t[i].flags & (TOKEN_TERMINAL | TOKEN_STOP)) !=
			    0;
	}
	manner = words == 0 ? QUARTERS : (unsigned)(QUARTERS * capitals /
	    (words + 1));
	for (i = 0; i < LENGTHS - 1 && n > most; i++)
		most *= 2;
	return (uint8_t)((manner * LENGTHS + i) * 2 + stop);
}

#define UNCLEAR		24	/* least lead, quarters of log odds */
#define SEEN		256	/* what a name adds; */
#define SEEN_DECAY	16	/* half is gone after so many names or so */
#define SEEN_FIRST	512	/* of each kind, before there is any name */
#define EIGHTHS		8

void
confidence_seen(struct clearness *c, const struct evidence *e)
{
	c->names += SEEN - c->names / SEEN_DECAY;
	c->unclear += (e->least < UNCLEAR ? SEEN : 0) -
	    c->unclear / SEEN_DECAY;
}

uint8_t
confidence_doubt(const struct clearness *c)
{
	return (uint8_t)(EIGHTHS * (c->unclear + SEEN_FIRST) /
	    (c->names + 2 * SEEN_FIRST));
}

/* A lead, coarsely, from 0. */
static uint32_t
step(int lead)
{
	int s = (lead + EVIDENCE_MOST) / LEAD_STEP -
	    EVIDENCE_MOST / LEAD_STEP;

	if (s < -STEPS_BELOW)
		s = -STEPS_BELOW;
	return (uint32_t)(s > STEPS_MOST ? STEPS_MOST : s) + STEPS_BELOW;
}

static void
name_features(struct features *f, const struct evidence *e,
    enum entity_type type, bool first)
{
	uint32_t lead = step(e->lead), least = step(e->least);
	uint32_t rival = e->rival == CHAIN_OUT ? ENTITY_NAMES :
	    (uint32_t)CHAIN_TYPE(e->rival);

	features_add1(f, C_LEAD, lead);
	features_add2(f, C_LEAD, lead, type + 1u);
	features_add1(f, C_LEAST, least);
	features_add2(f, C_LEAST, least, type + 1u);
	features_add2(f, C_BOTH, lead, least);
	features_add2(f, C_RIVAL, rival, least);
	features_add2(f, C_RIVAL_TYPE, rival, type);
	features_add2(f, C_PLAIN, e->plain, lead);
	features_add2(f, C_PLAIN, e->plain + 2u, type);
	features_add2(f, C_FIRST, first, least);
	features_add2(f, C_MANNER, e->manner, least);
	features_add2(f, C_DOUBT, e->doubt, lead);
	features_add2(f, C_DOUBT_LEAST, e->doubt, least);
	features_add2(f, C_SUPPORT, e->support, lead);
	features_add2(f, C_SUPPORT, e->support + 8u, least);
	features_add2(f, C_SUPPORT, e->support + 16u, type);
	features_add2(f, C_SUPPORT, e->support + 24u, e->doubt);
}

void
confidence_features(struct features *f, const struct evidence *e,
    enum entity_type type, const struct token *t, size_t n, bool first)
{
	features_clear(f);
	features_add1(f, C_TYPE, type);
	features_add2(f, C_TYPE, type, (uint32_t)(n < TOKENS_MOST ? n :
	    TOKENS_MOST));
	features_add1(f, C_MANNER, e->manner);
	features_add2(f, C_MANNER_TYPE, e->manner, type);
	features_add1(f, C_DOUBT, e->doubt);
	features_add2(f, C_DOUBT, e->doubt, type + 256u);
	features_add2(f, C_SHAPE, type, (t[0].flags & SHAPE) |
	    (uint32_t)(n > 1) << 16);
	if ((int)type < ENTITY_NAMES) {
		name_features(f, e, type, first);
		return;
	}
	features_add2(f, C_WORD, type, t[0].folded);
	features_add2(f, C_LAST, type, t[n - 1].folded);
	features_add2(f, C_FIRST, first, type + 256u);
}
