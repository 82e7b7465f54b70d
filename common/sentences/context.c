#include "common/sentences/context.h"

#include <string.h>
#include <utf8proc.h>

#include "common/sentences/words.h"
#include "common/text/text.h"

#define LOOK_BACK	512	/* bytes searched for an opening mark */
#define OPENERS_MAX	4	/* opening marks passed over */

enum letter
letter_of(const unsigned char *s, size_t n)
{
	uint32_t cp;

	switch (byte_is(*s, IS_LOWER | IS_UPPER | IS_DIGIT)) {
	case IS_LOWER: return LETTER_LOWER;
	case IS_UPPER: return LETTER_UPPER;
	case IS_DIGIT: return LETTER_DIGIT;
	}
	if (*s < 0x80)
		return LETTER_NO;
	utf8_decode((const char *)s, n, &cp);
	if (cp == UTF8_INVALID)
		return LETTER_NO;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return LETTER_UPPER;
	case UTF8PROC_CATEGORY_LL:
	case UTF8PROC_CATEGORY_LM:
	case UTF8PROC_CATEGORY_LO:
	case UTF8PROC_CATEGORY_MN:
		return LETTER_LOWER;
	case UTF8PROC_CATEGORY_ND:
		return LETTER_DIGIT;
	default:
		return LETTER_NO;
	}
}

/* The opening mark at s, of n > 0 bytes: its length, or 0. */
static size_t
opener(const unsigned char *s, size_t n, enum opener *kind)
{
	switch (s[0]) {
	case '"':
		*kind = OPEN_DOUBLE;
		return 1;
	case '\'':
		*kind = OPEN_SINGLE;
		return 1;
	case '(':
	case '[':
	case '{':
		*kind = OPEN_BRACKET;
		return 1;
	case '`':
		*kind = OPEN_CURLY;
		return 1;
	case '-':
		if (n > 5 && (memcmp(s, "-LRB-", 5) == 0 ||
		    memcmp(s, "-LSB-", 5) == 0)) {
			*kind = OPEN_BRACKET;
			return 5;
		}
		*kind = OPEN_DASH;
		return 1;
	case '_':			/* the wires' dash, or markup */
		*kind = n > 1 && s[1] == ' ' ? OPEN_DASH : OPEN_OTHER;
		return 1;
	case '*':
	case '#':
	case '>':
		*kind = OPEN_OTHER;
		return 1;
	case 0xC2:			/* angle, inverted marks, middle dot */
		*kind = n > 1 && s[1] == 0xAB ? OPEN_CURLY : OPEN_OTHER;
		return n > 1 && (s[1] == 0xAB || s[1] == 0xA1 ||
		    s[1] == 0xBF || s[1] == 0xB7) ? 2 : 0;
	case 0xE2:
		if (n < 3 || s[1] != 0x80)
			return 0;
		*kind = s[2] == 0x93 || s[2] == 0x94 ? OPEN_DASH :
		    s[2] == 0x98 || s[2] == 0x9A || s[2] == 0xB9 ?
		    OPEN_CURLY_SINGLE :
		    s[2] == 0x9C || s[2] == 0x9E ? OPEN_CURLY : OPEN_OTHER;
		return *kind != OPEN_OTHER || s[2] == 0xA2 ? 3 : 0;
	}
	return 0;
}

/* A mark that may stand at either side of a word, and is no part of it. */
static bool
is_mark(unsigned char c)
{
	return byte_is(c, IS_MARK) != 0;
}

#define DOT	0x80		/* beside IS_LOWER and so on */
#define LETTERS	(IS_LOWER | IS_UPPER | IS_DIGIT)

/* What the characters of a word are. */
struct looks {
	unsigned first;		/* of the first, */
	unsigned rest;		/* of the others together, */
	unsigned letters;	/* how many are letters or digits */
};

