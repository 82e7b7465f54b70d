/*
 * speakers.c -- whose words: see speakers.h
 */
#include <stdlib.h>
#include <string.h>

#include "common/io/alloc.h"
#include "common/text/lexicon.h"
#include "filters/quote-extract/speakers.h"

#define NAMES		512	/* full names kept */
#define NAME_BYTES	72	/* longer ones are not names */
#define RUN_WORDS	12
#define HEARD		32768	/* bits that say a word may begin or end a name */
#define REFERENTS	24	/* who was talked about last */
#define TEXT_BYTES	120

/* A run of capitalised words. */
struct run {
	struct span	 word[RUN_WORDS];
	unsigned	 n;
	unsigned	 name;		/* index of the name's first word */
	unsigned	 surname;	/* and of its surname */
	uint32_t	 role;		/* hash of the role before it, or 0 */
	char		 gender;	/* m, f or 0 */
	bool		 given;		/* begins with a known given name */
	bool		 possessive;
};

struct name {
	char		 text[NAME_BYTES];
	unsigned	 len;
	uint32_t	 first;		/* hash of its first word, folded */
	uint32_t	 initials;	/* hash of its initials */
	uint32_t	 role;
	uint32_t	 order;		/* of its last mention */
	unsigned char	 words;
	char		 gender;
	bool		 person;
	bool		 flanked;	/* by commas: likely a person */
};

struct referent {
	char		 text[TEXT_BYTES];
	size_t		 len;
	uint32_t	 head;		/* hash of its last word, folded */
	uint32_t	 role;
	uint32_t	 sentence;	/* number in the document */
	uint32_t	 times;
	uint32_t	 spoken;	/* order of its last quotation, or 0 */
	char		 gender;
	bool		 person;
	bool		 plural;
	bool		 subject;	/* began its sentence */
	bool		 quoted;	/* named last in somebody's words */
};

struct mention_use {			/* of the passage: a name at a place */
	size_t		 at;
	struct run	 run;
};

enum pronoun { P_NONE, P_HE, P_SHE, P_IT, P_THEY, P_I, P_WHO, P_THE, P_OTHER };

struct speakers {
	struct name	 names[NAMES];
	uint32_t	 surnames[NAMES];	/* hashes of last words, */
	uint32_t	 firsts[NAMES];		/* and of first ones */
	uint32_t	 heard[HEARD / 32];	/* of first and last words */
	size_t		 n, next;
	uint32_t	 order;
	struct referent	 referents[REFERENTS];	/* the newest last */
	size_t		 nreferents;
	uint32_t	 sentence;
	uint32_t	 spoken;
	const struct logistic *weights;
	const struct passage *passage;
	uint32_t	 noted;		/* sentences of the passage noted */
	size_t		 noted_to;	/* bytes */
	char		**out;		/* names handed out */
	size_t		 nout, out_cap;
	/* A choice. */
	enum pronoun	 pronoun;
	struct span	 mention;
	uint32_t	 mention_head, mention_sentence;
	uint64_t	 mention_word;
	const struct referent *candidates[REFERENTS_MAX];
	size_t		 ncandidates;
};

struct speakers *
speakers_new(const struct logistic *weights)
{
	struct speakers *s = xcalloc(1, sizeof(*s));

	s->weights = weights;
	return s;
}

static void
forget_out(struct speakers *s)
{
	while (s->nout > 0)
		free(s->out[--s->nout]);
}

void
speakers_free(struct speakers *s)
{
	if (s == NULL)
		return;
	forget_out(s);
	free(s->out);
	free(s);
}

void
speakers_reset(struct speakers *s)
{
	s->n = s->next = s->nreferents = 0;
	memset(s->heard, 0, sizeof(s->heard));
	s->order = s->sentence = s->spoken = 0;
}

/* Bytes of words. */

static bool
is_capital(const char *s, size_t n)
{
	const unsigned char *u = (const unsigned char *)s;

	if (n == 0)
		return false;
	if (u[0] >= 'A' && u[0] <= 'Z')
		return true;
	return n > 1 && ((u[0] == 0xC3 && u[1] >= 0x80 && u[1] <= 0x9E) ||
	    u[0] == 0xC4 || u[0] == 0xC5);
}

static bool
is_letter(unsigned char c)
{
	return (c | 0x20u) - 'a' < 26u || c >= 0xC3;
}

/* The end of the word at i; an initial or a title keeps its full stop. */
static size_t
word_end(const char *s, size_t n, size_t i)
{
	size_t from = i;

	while (i < n) {
		unsigned char c = (unsigned char)s[i];

		if (c == 0xE2) {		/* an apostrophe, or no letter */
			if (i + 3 < n && (unsigned char)s[i + 1] == 0x80 &&
			    (unsigned char)s[i + 2] == 0x99 &&
			    is_letter((unsigned char)s[i + 3]) &&
			    !(s[i + 3] == 's' && (i + 4 >= n ||
			    !is_letter((unsigned char)s[i + 4])))) {
				i += 3;
				continue;
			}
			break;
		}
		if (is_letter(c) || (c >= 0x80 && i > from)) {
			i++;
			continue;
		}
		if ((c == '-' || c == '\'') && i > from && i + 1 < n &&
		    is_letter((unsigned char)s[i + 1]) &&
		    !(c == '\'' && s[i + 1] == 's' && (i + 2 >= n ||
		    !is_letter((unsigned char)s[i + 2])))) {
			i++;
			continue;
		}
		if (c == '&' && i > from && i + 1 < n && is_letter((unsigned char)s[i + 1])) {
			i++;
			continue;
		}
		/* J. and U.S. and J.D.; the stop of a title is its caller's. */
		if (c == '.' && i > from && (i - from == 1 || s[i - 2] == '.') &&
		    s[i - 1] >= 'A' && s[i - 1] <= 'Z') {
			i++;
			continue;
		}
		break;
	}
	return i;
}

