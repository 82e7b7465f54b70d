/*
 * tagger.c -- parts of speech: see tagger.h
 */
#include <stdbool.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "common/learn/learn.h"
#include "common/syntax/tags.h"

extern const unsigned char model_en_tagger[], model_en_tagger_end[];

bool
tagger_open(struct tagger *t, const struct model *m)
{
	const unsigned char *p;
	size_t len;

	p = model_section(m, "tagger", &len);
	if (p == NULL || len < TAGGER_ROW || (len & (len - 1)) != 0)
		return false;
	t->weights = (const int8_t *)p;
	t->mask = (uint32_t)(len / TAGGER_ROW) - 1;
	p = model_section(m, "tagger-words", &len);
	if (p == NULL || len < 8 || (len & (len - 1)) != 0)
		return false;
	t->lexicon = p;
	t->lexicon_mask = (uint32_t)(len / 8) - 1;
	return true;
}

void
tagger_builtin(struct tagger *t)
{
	struct model m;

	model_builtin(&m, model_en_tagger, model_en_tagger_end);
	if (!tagger_open(t, &m))
		memset(t, 0, sizeof(*t));
}

/*
 * The tag a token has whatever stands around it, or TAGGER_NONE: marks by
 * their kind, words by the lexicon of one-tag words.  A capital may make a name
 * of any word, so only small letters are asked about.
 */
uint8_t
tagger_certain(const struct tagger *t, const char *text,
    const struct token *tok)
{
	const unsigned char *slot;
	uint32_t i, h;

	if (tok->kind == TOKEN_MARK)
		return TAG_PUNCT;
	if (tok->kind == TOKEN_SYMBOL)
		return TAG_OTHER;
	if (!(tok->flags & TOKEN_LOWER) || t->lexicon == NULL)
		return TAGGER_NONE;
	(void)text;
	h = tok->folded != 0 ? tok->folded : 1;
	for (i = h & t->lexicon_mask;; i = (i + 1) & t->lexicon_mask) {
		slot = t->lexicon + 8 * (size_t)i;
		if (model_get32(slot) == h)
			return slot[4];
		if (model_get32(slot) == 0)
			return TAGGER_NONE;
	}
}

/* The last three bytes of a word in lower case, as a number. */
static uint32_t
suffix(const char *text, const struct token *t)
{
	uint32_t v = 0;
	size_t i, n = t->end - t->start < 3 ? t->end - t->start : 3;

	for (i = t->end - n; i < t->end; i++) {
		unsigned char c = (unsigned char)text[i];

		v = v << 8 | (c >= 'A' && c <= 'Z' ? c | 0x20u : c);
	}
	return v;
}

/* What the features of a token are made from, its tags before aside. */
struct around {
	uint32_t	 word, before, next, next2;	/* folded hashes */
	uint32_t	 shape, next_capital;
	uint32_t	 suffix, suffix_before, suffix_next;
	bool		 first;
};

static inline void
look_around(struct around *a, const char *text, const struct token *v,
    size_t n, size_t i)
{
	const struct token *t = &v[i];

	a->word = t->folded;
	a->before = i > 0 ? v[i - 1].folded : 1;
	a->next = i + 1 < n ? v[i + 1].folded : 2;
	a->next2 = i + 2 < n ? v[i + 2].folded : 3;
	a->shape = (t->flags & (TOKEN_CAPITAL | TOKEN_UPPER |
	    TOKEN_LOWER | TOKEN_DIGIT | TOKEN_MIXED | TOKEN_ACRONYM)) |
	    (uint32_t)t->kind << 16;
	a->next_capital = i + 1 < n ? v[i + 1].flags & TOKEN_CAPITAL : 8;
	a->suffix = suffix(text, t);
	a->suffix_before = i > 0 ? suffix(text, &v[i - 1]) : 0;
	a->suffix_next = i + 1 < n ? suffix(text, &v[i + 1]) : 0;
	a->first = i == 0;
}

#define F(k, a, b)	feature_mix(feature_mix(feature_hash(k), a), b)

