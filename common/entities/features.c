#include "common/entities/features.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

#define GAP		3		/* tokens between two capitals of a run */
#define PROBES		8
#define WORD_MAX	64		/* bytes of a word that are looked into */
#define EDGE		0x5EED0001u	/* what stands before and after a sentence */

bool
entities_tables_open(struct entities_tables *t, const struct model *m)
{
	return word_table_open(&t->words, m) && gazetteer_open(&t->gazetteer, m);
}

/* Memory. */

static struct memory_slot *
memory_find(struct memory *m, uint32_t key)
{
	struct memory_slot *s;
	uint32_t i;

	for (i = 0; i < PROBES; i++) {
		s = &m->slots[(key + i) % MEMORY_SLOTS];
		if (s->key == key && s->age + 1 >= m->generation && s->age != 0)
			return s;
	}
	return NULL;
}

/*
 * The slot of a key, made if need be.  When half of the table was written in
 * one generation the next begins; what was last touched two generations ago
 * is forgotten.
 */
static struct memory_slot *
memory_put(struct memory *m, uint32_t key)
{
	struct memory_slot *s = memory_find(m, key), *oldest = NULL;
	uint32_t i;

	if (s == NULL) {
		for (i = 0; i < PROBES; i++) {
			s = &m->slots[(key + i) % MEMORY_SLOTS];
			if (oldest == NULL || s->age < oldest->age)
				oldest = s;
		}
		s = oldest;
		memset(s, 0, sizeof(*s));
		s->key = key;
	}
	if (s->age != m->generation) {
		s->age = m->generation;
		if (++m->used >= MEMORY_SLOTS / 2) {
			m->generation++;
			m->used = 0;
		}
	}
	return s;
}

void
entity_features_init(struct entity_features *f, const struct entities_tables *tables)
{
	/* new memory is not touched before it is needed */
	if (f->memory.generation != 0)
		memset(f, 0, sizeof(*f));
	f->tables = tables;
	f->memory.generation = 2;
}

void
entity_features_free(struct entity_features *f)
{
	free(f->items);
	free(f->folded);
	free(f->candidate);
}

void
entity_features_forget(struct entity_features *f)
{
	if (f->memory.generation > 1u << 30) {
		memset(&f->memory, 0, sizeof(f->memory));
		f->memory.generation = 2;
	}
	f->memory.generation += 2;
	f->memory.used = 0;
}

/* Hashing. */

static inline uint32_t
mix(uint32_t id, uint32_t x)
{
	x = (x ^ id * 0x9E3779B1u) * 0x85EBCA6Bu;
	x = (x ^ x >> 15) * 0xC2B2AE35u;
	return x ^ x >> 13;
}

static inline uint32_t
pair(uint32_t a, uint32_t b)
{
	return (a << 13 | a >> 19) * 0x27D4EB2Fu ^ b;
}

/* Candidates. */

static bool
month_or_day(const struct entity_features *f, size_t i)
{
	return f->items[i].number == 1 + ENTITY_DATE ||
	    f->items[i].number == 1 + ENTITY_TIME;
}

/* May a name begin or end at this token, by itself? */
static bool
capital(const struct entity_features *f, size_t i)
{
	const struct token *t = &f->t[i];
	uint32_t usual;

	if (t->kind != TOKEN_WORD)
		return t->kind == TOKEN_NUMBER && f->items[i].number == 0 &&
		    (t->flags & (TOKEN_UPPER | TOKEN_MIXED)) != 0;
	if (!f->plain) {
		if ((t->flags & (TOKEN_CAPITAL | TOKEN_UPPER | TOKEN_MIXED)) == 0)
			return false;
		/* "The" that begins a sentence, before a small letter; not US */
		return (i > 0 && f->t[i - 1].kind != TOKEN_MARK) ||
		    ((t->flags & TOKEN_UPPER) != 0 && t->end - t->start > 1) ||
		    i + 1 >= f->n || (f->t[i + 1].flags & TOKEN_LOWER) == 0 ||
		    f->t[i + 1].kind == TOKEN_CLITIC || (t->flags & TOKEN_MIXED) != 0 ||
		    WORD_CASE(word_table_find(&f->tables->words, f->folded[i])) != 1;
	}
	usual = WORD_CASE(word_table_find(&f->tables->words, f->folded[i]));
	return usual != 1;
}

