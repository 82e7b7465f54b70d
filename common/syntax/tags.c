#include "common/syntax/tags.h"

#include <stdbool.h>
#include <string.h>

#include "common/base/base.h"

#ifdef WIDE
#include <immintrin.h>
#endif

extern const unsigned char model_en_tagger[], model_en_tagger_end[];

/* Of two, as masks ask for. */
static bool
is_power(size_t n)
{
	return (n & (n - 1)) == 0;
}

bool
tags_open(struct tag_model *t, const struct model *m)
{
	const unsigned char *p;
	size_t len;

	p = model_section(m, "tagger", &len);
	if (p == NULL || len < TAGS_ROW || !is_power(len))
		return false;
	t->weights = (const int8_t *)p;
	t->mask = (uint32_t)(len / TAGS_ROW) - 1;
	p = model_section(m, "tagger-words", &len);
	if (p == NULL || len < TAGS_SLOT || !is_power(len))
		return false;
	t->lexicon = p;
	t->lexicon_mask = (uint32_t)(len / TAGS_SLOT) - 1;
	return true;
}

void
tags_builtin(struct tag_model *t)
{
	struct model m;

	model_builtin(&m, model_en_tagger, model_en_tagger_end);
	if (!tags_open(t, &m))
		memset(t, 0, sizeof(*t));
}

/*
 * Marks are known by their kind, words by the lexicon of one-tag words.  A
 * capital may make a name of any word, so only small letters are asked about.
 */
uint8_t
tags_certain(const struct tag_model *t, const struct token *tok)
{
	const unsigned char *slot;
	uint32_t i, h;

	if (tok->kind == TOKEN_MARK)
		return TAG_PUNCT;
	if (tok->kind == TOKEN_SYMBOL)
		return TAG_OTHER;
	if (!(tok->flags & TOKEN_LOWER) || t->lexicon == NULL)
		return TAG_NONE;
	h = tok->folded != 0 ? tok->folded : 1;
	for (i = h & t->lexicon_mask;; i = (i + 1) & t->lexicon_mask) {
		slot = t->lexicon + TAGS_SLOT * (size_t)i;
		if (model_get32(slot) == h)
			return slot[4];
		if (model_get32(slot) == 0)
			return TAG_NONE;
	}
}

uint8_t
tags_certain_small(const struct tag_model *t, const struct token *tok)
{
	struct token small = *tok;

	small.flags |= TOKEN_LOWER;
	return tags_certain(t, &small);
}

#define ENDING		3	/* letters at the end of a word that say much */
#define TWO_LETTERS(e)	((e) & 0xFFFF)	/* the last two of them */

/* The last bytes of a word in lower case, as a number. */
static uint32_t
ending(const char *text, const struct token *t)
{
	uint32_t v = 0;
	size_t i, n = t->end - t->start;

	if (n > ENDING)
		n = ENDING;
	for (i = t->end - n; i < t->end; i++)
		v = v << 8 | ascii_lower((unsigned char)text[i]);
	return v;
}

/*
 * What the features of a token are made from, but for the tags before it.
 * Where there is no word, a number stands for the edge of the sentence.
 */
#define EDGE_BEFORE	1
#define EDGE_NEXT	2
#define EDGE_NEXT2	3
#define EDGE_CAPITAL	8	/* neither TOKEN_CAPITAL nor none */

struct around {
	uint32_t	 word, before, next, next2;	/* folded hashes */
	uint32_t	 shape, next_capital;
	uint32_t	 ending, ending_before, ending_next;
	bool		 first;
};

#define SHAPE_FLAGS	(TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_LOWER | \
			TOKEN_DIGIT | TOKEN_MIXED | TOKEN_ACRONYM)

