#include "common/sentences/train_count.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/learn/learn.h"
#include "common/learn/learn_train.h"
#include "common/sentences/look.h"
#include "common/sentences/neighbours.h"
#include "common/sentences/words.h"

#define SLOTS		(1u << 21)	/* more than twice the words */
#define WORDS_MAX	(SLOTS / 2)
struct counted {
	char		*word;
	struct word_count count;
	bool		 is_short_form;	/* which goes on, by a list */
};

struct counts {
	struct counted	*slots;
	size_t		 n;
};

struct counts *
counts_new(void)
{
	struct counts *c = xcalloc(1, sizeof(*c));

	c->slots = xcalloc(SLOTS, sizeof(*c->slots));
	return c;
}

void
counts_free(struct counts *c)
{
	size_t i;

	for (i = 0; i < SLOTS; i++)
		free(c->slots[i].word);
	free(c->slots);
	free(c);
}

/* The entry of a word, as neighbour_fold() folds it. */
static struct counted *
find_entry(struct counts *c, const char *s, size_t n)
{
	static struct counted full;
	char fold[NEIGHBOUR_FOLD];
	uint32_t h;

	n = neighbour_fold(fold, (const unsigned char *)s, n);
	for (h = feature_bytes(0, fold, n);; h++) {
		struct counted *e = &c->slots[h % SLOTS];

		if (e->word == NULL) {
			if (c->n == WORDS_MAX)
				return &full;
			c->n++;
			e->word = xstrndup(fold, n);
			return e;
		}
		if (strlen(e->word) == n && memcmp(e->word, fold, n) == 0)
			return e;
	}
}

static struct word_count *
find(struct counts *c, const char *s, size_t n)
{
	return &find_entry(c, s, n)->count;
}

void
counts_short_form(struct counts *c, const char *word, size_t n)
{
	find_entry(c, word, n)->is_short_form = true;
}

/* Does the byte part words? */
static bool
is_gap(char c)
{
	return byte_is(c, CHAR_SPACE) || c == '\0';
}

/* CHAR_UPPER or CHAR_LOWER of the character at s, or 0. */
static uint32_t
case_at(const char *s, size_t n, size_t *len)
{
	uint32_t cp;

	*len = utf8_decode(s, n, &cp);
	return char_letter(cp) & CHAR_LETTER;
}

/* Does the text end in what ends a sentence, a colon or a curly mark? */
static bool
ends_well(const char *s, size_t n)
{
	uint32_t cp;

	if (n == 0)
		return false;
	utf8_before(s, n, &cp);
	return cp == ':' || cp == ';' || char_is(cp, CHAR_TERMINATOR) ||
	    (n > 2 && (unsigned char)s[n - 3] == LEAD_PUNCTUATION);
}

/* Running text, as told from its end and its capitals. */
static bool
is_prose(const char *s, size_t n)
{
	size_t upper = 0, lower = 0, i, len;
	uint32_t letter;

	while (n > 0 && strchr("\"')] \r", s[n - 1]) != NULL)
		n--;
	for (i = 0; i < n; i += len) {
		letter = case_at(s + i, n - i, &len);
		upper += letter == CHAR_UPPER;
		lower += letter == CHAR_LOWER;
	}
	return lower > 4 * upper && ends_well(s, n);
}

/* A word as it stands between white space. */
struct spaced_word {
	const char	*s;
	size_t		 n;
	size_t		 core, end;	/* without marks around */
	bool		 stop;		/* a full stop right behind the core */
	bool		 ends;		/* . ? ! : among the marks behind */
	bool		 more;		/* a comma or so behind the stop */
	bool		 opened;	/* marks before the core */
};

/* No letter or digit; of those that are not ASCII, a mark. */
static bool
is_mark(uint32_t cp)
{
	return cp < 0x80 ? !byte_is((unsigned char)cp, CHAR_LETTER |
	    CHAR_DIGIT) : char_class(cp) == CHAR_CLASS_MARK;
}

/* The length of the mark at s, or 0; and of the one that ends at s + n. */
static size_t
mark_at(const char *s, size_t n)
{
	uint32_t cp;
	size_t k = utf8_decode(s, n, &cp);

	return is_mark(cp) ? k : 0;
}

static size_t
mark_before(const char *s, size_t n)
{
	uint32_t cp;
	size_t k = utf8_before(s, n, &cp);

	return is_mark(cp) ? k : 0;
}

static void
set_word(struct spaced_word *t, const char *s, size_t n)
{
	size_t i, mark;

	t->s = s;
	t->n = n;
	t->core = 0;
	while (t->core < n && (mark = mark_at(s + t->core, n - t->core)) > 0)
		t->core += mark;
	for (t->end = n; t->end > t->core; t->end -= mark)
		if ((mark = mark_before(s + t->core, t->end - t->core)) == 0)
			break;
	t->opened = t->core > 0;
	t->stop = t->end < n && s[t->end] == '.';
	t->more = t->stop && t->end + 1 < n &&
	    strchr(",;:-", s[t->end + 1]) != NULL;
	t->ends = false;
	for (i = t->end; i < n; i++)
		if (strchr(".?!:", s[i]) != NULL && s[i] != '\0')
			t->ends = true;
}