static size_t
fold(const char *s, size_t n, char buf[32])
{
	size_t i, k = 0;

	for (i = 0; i < n; i++) {
		if (s[i] == '.')
			continue;
		if (k == 31)
			return 0;
		buf[k++] = s[i] >= 'A' && s[i] <= 'Z' ? (char)(s[i] | 0x20) : s[i];
	}
	return k;
}

static uint32_t
word_hash(const char *s, size_t n)
{
	char buf[32];
	size_t k = fold(s, n, buf);

	return k > 0 ? token_hash(buf, k) | 1 : 0;
}

/* The value of a word in a list, in lower case, or NULL. */
static const char *
in_list(enum lexicon_class class, const char *s, size_t n)
{
	char buf[32];
	size_t k = fold(s, n, buf);

	if (k == 0 || !(lexicon_classes(buf, k) & LEX_BIT(class)))
		return NULL;
	return lexicon_value(class, buf, k);
}

static bool
is_suffix(const char *s, size_t n)
{
	while (n > 0 && s[n - 1] == '.')
		n--;
	return (lexicon_classes(s, n) & LEX_BIT(LEX_NAME_SUFFIXES)) != 0;
}

static bool
all_capitals(const char *s, const struct run *r)
{
	unsigned j;
	size_t i;

	for (j = r->name; j < r->n; j++)
		for (i = r->word[j].start; i < r->word[j].end; i++)
			if (s[i] >= 'a' && s[i] <= 'z')
				return false;
	return true;
}

/* The lists that a word in lower case is in, as LEX_BIT()s. */
static uint64_t
lists_of(const char *s, size_t n)
{
	char buf[32];
	size_t k = fold(s, n, buf);

	return k > 0 ? lexicon_classes(buf, k) : 0;
}

/*
 * The run of capitalised words that begins at i; returns where it ends.  The
 * word before it, in small letters, may be a role: *role_at is where that one
 * begins, or i.
 */
static size_t
read_run(const char *s, size_t n, size_t i, size_t role_at, struct run *r)
{
	size_t end = i, k, next;
	uint64_t lists[RUN_WORDS];
	const char *value;
	unsigned j, gone = 0;

	memset(r, 0, sizeof(*r));
	while (i < n && r->n < RUN_WORDS) {
		k = word_end(s, n, i);
		/* Clinton Monday: a day is no part of a name. */
		if (k == i || (k - i <= 9 && (lexicon_classes(s + i, k - i) &
		    LEX_BIT(LEX_WEEKDAYS)))) {
			if (r->n == 0)
				return k > i ? k : i + 1;
			break;
		}
		r->word[r->n].start = i;
		r->word[r->n++].end = end = k;
		/* Gen. Sen. Jr. */
		if (k < n && s[k] == '.' && (is_suffix(s + i, k - i) ||
		    (k - i <= 5 && in_list(LEX_ROLES, s + i, k - i) != NULL)))
			k++;
		if (k + 2 < n && ((s[k] == '\'' && s[k + 1] == 's') ||
		    memcmp(s + k, "\xE2\x80\x99", 3) == 0)) {
			r->possessive = true;
			break;
		}
		if (k >= n || s[k] != ' ')
			break;
		while (k < n && s[k] == ' ')
			k++;
		if (is_capital(s + k, n - k)) {
			i = k;
			continue;
		}
		/* de, van der, bin: only between capitals. */
		next = word_end(s, n, k);
		if (next > k && next - k <= 5 &&
		    in_list(LEX_NAME_PARTICLES, s + k, next - k) != NULL) {
			size_t m = next;

			while (m < n && s[m] == ' ')
				m++;
			if (m > next && is_capital(s + m, n - m) && r->n + 1 < RUN_WORDS) {
				r->word[r->n].start = k;
				r->word[r->n++].end = next;
				i = m;
				continue;
			}
		}
		break;
	}
	/* The name follows the last role; the last word is never a role. */
	for (j = 0; j + 1 < r->n; j++) {
		const char *w = s + r->word[j].start;
		size_t len = r->word[j].end - r->word[j].start;

		lists[j] = lists_of(w, len);
		if ((lists[j] & LEX_BIT(LEX_ROLES)) &&
		    (value = in_list(LEX_ROLES, w, len)) != NULL) {
			r->name = j + 1;
			r->role = word_hash(w, len);
			if (*value != '\0')
				r->gender = *value;
		}
	}
	if (r->role == 0 && role_at < r->word[0].start) {
		size_t len = word_end(s, n, role_at) - role_at;

		if ((value = in_list(LEX_ROLES, s + role_at, len)) != NULL) {
			r->role = word_hash(s + role_at, len);
			if (*value != '\0')
				r->gender = *value;
		}
	}
	/* "Although Israel": the word that begins a sentence. */
	while (r->name == 0 && r->n > 1 &&
	    (lists[gone] & LEX_BIT(LEX_SENTENCE_OPENERS))) {
		memmove(r->word, r->word + 1, --r->n * sizeof(r->word[0]));
		gone++;
	}
	/* Without a role, a known given name begins it. */
	for (j = r->name; j + 1 < r->n; j++) {
		if (!(lists[gone + j] & LEX_BIT(LEX_GIVEN_GENDERS)))
			continue;
		value = in_list(LEX_GIVEN_GENDERS, s + r->word[j].start,
		    r->word[j].end - r->word[j].start);
		if (value != NULL && (r->role == 0 || j == r->name)) {
			r->given = true;
			if (r->gender == 0)
				r->gender = *value;
			r->name = j;
			break;
		}
	}
	/* A headline in capitals: "SEN. ROE HAILS VOTE" names one Roe. */
	if (r->n > r->name + 1 && r->role != 0 && all_capitals(s, r))
		r->n = r->name + 1;
	for (r->surname = r->n - 1; r->surname > r->name &&
	    is_suffix(s + r->word[r->surname].start,
	    r->word[r->surname].end - r->word[r->surname].start); r->surname--)
		;
	return end;
}

