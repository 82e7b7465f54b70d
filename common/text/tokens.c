/*
 * tokens.c -- words, numbers and marks: see tokens.h
 */
#include "common/text/tokens.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/text/chars.h"

#define FOLDED_BYTES	256	/* of a word that is folded */
#define GOES_ON_BYTES	64	/* of white space that is looked over */
#define PART_LETTERS	3	/* a longer part is a word: "ended.The" */
#define ACRONYM_LETTERS	2	/* of each of its parts: U.S., Ph.D. */

struct token_scan {
	const char	*text;
	size_t		 at, end;
	struct tokens	*out;
	uint16_t	 glue;		/* TOKEN_GLUED, TOKEN_NEWLINE or 0 */
};

uint32_t
token_hash(const char *s, size_t n)
{
	return hash_end(hash_bytes(s, n));
}

size_t
token_fold(const char *s, size_t len, char *buf, size_t cap)
{
	size_t i, n, out = 0;
	uint32_t cp;

	for (i = 0; i < len; i += n) {
		n = 1;
		if (out + 4 > cap)
			return 0;
		if ((unsigned char)s[i] < 0x80) {
			buf[out++] = (char)ascii_lower((unsigned char)s[i]);
			continue;
		}
		n = utf8_decode(s + i, len - i, &cp);
		if (cp == UTF8_INVALID)
			buf[out++] = s[i];
		else
			out += utf8_write(char_lower(cp), buf + out);
	}
	return out;
}

static inline enum char_class
class_at(const struct token_scan *s, size_t i, size_t *n, uint32_t *cp)
{
	*n = utf8_decode(s->text + i, s->end - i, cp);
	return char_class(*cp);
}

static inline bool
word_class(enum char_class c)
{
	return c <= CHAR_CLASS_DIGIT;
}

/* The class of the character at i, or CHAR_CLASS_SPACE past the end. */
static inline enum char_class
peek(const struct token_scan *s, size_t i)
{
	size_t n;
	uint32_t cp;

	return i < s->end ? class_at(s, i, &n, &cp) : CHAR_CLASS_SPACE;
}

/* The flags of a word that has letters and digits of these classes. */
static inline uint16_t
letter_flags(unsigned seen, bool capital, bool mixed, bool other)
{
	const unsigned upper = 1 << CHAR_CLASS_UPPER;
	const unsigned lower = 1 << CHAR_CLASS_LETTER;
	const unsigned digit = 1 << CHAR_CLASS_DIGIT;
	uint16_t flags = capital ? TOKEN_CAPITAL : 0;

	if ((seen & (upper | lower)) == upper)
		flags |= TOKEN_UPPER;
	if ((seen & (upper | lower)) == lower)
		flags |= TOKEN_LOWER;
	if (mixed)
		flags |= TOKEN_MIXED;
	if ((seen & digit) != 0)
		flags |= TOKEN_DIGIT;
	if (seen == digit && !other)
		flags |= TOKEN_ALLDIGIT;
	return flags;
}

/* What is true of the letters and digits of a word. */
static uint16_t
word_flags(const struct token_scan *s, size_t start, size_t end)
{
	bool capital = false, mixed = false, other = false, wide = false;
	unsigned seen = 0;
	size_t i, n;
	uint32_t cp;
	enum char_class c;

	for (i = start; i < end; i += n) {
		c = class_at(s, i, &n, &cp);
		wide |= n > 1;
		if (!word_class(c)) {
			other |= cp != '.' && cp != ',' && cp != ':' &&
			    cp != '/';
			continue;
		}
		capital |= c == CHAR_CLASS_UPPER && seen == 0;
		mixed |= c == CHAR_CLASS_UPPER &&
		    (seen & 1 << CHAR_CLASS_LETTER) != 0;
		seen |= 1u << c;
	}
	return letter_flags(seen, capital, mixed, other) |
	    (wide ? TOKEN_WIDE : 0);
}

