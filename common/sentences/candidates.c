#include "common/sentences/candidates.h"

#include <string.h>

#include "common/sentences/lines.h"
#include "common/sentences/list.h"
#include "common/sentences/look.h"
#include "common/sentences/scan.h"
#include "common/sentences/splitter.h"

void
candidates_skip(struct sentence_iterator *it, size_t i)
{
	it->at = i;
	if (i >= it->block) {
		it->block = i;
		it->mask = 0;
	} else if (i > it->block - SCAN_BLOCK) {
		it->mask &= ~UINT64_C(0) << (i - (it->block - SCAN_BLOCK));
	}
}

/* The bits of the bytes of a block that are the language's own mark. */
static uint64_t
scan_mark(const char *p, size_t n, char mark)
{
	const char *at = p;
	uint64_t mask = 0;

	if (n > SCAN_BLOCK)
		n = SCAN_BLOCK;
	while ((at = memchr(at, mark, n - (size_t)(at - p))) != NULL)
		mask |= UINT64_C(1) << (at++ - p);
	return mask;
}

#define MARKS_MANY	8	/* of a block: most are letters */

static bool
are_many(uint64_t mask)
{
	unsigned n;

	for (n = 1; n < MARKS_MANY && mask != 0; n++)
		mask &= mask - 1;
	return mask != 0;
}

/* What may end a sentence in the next block. */
static uint64_t
scan(const struct sentence_iterator *it)
{
	const char *p = it->text + it->block;
	size_t n = it->len - it->block;
	uint64_t mask = scan_block(p, n);

	if (are_many(mask))
		mask = scan_without_letters(p, n, mask);
	if (it->splitter->question_mark != SPLITTER_NO_MARK)
		mask |= scan_mark(p, n, (char)it->splitter->question_mark);
	return mask;
}

/* The next byte that may end a sentence, or len. */
static size_t
next_candidate(struct sentence_iterator *it)
{
	size_t i;

	while (it->mask == 0) {
		if (it->block >= it->len)
			return it->len;
		it->mask = scan(it);
		it->block += SCAN_BLOCK;
	}
	i = it->block - SCAN_BLOCK + (size_t)__builtin_ctzll(it->mask);
	it->mask &= it->mask - 1;
	return i;
}

/* Where the sentence that goes up to end really ends: before white space. */
static size_t
trim(const struct sentence_iterator *it, size_t end)
{
	while (end > it->start && byte_is(it->text[end - 1], CHAR_SPACE))
		end--;
	return end;
}

/* Skip what stands before a sentence, and see whether a line begins there. */
static bool
find_start(struct sentence_iterator *it)
{
	bool lines = !it->splitter->options.join_lines, first = it->at == 0;
	bool layout = it->splitter->options.layout;
	unsigned breaks = 0;
	size_t i;

	for (i = it->at; i < it->len && byte_is(it->text[i], CHAR_SPACE); i++) {
		if (it->text[i] != '\n')
			continue;
		if (++breaks == 2 || lines || (layout && line_ends(it, i)))
			first = true;
		it->joined = i + 1;
	}
	it->start = i;
	it->new_line = first;
	if (first)
		it->line = i;
	candidates_skip(it, i);
	return i < it->len;
}

/* Where the word behind b begins, and whether a line ends before it. */
static bool
find_next(const struct sentence_iterator *it, struct boundary *b)
{
	bool lines = !it->splitter->options.join_lines;
	bool layout = it->splitter->options.layout;
	unsigned breaks = 0;
	size_t i, wide;

	b->trail = b->end;
	for (i = b->end; i < it->len; i += wide > 0 ? wide : 1) {
		wide = look_wide_space((const unsigned char *)it->text + i,
		    it->len - i);
		if (wide > 0)
			b->trail = i + wide;
		else if (!byte_is(it->text[i], CHAR_SPACE))
			break;
		else if (it->text[i] == '\n' && (++breaks == 2 || lines ||
		    (layout && line_ends(it, i))))
			return false;
	}
	b->next = i;
	return i < it->len;
}

/* May the byte begin a closing mark that is set apart, */
static inline bool
may_close(unsigned char c)
{
	return c == '\'' || c == '-' || c == ')' || c == ']' || c == '}';
}

/* or a face, a tag, a straight mark, whose side is to be found? */
static inline bool
may_belong(unsigned char c)
{
	return c == '"' || c == '<' || c == '^' || c == '=' || c == ':' ||
	    c == ';';
}

/*
 * Most candidates by far: one ASCII mark, then perhaps a straight double
 * quotation mark, then a space with something else behind it.  The bytes of
 * the marks, or 0.
 */
static size_t
plain_marks(const struct sentence_iterator *it, size_t at)
{
	const unsigned char *s = (const unsigned char *)it->text + at;
	size_t i = 1;

	if (it->len - at < 4 || s[0] >= 0x80)
		return 0;
	if (s[1] == '"')
		i++;
	if (s[i] != ' ' || s[i + 1] == '.' || s[i + 1] == '[' ||
	    s[i + 1] >= 0x80 || byte_is(s[i + 1], CHAR_SPACE))
		return 0;
	if (may_belong(s[i + 1]) && (s[i + 1] != '"' || i + 2 >= it->len - at ||
	    byte_is(s[i + 2], CHAR_SPACE)))
		return 0;
	if (byte_is(s[i + 1], CHAR_DIGIT) && at > it->start && s[-1] == ')')
		return 0;
	if (may_close(s[i + 1]) && at > it->start && byte_is(s[-1], CHAR_SPACE))
		return 0;
	return i;
}

/* Fills all of b, as boundary_find() and find_next() would, for n marks. */
static void
find_plainly(const struct sentence_iterator *it, size_t at, size_t n,
    struct boundary *b)
{
	char c = it->text[at];

	b->kind = c == '.' ? TERM_STOP : c == '!' ? TERM_EXCLAMATION :
	    TERM_QUESTION;
	b->closer = n == 1 ? CLOSE_NONE : CLOSE_DOUBLE;
	b->term = at;
	b->close = at + 1;
	b->end = b->trail = at + n;
	b->next = b->end + 1;
	b->parted = false;
}

bool
candidates_begin(struct sentence_iterator *it)
{
	if (!find_start(it))
		return false;
	list_find_item(it);
	return true;
}

enum step
candidates_next(struct sentence_iterator *it, struct boundary *b)
{
	size_t i, n;

	while ((i = next_candidate(it)) < it->len) {
		if (it->item != 0 && i >= it->item)
			break;
		if ((unsigned char)it->text[i] >= SCAN_LEAD &&
		    !scan_is_likely(it->text + i, it->len - i))
			continue;
		if (it->text[i] == '\n') {
			if (!line_ends(it, i)) {
				it->joined = i + 1;
				continue;
			}
			b->end = trim(it, i);
			candidates_skip(it, i);
			return STEP_LINE;
		}
		if ((n = plain_marks(it, i)) > 0) {
			if (i < it->marker || (i < it->crowded &&
			    !boundary_by_letters(it, i, i + n + 1)))
				continue;
			find_plainly(it, i, n, b);
			candidates_skip(it, b->end);
			return STEP_CANDIDATE;
		}
		if (!boundary_find(it, i, b))
			continue;
		candidates_skip(it, b->end);
		if (i >= it->marker && find_next(it, b))
			return STEP_CANDIDATE;
	}
	if (it->item != 0) {
		b->end = trim(it, it->item);
		it->at = it->block = it->item;	/* scan again from there */
		it->mask = 0;
		return STEP_LINE;
	}
	b->end = trim(it, it->len);
	it->at = it->len;
	return STEP_LINE;
}
