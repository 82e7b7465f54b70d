/*
 * behind.h -- what stands behind a stop and belongs to the sentence before
 *
 * Private to sentences.  "He left.[a]", "We won! :)": neither note nor emoji
 * begins a sentence.  Each is told by its marks alone; all look a bounded way
 * forward.
 */
#ifndef COMMON_SENTENCES_BEHIND_H
#define COMMON_SENTENCES_BEHIND_H

#include "common/sentences/sentences.h"

/*
 * A note glued to what stands before s, of n > 0 bytes: [12], [a], [when?],
 * (3), a raised digit, a dagger; the length, or 0.
 */
size_t	behind_note(const unsigned char *s, size_t n);
/* A note in square brackets behind a space, digits only. */
size_t	behind_loose_note(const unsigned char *s, size_t n);
/*
 * A run of emoji or an emoticon at i, behind a space or none: the length with
 * the space, or 0.  Not the emoji that the sentence begins with: that is used
 * as a bullet.
 */
size_t	behind_emoji(const struct sentence_iterator *, size_t i);

/* Is there nothing more of a word at s: white space, the end, or a mark? */
bool	behind_is_over(const unsigned char *s, size_t n);

#endif
