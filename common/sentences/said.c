#include "common/sentences/said.h"

#include <string.h>

#include "common/sentences/enclosed.h"
#include "common/sentences/look.h"
#include "common/sentences/splitter.h"

#define WORDS_MAX	8	/* of a name and title, and the verb */
#define OWNED_MAX	2	/* small words behind a possessive */
#define ASIDE_MAX	100	/* bytes of what is said of the speaker, */
#define PARTY_MAX	24	/* and in brackets */
#define LOOK_AHEAD	280	/* bytes, all in all */

/* The words behind a quotation, one after the other. */
struct speech {
	const struct sentence_iterator *it;
	size_t		at, end;	/* the word; none: at == end */
	size_t		high;		/* not to be looked beyond */
	enum terminator	kind;		/* of the quotation */
};

/* What a cue says: the mark behind it makes sure, or that it asks or cries. */
static enum said
attributed(uint64_t cue, bool marked, enum terminator kind)
{
	if (marked || (kind == TERM_QUESTION && (cue & CUE_ASKS)))
		return SAID_SURELY;
	return (cue & CUE_MANNER) ? SAID_MANNER : SAID_OPEN;
}

/* Does the byte at i go on the word that it stands in: "U.S.", "Orr's"? */
static bool
is_inside(const struct speech *p, size_t i)
{
	const unsigned char *s = (const unsigned char *)p->it->text;

	return (s[i] == '.' || s[i] == '\'' || s[i] == '-') &&
	    i + 1 < p->high && i > p->at &&
	    byte_is(s[i + 1], CHAR_LETTER | CHAR_WIDE);
}

/* The word at i, without the marks behind it. */
static void
take_word(struct speech *p, size_t i)
{
	const unsigned char *s = (const unsigned char *)p->it->text;

	for (p->at = p->end = i; p->end < p->high &&
	    (!byte_is(s[p->end], CHAR_SPACE | CHAR_BESIDE) ||
	    is_inside(p, p->end)); p->end++)
		;
}

/* What the word does as a verb of saying; 0 if it is none. */
static uint64_t
cue_of(const struct speech *p)
{
	return lexicon_bits(p->it->splitter->lexicon, ROLE_CUE_VERBS,
	    p->it->text + p->at, p->end - p->at);
}

static enum said
said_by(const struct speech *p, uint64_t cue)
{
	unsigned char c = p->end < p->high ?
	    (unsigned char)p->it->text[p->end] : '.';

	return attributed(cue, byte_is(c, CHAR_BESIDE) && c != '"', p->kind);
}

static bool
is_in(const struct speech *p, enum lexicon_role role)
{
	return lexicon_has(p->it->splitter->lexicon, role,
	    p->it->text + p->at, p->end - p->at);
}

/* A verb, or one small word and then the verb: "then asked". */
static enum said
verb_at(struct speech *p, size_t i)
{
	uint64_t cue;

	take_word(p, i);
	if (p->end == p->at)
		return SAID_NOT;
	if ((cue = cue_of(p)) != 0)
		return said_by(p, cue);
	if (!byte_is(p->it->text[p->at], CHAR_LOWER) ||
	    is_in(p, ROLE_DISTINCTIONS))
		return SAID_NOT;
	i = space_skip(p->it->text, p->end, p->high);
	if (i == p->end)
		return SAID_NOT;
	take_word(p, i);
	return p->end > p->at && (cue = cue_of(p)) != 0 ? said_by(p, cue) :
	    SAID_NOT;
}

/* Behind the comma at i: what is said of the speaker, a comma, the verb. */
static enum said
behind_aside(struct speech *p, size_t i)
{
	const unsigned char *s = (const unsigned char *)p->it->text;
	size_t high = p->high - i > ASIDE_MAX ? i + ASIDE_MAX : p->high;
	enum said said;

	for (i++; i < high; i++) {
		if (s[i] == '.' && i + 1 < high && byte_is(s[i + 1],
		    CHAR_SPACE) && byte_is(s[i - 1], CHAR_LOWER) &&
		    i > p->at + 3 && byte_is(s[i - 2], CHAR_LOWER) &&
		    byte_is(s[i - 3], CHAR_LOWER))
			return SAID_NOT;	/* a sentence's */
		if (byte_is(s[i], CHAR_STRAIGHT) || s[i] == '?' || s[i] == '!')
			return SAID_NOT;
		if (s[i] == ',' && i + 1 < high &&
		    byte_is(s[i + 1], CHAR_SPACE) &&
		    (said = verb_at(p, i + 2)) != SAID_NOT)
			return said;
	}
	return SAID_NOT;
}

