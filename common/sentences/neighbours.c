#include "common/sentences/neighbours.h"

#include <string.h>

#include "common/sentences/boundary.h"
#include "common/sentences/bytes.h"
#include "common/sentences/splitter.h"
#include "common/text/text.h"

#define DOT	0x80		/* beside IS_LOWER and so on */
#define LETTERS	(IS_LOWER | IS_UPPER | IS_DIGIT)

/* What the characters of a word are. */
struct looks {
	unsigned first;		/* of the first, */
	unsigned rest;		/* of the others together, */
	unsigned letters;	/* how many are letters or digits */
};

static void
look_at_any(struct looks *l, const unsigned char *s, size_t n)
{
	static const uint8_t bits[] = { 0, IS_LOWER, IS_UPPER, IS_DIGIT };
	unsigned c;
	uint32_t cp;
	size_t i;

	l->letters = l->rest = 0;
	for (i = 0; i < n; i += s[i] < 0x80 ? 1 :
	    utf8_decode((const char *)s + i, n - i, &cp)) {
		c = bits[letter_of(s + i, n - i)];
		l->letters += c != 0;
		c |= s[i] == '.' ? DOT : 0;
		if (i == 0)
			l->first = c;
		else
			l->rest |= c;
	}
}

static enum shape
shape_of(const struct looks *l)
{
	unsigned set = l->first | l->rest;

	if (l->letters == 0)
		return SHAPE_OTHER;
	if ((l->first & IS_DIGIT) != 0)
		return (set & (IS_LOWER | IS_UPPER)) == 0 ? SHAPE_NUMBER :
		    SHAPE_ORDINAL;
	if ((l->first & LETTERS) == 0 || (set & IS_DIGIT) != 0)
		return SHAPE_OTHER;
	if ((set & DOT) != 0)
		return (set & IS_LOWER) == 0 ? SHAPE_DOTS_UPPER :
		    (set & IS_UPPER) == 0 ? SHAPE_DOTS_LOWER : SHAPE_DOTS;
	if (l->letters == 1)
		return l->first == IS_UPPER ? SHAPE_INITIAL : SHAPE_LETTER;
	if ((set & IS_UPPER) == 0)
		return SHAPE_LOWER;
	if ((set & IS_LOWER) == 0)
		return SHAPE_UPPER;
	return l->first == IS_UPPER && (l->rest & IS_UPPER) == 0 ?
	    SHAPE_CAPITAL : SHAPE_MIXED;
}

/* Fold what fits of a word that is not all ASCII; the length. */
static size_t
fold_any(char *fold, const unsigned char *s, size_t n)
{
	size_t i, k = 0;

	for (i = 0; i < n && k < NEIGHBOUR_FOLD; i++, k++) {
		if (s[i] == 0xE2 && n - i > 2 && s[i + 1] == 0x80 &&
		    s[i + 2] == 0x99) {
			fold[k] = '\'';
			i += 2;
		} else {
			fold[k] = (char)(s[i] | byte_is(s[i], IS_UPPER));
		}
	}
	return k;
}

/* Look at a word and fold it; false if it is not all ASCII. */
static bool
look_at_ascii(struct looks *l, char *fold, const unsigned char *s, size_t n)
{
	size_t i, m = n < NEIGHBOUR_FOLD ? n : NEIGHBOUR_FOLD;
	unsigned c, rest = 0, letters = 0, any = 0;

	for (i = 0; i < m; i++) {
		c = byte_is(s[i], LETTERS);
		fold[i] = (char)(s[i] | (c & IS_UPPER));
		letters += c != 0;
		any |= s[i];
		c |= (s[i] == '.') * DOT;
		if (i == 0)
			l->first = c;
		else
			rest |= c;
	}
	for (; i < n; i++) {
		c = byte_is(s[i], LETTERS);
		letters += c != 0;
		any |= s[i];
		rest |= c | (s[i] == '.') * DOT;
	}
	l->rest = rest;
	l->letters = letters;
	return any < 0x80;
}

void
neighbour_set(struct neighbour *w, const unsigned char *s, size_t n)
{
	struct looks l;

	w->s = s;
	w->n = n;
	w->stats = -1;
	w->nfold = 0;
	w->shape = SHAPE_NONE;
	if (n == 0)
		return;
	if (look_at_ascii(&l, w->fold, s, n)) {
		w->nfold = n < NEIGHBOUR_FOLD ? n : NEIGHBOUR_FOLD;
	} else {
		look_at_any(&l, s, n);
		w->nfold = fold_any(w->fold, s, n);
	}
	w->shape = shape_of(&l);
}

