#include "common/sentences/list.h"

#include <string.h>

#include "common/sentences/lines.h"
#include "common/sentences/look.h"
#include "common/sentences/splitter.h"

#define ITEM_MAX	2000	/* bytes to the next marker */
#define SEARCH_FREE	65536	/* bytes searched at any rate, and then no */
#define SEARCH_SHARE	2	/* more than this often the text's */

/* What a marker counts with. */
enum counter {
	COUNT_NOTHING,		/* a bullet alone */
	COUNT_DIGITS,
	COUNT_SECTIONS,		/* 1.1, the last number counts */
	COUNT_LOWER,		/* a, b */
	COUNT_UPPER,
	COUNT_ROMAN_LOWER,
	COUNT_ROMAN_UPPER
};

struct list_marker {
	uint32_t	bullet;		/* code point, or 0 */
	unsigned char	open;		/* a bracket before the number, or 0 */
	enum counter	counter;
	unsigned	value;
	unsigned	roman;		/* of a letter that may be one; or 0 */
	unsigned	tail;		/* . is 1, ) is 2, .) is 3, : is 4 */
	unsigned char	prefix[8];	/* what comes before the last number */
	size_t		len;
	bool		capital;	/* a word with one follows */
};

#define SECTION_SIGN	0xA7u

static bool
is_bullet(uint32_t cp)
{
	return cp == '-' || cp == '*' || cp == SECTION_SIGN ||
	    char_is_bullet(cp);
}

/* Does one stand for an item even alone? */
static bool
is_item_bullet(uint32_t cp)
{
	return cp >= 0x80 && cp != SECTION_SIGN && cp != HYPHEN_BULLET;
}

#define MARKER_MIN	3	/* bytes: "1. A", a bullet and a letter */
#define VALUE_MAX	100	/* a number that large takes no more digits */
#define ROMAN_MAX	7	/* letters: xxxviii */

static unsigned
digits(const unsigned char *s, size_t n, size_t *i)
{
	unsigned v = 0;

	for (; *i < n && byte_is(s[*i], CHAR_DIGIT) && v < VALUE_MAX; ++*i)
		v = 10 * v + (s[*i] - '0');
	return v;
}

/* A Roman number of n letters, in either case, or 0. */
static unsigned
roman(const unsigned char *s, size_t n)
{
	static const unsigned char letters[] = "ivxlc";
	static const unsigned values[] = { 1, 5, 10, 50, 100 };
	unsigned sum = 0, last = 0, v;
	const unsigned char *p;

	if (n > ROMAN_MAX)
		return 0;
	while (n-- > 0) {
		p = memchr(letters, ascii_lower(s[n]), sizeof(letters) - 1);
		if (p == NULL)
			return 0;
		v = values[p - letters];
		sum = v < last ? sum - v : sum + v;
		last = v;
	}
	return sum;
}

/* The number or letters of a marker at s[*i]; false if there is none. */
static bool
parse_counter(const unsigned char *s, size_t n, size_t *i,
    struct list_marker *m)
{
	size_t from = *i, last = from;
	unsigned class;

	if (*i < n && byte_is(s[*i], CHAR_DIGIT)) {
		m->counter = COUNT_DIGITS;
		m->value = digits(s, n, i);
		while (*i + 1 < n && s[*i] == '.' &&
		    byte_is(s[*i + 1], CHAR_DIGIT)) {
			last = ++*i;
			m->value = digits(s, n, i);
			m->counter = COUNT_SECTIONS;
		}
		if (last - from > sizeof(m->prefix))
			return false;
		memcpy(m->prefix, s + from, last - from);
		return m->value > 0;
	}
	for (class = 0; *i < n && *i - from <= ROMAN_MAX &&
	    byte_is(s[*i], CHAR_LETTER); ++*i)
		class |= byte_is(s[*i], CHAR_LETTER);
	if (*i == from || class == CHAR_LETTER)
		return false;
	m->roman = roman(s + from, *i - from);
	m->value = s[from];
	m->counter = class == CHAR_LOWER ? COUNT_LOWER : COUNT_UPPER;
	if (*i - from > 1) {
		m->value = m->roman;
		m->counter = class == CHAR_LOWER ? COUNT_ROMAN_LOWER :
		    COUNT_ROMAN_UPPER;
	}
	return m->value > 0;
}

