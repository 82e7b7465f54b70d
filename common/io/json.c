#include "common/io/json.h"

#include <jansson.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/io/json_syntax.h"
#include "common/io/output.h"

struct json_record {
	char		*text_field;
	bool		 text_optional, text_as_it_is;
	const char	*line;
	struct json_syntax syntax;
	const char	*text;
	size_t		 text_len;
	struct buffer	*decoded;	/* strings with escapes: one each, */
	size_t		 ndecoded, cap;	/* of those in use, and of all */
	json_t		*value;		/* given out last */
};

/*
 * What jansson allocates is there, as all our memory is: without it goes on
 * with half of a string.  Its key for hashes is drawn while files can be
 * opened.
 */
static void
prepare_jansson(void)
{
	static bool done;

	if (done)
		return;
	json_set_alloc_funcs(xmalloc, free);
	json_object_seed(0);
	done = true;
}

struct json_record *
json_record_new(const char *text_field)
{
	struct json_record *j = xcalloc(1, sizeof(*j));

	prepare_jansson();
	j->text_field = xstrndup(text_field, strlen(text_field));
	return j;
}

void
json_record_text_rules(struct json_record *j, bool optional, bool as_it_is)
{
	j->text_optional = optional;
	j->text_as_it_is = as_it_is;
}

void
json_record_free(struct json_record *j)
{
	size_t i;

	json_decref(j->value);
	for (i = 0; i < j->cap; i++)
		buffer_free(&j->decoded[i]);
	free(j->decoded);
	free(j->text_field);
	json_syntax_free(&j->syntax);
	free(j);
}

/* What stands for no character: U+FFFD, or itself. */
enum decoding { MENDED, AS_IT_IS };

/* The UTF-16 code unit of the escape \uXXXX at s, or 0 if there is none. */
static uint32_t
escaped_unit(const char *s, size_t n)
{
	char digits[5] = "";

	if (n < 6 || s[0] != '\\' || s[1] != 'u')
		return 0;
	memcpy(digits, s + 2, 4);
	return (uint32_t)strtoul(digits, NULL, 16);
}

static void
add_point(struct buffer *b, uint32_t cp)
{
	char utf8[4];

	/* Which it does for surrogates, too, as for any other code point. */
	buffer_add(b, utf8, utf8_write(cp, utf8));
}

/* Append what the escape at s stands for; returns its length. */
static size_t
decode_escape(struct buffer *b, const char *s, size_t n, enum decoding how)
{
	static const char letters[] = "b\bf\fn\nr\rt\t";
	uint32_t unit, low;
	const char *p;

	if (s[1] != 'u') {
		for (p = letters; *p != '\0' && *p != s[1]; p += 2)
			;
		buffer_add(b, *p != '\0' ? p + 1 : s + 1, 1);
		return 2;
	}
	unit = escaped_unit(s, n);
	low = escaped_unit(s + 6, n - 6);
	if (unit >= 0xD800 && unit < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
		add_point(b, 0x10000 + ((unit - 0xD800) << 10) +
		    (low - 0xDC00));
		return 12;
	}
	if (unit >= 0xD800 && unit < 0xE000 && how == MENDED)
		unit = 0xFFFD;
	add_point(b, unit);
	return 6;
}

/* How many bytes from s on stand for themselves. */
static size_t
plain_length(const char *s, size_t n, enum decoding how)
{
	const char *escape = memchr(s, '\\', n);
	uint32_t cp;
	size_t i = 0, k;

	if (escape != NULL)
		n = (size_t)(escape - s);
	if (how == AS_IT_IS)
		return n;
	while (i < n) {
		k = utf8_decode(s + i, n - i, &cp);
		if (cp == UTF8_INVALID)
			break;
		i += k;
	}
	return i;
}

/* The string whose n bytes between its marks are at s, decoded. */
static const char *
decode(struct json_record *j, const char *s, size_t n, enum decoding how,
    size_t *len)
{
	size_t k = plain_length(s, n, how), had = j->cap, i;
	struct buffer *b;

	if (k == n) {
		*len = n;
		return s;
	}
	j->decoded = array_grow(j->decoded, &j->cap, j->ndecoded + 1,
	    sizeof(*b));
	for (; had < j->cap; had++)
		j->decoded[had] = (struct buffer){ 0 };
	b = &j->decoded[j->ndecoded++];
	b->len = 0;
	buffer_reserve(b, n);
	for (i = 0; i < n; ) {
		buffer_add(b, s + i, k);
		i += k;
		if (i < n && s[i] == '\\')
			i += decode_escape(b, s + i, n - i, how);
		else if (i < n) {
			buffer_add(b, "\xEF\xBF\xBD", 3);
			i++;
		}
		k = plain_length(s + i, n - i, how);
	}
	*len = b->len;
	return b->data;
}

