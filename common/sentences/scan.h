/*
 * scan.h -- bytes where a sentence may end
 *
 * Looks at 64 bytes at a time and marks those that may begin something that
 * ends a sentence: LF . ! ? and the first bytes of the UTF-8 sequences of the
 * full stops of other scripts (any byte from SCAN_LEAD on).  SSE2, NEON and
 * plain C give the same answers.
 */
#ifndef COMMON_SENTENCES_SCAN_H
#define COMMON_SENTENCES_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SCAN_BLOCK	64
#define SCAN_LEAD	0xD6

/* Bit i is set if byte i of the n is marked; no more than 64 are looked at. */
uint64_t	scan_block(const char *, size_t n);
/*
 * May a terminator begin at s, of n > 0 bytes, the first of which was marked?
 * Most bytes that are begin a letter: Arabic, Indic, Han, Hangul.
 */
bool		scan_is_likely(const char *s, size_t n);
/*
 * The marks of scan_block() without those of letters, where there are many: the
 * bits of bytes for which scan_is_likely() is false are gone.
 */
uint64_t	scan_without_letters(const char *, size_t n, uint64_t mask);
/* scan_block() in plain C. */
uint64_t	scan_block_plain(const char *, size_t n);

#endif
