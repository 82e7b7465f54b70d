#include "common/entities/entities.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/entities/features.h"
#include "common/entities/numbers.h"
#include "common/entities/overlay.h"
#include "common/entities/phrases.h"
#include "common/learn/learn.h"
#include "common/lexicon/lexicon.h"

extern const char model_en_entities[], model_en_entities_end[];

/*
 * What is added to the scores of labels, beside the model; chosen on the
 * development sets.  STANDING: for the name of a person that the document has
 * used again and again, as nothing else, to stand alone.  STORM: for what ended
 * the name of an event, as Odalys that of Hurricane Odalys, and was nothing
 * else.  FIRM: for what began that of a body, as Drexler
 * that of Drexler Airlines, to be the body and no person.  ACRONYM: for one
 * that was it twice and nothing else.  EXPLAINED: for one that the text has
 * told in brackets.  COURTESY: for who is
 * called Mr. or Miss to be a person.  SMALL: against being no name where
 * capitals mean nothing and the text is in small letters, as few texts that are
 * learned from are.  SPELLED: for an acronym in brackets to be one, so much
 * above all else.
 */
#define STANDING_LEAD	150
#define COURTESY_LEAD	150
#define STORM_LEAD	150
#define ACRONYM_LEAD	60
#define EXPLAINED_LEAD	250
#define FIRM_LEAD	250
#define SMALL_LEAD	220
#define SPELLED_LEAD	64
/* How sure of what numbers.h found, if the model does not say: per mille. */
#define NUMBER_SCORE	950
/*
 * Of what is taken for a body, and leads by less than that, in quarters of log
 * odds, more are none than are: words with a capital are many, and bodies the
 * type that all else looks like.  Not so what was a name before.
 */
#define BODY_LEAST	(-9)

_Static_assert(ENTITY_NAMES == CHAIN_TYPES, "the model's types are the names'");

struct recognizer {
	struct entities_tables tables;
	struct chain	 chain;
	struct logistic	 confidence;
	bool		 knows;		/* there is one in the model */
	bool		 unscored;
	struct entity_features	 features;
	struct numbers	 numbers;
	struct phrases	*phrases;
	const struct phrase_match *listed;	/* in the tokens at hand */
	size_t		 nlisted;
	struct overlay	 overlay;
	struct clearness clear;		/* of the document's names */
	struct entity	*found;
	size_t		 n, cap;
	struct entity	*names;
	size_t		 nnames, names_cap;
	int32_t		 scores[CHAIN_RUN][CHAIN_SCORES];
	uint8_t		 labels[CHAIN_RUN];
};

struct recognizer *
recognizer_open(const struct model *m, unsigned options)
{
	struct recognizer *r = xcalloc(1, sizeof(*r));

	if (!entities_tables_open(&r->tables, m) ||
	    !chain_open(&r->chain, m, "chain")) {
		free(r);
		return NULL;
	}
	r->knows = logistic_open(&r->confidence, m, "confidence");
	r->names = array_grow(NULL, &r->names_cap, 1, sizeof(*r->names));
	entity_features_init(&r->features, &r->tables);
	r->features.caseless = (options & RECOGNIZER_CASELESS) != 0;
	r->unscored = (options & RECOGNIZER_UNSCORED) != 0;
	return r;
}

struct recognizer *
recognizer_new(unsigned options)
{
	struct recognizer *r;
	struct model m;

	model_builtin(&m, model_en_entities, model_en_entities_end);
	if ((r = recognizer_open(&m, options)) == NULL)
		errx(EXIT_TROUBLE, "built-in model of names: damaged");
	return r;
}

void
recognizer_free(struct recognizer *r)
{
	if (r == NULL)
		return;
	entity_features_free(&r->features);
	numbers_free(&r->numbers);
	overlay_free(&r->overlay);
	free(r->found);
	free(r->names);
	free(r);
}

void
recognizer_phrases(struct recognizer *r, struct phrases *p)
{
	r->phrases = p;
}

void
recognizer_begin(struct recognizer *r)
{
	entity_features_forget(&r->features);
	r->clear = (struct clearness){ 0 };
}

#define LEAD_UNIT	16	/* of scores in a quarter of log odds */

static int8_t
quarters(int64_t lead)
{
	lead /= LEAD_UNIT;
	return (int8_t)(lead > EVIDENCE_MOST ? EVIDENCE_MOST :
	    lead < -EVIDENCE_MOST ? -EVIDENCE_MOST : lead);
}

