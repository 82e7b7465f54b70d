/*
 * text.h -- what text is: characters, tokens, pairs of marks, lines joined
 */
#ifndef COMMON_TEXT_TEXT_H
#define COMMON_TEXT_TEXT_H

#include "common/text/chars.h"
#include "common/text/joined.h"
#include "common/text/marks.h"
#include "common/text/tokens.h"

#endif
