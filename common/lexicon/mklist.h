/*
 * mklist.h -- how mklexicon and mkpatterns read a list
 *
 *	mklist_open(&l, path);
 *	while ((line = mklist_next(&l)) != NULL)
 *		...				of l.file, l.number
 *	faults += mklist_close(&l);
 *
 * A line ends where its white space begins; one that is empty or begins with #
 * is none.  One with a NUL byte is told with its file and line, and a fault.  A
 * file that cannot be opened or read ends the program.
 */
#ifndef COMMON_LEXICON_MKLIST_H
#define COMMON_LEXICON_MKLIST_H

#include <stddef.h>
#include <stdio.h>

struct mklist {
	const char	*file;
	unsigned	 number;	/* of the line, from 1 */

	/* The rest is the list's own. */
	FILE		*f;
	char		*line;
	size_t		 cap;
	unsigned	 faults;
};

/* The path must outlive the list. */
void	 mklist_open(struct mklist *, const char *path);
/* The next line, to be changed at will until the one after; NULL at the end. */
char	*mklist_next(struct mklist *);
/* How many lines had a NUL byte. */
unsigned mklist_close(struct mklist *);

/* Ends the column at s with a NUL; the next one, or NULL. s may be NULL. */
char	*mklist_column(char *s);

#endif