/* The best score of labels but one; that is put out of the way meanwhile. */
static inline int32_t
best_other(int32_t scores[CHAIN_SCORES], int label)
{
	int32_t own = scores[label], best;
	int k;

	scores[label] = INT32_MIN;
	best = scores[0];
	for (k = 1; k < CHAIN_LABELS; k++)
		best = scores[k] > best ? scores[k] : best;
	scores[label] = own;
	return best;
}

/* By how much the labels of n tokens lead the best others. */
static struct evidence
weigh(int32_t scores[][CHAIN_SCORES], const uint8_t *labels, size_t n)
{
	struct evidence e = { 0 };
	int64_t sum = 0, least = INT64_MAX, lead;
	int32_t best;
	size_t i;

	for (i = 0; i < n; i++) {
		best = best_other(scores[i], labels[i]);
		lead = (int64_t)scores[i][labels[i]] - best;
		sum += lead;
		if (lead >= least)
			continue;
		least = lead;
		for (e.rival = 0; e.rival == labels[i] ||
		    scores[i][e.rival] != best; e.rival++)
			;
	}
	e.lead = quarters(sum / (int64_t)n);
	e.least = quarters(least);
	return e;
}

static void
add_name(struct recognizer *r, enum entity_type type, size_t first, size_t last,
    const struct evidence *e)
{
	r->names = array_grow(r->names, &r->names_cap, r->nnames + 1,
	    sizeof(*r->names));
	r->names[r->nnames] = (struct entity){ .type = type, .first = first,
	    .last = last, .evidence = *e };
	r->names[r->nnames].evidence.plain = r->features.c.plain;
	r->names[r->nnames++].evidence.support =
	    (uint8_t)entity_features_support(&r->features, first, last);
}

/* Is token i a small word between two with a capital, as v. of a case is? */
static bool
is_between(const struct name_candidates *c, size_t i, size_t last)
{
	return i < last && (c->t[i].flags & TOKEN_LOWER) != 0 &&
	    c->rank[i - 1] == CANDIDATE_CAPITAL &&
	    c->rank[i + 1] == CANDIDATE_CAPITAL;
}

/*
 * "Roe v. Wade and Doe v. Bolton": where the small word is that joins two cases
 * taken for one, first if there is none.
 */
static size_t
joint_of_cases(const struct name_candidates *c, size_t first, size_t last)
{
	size_t i, j, joint;

	for (i = first + 1; !is_between(c, i, last); i++)
		if (i >= last)
			return first;
	for (j = joint = i + 1; j < last; j++) {
		if (!is_between(c, j, last))
			continue;
		if (c->folded[j] == c->folded[i])
			return joint > i + 1 ? joint : first;
		joint = j;
	}
	return first;
}

static void
add_law(struct recognizer *r, size_t first, size_t last,
    const struct evidence *e)
{
	size_t joint;

	while ((joint = joint_of_cases(&r->features.c, first, last)) > first) {
		add_name(r, ENTITY_LAW, first, joint - 1, e);
		first = joint + 1;
	}
	add_name(r, ENTITY_LAW, first, last, e);
}

/* How sure of what was found: of what is the user's, entirely. */
static void
set_scores(struct recognizer *r, const struct token *t, size_t n)
{
	uint8_t manner = r->n > 0 ? confidence_manner(t, n) : 0, doubt;
	struct features f;
	struct entity *e;
	size_t i;

	for (i = 0; i < r->n; i++)
		if ((int)r->found[i].type < ENTITY_NAMES &&
		    r->found[i].listed == 0)
			confidence_seen(&r->clear, &r->found[i].evidence);
	doubt = confidence_doubt(&r->clear);
	for (i = 0; i < r->n; i++) {
		e = &r->found[i];
		e->evidence.manner = manner;
		e->evidence.doubt = doubt;
		if (e->listed != 0)
			e->score = 1000;
		else if (r->knows) {
			confidence_features(&f, &e->evidence, e->type,
			    t + e->first, e->last - e->first + 1,
			    e->first == 0);
			e->score = logistic_confidence(&r->confidence,
			    logistic_score(&r->confidence, &f));
		} else
			e->score = (int)e->type < ENTITY_NAMES ?
			    logistic_permille(e->evidence.lead) :
			    NUMBER_SCORE;
	}
}

/* The i-th token of a run is a name of this type alone, above all else. */
static void
set_unit(struct recognizer *r, size_t i, int type)
{
	int32_t *scores = r->scores[i], best = INT32_MIN;
	int k;

	for (k = 0; k < CHAIN_LABELS; k++)
		if (k != CHAIN_UNIT(type) && scores[k] > best)
			best = scores[k];
	if (scores[CHAIN_UNIT(type)] < best + SPELLED_LEAD)
		scores[CHAIN_UNIT(type)] = best + SPELLED_LEAD;
	r->labels[i] = CHAIN_UNIT(type);
}

