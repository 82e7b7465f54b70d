#include "common/sentences/scan.h"

#include <stdbool.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#elif defined(__aarch64__)
#include <arm_neon.h>
#endif

#include "common/base/base.h"

static bool
marked(unsigned char c)
{
	return c == '\n' || c == '.' || c == '!' || c == '?' || c >= SCAN_LEAD;
}

#define BEHIND	2		/* bytes behind the first that are looked at */

/*
 * By the first bytes of the blocks that Unicode has terminators in, a, b and c:
 * may one begin there?  Of single bytes, or of many at once.
 */
#define LIKELY(a, b, c) (						\
	(((a) == 0xD6) & ((b) == 0x89)) |		/* Armenian */	\
	(((a) == 0xD8) & ((b) >= 0x9D) & ((b) <= 0x9F)) | /* Arabic */	\
	(((a) == 0xDB) & ((b) == 0x94)) |				\
	((a) == 0xDC) | ((a) == 0xDF) |		/* Syriac, N'Ko */	\
	(((a) == 0xE0) & ((b) == 0xA0)) |	/* Samaritan, Indic */	\
	(((a) == 0xE0) & ((b) == 0xA5) & ((c) >= 0xA4) & ((c) <= 0xA5)) | \
	((a) == 0xE1) | ((a) == 0xE2) |		/* many, marks */	\
	(((a) == 0xE3) & ((b) == 0x80)) |	/* of Chinese, Japanese */ \
	(((a) == 0xEA) & ((b) < 0xB0)) |	/* others, not Hangul */ \
	((a) >= 0xEE))

bool
scan_is_likely(const char *p, size_t n)
{
	unsigned char a = (unsigned char)p[0];
	unsigned char b = n > 1 ? (unsigned char)p[1] : 0;
	unsigned char c = n > 2 ? (unsigned char)p[2] : 0;

	return LIKELY(a, b, c) != 0;
}

uint64_t
scan_without_letters(const char *p, size_t n, uint64_t mask)
{
	char last[SCAN_BLOCK + BEHIND], kept[SCAN_BLOCK];
	lanes a, b, c, keep;
	size_t i;

	if (n < sizeof(last)) {
		memset(last, 0, sizeof(last));
		p = memcpy(last, p, n);
	}
	for (i = 0; i < SCAN_BLOCK; i += LANES) {
		a = lanes_load(p + i);
		b = lanes_load(p + i + 1);
		c = lanes_load(p + i + 2);
		keep = (lanes)((a < SCAN_LEAD) | LIKELY(a, b, c));
		memcpy(kept + i, &keep, sizeof(keep));
	}
	return mask & scan_block(kept, SCAN_BLOCK);
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

static uint64_t
scan_last(const char *p, size_t n)
{
	char last[SCAN_BLOCK] = { 0 };

	memcpy(last, p, n);
	return scan_64(last);
}

uint64_t
scan_block(const char *p, size_t n)
{
	return n >= SCAN_BLOCK ? scan_64(p) : scan_last(p, n);
}

#else

uint64_t
scan_block(const char *p, size_t n)
{
	return scan_block_plain(p, n);
}

#endif
