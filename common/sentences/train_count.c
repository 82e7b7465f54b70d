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
#define KEEP_MIN	6		/* times seen to be kept */
#define KEEP_MAX	26000		/* words kept, the most frequent */

struct counted {
	char		*word;
	struct word_count count;
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

/* The counts of a word, in lower case and cut off at NEIGHBOUR_FOLD bytes. */
static struct word_count *
find(struct counts *c, const char *s, size_t n)
{
	static struct word_count full;
	char fold[NEIGHBOUR_FOLD];
	uint32_t h;
	size_t i;

	if (n > NEIGHBOUR_FOLD)
		n = NEIGHBOUR_FOLD;
	for (i = 0; i < n; i++)
		fold[i] = (char)ascii_lower(s[i]);
	for (h = feature_bytes(0, fold, n);; h++) {
		struct counted *e = &c->slots[h % SLOTS];

		if (e->word == NULL) {
			if (c->n == WORDS_MAX)
				return &full;
			c->n++;
			e->word = xstrndup(fold, n);
			return &e->count;
		}
		if (strlen(e->word) == n && memcmp(e->word, fold, n) == 0)
			return &e->count;
	}
}

/* Does the byte part words? */
static bool
is_gap(char c)
{
	return byte_is(c, CHAR_SPACE) || c == '\0';
}

/* Running text, as told from its end and its capitals. */
static bool
is_prose(const char *s, size_t n)
{
	size_t upper = 0, lower = 0, i;

	while (n > 0 && strchr("\"')] \r", s[n - 1]) != NULL)
		n--;
	for (i = 0; i < n; i++) {
		upper += byte_is(s[i], CHAR_UPPER) != 0;
		lower += byte_is(s[i], CHAR_LOWER) != 0;
	}
	return n > 0 && lower > 4 * upper &&
	    (strchr(".?!:", s[n - 1]) != NULL ||
	    (n > 2 && (unsigned char)s[n - 3] == LEAD_PUNCTUATION));
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

static bool
is_letter_or_digit(char c)
{
	return byte_may_be_letter(c) || byte_is(c, CHAR_DIGIT);
}

static void
set_word(struct spaced_word *t, const char *s, size_t n)
{
	size_t i;

	t->s = s;
	t->n = n;
	t->core = 0;
	while (t->core < n && !is_letter_or_digit(s[t->core]))
		t->core++;
	for (t->end = n; t->end > t->core && !is_letter_or_digit(s[t->end - 1]);
	    t->end--)
		;
	t->opened = t->core > 0;
	t->stop = t->end < n && s[t->end] == '.';
	t->more = t->stop && t->end + 1 < n &&
	    strchr(",;:-", s[t->end + 1]) != NULL;
	t->ends = false;
	for (i = t->end; i < n; i++)
		if (strchr(".?!:", s[i]) != NULL && s[i] != '\0')
			t->ends = true;
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
	    byte_is(next->s[next->core], CHAR_LOWER)))
		w->stop_on++;
	else
		w->stop_end++;
}

/* Does a sentence begin behind this token, beyond doubt? */
static bool
ends_clearly(const struct spaced_word *t)
{
	size_t i;

	if (!t->stop || t->more || t->end - t->core < 4)
		return false;
	for (i = t->core; i < t->end; i++)
		if (!byte_is(t->s[i], CHAR_LOWER))
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
	if (byte_is(t->s[t->core], CHAR_LOWER))
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

void *
counts_section(const struct counts *c, size_t *len)
{
	const struct counted **kept = xcalloc(c->n + 1, sizeof(*kept));
	const char **words = xcalloc(KEEP_MAX, sizeof(*words));
	uint8_t *values = xcalloc(KEEP_MAX, 1);
	void *section;
	size_t i, n = 0, k = 0;

	for (i = 0; i < SLOTS; i++)
		if (c->slots[i].word != NULL && seen(&c->slots[i]) >= KEEP_MIN)
			kept[n++] = &c->slots[i];
	qsort(kept, n, sizeof(*kept), by_frequency);
	for (i = 0; i < n && k < KEEP_MAX; i++) {
		words[k] = kept[i]->word;
		values[k] = words_classify(&kept[i]->count);
		k += values[k] != 0;
	}
	section = wordmap_section(words, values, k, len);
	free(values);
	free(words);
	free(kept);
	return section;
}