/* In capitals, persons side by side are one: JOHN KERRY. */
static void
join_persons(const struct token *t, uint8_t *labels, size_t n)
{
	size_t i;

	for (i = 1; i < n; i++) {
		if (labels[i - 1] != CHAIN_UNIT(ENTITY_PERSON) ||
		    labels[i] != CHAIN_UNIT(ENTITY_PERSON) ||
		    (t[i - 1].flags & t[i].flags & TOKEN_UPPER) == 0)
			continue;
		labels[i - 1] = CHAIN_BEGIN(ENTITY_PERSON);
		labels[i] = CHAIN_LAST(ENTITY_PERSON);
	}
}

/*
 * "Bank of Ghana (BoG)": what is in brackets behind the name of tokens begin ..
 * end and is its acronym is of its type, whatever it was taken for alone.
 */
static void
mark_acronym(struct recognizer *r, size_t first, size_t run_end, size_t begin,
    size_t end, int type)
{
	const struct name_candidates *c = &r->features.c;
	size_t i = end + 2, j;

	if (i >= run_end || end == begin || type == ENTITY_PERSON ||
	    !char_is((unsigned char)c->text[c->t[i - 1].start], CHAR_OPEN) ||
	    (r->labels[i - first] != CHAIN_OUT &&
	    !(CHAIN_STARTS(r->labels[i - first]) &&
	    CHAIN_ENDS(r->labels[i - first]))) ||
	    !entity_features_spells(&r->features, begin, end, i))
		return;
	for (j = i; j < run_end; j++)
		if (c->folded[j] == c->folded[i] && (j == i ||
		    r->labels[j - first] == CHAIN_OUT))
			set_unit(r, j - first, type);
	entity_features_spelled(&r->features, i, type);
}

/*
 * "Hurricane Delia made landfall; Delia weakened": the last of an event's two
 * words, taken for a person where it stands alone behind it, is the event.
 */
static void
mark_storm(struct recognizer *r, size_t first, size_t run_end, size_t end)
{
	const struct name_candidates *c = &r->features.c;
	size_t j;

	for (j = end + 1; j < run_end; j++)
		if (c->folded[j] == c->folded[end] &&
		    r->labels[j - first] == CHAIN_UNIT(ENTITY_PERSON))
			set_unit(r, j - first, ENTITY_EVENT);
	entity_features_renew(&r->features, end);
}

/* Is a person what a token is most like, of what is no body? */
static bool
is_person_first(const int32_t *scores)
{
	int type;

	for (type = 0; type < ENTITY_NAMES; type++)
		if (type != ENTITY_ORG && scores[CHAIN_UNIT(type)] >
		    scores[CHAIN_UNIT(ENTITY_PERSON)])
			return false;
	return scores[CHAIN_UNIT(ENTITY_PERSON)] > scores[CHAIN_OUT];
}

/* What the document said of token i before. */
static void
score_past(const struct recognizer *r, size_t i, int32_t *scores)
{
	int type;
	unsigned past = entity_features_past(&r->features, i, &type);

	if ((past & PAST_STANDING) != 0 && type == ENTITY_PERSON)
		scores[CHAIN_UNIT(type)] += STANDING_LEAD;
	if ((past & PAST_ACRONYM) != 0)
		scores[CHAIN_UNIT(type)] += ACRONYM_LEAD;
	if ((past & PAST_SPELLED) != 0)
		scores[CHAIN_UNIT(type)] += EXPLAINED_LEAD;
	if ((past & PAST_ENDED) != 0 && type == ENTITY_EVENT)
		scores[CHAIN_UNIT(type)] += STORM_LEAD;
	if ((past & PAST_BEGAN) != 0 && type == ENTITY_ORG &&
	    is_person_first(scores))
		scores[CHAIN_UNIT(type)] += FIRM_LEAD;
}

/* The scores of token i of a run: the model's, and what is known beside it. */
static void
score_item(struct recognizer *r, size_t first, size_t end, size_t i,
    int32_t *scores)
{
	uint32_t f[ENTITY_FEATURES_MAX];
	size_t n = entity_features_item(&r->features, first, end, i, f);

	chain_score(&r->chain, f, n, scores);
	score_past(r, i, scores);
	if (r->features.c.plain &&
	    (r->features.c.t[i].flags & TOKEN_LOWER) != 0)
		scores[CHAIN_OUT] -= SMALL_LEAD;
	if (entity_features_courtesy(&r->features, i)) {
		scores[CHAIN_UNIT(ENTITY_PERSON)] += COURTESY_LEAD;
		scores[CHAIN_BEGIN(ENTITY_PERSON)] += COURTESY_LEAD;
	}
}

