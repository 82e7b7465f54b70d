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
word_length(const struct neighbour *w)
{
	return w->n > 7 ? 7 : (unsigned)w->n;
}

/* Bytes of the run of terminators that are no white space, at most five. */
static unsigned
count_terminators(const struct sentence_iterator *it, const struct boundary *b)
{
	unsigned n = 0;
	size_t i;

	for (i = b->term; i < b->close && n < 5; i++)
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
	const struct lexicon *l = it->splitter->options.language->lexicon;
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
};

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
	v->use = next == ABBREV_TITLE ? 6 * 6 :
	    v->start + 6 * words_lower(c->next.stats);
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
}

/* The marks themselves. */
static void
add_marks(struct features *f, const struct view *v,
    const struct sentence_iterator *it, const struct boundary *b)
{
	const struct context *c = v->c;

	features_add1(f, 0, 0);
	features_add1(f, 1, pack(v->mark, v->open, c->spaces, 0));
	features_add1(f, 2, pack(v->mark, v->open, v->use, 0));
	features_add1(f, 3, pack(c->spaces, v->before->shape, v->open,
	    c->apart + 2 * v->kind));
	features_add1(f, 4, pack(start_class(it), v->first, v->kind, c->spaces));
	features_add1(f, 5, pack(count_terminators(it, b), v->kind, v->open,
	    c->apart));
	features_add1(f, 6, pack(last_class(c->last), v->kind, v->open, 0));
}

/* What the word before looks like, and how it is used. */
static void
add_looks(struct features *f, const struct view *v,
    const struct sentence_iterator *it, const struct boundary *b)
{
	const struct context *c = v->c;
	const struct neighbour *w = v->before, *n = v->next;
	bool first_word = w->n == 0 ||
	    (size_t)((const char *)w->s - it->text) == it->start;

	features_add1(f, 10, pack(w->shape, v->open, v->kind, 0));
	features_add1(f, 11, pack(w->shape, v->open, v->stop, 0));
	features_add1(f, 12, pack(v->stop, v->first, v->use, 0));
	features_add1(f, 13, pack(w->shape, v->first, v->use, v->sort));
	features_add1(f, 14, pack(w->shape, word_length(w), v->first,
	    neighbour_has_vowel(w) + 2 * v->sort));
	features_add1(f, 15, pack(w->shape, c->before2.shape, v->first,
	    n->shape + 16 * v->sort));
	features_add1(f, 16, pack(length_class(b->term - it->start), w->shape,
	    v->first, v->sort));
	features_add1(f, 17, pack(first_word, w->shape, v->open,
	    word_length(w) + 8 * v->sort));
	features_add1(f, 18, pack(v->own_lower, v->own_start, w->shape,
	    v->first + 8 * v->sort));
	features_add1(f, 19, pack(v->own_lower, v->own_start, v->stop, v->use));
	features_add1(f, 20, pack(behind_class(w->behind),
	    behind_class(c->before2.behind), w->shape, v->first));
	features_add1(f, 21, pack(n->shape, c->next2.shape,
	    behind_class(n->behind), v->use));
	features_add1(f, 22, pack(n->shape, behind_class(n->behind), w->shape,
	    v->kind));
	features_add1(f, 23, pack(words_start(c->next2.stats),
	    words_lower(c->next2.stats), c->next2.shape, v->mark));
}

/* The words themselves. */
static void
add_words(struct features *f, const struct view *v)
{
	uint32_t before2 = fold_hash(&v->c->before2);
	unsigned shape = v->before->shape;

	/* Which letter an initial is says nothing. */
	if (shape != SHAPE_INITIAL) {
		features_add1(f, 30, v->word);
		features_add2(f, 31, v->word, v->open);
		features_add2(f, 32, v->word, v->use);
		features_add2(f, 33, v->fold, v->next_word);
	}
	features_add2(f, 34, before2, v->word);
	features_add2(f, 35, before2, pack(shape, v->first, 0, 0));
	features_add2(f, 36, v->next_word, v->first);
	features_add2(f, 37, v->next_word, pack(shape, v->first, v->sort, 0));
	features_add2(f, 38, v->next_word, v->mark);
	features_add2(f, 39, fold_hash(&v->c->next2), pack(v->mark, v->first,
	    0, 0));
}

