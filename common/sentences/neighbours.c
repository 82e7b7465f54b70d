#include "common/sentences/neighbours.h"

#include <string.h>

#include "common/sentences/look.h"
#include "common/sentences/splitter.h"
#include "common/sentences/words.h"

#define GAP_MAX	8		/* bytes of white space between two words */

/* What looks are made of. */
#define LETTERS	(CHAR_LETTER | CHAR_DIGIT)
#define DOT	CHAR_END

/* What the characters of a word are. */
struct looks {
	unsigned first;		/* of the first, */
	unsigned rest;		/* of the others together, */
	unsigned letters;	/* how many are letters or digits */
};

static enum shape
shape_of(const struct looks *l)
{
	unsigned set = l->first | l->rest;

	if (l->letters == 0)
		return SHAPE_OTHER;
	if ((l->first & CHAR_DIGIT) != 0)
		return (set & (CHAR_LOWER | CHAR_UPPER)) == 0 ? SHAPE_NUMBER :
		    SHAPE_ORDINAL;
	if ((l->first & LETTERS) == 0 || (set & CHAR_DIGIT) != 0)
		return SHAPE_OTHER;
	if ((set & DOT) != 0)
		return (set & CHAR_LOWER) == 0 ? SHAPE_DOTS_UPPER :
		    (set & CHAR_UPPER) == 0 ? SHAPE_DOTS_LOWER : SHAPE_DOTS;
	if (l->letters == 1)
		return l->first == CHAR_UPPER ? SHAPE_INITIAL : SHAPE_LETTER;
	if ((set & CHAR_UPPER) == 0)
		return SHAPE_LOWER;
	if ((set & CHAR_LOWER) == 0)
		return SHAPE_UPPER;
	return l->first == CHAR_UPPER && (l->rest & CHAR_UPPER) == 0 ?
	    SHAPE_CAPITAL : SHAPE_MIXED;
}

/*
 * A character that is not ASCII, in lower case, ' for the curly one; returns
 * the length of that, and sets its own, and what it is.
 */
static size_t
fold_wide(char *fold, const unsigned char *s, size_t n, size_t *len,
    unsigned *what)
{
	uint32_t cp;

	*len = look_at(s, n, &cp);
	*what = char_letter(cp);
	if (*what == CHAR_UPPER)
		return utf8_write(char_lower(cp), fold);
	if (*what == 0 && char_is(cp, CHAR_APOSTROPHE)) {
		fold[0] = '\'';
		return 1;
	}
	if (*len == 2)		/* without a call: most letters */
		memcpy(fold, s, 2);
	else
		memcpy(fold, s, *len);
	return *len;
}

/* The same, of which what fits in room bytes is written. */
static size_t
fold_wide_into(char *fold, size_t room, const unsigned char *s, size_t n,
    size_t *len, unsigned *what)
{
	char c[4];
	size_t k;

	if (room >= sizeof(c))
		return fold_wide(fold, s, n, len, what);
	k = fold_wide(c, s, n, len, what);
	if (k > room)
		k = room;
	memcpy(fold, c, k);
	return k;
}

/*
 * Look at a word and fold it, as far as it is ASCII and has room, behind its
 * first byte, which is; returns how far that is.
 */
static size_t
look_at_ascii(struct looks *l, char *fold, const unsigned char *s, size_t n)
{
	size_t i, m = n < NEIGHBOUR_FOLD ? n : NEIGHBOUR_FOLD;
	unsigned c, rest = 0, letters;

	l->first = byte_is(s[0], LETTERS) | (s[0] == '.') * DOT;
	letters = (l->first & LETTERS) != 0;
	fold[0] = (char)ascii_lower(s[0]);
	for (i = 1; i < m && s[i] < 0x80; i++) {
		c = byte_is(s[i], LETTERS);
		fold[i] = (char)(s[i] | (c & CHAR_UPPER));
		letters += c != 0;
		rest |= c | (s[i] == '.') * DOT;
	}
	l->rest = rest;
	l->letters = letters;
	return i;
}

/* Look at a word, n > 0 bytes, and fold it; returns the length folded. */
static size_t
look_and_fold(struct looks *l, char *fold, const unsigned char *s, size_t n)
{
	unsigned what;
	size_t i, len, m;

	if (s[0] < 0x80) {
		i = m = look_at_ascii(l, fold, s, n);
	} else {
		m = fold_wide_into(fold, NEIGHBOUR_FOLD, s, n, &i, &l->first);
		l->letters = (l->first & LETTERS) != 0;
		l->rest = 0;
	}
	for (; i < n; i += len) {
		if (s[i] < 0x80) {
			len = 1;
			what = byte_is(s[i], LETTERS) | (s[i] == '.') * DOT;
			if (m < NEIGHBOUR_FOLD)
				fold[m++] = (char)ascii_lower(s[i]);
		} else {
			m += fold_wide_into(fold + m, NEIGHBOUR_FOLD - m,
			    s + i, n - i, &len, &what);
		}
		l->letters += (what & LETTERS) != 0;
		l->rest |= what;
	}
	return m;
}

