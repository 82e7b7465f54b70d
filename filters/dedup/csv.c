#include "filters/dedup/csv.h"

#include <string.h>

/* The quotation mark that ends a field: a separator or the end follows it. */
static const char *
closing(const char *p, const char *end, const char *separator, size_t n)
{
	for (; (p = memchr(p, '"', (size_t)(end - p))) != NULL; p++)
		if (p + 1 == end || ((size_t)(end - p) > n &&
		    memcmp(p + 1, separator, n) == 0))
			return p;
	return NULL;
}

bool
csv_is_quoted(const char *line, size_t len, const char *separator)
{
	const char *p = line, *end = line + len, *close, *next;
	size_t n = strlen(separator);

	while (p < end) {
		next = memmem(p, (size_t)(end - p), separator, n);
		if (next == NULL)
			return false;
		if (*p == '"') {
			close = closing(p + 1, end, separator, n);
			if (close != NULL && next < close)
				return true;
		}
		p = next + n;
	}
	return false;
}
