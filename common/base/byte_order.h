/*
 * byte_order.h -- numbers of files, which are little-endian, and this machine's
 *
 * Each turns a number that was read as it stands into this machine's, and one
 * of this machine's into one that can be written as it stands: the same
 * exchange of bytes, which most machines have no need of.
 */
#ifndef COMMON_BASE_BYTE_ORDER_H
#define COMMON_BASE_BYTE_ORDER_H

#include <stdint.h>

#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define BIG_ENDIAN_HOST	1
#else
#define BIG_ENDIAN_HOST	0
#endif

static inline uint16_t
le16(uint16_t v)
{
	return BIG_ENDIAN_HOST ? __builtin_bswap16(v) : v;
}

static inline uint32_t
le32(uint32_t v)
{
	return BIG_ENDIAN_HOST ? __builtin_bswap32(v) : v;
}

static inline uint64_t
le64(uint64_t v)
{
	return BIG_ENDIAN_HOST ? __builtin_bswap64(v) : v;
}

#endif