static void
mark_candidates(struct entity_features *f)
{
	size_t i, j, last = (size_t)-1;

	memset(f->candidate, 0, f->n);
	for (i = 0; i < f->n; i++) {
		if (!capital(f, i) || month_or_day(f, i))
			continue;
		if (last != (size_t)-1 && i - last - 1 <= GAP)
			for (j = last + 1; j < i; j++)
				f->candidate[j] = 1;
		/* al-Qaida, pro-Russian; de Gaulle comes with the gap rule */
		if (i >= 2 && (f->t[i].flags & TOKEN_GLUED) != 0 &&
		    (f->t[i - 1].flags & (TOKEN_HYPHEN | TOKEN_GLUED)) ==
		    (TOKEN_HYPHEN | TOKEN_GLUED))
			for (j = i - 2; j < i; j++)
				f->candidate[j] |= f->candidate[j] == 0;
		/* 172nd Airlift Wing, 2006 Winter Olympics */
		if (i > 0 && f->t[i - 1].kind == TOKEN_NUMBER)
			f->candidate[i - 1] |= f->candidate[i - 1] == 0;
		f->candidate[i] = 2;
		last = i;
		/* Boeing 737, F-16, Al-shabaab, Resolution 1701 */
		for (j = i + 1; j < f->n && j < i + 3; j++) {
			if ((f->t[j].flags & TOKEN_HYPHEN) != 0 &&
			    (f->t[j].flags & TOKEN_GLUED) != 0 && j + 1 < f->n &&
			    (f->t[j + 1].flags & TOKEN_GLUED) != 0)
				f->candidate[j] = 1;
			else if (f->t[j].kind == TOKEN_NUMBER ||
			    (j == i + 2 && f->candidate[i + 1] != 0))
				f->candidate[j] = 1;
			else
				break;
		}
	}
}

/* Is most of the sentence in capitals? */
static bool
all_capitals(const struct token *t, size_t n)
{
	size_t i, words = 0, upper = 0;
	unsigned word;

	for (i = 0; i < n; i++) {
		word = (t[i].kind == TOKEN_WORD) & (t[i].end - t[i].start >= 3);
		words += word;
		upper += word & ((t[i].flags & TOKEN_UPPER) != 0);
	}
	return upper >= 3 && upper > 3 * (words - upper);
}

static void
match_phrases(struct entity_features *f, size_t i)
{
	uint32_t h = 0, bits;
	uint16_t longest[15] = { 0 };
	size_t j, k;
	int c;

	for (j = i; j < f->n && j < i + GAZETTEER_LONGEST; j++) {
		h = gazetteer_extend(h, f->folded[j]);
		bits = gazetteer_find(&f->tables->gazetteer, h);
		for (c = 0; bits >> c != 0 && c < 15; c++)
			if (bits >> c & 1)
				longest[c] = j + 1 - i;
		if ((bits & GAZETTEER_MORE) == 0)
			break;
	}
	for (c = 0; c < 15; c++) {
		if (longest[c] == 0)
			continue;
		if (longest[c] == 1) {
			f->items[i].places |= (uint64_t)1 << (30 + c);
			continue;
		}
		f->items[i].places |= (uint64_t)1 << c;
		for (k = 1; k < longest[c]; k++)
			f->items[i + k].places |= (uint64_t)1 << (15 + c);
	}
}

/* A word's hash in lower case, the same for Mr. and Mr, Inc. and Inc. */
static uint32_t
without_stop(const char *text, const struct token *t)
{
	char buf[WORD_MAX + 4];
	size_t len = t->end - t->start;

	if ((t->flags & (TOKEN_STOP | TOKEN_ACRONYM)) != TOKEN_STOP ||
	    len < 3 || len > WORD_MAX)
		return t->folded;
	len = token_fold(text + t->start, len - 1, buf, sizeof(buf));
	return token_hash(buf, len);
}

/*
 * Ask memory for what will be looked up of the candidates and the words round
 * them: the tables are larger than the caches that are near.
 */
