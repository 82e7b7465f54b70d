#include "common/sentences/said.h"

#include "common/sentences/look.h"
#include "common/sentences/splitter.h"

#define WORDS_MAX	5	/* of a name and title, and the verb */
#define LOOK_AHEAD	(4 * NEIGHBOUR_MAX)	/* bytes */

/* What a cue says: the mark behind it makes sure, or that it asks or cries. */
static enum said
attributed(uint64_t cue, bool marked, enum terminator kind)
{
	if (marked || (kind == TERM_QUESTION && (cue & CUE_ASKS)))
		return SAID_SURELY;
	return (cue & CUE_MANNER) ? SAID_MANNER : SAID_OPEN;
}

enum said
said_behind(const struct sentence_iterator *it,
    const struct neighbour *first, enum terminator kind)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i = (size_t)(first->s - s), end, high;
	uint64_t cue;
	unsigned names;
	uint32_t cp;

	high = it->len - i > LOOK_AHEAD ? i + LOOK_AHEAD : it->len;
	for (names = 0; names < WORDS_MAX; names++) {
		for (end = i; end < high &&
		    !byte_is(s[end], CHAR_SPACE | CHAR_BESIDE); end++)
			;
		if (end == i)
			return SAID_NOT;
		cue = names == 0 ? 0 : lexicon_bits(it->splitter->lexicon,
		    ROLE_CUE_VERBS, (const char *)s + i, end - i);
		if (cue != 0)
			return attributed(cue, end == high ||
			    (byte_is(s[end], CHAR_BESIDE) && s[end] != '"'),
			    kind);
		look_at(s + i, end - i, &cp);
		if (char_letter(cp) != CHAR_UPPER)
			return SAID_NOT;
		if (end < high && s[end] == '.')
			end++;
		i = space_skip(it->text, end, high);
		if (i == end)
			return SAID_NOT;
	}
	return SAID_NOT;
}
