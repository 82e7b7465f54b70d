#include "filters/dedup/key.h"

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
	bool		 folds;		/* -i, -w, -a */
	unsigned	 fold;		/* fold.h */
	unsigned char	 ascii[128];
	struct buffer	 text;		/* the key, or what was folded last */
	struct buffer	 fields;	/* the key made of fields */
};

static const char *
number(const char *p, size_t *n)
{
	*n = 0;
	while (*p >= '0' && *p <= '9' && *n < SIZE_MAX / 20)
		*n = *n * 10 + (size_t)(*p++ - '0');
	return p;
}

static int
by_first(const void *a, const void *b)
{
	const struct field_range *x = a, *y = b;

	return x->first < y->first ? -1 : x->first > y->first;
}

/* In order, and what overlaps or touches as one; returns how many there are. */
static size_t
join_ranges(struct field_range *v, size_t n)
{
	size_t i, k = 0;

	qsort(v, n, sizeof(*v), by_first);
	for (i = 1; i < n; i++)
		if (v[k].last != SIZE_MAX && v[i].first > v[k].last + 1)
			v[++k] = v[i];
		else if (v[i].last > v[k].last)
			v[k].last = v[i].last;
	return k + 1;
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
		if (f->first == 0 || f->last < f->first ||
		    (*p != ',' && *p != '\0'))
			break;
		if (*p == '\0') {
			*n = join_ranges(fields, *n);
			return fields;
		}
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
		if (!char_is(cp, CHAR_SPACE))
			return false;
	}
	return true;
}

static unsigned char
ascii_rule(const struct key_rules *r, int c)
{
	if (r->letters && !char_is((uint32_t)c, CHAR_LETTER | CHAR_DIGIT))
		return LEAVE_OUT;
	if (r->space && char_is((uint32_t)c, CHAR_SPACE))
		return SPACE;
	if (r->lines && c == '\r')
		return LEAVE_OUT;
	if (r->lines && c == '\n')
		return ' ';
	return r->fold ? ascii_lower((unsigned char)c) : (unsigned char)c;
}

bool
key_is_plain(const struct key_rules *r)
{
	return !r->fold && !r->space && !r->letters && !r->lines && !r->words;
}

struct key *
key_new(const struct key_rules *rules)
{
	struct key *k = xcalloc(1, sizeof(*k));
	int c;

	k->rules = *rules;
	k->folds = rules->fold || rules->space || rules->letters;
	k->plain = !k->folds && !rules->lines && rules->fields == NULL;
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
	if (k->rules.space && char_is(cp, CHAR_SPACE)) {
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

/* Text, or one field, by the rules: points into it or into k->text. */
static const char *
fold_text(struct key *k, const char *text, size_t len, size_t *key_len)
{
	*key_len = len;
	if (k->folds)
		fold(k, text, text + len);
	else if (k->rules.lines && len > 0 &&
	    memchr(text, '\n', len) != NULL) {
		k->text.len = 0;
		joined_add(&k->text, text, len, JOIN_TIGHTLY);
	} else
		return text;
	*key_len = k->text.len;
	return k->text.data;
}

/*
 * Add a field to the key, and its border: a line break ends every word, and the
 * length tells fields apart that hold line breaks.
 */
static void
add_field(struct key *k, const char *p, size_t len)
{
	uint64_t n = len;

	if (len > 0)
		buffer_add(&k->fields, p, len);
	buffer_add(&k->fields, "\n", 1);
	if (!k->rules.words)
		buffer_add(&k->fields, &n, sizeof(n));
}

/* Where the walk along a record's fields is. */
struct walk {
	const struct field_range *f, *last;	/* ranges to come */
	const char	*p, *end;		/* NULL: all fields were seen */
	size_t		 n;			/* of the field at p */
};

/* The next field that is chosen, or NULL. */
static const char *
next_field(struct walk *w, const struct key_rules *r, size_t *len)
{
	size_t sep_len = strlen(r->separator);
	const char *field, *q;
	bool chosen;

	while (w->f < w->last && w->p != NULL) {
		field = w->p;
		q = memmem(field, (size_t)(w->end - field), r->separator,
		    sep_len);
		*len = (size_t)((q != NULL ? q : w->end) - field);
		w->p = q != NULL ? q + sep_len : NULL;
		chosen = w->n >= w->f->first;
		w->f += w->n++ == w->f->last;
		if (chosen)
			return field;
	}
	return NULL;
}

/*
 * The fields chosen, in the record's order.  folded: by the rules, each for
 * itself.  *any: did they hold anything; *more: after folding.
 */
static void
gather_fields(struct key *k, const char *text, size_t len, bool folded,
    bool *any, bool *more)
{
	const struct key_rules *r = &k->rules;
	struct walk w = {
		r->fields, r->fields + r->nfields, text, text + len, 1
	};
	bool plain = key_is_plain(r);
	const char *field;
	size_t n;

	k->fields.len = 0;
	*any = *more = false;
	while ((field = next_field(&w, r, &n)) != NULL) {
		*any |= n > 0 && !(r->space && is_white(field, field + n));
		if (folded && !plain)
			field = fold_text(k, field, n, &n);
		*more |= n > 0;
		if (!plain) {
			add_field(k, field, n);
			continue;
		}
		/* No field as it stands holds a separator. */
		buffer_add(&k->fields, field, n);
		buffer_add(&k->fields, r->separator, strlen(r->separator));
	}
}

static const char *
fields_key(struct key *k, const char *text, size_t len, size_t *key_len)
{
	bool any, more;

	gather_fields(k, text, len, true, &any, &more);
	if (any && !more)
		gather_fields(k, text, len, false, &any, &more);
	*key_len = any ? k->fields.len : 0;
	return any ? k->fields.data : text;
}

static const char *
make_key(struct key *k, const char *text, size_t len, size_t *key_len)
{
	const char *key;

	if (k->rules.fields != NULL)
		return fields_key(k, text, len, key_len);
	key = fold_text(k, text, len, key_len);
	if (*key_len > 0)
		return key;
	*key_len = k->rules.space && is_white(text, text + len) ? 0 : len;
	return text;
}

const char *
key_of(struct key *k, const char *text, size_t len, size_t *key_len)
{
	if (!k->plain && len > 0)
		return make_key(k, text, len, key_len);
	*key_len = len;
	return text;
}
