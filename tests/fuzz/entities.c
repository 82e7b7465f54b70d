/*
 * entities -- fuzz tokens, numbers, recognition and names: whatever the bytes,
 * tokens and mentions are in order, inside the text and not empty
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/entities/entities.h"
#include "common/names/names.h"
#include "common/text/text.h"
#include "tests/fuzz/check.h"

static void
check_tokens(const struct tokens *t, size_t len)
{
	size_t i;

	for (i = 0; i < t->n; i++)
		check(t->v[i].start < t->v[i].end && t->v[i].end <= len &&
		    (i == 0 || t->v[i - 1].end <= t->v[i].start));
}

static void
check_entities(struct recognizer *r, struct names *names, const char *text,
    const struct tokens *t)
{
	const struct entity *e;
	struct name_told told;
	const char *full;
	size_t n, i, len;

	n = recognizer_tag(r, text, t->v, t->n, &e);
	for (i = 0; i < n; i++) {
		check(e[i].type < ENTITY_TYPES && e[i].score <= 1000);
		check(e[i].first <= e[i].last && e[i].last < t->n);
		check(e[i].start == t->v[e[i].first].start &&
		    e[i].end == t->v[e[i].last].end);
		check(i == 0 || e[i - 1].last < e[i].first);
		names_at(names, e[i].start);
		name_told_read(&told, text, t->v, t->n, e[i].first,
		    e[i].last);
		if (i > 0 && name_in_brackets(text, t->v, t->n,
		    e[i - 1].last, e[i].first, e[i].last))
			names_alias(names, entity_type_row(e[i - 1].type)->kind,
			    text + e[i - 1].start, e[i - 1].end -
			    e[i - 1].start, text + e[i].start, e[i].end -
			    e[i].start);
		full = names_add(names, entity_type_row(e[i].type)->kind,
		    &told, text + e[i].start, e[i].end - e[i].start, &len);
		check(full != NULL && strlen(full) <= len);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct recognizer *r[2];
	static struct names *names;
	static struct tokens tokens;
	char *text = xmalloc(size + 1);
	size_t half = size / 2;
	int i;

	if (names == NULL) {
		r[0] = recognizer_new(0);
		r[1] = recognizer_new(RECOGNIZER_CASELESS);
		names = names_new();
	}
	memcpy(text, data, size);
	names_reset(names);
	for (i = 0; i < 2; i++) {
		recognizer_begin(r[i]);
		tokens.n = 0;
		tokens_scan(&tokens, text, (struct span){ 0, half });
		check_tokens(&tokens, half);
		check_entities(r[i], names, text, &tokens);
		tokens.n = 0;
		tokens_scan(&tokens, text, (struct span){ half, size });
		check_tokens(&tokens, size);
		check_entities(r[i], names, text, &tokens);
	}
	free(text);
	return 0;
}
