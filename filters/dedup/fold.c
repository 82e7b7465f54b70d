#include "filters/dedup/fold.h"

#include <utf8proc.h>

#include "common/text/text.h"

#define MAX_POINTS	64	/* of a character with its marks, decomposed */

static int
combining_class(int32_t c)
{
	return utf8proc_get_property(c)->combining_class;
}

/* Marks of one base letter in canonical order, so that all spellings agree. */
static void
order_marks(int32_t *c, int n)
{
	int i, j, class;
	int32_t x;

	for (i = 1; i < n; i++) {
		x = c[i];
		if ((class = combining_class(x)) == 0)
			continue;
		for (j = i; j > 0 && combining_class(c[j - 1]) > class; j--)
			c[j] = c[j - 1];
		c[j] = x;
	}
}

static bool
is_letter_or_digit(int32_t c)
{
	utf8proc_category_t g = utf8proc_category(c);

	return g >= UTF8PROC_CATEGORY_LU && g <= UTF8PROC_CATEGORY_NO;
}

const char *
fold_character(struct buffer *out, const char *p, const char *end,
    unsigned rules)
{
	int32_t c[MAX_POINTS];
	uint32_t cp;
	char utf8[4];
	size_t len;
	int n = 0, k, i, boundary = 0;
	unsigned options = UTF8PROC_DECOMPOSE;

	if (rules & FOLD_CASE)
		options |= UTF8PROC_CASEFOLD;
	if (rules & FOLD_LETTERS)
		options |= UTF8PROC_COMPAT;
	len = utf8_decode(p, (size_t)(end - p), &cp);
	do {
		k = cp == UTF8_INVALID ? -1 :
		    (int)utf8proc_decompose_char((int32_t)cp, c + n,
		    MAX_POINTS - n, options, &boundary);
		if (k < 0 || k > MAX_POINTS - n)
			break;
		n += k;
		p += len;
		if (p == end || (unsigned char)*p < 0x80)
			break;
		len = utf8_decode(p, (size_t)(end - p), &cp);
	} while (cp != UTF8_INVALID && combining_class((int32_t)cp) != 0);
	if (n == 0 && k < 0) {		/* not to be folded: as it is */
		buffer_add(out, p, len);
		return p + len;
	}
	order_marks(c, n);
	for (i = 0; i < n; i++)
		if (!(rules & FOLD_LETTERS) || is_letter_or_digit(c[i]))
			buffer_add(out, utf8,
			    utf8_write((uint32_t)c[i], utf8));
	return p;
}