static void
decode_run(struct recognizer *r, size_t first, size_t end)
{
	size_t i, begin = 0;
	struct evidence e;
	int type;

	for (i = first; i < end; i++)
		score_item(r, first, end, i, r->scores[i - first]);
	chain_decode(&r->chain, r->scores, end - first, r->labels);
	if (r->features.c.plain)
		join_persons(r->features.c.t + first, r->labels, end - first);
	for (i = 0; i < end - first; i++) {
		if (r->labels[i] == CHAIN_OUT)
			continue;
		if (CHAIN_STARTS(r->labels[i]))
			begin = i;
		if (!CHAIN_ENDS(r->labels[i]))
			continue;
		if (r->nlisted > 0 && phrases_stop(r->phrases, first + begin,
		    first + i)) {
			memset(r->labels + begin, CHAIN_OUT, i + 1 - begin);
			continue;
		}
		type = CHAIN_TYPE(r->labels[i]);
		e = weigh(r->scores + begin, r->labels + begin, i + 1 - begin);
		if (type == ENTITY_LAW)
			add_law(r, first + begin, first + i, &e);
		else if (type != ENTITY_ORG || e.lead >= BODY_LEAST ||
		    entity_features_known(&r->features, first + i))
			add_name(r, type, first + begin, first + i, &e);
		mark_acronym(r, first, end, first + begin, first + i, type);
		if (type == ENTITY_EVENT && i == begin + 1)
			mark_storm(r, first, end, first + i);
	}
	entity_features_remember(&r->features, first, end, r->labels);
}

static void
keep(struct recognizer *r, const struct token *t, struct entity e)
{
	if (e.end == 0) {		/* not kept before */
		e.start = t[e.first].start;
		e.end = t[e.last].end;
	}
	r->found = array_grow(r->found, &r->cap, r->n + 1, sizeof(*r->found));
	r->found[r->n++] = e;
}

/* The year that is part of a law's name: "Act of 2003". */
static void
extend_laws(struct recognizer *r, const char *text, const struct token *t)
{
	const struct number *v = r->numbers.v, *end = v + r->numbers.n;
	const struct token *of;
	struct entity *e;

	for (e = r->names; e < r->names + r->nnames; e++) {
		if (e->type != ENTITY_LAW)
			continue;
		while (v < end && v->first < e->last + 2)
			v++;
		if (v == end || v->first != e->last + 2 ||
		    v->last != v->first || v->type != ENTITY_DATE)
			continue;
		of = &t[e->last + 1];
		if (lexicon_has(lexicon_default(), ROLE_BODY_JOINTS,
		    text + of->start, of->end - of->start))
			e->last += 2;
	}
}

/*
 * How many tokens before a person's name at i are the beginning of it: the "A."
 * of "A. Brandt", the "el-" of "el-Sisi", which a name that the text has used
 * alone is without.
 */
static size_t
begins_person(const char *text, const struct token *t, size_t i)
{
	const struct token *v = i > 0 ? &t[i - 1] : NULL;

	if (v == NULL)
		return 0;
	if ((t[i].flags & TOKEN_GLUED) == 0)
		return v->kind == TOKEN_WORD && v->end - v->start == 2 &&
		    (v->flags & (TOKEN_STOP | TOKEN_CAPITAL)) ==
		    (TOKEN_STOP | TOKEN_CAPITAL) && (i == 1 ||
		    (v[-1].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) == 0);
	return i > 1 && (v->flags & (TOKEN_HYPHEN | TOKEN_GLUED)) ==
	    (TOKEN_HYPHEN | TOKEN_GLUED) && (v[-1].flags & TOKEN_LOWER) != 0 &&
	    lexicon_has(lexicon_default(), ROLE_NAME_PARTICLES, text +
	    v[-1].start, v[-1].end - v[-1].start) ? 2 : 0;
}

static void
extend_persons(struct recognizer *r, const char *text, const struct token *t)
{
	struct entity *e;
	size_t n;

	for (e = r->names; e < r->names + r->nnames; e++) {
		if (e->type != ENTITY_PERSON)
			continue;
		n = entity_features_particles(&r->features, e->first);
		if (n == 0)
			n = begins_person(text, t, e->first);
		if (n > 0 && (e == r->names || e[-1].last + n < e->first))
			e->first -= n;
	}
}

/*
 * Names and numbers in one list.  Where they overlap the one that holds the
 * other stays, else the number; but a "60 Minutes" in a title's marks is one.
 */
