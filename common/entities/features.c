#include "common/entities/features.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/names/names.h"
#include "common/text/text.h"

/* What stands before and behind a sentence; F_PLAIN where it is plain. */
#define EDGE		0x5EED0001u
#define PLAIN		0x051AB7E5u
#define HEADING		0x0EAD1265u
#define SEQUENCE	8	/* capitals on either side that are looked at */
#define PLACES_MOST	6	/* that are features of their own */
#define STANDING_LEAST	3	/* times a name stood alone until it is known */
#define ACRONYM_TIMES	2	/* and an acronym */
#define SPELLED_WORDS	16	/* words of a name that spell acronyms */
#define SPELLED_LEAST	3	/* two letters at least, and a bracket */

/*
 * The templates.  Their numbers are part of the model: they must never change.
 * A pair of words or the like joins its two parts in the order of the text; 2
 * is the next but one on that side.
 */
enum {
	F_PLAIN = 1,		/* do capitals mean nothing? */
	F_WORD = 2,		/* as written */
	F_FOLDED = 3,		/* in lower case; so are all that follow */
	F_BEFORE = 4,
	F_AFTER = 5,
	F_BEFORE2 = 6,
	F_AFTER2 = 7,
	F_BEFORE_WORD = 8,
	F_WORD_AFTER = 9,
	F_BEFORE2_BEFORE = 10,
	F_AFTER_AFTER2 = 11,
	F_SHAPE = 12,
	F_SHAPE_BEFORE = 13,	/* with that of the word before */
	F_SHAPE_AFTER = 14,
	F_SHAPE_ROUND = 15,	/* of all three */
	F_BEFORE_SHAPE = 16,	/* the word before, and the shape */
	F_SHAPE_WORD_AFTER = 17,
	F_PREFIX = 20,		/* + its bytes, 2 to 4 */
	F_SUFFIX = 30,
	/* classes of words */
	F_CLASS = 40,
	F_CLASS_BEFORE = 41,
	F_CLASS_AFTER = 42,
	F_CLASS_BEFORE2 = 43,
	F_CLASS_AFTER2 = 44,
	F_CLASSES_BEFORE = 45,
	F_CLASSES_AFTER = 46,
	F_CLASSES_ROUND = 47,
	/* narrow topics */
	F_TOPIC = 48,
	F_TOPIC_BEFORE = 49,
	F_TOPIC_AFTER = 50,
	/* how words are usually written */
	F_USUAL = 51,		/* and how this is; whether it begins one */
	F_USUAL_AFTER = 52,
	/* places in the phrases of gazetteers */
	F_PLACES = 60,
	F_PLACE = 61,		/* one of them */
	F_PLACES_BEFORE = 62,
	F_PLACES_AFTER = 63,
	F_PLACES_SHAPE = 64,
	F_PLACES_BOTH = 65,	/* before, and here */
	/* the sequence of capitals that it stands in */
	F_LAST = 70,		/* its last word */
	F_FIRST = 71,
	F_LAST_DISTANCE = 72,
	F_DISTANCES = 73,	/* from its first and last word */
	F_FRONT = 74,		/* what stands before it, whether it is near */
	F_BEHIND = 75,
	F_BEHIND_CLASS = 76,
	F_REACH = 77,		/* the last word if small ones belong to it */
	F_REACH_AFTER = 78,	/* and the word after this */
	F_FRONT_WORK = 79,	/* a word like "film" before it, and how far */
	/* types of numbers */
	F_NUMBER = 80,
	F_NUMBER_BEFORE = 81,
	F_NUMBER_AFTER = 82,
	/* what it was before in the document */
	F_KNOWN = 85,
	F_KNOWN_LABEL = 86,
	F_KNOWN_COUNT = 87,
	F_KNOWN_SHAPE = 88,
	F_KNOWN_BEFORE = 89,
	F_KNOWN_AFTER = 90,
	/* wider topics: + 10 a level, + 1 before, 2 here, 3 after */
	F_WIDER = 100,
	F_WIDER_BEFORE2 = 100,
	F_WIDER_AFTER2 = 104,
	F_WIDER_BEFORE = 115,	/* of the middle level, with that before */
	F_WIDER_AFTER = 116,
	F_WIDER_ROUND = 125,	/* of the widest, all three */
	/* more of what stands round the sequence of capitals */
	F_FRONT2 = 130,		/* two words before it */
	F_BEHIND2 = 131,	/* two behind it */
	F_BEHIND3 = 132,	/* the first and the third: , the owner */
	/* in marks, as titles are */
	F_TITLE = 135,
	F_TITLE_WORK = 137,	/* is a word like "film" near */
	F_TITLE_BEFORE = 136,	/* and the word before the marks */
	/* how it stood in the document before */
	F_SEEN = 138,
	F_SEEN_ONE = 139,
	/* what the text is of, by its words: sport, business */
	F_DOMAIN = 140,		/* + 3 a domain; how much of it */
	F_DOMAIN_PLACES = 141,
	F_DOMAIN_CLASS = 142
};

bool
entities_tables_open(struct entities_tables *t, const struct model *m)
{
	return word_table_open(&t->words, m) &&
	    gazetteer_open(&t->gazetteer, m);
}

