#include "common/sentences/cut.h"

#include "common/text/text.h"

/* The places at which the piece could end: the last of each kind, or 0. */
struct places {
	size_t	clause;		/* behind ; or : */
	size_t	comma;
	size_t	space;
	size_t	end;		/* behind the last that fits */
};

/* What a place that s[i], of a longer text, stands before is good for. */
static void
note_place(struct places *p, const char *s, size_t i, bool late)
{
	char c = s[i - 1];

	p->space = i;
	if (late && (c == ';' || c == ':'))
		p->clause = i;
	else if (late && c == ',')
		p->comma = i;
}

size_t
cut_sentence(const char *text, struct span *span, size_t longest)
{
	struct places p = { 0, 0, 0, 0 };
	size_t i = span->start, n, end;
	uint32_t cp;

	for (n = 0; n < longest && i < span->end; n++) {
		if (n > 0 && byte_is((unsigned char)text[i], CHAR_SPACE) &&
		    !byte_is((unsigned char)text[i - 1], CHAR_SPACE))
			note_place(&p, text, i, 2 * n > longest);
		if (text[i] == '\r' && i + 1 < span->end &&
		    text[i + 1] == '\n')
			i++;	/* the end of a line is one character */
		i += utf8_decode(text + i, span->end - i, &cp);
	}
	if (i == span->end)
		return i;
	/* What fits may end just where white space begins. */
	if (byte_is((unsigned char)text[i], CHAR_SPACE))
		note_place(&p, text, i, true);
	p.end = i;
	end = p.clause > 0 ? p.clause : p.comma > 0 ? p.comma :
	    p.space > 0 ? p.space : p.end;
	n = space_skip(text, end, span->end);
	span->end = space_before(text, span->start, end);
	return n;
}
