/*
 * train_wordmap.h -- make a wordmap (wordmap.h)
 */
#ifndef COMMON_LEARN_TRAIN_WORDMAP_H
#define COMMON_LEARN_TRAIN_WORDMAP_H

#include <stddef.h>
#include <stdint.h>

/*
 * Make a section of n words that are all different, which the caller frees.
 */
void	*wordmap_section(const char *const *words, const uint8_t *values,
	    size_t n, size_t *len);

#endif
