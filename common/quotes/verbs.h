/*
 * verbs.h -- verbs of saying that the user lists, with the forms they have
 *
 * A line of the list is as one of cue-verbs.txt: a verb; behind a tab what it
 * can do ("say" if there is nothing), or "none": it does not report; behind
 * another forms that it has besides, and with a - those that it has not.
 */
#ifndef COMMON_QUOTES_VERBS_H
#define COMMON_QUOTES_VERBS_H

#include <stdbool.h>
#include <stddef.h>

struct verb {
	char		*form;		/* in lower case */
	char		*lemma;
	unsigned	 classes;	/* CUE_; 0: does not report */
};

struct verbs {				/* start from {0} */
	struct verb	*v;		/* by form */
	size_t		 n, cap;
};

/* Add a line; false if it is none, and then what is wrong with it. */
bool	verbs_add(struct verbs *, const char *line, const char **wrong);
/* What the list says of a word in lower case, or NULL. */
const struct verb *verbs_find(const struct verbs *, const char *word,
	    size_t len);
void	verbs_free(struct verbs *);

#endif
