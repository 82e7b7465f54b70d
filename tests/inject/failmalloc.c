/*
 * failmalloc.c -- LD_PRELOAD: the FAIL_AT-th allocation fails, and all after
 */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

static int
fails(void)
{
	static long at = -1, count;
	const char *s;

	if (at == -1)
		at = (s = getenv("FAIL_AT")) != NULL ? atol(s) : 0;
	if (at == 0 || ++count < at)
		return 0;
	errno = ENOMEM;
	return 1;
}

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

void *
malloc(size_t n)
{
	return fails() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t n, size_t size)
{
	return fails() ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t n)
{
	return fails() ? NULL : __libc_realloc(p, n);
}
