#include "common/text/numbers.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/io/alloc.h"
#include "common/text/lexicon.h"
#include "common/text/lexicon_table.h"

/* The classes of common/english/number-words.txt. */
#define CLASSES(X) \
	X(number) X(scale) X(counts) X(dozen) X(fraction) X(several) \
	X(ordinal) X(month) X(ambiguous) X(weekday) X(daypart) X(moment) \
	X(today) X(holiday) X(season) X(period) X(periods) X(quarterly) \
	X(span) X(spans) X(habit) X(this) X(past) X(recent) X(early) \
	X(earlier) X(ago) X(about) X(comparative) X(than) X(at) X(least) X(up) \
	X(to) X(as) X(muchas) X(article) X(the) X(of) X(and) X(or) X(range) \
	X(per) X(cent) X(percent) X(currency) \
	X(measure) X(measure2) X(old) X(age) X(era) X(clock) \
	X(zone) X(fiscal) X(part) X(straight) X(prep) X(notone) X(us) \
	X(code) X(feast) X(day) X(over) X(estimated)

enum {
#define X(name)	BIT_##name,
	CLASSES(X)
#undef X
	BITS
};
_Static_assert(BITS <= 64, "classes are bits");
#define X(name)	static const uint64_t W_##name = (uint64_t)1 << BIT_##name;
CLASSES(X)
#undef X

#define YEAR_FIRST	1000
#define YEAR_SURE	1800		/* from here on no preposition is needed */
#define YEAR_LAST	2059

struct parse {
	const char	*text;
	const struct token *t;
	const uint64_t	*c;		/* classes */
	size_t		 n;
};

/* The names of classes, "month,ambiguous", as bits. */
static uint64_t
class_bits(const char *names)
{
	static const char *const all[] = {
#define X(name)	#name,
		CLASSES(X)
#undef X
	};
	uint64_t bits = 0;
	size_t n, k;

	for (; *names != '\0'; names += n + (names[n] == ',')) {
		n = strcspn(names, ",");
		for (k = 0; k < BITS; k++)
			if (strlen(all[k]) == n && strncmp(all[k], names, n) == 0)
				bits |= (uint64_t)1 << k;
	}
	return bits;
}

/*
 * The words' classes by hash, so that most words cost one look: a table made
 * from the word list at the first use.
 */
#define SLOTS 2048

struct number_word {
	uint32_t	 folded;
	uint64_t	 classes;	/* 0: free */
};

static struct number_word *
words_new(void)
{
	struct number_word *w = xcalloc(SLOTS, sizeof(*w));
	const struct lexicon_entry *e;
	const char *v;
	uint32_t h, i;

	for (e = lexicon_entries; e->word != NULL; e++) {
		if ((e->classes & LEX_BIT(LEX_NUMBER_WORDS)) == 0)
			continue;
		v = lexicon_value(LEX_NUMBER_WORDS, e->word, e->len);
		h = token_hash(e->word, e->len);
		for (i = h; w[i %= SLOTS].classes != 0; i++)
			continue;
		w[i].folded = h;
		w[i].classes = class_bits(v);
	}
	return w;
}

static inline uint64_t
look_up(const struct number_word *w, const struct token *t)
{
	uint32_t i;

	if (t->kind > TOKEN_NUMBER)
		return 0;
	for (i = t->folded; w[i %= SLOTS].classes != 0; i++)
		if (w[i].folded == t->folded)
			return w[i].classes;
	return 0;
}

/* Looking at tokens. */

static inline bool
is(const struct parse *p, size_t i, uint64_t classes)
{
	return i < p->n && (p->c[i] & classes) != 0;
}

static inline bool
digits(const struct parse *p, size_t i)
{
	return i < p->n && (p->t[i].flags & TOKEN_ALLDIGIT) != 0;
}

static inline char
byte(const struct parse *p, size_t i, size_t k)
{
	const struct token *t = &p->t[i];

	return t->start + k < t->end ? p->text[t->start + k] : '\0';
}