static inline struct token *
append(struct token_scan *s, size_t start, size_t end, enum token_kind kind,
    uint16_t flags)
{
	struct tokens *out = s->out;
	struct token *t;

	if (out->n == out->cap)
		out->v = array_grow(out->v, &out->cap, out->n + 1,
		    sizeof(*out->v));
	t = &out->v[out->n++];
	t->start = start;
	t->end = end;
	t->kind = kind;
	t->flags = flags | s->glue;
	s->glue = TOKEN_GLUED;
	return t;
}

#define TO_FOLD(flags)	(((flags) & (TOKEN_CAPITAL | TOKEN_UPPER | \
			TOKEN_MIXED)) != 0)

#define SOFT_HYPHEN	"\xC2\xAD"
#define SOFT_BYTES	2

/*
 * A word of *len bytes without its soft hyphens, of which it then has fewer:
 * the word itself, or a copy in buf, which holds FOLDED_BYTES.
 */
static const char *
without_soft(const char *word, size_t *len, char *buf)
{
	const char *at;
	size_t n = *len, to = 0;

	if (n > FOLDED_BYTES ||
	    memmem(word, n, SOFT_HYPHEN, SOFT_BYTES) == NULL)
		return word;
	for (at = word; at < word + n; )
		if (n - (size_t)(at - word) >= SOFT_BYTES &&
		    memcmp(at, SOFT_HYPHEN, SOFT_BYTES) == 0)
			at += SOFT_BYTES;
		else
			buf[to++] = *at++;
	*len = to;
	return buf;
}

static void
emit(struct token_scan *s, size_t start, size_t end, enum token_kind kind,
    uint16_t flags)
{
	struct token *t = append(s, start, end, kind, flags);
	char buf[FOLDED_BYTES], soft[FOLDED_BYTES];
	const char *word = s->text + start;
	size_t len = end - start;

	if ((flags & TOKEN_WIDE) != 0)
		word = without_soft(word, &len, soft);
	t->hash = t->folded = token_hash(word, len);
	if (TO_FOLD(flags) &&
	    (len = token_fold(word, len, buf, sizeof(buf))) > 0)
		t->folded = token_hash(buf, len);
}

static bool
in_list(enum lexicon_role list, const char *s, size_t len)
{
	char buf[LEXICON_FOLD];

	len = len + 4 > sizeof(buf) ? 0 : token_fold(s, len, buf, sizeof(buf));
	return len > 0 && lexicon_has(lexicon_default(), list, buf, len);
}

/*
 * Where the clitic at the end of the word [start, end) begins, whose only
 * apostrophe of n bytes is at quote; end if there is none.
 */
static size_t
clitic(const struct token_scan *s, size_t start, size_t quote, size_t n,
    size_t end)
{
	char buf[2 * LEXICON_CLITIC + 1];
	size_t rest = end - quote - n;
	size_t before;

	if (rest > LEXICON_CLITIC)
		return end;
	for (before = 0; before <= LEXICON_CLITIC && quote >= start + before;
	    before++) {
		memcpy(buf, s->text + quote - before, before);
		buf[before] = '\'';
		memcpy(buf + before + 1, s->text + quote + n, rest);
		if (in_list(ROLE_CLITICS, buf, before + 1 + rest))
			return quote - before;
	}
	return end;
}

/* Does the text go on in lower case, or with , ; : after the stop? */
static bool
goes_on(const struct token_scan *s, size_t i)
{
	size_t n, limit = i + GOES_ON_BYTES < s->end ?
	    i + GOES_ON_BYTES : s->end;
	uint32_t cp;
	enum char_class c;

	for (; i < limit; i += n) {
		c = class_at(s, i, &n, &cp);
		if (c != CHAR_CLASS_SPACE)
			return (c == CHAR_CLASS_LETTER && cp != 0) ||
			    char_is(cp, CHAR_PAUSE);
	}
	return false;
}

