/*
 * train_tags -- learn the weights of common/syntax/tags.h
 *
 *	tags SILVER MODEL [BITS [EPOCHS]]
 *
 * SILVER has lines made by common/languages/en/recipe/silver.py: {"text",
 * "t": [[start, end, tag, relation, head] ...], "s": [first token of each
 * sentence ...]}, offsets in code points, tags of the Penn Treebank.  MODEL
 * gets 2^BITS rows of weights.  An averaged perceptron, greedy from left to
 * right with the tags it predicts itself; every 20th line is held out and only
 * scored.  Integers throughout: the same input gives the same bytes.
 */
#include <err.h>
#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "common/syntax/tags.h"
#include "common/text/text.h"

#define HELD_OUT	20	/* one line in so many */

/* A sentence with the teacher's tags. */
struct tagged {
	char		*text;
	struct tokens	 tokens;
	uint8_t		*gold;
	bool		 held;
};

static struct tagged *sentences;
static size_t nsentences, sentences_cap;

static const struct { const char *penn; uint8_t tag; } penn[] = {
	{ "NN", TAG_NOUN }, { "NNS", TAG_NOUNS }, { "NNP", TAG_NAME },
	{ "NNPS", TAG_NAME }, { "PRP", TAG_PRON }, { "EX", TAG_PRON },
	{ "PRP$", TAG_POSSESSIVE }, { "WP$", TAG_POSSESSIVE },
	{ "DT", TAG_DET }, { "PDT", TAG_DET }, { "IN", TAG_PREP },
	{ "TO", TAG_TO }, { "MD", TAG_MODAL }, { "VB", TAG_VERB },
	{ "VBP", TAG_VERBP }, { "VBZ", TAG_VERBZ }, { "VBD", TAG_VERBD },
	{ "VBN", TAG_VERBN }, { "VBG", TAG_VERBG }, { "JJ", TAG_ADJ },
	{ "JJR", TAG_ADJ }, { "JJS", TAG_ADJ }, { "RB", TAG_ADV },
	{ "RBR", TAG_ADV }, { "RBS", TAG_ADV }, { "CC", TAG_CONJ },
	{ "CD", TAG_NUM }, { "WDT", TAG_WH }, { "WP", TAG_WH },
	{ "WRB", TAG_WH }, { "POS", TAG_POS }, { "RP", TAG_PART },
	{ ".", TAG_PUNCT }, { ",", TAG_PUNCT }, { ":", TAG_PUNCT },
	{ "``", TAG_PUNCT }, { "''", TAG_PUNCT }, { "HYPH", TAG_PUNCT },
	{ "-LRB-", TAG_PUNCT }, { "-RRB-", TAG_PUNCT }, { "NFP", TAG_PUNCT }
};

static uint8_t
tag_of(const char *name, const char *relation)
{
	size_t i;

	if (strcmp(name, "IN") == 0 && strcmp(relation, "mark") == 0)
		return TAG_SUB;
	for (i = 0; i < sizeof(penn) / sizeof(penn[0]); i++)
		if (strcmp(name, penn[i].penn) == 0)
			return penn[i].tag;
	return TAG_OTHER;
}

/* Byte offsets of the code points of a text; the caller frees. */
static size_t *
byte_offsets(const char *s, size_t len)
{
	size_t *at = xreallocarray(NULL, len + 2, sizeof(*at));
	size_t i, n = 0;

	for (i = 0; i < len; i++)
		if (((unsigned char)s[i] & 0xC0) != 0x80)
			at[n++] = i;
	at[n] = len;
	return at;
}

static void
add_sentence(const char *text, size_t from, size_t to, json_t *toks,
    size_t first, size_t last, const size_t *at, bool held)
{
	struct tagged *s;
	struct span span = { 0, to - from };
	size_t i, k = first;

	sentences = array_grow(sentences, &sentences_cap, nsentences + 1,
	    sizeof(*sentences));
	s = &sentences[nsentences++];
	memset(s, 0, sizeof(*s));
	s->text = xstrndup(text + from, to - from);
	s->held = held;
	tokens_scan(&s->tokens, s->text, span);
	s->gold = xmalloc(s->tokens.n + 1);
	for (i = 0; i < s->tokens.n; i++) {
		const char *tag, *rel;
		json_t *t;

		/* The teacher's token that ends at or after this one. */
		while (k + 1 < last && at[json_integer_value(json_array_get(
		    json_array_get(toks, k), 1))] < from + s->tokens.v[i].end)
			k++;
		t = json_array_get(toks, k);
		tag = json_string_value(json_array_get(t, 2));
		rel = json_string_value(json_array_get(t, 3));
		s->gold[i] = tag_of(tag, rel);
	}
}