void
entity_features_init(struct entity_features *f,
    const struct entities_tables *tables)
{
	entity_memory_init(&f->memory);
	f->caseless = false;
	f->tables = tables;
	f->c.words = &tables->words;
}

void
entity_features_free(struct entity_features *f)
{
	name_candidates_free(&f->c);
	free(f->items);
	f->items = NULL;
	f->items_cap = 0;
}

void
entity_features_forget(struct entity_features *f)
{
	entity_memory_forget(&f->memory);
	memset(f->domains, 0, sizeof(f->domains));
}

/* Hashing. */

/* A feature of a template: any two are two numbers, or nearly so. */
static inline uint32_t
mix(uint32_t id, uint32_t x)
{
	return x ^ id * 0x9E3779B1u;
}

static inline uint32_t
pair(uint32_t a, uint32_t b)
{
	return (a << 13 | a >> 19) * 0x27D4EB2Fu ^ b;
}

static inline uint32_t
half_and_half(uint64_t v)
{
	return pair((uint32_t)v, (uint32_t)(v >> 32));
}

/* Gazetteers. */

/* A bit for each place in a phrase of a class: first word, another, alone. */
#define PLACE_BEGINS(class)	((uint64_t)1 << (class))
#define PLACE_INSIDE(class)	PLACE_BEGINS(GAZETTEER_CLASSES + (class))
#define PLACE_ALONE(class)	PLACE_BEGINS(2 * GAZETTEER_CLASSES + (class))

/* Mark the longest phrase of each class that begins at token i. */
static void
match_phrases(struct entity_features *f, size_t i)
{
	uint32_t h = 0, bits, ends, found = 0;
	uint16_t longest[GAZETTEER_CLASSES];	/* of the classes found */
	size_t j, k;
	int c;

	for (j = i; j < f->c.n && j < i + GAZETTEER_LONGEST; j++) {
		h = gazetteer_extend(h, f->c.folded[j]);
		bits = gazetteer_find(&f->tables->gazetteer, h);
		ends = bits & (GAZETTEER_MORE - 1);
		for (found |= ends; ends != 0; ends &= ends - 1)
			longest[__builtin_ctz(ends)] = (uint16_t)(j + 1 - i);
		if ((bits & GAZETTEER_MORE) == 0)
			break;
	}
	for (; found != 0; found &= found - 1) {
		c = __builtin_ctz(found);
		if (longest[c] == 1) {
			f->items[i].places |= PLACE_ALONE(c);
			continue;
		}
		f->items[i].places |= PLACE_BEGINS(c);
		for (k = 1; k < longest[c]; k++) {
			f->items[i + k].places |= PLACE_INSIDE(c);
			/* Moody's, Bed Bath & Beyond */
			if (f->c.rank[i + k] == CANDIDATE_NONE)
				f->c.rank[i + k] = CANDIDATE_INNER;
		}
	}
}

/*
 * Ask memory for what will be looked up of the candidates and the words round
 * them: the tables are larger than the caches that are near.
 */
static void
prefetch(const struct entity_features *f)
{
	const struct name_candidates *c = &f->c;
	size_t i, to, next = 0;		/* the first word not yet asked for */

	for (i = 0; i < c->n; i++) {
		if (c->rank[i] == CANDIDATE_NONE)
			continue;
		if (c->rank[i] == CANDIDATE_CAPITAL)
			gazetteer_prefetch(&f->tables->gazetteer,
			    gazetteer_extend(0, c->folded[i]));
		if (next + 2 < i)
			next = i - 2;
		for (to = i + 3 < c->n ? i + 3 : c->n; next < to; next++)
			word_table_prefetch(&f->tables->words, c->plain ?
			    c->folded[next] : c->t[next].hash);
	}
}

/* Single tokens. */

/* Xx for capital and small letters, d for digits, w for what is not ASCII. */
static inline unsigned char
shape_of(unsigned char c)
{
	if (byte_is(c, CHAR_LOWER))
		return 'x';
	if (byte_is(c, CHAR_UPPER))
		return 'X';
	if (byte_is(c, CHAR_DIGIT))
		return 'd';
	return byte_is(c, CHAR_WIDE) ? 'w' : c;
}

/* The shapes of a word's bytes, runs of one cut at two, as a hash. */
static uint32_t
shape(const struct name_candidates *f, size_t i)
{
	const struct token *t = &f->t[i];
	const char *s = f->text + t->start;
	size_t n = t->end - t->start, k;
	uint32_t h = 17;
	unsigned char kind, before = 0, before2 = 0;

	if (t->kind > TOKEN_CLITIC)
		return t->folded;
	if (n > WORD_LOOK)
		n = WORD_LOOK;
	for (k = 0; k < n; k++) {
		kind = shape_of((unsigned char)s[k]);
		if (k < 2 || kind != before || kind != before2)
			h = h * 31 + kind;
		before2 = before;
		before = kind;
	}
	return h;
}

