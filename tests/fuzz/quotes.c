/*
 * quotes -- fuzz the pairing of marks and the finding of quotations: whatever
 * the bytes, spans are in order, inside the text and not empty
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/text/text.h"
#include "common/quotes/quotes.h"
#include "tests/fuzz/check.h"

static void
check_marks(const char *text, size_t len, bool open)
{
	static struct marks m;
	size_t i;

	marks_pair(&m, text, len, open);
	for (i = 0; i < m.n; i++) {
		const struct mark_pair *p = &m.pairs[i];

		check(p->outer.start <= p->inner.start &&
		    p->inner.start <= p->inner.end &&
		    p->inner.end <= p->outer.end && p->outer.end <= len);
		check(i == 0 || m.pairs[i - 1].outer.start <= p->outer.start);
		if (p->parent != MARK_NO_PARENT)
			check(p->parent < i && m.pairs[p->parent].inner.start <=
			    p->outer.start &&
			    p->outer.end <= m.pairs[p->parent].inner.end);
	}
}

static void
check_quotes(struct quoter *q, const char *text, size_t len)
{
	const struct quote *v;
	size_t n, i, k;

	n = quoter_read(q, text, len, 0, &v);
	for (i = 0; i < n; i++) {
		check(v[i].nspans > 0);
		for (k = 0; k < v[i].nspans; k++)
			check(v[i].spans[k].start < v[i].spans[k].end &&
			    v[i].spans[k].end <= len && (k == 0 ||
			    v[i].spans[k - 1].end <= v[i].spans[k].start));
		check(v[i].cue.start <= v[i].cue.end && v[i].cue.end <= len);
		check(v[i].mention.start <= v[i].mention.end &&
		    v[i].mention.end <= len);
		check(v[i].confidence <= 1000);
		check(i == 0 || v[i - 1].spans[0].start <= v[i].spans[0].start);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct quoter *q;
	char *text = xmalloc(size + 1);
	size_t at, n;

	if (q == NULL)
		q = quoter_new();
	memcpy(text, data, size);
	check_marks(text, size, false);
	check_marks(text, size, true);
	quoter_begin(q);
	if (size > 0 && data[0] & 1)
		quoter_names(q, text, size);
	for (at = 0; at < size; at += n) {
		n = paragraph_extent(text + at, size - at, true);
		check(n > 0 && n <= size - at);
		check_quotes(q, text + at, n);
	}
	free(text);
	return 0;
}