static void
prefetch(const struct entity_features *f)
{
	size_t i, to, next = 0;		/* the first word not yet asked for */

	for (i = 0; i < f->n; i++) {
		if (f->candidate[i] == 0)
			continue;
		if (f->candidate[i] == 2)
			gazetteer_prefetch(&f->tables->gazetteer,
			    gazetteer_extend(0, f->folded[i]));
		if (next + 2 < i)
			next = i - 2;
		for (to = i + 3 < f->n ? i + 3 : f->n; next < to; next++)
			word_table_prefetch(&f->tables->words, f->plain ?
			    f->folded[next] : f->t[next].hash);
	}
}

void
entity_features_sentence(struct entity_features *f, const char *text, const struct token *t,
    size_t n, const struct numbers *numbers)
{
	size_t i, k;

	f->text = text;
	f->t = t;
	f->n = n;
	f->numbers = numbers;
	f->items = array_grow(f->items, &f->items_cap, n + 1, sizeof(*f->items));
	f->candidate = array_grow(f->candidate, &f->candidate_cap, n + 1, 1);
	f->folded = array_grow(f->folded, &f->folded_cap, n + 1,
	    sizeof(*f->folded));
	for (i = 0; i < n; i++)
		f->folded[i] = without_stop(text, &t[i]);
	memset(f->items, 0, n * sizeof(*f->items));
	for (k = 0; k < numbers->n; k++)
		for (i = numbers->v[k].first; i <= numbers->v[k].last; i++)
			f->items[i].number = 1 + numbers->v[k].type;
	f->plain = f->caseless || all_capitals(t, n);
	mark_candidates(f);
	prefetch(f);
	for (i = 0; i < n; i++)
		if (f->candidate[i] == 2)
			match_phrases(f, i);
}

size_t
entity_features_run(const struct entity_features *f, size_t i, size_t *end)
{
	size_t first;

	while (i < f->n && f->candidate[i] == 0)
		i++;
	for (first = i; i < f->n && f->candidate[i] != 0; i++)
		if (i - first == CHAIN_RUN)
			break;
	*end = i;
	return first;
}

/* Xx for capital and small letters, d for digits, runs cut at two. */
static uint32_t
shape(const struct entity_features *f, size_t i)
{
	const struct token *t = &f->t[i];
	const char *s = f->text + t->start;
	size_t n = t->end - t->start, k;
	uint32_t h = 17;
	unsigned char c, kind, before = 0, before2 = 0;

	if (t->kind > TOKEN_CLITIC)
		return t->folded;
	if (n > WORD_MAX)
		n = WORD_MAX;
	for (k = 0; k < n; k++) {
		c = (unsigned char)s[k];
		if (c >= 'a' && c <= 'z')
			kind = 'x';
		else if (c >= 'A' && c <= 'Z')
			kind = 'X';
		else if (c >= '0' && c <= '9')
			kind = 'd';
		else if (c >= 0x80)
			kind = 'w';
		else
			kind = c;
		if (k < 2 || kind != before || kind != before2)
			h = h * 31 + kind;
		before2 = before;
		before = kind;
	}
	return h;
}

static const struct item *
look_first(struct entity_features *f, size_t i)
{
	struct item *it = &f->items[i];
	const struct token *t = &f->t[i];
	struct memory_slot *s;

	it->ready = true;
	it->shape = f->plain ? t->kind : shape(f, i);
	it->value = f->plain ? 0 : word_table_find(&f->tables->words, t->hash);
	if (it->value == 0)
		it->value = word_table_find(&f->tables->words, f->folded[i]);
	if (f->candidate[i] != 0 && (s = memory_find(&f->memory, f->folded[i])) != NULL) {
		it->memory = 1 + s->most;
		it->memory_count = (s->counts[s->most] > 4 ? 4 :
		    s->counts[s->most]) + (s->kinds <= 1 ? 8 : 0);
		it->memory_label = s->label;
	}
	return it;
}

static inline const struct item *
look(struct entity_features *f, size_t i)
{
	return f->items[i].ready ? &f->items[i] : look_first(f, i);
}

static const struct item nothing = { .shape = EDGE, .ready = true };