static const struct entity_item *
look_first(struct entity_features *f, size_t i)
{
	struct entity_item *it = &f->items[i];
	const struct name_candidates *c = &f->c;
	const struct memory_slot *s;
	unsigned count;

	it->ready = true;
	it->shape = c->plain ? c->t[i].kind : shape(c, i);
	it->value = c->plain ? 0 : word_table_find(&f->tables->words,
	    c->t[i].hash);
	if (it->value == 0)
		it->value = word_table_find(&f->tables->words, c->folded[i]);
	if (c->rank[i] == CANDIDATE_NONE ||
	    (s = entity_memory_find(&f->memory, c->folded[i])) == NULL)
		return it;
	count = s->counts[s->most];
	it->memory = 1 + s->most;
	it->memory_count = (uint8_t)((count > MEMORY_OFTEN ? MEMORY_OFTEN :
	    count) + (s->kinds <= 1 ? MEMORY_ALWAYS : 0));
	it->memory_label = s->label;
	it->signs = s->signs;
	it->spelled = s->spelled;
	return it;
}

static inline const struct entity_item *
look(struct entity_features *f, size_t i)
{
	return f->items[i].ready ? &f->items[i] : look_first(f, i);
}

static const struct entity_item nothing = { .shape = EDGE, .ready = true };

/* A candidate and what stands round it: two tokens before and behind. */
#define NEAR	2
#define WINDOW	(2 * NEAR + 1)

struct window {
	const struct name_candidates *c;
	size_t		 first, end;		/* its run */
	size_t		 i;
	uint32_t	 words[WINDOW];		/* folded hashes */
	uint32_t	 classes[WINDOW];
	uint8_t		 numbers[WINDOW];
	const struct entity_item *items[WINDOW];
};

/* Where the candidate stands in a window's arrays, and its neighbours. */
enum { BEFORE2, BEFORE, HERE, AFTER, AFTER2 };

/* Half of what is known of a domain is gone after so many sentences or so. */
#define DOMAIN_DECAY	16
#define DOMAIN_WORD	16	/* of a word of it */
#define DOMAIN_SOME	24
#define DOMAIN_MUCH	80

/* What words near the candidates tell of the text. */
static void
look_domains(struct entity_features *f)
{
	static const unsigned signs[ENTITY_DOMAINS] = {
		SIGN_SPORT, SIGN_TRADE
	};
	const struct name_candidates *c = &f->c;
	unsigned here[ENTITY_DOMAINS] = { 0 }, all;
	size_t i, k, to, next = 0;

	for (i = 0; i < c->n; i++) {
		if (c->rank[i] == CANDIDATE_NONE)
			continue;
		if (next + NEAR < i)
			next = i - NEAR;
		to = i + NEAR + 1 < c->n ? i + NEAR + 1 : c->n;
		for (; next < to; next++) {
			if (c->t[next].kind != TOKEN_WORD)
				continue;
			all = WORD_SIGNS(look(f, next)->value);
			for (k = 0; k < ENTITY_DOMAINS; k++)
				here[k] += (all & signs[k]) != 0;
		}
	}
	for (k = 0; k < ENTITY_DOMAINS; k++) {
		f->domains[k] += here[k] * DOMAIN_WORD -
		    f->domains[k] / DOMAIN_DECAY;
		f->level[k] = (uint8_t)((f->domains[k] >= DOMAIN_MUCH ? 4 :
		    f->domains[k] >= DOMAIN_SOME ? 2 : 0) | (here[k] != 0));
	}
}

/*
 * What begins a sentence is a candidate if there is a firm of that name, and so
 * is a usual word in a heading.
 */
static void
mark_firms(struct entity_features *f)
{
	struct name_candidates *c = &f->c;
	size_t i;

	for (i = 0; i < c->n; i++)
		if ((c->rank[i] == CANDIDATE_NONE || (c->heading &&
		    c->rank[i] == CANDIDATE_INNER)) &&
		    c->t[i].kind == TOKEN_WORD && c->number[i] == 0 &&
		    (c->t[i].flags & TOKEN_CAPITAL) != 0 &&
		    (gazetteer_find(&f->tables->gazetteer, gazetteer_extend(0,
		    c->folded[i])) & 1u << GAZETTEER_FIRMS) != 0)
			c->rank[i] = CANDIDATE_CAPITAL;
}

/* How a name's word stood, as bits of memory_slot.signs. */
enum {
	SEEN_DEFINITE = 0x01,	/* behind "the" */
	SEEN_PLACE = 0x02,	/* behind "in" */
	SEEN_SAYS = 0x04,	/* beside "said" */
	SEEN_TRADE = 0x08,	/* before "shares" */
	SEEN_COURTESY = 0x10,	/* behind Mr. */
	SEEN_FIRST = 0x20,	/* before another capital */
	SEEN_LAST = 0x40,	/* behind one */
	SEEN_SMALL = 0x80	/* in brackets behind small words it spells */
};

/*
 * The word before token i, in small letters unless it begins a sentence: its
 * place or c->n if there is none.
 */
static size_t
small_before(const struct name_candidates *c, size_t i)
{
	if (i > 1 && (c->t[i - 1].flags & TOKEN_HYPHEN) != 0)
		i--;
	return i > 0 && i < c->n && c->t[i - 1].kind == TOKEN_WORD &&
	    (i == 1 || ((c->t[i - 1].flags & TOKEN_LOWER) |
	    (c->t[i - 2].flags & TOKEN_TERMINAL)) != 0) ? i - 1 : c->n;
}

