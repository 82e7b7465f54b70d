#include "common/sentences/features.h"

#include <string.h>

#include "common/sentences/abbreviations.h"
#include "common/sentences/enclosed.h"
#include "common/sentences/lead.h"
#include "common/sentences/lines.h"
#include "common/sentences/splitter.h"
#include "common/sentences/words.h"

/* A word's identity, as it is written or whatever its case. */
static uint32_t
word_hash(const struct neighbour *w)
{
	return w->n == 0 ? 0 : feature_bytes(1, (const char *)w->s,
	    w->n < NEIGHBOUR_FOLD ? w->n : NEIGHBOUR_FOLD);
}

static uint32_t
fold_hash(const struct neighbour *w)
{
	return w->n == 0 ? 0 : feature_bytes(1, w->fold, w->nfold);
}

/* The class of a number of bytes. */
static unsigned
class_of_length(size_t n)
{
	static const uint16_t limits[] = { 2, 4, 8, 16, 32, 64, 128, 256 };
	unsigned i;

	for (i = 0; i < 8 && n > limits[i]; i++)
		;
	return i;
}

#define LENGTH_LOOKED	320	/* bytes: longer sentences are of one class */

/*
 * The same of the sentence up to the terminator.  Of white space with a line
 * break in it, where that is a space, one byte counts.
 */
static unsigned
length_class(const struct sentence_iterator *it, const struct boundary *b)
{
	const char *s = it->text, *p;
	size_t n = b->term - it->start, more = 0;

	if (it->splitter->options.join_lines && n < LENGTH_LOOKED)
		for (p = s + it->start; (p = memchr(p, '\n',
		    (size_t)(s + b->term - p))) != NULL; p++)
			more += (size_t)(p - s) - space_before(s, it->start,
			    (size_t)(p - s));
	return class_of_length(n - more);
}

#define LENGTH_MAX	7	/* longer ones are as long */
#define RUN_MAX		5	/* terminators in a row */

static unsigned
word_length(const struct neighbour *w)
{
	return w->n > LENGTH_MAX ? LENGTH_MAX : (unsigned)w->n;
}

/* Bytes of the run of terminators that are no white space. */
static unsigned
count_terminators(const struct sentence_iterator *it, const struct boundary *b)
{
	unsigned n = 0;
	size_t i;

	for (i = b->term; i < b->close && n < RUN_MAX; i++)
		n += !byte_is(it->text[i], CHAR_SPACE);
	return n;
}

/* The identity of the sentence's first word. */
static uint32_t
first_hash(const struct sentence_iterator *it)
{
	struct neighbour w;

	neighbour_first(&w, it);
	return fold_hash(&w);
}

/* A mark behind a word, in classes that the model knows by number. */
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

/* The byte before a terminator, the same way. */
static unsigned
last_class(unsigned char c)
{
	if (c == 0 || byte_is(c, CHAR_SPACE))
		return 0;
	switch (byte_is(c, CHAR_LETTER | CHAR_DIGIT)) {
	case CHAR_DIGIT: return 1;
	case CHAR_LOWER: return 2;
	case CHAR_UPPER: return 3;
	default: break;
	}
	return c == ')' || c == ']' || byte_is(c, CHAR_STRAIGHT) ? 4 :
	    c == '%' ? 5 : byte_is(c, CHAR_WIDE) ? 6 : 7;
}

/* What the sentence's first character is: in sloppy text a small letter. */
static unsigned
start_class(const struct sentence_iterator *it)
{
	uint32_t cp;

	utf8_decode(it->text + it->start, it->len - it->start, &cp);
	switch (char_letter(cp)) {
	case CHAR_LOWER: return 1;
	case CHAR_UPPER: return 2;
	case CHAR_DIGIT: return 3;
	default: return 0;
	}
}

static uint32_t
pack(unsigned a, unsigned b, unsigned c, unsigned d)
{
	return a | b << 8 | c << 16 | d << 24;
}

#define NATIONS	(ROLE_BIT(ROLE_COUNTRIES) | ROLE_BIT(ROLE_CAPITALS) | \
		ROLE_BIT(ROLE_DEMONYMS))

/* Is it a name that people are given, what they are called by, a nation? */
static unsigned
name_class(const struct neighbour *w, const struct sentence_iterator *it)
{
	const struct lexicon *l = it->splitter->lexicon;
	uint64_t lists = lexicon_lists(l, w->fold, w->nfold) |
	    lexicon_lists(l, (const char *)w->s, w->n);

	return ((lists & ROLE_BIT(ROLE_GIVEN_GENDERS)) != 0) +
	    2 * ((lists & ROLE_BIT(ROLE_TITLES)) != 0) +
	    4 * ((lists & NATIONS) != 0);
}