/* What closes a marker: a stop, a bracket, or, of sections, nothing. */
static bool
parse_tail(const unsigned char *s, size_t n, size_t *i, struct list_marker *m)
{
	unsigned k;

	if (m->open == '[') {
		m->tail = 2;
		return *i < n && s[(*i)++] == ']';
	}
	for (k = 0; *i < n && k < 2 && (s[*i] == '.' || s[*i] == ')'); k++)
		m->tail += s[(*i)++] == '.' ? 1 : 2;
	if (m->tail == 0 && m->counter == COUNT_DIGITS && *i < n &&
	    s[*i] == ':') {
		++*i;
		m->tail = 4;
	}
	if (m->open == '(')
		return m->tail == 2;
	return m->tail > 0 || m->counter == COUNT_SECTIONS;
}

/* The marker at s, with white space behind it. */
static bool
parse(const unsigned char *s, size_t n, struct list_marker *m)
{
	size_t i = 0, k;

	memset(m, 0, sizeof(*m));
	if (n < MARKER_MIN)
		return false;
	k = look_at(s, n, &m->bullet);
	if (is_bullet(m->bullet)) {
		i = k;
		i += i < n && byte_is(s[i], CHAR_SPACE) != 0;
	} else {
		m->bullet = 0;
	}
	k = i;
	if (i < n && (s[i] == '(' || s[i] == '['))
		m->open = s[i++];
	if (!parse_counter(s, n, &i, m) || !parse_tail(s, n, &i, m)) {
		if (m->bullet == 0 || !is_item_bullet(m->bullet))
			return false;
		m->open = 0;
		m->counter = COUNT_NOTHING;
		m->tail = m->value = 0;
		m->len = k;
		return k < n && !byte_is(s[k], CHAR_SPACE);
	}
	m->len = i;
	if (i + 1 >= n || !byte_is(s[i], CHAR_SPACE) ||
	    byte_is(s[i + 1], CHAR_SPACE))
		return false;
	m->capital = byte_is(s[i + 1], CHAR_UPPER | CHAR_WIDE) != 0;
	return true;
}

static bool
may_begin(unsigned char c)
{
	return byte_is(c, CHAR_DIGIT | CHAR_LETTER) || c == '-' || c == '*' ||
	    c == '(' || c == '[' || c == LEAD_PUNCTUATION || c == LEAD_LATIN;
}

/* Are both of one list: the same marks, the same kind of number? */
static bool
is_alike(const struct list_marker *m, const struct list_marker *next)
{
	return next->bullet == m->bullet && next->open == m->open &&
	    next->tail == m->tail &&
	    memcmp(next->prefix, m->prefix, sizeof(m->prefix)) == 0;
}

/* Does the next one count on from this one? */
static bool
counts_on(const struct list_marker *m, const struct list_marker *next)
{
	if (next->counter == m->counter && next->value ==
	    m->value + (m->counter != COUNT_NOTHING))
		return true;
	return m->roman > 0 && next->roman == m->roman + 1 &&
	    m->counter >= COUNT_LOWER &&
	    (m->counter == COUNT_LOWER || m->counter == COUNT_ROMAN_LOWER) ==
	    (next->counter == COUNT_LOWER ||
	    next->counter == COUNT_ROMAN_LOWER);
}

/*
 * Do the markers look like other things, so that more must speak for a list?
 * Capitals with a stop are initials, numbers of sections decimals, and a number
 * with a colon is the time of day.
 */
static bool
is_doubtful(const struct list_marker *m)
{
	return (m->tail == 1 && m->counter == COUNT_UPPER) || m->tail == 4 ||
	    (m->counter == COUNT_SECTIONS && m->tail == 0);
}

/* Is it, on the other hand, a list, where the next marker is at s[i]? */
static bool
is_certain(const struct list_marker *m, const struct list_marker *next,
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
is_mentioned(const struct list_marker *m, const unsigned char *s, size_t start,
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
find_next(struct sentence_iterator *it, const struct list_marker *m, size_t i,
    struct list_marker *next)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t left = ITEM_MAX;

	for (i += m->len; i < it->len && left > 0; i++) {
		it->searched++;
		if (s[i] == '\n' && line_ends(it, i))
			return 0;
		left -= s[i] != '\r';	/* so that it is none the nearer */
		if (!byte_is(s[i], CHAR_SPACE) || i + 1 == it->len ||
		    !may_begin(s[i + 1]) ||
		    !parse(s + i + 1, it->len - i - 1, next) ||
		    !is_alike(m, next))
			continue;
		if (counts_on(m, next))
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
	struct list_marker m, next, after;

	it->item = it->marker = 0;
	if (!may_begin(s[i]))
		return;
	if ((it->item = behind_stage_note(it)) != 0) {
		it->marker = it->item;
		return;
	}
	if (!parse(s + i, it->len - i, &m))
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