/*
 * "An improvised explosive device (IED)": do small words before the bracket
 * before token i spell it, that end in no body's word as "commission" is?
 */
static bool
spelled_small(const struct name_candidates *c, size_t i)
{
	const struct token *t = &c->t[i], *last;
	const char *s = c->text + t->start;
	size_t n = t->end - t->start, at = i - 1;

	if (i < SPELLED_LEAST ||
	    (t->flags & (TOKEN_UPPER | TOKEN_MIXED)) == 0 ||
	    !char_is((unsigned char)c->text[c->t[i - 1].start], CHAR_OPEN))
		return false;
	if (n > 0 && s[n - 1] == 's')
		n--;			/* IEDs */
	last = &c->t[i - 2];
	if (n < SPELLED_LEAST - 1 ||
	    spelling_body(c->text + last->start, last->end - last->start,
	    SPELLING_NO_STOPS) || token_in(ROLE_BODY_NOUNS, c->text, last))
		return false;
	for (; n > 0; n--)
		if ((at = small_before(c, at)) == c->n ||
		    ascii_lower((unsigned char)c->text[c->t[at].start]) !=
		    ascii_lower((unsigned char)s[n - 1]))
			return false;
	return true;
}

/* What small words spell is remembered as no name before it is looked at. */
static void
remember_small(struct entity_features *f)
{
	const struct name_candidates *c = &f->c;
	size_t i;

	for (i = SPELLED_LEAST; i + 1 < c->n && !c->plain; i++)
		if (c->rank[i] == CANDIDATE_CAPITAL &&
		    c->rank[i - 1] != CANDIDATE_CAPITAL &&
		    spelled_small(c, i)) {
			entity_memory_add(&f->memory, c->folded[i],
			    MEMORY_NO_NAME, CHAIN_OUT);
			entity_memory_sign(&f->memory, c->folded[i],
			    SEEN_SMALL);
		}
}

void
entity_features_sentence(struct entity_features *f, const char *text,
    const struct token *t, size_t n, const struct numbers *numbers)
{
	size_t i;

	f->items = array_grow(f->items, &f->items_cap, n + 1,
	    sizeof(*f->items));
	memset(f->items, 0, n * sizeof(*f->items));
	name_candidates_find(&f->c, text, t, n, numbers, f->caseless);
	mark_firms(f);
	prefetch(f);
	remember_small(f);
	for (i = 0; i < n; i++)
		if (f->c.rank[i] == CANDIDATE_CAPITAL ||
		    (f->c.rank[i] == CANDIDATE_INNER &&
		    (i == 0 || f->c.rank[i - 1] == CANDIDATE_NONE)))
			match_phrases(f, i);
	look_domains(f);
}

static inline void
look_round(struct entity_features *f, size_t first, size_t end, size_t i,
    struct window *w)
{
	size_t k, at;

	w->c = &f->c;
	w->first = first;
	w->end = end;
	w->i = i;
	for (k = 0; k < WINDOW; k++) {
		at = i + k - NEAR;	/* n or more: not in the sentence */
		if (at < f->c.n) {
			w->words[k] = f->c.folded[at];
			w->items[k] = look(f, at);
			w->numbers[k] = f->c.number[at];
		} else {
			w->words[k] = EDGE;
			w->items[k] = &nothing;
			w->numbers[k] = 0;
		}
		w->classes[k] = WORD_CLASS(w->items[k]->value);
	}
}

/* Groups of features.  Each writes to out and returns how many. */

static inline size_t
add_words(const struct window *w, uint32_t *out)
{
	const struct name_candidates *c = w->c;
	const uint32_t *v = w->words;
	size_t n = 0;

	out[n++] = mix(F_PLAIN, c->plain ? PLAIN : c->heading ? HEADING : 0);
	out[n++] = mix(F_WORD, c->plain ? v[HERE] : c->t[w->i].hash);
	out[n++] = mix(F_FOLDED, v[HERE]);
	out[n++] = mix(F_BEFORE, v[BEFORE]);
	out[n++] = mix(F_AFTER, v[AFTER]);
	out[n++] = mix(F_BEFORE2, v[BEFORE2]);
	out[n++] = mix(F_AFTER2, v[AFTER2]);
	out[n++] = mix(F_BEFORE_WORD, pair(v[BEFORE], v[HERE]));
	out[n++] = mix(F_WORD_AFTER, pair(v[HERE], v[AFTER]));
	out[n++] = mix(F_BEFORE2_BEFORE, pair(v[BEFORE2], v[BEFORE]));
	out[n++] = mix(F_AFTER_AFTER2, pair(v[AFTER], v[AFTER2]));
	return n;
}

