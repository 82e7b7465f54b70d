#include "common/entities/atoms.h"

#include <string.h>

#include "common/base/base.h"

/* A sentence as it is read. */
struct cutter {
	const struct patterns *p;
	const char	*text;
	const struct token *t;
	struct atom	*out;
	size_t		 n;
	uint32_t	 token;		/* at hand */
	bool		 caseless;
};

/* Some word may have this hash; few that are in no pattern look so. */
static inline bool
is_hinted(const struct patterns *p, uint32_t hash)
{
	return (p->hints[hash % PATTERN_HINTS / 64] >> hash % 64 & 1) != 0;
}

static const struct pattern_word *
find(const struct patterns *p, uint32_t hash)
{
	const struct pattern_word *w;
	uint32_t i = hash;

	if (!is_hinted(p, hash))
		return NULL;
	for (; (w = &p->words[i &= p->mask])->symbol[0] != 0; i++)
		if (w->hash == hash)
			return w;
	return NULL;
}

/* Of a word with wide characters: its apostrophe may be one. */
static const struct pattern_word *
find_wide(const struct patterns *p, const char *s, size_t len)
{
	char buf[ATOM_TOKEN], plain[ATOM_TOKEN];
	size_t i, n, k = 0;
	uint32_t cp;

	if (len > ATOM_TOKEN)
		return NULL;
	for (i = 0; i < len; i += n) {
		n = utf8_decode(s + i, len - i, &cp);
		if (char_is(cp, CHAR_APOSTROPHE))
			plain[k++] = '\'';
		else {
			memcpy(plain + k, s + i, n);
			k += n;
		}
	}
	n = token_fold(plain, k, buf, sizeof(buf));
	return n == 0 ? NULL : find(p, token_hash(buf, n));
}

static const struct pattern_word *
find_part(const struct patterns *p, const char *s, size_t len)
{
	char buf[ATOM_TOKEN + 4];
	size_t n = token_fold(s, len, buf, sizeof(buf));

	return n == 0 ? NULL : find(p, token_hash(buf, n));
}

/* A word or clitic; with a stop of its own it may be in a list without. */
static const struct pattern_word *
find_word(const struct patterns *p, const char *text, const struct token *t)
{
	const struct pattern_word *w = find(p, t->folded);
	size_t len = t->end - t->start;

	if (w != NULL || (t->flags & (TOKEN_STOP | TOKEN_WIDE)) == 0)
		return w;
	if ((t->flags & TOKEN_WIDE) != 0)
		w = find_wide(p, text + t->start, len);
	if (w == NULL && (t->flags & TOKEN_STOP) != 0 && len <= ATOM_TOKEN)
		w = find_part(p, text + t->start, len - 1);
	return w;
}

/* A mark: a single hyphen, dash or apostrophe of any form is the plain one. */
static const struct pattern_word *
find_mark(const struct patterns *p, const char *text, const struct token *t)
{
	size_t len = t->end - t->start;
	uint32_t cp;

	if ((t->flags & (TOKEN_HYPHEN | TOKEN_APOSTROPHE)) == 0 || len == 1)
		return find(p, t->folded);
	if (utf8_decode(text + t->start, len, &cp) != len)
		return NULL;
	return find_part(p, (t->flags & TOKEN_HYPHEN) != 0 ? "-" : "'", 1);
}

static enum pattern_case
case_of(const struct cutter *r, uint16_t flags)
{
	if (r->caseless)
		return PATTERN_CASELESS;
	if ((flags & TOKEN_UPPER) != 0)
		return PATTERN_UPPER;
	return (flags & TOKEN_CAPITAL) != 0 ? PATTERN_CAPITAL : PATTERN_SMALL;
}

/* The symbol before a token. */
static uint16_t
gap(const struct cutter *r, const struct token *t)
{
	const char *s = r->text + t->start;
	uint32_t cp;
	size_t n;

	if ((t->flags & TOKEN_GLUED) != 0 || t == r->t)
		return 0;
	if ((unsigned char)s[-1] < 0x80)
		return r->p->others[PATTERN_SPACE];
	for (n = 1; n < 4 && t->start > n && ((unsigned char)s[-(long)n] & 0xC0)
	    == 0x80; n++)
		continue;
	utf8_decode(s - n, n, &cp);
	return r->p->others[char_is(cp, CHAR_SPACE_MARK) ? PATTERN_NO_BREAK :
	    PATTERN_SPACE];
}

