/*
 * turns.c -- who has the floor: see turns.h
 */
#include "common/quotes/turns.h"

#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

#define LABEL_BYTES	48	/* of its words, */
#define LABEL_ALL	96	/* and with brackets */
#define LABEL_WORDS	5
#define LABEL_BRACKETS	2	/* (Leeds) (Lab) */
#define LABEL_LETTERS	2	/* at least */
#define HEADLINE_BYTES	60	/* without a small letter it is a headline */
#define LINES_APART	6	/* of two labels in a row of them, at most */
#define LINES_BESIDE	2	/* between two that show each other */
#define LABELS_MANY	3	/* in a text that may be a transcript */

/* How much a label has to say for itself. */
enum label {
	LABEL_NONE,
	LABEL_PLAIN,		/* words with capitals: Key Facts */
	LABEL_NAME,		/* with a given name: Ann Roe */
	LABEL_CAPITALS,		/* all in capitals: ROE */
	LABEL_TURN,		/* a single letter: Q */
	LABEL_TITLE		/* and what one is: MR. ROE, THE WITNESS */
};

/* What a line begins with, up to a colon. */
struct beginning {
	struct turn	 turn;
	unsigned	 words;
	unsigned	 letters;	/* bytes that are no space */
	unsigned	 brackets;
	unsigned	 listed;	/* LABEL_ values of the list */
	bool		 lower;		/* has a small letter */
	bool		 title;		/* its first word is a title, */
	bool		 given;		/* or a given name, */
	bool		 the;		/* or "the" */
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
	    byte_among(c, ".'-");
}

/* The lists that a word is in. */
static uint64_t
lists_of(const char *s, size_t n)
{
	char word[LABEL_BYTES];

	if (n > 0 && s[n - 1] == '.')
		n--;
	n = ascii_fold(s, n, word, sizeof(word));
	return n > 0 ? lexicon_lists(lexicon_default(), word, n) : 0;
}

/* A small word within a label: the Minister for Roads. */
static bool
is_joint(const char *s, size_t n)
{
	return (lists_of(s, n) & (ROLE_BIT(ROLE_BODY_JOINTS) |
	    ROLE_BIT(ROLE_NAME_PARTICLES))) != 0;
}

/* Where the word at i ends, of what a name may hold; i if there is none. */
static size_t
word_end(const char *s, size_t n, size_t i, struct beginning *b)
{
	size_t first = i;

	for (; i < n && i < LABEL_BYTES && s[i] != ' ' && s[i] != ':' &&
	    s[i] != '\n'; i++) {
		if (!is_of_name(s[i]))
			return first;
		b->lower |= is_lower(s[i]);
		b->letters++;
	}
	if (i > first && is_lower(s[first]) &&
	    (b->words == 0 || !is_joint(s + first, i - first)))
		return first;
	return i;
}

/* What the first word says. */
static void
read_first(struct beginning *b, const char *s, size_t n)
{
	uint64_t lists = lists_of(s, n);

	b->title = (lists & ROLE_BIT(ROLE_TITLES)) != 0;
	b->given = (lists & ROLE_BIT(ROLE_GIVEN_GENDERS)) != 0;
	b->the = (lists & ROLE_BIT(ROLE_DEFINITE)) != 0;
}

/* Behind "(Leeds)" at i, or i; the first may name who is "the Minister". */
static size_t
bracket_end(const char *s, size_t n, size_t i, struct beginning *b)
{
	size_t end;

	if (i >= n || s[i] != '(' || b->brackets == LABEL_BRACKETS ||
	    (b->lower && i + 1 < n && is_lower(s[i + 1])))
		return i;
	for (end = i + 1; end < n && end < LABEL_ALL && s[end] != ')'; end++)
		if (s[end] == '\n' || s[end] == ':')
			return i;
	if (end >= n || s[end] != ')')
		return i;
	if (b->brackets++ == 0 && b->the && b->lower) {
		b->turn.name.start = i + 1;
		b->turn.name.end = end;
	}
	return end + 1;
}

/* The value of the label in the list. */
static unsigned
listed(const char *s, size_t n)
{
	char word[LABEL_BYTES];

	n = ascii_fold(s, n, word, sizeof(word));
	return n == 0 ? 0 : (unsigned)lexicon_bits(lexicon_default(),
	    ROLE_LABELS, word, n);
}

/* "Q." at the beginning of a line; the stop is not part of it. */
static bool
find_letter(const char *s, size_t n, struct beginning *b)
{
	memset(b, 0, sizeof(*b));
	if (n < 4 || (s[1] != ':' && s[1] != '.') || s[2] != ' ' ||
	    is_lower(s[0]) || listed(s, 1) != LABEL_LETTER)
		return false;
	b->listed = LABEL_LETTER;
	b->turn.len = b->turn.name.end = 1;
	return true;
}

