/*
 * bytes.h -- one byte of a text, which may be NUL
 */
#ifndef COMMON_BASE_BYTES_H
#define COMMON_BASE_BYTES_H

#include <stdbool.h>
#include <string.h>

/* Is it one of the set's?  NUL never is, though strchr(3) finds it. */
static inline bool
byte_among(char c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

#endif
