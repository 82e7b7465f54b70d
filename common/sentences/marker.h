/*
 * marker.h -- what an item of a list begins with
 *
 * Private to sentences.  Numbers, letters and Roman numbers with a stop or
 * bracket (1. a) (iv)), numbers of sections (1.1, § 3.), each with a bullet
 * before it or not, and bullets alone.
 */
#ifndef COMMON_SENTENCES_MARKER_H
#define COMMON_SENTENCES_MARKER_H

#include "common/sentences/look.h"
#include "common/sentences/sentences.h"
#include "common/text/text.h"

/* What a marker counts with. */
enum counter {
	COUNT_NOTHING,		/* a bullet alone */
	COUNT_DIGITS,
	COUNT_SECTIONS,		/* 1.1, the last number counts */
	COUNT_LOWER,		/* a, b */
	COUNT_UPPER,
	COUNT_ROMAN_LOWER,
	COUNT_ROMAN_UPPER
};

struct marker {
	uint32_t	bullet;		/* code point, or 0 */
	unsigned char	open;		/* a bracket before the number, or 0 */
	enum counter	counter;
	unsigned	value;
	unsigned	roman;		/* of a letter that may be one; or 0 */
	unsigned	tail;		/* . is 1, ) is 2, .) is 3, : is 4 */
	unsigned char	prefix[8];	/* what comes before the last number */
	size_t		len;
	bool		capital;	/* a word with one follows */
};

/* A letter of small Roman numbers, in either case. */
static inline bool
marker_is_roman(unsigned char c)
{
	c = ascii_lower(c);
	return c == 'i' || c == 'v' || c == 'x' || c == 'l' || c == 'c';
}

/*
 * May a marker begin at s, of n > 0 bytes?  Most sentences begin with a word,
 * whose first two letters are no Roman number.
 */
static inline bool
marker_may_begin(const unsigned char *s, size_t n)
{
	unsigned char c = s[0], second = n > 1 ? s[1] : ' ';

	if (byte_is(c, CHAR_LETTER))
		return second == '.' || second == ')' ||
		    (marker_is_roman(c) && marker_is_roman(second));
	if (c == LEAD_PUNCTUATION)	/* below U+2020 are no bullets */
		return n > 2 && (second > 0x80 || s[2] >= 0xA0);
	return byte_is(c, CHAR_DIGIT | CHAR_OPEN) || c == '-' || c == '*' ||
	    c == LEAD_LATIN;
}

/* The same of a line, which a sign of ASCII alone may begin as well. */
static inline bool
marker_may_begin_line(const unsigned char *s, size_t n)
{
	return marker_may_begin(s, n) || s[0] == '+';
}

/* The marker at s, with white space behind it; false if there is none. */
bool	marker_parse(const unsigned char *s, size_t n, struct marker *);
/* Are both of one list: the same marks, the same kind of number? */
bool	marker_is_alike(const struct marker *, const struct marker *next);
/* Does the next one count on from this one? */
bool	marker_counts_on(const struct marker *, const struct marker *next);

/*
 * Does the line at i, where one may begin, begin an item?  Surely, by a bullet
 * that is nothing else, or by a marker that follows on the one that the record
 * begins with; or perhaps.
 */
enum item { ITEM_NONE, ITEM_PERHAPS, ITEM_SURE };

enum item marker_begins_line(const struct sentence_iterator *, size_t i);

#endif
