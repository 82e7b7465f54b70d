#include "common/base/memory.h"

#include <err.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/exit.h"

void *
xmalloc(size_t n)
{
	void *p;

	if ((p = malloc(n ? n : 1)) == NULL)
		err(EXIT_TROUBLE, "%zu bytes", n);
	return p;
}

void *
xcalloc(size_t n, size_t size)
{
	void *p;

	if ((p = calloc(n ? n : 1, size)) == NULL)
		err(EXIT_TROUBLE, "%zu times %zu bytes", n, size);
	return p;
}

void *
xreallocarray(void *old, size_t n, size_t size)
{
	void *p = NULL;

	/* As reallocarray(3) does, which not every system has. */
	errno = ENOMEM;
	if (size == 0 || n <= SIZE_MAX / size)
		p = realloc(old, n * size > 0 ? n * size : 1);
	if (p == NULL)
		err(EXIT_TROUBLE, "%zu times %zu bytes", n, size);
	return p;
}

char *
xstrndup(const char *s, size_t n)
{
	char *p = xmalloc(n + 1);

	memcpy(p, s, n);
	p[n] = '\0';
	return p;
}

void *
array_grow(void *v, size_t *cap, size_t want, size_t size)
{
	size_t n = *cap ? *cap : 16;

	if (want <= *cap)
		return v;
	while (n < want) {
		if (n > SIZE_MAX / 2)
			errx(EXIT_TROUBLE, "%zu elements: too many", want);
		n *= 2;
	}
	v = xreallocarray(v, n, size);
	*cap = n;
	return v;
}

void
buffer_grow(struct buffer *b, size_t n)
{
	if (n > SIZE_MAX - b->len)
		errx(EXIT_TROUBLE, "%zu bytes: too many", n);
	b->data = array_grow(b->data, &b->cap, b->len + n, 1);
}

void
buffer_add(struct buffer *b, const void *p, size_t n)
{
	if (n == 0)
		return;
	buffer_reserve(b, n);
	memcpy(b->data + b->len, p, n);
	b->len += n;
}

void
buffer_free(struct buffer *b)
{
	free(b->data);
	*b = (struct buffer){0};
}