static void
look_at_any(struct looks *l, const unsigned char *s, size_t n)
{
	static const uint8_t bits[] = { 0, IS_LOWER, IS_UPPER, IS_DIGIT };
	unsigned c;
	uint32_t cp;
	size_t i;

	l->letters = l->rest = 0;
	for (i = 0; i < n; i += s[i] < 0x80 ? 1 :
	    utf8_decode((const char *)s + i, n - i, &cp)) {
		c = bits[letter_of(s + i, n - i)];
		l->letters += c != 0;
		c |= s[i] == '.' ? DOT : 0;
		if (i == 0)
			l->first = c;
		else
			l->rest |= c;
	}
}

static enum shape
shape_of(const struct looks *l)
{
	unsigned set = l->first | l->rest;

	if (l->letters == 0)
		return SHAPE_OTHER;
	if ((l->first & IS_DIGIT) != 0)
		return (set & (IS_LOWER | IS_UPPER)) == 0 ? SHAPE_NUMBER :
		    SHAPE_ORDINAL;
	if ((l->first & LETTERS) == 0 || (set & IS_DIGIT) != 0)
		return SHAPE_OTHER;
	if ((set & DOT) != 0)
		return (set & IS_LOWER) == 0 ? SHAPE_DOTS_UPPER :
		    (set & IS_UPPER) == 0 ? SHAPE_DOTS_LOWER : SHAPE_DOTS;
	if (l->letters == 1)
		return l->first == IS_UPPER ? SHAPE_INITIAL : SHAPE_LETTER;
	if ((set & IS_UPPER) == 0)
		return SHAPE_LOWER;
	if ((set & IS_LOWER) == 0)
		return SHAPE_UPPER;
	return l->first == IS_UPPER && (l->rest & IS_UPPER) == 0 ?
	    SHAPE_CAPITAL : SHAPE_MIXED;
}

/* Fold what fits of a word that is not all ASCII; the length. */
static size_t
fold_any(char *fold, const unsigned char *s, size_t n)
{
	size_t i, k = 0;

	for (i = 0; i < n && k < FOLD_MAX; i++, k++) {
		if (s[i] == 0xE2 && n - i > 2 && s[i + 1] == 0x80 &&
		    s[i + 2] == 0x99) {
			fold[k] = '\'';
			i += 2;
		} else {
			fold[k] = (char)(s[i] | byte_is(s[i], IS_UPPER));
		}
	}
	return k;
}

/* Look at a word and fold it; false if it is not all ASCII. */
static bool
look_at_ascii(struct looks *l, char *fold, const unsigned char *s, size_t n)
{
	size_t i, m = n < FOLD_MAX ? n : FOLD_MAX;
	unsigned c, rest = 0, letters = 0, any = 0;

	for (i = 0; i < m; i++) {
		c = byte_is(s[i], LETTERS);
		fold[i] = (char)(s[i] | (c & IS_UPPER));
		letters += c != 0;
		any |= s[i];
		c |= (s[i] == '.') * DOT;
		if (i == 0)
			l->first = c;
		else
			rest |= c;
	}
	for (; i < n; i++) {
		c = byte_is(s[i], LETTERS);
		letters += c != 0;
		any |= s[i];
		rest |= c | (s[i] == '.') * DOT;
	}
	l->rest = rest;
	l->letters = letters;
	return any < 0x80;
}

/* Fill in a word of n bytes at s. */
static void
set_word(struct word *w, const unsigned char *s, size_t n)
{
	struct looks l;

	w->s = s;
	w->n = n;
	w->stats = -1;
	w->nfold = 0;
	w->shape = SHAPE_NONE;
	if (n == 0)
		return;
	if (look_at_ascii(&l, w->fold, s, n)) {
		w->nfold = n < FOLD_MAX ? n : FOLD_MAX;
	} else {
		look_at_any(&l, s, n);
		w->nfold = fold_any(w->fold, s, n);
	}
	w->shape = shape_of(&l);
}

