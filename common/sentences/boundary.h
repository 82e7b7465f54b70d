/*
 * boundary.h -- a candidate: what may be the end of a sentence
 *
 * Private to sentences.  A candidate is a run of terminators (. ? ! and the
 * like) with the closing quotation marks and brackets behind it, and perhaps a
 * note such as [12]; the next word stands behind white space, or right there.
 * Tags, emoji and characters without width that stand behind belong to it, but
 * tell nothing of the marks.
 */
#ifndef COMMON_SENTENCES_BOUNDARY_H
#define COMMON_SENTENCES_BOUNDARY_H

#include "common/sentences/sentences.h"
#include "common/text/text.h"

/* Models know these by their number, and the closers. */
enum terminator {
	TERM_NONE,
	TERM_STOP,		/* . */
	TERM_ELLIPSIS,		/* ... or the one character */
	TERM_QUESTION,
	TERM_EXCLAMATION,
	TERM_OTHER		/* of another script, which needs no space */
};

enum closer {
	CLOSE_NONE,
	CLOSE_DOUBLE,		/* straight double */
	CLOSE_SINGLE,		/* straight single */
	CLOSE_CURLY,		/* curly double, or an angle */
	CLOSE_CURLY_SINGLE,
	CLOSE_BRACKET,
	CLOSE_NOTE,		/* [1] and the like */
	CLOSE_MARKUP		/* * or _ */
};

/* Offsets into the text. */
struct boundary {
	size_t		term;		/* of the first terminator */
	size_t		close;		/* of the first closing mark, or end */
	size_t		end;		/* behind the last closing mark */
	size_t		trail;		/* behind the last wide space, or end */
	size_t		next;		/* of the next word, after space */
	enum terminator	kind;		/* of the last terminator */
	enum closer	closer;		/* the first closing mark */
	bool		parted;		/* a tag or emoji ends it */
};

/* The terminator or closing mark at s, of n > 0 bytes: its length, or 0. */
size_t	boundary_terminator(const unsigned char *s, size_t n,
	    enum terminator *);
size_t	boundary_closer(const unsigned char *s, size_t n, enum closer *);
/*
 * A mark as HTML refers to it, &quot;, where wide() says what one that is not
 * ASCII is, with what stands behind it: its length, or 0.  Marks that open and
 * marks that close have the same numbers.
 */
size_t	boundary_reference(const unsigned char *s, size_t n,
	    unsigned (*wide)(uint32_t, const unsigned char *, size_t),
	    unsigned *kind);
/*
 * Is the byte at i the beginning of a candidate?  Then its parts are set, but
 * for trail and next.
 */
bool	boundary_find(struct sentence_iterator *, size_t i, struct boundary *);

/*
 * Does a sentence end at the terminator at term, as far as the letters next to
 * it say, where the next word is at next?  All that is asked of a text that is
 * hardly anything but candidates.
 */
static inline bool
boundary_by_letters(const struct sentence_iterator *it, size_t term,
    size_t next)
{
	const unsigned char *s = (const unsigned char *)it->text;

	return byte_is(s[next], CHAR_UPPER) && term > it->start + 1 &&
	    byte_is(s[term - 1], CHAR_LOWER) &&
	    byte_is(s[term - 2], CHAR_LOWER);
}

#endif
