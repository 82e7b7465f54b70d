#include "common/io/json_syntax.h"

#include <stdlib.h>
#include <string.h>

struct scan {
	struct json_syntax *found;
	const char	*s;
	size_t		 n, i;
};

void
json_syntax_free(struct json_syntax *j)
{
	free(j->members);
	buffer_free(&j->nesting);
}

static bool
fail(struct scan *c, const char *why)
{
	c->found->why = why;
	c->found->at = c->i;
	return false;
}

/* The byte that comes next; NUL, which nothing begins with, at the end. */
static char
peek(const struct scan *c)
{
	return c->i < c->n ? c->s[c->i] : '\0';
}

static void
skip_space(struct scan *c)
{
	while (c->i < c->n && (c->s[c->i] == ' ' || c->s[c->i] == '\t' ||
	    c->s[c->i] == '\r' || c->s[c->i] == '\n'))
		c->i++;
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_hex(char c)
{
	return is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'f');
}

static bool
escape(struct scan *c)
{
	int k;

	c->i++;
	if (peek(c) != 'u') {
		if (peek(c) == '\0' || strchr("\"\\/bfnrt", peek(c)) == NULL)
			return fail(c, "unknown escape");
		c->i++;
		return true;
	}
	c->i++;
	for (k = 0; k < 4; k++, c->i++)
		if (!is_hex(peek(c)))
			return fail(c, "\\u without four hexadecimal digits");
	return true;
}

static bool
string(struct scan *c)
{
	unsigned char b;

	if (peek(c) != '"')
		return fail(c, "'\"' expected");
	for (c->i++; c->i < c->n; ) {
		b = (unsigned char)c->s[c->i];
		if (b == '"') {
			c->i++;
			return true;
		}
		if (b < 0x20)
			return fail(c, "control character in a string");
		if (b != '\\')
			c->i++;
		else if (!escape(c))
			return false;
	}
	return fail(c, "string without end");
}

static bool
digits(struct scan *c)
{
	if (!is_digit(peek(c)))
		return fail(c, "digit expected");
	while (is_digit(peek(c)))
		c->i++;
	return true;
}

static bool
number(struct scan *c)
{
	if (peek(c) == '-')
		c->i++;
	if (peek(c) == '0')
		c->i++;
	else if (!digits(c))
		return false;
	if (peek(c) == '.') {
		c->i++;
		if (!digits(c))
			return false;
	}
	if ((peek(c) | 0x20) != 'e')
		return true;
	c->i++;
	if (peek(c) == '+' || peek(c) == '-')
		c->i++;
	return digits(c);
}

static bool
word(struct scan *c, const char *w)
{
	size_t n = strlen(w);

	if (c->n - c->i < n || memcmp(c->s + c->i, w, n) != 0)
		return fail(c, "value expected");
	c->i += n;
	return true;
}

/* A value that holds no other. */
static bool
scalar(struct scan *c)
{
	switch (peek(c)) {
	case '"': return string(c);
	case 't': return word(c, "true");
	case 'f': return word(c, "false");
	case 'n': return word(c, "null");
	}
	if (peek(c) != '-' && !is_digit(peek(c)))
		return fail(c, c->i < c->n ? "value expected" :
		    "it ends too early");
	return number(c);
}

static bool
is_in_object(const struct scan *c)
{
	const struct buffer *b = &c->found->nesting;

	return b->data[b->len - 1] == '{';
}

/* Is what is read now a member of the object itself? */
static bool
is_member(const struct scan *c)
{
	return c->found->nesting.len == 1 && is_in_object(c);
}

/* The name of a member, and the colon behind it. */
static bool
key(struct scan *c)
{
	struct json_syntax *j = c->found;
	struct json_member m = { 0 };

	skip_space(c);
	m.key = c->i;
	if (!string(c))
		return false;
	m.key_end = c->i;
	skip_space(c);
	if (peek(c) != ':')
		return fail(c, "':' expected");
	c->i++;
	skip_space(c);
	if (!is_member(c))
		return true;
	m.value = c->i;
	j->members = array_grow(j->members, &j->cap, j->n + 1,
	    sizeof(*j->members));
	j->members[j->n++] = m;
	return true;
}

/* The brackets that end with the value before, and what brings the next. */
static bool
between(struct scan *c)
{
	struct buffer *b = &c->found->nesting;
	char close;

	for (;;) {
		if (b->len > 0 && is_member(c))
			c->found->members[c->found->n - 1].value_end = c->i;
		skip_space(c);
		if (b->len == 0)
			return c->i == c->n || fail(c, "more behind its end");
		close = is_in_object(c) ? '}' : ']';
		if (peek(c) == ',') {
			c->i++;
			return !is_in_object(c) || key(c);
		}
		if (peek(c) != close)
			return fail(c, c->i < c->n ? "',' or its end expected" :
			    "it ends too early");
		c->found->close = c->i++;
		b->len--;
	}
}

/* What follows an opening bracket; *empty: nothing did. */
static bool
opening(struct scan *c, char open, bool *empty)
{
	struct buffer *b = &c->found->nesting;

	c->i++;
	skip_space(c);
	*empty = peek(c) == (open == '{' ? '}' : ']');
	if (*empty) {
		c->found->close = c->i++;
		return true;
	}
	buffer_add(b, &open, 1);
	return open == '[' || key(c);
}

bool
json_syntax_check(struct json_syntax *j, const char *line, size_t len)
{
	struct scan c = { .found = j, .s = line, .n = len };
	bool empty, object;
	char open;

	j->n = 0;
	j->nesting.len = 0;
	skip_space(&c);
	j->open = j->close = c.i;
	object = peek(&c) == '{';
	do {
		skip_space(&c);
		open = peek(&c);
		if (open == '{' || open == '[') {
			if (!opening(&c, open, &empty))
				return false;
			if (!empty)
				continue;
		} else if (!scalar(&c))
			return false;
		if (!between(&c))
			return false;
	} while (j->nesting.len > 0);
	if (!object)
		j->close = j->open;
	return true;
}