/* What several features are made of. */
struct view {
	const struct context *c;
	const struct neighbour *before, *next;
	unsigned	stop;		/* words.h: of before, */
	unsigned	start;		/* of next, */
	unsigned	use;		/* start and lower of next */
	unsigned	own_lower, own_start;	/* of before */
	unsigned	first;		/* c->first */
	unsigned	kind;		/* of the terminator */
	unsigned	mark;		/* it, with the closer */
	unsigned	open;		/* c->first, with the opener */
	unsigned	sort;		/* what the looks of before depend on */
	uint32_t	kinds;		/* of the abbreviation before */
	uint32_t	next_kind;	/* and of one behind */
	uint32_t	word, fold, next_word;
	unsigned	length;		/* of the sentence so far */
};

#define USE_OF_TITLE	36	/* above all others */

static void
look(struct view *v, const struct context *c,
    const struct sentence_iterator *it, const struct boundary *b)
{
	enum abbreviation next = c->next.behind == '.' ?
	    abbreviation_kind(&c->next, it->splitter) : ABBREV_NONE;

	v->c = c;
	v->before = &c->before;
	v->next = &c->next;
	v->stop = words_stop(c->before.stats);
	v->start = words_start(c->next.stats);
	/* A title says nothing of itself: sentences of the press begin so. */
	v->use = next == ABBREV_TITLE ? USE_OF_TITLE :
	    v->start + STARTS * words_lower(c->next.stats);
	v->own_lower = words_lower(c->before.stats);
	v->own_start = words_start(c->before.stats);
	v->first = c->first;
	v->kind = b->kind;
	v->mark = b->kind + 8 * b->closer;
	v->open = c->first + 8 * c->opener;
	v->sort = b->kind != TERM_STOP && b->kind != TERM_ELLIPSIS ? 2 :
	    b->closer != CLOSE_NONE;
	v->kinds = c->kind == ABBREV_NONE ? 0 : feature_hash(c->kind);
	v->next_kind = next == ABBREV_NONE ? 0 : feature_hash(next);
	v->word = word_hash(&c->before);
	v->fold = fold_hash(&c->before);
	v->next_word = fold_hash(&c->next);
	v->length = length_class(it, b);
}

/*
 * What the features are made of, one line each: "before" and "next" are the
 * words there, "use" is how the next is used in print (words.h).  The numbers
 * are mixed into the hashes, so that they are part of the model: one that was
 * given up (91, 95) is not used again.
 */
enum boundary_feature {
	/* The marks themselves. */
	OF_ALWAYS = 0,			/* nothing: how often it ends at all */
	OF_MARK_OPEN_SPACES = 1,	/* marks, what opens, white space */
	OF_MARK_OPEN_USE = 2,		/* marks, what opens, use */
	OF_SHAPE_OPEN_SPACES = 3,	/* looks of before, what opens, gaps */
	OF_START_FIRST = 4,		/* how this one and the next begin */
	OF_RUN_OPEN = 5,		/* number of stops, what opens */
	OF_LAST_OPEN = 6,		/* last byte before, what opens */

	/* What the word before looks like, and how it is used. */
	OF_SHAPE_OPEN = 10,		/* looks of before, what opens */
	OF_SHAPE_OPEN_STOP = 11,	/* the same, is it an abbreviation? */
	OF_STOP_FIRST_USE = 12,		/* is before an abbreviation?  use */
	OF_SHAPE_FIRST_USE = 13,	/* looks of before, use */
	OF_SHAPE_LENGTH = 14,		/* looks, length, vowels of before */
	OF_SHAPES = 15,			/* looks of two before and next */
	OF_LENGTH_SHAPE = 16,		/* length so far, looks of before */
	OF_ONLY_WORD = 17,		/* is before the first word?  looks */
	OF_OWN_USE_SHAPE = 18,		/* use and looks of before */
	OF_OWN_USE_NEXT = 19,		/* use of before, use */
	OF_BEHIND_BEFORE = 20,		/* marks behind the two before */
	OF_BEHIND_NEXT = 21,		/* looks of two next, mark behind */
	OF_NEXT_SHAPE = 22,		/* looks of next and before, mark */
	OF_NEXT2_USE = 23,		/* use, looks of the next but one */