static inline size_t
add_shapes(const struct window *w, uint32_t *out)
{
	const uint32_t *v = w->words;
	uint32_t before = w->items[BEFORE]->shape, here = w->items[HERE]->shape;
	uint32_t after = w->items[AFTER]->shape;
	size_t n = 0;

	out[n++] = mix(F_SHAPE, here);
	out[n++] = mix(F_SHAPE_BEFORE, pair(before, here));
	out[n++] = mix(F_SHAPE_AFTER, pair(here, after));
	out[n++] = mix(F_SHAPE_ROUND, pair(pair(before, here), after));
	out[n++] = mix(F_BEFORE_SHAPE, pair(v[BEFORE], here));
	out[n++] = mix(F_SHAPE_WORD_AFTER, pair(here, v[AFTER]));
	return n;
}

/* The first and last two to four bytes of a word in lower case. */
#define AFFIX_LEAST	2
#define AFFIX_MOST	4

static size_t
add_affixes(const struct window *w, uint32_t *out)
{
	const struct token *t = &w->c->t[w->i];
	const char *s = w->c->text + t->start;
	char buf[WORD_LOOK + 4];
	size_t len = t->end - t->start, k, n = 0;

	if (t->kind > TOKEN_NUMBER || len > WORD_LOOK)
		return 0;
	if ((t->flags & TOKEN_WIDE) == 0 && len > 2 * AFFIX_MOST) {
		/* what is between needs no look */
		token_fold(s, AFFIX_MOST, buf, sizeof(buf));
		token_fold(s + len - AFFIX_MOST, AFFIX_MOST, buf + AFFIX_MOST,
		    sizeof(buf) - AFFIX_MOST);
		len = 2 * AFFIX_MOST;
	} else if ((len = token_fold(s, len, buf, sizeof(buf))) <= AFFIX_LEAST)
		return 0;
	for (k = AFFIX_LEAST; k <= AFFIX_MOST && k < len; k++) {
		out[n++] = mix(F_PREFIX + k, token_hash(buf, k));
		out[n++] = mix(F_SUFFIX + k, token_hash(buf + len - k, k));
	}
	return n;
}

static inline size_t
add_classes(const struct window *w, uint32_t *out)
{
	const uint32_t *v = w->classes;
	size_t n = 0;

	out[n++] = mix(F_CLASS, v[HERE]);
	out[n++] = mix(F_CLASS_BEFORE, v[BEFORE]);
	out[n++] = mix(F_CLASS_AFTER, v[AFTER]);
	out[n++] = mix(F_CLASS_BEFORE2, v[BEFORE2]);
	out[n++] = mix(F_CLASS_AFTER2, v[AFTER2]);
	out[n++] = mix(F_CLASSES_BEFORE, pair(v[BEFORE], v[HERE]));
	out[n++] = mix(F_CLASSES_AFTER, pair(v[HERE], v[AFTER]));
	out[n++] = mix(F_CLASSES_ROUND, pair(pair(v[BEFORE], v[HERE]),
	    v[AFTER]));
	return n;
}

static inline size_t
add_topics(const struct window *w, const struct word_table *words,
    uint32_t *out)
{
	uint16_t t[WINDOW][TOPIC_LEVELS];
	size_t i, k, n = 0;

	out[n++] = mix(F_TOPIC, WORD_TOPIC(w->items[HERE]->value));
	out[n++] = mix(F_TOPIC_BEFORE, WORD_TOPIC(w->items[BEFORE]->value));
	out[n++] = mix(F_TOPIC_AFTER, WORD_TOPIC(w->items[AFTER]->value));
	for (i = 0; i < WINDOW; i++)
		for (k = 0; k < TOPIC_LEVELS; k++)
			t[i][k] = word_table_wider(words,
			    WORD_TOPIC(w->items[i]->value), k);
	for (k = 0; k < TOPIC_LEVELS; k++)
		for (i = BEFORE; i <= AFTER; i++)
			out[n++] = mix((uint32_t)(F_WIDER + 10 * k + i),
			    t[i][k]);
	out[n++] = mix(F_WIDER_BEFORE2, t[BEFORE2][0]);
	out[n++] = mix(F_WIDER_AFTER2, t[AFTER2][0]);
	out[n++] = mix(F_WIDER_BEFORE, pair(t[BEFORE][1], t[HERE][1]));
	out[n++] = mix(F_WIDER_AFTER, pair(t[HERE][1], t[AFTER][1]));
	out[n++] = mix(F_WIDER_ROUND, pair(pair(t[BEFORE][2], t[HERE][2]),
	    t[AFTER][2]));
	return n;
}

static inline size_t
add_usual(const struct window *w, uint32_t *out)
{
	const struct token *t = w->c->t;
	uint32_t usual = WORD_CASE(w->items[HERE]->value);
	bool begins = w->i == 0 || (t[w->i - 1].flags & TOKEN_QUOTE) != 0;
	size_t n = 0;

	out[n++] = mix(F_USUAL, pair(usual, (t[w->i].flags &
	    (TOKEN_CAPITAL | TOKEN_UPPER)) | begins));
	out[n++] = mix(F_USUAL_AFTER, pair(usual,
	    WORD_CASE(w->items[AFTER]->value)));
	return n;
}

