/*
 * sentences -- learn where sentences end
 *
 *	sentences [-k FOLDS] [-o MODEL] SILVER KINDS PLAIN [WEIGHT RAW GOLD] ...
 *
 * PLAIN is text, a paragraph a line, in which the use of words is counted (in
 * the RAW ones too), and of which examples of rare abbreviations are made, as
 * the list SILVER says, KINDS being abbreviation-kinds.txt.  RAW is a paragraph
 * a line, GOLD the same text a sentence a line, WEIGHT how much each of its
 * examples counts.  With -o the model is written; with -k it is tried on each
 * of so many parts after learning from the others.
 */
#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/io/alloc.h"
#include "common/learn/logistic_train.h"
#include "common/learn/wordmap.h"
#include "common/text/sentences_count.h"
#include "common/text/sentences_decide.h"
#include "common/text/sentences_features.h"
#include "common/text/sentences_words.h"

#define BITS		16
#define PENALTY		0.5
#define ITERATIONS	150
#define FOLD_RUN	1	/* paragraphs in a row in the same part */

struct set {
	const char	*name;
	char		*raw;
	size_t		 len;
	unsigned char	*ends;		/* ends[i]: a sentence ends before i */
	double		 weight;
};

struct tally {
	size_t	candidates, ruled, gold, fp, fn;
};

static char *
slurp(const char *path, size_t *len)
{
	FILE *f = fopen(path, "rb");
	struct buffer b = { 0 };
	size_t n;

	if (f == NULL)
		err(2, "%s", path);
	do {
		buffer_reserve(&b, 1 << 20);
		n = fread(b.data + b.len, 1, 1 << 20, f);
		b.len += n;
	} while (n > 0);
	if (ferror(f))
		err(2, "%s", path);
	fclose(f);
	*len = b.len;
	return b.data;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Mark in the raw text where the lines of gold end. */
static void
load_set(struct set *s, const char *raw, const char *gold)
{
	size_t len, i = 0, j;
	char *g = slurp(gold, &len);

	s->name = strrchr(raw, '/') == NULL ? raw : strrchr(raw, '/') + 1;
	s->raw = slurp(raw, &s->len);
	s->ends = xcalloc(s->len + 1, 1);
	for (j = 0; j < len; j++) {
		if (g[j] == '\n') {
			s->ends[i] = 1;
			continue;
		}
		if (is_space(g[j]))
			continue;
		while (i < s->len && is_space(s->raw[i]))
			i++;
		if (i == s->len || s->raw[i] != g[j])
			errx(2, "%s: byte %zu is not in %s", gold, j, raw);
		i++;
	}
	free(g);
}

/*
 * Do sentences of the line from i end where none can, as where a machine cut
 * before a comma?  Such lines teach nothing good.
 */
static bool
is_noisy(const struct set *s, size_t i)
{
	size_t end;

	for (; i < s->len && s->raw[i] != '\n'; i++) {
		if (!s->ends[i])
			continue;
		for (end = i; end < s->len && s->raw[end] == ' '; end++)
			;
		if (end < s->len && strchr(",;:)?!", s->raw[end]) != NULL)
			return true;
	}
	return false;
}

/* The part a paragraph belongs to. */
static size_t
fold_of(size_t paragraph, size_t folds)
{
	return paragraph / FOLD_RUN % folds;
}

static void
judge(struct tally *t, bool is, bool gold)
{
	t->candidates++;
	t->gold += gold;
	t->fp += is && !gold;
	t->fn += !is && gold;
}

/*
 * Every candidate of a set, with sentences beginning where they should.  Of
 * paragraphs outside the fold left out, those for the model are given to the
 * trainer; those of the fold are judged.
 */
static void
each_candidate(const struct set *s, struct splitter *p,
    struct logistic_trainer *t, size_t folds, size_t out, struct tally *tally,
    bool show)
{
	struct sentence_iterator it;
	struct boundary b;
	struct context c;
	struct features f;
	enum decision d;
	size_t paragraph = 0;
	bool is, gold, learn, noisy = false;

	sentences_start(&it, p, s->raw, s->len);
	while (sentences_begin(&it)) {
		if (sentences_begins_line(&it)) {
			paragraph++;
			noisy = is_noisy(s, it.start);
		}
		learn = fold_of(paragraph, folds) != out;
		while (sentences_candidate(&it, &b) == FOUND_CANDIDATE) {
			gold = s->ends[b.end] || s->ends[b.trail];
			d = boundary_rule(&it, &b, &c);
			is = d == DECIDE_YES;
			if (d == DECIDE_MODEL && (learn || tally != NULL)) {
				context_features(&f, &c, &it, &b);
				if (tally == NULL && !noisy)
					logistic_trainer_add(t, &f, gold,
					    s->weight);
				else if (tally != NULL)
					is = logistic_trainer_score(t, &f) > 0;
			}
			if (tally != NULL && !learn) {
				tally->ruled += d != DECIDE_MODEL;
				judge(tally, is, gold);
				if (show && is != gold)
					printf("%s %s%s %.*s || %.*s\n", s->name,
					    is ? "FP" : "FN",
					    d == DECIDE_MODEL ? "" : " rule",
					    (int)(b.end - it.start > 70 ? 70 :
					    b.end - it.start), s->raw + (b.end -
					    it.start > 70 ? b.end - 70 : it.start),
					    (int)strcspn(s->raw + b.end, "\n") > 50 ?
					    50 : (int)strcspn(s->raw + b.end, "\n"),
					    s->raw + b.end);
			}
			if (gold)
				break;
		}
	}
}

/* --- silver examples: train/sentences-silver.txt ------------------------- */

#define SILVER_EACH	1500	/* examples of each line of the list */
#define SILVER_WEIGHT	0.15
#define SILVER_BEFORE	200	/* bytes kept on each side */
#define SILVER_BEHIND	100

struct silver {
	char	 kind[24];
	unsigned share;			/* per cent that end a sentence */
	char	 pattern[40];
	char	 opener[8];		/* put before the next word */
	char	**word;			/* the abbreviations of the kind */
	size_t	 words, cap;
};

static uint32_t
next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33);
}

