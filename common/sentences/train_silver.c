#include "common/sentences/train_silver.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/sentences/candidates.h"
#include "common/sentences/features.h"
#include "common/sentences/rules.h"
#include "common/sentences/splitter.h"
#include "common/sentences/words.h"

#define SILVER_EACH	1500	/* examples of each line of the list */
#define SILVER_WEIGHT	0.15
#define BOOK_WEIGHT	1
#define SILVER_BEFORE	200	/* bytes kept on each side */
#define SILVER_BEHIND	100

/* A line of the list. */
struct pattern {
	char	 kind[24];
	unsigned share;			/* per cent that end a sentence */
	char	 form[40];
	char	 opener[8];		/* put before the next word */
	char	**word;			/* the abbreviations of the kind */
	size_t	 words, cap;
};

struct plain_text
slurp(const char *path)
{
	FILE *f = fopen(path, "rb");
	struct buffer b = { 0 };
	struct plain_text text;
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
	text.len = b.len;
	buffer_add(&b, "", 1);		/* for those who look for its end */
	text.s = b.data;
	return text;
}

static uint32_t
next_random(uint64_t *state)
{
	*state = *state * UINT64_C(6364136223846793005) +
	    UINT64_C(1442695040888963407);
	return (uint32_t)(*state >> 33);
}

static void
add_word(struct pattern *v, const char *w, size_t n)
{
	v->word = array_grow(v->word, &v->cap, v->words + 1, sizeof(*v->word));
	v->word[v->words++] = xstrndup(w, n);
}

struct silver {
	struct pattern	*v;
	size_t		 n;
};

/* The abbreviations of a kind; initials, acronyms, numerals are made up. */
static void
fill_words(struct pattern *v, const char *list)
{
	char *line, *tab, *end, w[8] = "A.A";
	struct plain_text text;
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
	text = slurp(list);
	line = text.s;
	for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		if ((tab = strchr(line, '\t')) == NULL || *line == '#')
			continue;
		len = strcspn(tab + 1, " ");
		if (strlen(v->kind) == len &&
		    strncmp(tab + 1, v->kind, len) == 0)
			add_word(v, line, (size_t)(tab - line));
	}
	free(text.s);
}

struct silver *
silver_load(const char *path, const char *kinds)
{
	struct silver *list = xcalloc(1, sizeof(*list));
	struct pattern *v;
	char line[256];
	size_t cap = 0;
	FILE *f = fopen(path, "r");

	if (f == NULL)
		err(2, "%s", path);
	while (fgets(line, sizeof(line), f) != NULL) {
		if (*line == '#')
			continue;
		list->v = array_grow(list->v, &cap, list->n + 1, sizeof(*v));
		v = &list->v[list->n++];
		memset(v, 0, sizeof(*v));
		if (sscanf(line, "%23[^\t]\t%u\t%39[^\t\n]\t%7[^\n]", v->kind,
		    &v->share, v->form, v->opener) < 3)
			errx(2, "%s: %s", path, line);
		fill_words(v, kinds);
		if (v->words == 0)
			errx(2, "%s: no words of kind %s", path, v->kind);
	}
	fclose(f);
	return list;
}

