#include "common/text/sentences_features.h"

#include <string.h>
#include <utf8proc.h>

#include "common/text/sentences_words.h"
#include "common/text/utf8.h"

#define LOOK_BACK	512	/* bytes searched for an opening mark */
#define OPENERS_MAX	4	/* opening marks passed over */

enum letter { LETTER_NO, LETTER_LOWER, LETTER_UPPER, LETTER_DIGIT };

static bool
is_space(unsigned char c)
{
	return byte_is(c, IS_SPACE) != 0;
}

static enum letter
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

static enum shape
shape_of(const unsigned char *s, size_t n)
{
	const unsigned lower = 1u << LETTER_LOWER, upper = 1u << LETTER_UPPER;
	const unsigned digit = 1u << LETTER_DIGIT, dot = 0x10;
	enum letter first = letter_of(s, n), c;
	unsigned set = 0;
	size_t i, letters = 0;
	bool inner_upper = false;
	uint32_t cp;

	for (i = 0; i < n; i += s[i] < 0x80 ? 1 :
	    utf8_decode((const char *)s + i, n - i, &cp)) {
		c = letter_of(s + i, n - i);
		letters += c != LETTER_NO;
		set |= 1u << c | (s[i] == '.' ? dot : 0);
		if (c == LETTER_UPPER && i > 0)
			inner_upper = true;
	}
	if (letters == 0)
		return SHAPE_OTHER;
	if (first == LETTER_DIGIT)
		return (set & (lower | upper)) == 0 ? SHAPE_NUMBER :
		    SHAPE_ORDINAL;
	if (first == LETTER_NO || (set & digit) != 0)
		return SHAPE_OTHER;
	if ((set & dot) != 0)
		return (set & lower) == 0 ? SHAPE_DOTS_UPPER :
		    (set & upper) == 0 ? SHAPE_DOTS_LOWER : SHAPE_DOTS;
	if (letters == 1)
		return first == LETTER_UPPER ? SHAPE_INITIAL : SHAPE_LETTER;
	if ((set & upper) == 0)
		return SHAPE_LOWER;
	if ((set & lower) == 0)
		return SHAPE_UPPER;
	return first == LETTER_UPPER && !inner_upper ? SHAPE_CAPITAL :
	    SHAPE_MIXED;
}

/* Fill in a word of n bytes at s. */
static void
set_word(struct word *w, const unsigned char *s, size_t n)
{
	size_t i;

	w->s = s;
	w->n = n;
	w->stats = -1;
	if (n == 0) {
		w->nfold = 0;
		w->shape = SHAPE_NONE;
		return;
	}
	for (i = w->nfold = 0; i < n && w->nfold < FOLD_MAX; i++) {
		if (s[i] == 0xE2 && n - i > 2 && s[i + 1] == 0x80 &&
		    s[i + 2] == 0x99) {
			w->fold[w->nfold++] = '\'';
			i += 2;
		} else {
			w->fold[w->nfold++] = (char)(s[i] >= 'A' &&
			    s[i] <= 'Z' ? s[i] | 0x20 : s[i]);
		}
	}
	w->shape = shape_of(s, n);
}

/* A word's identity, as it is written or whatever its case. */
static uint32_t
word_hash(const struct word *w)
{
	return w->n == 0 ? 0 : feature_bytes(1, (const char *)w->s,
	    w->n < FOLD_MAX ? w->n : FOLD_MAX);
}

