#include "common/sentences/list.h"

#include <string.h>

#include "common/sentences/lines.h"
#include "common/sentences/look.h"
#include "common/sentences/marker.h"
#include "common/sentences/splitter.h"

#define ITEM_MAX	2000	/* bytes to the next marker */
#define SEARCH_FREE	65536	/* bytes searched at any rate, and then no */
#define SEARCH_SHARE	2	/* more than this often the text's */

/*
 * Do the markers look like other things, so that more must speak for a list?
 * Capitals with a stop are initials, numbers of sections decimals, and a number
 * with a colon is the time of day.
 */
static bool
is_doubtful(const struct marker *m)
{
	return (m->tail == 1 && m->counter == COUNT_UPPER) || m->tail == 4 ||
	    (m->counter == COUNT_SECTIONS && m->tail == 0);
}

/* Is it, on the other hand, a list, where the next marker is at s[i]? */
static bool
is_certain(const struct marker *m, const struct marker *next,
    const unsigned char *s, size_t start, size_t i, unsigned items)
{
	uint32_t cp;

	i = space_before((const char *)s, start, i);
	look_before(s, start, i, &cp);
	if (m->tail == 1 && m->counter == COUNT_UPPER)
		return char_is(cp, CHAR_TERMINATOR) == 0 && cp != ',' &&
		    (items > 2 || next->counter == COUNT_ROMAN_UPPER);
	return m->capital && next->capital && cp != ',';
}

/* Is there no more than a small word between the markers: "(a) and (b) are"? */
static bool
is_mentioned(const struct marker *m, const unsigned char *s, size_t start,
    size_t next)
{
	size_t i = space_skip((const char *)s, start + m->len, next);

	if (m->counter == COUNT_NOTHING)
		return false;
	for (; i < next && byte_is(s[i], CHAR_LOWER); i++)
		;
	return i + 1 >= next && m->open != 0;
}

/*
 * The marker of the item that follows m in the line, from i on: where it is,
 * or 0.
 */
static size_t
find_next(struct sentence_iterator *it, const struct marker *m, size_t i,
    struct marker *next)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t left = ITEM_MAX;

	for (i += m->len; i < it->len && left > 0; i++) {
		it->searched++;
		if (s[i] == '\n' && line_ends(it, i))
			return 0;
		left -= s[i] != '\r';	/* so that it is none the nearer */
		if (!byte_is(s[i], CHAR_SPACE) || i + 1 == it->len ||
		    !marker_may_begin(s + i + 1, it->len - i - 1) ||
		    !marker_parse(s + i + 1, it->len - i - 1, next) ||
		    !marker_is_alike(m, next))
			continue;
		if (marker_counts_on(m, next))
			return i + 1;
		if (next->counter == m->counter && next->value <= m->value)
			return 0;	/* a lower one: a list begins anew */
	}
	return 0;
}

#define NOTE_BYTES	48	/* of what happens between sentences */

/* Nothing but dots, or words one of which tells what a transcript tells? */
static bool
is_stage_note(const struct lexicon *l, const char *s, size_t n)
{
	char word[LEXICON_WORD];
	bool dots = true, told = false;
	size_t i, end, len;

	for (i = 0; i < n; i++)
		dots &= s[i] == '.' || s[i] == ' ' ||
		    byte_is(s[i], CHAR_WIDE);
	for (i = 0; i < n && !told; i = end + 1) {
		for (end = i; end < n && s[end] != ' '; end++)
			if (byte_is(s[end], CHAR_TERMINATOR | CHAR_NEWLINE))
				return dots;
		len = ascii_fold(s + i, end - i, word, sizeof(word));
		told = len > 0 && lexicon_has(l, ROLE_STAGE_WORDS, word, len);
	}
	return dots || told;
}

/*
 * A bracket between two sentences, "We won. (Applause) Thank you", or before
 * one: where the next begins, or 0.
 */
static size_t
behind_stage_note(const struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text, *end;
	size_t i = it->start, n = it->len - i;
	uint32_t cp;

	if (s[i] != '(' && s[i] != '[')
		return 0;
	end = memchr(s + i, s[i] == '(' ? ')' : ']',
	    n < NOTE_BYTES ? n : NOTE_BYTES);
	if (end == NULL || end == s + i + 1 ||
	    !is_stage_note(it->splitter->lexicon, it->text + i + 1,
	    (size_t)(end - s) - i - 1))
		return 0;
	n = (size_t)(end - s) + 1;
	i = space_skip(it->text, n, it->len);
	if (i == n || i == it->len || memchr(s + n, '\n', i - n) != NULL)
		return 0;
	look_at(s + i, it->len - i, &cp);
	return char_letter(cp) == CHAR_UPPER || char_is(cp, CHAR_QUOTE) ||
	    cp == '(' || cp == '[' ? i : 0;
}

void
list_find_item(struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i = it->start, item, third;
	struct marker m, next, after;

	it->item = it->marker = 0;
	if (!marker_may_begin(s + i, it->len - i))
		return;
	if ((it->item = behind_stage_note(it)) != 0) {
		it->marker = it->item;
		return;
	}
	if (!marker_parse(s + i, it->len - i, &m))
		return;
	if (m.bullet != 0 || m.counter == COUNT_LOWER ||
	    m.counter == COUNT_ROMAN_LOWER || m.counter == COUNT_ROMAN_UPPER ||
	    it->new_line || (i > 0 && i == it->listed))
		it->marker = i + m.len;
	if (it->searched > SEARCH_FREE + SEARCH_SHARE * it->start)
		return;
	item = find_next(it, &m, i, &next);
	if (item == 0 || is_mentioned(&m, s, i, item))
		return;
	if (is_doubtful(&m) && (i == 0 || i != it->listed)) {
		third = m.tail == 1 ? find_next(it, &next, item, &after) : 0;
		if (!is_certain(&m, &next, s, i, item, third > 0 ? 3 : 2))
			return;
	}
	it->item = it->listed = item;
	it->marker = it->start + m.len;
}