static void
add_word(struct silver *v, const char *w, size_t n)
{
	v->word = array_grow(v->word, &v->cap, v->words + 1, sizeof(*v->word));
	v->word[v->words++] = xstrndup(w, n);
}

/* The abbreviations of a kind; initials, acronyms, numerals are made up. */
static void
fill_words(struct silver *v, const char *list)
{
	char *text, *line, *tab, *end, w[8] = "A.A";
	size_t len;
	int i;

	if (strcmp(v->kind, "initial") == 0) {
		for (; w[0] <= 'Z'; w[0]++)
			add_word(v, w, 1);
		return;
	}
	if (strcmp(v->kind, "plain") == 0) {
		add_word(v, "", 0);
		return;
	}
	if (strcmp(v->kind, "numeral") == 0) {
		for (i = 1; i <= 80; i++) {
			snprintf(w, sizeof(w), "%d", i <= 40 ? i : i * i / 2);
			add_word(v, w, strlen(w));
		}
		return;
	}
	if (strcmp(v->kind, "acronym") == 0) {
		for (; w[0] <= 'Z'; w[0]++)
			for (w[2] = 'A'; w[2] <= 'Z'; w[2] += 5)
				add_word(v, w, 3);
		return;
	}
	text = slurp(list, &len);
	text = xreallocarray(text, len + 1, 1);
	text[len] = '\0';
	for (line = text; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		if ((tab = strchr(line, '\t')) == NULL || *line == '#')
			continue;
		len = strcspn(tab + 1, " ");
		if (strlen(v->kind) == len && strncmp(tab + 1, v->kind, len) == 0)
			add_word(v, line, (size_t)(tab - line));
	}
	free(text);
}