/* SEN. ROE: a title in a headline, its abbreviation in capitals. */
static bool
title_in_capitals(const struct token_scan *s, size_t start, size_t dot)
{
	char buf[LEXICON_WORD];
	size_t i, n = dot - start;

	if (n < 2 || n > sizeof(buf) || dot + 2 >= s->end ||
	    s->text[dot + 1] != ' ' || peek(s, dot + 2) != CHAR_CLASS_UPPER)
		return false;
	buf[0] = s->text[start];
	for (i = 1; i < n; i++)
		if (!byte_is((unsigned char)s->text[start + i], CHAR_UPPER))
			return false;
	ascii_fold(s->text + start + 1, n - 1, buf + 1, sizeof(buf) - 1);
	return lexicon_first(lexicon_default(), ROLE_ABBREVIATIONS, buf, n) ==
	    ABBREV_TITLE;
}

/* A word of which the stop at dot is the end: is the stop its own? */
static bool
own_stop(const struct token_scan *s, size_t start, size_t dot, bool acronym)
{
	size_t n;
	uint32_t cp;
	enum char_class c = class_at(s, start, &n, &cp);

	if (acronym)
		return true;
	if (dot + 1 < s->end && s->text[dot + 1] == '.')
		return false;			/* an ellipsis */
	if (c == CHAR_CLASS_UPPER && start + n == dot)
		return dot + 1 < s->end;	/* an initial */
	if (lexicon_has(lexicon_default(), ROLE_ABBREVIATIONS, s->text + start,
	    dot - start))
		return true;
	if (c == CHAR_CLASS_UPPER && title_in_capitals(s, start, dot))
		return true;
	return c != CHAR_CLASS_DIGIT && goes_on(s, dot + 1);
}

/* The beginning of a word as far as it is ASCII letters and digits. */
struct plain_word {
	uint32_t	 hash;		/* before hash_end(), as the next */
	uint32_t	 folded;
	unsigned	 seen;		/* classes, as bits */
	bool		 mixed;
	enum char_class	 last;		/* CHAR_CLASS_SPACE: it is empty */
	size_t		 letters;
};

/* The end of the small ASCII letters at s->at, and their hash so far. */
static inline size_t
scan_small(const struct token_scan *s, uint32_t *hash)
{
	uint32_t h = HASH_BEGIN;
	size_t i = s->at;

	while (i < s->end && byte_is((unsigned char)s->text[i], CHAR_LOWER))
		h = hash_step(h, (unsigned char)s->text[i++]);
	*hash = h;
	return i;
}

/*
 * Read what is plain of the word at s->at, each byte once, behind the small
 * letters that it begins with and their hash; returns its end.
 */
static size_t
scan_plain(const struct token_scan *s, size_t i, uint32_t hash,
    struct plain_word *w)
{
	uint32_t folded = hash;
	unsigned seen, mixed = 0;
	size_t digits = 0;
	enum char_class k, next;
	unsigned char c;

	k = i > s->at ? CHAR_CLASS_LETTER : CHAR_CLASS_SPACE;
	seen = i > s->at ? 1u << CHAR_CLASS_LETTER : 0;
	for (; i < s->end; i++) {
		c = (unsigned char)s->text[i];
		if (byte_is(c, CHAR_LOWER)) {
			k = CHAR_CLASS_LETTER;
			seen |= 1u << CHAR_CLASS_LETTER;
			hash = hash_step(hash, c);
			folded = hash_step(folded, c);
			continue;
		}
		if (c >= 0x80 || !word_class(next = char_class(c)))
			break;
		k = next;
		mixed |= k == CHAR_CLASS_UPPER ? seen : 0;
		seen |= 1u << k;
		digits += k == CHAR_CLASS_DIGIT;
		hash = hash_step(hash, c);
		folded = hash_step(folded, ascii_lower(c));
	}
	w->hash = hash;
	w->folded = folded;
	w->seen = seen;
	w->mixed = (mixed & 1 << CHAR_CLASS_LETTER) != 0;
	w->last = k;
	w->letters = i - s->at - digits;
	return i;
}