static size_t
run_text(const char *s, const struct run *r, char *buf, size_t cap)
{
	size_t n = 0, len;
	unsigned j;

	for (j = r->name; j < r->n; j++) {
		len = r->word[j].end - r->word[j].start;
		if (n + len + 2 > cap)
			return 0;
		if (n > 0)
			buf[n++] = ' ';
		memcpy(buf + n, s + r->word[j].start, len);
		n += len;
		if (is_suffix(s + r->word[j].start, len) && buf[n - 1] == 'r')
			buf[n++] = '.';
	}
	return n;
}

static uint32_t
hash_at(const char *s, struct span w)
{
	return word_hash(s + w.start, w.end - w.start);
}

static uint32_t
initials(const char *s, const struct run *r)
{
	char buf[RUN_WORDS];
	unsigned j, k = 0;

	for (j = r->name; j < r->n; j++)
		if (s[r->word[j].start] >= 'A' && s[r->word[j].start] <= 'Z')
			buf[k++] = (char)(s[r->word[j].start] | 0x20);
	return k > 1 ? token_hash(buf, k) | 1 : 0;
}

static void
hear(struct speakers *s, uint32_t h)
{
	h ^= h >> 15;
	s->heard[h % HEARD / 32] |= 1u << h % 32;
}

static bool
is_heard(const struct speakers *s, uint32_t h)
{
	h ^= h >> 15;
	return s->heard[h % HEARD / 32] >> h % 32 & 1;
}

/* The next index from i on with a hash, or n: eight are looked at in one go. */
static size_t
next_with(const uint32_t *v, size_t n, size_t i, uint32_t h)
{
	for (; i + 8 <= n; i += 8)
		if ((v[i] == h) | (v[i + 1] == h) | (v[i + 2] == h) |
		    (v[i + 3] == h) | (v[i + 4] == h) | (v[i + 5] == h) |
		    (v[i + 6] == h) | (v[i + 7] == h))
			break;
	while (i < n && v[i] != h)
		i++;
	return i;
}

static struct name *
find_exact(struct speakers *s, const char *text, size_t len, uint32_t surname)
{
	size_t i;

	if (!is_heard(s, surname))
		return NULL;
	for (i = 0; (i = next_with(s->surnames, s->n, i, surname)) < s->n; i++)
		if (s->names[i].len == len &&
		    memcmp(s->names[i].text, text, len) == 0)
			return &s->names[i];
	return NULL;
}

/* Note a run that gives a name of two words and more. */
static struct name *
note_run(struct speakers *s, const char *text, const struct run *r)
{
	char buf[NAME_BYTES];
	struct name *e;
	size_t len;
	uint32_t surname;
	bool flanked;		/* "the inspector, Manfred Nowak, said" */

	if (r->n < r->name + 2 || all_capitals(text, r))
		return NULL;
	if ((len = run_text(text, r, buf, sizeof(buf))) == 0)
		return NULL;
	surname = hash_at(text, r->word[r->surname]);
	flanked = !r->possessive && r->n <= r->name + 3 && r->name == 0 &&
	    r->word[0].start >= 2 && text[r->word[0].start - 2] == ',' &&
	    text[r->word[r->n - 1].end] == ',';
	if ((e = find_exact(s, buf, len, surname)) == NULL) {
		e = &s->names[s->next];
		s->surnames[s->next] = surname;
		s->firsts[s->next] = hash_at(text, r->word[r->name]);
		s->next = (s->next + 1) % NAMES;
		if (s->n < NAMES)
			s->n++;
		memset(e, 0, sizeof(*e));
		memcpy(e->text, buf, len);
		e->len = (unsigned)len;
		e->first = hash_at(text, r->word[r->name]);
		hear(s, surname);
		hear(s, e->first);
		e->initials = initials(text, r);
		e->words = (unsigned char)(r->n - r->name);
	}
	e->order = ++s->order;
	e->person |= r->role != 0 || r->given;
	e->flanked |= flanked;
	if (r->gender != 0)
		e->gender = r->gender;
	if (r->role != 0)
		e->role = r->role;
	return e;
}

/* Call back for each run of capitals in a text. */
static void
each_run(struct speakers *s, const char *text, size_t from, size_t len,
    void (*use)(struct speakers *, const char *, const struct run *))
{
	size_t i, k, word = from, before = from;
	struct run r;

	for (i = from; i < len;) {
		if (!is_letter((unsigned char)text[i])) {
			/* Only one space keeps a role and its name together. */
			if (text[i] != ' ')
				before = i + 1;
			i++;
			continue;
		}
		if (is_capital(text + i, len - i)) {
			k = read_run(text, len, i, before == word ? word : i, &r);
			if (k > i && r.n > 0)
				use(s, text, &r);
			i = k > i ? k : i + 1;
			before = i + 1;
			continue;
		}
		word = before = i;
		k = word_end(text, len, i);
		i = k > i ? k : i + 1;
	}
}

static void
use_note(struct speakers *s, const char *text, const struct run *r)
{
	note_run(s, text, r);
}

void
speakers_note(struct speakers *s, const char *text, size_t len)
{
	each_run(s, text, 0, len, use_note);
}

void
speakers_person(struct speakers *s, const char *name, size_t len)
{
	struct name *e;
	struct run r;

	if (len == 0 || !is_capital(name, len))
		return;
	read_run(name, len, 0, 0, &r);
	if (r.n > 0 && (e = note_run(s, name, &r)) != NULL)
		e->person = true;
}

/*
 * The fullest name for a run: the same surname and, if it gives one, the same
 * first name or its initial; persons before others, longer before shorter,
 * later before earlier.
 */
