#include "common/entities/values_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

/* The first part with this name of n bytes inside part at. */
static size_t
find_name(const struct parts *p, size_t at, const char *name, size_t n)
{
	size_t i, end = at + 1 + p->v[at].inside;

	for (i = at + 1; i < end; i++)
		if (strncmp(p->v[i].name, name, n) == 0 &&
		    p->v[i].name[n] == '\0')
			return i;
	return NO_PART;
}

size_t
part_find(const struct parts *p, size_t at, const char *name)
{
	return find_name(p, at, name, strlen(name));
}

const char *
part_verb(const struct parts *p, size_t at, size_t *len)
{
	const char *s = p->v[at].class ? "" : p->v[at].value;

	*len = strcspn(s, " ");
	return s;
}

/* The first part that one of the names between the brackets has. */
static size_t
bracketed(const struct parts *p, size_t at, const char *s, size_t n)
{
	size_t k, part;

	for (; n > 0; s += k, n -= k) {
		k = *s == '|';
		s += k;
		n -= k;
		for (k = 0; k < n && s[k] != '|'; k++)
			continue;
		part = find_name(p, at, s, k);
		if (part != NO_PART)
			return part;
	}
	return NO_PART;
}

size_t
part_argument(const struct parts *p, size_t at, const char *key,
    const char **literal, size_t *len)
{
	size_t n, k = strlen(key);
	const char *s = part_verb(p, at, &n);

	*literal = NULL;
	for (s += n; *s != '\0'; s += n) {
		s += *s == ' ';
		n = strcspn(s, " ");
		if (n <= k || memcmp(s, key, k) != 0 || s[k] != '=')
			continue;
		if (s[k + 1] == '<')
			return bracketed(p, at, s + k + 2, n - k - 3);
		*literal = s + k + 1;
		*len = n - k - 1;
		return NO_PART;
	}
	return part_find(p, at, key);
}

size_t
part_with_verb(const struct parts *p, size_t at, unsigned nth)
{
	static const char mod[] = "mod";
	size_t i, n, end = at + 1 + p->v[at].inside;
	const char *verb;

	for (i = at + 1; i < end; i++) {
		verb = part_verb(p, i, &n);
		if (n == 0 || (n == sizeof(mod) - 1 &&
		    memcmp(verb, mod, n) == 0))
			continue;
		if (--nth == 0)
			return i;
		i += p->v[i].inside;
	}
	return NO_PART;
}

/* What the words and figures of a number are, one after another. */
enum item_kind { ITEM_NUMBER, ITEM_SCALE, ITEM_TIMES, ITEM_FRACTION,
	ITEM_VULGAR, ITEM_POINT, ITEM_OTHER };

struct numeral {
	enum item_kind	 kind;
	double		 value;
	bool		 joined;	/* by a word between: and, and a */
};

struct reckoning {			/* of items so far */
	double	 total;			/* up to a million, say */
	double	 saved;			/* before "and" */
	double	 group;
	double	 scale;			/* the last */
	double	 place;			/* behind a point: of the next digit */
	enum item_kind last;
	double	 within;		/* six million and: of the fraction */
	bool	 have;			/* a group */
	bool	 begun;
	bool	 wrong;
};

static enum item_kind
class_kind(const char *name)
{
	static const struct {
		const char *name;
		enum item_kind kind;
	} kinds[] = {
		{ "ones", ITEM_NUMBER }, { "teens", ITEM_NUMBER },
		{ "tens", ITEM_NUMBER }, { "twenty", ITEM_NUMBER },
		{ "zero", ITEM_NUMBER },
		{ "oh", ITEM_NUMBER }, { "nil", ITEM_NUMBER },
		{ "ordinalword", ITEM_NUMBER }, { "hundred", ITEM_SCALE },
		{ "scale", ITEM_SCALE }, { "scaleshort", ITEM_SCALE },
		{ "scaleletter", ITEM_SCALE }, { "sumletter", ITEM_SCALE },
		{ "dozen", ITEM_TIMES },
		{ "fraction", ITEM_FRACTION }, { "fractions", ITEM_FRACTION },
		{ "vulgar", ITEM_VULGAR }, { "decimalpoint", ITEM_POINT },
	};
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, name) == 0)
			return kinds[i].kind;
	return ITEM_OTHER;
}

