/*
 * page -- fuzz what is escaped for HTML: read back as a browser does, it is the
 * text, and no byte of the text can end the element or attribute it is in
 */
#include <sys/mman.h>

#include <err.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "tests/fuzz/check.h"

#define ROOM	(1 << 20)

/* The character a reference at s stands for; *len its length. */
static char
reference(const char *s, size_t n, size_t *len)
{
	static const struct {
		const char *name;
		char c;
	} names[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }
	};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		*len = strlen(names[i].name);
		if (n >= *len && memcmp(s, names[i].name, *len) == 0)
			return names[i].c;
	}
	check(!"a reference that is none");
	return 0;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static char page[ROOM];
	static int fd = -1;
	struct output *out;
	unsigned escape;
	size_t i, k, len;
	ssize_t n;
	char c;

	if (size == 0 || size > ROOM / 8)
		return 0;
	if (fd == -1)
		fd = memfd_create("page", 0);
	escape = data[0] & (ESCAPE_QUOTE | ESCAPE_GREATER | ESCAPE_NUL);
	data++, size--;
	if (ftruncate(fd, 0) == -1 || lseek(fd, 0, SEEK_SET) == -1)
		err(1, "memory");
	out = output_new(dup(fd), "memory");
	page_text(out, (const char *)data, size, escape);
	output_close(out);
	if ((n = pread(fd, page, sizeof(page), 0)) == -1)
		err(1, "memory");
	for (i = k = 0; i < (size_t)n; i += len, k++) {
		len = 1;
		c = page[i];
		check(k < size);
		check(c != '<' && (c != '"' || !(escape & ESCAPE_QUOTE)) &&
		    (c != '>' || !(escape & ESCAPE_GREATER)) &&
		    (c != '\0' || !(escape & ESCAPE_NUL)));
		if (c == '&')
			c = reference(page + i, (size_t)n - i, &len);
		else if (data[k] == '\0' && (escape & ESCAPE_NUL)) {
			check((size_t)n - i >= 3 &&
			    memcmp(page + i, "\xEF\xBF\xBD", 3) == 0);
			len = 3;
			continue;
		}
		check(c == (char)data[k]);
	}
	check(k == size);
	return 0;
}