/* The sentences of a line: an object with its text, tokens and starts. */
static void
add_line(json_t *line, const char *text, bool held)
{
	json_t *toks = json_object_get(line, "t");
	json_t *starts = json_object_get(line, "s");
	size_t *at = byte_offsets(text, strlen(text));
	size_t i, a, b, from, to, n = json_array_size(starts);

	for (i = 0; i < n; i++) {
		a = (size_t)json_integer_value(json_array_get(starts, i));
		b = i + 1 < n ? (size_t)json_integer_value(
		    json_array_get(starts, i + 1)) : json_array_size(toks);
		if (a >= b)
			continue;
		from = at[json_integer_value(json_array_get(
		    json_array_get(toks, a), 0))];
		to = at[json_integer_value(json_array_get(
		    json_array_get(toks, b - 1), 1))];
		add_sentence(text, from, to, toks, a, b, at, held);
	}
	free(at);
}

static void
read_silver(const char *path)
{
	const char *text;
	char *line = NULL;
	size_t cap = 0, number = 0;
	json_t *o;
	ssize_t n;
	FILE *f;

	if ((f = fopen(path, "r")) == NULL)
		err(EXIT_TROUBLE, "%s", path);
	while ((n = getline(&line, &cap, f)) > 0) {
		o = json_loadb(line, (size_t)n, 0, NULL);
		text = json_string_value(json_object_get(o, "text"));
		if (text == NULL)
			errx(EXIT_TROUBLE, "%s: not a silver file", path);
		number++;
		add_line(o, text, number % HELD_OUT == 0);
		json_decref(o);
	}
	if (ferror(f))
		err(EXIT_TROUBLE, "%s", path);
	free(line);
	fclose(f);
}

#define WORDS		((size_t)1 << 18)	/* more than there are */
/* 99.4 %, and seen often enough to believe it. */
#define SURE_SEEN	25
#define SURE_PERMILLE	994

/* How often a word had each tag. */
struct tag_counts {
	uint32_t	 word;		/* folded hash, or 0 */
	uint32_t	 n[TAGS];
};

static void
count_tags(struct tag_counts *c, const struct tagged *s)
{
	const struct token *t;
	size_t j, k;

	for (j = 0; j < s->tokens.n; j++) {
		t = &s->tokens.v[j];
		if (!(t->flags & TOKEN_LOWER))
			continue;
		for (k = t->folded & (WORDS - 1); c[k].word != 0 &&
		    c[k].word != t->folded; k = (k + 1) & (WORDS - 1))
			;
		c[k].word = t->folded;
		c[k].n[s->gold[j]]++;
	}
}

/* The tag a word nearly always has, or TAG_NONE. */
static unsigned
sure_tag(const struct tag_counts *c)
{
	uint32_t total = 0, best = 0, j;

	for (j = 0; j < TAGS; j++) {
		total += c->n[j];
		if (c->n[j] > c->n[best])
			best = j;
	}
	return total >= SURE_SEEN && (uint64_t)c->n[best] * 1000 >=
	    (uint64_t)total * SURE_PERMILLE ? best : TAG_NONE;
}

/* Words that nearly always have one tag, as slots. */
static unsigned char *
make_lexicon(size_t *len)
{
	struct tag_counts *c = xcalloc(WORDS, sizeof(*c));
	size_t i, k, kept = 0, slots;
	unsigned char *out;

	for (i = 0; i < nsentences; i++)
		if (!sentences[i].held)
			count_tags(c, &sentences[i]);
	for (i = 0; i < WORDS; i++)
		kept += c[i].word != 0 && sure_tag(&c[i]) != TAG_NONE;
	for (slots = 64; slots < 2 * kept; slots *= 2)
		;
	out = xcalloc(slots, TAGS_SLOT);
	for (i = 0; i < WORDS; i++) {
		if (c[i].word == 0 || sure_tag(&c[i]) == TAG_NONE)
			continue;
		for (k = c[i].word & (slots - 1);
		    model_get32(out + TAGS_SLOT * k) != 0;
		    k = (k + 1) & (slots - 1))
			;
		model_put32(out + TAGS_SLOT * k, c[i].word);
		out[TAGS_SLOT * k + 4] = (unsigned char)sure_tag(&c[i]);
	}
	fprintf(stderr, "%zu words with one tag\n", kept);
	free(c);
	*len = slots * TAGS_SLOT;
	return out;
}

/* The perceptron: weights, their sums over time, and when each was added. */
static int32_t *weights;
static int64_t *totals;
static uint32_t *stamps;
static uint32_t mask, now;

static void
bump(size_t k, int32_t by)
{
	totals[k] += (int64_t)weights[k] * (now - stamps[k]);
	stamps[k] = now;
	weights[k] += by;
}

static unsigned
predict(const uint32_t *f)
{
	int64_t sum[TAGS_ROW] = { 0 };
	unsigned best = TAG_NOUN, j, k;

	for (k = 0; k < TAGS_FEATURES; k++)
		for (j = 0; j < TAGS; j++)
			sum[j] += weights[(size_t)(f[k] & mask) * TAGS_ROW + j];
	for (j = 0; j < TAGS; j++)
		if (sum[j] > sum[best])
			best = j;
	return best;
}

