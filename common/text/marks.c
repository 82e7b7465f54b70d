/*
 * marks.c -- quotation marks: see marks.h
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/text/chars.h"
#include "common/text/marks.h"

/* The marks that can close each other. */
enum family { DOUBLE, SINGLE, GUILLEMETS, GUILLEMET1 };

/* What a mark can be by its shape or at its place, and what stands beside. */
#define CAN_OPEN	0x01
#define CAN_CLOSE	0x02
#define STRAIGHT	0x04
#define AFTER_STOP	0x08	/* . , ! ? ... stands right before it */
#define AFTER_S		0x10	/* s' : the boys' */
#define WANTS_LOWER	0x20	/* a lower case word follows after a space */

#define MAX_OPEN	8	/* more levels than this are noise */
#define LEAD_BYTES	64	/* white space a text may begin with */
#define TITLE_WORDS	5	/* so many may be more than a title */

struct mark_found {
	size_t		at;
	uint8_t		len;
	uint8_t		family;
	uint8_t		can;
	size_t		next_strong;	/* the next sure single closer, or n */
};

struct mark_open {
	size_t		pair;
	unsigned	family;
};

/* What stands beside a mark. */
enum mark_side { SPACE, WORD, DIGIT, STOP, OPENS, CLOSES, DASH, OTHER };

static enum mark_side
side_of_wide(uint32_t cp)
{
	uint32_t bits = char_is(cp, CHAR_SPACE_MARK | CHAR_END | CHAR_DASH);

	if (bits & CHAR_SPACE_MARK)
		return SPACE;
	if (bits & CHAR_END)
		return STOP;
	if (bits & CHAR_DASH)
		return DASH;
	/* Other punctuation; most of what lies behind U+00BF is letters. */
	return cp == UTF8_INVALID || cp < 0xC0 ||
	    (cp >= 0x2010 && cp <= 0x206F) ? OTHER : WORD;
}

static enum mark_side
side_of(uint32_t cp)
{
	uint32_t bits;

	if (cp >= 0x80)
		return side_of_wide(cp);
	bits = char_is(cp, ~0u);
	return bits & CHAR_SPACE_MARK ? SPACE :
	    bits & CHAR_LETTER ? WORD :
	    bits & CHAR_DIGIT ? DIGIT :
	    bits & (CHAR_END | CHAR_PAUSE) ? STOP :
	    bits & CHAR_OPEN ? OPENS :
	    bits & CHAR_CLOSE ? CLOSES :
	    bits & CHAR_JOINT ? DASH : OTHER;
}

static enum family
family_of(uint32_t bits)
{
	if (bits & CHAR_GUILLEMET)
		return bits & CHAR_DOUBLE ? GUILLEMETS : GUILLEMET1;
	return bits & CHAR_DOUBLE ? DOUBLE : SINGLE;
}

/* A mark as such, wherever it stands. */
struct mark_shape {
	enum family	family;
	unsigned	can;		/* CAN_OPEN, CAN_CLOSE or STRAIGHT */
	size_t		len;		/* bytes; of what is no mark, too */
};

/* Is it a mark at s?  '' and `` are one mark. */
static bool
mark_at(const char *s, size_t n, struct mark_shape *m)
{
	uint32_t cp, bits;

	m->len = utf8_decode(s, n, &cp);
	bits = char_is(cp, ~0u);
	if (!(bits & CHAR_QUOTE))
		return false;
	m->family = family_of(bits);
	m->can = bits & CHAR_LEFT ? CAN_OPEN : bits & CHAR_RIGHT ? CAN_CLOSE :
	    STRAIGHT;
	if (m->family == SINGLE && m->len == 1 && n > 1 && s[1] == s[0]) {
		m->family = DOUBLE;
		m->len = 2;
	}
	return true;
}

static bool
is_mark(const char *s, size_t n)
{
	struct mark_shape m;

	return mark_at(s, n, &m);
}

/* What stands on both sides of a mark. */
struct beside {
	enum mark_side	left, right;
	bool		left_mark, right_mark;	/* another mark does */
	bool		left_edge, right_edge;	/* of a word is here */
};

