#include "filters/dedup/words.h"

#include <endian.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "common/lexicon/lexicon.h"
#include "common/text/text.h"
#include "filters/dedup/fold.h"

#define FIRST_UNSPACED	0x2E80	/* from here on category Lo is a word each */
#define RIGHT_QUOTE	0x2019	/* the apostrophe of typesetters */

#define SPARE		8	/* bytes that may be read behind the key */
#define MAX_LISTED	LEXICON_SHORT	/* letters of a word that is listed */
#define ENTRIES		2048	/* of the vocabulary: many times too many */

/* A bit for each hash that a listed word has, and the words by their hash. */
struct vocabulary {
	uint64_t	 bits[(WORD_HASH + 1) / 64];
	struct entry {
		uint64_t hash;			/* 0: none */
		uint16_t kind;
	} entries[ENTRIES];
	size_t		 n;
};

enum { NOTHING, DIGIT, UPPER, LOWER };

/* What an ASCII byte is, and what it is folded to. */
static inline int
kind_of(unsigned char c)
{
	if ((unsigned char)((c | 0x20) - 'a') < 26)
		return (c & 0x20) ? LOWER : UPPER;
	return (unsigned char)(c - '0') < 10 ? DIGIT : NOTHING;
}

/*
 * Any hash does that is the same everywhere: bytes are read as little-endian.
 * Up to SPARE bytes behind the word are read with it.
 */
static uint64_t
hash(const char *p, size_t n)
{
	uint64_t h = n, x;

	for (;; p += 8, n -= 8) {
		memcpy(&x, p, 8);
		x = le64toh(x);
		if (n < 8)
			x &= ((uint64_t)1 << 8 * n) - 1;
		h = (h ^ x) * 0x9E3779B97F4A7C15u;
		h ^= h >> 32;
		if (n <= 8)
			break;
	}
	return h * 0xD6E8FEB86659FD93u;
}

/* Whether a word of these parts is a numeral, or stands in a date. */
static bool
is_numeral(uint64_t parts)
{
	return !(parts & W_ambiguous) && (parts & (W_number | W_scale |
	    W_counts | W_dozen | W_fraction | W_ordinal | W_month | W_weekday |
	    W_season));
}

static uint16_t
kind_of_word(const struct vocabulary *v, uint64_t h, uint16_t kind)
{
	size_t i = h >> 50;

	if ((v->bits[i / 64] >> i % 64 & 1) == 0)
		return kind;
	for (i = h % ENTRIES; v->entries[i].hash != 0; i = (i + 1) % ENTRIES)
		if (v->entries[i].hash == h)
			return v->entries[i].kind;
	return kind;
}

static void
list(struct vocabulary *v, const char *word, size_t n, uint16_t kind)
{
	char letters[MAX_LISTED + SPARE] = { 0 };
	uint64_t h;
	size_t i;

	if (n > MAX_LISTED || v->n > ENTRIES / 2)
		return;
	for (i = 0; i < n; i++) {
		if (kind_of((unsigned char)word[i]) != LOWER)
			return;		/* words here are letters only */
		letters[i] = word[i];
	}
	h = hash(letters, n);
	v->bits[h >> 56] |= (uint64_t)1 << (h >> 50) % 64;
	for (i = h % ENTRIES; v->entries[i].hash != 0; i = (i + 1) % ENTRIES)
		if (v->entries[i].hash == h)
			return;		/* the first list counts */
	v->entries[i] = (struct entry){ h, kind };
	v->n++;
}

static void
list_distinction(const char *word, size_t n, const struct lexicon_found *found,
    void *v)
{
	list(v, word, n, (found->bits & DISTINCTION_NUMBER) ? WORD_NUMBER :
	    WORD_TURN);
}

static void
list_numeral(const char *word, size_t n, const struct lexicon_found *found,
    void *v)
{
	if (is_numeral(found->bits))
		list(v, word, n, WORD_NUMBER);
}

struct vocabulary *
vocabulary_new(void)
{
	struct vocabulary *v = xcalloc(1, sizeof(*v));

	lexicon_each(lexicon_default(), ROLE_DISTINCTIONS, list_distinction,
	    v);
	lexicon_each(lexicon_default(), ROLE_NUMBER_WORDS, list_numeral, v);
	return v;
}

