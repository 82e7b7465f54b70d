/*
 * check.h -- what a unit test in C is made of
 *
 * tests/unit/NAME.c is a program of its own, linked with the library as the
 * filters are.  It asks with CHECK() and goes on after a wrong answer, so that
 * one run tells all that is wrong, each by file and line:
 *
 *	int
 *	main(void)
 *	{
 *		CHECK(is_digit('7'));
 *		CHECK_TEXT(name, name_len, "Mary Robinson");
 *		return check_end();
 *	}
 *
 * `make unit' builds them into build/unit; tests/unit.bats has one test for
 * each, which is one line to add there.
 */
#ifndef TESTS_UNIT_CHECK_H
#define TESTS_UNIT_CHECK_H

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned checks_made, checks_failed;

static inline bool
check_one(bool right, const char *file, int line, const char *what)
{
	checks_made++;
	if (!right) {
		checks_failed++;
		printf("%s:%d: %s\n", file, line, what);
	}
	return right;
}

/* True if it is so; else it is told. */
#define CHECK(right)	check_one((right), __FILE__, __LINE__, #right)

/* The same of a number, told with what it is instead. */
#define CHECK_NUMBER(is, want) do {					\
	long long is_ = (long long)(is), want_ = (long long)(want);	\
	if (!check_one(is_ == want_, __FILE__, __LINE__, #is))		\
		printf("\tis %lld (%#llx), not %lld\n", is_,		\
		    (unsigned long long)is_, want_);			\
} while (0)

/* The same of len bytes, which are to be this C string. */
#define CHECK_TEXT(is, len, want) do {					\
	const char *is_ = (is), *want_ = (want);			\
	size_t len_ = (len);						\
	if (!check_one(len_ == strlen(want_) &&				\
	    (len_ == 0 || memcmp(is_, want_, len_) == 0),		\
	    __FILE__, __LINE__, #is))					\
		printf("\tis \"%.*s\", not \"%s\"\n", (int)len_,	\
		    len_ == 0 ? "" : is_, want_);			\
} while (0)

/* The exit status: a test that checked nothing has failed too. */
static inline int
check_end(void)
{
	if (checks_made == 0)
		printf("nothing was checked\n");
	return checks_made == 0 || checks_failed > 0;
}

#endif