static void
look_beside(struct beside *b, const char *text, size_t len, size_t at, size_t n)
{
	size_t end = at + n, k;
	uint32_t cp;

	*b = (struct beside){ .left = SPACE, .right = SPACE };
	if (at > 0) {
		k = utf8_before(text, at, &cp);
		b->left = side_of(cp);
		b->left_mark = is_mark(text + at - k, k);
	}
	if (end < len) {
		utf8_decode(text + end, len - end, &cp);
		b->right = side_of(cp);
		b->right_mark = is_mark(text + end, len - end);
	}
	b->left_edge = b->left == SPACE || b->left == OPENS ||
	    b->left == DASH || (b->left_mark && b->left != STOP);
	b->right_edge = b->right == SPACE || b->right == STOP ||
	    b->right == CLOSES || b->right == DASH || b->right_mark;
}

/* A word that is written with an apostrophe in front: 'em, '90s. */
static bool
is_elision(const char *text, size_t len, size_t at)
{
	char word[LEXICON_WORD + 1];
	size_t n;

	if (at < len && byte_is((unsigned char)text[at], CHAR_DIGIT))
		return at + 2 < len &&
		    byte_is((unsigned char)text[at + 1], CHAR_DIGIT) &&
		    (text[at + 2] == ' ' || text[at + 2] == ',' ||
		    text[at + 2] == '.' || (lexicon_bits(lexicon_default(),
		    ROLE_NUMBER_ENDINGS, text + at + 2, 1) & ENDING_DECADE));
	for (n = 0; at + n < len && n < sizeof(word) &&
	    byte_is((unsigned char)text[at + n], CHAR_LETTER); n++)
		word[n] = (char)ascii_lower((unsigned char)text[at + n]);
	return n > 0 && n < sizeof(word) &&
	    lexicon_has(lexicon_default(), ROLE_ELISIONS, word, n);
}

/* German turns guillemets round: »so«. */
static unsigned
judge_guillemet(const struct beside *b, unsigned shape)
{
	bool ends = b->right == SPACE || b->right == STOP;

	if (shape == CAN_CLOSE && b->left == SPACE && !ends)
		return CAN_OPEN;
	if (shape == CAN_OPEN && b->left != SPACE && b->left != OPENS && ends)
		return CAN_CLOSE;
	return shape;
}

static unsigned
judge_single(const struct beside *b, unsigned shape)
{
	unsigned can = 0;

	if ((b->left == WORD || b->left == DIGIT) &&
	    (b->right == WORD || b->right == DIGIT))
		return 0;		/* don't */
	if (b->left == DIGIT && !b->right_mark && b->right != SPACE &&
	    b->right != STOP)
		return 0;		/* feet */
	if (shape & CAN_OPEN)
		return b->right == SPACE ? 0 : CAN_OPEN;
	/* A curly apostrophe opens nothing. */
	if (b->left_edge && !b->right_edge && (shape & STRAIGHT))
		can |= CAN_OPEN;
	if (b->left != SPACE && b->left != OPENS && b->right_edge)
		can |= CAN_CLOSE;
	return can;
}

static unsigned
judge_straight(const struct beside *b)
{
	unsigned can = 0;

	if (b->left_edge && b->right != SPACE)
		can |= CAN_OPEN;
	if (b->left != SPACE && b->left != OPENS && b->right_edge)
		can |= CAN_CLOSE;
	/* Stuck between two words, or alone between spaces. */
	if (can == 0)
		can = CAN_OPEN | CAN_CLOSE;
	if ((can & CAN_OPEN) && b->left == DASH && b->right == WORD)
		can |= CAN_CLOSE;
	return can;
}

/* German closes with the mark that English opens with. */
static unsigned
judge_curly(const struct beside *b, unsigned shape)
{
	if (!(shape & CAN_OPEN))
		return b->left_edge && !b->right_edge && b->left != DASH ?
		    CAN_OPEN : CAN_CLOSE;
	if (b->left == SPACE || b->left == OPENS || b->left == DASH ||
	    !b->right_edge)
		return CAN_OPEN;
	return b->right == DASH ? CAN_OPEN | CAN_CLOSE : CAN_CLOSE;
}