/* Those of the words alone, which are known before the tags are. */
static inline void
word_features(uint32_t f[TAGGER_FEATURES], const struct around *a)
{
	uint32_t s2 = a->suffix & 0xFFFF;

	f[0] = F(0, a->word, a->shape & TOKEN_CAPITAL);
	f[3] = F(3, a->suffix, a->shape & TOKEN_CAPITAL);
	f[5] = F(5, a->next, 0);
	f[7] = F(7, a->shape, a->first);
	f[8] = F(8, s2, a->suffix_next & 0xFFFF);
	f[12] = F(12, a->suffix_before & 0xFFFF, s2);
}

static inline void
tag_features(uint32_t f[TAGGER_FEATURES], const struct around *a,
    unsigned before, unsigned before2)
{
	f[1] = F(1, a->word, before);
	f[2] = F(2, before, before2);
	f[4] = F(4, a->suffix & 0xFFFF, before);
	f[6] = F(6, a->before, before);
	f[9] = F(9, a->suffix_next, before);
	f[10] = F(10, a->shape, before << 8 | a->next_capital);
	f[11] = F(11, a->next2, before);
	f[13] = F(13, a->suffix, before << 8 | before2);
}

#undef F

void
tagger_features(uint32_t f[TAGGER_FEATURES], const char *text,
    const struct token *v, size_t n, size_t i, unsigned before,
    unsigned before2)
{
	struct around a;

	look_around(&a, text, v, n, i);
	word_features(f, &a);
	tag_features(f, &a, before, before2);
}

/*
 * What a tag's sum may be at most: nothing stands behind the last tag, and a long
 * word with a capital inside a sentence is no function word, however its features
 * fall.
 */
#define ANY	INT16_MAX
#define NO	INT16_MIN

static const int16_t limits[2][TAGGER_ROW] = {
	{ [TAG_OTHER ... TAG_PART] = ANY, [TAGS ... TAGGER_ROW - 1] = NO },
	{ [TAG_OTHER] = ANY, [TAG_NOUN] = ANY, [TAG_NOUNS] = ANY,
	    [TAG_NAME] = ANY, [TAG_VERB ... TAG_ADJ] = ANY, [TAG_NUM] = ANY,
	    [TAG_POS] = ANY,
	    [TAG_PUNCT] = NO, [TAG_PRON ... TAG_MODAL] = NO,
	    [TAG_ADV ... TAG_CONJ] = NO, [TAG_WH] = NO, [TAG_PART] = NO,
	    [TAGS ... TAGGER_ROW - 1] = NO },
};

#ifdef __SSE2__

static inline __m128i
less(__m128i v, const int16_t *limit)
{
	return _mm_min_epi16(v, _mm_loadu_si128((const void *)limit));
}

/* A bit for each of 16 sums that is the highest. */
static inline uint32_t
are(__m128i most, __m128i a, __m128i b)
{
	return (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(
	    _mm_cmpeq_epi16(a, most), _mm_cmpeq_epi16(b, most)));
}

/*
 * The tags that have the highest sum of the rows of the features, as bits; none
 * is higher than its limit.
 */
static inline uint32_t
highest(const struct tagger *t, const uint32_t f[TAGGER_FEATURES],
    const int16_t limits[TAGGER_ROW])
{
	const __m128i none = { 0 };
	__m128i v0 = none, v1 = none, v2 = none, v3 = none, a, b, as, bs, most;
	const int8_t *row;
	unsigned k;

	for (k = 0; k < TAGGER_FEATURES; k++) {
		row = t->weights + (size_t)(f[k] & t->mask) * TAGGER_ROW;
		a = _mm_loadu_si128((const void *)row);
		b = _mm_loadu_si128((const void *)(row + 16));
		as = _mm_cmpgt_epi8(none, a);
		bs = _mm_cmpgt_epi8(none, b);
		v0 = _mm_add_epi16(v0, _mm_unpacklo_epi8(a, as));
		v1 = _mm_add_epi16(v1, _mm_unpackhi_epi8(a, as));
		v2 = _mm_add_epi16(v2, _mm_unpacklo_epi8(b, bs));
		v3 = _mm_add_epi16(v3, _mm_unpackhi_epi8(b, bs));
	}
	v0 = less(v0, limits);
	v1 = less(v1, limits + 8);
	v2 = less(v2, limits + 16);
	v3 = less(v3, limits + 24);
	most = _mm_max_epi16(_mm_max_epi16(v0, v1), _mm_max_epi16(v2, v3));
	most = _mm_max_epi16(most, _mm_shuffle_epi32(most, 0x4E));
	most = _mm_max_epi16(most, _mm_shuffle_epi32(most, 0xB1));
	most = _mm_max_epi16(most, _mm_shufflehi_epi16(
	    _mm_shufflelo_epi16(most, 0xB1), 0xB1));
	return are(most, v0, v1) | are(most, v2, v3) << 16;
}