static void
add_number(struct reckoning *s, double v, bool joined)
{
	if (s->place != 0) {			/* point seven one, eleven */
		s->group += v * (v >= 10 ? s->place / 10 : s->place);
		s->place /= 10;
	} else if (!s->have) {
		s->group = v;
		s->within = joined && s->last == ITEM_SCALE ? s->scale : 1;
	} else if (joined) {
		s->saved += s->group;
		s->group = v;
		s->within = 1;
	} else if (s->last == ITEM_SCALE) {
		s->group += v;
	} else if (s->last == ITEM_NUMBER && ((s->group >= 20 && v < 10 &&
	    fmod(s->group, 10) == 0) || v < 1))
		s->group += v;
	else
		s->wrong = true;
	s->have = true;
}

static void
add_scale(struct reckoning *s, double power)
{
	double scale = pow(10, power);

	if (scale <= 100)
		s->group = (s->have ? s->group : 1) * scale;
	else if (!s->have && s->last == ITEM_SCALE && s->begun)
		s->total *= scale;
	else {
		s->total += (s->have ? s->group + s->saved : 1) * scale;
		s->group = s->saved = 0;
	}
	s->have = scale <= 100;
	s->scale = scale;
	s->place = 0;
}

static void
add_fraction(struct reckoning *s, double part, bool joined)
{
	if (s->have && joined)
		s->group += part;
	else if (s->have)
		s->group *= part * (s->within != 0 ? s->within : 1);
	else if (s->last == ITEM_SCALE && s->begun)
		s->total += part * s->scale;
	else
		s->group = part;
	s->have = true;
}

static void
add_item(struct reckoning *s, struct numeral item)
{
	switch (item.kind) {
	case ITEM_NUMBER:
		add_number(s, item.value, item.joined);
		break;
	case ITEM_SCALE:
		add_scale(s, item.value);
		break;
	case ITEM_TIMES:
		s->group = (s->have ? s->group : 1) * item.value;
		s->have = true;
		break;
	case ITEM_FRACTION:
		add_fraction(s, item.value, item.joined);
		break;
	case ITEM_VULGAR:			/* 2½ */
		add_fraction(s, item.value, true);
		break;
	case ITEM_POINT:
		s->place = 0.1;
		s->have = true;
		break;
	case ITEM_OTHER:
		return;
	}
	s->last = item.kind;
	s->begun = true;
}

/*
 * A figure of n bytes: 1,234.5 or 12,34,567 or 1 234 or 3/4; false if marks
 * stand where none do.
 */
static bool
figure(const char *s, size_t n, double *value)
{
	char digits[32];
	size_t i, k = 0, since = 0, groups = 0;
	char mark = '\0';
	double above;

	for (i = 0; i < n && k < sizeof(digits) - 1; i++) {
		if (byte_is((unsigned char)s[i], CHAR_DIGIT)) {
			digits[k++] = s[i];
			since++;
			continue;
		}
		if (s[i] == '.' && memchr(s + i + 1, '.', n - i - 1) == NULL &&
		    (groups == 0 || since == 3)) {
			digits[k++] = s[i];
			groups = since = 0;
			mark = '.';
			continue;
		}
		if (s[i] == '/' && groups == 0 && mark == '\0' && k > 0) {
			digits[k] = '\0';
			above = strtod(digits, NULL);
			if (!figure(s + i + 1, n - i - 1, value) || *value == 0)
				return false;
			*value = above / *value;
			return true;
		}
		if (mark == '.' || since == 0 || since > 3 ||
		    (groups > 0 && since < 2))
			return false;
		if (s[i] == ',' || s[i] == '\'' || s[i] == ' ')
			groups++;
		else if ((unsigned char)s[i] < 0x80)
			return false;
		else {				/* U+00A0, U+2009, U+202F */
			groups++;
			while (i + 1 < n && ((unsigned char)s[i + 1] & 0xC0) ==
			    0x80)
				i++;
		}
		since = 0;
	}
	if (i < n || k == 0 || (groups > 0 && since != 3) ||
	    k > 15 + (mark == '.'))
		return false;
	digits[k] = '\0';
	*value = strtod(digits, NULL);
	return true;
}

