/* Linear decisions: the trainer learns a toy, twice the same, and what it wrote
 * decides as the trainer does. */
#include <math.h>

#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "tests/unit/check.h"

#define PATH		"unit.logistic"
#define BITS		12
#define EXAMPLES	400

enum templates { BIAS, COLOUR, SHAPE, BOTH };

static void
describe(struct features *f, unsigned colour, unsigned shape)
{
	features_clear(f);
	features_add(f, feature_hash(BIAS));
	features_add1(f, COLOUR, colour);
	features_add1(f, SHAPE, shape);
	features_add2(f, BOTH, colour, shape);
}

/* Yes is what is of colour 1 or of shape 2, not what is both. */
static bool
is_yes(unsigned colour, unsigned shape)
{
	return (colour == 1) != (shape == 2);
}

static void *
learn(size_t *len)
{
	struct logistic_trainer *t = logistic_trainer_new(BITS);
	struct features f;
	void *section;
	unsigned i;

	for (i = 0; i < EXAMPLES; i++) {
		describe(&f, i % 4, i / 4 % 5);
		logistic_trainer_add(t, &f, is_yes(i % 4, i / 4 % 5), 1);
	}
	CHECK_NUMBER(logistic_trainer_examples(t), EXAMPLES);
	CHECK(logistic_trainer_fit(t, 0.1, 100) < 0.1);
	describe(&f, 1, 0);
	CHECK(logistic_trainer_score(t, &f) > 0);
	section = logistic_trainer_section(t, len);
	logistic_trainer_free(t);
	return section;
}

/* As a model file, opened again. */
static void
decides(const void *section, size_t len)
{
	static _Alignas(MODEL_ALIGN) char bytes[16384];
	const struct model_section one = { "toy", section, len };
	struct logistic l;
	struct features f;
	struct model m;
	const char *error;
	unsigned colour, shape;
	size_t n;
	FILE *fp;

	CHECK(model_write(PATH, &one, 1));
	if ((fp = fopen(PATH, "rb")) == NULL)
		exit(EXIT_FAILURE);
	n = fread(bytes, 1, sizeof(bytes), fp);
	fclose(fp);
	remove(PATH);
	CHECK(model_open(&m, bytes, n, &error));
	CHECK(!logistic_open(&l, &m, "joy"));
	if (!CHECK(logistic_open(&l, &m, "toy")))
		return;
	for (colour = 0; colour < 4; colour++)
		for (shape = 0; shape < 5; shape++) {
			describe(&f, colour, shape);
			CHECK((logistic_score(&l, &f) > 0) ==
			    is_yes(colour, shape));
			CHECK((logistic_confidence(&l, logistic_score(&l, &f)) >
			    500) == is_yes(colour, shape));
		}
	CHECK_NUMBER(logistic_threshold(&l, 0.5), 0);
	/* odds of nine to one are 2.2 units, of which whole quarters count */
	CHECK_NUMBER(logistic_confidence(&l, logistic_threshold(&l, 0.9)), 881);
	CHECK_NUMBER(logistic_confidence(&l, logistic_threshold(&l, 0.1)), 119);
}

static void
binary(void)
{
	size_t len, len2;
	void *a = learn(&len), *b = learn(&len2);

	CHECK(len == len2 && memcmp(a, b, len) == 0);
	decides(a, len);
	free(a);
	free(b);
}

/* Of three that compete, the one of the right colour, wherever it stands. */
static void
ranked(void)
{
	struct logistic_trainer *t = logistic_trainer_new(BITS);
	struct features right, wrong, other;
	unsigned i;

	for (i = 0; i < 60; i++) {
		describe(&right, 3, i % 5);
		describe(&wrong, 0, i % 5);
		describe(&other, 2, (i + 1) % 5);
		logistic_trainer_group(t);
		logistic_trainer_add(t, i % 2 ? &right : &wrong, i % 2, 1);
		logistic_trainer_add(t, &other, false, 1);
		logistic_trainer_add(t, i % 2 ? &wrong : &right, !(i % 2), 1);
		logistic_trainer_group_end(t);
	}
	logistic_trainer_fit(t, 0.1, 100);
	describe(&right, 3, 1);
	describe(&wrong, 0, 1);
	describe(&other, 2, 2);
	CHECK(logistic_trainer_score(t, &right) >
	    logistic_trainer_score(t, &wrong) + 1);
	CHECK(logistic_trainer_score(t, &right) >
	    logistic_trainer_score(t, &other) + 1);
	logistic_trainer_free(t);
}

/* The curve is the function it says it is; certain is only what is far out. */
static void
curve(void)
{
	long want;
	int i;

	for (i = -40; i <= 40; i++) {
		want = lround(1000 / (1 + exp(-i / 4.0)));
		if (i > -32 && i < 32)
			want = want < 1 ? 1 : want > 999 ? 999 : want;
		CHECK_NUMBER(logistic_permille(i), want);
	}
	CHECK_NUMBER(logistic_permille(INT64_MIN / 2), 0);
	CHECK_NUMBER(logistic_permille(INT64_MAX), 1000);
}

int
main(void)
{
	binary();
	ranked();
	curve();
	return check_end();
}
