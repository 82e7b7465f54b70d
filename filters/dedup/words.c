#include "filters/dedup/words.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "common/text/text.h"
#include "filters/dedup/figures.h"
#include "filters/dedup/fold.h"
#include "filters/dedup/furniture.h"
#include "filters/dedup/vocabulary.h"

#define FIRST_UNSPACED	0x2E80	/* from here on category Lo is a word each */
#define SPARE		64	/* bytes beside the key that may be touched */

#define ALNUM	(CHAR_LETTER | CHAR_DIGIT)

/* A text that is being read. */
struct reader {
	const struct vocabulary *v;
	struct words	*w;
	const char	*text, *end;

	size_t		 start;		/* in the key, of the word read; */
	size_t		 stop;		/* in the key, behind its last stop */
	size_t		 apostrophe;	/* where its last was, or 0 */
	bool		 digit, capital;	/* has or begins with one */
	bool		 initial;	/* any word would have a capital here */

	bool		 negative;	/* what stands before a number that */
	char		 currency[FIGURE_CURRENCY];	/* follows at once */
	bool		 written;	/* a number but no figure came last */
	bool		 open;		/* more may belong to the figure */
	struct figure	 figure;
	size_t		 figure_key, figure_word;	/* where it stands */
};

/* What the byte at p is, if there is one: CHAR_LETTER, CHAR_DIGIT. */
static inline uint32_t
kind_at(const struct reader *r, const char *p)
{
	return p < r->end ? byte_is((unsigned char)*p, ALNUM) : 0;
}

static inline bool
in_word(const struct reader *r)
{
	return r->w->key.len > r->start;
}

/* The word that ends the key. */
static inline void
push(struct reader *r, uint16_t word)
{
	struct words *w = r->w;

	w->word[w->n++] = word;
	w->key.data[w->key.len++] = ' ';
	r->start = r->stop = w->key.len;
	r->apostrophe = 0;
	r->digit = r->capital = r->initial = r->written = false;
}

/* Of the number that ends the key; its last bit: is it a date or time? */
static uint16_t
number_code(const struct reader *r, bool date)
{
	const char *p = r->w->key.data + r->start;
	uint64_t h = vocabulary_hash(p, r->w->key.len - r->start);

	h = WORD_SMALL + (((h >> 32) * (WORD_HASH + 1 - WORD_SMALL)) >> 32);
	return (uint16_t)(WORD_NUMBER | (h & ~(uint64_t)1) | date);
}

/* Of a word that is not listed, by its hash. */
static inline uint16_t
word_code(uint64_t h)
{
	return (uint16_t)((h >> 32) * WORD_LISTED >> 32);
}

/* 1/12/2024, 10:15, 2024-01-12 */
static bool
is_date(const char *p, size_t n)
{
	const char *dash = memchr(p, '-', n);

	return memchr(p, '/', n) != NULL || memchr(p, ':', n) != NULL ||
	    (dash != NULL && memchr(dash + 1, '-',
	    (size_t)(p + n - dash - 1)) != NULL);
}

/* The figure takes the place of its words. */
static void
push_figure(struct reader *r)
{
	struct words *w = r->w;
	uint64_t small;

	w->n = r->figure_word;
	w->key.len = r->figure_key;
	w->key.len += figure_text(&r->figure, w->key.data + w->key.len);
	small = figure_small(&r->figure, WORD_SMALL);
	r->start = r->figure_key;
	push(r, small < WORD_SMALL ? (uint16_t)(WORD_NUMBER | small) :
	    number_code(r, false));
	r->open = true;
}

/* A word with digits. */
static void
end_number(struct reader *r)
{
	struct figure *f = &r->figure;
	struct buffer *key = &r->w->key;

	r->figure_key = r->start;
	r->figure_word = r->w->n;
	memset(f, 0, sizeof(*f));
	f->negative = r->negative;
	memcpy(f->currency, r->currency, sizeof(f->currency));
	r->negative = false;
	r->currency[0] = '\0';
	if (figure_digits(f, r->v, key->data + r->start, key->len - r->start))
		push_figure(r);
	else {
		/* As it is written, with what stands before it. */
		buffer_add(key, f->currency, strlen(f->currency));
		if (f->negative)
			buffer_add(key, "-", 1);
		buffer_reserve(key, SPARE);
		push(r, number_code(r, is_date(key->data + r->start,
		    key->len - r->start)));
		r->open = false;
		r->written = true;
	}
}

