#include "common/sentences/said.h"

#include <string.h>

#include "common/sentences/look.h"
#include "common/sentences/splitter.h"

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
	const struct lexicon *l = it->splitter->options.language->lexicon;
	size_t i = (size_t)(first->s - s), end, high;
	uint64_t cue;
	unsigned names;
	uint32_t cp;

	high = it->len - i > 4 * NEIGHBOUR_MAX ? i + 4 * NEIGHBOUR_MAX : it->len;
	for (names = 0; names < 5; names++) {
		for (end = i; end < high && !byte_is(s[end], CHAR_SPACE) &&
		    !byte_is(s[end], CHAR_BESIDE); end++)
			;
		if (names > 0 && end > i && (cue = lexicon_bits(l,
		    ROLE_CUE_VERBS, (const char *)s + i, end - i)) != 0)
			return attributed(cue, end == high ||
			    (byte_is(s[end], CHAR_BESIDE) && s[end] != '"'), kind);
		if (end == i)
			return SAID_NOT;
		look_at(s + i, end - i, &cp);
		if (char_letter(cp) != CHAR_UPPER)
			return SAID_NOT;
		if (end < high && s[end] == '.')
			end++;
		for (i = end; i < high && byte_is(s[i], CHAR_SPACE); i++)
			;
		if (i == end)
			return SAID_NOT;
	}
	return SAID_NOT;
}