	/* The words themselves. */
	OF_BEFORE = 30,			/* before, as written */
	OF_BEFORE_OPEN = 31,		/* before, what opens */
	OF_BEFORE_USE = 32,		/* before, use */
	OF_BEFORE_NEXT = 33,		/* before and next, in any case */
	OF_BEFORE2_BEFORE = 34,		/* the two before */
	OF_BEFORE2_SHAPE = 35,		/* one before that, looks of before */
	OF_NEXT_FIRST = 36,		/* next, with a capital or without */
	OF_NEXT_BEFORE_SHAPE = 37,	/* next, looks of before */
	OF_NEXT_MARK = 38,		/* next, the marks */
	OF_NEXT2_MARK = 39,		/* the next but one, the marks */

	/* The kinds of abbreviations. */
	OF_KIND_OPEN = 50,		/* kind of before, what opens, looks */
	OF_KIND_USE = 51,		/* kind, use */
	OF_KIND_NEXT = 52,		/* kind, next */
	OF_KIND_BEFORE2 = 53,		/* kind, looks of the word before it */
	OF_KIND_SHAPES = 54,		/* kind, looks of the two next */
	OF_KIND_LENGTH = 55,		/* kind, length so far */
	OF_NEXT_KIND_MARK = 56,		/* kind of next, the marks */
	OF_KINDS = 57,			/* kind of next, kind of before */
	OF_KIND_FIRST_USE = 58,		/* kind, first word, use */
	OF_KIND_USE_SHAPES = 59,	/* kind, use, looks around */
	OF_KIND_FIRST_LENGTH = 60,	/* kind, first word, length so far */

	/* Quotations and brackets. */
	OF_QUOTE_MARK_OPEN = 70,	/* is a quotation open?  the marks */
	OF_QUOTE_USE = 71,		/* the same, use */
	OF_WAY_MARK = 72,		/* where was it opened?  the marks */
	OF_SAID_USE = 73,		/* is it said who spoke?  use */
	OF_SAID_START = 74,		/* the same, may next begin one? */
	OF_INSIDE_MARK = 75,		/* inside a bracket?  the marks */
	OF_INSIDE_USE = 76,		/* the same, use */
	OF_QUOTED = 77,			/* small letter next: in a quotation? */
	OF_ASIDE = 78,			/* what the next bracket holds */

	/* Around a short form: what leads up to it. */
	OF_LEAD_AGAIN = 90,		/* kind, is the name said again? */
	OF_LEAD_LAST = 92,		/* kind, the word before the name */
	OF_LEAD_LAST_USE = 93,		/* the same, use */
	OF_LEAD_NAME = 94,		/* kind, is next a name, a nation? */
	OF_LEAD_ENDING = 96,		/* kind, end of next, looks of two */

	/* Where the language has a list of what numbers go on with. */
	OF_NUMBER_NEXT = 110,		/* numeral, is next in the list? */
	OF_NUMBER_BEFORE2 = 111,	/* numeral, the word before it */
	OF_NUMBER_USE = 112		/* numeral, use */
};

/* A feature of four small values; and of these with a word or a kind. */
static inline void
add(struct features *f, enum boundary_feature of, unsigned a, unsigned b,
    unsigned c, unsigned d)
{
	features_add1(f, of, pack(a, b, c, d));
}

static inline void
add_to(struct features *f, enum boundary_feature of, uint32_t to, unsigned a,
    unsigned b, unsigned c, unsigned d)
{
	features_add2(f, of, to, pack(a, b, c, d));
}

/* The marks themselves. */
static void
add_marks(struct features *f, const struct view *v,
    const struct sentence_iterator *it, const struct boundary *b)
{
	const struct context *c = v->c;

	features_add1(f, OF_ALWAYS, 0);
	add(f, OF_MARK_OPEN_SPACES, v->mark, v->open, c->spaces, 0);
	add(f, OF_MARK_OPEN_USE, v->mark, v->open, v->use, 0);
	add(f, OF_SHAPE_OPEN_SPACES, c->spaces, v->before->shape, v->open,
	    c->apart + 2 * v->kind);
	add(f, OF_START_FIRST, start_class(it), v->first, v->kind, c->spaces);
	add(f, OF_RUN_OPEN, count_terminators(it, b), v->kind, v->open,
	    c->apart);
	add(f, OF_LAST_OPEN, last_class(c->last), v->kind, v->open, 0);
}

