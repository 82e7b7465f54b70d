/*
 * Linear chains: the trainer learns a toy language, twice the same, and what it
 * wrote labels as it should, also runs that were never seen.
 */
#include "common/base/base.h"
#include "common/learn/chain_section.h"
#include "common/learn/learn_train.h"
#include "common/learn/train_places.h"
#include "tests/unit/check.h"

/*
 * The toy: a letter is an item.  "m" is a title and no name; after it "x" is a
 * name of type 0 and the letters x that follow belong to it; "x" elsewhere is a
 * place, of type 1, one item; everything else is outside.
 */
#define PERSON	0
#define PLACE	1
#define LETTERS	26
#define FEATURES	(2 * LETTERS + 1)	/* the letter, that before */
#define ROUNDS	10
#define MANY	5000		/* hashes that are placed */

static const char *const runs[] = {
	"amxxb", "mx", "x", "axb", "mxxxxxx", "bxa", "mxbx", "abcba", "xamx",
	"mmx", "amxbxc", "mxxcx", "cx", "m", "amb", "mxxxxa"
};
#define RUNS	(sizeof(runs) / sizeof(*runs))

static size_t
features(const char *run, size_t i, uint32_t f[2])
{
	f[0] = (uint32_t)(run[i] - 'a');
	f[1] = i == 0 ? 2 * LETTERS : (uint32_t)(LETTERS + run[i - 1] - 'a');
	return 2;
}

static uint8_t
right_label(const char *run, size_t i)
{
	size_t begin = i;

	if (run[i] != 'x')
		return CHAIN_OUT;
	while (begin > 0 && run[begin - 1] == 'x')
		begin--;
	if (begin == 0 || run[begin - 1] != 'm')
		return CHAIN_UNIT(PLACE);
	if (run[i + 1] == 'x')
		return i == begin ? CHAIN_BEGIN(PERSON) : CHAIN_INSIDE(PERSON);
	return i == begin ? CHAIN_UNIT(PERSON) : CHAIN_LAST(PERSON);
}

static void
train(struct chain_trainer *t, const char *run, bool *all_right)
{
	uint32_t f[CHAIN_RUN][2];
	const uint32_t *lists[CHAIN_RUN];
	uint64_t allowed[CHAIN_RUN];
	size_t counts[CHAIN_RUN], n = strlen(run), i;
	uint8_t labels[CHAIN_RUN];

	for (i = 0; i < n; i++) {
		counts[i] = features(run, i, f[i]);
		lists[i] = f[i];
		allowed[i] = (uint64_t)1 << right_label(run, i);
	}
	if (!chain_train(t, lists, counts, n, allowed, 1, labels))
		*all_right = false;
}

/* A feature's hash: any number will do that is another for each. */
static uint32_t
hash(uint32_t feature)
{
	return feature_hash(feature);
}

static void *
learn(size_t *len)
{
	struct chain_trainer *t = chain_trainer_new(FEATURES, 1);
	uint32_t hashes[FEATURES], i;
	bool all_right = false;
	void *section;
	size_t k;
	int round;

	for (i = 0; i < FEATURES; i++)
		hashes[i] = hash(i);
	for (round = 0; round < ROUNDS; round++)
		for (k = 0, all_right = true; k < RUNS; k++)
			train(t, runs[k], &all_right);
	CHECK(all_right);
	section = chain_trainer_section(t, hashes, 16, 1, len);
	chain_trainer_free(t);
	return section;
}

static void
label(const struct chain *c, const char *run)
{
	static int32_t scores[CHAIN_RUN][CHAIN_SCORES];
	uint8_t labels[CHAIN_RUN];
	uint32_t f[2];
	size_t n = strlen(run), i;

	for (i = 0; i < n; i++) {
		features(run, i, f);
		f[0] = hash(f[0]);
		f[1] = hash(f[1]);
		chain_score(c, f, 2, scores[i]);
	}
	chain_decode(c, scores, n, labels);
	for (i = 0; i < n; i++)
		if (labels[i] != right_label(run, i)) {
			printf("%s, item %zu:\n", run, i);
			CHECK_NUMBER(labels[i], right_label(run, i));
			return;
		}
	CHECK_NUMBER(i, n);
}

/* A run as long as there may be: one name from its second item on. */
static void
longest(const struct chain *c)
{
	char run[CHAIN_RUN + 1];

	memset(run, 'x', CHAIN_RUN);
	run[0] = 'm';
	run[CHAIN_RUN] = '\0';
	label(c, run);
}

/* Every hash has a row, none the first, which is nothing's, and no two one. */
static void
places(size_t n)
{
	static uint32_t hashes[MANY];
	static bool taken[2 * MANY];
	struct chain_places p;
	size_t i;

	for (i = 0; i < n; i++)
		hashes[i] = chain_hash((uint32_t)i);
	memset(taken, 0, sizeof(taken));
	chain_places_find(&p, hashes, n);
	CHECK(p.rows <= n + n / 8 + 2);
	for (i = 0; i < n; i++) {
		CHECK_NUMBER(p.row[i], chain_row(hashes[i],
		    p.pilots[chain_bucket(hashes[i], p.bits)], p.rows));
		if (!CHECK(p.row[i] > 0 && p.row[i] < p.rows) ||
		    !CHECK(!taken[p.row[i]]))
			break;
		taken[p.row[i]] = true;
	}
	chain_places_free(&p);
}

static void
macros(void)
{
	int k;

	for (k = 0; k < CHAIN_TYPES; k++) {
		CHECK_NUMBER(CHAIN_TYPE(CHAIN_BEGIN(k)), k);
		CHECK_NUMBER(CHAIN_TYPE(CHAIN_LAST(k)), k);
		CHECK(CHAIN_STARTS(CHAIN_BEGIN(k)));
		CHECK(CHAIN_STARTS(CHAIN_UNIT(k)));
		CHECK(!CHAIN_STARTS(CHAIN_INSIDE(k)));
		CHECK(!CHAIN_STARTS(CHAIN_LAST(k)));
		CHECK(!CHAIN_ENDS(CHAIN_BEGIN(k)));
		CHECK(CHAIN_ENDS(CHAIN_UNIT(k)));
		CHECK(!CHAIN_ENDS(CHAIN_INSIDE(k)));
		CHECK(CHAIN_ENDS(CHAIN_LAST(k)));
	}
	CHECK(!CHAIN_STARTS(CHAIN_OUT) && !CHAIN_ENDS(CHAIN_OUT));
	CHECK_NUMBER(CHAIN_LAST(CHAIN_TYPES - 1), CHAIN_LABELS - 1);
}

static void
label_all(const struct chain *c)
{
	size_t i;

	for (i = 0; i < RUNS; i++)
		label(c, runs[i]);
	label(c, "bbmxxxxxa");
	label(c, "cmxxamx");
	label(c, "abcabc");
	longest(c);
}

int
main(void)
{
	struct chain c;
	size_t len, len2, i;
	void *a = learn(&len), *b = learn(&len2);

	macros();
	places(0);
	places(1);
	places(MANY);
	CHECK(len == len2 && memcmp(a, b, len) == 0);
	for (i = 0; i < len; i++)
		if (chain_use(&c, a, i))
			CHECK_NUMBER(i, len);	/* cut, and taken for whole */
	CHECK(!chain_use(&c, NULL, 0));
	if (!CHECK(chain_use(&c, a, len)))
		return check_end();
	/* as wide as the processor can, and then as all can */
	for (i = 0; i < 2; i++, c.wide = false)
		label_all(&c);
	free(a);
	free(b);
	return check_end();
}