/* The unit of a number that is no figure: "10:15 p.m." */
static void
push_unit(struct reader *r, const char *sign)
{
	r->w->key.len = r->start;
	buffer_add(&r->w->key, sign, strlen(sign));
	buffer_reserve(&r->w->key, SPARE);
	push(r, number_code(r, false));
}

/* Does it belong to a figure, or begin one? */
static bool
is_numeral(struct reader *r, const struct term *t)
{
	if (r->written && t->numeral == NUMERAL_UNIT) {
		push_unit(r, t->unit);
		return true;
	}
	if (r->open) {
		if (figure_add(&r->figure, t)) {
			push_figure(r);
			return true;
		}
		if (r->figure.joint != 0)
			return false;
		r->open = false;
	}
	r->figure_key = r->start;
	r->figure_word = r->w->n;
	if (!figure_begin(&r->figure, t))
		return false;
	push_figure(r);
	return true;
}

/* "didn't": two words. */
static bool
is_negated(struct reader *r)
{
	struct buffer *key = &r->w->key;
	uint64_t h;

	if (r->apostrophe == 0 || key->len - r->start < 4 ||
	    r->apostrophe != key->len - 1 ||
	    memcmp(key->data + key->len - 2, "nt", 2) != 0)
		return false;
	key->len -= 2;
	h = vocabulary_hash(key->data + r->start, key->len - r->start);
	push(r, word_code(h));
	buffer_add(key, "not", 3);
	return true;
}

static void
end_word(struct reader *r)
{
	const struct term *t;
	uint16_t kind = WORD_PLAIN;
	size_t n = r->w->key.len - r->start;
	uint64_t h;

	if (n == 0)
		return;
	if (r->digit) {
		end_number(r);
		return;
	}
	if (r->capital)
		kind = r->initial ? WORD_INITIAL : WORD_NAME;
	if (is_negated(r)) {
		n = 3;
		kind = WORD_PLAIN;
	}
	h = vocabulary_hash(r->w->key.data + r->start, n);
	t = vocabulary_find(r->v, h);
	if (t == NULL) {
		r->open = false;
		push(r, word_code(h) | kind);
		return;
	}
	if (t->numeral != 0 && is_numeral(r, t))
		return;
	r->open = r->open && r->figure.joint != 0;
	push(r, (t->code != 0 && (r->capital || !t->proper) ? t->code :
	    word_code(h)) | (t->common ? WORD_PLAIN : kind));
}

/* What follows belongs to no figure before it. */
static inline void
close_figure(struct reader *r)
{
	r->open = r->written = r->negative = false;
	r->currency[0] = '\0';
}

/* The sign of a currency or unit, n bytes, at p. */
static const char *
take_sign(struct reader *r, const char *p, size_t n)
{
	char sign[FIGURE_CURRENCY] = { 0 };
	struct buffer *key = &r->w->key;
	size_t letters = 0;

	if (kind_at(r, p + n) == CHAR_DIGIT) {
		/* "US$5": the letters belong to the sign. */
		if (in_word(r) && !r->digit && r->capital &&
		    key->len - r->start <= 3 && n == 1) {
			letters = key->len - r->start;
			memcpy(sign, key->data + r->start, letters);
			key->len = r->start;
		}
		end_word(r);
		r->open = false;
		memcpy(sign + letters, p, n);
		memcpy(r->currency, sign, sizeof(sign));
		r->capital = false;
		return p + n;
	}
	end_word(r);
	memcpy(sign, p, n);
	if (r->written)
		push_unit(r, sign);
	else if (r->open && figure_set_unit(&r->figure, sign))
		push_figure(r);
	return p + n;
}

/* A fraction written as one character. */
static bool
take_fraction(struct reader *r, uint32_t cp)
{
	static const struct {
		uint32_t	 cp;
		const char	*digits;
	} fractions[] = {
		{ 0xBC, ".25" }, { 0xBD, ".5" }, { 0xBE, ".75" },
		{ 0x2153, ".333" }, { 0x2154, ".667" }, { 0x215B, ".125" },
		{ 0x215C, ".375" }, { 0x215D, ".625" }, { 0x215E, ".875" },
	};
	size_t i;

	for (i = 0; i < sizeof(fractions) / sizeof(fractions[0]); i++)
		if (fractions[i].cp == cp) {
			if (!in_word(r))
				buffer_add(&r->w->key, "0", 1);
			buffer_add(&r->w->key, fractions[i].digits,
			    strlen(fractions[i].digits));
			r->digit = true;
			return true;
		}
	return false;
}