/* The first and last two to four bytes of a word in lower case. */
static size_t
affixes(const struct entity_features *f, size_t i, uint32_t *out)
{
	const struct token *t = &f->t[i];
	const char *s = f->text + t->start;
	char buf[WORD_MAX + 4];
	size_t len = t->end - t->start, k, n = 0;

	if (t->kind > TOKEN_NUMBER || len > WORD_MAX)
		return 0;
	if ((t->flags & TOKEN_WIDE) == 0 && len > 8) {
		/* what is between needs no look */
		token_fold(s, 4, buf, sizeof(buf));
		token_fold(s + len - 4, 4, buf + 4, sizeof(buf) - 4);
		len = 8;
	} else if ((len = token_fold(s, len, buf, sizeof(buf))) < 3)
		return 0;
	for (k = 2; k <= 4 && k < len; k++) {
		out[n++] = mix(20 + k, token_hash(buf, k));
		out[n++] = mix(30 + k, token_hash(buf + len - k, k));
	}
	return n;
}

/* The capitalised sequence that token i stands in, by its gaps of one. */
static void
sequence(const struct entity_features *f, size_t first, size_t end, size_t i,
    size_t *from, size_t *to)
{
	size_t a = i, b = i;

	while (a > first && i - a < 8 && f->candidate[a - 1] == 2)
		a--;
	while (b + 1 < end && b - i < 8 && f->candidate[b + 1] == 2)
		b++;
	*from = a;
	*to = b;
}

/*
 * The end of the name that token to would be in if all small words between
 * capitals belonged to it: of "Restoration" in "Restoration and Repair Act".
 */
static size_t
widest_end(const struct entity_features *f, size_t end, size_t to)
{
	size_t k, b = to;

	for (k = to + 1; k < end && k - to < 16; k++)
		if (f->candidate[k] == 2)
			b = k;
		else if (k - b > GAP || f->t[k].kind != TOKEN_WORD)
			break;
	return b;
}

/* The wider topics of token near[2] and the two on either side. */
static size_t
wider_topics(const struct word_table *w, const struct item *const near[5],
    uint32_t *out)
{
	uint16_t t[5][TOPIC_LEVELS];
	size_t i, k, n = 0;

	for (i = 0; i < 5; i++)
		for (k = 0; k < TOPIC_LEVELS; k++)
			t[i][k] = word_table_wider(w,
			    WORD_TOPIC(near[i]->value), k);
	for (k = 0; k < TOPIC_LEVELS; k++)
		for (i = 1; i < 4; i++)
			out[n++] = mix(100 + 10 * k + i, t[i][k]);
	out[n++] = mix(100, t[0][0]);
	out[n++] = mix(104, t[4][0]);
	out[n++] = mix(115, pair(t[1][1], t[2][1]));
	out[n++] = mix(116, pair(t[2][1], t[3][1]));
	out[n++] = mix(125, pair(pair(t[1][2], t[2][2]), t[3][2]));
	return n;
}