static struct name *
fullest(struct speakers *s, const char *text, const struct run *r)
{
	uint32_t surname = r->n > 0 ? hash_at(text, r->word[r->surname]) : 0;
	uint32_t first = r->n > 0 ? hash_at(text, r->word[r->name]) : 0;
	bool has_first = r->surname > r->name;
	struct name *best = NULL, *e;
	size_t i;

	if (r->n == 0 || !is_heard(s, surname))
		return NULL;
	for (i = 0; (i = next_with(s->surnames, s->n, i, surname)) < s->n; i++) {
		e = &s->names[i];
		if (has_first && e->first != first)
			continue;
		if (has_first && e->words < r->n - r->name)
			continue;
		if (r->gender != 0 && e->gender != 0 && e->gender != r->gender)
			continue;
		if (best == NULL || (e->person && !best->person) ||
		    (e->person == best->person && has_first &&
		    e->len > best->len) ||
		    (e->person == best->person && !has_first &&
		    e->order > best->order))
			best = e;
	}
	/* Mr. Thaksin: known by the name that comes first. */
	if (best != NULL || has_first)
		return best;
	for (i = 0; (i = next_with(s->firsts, s->n, i, surname)) < s->n; i++)
		if (s->names[i].person)
			return &s->names[i];
	return best;
}

/* The longest name that spells an acronym with its initials. */
static struct name *
spelt(struct speakers *s, const char *text, struct span w)
{
	char buf[16];
	size_t i, k = 0;
	uint32_t h;

	for (i = w.start; i < w.end; i++) {
		if (text[i] == '.')
			continue;
		if (text[i] < 'A' || text[i] > 'Z' || k == sizeof(buf))
			return NULL;
		buf[k++] = (char)(text[i] | 0x20);
	}
	if (k < 2)
		return NULL;
	h = token_hash(buf, k) | 1;
	for (i = 0; i < s->n; i++)
		if (s->names[i].initials == h && !s->names[i].person)
			return &s->names[i];
	return NULL;
}

/* Referents. */

static struct referent *
find_referent(struct speakers *s, const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < s->nreferents; i++)
		if (s->referents[i].len == len &&
		    memcmp(s->referents[i].text, text, len) == 0)
			return &s->referents[i];
	return NULL;
}

/* The referent of that text, new or known, moved to the end of the list. */
static struct referent *
touch(struct speakers *s, const char *text, size_t len)
{
	struct referent *r, keep;
	size_t at;

	if (len == 0 || len > TEXT_BYTES ||
	    in_list(LEX_DEFINITE, text, len) != NULL ||
	    in_list(LEX_ROLES, text, len) != NULL)
		return NULL;
	r = find_referent(s, text, len);
	if (r != NULL) {
		keep = *r;
		at = (size_t)(r - s->referents);
	} else {
		memset(&keep, 0, sizeof(keep));
		memcpy(keep.text, text, len);
		keep.len = len;
		at = s->nreferents < REFERENTS ? s->nreferents : 0;
		if (s->nreferents < REFERENTS)
			s->nreferents++;
	}
	memmove(&s->referents[at], &s->referents[at + 1],
	    (s->nreferents - at - 1) * sizeof(keep));
	r = &s->referents[s->nreferents - 1];
	*r = keep;
	r->times++;
	r->subject = false;
	r->sentence = s->sentence;
	return r;
}

/* The tokens of a byte span of the passage. */
static struct range
tokens_of(const struct passage *p, struct span m)
{
	size_t lo = 0, hi = p->tokens.n;
	struct range r;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (p->tokens.v[mid].end <= m.start)
			lo = mid + 1;
		else
			hi = mid;
	}
	r.first = r.last = (uint32_t)lo;
	while (r.last < p->tokens.n && p->tokens.v[r.last].start < m.end)
		r.last++;
	return r;
}

/* Whether a byte of the passage stands inside quotation marks. */
static bool
in_marks(const struct passage *p, size_t at)
{
	struct span m = { at, at + 1 };
	struct range r = tokens_of(p, m);

	return r.first < r.last && p->region_of[r.first] != NO_REGION;
}

/* A name in the running text is talked about. */
static void
use_mention(struct speakers *s, const char *text, const struct run *r)
{
	struct name *e;
	struct referent *f;
	char buf[NAME_BYTES];
	size_t len;

	e = note_run(s, text, r);
	if (e == NULL || !e->person) {
		struct name *full = fullest(s, text, r);

		if (full != NULL && full->person)
			e = full;
	}
	if (e != NULL && e->person) {
		f = touch(s, e->text, e->len);
	} else if (r->role != 0) {
		if ((len = run_text(text, r, buf, sizeof(buf))) == 0)
			return;
		f = touch(s, buf, len);
	} else
		return;
	if (f == NULL)
		return;
	f->person = true;
	f->head = hash_at(text, r->word[r->surname]);
	if (r->role != 0)
		f->role = r->role;
	else if (e != NULL && e->role != 0)
		f->role = e->role;
	if (r->gender != 0)
		f->gender = r->gender;
	else if (e != NULL && e->gender != 0)
		f->gender = e->gender;
	f->subject = r->word[0].start <= s->noted_to + 1 && !r->possessive;
	f->quoted = in_marks(s->passage, r->word[0].start);
}

void
speakers_passage(struct speakers *s, const struct passage *p)
{
	s->passage = p;
	s->noted = 0;
	s->noted_to = 0;
	forget_out(s);
	/* All names count for short forms, wherever they stand in it. */
	speakers_note(s, p->text, p->len);
}

/* Note who is talked about up to a byte of the passage, sentence by sentence. */
static void
note_to(struct speakers *s, size_t to)
{
	const struct passage *p = s->passage;

	while (s->noted < p->nsentences) {
		const struct sentence *t = &p->sentences[s->noted];
		size_t start = p->tokens.v[t->first].start;
		size_t end = p->tokens.v[t->last - 1].end;

		if (start >= to)
			return;
		if (s->noted_to < start) {
			s->noted_to = start;
			s->sentence++;
		}
		if (end > to) {
			if (s->noted_to < to) {
				each_run(s, p->text, s->noted_to, to, use_mention);
				s->noted_to = to;
			}
			return;
		}
		if (s->noted_to < end)
			each_run(s, p->text, s->noted_to, end, use_mention);
		s->noted_to = end;
		s->noted++;
	}
}

