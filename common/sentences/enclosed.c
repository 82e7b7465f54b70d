#include "common/sentences/enclosed.h"

#include <string.h>

#include "common/sentences/bytes.h"
#include "common/sentences/lines.h"

#define LOOK_BACK	512	/* bytes searched for an opening mark */
#define ASIDE_MAX	160	/* bytes searched for the closing bracket */

enum opened
enclosed_closer(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low = it->start;
	bool found;

	if (b->close - low > LOOK_BACK)
		low = b->close - LOOK_BACK;
	for (i = b->close; i > low; i--) {
		switch (b->closer) {
		case CLOSE_BRACKET:
			found = s[i - 1] == '(' || s[i - 1] == '[';
			break;
		case CLOSE_CURLY:
			found = i - low > 2 && (s[i - 1] == 0x9C ||
			    s[i - 1] == 0x9E) && s[i - 2] == 0x80;
			if (found)
				i -= 2;
			break;
		case CLOSE_CURLY_SINGLE:
			found = i - low > 2 && s[i - 1] == 0x98 &&
			    s[i - 2] == 0x80;
			if (found)
				i -= 2;
			break;
		case CLOSE_DOUBLE:
			found = s[i - 1] == '"';
			break;
		case CLOSE_SINGLE:
			found = s[i - 1] == '\'' &&
			    (i - 1 == low || is_space(s[i - 2]));
			break;
		default:
			return OPENED_NOT;
		}
		if (found)
			return i - 1 == it->start ? OPENED_START : OPENED_INSIDE;
	}
	return OPENED_NOT;
}

#define CHUNK	32		/* bytes looked at together */

/* Is a bracket among the bytes?  Written for the compiler to do all at once. */
static bool
has_bracket(const unsigned char *s)
{
	unsigned char found = 0;
	unsigned i;

	for (i = 0; i < CHUNK; i++)
		found |= ((s[i] | 1) == ')') | ((s[i] & 0xDF) == '[') |
		    ((s[i] & 0xDF) == ']');
	return found != 0;
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
	for (; i > low && !byte_is(s[i - 1], IS_BRACKET); i--)
		;
	if (i == low || strchr("([{", s[i - 1]) == NULL)
		return OPENED_NOT;
	return i - 1 == it->start ? OPENED_START : OPENED_INSIDE;
}

bool
enclosed_quoted(struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low = it->line;

	if ((straight_marks(it, b->term) & 1) != 0)
		return true;
	if (b->term - low > LOOK_BACK)
		low = b->term - LOOK_BACK;
	for (i = b->term; i > low + 2; i--) {
		if (s[i - 2] != 0x80 || s[i - 3] != 0xE2)
			continue;
		if (s[i - 1] == 0x9C || s[i - 1] == 0x98)
			return true;
		if (s[i - 1] == 0x9D || (s[i - 1] == 0x99 && i - low > 3 &&
		    strchr(",.?!", s[i - 4]) != NULL))
			return false;
	}
	return false;
}

enum aside
enclosed_aside(const struct sentence_iterator *it, const struct boundary *b)
{
	const char *s = it->text + b->next, *end;
	size_t n = it->len - b->next;

	if (n == 0 || *s != '(')
		return ASIDE_NOT;
	end = memchr(s, ')', n < ASIDE_MAX ? n : ASIDE_MAX);
	if (end == NULL)
		return ASIDE_OTHER;
	n -= (size_t)(end + 1 - s);
	if ((n > 0 && strchr(",;:.-?!", end[1]) != NULL) || (n > 1 &&
	    end[1] == ' ' && (byte_is((unsigned char)end[2], IS_LOWER) ||
	    end[2] == '-' || (unsigned char)end[2] == 0xE2)))
		return ASIDE_INSIDE;
	return strchr(".?!\"'", end[-1]) != NULL ? ASIDE_SENTENCE : ASIDE_OTHER;
}
