/*
 * wide.h -- thirty-two bytes looked at together, where the processor has AVX2
 *
 * A function marked WIDE is compiled for such a processor, whatever the rest is
 * compiled for, and may take what <immintrin.h> offers; it is called only where
 * wide_has() says so.  WIDE is not defined for other machines.  What is
 * ALWAYS_INLINE is made anew of each caller, and so for such a processor in a
 * function that is WIDE.
 */
#ifndef COMMON_BASE_WIDE_H
#define COMMON_BASE_WIDE_H

#include <stdbool.h>

#define ALWAYS_INLINE	inline __attribute__((always_inline))

#if defined(__x86_64__) && defined(__GNUC__)
#define WIDE	__attribute__((target("avx2")))
#endif

/* Has this processor AVX2? */
static inline bool
wide_has(void)
{
#ifdef WIDE
	return __builtin_cpu_supports("avx2");
#else
	return false;
#endif
}

#endif
