/* Hashes of features are part of every model: they must never change. */
#include "common/learn/learn.h"
#include "tests/unit/check.h"

static void
hashes(void)
{
	CHECK_NUMBER(feature_mix(0, 0), 0);
	CHECK_NUMBER(feature_mix(1, 2), 0xcf111d0e);
	CHECK_NUMBER(feature_hash(0), 0xb890af55);
	CHECK_NUMBER(feature_hash(77), 0x4586ecc6);
	CHECK_NUMBER(feature_bytes(0, "", 0), 0xb070594d);
	CHECK_NUMBER(feature_bytes(5, "said", 4), 0xe6cde8cb);
	CHECK_NUMBER(feature_bytes(5, "a\0b\xff", 4), 0xa7138d5d);
}

/* Order counts, and a word of no bytes is not the template itself. */
static void
differences(void)
{
	struct features f;

	features_clear(&f);
	features_add2(&f, 3, 1, 2);
	features_add2(&f, 3, 2, 1);
	CHECK_NUMBER(f.n, 2);
	CHECK(f.hash[0] != f.hash[1]);
	CHECK(feature_bytes(5, "", 0) != 5);
	CHECK(feature_bytes(5, "a", 1) != feature_bytes(5, "a\0", 2));
	CHECK_NUMBER(f.hash[0],
	    feature_mix(feature_mix(feature_hash(3), 1), 2));
}

/* What is more than there is room for is dropped, and writes nowhere. */
static void
too_many(void)
{
	struct {
		struct features	 f;
		uint32_t	 behind;
	} s = { .behind = 4711 };
	uint32_t i;

	for (i = 0; i < FEATURES_MAX + 3; i++)
		features_add1(&s.f, 1, i);
	CHECK_NUMBER(s.f.n, FEATURES_MAX);
	CHECK_NUMBER(s.behind, 4711);
	features_clear(&s.f);
	CHECK_NUMBER(s.f.n, 0);
}

int
main(void)
{
	hashes();
	differences();
	too_many();
	return check_end();
}
