/*
 * marks.h -- quotation marks: which are marks, and which two belong together
 *
 * Known are the double marks (straight, curly, low-9, the typewriter's `` and
 * ''), the single ones (straight, curly, low-9, `) and the guillemets, single
 * and double.  What a character can be is read from its neighbours: a mark
 * opens at the left edge of a word and closes at the right edge; the shape of
 * a curly one is believed unless its place speaks against it.  An apostrophe
 * (don't, the boys' toys, '90s, 'em) is no mark, nor are feet and inches.
 *
 * A text is paired by itself: no mark costs more than the text it stands in.
 * What is left open at its end is a pair that is not closed, ending with the
 * text (or where the next quotation opens), and it is for the caller to say
 * whether it was a stray or a quotation that goes on in the next paragraph,
 * where printers set an opening mark again.
 *
 * Offsets are bytes.  Time is linear in the text, whatever it holds; memory
 * is linear in the number of marks in it.
 */
#ifndef COMMON_TEXT_MARKS_H
#define COMMON_TEXT_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/base/base.h"

#define MARK_SINGLE	0x01	/* single marks */
#define MARK_STRAIGHT	0x02	/* typewriter marks: the shape says nothing */
#define MARK_UNCLOSED	0x04	/* no closing mark: outer.end == inner.end */
#define MARK_UNOPENED	0x08	/* no opening one: both spans start at 0 */
#define MARK_AT_START	0x10	/* nothing but white space stands before it */
#define MARK_GUILLEMET	0x20

#define MARK_NO_PARENT	((size_t)-1)

struct mark_pair {
	struct span	 outer;		/* with its marks */
	struct span	 inner;		/* what stands between them */
	size_t		 parent;	/* the pair around, or MARK_NO_PARENT */
	unsigned	 depth;		/* 0: in no other */
	unsigned	 flags;
};

struct marks {
	struct mark_pair *pairs;	/* by outer.start; parents first */
	size_t		 n;
	/* The rest is working memory. */
	size_t		 cap;
	void		*found;
	size_t		 found_cap;
	void		*stack;
	size_t		 stack_cap;
};

/*
 * Pair the marks of a text.  open says that a quotation was open where the
 * text begins: a closing mark that finds no opening one then closes a pair
 * that begins with the text.  Start from {0}; one struct marks serves text
 * after text, and marks_free() gives its memory back.
 */
void	marks_pair(struct marks *, const char *text, size_t len, bool open);
void	marks_free(struct marks *);

/*
 * How the first double mark of a text looks: what a caller asks of the next
 * line when this one ends inside a quotation.
 */
enum mark_look {
	MARK_LOOK_NONE,		/* there is none */
	MARK_LOOK_REOPENS,	/* opens, with nothing before it */
	MARK_LOOK_OPENS,
	MARK_LOOK_CLOSES
};
enum mark_look	marks_look(const char *text, size_t len);

#endif
