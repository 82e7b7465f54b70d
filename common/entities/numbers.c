#include "common/entities/numbers.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/entities/numbers_parse.h"

#define CLASS_NAME	16	/* bytes of its name and NUL, at most */

/* The names of classes, "month,ambiguous", as bits. */
static uint64_t
class_bits(const char *names)
{
	/* arrays, not pointers: nothing to relocate at start-up */
	static const char all[][CLASS_NAME] = {
#define X(name)	#name,
		CLASSES(X)
#undef X
	};
	uint64_t bits = 0;
	size_t n, k;

	for (; *names != '\0'; names += n + (names[n] == ',')) {
		n = strcspn(names, ",");
		for (k = 0; k < BITS && n < CLASS_NAME; k++)
			if (all[k][0] == names[0] && all[k][n] == '\0' &&
			    memcmp(all[k], names, n) == 0)
				bits |= (uint64_t)1 << k;
	}
	return bits;
}

/*
 * The words' classes by hash, made from the word list at the first use.  A bit
 * for each of some more hashes says of most other words that they have none.
 */
#define SLOTS 2048
#define HINTS 8192

struct number_words {
	uint64_t	 hints[HINTS / 64];
	struct {
		uint32_t folded;
		uint64_t classes;	/* 0: free */
	}		 slots[SLOTS];
	const char	*names;		/* of the word added last, */
	uint64_t	 bits;		/* and what they come to */
};

static void
add_word(const char *word, size_t len, const struct lexicon_found *found,
    void *words)
{
	struct number_words *w = words;
	const char *classes = found->text;
	uint32_t h = token_hash(word, len), i;

	for (i = h; w->slots[i %= SLOTS].classes != 0; i++)
		continue;
	/* words of the same classes come together, with the same string */
	if (classes != w->names) {
		w->names = classes;
		w->bits = class_bits(classes);
	}
	w->slots[i].folded = h;
	w->slots[i].classes = w->bits;
	w->hints[h % HINTS / 64] |= (uint64_t)1 << h % 64;
}

static struct number_words *
words_new(void)
{
	struct number_words *w = xcalloc(1, sizeof(*w));

	lexicon_each(lexicon_default(), ROLE_NUMBER_WORDS, add_word, w);
	return w;
}

/* The classes of len bytes of the text that are part of a token. */
static uint64_t
part_classes(const struct parse *p, size_t start, size_t len)
{
	char buf[16];
	const char *v;

	if (len + 4 > sizeof(buf) ||
	    (len = token_fold(p->text + start, len, buf, sizeof(buf))) == 0)
		return 0;
	v = lexicon_text(lexicon_default(), ROLE_NUMBER_WORDS, buf, len);
	return v != NULL ? class_bits(v) : 0;
}

uint64_t
numbers_prefix(const struct parse *p, size_t i, size_t len)
{
	return part_classes(p, p->t[i].start, len);
}

uint64_t
numbers_glued(const struct parse *p, size_t i)
{
	size_t k = 0, n;

	if (i >= p->n || p->t[i].kind != TOKEN_NUMBER ||
	    (p->t[i].flags & TOKEN_ALLDIGIT) != 0)
		return 0;
	n = length(p, i);
	while (k < n && ((byte(p, i, k) >= '0' && byte(p, i, k) <= '9') ||
	    byte(p, i, k) == '.' || byte(p, i, k) == ',' || byte(p, i, k) == ':'))
		k++;
	return k == 0 ? 0 : part_classes(p, p->t[i].start + k, n - k);
}

bool
numbers_person(const struct parse *p, size_t i)
{
	char buf[LEXICON_FOLD];
	size_t len = length(p, i);
	uint64_t bits;

	if (len > LEXICON_WORD || p->t[i].kind != TOKEN_WORD)
		return false;
	len = token_fold(p->text + p->t[i].start, len, buf, sizeof(buf));
	bits = lexicon_bits(lexicon_default(), ROLE_PRONOUNS, buf, len);
	return (bits & (PRONOUN_HE | PRONOUN_SHE)) && !(bits & PRONOUN_SELF);
}

/*
 * The end of a number or range at i whose unit, of these classes, is written
 * without a space: 30km, 25-30km, 3am to 5am, 5ft 8in.  Else i.
 */
static size_t
with_glued(const struct parse *p, size_t i, uint64_t unit)
{
	size_t k = i;

	if ((digits(p, i) || (numbers_glued(p, i) & unit) != 0) &&
	    (hyphen(p, i + 1) || is(p, i + 1, W_to)) &&
	    (numbers_glued(p, i + 2) & unit) != 0)
		k = i + 2;
	while ((numbers_glued(p, k) & unit) != 0)
		k++;
	return k;
}