#else

static inline uint32_t
highest(const struct tagger *t, const uint32_t f[TAGGER_FEATURES],
    const int16_t limits[TAGGER_ROW])
{
	int16_t sum[TAGGER_ROW] = { 0 }, most = INT16_MIN;
	const int8_t *row;
	uint32_t bits = 0;
	unsigned k, j;

	for (k = 0; k < TAGGER_FEATURES; k++) {
		row = t->weights + (size_t)(f[k] & t->mask) * TAGGER_ROW;
		for (j = 0; j < TAGGER_ROW; j++)
			sum[j] = (int16_t)(sum[j] + row[j]);
	}
	for (j = 0; j < TAGGER_ROW; j++) {
		if (sum[j] > limits[j])
			sum[j] = limits[j];
		if (sum[j] > most)
			most = sum[j];
	}
	for (j = 0; j < TAGGER_ROW; j++)
		bits |= (uint32_t)(sum[j] == most) << j;
	return bits;
}

#endif

/* Of tags that are as good, a noun, and else the first. */
static unsigned
best_tag(const struct tagger *t, const uint32_t f[TAGGER_FEATURES],
    bool capital)
{
	uint32_t bits = highest(t, f, limits[capital]);

	return bits & 1u << TAG_NOUN ? TAG_NOUN : (unsigned)__builtin_ctz(bits);
}

/*
 * The rows of the next token are soon asked for: those of its words, and where
 * the tag before it is known already, those of that too.
 */
static inline void
fetch_rows(const struct tagger *t, uint32_t f[TAGGER_FEATURES],
    const struct around *a, const uint8_t *tags, size_t next, size_t now)
{
	static const uint8_t order[TAGGER_FEATURES] = {
		0, 3, 5, 7, 8, 12, 1, 4, 6, 9, 10, 11, 2, 13
	};
	size_t k, n = 6;

	if (next > now + 1) {
		tag_features(f, a, tags[next - 1], tags[next - 2]);
		n = next > now + 2 ? 14 : 12;
	}
	for (k = 0; k < n; k++)
		__builtin_prefetch(t->weights +
		    (size_t)(f[order[k]] & t->mask) * TAGGER_ROW);
}

void
tagger_tag(const struct tagger *t, const char *text, const struct token *v,
    size_t n, uint8_t *tags)
{
	uint32_t f[2][TAGGER_FEATURES];
	struct around a[2];
	unsigned before = TAGS, before2 = TAGS, now = 0;
	size_t i, next;
	bool ready = false;

	for (i = 0; i < n; i++) {
		tags[i] = tagger_certain(t, text, &v[i]);
		if (tags[i] == TAGGER_NONE && t->weights == NULL)
			tags[i] = TAG_NOUN;
	}
	for (i = 0; i < n; i++) {
		if (tags[i] == TAGGER_NONE) {
			if (!ready) {
				look_around(&a[now], text, v, n, i);
				word_features(f[now], &a[now]);
			}
			for (next = i + 1; next < n && tags[next] != TAGGER_NONE; next++)
				;
			if ((ready = next < n)) {
				look_around(&a[!now], text, v, n, next);
				word_features(f[!now], &a[!now]);
				fetch_rows(t, f[!now], &a[!now], tags, next, i);
			}
			tag_features(f[now], &a[now], before, before2);
			tags[i] = (uint8_t)best_tag(t, f[now], i > 0 &&
			    (v[i].flags & TOKEN_CAPITAL) &&
			    v[i].end - v[i].start > 5);
			now = !now;
		}
		before2 = before;
		before = tags[i];
	}
}
