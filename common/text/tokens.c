#include "common/text/tokens.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"
#include "common/text/chars.h"

enum class {		/* of a character */
	C_LETTER, C_UPPER, C_DIGIT, C_SPACE, C_MARK, C_SYMBOL
};

#define FOLD_MAX	256	/* bytes of a word that are folded and looked up */
#define TITLE_LETTERS	8	/* of an abbreviation such as SEN. */

struct scan {
	const char	*text;
	size_t		 at, end;
	struct tokens	*out;
	uint16_t	 glue;		/* TOKEN_GLUED, or TOKEN_NEWLINE, or 0 */
};

static const uint8_t ascii[128] = {
	[0] = C_LETTER,			/* as invalid bytes are */
	[1 ... ' '] = C_SPACE,
	['!'] = C_MARK, ['"'] = C_MARK,
	['#'] = C_SYMBOL, ['$'] = C_SYMBOL, ['%'] = C_SYMBOL,
	['&' ... '*'] = C_MARK,
	['+'] = C_SYMBOL,
	[',' ... '/'] = C_MARK,
	['0' ... '9'] = C_DIGIT,
	[':'] = C_MARK, [';'] = C_MARK,
	['<'] = C_SYMBOL, ['='] = C_SYMBOL, ['>'] = C_SYMBOL,
	['?'] = C_MARK,
	['@'] = C_SYMBOL,
	['A' ... 'Z'] = C_UPPER,
	['['] = C_MARK, ['\\'] = C_MARK, [']'] = C_MARK,
	['^'] = C_SYMBOL,
	['_'] = C_LETTER,
	['`'] = C_MARK,
	['a' ... 'z'] = C_LETTER,
	['{'] = C_MARK,
	['|'] = C_SYMBOL,
	['}'] = C_MARK,
	['~'] = C_SYMBOL,
	[0x7F] = C_SPACE
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
			buf[out++] = s[i] >= 'A' && s[i] <= 'Z' ?
			    s[i] + ('a' - 'A') : s[i];
			continue;
		}
		n = utf8_decode(s + i, len - i, &cp);
		if (cp == UTF8_INVALID)
			buf[out++] = s[i];
		else
			out += utf8_encode((uint32_t)utf8proc_tolower((int32_t)cp),
			    buf + out);
	}
	return out;
}

static enum class
wide_class(uint32_t cp)
{
	if (cp == UTF8_INVALID)
		return C_LETTER;
	switch (utf8proc_category((int32_t)cp)) {
	case UTF8PROC_CATEGORY_LU:
	case UTF8PROC_CATEGORY_LT:
		return C_UPPER;
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
		return C_SPACE;
	case UTF8PROC_CATEGORY_PC:
	case UTF8PROC_CATEGORY_PD:
	case UTF8PROC_CATEGORY_PS:
	case UTF8PROC_CATEGORY_PE:
	case UTF8PROC_CATEGORY_PI:
	case UTF8PROC_CATEGORY_PF:
	case UTF8PROC_CATEGORY_PO:
		return C_MARK;
	case UTF8PROC_CATEGORY_SM:
	case UTF8PROC_CATEGORY_SC:
	case UTF8PROC_CATEGORY_SK:
	case UTF8PROC_CATEGORY_SO:
		return C_SYMBOL;
	default:
		/* byte order mark, zero-width space: nothing to see */
		return cp == 0xFEFF || cp == 0x200B || cp == 0x85 ? C_SPACE :
		    C_LETTER;
	}
}

static inline enum class
class_at(const struct scan *s, size_t i, size_t *n, uint32_t *cp)
{
	unsigned char c = (unsigned char)s->text[i];

	*n = 1;
	*cp = c;
	if (c >= 0x80) {
		*n = utf8_decode(s->text + i, s->end - i, cp);
		return wide_class(*cp);
	}
	return ascii[c];
}

static inline bool
word_class(enum class c)
{
	return c <= C_DIGIT;
}