/* Is nothing before p that a sign could belong to? */
static bool
stands_free(const struct reader *r, const char *p)
{
	return p == r->text || strchr(" (\n\t\"$", p[-1]) != NULL;
}

/* Does a number begin at p, perhaps with its currency? */
static bool
is_number(const struct reader *r, const char *p)
{
	uint32_t cp;

	if (p == r->end)
		return false;
	if ((unsigned char)*p < 0x80)
		return byte_is((unsigned char)*p, CHAR_DIGIT) || *p == '$' ||
		    (*p == '.' && kind_at(r, p + 1) == CHAR_DIGIT);
	utf8_decode(p, (size_t)(r->end - p), &cp);
	return cp != UTF8_INVALID &&
	    utf8proc_category((int32_t)cp) == UTF8PROC_CATEGORY_SC;
}

/* A dash, a minus or a quotation mark that is no letter, from at to p. */
static void
take_wide_mark(struct reader *r, uint32_t cp, const char *at, const char *p)
{
	bool dash = cp == 0x2212 || cp == 0x2013;

	if (cp == 0x2019) {		/* the typesetters' apostrophe */
		if (in_word(r) && (kind_at(r, p) & CHAR_LETTER))
			r->apostrophe = r->w->key.len;
		else
			end_word(r);
		return;
	}
	if (dash && kind_at(r, p) == CHAR_DIGIT && in_word(r) && r->digit) {
		buffer_add(&r->w->key, "-", 1);
		return;
	}
	end_word(r);
	if (cp == 0xA0)
		return;
	close_figure(r);
	if (dash && stands_free(r, at) && is_number(r, p))
		r->negative = true;
	r->initial = true;
}

/* A character that is not ASCII; returns its end. */
static const char *
take_wide(struct reader *r, const char *p)
{
	struct buffer *key = &r->w->key;
	utf8proc_category_t g = UTF8PROC_CATEGORY_CN;
	const char *at = p;
	size_t before = key->len, n;
	uint32_t cp;

	n = utf8_decode(p, (size_t)(r->end - p), &cp);
	if (cp != UTF8_INVALID)
		g = utf8proc_category((int32_t)cp);
	if (g == UTF8PROC_CATEGORY_SC)
		return take_sign(r, p, n);
	if (g == UTF8PROC_CATEGORY_LO && cp >= FIRST_UNSPACED) {
		end_word(r);
		p = fold_character(key, p, r->end, FOLD_CASE | FOLD_LETTERS);
		buffer_reserve(key, 3 * (size_t)(r->end - p) + SPARE);
		end_word(r);
		return p;
	}
	if (g == UTF8PROC_CATEGORY_NO || g == UTF8PROC_CATEGORY_NL) {
		/* Folded, "1½" would be 112. */
		if (!take_fraction(r, cp))
			buffer_add(key, p, n);
		r->digit = true;
		p += n;
	} else
		p = fold_character(key, p, r->end, FOLD_CASE | FOLD_LETTERS);
	buffer_reserve(key, 3 * (size_t)(r->end - p) + SPARE);
	if (key->len == before) {
		take_wide_mark(r, cp, at, p);
		return p;
	}
	if (before == r->start &&
	    (g == UTF8PROC_CATEGORY_LU || g == UTF8PROC_CATEGORY_LT))
		r->capital = true;
	if (g == UTF8PROC_CATEGORY_ND)
		r->digit = true;
	return p;
}

/*
 * Of LANES bytes at p the ASCII letters and digits in front, in lower case to
 * key, where all of them are written; how many these are.
 */
static unsigned
take_lanes(struct reader *r, const char *p, char *key)
{
	lanes v = lanes_load(p), letter, digit;
	unsigned n;

	letter = (lanes)((lanes)((v | 0x20) - 'a') < 26);
	digit = (lanes)((lanes)(v - '0') < 10);
	n = lanes_first(~(letter | digit));
	r->digit |= lanes_first(digit) < n;
	v |= letter & 0x20;
	memcpy(key, &v, sizeof(v));
	return n;
}

