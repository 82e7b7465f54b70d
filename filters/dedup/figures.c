#include "filters/dedup/figures.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"

#define MAX_DIGITS	18
#define MOST		1000000000000000000u	/* 10^MAX_DIGITS */

static uint64_t
power(unsigned n)
{
	uint64_t p = 1;

	for (; n > 0; n--)
		p *= 10;
	return p;
}

bool
figure_set_unit(struct figure *f, const char *sign)
{
	if (f->currency[0] != '\0' || f->ordinal)
		return false;
	strlcpy(f->currency, sign, sizeof(f->currency));
	f->whole = true;
	return true;
}

/* A word written at the digits. */
static bool
add_suffix(struct figure *f, const struct term *t)
{
	switch (t == NULL ? 0 : t->numeral) {
	case NUMERAL_SUFFIX:
		if (f->currency[0] == '\0')
			return false;
		f->exponent += (int)t->value;
		return true;
	case NUMERAL_POWER:
		f->exponent += (int)t->value;
		return true;
	case NUMERAL_UNIT:
		return figure_set_unit(f, t->unit);
	case NUMERAL_NTH:
		f->ordinal = true;
		return true;
	}
	return false;
}

bool
figure_digits(struct figure *f, const struct vocabulary *v, const char *s,
    size_t n)
{
	char suffix[4 + VOCABULARY_SPARE] = { 0 };
	bool stop = false;
	unsigned digits = 0;
	size_t i;

	f->sum = f->part = 0;
	f->exponent = 0;
	for (i = 0; i < n; i++) {
		if (s[i] == '.' && !stop)
			stop = true;
		else if (s[i] >= '0' && s[i] <= '9') {
			digits += f->part > 0 || s[i] > '0';
			if (digits > MAX_DIGITS)
				return false;
			f->part = f->part * 10 + (uint64_t)(s[i] - '0');
			f->exponent -= stop;
		} else
			break;
	}
	/* Numerals may follow, but none is added up. */
	f->whole = false;
	if (i == n)
		return true;
	if (n - i > 4)
		return false;
	memcpy(suffix, s + i, n - i);
	f->whole = true;
	return add_suffix(f, vocabulary_find(v,
	    vocabulary_hash(suffix, n - i)));
}

bool
figure_begin(struct figure *f, const struct term *t)
{
	memset(f, 0, sizeof(*f));
	switch (t->numeral) {
	case NUMERAL_COUNT:
		f->part = t->value;
		return true;
	case NUMERAL_POWER:		/* "a thousand and six" */
		*(t->value > 2 ? &f->sum : &f->part) = power(t->value);
		return true;
	case NUMERAL_TIMES:
		f->part = t->value;
		f->whole = true;
		return true;
	case NUMERAL_ORDINAL:
		f->part = t->value;
		f->ordinal = f->whole = true;
		return true;
	}
	return false;
}

/* "twenty" and "one", "two hundred" and "six". */
static bool
add_count(struct figure *f, uint64_t n)
{
	uint64_t left = f->part % 100;

	if (f->whole || f->exponent < 0 || n == 0 || n >= 100)
		return false;
	if (f->part == 0 ? f->sum == 0 : left == 0 ? f->part < 100 :
	    left < 20 || left % 10 != 0 || n >= 10)
		return false;
	f->part += n;
	return true;
}

static bool
multiply(struct figure *f, unsigned exponent)
{
	uint64_t p = power(exponent);

	if (f->whole && f->part == 0)
		return false;
	if (f->exponent < 0 || (f->sum == 0 && f->part > 99 && exponent > 2)) {
		f->exponent += (int)exponent;	/* "1.5 million" */
		f->whole = true;
		return true;
	}
	if (f->part == 0 || f->part > MOST / p ||
	    (f->sum > 0 && (f->sum % p != 0 || f->sum < p)))
		return false;
	if (exponent == 2) {
		f->part *= p;
		return f->part < 10000;
	}
	f->sum += f->part * p;
	f->part = 0;
	return true;
}

bool
figure_add(struct figure *f, const struct term *t)
{
	struct figure old;
	bool is_part = false;
	uint16_t joint = f->joint;

	f->joint = 0;
	old = *f;
	if (f->ordinal)
		return false;
	switch (t->numeral) {
	case NUMERAL_COUNT:
		is_part = joint != NUMERAL_PER && add_count(f, t->value);
		break;
	case NUMERAL_ORDINAL:
		is_part = joint != NUMERAL_PER && add_count(f, t->value);
		f->ordinal = f->whole = is_part;
		break;
	case NUMERAL_POWER:
		is_part = joint == 0 && f->currency[0] != '%' &&
		    multiply(f, t->value);
		break;
	case NUMERAL_TIMES:
		if ((is_part = joint == 0 && f->sum == 0 &&
		    f->exponent == 0 && f->part < 100 && f->part > 0)) {
			f->part *= t->value;
			f->whole = true;
		}
		break;
	case NUMERAL_UNIT:
		is_part = joint == 0 && figure_set_unit(f, t->unit);
		break;
	case NUMERAL_CENT:
		is_part = joint == NUMERAL_PER && figure_set_unit(f, t->unit);
		break;
	case NUMERAL_AND:
	case NUMERAL_PER:
		if (joint == 0)
			f->joint = t->numeral;	/* the word stays for now */
		return false;
	}
	if (!is_part)
		*f = old;
	return is_part;
}

/* The value as mantissa and exponent, no zeros at its end. */
static uint64_t
value(const struct figure *f, int *exponent)
{
	uint64_t m = f->sum + f->part;

	*exponent = f->exponent;
	for (; m > 0 && m % 10 == 0; m /= 10)
		++*exponent;
	if (m == 0)
		*exponent = 0;
	return m;
}

uint64_t
figure_small(const struct figure *f, uint64_t limit)
{
	int exponent;
	uint64_t m = value(f, &exponent);

	if (f->negative || f->ordinal || f->currency[0] != '\0' || exponent < 0)
		return limit;
	for (; exponent > 0 && m < limit; exponent--)
		m *= 10;
	return m < limit ? m : limit;
}

/* Written by hand: snprintf(3) would take more time than all the rest. */
static char *
put_number(char *p, uint64_t n)
{
	char digits[24];
	size_t i = sizeof(digits);

	do
		digits[--i] = (char)('0' + n % 10);
	while ((n /= 10) > 0);
	memcpy(p, digits + i, sizeof(digits) - i);
	return p + sizeof(digits) - i;
}

size_t
figure_text(const struct figure *f, char text[FIGURE_MAX])
{
	size_t n = strlen(f->currency);
	char *p = text;
	int exponent;
	uint64_t m = value(f, &exponent);

	if (f->negative)
		*p++ = '-';
	memcpy(p, f->currency, n);
	p = put_number(p + n, m);
	if (exponent != 0) {
		*p++ = exponent < 0 ? 'd' : 'e';
		p = put_number(p, (uint64_t)abs(exponent));
	}
	if (f->ordinal)
		*p++ = 'o';
	return (size_t)(p - text);
}