static struct silver *
load_silver(const char *path, const char *list, size_t *n)
{
	struct silver *v = NULL;
	char line[256];
	size_t cap = 0;
	FILE *f = fopen(path, "r");

	if (f == NULL)
		err(2, "%s", path);
	*n = 0;
	while (fgets(line, sizeof(line), f) != NULL) {
		if (*line == '#')
			continue;
		v = array_grow(v, &cap, *n + 1, sizeof(*v));
		memset(&v[*n], 0, sizeof(*v));
		if (sscanf(line, "%23[^\t]\t%u\t%39[^\t\n]\t%7[^\n]", v[*n].kind,
		    &v[*n].share, v[*n].pattern, v[*n].opener) < 3)
			errx(2, "%s: %s", path, line);
		fill_words(&v[*n], list);
		if (v[*n].words == 0)
			errx(2, "%s: no words of kind %s", path, v[*n].kind);
		(*n)++;
	}
	fclose(f);
	return v;
}

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

/* The word at i of a line: letters only, at least two; where it ends. */
static size_t
plain_word(const char *s, size_t i, size_t n)
{
	size_t j = i;

	while (j < n && ((s[j] | 0x20) >= 'a' && (s[j] | 0x20) <= 'z'))
		j++;
	return j - i > 1 ? j : i;
}

/* A sentence ends behind the word at i, clearly: an ordinary capital follows. */
static bool
ends_at(const struct splitter *p, const char *s, size_t i, size_t j, size_t n)
{
	struct word w = { 0 };


	if (j + 3 > n || s[j] != '.' || s[j + 1] != ' ' || !is_upper(s[j + 2]))
		return false;
	context_word(&w, s + i, j - i);
	context_stats(&w, p);
	if (context_kind(&w, p) != 0)
		return false;
	return words_stop(w.stats) == STOP_WORD ||
	    (words_stop(w.stats) == STOP_UNKNOWN && j - i > 5);
}

/*
 * Is the word behind the sentence's end a title?  Behind a time of day or the
 * name of a country that says too little: "At 9 a.m. Mr. Cole", "U.S. Rep.".
 */
static bool
is_undecided(const struct silver *v, const char *s, size_t j, size_t n)
{
	size_t k = plain_word(s, j + 2, n);

	return k < n && s[k] == '.' && (strcmp(v->kind, "time") == 0 ||
	    strcmp(v->kind, "country") == 0);
}

/* The word at i and two behind it have capitals, and none ends a sentence. */
static bool
goes_on(const struct splitter *p, const char *s, size_t i, size_t j, size_t n)
{
	size_t k, m;

	if (i < 4 || s[i - 1] != ' ' || strchr(".?!:\"-", s[i - 2]) != NULL ||
	    !is_upper(s[i]) || j >= n || s[j] != ' ')
		return false;
	k = plain_word(s, j + 1, n);
	if (k == j + 1 || !is_upper(s[j + 1]) || k >= n || s[k] != ' ')
		return false;
	m = plain_word(s, k + 1, n);
	(void)p;
	return m > k + 1 && is_upper(s[k + 1]) && !is_upper(s[k + 2]) &&
	    !is_upper(s[j + 2]);
}

/* The line with the word from i to j replaced; the stop's place. */
static size_t
put_together(struct buffer *b, const char *s, size_t n, size_t i, size_t j,
    const struct silver *v, const char *abbreviation, bool stop)
{
	const char *p;
	size_t from = i > SILVER_BEFORE ? i - SILVER_BEFORE : 0, at;
	size_t to = n - j > SILVER_BEHIND ? j + SILVER_BEHIND : n;

	b->len = 0;
	buffer_add(b, s + from, i - from);
	for (p = v->pattern; *p != '\0'; p++) {
		if (*p == '%')
			buffer_add(b, s + i, j - i);
		else if (*p == '@')
			buffer_add(b, abbreviation, strlen(abbreviation));
		else
			buffer_add(b, p, 1);
	}
	at = b->len;
	buffer_add(b, ".", 1);
	if (stop) {		/* the stop there is the new one */
		buffer_add(b, " ", 1);
		buffer_add(b, v->opener, strlen(v->opener));
		j += 2;
	}
	buffer_add(b, s + j, to - j);
	return at;
}