size_t
neighbour_fold(char *fold, const unsigned char *s, size_t n)
{
	struct looks l;

	return n == 0 ? 0 : look_and_fold(&l, fold, s, n);
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
	w->nfold = look_and_fold(&l, w->fold, s, n);
	w->shape = shape_of(&l);
}

/* A space or dash at s that is not ASCII: its length, or 0. */
static size_t
wide_part(const unsigned char *s, size_t n)
{
	uint32_t cp;
	size_t k = look_at(s, n, &cp);

	return char_is(cp, CHAR_SPACE_WIDE) || look_is_dash(cp) ? k : 0;
}

/*
 * Behind the white space, dash or slash before s[end] that is the last one, or
 * low.
 */
static size_t
last_part(const unsigned char *s, size_t low, size_t end)
{
	size_t i, k;

	for (i = end; i > low; i--) {
		if (byte_is(s[i - 1], CHAR_SPACE | CHAR_JOINT))
			return i;
		if (look_may_part(s[i - 1]) &&
		    (k = wide_part(s + i - 1, end - i + 1)) > 0)
			return i - 1 + k;
	}
	return low;
}

void
neighbour_until(struct neighbour *w, const unsigned char *s, size_t low,
    size_t end)
{
	size_t i;

	uint32_t cp;

	if (end - low > NEIGHBOUR_MAX)
		low = end - NEIGHBOUR_MAX;
	w->behind = 0;
	if (end > low && s[end - 1] >= 0x80 &&
	    (i = look_before(s, low, end, &cp), char_is_unspaced(cp))) {
		neighbour_set(w, s + end - i, i);
		return;
	}
	while (end > low && byte_is(s[end - 1], CHAR_BESIDE))
		w->behind = s[--end];
	/* Of parts joined by dashes and slashes only the last counts. */
	i = last_part(s, low, end);
	while (i < end && (byte_is(s[i], CHAR_BESIDE) ||
	    s[i] == LEAD_PUNCTUATION))
		i += s[i] == LEAD_PUNCTUATION && end - i > 2 ? 3 : 1;
	neighbour_set(w, s + i, end - i);
}

/*
 * The mark that ends at i: its length, or 0.  Of those that are not ASCII, all
 * beside the curly ones count, U+2000 to U+203F.
 */
static size_t
mark_before(const unsigned char *s, size_t low, size_t i)
{
	uint32_t cp;
	size_t k = look_before(s, low, i, &cp);

	if (cp < 0x80)
		return byte_is((unsigned char)cp, CHAR_BESIDE) != 0;
	return cp >= 0x2000 && cp <= 0x203F ? k : 0;
}

void
neighbour_from(struct neighbour *w, const unsigned char *s, size_t i,
    size_t high)
{
	size_t end = i, k;

	uint32_t cp;

	if (high - i > NEIGHBOUR_MAX)
		high = i + NEIGHBOUR_MAX;
	w->behind = 0;
	if (i < high && s[i] >= LEAD_CJK &&
	    (k = look_at(s + i, high - i, &cp), char_is_unspaced(cp))) {
		neighbour_set(w, s + i, k);
		return;
	}
	while (end < high && !byte_is(s[end], CHAR_SPACE) &&
	    look_wide_space(s + end, high - end) == 0)
		end++;
	while (end > i && (k = mark_before(s, i, end)) > 0) {
		end -= k;
		w->behind = s[end];
	}
	neighbour_set(w, s + i, end - i);
}

void
neighbour_before(struct neighbour *w, const struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t end, from;

	from = w->n == 0 ? 0 : (size_t)(w->s - s);
	end = from;
	while (end > it->start && !byte_is(s[end - 1], CHAR_SPACE) &&
	    from - end < NEIGHBOUR_MAX)
		end--;
	end = look_space_before(s, it->start, end, GAP_MAX);
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
	if (w->n == 0 || !byte_is(w->fold[0], CHAR_LOWER | CHAR_WIDE))
		return;
	w->stats = wordmap_get(&p->words, w->fold, w->nfold);
	dash = memchr(w->fold, '-', w->nfold);
	if (w->stats < 0 && dash != NULL)	/* "Family-owned" as "Family" */
		w->stats = wordmap_get(&p->words, w->fold,
		    (size_t)(dash - w->fold));
}

bool
neighbour_opens(const struct neighbour *w)
{
	return w->behind == 0 && words_start(w->stats) >= START_OFTEN &&
	    words_lower(w->stats) == LOWER_MAX &&
	    (w->shape == SHAPE_CAPITAL || w->shape == SHAPE_INITIAL);
}

bool
neighbour_is_roman(const struct neighbour *w)
{
	size_t i;

	if (w->shape != SHAPE_UPPER && w->shape != SHAPE_INITIAL)
		return false;
	for (i = 0; i < w->n; i++)
		if (memchr("IVXLCDM", w->s[i], 7) == NULL)
			return false;
	return true;
}

bool
neighbour_has_vowel(const struct neighbour *w, const struct splitter *p)
{
	size_t i;

	for (i = 0; i < w->nfold; i++)
		if (p->vowel[(unsigned char)w->fold[i]])
			return true;
	return false;
}