size_t
entity_features_item(struct entity_features *f, size_t first, size_t end, size_t i,
    uint32_t out[ENTITY_FEATURES_MAX])
{
	const struct token *t = f->t;
	const uint32_t *fold = f->folded;
	const struct item *c = look(f, i), *p, *q, *pp, *qq;
	uint32_t w, l, l1, l2, r1, r2, mode = f->plain ? 0x51AB7E5u : 0;
	uint32_t kc, kp, kq;
	size_t n = 0, from, to, wide;
	uint64_t places;
	int k;

	p = i >= 1 ? look(f, i - 1) : &nothing;
	q = i + 1 < f->n ? look(f, i + 1) : &nothing;
	pp = i >= 2 ? look(f, i - 2) : &nothing;
	qq = i + 2 < f->n ? look(f, i + 2) : &nothing;
	w = f->plain ? fold[i] : t[i].hash;
	l = fold[i];
	l1 = i >= 1 ? fold[i - 1] : EDGE;
	r1 = i + 1 < f->n ? fold[i + 1] : EDGE;
	l2 = i >= 2 ? fold[i - 2] : EDGE;
	r2 = i + 2 < f->n ? fold[i + 2] : EDGE;
	kc = WORD_CLASS(c->value);
	kp = WORD_CLASS(p->value);
	kq = WORD_CLASS(q->value);

	out[n++] = mix(1, mode);
	out[n++] = mix(2, w);
	out[n++] = mix(3, l);
	out[n++] = mix(4, l1);
	out[n++] = mix(5, r1);
	out[n++] = mix(6, l2);
	out[n++] = mix(7, r2);
	out[n++] = mix(8, pair(l1, l));
	out[n++] = mix(9, pair(l, r1));
	out[n++] = mix(10, pair(l2, l1));
	out[n++] = mix(11, pair(r1, r2));
	out[n++] = mix(12, c->shape);
	out[n++] = mix(13, pair(p->shape, c->shape));
	out[n++] = mix(14, pair(c->shape, q->shape));
	out[n++] = mix(15, pair(pair(p->shape, c->shape), q->shape));
	out[n++] = mix(16, pair(l1, c->shape));
	out[n++] = mix(17, pair(c->shape, r1));
	n += affixes(f, i, out + n);

	out[n++] = mix(40, kc);
	out[n++] = mix(41, kp);
	out[n++] = mix(42, kq);
	out[n++] = mix(43, WORD_CLASS(pp->value));
	out[n++] = mix(44, WORD_CLASS(qq->value));
	out[n++] = mix(45, pair(kp, kc));
	out[n++] = mix(46, pair(kc, kq));
	out[n++] = mix(47, pair(pair(kp, kc), kq));
	out[n++] = mix(48, WORD_TOPIC(c->value));
	out[n++] = mix(49, WORD_TOPIC(p->value));
	out[n++] = mix(50, WORD_TOPIC(q->value));
	n += wider_topics(&f->tables->words, (const struct item *[]){ pp, p, c,
	    q, qq }, out + n);
	out[n++] = mix(51, pair(WORD_CASE(c->value), (t[i].flags &
	    (TOKEN_CAPITAL | TOKEN_UPPER)) | (i == 0 ||
	    (t[i - 1].flags & TOKEN_QUOTE) != 0)));
	out[n++] = mix(52, pair(WORD_CASE(c->value), WORD_CASE(q->value)));

	places = c->places;
	out[n++] = mix(60, pair((uint32_t)places, (uint32_t)(places >> 32)));
	for (k = 0; places != 0 && k < 6; k++, places &= places - 1)
		out[n++] = mix(61, (uint32_t)__builtin_ctzll(places));
	out[n++] = mix(62, pair((uint32_t)p->places, (uint32_t)(p->places >> 32)));
	out[n++] = mix(63, pair((uint32_t)q->places, (uint32_t)(q->places >> 32)));
	out[n++] = mix(64, pair(pair((uint32_t)c->places,
	    (uint32_t)(c->places >> 32)), c->shape));
	out[n++] = mix(65, pair(pair((uint32_t)p->places,
	    (uint32_t)(p->places >> 32)), pair((uint32_t)c->places,
	    (uint32_t)(c->places >> 32))));

	sequence(f, first, end, i, &from, &to);
	if (to > from) {
		out[n++] = mix(70, fold[to]);
		out[n++] = mix(71, fold[from]);
		out[n++] = mix(72, pair(fold[to], (uint32_t)(to - i)));
	}
	wide = widest_end(f, end, to);
	if (wide > to) {
		out[n++] = mix(77, fold[wide]);
		out[n++] = mix(78, pair(fold[wide], r1));
	}
	out[n++] = mix(73, pair((uint32_t)(i - from), (uint32_t)(to - i)));
	out[n++] = mix(74, pair(from > 0 ? fold[from - 1] : EDGE,
	    i == from));
	out[n++] = mix(75, pair(to + 1 < f->n ? fold[to + 1] : EDGE,
	    i == to));
	out[n++] = mix(76, pair(WORD_CLASS(to + 1 < f->n ?
	    look(f, to + 1)->value : EDGE), i == to));

	if (c->number | p->number | q->number) {
		out[n++] = mix(80, c->number);
		out[n++] = mix(81, p->number);
		out[n++] = mix(82, q->number);
	}
	out[n++] = mix(85, c->memory);
	if (c->memory != 0) {
		out[n++] = mix(86, pair(c->memory, c->memory_label));
		out[n++] = mix(87, pair(c->memory, c->memory_count));
		out[n++] = mix(88, pair(c->memory, c->shape));
	}
	if (p->memory != 0)
		out[n++] = mix(89, pair(p->memory, p->memory_label));
	if (q->memory != 0)
		out[n++] = mix(90, pair(q->memory, q->memory_label));
	return n;
}

