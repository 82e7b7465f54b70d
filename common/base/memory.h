/*
 * memory.h -- memory that is there, or a message and the end
 *
 * Every function here either succeeds or ends the program with a message on
 * standard error and status 2 (EXIT_TROUBLE): a filter that cannot hold a
 * record cannot go on.  All memory comes from malloc(3) and is freed with
 * free(3).
 */
#ifndef COMMON_BASE_MEMORY_H
#define COMMON_BASE_MEMORY_H

#include <stddef.h>

void	*xmalloc(size_t);
void	*xcalloc(size_t, size_t);
void	*xreallocarray(void *, size_t, size_t);
char	*xstrndup(const char *, size_t);

/*
 * A growing run of bytes.  Start from {0}; data is NULL until something was
 * added.  Growth doubles, so n bytes appended cost O(n).
 */
struct buffer {
	char	*data;
	size_t	 len;		/* bytes in use */
	size_t	 cap;		/* bytes there are */
};

void	 buffer_grow(struct buffer *, size_t);

/* Room for n more. */
static inline void
buffer_reserve(struct buffer *b, size_t n)
{
	if (b->cap - b->len < n)
		buffer_grow(b, n);
}

void	 buffer_add(struct buffer *, const void *, size_t);
void	 buffer_free(struct buffer *);

/*
 * Room for at least want elements of size bytes in the array v of *cap
 * elements: returns the (perhaps moved) array and updates *cap, doubling.
 */
void	*array_grow(void *v, size_t *cap, size_t want, size_t size);

#endif