static inline void
look_around(struct around *a, const char *text, const struct token *v,
    size_t n, size_t i)
{
	const struct token *t = &v[i];

	a->word = t->folded;
	a->before = i > 0 ? v[i - 1].folded : EDGE_BEFORE;
	a->next = i + 1 < n ? v[i + 1].folded : EDGE_NEXT;
	a->next2 = i + 2 < n ? v[i + 2].folded : EDGE_NEXT2;
	a->shape = (t->flags & SHAPE_FLAGS) | (uint32_t)t->kind << 16;
	a->next_capital = i + 1 < n ? v[i + 1].flags & TOKEN_CAPITAL :
	    EDGE_CAPITAL;
	a->ending = ending(text, t);
	a->ending_before = i > 0 ? ending(text, &v[i - 1]) : 0;
	a->ending_next = i + 1 < n ? ending(text, &v[i + 1]) : 0;
	a->first = i == 0;
}

/*
 * The features: what each is made of.  Their numbers are mixed into the hashes,
 * and so are part of the model.
 */
enum tag_feature {
	OF_WORD = 0,		/* the word, and has it a capital? */
	OF_WORD_TAG = 1,	/* the word and the tag before */
	OF_TAGS = 2,		/* the two tags before */
	OF_ENDING = 3,		/* three last letters, and has it a capital? */
	OF_ENDING_TAG = 4,	/* two last letters and the tag before */
	OF_NEXT = 5,		/* the next word */
	OF_BEFORE = 6,		/* the word before and its tag */
	OF_SHAPE = 7,		/* how it is written; does it come first? */
	OF_ENDING_NEXT = 8,	/* two last letters, and the next word's */
	OF_NEXT_TAG = 9,	/* three last letters next, the tag before */
	OF_SHAPE_TAG = 10,	/* how written, tag before, a capital next? */
	OF_NEXT2 = 11,		/* the next word but one and the tag before */
	OF_ENDING_BEFORE = 12,	/* two last letters, and the word's before */
	OF_ENDING_TAGS = 13	/* three last letters and the two tags before */
};

/*
 * In the order in which they can be known: those of the words alone, which are
 * known before any tag is; with those of the tag before; with those of both.
 */
static const uint8_t known[TAGS_FEATURES] = {
	OF_WORD, OF_ENDING, OF_NEXT, OF_SHAPE, OF_ENDING_NEXT,
	OF_ENDING_BEFORE,
	OF_WORD_TAG, OF_ENDING_TAG, OF_BEFORE, OF_NEXT_TAG, OF_SHAPE_TAG,
	OF_NEXT2,
	OF_TAGS, OF_ENDING_TAGS
};
#define KNOWN_WORDS	6
#define KNOWN_TAG	12

static inline void
add(uint32_t f[TAGS_FEATURES], enum tag_feature k, uint32_t a, uint32_t b)
{
	f[k] = feature_mix(feature_mix(feature_hash(k), a), b);
}

static inline void
word_features(uint32_t f[TAGS_FEATURES], const struct around *a)
{
	uint32_t two = TWO_LETTERS(a->ending);

	add(f, OF_WORD, a->word, a->shape & TOKEN_CAPITAL);
	add(f, OF_ENDING, a->ending, a->shape & TOKEN_CAPITAL);
	add(f, OF_NEXT, a->next, 0);
	add(f, OF_SHAPE, a->shape, a->first);
	add(f, OF_ENDING_NEXT, two, TWO_LETTERS(a->ending_next));
	add(f, OF_ENDING_BEFORE, TWO_LETTERS(a->ending_before), two);
}

static inline void
tag_features(uint32_t f[TAGS_FEATURES], const struct around *a,
    unsigned before, unsigned before2)
{
	add(f, OF_WORD_TAG, a->word, before);
	add(f, OF_TAGS, before, before2);
	add(f, OF_ENDING_TAG, TWO_LETTERS(a->ending), before);
	add(f, OF_BEFORE, a->before, before);
	add(f, OF_NEXT_TAG, a->ending_next, before);
	add(f, OF_SHAPE_TAG, a->shape, before << 8 | a->next_capital);
	add(f, OF_NEXT2, a->next2, before);
	add(f, OF_ENDING_TAGS, a->ending, before << 8 | before2);
}