void
speakers_passage_end(struct speakers *s)
{
	note_to(s, s->passage->len);
	s->passage = NULL;
}

/* What a mention is. */

static char
pronoun_of(const char *s, size_t n)
{
	const char *value = in_list(LEX_PRONOUNS, s, n);

	return value != NULL ? *value : '\0';
}

/* The last token before a preposition: a phrase's head, by and large. */
static uint32_t
head_of(const struct passage *p, struct range r)
{
	uint32_t i, head = r.first;

	for (i = r.first; i < r.last; i++) {
		if (i > r.first && (p->tags[i] == TAG_PREP || passage_is(p, i, ',') ||
		    passage_is(p, i, '(') || p->tags[i] == TAG_VERBN ||
		    p->tags[i] == TAG_TO))
			break;
		if (p->tokens.v[i].kind == TOKEN_WORD)
			head = i;
	}
	return head;
}

static char *
hand_out(struct speakers *s, const char *text, size_t len)
{
	s->out = array_grow(s->out, &s->out_cap, s->nout + 1, sizeof(*s->out));
	return s->out[s->nout++] = xstrndup(text, len);
}

static void
set_speaker(struct speakers *s, struct quote *q, const char *text, size_t len,
    enum speaker_by by)
{
	const struct passage *p = s->passage;

	q->speaker = hand_out(s, text, len);
	q->speaker_len = len;
	q->by = by;
	if (by != SPEAKER_MENTION && q->mention.end - q->mention.start == len &&
	    memcmp(p->text + q->mention.start, text, len) == 0)
		q->by = SPEAKER_MENTION;
}

/*
 * The names in the head of a mention, "President Bush and Tony Blair", in their
 * fullest forms, in buf; 0 if its head is no person's name.
 */
static size_t
persons_in(struct speakers *s, struct span m, char *buf, size_t cap)
{
	const struct passage *p = s->passage;
	struct range r = tokens_of(p, m);
	uint32_t i, last = head_of(p, r);
	size_t n = 0, len, at = m.start, end = p->tokens.v[last].end, k;
	unsigned names = 0;
	char name[NAME_BYTES];
	struct run run;
	bool person = false;

	/* Every part joined by "and" must be a name. */
	for (i = r.first; i <= last && i < r.last; i++) {
		bool final = i == last;
		struct name *full;
		size_t stop;

		if (!final && !(p->tags[i] == TAG_CONJ))
			continue;
		stop = final ? end : p->tokens.v[i - (i > r.first)].end;
		/* The last run that ends this part. */
		run.n = 0;
		for (k = at; k < stop;) {
			size_t before = k;

			if (!is_letter((unsigned char)p->text[k])) {
				k++;
				continue;
			}
			if (!is_capital(p->text + k, stop - k)) {
				size_t w = word_end(p->text, stop, k), g = w;

				while (g < stop && p->text[g] == ' ')
					g++;
				if (is_capital(p->text + g, stop - g)) {
					k = read_run(p->text, stop, g, before, &run);
					continue;
				}
				run.n = 0;
				k = w > k ? w : k + 1;
				continue;
			}
			k = read_run(p->text, stop, k, k, &run);
		}
		if (run.n == 0 || run.word[run.n - 1].end + 3 < stop)
			return 0;
		full = fullest(s, p->text, &run);
		if (full != NULL && full->person) {
			len = full->len;
			memcpy(name, full->text, len);
			person = true;
		} else if (run.role != 0 || run.given) {
			if ((len = run_text(p->text, &run, name, sizeof(name))) == 0)
				return 0;
			person = true;
		} else
			return 0;
		if (n + len + 6 > cap)
			return 0;
		if (names++ > 0) {
			memcpy(buf + n, " and ", 5);
			n += 5;
		}
		memcpy(buf + n, name, len);
		n += len;
		if (!final)
			at = p->tokens.v[i].end;
	}
	return person ? n : 0;
}

/*
 * "Secretary of State Hillary Clinton", "Undersecretary for Political Affairs
 * Nicholas Burns": an office in capitals, and the name at the end.
 */
static size_t
officer_in(struct speakers *s, struct span m, char *buf)
{
	const char *text = s->passage->text;
	size_t i, k, end = m.end;
	struct run r, last = {0};
	bool office = false;
	struct name *full;

	for (i = m.start; i < end; i = k) {
		if (!is_capital(text + i, end - i)) {
			k = is_letter((unsigned char)text[i]) ?
			    word_end(text, end, i) : i + 1;
			if (k <= i)
				k = i + 1;
			continue;
		}
		k = read_run(text, end, i, i, &r);
		if (r.n == 0)
			continue;
		office |= k < end && in_list(LEX_ROLES, text + r.word[r.n - 1].start,
		    r.word[r.n - 1].end - r.word[r.n - 1].start) != NULL;
		last = r;
	}
	if (!office || last.n < 2 || last.word[last.n - 1].end != end)
		return 0;
	if (!last.given && last.role == 0) {
		/* of State Madeleine Albright: the first word is the office's. */
		if (last.n < 3)
			return 0;
		last.name = last.n - 2;
	}
	full = fullest(s, text, &last);
	if (full != NULL && full->words >= last.n - last.name) {
		memcpy(buf, full->text, full->len);
		return full->len;
	}
	return run_text(text, &last, buf, NAME_BYTES);
}