void
context_word(struct word *w, const char *s, size_t n)
{
	set_word(w, (const unsigned char *)s, n);
}

/* Does a space that is not ASCII end at i? */
static bool
wide_space_before(const unsigned char *s, size_t low, size_t i)
{
	return s[i - 1] >= 0x80 &&
	    ((i - low > 1 && boundary_wide_space(s + i - 2, 2) == 2) ||
	    (i - low > 2 && boundary_wide_space(s + i - 3, 3) == 3));
}

/* Does a dash or slash end at i? */
static bool
joint_before(const unsigned char *s, size_t low, size_t i)
{
	return s[i - 1] == '-' || s[i - 1] == '/' ||
	    (i - low > 2 && s[i - 1] <= 0x94 && s[i - 1] >= 0x93 &&
	    s[i - 2] == 0x80 && s[i - 3] == 0xE2);
}

/* The word that ends before end, not beginning before low. */
static void
word_backward(struct word *w, const unsigned char *s, size_t low, size_t end)
{
	size_t i;

	if (end - low > WORD_MAX)
		low = end - WORD_MAX;
	w->behind = 0;
	while (end > low && is_mark(s[end - 1]))
		w->behind = s[--end];
	/* Of parts joined by dashes and slashes only the last counts. */
	for (i = end; i > low; i--)
		if (byte_is(s[i - 1], IS_SPACE | IS_JOINT) != 0 &&
		    (is_space(s[i - 1]) || wide_space_before(s, low, i) ||
		    joint_before(s, low, i)))
			break;
	while (i < end && (is_mark(s[i]) || s[i] == 0xE2))
		i += s[i] == 0xE2 && end - i > 2 ? 3 : 1;
	set_word(w, s + i, end - i);
}

/* The word at i; returns where it ends, marks included. */
static size_t
word_forward(struct word *w, const unsigned char *s, size_t i, size_t high)
{
	size_t begin = i, end;

	if (high - i > WORD_MAX)
		high = i + WORD_MAX;
	while (i < high && !is_space(s[i]) && (s[i] < 0xC2 ||
	    boundary_wide_space(s + i, high - i) == 0))
		i++;
	end = i;
	w->behind = 0;
	while (end > begin && (is_mark(s[end - 1]) || (end - begin > 2 &&
	    s[end - 3] == 0xE2 && s[end - 2] == 0x80))) {
		end -= is_mark(s[end - 1]) ? 1 : 3;
		w->behind = s[end];
	}
	set_word(w, s + begin, end - begin);
	return i;
}

void
context_words_before(struct context *c, const struct sentence_iterator *it,
    const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;

	size_t end = b->term;

	while (end > it->start && b->term - end < 3 && is_space(s[end - 1]))
		end--;
	c->apart = end < b->term;
	c->last = end > it->start ? s[end - 1] : 0;
	word_backward(&c->before, s, it->start, end);
	if ((c->before.behind != 0 || b->kind != TERM_STOP) &&
	    (c->before.shape == SHAPE_INITIAL ||
	    c->before.shape == SHAPE_DOTS_UPPER))
		c->before.shape = SHAPE_OTHER;	/* "(D).", "I?": no initial */
}