static void
add(struct cutter *r, uint16_t symbol, size_t offset, size_t length,
    uint8_t flags)
{
	struct atom *a = &r->out[r->n++];

	a->token = r->token;
	a->symbol = symbol;
	a->offset = (uint8_t)offset;
	a->length = (uint8_t)length;
	a->flags = flags;
	a->gap = 0;
}

/* The symbol of n digits. */
static uint16_t
figure(const struct patterns *p, const char *s, size_t n)
{
	static const unsigned short before[] = { 0, 0, 10, 110, 1110 };
	unsigned v = 0, i;

	if (n > PATTERN_FIGURES)
		return p->long_figures[*s == '0'][n < PATTERN_LONG ? n :
		    PATTERN_LONG];
	for (i = 0; i < n; i++)
		v = v * 10 + (unsigned)(s[i] - '0');
	return p->figures[before[n] + v];
}

/* Flags of a part's letters: how it is written. */
static uint16_t
part_flags(const char *s, size_t n)
{
	uint32_t first = CHAR_LOWER, bits, all = 0, cp;
	size_t i, k;

	for (i = 0; i < n; i += k) {
		k = utf8_decode(s + i, n - i, &cp);
		bits = char_letter(cp);
		if (i == 0)
			first = bits;
		all |= bits;
	}
	if ((all & CHAR_LOWER) == 0)
		return TOKEN_UPPER;
	return (first & CHAR_UPPER) != 0 ? TOKEN_CAPITAL : 0;
}

/* The end of the run of digits or letters at i, or of the single mark. */
static size_t
part_end(const char *s, size_t i, size_t len, enum char_class *class)
{
	enum char_class c;
	size_t n;
	uint32_t cp;

	n = utf8_decode(s + i, len - i, &cp);
	*class = char_class(cp);
	if (*class == CHAR_CLASS_UPPER)
		*class = CHAR_CLASS_LETTER;
	for (i += n; i < len && *class <= CHAR_CLASS_DIGIT; i += n) {
		n = utf8_decode(s + i, len - i, &cp);
		c = char_class(cp);
		if (c != *class && (c != CHAR_CLASS_UPPER ||
		    *class != CHAR_CLASS_LETTER))
			break;
	}
	return i;
}

/* A token with digits, cut. */
static void
cut(struct cutter *r, const struct token *t)
{
	const char *s = r->text + t->start;
	const struct pattern_word *w;
	size_t len = t->end - t->start, i, end;
	enum char_class class;
	uint16_t symbol;

	for (i = 0; i < len; i = end) {
		end = part_end(s, i, len, &class);
		if (class == CHAR_CLASS_DIGIT)
			symbol = figure(r->p, s + i, end - i);
		else {
			enum pattern_case k = case_of(r, part_flags(s + i,
			    end - i));

			w = find_part(r->p, s + i, end - i);
			symbol = w != NULL ? w->symbol[k] : r->p->others[class
			    == CHAR_CLASS_LETTER ? PATTERN_WORD + k :
			    PATTERN_MARK];
		}
		add(r, symbol, i, end - i, (i == 0 ? ATOM_FIRST : 0) |
		    (end == len ? ATOM_LAST : 0));
	}
}

/* The symbol of a token that is no number. */
static inline uint16_t
symbol(const struct cutter *r, const struct token *t)
{
	const struct patterns *p = r->p;
	const struct pattern_word *w;

	switch (t->kind) {
	case TOKEN_WORD:
	case TOKEN_NUMBER:
	case TOKEN_CLITIC:
		w = NULL;
		if (is_hinted(p, t->folded) ||
		    (t->flags & (TOKEN_STOP | TOKEN_WIDE)) != 0)
			w = find_word(p, r->text, t);
		return w != NULL ? w->symbol[case_of(r, t->flags)] :
		    p->others[PATTERN_WORD + case_of(r, t->flags)];
	case TOKEN_ADDRESS:
		return p->others[PATTERN_ADDRESS];
	default:
		w = find_mark(p, r->text, t);
		return w != NULL ? w->symbol[0] : p->others[
		    t->kind == TOKEN_MARK ? PATTERN_MARK : PATTERN_SYMBOL];
	}
}

