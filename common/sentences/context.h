/*
 * sentences_context.h -- what stands around a candidate
 *
 * The inside of sentences.h, the same code in training and at run time: the
 * words before and behind, looked at closely.
 */
#ifndef COMMON_SENTENCES_CONTEXT_H
#define COMMON_SENTENCES_CONTEXT_H

#include "common/sentences/decide.h"

#define WORD_MAX	48	/* bytes of a word that are looked at */
#define FOLD_MAX	24	/* bytes of it that make its identity */

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
	SHAPE_OTHER,		/* $, @x, x1 */
	SHAPES
};

enum first {			/* of the next word, behind opening marks */
	FIRST_NONE,
	FIRST_LOWER,
	FIRST_UPPER,
	FIRST_DIGIT,
	FIRST_STOP,		/* another terminator */
	FIRST_COMMA,		/* , ; : or a closing mark */
	FIRST_OTHER		/* a letter without case, a sign */
};

enum opener {
	OPEN_NONE,
	OPEN_DOUBLE,		/* straight double */
	OPEN_SINGLE,		/* straight single */
	OPEN_CURLY,		/* curly double, angle, or `` */
	OPEN_CURLY_SINGLE,
	OPEN_BRACKET,
	OPEN_DASH,
	OPEN_OTHER
};

/* The kinds of abbreviations, as in the language's list. */
enum abbreviation {
	ABBREV_NONE,
	ABBREV_TITLE,
	ABBREV_PREFIX,
	ABBREV_SUFFIX,
	ABBREV_COMPANY,
	ABBREV_STATE,
	ABBREV_COUNTRY,
	ABBREV_MONTH,
	ABBREV_DAY,
	ABBREV_TIME,
	ABBREV_NUMBER,
	ABBREV_PLACE,
	ABBREV_LATIN,
	ABBREV_UNIT,
	ABBREV_ORGANIZATION,
	ABBREV_NAME,
	ABBREV_OTHER
};

/* A word without the marks around it. */
struct word {
	const unsigned char *s;
	size_t		n;		/* bytes; 0 if there is none */
	char		fold[FOLD_MAX];	/* ASCII in lower case, ' for the curly
					   one, cut off */
	size_t		nfold;
	enum shape	shape;
	int		stats;		/* sentences_words.h; -1: unknown */
	unsigned char	behind;		/* the mark behind it, or 0 */
};

/*
 * Behind a closing quotation mark: is it said who spoke, by a name and a verb
 * that reports ("Why?" Anna Holm asked)?  A mark behind the verb makes it
 * sure, and so does a verb of asking behind a question; otherwise the name may
 * have a sentence of its own, less so if the verb is of the manner of speaking
 * (shouted).
 */
enum attribution {
	ATTRIBUTED_NOT,
	ATTRIBUTED_OPEN,
	ATTRIBUTED_MANNER,
	ATTRIBUTED
};

/* What stands around a candidate. */
struct context {
	struct word	before;		/* the terminator */
	struct word	before2;	/* that */
	struct word	next;		/* behind the boundary */
	struct word	next2;		/* that */
	enum opener	opener;		/* of the next word */
	bool		dashed;		/* a dash comes first */
	enum first	first;
	unsigned	spaces;		/* between: 0, 1 or 2 (more) */
	bool		apart;		/* white space before the terminator */
	unsigned char	last;		/* byte before the terminator */
	enum attribution said;
	enum abbreviation kind;		/* of the word before */
};

/* The words next to the candidate; before only needs boundary_find()'s part. */
void	context_words_before(struct context *, const struct sentence_iterator *,
	    const struct boundary *);
void	context_words_behind(struct context *, const struct sentence_iterator *,
	    const struct boundary *);
/* The word before that of *w, put in its place; none before the sentence. */
void	context_word_before(struct word *, const struct sentence_iterator *);
/* The words one farther out. */
void	context_outer_words(struct context *, const struct sentence_iterator *);
/* The sentence's first word. */
void	context_first_word(struct word *, const struct sentence_iterator *);
/* The word of n bytes at s, no marks around it. */
void	context_word(struct word *, const char *s, size_t n);
/* The statistics of one word that was found, filled in once. */
void	context_stats(struct word *, const struct splitter *);
/* The kind of abbreviation a word is. */
enum abbreviation context_kind(const struct word *, const struct splitter *);
/* Does it look as if it could be said?  Abbreviations often do not. */
bool	context_has_vowel(const struct word *);

enum attribution context_attribution(const struct sentence_iterator *,
		    const struct word *next, enum terminator);
/* How the mark that closes at b->close was opened. */
enum opened { OPENED_NOT, OPENED_START, OPENED_INSIDE };
enum opened context_opened(const struct sentence_iterator *,
		    const struct boundary *);
/*
 * Is a bracket open before the terminator?  One that opened where the sentence
 * begins may hold sentences; one inside it seldom does.
 */
enum opened context_enclosed(const struct sentence_iterator *,
		    const struct boundary *);
/* Is the last quotation mark before the terminator an opening one? */
bool	context_quoted(struct sentence_iterator *, const struct boundary *);
/* Straight double marks in the line before end. */
unsigned context_quotes(struct sentence_iterator *, size_t end);

enum letter { LETTER_NO, LETTER_LOWER, LETTER_UPPER, LETTER_DIGIT };
/* What the character at s is, of n > 0 bytes. */
enum letter letter_of(const unsigned char *s, size_t n);

#endif
