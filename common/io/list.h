/*
 * list.h -- the user's lists: a file of lines, each an entry
 *
 * A line ends with LF or CR LF; one that is empty, has only white space, or
 * begins with # is no entry.  An entry that begins with # has a \ before it, as
 * has one that begins with \.  A byte order mark in front is no part of it.  A
 * line with a NUL byte is a fault, and no entry.
 *
 *	struct list l;
 *	list_open(&l, "names.txt");
 *	while (list_next(&l))
 *		if (... l.text, l.len ...)
 *			list_fault(&l, "has more than 32 words");
 *	good = list_close(&l);
 *
 * A file that cannot be opened or read, is written to, or is the second that is
 * standard input ends the program, with a message and status 2 (EXIT_TROUBLE).
 */
#ifndef COMMON_IO_LIST_H
#define COMMON_IO_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct list {
	const char	*text;		/* the entry, until the next */
	size_t		 len;		/* bytes, before a NUL */
	uint64_t	 number;	/* of its line, from 1 */

	/* The rest is the list's own. */
	const char	*file;
	FILE		*f;
	char		*line;
	size_t		 cap;
	uint64_t	 faults;
};

/* "-" is standard input.  The name must outlive the list. */
void	list_open(struct list *, const char *file);
/* Was one of them standard input?  Then that is no text. */
bool	list_took_input(void);
/* The next entry; false at the end. */
bool	list_next(struct list *);
/*
 * "program: file:line: entry: why" on standard error, for the first ten, then
 * how many there are when it is closed.
 */
void	list_fault(struct list *, const char *why);
/* Were all entries without fault? */
bool	list_close(struct list *);

#endif
