/*
 * vocabulary.h -- the words that decide whether two texts say the same
 *
 * From the lists of common/languages/en: what turns a meaning round
 * (distinctions.txt), what excludes each other (opposites.txt: words at
 * different poles of one axis), what is a number or belongs to one
 * (numerals.txt), and what begins a sentence with a capital and is no name
 * (sentence-openers.txt).
 *
 * Words are found by a hash of their own, which words.c makes of every word
 * anyway; a listed word that tells statements apart has a number, WORD_LISTED
 * and on, by which the comparison knows it.
 */
#ifndef FILTERS_DEDUP_VOCABULARY_H
#define FILTERS_DEDUP_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"

/* Bytes that may be read behind a word that is hashed. */
#define VOCABULARY_SPARE	8

/* A word that is listed. */
struct term {
	uint64_t	 hash;		/* 0: none */
	uint16_t	 code;		/* WORD_LISTED and on, or 0 */
	uint16_t	 numeral;	/* NUMERAL_ of numerals.txt, or 0 */
	uint8_t		 mark;		/* STORY_ of story-marks.txt, or 0 */
	bool		 common;	/* its capital makes no name of it */
	bool		 proper;	/* its code needs a capital: May */
	uint32_t	 value;
	char		 unit[5];	/* a sign, as a string */
};

#define VOCABULARY_SIEVE	(1u << 16)	/* bits */

struct vocabulary;

struct vocabulary *vocabulary_new(void);
void		 vocabulary_free(struct vocabulary *);

/* The same if all words have the same codes and meanings. */
uint32_t	 vocabulary_id(const struct vocabulary *);

/* A word by its hash, or NULL if it is not listed. */
static inline const struct term *vocabulary_find(const struct vocabulary *,
		    uint64_t hash);
const struct term *vocabulary_search(const struct vocabulary *, uint64_t hash);

/*
 * The hash of a folded word; VOCABULARY_SPARE bytes behind it are readable.
 * Any hash does that is the same everywhere: bytes are read as little-endian.
 */
static inline uint64_t
vocabulary_hash(const char *p, size_t n)
{
	uint64_t h = n, x;

	for (;; p += 8, n -= 8) {
		memcpy(&x, p, 8);
		x = le64(x);
		if (n < 8)
			x &= ((uint64_t)1 << 8 * n) - 1;
		h = (h ^ x) * 0x9E3779B97F4A7C15u;
		h ^= h >> 32;
		if (n <= 8)
			break;
	}
	return h * 0xD6E8FEB86659FD93u;
}

/* Most words are not listed: a bit for each hash that is tells in the cache. */
static inline const struct term *
vocabulary_find(const struct vocabulary *v, uint64_t h)
{
	const uint64_t *sieve = (const uint64_t *)v;

	return (sieve[h >> 54] >> (h >> 48) % 64 & 1) == 0 ? NULL :
	    vocabulary_search(v, h);
}

/* The i-th word that turns a meaning round; 0 behind the last. */
uint16_t	 vocabulary_turn(const struct vocabulary *, size_t i);
/* Of words: does it turn the meaning round; does one exclude the other? */
bool		 vocabulary_turns(const struct vocabulary *, uint16_t);
bool		 vocabulary_exclude(const struct vocabulary *, uint16_t,
		    uint16_t);
/* Is it of a date: a month, a day, a time of day? */
bool		 vocabulary_is_date(const struct vocabulary *, uint16_t);
/* Is it a quarter of the compass, or a part of a country: south, central? */
bool		 vocabulary_is_quarter(const struct vocabulary *, uint16_t);
/* Does it stand for a number: dozens, half, several, twice? */
bool		 vocabulary_is_amount(const struct vocabulary *, uint16_t);

#endif
