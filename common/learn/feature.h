/*
 * feature.h -- what a decision is made from: a set of hashed features
 *
 * A feature is a property of the case at hand, such as "the next word is
 * `The'", and is known only by its 32-bit hash: no dictionary of features is
 * kept, and a model is a table of weights indexed by the low bits of the hash.
 * Features that collide share a weight, which costs little as long as the
 * table is several times larger than the number of features that matter
 * (Weinberger et al., Feature Hashing for Large Scale Multitask Learning,
 * ICML 2009).
 *
 * The same code must fill the set in training and at run time.  A feature is
 * built from a template, a small number that says which property it is, mixed
 * with the property's values:
 *
 *	features_clear(&f);
 *	features_add(&f, feature_hash(BIAS));
 *	features_add(&f, feature_mix(feature_hash(NEXT_CASE), next_case));
 *	features_add(&f, feature_bytes(feature_hash(NEXT_WORD), w, n));
 *
 * The order of mixing matters, so that a pair (a, b) differs from (b, a).
 * The hashes are the same on every machine and must stay the same: models
 * depend on them.
 */
#ifndef COMMON_LEARN_FEATURE_H
#define COMMON_LEARN_FEATURE_H

#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"

#define FEATURES_MAX	192

/* Features beyond FEATURES_MAX are dropped. */
struct features {
	uint32_t	n;
	uint32_t	hash[FEATURES_MAX];
};

/* One value mixed into a hash. */
static inline uint32_t
feature_mix(uint32_t h, uint32_t value)
{
	return hash_mix(h, value);
}

/* The hash a template starts from. */
static inline uint32_t
feature_hash(uint32_t template)
{
	return feature_mix(0x2545f491u, template);
}

/* n bytes mixed into a hash. */
static inline uint32_t
feature_bytes(uint32_t h, const char *s, size_t n)
{
	return hash_mix(h, hash_bytes(s, n) ^ (uint32_t)n);
}

static inline void
features_clear(struct features *f)
{
	f->n = 0;
}

static inline void
features_add(struct features *f, uint32_t hash)
{
	if (f->n < FEATURES_MAX)
		f->hash[f->n++] = hash;
}

/* A template with one value, and with a pair of values. */
static inline void
features_add1(struct features *f, uint32_t template, uint32_t v)
{
	features_add(f, feature_mix(feature_hash(template), v));
}

static inline void
features_add2(struct features *f, uint32_t template, uint32_t v, uint32_t w)
{
	features_add(f, feature_mix(feature_mix(feature_hash(template), v), w));
}

#endif
