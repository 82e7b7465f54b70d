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
#include "common/text/marks.h"
#include "common/text/utf8.h"

/* Sides of a pair that can close each other. */
enum family { DOUBLE, SINGLE, GUILLEMETS, GUILLEMET1, FAMILIES };

#define CAN_OPEN	0x01
#define CAN_CLOSE	0x02
#define STRAIGHT	0x04
#define AFTER_STOP	0x08	/* . , ! ? ... stands right before it */
#define AFTER_S		0x10	/* s' : the boys' */
#define WANTS_LOWER	0x20	/* a lower case word follows after a space */

struct found {
	size_t		at;
	uint8_t		len;
	uint8_t		family;
	uint8_t		can;
	size_t		next_strong;	/* the next sure single closer, or n */
};

struct open {
	size_t		pair;
	unsigned	family;
};

/* What stands beside a mark. */
enum side { SPACE, WORD, DIGIT, STOP, OPENS, CLOSES, DASH, OTHER };

static enum side
side_of(uint32_t cp)
{
	if (cp <= ' ' || cp == 0xA0 || cp == 0x202F || cp == 0x3000 ||
	    (cp >= 0x2000 && cp <= 0x200B))
		return SPACE;
	if (cp >= '0' && cp <= '9')
		return DIGIT;
	if ((cp | 0x20) >= 'a' && (cp | 0x20) <= 'z' && cp < 0x80)
		return WORD;
	switch (cp) {
	case '.': case ',': case '!': case '?': case ';': case ':':
	case 0x2026:
		return STOP;
	case '(': case '[': case '{':
		return OPENS;
	case ')': case ']': case '}':
		return CLOSES;
	case '-': case '/': case 0x2013: case 0x2014: case 0x2015:
		return DASH;
	}
	if (cp == UTF8_INVALID || cp < 0x80)
		return OTHER;
	if (cp >= 0x2010 && cp <= 0x206F)
		return OTHER;
	return cp >= 0xC0 ? WORD : OTHER;
}

/* The family of the mark at s, its length and the shape's own opinion. */
static bool
mark_at(const char *s, size_t n, unsigned *family, size_t *len, unsigned *shape)
{
	const unsigned char *u = (const unsigned char *)s;

	*shape = 0;
	*len = 1;
	switch (u[0]) {
	case '"':
		*family = DOUBLE;
		*shape = STRAIGHT;
		return true;
	case '\'':
		*family = SINGLE;
		*shape = STRAIGHT;
		if (n > 1 && u[1] == '\'') {
			*family = DOUBLE;
			*len = 2;
		}
		return true;
	case '`':
		*family = SINGLE;
		*shape = CAN_OPEN;
		if (n > 1 && u[1] == '`') {
			*family = DOUBLE;
			*len = 2;
		}
		return true;
	case 0xC2:
		if (n < 2 || (u[1] != 0xAB && u[1] != 0xBB))
			return false;
		*family = GUILLEMETS;
		*len = 2;
		*shape = u[1] == 0xAB ? CAN_OPEN : CAN_CLOSE;
		return true;
	case 0xE2:
		if (n < 3 || u[1] != 0x80)
			return false;
		*len = 3;
		switch (u[2]) {
		case 0x98: case 0x9A: case 0x9B:
			*family = SINGLE;
			*shape = CAN_OPEN;
			return true;
		case 0x99:
			*family = SINGLE;
			*shape = CAN_CLOSE;
			return true;
		case 0x9C: case 0x9E: case 0x9F:
			*family = DOUBLE;
			*shape = CAN_OPEN;
			return true;
		case 0x9D:
			*family = DOUBLE;
			*shape = CAN_CLOSE;
			return true;
		case 0xB9:
			*family = GUILLEMET1;
			*shape = CAN_OPEN;
			return true;
		case 0xBA:
			*family = GUILLEMET1;
			*shape = CAN_CLOSE;
			return true;
		}
	}
	return false;
}

static bool
is_mark(const char *s, size_t n)
{
	unsigned family, shape;
	size_t len;

	return mark_at(s, n, &family, &len, &shape);
}

/* The class of what stands before at; marks are looked through as marks. */
static enum side
side_before(const char *text, size_t at, bool *mark)
{
	uint32_t cp;
	size_t n;

	*mark = false;
	if (at == 0)
		return SPACE;
	n = utf8_before(text, at, &cp);
	*mark = is_mark(text + at - n, n);
	return side_of(cp);
}

static enum side
side_after(const char *text, size_t len, size_t at, bool *mark)
{
	uint32_t cp;

	*mark = false;
	if (at >= len)
		return SPACE;
	*mark = is_mark(text + at, len - at);
	utf8_decode(text + at, len - at, &cp);
	return side_of(cp);
}