static bool
add_silver(struct logistic_trainer *t, struct splitter *p,
    const struct buffer *b, size_t at, bool label)
{
	struct sentence_iterator it;
	struct boundary d;
	struct context c;
	struct features f;

	sentences_start(&it, p, b->data, b->len);
	while (sentences_begin(&it)) {
		while (sentences_candidate(&it, &d) == FOUND_CANDIDATE) {
			if (d.term < at && boundary_rule(&it, &d, &c) ==
			    DECIDE_YES)
				break;
			if (d.term < at)
				continue;
			if (d.term > at ||
			    boundary_rule(&it, &d, &c) != DECIDE_MODEL)
				return false;
			context_features(&f, &c, &it, &d);
			logistic_trainer_add(t, &f, label, SILVER_WEIGHT);
			return true;
		}
	}
	return false;
}

/* Make the examples of all lines of the list from plain text. */
static void
silver(struct logistic_trainer *t, struct splitter *p, const char *text,
    size_t len, const struct silver *v, size_t nv)
{
	struct buffer b = { 0 };
	const char *s, *lf;
	uint64_t state = 1;
	size_t i, j, n, at, made = 0, turn = 0;
	bool label;

	for (s = text; s < text + len && made < nv * SILVER_EACH; s = lf + 1) {
		if ((lf = memchr(s, '\n', (size_t)(text + len - s))) == NULL)
			lf = text + len;
		n = (size_t)(lf - s);
		if (n < 100)
			continue;
		label = next_random(&state) % 100 < v[turn].share;
		for (i = next_random(&state) % (n / 2); i < n; i = j + 1) {
			while (i < n && s[i] != ' ')
				i++;
			j = plain_word(s, ++i, n);
			if (j <= i || i >= n || (!is_upper(s[i]) &&
			    strcmp(v[turn].kind, "plain") != 0))
				continue;
			if (label ? !ends_at(p, s, i, j, n) ||
			    is_undecided(&v[turn], s, j, n) :
			    !goes_on(p, s, i, j, n))
				continue;
			at = put_together(&b, s, n, i, j, &v[turn],
			    v[turn].word[next_random(&state) % v[turn].words],
			    label);
			if (getenv("SHOW_SILVER") != NULL)
				printf("%d %.*s\n", label, (int)b.len, b.data);
			made += add_silver(t, p, &b, at, label);
			turn = (turn + 1) % nv;
			break;
		}
	}
	buffer_free(&b);
}

/* The plain text, and what is made from it. */
struct plain {
	char		*text;
	size_t		 len;
	struct silver	*silver;
	size_t		 n;
};

static double
f1(const struct tally *t)
{
	double tp = (double)(t->gold - t->fn);

	return t->gold == 0 ? 1 : 2 * tp / (2 * tp + (double)(t->fp + t->fn));
}

static void
report(const char *name, const struct tally *t)
{
	printf("%-22s %7zu candidates, %4.1f %% by rule, %6zu ends, %4zu wrong, %4zu missed, F1 %.2f\n",
	    name, t->candidates,
	    100 * (double)t->ruled / (double)(t->candidates + !t->candidates),
	    t->gold, t->fp, t->fn, 100 * f1(t));
}

