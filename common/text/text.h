/*
 * text.h -- what text is: characters, tokens, pairs of marks
 */
#ifndef COMMON_TEXT_TEXT_H
#define COMMON_TEXT_TEXT_H

#include "common/text/marks.h"
#include "common/text/tokens.h"
#include "common/text/utf8.h"

#endif