/* "the Israeli newspaper Haaretz": the name of a body after what it is. */
static size_t
body_in(struct speakers *s, struct span m, char *buf)
{
	const char *text = s->passage->text;
	size_t i, k, word = m.start, n;
	struct run r;

	for (i = m.start; i < m.end; i = k) {
		if (!is_letter((unsigned char)text[i])) {
			k = i + 1;
			continue;
		}
		if (!is_capital(text + i, m.end - i)) {
			word = i;
			k = word_end(text, m.end, i);
			if (k <= i)
				k = i + 1;
			continue;
		}
		n = word_end(text, m.end, word) - word;
		k = read_run(text, m.end, i, i, &r);
		if (word < i && r.n > 0 && r.word[r.n - 1].end == m.end &&
		    in_list(LEX_ORG_ROLES, text + word, n) != NULL &&
		    r.name == 0)
			return run_text(text, &r, buf, NAME_BYTES);
	}
	return 0;
}

/* "Japan's Yomiuri newspaper": what stands before the word. */
static size_t
paper_in(const struct speakers *s, struct span m, char *buf)
{
	const char *text = s->passage->text;
	size_t i, k, n;
	struct run r;

	for (i = m.start; i < m.end; i = k) {
		if (!is_capital(text + i, m.end - i)) {
			k = is_letter((unsigned char)text[i]) ?
			    word_end(text, m.end, i) : i + 1;
			if (k <= i)
				k = i + 1;
			continue;
		}
		k = read_run(text, m.end, i, i, &r);
		if (r.n == 0 || r.possessive || k + 2 >= m.end || text[k] != ' ')
			continue;
		n = word_end(text, m.end, k + 1);
		if (n != m.end ||
		    in_list(LEX_PAPERS, text + k + 1, n - k - 1) == NULL)
			continue;
		/* The Haaretz newspaper, but The Washington Post newspaper. */
		r.name = r.n == 2 && in_list(LEX_DEFINITE, text + r.word[0].start,
		    r.word[0].end - r.word[0].start) != NULL ? 1 : 0;
		return run_text(text, &r, buf, NAME_BYTES);
	}
	return 0;
}

/* "Hadson": Hadson Corp.; "Nowak": Manfred Nowak, best between commas. */
static const struct name *
longer_in(const struct speakers *s, struct span m)
{
	const char *text = s->passage->text;
	const struct name *e, *best = NULL;
	const char *last;
	uint32_t h;
	size_t i;

	if (m.end - m.start > 40 || !is_capital(text + m.start, m.end - m.start) ||
	    word_end(text, m.end, m.start) != m.end)
		return NULL;
	h = word_hash(text + m.start, m.end - m.start);
	if (!is_heard(s, h))
		return NULL;
	for (i = 0; i < s->n; i++) {
		e = &s->names[i];
		if (s->surnames[i] == h && e->words < 4 &&
		    (best == NULL || e->flanked || !best->flanked))
			best = e;
		else if (e->first == h && best == NULL && e->words > 1) {
			last = e->text + e->len;
			while (last > e->text && last[-1] != ' ')
				last--;
			if (in_list(LEX_COMPANY_ENDINGS, last,
			    (size_t)(e->text + e->len - last)) != NULL)
				best = e;
		}
	}
	return best;
}

/* "his father, Jim Carroll, said": the name after a mention that has none. */
static size_t
apposed(struct speakers *s, struct span m, char *buf, size_t cap)
{
	const char *text = s->passage->text;
	size_t len = s->passage->len, i = m.end, n;
	struct name *full;
	struct run r;

	if (i + 2 >= len || text[i] != ',' || text[i + 1] != ' ' ||
	    !is_capital(text + i + 2, len - i - 2))
		return 0;
	n = read_run(text, len, i + 2, i + 2, &r);
	if (r.n < r.name + 2 || r.possessive || n >= len || (text[n] != ',' &&
	    text[n] != ' '))
		return 0;
	full = fullest(s, text, &r);
	if (full == NULL || full->words < r.n - r.name)
		return run_text(text, &r, buf, cap);
	if (!full->person && text[n] != ',')
		return 0;
	memcpy(buf, full->text, full->len);
	return full->len;
}

/* A choice among referents. */

size_t
speakers_candidates(struct speakers *s, struct span mention, struct span cue)
{
	const struct passage *p = s->passage;
	struct range r = tokens_of(p, mention);
	uint32_t head;
	const char *w;
	size_t i, n;
	char kind;

	(void)cue;
	s->ncandidates = 0;
	note_to(s, mention.start);
	if (mention.start == mention.end) {
		s->pronoun = P_NONE;
		s->mention = mention;
		s->mention_head = 0;
		goto referents;
	}
	if (r.first >= r.last)
		return 0;
	w = passage_word(p, r.first, &n);
	kind = r.last == r.first + 1 ? pronoun_of(w, n) : '\0';
	head = head_of(p, r);
	s->mention = mention;
	s->mention_head = word_hash(p->text + p->tokens.v[head].start,
	    p->tokens.v[head].end - p->tokens.v[head].start);
	s->mention_sentence = s->sentence;
	switch (kind) {
	case 'h': s->pronoun = P_HE; break;
	case 's': s->pronoun = P_SHE; break;
	case 'i': s->pronoun = P_IT; break;
	case 't': s->pronoun = P_THEY; break;
	case '1': s->pronoun = P_I; break;
	case 'w': s->pronoun = P_WHO; break;
	default:
		if (in_list(LEX_DEFINITE, w, n) != NULL)
			s->pronoun = P_THE;
		else if (p->tags[head] == TAG_NOUNS || p->tags[head] == TAG_NOUN ||
		    p->tags[head] == TAG_ADJ || p->tags[head] == TAG_DET)
			s->pronoun = P_OTHER;
		else
			return 0;
	}
referents:
	s->candidates[s->ncandidates++] = NULL;
	for (i = s->nreferents; i-- > 0 && s->ncandidates < REFERENTS_MAX;)
		s->candidates[s->ncandidates++] = &s->referents[i];
	return s->ncandidates;
}