/* May a small word stand between the parts of a speaker's name? */
static bool
may_name(const struct speech *p, bool owned)
{
	return owned || is_in(p, ROLE_TITLES) || is_in(p, ROLE_PERSON_NOUNS) ||
	    is_in(p, ROLE_NAME_PARTICLES);
}

static bool
has_apostrophe(const struct speech *p)
{
	const char *s = p->it->text;
	uint32_t cp;
	size_t i;

	for (i = p->at; i < p->end; i += utf8_decode(s + i, p->end - i, &cp))
		if (s[i] == '\'' || ((unsigned char)s[i] == LEAD_PUNCTUATION &&
		    utf8_decode(s + i, p->end - i, &cp) > 0 &&
		    char_is(cp, CHAR_APOSTROPHE)))
			return true;
	return false;
}

/* Behind a bracket that opens at i, "(R-Utah)", and white space; or i. */
static size_t
pass_party(const struct speech *p, size_t i)
{
	const char *s = p->it->text, *end;

	if (i >= p->high || s[i] != '(')
		return i;
	end = memchr(s + i, ')', p->high - i < PARTY_MAX ? p->high - i :
	    PARTY_MAX);
	return end == NULL ? i : space_skip(s, (size_t)(end - s) + 1, p->high);
}

enum said
said_behind(const struct sentence_iterator *it,
    const struct neighbour *first, enum terminator kind)
{
	struct speech p = { .it = it, .kind = kind };
	size_t i = (size_t)(first->s - (const unsigned char *)it->text);
	unsigned names, owned = 0;
	enum said said;
	uint32_t cp;

	p.high = it->len - i > LOOK_AHEAD ? i + LOOK_AHEAD : it->len;
	for (names = 0; names < WORDS_MAX; names++) {
		if (names > 0 && (said = verb_at(&p, i)) != SAID_NOT)
			return said;
		take_word(&p, i);
		if (p.end == p.at)
			return SAID_NOT;
		look_at((const unsigned char *)it->text + i, p.end - i, &cp);
		if (char_letter(cp) != CHAR_UPPER &&
		    (names == 0 || !may_name(&p, owned > 0)))
			return SAID_NOT;
		owned = has_apostrophe(&p) ? OWNED_MAX + 1 : owned;
		owned -= owned > 0;
		i = p.end;
		if (i < p.high && it->text[i] == ',')
			return behind_aside(&p, i);
		if (i < p.high && it->text[i] == '.')
			i++;
		if (space_skip(it->text, i, p.high) == i)
			return SAID_NOT;
		i = pass_party(&p, space_skip(it->text, i, p.high));
	}
	return SAID_NOT;
}

static bool
is_cue(const struct sentence_iterator *it, const struct neighbour *w)
{
	return lexicon_has(it->splitter->lexicon, ROLE_CUE_VERBS, w->fold,
	    w->nfold);
}

bool
said_before(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t at = enclosed_opening(it, b), end;
	struct neighbour w;
	uint32_t cp;

	if (at == b->close || at < it->start + 2)
		return false;
	end = space_before(it->text, it->start, at);
	if (end == it->start || !byte_is(s[end - 1], CHAR_PAUSE))
		return false;
	look_at(s + at, it->len - at, &cp);
	at += look_at(s + at, it->len - at, &cp);
	look_at(s + at, it->len - at, &cp);
	if (char_letter(cp) != CHAR_UPPER)
		return false;
	neighbour_until(&w, s, it->start, end);
	if (is_cue(it, &w))
		return true;
	neighbour_before(&w, it);	/* "told her," */
	return w.behind == 0 && is_cue(it, &w);
}