/* The kinds of abbreviations. */
static void
add_kinds(struct features *f, const struct view *v,
    const struct sentence_iterator *it, const struct boundary *b)
{
	const struct context *c = v->c;
	const struct neighbour *n = v->next;
	uint32_t kinds = v->kinds, first;

	features_add2(f, 50, kinds, pack(v->open, n->shape, 0, 0));
	features_add2(f, 51, kinds, pack(v->first, v->use, 0, 0));
	features_add2(f, 52, kinds, v->next_word);
	features_add2(f, 53, kinds, pack(c->before2.shape, v->first, 0, 0));
	features_add2(f, 54, kinds, pack(n->shape, c->next2.shape,
	    behind_class(n->behind), 0));
	features_add2(f, 55, kinds, pack(length_class(b->term - it->start),
	    v->first, 0, 0));
	features_add2(f, 59, kinds, pack(v->use, c->next2.shape,
	    v->before->shape, v->first));
	features_add2(f, 56, v->next_kind, v->mark);
	features_add2(f, 57, v->next_kind, kinds);
	if (kinds != 0) {
		first = feature_mix(kinds, first_hash(it));
		features_add2(f, 58, first, v->use);
		features_add2(f, 60, first, length_class(b->term - it->start));
	}
}

/* The last two letters, which tell verbs and plurals from names. */
static uint32_t
ending(const struct neighbour *w)
{
	return w->nfold < 3 ? 0 : feature_bytes(1, w->fold + w->nfold - 2, 2);
}

/* Around a short form: the name it ends, and how the next words look. */
static void
add_lead(struct features *f, const struct view *v,
    const struct sentence_iterator *it)
{
	const struct context *c = v->c;
	const struct neighbour *n = v->next, *n2 = &c->next2;
	uint32_t kind = v->kinds != 0 ? v->kinds :
	    feature_hash(100 + v->before->shape);
	struct lead l;
	uint32_t last;

	lead_find(&l, c, it);
	last = feature_mix(fold_hash(&l.last), behind_class(l.last.behind));
	features_add2(f, 90, kind, pack(l.again, v->first, 0, 0));
	features_add2(f, 92, kind, last);
	features_add2(f, 93, feature_mix(kind, last), v->use);
	features_add2(f, 94, kind, pack(name_class(n, it), n->shape,
	    n2->shape, 0));
	features_add2(f, 96, kind, feature_mix(ending(n), pack(n->shape,
	    n2->shape, behind_class(n->behind), 0)));
}

/* Quotations and brackets. */
static void
add_quotes(struct features *f, const struct view *v,
    struct sentence_iterator *it, const struct boundary *b)
{
	const struct context *c = v->c;
	unsigned inside = enclosed_bracket(it, b), quote = 0, way;

	if (b->closer == CLOSE_DOUBLE)
		quote = 1 + (straight_marks(it, b->close) & 1);
	else if (c->opener == OPEN_DOUBLE)
		quote = 3 + (straight_marks(it, b->next) & 1);
	way = b->closer == CLOSE_NONE ? 0 : 1 + (unsigned)enclosed_closer(it, b);
	features_add1(f, 70, pack(quote, v->mark, v->open, way));
	features_add1(f, 71, pack(quote, v->kind, v->use, way));
	features_add1(f, 72, pack(way, v->mark, v->first, v->next->shape));
	features_add1(f, 73, pack(c->said, v->kind, way, v->use));
	features_add1(f, 74, pack(c->said, v->kind, v->start >= START_OFTEN,
	    way));
	features_add1(f, 75, pack(inside, v->mark, v->open, 0));
	features_add1(f, 76, pack(inside, v->before->shape, v->use, 0));
	if (c->opener == OPEN_BRACKET)
		features_add1(f, 78, pack(enclosed_aside(it, b), v->mark,
		    v->before->shape, v->kinds != 0));
	if (c->first == FIRST_LOWER)
		features_add1(f, 77, pack(enclosed_quoted(it, b), v->kind,
		    start_class(it), 0));
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
	add_looks(f, &v, it, b);
	add_words(f, &v);
	add_kinds(f, &v, it, b);
	if (v.sort == 0 && (v.kinds != 0 || c->before.shape == SHAPE_INITIAL ||
	    neighbour_has_dots(&c->before)))
		add_lead(f, &v, it);
	add_quotes(f, &v, it, b);
}