void
vocabulary_free(struct vocabulary *v)
{
	free(v);
}

/* The word that began at w->start ends at byte end of the key. */
static void
end_word(const struct vocabulary *v, struct words *w, size_t end)
{
	const char *p;
	size_t n = end - w->start;
	uint64_t h;

	if (n == 0)
		return;
	p = w->key.data + w->start;
	h = hash(p, n);
	if (w->kind != WORD_NUMBER && n <= MAX_LISTED)
		w->kind = kind_of_word(v, h, w->kind);
	w->word[w->n++] = (uint16_t)(h >> 50) | w->kind;
	w->start = end;
	w->kind = WORD_PLAIN;
}

/* A character that is not ASCII; returns its end. */
static const char *
take_wide(const struct vocabulary *v, struct words *w, const char *p,
    const char *end)
{
	size_t at = w->key.len;
	utf8proc_category_t g = UTF8PROC_CATEGORY_CN;
	uint32_t cp;

	utf8_decode(p, (size_t)(end - p), &cp);
	p = fold_character(&w->key, p, end, FOLD_CASE | FOLD_LETTERS);
	buffer_reserve(&w->key, (size_t)(end - p) + SPARE);
	if (w->key.len == at) {
		if (cp != RIGHT_QUOTE)
			end_word(v, w, at);
		return p;
	}
	if (cp != UTF8_INVALID)
		g = utf8proc_category((int32_t)cp);
	if (g == UTF8PROC_CATEGORY_LO && cp >= FIRST_UNSPACED) {
		end_word(v, w, at);
		end_word(v, w, w->key.len);
		return p;
	}
	if (at == w->start &&
	    (g == UTF8PROC_CATEGORY_LU || g == UTF8PROC_CATEGORY_LT))
		w->kind = WORD_NAME;
	if (g == UTF8PROC_CATEGORY_ND)
		w->kind = WORD_NUMBER;
	return p;
}

/* ASCII letters and digits in a row; returns their end. */
static const char *
take_ascii(struct words *w, const char *p, const char *end)
{
	char *key;
	int kind;

	key = w->key.data + w->key.len;
	for (; p < end && (kind = kind_of((unsigned char)*p)) != NOTHING; p++) {
		if (kind == DIGIT)
			w->kind = WORD_NUMBER;
		else if (kind == UPPER && w->kind == WORD_PLAIN &&
		    key == w->key.data + w->start)
			w->kind = WORD_NAME;
		*key++ = (char)(*p | (kind == UPPER ? 0x20 : 0));
	}
	w->key.len = (size_t)(key - w->key.data);
	return p;
}

/* Does the word go on behind the ASCII character at p, which is no letter? */
static bool
is_inside(const struct words *w, const char *p, const char *end)
{
	int next = p + 1 < end ? kind_of((unsigned char)p[1]) : NOTHING;

	if (*p == '\'')
		return next != NOTHING;
	return (*p == '.' || *p == ',') && next == DIGIT &&
	    w->kind == WORD_NUMBER;
}

void
words_of(const struct vocabulary *v, struct words *w, const char *text,
    size_t len)
{
	const char *p = text, *end = text + len;

	w->n = w->start = w->key.len = 0;
	/* No word is shorter than two bytes, with what ends it. */
	w->word = array_grow(w->word, &w->cap, len / 2 + 1, sizeof(*w->word));
	buffer_reserve(&w->key, len + SPARE);
	w->kind = WORD_PLAIN;
	while (p < end) {
		if ((unsigned char)*p >= 0x80)
			p = take_wide(v, w, p, end);
		else if (kind_of((unsigned char)*p) != NOTHING)
			p = take_ascii(w, p, end);
		else {
			if (!is_inside(w, p, end))
				end_word(v, w, w->key.len);
			p++;
		}
	}
	end_word(v, w, w->key.len);
}

void
words_free(struct words *w)
{
	buffer_free(&w->key);
	free(w->word);
}