static bool
holds(const struct recognizer *r, const struct entity *e,
    const struct number *v)
{
	if (e->first == v->first && e->last == v->last)
		return e->type == ENTITY_WORK_OF_ART &&
		    r->features.c.title[e->first] != TITLE_NONE;
	return e->last - e->first > v->last - v->first;
}

static void
merge(struct recognizer *r, const struct token *t)
{
	const struct number *v = r->numbers.v, *nv = v + r->numbers.n;
	const struct entity *e = r->names, *ne = e + r->nnames;

	r->n = 0;
	while (v < nv || e < ne) {
		if (e == ne || (v < nv && v->last < e->first)) {
			keep(r, t, (struct entity){ .type = v->type,
			    .first = v->first, .last = v->last });
			r->found[r->n - 1].end -= v->apart;
			v++;
		} else if (v == nv || e->last < v->first) {
			keep(r, t, *e);
			e++;
		} else if (holds(r, e, v))
			v++;
		else
			e++;
	}
}

/* The user's phrases and what was found, in one list. */
static void
lay_phrases(struct recognizer *r, const struct token *t, size_t n)
{
	const struct laid *v;
	struct entity e;
	size_t i, m;

	m = overlay_lay(&r->overlay, n, r->found, r->n, r->listed,
	    r->nlisted, r->phrases, &v);
	r->nnames = 0;
	for (i = 0; i < m; i++) {
		e = (struct entity){ .first = v[i].first, .last = v[i].last };
		if (v[i].match == NULL)
			e = *v[i].found;
		else {
			e.type = phrases_get(r->phrases,
			    v[i].match->phrase)->type;
			e.listed = v[i].match->phrase + 1;
		}
		r->names = array_grow(r->names, &r->names_cap, r->nnames + 1,
		    sizeof(*r->names));
		r->names[r->nnames++] = e;
	}
	r->n = 0;
	for (i = 0; i < r->nnames; i++)
		keep(r, t, r->names[i]);
}

size_t
recognizer_tag(struct recognizer *r, const char *text, const struct token *t,
    size_t n, const struct entity **found)
{
	size_t first, end;

	r->numbers.caseless = r->features.caseless ||
	    sentence_in_capitals(t, n) || sentence_in_small(t, n);
	numbers_find(&r->numbers, text, t, n);
	entity_features_sentence(&r->features, text, t, n, &r->numbers);
	r->nnames = 0;
	if (r->phrases != NULL)
		r->nlisted = phrases_find(r->phrases, text, t, n, &r->listed);
	for (first = 0; (first = name_candidates_run(&r->features.c, first,
	    &end)) < n; first = end)
		decode_run(r, first, end);
	extend_laws(r, text, t);
	extend_persons(r, text, t);
	merge(r, t);
	if (r->nlisted > 0)
		lay_phrases(r, t, n);
	if (!r->unscored)
		set_scores(r, t, n);
	*found = r->found;
	return r->n;
}

/* The number that a mention is, or NULL. */
static const struct number *
number_of(const struct recognizer *r, const struct entity *e)
{
	size_t low = 0, high = r->numbers.n, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (r->numbers.v[mid].first < e->first)
			low = mid + 1;
		else
			high = mid;
	}
	if (low == r->numbers.n || r->numbers.v[low].first != e->first ||
	    r->numbers.v[low].last != e->last ||
	    r->numbers.v[low].type != e->type)
		return NULL;
	return &r->numbers.v[low];
}

void
recognizer_value(struct recognizer *r, const char *text, const struct token *t,
    size_t n, const struct entity *e, const struct reference *ref,
    struct value *value)
{
	const struct number *number = number_of(r, e);
	const struct number_part *parts = NULL;
	size_t nparts;

	*value = (struct value){ .is_number = false };
	if (number == NULL)
		return;
	nparts = numbers_parts(&r->numbers, text, t, number, &parts);
	value_find(value, e->type, text, t, n, e->first, e->last, parts, nparts,
	    ref);
}

void
recognizer_dateline(struct recognizer *r, const char *text,
    const struct token *t, size_t n, struct reference *ref)
{
	size_t i, end = reference_dateline(ref, text, t, n);
	struct value value;
	struct date day;
	int minute;

	for (i = 0; i < r->n && r->found[i].last < end; i++) {
		if (r->found[i].type != ENTITY_DATE)
			continue;
		recognizer_value(r, text, t, n, &r->found[i], ref, &value);
		if (date_parse(value.text, strlen(value.text), &day, &minute))
			reference_take(ref, day);
	}
}
