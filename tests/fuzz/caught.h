/*
 * caught.h -- a message and the end, caught: for code that ends the program
 *
 * The code under test is included after this header.  Where it would end the
 * program with err(3), errx(3) or exit(3) it comes back to CAUGHT(), which then
 * is true; memory that it took with xcalloc() and the like is freed by
 * caught_free() in any case.
 */
#ifndef TESTS_FUZZ_CAUGHT_H
#define TESTS_FUZZ_CAUGHT_H

#include <err.h>
#include <setjmp.h>
#include <stdlib.h>

#include "common/base/base.h"
#include "common/io/io.h"

#define CAUGHT_MOST	64

static jmp_buf caught_at;
static void *caught_memory[CAUGHT_MOST];

#define CAUGHT()	(setjmp(caught_at) != 0)

static inline void *
caught_keep(void *p, const void *old)
{
	size_t i;

	for (i = 0; i < CAUGHT_MOST; i++)
		if (caught_memory[i] == old) {
			caught_memory[i] = p;
			return p;
		}
	abort();
}

/* Of what was taken otherwise nothing is known. */
static inline void
caught_drop(void *p)
{
	size_t i;

	for (i = 0; i < CAUGHT_MOST; i++)
		if (caught_memory[i] == p)
			caught_memory[i] = NULL;
	free(p);
}

static inline void
caught_free(void)
{
	size_t i;

	for (i = 0; i < CAUGHT_MOST; i++) {
		free(caught_memory[i]);
		caught_memory[i] = NULL;
	}
}

/* Messages are of no interest, and there would be a great many of them. */
__attribute__((format(printf, 1, 2))) static inline void
caught_warn(const char *fmt, ...)
{
	(void)fmt;
}

__attribute__((noreturn, format(printf, 2, 3))) static inline void
caught_err(int status, const char *fmt, ...)
{
	(void)status;
	(void)fmt;
	longjmp(caught_at, 1);
}

#define err	caught_err
#define errx	caught_err
#define exit(status)	caught_err(status, "%s", "")
#define warnx	caught_warn
#define xcalloc(n, size)	caught_keep((xcalloc)(n, size), NULL)
#define xreallocarray(p, n, size) \
	caught_keep((xreallocarray)(p, n, size), p)
#define array_grow(v, cap, want, size) \
	caught_keep((array_grow)(v, cap, want, size), v)
#define free(p)		caught_drop(p)

#endif
