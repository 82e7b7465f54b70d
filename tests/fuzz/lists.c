/*
 * lists -- fuzz the user's own lists: lines of a gazetteer and abbreviations,
 * up to a NUL, and a text in which they are looked for
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/entities/entities.h"
#include "common/sentences/sentences.h"
#include "common/text/text.h"
#include "tests/fuzz/check.h"

/* Each line to both; a type in turn, and what is no name; half with an id. */
static void
add_lines(struct phrases *p, struct splitter *s, const char *list, size_t len)
{
	const char *end = list + len, *q;
	struct phrase as;
	unsigned n = 0;

	for (; list < end; list = q + 1, n++) {
		if ((q = memchr(list, '\n', (size_t)(end - list))) == NULL)
			q = end;
		as = (struct phrase){ .type = n % (ENTITY_TYPES + 1),
		    .id = list, .id_len = n % 2 * (size_t)(q - list) };
		phrases_add(p, list, (size_t)(q - list), &as, n % 8);
		splitter_word(s, list, (size_t)(q - list));
	}
}

static void
check_text(struct recognizer *r, struct splitter *s, const char *text,
    size_t len)
{
	static struct tokens tokens;
	struct sentence_iterator it;
	const struct entity *e;
	struct span span;
	size_t n, i, end = 0;

	recognizer_begin(r);
	sentences_start(&it, s, text, len);
	while (sentences_next(&it, &span)) {
		check(span.start >= end && span.end > span.start &&
		    span.end <= len);
		end = span.end;
		tokens.n = 0;
		tokens_scan(&tokens, text, span);
		n = recognizer_tag(r, text, tokens.v, tokens.n, &e);
		for (i = 0; i < n; i++)
			check(e[i].start >= span.start &&
			    e[i].end <= span.end && e[i].score <= 1000 &&
			    e[i].first <= e[i].last && e[i].last < tokens.n &&
			    (i == 0 || e[i - 1].last < e[i].first));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct recognizer *r;
	struct sentence_options options = { 0 };
	struct splitter *s = splitter_new(&options);
	struct phrases *p = phrases_new();
	char *copy = xmalloc(size);
	const char *text;
	size_t list;

	if (r == NULL)
		r = recognizer_new(0);
	memcpy(copy, data, size);
	text = memchr(copy, '\0', size);
	list = text == NULL ? size : (size_t)(text - copy);
	add_lines(p, s, copy, list);
	recognizer_phrases(r, p);
	if (text != NULL)
		check_text(r, s, text + 1, size - list - 1);
	recognizer_phrases(r, NULL);
	phrases_free(p);
	splitter_free(s);
	free(copy);
	return 0;
}
