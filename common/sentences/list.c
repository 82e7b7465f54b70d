#include "common/sentences/list.h"

#include "common/sentences/lines.h"
#include "common/sentences/look.h"

#define ITEM_MAX	2000	/* bytes to the next marker */
#define SEARCH_FREE	65536	/* bytes searched at any rate, and then no */
#define SEARCH_SHARE	2	/* more than this often the text's */

struct list_marker {
	uint32_t	bullet;		/* code point, or 0 */
	bool		letter;
	unsigned	value;
	unsigned	tail;		/* . is 1, ) is 2, .) is 3 */
	size_t		len;
};

static bool
is_bullet(uint32_t cp)
{
	return cp == '-' || cp == '*' || cp == BULLET || cp == HYPHEN_BULLET;
}

#define MARKER_MIN	4	/* bytes: "1. A" */
#define DIGITS_END	8	/* of the marker: no digit from there on */
#define VALUE_MAX	100	/* a number that large takes no more digits */

/* The marker at s, with white space behind it. */
static bool
parse(const unsigned char *s, size_t n, struct list_marker *m)
{
	size_t i = 0, k;

	m->bullet = m->value = m->tail = 0;
	if (n < MARKER_MIN)
		return false;
	k = look_at(s, n, &m->bullet);
	if (is_bullet(m->bullet)) {
		i = k;
		i += byte_is(s[i], CHAR_SPACE) != 0;
	} else {
		m->bullet = 0;
	}
	m->letter = i < n && byte_is(s[i], CHAR_LOWER);
	if (m->letter)
		m->value = s[i++];
	else
		for (; i < n && i < DIGITS_END && byte_is(s[i], CHAR_DIGIT) &&
		    m->value < VALUE_MAX; i++)
			m->value = 10 * m->value + (s[i] - '0');
	if (m->value == 0)
		return false;
	for (; i < n && (s[i] == '.' || s[i] == ')') && m->tail < 2; i++)
		m->tail += s[i] == '.' ? 1 : 2;
	m->len = i;
	return m->tail > 0 && i + 1 < n && byte_is(s[i], CHAR_SPACE) &&
	    !byte_is(s[i + 1], CHAR_SPACE);
}

static bool
may_begin(unsigned char c)
{
	return byte_is(c, CHAR_DIGIT | CHAR_LOWER) || c == '-' || c == '*' ||
	    c == LEAD_PUNCTUATION;
}

void
list_find_item(struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i = it->start, end;
	struct list_marker m, next;

	it->item = it->marker = 0;
	if (!may_begin(s[i]) || !parse(s + i, it->len - i, &m))
		return;
	if (m.bullet != 0 || m.letter)
		it->marker = i + m.len;
	if (it->searched > SEARCH_FREE + SEARCH_SHARE * it->start)
		return;
	end = it->len - i > ITEM_MAX ? i + ITEM_MAX : it->len;
	for (i += m.len; i < end; i++) {
		it->searched++;
		if (s[i] == '\n' && line_ends(it, i))
			return;
		if (!byte_is(s[i], CHAR_SPACE) || i + 1 == end ||
		    !may_begin(s[i + 1]) ||
		    !parse(s + i + 1, it->len - i - 1, &next))
			continue;
		if (next.bullet != m.bullet || next.letter != m.letter ||
		    next.tail != m.tail || next.value > m.value + 1)
			continue;
		if (next.value == m.value + 1) {
			it->item = i + 1;
			it->marker = it->start + m.len;
		}
		return;			/* a lower one: a list begins anew */
	}
}