/* What the mark at its place can be, 0 if it is none at all. */
static unsigned
judge(const char *text, size_t len, size_t at, const struct mark_shape *m)
{
	size_t end = at + m->len;
	struct beside b;
	unsigned can;

	look_beside(&b, text, len, at, m->len);
	if (m->family == GUILLEMETS || m->family == GUILLEMET1)
		return judge_guillemet(&b, m->can);
	if (m->family == SINGLE)
		can = judge_single(&b, m->can);
	else if (m->can & STRAIGHT)
		can = judge_straight(&b);
	else
		can = judge_curly(&b, m->can);
	/* 'em and '90s are words. */
	if (m->family == SINGLE && (can & CAN_OPEN) && !(m->can & CAN_OPEN) &&
	    is_elision(text, len, end))
		can &= ~(unsigned)CAN_OPEN;
	if (can == 0)
		return 0;
	if (b.left == STOP)
		can |= AFTER_STOP;
	if (at > 0 && lexicon_has_letter(lexicon_default(), ROLE_PLURAL_ENDINGS,
	    (char)ascii_lower((unsigned char)text[at - 1])))
		can |= AFTER_S;
	if (b.right == SPACE && end + 1 < len &&
	    byte_is((unsigned char)text[end + 1], CHAR_LOWER))
		can |= WANTS_LOWER;
	return can | (m->can & STRAIGHT);
}

/* A byte that may begin a mark. */
static bool
maybe_mark(unsigned char c)
{
	return c == '"' || c == '\'' || c == '`' || c == 0xC2 || c == 0xE2;
}

/* The next such byte from i on, or len. */
static size_t
next_mark(const char *s, size_t i, size_t len)
{
#ifdef __SSE2__
	__m128i v, m;
	int found;

	for (; len - i >= 16; i += 16) {
		v = _mm_loadu_si128((const void *)(s + i));
		m = _mm_cmpeq_epi8(v, _mm_set1_epi8('"'));
		m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8('\'')));
		m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8('`')));
		m = _mm_or_si128(m,
		    _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xC2)));
		m = _mm_or_si128(m,
		    _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xE2)));
		if ((found = _mm_movemask_epi8(m)) != 0)
			return i + (size_t)__builtin_ctz((unsigned)found);
	}
#endif
	while (i < len && !maybe_mark((unsigned char)s[i]))
		i++;
	return i;
}

/* For each: the next single mark that surely closes, before one opens. */
static void
find_strong(struct mark_found *f, size_t n)
{
	size_t i, strong = n;

	for (i = n; i-- > 0;) {
		if (f[i].family == SINGLE && (f[i].can & CAN_OPEN))
			strong = n;
		f[i].next_strong = strong;
		if (f[i].family == SINGLE && (f[i].can & CAN_CLOSE) &&
		    (f[i].can & AFTER_STOP))
			strong = i;
	}
}

/* Gather the marks of the text that can open or close something. */
static size_t
gather(struct marks *m, const char *text, size_t len)
{
	struct mark_found *f = m->found;
	struct mark_shape shape;
	unsigned can;
	size_t i, n = 0;

	for (i = next_mark(text, 0, len); i < len;
	    i = next_mark(text, i + shape.len, len)) {
		if (!mark_at(text + i, len - i, &shape) ||
		    (can = judge(text, len, i, &shape)) == 0)
			continue;
		f = m->found = array_grow(f, &m->found_cap, n + 1, sizeof(*f));
		f[n].at = i;
		f[n].len = (uint8_t)shape.len;
		f[n].family = (uint8_t)shape.family;
		f[n].can = (uint8_t)can;
		n++;
	}
	find_strong(f, n);
	return n;
}

static size_t
add_pair(struct marks *m, size_t start, size_t len, unsigned flags)
{
	struct mark_pair *p;

	m->pairs = array_grow(m->pairs, &m->cap, m->n + 1, sizeof(*m->pairs));
	p = &m->pairs[m->n];
	memset(p, 0, sizeof(*p));
	p->outer.start = start;
	p->inner.start = start + len;
	p->parent = MARK_NO_PARENT;
	p->flags = flags | MARK_UNCLOSED;
	return m->n++;
}

static void
push(struct marks *m, size_t *depth, size_t pair, unsigned family)
{
	struct mark_open *o;

	o = m->stack = array_grow(m->stack, &m->stack_cap, *depth + 1,
	    sizeof(*o));
	o[*depth].pair = pair;
	o[*depth].family = family;
	(*depth)++;
}

static void
close_pair(struct mark_pair *p, const struct mark_found *f)
{
	p->inner.end = f->at;
	p->outer.end = f->at + f->len;
	p->flags &= ~(unsigned)MARK_UNCLOSED;
}

