#include "common/sentences/scan.h"

#include <stdbool.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

static bool
marked(unsigned char c)
{
	return c == '\n' || c == '.' || c == '!' || c == '?' || c >= SCAN_LEAD;
}

/* By the first two bytes of the blocks that Unicode has terminators in. */
bool
scan_is_likely(const char *p, size_t n)
{
	const unsigned char *s = (const unsigned char *)p;
	unsigned char second = n > 1 ? s[1] : 0;

	switch (s[0]) {
	case 0xD6:				/* Armenian */
		return second == 0x89;
	case 0xD8:				/* Arabic */
		return second >= 0x9D && second <= 0x9F;
	case 0xD7: case 0xD9: case 0xDA: case 0xDD: case 0xDE:
		return false;
	case 0xDB:
		return second == 0x94;
	case 0xE0:				/* Indic */
		return second == 0xA0 || (second == 0xA5 && n > 2 &&
		    s[2] >= 0xA4 && s[2] <= 0xA5);
	case 0xE3:				/* marks of Chinese, Japanese */
		return second == 0x80;
	case 0xE4: case 0xE5: case 0xE6: case 0xE7: case 0xE8: case 0xE9:
	case 0xEB: case 0xEC: case 0xED:	/* Han, Hangul */
		return false;
	case 0xEA:				/* others, and Hangul */
		return second < 0xB0;
	default:
		return true;
	}
}

uint64_t
scan_block_plain(const char *p, size_t n)
{
	uint64_t mask = 0;
	size_t i;

	if (n > SCAN_BLOCK)
		n = SCAN_BLOCK;
	for (i = 0; i < n; i++)
		mask |= (uint64_t)marked((unsigned char)p[i]) << i;
	return mask;
}

#if defined(__SSE2__)

static uint64_t
scan_16(const char *p)
{
	__m128i v = _mm_loadu_si128((const __m128i *)(const void *)p), m;

	m = _mm_cmpeq_epi8(v, _mm_set1_epi8('\n'));
	m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8('.')));
	m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8('!')));
	m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8('?')));
	m = _mm_or_si128(m, _mm_cmpeq_epi8(v,
	    _mm_max_epu8(v, _mm_set1_epi8((char)SCAN_LEAD))));
	return (uint64_t)(unsigned)_mm_movemask_epi8(m);
}

static uint64_t
scan_64(const char *p)
{
	return scan_16(p) | scan_16(p + 16) << 16 | scan_16(p + 32) << 32 |
	    scan_16(p + 48) << 48;
}

#elif defined(__aarch64__)

static uint8x16_t
scan_16(const char *p)
{
	uint8x16_t v = vld1q_u8((const uint8_t *)p), m;

	m = vceqq_u8(v, vdupq_n_u8('\n'));
	m = vorrq_u8(m, vceqq_u8(v, vdupq_n_u8('.')));
	m = vorrq_u8(m, vceqq_u8(v, vdupq_n_u8('!')));
	m = vorrq_u8(m, vceqq_u8(v, vdupq_n_u8('?')));
	return vorrq_u8(m, vcgeq_u8(v, vdupq_n_u8(SCAN_LEAD)));
}

/* One bit of each byte, gathered by three rounds of pairwise addition. */
static uint64_t
scan_64(const char *p)
{
	static const uint8_t bit[16] = { 1, 2, 4, 8, 16, 32, 64, 128,
	    1, 2, 4, 8, 16, 32, 64, 128 };
	uint8x16_t b = vld1q_u8(bit), s, t;

	s = vpaddq_u8(vandq_u8(scan_16(p), b), vandq_u8(scan_16(p + 16), b));
	t = vpaddq_u8(vandq_u8(scan_16(p + 32), b),
	    vandq_u8(scan_16(p + 48), b));
	s = vpaddq_u8(s, t);
	s = vpaddq_u8(s, s);
	return vgetq_lane_u64(vreinterpretq_u64_u8(s), 0);
}

#endif

#if defined(__SSE2__) || defined(__aarch64__)

uint64_t
scan_block(const char *p, size_t n)
{
	char last[SCAN_BLOCK];

	if (n >= SCAN_BLOCK)
		return scan_64(p);
	memset(last, 0, sizeof(last));
	memcpy(last, p, n);
	return scan_64(last);
}

#else

uint64_t
scan_block(const char *p, size_t n)
{
	return scan_block_plain(p, n);
}

#endif
