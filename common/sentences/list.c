#include "common/sentences/list.h"

#include "common/sentences/bytes.h"
#include "common/sentences/lines.h"

#define ITEM_MAX	2000	/* bytes to the next marker */
#define SEARCH_FREE	65536	/* bytes searched at any rate, and then no */
#define SEARCH_SHARE	2	/* more than this often the text's */

struct list_marker {
	unsigned	bullet;		/* its last byte, or 0 */
	bool		letter;
	unsigned	value;
	unsigned	tail;		/* . is 1, ) is 2, .) is 3 */
	size_t		len;
};

/* The marker at s, with white space behind it. */
static bool
parse(const unsigned char *s, size_t n, struct list_marker *m)
{
	size_t i = 0;

	m->bullet = m->value = m->tail = 0;
	if (n < 4)
		return false;
	if (s[0] == '-' || s[0] == '*' || (s[0] == 0xE2 &&
	    ((s[1] == 0x80 && s[2] == 0xA2) || (s[1] == 0x81 && s[2] == 0x83)))) {
		i = s[0] == 0xE2 ? 3 : 1;
		m->bullet = s[i - 1];
		i += is_space(s[i]);
	}
	m->letter = i < n && s[i] >= 'a' && s[i] <= 'z';
	if (m->letter)
		m->value = s[i++];
	else
		for (; i < n && i < 8 && s[i] >= '0' && s[i] <= '9' &&
		    m->value < 100; i++)
			m->value = 10 * m->value + (s[i] - '0');
	if (m->value == 0)
		return false;
	for (; i < n && (s[i] == '.' || s[i] == ')') && m->tail < 2; i++)
		m->tail += s[i] == '.' ? 1 : 2;
	m->len = i;
	return m->tail > 0 && i + 1 < n && is_space(s[i]) &&
	    !is_space(s[i + 1]);
}

static bool
may_begin(unsigned char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' ||
	    c == '*' || c == 0xE2;
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
		if (!is_space(s[i]) || i + 1 == end || !may_begin(s[i + 1]) ||
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
