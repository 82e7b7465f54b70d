/*
 * failmalloc.c -- LD_PRELOAD: the FAIL_AT-th allocation fails, and all after;
 * with FAIL_ONCE in the environment that one alone
 */
#include <errno.h>
#include <stddef.h>
#include <stdlib.h>

static int
fails(void)
{
	static long at = -1, count;
	static int once;
	const char *s;

	if (at == -1) {
		at = (s = getenv("FAIL_AT")) != NULL ? atol(s) : 0;
		once = getenv("FAIL_ONCE") != NULL;
	}
	if (at == 0 || ++count < at || (once && count > at))
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