/* Does a word surely end at i, before a space or mark that is never inside? */
static inline bool
ends_plain(const struct token_scan *s, size_t i, enum char_class last)
{
	unsigned char c;

	if (i == s->end)
		return true;
	c = (unsigned char)s->text[i];
	switch (c) {
	case '\'':
	case '&':
	case '@':
		return false;
	case '.':
		return peek(s, i + 1) > CHAR_CLASS_DIGIT;
	case ',':
	case ':':
	case '/':
		return last != CHAR_CLASS_DIGIT;
	default:
		return c < 0x80;
	}
}

/* The token of a word that is plain up to its end at i. */
static void
emit_plain(struct token_scan *s, size_t i, const struct plain_word *w)
{
	size_t start = s->at;
	enum char_class first = char_class((unsigned char)s->text[start]);
	uint32_t hash = w->hash, folded = w->folded;
	uint16_t flags = letter_flags(w->seen, first == CHAR_CLASS_UPPER,
	    w->mixed, false);
	struct token *t;

	if (i < s->end && s->text[i] == '.' && own_stop(s, start, i, false)) {
		hash = hash_step(hash, '.');
		folded = hash_step(folded, '.');
		flags |= TOKEN_STOP;
		i++;
	} else
		flags |= TOKEN_PLAIN;
	t = append(s, start, i,
	    first == CHAR_CLASS_DIGIT ? TOKEN_NUMBER : TOKEN_WORD, flags);
	t->hash = hash_end(hash);
	/* as token_fold() has it of so long a word */
	t->folded = TO_FOLD(flags) && i - start <= FOLDED_BYTES - 3 ?
	    hash_end(folded) : t->hash;
	s->at = i;
}

/* What is known of a word or number so far. */
struct word_scan {
	size_t		 start, end;
	size_t		 quote;		/* its apostrophe, */
	size_t		 quote_len;	/* 0 if it has none */
	size_t		 stops;		/* full stops inside */
	size_t		 letters;
	size_t		 part, longest;	/* letters and digits between marks */
	enum char_class	 prev;		/* of the character before the end */
};

/* "3.5", "U.S", "x.com", but in "ended.The" only a space is missing. */
static bool
stop_inside(const struct token_scan *s, const struct word_scan *w)
{
	enum char_class next = peek(s, w->end + 1);

	if (!word_class(next))
		return false;
	if (w->prev == CHAR_CLASS_LETTER && next == CHAR_CLASS_UPPER &&
	    w->longest > PART_LETTERS &&
	    peek(s, w->end + 2) == CHAR_CLASS_LETTER)
		return false;
	return w->prev == CHAR_CLASS_UPPER ||
	    (w->prev == CHAR_CLASS_DIGIT) == (next == CHAR_CLASS_DIGIT);
}

/* Behind a comma three digits: 1,000; or two and a comma: 1,00,000. */
static bool
comma_inside(const struct token_scan *s, size_t i)
{
	return peek(s, i + 2) == CHAR_CLASS_DIGIT &&
	    (peek(s, i + 3) == CHAR_CLASS_DIGIT || (i + 4 < s->end &&
	    s->text[i + 3] == ',' && peek(s, i + 4) == CHAR_CLASS_DIGIT));
}