static void
cross_validate(const struct set *sets, size_t n, struct splitter *p,
    const struct plain *plain, size_t folds)
{
	struct tally *tally = xcalloc(n, sizeof(*tally)), all = { 0 };
	struct logistic_trainer *t;
	size_t k, i;

	for (k = 0; k < folds; k++) {
		t = logistic_trainer_new(BITS);
		for (i = 0; i < n; i++)
			each_candidate(&sets[i], p, t, folds, k, NULL, false);
		silver(t, p, plain->text, plain->len, plain->silver, plain->n);
		logistic_trainer_fit(t, PENALTY, ITERATIONS);
		for (i = 0; i < n; i++)
			each_candidate(&sets[i], p, t, folds, k, &tally[i],
			    getenv("SHOW") != NULL);
		logistic_trainer_free(t);
	}
	for (i = 0; i < n; i++) {
		report(sets[i].name, &tally[i]);
		all.candidates += tally[i].candidates;
		all.ruled += tally[i].ruled;
		all.gold += tally[i].gold;
		all.fp += tally[i].fp;
		all.fn += tally[i].fn;
	}
	report("all", &all);
	free(tally);
}

static void
write_model(const char *path, const struct set *sets, size_t n,
    struct splitter *p, const struct plain *plain, void *words,
    size_t words_len)
{
	struct logistic_trainer *t = logistic_trainer_new(BITS);
	struct model_section s[2] = {
		{ "weights", NULL, 0 }, { "words", words, words_len }
	};
	double loss;
	size_t i;

	for (i = 0; i < n; i++)
		each_candidate(&sets[i], p, t, 2, 2, NULL, false);
	silver(t, p, plain->text, plain->len, plain->silver, plain->n);
	loss = logistic_trainer_fit(t, PENALTY, ITERATIONS);
	printf("%zu examples, loss %.4f\n", logistic_trainer_examples(t), loss);
	s[0].data = logistic_trainer_section(t, &s[0].len);
	if (!model_write(path, s, 2))
		err(2, "%s", path);
	free((void *)s[0].data);
	logistic_trainer_free(t);
}

__attribute__((noreturn)) static void
usage(void)
{
	errx(2, "usage: sentences [-k FOLDS] [-o MODEL] SILVER KINDS PLAIN [WEIGHT RAW GOLD] ...");
}

int
main(int argc, char *argv[])
{
	const char *out = NULL;
	struct counts *counts = counts_new();
	struct set *sets;
	struct splitter *p = splitter_bare(NULL);
	void *words;
	struct plain plain = { 0 };
	size_t folds = 0, n = 0, len, i, k;
	int c;

	while ((c = getopt(argc, argv, "+k:o:")) != -1) {
		switch (c) {
		case 'k': folds = (size_t)atoi(optarg); break;
		case 'o': out = optarg; break;
		default: usage();
		}
	}
	sets = xcalloc((size_t)argc, sizeof(*sets));
	if (argc - optind < 4)
		usage();
	plain.silver = load_silver(argv[optind], argv[optind + 1], &plain.n);
	plain.text = slurp(argv[optind + 2], &plain.len);
	counts_text(counts, plain.text, plain.len);
	for (optind += 3; optind + 2 < argc; optind += 3) {
		load_set(&sets[n], argv[optind + 1], argv[optind + 2]);
		if ((sets[n].weight = atof(argv[optind])) <= 0)
			usage();
		counts_text(counts, sets[n].raw, sets[n].len);
		n++;
	}
	words = counts_section(counts, &len);
	counts_free(counts);
	printf("words: %zu bytes\n", len);
	if (!wordmap_use(&p->words, words, len))
		errx(2, "the words made are damaged");
	if (folds > 1)
		cross_validate(sets, n, p, &plain, folds);
	if (out != NULL)
		write_model(out, sets, n, p, &plain, words, len);
	for (i = 0; i < n; i++) {
		free(sets[i].raw);
		free(sets[i].ends);
	}
	for (i = 0; i < plain.n; i++) {
		for (k = 0; k < plain.silver[i].words; k++)
			free(plain.silver[i].word[k]);
		free(plain.silver[i].word);
	}
	free(plain.silver);
	free(plain.text);
	free(sets);
	free(words);
	splitter_free(p);
	return 0;
}
