#include "common/entities/numbers.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/entities/numbers_count.h"
#include "common/entities/numbers_date.h"
#include "common/entities/numbers_quantity.h"
#include "common/entities/numbers_time.h"
#include "common/entities/numbers_words.h"

/* Is token i part of a name by a hyphen: of COVID-19? */
static bool
in_name(const struct parse *p, size_t i)
{
	return i > 1 && digits(p, i) && hyphen(p, i - 1) &&
	    p->t[i - 2].kind == TOKEN_WORD &&
	    (p->t[i - 2].flags & (TOKEN_CAPITAL | TOKEN_UPPER)) != 0 &&
	    p->c[i - 2] == 0;
}

/* The first token of a number that is none: "no one", "one another", a list. */
static bool
refused(const struct parse *p, size_t i, size_t k)
{
	if (k - i > 1 || !is(p, i, W_number) || !is(p, i, W_notone))
		return false;
	if (i > 0 && is(p, i - 1, W_notone))
		return true;
	if (i > 1 && is(p, i - 2, W_the | W_article) && !is(p, i + 1, W_of) &&
	    (p->t[i - 1].flags & TOKEN_LOWER) != 0)
		return true;			/* the other one */
	return is(p, i + 1, W_notone) || hyphen(p, i + 1) ||
	    (i > 0 && (p->t[i - 1].flags & TOKEN_HYPHEN) != 0) ||
	    (i + 2 < p->n && p->t[i + 2].folded == p->t[i].folded) ||
	    (i > 1 && p->t[i - 2].folded == p->t[i].folded);
}

static void
add(struct numbers *out, enum entity_type type, size_t first, size_t last)
{
	out->v = array_grow(out->v, &out->cap, out->n + 1, sizeof(*out->v));
	out->v[out->n++] = (struct number){ type, first, last };
}

/* Classes whose words begin nothing; nothing but with the word after them. */
#define LATER	(W_of | W_and | W_or | W_to | W_range | W_prep | W_be | \
		W_notone | W_motion)
#define LEADING	(W_the | W_article | W_us | W_this | W_at | W_about | W_over)

/* Is there anything at token i that an expression may be made of? */
static inline bool
matters(const struct parse *p, size_t i)
{
	const struct token *t = &p->t[i];

	return (p->c[i] != 0) | (t->kind == TOKEN_NUMBER) |
	    (t->kind == TOKEN_SYMBOL) |
	    ((t->flags & (TOKEN_APOSTROPHE | TOKEN_DIGIT)) != 0);
}

/* May an expression begin at token i?  Of most tokens this is all it takes. */
static inline bool
may_begin(const struct parse *p, size_t i)
{
	const struct token *t = &p->t[i];

	if (!matters(p, i))
		return false;
	if (t->kind != TOKEN_WORD || (t->flags & TOKEN_DIGIT) != 0 ||
	    (p->c[i] & ~(LATER | LEADING)) != 0)
		return true;
	return (p->c[i] & LEADING) != 0 && i + 1 < p->n && matters(p, i + 1);
}

void
numbers_find(struct numbers *out, const char *text, const struct token *t,
    size_t n)
{
	struct parse p = { text, t, NULL, n };
	enum entity_type type = 0, other = 0;
	size_t i, k, m;

	if (out->words == NULL)
		out->words = number_words_new();
	out->n = 0;
	out->v = array_grow(out->v, &out->cap, 1, sizeof(*out->v));
	out->classes = array_grow(out->classes, &out->classes_cap, n + 1,
	    sizeof(*out->classes));
	for (i = 0; i < n; i++)
		out->classes[i] = number_words_find(out->words, &t[i]);
	p.c = out->classes;
	for (i = 0; i < n; i = k) {
		k = i + 1;
		if (!may_begin(&p, i))
			continue;
		m = numbers_date(&p, i, &type);
		k = numbers_quantity(&p, i, &other);
		if (k > m || (k == m && other != ENTITY_CARDINAL)) {
			m = k;
			type = other;
		}
		if ((k = numbers_time(&p, i)) > m || (k == m && k > i)) {
			m = k;
			type = ENTITY_TIME;
		}
		if (m == i && (is(&p, i, W_ordinal) ||
		    numbers_ordinal(&p, i))) {
			m = i + 1;
			type = ENTITY_ORDINAL;
		}
		k = m > i ? m : i + 1;
		if (m > i && !refused(&p, i, m) && (type != ENTITY_CARDINAL ||
		    !in_name(&p, i)))
			add(out, type, i, m - 1);
	}
}

size_t
numbers_parts(struct numbers *a, const char *text, const struct token *t,
    const struct number *b, const struct number_part **v)
{
	(void)a;(void)text;(void)t;(void)b;(void)v;
	return 0;
}

void
numbers_free(struct numbers *out)
{
	free(out->v);
	free(out->classes);
	free(out->words);
	memset(out, 0, sizeof(*out));
}
