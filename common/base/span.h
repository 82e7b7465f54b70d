/*
 * span.h -- a stretch of text: bytes, 0-based, half open
 */
#ifndef COMMON_BASE_SPAN_H
#define COMMON_BASE_SPAN_H

#include <stddef.h>

struct span {
	size_t	start;
	size_t	end;
};

#endif
