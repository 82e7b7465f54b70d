#include "common/sentences/telling.h"

#include <err.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/sentences/sentences.h"
#include "common/text/text.h"

extern const unsigned char model_none_languages[];
extern const unsigned char model_none_languages_end[];

#define WORD_MAX	8	/* letters of a word that is a feature */
#define LETTERS_MAX	40	/* looked at of a word */
#define BYTES_MAX	4096	/* looked at of a text */

/* What a feature is made of. */
enum { OF_WORD = 1, OF_LETTERS, OF_CHARACTER };

/* Letters of a word, a border at both ends. */
struct letters {
	uint32_t	cp[LETTERS_MAX + 2];
	size_t		n;
};

static void
give_word(struct letters *w, void (*give)(void *, uint32_t), void *arg)
{
	uint32_t h;
	size_t i;

	if (w->n == 0)
		return;
	w->cp[0] = w->cp[w->n + 1] = 0;
	for (i = 1; i <= w->n; i++)
		give(arg, feature_mix(feature_mix(feature_mix(
		    feature_hash(OF_LETTERS), w->cp[i - 1]), w->cp[i]),
		    w->cp[i + 1]));
	if (w->n <= WORD_MAX) {
		h = feature_hash(OF_WORD);
		for (i = 1; i <= w->n; i++)
			h = feature_mix(h, w->cp[i]);
		give(arg, h);
	}
	w->n = 0;
}

static bool
is_letter(uint32_t cp)
{
	return (char_letter(cp) & CHAR_LETTER) != 0 || char_has_no_case(cp);
}

void
telling_features(const char *s, size_t n, void (*give)(void *, uint32_t),
    void *arg)
{
	struct letters w;
	uint32_t cp;
	size_t i;

	w.n = 0;
	for (i = 0; i < n;) {
		i += utf8_decode(s + i, n - i, &cp);
		if (char_is_unspaced(cp) || !is_letter(cp)) {
			give_word(&w, give, arg);
			if (char_is_unspaced(cp))
				give(arg, feature_mix(
				    feature_hash(OF_CHARACTER), cp));
		} else if (w.n < LETTERS_MAX) {
			w.cp[++w.n] = cp < 0x80 ?
			    ascii_lower((unsigned char)cp) : char_lower(cp);
		}
	}
	give_word(&w, give, arg);
}

/* The table, and what was added up so far. */
struct sum {
	const int8_t	*table;
	uint32_t	 mask;
	int32_t		*score;
	uint32_t	 n;		/* languages */
	size_t		 features;
};

static void
add_up(void *arg, uint32_t hash)
{
	struct sum *sum = arg;
	const int8_t *row = sum->table + (size_t)(hash & sum->mask) * sum->n;
	uint32_t i;

	for (i = 0; i < sum->n; i++)
		sum->score[i] += row[i];
	sum->features++;
}

static const unsigned char *
open_table(void)
{
	const unsigned char *p;
	struct model m;
	size_t len;

	model_builtin(&m, model_none_languages, model_none_languages_end);
	p = model_section(&m, "table", &len);
	if (p == NULL || len < TELLING_HEADER ||
	    model_get32(p) > LANGUAGES_TOLD_MAX || model_get32(p + 4) > 20 ||
	    len != TELLING_HEADER + (size_t)model_get32(p) *
	    (TELLING_CODE + ((size_t)1 << model_get32(p + 4))))
		errx(EXIT_TROUBLE, "built-in model: languages are missing");
	return p;
}

void
telling_start(struct telling *t)
{
	memset(t, 0, sizeof(*t));
}

void
telling_text(struct telling *t, const char *s, size_t n)
{
	const unsigned char *p = open_table();
	struct sum sum;

	if (n > BYTES_MAX - t->bytes)
		n = BYTES_MAX - t->bytes;
	t->bytes += n;
	sum.n = model_get32(p);
	sum.mask = (1u << model_get32(p + 4)) - 1;
	sum.table = (const int8_t *)p + TELLING_HEADER + TELLING_CODE * sum.n;
	sum.score = t->score;
	sum.features = 0;
	telling_features(s, n, add_up, &sum);
	t->features += sum.features;
}

const struct language *
telling_language(const struct telling *t)
{
	const unsigned char *p = open_table();
	const struct language *l;
	uint32_t i, best = 0;

	if (t->features == 0)
		return language_default();
	for (i = 1; i < model_get32(p); i++)
		if (t->score[i] > t->score[best])
			best = i;
	l = language_find((const char *)p + TELLING_HEADER +
	    TELLING_CODE * best);
	return l == NULL ? language_default() : l;
}