/* How many of the sentence's uncertain tokens were wrong; *all counts them. */
static size_t
train_sentence(const struct tag_model *t, const struct tagged *s, size_t *all)
{
	unsigned before = TAGS, before2 = TAGS, tag, k;
	uint32_t f[TAGS_FEATURES];
	size_t j, row, wrong = 0;

	for (j = 0; j < s->tokens.n; j++) {
		tag = tags_certain(t, &s->tokens.v[j]);
		if (tag == TAG_NONE) {
			tags_features(f, s->text, s->tokens.v, s->tokens.n, j,
			    before, before2);
			tag = predict(f);
			now++;
			++*all;
			wrong += tag != s->gold[j];
			for (k = 0; tag != s->gold[j] && k < TAGS_FEATURES;
			    k++) {
				row = (size_t)(f[k] & mask) * TAGS_ROW;
				bump(row + s->gold[j], 1);
				bump(row + tag, -1);
			}
		}
		before2 = before;
		before = tag;
	}
	return wrong;
}

static void
train_epoch(const struct tag_model *t, int epoch)
{
	size_t i, wrong = 0, all = 0;

	for (i = 0; i < nsentences; i++)
		if (!sentences[i].held)
			wrong += train_sentence(t, &sentences[i], &all);
	fprintf(stderr, "epoch %d: %.2f %% wrong of %zu uncertain tokens\n",
	    epoch, 100.0 * (double)wrong / (double)all, all);
}

static void
score_held(const struct tag_model *t)
{
	size_t i, j, right = 0, all = 0, verbs = 0, verbs_right = 0;
	uint8_t *tags = NULL;

	for (i = 0; i < nsentences; i++) {
		struct tagged *s = &sentences[i];

		if (!s->held)
			continue;
		tags = xreallocarray(tags, s->tokens.n + 1, 1);
		tags_find(t, s->text, s->tokens.v, s->tokens.n, tags);
		for (j = 0; j < s->tokens.n; j++) {
			all++;
			right += tags[j] == s->gold[j];
			if (TAG_FINITE(s->gold[j])) {
				verbs++;
				verbs_right += TAG_FINITE(tags[j]);
			}
		}
	}
	free(tags);
	if (all > 0 && verbs > 0)
		printf("held out: %.2f %% of %zu tokens as the teacher, "
		    "finite verbs %.2f %%\n",
		    100.0 * (double)right / (double)all, all,
		    100.0 * (double)verbs_right / (double)verbs);
}

#define CLIPPED		200000	/* one weight in so many, at most */

/* The averages of the weights, n of them, scaled to bytes; the caller frees. */
static int8_t *
averages(size_t n)
{
	size_t i, above;
	int64_t w, top = 1;
	int8_t *out = xcalloc(n, 1);

	for (i = 0; i < n; i++)
		bump(i, 0);
	/* The scale: hardly a weight is clipped, the largest matter most. */
	for (above = n; above > n / CLIPPED; top = top * 5 / 4 + 1)
		for (above = i = 0; i < n; i++)
			above += totals[i] > top || totals[i] < -top;
	for (i = 0; i < n; i++) {
		w = totals[i] * INT8_MAX / top;
		out[i] = (int8_t)(w > INT8_MAX ? INT8_MAX :
		    w < -INT8_MAX ? -INT8_MAX : w);
	}
	return out;
}

static void
free_all(void)
{
	size_t i;

	for (i = 0; i < nsentences; i++) {
		tokens_free(&sentences[i].tokens);
		free(sentences[i].text);
		free(sentences[i].gold);
	}
	free(sentences);
	free(weights);
	free(totals);
	free(stamps);
}

int
main(int argc, char *argv[])
{
	struct model_section sections[2];
	struct tag_model t = { 0 };
	unsigned bits = argc > 3 ? (unsigned)atoi(argv[3]) : 14;
	int epochs = argc > 4 ? atoi(argv[4]) : 6, e;
	size_t n, lexicon_len;
	unsigned char *lexicon;
	int8_t *out;

	if (argc < 3)
		errx(EXIT_TROUBLE, "usage: tags SILVER MODEL [BITS [EPOCHS]]");
	read_silver(argv[1]);
	lexicon = make_lexicon(&lexicon_len);
	t.lexicon = lexicon;
	t.lexicon_mask = (uint32_t)(lexicon_len / TAGS_SLOT) - 1;
	mask = (1u << bits) - 1;
	n = (size_t)TAGS_ROW << bits;
	weights = xcalloc(n, sizeof(*weights));
	totals = xcalloc(n, sizeof(*totals));
	stamps = xcalloc(n, sizeof(*stamps));
	for (e = 1; e <= epochs; e++)
		train_epoch(&t, e);
	out = averages(n);
	t.weights = out;
	t.mask = mask;
	score_held(&t);
	sections[0] = (struct model_section){ "tagger", out, n };
	sections[1] = (struct model_section){ "tagger-words", lexicon,
	    lexicon_len };
	if (!model_write(argv[2], sections, 2))
		err(EXIT_TROUBLE, "%s", argv[2]);
	free(out);
	free(lexicon);
	free_all();
	return 0;
}
