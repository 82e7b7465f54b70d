#include "common/io/shown.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

#include "common/base/base.h"

#define COPIES	4	/* as many as one message may need */

/*
 * The length of the character at s if it may be shown as it is, else 0: for a
 * control character (C0, DEL, C1), what turns the direction of writing round,
 * and a byte that is no UTF-8.
 */
static size_t
harmless(const char *s, size_t n)
{
	uint32_t cp;
	size_t k = utf8_decode(s, n, &cp);
	utf8proc_category_t category;

	if (cp == UTF8_INVALID)
		return 0;
	category = utf8proc_category((int32_t)cp);
	return category == UTF8PROC_CATEGORY_CC ||
	    category == UTF8PROC_CATEGORY_CF ||
	    category == UTF8PROC_CATEGORY_ZL ||
	    category == UTF8PROC_CATEGORY_ZP ? 0 : k;
}

static void
add_escaped(struct buffer *b, char c)
{
	static const char names[] = "\tt\nn\rr";
	const char *p = c != '\0' ? strchr(names, c) : NULL;
	char escape[5];

	if (p != NULL && (p - names) % 2 == 0)
		snprintf(escape, sizeof(escape), "\\%c", p[1]);
	else
		snprintf(escape, sizeof(escape), "\\x%02x", (unsigned char)c);
	buffer_add(b, escape, strlen(escape));
}

void
shown_add(struct buffer *b, const char *s, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i += k > 0 ? k : 1) {
		k = harmless(s + i, n - i);
		if (k > 0)
			buffer_add(b, s + i, k);
		else
			add_escaped(b, s[i]);
	}
}

const char *
shown(const char *s)
{
	static struct buffer copies[COPIES];
	static unsigned next;
	size_t n = strlen(s), i, k;
	struct buffer *b;
	int e = errno;

	for (i = 0; i < n && (k = harmless(s + i, n - i)) > 0; i += k)
		;
	if (i == n)
		return s;
	b = &copies[next++ % COPIES];
	b->len = 0;
	shown_add(b, s, n);
	buffer_add(b, "", 1);
	errno = e;
	return b->data;
}

const char *
shown_file(const char *file)
{
	return strcmp(file, "-") == 0 ? "standard input" : shown(file);
}