static inline size_t
length(const struct parse *p, size_t i)
{
	return p->t[i].end - p->t[i].start;
}

/* Is there a hyphen between the words at i - 1 and i + 1, with no space? */
static bool
hyphen(const struct parse *p, size_t i)
{
	return i + 1 < p->n && (p->t[i].flags & TOKEN_HYPHEN) != 0 &&
	    (p->t[i].flags & TOKEN_GLUED) != 0 &&
	    (p->t[i + 1].flags & TOKEN_GLUED) != 0;
}

static bool
comma(const struct parse *p, size_t i)
{
	return i < p->n && length(p, i) == 1 && byte(p, i, 0) == ',';
}

/* The integer that the digits of a token are, or -1: no commas and such. */
static int
integer(const struct parse *p, size_t i)
{
	size_t k;
	int v = 0;

	if (!digits(p, i) || length(p, i) > 4)
		return -1;
	for (k = 0; k < length(p, i); k++) {
		if (byte(p, i, k) < '0' || byte(p, i, k) > '9')
			return -1;
		v = v * 10 + byte(p, i, k) - '0';
	}
	return v;
}

static bool
day_of_month(const struct parse *p, size_t i)
{
	int v = integer(p, i);

	return (v >= 1 && v <= 31 && length(p, i) <= 2) ||
	    (i < p->n && p->t[i].kind == TOKEN_NUMBER &&
	    (p->t[i].flags & TOKEN_LOWER) != 0 && length(p, i) <= 4 &&
	    strchr("snrt", byte(p, i, length(p, i) - 2)) != NULL);
}

static bool
year(const struct parse *p, size_t i)
{
	int v;

	if (i >= p->n || length(p, i) != 4)
		return false;
	v = integer(p, i);
	if (v < YEAR_FIRST || v > YEAR_LAST)
		return false;
	return v >= YEAR_SURE || (i > 0 && is(p, i - 1, W_prep));
}

/* 1990s, 90s: digits and one small letter that is not of an ordinal. */
static bool
decade(const struct parse *p, size_t i)
{
	size_t n;

	if (i >= p->n || p->t[i].kind != TOKEN_NUMBER ||
	    (p->t[i].flags & TOKEN_LOWER) == 0)
		return false;
	n = length(p, i);
	return (n == 3 || n == 5) && byte(p, i, n - 1) == 's' &&
	    byte(p, i, n - 2) == '0';
}

/* 20th, 21st: digits and a suffix of two letters. */
static bool
ordinal_digits(const struct parse *p, size_t i)
{
	size_t n, k;

	if (i >= p->n || p->t[i].kind != TOKEN_NUMBER ||
	    (n = length(p, i)) < 3 || (p->t[i].flags & TOKEN_ALLDIGIT) != 0)
		return false;
	for (k = 0; k < n; k++)
		if ((byte(p, i, k) >= '0' && byte(p, i, k) <= '9') != (k < n - 2))
			return false;
	k = (unsigned char)byte(p, i, n - 1) | 0x20;
	return k == 'h' || k == 't' || k == 'd';
}

static bool
month(const struct parse *p, size_t i)
{
	if (!is(p, i, W_month))
		return false;
	if ((p->t[i].flags & TOKEN_CAPITAL) == 0)
		return false;
	if (!is(p, i, W_ambiguous))
		return true;
	return digits(p, i + 1) || ordinal_digits(p, i + 1) ||
	    (i > 0 && is(p, i - 1, W_prep | W_this | W_earlier)) ||
	    (i > 0 && digits(p, i - 1)) ||
	    (i + 2 < p->n && is(p, i + 1, W_of) && year(p, i + 2));
}

/* Numbers. */

