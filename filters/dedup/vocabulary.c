#include "filters/dedup/vocabulary.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "filters/dedup/words.h"

#define MAX_LISTED	LEXICON_SHORT	/* letters of a word that is listed */
#define ENTRIES		8192	/* of the table: more than twice too many */
#define AXES		3	/* that a word can be on */
#define MAX_CODES	(WORD_HASH + 1 - WORD_LISTED)

/* What a word with a code says. */
struct meaning {
	bool		 turns;
	uint32_t	 axis[AXES], pole[AXES];	/* hashes, or 0 */
};

struct vocabulary {
	/* First, as vocabulary_find() wants it. */
	uint64_t	 sieve[VOCABULARY_SIEVE / 64];
	struct term	 terms[ENTRIES];
	size_t		 n;
	struct meaning	 meanings[MAX_CODES];
	size_t		 codes;
};

const struct term *
vocabulary_search(const struct vocabulary *v, uint64_t h)
{
	size_t i;

	for (i = h % ENTRIES; v->terms[i].hash != 0; i = (i + 1) % ENTRIES)
		if (v->terms[i].hash == h)
			return &v->terms[i];
	return NULL;
}

/* The term of a word, made if it is not there; NULL if none can be listed. */
static struct term *
term_of(struct vocabulary *v, const char *word, size_t n)
{
	char letters[MAX_LISTED + VOCABULARY_SPARE] = { 0 };
	uint64_t h;
	size_t i;

	if (n > MAX_LISTED || strspn(word, "abcdefghijklmnopqrstuvwxyz") != n)
		return NULL;		/* words here are letters only */
	memcpy(letters, word, n);
	h = vocabulary_hash(letters, n);
	for (i = h % ENTRIES; v->terms[i].hash != 0; i = (i + 1) % ENTRIES)
		if (v->terms[i].hash == h)
			return &v->terms[i];
	if (++v->n > ENTRIES / 2)
		errx(EXIT_TROUBLE, "too many listed words");
	v->sieve[h >> 54] |= (uint64_t)1 << (h >> 48) % 64;
	v->terms[i].hash = h;
	return &v->terms[i];
}

static struct meaning *
meaning_of(struct vocabulary *v, struct term *t)
{
	if (t->code == 0) {
		if (v->codes == MAX_CODES)
			errx(EXIT_TROUBLE, "too many words that tell "
			    "statements apart");
		t->code = (uint16_t)(WORD_LISTED + v->codes++);
	}
	return &v->meanings[t->code - WORD_LISTED];
}

static uint32_t
name_hash(const char *s, size_t n)
{
	uint32_t h = 2166136261u;	/* FNV-1a */

	for (; n > 0; n--)
		h = (h ^ (unsigned char)*s++) * 16777619u;
	return h;
}

static void
put_on_axis(struct meaning *m, uint32_t axis, uint32_t pole)
{
	size_t i;

	for (i = 0; i < AXES; i++)
		if (m->axis[i] == 0 || m->axis[i] == axis) {
			m->axis[i] = axis;
			m->pole[i] = pole;
			return;
		}
}

static void
list_turn(const char *word, size_t n, const struct lexicon_found *found,
    void *v)
{
	struct term *t = term_of(v, word, n);

	(void)found;
	if (t != NULL)
		meaning_of(v, t)->turns = true;
}

/* "level:down,outcome:lost", "month:may,capital:only" */
static void
list_opposite(const char *word, size_t n, const struct lexicon_found *found,
    void *v)
{
	struct term *t = term_of(v, word, n);
	const char *value = found->text;
	size_t axis, pole;

	for (; t != NULL && *value != '\0'; value += pole) {
		axis = strcspn(value, ":");
		pole = strcspn(value += axis, ",");
		if (strncmp(value - axis, "capital:", 8) == 0)
			t->proper = true;
		else
			put_on_axis(meaning_of(v, t),
			    name_hash(value - axis, axis),
			    name_hash(value, pole));
		pole += value[pole] == ',';
	}
}

static void
list_numeral(const char *word, size_t n, const struct lexicon_found *found,
    void *v)
{
	struct term *t = term_of(v, word, n);

	if (t == NULL)
		return;
	t->numeral = (uint16_t)found->bits;
	t->value = (uint32_t)strtoul(found->text, NULL, 10);
	strlcpy(t->unit, found->text, sizeof(t->unit));
}