static inline size_t
add_places(const struct window *w, uint32_t *out)
{
	uint64_t places = w->items[HERE]->places;
	uint32_t here = half_and_half(places);
	uint32_t before = half_and_half(w->items[BEFORE]->places);
	size_t n = 0;
	int k;

	out[n++] = mix(F_PLACES, here);
	for (k = 0; places != 0 && k < PLACES_MOST; k++, places &= places - 1)
		out[n++] = mix(F_PLACE, (uint32_t)__builtin_ctzll(places));
	out[n++] = mix(F_PLACES_BEFORE, before);
	out[n++] = mix(F_PLACES_AFTER, half_and_half(w->items[AFTER]->places));
	out[n++] = mix(F_PLACES_SHAPE, pair(here, w->items[HERE]->shape));
	out[n++] = mix(F_PLACES_BOTH, pair(before, here));
	return n;
}

/* How many tokens before the sequence from there on "film" or such is, or 0. */
static inline size_t
work_in_front(struct entity_features *f, size_t from)
{
	size_t k;

	for (k = 1; k <= NEAR && k <= from; k++)
		if (f->c.t[from - k].kind == TOKEN_WORD)
			return (WORD_SIGNS(look(f, from - k)->value) &
			    SIGN_WORK) != 0 ? k : 0;
	return 0;
}

/* The sequence of capitals that the candidate stands in. */
static inline size_t
add_sequence(struct entity_features *f, const struct window *w, uint32_t *out)
{
	const struct name_candidates *c = w->c;
	const uint32_t *fold = c->folded;
	size_t i = w->i, from = i, to = i, reach, work, n = 0;
	uint32_t behind;

	while (from > w->first && i - from < SEQUENCE &&
	    c->rank[from - 1] == CANDIDATE_CAPITAL)
		from--;
	while (to + 1 < w->end && to - i < SEQUENCE &&
	    c->rank[to + 1] == CANDIDATE_CAPITAL)
		to++;
	if (to > from) {
		out[n++] = mix(F_LAST, fold[to]);
		out[n++] = mix(F_FIRST, fold[from]);
		out[n++] = mix(F_LAST_DISTANCE, pair(fold[to],
		    (uint32_t)(to - i)));
	}
	reach = name_candidates_reach(c, w->end, to);
	if (reach > to) {
		out[n++] = mix(F_REACH, fold[reach]);
		out[n++] = mix(F_REACH_AFTER, pair(fold[reach],
		    w->words[AFTER]));
	}
	out[n++] = mix(F_DISTANCES, pair((uint32_t)(i - from),
	    (uint32_t)(to - i)));
	out[n++] = mix(F_FRONT, pair(from > 0 ? fold[from - 1] : EDGE,
	    i == from));
	out[n++] = mix(F_BEHIND, pair(to + 1 < c->n ? fold[to + 1] : EDGE,
	    i == to));
	if ((work = work_in_front(f, from)) != 0)
		out[n++] = mix(F_FRONT_WORK, pair((uint32_t)work,
		    (uint32_t)(i - from)));
	behind = to + 1 < c->n ? look(f, to + 1)->value : EDGE;
	out[n++] = mix(F_BEHIND_CLASS, pair(WORD_CLASS(behind), i == to));
	if (from > 1)
		out[n++] = mix(F_FRONT2, pair(fold[from - 2], fold[from - 1]));
	if (to + 2 < c->n)
		out[n++] = mix(F_BEHIND2, pair(fold[to + 1], fold[to + 2]));
	if (to + 3 < c->n)
		out[n++] = mix(F_BEHIND3, pair(fold[to + 1], fold[to + 3]));
	return n;
}

static inline size_t
add_numbers(const struct window *w, uint32_t *out)
{
	const uint8_t *v = w->numbers;
	size_t n = 0;

	if ((v[BEFORE] | v[HERE] | v[AFTER]) == 0)
		return 0;
	out[n++] = mix(F_NUMBER, v[HERE]);
	out[n++] = mix(F_NUMBER_BEFORE, v[BEFORE]);
	out[n++] = mix(F_NUMBER_AFTER, v[AFTER]);
	return n;
}

static inline size_t
add_memory(const struct window *w, uint32_t *out)
{
	const struct entity_item *here = w->items[HERE];
	const struct entity_item *before = w->items[BEFORE];
	const struct entity_item *after = w->items[AFTER];
	unsigned signs;
	size_t n = 0;

	out[n++] = mix(F_KNOWN, here->memory);
	if (here->memory != 0) {
		out[n++] = mix(F_KNOWN_LABEL, pair(here->memory,
		    here->memory_label));
		out[n++] = mix(F_KNOWN_COUNT, pair(here->memory,
		    here->memory_count));
		out[n++] = mix(F_KNOWN_SHAPE, pair(here->memory, here->shape));
	}
	if (here->signs != 0) {
		out[n++] = mix(F_SEEN, here->signs);
		for (signs = here->signs; signs != 0; signs &= signs - 1)
			out[n++] = mix(F_SEEN_ONE,
			    (uint32_t)__builtin_ctz(signs));
	}
	if (before->memory != 0)
		out[n++] = mix(F_KNOWN_BEFORE, pair(before->memory,
		    before->memory_label));
	if (after->memory != 0)
		out[n++] = mix(F_KNOWN_AFTER, pair(after->memory,
		    after->memory_label));
	return n;
}

