/* Hashes have the values that models and dedup's memory hold. */
#include "common/text/text.h"
#include "tests/unit/check.h"

int
main(void)
{
	uint32_t h = HASH_BEGIN;
	uint64_t h64;

	/* http://www.isthe.com/chongo/tech/comp/fnv/ */
	CHECK_NUMBER(hash_bytes("", 0), 0x811c9dc5);
	CHECK_NUMBER(hash_bytes("a", 1), 0xe40c292c);
	CHECK_NUMBER(hash_bytes("foobar", 6), 0xbf9cf968);
	h = hash_step(hash_step(h, 'a'), 0xE9);
	CHECK_NUMBER(h, hash_bytes("a\xE9", 2));
	CHECK_NUMBER(hash_step_number(HASH_BEGIN, 'a'), 0xe40c292c);
	CHECK(hash_step_number(HASH_BEGIN, 'a' + 256) !=
	    hash_step_number(HASH_BEGIN, 'a'));
	CHECK_NUMBER(token_hash("said", 4), hash_end(hash_bytes("said", 4)));
	CHECK_NUMBER(token_hash("said", 4), 0x30c9e0bc);
	CHECK_NUMBER(hash_mix(1, 2), 0xcf111d0e);
	CHECK_NUMBER(hash_mix(1, hash_bytes("said", 4) ^ 4), 0x6619c7e5);
	h64 = hash64_step(0x12345678, 0xdeadbeef);
	CHECK(h64 == UINT64_C(0x2a55562a53ba6e49));
	CHECK(hash64_end(h64) == UINT64_C(0x96cf6546c06c78eb));
	/* The upper halves of products, also where no number has 128 bits. */
	CHECK_NUMBER(hash64_scale(UINT64_MAX, 1000), 999);
	CHECK_NUMBER(hash64_scale(UINT64_C(1) << 63, 7), 3);
	CHECK(hash64_scale(UINT64_MAX, UINT64_MAX) == UINT64_MAX - 1);
	CHECK(hash64_scale(UINT64_C(0x123456789abcdef0),
	    UINT64_C(0xfedcba9876543210)) == UINT64_C(0x121fa00ad77d7422));
	CHECK(hash_mix(hash_mix(0, 1), 2) != hash_mix(hash_mix(0, 2), 1));
	return check_end();
}
