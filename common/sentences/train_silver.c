#include "common/sentences/train_silver.h"

#include <err.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/sentences/candidates.h"
#include "common/sentences/features.h"
#include "common/sentences/look.h"
#include "common/sentences/rules.h"
#include "common/sentences/splitter.h"
#include "common/sentences/words.h"

#define SILVER_EACH	1500	/* examples of each line of the list */
#define SILVER_WEIGHT	0.15
#define BOOK_WEIGHT	1
#define SILVER_BEFORE	200	/* bytes kept on each side */
#define SILVER_BEHIND	100

/* Kinds in the list that are no abbreviations: words that are made up. */
enum {
	MADE_INITIAL = ABBREV_OTHER + 1,
	MADE_ACRONYM,
	MADE_NUMERAL,
	MADE_PLAIN,			/* none at all */
	KINDS
};

static const char *const kind_names[KINDS] = {
#define KIND(name, word)	[name] = word,
	ABBREVIATION_KINDS(KIND)
#undef KIND
	[MADE_INITIAL] = "initial",
	[MADE_ACRONYM] = "acronym",
	[MADE_NUMERAL] = "numeral",
	[MADE_PLAIN] = "plain"
};

/* A line of the list. */
struct pattern {
	unsigned kind;
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
		err(EXIT_TROUBLE, "%s", path);
	do {
		buffer_reserve(&b, 1 << 20);
		n = fread(b.data + b.len, 1, 1 << 20, f);
		b.len += n;
	} while (n > 0);
	if (ferror(f))
		err(EXIT_TROUBLE, "%s", path);
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

/* The kind of that name, or ABBREV_NONE. */
static unsigned
kind_of(const char *name, size_t n)
{
	unsigned k;

	for (k = ABBREV_NONE + 1; k < KINDS; k++)
		if (strlen(kind_names[k]) == n &&
		    memcmp(kind_names[k], name, n) == 0)
			return k;
	return ABBREV_NONE;
}

#define NUMERALS	80		/* up to half of it each, then fewer */
#define ACRONYM_STEP	5		/* letters from one to the next */

static void
make_words(struct pattern *v)
{
	char w[12] = "A.A";
	int i;

	switch (v->kind) {
	case MADE_INITIAL:
		for (; w[0] <= 'Z'; w[0]++)
			add_word(v, w, 1);
		break;
	case MADE_ACRONYM:
		for (; w[0] <= 'Z'; w[0]++)
			for (w[2] = 'A'; w[2] <= 'Z'; w[2] += ACRONYM_STEP)
				add_word(v, w, 3);
		break;
	case MADE_NUMERAL:
		for (i = 1; i <= NUMERALS; i++) {
			snprintf(w, sizeof(w), "%d",
			    i <= NUMERALS / 2 ? i : i * i / 2);
			add_word(v, w, strlen(w));
		}
		break;
	case MADE_PLAIN:
		add_word(v, "", 0);
		break;
	}
}

/* The words of the list of abbreviations that are of the kind, in its order. */
static void
read_words(struct pattern *v, const char *list)
{
	char *line, *tab, *end;
	struct plain_text text = slurp(list);

	line = text.s;
	for (; (end = strchr(line, '\n')) != NULL; line = end + 1) {
		*end = '\0';
		if ((tab = strchr(line, '\t')) == NULL || *line == '#')
			continue;
		if (kind_of(tab + 1, strcspn(tab + 1, " ")) == v->kind)
			add_word(v, line, (size_t)(tab - line));
	}
	free(text.s);
}

struct silver *
silver_load(const char *path, const char *kinds)
{
	struct silver *list = xcalloc(1, sizeof(*list));
	struct pattern *v;
	char line[256], kind[24];
	size_t cap = 0;
	FILE *f = fopen(path, "r");

	if (f == NULL)
		err(EXIT_TROUBLE, "%s", path);
	while (fgets(line, sizeof(line), f) != NULL) {
		if (*line == '#')
			continue;
		list->v = array_grow(list->v, &cap, list->n + 1, sizeof(*v));
		v = &list->v[list->n++];
		memset(v, 0, sizeof(*v));
		if (sscanf(line, "%23[^\t]\t%u\t%39[^\t\n]\t%7[^\n]", kind,
		    &v->share, v->form, v->opener) < 3)
			errx(EXIT_TROUBLE, "%s: %s", path, line);
		v->kind = kind_of(kind, strlen(kind));
		if (v->kind <= ABBREV_OTHER)
			read_words(v, kinds);
		else
			make_words(v);
		if (v->kind == ABBREV_NONE || v->words == 0)
			errx(EXIT_TROUBLE, "%s: no words of kind %s", path,
			    kind);
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

	while (j < n && byte_is(s[j], CHAR_LETTER))
		j++;
	return j - i > 1 ? j : i;
}

#define LONG_WORD	6		/* letters: longer than abbreviations */
#define LINE_MIN	100		/* bytes of a paragraph */

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
	    (words_stop(w.stats) == STOP_UNKNOWN && j - i >= LONG_WORD);
}

/*
 * Is the word behind the sentence's end a title?  Behind a time of day or the
 * name of a country that says too little: "At 9 a.m. Mr. Cole", "U.S. Rep.".
 */
static bool
is_undecided(const struct pattern *v, const char *s, size_t j, size_t n)
{
	size_t k = plain_word(s, j + 2, n);

	return k < n && s[k] == '.' && (v->kind == ABBREV_TIME ||
	    v->kind == ABBREV_COUNTRY);
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
	if (v->kind == ABBREV_COMPANY)
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
	    (v->kind == ABBREV_COMPANY || v->kind == ABBREV_STATE ||
	    v->kind == ABBREV_COUNTRY);
}

/* Are initials wanted, and does the word that ends at k end a name? */
static bool
is_initialled(const struct pattern *v, const char *s, size_t k, size_t n)
{
	return (v->kind == MADE_INITIAL || v->kind == MADE_ACRONYM) && k < n &&
	    (s[k] == ' ' || s[k] == ',');
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

/*
 * The word of a line of n bytes, behind i, whose place an abbreviation can
 * take: it ends a sentence or does not, as the label says.  Its end is put in
 * *end; n if there is none.
 */
static size_t
find_place(const struct splitter *p, const struct pattern *v, const char *s,
    size_t n, size_t i, bool label, size_t *end)
{
	for (; i < n; i = *end + 1) {
		while (i < n && s[i] != ' ')
			i++;
		*end = plain_word(s, ++i, n);
		if (*end <= i || i >= n || (!byte_is(s[i], CHAR_UPPER) &&
		    v->kind != MADE_PLAIN))
			continue;
		if (label ? ends_at(p, s, i, *end, n) &&
		    !is_undecided(v, s, *end, n) : goes_on(p, v, s, i, *end, n))
			return i;
	}
	return n;
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
		if (n < LINE_MIN)
			continue;
		label = next_random(&state) % 100 < v[turn].share;
		i = find_place(p, &v[turn], s, n, next_random(&state) % (n / 2),
		    label, &j);
		if (i == n)
			continue;
		at = put_together(&b, s, n, i, j, &v[turn],
		    v[turn].word[next_random(&state) % v[turn].words], label);
		made += add_silver(t, p, &b, at, label);
		turn = (turn + 1) % list->n;
	}
	buffer_free(&b);
}

/* The length of a closing quotation mark at s, or 0. */
static size_t
closing_mark(const char *s, size_t n)
{
	uint32_t cp;
	size_t k;

	if (n > 1 && s[0] == '\'' && s[1] == '\'')
		return 2;
	if (n == 0)
		return 0;
	k = utf8_decode(s, n, &cp);
	return char_is(cp, CHAR_STRAIGHT) ||
	    look_is_curly(cp, CHAR_SINGLE | CHAR_RIGHT) ||
	    look_is_curly(cp, CHAR_DOUBLE | CHAR_RIGHT) ? k : 0;
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