static inline uint64_t
look_up(const struct number_words *w, const struct token *t)
{
	uint32_t i, h = t->folded;

	if ((w->hints[h % HINTS / 64] >> h % 64 & 1) == 0 ||
	    t->kind > TOKEN_NUMBER)
		return 0;
	for (i = h; w->slots[i %= SLOTS].classes != 0; i++)
		if (w->slots[i].folded == h)
			return w->slots[i].classes;
	return 0;
}

/* Words before a number that are part of it: about, more than, at least. */
static size_t
approximator(const struct parse *p, size_t i)
{
	if (is(p, i, W_comparative) && is(p, i + 1, W_than))
		return i + 2;
	if (is(p, i, W_at) && is(p, i + 1, W_least))
		return i + 2;
	/* not where something rose up to it */
	if (is(p, i, W_up) && is(p, i + 1, W_to))
		return i > 0 && is(p, i - 1, W_motion) ? i : i + 2;
	if (is(p, i, W_than) && is(p, i + 1, W_muchas) && is(p, i + 2, W_than))
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
	size_t k = numbers_one(p, i), m;

	if (k == i && i < p->n && p->t[i].kind == TOKEN_NUMBER)
		k = is(p, i + 1, W_scale) ? i + 2 : i + 1;
	if (k > i && (hyphen(p, k) || is(p, k, W_to)) &&
	    (m = numbers_one(p, k + 1)) > k + 1)
		k = m;
	return k;
}

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
	for (k = 0; k < n && k < 4 && (byte(p, i, k) < '0' || byte(p, i, k) > '9'); )
		k++;
	for (m = k; m < n && ((byte(p, i, m) >= '0' && byte(p, i, m) <= '9') ||
	    byte(p, i, m) == ',' || byte(p, i, m) == '.'); )
		m++;
	return m > k && (numbers_prefix(p, i, k) & W_code) != 0 &&
	    (k > 1 || m >= k + 3 || is(p, i + 1, W_scale) || (m < n &&
	    (part_classes(p, p->t[i].start + m, n - m) & W_scale) != 0));
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
		if ((u = numbers_one(p, m)) == m || !is(p, u, W_span | W_spans) ||
		    is(p, u, W_ordinal))
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
	if ((k = with_glued(p, a, W_measure)) > a) {
		*type = ENTITY_QUANTITY;
		return k;
	}
	if ((k = with_glued(p, a, W_percent)) > a) {
		*type = ENTITY_PERCENT;
		return k;
	}
	if ((k = with_glued(p, a, W_currency)) > a) {
		*type = ENTITY_MONEY;
		return k;
	}
	if ((k = with_glued(p, a, W_scale)) > a) {
		*type = ENTITY_CARDINAL;
		return k;
	}
	k = numbers_range(p, a);
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
	if (is(p, u, W_fraction) && (is(p, u + 1, W_of | W_the) ||
	    (a > i && u == a)) &&
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

	if ((k = with_glued(p, a, W_clock)) > a)
		return is(p, k, W_zone) ? k + 1 : k;
	if (!digits(p, a) && !is(p, a, W_number))
		goto words;
	if (digits(p, a)) {
		if (length(p, a) > 8)
			return i;
		colon = memchr(p->text + p->t[a].start, ':', length(p, a)) != NULL;
	}
	k = a + 1;
	if (is(p, k, W_prep) && is(p, k + 1, W_the) && is(p, k + 2, W_daypart))
		return k + 3;			/* three in the morning */
	if (digits(p, k + 1) && (hyphen(p, k) || (is(p, k, W_to) && colon &&
	    is(p, k + 2, W_clock))))
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
	if (!is(p, i, W_daypart))
		return i;
	return is(p, i + 1, W_zone) ? i + 2 : i + 1;
}

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

/* Classes whose words begin nothing, and nothing but with the word after them. */
#define LATER	(W_of | W_and | W_or | W_to | W_range | W_prep | W_be | W_notone | \
		W_motion)
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
		out->words = words_new();
	out->n = 0;
	out->v = array_grow(out->v, &out->cap, 1, sizeof(*out->v));
	out->classes = array_grow(out->classes, &out->classes_cap, n + 1,
	    sizeof(*out->classes));
	for (i = 0; i < n; i++)
		out->classes[i] = look_up(out->words, &t[i]);
	p.c = out->classes;
	for (i = 0; i < n; i = k) {
		k = i + 1;
		if (!may_begin(&p, i))
			continue;
		m = numbers_date(&p, i, &type);
		k = quantity(&p, i, &other);
		if (k > m || (k == m && other != ENTITY_CARDINAL)) {
			m = k;
			type = other;
		}
		if ((k = time_of_day(&p, i)) > m || (k == m && k > i)) {
			m = k;
			type = ENTITY_TIME;
		}
		if (m == i && (is(&p, i, W_ordinal) || numbers_ordinal(&p, i))) {
			m = i + 1;
			type = ENTITY_ORDINAL;
		}
		k = m > i ? m : i + 1;
		if (m > i && !refused(&p, i, m) && (type != ENTITY_CARDINAL ||
		    !in_name(&p, i)))
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