/* Does the word go on with the mark of n bytes at its end? */
static bool
mark_inside(const struct token_scan *s, const struct word_scan *w, uint32_t cp,
    size_t n)
{
	enum char_class next = peek(s, w->end + n);
	bool digits = w->prev == CHAR_CLASS_DIGIT && next == CHAR_CLASS_DIGIT;

	switch (cp) {
	case '.':
		return stop_inside(s, w);
	case ':':
	case '/':
		return digits;
	case ',':
		return digits && comma_inside(s, w->end);
	case '&':
		return w->prev == CHAR_CLASS_UPPER && next == CHAR_CLASS_UPPER;
	}
	/* One apostrophe is enough: linear time. */
	return char_is(cp, CHAR_APOSTROPHE) && w->quote_len == 0 &&
	    word_class(w->prev) && word_class(next);
}

/* Read on from the end of what is plain; returns what ends it, or 0. */
static uint32_t
scan_parts(const struct token_scan *s, struct word_scan *w)
{
	enum char_class c;
	uint32_t cp;
	size_t n;

	for (; w->end < s->end; w->end += n) {
		c = class_at(s, w->end, &n, &cp);
		if (word_class(c)) {
			w->letters += c != CHAR_CLASS_DIGIT;
			if (++w->part > w->longest)
				w->longest = w->part;
			w->prev = c;
			continue;
		}
		if (!mark_inside(s, w, cp, n))
			return cp;
		w->part = 0;
		w->prev = c;
		w->stops += cp == '.';
		if (char_is(cp, CHAR_APOSTROPHE)) {
			w->quote = w->end;
			w->quote_len = n;
			w->prev = CHAR_CLASS_LETTER;
		}
	}
	return 0;
}

/* The end of a mail address whose @ is at i. */
static size_t
mail_end(const struct token_scan *s, size_t i)
{
	uint32_t cp;
	size_t n;

	for (; i < s->end; i += n)
		if (!word_class(class_at(s, i, &n, &cp)) && ((cp != '.' &&
		    cp != '-' && cp != '@') || !word_class(peek(s, i + n))))
			break;
	return i;
}

/* Is what begins at i the host of a mail address, not Roe@FIRM's firm? */
static bool
has_host(const struct token_scan *s, size_t i)
{
	uint32_t cp;
	size_t n;

	for (; i < s->end; i += n)
		if (!word_class(class_at(s, i, &n, &cp)) && cp != '-')
			return cp == '.' && word_class(peek(s, i + n));
	return false;
}

/* The token of a word, and that of its clitic. */
static void
emit_word(struct token_scan *s, struct word_scan *w)
{
	bool acronym = w->stops > 0 && w->longest <= ACRONYM_LETTERS &&
	    w->letters > 1;
	uint16_t flags = acronym ? TOKEN_ACRONYM : 0;
	size_t cut;

	if (w->end < s->end && s->text[w->end] == '.' &&
	    own_stop(s, w->start, w->end, acronym)) {
		w->end++;
		flags |= TOKEN_STOP;
	}
	cut = w->quote_len == 0 ? w->end :
	    clitic(s, w->start, w->quote, w->quote_len, w->end);
	if (cut > w->start)
		emit(s, w->start, cut, peek(s, w->start) == CHAR_CLASS_DIGIT ?
		    TOKEN_NUMBER : TOKEN_WORD,
		    flags | word_flags(s, w->start, cut));
	if (cut < w->end)
		emit(s, cut, w->end, TOKEN_CLITIC, word_flags(s, cut, w->end));
	s->at = w->end;
}

/*
 * A word or number from s->at: letters, digits and the marks that may stand
 * between them.
 */
