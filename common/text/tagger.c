/*
 * tagger.c -- parts of speech: see tagger.h
 */
#include <stdbool.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "common/learn/feature.h"
#include "common/text/tagger.h"

extern const unsigned char model_tagger[], model_tagger_end[];

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

	model_builtin(&m, model_tagger, model_tagger_end);
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

void
tagger_features(uint32_t f[TAGGER_FEATURES], const char *text,
    const struct token *v, size_t n, size_t i, unsigned before,
    unsigned before2)
{
	const struct token *t = &v[i];
	uint32_t w = t->folded;
	uint32_t pw = i > 0 ? v[i - 1].folded : 1;
	uint32_t nw = i + 1 < n ? v[i + 1].folded : 2;
	uint32_t nnw = i + 2 < n ? v[i + 2].folded : 3;
	uint32_t shape = (t->flags & (TOKEN_CAPITAL | TOKEN_UPPER |
	    TOKEN_LOWER | TOKEN_DIGIT | TOKEN_MIXED | TOKEN_ACRONYM)) |
	    (uint32_t)t->kind << 16;
	uint32_t ncap = i + 1 < n ? v[i + 1].flags & TOKEN_CAPITAL : 8;
	uint32_t s3 = suffix(text, t), s2 = s3 & 0xFFFF;
	uint32_t p3 = i > 0 ? suffix(text, &v[i - 1]) : 0;
	uint32_t n3 = i + 1 < n ? suffix(text, &v[i + 1]) : 0;

#define F(k, a, b)	feature_mix(feature_mix(feature_hash(k), a), b)
	f[0] = F(0, w, shape & TOKEN_CAPITAL);
	f[1] = F(1, w, before);
	f[2] = F(2, before, before2);
	f[3] = F(3, s3, shape & TOKEN_CAPITAL);
	f[4] = F(4, s2, before);
	f[5] = F(5, nw, 0);
	f[6] = F(6, pw, before);
	f[7] = F(7, shape, i == 0);
	f[8] = F(8, s2, n3 & 0xFFFF);
	f[9] = F(9, n3, before);
	f[10] = F(10, shape, before << 8 | ncap);
	f[11] = F(11, nnw, before);
	f[12] = F(12, p3 & 0xFFFF, s2);
	f[13] = F(13, s3, before << 8 | before2);
#undef F
}

/*
 * A long word with a capital inside a sentence is no function word, however
 * its features fall.
 */
static bool
tag_allowed(unsigned tag, bool capital)
{
	return !capital || !(tag == TAG_PREP || tag == TAG_SUB || tag == TAG_DET ||
	    tag == TAG_CONJ || tag == TAG_TO || tag == TAG_PRON ||
	    tag == TAG_POSSESSIVE || tag == TAG_MODAL || tag == TAG_WH ||
	    tag == TAG_PART || tag == TAG_ADV || tag == TAG_PUNCT);
}

_Static_assert(TAGGER_ROW == 32, "four vectors");

/* The sums of the rows of weights that the features have. */
static inline void
sum_rows(const struct tagger *t, const uint32_t f[TAGGER_FEATURES],
    int16_t sum[TAGGER_ROW])
{
	const int8_t *row;
	unsigned k;
#ifdef __SSE2__
	/* in registers; what compilers make of the below is not */
	const __m128i none = { 0 };
	__m128i v0 = none, v1 = none, v2 = none, v3 = none, a, b, as, bs;

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
	_mm_storeu_si128((void *)sum, v0);
	_mm_storeu_si128((void *)(sum + 8), v1);
	_mm_storeu_si128((void *)(sum + 16), v2);
	_mm_storeu_si128((void *)(sum + 24), v3);
#else
	unsigned j;

	memset(sum, 0, TAGGER_ROW * sizeof(*sum));
	for (k = 0; k < TAGGER_FEATURES; k++) {
		row = t->weights + (size_t)(f[k] & t->mask) * TAGGER_ROW;
		for (j = 0; j < TAGGER_ROW; j++)
			sum[j] = (int16_t)(sum[j] + row[j]);
	}
#endif
}

static unsigned
best_tag(const struct tagger *t, const uint32_t f[TAGGER_FEATURES],
    bool capital)
{
	int16_t sum[TAGGER_ROW];
	unsigned best = TAG_NOUN, j;

	sum_rows(t, f, sum);
	for (j = 0; j < TAGS; j++)
		if (sum[j] > sum[best] && tag_allowed(j, capital))
			best = j;
	return best;
}

void
tagger_tag(const struct tagger *t, const char *text, const struct token *v,
    size_t n, uint8_t *tags)
{
	uint32_t f[TAGGER_FEATURES];
	unsigned before = TAGS, before2 = TAGS;
	size_t i;

	for (i = 0; i < n; i++) {
		tags[i] = tagger_certain(t, text, &v[i]);
		if (tags[i] == TAGGER_NONE && t->weights == NULL)
			tags[i] = TAG_NOUN;
		else if (tags[i] == TAGGER_NONE) {
			tagger_features(f, text, v, n, i, before, before2);
			tags[i] = (uint8_t)best_tag(t, f, i > 0 &&
			    (v[i].flags & TOKEN_CAPITAL) &&
			    v[i].end - v[i].start > 5);
		}
		before2 = before;
		before = tags[i];
	}
}