const char *
speakers_candidate(const struct speakers *s, size_t i, size_t *len)
{
	if (s->candidates[i] == NULL) {
		*len = 0;
		return NULL;
	}
	*len = s->candidates[i]->len;
	return s->candidates[i]->text;
}

enum {
	K_NOBODY = 300, K_RANK, K_DISTANCE, K_LAST, K_SPOKE, K_GENDER, K_PERSON,
	K_PLURAL, K_SUBJECT, K_TIMES, K_ALL, K_HEAD, K_ROLE, K_WORD, K_SELF,
	K_INDEX, K_QUOTED, K_BODY
};

static unsigned
near(uint32_t d)
{
	return d < 4 ? d : d < 6 ? 4 : d < 10 ? 5 : 6;
}

void
speaker_features(const struct speakers *s, size_t which, struct features *f)
{
	const struct referent *r = s->candidates[which];
	struct range m = tokens_of(s->passage, s->mention);
	unsigned t = s->pronoun, gender = 0, last, spoke, distance, rank, k, same;
	unsigned plural = 0, role = 0, body = 0;
	const struct token *head;

	if (m.first < m.last) {
		head = &s->passage->tokens.v[head_of(s->passage, m)];
		plural = s->passage->tags[head_of(s->passage, m)] == TAG_NOUNS;
		role = in_list(LEX_ROLES, s->passage->text + head->start,
		    head->end - head->start) != NULL;
		body = in_list(LEX_ORG_ROLES, s->passage->text + head->start,
		    head->end - head->start) != NULL;
	}
	features_clear(f);
	if (r == NULL) {
		features_add1(f, K_NOBODY, t);
		features_add2(f, K_NOBODY, t, s->ncandidates > 4 ? 4 : s->ncandidates);
		if (t >= P_THE) {
			features_add2(f, K_NOBODY, t, s->mention_head);
			features_add2(f, K_NOBODY, t, 0x100u + (m.last - m.first > 4 ? 4 :
			    m.last - m.first));
			features_add2(f, K_NOBODY, t, 0x200u + role * 2 + plural);
		}
		return;
	}
	if (t == P_HE || t == P_SHE)
		gender = r->gender == 0 ? 0 :
		    (r->gender == 'm') == (t == P_HE) ? 1 : 2;
	last = r->spoken != 0 && r->spoken == s->spoken;
	spoke = r->spoken != 0;
	distance = near(s->sentence - r->sentence);
	/* Its place among those that agree. */
	for (rank = 0, k = 1; k < which; k++) {
		const struct referent *o = s->candidates[k];

		if (o->person == r->person && o->plural == r->plural &&
		    (o->gender == r->gender || gender == 0))
			rank++;
	}
	if (rank > 3)
		rank = 4;
	same = r->head == s->mention_head;
	features_add2(f, K_RANK, t, rank);
	features_add2(f, K_INDEX, t, which > 5 ? 6 : which);
	features_add2(f, K_DISTANCE, t, distance);
	features_add2(f, K_LAST, t, last);
	features_add2(f, K_LAST, t, 2 + last * 8 + distance);
	features_add2(f, K_SPOKE, t, spoke);
	features_add2(f, K_GENDER, t, gender);
	features_add2(f, K_GENDER, t, 4 + gender * 4 + r->person * 2u + last);
	features_add2(f, K_PERSON, t, r->person);
	features_add2(f, K_PLURAL, t, r->plural * 2u + plural);
	features_add2(f, K_SUBJECT, t, r->subject * 8u + distance);
	features_add2(f, K_QUOTED, t, r->quoted * 2u + last);
	features_add2(f, K_TIMES, t, r->times > 3 ? 4 : r->times);
	features_add2(f, K_ALL, t, feature_mix(distance * 2 + last, gender * 4 +
	    r->person * 2u + r->subject));
	features_add2(f, K_ALL, t, feature_mix(rank * 2 + last, 0x80u | gender));
	if (t >= P_THE) {
		features_add2(f, K_HEAD, t, same);
		features_add2(f, K_HEAD, t, 2 + same * 2u + last);
		features_add2(f, K_HEAD, t, 8 + same * 8u + distance);
		features_add2(f, K_ROLE, t, r->role != 0 && r->role == s->mention_head);
		features_add2(f, K_ROLE, t, 2 + role * 4 + r->person * 2u + last);
		features_add2(f, K_BODY, body, r->person * 2u + last);
		features_add2(f, K_WORD, s->mention_head, r->person * 2u + r->plural);
		features_add2(f, K_WORD, s->mention_head, 4 + last);
		features_add2(f, K_WORD, s->mention_head, feature_mix(9, r->head));
		features_add2(f, K_SELF, t, (m.last - m.first > 4 ? 4 : m.last - m.first) * 2 + same);
	}
}

void
speakers_spoke(struct speakers *s, struct span mention, const char *name,
    size_t len)
{
	const struct passage *p = s->passage;
	struct range m = tokens_of(p, mention);
	struct referent *r;
	size_t from = 0, i;
	uint32_t head;
	char kind;
	const char *w;
	size_t n;

	if ((r = touch(s, name, len)) == NULL)
		return;
	r->spoken = ++s->spoken;
	for (i = 0; i < len; i++)
		if (name[i] == ' ')
			from = i + 1;
	r->quoted = false;
	if (r->head == 0)
		r->head = word_hash(name + from, len - from);
	if (m.first >= m.last)
		return;
	head = head_of(p, m);
	w = passage_word(p, head, &n);
	kind = m.last == m.first + 1 ? pronoun_of(w, n) : '\0';
	if (kind == 'h' || kind == 's') {
		r->person = true;
		if (r->gender == 0)
			r->gender = kind == 'h' ? 'm' : 'f';
	}
	if (kind == 't' || p->tags[head] == TAG_NOUNS)
		r->plural = true;
	if (in_list(LEX_ROLES, w, n) != NULL) {
		const char *value = in_list(LEX_ROLES, w, n);

		r->role = word_hash(w, n);
		r->person = true;
		if (r->gender == 0 && *value != '\0')
			r->gender = *value;
		if (p->tags[head] != TAG_NAME && r->head == 0)
			r->head = r->role;
	}
	if (p->tags[head] != TAG_NAME && kind == '\0' && !r->person)
		r->head = word_hash(w, n);
	r->subject = true;
	r->quoted = false;
}