/* ASCII letters and digits in a row; returns their end. */
static const char *
take_ascii(struct reader *r, const char *p)
{
	struct words *w = r->w;
	char *key = w->key.data + w->key.len;
	uint32_t kind, kinds = 0;
	unsigned n = LANES;

	if (!in_word(r) && byte_is((unsigned char)*p, CHAR_UPPER))
		r->capital = true;
	while (n == LANES && r->end - p >= LANES) {
		n = take_lanes(r, p, key);
		p += n;
		key += n;
	}
	for (; n == LANES && p < r->end &&
	    (kind = byte_is((unsigned char)*p, ALNUM)) != 0; p++) {
		kinds |= kind;
		*key++ = (char)(*p | (char)(kind & CHAR_UPPER));
	}
	r->digit |= (kinds & CHAR_DIGIT) != 0;
	w->key.len = (size_t)(key - w->key.data);
	return p;
}

/* ",500" and no more digits? */
static bool
is_thousands(const struct reader *r, const char *p)
{
	return kind_at(r, p + 1) == CHAR_DIGIT &&
	    kind_at(r, p + 2) == CHAR_DIGIT &&
	    kind_at(r, p + 3) == CHAR_DIGIT && kind_at(r, p + 4) != CHAR_DIGIT;
}

/* Does the word go on behind the ASCII character at p, which is no letter? */
static bool
is_inside(struct reader *r, const char *p)
{
	struct buffer *key = &r->w->key;
	uint32_t next = kind_at(r, p + 1);

	if (next == 0)
		return false;
	switch (*p) {
	case '\'':
		r->apostrophe = key->len;
		return true;
	case ',':
		return r->digit && is_thousands(r, p);
	case '.':
		if (!r->digit && next != CHAR_DIGIT &&
		    key->len - r->stop == 1 && kind_at(r, p + 2) == 0) {
			r->stop = key->len;
			return true;
		}
		/* FALLTHROUGH */
	case '/':
	case ':':
	case '-':
		if (!r->digit || next != CHAR_DIGIT)
			return false;
		key->data[key->len++] = *p;
		return true;
	}
	return false;
}

/* An ASCII character between words, at p; returns where to go on. */
static const char *
take_mark(struct reader *r, const char *p)
{
	const char *q;

	switch (*p) {
	case ' ':
	case '\t':
	case '\r':
		return p + 1;
	case '\n':
		q = furniture_skip(r->v, p + 1, r->end);
		if (q > p + 1) {	/* behind an empty line, or furniture */
			close_figure(r);
			r->initial = true;
		}
		return q;
	case '$':
	case '%':
		return take_sign(r, p, 1);
	case '-':
		q = p + 1;
		if (stands_free(r, p) && is_number(r, q)) {
			r->open = false;
			r->negative = true;
		} else if (stands_free(r, p) || (q < r->end && *q == '-')) {
			close_figure(r);
			r->initial = true;
		}
		return q;
	case '.':
		if (kind_at(r, p + 1) == CHAR_DIGIT && (stands_free(r, p) ||
		    p[-1] == '$' || p[-1] == '-')) {
			r->w->key.data[r->w->key.len++] = '0';
			r->w->key.data[r->w->key.len++] = '.';
			r->digit = true;
			return p + 1;
		}
		break;
	case '(':
		q = furniture_note(r->v, p, r->end);
		if (q > p)
			return q;
		break;
	case ',':
	case ';':
		close_figure(r);
		return p + 1;
	}
	close_figure(r);
	r->initial = true;
	return p + 1;
}

void
words_of(const struct vocabulary *v, struct words *w, const char *text,
    size_t len)
{
	struct reader r = {
		.v = v, .w = w, .text = text, .end = text + len,
		.initial = true
	};
	const char *p;

	w->n = w->key.len = 0;
	/* No word is shorter than two bytes, with what ends it. */
	w->word = array_grow(w->word, &w->cap, len / 2 + 2, sizeof(*w->word));
	buffer_reserve(&w->key, 3 * len + SPARE);
	p = furniture_skip(v, text, r.end);
	while (p < r.end) {
		if (byte_is((unsigned char)*p, ALNUM))
			p = take_ascii(&r, p);
		else if (*p == ' ') {
			end_word(&r);
			p++;
		}
		else if ((unsigned char)*p >= 0x80)
			p = take_wide(&r, p);
		else if (in_word(&r) && is_inside(&r, p))
			p++;
		else if (*p == '$' && in_word(&r))
			p = take_sign(&r, p, 1);
		else {
			end_word(&r);
			p = take_mark(&r, p);
		}
	}
	end_word(&r);
}

void
words_free(struct words *w)
{
	buffer_free(&w->key);
	free(w->word);
}
