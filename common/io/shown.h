/*
 * shown.h -- words of others in messages, so that they can do no harm
 *
 * A file name, an option's argument or an excerpt of the input may hold escape
 * sequences that a terminal obeys, or a newline that makes one message look
 * like two.  What is shown has control characters, and bytes that are no
 * UTF-8, as \n, \t, \r or \xHH.
 */
#ifndef COMMON_IO_SHOWN_H
#define COMMON_IO_SHOWN_H

#include <stddef.h>

struct buffer;

/*
 * The string itself if there is nothing to change, else a copy that holds
 * until the function was called four times more.  errno stays as it is.
 */
const char	*shown(const char *);
/* n bytes so changed, behind what the buffer holds. */
void		 shown_add(struct buffer *, const char *, size_t n);
/* As shown(); "-" is "standard input". */
const char	*shown_file(const char *);

#endif
