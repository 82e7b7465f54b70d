/*
 * sentences_decide.h -- is this the end of a sentence?
 *
 * The inside of sentences.h: a candidate is a run of terminators (. ? ! and
 * the like) with the closing marks behind it; it is decided from what stands
 * around it.
 */
#ifndef COMMON_SENTENCES_DECIDE_H
#define COMMON_SENTENCES_DECIDE_H

#include "common/learn/learn.h"
#include "common/sentences/sentences.h"
#include "common/text/text.h"

struct splitter {
	struct sentence_options options;
	struct logistic	  weights;
	struct wordmap	  words;	/* sentences_words.h */
	int32_t		  threshold;	/* of score */
	char		**given;	/* the user's abbreviations */
	size_t		  words_given;
	size_t		  cap;
};

/* A splitter without weights and words; take them from a model. */
struct splitter	*splitter_bare(const struct sentence_options *);
void		 splitter_model(struct splitter *, const void *begin,
		    const void *end);

/* What a byte is: chars.h. */
#define IS_SPACE	CHAR_SPACE
#define IS_LOWER	CHAR_LOWER
#define IS_BRACKET	CHAR_BRACKET
#define IS_DIGIT	CHAR_DIGIT
#define IS_MARK		CHAR_BESIDE
#define IS_UPPER	CHAR_UPPER
#define IS_JOINT	(CHAR_JOINT | CHAR_WIDE)	/* or part of what is */

static inline bool
is_space(char c)
{
	return byte_is((unsigned char)c, IS_SPACE) != 0;
}

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
	size_t		trail;		/* behind the last wide space, or end */
	size_t		next;		/* of the next word, after space */
	enum terminator	kind;		/* of the last terminator */
	enum closer	closer;		/* the first closing mark */
};

/*
 * The steps of an iteration, for those who look at every candidate: a
 * sentence begins (false: no more text); a candidate, whose end is not yet
 * decided, or the end of the line, b.end being the end of the sentence.
 */
enum found { FOUND_LINE, FOUND_CANDIDATE };
bool		sentences_begin(struct sentence_iterator *);
enum found	sentences_candidate(struct sentence_iterator *,
		    struct boundary *);

/*
 * A space at s that is not ASCII, such as the no-break space: its length, or 0.
 * It parts words, but belongs to the text and is never left out.
 */
size_t		boundary_wide_space(const unsigned char *s, size_t n);
/* Does the line break at i end the line or, where they are joined, paragraph? */
bool		sentences_ends_line(const struct sentence_iterator *, size_t i);

/* The terminator or closing mark at s, of n > 0 bytes: its length, or 0. */
size_t	boundary_terminator(const unsigned char *s, size_t n, enum terminator *);
size_t	boundary_closer(const unsigned char *s, size_t n, enum closer *);
/*
 * Is the byte at i the beginning of a candidate?  Then its parts, but for
 * next, are set.
 */
bool	boundary_find(struct sentence_iterator *, size_t i, struct boundary *);
/*
 * Does a sentence end at b.end?  There is more text in the line at b.next.
 * First by rule; DECIDE_MODEL is for the cases no rule is sure of, and
 * context is what was seen of them.
 */
enum decision { DECIDE_NO, DECIDE_YES, DECIDE_MODEL };
struct context;

enum decision	boundary_rule(const struct sentence_iterator *,
		    const struct boundary *, struct context *);
bool		boundary_decide(struct sentence_iterator *,
		    const struct boundary *);
/*
 * The same by the letters next to it alone, the terminator being at term and
 * the next word at next: for the candidates before it->crowded, of which there
 * are too many for a text that says something.
 */
static inline bool
boundary_by_letters(const struct sentence_iterator *it, size_t term,
    size_t next)
{
	const unsigned char *s = (const unsigned char *)it->text;

	return byte_is(s[next], IS_UPPER) && term > it->start + 1 &&
	    byte_is(s[term - 1], IS_LOWER) && byte_is(s[term - 2], IS_LOWER);
}

#endif
