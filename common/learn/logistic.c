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

unsigned
logistic_permille(int64_t quarters)
{
	static const unsigned short curve[] = {
		500, 562, 622, 679, 731, 777, 818, 852, 881, 905, 924, 940,
		953, 963, 971, 977, 982, 986, 989, 991, 993, 995, 996, 997,
		998, 998, 998, 999, 999, 999, 999, 999, 1000
	};
	const int64_t last = sizeof(curve) / sizeof(*curve) - 1;

	if (quarters < 0)
		return 1000u - curve[-quarters < last ? -quarters : last];
	return curve[quarters < last ? quarters : last];
}

int64_t
logistic_quarters(const struct logistic *l, int32_t score)
{
	return l->unit == 0 ? 0 : (int64_t)score * 4 * 256 / l->unit;
}

unsigned
logistic_confidence(const struct logistic *l, int32_t score)
{
	return logistic_permille(logistic_quarters(l, score));
}
