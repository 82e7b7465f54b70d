/*
 * tagger.c -- learn the weights of common/text/tagger.h
 *
 * usage: tagger silver.jsonl out.model [rows-log2 [epochs]]
 *
 * Reads lines made by common/languages/en/recipe/silver.py: {"text", "t": [[start, end, tag,
 * relation, head]...], "s": [first token of each sentence...]}, offsets in code
 * points, tags of the Penn Treebank.  Averaged perceptron, greedy from left to
 * right with the tags it predicts itself; every 20th line is held out and
 * only scored.  Integers throughout: the same input gives the same bytes.
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

struct sentence {
	char		*text;
	size_t		 len;
	struct tokens	 tokens;
	uint8_t		*gold;
	bool		 held;
};

static struct sentence *sentences;
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
	struct sentence *s;
	struct span span = { 0, to - from };
	size_t i, k = first;

	sentences = array_grow(sentences, &sentences_cap, nsentences + 1,
	    sizeof(*sentences));
	s = &sentences[nsentences++];
	memset(s, 0, sizeof(*s));
	s->text = xstrndup(text + from, to - from);
	s->len = to - from;
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

static void
read_silver(const char *path)
{
	char *line = NULL;
	size_t cap = 0, number = 0;
	ssize_t n;
	FILE *f;

	if ((f = fopen(path, "r")) == NULL)
		err(2, "%s", path);
	while ((n = getline(&line, &cap, f)) > 0) {
		json_t *o = json_loadb(line, (size_t)n, 0, NULL);
		json_t *toks = json_object_get(o, "t");
		json_t *starts = json_object_get(o, "s");
		const char *text = json_string_value(json_object_get(o, "text"));
		size_t len, *at, i, ns = json_array_size(starts);

		if (text == NULL)
			errx(2, "%s: not a silver file", path);
		len = strlen(text);
		at = byte_offsets(text, len);
		number++;
		for (i = 0; i < ns; i++) {
			size_t a = (size_t)json_integer_value(json_array_get(starts, i));
			size_t b = i + 1 < ns ? (size_t)json_integer_value(
			    json_array_get(starts, i + 1)) : json_array_size(toks);
			size_t from, to;

			if (a >= b)
				continue;
			from = at[json_integer_value(json_array_get(
			    json_array_get(toks, a), 0))];
			to = at[json_integer_value(json_array_get(
			    json_array_get(toks, b - 1), 1))];
			add_sentence(text, from, to, toks, a, b, at,
			    number % 20 == 0);
		}
		free(at);
		json_decref(o);
	}
	free(line);
	fclose(f);
}

/* Words that nearly always have one tag, as slots of 8 bytes. */
static unsigned char *
make_lexicon(size_t *len)
{
	struct count { uint32_t h; uint32_t n[TAGS]; } *c;
	size_t slots = 1 << 18, i, j, kept = 0, out_slots;
	unsigned char *out;

	c = xcalloc(slots, sizeof(*c));
	for (i = 0; i < nsentences; i++) {
		struct sentence *s = &sentences[i];

		for (j = 0; j < s->tokens.n && !s->held; j++) {
			struct token *t = &s->tokens.v[j];
			size_t k;

			if (!(t->flags & TOKEN_LOWER))
				continue;
			for (k = t->folded & (slots - 1); c[k].h != 0 &&
			    c[k].h != t->folded; k = (k + 1) & (slots - 1))
				;
			c[k].h = t->folded;
			c[k].n[s->gold[j]]++;
		}
	}
	for (i = 0; i < slots; i++) {
		uint32_t total = 0, best = 0;

		for (j = 0; j < TAGS; j++) {
			total += c[i].n[j];
			if (c[i].n[j] > c[i].n[best])
				best = (uint32_t)j;
		}
		/* 99.4 %, and seen often enough to believe it. */
		if (total >= 25 && (uint64_t)c[i].n[best] * 1000 >= (uint64_t)total * 994) {
			c[i].n[0] = best;
			kept++;
		} else
			c[i].h = 0;
	}
	for (out_slots = 64; out_slots < 2 * kept; out_slots *= 2)
		;
	out = xcalloc(out_slots, 8);
	for (i = 0; i < slots; i++) {
		size_t k;

		if (c[i].h == 0)
			continue;
		for (k = c[i].h & (out_slots - 1); model_get32(out + 8 * k) != 0;
		    k = (k + 1) & (out_slots - 1))
			;
		model_put32(out + 8 * k, c[i].h);
		out[8 * k + 4] = (unsigned char)c[i].n[0];
	}
	fprintf(stderr, "%zu words with one tag\n", kept);
	free(c);
	*len = out_slots * 8;
	return out;
}

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
	int64_t sum[TAGGER_ROW] = {0};
	unsigned best = TAG_NOUN, j, k;

	for (k = 0; k < TAGGER_FEATURES; k++)
		for (j = 0; j < TAGS; j++)
			sum[j] += weights[(size_t)(f[k] & mask) * TAGGER_ROW + j];
	for (j = 0; j < TAGS; j++)
		if (sum[j] > sum[best])
			best = j;
	return best;
}