/* Words with capitals and a colon behind them; false if it is anything else. */
static bool
find_beginning(const char *s, size_t n, struct beginning *b)
{
	size_t i = 0, end = 0, from;

	if (find_letter(s, n, b))
		return true;
	do {
		from = i;
		if ((i = word_end(s, n, from, b)) == from)
			break;
		end = i;
		if (b->words++ == 0)
			read_first(b, s, i);
	} while (i < n && s[i] == ' ' && b->words < LABEL_WORDS && ++i < n);
	if (end == 0)
		return false;
	b->turn.name.end = end;
	b->listed = listed(s, end);
	for (i = end; i < n && s[i] == ' ' &&
	    (end = bracket_end(s, n, i + 1, b)) > i + 1; i = end)
		;
	b->turn.len = i;
	return i + 2 < n && s[i] == ':' && s[i + 1] == ' ' &&
	    b->letters >= LABEL_LETTERS;
}

/* A label, and behind it a sentence: a headline goes on in capitals. */
static enum label
find_label(const char *s, size_t n, struct turn *turn)
{
	struct beginning b;
	size_t i, end;

	if (n < 4 || is_lower(s[0]) || !find_beginning(s, n, &b) ||
	    (b.listed & LABEL_OTHER))
		return LABEL_NONE;
	*turn = b.turn;
	end = n - b.turn.len > HEADLINE_BYTES ?
	    b.turn.len + HEADLINE_BYTES : n;
	for (i = b.turn.len; i < end && s[i] != '\n' && !is_lower(s[i]); i++)
		;
	if (i >= n || !is_lower(s[i]))
		return LABEL_NONE;
	if (b.listed & LABEL_LETTER)
		return LABEL_TURN;
	if (b.listed & LABEL_SPEAKER)
		return b.lower && b.words == 1 ? LABEL_NAME : LABEL_TITLE;
	if (!b.lower && b.title && b.words > 1)
		return LABEL_TITLE;
	/* "CREDIT FREEZE" is a heading more often than a name. */
	if (!b.lower)
		return b.words == 1 || b.given || b.brackets > 0 ?
		    LABEL_CAPITALS : LABEL_PLAIN;
	if (b.words == 1)
		return LABEL_NONE;
	return b.given || b.title || b.brackets > 0 ? LABEL_NAME : LABEL_PLAIN;
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
	struct turn turn;
	size_t n;

	for (; len > 0; text += n, len -= n) {
		n = line_length(text, len);
		if (n < 2)
			continue;
		t->lines++;
		if (find_label(text, n, &turn) == LABEL_NONE)
			continue;
		t->labelled++;
		t->repeated += count(t, text, turn.len) > 0;
	}
}

/* Whether two labels, one line behind the other, show each other to be some. */
static bool
show_each_other(enum label a, enum label b)
{
	if (a == LABEL_TURN || b == LABEL_TURN)
		return a == b;
	return a >= LABEL_NAME && b >= LABEL_NAME;
}

/* What the next line that is not empty begins with. */
static enum label
label_behind(const char *text, size_t len)
{
	struct turn turn;
	size_t n;

	for (; len > 0; text += n, len -= n) {
		n = line_length(text, len);
		if (!line_is_empty(text, n))
			return find_label(text, n, &turn);
	}
	return LABEL_NONE;
}

/* Whether a document that was shown beforehand is a transcript. */
static bool
is_transcript(const struct turns *t)
{
	return t->labelled * 4 >= t->lines && t->labelled >= LABELS_MANY &&
	    t->repeated > 0;
}

bool
turns_label(struct turns *t, const char *line, size_t len, size_t behind,
    bool marked, struct turn *turn)
{
	enum label label = find_label(line, len, turn), last = t->last;
	unsigned since = t->since, before;
	size_t n;

	if (label == LABEL_NONE) {
		t->since++;
		return false;
	}
	t->since = 0;
	t->last = label;
	before = count(t, line, turn->len);
	if (label == LABEL_TITLE || (marked && label == LABEL_CAPITALS))
		return true;
	/* Counted beforehand, it has met itself. */
	if (t->lines > 0 && is_transcript(t) &&
	    (before > 1 || label >= LABEL_NAME))
		return true;
	if (t->lines == 0 && before > 0 && since <= LINES_APART)
		return true;
	if (since <= LINES_BESIDE && show_each_other(label, last))
		return true;
	n = line_length(line, len);
	return show_each_other(label, label_behind(line + n, len - n + behind));
}

bool
turns_may_begin(const char *line, size_t len)
{
	struct turn turn;

	return find_label(line, len, &turn) >= LABEL_NAME;
}