/* A word that is written with an apostrophe in front: 'em, '90s. */
static bool
is_elision(const char *text, size_t len, size_t at)
{
	char word[16];
	size_t n;

	if (at < len && text[at] >= '0' && text[at] <= '9')
		return at + 2 < len && text[at + 1] >= '0' && text[at + 1] <= '9' &&
		    (text[at + 2] == 's' || text[at + 2] == ' ' ||
		    text[at + 2] == ',' || text[at + 2] == '.');
	for (n = 0; at + n < len && n < sizeof(word); n++) {
		if ((text[at + n] | 0x20) < 'a' || (text[at + n] | 0x20) > 'z')
			break;
		word[n] = (char)(text[at + n] | 0x20);
	}
	return n > 0 && n < sizeof(word) &&
	    (lexicon_classes(word, n) & LEX_BIT(LEX_ELISIONS));
}

/* What the mark at its place can be, 0 if it is none at all. */
static unsigned
judge(const char *text, size_t len, size_t at, size_t n, unsigned family,
    unsigned shape)
{
	bool lm, rm;
	enum side l = side_before(text, at, &lm);
	enum side r = side_after(text, len, at + n, &rm);
	bool edge_l = l == SPACE || l == OPENS || l == DASH || (lm && l != STOP);
	bool edge_r = r == SPACE || r == STOP || r == CLOSES || r == DASH || rm;
	unsigned can = 0;

	if (family == GUILLEMETS || family == GUILLEMET1) {
		/* German turns them round: »so«. */
		if (shape == CAN_CLOSE && l == SPACE && r != SPACE && r != STOP)
			return CAN_OPEN;
		if (shape == CAN_OPEN && l != SPACE && l != OPENS &&
		    (r == SPACE || r == STOP))
			return CAN_CLOSE;
		return shape;
	}
	if (family == SINGLE) {
		if ((l == WORD || l == DIGIT) && (r == WORD || r == DIGIT))
			return 0;		/* don't */
		if (l == DIGIT && !rm && !(r == SPACE || r == STOP))
			return 0;
		if (shape & CAN_OPEN)
			return r == SPACE ? 0 : CAN_OPEN;
		if (edge_l && !edge_r)
			can |= CAN_OPEN;
		if (!(l == SPACE || l == OPENS) && edge_r)
			can |= CAN_CLOSE;
		/* A curly apostrophe opens nothing; 'em and '90s are words. */
		if ((can & CAN_OPEN) && (!(shape & STRAIGHT) ||
		    is_elision(text, len, at + n)))
			can &= ~(unsigned)CAN_OPEN;
	} else {
		if (shape & STRAIGHT) {
			if (edge_l && r != SPACE)
				can |= CAN_OPEN;
			if (!(l == SPACE || l == OPENS) && edge_r)
				can |= CAN_CLOSE;
			/* Stuck between two words, or alone between spaces. */
			if (can == 0)
				can = CAN_OPEN | CAN_CLOSE;
			if ((can & CAN_OPEN) && l == DASH && r == WORD)
				can |= CAN_CLOSE;
		} else if (shape & CAN_OPEN) {
			/* German closes with the mark that English opens with. */
			can = CAN_OPEN;
			if (l != SPACE && l != OPENS && l != DASH && edge_r)
				can = r == DASH ? CAN_OPEN | CAN_CLOSE : CAN_CLOSE;
		} else {
			can = CAN_CLOSE;
			if (edge_l && !edge_r && l != DASH)
				can = CAN_OPEN;
		}
	}
	if (can == 0)
		return 0;
	if (l == STOP)
		can |= AFTER_STOP;
	if (at > 0 && (text[at - 1] == 's' || text[at - 1] == 'S'))
		can |= AFTER_S;
	if (r == SPACE && at + n + 1 < len && text[at + n + 1] >= 'a' &&
	    text[at + n + 1] <= 'z')
		can |= WANTS_LOWER;
	return can | (shape & STRAIGHT);
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
		m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xC2)));
		m = _mm_or_si128(m, _mm_cmpeq_epi8(v, _mm_set1_epi8((char)0xE2)));
		if ((found = _mm_movemask_epi8(m)) != 0)
			return i + (size_t)__builtin_ctz((unsigned)found);
	}
#endif
	while (i < len && !maybe_mark((unsigned char)s[i]))
		i++;
	return i;
}

