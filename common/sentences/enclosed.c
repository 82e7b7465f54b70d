#include "common/sentences/enclosed.h"

#include <string.h>

#include "common/base/base.h"
#include "common/sentences/lines.h"
#include "common/sentences/look.h"

#define LOOK_BACK	512	/* bytes searched for an opening mark */
#define ASIDE_MAX	160	/* bytes searched for the closing bracket */

/* Does the character, which begins at i, open what b->closer closes? */
static bool
opens(const struct boundary *b, const unsigned char *s, size_t low, size_t i,
    uint32_t cp)
{
	switch (b->closer) {
	case CLOSE_BRACKET:
		return cp == '(' || cp == '[';
	case CLOSE_CURLY:
		return look_opens_double(cp);
	case CLOSE_CURLY_SINGLE:
		return look_is_curly(cp, CHAR_SINGLE | CHAR_LEFT);
	case CLOSE_DOUBLE:
		return cp == '"';
	case CLOSE_SINGLE:
		return cp == '\'' && (i == low ||
		    byte_is(s[i - 1], CHAR_SPACE));
	default:
		return false;
	}
}

size_t
enclosed_opening(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low = it->start;
	uint32_t cp;

	if (b->closer == CLOSE_NONE || b->closer >= CLOSE_NOTE)
		return b->close;
	if (b->close - low > LOOK_BACK)
		low = b->close - LOOK_BACK;
	for (i = b->close; i > low;) {
		i -= look_before(s, low, i, &cp);
		if (opens(b, s, low, i, cp))
			return i;
	}
	return b->close;
}

enum opened
enclosed_closer(const struct sentence_iterator *it, const struct boundary *b)
{
	size_t at = enclosed_opening(it, b);

	return at == b->close ? OPENED_NOT : at == it->start ? OPENED_START :
	    OPENED_INSIDE;
}

#define CHUNK	(2 * LANES)	/* bytes looked at together */

/* Which of the bytes are brackets?  [ and { differ in one bit, as ( and ). */
static inline lanes
brackets(lanes v)
{
	return (lanes)(((v | 1) == ')') | ((v & 0xDF) == '[') |
	    ((v & 0xDF) == ']'));
}

static inline bool
has_bracket(const unsigned char *s)
{
	return lanes_any(brackets(lanes_load(s)) |
	    brackets(lanes_load(s + LANES)));
}

enum opened
enclosed_bracket(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low = it->start;

	if (b->term - low > LOOK_BACK)
		low = b->term - LOOK_BACK;
	for (i = b->term; i - low >= CHUNK && !has_bracket(s + i - CHUNK);
	    i -= CHUNK)
		;
	for (; i > low && !byte_is(s[i - 1], CHAR_BRACKET); i--)
		;
	if (i == low || !byte_is(s[i - 1], CHAR_OPEN))
		return OPENED_NOT;
	return i - 1 == it->start ? OPENED_START : OPENED_INSIDE;
}

bool
enclosed_quoted(struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low = it->line;
	uint32_t cp;

	if ((straight_marks(it, b->term) & 1) != 0)
		return true;
	if (b->term - low > LOOK_BACK)
		low = b->term - LOOK_BACK;
	for (i = b->term; i > low;) {
		if (s[--i] != LEAD_PUNCTUATION)
			continue;
		look_at(s + i, b->term - i, &cp);
		if (look_is_curly(cp, CHAR_DOUBLE | CHAR_LEFT) ||
		    look_is_curly(cp, CHAR_SINGLE | CHAR_LEFT))
			return true;
		/* Most single ones that look so are apostrophes. */
		if (look_is_curly(cp, CHAR_DOUBLE | CHAR_RIGHT) ||
		    (look_is_curly(cp, CHAR_SINGLE | CHAR_RIGHT) && i > low &&
		    byte_is(s[i - 1], CHAR_INSIDE)))
			return false;
	}
	return false;
}

/* Does a sentence go on behind a bracket, where n bytes are left? */
static bool
goes_on(const unsigned char *s, size_t n)
{
	if (n > 0 && (byte_is(s[0], CHAR_PAUSE | CHAR_TERMINATOR) ||
	    s[0] == '-' || s[0] == '\0'))
		return true;
	return n > 1 && s[0] == ' ' && (byte_is(s[1], CHAR_LOWER) ||
	    s[1] == '-' || s[1] == LEAD_PUNCTUATION);
}

enum aside
enclosed_aside(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text + b->next;
	const unsigned char *end;
	size_t n = it->len - b->next;

	if (n == 0 || *s != '(')
		return ASIDE_NOT;
	end = memchr(s, ')', n < ASIDE_MAX ? n : ASIDE_MAX);
	if (end == NULL)
		return ASIDE_OTHER;
	if (goes_on(end + 1, n - (size_t)(end + 1 - s)))
		return ASIDE_INSIDE;
	return byte_is(end[-1], CHAR_TERMINATOR | CHAR_STRAIGHT) ?
	    ASIDE_SENTENCE : ASIDE_OTHER;
}

#define OMISSION_MAX	12	/* bytes of "[ . . . ]" */

bool
enclosed_omission(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i = b->next, end = i + OMISSION_MAX < it->len ?
	    i + OMISSION_MAX : it->len;
	uint32_t cp;

	if (b->next == b->end || !byte_is(s[i], CHAR_OPEN))
		return false;
	for (i++; i < end && (s[i] == '.' || s[i] == ' ' || s[i] >= 0x80); i++)
		;
	if (i >= end || !byte_is(s[i], CHAR_CLOSE))
		return false;
	i = space_skip(it->text, i + 1, it->len);
	if (i == it->len)
		return true;
	look_at(s + i, it->len - i, &cp);
	return char_letter(cp) == CHAR_UPPER || char_is(cp, CHAR_QUOTE);
}

#define TITLE_MAX	90	/* bytes of a title on either side */

bool
enclosed_title(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low = it->start;
	uint32_t cp;

	if (b->term - low > TITLE_MAX)
		low = b->term - TITLE_MAX;
	for (i = b->term, cp = 0; i > low && cp != TITLE_OPENS;) {
		i -= look_before(s, low, i, &cp);
		if (cp == TITLE_CLOSES)
			return false;
	}
	if (cp != TITLE_OPENS)
		return false;
	for (i = b->end; i < it->len && i - b->end < TITLE_MAX &&
	    s[i] != '\n';) {
		i += look_at(s + i, it->len - i, &cp);
		if (cp == TITLE_OPENS || cp == TITLE_CLOSES)
			return cp == TITLE_CLOSES;
	}
	return false;
}