/* What the word before looks like, and how it is used. */
static void
add_looks(struct features *f, const struct view *v,
    const struct sentence_iterator *it)
{
	const struct context *c = v->c;
	const struct neighbour *w = v->before, *n = v->next;
	bool first_word = w->n == 0 ||
	    (size_t)((const char *)w->s - it->text) == it->start;

	add(f, OF_SHAPE_OPEN, w->shape, v->open, v->kind, 0);
	add(f, OF_SHAPE_OPEN_STOP, w->shape, v->open, v->stop, 0);
	add(f, OF_STOP_FIRST_USE, v->stop, v->first, v->use, 0);
	add(f, OF_SHAPE_FIRST_USE, w->shape, v->first, v->use, v->sort);
	add(f, OF_SHAPE_LENGTH, w->shape, word_length(w), v->first,
	    neighbour_has_vowel(w, it->splitter) + 2 * v->sort);
	add(f, OF_SHAPES, w->shape, c->before2.shape, v->first,
	    n->shape + 16 * v->sort);
	add(f, OF_LENGTH_SHAPE, v->length, w->shape,
	    v->first, v->sort);
	add(f, OF_ONLY_WORD, first_word, w->shape, v->open,
	    word_length(w) + 8 * v->sort);
	add(f, OF_OWN_USE_SHAPE, v->own_lower, v->own_start, w->shape,
	    v->first + 8 * v->sort);
	add(f, OF_OWN_USE_NEXT, v->own_lower, v->own_start, v->stop, v->use);
	add(f, OF_BEHIND_BEFORE, behind_class(w->behind),
	    behind_class(c->before2.behind), w->shape, v->first);
	add(f, OF_BEHIND_NEXT, n->shape, c->next2.shape,
	    behind_class(n->behind), v->use);
	add(f, OF_NEXT_SHAPE, n->shape, behind_class(n->behind), w->shape,
	    v->kind);
	add(f, OF_NEXT2_USE, words_start(c->next2.stats),
	    words_lower(c->next2.stats), c->next2.shape, v->mark);
}

/* The words themselves. */
static void
add_words(struct features *f, const struct view *v)
{
	uint32_t before2 = fold_hash(&v->c->before2);
	unsigned shape = v->before->shape;

	/* Which letter an initial is says nothing. */
	if (shape != SHAPE_INITIAL) {
		features_add1(f, OF_BEFORE, v->word);
		features_add2(f, OF_BEFORE_OPEN, v->word, v->open);
		features_add2(f, OF_BEFORE_USE, v->word, v->use);
		features_add2(f, OF_BEFORE_NEXT, v->fold, v->next_word);
	}
	features_add2(f, OF_BEFORE2_BEFORE, before2, v->word);
	add_to(f, OF_BEFORE2_SHAPE, before2, shape, v->first, 0, 0);
	features_add2(f, OF_NEXT_FIRST, v->next_word, v->first);
	add_to(f, OF_NEXT_BEFORE_SHAPE, v->next_word, shape, v->first, v->sort,
	    0);
	features_add2(f, OF_NEXT_MARK, v->next_word, v->mark);
	add_to(f, OF_NEXT2_MARK, fold_hash(&v->c->next2), v->mark, v->first, 0,
	    0);
}

/* The kinds of abbreviations. */
static void
add_kinds(struct features *f, const struct view *v,
    const struct sentence_iterator *it)
{
	const struct context *c = v->c;
	const struct neighbour *n = v->next;
	uint32_t kinds = v->kinds, first;

	add_to(f, OF_KIND_OPEN, kinds, v->open, n->shape, 0, 0);
	add_to(f, OF_KIND_USE, kinds, v->first, v->use, 0, 0);
	features_add2(f, OF_KIND_NEXT, kinds, v->next_word);
	add_to(f, OF_KIND_BEFORE2, kinds, c->before2.shape, v->first, 0, 0);
	add_to(f, OF_KIND_SHAPES, kinds, n->shape, c->next2.shape,
	    behind_class(n->behind), 0);
	add_to(f, OF_KIND_LENGTH, kinds, v->length,
	    v->first, 0, 0);
	add_to(f, OF_KIND_USE_SHAPES, kinds, v->use, c->next2.shape,
	    v->before->shape, v->first);
	features_add2(f, OF_NEXT_KIND_MARK, v->next_kind, v->mark);
	features_add2(f, OF_KINDS, v->next_kind, kinds);
	if (kinds != 0) {
		first = feature_mix(kinds, first_hash(it));
		features_add2(f, OF_KIND_FIRST_USE, first, v->use);
		features_add2(f, OF_KIND_FIRST_LENGTH, first,
		    v->length);
	}
}

/* The last two letters, which tell verbs and plurals from names. */
static uint32_t
ending(const struct neighbour *w)
{
	return w->nfold < 3 ? 0 : feature_bytes(1, w->fold + w->nfold - 2, 2);
}

#define SHAPES_FROM	100	/* looks in the place of a kind: above these */