/* Does a space that is not ASCII end at i? */
static bool
wide_space_before(const unsigned char *s, size_t low, size_t i)
{
	return s[i - 1] >= 0x80 &&
	    ((i - low > 1 && boundary_wide_space(s + i - 2, 2) == 2) ||
	    (i - low > 2 && boundary_wide_space(s + i - 3, 3) == 3));
}

/* Does a dash or slash end at i? */
static bool
joint_before(const unsigned char *s, size_t low, size_t i)
{
	return s[i - 1] == '-' || s[i - 1] == '/' ||
	    (i - low > 2 && s[i - 1] <= 0x94 && s[i - 1] >= 0x93 &&
	    s[i - 2] == 0x80 && s[i - 3] == 0xE2);
}

void
neighbour_until(struct neighbour *w, const unsigned char *s, size_t low,
    size_t end)
{
	size_t i;

	if (end - low > NEIGHBOUR_MAX)
		low = end - NEIGHBOUR_MAX;
	w->behind = 0;
	while (end > low && is_mark(s[end - 1]))
		w->behind = s[--end];
	/* Of parts joined by dashes and slashes only the last counts. */
	for (i = end; i > low; i--)
		if (byte_is(s[i - 1], IS_SPACE | IS_JOINT) != 0 &&
		    (is_space(s[i - 1]) || wide_space_before(s, low, i) ||
		    joint_before(s, low, i)))
			break;
	while (i < end && (is_mark(s[i]) || s[i] == 0xE2))
		i += s[i] == 0xE2 && end - i > 2 ? 3 : 1;
	neighbour_set(w, s + i, end - i);
}

void
neighbour_from(struct neighbour *w, const unsigned char *s, size_t i,
    size_t high)
{
	size_t begin = i, end;

	if (high - i > NEIGHBOUR_MAX)
		high = i + NEIGHBOUR_MAX;
	while (i < high && !is_space(s[i]) && (s[i] < 0xC2 ||
	    boundary_wide_space(s + i, high - i) == 0))
		i++;
	end = i;
	w->behind = 0;
	while (end > begin && (is_mark(s[end - 1]) || (end - begin > 2 &&
	    s[end - 3] == 0xE2 && s[end - 2] == 0x80))) {
		end -= is_mark(s[end - 1]) ? 1 : 3;
		w->behind = s[end];
	}
	neighbour_set(w, s + begin, end - begin);
}

void
neighbour_before(struct neighbour *w, const struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, end, from;

	from = w->n == 0 ? 0 : (size_t)(w->s - s);
	end = from;
	while (end > it->start && !is_space(s[end - 1]) && from - end < NEIGHBOUR_MAX)
		end--;
	for (i = 0; i < 8 && end > it->start && is_space(s[end - 1]); i++)
		end--;
	if (end < it->start || w->n == 0)
		end = it->start;
	neighbour_until(w, s, it->start, end);
}

void
neighbour_first(struct neighbour *w, const struct sentence_iterator *it)
{
	neighbour_from(w, (const unsigned char *)it->text, it->start, it->len);
}

void
neighbour_stats(struct neighbour *w, const struct splitter *p)
{
	const char *dash;

	/* Numbers were not counted: the map might only take one for a word. */
	if (w->n == 0 || (!byte_is((unsigned char)w->fold[0], IS_LOWER) &&
	    (unsigned char)w->fold[0] < 0x80))
		return;
	w->stats = wordmap_get(&p->words, w->fold, w->nfold);
	dash = memchr(w->fold, '-', w->nfold);
	if (w->stats < 0 && dash != NULL)	/* "Family-owned" as "Family" */
		w->stats = wordmap_get(&p->words, w->fold,
		    (size_t)(dash - w->fold));
}

bool
neighbour_has_vowel(const struct neighbour *w)
{
	size_t i;

	for (i = 0; i < w->nfold; i++)
		if (strchr("aeiouy", w->fold[i]) != NULL ||
		    (unsigned char)w->fold[i] >= 0x80)
			return true;
	return false;
}
