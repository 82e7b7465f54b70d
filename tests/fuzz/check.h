/*
 * check.h -- what a fuzz target takes for granted: if it is not so, the line is
 * told and the input is a find
 */
#ifndef TESTS_FUZZ_CHECK_H
#define TESTS_FUZZ_CHECK_H

#include <stdio.h>
#include <stdlib.h>

#define check(right) do {						\
	if (!(right)) {							\
		fprintf(stderr, "line %d: %s\n", __LINE__, #right);	\
		abort();						\
	}								\
} while (0)

#endif