/* One number from i: its end, or i if there is none. */
static size_t
simple(const struct parse *p, size_t i)
{
	size_t k = i;

	if (digits(p, k) && (byte(p, k, length(p, k) - 1) >= '0')) {
		k++;
		/* 2 1/2 */
		if (digits(p, k) && memchr(p->text + p->t[k].start, '/',
		    length(p, k)) != NULL)
			k++;
		if (is(p, k, W_scale))
			k++;
		else if (hyphen(p, k) && is(p, k + 1, W_scale))
			k += 2;
		if (is(p, k, W_dozen))
			k++;
		return k;
	}
	if (is(p, i, W_counts)) {
		for (k = i + 1; is(p, k, W_of) && is(p, k + 1, W_counts |
		    W_scale); k += 2)
			continue;
		return k;
	}
	if (is(p, i, W_article) && is(p, i + 1, W_dozen | W_scale) &&
	    !is(p, i + 1, W_number))
		return i + 2;
	if (is(p, i, W_fraction) && is(p, i + 1, W_article) &&
	    is(p, i + 2, W_dozen | W_scale))
		return i + 3;
	if (is(p, i, W_dozen) || (is(p, i, W_several) &&
	    is(p, i + 1, W_dozen | W_scale)))
		return is(p, i, W_dozen) ? i + 1 : i + 2;
	if (is(p, i, W_article) && is(p, i + 1, W_several) &&
	    is(p, i + 2, W_dozen | W_scale))
		return i + 3;
	if (!is(p, i, W_number))
		return i;
	for (k = i + 1; k < p->n; ) {
		if (is(p, k, W_and) && is(p, k + 1, W_article) &&
		    is(p, k + 2, W_fraction))
			k += 3;
		else if (hyphen(p, k) && is(p, k + 1, W_and) &&
		    hyphen(p, k + 2) && is(p, k + 3, W_article) &&
		    hyphen(p, k + 4) && is(p, k + 5, W_fraction))
			k += 6;
		else if (is(p, k, W_of) && is(p, k - 1, W_fraction) &&
		    (digits(p, k + 1) || is(p, k + 1, W_number)) &&
		    is(p, k + 2, W_percent | W_per))
			k += 2;
		else if (is(p, k, W_scale | W_dozen))
			k++;
		else if (hyphen(p, k) && is(p, k + 1, W_number | W_scale |
		    W_fraction | W_cent)) {
			k += 2;
			if (is(p, k - 1, W_cent) && hyphen(p, k) &&
			    is(p, k + 1, W_number))
				k += 2;
		} else if (is(p, k, W_number) && is(p, k - 1, W_scale))
			k++;
		else if (is(p, k, W_and) && is(p, k - 1, W_scale) &&
		    is(p, k + 1, W_number))
			k += 2;
		else if (is(p, k, W_fraction) && k == i + 1 &&
		    is(p, k + 1, W_of))
			k++;
		else
			break;
	}
	return k;
}

/*
 * Are the numbers on both sides of the "to" or "or" at k one, the second
 * ending at m?  "three to 10 days", "six or seven"; not "by 97 to 2".
 */
static bool
together(const struct parse *p, size_t k, size_t m)
{
	if (is(p, m, W_period | W_periods | W_span | W_spans | W_percent |
	    W_per | W_measure | W_currency | W_straight) ||
	    hyphen(p, m) || (m < p->n && byte(p, m, 0) == '%'))
		return true;
	if (is(p, k, W_or))
		return is(p, k - 1, W_number) == is(p, m - 1, W_number);
	return is(p, m - 1, W_scale) || is(p, k - 1, W_scale);
}

/* A number or a range of numbers. */
static size_t
number(const struct parse *p, size_t i)
{
	size_t k = simple(p, i), m;

	if (k == i)
		return i;
	for (;;) {
		if (hyphen(p, k) && (m = simple(p, k + 1)) > k + 1)
			k = m;
		else if (hyphen(p, k) && is(p, k + 1, W_to) && hyphen(p, k + 2) &&
		    (m = simple(p, k + 3)) > k + 3)
			k = m;
		else if (is(p, k, W_to | W_or) && (m = simple(p, k + 1)) > k + 1)
			return together(p, k, m) ? m : k;
		else if (is(p, k, W_or) && is(p, k + 1, W_comparative))
			return k + 2;
		else
			return k;
	}
}