static void
scan_word(struct token_scan *s)
{
	struct plain_word plain;
	struct word_scan w;
	struct token *t;
	uint32_t hash;
	size_t i = scan_small(s, &hash);

	/* most words have nothing else, and a space behind them */
	if (i > s->at && i < s->end && s->text[i] == ' ') {
		t = append(s, s->at, i, TOKEN_WORD, TOKEN_LOWER | TOKEN_PLAIN);
		t->hash = t->folded = hash_end(hash);
		s->at = i;
		return;
	}
	w = (struct word_scan){ .start = s->at };
	w.end = scan_plain(s, i, hash, &plain);
	if (ends_plain(s, w.end, plain.last)) {
		emit_plain(s, w.end, &plain);
		return;
	}
	w.letters = plain.letters;
	w.part = w.longest = w.end - w.start;
	w.prev = plain.last;
	if (scan_parts(s, &w) == '@' && word_class(w.prev) &&
	    word_class(peek(s, w.end + 1)) && has_host(s, w.end + 1)) {
		w.end = mail_end(s, w.end);
		emit(s, w.start, w.end, TOKEN_ADDRESS, 0);
		s->at = w.end;
		return;
	}
	emit_word(s, &w);
}

/* Look so the first two letters of what address() knows?  Few others do. */
static inline bool
may_be_address(const struct token_scan *s)
{
	unsigned char c = (unsigned char)s->text[s->at];
	unsigned two = c << 8;

	if (s->end - s->at > 1)
		two |= (unsigned char)s->text[s->at + 1];

	/* all at once: to foresee each would fail more often */
	return (c == '@') | (c == '#') | (two == ('h' << 8 | 't')) |
	    (two == ('f' << 8 | 't')) | (two == ('w' << 8 | 'w')) |
	    (two == ('H' << 8 | 'T')) | (two == ('W' << 8 | 'W'));
}

/* A web address, @name or #tag at s->at: its end, or 0. */
static size_t
address(const struct token_scan *s)
{
	static const char *const schemes[] = {
		"http://", "https://", "ftp://", "www.", "HTTP://", "WWW."
	};
	size_t i, k, len, n;
	uint32_t cp;

	if (s->text[s->at] == '@' || s->text[s->at] == '#') {
		if (peek(s, s->at + 1) > CHAR_CLASS_UPPER)
			return 0;
		for (i = s->at + 1; i < s->end; i += n)
			if (!word_class(class_at(s, i, &n, &cp)))
				break;
		return i;
	}
	for (k = 0; k < sizeof(schemes) / sizeof(*schemes); k++) {
		len = strlen(schemes[k]);
		if (s->end - s->at > len &&
		    memcmp(s->text + s->at, schemes[k], len) == 0)
			break;
	}
	if (k == sizeof(schemes) / sizeof(*schemes))
		return 0;
	for (i = s->at + len; i < s->end; i += n)
		if (class_at(s, i, &n, &cp) == CHAR_CLASS_SPACE || cp == '<' ||
		    cp == '>' || cp == '"')
			break;
	while (i > s->at + len && byte_is((unsigned char)s->text[i - 1],
	    CHAR_PAUSE | CHAR_END | CHAR_CLOSE | CHAR_STRAIGHT))
		i--;
	return i;
}

static uint16_t
mark_flags(uint32_t cp)
{
	uint32_t bits = char_is(cp, CHAR_QUOTE | CHAR_GUILLEMET | CHAR_HYPHEN |
	    CHAR_DASH | CHAR_END);
	uint16_t flags = 0;

	if (bits & CHAR_DOUBLE)
		flags |= TOKEN_QUOTE;
	if ((bits & CHAR_SINGLE) && !(bits & CHAR_GUILLEMET))
		flags |= TOKEN_APOSTROPHE;
	if (bits & (CHAR_HYPHEN | CHAR_DASH))
		flags |= TOKEN_HYPHEN;
	if (bits & CHAR_END)
		flags |= TOKEN_TERMINAL;
	return flags;
}

#define AMPERSAND	"&amp;"	/* as HTML writes it */

/* An ampersand in HTML's words is an ampersand. */
static bool
scan_ampersand(struct token_scan *s)
{
	size_t n = sizeof(AMPERSAND) - 1;
	struct token *t;

	if (s->end - s->at < n || memcmp(s->text + s->at, AMPERSAND, n) != 0)
		return false;
	t = append(s, s->at, s->at + n, TOKEN_SYMBOL, 0);
	t->hash = t->folded = token_hash(AMPERSAND, 1);
	s->at += n;
	return true;
}

