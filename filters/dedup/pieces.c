#include "filters/dedup/pieces.h"

#include "common/base/base.h"

/* Where the line at p ends, its terminator not counted, and the next begins. */
static const char *
line_end(const char *p, const char *end, const char **next)
{
	const char *q = *next = p + line_length(p, (size_t)(end - p));

	if (q > p && q[-1] == '\n')
		q--;
	return q > p && q[-1] == '\r' ? q - 1 : q;
}

bool
piece_next(const char **p, const char *end, bool lines, struct piece *piece)
{
	const char *at = *p, *next, *stop;

	if (at == end)
		return false;
	piece->lead = at;
	/* What is left of the line before, then lines that are empty. */
	for (; at < end; at = next) {
		stop = line_end(at, end, &next);
		if (!line_is_empty(at, (size_t)(stop - at)))
			break;
	}
	piece->lead_len = (size_t)(at - piece->lead);
	piece->text = at;
	piece->len = 0;
	if (at < end) {
		piece->len = (size_t)(stop - at);
		while (!lines && next < end) {
			at = next;
			stop = line_end(at, end, &next);
			if (line_is_empty(at, (size_t)(stop - at)))
				break;
			piece->len = (size_t)(stop - piece->text);
		}
	}
	*p = piece->text + piece->len;
	return true;
}