/* Gather the marks of the text that can open or close something. */
static size_t
gather(struct marks *m, const char *text, size_t len)
{
	struct found *f = m->found;
	unsigned family, shape, can;
	size_t i, n, count = 0, strong;

	for (i = next_mark(text, 0, len); i < len;
	    i = next_mark(text, i + n, len)) {
		n = 1;
		if (!mark_at(text + i, len - i, &family, &n, &shape))
			continue;
		can = judge(text, len, i, n, family, shape);
		if (can == 0)
			continue;
		f = m->found = array_grow(f, &m->found_cap, count + 1,
		    sizeof(*f));
		f[count].at = i;
		f[count].len = (uint8_t)n;
		f[count].family = (uint8_t)family;
		f[count].can = (uint8_t)can;
		count++;
	}
	/* For each: the next single mark that surely closes, before one opens. */
	strong = count;
	for (i = count; i-- > 0;) {
		if (f[i].family == SINGLE && (f[i].can & CAN_OPEN))
			strong = count;
		f[i].next_strong = strong;
		if (f[i].family == SINGLE && (f[i].can & CAN_CLOSE) &&
		    (f[i].can & AFTER_STOP))
			strong = i;
	}
	return count;
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
	struct open *o;

	o = m->stack = array_grow(m->stack, &m->stack_cap, *depth + 1,
	    sizeof(*o));
	o[*depth].pair = pair;
	o[*depth].family = family;
	(*depth)++;
}

static void
close_pair(struct mark_pair *p, const struct found *f)
{
	p->inner.end = f->at;
	p->outer.end = f->at + f->len;
	p->flags &= ~(unsigned)MARK_UNCLOSED;
}

static unsigned
family_flags(const struct found *f)
{
	return (f->family == SINGLE || f->family == GUILLEMET1 ? MARK_SINGLE : 0) |
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

/* More levels than this are noise, not quotations in quotations. */
#define MAX_OPEN	8

/* The index in the stack of the innermost open pair of a family, or -1. */
static int
find_open(const struct open *o, size_t depth, unsigned family)
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
single_closes(const struct found *f, size_t n)
{
	if (!(f->can & CAN_CLOSE))
		return false;
	return !(f->can & AFTER_S) || !(f->can & WANTS_LOWER) ||
	    (f->can & AFTER_STOP) || f->next_strong >= n;
}

/* Words in a span, no further than 5. */
static unsigned
few_words(const char *text, struct span s)
{
	unsigned words = 0;
	bool in = false;
	size_t i;

	for (i = s.start; i < s.end && words < 5; i++) {
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
		    few_words(text, q->inner) < 5 && (q->inner.end == 0 ||
		    strchr(".,!?", text[q->inner.end - 1]) == NULL))
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

void
marks_pair(struct marks *m, const char *text, size_t len, bool open)
{
	struct found *f;
	struct mark_pair *p;
	size_t n, i, added, depth = 0, last_close = 0, unclosed = 0;
	struct open *o;
	int at;

	m->n = 0;
	n = gather(m, text, len);
	if (n == 0)
		return;
	f = m->found;
	/* The last single mark that can close: what opens later is none. */
	for (i = 0; i < n; i++)
		if (f[i].family == SINGLE && (f[i].can & CAN_CLOSE))
			last_close = i;
	for (i = 0; i < n; i++) {
		o = m->stack;
		at = find_open(o, depth, f[i].family);
		if (at >= 0 && (f[i].can & CAN_CLOSE) &&
		    (f[i].family != SINGLE || single_closes(&f[i], n))) {
			close_pair(&m->pairs[o[at].pair], &f[i]);
			depth = (size_t)at;
			continue;
		}
		if (f[i].can & CAN_OPEN) {
			bool first = f[i].at < 64 && blank(text, f[i].at);

			if (depth >= MAX_OPEN ||
			    (f[i].family == SINGLE && (at >= 0 ||
			    (last_close <= i && !first))))
				continue;
			push(m, &depth, add_pair(m, f[i].at, f[i].len,
			    family_flags(&f[i]) |
			    (first ? MARK_AT_START : 0)), f[i].family);
			continue;
		}
		if (open && m->n == 0 && (f[i].can & CAN_CLOSE) &&
		    f[i].family != SINGLE) {
			added = add_pair(m, 0, 0, family_flags(&f[i]) |
			    MARK_UNOPENED);
			close_pair(&m->pairs[added], &f[i]);
		}
		open = open && m->n == 0;
	}
	for (i = 0; i < m->n; i++) {
		p = &m->pairs[i];
		if (!(p->flags & MARK_UNCLOSED))
			continue;
		/* Single marks are believed in pairs only, but for the first. */
		if ((p->flags & MARK_SINGLE) && !(p->flags & MARK_AT_START))
			p->outer.end = 0;
		else if (unclosed++ < MAX_OPEN)
			end_unclosed(m, text, len, i);
	}
	nest(m);
}

enum mark_look
marks_look(const char *text, size_t len)
{
	unsigned family, shape, can;
	size_t i, n;

	for (i = next_mark(text, 0, len); i < len;
	    i = next_mark(text, i + n, len)) {
		n = 1;
		if (!mark_at(text + i, len - i, &family, &n, &shape) ||
		    (family != DOUBLE && family != GUILLEMETS))
			continue;
		can = judge(text, len, i, n, family, shape);
		if (can & CAN_OPEN)
			return i < 64 && blank(text, i) ? MARK_LOOK_REOPENS :
			    can & CAN_CLOSE ? MARK_LOOK_CLOSES : MARK_LOOK_OPENS;
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