static uint32_t
fold_hash(const struct word *w)
{
	return w->n == 0 ? 0 : feature_bytes(1, w->fold, w->nfold);
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

/* The word that ends before end, not beginning before low. */
static void
word_backward(struct word *w, const unsigned char *s, size_t low, size_t end)
{
	size_t i = end, j;

	if (end - low > WORD_MAX)
		low = end - WORD_MAX;
	w->behind = 0;
	while (i > low && !is_space(s[i - 1]) && !wide_space_before(s, low, i))
		i--;
	while (end > i && is_mark(s[end - 1]))
		w->behind = s[--end];
	/* Of parts joined by dashes and slashes only the last counts. */
	for (j = end; j > i; j--)
		if (s[j - 1] == '-' || s[j - 1] == '/' ||
		    (j - i > 2 && s[j - 1] <= 0x94 && s[j - 1] >= 0x93 &&
		    s[j - 2] == 0x80 && s[j - 3] == 0xE2))
			break;
	i = j;
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
	i = b->next;
	for (openers = 0; openers < OPENERS_MAX && i < it->len; openers++) {
		if ((k = opener(s + i, it->len - i, &kind)) == 0)
			break;
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

	if (w->n == 0)
		return;
	w->stats = wordmap_get(&p->words, w->fold, w->nfold);
	dash = memchr(w->fold, '-', w->nfold);
	if (w->stats < 0 && dash != NULL)	/* "Family-owned" as "Family" */
		w->stats = wordmap_get(&p->words, w->fold,
		    (size_t)(dash - w->fold));
}

/* The words one farther out. */
static void
outer_words(struct context *c, const struct sentence_iterator *it)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, end;

	end = c->before.n == 0 ? 0 :
	    (size_t)(c->before.s - s);
	while (end > it->start && !is_space(s[end - 1]) &&
	    (size_t)(c->before.s - s) - end < WORD_MAX)
		end--;
	for (i = 0; i < 8 && end > it->start && is_space(s[end - 1]); i++)
		end--;
	if (end < it->start || c->before.n == 0)
		end = it->start;
	word_backward(&c->before2, s, it->start, end);

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

uint32_t
context_kind(const struct word *w, const struct splitter *p)
{
	enum lexicon_class list = p->options.language->abbreviations;
	const char *kind = lexicon_value(list, (const char *)w->s, w->n);
	char s[FOLD_MAX];

	if (kind == NULL && w->shape == SHAPE_UPPER && w->n <= FOLD_MAX) {
		/* In a headline: SEN. as Sen. */
		memcpy(s, w->fold, w->nfold);
		s[0] = (char)w->s[0];
		kind = lexicon_value(list, s, w->nfold);
	}
	return kind == NULL ? 0 : feature_bytes(2, kind, strcspn(kind, " "));
}

enum attribution
context_attribution(const struct sentence_iterator *it, const struct word *first)
{
	const unsigned char *s = (const unsigned char *)it->text;
	enum lexicon_class cues = it->splitter->options.language->cues;
	size_t i = (size_t)(first->s - s), end, high;
	const char *cue;
	unsigned names;

	high = it->len - i > 4 * WORD_MAX ? i + 4 * WORD_MAX : it->len;
	for (names = 0; names < 5; names++) {
		for (end = i; end < high && !is_space(s[end]) &&
		    !is_mark(s[end]); end++)
			;
		if (names > 0 && end > i && (cue = lexicon_value(cues,
		    (const char *)s + i, end - i)) != NULL)
			return end == high || (is_mark(s[end]) &&
			    s[end] != '"') ? ATTRIBUTED :
			    strchr(cue + strcspn(cue, " "), 'm') != NULL ?
			    ATTRIBUTED_MANNER : ATTRIBUTED_OPEN;
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

/*
 * Straight double marks in the line before end; counted from where the last
 * count ended, so that all counts together look at each byte once.
 */
static unsigned
quotes_before(struct sentence_iterator *it, size_t end)
{
	const char *p, *stop = it->text + end;

	if (it->quotes_at < it->line || it->quotes_at > end) {
		it->quotes_at = it->line;
		it->quotes = 0;
	}
	for (p = it->text + it->quotes_at; p < stop &&
	    (p = memchr(p, '"', (size_t)(stop - p))) != NULL; p++)
		it->quotes++;
	it->quotes_at = end;
	return it->quotes;
}

/* How a bracket or mark that closes at b->close was opened. */
static enum opened
opened(const struct sentence_iterator *it, const struct boundary *b)
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

enum opened
context_enclosed(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low = it->start;

	if (b->term - low > LOOK_BACK)
		low = b->term - LOOK_BACK;
	for (i = b->term; i > low && !byte_is(s[i - 1], IS_BRACKET); i--)
		;
	if (i == low || strchr("([{", s[i - 1]) == NULL)
		return OPENED_NOT;
	return i - 1 == it->start ? OPENED_START : OPENED_INSIDE;
}

/* Is the last quotation mark before the terminator an opening one? */
static bool
quoted(struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, low = it->line;

	if ((quotes_before(it, b->term) & 1) != 0)
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

static unsigned
length_class(size_t n)
{
	static const uint16_t limits[] = { 2, 4, 8, 16, 32, 64, 128, 256 };
	unsigned i;

	for (i = 0; i < 8 && n > limits[i]; i++)
		;
	return i;
}

static unsigned
word_length(const struct word *w)
{
	return w->n > 7 ? 7 : (unsigned)w->n;
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

/* Bytes of the run of terminators that are no white space, at most five. */
static unsigned
count_terminators(const struct sentence_iterator *it, const struct boundary *b)
{
	unsigned n = 0;
	size_t i;

	for (i = b->term; i < b->close && n < 5; i++)
		n += !is_space((unsigned char)it->text[i]);
	return n;
}

/* The identity of the sentence's first word. */
static uint32_t
first_hash(const struct sentence_iterator *it)
{
	struct word w;

	word_forward(&w, (const unsigned char *)it->text, it->start, it->len);
	return fold_hash(&w);
}

/* A mark that stands behind a word, in a few classes. */
static unsigned
behind_class(unsigned char c)
{
	switch (c) {
	case 0: return 0;
	case '.': return 1;
	case ',': return 2;
	case ':': return 3;
	case '\'': return 4;
	case '"': return 5;
	case ')': return 6;
	default: return 7;
	}
}

static unsigned
last_class(unsigned char c)
{
	if (c == 0 || is_space(c))
		return 0;
	switch (letter_of(&c, 1)) {
	case LETTER_DIGIT: return 1;
	case LETTER_LOWER: return 2;
	case LETTER_UPPER: return 3;
	default: break;
	}
	return strchr(")]\"'", c) != NULL ? 4 : c == '%' ? 5 : c >= 0x80 ? 6 : 7;
}

/* One feature: a template and small values, or words' hashes, packed. */
#define ADD(template, value) \
	features_add(f, feature_mix(feature_hash(template), (value)))

static uint32_t
pack(unsigned a, unsigned b, unsigned c, unsigned d)
{
	return a | b << 8 | c << 16 | d << 24;
}

void
context_features(struct features *f, struct context *c,
    struct sentence_iterator *it, const struct boundary *b)
{
	const struct splitter *p = it->splitter;
	const struct word *w = &c->before, *n = &c->next;
	unsigned stop, start, lower, mark, quote = 0, open, terms;
	unsigned way, first_word, informal, use, inside, sort;
	uint32_t kinds, next_kind, word, next, next2, before2;

	outer_words(c, it);
	context_stats(&c->before2, p);
	context_stats(&c->next2, p);
	stop = words_stop(w->stats);
	start = words_start(n->stats);
	lower = words_lower(n->stats);
	kinds = c->kind;
	next_kind = n->behind == '.' ? context_kind(n, p) : 0;
	/* A title says nothing of itself: sentences of the press begin so. */
	use = next_kind == feature_bytes(2, "title", 5) ? 6 * 6 :
	    start + 6 * lower;			/* of the next word */
	mark = b->kind + 8 * b->closer;
	open = c->first + 8 * c->opener;
	terms = count_terminators(it, b);
	first_word = (size_t)((const char *)w->s - it->text) == it->start ||
	    w->n == 0;
	informal = letter_of((const unsigned char *)it->text + it->start,
	    it->len - it->start);
	if (b->closer == CLOSE_DOUBLE)
		quote = 1 + (quotes_before(it, b->close) & 1);
	else if (c->opener == OPEN_DOUBLE)
		quote = 3 + (quotes_before(it, b->next) & 1);
	way = b->closer == CLOSE_NONE ? 0 : 1 + (unsigned)opened(it, b);

	/* What the looks of the word before say depends on the mark. */
	sort = b->kind != TERM_STOP && b->kind != TERM_ELLIPSIS ? 2 :
	    b->closer != CLOSE_NONE;
	inside = context_enclosed(it, b);
	word = word_hash(w);
	next = fold_hash(n);
	next2 = fold_hash(&c->next2);
	before2 = fold_hash(&c->before2);

	features_clear(f);
	ADD(0, 0);
	ADD(1, pack(mark, open, c->spaces, 0));
	ADD(2, pack(mark, open, use, 0));
	ADD(3, word);
	ADD(4, feature_mix(word, pack(open, 0, 0, 0)));
	ADD(5, feature_mix(word, use));
	ADD(6, pack(w->shape, open, b->kind, 0));
	ADD(7, pack(w->shape, open, stop, 0));
	ADD(8, pack(stop, c->first, use, 0));
	ADD(9, pack(w->shape, c->first, use, sort));
	ADD(10, feature_mix(kinds, pack(open, n->shape, 0, 0)));
	ADD(11, feature_mix(kinds, pack(c->first, use, 0, 0)));
	ADD(12, feature_mix(kinds, next));
	ADD(13, feature_mix(next, c->first));
	ADD(14, feature_mix(next, pack(w->shape, c->first, sort, 0)));
	ADD(15, feature_mix(next, pack(mark, 0, 0, 0)));
	ADD(16, pack(w->shape, word_length(w), c->first,
	    context_has_vowel(w) + 2 * sort));
	ADD(17, pack(w->shape, c->before2.shape, c->first, n->shape + 16 * sort));
	ADD(18, feature_mix(kinds, pack(c->before2.shape, c->first, 0, 0)));
	ADD(19, feature_mix(before2, word));
	ADD(20, feature_mix(fold_hash(w), next));
	ADD(21, pack(n->shape, c->next2.shape, behind_class(n->behind), use));
	ADD(22, feature_mix(kinds, pack(n->shape, c->next2.shape,
	    behind_class(n->behind), 0)));
	ADD(23, pack(n->shape, behind_class(n->behind), w->shape, b->kind));
	ADD(24, feature_mix(next2, pack(mark, c->first, 0, 0)));
	ADD(25, pack(length_class(b->term - it->start), w->shape, c->first,
	    sort));
	ADD(26, feature_mix(kinds, pack(length_class(b->term - it->start),
	    c->first, 0, 0)));
	ADD(27, pack(first_word, w->shape, open, word_length(w) + 8 * sort));
	ADD(28, pack(quote, mark, open, way));
	ADD(29, pack(quote, b->kind, use, way));
	ADD(30, pack(way, mark, c->first, n->shape));
	ADD(31, pack(words_lower(w->stats), words_start(w->stats), w->shape,
	    c->first + 8 * sort));
	ADD(32, pack(words_lower(w->stats), words_start(w->stats), stop, use));
	ADD(33, pack(c->spaces, w->shape, open, c->apart + 2 * b->kind));
	ADD(34, pack(informal, c->first, b->kind, c->spaces));
	ADD(35, pack(terms, b->kind, open, c->apart));
	ADD(36, pack(last_class(c->last), b->kind, open, 0));
	ADD(37, pack(words_start(c->next2.stats), words_lower(c->next2.stats),
	    c->next2.shape, mark));
	ADD(38, feature_mix(before2, pack(w->shape, c->first, 0, 0)));
	ADD(40, feature_mix(next_kind, pack(b->kind, b->closer, 0, 0)));
	ADD(41, feature_mix(next_kind, kinds));
	ADD(42, pack(c->said, b->kind, way, use));
	ADD(43, pack(c->said, b->kind, start >= START_OFTEN, way));
	ADD(44, pack(inside, mark, open, 0));
	ADD(45, pack(inside, w->shape, use, 0));
	if (c->first == FIRST_LOWER)
		ADD(47, pack(quoted(it, b), b->kind, informal, 0));
	if (kinds != 0)
		ADD(46, feature_mix(kinds, feature_mix(first_hash(it),
		    use)));
	ADD(39, pack(behind_class(w->behind), behind_class(c->before2.behind),
	    w->shape, c->first));
}
