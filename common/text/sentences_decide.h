/*
 * sentences_decide.h -- is this the end of a sentence?
 *
 * The inside of sentences.h: a candidate is a run of terminators (. ? ! and
 * the like) with the closing marks behind it; it is decided from what stands
 * around it.
 */
#ifndef COMMON_TEXT_SENTENCES_DECIDE_H
#define COMMON_TEXT_SENTENCES_DECIDE_H

#include "common/text/sentences.h"

struct splitter {
	struct sentence_options options;
	char		**word;		/* the user's abbreviations */
	size_t		  words;
	size_t		  cap;
};

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
	CLOSE_NOTE,		/* [1] */
	CLOSE_MARKUP		/* * or _ */
};

struct boundary {
	size_t		term;		/* of the first terminator */
	size_t		close;		/* of the first closing mark, or end */
	size_t		end;		/* behind the last closing mark */
	size_t		next;		/* of the next word, after space */
	enum terminator	kind;		/* of the last terminator */
	enum closer	closer;		/* the first closing mark */
};

/*
 * Is the byte at i the beginning of a candidate?  Then its parts, but for
 * next, are set.
 */
bool	boundary_find(const struct sentence_iterator *, size_t i,
	    struct boundary *);
/* Does a sentence end at b.end?  There is more text in the line at b.next. */
bool	boundary_decide(const struct sentence_iterator *,
	    const struct boundary *);

#endif
