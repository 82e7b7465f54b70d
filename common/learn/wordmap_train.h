/*
 * wordmap_train.h -- make a wordmap (wordmap.h)
 */
#ifndef COMMON_LEARN_WORDMAP_TRAIN_H
#define COMMON_LEARN_WORDMAP_TRAIN_H

#include <stddef.h>
#include <stdint.h>

/*
 * Make a section of n words that are all different, which the caller frees.
 */
void	*wordmap_section(const char *const *words, const uint8_t *values,
	    size_t n, size_t *len);

#endif
