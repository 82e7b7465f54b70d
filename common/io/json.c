#include "common/io/json.h"

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "common/base/base.h"
#include "common/io/output.h"

/* One member of the object: where its bytes are in the line. */
struct member {
	size_t	key, key_end;		/* with its quotation marks */
	size_t	value, value_end;
};

struct json_record {
	char		*text_field;
	json_t		*object;
	json_t		*text;		/* borrowed from object */
	struct buffer	 mended;
	const char	*line;
	size_t		 close;		/* where the last brace is */
	struct member	*members;
	size_t		 nmembers, capacity;
};

struct json_record *
json_record_new(const char *text_field)
{
	struct json_record *j = xcalloc(1, sizeof(*j));

	j->text_field = xstrndup(text_field, strlen(text_field));
	return j;
}

void
json_record_free(struct json_record *j)
{
	json_decref(j->object);
	free(j->text_field);
	free(j->members);
	buffer_free(&j->mended);
	free(j);
}

/*
 * The scanner below only has to find its way in a line that jansson has
 * accepted: it need not check anything.
 */
static size_t
skip_space(const char *s, size_t i)
{
	while (s[i] == ' ' || s[i] == '\t' || s[i] == '\r' || s[i] == '\n')
		i++;
	return i;
}

static size_t
skip_string(const char *s, size_t i)
{
	for (i++; s[i] != '"'; i++)
		if (s[i] == '\\')
			i++;
	return i + 1;
}

static size_t
skip_value(const char *s, size_t i)
{
	size_t depth = 0;

	do {
		if (s[i] == '"') {
			i = skip_string(s, i);
			continue;
		}
		if (s[i] == '{' || s[i] == '[')
			depth++;
		else if (s[i] == '}' || s[i] == ']') {
			if (depth == 0)
				break;
			depth--;
		} else if (depth == 0 && (s[i] == ',' || s[i] == ' ' ||
		    s[i] == '\t' || s[i] == '\r' || s[i] == '\n'))
			break;
		i++;
	} while (depth > 0 || (s[i] != ',' && s[i] != '}' && s[i] != ']'));
	return i;
}

static void
find_members(struct json_record *j)
{
	const char *s = j->line;
	struct member *m;
	size_t i;

	j->nmembers = 0;
	i = skip_space(s, skip_space(s, 0) + 1);
	while (s[i] != '}') {
		j->members = array_grow(j->members, &j->capacity,
		    j->nmembers + 1, sizeof(*m));
		m = &j->members[j->nmembers++];
		m->key = i;
		m->key_end = skip_string(s, i);
		m->value = skip_space(s, skip_space(s, m->key_end) + 1);
		m->value_end = skip_value(s, m->value);
		i = skip_space(s, m->value_end);
		if (s[i] == ',')
			i = skip_space(s, i + 1);
	}
	j->close = i;
}

