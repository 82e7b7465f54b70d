#include "common/entities/numbers_quantity.h"

#include "common/entities/numbers_count.h"
#include "common/entities/numbers_date.h"
#include "common/entities/numbers_words.h"

static bool
currency_symbol(const struct parse *p, size_t i)
{
	return i < p->n && p->t[i].kind == TOKEN_SYMBOL &&
	    (byte(p, i, 0) == '$' || (p->t[i].flags & TOKEN_WIDE) != 0);
}

/* 5m, 3.5bn: digits and letters, after a currency's sign. */
static size_t
amount(const struct parse *p, size_t i)
{
	size_t k = numbers_one(p, i), m;

	if (k == i && i < p->n && p->t[i].kind == TOKEN_NUMBER)
		k = is(p, i + 1, W_scale) ? i + 2 : i + 1;
	if (k > i && (hyphen(p, k) || is(p, k, W_to)) &&
	    (m = numbers_one(p, k + 1)) > k + 1)
		k = m;
	return k;
}

#define CODED_FIGURES	3

/*
 * RM10, GHS6.2billion: a currency's code and digits in one token.  Of a code of
 * one letter there must be three digits, or a number of millions.
 */
static bool
coded(const struct parse *p, size_t i)
{
	size_t k, m, n;

	if (i >= p->n || p->t[i].kind != TOKEN_WORD ||
	    (p->t[i].flags & (TOKEN_CAPITAL | TOKEN_DIGIT)) !=
	    (TOKEN_CAPITAL | TOKEN_DIGIT))
		return false;
	n = length(p, i);
	for (k = 0; k < n && !digit(p, i, k); )
		k++;
	for (m = k; digit(p, i, m) || byte(p, i, m) == ',' ||
	    byte(p, i, m) == '.'; )
		m++;
	return m > k && (numbers_prefix(p, i, k) & W_code) != 0 &&
	    (k > 1 || m >= k + CODED_FIGURES || is(p, i + 1, W_scale) ||
	    (m < n &&
	    (numbers_part(p, p->t[i].start + m, n - m) & W_scale) != 0));
}

/* A sum from i with its sign before it: $5 million, US$3. */
static size_t
sum(const struct parse *p, size_t i)
{
	size_t k = i, m;

	if (is(p, k, W_us) && currency_symbol(p, k + 1) &&
	    ((p->t[k + 1].flags & TOKEN_GLUED) != 0 || length(p, k) > 1))
		k++;
	if (is(p, k, W_code) && length(p, k) > 1 && digits(p, k + 1))
		return amount(p, k + 1);
	if (coded(p, k))
		return is(p, k + 1, W_scale) ? k + 2 : k + 1;
	if (!currency_symbol(p, k) || (m = amount(p, k + 1)) == k + 1)
		return i;
	k = m;
	if ((hyphen(p, k) || is(p, k, W_to)) && currency_symbol(p, k + 1) &&
	    (m = amount(p, k + 2)) > k + 2)
		k = m;
	if (is(p, k, W_or) && is(p, k + 1, W_comparative))
		k += 2;
	return k;
}

/* What a number becomes by what follows it. */
static size_t
with_unit(const struct parse *p, size_t i, size_t k, enum entity_type *type)
{
	size_t u = hyphen(p, k) ? k + 1 : k;

	if (k < p->n && byte(p, k, 0) == '%') {
		*type = ENTITY_PERCENT;
		return k + 1;
	}
	if (is(p, u, W_percent)) {
		*type = ENTITY_PERCENT;
		return u + 1;
	}
	if (is(p, k, W_per) && is(p, k + 1, W_cent)) {
		*type = ENTITY_PERCENT;
		return k + 2;
	}
	if (is(p, u, W_currency)) {		/* a pound weighs, too */
		*type = is(p, u, W_measure2) && (u > k || is(p, u + 1, W_of)) ?
		    ENTITY_QUANTITY : ENTITY_MONEY;
		return u + 1;
	}
	if (is(p, i, W_counts) && is(p, k, W_of) &&
	    is(p, k + 1, W_currency)) {
		*type = ENTITY_MONEY;
		return k + 2;
	}
	if (k + 1 < p->n && is(p, k + 1, W_currency) &&
	    (p->t[k].flags & TOKEN_CAPITAL) != 0) {
		*type = ENTITY_MONEY;
		return k + 2;
	}
	if (is(p, u, W_measure)) {
		*type = ENTITY_QUANTITY;
		for (u++; u < p->n; )
			if (is(p, u, W_measure | W_measure2))
				u++;
			else if ((is(p, u, W_per) || is(p, u, W_article)) &&
			    is(p, u + 1, W_span | W_measure))
				u += 2;
			else if (hyphen(p, u) && is(p, u + 1, W_per) &&
			    hyphen(p, u + 2))
				u += 4;
			else
				break;
		return u > p->n ? p->n : u;
	}
	if (is(p, u, W_measure2)) {
		*type = ENTITY_QUANTITY;
		return u + 1;
	}
	if (p->t[k - 1].kind == TOKEN_NUMBER && k < p->n &&
	    p->t[k].kind == TOKEN_SYMBOL && byte(p, k, 0) == '\xC2') {
		*type = ENTITY_QUANTITY;	/* degrees */
		return k + 1;
	}
	return k;
}