/* Is that the member's name, however it is escaped? */
static bool
is_named(struct json_record *j, const struct json_member *m, const char *name)
{
	const char *key = j->line + m->key + 1;
	size_t len = m->key_end - m->key - 2;
	bool escaped = memchr(key, '\\', len) != NULL;

	if (escaped)
		key = decode(j, key, len, AS_IT_IS, &len);
	j->ndecoded -= escaped;		/* it is not needed any longer */
	return len == strlen(name) && memcmp(key, name, len) == 0;
}

/* The last member of that name, which is the one that counts, or NULL. */
static const struct json_member *
find_member(struct json_record *j, const char *name)
{
	const struct json_syntax *x = &j->syntax;
	size_t i;

	for (i = x->n; i > 0; i--)
		if (is_named(j, &x->members[i - 1], name))
			return &x->members[i - 1];
	return NULL;
}

/* What is wrong with the line; *what has room for size bytes. */
static void
say_why(const struct json_record *j, size_t len, char *what, size_t size)
{
	const struct json_syntax *x = &j->syntax;

	if (x->open < len && strchr("{[", j->line[x->open]) == NULL)
		snprintf(what, size, "no JSON object: does a line of plain "
		    "text stand here? -J reads an object a line");
	else
		snprintf(what, size, "no JSON: %s at column %zu", x->why,
		    x->at + 1);
}

/* The text: false if there must be one and is none. */
static bool
find_text(struct json_record *j)
{
	const struct json_member *m = find_member(j, j->text_field);

	j->text = "";
	j->text_len = 0;
	if (m == NULL || j->line[m->value] != '"')
		return j->text_optional;
	j->text = decode(j, j->line + m->value + 1, m->value_end - m->value - 2,
	    j->text_as_it_is ? AS_IT_IS : MENDED, &j->text_len);
	return true;
}

bool
json_record_parse(struct json_record *j, const char *line, size_t len,
    char *error, size_t size)
{
	json_decref(j->value);
	j->value = NULL;
	j->ndecoded = 0;
	j->line = line;
	if (!json_syntax_check(&j->syntax, line, len)) {
		say_why(j, len, error, size);
		return false;
	}
	if (j->syntax.close == j->syntax.open) {
		snprintf(error, size, "no JSON object");
		return false;
	}
	if (find_text(j))
		return true;
	snprintf(error, size, "no string member \"%s\"%s", j->text_field,
	    strcmp(j->text_field, "text") == 0 ?
	    " (--text-field=NAME names another)" : "");
	return false;
}

const char *
json_record_text(const struct json_record *j, size_t *len)
{
	*len = j->text_len;
	return j->text;
}

const char *
json_record_raw(struct json_record *j, const char *name, size_t *len)
{
	const struct json_member *m = find_member(j, name);

	if (m == NULL)
		return NULL;
	*len = m->value_end - m->value;
	return j->line + m->value;
}

const char *
json_record_string(struct json_record *j, const char *name, size_t *len)
{
	const char *raw = json_record_raw(j, name, len);

	if (raw == NULL || *raw != '"')
		return NULL;
	return decode(j, raw + 1, *len - 2, AS_IT_IS, len);
}

void *
json_record_value(struct json_record *j, const char *name)
{
	size_t len;
	const char *raw = json_record_raw(j, name, &len);

	json_decref(j->value);
	j->value = raw == NULL ? NULL : json_loadb(raw, len, JSON_DECODE_ANY |
	    JSON_ALLOW_NUL | JSON_DECODE_INT_AS_REAL, NULL);
	return j->value;
}

void
json_member_begin(struct output *out, struct json_record *j, const char *name)
{
	const struct json_syntax *x = &j->syntax;
	const struct json_member *m;
	size_t i, from = x->open;
	bool any = false;

	for (i = 0; i < x->n; i++) {
		m = &x->members[i];
		if (!is_named(j, m, name)) {
			/* A comma stands before all but the first. */
			if (!any && from > x->open) {
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
		from = x->close;
	}
	output_write(out, j->line + from, x->close - from);
	if (any)
		output_putc(out, ',');
	output_json(out, name, strlen(name));
	output_putc(out, ':');
}

void
json_member_end(struct output *out, const struct json_record *j)
{
	output_write(out, j->line + j->syntax.close, 1);
	output_putc(out, '\n');
	output_end_record(out);
}

void
json_replace_text(struct output *out, struct json_record *j,
    const char *text, size_t len)
{
	const struct json_member *m = find_member(j, j->text_field);
	size_t from = j->syntax.open;

	output_write(out, j->line + from, m->value - from);
	output_json_as_it_is(out, text, len);
	output_write(out, j->line + m->value_end,
	    j->syntax.close + 1 - m->value_end);
	output_putc(out, '\n');
	output_end_record(out);
}
