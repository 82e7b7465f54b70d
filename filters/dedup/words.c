#include "filters/dedup/words.h"

#include <endian.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "common/text/lexicon.h"
#include "common/text/utf8.h"
#include "filters/dedup/fold.h"

#define FIRST_UNSPACED	0x2E80	/* from here on category Lo is a word each */
#define RIGHT_QUOTE	0x2019	/* the apostrophe of typesetters */

#define SPARE		8	/* bytes that may be read behind the key */
#define MAX_LISTED	16	/* letters of a word that can be listed */

struct words_memo {
	struct entry {
		uint32_t check;		/* of the hash of the word */
		uint16_t kind;
	} entries[WORD_HASH + 1];
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

/* The parts a numeral can have in number-words.txt, and those of dates. */
static bool
is_numeral(const char *parts)
{
	static const char *const numerals[] = {
		"number", "scale", "counts", "dozen", "fraction", "ordinal",
		"month", "weekday"
	};
	size_t i, n;

	if (strstr(parts, "ambiguous") != NULL)
		return false;
	for (; *parts != '\0'; parts += n + (parts[n] == ',')) {
		n = strcspn(parts, ",");
		for (i = 0; i < sizeof(numerals) / sizeof(numerals[0]); i++)
			if (strlen(numerals[i]) == n &&
			    memcmp(parts, numerals[i], n) == 0)
				return true;
	}
	return false;
}

static uint16_t
look_up(const char *p, size_t n)
{
	const char *value;

	if ((value = lexicon_value(LEX_DISTINCTIONS, p, n)) != NULL)
		return *value == 'n' ? WORD_NUMBER : WORD_TURN;
	value = lexicon_value(LEX_NUMBER_WORDS, p, n);
	return value != NULL && is_numeral(value) ? WORD_NUMBER : WORD_PLAIN;
}

/*
 * The kind of a word that has letters only.  A word is looked up once, and its
 * kind kept beside its hash until another takes that place.
 */
static uint16_t
kind_of_word(struct words_memo *memo, uint64_t h, const char *p, size_t n,
    uint16_t kind)
{
	struct entry *e = &memo->entries[h >> 50];

	if (e->check != (uint32_t)h) {
		e->check = (uint32_t)h;
		e->kind = look_up(p, n);
	}
	return e->kind != WORD_PLAIN ? e->kind : kind;
}

/* The word that began at w->start ends at byte end of the key. */
static void
end_word(struct words_memo *memo, struct words *w, size_t end)
{
	const char *p;
	size_t n = end - w->start;
	uint64_t h;

	if (n == 0)
		return;
	p = w->key.data + w->start;
	h = hash(p, n);
	if (w->kind != WORD_NUMBER && n <= MAX_LISTED)
		w->kind = kind_of_word(memo, h, p, n, w->kind);
	w->word[w->n++] = (uint16_t)(h >> 50) | w->kind;
	w->start = end;
	w->kind = WORD_PLAIN;
}

/* A character that is not ASCII; returns its end. */
static const char *
take_wide(struct words_memo *memo, struct words *w, const char *p,
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
			end_word(memo, w, at);
		return p;
	}
	if (cp != UTF8_INVALID)
		g = utf8proc_category((int32_t)cp);
	if (g == UTF8PROC_CATEGORY_LO && cp >= FIRST_UNSPACED) {
		end_word(memo, w, at);
		end_word(memo, w, w->key.len);
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
words_of(struct words_memo *memo, struct words *w, const char *text, size_t len)
{
	const char *p = text, *end = text + len;

	w->n = w->start = w->key.len = 0;
	/* No word is shorter than two bytes, with what ends it. */
	w->word = array_grow(w->word, &w->cap, len / 2 + 1, sizeof(*w->word));
	buffer_reserve(&w->key, len + SPARE);
	w->kind = WORD_PLAIN;
	while (p < end) {
		if ((unsigned char)*p >= 0x80)
			p = take_wide(memo, w, p, end);
		else if (kind_of((unsigned char)*p) != NOTHING)
			p = take_ascii(w, p, end);
		else {
			if (!is_inside(w, p, end))
				end_word(memo, w, w->key.len);
			p++;
		}
	}
	end_word(memo, w, w->key.len);
}

struct words_memo *
words_memo_new(void)
{
	return xcalloc(1, sizeof(struct words_memo));
}

void
words_memo_free(struct words_memo *memo)
{
	free(memo);
}

void
words_free(struct words *w)
{
	buffer_free(&w->key);
	free(w->word);
}