#define WORK_REACH	4	/* tokens before the marks that may tell it */

/* A place in marks as a title's are, and whether a film or the like is near. */
static inline size_t
add_title(struct entity_features *f, const struct window *w, uint32_t *out)
{
	const struct name_candidates *c = w->c;
	uint32_t place = c->title[w->i], work = 0;
	size_t i = w->i, k, n = 0;

	if (place == TITLE_NONE)
		return 0;
	while (c->title[i] != TITLE_FIRST && c->title[i] != TITLE_ONLY)
		i--;
	for (k = 2; k < 2 + WORK_REACH && k <= i; k++)
		work |= WORD_SIGNS(look(f, i - k)->value) & SIGN_WORK;
	out[n++] = mix(F_TITLE, place);
	out[n++] = mix(F_TITLE_WORK, pair(place, work));
	out[n++] = mix(F_TITLE_BEFORE, pair(i > 1 ? c->folded[i - 2] : EDGE,
	    place));
	return n;
}

static inline size_t
add_domains(const struct entity_features *f, const struct window *w,
    uint32_t *out)
{
	uint32_t places = half_and_half(w->items[HERE]->places), k;
	size_t n = 0;

	for (k = 0; k < ENTITY_DOMAINS; k++) {
		if (f->level[k] == 0)
			continue;
		out[n++] = mix(F_DOMAIN + 3 * k, f->level[k]);
		out[n++] = mix(F_DOMAIN_PLACES + 3 * k, pair(f->level[k],
		    places));
		out[n++] = mix(F_DOMAIN_CLASS + 3 * k, pair(f->level[k],
		    w->classes[HERE]));
	}
	return n;
}

size_t
entity_features_item(struct entity_features *f, size_t first, size_t end,
    size_t i, uint32_t out[ENTITY_FEATURES_MAX])
{
	struct window w;
	size_t n;

	look_round(f, first, end, i, &w);
	n = add_words(&w, out);
	n += add_shapes(&w, out + n);
	n += add_affixes(&w, out + n);
	n += add_classes(&w, out + n);
	n += add_topics(&w, &f->tables->words, out + n);
	n += add_usual(&w, out + n);
	n += add_places(&w, out + n);
	n += add_sequence(f, &w, out + n);
	n += add_numbers(&w, out + n);
	n += add_memory(&w, out + n);
	n += add_title(f, &w, out + n);
	n += add_domains(f, &w, out + n);
	return n;
}

/* What the document said before. */

unsigned
entity_features_past(const struct entity_features *f, size_t i, int *type)
{
	const struct entity_item *it = &f->items[i];
	unsigned past = 0, label = it->memory_label, times;

	*type = it->spelled - 1;
	if (f->c.rank[i] != CANDIDATE_CAPITAL)
		return 0;
	if (it->spelled != 0 && !f->c.plain)
		return PAST_SPELLED;
	if (it->memory == 0 || it->memory == 1 + MEMORY_NO_NAME ||
	    label == CHAIN_OUT || it->memory_count < MEMORY_ALWAYS)
		return 0;
	*type = it->memory - 1;
	times = it->memory_count - MEMORY_ALWAYS;
	if (CHAIN_ENDS(label))
		past |= PAST_ENDED;
	if (CHAIN_ENDS(label) && times >= STANDING_LEAST)
		past |= PAST_STANDING;
	if (label == CHAIN_BEGIN((unsigned)*type))
		past |= PAST_BEGAN;
	if (label == CHAIN_UNIT((unsigned)*type) && times >= ACRONYM_TIMES &&
	    !f->c.plain &&
	    (f->c.t[i].flags & (TOKEN_UPPER | TOKEN_MIXED)) != 0)
		past |= PAST_ACRONYM;
	return past;
}

bool
entity_features_known(const struct entity_features *f, size_t i)
{
	return f->items[i].memory != 0 &&
	    f->items[i].memory != 1 + MEMORY_NO_NAME;
}

size_t
entity_features_particles(const struct entity_features *f, size_t i)
{
	const struct memory_slot *s;
	size_t n = 0;

	while (i > n && name_candidates_particle(&f->c, i - n - 1) &&
	    (s = entity_memory_find(&f->memory, pair(f->c.folded[i - n - 1],
	    f->c.folded[i - n]))) != NULL && s->most == ENTITY_PERSON)
		n++;
	return n;
}

unsigned
entity_features_support(const struct entity_features *f, size_t first,
    size_t last)
{
	unsigned support = SUPPORT_WORDS;
	size_t i;

	for (i = first; i <= last; i++) {
		if (f->c.rank[i] != CANDIDATE_CAPITAL)
			continue;
		if (f->items[i].value == 0)
			support &= ~SUPPORT_WORDS;
		if (f->items[i].places != 0)
			support |= SUPPORT_LISTS;
	}
	return support | (entity_features_known(f, last) ? SUPPORT_MEMORY : 0);
}

