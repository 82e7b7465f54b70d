/*
 * cut.h -- a sentence that is too long, in pieces
 *
 * Private to sentences.  For programs that take no more than so many characters
 * at once.  A piece ends behind a semicolon or colon, or else a comma, in its
 * second half, or else before the last white space, or else anywhere.
 */
#ifndef COMMON_SENTENCES_CUT_H
#define COMMON_SENTENCES_CUT_H

#include "common/base/base.h"

/*
 * Leaves in the span no more than so many code points of it, more than 0, of
 * which CR LF is one; where the rest begins, the end of the span if there is
 * none.
 */
size_t	cut_sentence(const char *text, struct span *, size_t longest);

#endif