void
tags_features(uint32_t f[TAGS_FEATURES], const char *text,
    const struct token *v, size_t n, size_t i, unsigned before,
    unsigned before2)
{
	struct around a;

	look_around(&a, text, v, n, i);
	word_features(f, &a);
	tag_features(f, &a, before, before2);
}

/*
 * What a tag's sum may be at most: nothing stands behind the last tag, and a
 * long word with a capital inside a sentence is no function word, however its
 * features fall.
 */
#define ANY	INT16_MAX
#define NONE	INT16_MIN

static const int16_t limits[2][TAGS_ROW] = {
	{ [TAG_OTHER ... TAG_PART] = ANY, [TAGS ... TAGS_ROW - 1] = NONE },
	{ [TAG_OTHER] = ANY, [TAG_NOUN] = ANY, [TAG_NOUNS] = ANY,
	    [TAG_NAME] = ANY, [TAG_VERB ... TAG_ADJ] = ANY, [TAG_NUM] = ANY,
	    [TAG_POS] = ANY,
	    [TAG_PUNCT] = NONE, [TAG_PRON ... TAG_MODAL] = NONE,
	    [TAG_ADV ... TAG_CONJ] = NONE, [TAG_WH] = NONE, [TAG_PART] = NONE,
	    [TAGS ... TAGS_ROW - 1] = NONE },
};

/*
 * The tags that have the highest sum of the rows of the features, as bits; none
 * is higher than its limit.
 */
static inline uint32_t
highest(const struct tag_model *t, const uint32_t f[TAGS_FEATURES],
    const int16_t limits[TAGS_ROW])
{
	int16_t sum[TAGS_ROW] = { 0 }, most = INT16_MIN;
	const int8_t *row;
	uint32_t bits = 0;
	unsigned k, j;

	for (k = 0; k < TAGS_FEATURES; k++) {
		row = t->weights + (size_t)(f[k] & t->mask) * TAGS_ROW;
		for (j = 0; j < TAGS_ROW; j++)
			sum[j] = (int16_t)(sum[j] + row[j]);
	}
	for (j = 0; j < TAGS_ROW; j++) {
		if (sum[j] > limits[j])
			sum[j] = limits[j];
		if (sum[j] > most)
			most = sum[j];
	}
	for (j = 0; j < TAGS_ROW; j++)
		bits |= (uint32_t)(sum[j] == most) << j;
	return bits;
}

#ifdef WIDE

WIDE static inline __m256i
wide_sum(__m256i sum, const int8_t *row)
{
	return _mm256_add_epi16(sum, _mm256_cvtepi8_epi16(
	    _mm_loadu_si128((const void *)row)));
}

WIDE static inline __m256i
wide_less(__m256i v, const int16_t *limit)
{
	return _mm256_min_epi16(v, _mm256_loadu_si256((const void *)limit));
}

/* What highest() does, where wide_has(). */
WIDE static uint32_t
highest_wide(const struct tag_model *t, const uint32_t f[TAGS_FEATURES],
    const int16_t limits[TAGS_ROW])
{
	__m256i v0 = { 0 }, v1 = { 0 }, all, same;
	__m128i most;
	const int8_t *row;
	unsigned k;

	for (k = 0; k < TAGS_FEATURES; k++) {
		row = t->weights + (size_t)(f[k] & t->mask) * TAGS_ROW;
		v0 = wide_sum(v0, row);
		v1 = wide_sum(v1, row + 16);
	}
	v0 = wide_less(v0, limits);
	v1 = wide_less(v1, limits + 16);
	all = _mm256_max_epi16(v0, v1);
	most = _mm_max_epi16(_mm256_castsi256_si128(all),
	    _mm256_extracti128_si256(all, 1));
	most = _mm_max_epi16(most, _mm_shuffle_epi32(most, 0x4E));
	most = _mm_max_epi16(most, _mm_shuffle_epi32(most, 0xB1));
	most = _mm_max_epi16(most, _mm_shufflelo_epi16(most, 0xB1));
	all = _mm256_broadcastw_epi16(most);
	/* packed by halves: first of v0, first of v1, second of v0, ... */
	same = _mm256_packs_epi16(_mm256_cmpeq_epi16(v0, all),
	    _mm256_cmpeq_epi16(v1, all));
	return (uint32_t)_mm256_movemask_epi8(
	    _mm256_permute4x64_epi64(same, 0xD8));
}