/* Is that the member's name, however it is escaped? */
static bool
is_named(const struct json_record *j, const struct member *m, const char *name)
{
	const char *key = j->line + m->key;
	size_t len = m->key_end - m->key;
	json_t *decoded;
	bool same;

	if (memchr(key, '\\', len) == NULL)
		return len - 2 == strlen(name) && memcmp(key + 1, name, len - 2) == 0;
	decoded = json_loadb(key, len, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
	same = decoded != NULL && json_string_length(decoded) == strlen(name) &&
	    strcmp(json_string_value(decoded), name) == 0;
	json_decref(decoded);
	return same;
}

/* The last member of that name, which is the one that counts, or NULL. */
static const struct member *
find_member(const struct json_record *j, const char *name)
{
	size_t i;

	for (i = j->nmembers; i > 0; i--)
		if (is_named(j, &j->members[i - 1], name))
			return &j->members[i - 1];
	return NULL;
}

/* The UTF-16 code unit of the escape \uXXXX at s, or 0 if there is none. */
static unsigned
escaped_unit(const char *s, size_t n)
{
	char digits[5] = "", *end;
	unsigned unit;

	if (n < 6 || s[0] != '\\' || s[1] != 'u')
		return 0;
	memcpy(digits, s + 2, 4);
	unit = (unsigned)strtoul(digits, &end, 16);
	return end == digits + 4 ? unit : 0;
}

/*
 * Append the character or escape at s, U+FFFD for what stands for none: a byte
 * that is no UTF-8, half of a surrogate pair.  Returns its length in bytes.
 */
static size_t
mend_one(struct buffer *b, const char *s, size_t n)
{
	utf8proc_int32_t cp;
	utf8proc_ssize_t k = utf8proc_iterate((const unsigned char *)s,
	    (utf8proc_ssize_t)n, &cp);
	unsigned unit = escaped_unit(s, n);

	if (k <= 0) {
		buffer_add(b, "\xEF\xBF\xBD", 3);
		return 1;
	}
	if (s[0] == '\\' && n > 1)
		k = 2;
	if (unit >= 0xD800 && unit < 0xDC00 &&
	    escaped_unit(s + 6, n - 6) >> 10 == 0xDC00 >> 10)
		k = 12;
	else if (unit >= 0xD800 && unit < 0xE000) {
		buffer_add(b, "\\ufffd", 6);
		return 6;
	}
	buffer_add(b, s, (size_t)k);
	return (size_t)k;
}

/*
 * Decode the line.  Text that was cut in the middle of a character is text all
 * the same, and jansson gets it mended; what is written is cut from the line.
 */
static json_t *
load(struct json_record *j, size_t len, json_error_t *e)
{
	/* A number too big for an integer is no fault of the text beside it. */
	static const size_t flags = JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL;
	json_t *object = json_loadb(j->line, len, flags, e);
	json_error_t ignored;
	size_t i;

	if (object != NULL)
		return object;
	j->mended.len = 0;
	for (i = 0; i < len; )
		i += mend_one(&j->mended, j->line + i, len - i);
	return json_loadb(j->mended.data, j->mended.len, flags, &ignored);
}

bool
json_record_parse(struct json_record *j, const char *line, size_t len,
    char *error, size_t size)
{
	json_error_t e;

	json_decref(j->object);
	j->text = NULL;
	j->line = line;
	j->object = load(j, len, &e);
	if (j->object == NULL) {
		snprintf(error, size, "no JSON: %s at column %d", e.text, e.column);
		return false;
	}
	if (!json_is_object(j->object)) {
		snprintf(error, size, "no JSON object");
		return false;
	}
	j->text = json_object_get(j->object, j->text_field);
	if (!json_is_string(j->text)) {
		snprintf(error, size, "no string member \"%s\"", j->text_field);
		return false;
	}
	find_members(j);
	/* A name that is the field's only as mended is none to be written to. */
	if (find_member(j, j->text_field) == NULL) {
		snprintf(error, size, "no string member \"%s\"", j->text_field);
		return false;
	}
	return true;
}

const char *
json_record_text(const struct json_record *j, size_t *len)
{
	*len = json_string_length(j->text);
	return json_string_value(j->text);
}

void *
json_record_value(const struct json_record *j, const char *name)
{
	return json_object_get(j->object, name);
}

const char *
json_record_string(const struct json_record *j, const char *name, size_t *len)
{
	json_t *v = json_object_get(j->object, name);

	if (!json_is_string(v))
		return NULL;
	*len = json_string_length(v);
	return json_string_value(v);
}

const char *
json_record_raw(const struct json_record *j, const char *name, size_t *len)
{
	const struct member *m = find_member(j, name);

	if (m == NULL)
		return NULL;
	*len = m->value_end - m->value;
	return j->line + m->value;
}

void
json_member_begin(struct output *out, const struct json_record *j,
    const char *name)
{
	const struct member *m;
	size_t i, from = skip_space(j->line, 0);
	bool any = false;

	for (i = 0; i < j->nmembers; i++) {
		m = &j->members[i];
		if (!is_named(j, m, name)) {
			/* A comma stands before all but the first. */
			if (!any && from > skip_space(j->line, 0)) {
				output_putc(out, '{');
				from = m->key;
			}
			output_write(out, j->line + from, m->value_end - from);
			from = m->value_end;
			any = true;
		} else
			from = m->value_end;
	}
	if (!any) {
		output_putc(out, '{');
		from = j->close;
	}
	output_write(out, j->line + from, j->close - from);
	if (any)
		output_putc(out, ',');
	output_json(out, name, strlen(name));
	output_putc(out, ':');
}

void
json_member_end(struct output *out, const struct json_record *j)
{
	output_write(out, j->line + j->close, 1);
	output_putc(out, '\n');
	output_end_record(out);
}

void
json_replace_text(struct output *out, const struct json_record *j,
    const char *text, size_t len)
{
	const struct member *m = find_member(j, j->text_field);
	size_t from = skip_space(j->line, 0);

	output_write(out, j->line + from, m->value - from);
	output_json(out, text, len);
	output_write(out, j->line + m->value_end, j->close + 1 - m->value_end);
	output_putc(out, '\n');
	output_end_record(out);
}