/* Is the byte one of a figure's: a digit, or a mark with digits around it? */
static bool
in_figure(const char *s, size_t i, size_t end)
{
	size_t k = i + 1;

	if (byte_is((unsigned char)s[i], CHAR_DIGIT))
		return true;
	if (s[i] == '.')
		return i + 1 < end &&
		    byte_is((unsigned char)s[i + 1], CHAR_DIGIT);
	while (k < end && ((unsigned char)s[k] & 0xC0) == 0x80)
		k++;
	if (s[i] == ',' || s[i] == '\'' || s[i] == '/' ||
	    (unsigned char)s[i] >= 0x80)
		return k < end && byte_is((unsigned char)s[k], CHAR_DIGIT);
	/* a space before three digits: 78 000 */
	return s[i] == ' ' && i + 3 < end &&
	    byte_is((unsigned char)s[i + 1], CHAR_DIGIT) &&
	    byte_is((unsigned char)s[i + 2], CHAR_DIGIT) &&
	    byte_is((unsigned char)s[i + 3], CHAR_DIGIT) &&
	    (i + 4 == end || !byte_is((unsigned char)s[i + 4], CHAR_DIGIT));
}

/* A part's value as its class has it: 12, or of a fraction 4 or 3/4. */
static double
class_number(const char *value, enum item_kind kind)
{
	char *end;
	double v = strtod(value, &end), below;

	if (*end == '/') {
		below = strtod(end + 1, NULL);
		return below != 0 ? v / below : 0;
	}
	return kind == ITEM_FRACTION && v != 0 ? 1 / v : v;
}

/* What the patterns say of a word by its classes; NULL if they know it not. */
static const struct pattern_value *
word_values(const char *word, size_t n)
{
	const struct patterns *p = &patterns_en;
	const struct pattern_word *w;
	char folded[LEXICON_FOLD];
	uint32_t h, i;

	n = token_fold(word, n, folded, sizeof(folded));
	if (n == 0)
		return NULL;
	h = token_hash(folded, n);
	for (i = h;; i++) {
		w = &p->words[i & p->mask];
		if (w->hash == h)
			return p->values + w->value;
		if ((w->symbol[0] | w->symbol[1] | w->symbol[2] |
		    w->symbol[3]) == 0)
			return NULL;
	}
}

const char *
word_value(const char *word, size_t n, const char *class)
{
	const struct pattern_value *v = word_values(word, n);

	for (; v != NULL && v->class != 0; v++)
		if (strcmp(patterns_en.text + patterns_en.names[v->class - 1],
		    class) == 0)
			return patterns_en.text + v->text;
	return NULL;
}

/* A word that a pattern has for itself may be one of numbers: half a. */
static bool
read_word(const char *word, size_t n, struct numeral *item)
{
	const struct patterns *p = &patterns_en;
	const struct pattern_value *v = word_values(word, n);
	const char *name;

	for (; v != NULL && v->class != 0; v++) {
		name = p->text + p->names[v->class - 1];
		item->kind = class_kind(name);
		if (item->kind == ITEM_OTHER ||
		    strcmp(name, "ordinalword") == 0)
			continue;
		item->value = class_number(p->text + v->text, item->kind);
		return true;
	}
	return false;
}

