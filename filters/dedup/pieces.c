#include "filters/dedup/pieces.h"

#include <string.h>

/* Where the line at p ends, without its terminator; *next: where the next begins. */
static const char *
line_end(const char *p, const char *end, const char **next)
{
	const char *q = memchr(p, '\n', (size_t)(end - p));

	*next = q == NULL ? end : q + 1;
	if (q == NULL)
		q = end;
	return q > p && q[-1] == '\r' ? q - 1 : q;
}

static bool
is_blank(const char *p, const char *end)
{
	while (p < end && (*p == ' ' || *p == '\t' || *p == '\r'))
		p++;
	return p == end;
}

bool
piece_next(const char **p, const char *end, bool lines, struct piece *piece)
{
	const char *at = *p, *next, *stop;

	if (at == end)
		return false;
	piece->lead = at;
	/* What is left of the line before, then lines that are empty. */
	while (at < end && is_blank(at, stop = line_end(at, end, &next)))
		at = next;
	piece->lead_len = (size_t)(at - piece->lead);
	piece->text = at;
	piece->len = 0;
	if (at < end) {
		piece->len = (size_t)(stop - at);
		while (!lines && next < end) {
			at = next;
			stop = line_end(at, end, &next);
			if (is_blank(at, stop))
				break;
			piece->len = (size_t)(stop - piece->text);
		}
	}
	*p = piece->text + piece->len;
	return true;
}
