/*
 * json -- fuzz the reading and rewriting of JSON objects: whatever jansson
 * accepts is accepted, and comes out as JSON with the member added, its text
 * being what jansson says it is; what jansson would not, for a character cut in
 * two or a number too large, must come out all the same
 */
#include <sys/mman.h>

#include <err.h>
#include <jansson.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "common/base/base.h"
#include "common/io/io.h"
#include "tests/fuzz/check.h"

#define ROOM (1 << 20)

/* What was written, as jansson reads it. */
static json_t *
written(int fd, void (*write_it)(struct output *, struct json_record *),
    struct json_record *r)
{
	static char text[ROOM];
	struct output *out;
	ssize_t n;

	if (ftruncate(fd, 0) == -1 || lseek(fd, 0, SEEK_SET) == -1)
		err(1, "lseek");
	out = output_new(dup(fd), "memory");
	write_it(out, r);
	output_close(out);
	if ((n = pread(fd, text, sizeof(text), 0)) == -1)
		err(1, "pread");
	return json_loadb(text, (size_t)n,
	    JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, NULL);
}

static void
add_member(struct output *out, struct json_record *r)
{
	json_member_begin(out, r, "n");
	output_puts(out, "[]");
	json_member_end(out, r);
}

static void
replace_text(struct output *out, struct json_record *r)
{
	json_replace_text(out, r, "a\"b", 3);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct json_record *r;
	static int fd = -1;
	char why[256], *line;
	const char *text;
	json_t *j, *t;
	size_t len;
	bool whole;

	if (size > ROOM / 8)
		return 0;
	if (r == NULL) {
		r = json_record_new("text");
		fd = memfd_create("out", 0);
	}
	line = xmalloc(size);
	memcpy(line, data, size);
	j = json_loadb(line, size, JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL,
	    NULL);
	t = json_object_get(j, "text");
	whole = json_is_string(t) && memchr(line, 0, size) == NULL;
	if (!json_record_parse(r, line, size, why, sizeof(why)))
		check(!whole);
	else {
		text = json_record_text(r, &len);
		check(!whole || (len == json_string_length(t) &&
		    memcmp(text, json_string_value(t), len) == 0));
		json_decref(j);
		j = written(fd, add_member, r);
		if (whole && (!json_is_array(json_object_get(j, "n")) ||
		    !json_is_string(json_object_get(j, "text"))))
			abort();
		json_decref(j);
		j = written(fd, replace_text, r);
		if (whole && strcmp(json_string_value(
		    json_object_get(j, "text")), "a\"b") != 0)
			abort();
	}
	json_decref(j);
	free(line);
	return 0;
}