void
silver_free(struct silver *list)
{
	size_t i, k;

	for (i = 0; i < list->n; i++) {
		for (k = 0; k < list->v[i].words; k++)
			free(list->v[i].word[k]);
		free(list->v[i].word);
	}
	free(list->v);
	free(list);
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

/* A sentence ends behind the word at i, clearly: a common capital follows. */
static bool
ends_at(const struct splitter *p, const char *s, size_t i, size_t j, size_t n)
{
	struct neighbour w = { 0 };

	if (j + 3 > n || s[j] != '.' || s[j + 1] != ' ' ||
	    !byte_is(s[j + 2], CHAR_UPPER))
		return false;
	neighbour_set(&w, (const unsigned char *)s + i, j - i);
	neighbour_stats(&w, p);
	if (abbreviation_kind(&w, p) != ABBREV_NONE)
		return false;
	return words_stop(w.stats) == STOP_WORD ||
	    (words_stop(w.stats) == STOP_UNKNOWN && j - i > 5);
}

/*
 * Is the word behind the sentence's end a title?  Behind a time of day or the
 * name of a country that says too little: "At 9 a.m. Mr. Cole", "U.S. Rep.".
 */
static bool
is_undecided(const struct pattern *v, const char *s, size_t j, size_t n)
{
	size_t k = plain_word(s, j + 2, n);

	return k < n && s[k] == '.' && (strcmp(v->kind, "time") == 0 ||
	    strcmp(v->kind, "country") == 0);
}

/*
 * May the word of n bytes at s follow on an abbreviation of the kind?  What
 * people are called does on initials but hardly on "U.S.", and on "Corp." come
 * the offices of its people.
 */
static bool
may_follow(const struct splitter *p, const struct pattern *v, const char *s,
    size_t n)
{
	struct neighbour w = { 0 };

	neighbour_set(&w, (const unsigned char *)s, n);
	if (strcmp(v->kind, "company") == 0)
		return lexicon_has(p->lexicon, ROLE_TITLES, w.fold,
		    w.nfold);
	return !lexicon_has(p->lexicon, ROLE_GIVEN_GENDERS, w.fold,
	    w.nfold);
}

/* "Corp. Monday said". */
static bool
tells_the_day(const struct splitter *p, const struct pattern *v, const char *s,
    size_t n)
{
	return lexicon_has(p->lexicon, ROLE_WEEKDAYS, s, n) &&
	    (strcmp(v->kind, "company") == 0 || strcmp(v->kind, "state") == 0 ||
	    strcmp(v->kind, "country") == 0);
}

/* Are initials wanted, and does the word that ends at k end a name? */
static bool
is_initialled(const struct pattern *v, const char *s, size_t k, size_t n)
{
	return (strcmp(v->kind, "initial") == 0 ||
	    strcmp(v->kind, "acronym") == 0) && k < n &&
	    strchr(" ,", s[k]) != NULL;
}

/*
 * The word at i and two behind it have capitals, and none ends a sentence;
 * behind initials one is enough.
 */
static bool
goes_on(const struct splitter *p, const struct pattern *v, const char *s,
    size_t i, size_t j, size_t n)
{
	size_t k, m;

	if (i < 4 || s[i - 1] != ' ' || strchr(".?!:\"-", s[i - 2]) != NULL ||
	    !byte_is(s[i], CHAR_UPPER) || j >= n || s[j] != ' ')
		return false;
	k = plain_word(s, j + 1, n);
	if (k == j + 1 || !byte_is(s[j + 1], CHAR_UPPER) ||
	    byte_is(s[j + 2], CHAR_UPPER))
		return false;
	if (is_initialled(v, s, k, n))
		return true;
	if (k >= n || s[k] != ' ')
		return false;
	if (tells_the_day(p, v, s + j + 1, k - j - 1))
		return true;
	m = plain_word(s, k + 1, n);
	return m > k + 1 && byte_is(s[k + 1], CHAR_UPPER) &&
	    !byte_is(s[k + 2], CHAR_UPPER) &&
	    may_follow(p, v, s + j + 1, k - j - 1);
}

/* The line with the word from i to j replaced; the stop's place. */
static size_t
put_together(struct buffer *b, const char *s, size_t n, size_t i, size_t j,
    const struct pattern *v, const char *abbreviation, bool stop)
{
	const char *p;
	size_t from = i > SILVER_BEFORE ? i - SILVER_BEFORE : 0, at;
	size_t to = n - j > SILVER_BEHIND ? j + SILVER_BEHIND : n;

	b->len = 0;
	buffer_add(b, s + from, i - from);
	for (p = v->form; *p != '\0'; p++) {
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
	while (candidates_begin(&it)) {
		while (candidates_next(&it, &d) == STEP_CANDIDATE) {
			if (d.term < at && rules_apply(&it, &d, &c) ==
			    DECIDE_YES)
				break;
			if (d.term < at)
				continue;
			if (d.term > at ||
			    rules_apply(&it, &d, &c) != DECIDE_MODEL)
				return false;
			boundary_features(&f, &c, &it, &d);
			logistic_trainer_add(t, &f, label, SILVER_WEIGHT);
			return true;
		}
	}
	return false;
}


void
silver_abbreviations(struct logistic_trainer *t, struct splitter *p,
    const struct silver *list, const struct plain_text *text)
{
	const struct pattern *v = list->v;
	struct buffer b = { 0 };
	const char *s, *lf, *end = text->s + text->len;
	uint64_t state = 1;
	size_t i, j, n, at, made = 0, turn = 0;
	bool label;

	for (s = text->s; s < end && made < list->n * SILVER_EACH; s = lf + 1) {
		if ((lf = memchr(s, '\n', (size_t)(end - s))) == NULL)
			lf = end;
		n = (size_t)(lf - s);
		if (n < 100)
			continue;
		label = next_random(&state) % 100 < v[turn].share;
		for (i = next_random(&state) % (n / 2); i < n; i = j + 1) {
			while (i < n && s[i] != ' ')
				i++;
			j = plain_word(s, ++i, n);
			if (j <= i || i >= n || (!byte_is(s[i], CHAR_UPPER) &&
			    strcmp(v[turn].kind, "plain") != 0))
				continue;
			if (label ? !ends_at(p, s, i, j, n) ||
			    is_undecided(&v[turn], s, j, n) :
			    !goes_on(p, &v[turn], s, i, j, n))
				continue;
			at = put_together(&b, s, n, i, j, &v[turn],
			    v[turn].word[next_random(&state) % v[turn].words],
			    label);
			made += add_silver(t, p, &b, at, label);
			turn = (turn + 1) % list->n;
			break;
		}
	}
	buffer_free(&b);
}

/* The length of a closing quotation mark at s, or 0. */
static size_t
closing_mark(const char *s, size_t n)
{
	if (n > 1 && s[0] == '\'' && s[1] == '\'')
		return 2;
	if (n > 0 && (s[0] == '"' || s[0] == '\''))
		return 1;
	return n > 2 && memcmp(s, "\xE2\x80", 2) == 0 &&
	    (s[2] == '\x99' || s[2] == '\x9D') ? 3 : 0;
}

void
silver_quotations(struct logistic_trainer *t, struct splitter *p,
    const struct plain_text *text, size_t most)
{
	struct buffer b = { 0 };
	const char *s, *lf, *end = text->s + text->len;
	uint64_t state = 1;
	size_t i, k, n, made = 0;
	bool last = false;

	for (s = text->s; s < end && made < most; s = lf + 1) {
		if ((lf = memchr(s, '\n', (size_t)(end - s))) == NULL)
			lf = end;
		n = (size_t)(lf - s);
		for (i = 1; i < n && made < most; i++) {
			if ((s[i] != ',' && s[i] != '.') ||
			    !byte_is(s[i - 1], CHAR_LOWER))
				continue;
			k = closing_mark(s + i + 1, n - i - 1);
			if (k == 0 || i + k + 3 >= n || s[i + k + 1] != ' ' ||
			    !(byte_is(s[i + k + 2], CHAR_UPPER) ||
			    (s[i] == '.' && s[i + k + 2] == '"')) ||
			    (s[i] == '.') == last)
				continue;	/* one of each in turn */
			b.len = 0;
			buffer_add(&b, s, n);
			b.data[i] = next_random(&state) % 5 < 3 ? '?' : '!';
			last = s[i] == '.';
			made += add_silver(t, p, &b, i, last);
		}
	}
	buffer_free(&b);
}

void
silver_books(struct logistic_trainer *t, struct splitter *p,
    const struct plain_text *text, size_t most)
{
	struct sentence_iterator it;
	struct boundary b;
	struct context c;
	struct features f;
	enum decision d;
	size_t made = 0;

	sentences_start(&it, p, text->s, text->len);
	while (made < most && candidates_begin(&it)) {
		while (candidates_next(&it, &b) == STEP_CANDIDATE) {
			d = rules_apply(&it, &b, &c);
			if (d == DECIDE_YES)
				break;
			if (d == DECIDE_NO || b.kind == TERM_STOP ||
			    c.first != FIRST_LOWER)
				continue;
			boundary_features(&f, &c, &it, &b);
			logistic_trainer_add(t, &f, false, BOOK_WEIGHT);
			made++;
		}
	}
}