/* Around a short form: the name it ends, and how the next words look. */
static void
add_lead(struct features *f, const struct view *v,
    const struct sentence_iterator *it)
{
	const struct context *c = v->c;
	const struct neighbour *n = v->next, *n2 = &c->next2;
	uint32_t kind = v->kinds != 0 ? v->kinds :
	    feature_hash(SHAPES_FROM + v->before->shape);
	struct lead l;
	uint32_t last;

	lead_find(&l, c, it);
	last = feature_mix(fold_hash(&l.last), behind_class(l.last.behind));
	add_to(f, OF_LEAD_AGAIN, kind, l.again, v->first, 0, 0);
	features_add2(f, OF_LEAD_LAST, kind, last);
	features_add2(f, OF_LEAD_LAST_USE, feature_mix(kind, last), v->use);
	add_to(f, OF_LEAD_NAME, kind, name_class(n, it), n->shape, n2->shape,
	    0);
	features_add2(f, OF_LEAD_ENDING, kind, feature_mix(ending(n),
	    pack(n->shape, n2->shape, behind_class(n->behind), 0)));
}

/* Quotations and brackets. */
static void
add_quotes(struct features *f, const struct view *v,
    struct sentence_iterator *it, const struct boundary *b)
{
	const struct context *c = v->c;
	unsigned inside = enclosed_bracket(it, b), quote = 0, way = 0;

	if (b->closer == CLOSE_DOUBLE)
		quote = 1 + (straight_marks(it, b->close) & 1);
	else if (c->opener == OPEN_DOUBLE)
		quote = 3 + (straight_marks(it, b->next) & 1);
	if (b->closer != CLOSE_NONE)
		way = 1 + (unsigned)enclosed_closer(it, b);
	add(f, OF_QUOTE_MARK_OPEN, quote, v->mark, v->open, way);
	add(f, OF_QUOTE_USE, quote, v->kind, v->use, way);
	add(f, OF_WAY_MARK, way, v->mark, v->first, v->next->shape);
	add(f, OF_SAID_USE, c->said, v->kind, way, v->use);
	add(f, OF_SAID_START, c->said, v->kind, v->start >= START_OFTEN, way);
	add(f, OF_INSIDE_MARK, inside, v->mark, v->open, 0);
	add(f, OF_INSIDE_USE, inside, v->before->shape, v->use, 0);
	if (c->opener == OPEN_BRACKET)
		add(f, OF_ASIDE, enclosed_aside(it, b), v->mark,
		    v->before->shape, v->kinds != 0);
	if (c->first == FIRST_LOWER)
		add(f, OF_QUOTED, enclosed_quoted(it, b), v->kind,
		    start_class(it), 0);
}

#define NUMBER_LENGTH	5	/* bytes: longer ones are as long */

/* A number, by its length, or a Roman one; else 0. */
static unsigned
numeral_class(const struct neighbour *w)
{
	if (w->shape == SHAPE_NUMBER)
		return w->n > NUMBER_LENGTH ? NUMBER_LENGTH : (unsigned)w->n;
	return neighbour_is_roman(w) ? NUMBER_LENGTH + 1 : 0;
}

/* Behind a number with a full stop: is it an ordinal one, which goes on? */
static void
add_ordinal(struct features *f, const struct view *v, const struct splitter *p)
{
	const struct neighbour *n = v->next;
	unsigned numeral = numeral_class(v->before);

	if (numeral == 0)
		return;
	add(f, OF_NUMBER_NEXT, numeral, lexicon_has(p->lexicon, ROLE_NUMBERED,
	    (const char *)n->s, n->n), v->first, n->shape);
	add_to(f, OF_NUMBER_BEFORE2, fold_hash(&v->c->before2), numeral,
	    v->first, 0, 0);
	add(f, OF_NUMBER_USE, numeral, v->use, v->first,
	    words_start(v->c->before2.stats));
}

void
boundary_features(struct features *f, struct context *c,
    struct sentence_iterator *it, const struct boundary *b)
{
	struct view v;

	context_outer(c, it);
	neighbour_stats(&c->before2, it->splitter);
	neighbour_stats(&c->next2, it->splitter);
	look(&v, c, it, b);
	features_clear(f);
	add_marks(f, &v, it, b);
	add_looks(f, &v, it);
	add_words(f, &v);
	add_kinds(f, &v, it);
	if (v.sort == 0 && (v.kinds != 0 || c->before.shape == SHAPE_INITIAL ||
	    neighbour_has_dots(&c->before)))
		add_lead(f, &v, it);
	if (v.sort == 0 && it->splitter->has_ordinals)
		add_ordinal(f, &v, it->splitter);
	add_quotes(f, &v, it, b);
}
