#include "common/learn/logistic.h"

#include <math.h>

#define HEADER		8
#define BITS_MAX	26

bool
logistic_open(struct logistic *l, const struct model *m, const char *section)
{
	const unsigned char *p;
	size_t len;
	uint32_t bits;

	p = model_section(m, section, &len);
	if (p == NULL || len < HEADER)
		return false;
	bits = model_get32(p);
	if (bits > BITS_MAX || len - HEADER != (size_t)1 << bits)
		return false;
	l->weights = (const int8_t *)(p + HEADER);
	l->mask = (uint32_t)((1u << bits) - 1);
	l->unit = model_get32(p + 4);
	return true;
}

int32_t
logistic_threshold(const struct logistic *l, double probability)
{
	double odds = log(probability / (1 - probability));

	return (int32_t)lround(odds * l->unit / 256);
}
