/*
 * fingerprint.h -- 128 bits that stand for what is compared
 *
 * XXH3-128 under a secret made from a seed.  Two different texts get the same
 * fingerprint with probability 2^-128; b bits of it are the same for some two
 * of n texts with about n^2 / 2^(b+1): table.h keeps 102, which makes 1e-13
 * for a thousand million of them.  The seed is drawn anew for each run, so
 * that nobody can prepare texts that collide; it is fixed where several
 * processes have to agree (--partition) and kept in the file where a later run
 * has to (--seen).
 */
#ifndef FILTERS_DEDUP_FINGERPRINT_H
#define FILTERS_DEDUP_FINGERPRINT_H

#include <stddef.h>
#include <stdint.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

struct fingerprint {
	uint64_t hi, lo;
};

struct seed {
	uint64_t word[2];
};

#define SECRET_SIZE	192

struct hasher {
	unsigned char secret[SECRET_SIZE];
};

struct seed	seed_random(void);
/* The seed that every process of one job shares. */
struct seed	seed_fixed(void);

void		hasher_init(struct hasher *, struct seed);

static inline struct fingerprint
fingerprint_of(const struct hasher *h, const void *data, size_t len)
{
	XXH128_hash_t x;

	x = XXH3_128bits_withSecret(data, len, h->secret, SECRET_SIZE);
	return (struct fingerprint){ x.high64, x.low64 };
}

#endif
