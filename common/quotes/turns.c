/*
 * turns.c -- who has the floor: see turns.h
 */
#include <string.h>

#include "common/lexicon/lexicon.h"
#include "common/text/text.h"
#include "common/quotes/turns.h"

#define LABEL_BYTES	48
#define LABEL_WORDS	5
#define LINES_APART	6

enum label { LABEL_NONE, LABEL_NAME, LABEL_CAPITALS, LABEL_TITLE };

static bool
is_upper(unsigned char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_lower(unsigned char c)
{
	return c >= 'a' && c <= 'z';
}

/* "MR." and "Senator" say what one is. */
static bool
is_title(const char *s, size_t n)
{
	char word[24];
	size_t i;

	if (n > 0 && s[n - 1] == '.')
		n--;
	if (n == 0 || n > sizeof(word))
		return false;
	for (i = 0; i < n; i++)
		word[i] = is_upper((unsigned char)s[i]) ? (char)(s[i] | 0x20) : s[i];
	return lexicon_has(lexicon_default(), ROLE_TITLES, word, n);
}

/* What a line begins with: words with capitals, a colon, and then a sentence. */
static enum label
find_label(const char *s, size_t n, size_t *len)
{
	size_t i = 0, words = 0, letters = 0, word;
	bool lower = false, title = false;

	do {
		for (word = i; i < n && i < LABEL_BYTES && s[i] != ' ' &&
		    s[i] != ':' && s[i] != '\n'; i++) {
			unsigned char c = (unsigned char)s[i];

			if (!is_upper(c) && !is_lower(c) && c < 0x80 &&
			    strchr(".'-", c) == NULL)
				return LABEL_NONE;
			lower |= is_lower(c);
			letters++;
		}
		if (i == word || is_lower((unsigned char)s[word]))
			return LABEL_NONE;
		if (words++ == 0)
			title = is_title(s, i);
	} while (i < n && s[i] == ' ' && words < LABEL_WORDS && ++i < n);
	if (i + 2 >= n || s[i] != ':' || s[i + 1] != ' ' || letters < 2)
		return LABEL_NONE;
	*len = i;
	/* A headline goes on in capitals. */
	for (word = i; i < n && i < word + 60 && s[i] != '\n'; i++)
		if (is_lower((unsigned char)s[i]))
			break;
	if (i >= n || !is_lower((unsigned char)s[i]))
		return LABEL_NONE;
	if (!lower)
		return title && words > 1 ? LABEL_TITLE : LABEL_CAPITALS;
	return words > 1 ? LABEL_NAME : LABEL_NONE;
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
	const char *nl;
	size_t n, label;

	for (; len > 0; text += n, len -= n) {
		nl = memchr(text, '\n', len);
		n = nl != NULL ? (size_t)(nl - text) + 1 : len;
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