void
context_words_behind(struct context *c, const struct sentence_iterator *it,
    const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	enum opener kind;
	enum terminator t;
	enum closer cl;
	size_t i, k, spaces = 0;
	unsigned openers;

	for (i = b->end; i < b->next && spaces < 2; i++)
		spaces += s[i] != '\n' && s[i] != '\r';
	c->spaces = b->next == b->end ? 0 : spaces < 2 ? 1 : 2;
	c->opener = OPEN_NONE;
	c->dashed = false;
	i = b->next;
	for (openers = 0; openers < OPENERS_MAX && i < it->len; openers++) {
		if ((k = opener(s + i, it->len - i, &kind)) == 0)
			break;
		c->dashed |= openers == 0 && kind == OPEN_DASH;
		if (c->opener == OPEN_NONE || c->opener == OPEN_DASH)
			c->opener = kind;
		for (i += k; i < it->len && s[i] == ' ' && kind >= OPEN_DASH; i++)
			;
	}
	word_forward(&c->next, s, i, it->len);
	if (i >= it->len || is_space(s[i]))
		c->first = FIRST_NONE;
	else if (boundary_terminator(s + i, it->len - i, &t) > 0)
		c->first = FIRST_STOP;
	else if (strchr(",;:", s[i]) != NULL ||
	    boundary_closer(s + i, it->len - i, &cl) > 0)
		c->first = FIRST_COMMA;
	else switch (letter_of(s + i, it->len - i)) {
	case LETTER_LOWER: c->first = FIRST_LOWER; break;
	case LETTER_UPPER: c->first = FIRST_UPPER; break;
	case LETTER_DIGIT: c->first = FIRST_DIGIT; break;
	default: c->first = FIRST_OTHER;
	}
}

void
context_stats(struct word *w, const struct splitter *p)
{
	const char *dash;

	/* Numbers were not counted: the map might only take one for a word. */
	if (w->n == 0 || (!byte_is((unsigned char)w->fold[0], IS_LOWER) &&
	    (unsigned char)w->fold[0] < 0x80))
		return;
	w->stats = wordmap_get(&p->words, w->fold, w->nfold);
	dash = memchr(w->fold, '-', w->nfold);
	if (w->stats < 0 && dash != NULL)	/* "Family-owned" as "Family" */
		w->stats = wordmap_get(&p->words, w->fold,
		    (size_t)(dash - w->fold));
}

void
context_word_before(struct word *w, const struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, end, from;

	from = w->n == 0 ? 0 : (size_t)(w->s - s);
	end = from;
	while (end > it->start && !is_space(s[end - 1]) && from - end < WORD_MAX)
		end--;
	for (i = 0; i < 8 && end > it->start && is_space(s[end - 1]); i++)
		end--;
	if (end < it->start || w->n == 0)
		end = it->start;
	word_backward(w, s, it->start, end);
}

void
context_outer_words(struct context *c, const struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, end;

	c->before2 = c->before;
	context_word_before(&c->before2, it);

	i = (size_t)(c->next.s - s) + c->next.n;
	for (end = i; end < it->len && end - i < 16 && !is_space(s[end]); end++)
		;
	for (i = end; i < it->len && i - end < 8 && is_space(s[i]); i++)
		;
	end = i;
	while (i < it->len && i - end < 3 && is_mark(s[i]))
		i++;
	word_forward(&c->next2, s, i, it->len);
}

/* What the list of abbreviations says of a word: names of kinds, or NULL. */
static const char *
kinds_of(const struct word *w, const struct lexicon *l)
{
	const char *kinds;
	char s[FOLD_MAX];

	kinds = lexicon_text(l, ROLE_ABBREVIATIONS, (const char *)w->s, w->n);
	if (kinds != NULL || w->shape != SHAPE_UPPER || w->n > FOLD_MAX)
		return kinds;
	memcpy(s, w->fold, w->nfold);	/* in a headline: SEN. as Sen. */
	s[0] = (char)w->s[0];
	return lexicon_text(l, ROLE_ABBREVIATIONS, s, w->nfold);
}