/*
 * A duration that ended at k with the smaller units that follow it: "two hours
 * and 41 minutes", "2 hours, 32 minutes, 25.3 seconds".
 */
static size_t
with_smaller(const struct parse *p, size_t k)
{
	bool commas = comma(p, k);
	size_t m, u;

	for (;;) {
		m = commas && comma(p, k) ? k + 1 : k;
		m = is(p, m, W_and) ? m + 1 : m;
		if ((u = numbers_one(p, m)) == m ||
		    !is(p, u, W_span | W_spans) || is(p, u, W_ordinal))
			return k;
		k = u + 1;
	}
}

/* A duration's unit at k: its end and type, or k. */
static size_t
unit(const struct parse *p, size_t k, enum entity_type *type)
{
	size_t u = hyphen(p, k) ? k + 1 : k;

	if (is(p, u, W_straight))
		u++;
	if (is(p, u, W_period | W_periods) || (is(p, u, W_quarterly) &&
	    u > k)) {
		*type = ENTITY_DATE;
		u++;
		if (hyphen(p, u) && is(p, u + 1, W_old))
			return u + 2;
		if (is(p, u, W_old))
			return u + 1;
		if (is(p, u, W_of) && is(p, u + 1, W_age))
			return u + 2;
		return numbers_distance(p, u);
	}
	if (is(p, u, W_span | W_spans)) {
		*type = ENTITY_TIME;
		return numbers_distance(p, with_smaller(p, u + 1));
	}
	return k;
}

/* What a unit written without a space makes of a number: 30km, 5pc, 3m. */
static size_t
glued(const struct parse *p, size_t a, enum entity_type *type)
{
	size_t k;

	if ((k = numbers_with_glued(p, a, W_measure)) > a)
		*type = ENTITY_QUANTITY;
	else if ((k = numbers_with_glued(p, a, W_percent)) > a)
		*type = ENTITY_PERCENT;
	else if ((k = numbers_with_glued(p, a, W_currency)) > a)
		*type = ENTITY_MONEY;
	else if ((k = numbers_with_glued(p, a, W_scale)) > a)
		*type = ENTITY_CARDINAL;
	return k;
}

/* a few days, several hours, a week, an hour; half an hour */
static size_t
vague_duration(const struct parse *p, size_t a, enum entity_type *type)
{
	size_t k, u = is(p, a, W_article) ? a + 1 : a;

	if (is(p, u, W_several)) {
		if (is(p, u + 1, W_of))
			u++;
		if (is(p, u + 1, W_periods | W_spans))
			return unit(p, u + 1, type);
		if (is(p, u + 1, W_straight | W_comparative) &&
		    is(p, u + 2, W_periods | W_spans))
			return unit(p, u + 2, type);
	} else if (u > a && is(p, u, W_period | W_span) &&
	    !is(p, u, W_ordinal) && !hyphen(p, u + 1) &&
	    (k = unit(p, u, type)) > u)
		return k;
	if (is(p, a, W_fraction) && is(p, a + 1, W_article) &&
	    is(p, a + 2, W_period | W_span) && !is(p, a + 2, W_ordinal))
		return unit(p, a + 2, type);
	return a;
}

size_t
numbers_quantity(const struct parse *p, size_t i, enum entity_type *type)
{
	size_t a = numbers_approximator(p, i), k, u;

	if ((k = sum(p, a)) > a) {
		*type = ENTITY_MONEY;
		return k;
	}
	if (is(p, a, W_measure2) && digits(p, a + 1)) {
		*type = ENTITY_QUANTITY;
		return a + 2;
	}
	if ((k = glued(p, a, type)) > a)
		return k;
	if ((k = numbers_range(p, a)) > a) {
		if ((u = unit(p, k, type)) > k ||
		    (u = with_unit(p, a, k, type)) > k)
			return u;
		*type = ENTITY_CARDINAL;
		return k;
	}
	if ((k = vague_duration(p, a, type)) > a)
		return k;
	/* a quarter of, half of; not "the third of" */
	u = is(p, a, W_article) ? a + 1 : a;
	if (is(p, u, W_several) && is(p, u + 1, W_of))
		u++;
	if (u > 0 && (is(p, u - 1, W_the) || (u > 1 && is(p, u - 2, W_the))))
		return i;
	if (is(p, u, W_fraction) && (is(p, u + 1, W_of | W_the) ||
	    (a > i && u == a)) && !is(p, u + 1, W_period)) {
		*type = ENTITY_CARDINAL;
		return u + 1;
	}
	return i;
}