static unsigned
family_flags(const struct mark_found *f)
{
	bool single = f->family == SINGLE || f->family == GUILLEMET1;

	return (single ? MARK_SINGLE : 0) |
	    (f->family >= GUILLEMETS ? MARK_GUILLEMET : 0) |
	    (f->can & STRAIGHT ? MARK_STRAIGHT : 0);
}

static bool
blank(const char *s, size_t n)
{
	uint32_t cp;
	size_t i;

	for (i = 0; i < n;) {
		i += utf8_decode(s + i, n - i, &cp);
		if (side_of(cp) != SPACE && cp != 0xFEFF)
			return false;
	}
	return true;
}

/* The index in the stack of the innermost open pair of a family, or -1. */
static int
find_open(const struct mark_open *o, size_t depth, unsigned family)
{
	while (depth-- > 0)
		if (o[depth].family == family)
			return (int)depth;
	return -1;
}

/*
 * A single mark closes the innermost open one, unless it looks like the
 * apostrophe of a plural (the boys' toys) and a surer mark follows.
 */
static bool
single_closes(const struct mark_found *f, size_t n)
{
	if (!(f->can & CAN_CLOSE))
		return false;
	return !(f->can & AFTER_S) || !(f->can & WANTS_LOWER) ||
	    (f->can & AFTER_STOP) || f->next_strong >= n;
}

/* Words in a span, no further than TITLE_WORDS. */
static unsigned
count_words(const char *text, struct span s)
{
	unsigned words = 0;
	bool in = false;
	size_t i;

	for (i = s.start; i < s.end && words < TITLE_WORDS; i++) {
		if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t')
			in = false;
		else if (!in) {
			in = true;
			words++;
		}
	}
	return words;
}

/*
 * A pair that found no closing mark ends where the next quotation begins; but
 * a title or a single word in marks is inside it.
 */
static void
end_unclosed(struct marks *m, const char *text, size_t len, size_t pair)
{
	struct mark_pair *p = &m->pairs[pair], *q;
	size_t i;

	p->outer.end = p->inner.end = len;
	for (i = pair + 1; i < m->n; i++) {
		q = &m->pairs[i];
		if ((q->flags & (MARK_SINGLE | MARK_GUILLEMET)) !=
		    (p->flags & (MARK_SINGLE | MARK_GUILLEMET)))
			continue;
		if (!(q->flags & MARK_UNCLOSED) &&
		    count_words(text, q->inner) < TITLE_WORDS &&
		    (q->inner.end == 0 || !byte_is((unsigned char)
		    text[q->inner.end - 1], CHAR_INSIDE)))
			continue;
		p->outer.end = p->inner.end = q->outer.start;
		return;
	}
}

/* Parents and depths anew, once all ends are known; pairs without end go. */
static void
nest(struct marks *m)
{
	size_t stack[2 * MAX_OPEN + 2], depth = 0, i, n = 0;
	struct mark_pair *p;

	for (i = 0; i < m->n; i++) {
		if (m->pairs[i].outer.end == 0)
			continue;
		m->pairs[n] = m->pairs[i];
		p = &m->pairs[n];
		while (depth > 0 &&
		    m->pairs[stack[depth - 1]].outer.end <= p->outer.start)
			depth--;
		p->parent = depth > 0 ? stack[depth - 1] : MARK_NO_PARENT;
		p->depth = (unsigned)depth;
		if (depth > 0 &&
		    p->outer.end > m->pairs[p->parent].inner.end) {
			p->outer.end = p->inner.end =
			    m->pairs[p->parent].inner.end;
			if (p->inner.end < p->inner.start)
				continue;
		}
		if (depth < sizeof(stack) / sizeof(stack[0]))
			stack[depth++] = n;
		n++;
	}
	m->n = n;
}

/* The marks that are open while a text is paired, innermost last. */
struct pairing {
	struct marks	*m;
	const char	*text;
	size_t		 n;		/* marks found */
	size_t		 last_close;	/* the last single one that can close */
	size_t		 depth;
};

/* A mark that closes one that is open; false if it does not. */
static bool
close_open(struct pairing *p, const struct mark_found *f, int open)
{
	const struct mark_open *o = p->m->stack;

	if (open < 0 || !(f->can & CAN_CLOSE) ||
	    (f->family == SINGLE && !single_closes(f, p->n)))
		return false;
	close_pair(&p->m->pairs[o[open].pair], f);
	p->depth = (size_t)open;
	return true;
}