enum abbreviation
context_kind(const struct word *w, const struct splitter *p)
{
	static const char *const names[] = {
		[ABBREV_TITLE] = "title", [ABBREV_PREFIX] = "prefix",
		[ABBREV_SUFFIX] = "suffix", [ABBREV_COMPANY] = "company",
		[ABBREV_STATE] = "state", [ABBREV_COUNTRY] = "country",
		[ABBREV_MONTH] = "month", [ABBREV_DAY] = "day",
		[ABBREV_TIME] = "time", [ABBREV_NUMBER] = "number",
		[ABBREV_PLACE] = "place", [ABBREV_LATIN] = "latin",
		[ABBREV_UNIT] = "unit",
		[ABBREV_ORGANIZATION] = "organization",
		[ABBREV_NAME] = "name",
	};
	const char *kinds = kinds_of(w, p->options.language->lexicon);
	enum abbreviation k;
	size_t n;

	if (kinds == NULL)
		return ABBREV_NONE;
	n = strcspn(kinds, " ");
	for (k = ABBREV_TITLE; k < ABBREV_OTHER; k++)
		if (kinds[0] == names[k][0] && strncmp(kinds, names[k], n) ==
		    0 && names[k][n] == '\0')
			return k;
	return ABBREV_OTHER;
}

void
context_first_word(struct word *w, const struct sentence_iterator *it)
{
	word_forward(w, (const unsigned char *)it->text, it->start, it->len);
}

/* What a cue says: the mark behind it makes sure, or that it asks or cries. */
static enum attribution
attributed(const char *cue, bool marked, enum terminator kind)
{
	const char *classes = cue + strcspn(cue, " ");

	if (marked || (kind == TERM_QUESTION && strchr(classes, 'k') != NULL))
		return ATTRIBUTED;
	return strchr(classes, 'm') != NULL ? ATTRIBUTED_MANNER :
	    ATTRIBUTED_OPEN;
}

enum attribution
context_attribution(const struct sentence_iterator *it,
    const struct word *first, enum terminator kind)
{
	const unsigned char *s = (const unsigned char *)it->text;
	const struct lexicon *l = it->splitter->options.language->lexicon;
	size_t i = (size_t)(first->s - s), end, high;
	const char *cue;
	unsigned names;

	high = it->len - i > 4 * WORD_MAX ? i + 4 * WORD_MAX : it->len;
	for (names = 0; names < 5; names++) {
		for (end = i; end < high && !is_space(s[end]) &&
		    !is_mark(s[end]); end++)
			;
		if (names > 0 && end > i && (cue = lexicon_text(l,
		    ROLE_CUE_VERBS, (const char *)s + i, end - i)) != NULL)
			return attributed(cue, end == high ||
			    (is_mark(s[end]) && s[end] != '"'), kind);
		if (end == i || letter_of(s + i, end - i) != LETTER_UPPER)
			return ATTRIBUTED_NOT;
		if (end < high && s[end] == '.')
			end++;
		for (i = end; i < high && is_space(s[i]); i++)
			;
		if (i == end)
			return ATTRIBUTED_NOT;
	}
	return ATTRIBUTED_NOT;
}

static unsigned
count_marks(const char *p, const char *end)
{
	unsigned n = 0;

	for (; p < end && (p = memchr(p, '"', (size_t)(end - p))) != NULL; p++)
		n++;
	return n;
}

/*
 * Counted on, or a little back, from where the last count ended, so that all
 * counts together look at each byte about once.
 */
unsigned
context_quotes(struct sentence_iterator *it, size_t end)
{
	if (it->quotes_at < it->line) {
		it->quotes_at = it->line;
		it->quotes = 0;
	}
	if (it->quotes_at <= end)
		it->quotes += count_marks(it->text + it->quotes_at,
		    it->text + end);
	else
		it->quotes -= count_marks(it->text + end,
		    it->text + it->quotes_at);
	it->quotes_at = end;
	return it->quotes;
}

enum opened
context_opened(const struct sentence_iterator *it, const struct boundary *b)
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
context_enclosed(const struct sentence_iterator *it, const struct boundary *b)
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
context_quoted(struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low = it->line;

	if ((context_quotes(it, b->term) & 1) != 0)
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

bool
context_has_vowel(const struct word *w)
{
	size_t i;

	for (i = 0; i < w->nfold; i++)
		if (strchr("aeiouy", w->fold[i]) != NULL ||
		    (unsigned char)w->fold[i] >= 0x80)
			return true;
	return false;
}

