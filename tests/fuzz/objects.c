/*
 * objects -- fuzz JSON objects as quote-extract reads them: names from the
 * member entities, whatever it holds, then the quotations of the text
 */
#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "common/quotes/quotes.h"
#include "common/text/text.h"
#include "tests/fuzz/check.h"

static void
note_entities(struct quoter *q, struct json_record *r)
{
	const json_t *list = json_record_value(r, "entities"), *e, *name;
	size_t i;

	for (i = 0; (e = json_array_get(list, i)) != NULL; i++) {
		name = json_object_get(e, "name");
		if (json_is_string(name) &&
		    json_is_string(json_object_get(e, "type")))
			quoter_person(q, json_string_value(name),
			    json_string_length(name));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct json_record *r;
	static struct quoter *q;
	const struct quote *v;
	const char *text;
	char why[256], *line;
	size_t len, n, i;

	if (q == NULL) {
		q = quoter_new();
		r = json_record_new("text");
	}
	line = xmalloc(size);
	memcpy(line, data, size);
	if (json_record_parse(r, line, size, why, sizeof(why))) {
		text = json_record_text(r, &len);
		quoter_begin(q);
		note_entities(q, r);
		quoter_names(q, text, len);
		n = quoter_read(q, text, len, 0, &v);
		for (i = 0; i < n; i++)
			check(v[i].nspans > 0 &&
			    v[i].spans[v[i].nspans - 1].end <= len &&
			    (v[i].speaker != NULL || v[i].speaker_len == 0));
	}
	free(line);
	return 0;
}