/* "He said: '...": does a colon stand before a mark, and what is quoted? */
static bool
is_announced(const char *text, size_t at)
{
	uint32_t cp = 0;

	while (at > 0) {
		at -= utf8_before(text, at, &cp);
		if (side_of(cp) != SPACE)
			break;
	}
	return cp == ':';
}

/* Does a mark begin a line that is not the text's first? */
static bool
begins_line(const char *text, size_t at)
{
	while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t'))
		at--;
	return at > 0 && text[at - 1] == '\n';
}

/*
 * A mark that can open.  A single one does not if another is open, but where a
 * line begins, nor, but for the text's first and one behind a colon, if none
 * can close it.
 */
static void
open_another(struct pairing *p, size_t i, bool is_open)
{
	const struct mark_found *f = (const struct mark_found *)p->m->found + i;
	bool first = f->at < LEAD_BYTES && blank(p->text, f->at);
	size_t pair;

	if (p->depth >= MAX_OPEN || (f->family == SINGLE &&
	    ((is_open && !begins_line(p->text, f->at)) ||
	    (p->last_close <= i && !first && !is_announced(p->text, f->at)))))
		return;
	pair = add_pair(p->m, f->at, f->len, family_flags(f) |
	    (first ? MARK_AT_START : 0));
	push(p->m, &p->depth, pair, f->family);
}

/* A mark that closes what was open where the text begins. */
static void
close_unopened(struct marks *m, const struct mark_found *f)
{
	size_t pair;

	if (!(f->can & CAN_CLOSE) || f->family == SINGLE)
		return;
	pair = add_pair(m, 0, 0, family_flags(f) | MARK_UNOPENED);
	close_pair(&m->pairs[pair], f);
}

/* Where those end that found no closing mark. */
static void
end_all_unclosed(struct marks *m, const char *text, size_t len)
{
	size_t i, unclosed = 0;
	struct mark_pair *p;

	for (i = 0; i < m->n; i++) {
		p = &m->pairs[i];
		if (!(p->flags & MARK_UNCLOSED))
			continue;
		/* A single mark is believed in pairs, but in two places. */
		if ((p->flags & MARK_SINGLE) && !(p->flags & MARK_AT_START) &&
		    !is_announced(text, p->outer.start))
			p->outer.end = 0;
		else if (unclosed++ < MAX_OPEN)
			end_unclosed(m, text, len, i);
	}
}

void
marks_pair(struct marks *m, const char *text, size_t len, bool open)
{
	struct pairing p = { .m = m, .text = text };
	const struct mark_found *f;
	size_t i;
	int at;

	m->n = 0;
	if ((p.n = gather(m, text, len)) == 0)
		return;
	f = m->found;
	for (i = 0; i < p.n; i++)
		if (f[i].family == SINGLE && (f[i].can & CAN_CLOSE))
			p.last_close = i;
	for (i = 0; i < p.n; i++) {
		at = find_open(m->stack, p.depth, f[i].family);
		if (close_open(&p, &f[i], at))
			continue;
		if (f[i].can & CAN_OPEN) {
			open_another(&p, i, at >= 0);
			continue;
		}
		if (open && m->n == 0)
			close_unopened(m, &f[i]);
		open = open && m->n == 0;
	}
	end_all_unclosed(m, text, len);
	nest(m);
}

enum mark_look
marks_look(const char *text, size_t len)
{
	struct mark_shape shape;
	unsigned can;
	size_t i;

	for (i = next_mark(text, 0, len); i < len;
	    i = next_mark(text, i + shape.len, len)) {
		if (!mark_at(text + i, len - i, &shape) ||
		    (shape.family != DOUBLE && shape.family != GUILLEMETS))
			continue;
		can = judge(text, len, i, &shape);
		if (can & CAN_OPEN)
			return i < LEAD_BYTES && blank(text, i) ?
			    MARK_LOOK_REOPENS : can & CAN_CLOSE ?
			    MARK_LOOK_CLOSES : MARK_LOOK_OPENS;
		if (can & CAN_CLOSE)
			return MARK_LOOK_CLOSES;
	}
	return MARK_LOOK_NONE;
}

void
marks_free(struct marks *m)
{
	free(m->pairs);
	free(m->found);
	free(m->stack);
	memset(m, 0, sizeof(*m));
}