static void
list_opener(const char *word, size_t n, const struct lexicon_found *found,
    void *v)
{
	struct term *t = term_of(v, word, n);

	(void)found;
	if (t != NULL)
		t->common = true;
}

static void
list_mark(const char *word, size_t n, const struct lexicon_found *found,
    void *v)
{
	struct term *t = term_of(v, word, n);

	if (t != NULL)
		t->mark = (uint8_t)found->bits;
}

struct vocabulary *
vocabulary_new(void)
{
	struct vocabulary *v = xcalloc(1, sizeof(*v));
	const struct lexicon *l = lexicon_default();

	lexicon_each(l, ROLE_DISTINCTIONS, list_turn, v);
	lexicon_each(l, ROLE_OPPOSITES, list_opposite, v);
	lexicon_each(l, ROLE_NUMERALS, list_numeral, v);
	lexicon_each(l, ROLE_SENTENCE_OPENERS, list_opener, v);
	lexicon_each(l, ROLE_PRONOUNS, list_opener, v);
	lexicon_each(l, ROLE_STORY_MARKS, list_mark, v);
	return v;
}

void
vocabulary_free(struct vocabulary *v)
{
	free(v);
}

uint32_t
vocabulary_id(const struct vocabulary *v)
{
	const struct term *t;
	uint64_t id = 0;

	for (t = v->terms; t < v->terms + ENTRIES; t++)
		id = (id ^ t->hash ^ t->code ^ t->proper ^
		    (uint64_t)t->numeral << 16 ^
		    (uint64_t)t->value << 32) * 0x9E3779B97F4A7C15u;
	return (uint32_t)(id >> 32);
}

static const struct meaning *
meaning(const struct vocabulary *v, uint16_t w)
{
	if (!word_is_listed(w))
		return NULL;
	return &v->meanings[(w & WORD_HASH) - WORD_LISTED];
}

uint16_t
vocabulary_turn(const struct vocabulary *v, size_t i)
{
	size_t k;

	for (k = 0; k < v->codes; k++)
		if (v->meanings[k].turns && i-- == 0)
			return (uint16_t)(WORD_LISTED + k);
	return 0;
}

bool
vocabulary_turns(const struct vocabulary *v, uint16_t w)
{
	const struct meaning *m = meaning(v, w);

	return m != NULL && m->turns;
}

/* They lie at different poles of one axis, and at the same pole of none. */
bool
vocabulary_exclude(const struct vocabulary *v, uint16_t a, uint16_t b)
{
	const struct meaning *x = meaning(v, a), *y = meaning(v, b);
	bool different = false;
	size_t i, j;

	if (x == NULL || y == NULL || x == y)
		return false;
	for (i = 0; i < AXES && x->axis[i] != 0; i++)
		for (j = 0; j < AXES && y->axis[j] != 0; j++) {
			if (x->axis[i] != y->axis[j])
				continue;
			if (x->pole[i] == y->pole[j])
				return false;
			different = true;
		}
	return different;
}

/* Does it lie on one of the axes, whose names end with NULL? */
static bool
is_on(const struct vocabulary *v, uint16_t w, const char *const axes[])
{
	const struct meaning *m = meaning(v, w);
	uint32_t h;
	size_t i;

	for (; m != NULL && *axes != NULL; axes++) {
		h = name_hash(*axes, strlen(*axes));
		for (i = 0; i < AXES && m->axis[i] != 0; i++)
			if (m->axis[i] == h)
				return true;
	}
	return false;
}

bool
vocabulary_is_date(const struct vocabulary *v, uint16_t w)
{
	static const char *const axes[] = {
		"month", "weekday", "season", "holiday", "period", "hours",
		"near", NULL
	};

	return is_on(v, w, axes);
}

bool
vocabulary_is_amount(const struct vocabulary *v, uint16_t w)
{
	static const char *const axes[] = {
		"many", "quantity", "part", "times", "rank", NULL
	};

	return is_on(v, w, axes);
}

bool
vocabulary_is_quarter(const struct vocabulary *v, uint16_t w)
{
	static const char *const axes[] = { "compass", NULL };

	return is_on(v, w, axes);
}