static void
train_epoch(const struct tagger *t, int epoch)
{
	size_t i, j, wrong = 0, all = 0;
	unsigned k;

	for (i = 0; i < nsentences; i++) {
		struct sentence *s = &sentences[i];
		unsigned before = TAGS, before2 = TAGS;

		for (j = 0; j < s->tokens.n && !s->held; j++) {
			uint32_t f[TAGGER_FEATURES];
			unsigned tag;

			tag = tagger_certain(t, s->text, &s->tokens.v[j]);
			if (tag == TAGGER_NONE) {
				tagger_features(f, s->text, s->tokens.v,
				    s->tokens.n, j, before, before2);
				tag = predict(f);
				now++;
				all++;
				if (tag != s->gold[j]) {
					wrong++;
					for (k = 0; k < TAGGER_FEATURES; k++) {
						size_t row = (size_t)(f[k] & mask) * TAGGER_ROW;

						bump(row + s->gold[j], 1);
						bump(row + tag, -1);
					}
				}
			}
			before2 = before;
			before = tag;
		}
	}
	fprintf(stderr, "epoch %d: %.2f %% wrong of %zu uncertain tokens\n",
	    epoch, 100.0 * (double)wrong / (double)all, all);
}

static void
score_held(const struct tagger *t)
{
	static size_t confusion[TAGS][TAGS];
	size_t i, j, right = 0, all = 0, verbs = 0, verbs_right = 0;
	uint8_t *tags = NULL;

	for (i = 0; i < nsentences; i++) {
		struct sentence *s = &sentences[i];

		if (!s->held)
			continue;
		tags = xreallocarray(tags, s->tokens.n + 1, 1);
		tagger_tag(t, s->text, s->tokens.v, s->tokens.n, tags);
		for (j = 0; j < s->tokens.n; j++) {
			all++;
			right += tags[j] == s->gold[j];
			confusion[s->gold[j]][tags[j]]++;
			if (TAG_FINITE(s->gold[j])) {
				verbs++;
				verbs_right += TAG_FINITE(tags[j]);
			}
		}
	}
	free(tags);
	if (all > 0 && verbs > 0)
		printf("held out: %.2f %% of %zu tokens as the teacher, finite verbs %.2f %%\n",
		    100.0 * (double)right / (double)all, all,
		    100.0 * (double)verbs_right / (double)verbs);
}

int
main(int argc, char *argv[])
{
	struct model_section sections[2];
	struct tagger t = {0};
	unsigned bits = argc > 3 ? (unsigned)atoi(argv[3]) : 14;
	int epochs = argc > 4 ? atoi(argv[4]) : 6, e;
	size_t n, i, lexicon_len, above;
	unsigned char *lexicon;
	int64_t top = 1;
	int8_t *out;

	if (argc < 3)
		errx(2, "usage: tagger silver.jsonl out.model [bits [epochs]]");
	read_silver(argv[1]);
	lexicon = make_lexicon(&lexicon_len);
	t.lexicon = lexicon;
	t.lexicon_mask = (uint32_t)(lexicon_len / 8) - 1;
	mask = (1u << bits) - 1;
	n = (size_t)TAGGER_ROW << bits;
	weights = xcalloc(n, sizeof(*weights));
	totals = xcalloc(n, sizeof(*totals));
	stamps = xcalloc(n, sizeof(*stamps));
	for (e = 1; e <= epochs; e++)
		train_epoch(&t, e);
	for (i = 0; i < n; i++)
		bump(i, 0);
	/* The scale: hardly a weight is clipped, the largest matter most. */
	for (above = n; above > n / 200000; top = top * 5 / 4 + 1)
		for (above = i = 0; i < n; i++)
			above += totals[i] > top || totals[i] < -top;
	out = xcalloc(n, 1);
	for (i = 0; i < n; i++) {
		int64_t w = totals[i] * 127 / top;

		out[i] = (int8_t)(w > 127 ? 127 : w < -127 ? -127 : w);
	}
	t.weights = out;
	t.mask = mask;
	score_held(&t);
	sections[0] = (struct model_section){ "tagger", out, n };
	sections[1] = (struct model_section){ "tagger-words", lexicon, lexicon_len };
	if (!model_write(argv[2], sections, 2))
		err(2, "%s", argv[2]);
	return 0;
}