/* In lower case, and of a script that has another. */
static bool
is_lower(const char *s, size_t n)
{
	uint32_t cp;
	size_t len;

	if (case_at(s, n, &len) != CHAR_LOWER)
		return false;
	utf8_decode(s, n, &cp);
	return !char_has_no_case(cp);
}

static void
count_stop(struct counts *c, const struct spaced_word *t,
    const struct spaced_word *next)
{
	struct word_count *w;
	size_t i, part = t->core;

	for (i = t->core; i < t->end; i++)
		if (t->s[i] == '-' || t->s[i] == '/')
			part = i + 1;
	if (part == t->end || !byte_may_be_letter(t->s[part]))
		return;
	w = find(c, t->s + part, t->end - part);
	if (!t->stop)
		w->plain++;
	else if (t->more || (next != NULL && next->core < next->n &&
	    is_lower(next->s + next->core, next->n - next->core)))
		w->stop_on++;
	else
		w->stop_end++;
}

/* Does a sentence begin behind this token, beyond doubt? */
static bool
ends_clearly(const struct spaced_word *t)
{
	size_t i, len;

	if (!t->stop || t->more || t->end - t->core < 4)
		return false;
	for (i = t->core; i < t->end; i += len)
		if (case_at(t->s + i, t->end - i, &len) != CHAR_LOWER)
			return false;
	return true;
}

static void
count_case(struct counts *c, const struct spaced_word *before,
    const struct spaced_word *t)
{
	struct word_count *w;

	if (t->core == t->end || !byte_may_be_letter(t->s[t->core]))
		return;
	w = find(c, t->s + t->core, t->end - t->core);
	if (is_lower(t->s + t->core, t->end - t->core))
		w->lower++;
	else if (before == NULL || ends_clearly(before))
		w->start++;
	else if (!before->ends && !t->opened)
		w->upper++;
}

static void
count_line(struct counts *c, const char *s, size_t n)
{
	struct spaced_word t[2];
	size_t i, j, k = 0;

	for (i = 0; i < n; i = j) {
		while (i < n && is_gap(s[i]))
			i++;
		for (j = i; j < n && !is_gap(s[j]); j++)
			;
		if (j == i)
			break;
		set_word(&t[k % 2], s + i, j - i);
		if (k > 0)
			count_stop(c, &t[(k + 1) % 2], &t[k % 2]);
		count_case(c, k > 0 ? &t[(k + 1) % 2] : NULL, &t[k % 2]);
		k++;
	}
	if (k > 0)
		count_stop(c, &t[(k + 1) % 2], NULL);
}

void
counts_text(struct counts *c, const char *s, size_t n)
{
	const char *end = s + n, *lf;

	for (; s < end; s = lf + 1) {
		if ((lf = memchr(s, '\n', (size_t)(end - s))) == NULL)
			lf = end;
		if (is_prose(s, (size_t)(lf - s)))
			count_line(c, s, (size_t)(lf - s));
	}
}

static uint64_t
seen(const struct counted *e)
{
	return (uint64_t)e->count.plain + e->count.stop_on + e->count.stop_end;
}

static int
by_frequency(const void *a, const void *b)
{
	const struct counted *x = *(const struct counted *const *)a;
	const struct counted *y = *(const struct counted *const *)b;

	if (seen(x) != seen(y))
		return seen(x) > seen(y) ? -1 : 1;
	return strcmp(x->word, y->word);
}

/* What is said of a word: of a short form nothing of the stops behind it. */
static uint8_t
value_of(const struct counted *e)
{
	struct word_count count = e->count;

	if (e->is_short_form)
		count.plain = count.stop_on = count.stop_end = 0;
	return words_classify(&count);
}

void *
counts_section(const struct counts *c, unsigned least, size_t most,
    size_t *len)
{
	const struct counted **kept = xcalloc(c->n + 1, sizeof(*kept));
	const char **words = xcalloc(most, sizeof(*words));
	uint8_t *values = xcalloc(most, 1);
	void *section;
	size_t i, n = 0, k = 0;

	for (i = 0; i < SLOTS; i++)
		if (c->slots[i].word != NULL && seen(&c->slots[i]) >= least)
			kept[n++] = &c->slots[i];
	qsort(kept, n, sizeof(*kept), by_frequency);
	for (i = 0; i < n && k < most; i++) {
		words[k] = kept[i]->word;
		values[k] = value_of(kept[i]);
		k += values[k] != 0;
	}
	section = wordmap_section(words, values, k, len);
	free(values);
	free(words);
	free(kept);
	return section;
}
