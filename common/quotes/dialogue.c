/*
 * dialogue.c -- speech that a dash opens: see dialogue.h
 */
#include "common/quotes/dialogue.h"

#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

/* A dash is believed when so many lines began with one, */
#define ENOUGH_LINES	3
#define ENOUGH_SPOKEN	2	/* so many of them, and one in three, spoken */
#define NEAR_WORDS	4	/* behind a comma: ", he had quietly said" */
#define LOOK_BYTES	2048	/* of a line */
#define HORIZONTAL_BAR	0x2015
#define EM_DASH		0x2014

/* An em dash, a horizontal bar or two hyphens, and a letter behind it. */
static size_t
find_dash(const char *s, size_t n)
{
	size_t len = 0;
	uint32_t cp;

	if (n > 3 && memcmp(s, "--", 2) == 0)
		len = 2;
	else if (n > 4) {
		len = utf8_decode(s, n, &cp);
		if (cp != EM_DASH && cp != HORIZONTAL_BAR)
			return 0;
	}
	return len > 0 && byte_may_be_letter((unsigned char)s[len]) ? len : 0;
}

/* As written: a capital begins a sentence, not what the storyteller adds. */
static bool
is_verb(const char *s, size_t n)
{
	return n > 0 && lexicon_has(lexicon_default(), ROLE_CUE_VERBS, s, n);
}

/* Asks or exclaims, or has a verb of saying shortly behind a comma. */
static bool
is_spoken(const char *s, size_t n)
{
	size_t i, word = 0, since = NEAR_WORDS;

	for (i = 0; i < n && i < LOOK_BYTES && s[i] != '\n'; i++) {
		if (s[i] == '?' || s[i] == '!')
			return true;
		if (byte_may_be_letter((unsigned char)s[i]))
			continue;
		if (i > word && since++ < NEAR_WORDS &&
		    is_verb(s + word, i - word))
			return true;
		if (s[i] == ',')
			since = 0;
		word = i + 1;
	}
	return false;
}

/* "His mother said:" */
static bool
ends_in_verb(const char *s, size_t n)
{
	size_t word;

	while (n > 0 && byte_is((unsigned char)s[n - 1], CHAR_SPACE_MARK))
		n--;
	if (n == 0 || s[--n] != ':')
		return false;
	word = n;
	while (word > 0 && byte_may_be_letter((unsigned char)s[word - 1]))
		word--;
	return is_verb(s + word, n - word);
}

/* Count a line; the length of the dash that it begins with, or 0. */
static size_t
count(struct dialogue *d, const char *s, size_t n)
{
	size_t dash = find_dash(s, n), i;

	if (dash > 0) {
		d->dashes++;
		d->spoken += d->colon || is_spoken(s + dash, n - dash);
	}
	for (i = 0; i < n && byte_is((unsigned char)s[i], CHAR_SPACE_MARK); i++)
		;
	if (i < n)		/* an empty line changes nothing */
		d->colon = ends_in_verb(s, n);
	return dash;
}

void
dialogue_note(struct dialogue *d, const char *text, size_t len)
{
	size_t n;

	for (; len > 0; text += n, len -= n) {
		n = line_length(text, len);
		count(d, text, n);
	}
	d->noted = true;
}

size_t
dialogue_dash(struct dialogue *d, const char *line, size_t len)
{
	size_t dash;

	len = line_length(line, len);
	dash = d->noted ? find_dash(line, len) : count(d, line, len);
	return d->dashes >= ENOUGH_LINES && d->spoken >= ENOUGH_SPOKEN &&
	    d->spoken * 3 >= d->dashes ? dash : 0;
}
