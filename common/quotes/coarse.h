/*
 * coarse.h -- numbers as features see them: exact while small, coarse above
 *
 * Each model has steps of its own, and its weights were learned with them.
 */
#ifndef COMMON_QUOTES_COARSE_H
#define COMMON_QUOTES_COARSE_H

#include <stddef.h>
#include <stdint.h>

/*
 * n itself below the first of the steps, which rise; from there on one more for
 * each that n has reached.
 */
static inline unsigned
coarse(uint32_t n, const uint8_t *steps, size_t count)
{
	unsigned value = steps[0];
	size_t i;

	if (n < steps[0])
		return n;
	for (i = 1; i < count && n >= steps[i]; i++)
		value++;
	return value;
}

static inline unsigned
at_most(size_t n, unsigned max)
{
	return n < max ? (unsigned)n : max;
}

#endif