/* What stands between classes: figures and words are added, others join. */
static bool
add_gap(struct reckoning *s, const char *text, size_t from, size_t end,
    bool joined)
{
	struct numeral item = { .kind = ITEM_NUMBER, .joined = joined };
	size_t i = from, k;

	while (i < end) {
		for (k = i; k < end && byte_is((unsigned char)text[k],
		    CHAR_LETTER); k++)
			continue;
		if (k > i) {
			if (read_word(text + i, k - i, &item)) {
				add_item(s, item);
				item.joined = false;
			} else
				item.joined = true;
			i = k;
			continue;
		}
		if (!byte_is((unsigned char)text[i], CHAR_DIGIT) &&
		    !(text[i] == '.' && in_figure(text, i, end))) {
			i++;
			continue;
		}
		item.kind = ITEM_NUMBER;
		for (k = i; i < end && (in_figure(text, i, end) ||
		    ((unsigned char)text[i] & 0xC0) == 0x80); i++)
			continue;
		if (!figure(text + k, i - k, &item.value)) {
			s->wrong = true;
			return false;
		}
		add_item(s, item);
		item.joined = false;
	}
	return item.joined;
}

bool
part_is_negative(const struct parts *p, size_t at)
{
	static const char minus[] = "\xE2\x88\x92", dash[] = "\xE2\x80\x93";
	static const char *const names[] = { "minus", "negative", "subzero" };
	const char *s = p->text + p->v[at].start;
	size_t n = p->v[at].end - p->v[at].start, i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (part_find(p, at, names[i]) != NO_PART)
			return true;
	if (n > 3 && (*s == '-' || memcmp(s, minus, 3) == 0 ||
	    memcmp(s, dash, 3) == 0))
		return true;
	i = 0;
	while (i < n && !byte_is((unsigned char)s[i], CHAR_DIGIT))
		i++;
	if (i == 0 || i == n)
		return false;
	if (s[i - 1] == '(' || (i > 2 && memcmp(s + i - 3, minus, 3) == 0))
		return true;
	return s[i - 1] == '-' && (i == 1 ||
	    !byte_is((unsigned char)s[i - 2], CHAR_LETTER));
}

static bool
sum_between(const struct parts *p, size_t at, size_t from, size_t to,
    struct reckoning *s)
{
	size_t i, end = at + 1 + p->v[at].inside, byte = from;
	bool joined = false;
	struct numeral item;

	for (i = at + 1; i < end; i++) {
		if (!p->v[i].class || p->v[i].start < byte ||
		    p->v[i].end > to)
			continue;
		joined = add_gap(s, p->text, byte, p->v[i].start, joined);
		byte = p->v[i].end;
		item.kind = class_kind(p->v[i].name);
		item.value = class_number(p->v[i].value, item.kind);
		item.joined = joined;
		add_item(s, item);
		joined = item.kind == ITEM_OTHER;
	}
	add_gap(s, p->text, byte, to, joined);
	return s->begun && !s->wrong;
}

bool
part_number_between(const struct parts *p, size_t at, size_t from, size_t end,
    double *value)
{
	struct reckoning s = { .last = ITEM_OTHER };

	if (!sum_between(p, at, from, end, &s))
		return false;
	*value = s.total + s.saved + s.group;
	return true;
}

bool
part_number(const struct parts *p, size_t at, double *value)
{
	const struct number_part *part = &p->v[at];
	char *end;

	if (part->class) {
		*value = class_number(part->value, class_kind(part->name));
		strtod(part->value, &end);
		return end != part->value;
	}
	if (!part_number_between(p, at, part->start, part->end, value))
		return false;
	if (part_is_negative(p, at))
		*value = -*value;
	return true;
}

/* Parts that are a number each, whatever is in them. */
static bool
is_number_part(const struct number_part *part)
{
	static const char *const names[] = {
		"num", "plain", "part", "mixed", "amount", "bigamount",
		"letterfig", "figures", "scaled", "fig", "sfig", "smallfig",
		"commas", "int", "wordnum", "wordint", "below100", "nthpart",
		"ageof", "zero"
	};
	size_t i;

	for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strcmp(part->name, names[i]) == 0)
			return true;
	return false;
}