/* A mark or symbol; a run of the same is one token. */
static void
scan_mark(struct token_scan *s, enum char_class c, size_t n, uint32_t cp)
{
	size_t start = s->at, i = start + n;
	uint16_t flags = mark_flags(cp);

	if (n > 1)
		flags |= TOKEN_WIDE;
	/* brackets nest: each is its own */
	if (cp >= 0x80 || !char_is(cp, CHAR_BRACKET))
		while (s->end - i >= n && s->text[i] == s->text[start] &&
		    memcmp(s->text + i, s->text + start, n) == 0)
			i += n;
	if (n == 1 && (flags & TOKEN_APOSTROPHE) && i - start == 2)
		flags = (flags & ~TOKEN_APOSTROPHE) | TOKEN_QUOTE;
	emit(s, start, i, c == CHAR_CLASS_SYMBOL ? TOKEN_SYMBOL : TOKEN_MARK,
	    flags);
	s->at = i;
}

/* A clitic that stands alone, as treebanks and some wires write: Kerry 's. */
static bool
scan_clitic(struct token_scan *s, size_t n)
{
	size_t i = s->at + n, m;
	uint32_t cp;

	while (i < s->end && i - s->at - n <= LEXICON_CLITIC &&
	    word_class(class_at(s, i, &m, &cp)))
		i += m;
	if (i == s->at + n || (i < s->end && word_class(peek(s, i))) ||
	    clitic(s, s->at, s->at, n, i) != s->at)
		return false;
	emit(s, s->at, i, TOKEN_CLITIC, word_flags(s, s->at, i));
	s->at = i;
	return true;
}

void
tokens_scan(struct tokens *out, const char *text, struct span span)
{
	struct token_scan s = { text, span.start, span.end, out, 0 };
	size_t n, end;
	uint32_t cp;
	enum char_class c;

	while (s.at < s.end) {
		c = class_at(&s, s.at, &n, &cp);
		if (c == CHAR_CLASS_SPACE) {
			s.glue &= TOKEN_NEWLINE;
			if (char_is(cp, CHAR_NEWLINE))
				s.glue |= TOKEN_NEWLINE;
			s.at += n;
			continue;
		}
		if (may_be_address(&s) && (end = address(&s)) != 0) {
			emit(&s, s.at, end, TOKEN_ADDRESS, 0);
			s.at = end;
			continue;
		}
		if (word_class(c))
			scan_word(&s);
		else if ((cp != '&' || !scan_ampersand(&s)) &&
		    (!char_is(cp, CHAR_APOSTROPHE) || !scan_clitic(&s, n)))
			scan_mark(&s, c, n, cp);
	}
}

void
tokens_free(struct tokens *t)
{
	free(t->v);
	memset(t, 0, sizeof(*t));
}

size_t
tokens_at(const struct token *v, size_t n, size_t from, size_t byte)
{
	size_t low = from, high = n, mid;

	while (low < high) {
		mid = low + (high - low) / 2;
		if (v[mid].end <= byte)
			low = mid + 1;
		else
			high = mid;
	}
	return low;
}

/* The partner of the bracket that a token is; 0 if it is none. */
static char
partner(const char *text, const struct token *t)
{
	return t->end - t->start == 1 ?
	    (char)char_partner((unsigned char)text[t->start]) : '\0';
}

static bool
is_bracket(const char *text, const struct token *t, char c)
{
	return t->end - t->start == 1 && text[t->start] == c;
}

size_t
tokens_closing(const char *text, const struct token *v, size_t i, size_t end,
    size_t limit)
{
	char c = partner(text, &v[i]);
	size_t k;

	for (k = i + 1; k < end && k - i <= limit; k++)
		if (c != '\0' && is_bracket(text, &v[k], c))
			return k;
	return end;
}