int
entity_features_standing(const struct entity_features *f, size_t i)
{
	const struct item *it = &f->items[i];

	if (f->candidate[i] != 2 || it->memory == 0 || it->memory_count < 8 + 3 ||
	    it->memory > CHAIN_TYPES || it->memory_label == CHAIN_OUT ||
	    !CHAIN_ENDS(it->memory_label))
		return CHAIN_TYPES;
	return it->memory - 1;
}

bool
entity_features_courtesy(const struct entity_features *f, size_t i)
{
	const struct token *t = i > 0 ? &f->t[i - 1] : NULL;
	char buf[WORD_MAX + 4];
	size_t len;

	if (t == NULL || t->kind != TOKEN_WORD || f->candidate[i] != 2 ||
	    (t->flags & TOKEN_CAPITAL) == 0 || t->end - t->start > WORD_MAX)
		return false;
	len = t->end - t->start - ((t->flags & TOKEN_STOP) != 0);
	len = token_fold(f->text + t->start, len, buf, sizeof(buf));
	return lexicon_bits(lexicon_default(), ROLE_TITLES, buf, len) &
	    TITLE_COURTESY;
}

static void
remember(struct entity_features *f, uint32_t key, int type, int label)
{
	struct memory_slot *s = memory_put(&f->memory, key);
	int lead;

	s->kinds += s->counts[type] == 0;
	if (s->counts[type] < 255)
		s->counts[type]++;
	lead = s->counts[type] - s->counts[s->most];
	if (lead > 0 || (lead == 0 && type < s->most))
		s->most = type;
	s->label = label;
}

/* The acronyms that a name spells. */
struct acronyms {
	char	capitals[16];		/* UN, by its capitals */
	char	words[16];		/* BoG, by all its words */
	size_t	n, m;			/* letters of each, in lower case */
};

static void
spell(const struct entity_features *f, size_t begin, size_t end, struct acronyms *a)
{
	uint32_t cp;
	size_t j;

	a->n = a->m = 0;
	for (j = begin; j <= end && a->m < sizeof(a->words); j++) {
		if (f->t[j].kind != TOKEN_WORD)
			continue;
		utf8_decode(f->text + f->t[j].start,
		    f->t[j].end - f->t[j].start, &cp);
		if (cp >= 'A' && cp <= 'Z') {
			cp += 'a' - 'A';
			if (f->candidate[j] == 2)
				a->capitals[a->n++] = (char)cp;
		} else if (cp < 'a' || cp > 'z')
			continue;
		a->words[a->m++] = (char)cp;
	}
}

bool
entity_features_spells(const struct entity_features *f, size_t begin, size_t end, size_t i)
{
	struct acronyms a;

	if (f->plain || i >= f->n || f->candidate[i] != 2)
		return false;
	spell(f, begin, end, &a);
	return a.n >= 2 && (f->folded[i] == token_hash(a.capitals, a.n) ||
	    f->folded[i] == token_hash(a.words, a.m));
}

static void
remember_acronyms(struct entity_features *f, size_t begin, size_t end, int type)
{
	struct acronyms a;

	spell(f, begin, end, &a);
	if (a.n >= 2)
		remember(f, token_hash(a.capitals, a.n), type, CHAIN_UNIT(type));
	if (a.n >= 2 && a.m > a.n)
		remember(f, token_hash(a.words, a.m), type, CHAIN_UNIT(type));
}

void
entity_features_remember(struct entity_features *f, size_t first, size_t end,
    const uint8_t *labels)
{
	size_t i, begin = first;
	int type;

	for (i = first; i < end; i++) {
		if (labels[i - first] == CHAIN_OUT) {
			if (f->candidate[i] == 2 && i > 0 &&
			    f->t[i - 1].kind != TOKEN_MARK)
				remember(f, f->folded[i], CHAIN_TYPES, CHAIN_OUT);
			continue;
		}
		type = CHAIN_TYPE(labels[i - first]);
		if (CHAIN_STARTS(labels[i - first]))
			begin = i;
		if (f->candidate[i] == 2)
			remember(f, f->folded[i], type, labels[i - first]);
		if (CHAIN_ENDS(labels[i - first]) && i > begin && !f->plain &&
		    type != ENTITY_PERSON)
			remember_acronyms(f, begin, i, type);
	}
}