/* Words before a number that are part of it: about, more than, at least. */
static size_t
approximator(const struct parse *p, size_t i)
{
	if (is(p, i, W_comparative) && is(p, i + 1, W_than))
		return i + 2;
	if (is(p, i, W_at) && is(p, i + 1, W_least))
		return i + 2;
	if (is(p, i, W_up) && is(p, i + 1, W_to))
		return i + 2;
	if (is(p, i, W_as) && is(p, i + 1, W_muchas) && is(p, i + 2, W_as))
		return i + 3;
	if (is(p, i, W_muchas) && is(p, i + 1, W_comparative) &&
	    is(p, i + 2, W_than))
		return i + 3;
	if (is(p, i, W_article) && is(p, i + 1, W_estimated))
		return i + 2;
	/* over four people, under two presidents: places, not sizes */
	if (is(p, i, W_over) && is(p, i + 1, W_number) && !is(p, i + 2, W_scale |
	    W_percent | W_period | W_periods))
		return i;
	return is(p, i, W_about) && !is(p, i, W_estimated) ? i + 1 : i;
}

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
	size_t k = simple(p, i), m;

	if (k == i && i < p->n && p->t[i].kind == TOKEN_NUMBER)
		k = is(p, i + 1, W_scale) ? i + 2 : i + 1;
	if (k > i && (hyphen(p, k) || is(p, k, W_to)) &&
	    (m = simple(p, k + 1)) > k + 1)
		k = m;
	return k;
}

