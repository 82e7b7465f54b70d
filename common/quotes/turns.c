/*
 * turns.c -- who has the floor: see turns.h
 */
#include "common/quotes/turns.h"

#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

#define LABEL_BYTES	48
#define LABEL_WORDS	5
#define LABEL_LETTERS	2	/* at least */
#define HEADLINE_BYTES	60	/* without a small letter it is a headline */
#define LINES_APART	6	/* of two labels in a row of them, at most */

enum label {
	LABEL_NONE,
	LABEL_NAME,		/* words with capitals: Ann Roe */
	LABEL_CAPITALS,		/* all in capitals: ROE */
	LABEL_TITLE		/* and what one is before it: MR. ROE */
};

/* What a line begins with, up to a colon. */
struct beginning {
	size_t		 len;
	unsigned	 words;
	unsigned	 letters;	/* bytes that are no space */
	bool		 lower;		/* has a small letter */
	bool		 title;		/* its first word is a title */
};

static bool
is_lower(char c)
{
	return byte_is((unsigned char)c, CHAR_LOWER) != 0;
}

/* What a name may hold: letters and the marks in O'Neill, Al-Sisi and Mr. */
static bool
is_of_name(char c)
{
	return byte_is((unsigned char)c, CHAR_LETTER | CHAR_WIDE) ||
	    strchr(".'-", c) != NULL;
}

/* "MR." and "Senator" say what one is. */
static bool
is_title(const char *s, size_t n)
{
	char word[LABEL_BYTES];

	if (n > 0 && s[n - 1] == '.')
		n--;
	n = ascii_fold(s, n, word, sizeof(word));
	return n > 0 && lexicon_has(lexicon_default(), ROLE_TITLES, word, n);
}

/* Where the word at i ends, of what a name may hold; i if there is none. */
static size_t
word_end(const char *s, size_t n, size_t i, struct beginning *b)
{
	size_t first = i;

	for (; i < n && i < LABEL_BYTES && s[i] != ' ' && s[i] != ':' &&
	    s[i] != '\n'; i++) {
		if (!is_of_name(s[i]) || is_lower(s[first]))
			return first;
		b->lower |= is_lower(s[i]);
		b->letters++;
	}
	return i;
}

/* Words with capitals and a colon behind them; false if it is anything else. */
static bool
find_beginning(const char *s, size_t n, struct beginning *b)
{
	size_t i = 0, end;

	memset(b, 0, sizeof(*b));
	do {
		end = word_end(s, n, i, b);
		if (end == i)
			return false;
		if (b->words++ == 0)
			b->title = is_title(s, end);
		i = end;
	} while (i < n && s[i] == ' ' && b->words < LABEL_WORDS && ++i < n);
	b->len = i;
	return i + 2 < n && s[i] == ':' && s[i + 1] == ' ' &&
	    b->letters >= LABEL_LETTERS;
}

/* A label, and behind it a sentence: a headline goes on in capitals. */
static enum label
find_label(const char *s, size_t n, size_t *len)
{
	struct beginning b;
	size_t i, end;

	if (!find_beginning(s, n, &b))
		return LABEL_NONE;
	*len = b.len;
	end = n - b.len > HEADLINE_BYTES ? b.len + HEADLINE_BYTES : n;
	for (i = b.len; i < end && s[i] != '\n' && !is_lower(s[i]); i++)
		;
	if (i >= n || !is_lower(s[i]))
		return LABEL_NONE;
	if (!b.lower)
		return b.title && b.words > 1 ? LABEL_TITLE : LABEL_CAPITALS;
	return b.words > 1 ? LABEL_NAME : LABEL_NONE;
}

/* How often a label was met, counted once more. */
static unsigned
count(struct turns *t, const char *s, size_t n)
{
	uint32_t hash = token_hash(s, n);
	unsigned i;

	for (i = 0; i < TURNS_LABELS; i++)
		if (t->counts[i] > 0 && t->labels[i] == hash)
			return t->counts[i]++;
	i = t->next;
	t->next = (i + 1) % TURNS_LABELS;
	t->labels[i] = hash;
	t->counts[i] = 1;
	return 0;
}

void
turns_note(struct turns *t, const char *text, size_t len)
{
	size_t n, label;

	for (; len > 0; text += n, len -= n) {
		n = line_length(text, len);
		if (n < 2)
			continue;
		t->lines++;
		if (find_label(text, n, &label) == LABEL_NONE)
			continue;
		t->labelled++;
		count(t, text, label);
	}
}

size_t
turns_label(struct turns *t, const char *line, size_t len, bool marked)
{
	size_t n;
	enum label label = find_label(line, len, &n);
	unsigned since = t->since, before;

	if (label == LABEL_NONE) {
		t->since++;
		return 0;
	}
	t->since = 0;
	before = count(t, line, n);
	if (label == LABEL_TITLE || (marked && label == LABEL_CAPITALS))
		return n;
	/* Counted beforehand, it has met itself. */
	if (t->lines > 0)
		return before > 1 && t->labelled * 4 >= t->lines ? n : 0;
	return before > 0 && since <= LINES_APART ? n : 0;
}