/* The class of the character at i, or C_SPACE past the end. */
static inline enum class
peek(const struct scan *s, size_t i)
{
	size_t n;
	uint32_t cp;

	return i < s->end ? class_at(s, i, &n, &cp) : C_SPACE;
}

static inline bool
apostrophe(const struct scan *s, size_t i, size_t *n)
{
	if (s->text[i] == '\'') {
		*n = 1;
		return true;
	}
	*n = 3;
	return s->end - i >= 3 && memcmp(s->text + i, "\xE2\x80\x99", 3) == 0;
}

/* The flags of a word that has letters and digits of these classes. */
static inline uint16_t
letter_flags(unsigned seen, bool capital, bool mixed, bool other)
{
	const unsigned upper = 1 << C_UPPER, lower = 1 << C_LETTER;
	const unsigned digit = 1 << C_DIGIT;
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
word_flags(const struct scan *s, size_t start, size_t end)
{
	bool capital = false, mixed = false, other = false, wide = false;
	unsigned seen = 0;
	size_t i, n;
	uint32_t cp;
	enum class c;

	for (i = start; i < end; i += n) {
		c = class_at(s, i, &n, &cp);
		wide |= n > 1;
		if (!word_class(c)) {
			other |= cp != '.' && cp != ',' && cp != ':' && cp != '/';
			continue;
		}
		capital |= c == C_UPPER && seen == 0;
		mixed |= c == C_UPPER && (seen & 1 << C_LETTER) != 0;
		seen |= 1u << c;
	}
	return letter_flags(seen, capital, mixed, other) |
	    (wide ? TOKEN_WIDE : 0);
}

static inline struct token *
append(struct scan *s, size_t start, size_t end, enum token_kind kind,
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

static void
emit(struct scan *s, size_t start, size_t end, enum token_kind kind,
    uint16_t flags)
{
	struct token *t = append(s, start, end, kind, flags);
	char buf[FOLD_MAX];
	size_t len = end - start;

	t->hash = t->folded = token_hash(s->text + start, len);
	if (TO_FOLD(flags) &&
	    (len = token_fold(s->text + start, len, buf, sizeof(buf))) > 0)
		t->folded = token_hash(buf, len);
}

static bool
in_list(enum lexicon_role list, const char *s, size_t len)
{
	char buf[32];

	len = len + 4 > sizeof(buf) ? 0 : token_fold(s, len, buf, sizeof(buf));
	return len > 0 && lexicon_has(lexicon_default(), list, buf, len);
}

/*
 * Where the clitic at the end of the word [start, end) begins, whose only
 * apostrophe of n bytes is at quote; end if there is none.
 */
static size_t
clitic(const struct scan *s, size_t start, size_t quote, size_t n, size_t end)
{
	char buf[8];
	size_t rest = end - quote - n;
	size_t before;

	if (rest > 2)
		return end;
	for (before = 0; before < 2 && quote >= start + before; before++) {
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
goes_on(const struct scan *s, size_t i)
{
	size_t n, limit = i + 64 < s->end ? i + 64 : s->end;
	uint32_t cp;
	enum class c;

	for (; i < limit; i += n) {
		c = class_at(s, i, &n, &cp);
		if (c != C_SPACE)
			return (c == C_LETTER && cp != 0) || cp == ',' ||
			    cp == ';' || cp == ':';
	}
	return false;
}

/* SEN. ROE: a title in a headline, its abbreviation in capitals. */
static bool
title_in_capitals(const struct scan *s, size_t start, size_t dot)
{
	char buf[TITLE_LETTERS];
	const char *kind;
	size_t i, n = dot - start;

	if (n < 2 || n > sizeof(buf) || dot + 2 >= s->end ||
	    s->text[dot + 1] != ' ' || peek(s, dot + 2) != C_UPPER)
		return false;
	buf[0] = s->text[start];
	for (i = 1; i < n; i++) {
		if (s->text[start + i] < 'A' || s->text[start + i] > 'Z')
			return false;
		buf[i] = (char)(s->text[start + i] | 0x20);
	}
	kind = lexicon_text(lexicon_default(), ROLE_ABBREVIATIONS, buf, n);
	return kind != NULL && strncmp(kind, "title", 5) == 0;
}

/* A word of which the stop at dot is the end: is the stop its own? */
static bool
own_stop(const struct scan *s, size_t start, size_t dot, bool acronym)
{
	size_t n;
	uint32_t cp;
	enum class c = class_at(s, start, &n, &cp);

	if (acronym)
		return true;
	if (dot + 1 < s->end && s->text[dot + 1] == '.')
		return false;			/* an ellipsis */
	if (c == C_UPPER && start + n == dot)
		return dot + 1 < s->end;	/* an initial */
	if (lexicon_has(lexicon_default(), ROLE_ABBREVIATIONS, s->text + start,
	    dot - start))
		return true;
	if (c == C_UPPER && title_in_capitals(s, start, dot))
		return true;
	return c != C_DIGIT && goes_on(s, dot + 1);
}

static inline bool
small(char c)
{
	return c >= 'a' && c <= 'z';
}

/* The beginning of a word as far as it is ASCII letters and digits. */
struct plain_word {
	uint32_t	 hash;		/* before token_hash_end(), as the next */
	uint32_t	 folded;
	unsigned	 seen;		/* classes, as bits */
	bool		 mixed;
	enum class	 last;		/* C_SPACE: it is empty */
	size_t		 letters;
};

/* Read what is plain of the word at s->at, each byte once; returns its end. */
static size_t
scan_plain(const struct scan *s, struct plain_word *w)
{
	uint32_t hash = TOKEN_HASH_BEGIN, folded;
	unsigned seen, mixed = 0;
	size_t i = s->at, digits = 0;
	enum class k;
	unsigned char c;

	/* most words are in small letters: both their hashes are one */
	while (i < s->end && small(s->text[i]))
		hash = token_hash_step(hash, (unsigned char)s->text[i++]);
	folded = hash;
	k = i > s->at ? C_LETTER : C_SPACE;
	seen = i > s->at ? 1u << C_LETTER : 0;
	for (; i < s->end; i++) {
		c = (unsigned char)s->text[i];
		if (small(s->text[i])) {
			k = C_LETTER;
			seen |= 1u << C_LETTER;
			hash = token_hash_step(hash, c);
			folded = token_hash_step(folded, c);
			continue;
		}
		if (c >= 0x80 || !word_class(ascii[c]))
			break;
		k = ascii[c];
		mixed |= k == C_UPPER ? seen : 0;
		seen |= 1u << k;
		digits += k == C_DIGIT;
		hash = token_hash_step(hash, c);
		folded = token_hash_step(folded, k == C_UPPER ? c | 0x20 : c);
	}
	w->hash = hash;
	w->folded = folded;
	w->seen = seen;
	w->mixed = (mixed & 1 << C_LETTER) != 0;
	w->last = k;
	w->letters = i - s->at - digits;
	return i;
}

/* Does a word surely end at i, before a space or mark that is never inside? */
static inline bool
ends_plain(const struct scan *s, size_t i, enum class last)
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
		return peek(s, i + 1) > C_DIGIT;
	case ',':
	case ':':
	case '/':
		return last != C_DIGIT;
	default:
		return c < 0x80;
	}
}

/* The token of a word that is plain up to its end at i. */
static void
emit_plain(struct scan *s, size_t i, const struct plain_word *w)
{
	size_t start = s->at;
	enum class first = ascii[(unsigned char)s->text[start]];
	uint32_t hash = w->hash, folded = w->folded;
	uint16_t flags = letter_flags(w->seen, first == C_UPPER, w->mixed, false);
	struct token *t;

	if (i < s->end && s->text[i] == '.' && own_stop(s, start, i, false)) {
		hash = token_hash_step(hash, '.');
		folded = token_hash_step(folded, '.');
		flags |= TOKEN_STOP;
		i++;
	}
	t = append(s, start, i, first == C_DIGIT ? TOKEN_NUMBER : TOKEN_WORD,
	    flags);
	t->hash = token_hash_end(hash);
	/* as token_fold() has it of so long a word */
	t->folded = TO_FOLD(flags) && i - start <= FOLD_MAX - 3 ?
	    token_hash_end(folded) : t->hash;
	s->at = i;
}

/*
 * A word or number from s->at: letters, digits and the marks that may stand
 * between them.
 */
static void
scan_word(struct scan *s)
{
	struct plain_word w;
	size_t start = s->at, i, n, q = 0, qn = 0, cut;
	size_t stops = 0, letters, run, longest;
	uint16_t flags;
	uint32_t cp;
	enum class c, prev, next;
	bool acronym = false;

	i = scan_plain(s, &w);
	if (ends_plain(s, i, w.last)) {
		emit_plain(s, i, &w);
		return;
	}
	letters = w.letters;
	run = longest = i - start;
	prev = w.last;
	for (; i < s->end; i += n, prev = c) {
		c = class_at(s, i, &n, &cp);
		if (word_class(c)) {
			letters += c != C_DIGIT;
			if (++run > longest)
				longest = run;
			continue;
		}
		next = peek(s, i + n);
		run = 0;
		if (cp == '.' && word_class(next)) {
			/* "ended.The": a space is missing; "3.5", "U.S", "x.com" */
			if (prev == C_LETTER && next == C_UPPER &&
			    longest > 3 && peek(s, i + 2) == C_LETTER)
				break;
			if ((prev == C_DIGIT) != (next == C_DIGIT) &&
			    prev != C_UPPER)
				break;
			stops++;
			continue;
		}
		if (prev == C_DIGIT && next == C_DIGIT) {
			if (cp == ':' || cp == '/')
				continue;
			/* 1,000 and, as in India, 1,00,000 */
			if (cp == ',' && peek(s, i + 2) == C_DIGIT &&
			    (peek(s, i + 3) == C_DIGIT || (i + 4 < s->end &&
			    s->text[i + 3] == ',' && peek(s, i + 4) == C_DIGIT)))
				continue;
		}
		if (cp == '&' && prev == C_UPPER && next == C_UPPER)
			continue;
		if (cp == '@' && word_class(next) && word_class(prev)) {
			while (i < s->end && (word_class(c = class_at(s, i, &n,
			    &cp)) || ((cp == '.' || cp == '-' || cp == '@') &&
			    word_class(peek(s, i + n)))))
				i += n;
			emit(s, start, i, TOKEN_ADDRESS, 0);
			s->at = i;
			return;
		}
		if (apostrophe(s, i, &n) && word_class(next = peek(s, i + n)) &&
		    word_class(prev)) {
			if (qn != 0)
				break;		/* one is enough: linear time */
			q = i;
			qn = n;
			c = C_LETTER;
			continue;
		}
		break;
	}
	acronym = stops > 0 && longest <= 2 && letters > 1;
	flags = 0;
	if (i < s->end && s->text[i] == '.' &&
	    own_stop(s, start, i, acronym)) {
		i++;
		flags |= TOKEN_STOP;
	}
	if (acronym)
		flags |= TOKEN_ACRONYM;
	cut = qn != 0 ? clitic(s, start, q, qn, i) : i;
	if (cut > start)
		emit(s, start, cut, (peek(s, start) == C_DIGIT) ? TOKEN_NUMBER :
		    TOKEN_WORD, flags | word_flags(s, start, cut));
	if (cut < i)
		emit(s, cut, i, TOKEN_CLITIC, word_flags(s, cut, i));
	s->at = i;
}

/* Look so the first two letters of what address() knows?  Few others do. */
static inline bool
may_be_address(const struct scan *s)
{
	unsigned char c = (unsigned char)s->text[s->at];
	unsigned char d = s->end - s->at > 1 ? (unsigned char)s->text[s->at + 1] : 0;
	unsigned two = c << 8 | d;

	/* all at once: to foresee each would fail more often */
	return (c == '@') | (c == '#') | (two == ('h' << 8 | 't')) |
	    (two == ('f' << 8 | 't')) | (two == ('w' << 8 | 'w')) |
	    (two == ('H' << 8 | 'T')) | (two == ('W' << 8 | 'W'));
}

/* A web address, @name or #tag at s->at: its end, or 0. */
static size_t
address(const struct scan *s)
{
	static const char *const schemes[] = {
		"http://", "https://", "ftp://", "www.", "HTTP://", "WWW."
	};
	size_t i, k, len, n;
	uint32_t cp;

	if (s->text[s->at] == '@' || s->text[s->at] == '#') {
		if (peek(s, s->at + 1) > C_UPPER)
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
		if (class_at(s, i, &n, &cp) == C_SPACE || cp == '<' ||
		    cp == '>' || cp == '"')
			break;
	while (i > s->at + len && strchr(".,;:!?)]}'\"", s->text[i - 1]) != NULL)
		i--;
	return i;
}

static uint16_t
mark_flags(uint32_t cp)
{
	switch (cp) {
	case '"':
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case 0x201F:
	case 0xAB:
	case 0xBB:
		return TOKEN_QUOTE;
	case '\'':
	case '`':
	case 0x2018:
	case 0x2019:
	case 0x201A:
	case 0x201B:
		return TOKEN_APOSTROPHE;
	case '-':
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
		return TOKEN_HYPHEN;
	case '.':
	case '!':
	case '?':
	case 0x2026:
		return TOKEN_TERMINAL;
	default:
		return 0;
	}
}

/* A mark or symbol; a run of the same is one token. */
static void
scan_mark(struct scan *s, enum class c, size_t n, uint32_t cp)
{
	size_t start = s->at, i = start + n;
	uint16_t flags = mark_flags(cp);

	if (n > 1)
		flags |= TOKEN_WIDE;
	/* brackets nest: each is its own */
	if (cp >= 0x80 || strchr("()[]{}", (int)cp) == NULL)
		while (s->end - i >= n && s->text[i] == s->text[start] &&
		    memcmp(s->text + i, s->text + start, n) == 0)
			i += n;
	if ((cp == '\'' || cp == '`') && i - start == 2)
		flags = (flags & ~TOKEN_APOSTROPHE) | TOKEN_QUOTE;
	emit(s, start, i, c == C_SYMBOL ? TOKEN_SYMBOL : TOKEN_MARK, flags);
	s->at = i;
}

/* A clitic that stands alone, as treebanks and some wires write: Kerry 's. */
static bool
scan_clitic(struct scan *s, size_t n)
{
	size_t i = s->at + n, m;
	uint32_t cp;

	while (i < s->end && i - s->at - n <= 2 &&
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
	struct scan s = { text, span.start, span.end, out, 0 };
	size_t n, end;
	uint32_t cp;
	enum class c;

	while (s.at < s.end) {
		c = class_at(&s, s.at, &n, &cp);
		if (c == C_SPACE) {
			s.glue &= TOKEN_NEWLINE;
			if (cp == '\n' || cp == '\r')
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
		else if (!apostrophe(&s, s.at, &n) || !scan_clitic(&s, n)) {
			c = class_at(&s, s.at, &n, &cp);
			scan_mark(&s, c, n, cp);
		}
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

size_t
tokens_opening(const char *text, const struct token *v, size_t first, size_t i)
{
	char c = partner(text, &v[i]);
	size_t k;

	for (k = i; c != '\0' && k-- > first;)
		if (is_bracket(text, &v[k], c))
			return k;
	return i;
}
