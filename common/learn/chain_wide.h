/*
 * chain_wide.h -- the scores of a chain, for processors that have AVX2
 *
 * The inside of chain.h: what chain_score() does, where wide_has() (base.h).
 */
#ifndef COMMON_LEARN_CHAIN_WIDE_H
#define COMMON_LEARN_CHAIN_WIDE_H

#include <stddef.h>
#include <stdint.h>

#include "common/learn/chain.h"

void	chain_wide_score(const struct chain *, const uint32_t *features,
	    size_t n, int32_t scores[CHAIN_SCORES]);

#endif
