/*
 * neighbours.h -- the words next to a candidate, looked at closely
 *
 * Private to sentences, the same code in training and at run time.  A
 * neighbour is a word without the marks around it; of parts joined by dashes
 * and slashes before a candidate, only the last.  It points into the text,
 * which must stay.  Where no spaces are between words (Chinese, Japanese) a
 * single character is the word.
 */
#ifndef COMMON_SENTENCES_NEIGHBOURS_H
#define COMMON_SENTENCES_NEIGHBOURS_H

#include "common/sentences/sentences.h"

#define NEIGHBOUR_MAX	48	/* bytes of a word that are looked at */
#define NEIGHBOUR_FOLD	24	/* bytes of it that make its identity */

/* Models know the shapes by their number. */
enum shape {
	SHAPE_NONE,		/* no word there */
	SHAPE_INITIAL,		/* A */
	SHAPE_LETTER,		/* a */
	SHAPE_LOWER,		/* abc */
	SHAPE_CAPITAL,		/* Abc */
	SHAPE_UPPER,		/* ABC */
	SHAPE_MIXED,		/* aBc, McA */
	SHAPE_DOTS_UPPER,	/* A.B */
	SHAPE_DOTS_LOWER,	/* a.b */
	SHAPE_DOTS,		/* Ph.D, example.com */
	SHAPE_NUMBER,		/* 12, 1,200.5 */
	SHAPE_ORDINAL,		/* 12th, 1990s, 4-year: begins with a digit */
	SHAPE_OTHER		/* $, @x, x1 */
};

struct neighbour {
	const unsigned char *s;
	size_t		n;		/* bytes; 0 if there is none */
	char		fold[NEIGHBOUR_FOLD];	/* neighbour_fold() */
	size_t		nfold;
	enum shape	shape;
	int		stats;		/* words.h; -1: unknown */
	unsigned char	behind;		/* the mark behind it, or 0 */
};

/*
 * What fits of n bytes at s in lower case, ' for the curly one, in
 * NEIGHBOUR_FOLD bytes; the length.
 */
size_t	neighbour_fold(char *, const unsigned char *s, size_t n);
/* The word of n bytes at s, no marks around it; behind is left as it is. */
void	neighbour_set(struct neighbour *, const unsigned char *s, size_t n);
/* The word that ends before s[end], not beginning before s[low]. */
void	neighbour_until(struct neighbour *, const unsigned char *s, size_t low,
	    size_t end);
/* The word at s[i], ending before s[high]. */
void	neighbour_from(struct neighbour *, const unsigned char *s, size_t i,
	    size_t high);
/* The word before that of *w, put in its place; none before the sentence. */
void	neighbour_before(struct neighbour *w, const struct sentence_iterator *);
/* The sentence's first word. */
void	neighbour_first(struct neighbour *, const struct sentence_iterator *);
/* Look up how the word is used. */
void	neighbour_stats(struct neighbour *, const struct splitter *);
/*
 * Is it a word that hardly is anything but the first of a sentence, "The"?  By
 * its stats.
 */
bool	neighbour_opens(const struct neighbour *);
/* A.B, a.b or Ph.D. */
static inline bool
neighbour_has_dots(const struct neighbour *w)
{
	return w->shape >= SHAPE_DOTS_UPPER && w->shape <= SHAPE_DOTS;
}
/* XIV, in capitals; one letter counts. */
bool	neighbour_is_roman(const struct neighbour *);
/* Does it look as if it could be said?  Abbreviations often do not. */
bool	neighbour_has_vowel(const struct neighbour *, const struct splitter *);

#endif