#else

#define highest_wide	highest

#endif

/* Of tags that are as good, a noun, and else the first. */
static unsigned
best_tag(const struct tag_model *t, const uint32_t f[TAGS_FEATURES],
    bool capital, bool wide)
{
	uint32_t bits = wide ? highest_wide(t, f, limits[capital]) :
	    highest(t, f, limits[capital]);

	return bits & 1u << TAG_NOUN ? TAG_NOUN : (unsigned)__builtin_ctz(bits);
}

/*
 * The rows of the token at next are soon asked for, when that at now has its
 * tag: those of its words, and where the tags before it are known already,
 * those of these too.
 */
static inline void
fetch_rows(const struct tag_model *t, uint32_t f[TAGS_FEATURES],
    const struct around *a, const uint8_t *tags, size_t next, size_t now)
{
	size_t k, n = KNOWN_WORDS;

	if (next > now + 1) {
		tag_features(f, a, tags[next - 1], tags[next - 2]);
		n = next > now + 2 ? TAGS_FEATURES : KNOWN_TAG;
	}
	for (k = 0; k < n; k++)
		__builtin_prefetch(t->weights +
		    (size_t)(f[known[k]] & t->mask) * TAGS_ROW);
}

/* By its looks no function word?  They are short, where capitals count. */
#define FUNCTION_WORD	5	/* bytes */

static inline bool
is_long_capital(const struct token *v, size_t i)
{
	return i > 0 && (v[i].flags & TOKEN_CAPITAL) &&
	    v[i].end - v[i].start > FUNCTION_WORD;
}

/* "R.K. Gale": initials before a word with a capital are part of its name. */
static bool
is_initials(const char *text, const struct token *v, size_t n, size_t i)
{
	return v[i].kind == TOKEN_WORD && i + 1 < n &&
	    v[i].end - v[i].start > 3 && text[v[i].start + 1] == '.' &&
	    text[v[i].end - 1] == '.' && (v[i].flags & TOKEN_CAPITAL) &&
	    (v[i + 1].flags & TOKEN_CAPITAL);
}

/* The next token from i on that has no tag yet, or n. */
static inline size_t
next_open(const uint8_t *tags, size_t i, size_t n)
{
	while (i < n && tags[i] != TAG_NONE)
		i++;
	return i;
}

void
tags_find(const struct tag_model *t, const char *text, const struct token *v,
    size_t n, uint8_t *tags)
{
	uint32_t f[2][TAGS_FEATURES];
	struct around a[2];
	unsigned before = TAGS, before2 = TAGS, now = 0;
	size_t i, next;
	bool ready = false, wide = wide_has();

	for (i = 0; i < n; i++) {
		tags[i] = tags_certain(t, &v[i]);
		if (tags[i] == TAG_NONE && is_initials(text, v, n, i))
			tags[i] = TAG_NAME;
		else if (tags[i] == TAG_NONE && t->weights == NULL)
			tags[i] = TAG_NOUN;
	}
	for (i = 0; i < n; i++) {
		if (tags[i] == TAG_NONE) {
			if (!ready) {
				look_around(&a[now], text, v, n, i);
				word_features(f[now], &a[now]);
			}
			next = next_open(tags, i + 1, n);
			if ((ready = next < n)) {
				look_around(&a[!now], text, v, n, next);
				word_features(f[!now], &a[!now]);
				fetch_rows(t, f[!now], &a[!now], tags, next, i);
			}
			tag_features(f[now], &a[now], before, before2);
			tags[i] = (uint8_t)best_tag(t, f[now],
			    is_long_capital(v, i), wide);
			now = !now;
		}
		before2 = before;
		before = tags[i];
	}
}
