/*
 * sentences -- fuzz the boundary finder: whatever the bytes, spans go forward,
 * have no white space at their ends and leave out nothing else, and the scan
 * for candidates is the same with and without vector instructions
 *
 * The first byte chooses the options, the length the language.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/sentences/sentences.h"
#include "common/sentences/scan.h"

/*
 * Said here once more, and not taken from the library: it is what the contract
 * says that is checked.
 */
static int
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

/* One of the languages goes with a text by its length. */
static const struct language *
some_language(size_t size)
{
	size_t n = 0;

	while (language_at(n) != NULL)
		n++;
	return language_at(size % n);
}

static struct splitter *
make_splitter(unsigned options, const struct language *language)
{
	static struct splitter *made[64];
	static const struct language *of[64];
	struct sentence_options o = { 0 };

	options &= 63;
	if (made[options] != NULL && of[options] == language)
		return made[options];
	if (made[options] != NULL)
		splitter_free(made[options]);
	o.language = of[options] = language;
	o.join_lines = options & 1;
	o.keep_quotes = options & 2;
	o.layout = options & 16;
	o.longest = options & 32 ? 20 : 0;
	o.threshold = options & 4 ? 0.1 : 0.5;
	made[options] = splitter_new(&o);
	if (options & 8)
		splitter_word(made[options], "Xyz. abc!", 9);
	return made[options];
}

static void
only_space(const char *text, size_t from, size_t to)
{
	for (; from < to; from++)
		if (!is_space(text[from]))
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sentence_iterator it;
	struct span s;
	size_t end = 0, i;
	char *text;

	if (size == 0)
		return 0;
	/* A copy of the very length, so that reading too far is noticed. */
	text = xmalloc(size);
	memcpy(text, data + 1, size - 1);
	size--;
	sentences_start(&it, make_splitter(data[0], some_language(size)), text,
	    size);
	while (sentences_next(&it, &s)) {
		if (s.start < end || s.end <= s.start || s.end > size ||
		    is_space(text[s.start]) || is_space(text[s.end - 1]))
			abort();
		only_space(text, end, s.start);
		if ((data[0] & 1) == 0 &&
		    memchr(text + s.start, '\n', s.end - s.start) != NULL)
			abort();
		end = s.end;
	}
	only_space(text, end, size);
	for (i = 0; i < size; i += 7)
		if (scan_block(text + i, size - i) !=
		    scan_block_plain(text + i, size - i))
			abort();
	free(text);
	return 0;
}
