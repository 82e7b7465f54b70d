/*
 * syntax.h -- parts of speech and noun phrases
 */
#ifndef COMMON_SYNTAX_SYNTAX_H
#define COMMON_SYNTAX_SYNTAX_H

#include "common/syntax/chunks.h"
#include "common/syntax/tags.h"

#endif
