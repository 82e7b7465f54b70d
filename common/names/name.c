/*
 * name.c -- a name of a document, read: see name.h
 */
#include "common/names/name.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/names/spelling.h"
#include "common/text/text.h"

#define LETTERS_MAX	64	/* bytes of a word that are looked at */

static inline void
take_letter(struct name_word *w, uint32_t cp)
{
	if (w->letters == 0)
		w->initial = cp;
	if (w->letters < UINT8_MAX)
		w->letters++;
}

/*
 * The letters and digits of [s, s + len), in lower case and without accents:
 * their hash, and how many there are in *count.
 */
static uint32_t
read_letters(struct name_word *w, const char *s, size_t len)
{
	uint32_t h = HASH_BEGIN, cp;
	unsigned char c;
	size_t i, n;

	for (i = 0; i < len; i += n) {
		c = (unsigned char)s[i];
		n = 1;
		if (byte_is(c, CHAR_LETTER | CHAR_DIGIT)) {
			cp = ascii_lower(c);
			take_letter(w, cp);
			h = hash_step(h, (unsigned char)cp);
			continue;
		}
		if (c < 0x80) {
			/* C++ is not C */
			if (char_class(c) == CHAR_CLASS_SYMBOL)
				h = hash_step(h, c);
			continue;
		}
		n = utf8_decode(s + i, len - i, &cp);
		if (cp == UTF8_INVALID || char_is_combining(cp) ||
		    char_letter(cp) == 0)
			continue;
		cp = char_base(char_lower(cp));
		take_letter(w, cp);
		h = cp < 0x80 ? hash_step(h, (unsigned char)cp) :
		    hash_step_number(h, cp);
	}
	return hash_end(h);
}

/* The word [s, s + len) of a name. */
static void
read_word(struct name_word *w, const char *s, size_t len)
{
	struct name_word rest;
	size_t skip;

	if (len > LETTERS_MAX)
		len = LETTERS_MAX;
	w->letters = 0;
	w->initial = 0;
	w->hash = w->bare = read_letters(w, s, len);
	w->capital = byte_is((unsigned char)s[0], CHAR_UPPER | CHAR_WIDE) != 0;
	w->acronym = w->letters >= ACRONYM_LEAST &&
	    w->letters <= ACRONYM_MOST && !spelling_small(s, len);
	if (memchr(s, '-', len) != NULL &&
	    (skip = spelling_prefix(s, len)) > 0) {
		rest = (struct name_word){ 0 };
		w->bare = read_letters(&rest, s + skip, len - skip);
	}
}

/* Jr., Sr. or III behind a person's name. */
static bool
is_suffix(const char *s, size_t len)
{
	return spelling_short_suffix(s, len) ||
	    spelling_suffix(s, len) == SUFFIX_PART;
}

/* Take the word at text + at, behind those that were read. */
static void
add_word(struct name *n, size_t at, size_t len)
{
	const char *s = n->text + at;
	struct name_word w;

	if (n->n >= NAME_WORDS)
		return;
	read_word(&w, s, len);
	if (w.letters == 0 && n->n > 0)
		return;			/* a dash, & */
	w.at = (uint32_t)at;
	w.len = (uint32_t)len;
	n->words[n->n++] = w;
}

/* How its letters are written. */
static void
read_spelling(struct name *n)
{
	size_t i, bytes;
	uint32_t cp;

	n->small = n->accents = 0;
	n->capital = false;
	for (i = 0; i < n->len; i += bytes) {
		bytes = 1;
		n->small += byte_is((unsigned char)n->text[i], CHAR_LOWER) != 0;
		n->capital |= byte_is((unsigned char)n->text[i],
		    CHAR_UPPER | CHAR_WIDE) != 0;
		if (!byte_is((unsigned char)n->text[i], CHAR_WIDE))
			continue;
		bytes = utf8_decode(n->text + i, n->len - i, &cp);
		n->accents += cp != UTF8_INVALID && char_letter(cp) != 0;
	}
}

/* A suffix at the end of a person's name is no word of it. */
static void
take_suffix(struct name *n)
{
	const struct name_word *last;

	n->suffix = 0;
	if (n->kind != NAME_PERSON || n->n < 2)
		return;
	last = name_last(n);
	if (!is_suffix(n->text + last->at, last->len))
		return;
	n->suffix = last->hash;
	n->n--;
}

void
name_guess_gender(struct name *n)
{
	n->guessed = n->kind == NAME_PERSON && n->n > 1 &&
	    n->told.gender == 0;
	if (n->guessed)
		n->told.gender = word_gender(word_bits(ROLE_GIVEN_GENDERS,
		    n->text, n->words[0].len));
}

/* What does not come from its text, and room for a text. */
static void
begin(struct name *n, enum name_kind kind, const struct name_told *told,
    size_t len)
{
	n->kind = kind;
	n->told = told != NULL ? *told : (struct name_told){ 0 };
	memset(n->aliases, 0, sizeof(n->aliases));
	n->guessed = false;
	if (n->cap < len + 1) {
		n->cap = len + 32;
		free(n->text);
		n->text = xmalloc(n->cap);
	}
}

void
name_read(struct name *n, enum name_kind kind, const struct name_told *told,
    const char *s, size_t len)
{
	size_t i = 0, start;
	uint32_t h = HASH_BEGIN;

	begin(n, kind, told, len);
	n->n = n->len = 0;
	while (i < len) {
		start = i = space_skip(s, i, len);
		while (i < len && !byte_is((unsigned char)s[i], CHAR_SPACE))
			i++;
		if (start == i)
			break;
		if (n->len > 0)
			n->text[n->len++] = ' ';
		memcpy(n->text + n->len, s + start, i - start);
		n->len += i - start;
		add_word(n, n->len - (i - start), i - start);
	}
	n->text[n->len] = '\0';
	take_suffix(n);
	for (i = 0; i < n->n; i++)
		h = hash_step_number(h, n->words[i].hash);
	n->whole = hash_end(hash_step_number(h, n->suffix));
	read_spelling(n);
}

void
name_again(struct name *n, const struct name *read, enum name_kind kind,
    const struct name_told *told)
{
	char *text = n->text;
	size_t cap = n->cap;

	*n = *read;
	n->text = text;
	n->cap = cap;
	begin(n, kind, told, read->len);
	memcpy(n->text, read->text, read->len + 1);
}

bool
name_is_better(const struct name *a, const struct name *b)
{
	if (a->capital != b->capital)
		return a->capital;
	if (a->accents != b->accents && a->small > 0 && b->small > 0)
		return a->accents > b->accents;
	return a->small > b->small;
}

bool
name_ends_in(const struct name *full, const struct name *q)
{
	size_t i;

	if (q->n > full->n)
		return false;
	for (i = 0; i < q->n; i++)
		if (!name_word_same(&full->words[full->n - q->n + i],
		    &q->words[i]))
			return false;
	return true;
}

bool
name_begins_with(const struct name *full, const struct name *q)
{
	size_t i;

	if (q->n > full->n)
		return false;
	for (i = 0; i < q->n; i++)
		if (full->words[i].hash != q->words[i].hash)
			return false;
	return true;
}