unsigned
part_numbers(const struct parts *p, size_t at, size_t from, size_t to)
{
	size_t i, end = at + 1 + p->v[at].inside;
	unsigned n = 0;

	for (i = at + 1; i < end; i++) {
		if (!is_number_part(&p->v[i]))
			continue;
		n += p->v[i].start >= from && p->v[i].end <= to;
		i += p->v[i].inside;
	}
	return n;
}

/* Nineteen eighty-four, twenty fourteen, nineteen hundred and five. */
static bool
year_in_words(const struct parts *p, size_t at, int *year)
{
	size_t i, end = at + 1 + p->v[at].inside;
	double v[8], high, low;
	size_t n = 0;

	for (i = at + 1; i < end && n < 8; i++)
		if (p->v[i].class &&
		    class_kind(p->v[i].name) == ITEM_NUMBER)
			v[n++] = strtod(p->v[i].value, NULL);
	if (n < 2 || n > 3)
		return false;
	high = v[0];
	low = n == 3 ? v[1] + v[2] : v[1];
	if (high < 11 || high > 20 || low > 99)
		return false;
	*year = (int)(high * 100 + low);
	return true;
}

bool
part_year(const struct parts *p, size_t at, int *year)
{
	const char *s = p->text + p->v[at].start;
	size_t n = p->v[at].end - p->v[at].start, i;
	int digits = 0, count = 0;
	double v;

	for (i = 0; i < n; i++)
		if (byte_is((unsigned char)s[i], CHAR_DIGIT) && count < 5) {
			digits = digits * 10 + s[i] - '0';
			count++;
		}
	if (count > 0) {
		*year = digits;
		return count == 4 || count == 2;
	}
	if (year_in_words(p, at, year))
		return true;
	if (!part_number(p, at, &v) || v < 1 || v > 9999)
		return false;
	*year = (int)v;
	return true;
}

bool
argument_number(const struct parts *p, size_t at, const char *key,
    double *value)
{
	const char *literal;
	size_t n, part = part_argument(p, at, key, &literal, &n);

	if (part != NO_PART)
		return part_number(p, part, value);
	if (literal == NULL)
		return false;
	*value = strtod(literal, NULL);
	return true;
}

/* The value of the class that a part comes down to, "" if there is none. */
static const char *
class_value(const struct parts *p, size_t at)
{
	size_t i, end = at + 1 + p->v[at].inside;

	for (i = at; i < end; i++)
		if (p->v[i].class && p->v[i].value[0] != '\0')
			return p->v[i].value;
	return "";
}

bool
argument_text(const struct parts *p, size_t at, const char *key, char *s,
    size_t size)
{
	const char *literal;
	size_t n, part = part_argument(p, at, key, &literal, &n);

	if (part != NO_PART) {
		literal = class_value(p, part);
		n = strlen(literal);
	}
	if (literal == NULL || n == 0 || n >= size)
		return false;
	memcpy(s, literal, n);
	s[n] = '\0';
	return true;
}

bool
decimal_format(double v, char *s, size_t size)
{
	char digits[32];
	int exponent, i, n;
	size_t k = 0;

	if (!isfinite(v) || fabs(v) >= 1e18 || (v != 0 && fabs(v) < 1e-9) ||
	    size < 40)
		return false;
	snprintf(digits, sizeof(digits), "%.14e", fabs(v));
	exponent = atoi(strchr(digits, 'e') + 1);
	memmove(digits + 1, digits + 2, 14);	/* the point */
	for (n = 15; n > 1 && digits[n - 1] == '0'; n--)
		continue;
	if (v < 0)
		s[k++] = '-';
	if (exponent < 0) {
		s[k++] = '0';
		s[k++] = '.';
		for (i = -1; i > exponent; i--)
			s[k++] = '0';
	}
	for (i = 0; i < n || i <= exponent; i++) {
		if (i == exponent + 1 && exponent >= 0)
			s[k++] = '.';
		s[k++] = i < n ? digits[i] : '0';
	}
	s[k] = '\0';
	return true;
}
