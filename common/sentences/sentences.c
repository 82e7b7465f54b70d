#include "common/sentences/sentences.h"

#include <err.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/sentences/decide.h"
#include "common/sentences/list.h"
#include "common/sentences/scan.h"

void
splitter_model(struct splitter *s, const void *begin, const void *end)
{
	double p = s->options.threshold > 0 ? s->options.threshold : 0.5;
	struct model m;

	model_builtin(&m, begin, end);
	if (!logistic_open(&s->weights, &m, "weights") ||
	    !wordmap_open(&s->words, &m, "words"))
		errx(2, "built-in model: a section is missing");
	s->threshold = logistic_threshold(&s->weights, p);
}

struct splitter *
splitter_bare(const struct sentence_options *o)
{
	static const struct sentence_options defaults;
	struct splitter *s = xcalloc(1, sizeof(*s));

	s->options = o == NULL ? defaults : *o;
	if (s->options.language == NULL)
		s->options.language = language_at(0);
	return s;
}

struct splitter *
splitter_new(const struct sentence_options *o)
{
	struct splitter *s = splitter_bare(o);

	splitter_model(s, s->options.language->sentences,
	    s->options.language->sentences_end);
	return s;
}

void
splitter_free(struct splitter *s)
{
	size_t i;

	for (i = 0; i < s->words_given; i++)
		free(s->given[i]);
	free(s->given);
	free(s);
}

void
splitter_abbreviation(struct splitter *s, const char *word, size_t len)
{
	if (len > 0 && word[len - 1] == '.')
		len--;
	if (len == 0)
		return;
	s->given = array_grow(s->given, &s->cap, s->words_given + 1,
	    sizeof(*s->given));
	s->given[s->words_given++] = xstrndup(word, len);
}

void
sentences_start(struct sentence_iterator *it, const struct splitter *s,
    const char *text, size_t len)
{
	memset(it, 0, sizeof(*it));
	it->splitter = s;
	it->text = text;
	it->len = len;
}

bool
sentences_begins_line(const struct sentence_iterator *it)
{
	return it->new_line;
}

/* All before i is decided: candidates before it are no more. */
static void
skip_to(struct sentence_iterator *it, size_t i)
{
	it->at = i;
	if (i >= it->block) {
		it->block = i;
		it->mask = 0;
	} else if (i > it->block - SCAN_BLOCK) {
		it->mask &= ~UINT64_C(0) << (i - (it->block - SCAN_BLOCK));
	}
}

/* The next byte that may end a sentence, or len. */
static size_t
next_candidate(struct sentence_iterator *it)
{
	size_t i;

	while (it->mask == 0) {
		if (it->block >= it->len)
			return it->len;
		it->mask = scan_block(it->text + it->block,
		    it->len - it->block);
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
	while (end > it->start && is_space(it->text[end - 1]))
		end--;
	return end;
}

bool
sentences_ends_line(const struct sentence_iterator *it, size_t i)
{
	if (!it->splitter->options.join_lines)
		return true;
	for (i++; i < it->len; i++) {
		if (it->text[i] == '\n')
			return true;
		if (!is_space(it->text[i]))
			return false;
	}
	return true;
}

/* Skip what stands before a sentence, and see whether a line begins there. */
static bool
find_start(struct sentence_iterator *it)
{
	bool lines = !it->splitter->options.join_lines, first = it->at == 0;
	unsigned breaks = 0;
	size_t i;

	for (i = it->at; i < it->len && is_space(it->text[i]); i++)
		if (it->text[i] == '\n' && (++breaks == 2 || lines))
			first = true;
	it->start = i;
	it->new_line = first;
	if (first)
		it->line = i;
	skip_to(it, i);
	return i < it->len;
}

/* Where the word behind b begins, and whether a line ends before it. */
static bool
find_next(const struct sentence_iterator *it, struct boundary *b)
{
	bool lines = !it->splitter->options.join_lines;
	unsigned breaks = 0;
	size_t i, wide;

	b->trail = b->end;
	for (i = b->end; i < it->len; i += wide > 0 ? wide : 1) {
		wide = boundary_wide_space((const unsigned char *)it->text + i,
		    it->len - i);
		if (wide > 0)
			b->trail = i + wide;
		else if (!is_space(it->text[i]))
			break;
		else if (it->text[i] == '\n' && (++breaks == 2 || lines))
			return false;
	}
	b->next = i;
	return i < it->len;
}

/* May the byte begin a closing mark that is set apart? */
static inline bool
may_close(unsigned char c)
{
	return c == '"' || c == '\'' || c == '-' ||
	    c == ')' || c == ']' || c == '}';
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
	    s[i + 1] >= 0x80 || byte_is(s[i + 1], IS_SPACE))
		return 0;
	if (may_close(s[i + 1]) && at > it->start && is_space(s[-1]))
		return 0;
	return i;
}

/* Fills all of b, as boundary_find() and find_next() would, for n marks. */
static void
find_plainly(const struct sentence_iterator *it, size_t at, size_t n,
    struct boundary *b)
{
	char c = it->text[at];

	b->kind = c == '.' ? TERM_STOP : c == '?' ? TERM_QUESTION :
	    TERM_EXCLAMATION;
	b->closer = n == 1 ? CLOSE_NONE : CLOSE_DOUBLE;
	b->term = at;
	b->close = at + 1;
	b->end = b->trail = at + n;
	b->next = b->end + 1;
}

bool
sentences_begin(struct sentence_iterator *it)
{
	if (!find_start(it))
		return false;
	sentences_find_item(it);
	return true;
}

enum found
sentences_candidate(struct sentence_iterator *it, struct boundary *b)
{
	size_t i, n;

	while ((i = next_candidate(it)) < it->len) {
		if (it->item != 0 && i >= it->item)
			break;
		if (it->text[i] == '\n') {
			if (!sentences_ends_line(it, i))
				continue;
			b->end = trim(it, i);
			skip_to(it, i);
			return FOUND_LINE;
		}
		if ((n = plain_marks(it, i)) > 0) {
			if (i < it->marker || (i < it->crowded &&
			    !boundary_by_letters(it, i, i + n + 1)))
				continue;
			find_plainly(it, i, n, b);
			skip_to(it, b->end);
			return FOUND_CANDIDATE;
		}
		if (!boundary_find(it, i, b))
			continue;
		skip_to(it, b->end);
		if (i >= it->marker && find_next(it, b))
			return FOUND_CANDIDATE;
	}
	if (it->item != 0) {
		b->end = trim(it, it->item);
		it->at = it->block = it->item;	/* scan again from there */
		it->mask = 0;
		return FOUND_LINE;
	}
	b->end = trim(it, it->len);
	it->at = it->len;
	return FOUND_LINE;
}

bool
sentences_next(struct sentence_iterator *it, struct span *span)
{
	struct boundary b;

	if (!sentences_begin(it))
		return false;
	span->start = it->start;
	while (sentences_candidate(it, &b) == FOUND_CANDIDATE) {
		if (!boundary_decide(it, &b))
			continue;
		span->end = b.trail;
		skip_to(it, b.trail);
		return true;
	}
	span->end = b.end;
	return true;
}