/*
 * May a mention stand for a referent?  He and she are one person.  A noun stands for a person only if it
 * says what somebody is ("the senator"), or what that one was called before.
 */
static bool
may_be(const struct speakers *s, const struct referent *r)
{
	struct range m = tokens_of(s->passage, s->mention);
	const struct token *head;

	if (s->pronoun == P_HE || s->pronoun == P_SHE)
		return !r->plural &&
		    r->gender != (s->pronoun == P_HE ? 'f' : 'm');
	if (s->pronoun < P_THE || !r->person || r->head == s->mention_head ||
	    m.first >= m.last)
		return true;
	head = &s->passage->tokens.v[head_of(s->passage, m)];
	return in_list(LEX_ROLES, s->passage->text + head->start,
	    head->end - head->start) != NULL;
}

static bool
choose(struct speakers *s, struct quote *q)
{
	struct features f;
	int32_t score, best = 0;
	size_t i, which = 0, len;
	const char *text;

	struct span m = q->mention;

	/* Without a mention: whoever is talked about before the words. */
	if (m.start == m.end)
		m.start = m.end = q->spans[0].start;
	if (s->weights == NULL || speakers_candidates(s, m, q->cue) == 0)
		return false;
	for (i = 0; i < s->ncandidates; i++) {
		speaker_features(s, i, &f);
		score = logistic_score(s->weights, &f);
		if (i == 0 || (score > best && may_be(s, s->candidates[i]))) {
			best = score;
			which = i;
		}
	}
	if (which == 0)
		return false;
	text = speakers_candidate(s, which, &len);
	set_speaker(s, q, text, len, s->pronoun == P_NONE ? SPEAKER_PREVIOUS :
	    s->pronoun < P_THE ? SPEAKER_PRONOUN : SPEAKER_NOUN);
	return true;
}

static bool
is_pronoun(const struct speakers *s, struct span m)
{
	return pronoun_of(s->passage->text + m.start, m.end - m.start) != '\0';
}

/* The name that a mention itself gives, in its fullest form. */
static size_t
named_in(struct speakers *s, struct span m, char *buf, size_t cap)
{
	size_t len;

	if ((len = officer_in(s, m, buf)) > 0 ||
	    (len = persons_in(s, m, buf, cap)) > 0 ||
	    (len = body_in(s, m, buf)) > 0 ||
	    (len = paper_in(s, m, buf)) > 0)
		return len;
	return apposed(s, m, buf, cap);
}

/* Whether a mention is ranked, or has a name of its own. */
bool
speakers_candidates_wanted(struct speakers *s, struct span m)
{
	char buf[TEXT_BYTES];

	note_to(s, m.start);
	return is_pronoun(s, m) || (named_in(s, m, buf, sizeof(buf)) == 0 &&
	    longer_in(s, m) == NULL);
}

/* "Kennedy, who said": what stands right before the pronoun. */
static bool
antecedent(struct speakers *s, struct quote *q)
{
	const struct passage *p = s->passage;
	struct range r = tokens_of(p, q->mention);
	char buf[TEXT_BYTES];
	struct span m;
	uint32_t i, c;
	size_t len;

	if (pronoun_of(p->text + q->mention.start,
	    q->mention.end - q->mention.start) != 'w' || r.first == 0)
		return false;
	i = r.first;
	if (passage_is(p, i - 1, ',') || passage_is(p, i - 1, ')'))
		i--;
	c = passage_chunk_before(p, p->sentence_of[r.first], i);
	if (c >= p->chunks.n || p->chunks.v[c].last + 1 < i ||
	    p->chunks.v[c].kind > CHUNK_NAME)
		return false;
	m.start = p->tokens.v[p->chunks.v[c].first].start;
	m.end = p->tokens.v[p->chunks.v[c].last - 1].end;
	if ((len = named_in(s, m, buf, sizeof(buf))) > 0)
		set_speaker(s, q, buf, len, SPEAKER_PRONOUN);
	else
		set_speaker(s, q, p->text + m.start, m.end - m.start,
		    SPEAKER_PRONOUN);
	return true;
}

void
speakers_resolve(struct speakers *s, struct quote *q)
{
	const struct passage *p = s->passage;
	struct name *full;
	char buf[TEXT_BYTES];
	struct span m = q->mention;
	size_t len;

	if (m.start == m.end) {
		if (q->cue.start == q->cue.end && choose(s, q))
			speakers_spoke(s, m, q->speaker, q->speaker_len);
		return;
	}
	note_to(s, m.start);
	if (!is_pronoun(s, m)) {
		const struct name *longer = longer_in(s, m);

		if ((len = named_in(s, m, buf, sizeof(buf))) > 0)
			set_speaker(s, q, buf, len, SPEAKER_NAME);
		else if (longer != NULL)
			set_speaker(s, q, longer->text, longer->len, SPEAKER_NAME);
		else if (!choose(s, q)) {
			struct range r = tokens_of(p, m);
			const struct token *t = &p->tokens.v[r.last - 1];
			struct span w = { t->start, t->end };

			if ((full = spelt(s, p->text, w)) != NULL)
				set_speaker(s, q, full->text, full->len, SPEAKER_NAME);
			else
				set_speaker(s, q, p->text + m.start,
				    m.end - m.start, SPEAKER_MENTION);
		}
	} else if (!antecedent(s, q))
		choose(s, q);
	if (q->speaker != NULL)
		speakers_spoke(s, m, q->speaker, q->speaker_len);
}