bool
entity_features_courtesy(const struct entity_features *f, size_t i)
{
	const struct token *t = i > 0 ? &f->c.t[i - 1] : NULL;

	if (t == NULL || t->kind != TOKEN_WORD ||
	    f->c.rank[i] != CANDIDATE_CAPITAL ||
	    (t->flags & TOKEN_CAPITAL) == 0)
		return false;
	/* without a stop it is the same word in either form */
	return (t->flags & TOKEN_PLAIN) != 0 ?
	    token_bits(ROLE_TITLES, f->c.text, t) & TITLE_COURTESY :
	    spelling_courtesy(f->c.text + t->start, t->end - t->start,
	    SPELLING_CUT);
}

/* The acronyms that the name of tokens begin .. end spells. */
static void
spell(const struct name_candidates *c, size_t begin, size_t end,
    struct acronym *a)
{
	uint32_t cp;
	size_t j;

	*a = (struct acronym){ 0 };
	for (j = begin; j <= end && a->nwords < SPELLED_WORDS; j++) {
		cp = (unsigned char)c->text[c->t[j].start];
		if (c->t[j].kind == TOKEN_WORD && char_is(cp, CHAR_LETTER))
			acronym_add(a, ascii_lower((unsigned char)cp),
			    char_is(cp, CHAR_UPPER) &&
			    c->rank[j] == CANDIDATE_CAPITAL);
	}
}

bool
entity_features_spells(const struct entity_features *f, size_t begin,
    size_t end, size_t i)
{
	const struct name_candidates *c = &f->c;
	struct acronym a;

	if (c->plain || i >= c->n || c->rank[i] != CANDIDATE_CAPITAL)
		return false;
	spell(c, begin, end, &a);
	return a.ncapitals >= ACRONYM_LEAST &&
	    (c->folded[i] == acronym_capitals(&a) ||
	    c->folded[i] == acronym_words(&a));
}

void
entity_features_spelled(struct entity_features *f, size_t i, int type)
{
	entity_memory_spell(&f->memory, f->c.folded[i], type);
	entity_features_renew(f, i);
}

void
entity_features_renew(struct entity_features *f, size_t i)
{
	size_t j;

	for (j = i + 1; j < f->c.n; j++)
		if (f->c.folded[j] == f->c.folded[i])
			f->items[j].ready = false;
}

static void
remember_acronyms(struct entity_features *f, size_t begin, size_t end, int type)
{
	struct acronym a;

	spell(&f->c, begin, end, &a);
	if (a.ncapitals < ACRONYM_LEAST)
		return;
	entity_memory_add(&f->memory, acronym_capitals(&a), type,
	    CHAIN_UNIT(type));
	if (a.nwords > a.ncapitals)
		entity_memory_add(&f->memory, acronym_words(&a), type,
		    CHAIN_UNIT(type));
}

static unsigned
how_seen(const struct entity_features *f, size_t i)
{
	const struct name_candidates *c = &f->c;
	unsigned before = 0, after = 0, seen = 0;

	if (i > 0) {
		before = WORD_SIGNS(f->items[i - 1].value);
		if (c->rank[i - 1] == CANDIDATE_CAPITAL)
			seen |= SEEN_LAST;
	}
	if (i + 1 < c->n) {
		after = WORD_SIGNS(f->items[i + 1].value);
		if (c->rank[i + 1] == CANDIDATE_CAPITAL)
			seen |= SEEN_FIRST;
	}
	if (before & SIGN_DEFINITE)
		seen |= SEEN_DEFINITE;
	if (before & SIGN_PLACE)
		seen |= SEEN_PLACE;
	if ((before | after) & SIGN_SAYS)
		seen |= SEEN_SAYS;
	if (after & SIGN_TRADE)
		seen |= SEEN_TRADE;
	if (entity_features_courtesy(f, i))
		seen |= SEEN_COURTESY;
	return seen;
}

static void
remember_word(struct entity_features *f, size_t i, int type, int label)
{
	uint32_t key = f->c.folded[i];

	entity_memory_add(&f->memory, key, type, label);
	if (!f->c.plain && !f->c.heading)
		entity_memory_sign(&f->memory, key, how_seen(f, i));
}

void
entity_features_remember(struct entity_features *f, size_t first, size_t end,
    const uint8_t *labels)
{
	const struct name_candidates *c = &f->c;
	size_t i, begin = first;
	bool capital;
	int type, label;

	for (i = first; i < end; i++) {
		label = labels[i - first];
		capital = c->rank[i] == CANDIDATE_CAPITAL;
		if (label == CHAIN_OUT) {
			if (capital && i > 0 && c->t[i - 1].kind != TOKEN_MARK)
				remember_word(f, i, MEMORY_NO_NAME, CHAIN_OUT);
			continue;
		}
		type = CHAIN_TYPE(label);
		if (CHAIN_STARTS(label))
			begin = i;
		if (capital)
			remember_word(f, i, type, label);
		if (type == ENTITY_PERSON && i > begin &&
		    name_candidates_particle(c, i - 1))
			entity_memory_add(&f->memory, pair(c->folded[i - 1],
			    c->folded[i]), type, label);
		if (CHAIN_ENDS(label) && i > begin && !c->plain &&
		    type != ENTITY_PERSON)
			remember_acronyms(f, begin, i, type);
	}
}