size_t
atoms_read(struct atom **v, size_t *cap, const struct patterns *p,
    const char *text, const struct token *t, size_t n, bool caseless)
{
	struct cutter r = { p, text, t, *v, 0, 0, caseless };
	size_t i, first;

	r.out = array_grow(r.out, cap, ATOM_TOKEN + 2, sizeof(*r.out));
	add(&r, p->others[PATTERN_EDGE], 0, 0, ATOM_FIRST | ATOM_LAST);
	for (i = 0; i < n; i++) {
		if (r.n + ATOM_TOKEN + 1 > *cap)
			r.out = array_grow(r.out, cap, r.n + ATOM_TOKEN + 1,
			    sizeof(*r.out));
		first = r.n;
		r.token = (uint32_t)i;
		if ((t[i].flags & TOKEN_DIGIT) == 0 ||
		    t[i].kind > TOKEN_NUMBER ||
		    t[i].end - t[i].start > ATOM_TOKEN)
			add(&r, symbol(&r, &t[i]), 0, 0,
			    ATOM_FIRST | ATOM_LAST);
		else
			cut(&r, &t[i]);
		r.out[first].gap = gap(&r, &t[i]);
	}
	r.token = (uint32_t)n;
	add(&r, p->others[PATTERN_EDGE], 0, 0, ATOM_FIRST | ATOM_LAST);
	*v = r.out;
	return r.n;
}

/*
 * The last atom of what the patterns join from atom i on, the longest, and what
 * accepts it; i - 1 if that is nothing.
 */
static size_t
join(const struct patterns *p, const struct atom *a, size_t n, size_t i,
    unsigned *accept)
{
	const struct pattern_automaton *j = &p->joins;
	unsigned state = j->start;
	size_t k, last = i - 1;

	for (k = i; k + 1 < n && k < i + ATOMS_LONGEST; k++) {
		if (k > i && a[k].gap != 0 && (state = pattern_next(j, state,
		    j->map[a[k].gap])) == 0)
			break;
		if ((state = pattern_next(j, state, j->map[a[k].symbol])) == 0)
			break;
		if (j->accept[state] != 0) {
			last = k;
			*accept = j->accept[state];
		}
	}
	return last;
}

size_t
atoms_join(struct joined **v, size_t *cap, const struct patterns *p,
    const struct atom *a, size_t n)
{
	const uint16_t *map = p->forms.map;
	struct joined *out, *o;
	size_t i, last;
	unsigned accept = 0;

	o = out = *v = array_grow(*v, cap, n + 1, sizeof(*out));
	for (i = 0; i < n; i = last + 1, o++) {
		last = i;
		/* few atoms begin what is joined */
		if (pattern_next(&p->joins, p->joins.start,
		    p->joins.map[a[i].symbol]) != 0)
			last = join(p, a, n, i, &accept);
		o->first = (uint32_t)i;
		if (last == i - 1 || last == i) {
			last = i;
			accept = 0;
		}
		o->accept = accept;
		o->symbol = accept == 0 ? map[a[i].symbol] :
		    p->joined[accept];
		o->gap = a[i].gap != 0 ? map[a[i].gap] : 0;
		o->flags = (a[i].flags & ATOM_FIRST) |
		    (a[last].flags & ATOM_LAST);
	}
	o->first = (uint32_t)n;		/* behind the last */
	return (size_t)(o - out);
}

bool
atom_has_stop(const struct patterns *p, const struct token *t)
{
	return (t->flags & TOKEN_STOP) != 0 && find(p, t->folded) != NULL;
}

const struct pattern_word *
atom_word(const struct patterns *p, const char *text, const struct token *t,
    const struct atom *a)
{
	t += a->token;
	if (a->length > 0)
		return find_part(p, text + t->start + a->offset, a->length);
	return t->kind <= TOKEN_CLITIC ? find_word(p, text, t) :
	    find_mark(p, text, t);
}