/* A sum from i with its sign before it: $5 million, US$3. */
static size_t
sum(const struct parse *p, size_t i)
{
	size_t k = i, m;

	if (is(p, k, W_us) && currency_symbol(p, k + 1) &&
	    (p->t[k + 1].flags & TOKEN_GLUED) != 0)
		k++;
	if (is(p, k, W_code) && digits(p, k + 1)) {
		m = amount(p, k + 1);
		return m;
	}
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
	if (is(p, u, W_currency)) {
		*type = ENTITY_MONEY;
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

/* "ago", "later", "from now" after a duration. */
static size_t
distance(const struct parse *p, size_t k)
{
	if (is(p, k, W_ago) && !is(p, k + 1, W_this | W_the | W_past))
		return k + 1;
	return k;
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
		return distance(p, u);
	}
	if (is(p, u, W_span | W_spans)) {
		*type = ENTITY_TIME;
		return distance(p, u + 1);
	}
	return k;
}

/* Numbers with what they count, from i. */
static size_t
quantity(const struct parse *p, size_t i, enum entity_type *type)
{
	size_t a = approximator(p, i), k, u;

	if ((k = sum(p, a)) > a) {
		*type = ENTITY_MONEY;
		return k;
	}
	if (is(p, a, W_measure2) && digits(p, a + 1)) {
		*type = ENTITY_QUANTITY;
		return a + 2;
	}
	k = number(p, a);
	if (k > a) {
		if ((u = unit(p, k, type)) > k ||
		    (u = with_unit(p, a, k, type)) > k)
			return u;
		*type = ENTITY_CARDINAL;
		return k;
	}
	/* a few days, several hours, a week, an hour */
	u = is(p, a, W_article) ? a + 1 : a;
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
	/* half an hour */
	if (is(p, a, W_fraction) && is(p, a + 1, W_article) &&
	    is(p, a + 2, W_period | W_span) && !is(p, a + 2, W_ordinal))
		return unit(p, a + 2, type);
	/* a quarter of, half of */
	if (u > 0 && (is(p, u - 1, W_the) || (u > 1 && is(p, u - 2, W_the))))
		return i;
	if (is(p, u, W_fraction) && (is(p, u + 1, W_of) || (a > i && u == a)) &&
	    !is(p, u + 1, W_period)) {
		*type = ENTITY_CARDINAL;
		return u + 1;
	}
	return i;
}

/* Times of day. */
static size_t
time_of_day(const struct parse *p, size_t i)
{
	size_t a = approximator(p, i), k;
	bool colon = false;

	if (!digits(p, a) && !is(p, a, W_number))
		goto words;
	if (digits(p, a)) {
		if (length(p, a) > 8)
			return i;
		colon = memchr(p->text + p->t[a].start, ':', length(p, a)) != NULL;
	}
	k = a + 1;
	if (hyphen(p, k) && digits(p, k + 1))
		k += 2;
	if (is(p, k, W_clock)) {
		k++;
		if (is(p, k, W_to) && digits(p, k + 1) && is(p, k + 2, W_clock))
			k += 3;
	} else if (!is(p, k, W_zone) && !colon)
		return i;
	else if (is(p, k, W_zone) && !colon && length(p, a) < 3)
		return i;
	if (is(p, k, W_zone)) {
		k++;
		if (is(p, k, W_zone))
			k++;
	}
	return k;
words:
	if (is(p, i, W_this | W_past) && is(p, i + 1, W_daypart))
		return i + 2;
	return is(p, i, W_daypart | W_moment) ? i + 1 : i;
}

/* Dates. */

/* "of this year", "last year", ", 2004", "2004" after a month and day. */
static size_t
date_tail(const struct parse *p, size_t k)
{
	size_t m = is(p, k, W_of) ? k + 1 : comma(p, k) ? k + 1 : k;

	if (year(p, m) && !(m > k && comma(p, k) && m + 1 < p->n &&
	    byte(p, m + 1, 0) == '-'))
		return m + 1;
	if (m == k && m + 1 < p->n && byte(p, m, 0) == '\'' &&
	    integer(p, m + 1) >= 0 && length(p, m + 1) == 2)
		return m + 2;
	if (!comma(p, k) && is(p, m, W_this) && is(p, m + 1, W_period))
		return m + 2;
	return k;
}

/* Month with what belongs to it: April 1-2, 2014; 26 December; June of 2005. */
static size_t
month_date(const struct parse *p, size_t i)
{
	size_t k = i, m;

	if (day_of_month(p, k)) {
		k++;
		if (is(p, k, W_of))
			k++;
		if (!month(p, k))
			return i;
		return date_tail(p, k + 1);
	}
	if (!month(p, k))
		return i;
	k++;
	if (day_of_month(p, k)) {
		k++;
		if (hyphen(p, k) && day_of_month(p, k + 1))
			k += 2;
		else if (is(p, k, W_range) && day_of_month(p, k + 1) &&
		    !is(p, k + 2, W_period | W_periods))
			k += 2;
		else if (is(p, k, W_range) && month(p, k + 1) &&
		    day_of_month(p, k + 2))
			k += 3;
	} else if (is(p, k, W_range) && month(p, k + 1))
		k += 2;
	else if (hyphen(p, k) && month(p, k + 1))
		k += 2;
	else if (is(p, k, W_ordinal))
		k++;
	m = date_tail(p, k);
	return m;
}

/* FY2007: an abbreviation of the fiscal year and digits in one token. */
static bool
fiscal_year(const struct parse *p, size_t i)
{
	char buf[8];
	const char *v;
	size_t k;

	for (k = 2; k < length(p, i); k++)
		if (byte(p, i, k) < '0' || byte(p, i, k) > '9')
			return false;
	if (token_fold(p->text + p->t[i].start, 2, buf, sizeof(buf)) != 2)
		return false;
	v = lexicon_value(LEX_NUMBER_WORDS, buf, 2);
	return v != NULL && strcmp(v, "fiscal") == 0;
}

/* The longest simple date from i. */
static size_t
plain_date(const struct parse *p, size_t i)
{
	size_t k;

	if ((k = month_date(p, i)) > i)
		return k;
	if (is(p, i, W_weekday) && (p->t[i].flags & TOKEN_CAPITAL) != 0) {
		k = comma(p, i + 1) ? i + 2 : i + 1;
		if (month(p, k) && (day_of_month(p, k + 1)))
			return month_date(p, k);
		if (is(p, i + 1, W_range) && is(p, i + 2, W_weekday) &&
		    byte(p, i + 1, 0) == 't')
			return i + 3;
		return i + 1;
	}
	if (year(p, i)) {
		k = i + 1;
		if (hyphen(p, k) && (year(p, k + 1) || (integer(p, k + 1) >= 0 &&
		    length(p, k + 1) <= 2)))
			k += 2;
		if (hyphen(p, k) && integer(p, k + 1) >= 0 && hyphen(p, k + 2) &&
		    integer(p, k + 3) >= 0)
			k += 4;
		return is(p, k, W_era) ? k + 1 : k;
	}
	if (decade(p, i))
		return i + 1;
	if (i + 1 < p->n && (p->t[i].flags & TOKEN_APOSTROPHE) != 0 &&
	    (decade(p, i + 1) || (integer(p, i + 1) >= 0 &&
	    length(p, i + 1) == 2)) && (p->t[i + 1].flags & TOKEN_GLUED) != 0)
		return i + 2;
	if (digits(p, i) && length(p, i) >= 6 && length(p, i) <= 10 &&
	    byte(p, i, 0) != '0' - 1) {		/* 12/26/2004 */
		const char *s = p->text + p->t[i].start, *slash;

		slash = memchr(s, '/', length(p, i));
		if (slash != NULL && memchr(slash + 1, '/', length(p, i) -
		    (size_t)(slash + 1 - s)) != NULL)
			return i + 1;
	}
	if ((ordinal_digits(p, i) || is(p, i, W_ordinal)) &&
	    ((hyphen(p, i + 1) && is(p, i + 2, W_period)) ||
	    is(p, i + 1, W_period)) && length(p, i + 1) > 6)
		return i + 2 + hyphen(p, i + 1);	/* 20th century */
	if (is(p, i, W_fiscal) && is(p, i + 1, W_period) &&
	    integer(p, i + 2) >= 0)
		return i + 3;
	if (p->t[i].kind == TOKEN_WORD && length(p, i) > 3 && length(p, i) < 7 &&
	    (p->t[i].flags & (TOKEN_DIGIT | TOKEN_UPPER)) ==
	    (TOKEN_DIGIT | TOKEN_UPPER) && fiscal_year(p, i))
		return i + 1;
	if (is(p, i, W_fiscal) && year(p, i + 1))
		return i + 2;
	if (is(p, i, W_today | W_habit))	/* not in USA Today */
		return (p->t[i].flags & TOKEN_CAPITAL) != 0 && i > 0 &&
		    (p->t[i - 1].flags & TOKEN_CAPITAL) != 0 &&
		    (p->t[i].flags & TOKEN_UPPER) == 0 ? i : i + 1;
	if (is(p, i, W_feast) && (p->t[i].flags & TOKEN_CAPITAL) != 0) {
		for (k = i + 1; is(p, k, W_feast) || (k < p->n &&
		    (p->t[k].kind == TOKEN_CLITIC ||
		    (p->t[k].flags & TOKEN_APOSTROPHE) != 0)); k++)
			continue;
		if (is(p, k, W_day) && (p->t[k].flags & TOKEN_CAPITAL) != 0)
			return k + 1;
	}
	if (is(p, i, W_holiday) && (p->t[i].flags & TOKEN_CAPITAL) != 0) {
		k = i + 1;
		if (k < p->n && (p->t[k].flags & TOKEN_CAPITAL) != 0 &&
		    is(p, k, W_period | W_old))
			k++;
		return k;
	}
	return i;
}

/* "this week", "the past two years", "early next month", "last March". */
static size_t
deictic_date(const struct parse *p, size_t i, enum entity_type *type)
{
	size_t k = i, m, d;
	bool the = false, any;

	*type = ENTITY_DATE;
	if (is(p, k, W_the)) {
		the = true;
		k++;
	}
	d = k;
	if (!is(p, d, the ? W_past : W_this | W_recent))
		return i;
	k = d + 1;
	any = (m = number(p, k)) > k || ((is(p, k, W_several)) && (m = k + 1));
	if (any)
		k = m;
	if (is(p, k, W_straight))
		k++;
	if (is(p, k, W_quarterly) && !the)
		return k + 1;
	if (is(p, k, W_period | W_periods)) {
		if (!the && !any && is(p, k, W_periods) && !is(p, d, W_recent))
			return i;
		return k + 1;
	}
	if (is(p, k, W_season))
		return k + 1;
	if (is(p, k, W_span | W_spans)) {
		*type = ENTITY_TIME;
		return k + 1;
	}
	if (any || the)
		return i;
	if (month(p, k))
		return date_tail(p, k + 1);
	if (is(p, k, W_month) && is(p, d, W_past) &&
	    (p->t[k].flags & TOKEN_CAPITAL) != 0)
		return k + 1;
	if (is(p, k, W_weekday | W_holiday) &&
	    (p->t[k].flags & TOKEN_CAPITAL) != 0)
		return k + 1;
	return i;
}

static size_t
date(const struct parse *p, size_t i, enum entity_type *type)
{
	size_t k, m, a;

	*type = ENTITY_DATE;
	if ((k = plain_date(p, i)) > i)
		return k;
	if ((k = deictic_date(p, i, type)) > i)
		return k;
	/* early next month, later this week, mid-2014, the early 1990s, fall 2005 */
	a = is(p, i, W_the) ? i + 1 : i;
	if (is(p, a, W_early | W_earlier)) {
		m = hyphen(p, a + 1) ? a + 2 : a + 1;
		if (is(p, m, W_to) && hyphen(p, m + 1) && is(p, m + 2, W_early))
			m += 3;
		if (is(p, m, W_this) && (k = deictic_date(p, m, type)) > m &&
		    *type == ENTITY_DATE && !is(p, k - 1, W_weekday))
			return k;
		if (is(p, a, W_early) && !is(p, m, W_weekday | W_today | W_habit |
		    W_holiday) && (k = plain_date(p, m)) > m)
			return k;
		if (is(p, a, W_early) && is(p, m, W_season))
			return m + 1;
		if (is(p, a, W_earlier) && is(p, m, W_prep) && is(p, m + 1, W_the) &&
		    is(p, m + 2, W_period))
			return m + 3;
	}
	if (a > i && (decade(p, a) || (year(p, a) && !is(p, a + 1, W_period))) &&
	    decade(p, a))
		return plain_date(p, a);
	if (a > i && plain_date(p, a) > a && is(p, plain_date(p, a) - 1, W_period))
		return plain_date(p, a);	/* the 20th century */
	if (a > i && is(p, a, W_season) && (is(p, a + 1, W_of) ? year(p, a + 2) :
	    year(p, a + 1)))
		return is(p, a + 1, W_of) ? a + 3 : a + 2;
	if (a > i && is(p, a, W_period) && year(p, a + 1))
		return a + 2;
	if (is(p, i, W_season) && year(p, i + 1))
		return i + 2;
	if (a == i && is(p, i, W_season) && is(p, i + 1, W_of) && year(p, i + 2))
		return i + 3;
	/* the end of 2005, the first half of next year, the third quarter of */
	m = a;
	if ((is(p, m, W_ordinal) || ordinal_digits(p, m)) &&
	    is(p, m + 1, W_part))
		m++;
	if (is(p, m, W_part) && (a > i || m > a)) {
		if (is(p, m + 1, W_of)) {
			if ((k = date(p, m + 2, type)) > m + 2 &&
			    *type == ENTITY_DATE && !is(p, m, W_season))
				return k;
			if (is(p, m + 2, W_the) && is(p, m + 3, W_period |
			    W_quarterly) && !is(p, m, W_season))
				return m + 4;
		}
		if (m > a && is(p, m, W_quarterly))
			return m + 1;
	}
	*type = ENTITY_DATE;
	/* a second straight day; the first day of Ramadan */
	m = is(p, i, W_article) ? i + 1 : a;
	if (m > i && (is(p, m, W_ordinal) || ordinal_digits(p, m))) {
		k = is(p, m + 1, W_straight) ? m + 2 : m + 1;
		if (is(p, k, W_period))
			return is(p, k + 1, W_of) && plain_date(p, k + 2) > k + 2 ?
			    plain_date(p, k + 2) : k + 1;
	}
	/* Hamad, 19, said */
	if (i >= 2 && integer(p, i) > 0 && length(p, i) <= 2 && comma(p, i - 1) &&
	    comma(p, i + 1) && p->t[i - 2].kind == TOKEN_WORD &&
	    (p->t[i - 2].flags & TOKEN_CAPITAL) != 0 &&
	    !is(p, i - 2, W_month))
		return i + 1;
	/* the age of 12, age 12 */
	if (a > i && is(p, a, W_age) && is(p, a + 1, W_of) &&
	    (k = simple(p, a + 2)) > a + 2)
		return k;
	if (is(p, i, W_age) && (k = simple(p, i + 1)) > i + 1)
		return k;
	/* for days, in years */
	if (is(p, i, W_periods | W_spans)) {
		*type = is(p, i, W_spans) ? ENTITY_TIME : ENTITY_DATE;
		if (hyphen(p, i + 1) && is(p, i + 2, W_old))
			return i + 3;
		return distance(p, i + 1);
	}
	if (is(p, i, W_period | W_span) && hyphen(p, i + 1) &&
	    is(p, i + 2, W_old)) {
		*type = is(p, i, W_span) ? ENTITY_TIME : ENTITY_DATE;
		return i + 3;
	}
	return i;
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

void
numbers_find(struct numbers *out, const char *text, const struct token *t,
    size_t n)
{
	struct parse p = { text, t, NULL, n };
	enum entity_type type = 0, other = 0;
	size_t i, k, m;
	bool any;

	if (out->words == NULL)
		out->words = words_new();
	out->n = 0;
	out->classes = array_grow(out->classes, &out->classes_cap, n + 1,
	    sizeof(*out->classes));
	for (i = 0; i < n; i++)
		out->classes[i] = look_up(out->words, &t[i]);
	p.c = out->classes;
	for (i = 0; i < n; i = k) {
		k = i + 1;
		any = p.c[i] != 0 || t[i].kind == TOKEN_NUMBER ||
		    t[i].kind == TOKEN_SYMBOL ||
		    (t[i].flags & TOKEN_APOSTROPHE) != 0;
		if (!any)
			continue;
		m = date(&p, i, &type);
		k = quantity(&p, i, &other);
		if (k > m || (k == m && other != ENTITY_CARDINAL)) {
			m = k;
			type = other;
		}
		if ((k = time_of_day(&p, i)) > m || (k == m && k > i)) {
			m = k;
			type = ENTITY_TIME;
		}
		if (m == i && (is(&p, i, W_ordinal) || ordinal_digits(&p, i))) {
			m = i + 1;
			type = ENTITY_ORDINAL;
		}
		k = m > i ? m : i + 1;
		if (m > i && !refused(&p, i, m))
			add(out, type, i, m - 1);
	}
}

void
numbers_free(struct numbers *out)
{
	free(out->v);
	free(out->classes);
	free(out->words);
	memset(out, 0, sizeof(*out));
}
