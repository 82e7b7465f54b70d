#include "filters/dedup/key.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/text/text.h"
#include "filters/dedup/fold.h"

/* What to do with an ASCII byte: one of these, or the byte to write. */
#define LEAVE_OUT	0x80
#define SPACE		0x81

struct key {
	struct key_rules rules;
	bool		 plain;		/* nothing to do */
	unsigned	 fold;		/* fold.h */
	unsigned char	 ascii[128];
	struct buffer	 fields, text;
};

static const char *
number(const char *p, size_t *n)
{
	*n = 0;
	while (*p >= '0' && *p <= '9' && *n < SIZE_MAX / 20)
		*n = *n * 10 + (size_t)(*p++ - '0');
	return p;
}

struct field_range *
fields_parse(const char *list, size_t *n)
{
	struct field_range *fields = NULL, *f;
	size_t cap = 0;
	const char *p = list;
	bool dash;

	for (*n = 0;; p++) {
		fields = array_grow(fields, &cap, *n + 1, sizeof(*fields));
		f = &fields[(*n)++];
		p = number(p, &f->first);
		dash = *p == '-';
		f->last = f->first;
		if (dash) {
			p = number(p + 1, &f->last);
			if (f->first == 0 && f->last == 0)
				break;
			if (f->first == 0)
				f->first = 1;
			if (p[-1] == '-')
				f->last = SIZE_MAX;
		}
		if (f->first == 0 || f->last < f->first || (*p != ',' && *p != '\0'))
			break;
		if (*p == '\0')
			return fields;
	}
	free(fields);
	return NULL;
}

static bool
is_white(const char *p, const char *end)
{
	uint32_t cp;

	while (p < end) {
		p += utf8_decode(p, (size_t)(end - p), &cp);
		if (!is_white_space(cp))
			return false;
	}
	return true;
}

static unsigned char
ascii_rule(const struct key_rules *r, int c)
{
	bool upper = c >= 'A' && c <= 'Z', lower = c >= 'a' && c <= 'z';

	if (r->letters && !upper && !lower && !(c >= '0' && c <= '9'))
		return LEAVE_OUT;
	if (r->space && is_white_space((uint32_t)c))
		return SPACE;
	if (r->lines && c == '\r')
		return LEAVE_OUT;
	if (r->lines && c == '\n')
		return ' ';
	return (unsigned char)(r->fold && upper ? c + ('a' - 'A') : c);
}

struct key *
key_new(const struct key_rules *rules)
{
	struct key *k = xcalloc(1, sizeof(*k));
	int c;

	k->rules = *rules;
	k->plain = !rules->fold && !rules->space && !rules->letters &&
	    !rules->lines && rules->fields == NULL;
	k->fold = (rules->fold ? FOLD_CASE : 0) |
	    (rules->letters ? FOLD_LETTERS : 0);
	for (c = 0; c < 128; c++)
		k->ascii[c] = ascii_rule(rules, c);
	return k;
}

void
key_free(struct key *k)
{
	buffer_free(&k->fields);
	buffer_free(&k->text);
	free(k);
}

static bool
is_chosen(const struct key_rules *r, size_t n)
{
	size_t i;

	for (i = 0; i < r->nfields; i++)
		if (n >= r->fields[i].first && n <= r->fields[i].last)
			return true;
	return false;
}

/* The fields chosen, in the record's order, each with a separator behind. */
static void
choose_fields(struct key *k, const char *text, size_t len)
{
	const char *sep = k->rules.separator, *p = text, *end = text + len, *q;
	size_t sep_len = strlen(sep), n;

	k->fields.len = 0;
	for (n = 1;; n++) {
		q = memmem(p, (size_t)(end - p), sep, sep_len);
		if (q == NULL)
			q = end;
		if (is_chosen(&k->rules, n)) {
			buffer_add(&k->fields, p, (size_t)(q - p));
			buffer_add(&k->fields, sep, sep_len);
		}
		if (q == end)
			break;
		p = q + sep_len;
	}
}

/* Did the fields chosen hold anything? */
static bool
is_only_separators(const struct key *k)
{
	size_t n = strlen(k->rules.separator), i;

	for (i = 0; i + n <= k->fields.len; i += n)
		if (memcmp(k->fields.data + i, k->rules.separator, n) != 0)
			return false;
	return true;
}

/*
 * Fold a character that is not ASCII.  A mark that follows an ASCII letter,
 * which stands last in the key already, comes here by itself.
 */
static const char *
fold_wide(struct key *k, const char *p, const char *end, bool *space)
{
	size_t len, at = k->text.len;
	uint32_t cp;

	len = utf8_decode(p, (size_t)(end - p), &cp);
	if (k->rules.space && is_white_space(cp)) {
		*space = true;
		return p + len;
	}
	if (*space && at > 0)
		buffer_add(&k->text, " ", 1);
	p = fold_character(&k->text, p, end, k->fold);
	if (k->text.len == at + (*space && at > 0))
		k->text.len = at;	/* it was left out */
	else
		*space = false;
	return p;
}

static void
fold(struct key *k, const char *p, const char *end)
{
	bool space = false;
	unsigned char *out, rule;

	k->text.len = 0;
	while (p < end) {
		/* ASCII writes at most two bytes for one. */
		buffer_reserve(&k->text, 2 * (size_t)(end - p) + 1);
		out = (unsigned char *)k->text.data + k->text.len;
		for (; p < end && (unsigned char)*p < 0x80; p++) {
			rule = k->ascii[(unsigned char)*p];
			if (rule < LEAVE_OUT) {
				if (space) {
					if (out > (unsigned char *)k->text.data)
						*out++ = ' ';
					space = false;
				}
				*out++ = rule;
			} else if (rule == SPACE)
				space = true;
		}
		k->text.len = (size_t)(out - (unsigned char *)k->text.data);
		while (p < end && (unsigned char)*p >= 0x80)
			p = fold_wide(k, p, end, &space);
	}
}

/* Line breaks of a paragraph as spaces. */
static void
join_lines(struct key *k, const char *p, const char *end)
{
	const char *q;

	k->text.len = 0;
	while ((q = memchr(p, '\n', (size_t)(end - p))) != NULL) {
		buffer_add(&k->text, p,
		    (size_t)(q - p) - (q > p && q[-1] == '\r'));
		buffer_add(&k->text, " ", 1);
		p = q + 1;
	}
	buffer_add(&k->text, p, (size_t)(end - p));
}

static const char *
make_key(struct key *k, const char *text, size_t len, size_t *key_len)
{
	const char *from = text;
	size_t n = len;

	*key_len = len;
	if (k->rules.fields != NULL) {
		choose_fields(k, text, len);
		if (is_only_separators(k)) {
			*key_len = 0;
			return text;
		}
		from = k->fields.data;
		n = k->fields.len;
	}
	if (k->rules.fold || k->rules.space || k->rules.letters) {
		fold(k, from, from + n);
		if (k->text.len == 0) {
			if (k->rules.space && is_white(text, text + len))
				*key_len = 0;
			return text;
		}
	} else if (k->rules.lines && memchr(from, '\n', n) != NULL)
		join_lines(k, from, from + n);
	else {
		*key_len = n;
		return from;
	}
	*key_len = k->text.len;
	return k->text.data;
}

const char *
key_of(struct key *k, const char *text, size_t len, size_t *key_len)
{
	if (!k->plain && len > 0)
		return make_key(k, text, len, key_len);
	*key_len = len;
	return text;
}
