#include "common/sentences/sure.h"

#include <string.h>

#include "common/base/base.h"
#include "common/sentences/enclosed.h"
#include "common/sentences/look.h"
#include "common/sentences/splitter.h"
#include "common/sentences/words.h"

/* Is the word, as it is written, in a list? */
static bool
is_in(const struct splitter *p, enum lexicon_role role,
    const struct neighbour *w)
{
	return lexicon_has(p->lexicon, role, (const char *)w->s, w->n);
}

static uint64_t
time_word(const struct splitter *p, const struct neighbour *w)
{
	return lexicon_bits(p->lexicon, ROLE_TIME_WORDS, w->fold, w->nfold);
}

/* twelve */
static bool
is_number_word(const struct splitter *p, const struct neighbour *w)
{
	return (lexicon_bits(p->lexicon, ROLE_NUMERALS, w->fold, w->nfold) &
	    NUMERAL_COUNT) != 0;
}

static bool
is_capital(const struct neighbour *w)
{
	return w->shape == SHAPE_CAPITAL || w->shape == SHAPE_INITIAL ||
	    w->shape == SHAPE_MIXED;
}

static bool
is_first(const struct sentence_iterator *it, const struct neighbour *w)
{
	return w->n == 0 || (const char *)w->s == it->text + it->start;
}

/* "9 a.m. EST", "9 a.m. Moscow time": does the time of day go on? */
static bool
tells_the_zone(const struct splitter *p, const struct context *c,
    const struct sentence_iterator *it)
{
	struct neighbour w = c->next2;
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i;

	if (c->next.shape == SHAPE_UPPER &&
	    (time_word(p, &c->next) & TIME_ZONE) != 0)
		return true;
	if (c->next.shape == SHAPE_CAPITAL && c->next.behind == 0 &&
	    w.shape == SHAPE_CAPITAL && w.behind == 0) {
		i = (size_t)(w.s - s) + w.n;
		neighbour_from(&w, s, i < it->len ? i + 1 : i, it->len);
	}
	return c->next.behind == 0 && w.shape == SHAPE_LOWER &&
	    (time_word(p, &w) & TIME_ZONE) != 0;
}

/* Behind a time of day. */
static enum decision
behind_time(const struct sentence_iterator *it, struct context *c)
{
	const struct splitter *p = it->splitter;

	context_outer(c, it);
	if (c->opener != OPEN_NONE)
		return DECIDE_MODEL;
	if (c->first == FIRST_DIGIT)
		return c->before.shape == SHAPE_DOTS_LOWER &&
		    c->next.behind == 0 && c->next.shape == SHAPE_NUMBER &&
		    c->next2.shape == SHAPE_LOWER ? DECIDE_YES : DECIDE_MODEL;
	if (c->next.behind == '.' || tells_the_zone(p, c, it))
		return abbreviation_kind(&c->next, p) == ABBREV_TITLE ?
		    DECIDE_MODEL : DECIDE_NO;
	if (is_in(p, ROLE_WEEKDAYS, &c->next))
		return c->next.behind == 0 && c->next2.shape == SHAPE_LOWER &&
		    (time_word(p, &c->next2) & TIME_VERB) != 0 ? DECIDE_YES :
		    DECIDE_NO;
	return neighbour_opens(&c->next) && words_start(c->next.stats) ==
	    START_MAX ? DECIDE_YES : DECIDE_MODEL;
}

/* "No. XX", "Fig. A", "Flight No. KL12", "Symphony No. Nine". */
static bool
is_counted(const struct splitter *p, const struct neighbour *w)
{
	return neighbour_is_roman(w) || w->shape == SHAPE_INITIAL ||
	    (w->shape == SHAPE_OTHER && byte_is(w->s[0], CHAR_UPPER)) ||
	    is_number_word(p, w);
}

static enum decision
behind_number_word(const struct sentence_iterator *it, const struct context *c)
{
	return c->opener == OPEN_NONE && !is_first(it, &c->before) &&
	    byte_is(c->before.s[0], CHAR_UPPER) &&
	    is_counted(it->splitter, &c->next) ? DECIDE_NO : DECIDE_MODEL;
}

/* "Step 1. Cut", "Chapter Two. He": a head in front of the sentence. */
static bool
is_head(const struct splitter *p, const struct sentence_iterator *it,
    const struct context *c)
{
	return is_first(it, &c->before2) && c->before2.n > 0 &&
	    c->before2.behind == 0 && c->before2.shape == SHAPE_CAPITAL &&
	    !lexicon_has(p->lexicon, ROLE_SENTENCE_OPENERS, c->before2.fold,
	    c->before2.nfold) && (c->before.shape == SHAPE_NUMBER ?
	    c->before.n <= 2 : byte_is(c->before.s[0], CHAR_UPPER) != 0) &&
	    !is_in(p, ROLE_MONTHS, &c->before2);
}

/* A title or a trade, before a name: "Mayor Pell", "Trooper Gray". */
static bool
is_titled_name(const struct splitter *p, const struct context *c)
{
	return c->next.shape == SHAPE_CAPITAL &&
	    (c->next.behind == 0 || c->next.behind == '.') &&
	    is_capital(&c->next2) && (lexicon_lists(p->lexicon, c->next.fold,
	    c->next.nfold) & (ROLE_BIT(ROLE_TITLES) |
	    ROLE_BIT(ROLE_PERSON_NOUNS))) != 0;
}

/* "is 2. 2 + 2": a number that is counted with begins a sentence. */
static bool
begins_a_sum(const struct sentence_iterator *it, struct context *c)
{
	if (c->before.shape != SHAPE_NUMBER || c->next.shape != SHAPE_NUMBER ||
	    c->opener != OPEN_NONE || c->next.behind != 0)
		return false;
	context_outer(c, it);
	return c->next2.n == 1 && (c->next2.s[0] == '+' ||
	    c->next2.s[0] == '=');
}

/*
 * A Roman number behind a small word, where they are ordinals: "of the XII.
 * Regiment".  That of a king stands behind his name, and what has other letters
 * than these is mostly short for something.
 */
static bool
is_roman_ordinal(const struct sentence_iterator *it, struct context *c)
{
	size_t i;

	for (i = 0; i < c->before.n; i++)
		if (!byte_among((char)c->before.s[i], "IVX"))
			return false;
	if (!it->splitter->has_ordinals || c->before.n < 2 ||
	    c->before.shape != SHAPE_UPPER || c->opener != OPEN_NONE ||
	    c->next.shape != SHAPE_CAPITAL || neighbour_opens(&c->next))
		return false;
	context_outer(c, it);
	return c->before2.shape == SHAPE_LOWER && c->before2.behind == 0;
}

/* Behind a number, in figures or a word. */
static enum decision
behind_number(const struct sentence_iterator *it, struct context *c)
{
	const struct splitter *p = it->splitter;
	bool month;

	context_outer(c, it);
	neighbour_stats(&c->before2, p);
	if (is_first(it, &c->before))
		return DECIDE_MODEL;
	if (is_head(p, it, c))
		return DECIDE_NO;
	if (c->before.shape != SHAPE_NUMBER || c->before.behind != 0)
		return DECIDE_MODEL;
	/* The month of an ordinal, with a capital that it should not have. */
	if (p->has_ordinals && c->next2.shape == SHAPE_NUMBER &&
	    lexicon_has(p->lexicon, ROLE_NUMBERED, c->next.fold,
	    c->next.nfold))
		return DECIDE_NO;
	month = is_in(p, ROLE_MONTHS, &c->before2) ||
	    (c->before2.behind == '.' &&
	    abbreviation_kind(&c->before2, p) == ABBREV_MONTH);
	if (month && !p->has_ordinals)
		return DECIDE_YES;
	/* "page 12, fig. 3. See": no ordinal, but one that has a name. */
	if (c->before2.behind == '.' && !is_first(it, &c->before2) &&
	    abbreviation_may_be(&c->before2, p, ABBREV_NUMBER) &&
	    !abbreviation_may_be(&c->next, p, ABBREV_NUMBER))
		return DECIDE_YES;
	return (c->before2.shape == SHAPE_LOWER ||
	    c->before2.shape == SHAPE_NUMBER) && c->before2.behind == 0 &&
	    is_titled_name(p, c) ? DECIDE_YES : DECIDE_MODEL;
}

#define PLACES	(ROLE_BIT(ROLE_COUNTRIES) | ROLE_BIT(ROLE_CAPITALS) | \
		ROLE_BIT(ROLE_US_STATES))

/* A person's full name: "Ida Wren". */
static bool
is_full_name(const struct splitter *p, const struct context *c)
{
	return c->next.shape == SHAPE_CAPITAL && c->next.behind == 0 &&
	    is_capital(&c->next2) &&
	    lexicon_has(p->lexicon, ROLE_GIVEN_GENDERS, c->next.fold,
	    c->next.nfold) && (lexicon_lists(p->lexicon,
	    (const char *)c->next.s, c->next.n) & PLACES) == 0;
}

/* Behind the short form of a place: "Salem, Mass. Ida Wren was". */
static enum decision
behind_place(const struct sentence_iterator *it, struct context *c)
{
	const struct splitter *p = it->splitter;
	struct neighbour city;

	context_outer(c, it);
	if (is_first(it, &c->before) || c->opener != OPEN_NONE)
		return DECIDE_MODEL;
	if (c->kind == ABBREV_STATE && is_full_name(p, c))
		return DECIDE_YES;
	if (c->kind != ABBREV_COUNTRY && neighbour_opens(&c->next) &&
	    words_start(c->next.stats) == START_MAX &&
	    c->next2.shape == SHAPE_LOWER)
		return DECIDE_YES;
	if (c->kind != ABBREV_STATE || c->before2.behind != ',')
		return DECIDE_MODEL;
	city = c->before2;
	return !is_first(it, &city) && is_titled_name(p, c) ? DECIDE_YES :
	    DECIDE_MODEL;
}

/* Is "a b" in a list?  Either may have its mark with it. */
static bool
are_in(const struct splitter *p, enum lexicon_role role, const char *a,
    size_t na, const struct neighbour *b)
{
	char s[LEXICON_PHRASE];

	if (b->n == 0 || na + 1 + b->n > sizeof(s))
		return false;
	memcpy(s, a, na);
	s[na] = ' ';
	memcpy(s + na + 1, b->s, b->n);
	return lexicon_has(p->lexicon, role, s, na + 1 + b->n);
}

/* The name goes on behind the mark: "Panic! At". */
static bool
goes_on_marked(const struct sentence_iterator *it, const struct context *c)
{
	return are_in(it->splitter, ROLE_MARKED_NAMES,
	    (const char *)c->before.s, c->before.n + 1, &c->next);
}

/* A name with a mark of its own, "Yahoo!", "Mamma Mia!"? */
static bool
is_marked_name(const struct sentence_iterator *it, const struct boundary *b,
    const struct context *c)
{
	const struct splitter *p = it->splitter;
	const char *s = (const char *)c->before.s;
	size_t n = c->before.n + 1;		/* with the mark */
	struct neighbour w = c->before;

	if (w.n == 0 || c->apart || s + w.n != it->text + b->term)
		return false;
	if (lexicon_has(p->lexicon, ROLE_MARKED_NAMES, s, n))
		return true;
	neighbour_before(&w, it);
	return w.n > 0 && w.n + n + 3 < LEXICON_PHRASE &&
	    lexicon_has(p->lexicon, ROLE_MARKED_NAMES, (const char *)w.s,
	    (size_t)(s + n - (const char *)w.s));
}

#define TITLE_MAX	60	/* bytes of a title in quotation marks */
#define LEAD_WORDS	2	/* before it, which make no sentence */

/*
 * 'In "Fiorello!" Mr. Orr plays': a title in quotation marks, and before it too
 * little for a sentence.
 */
static bool
ends_a_title(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i, at = enclosed_opening(it, b);
	struct neighbour w;
	unsigned words = 0;
	uint32_t cp;

	if (b->closer > CLOSE_CURLY_SINGLE || at <= it->start + 1 ||
	    at >= b->close || b->close - at > TITLE_MAX ||
	    !byte_is(s[at - 1], CHAR_SPACE))
		return false;
	for (i = it->start; i < at; i++) {
		if (byte_is(s[i], CHAR_PAUSE | CHAR_TERMINATOR))
			return false;
		words += byte_is(s[i], CHAR_SPACE) != 0;
	}
	neighbour_until(&w, s, it->start, at - 1);
	at += look_at(s + at, it->len - at, &cp);
	return w.n > 0 && words <= LEAD_WORDS && byte_is(s[at], CHAR_UPPER) &&
	    !is_in(it->splitter, ROLE_CUE_VERBS, &w);
}

/* Behind ? and !. */
static enum decision
behind_cry(const struct sentence_iterator *it, const struct boundary *b,
    const struct context *c)
{
	if (c->opener != OPEN_NONE)
		return DECIDE_MODEL;
	if (c->before.n > 0 && !c->apart && goes_on_marked(it, c))
		return DECIDE_NO;
	if (c->given != GIVEN_NAME && !is_marked_name(it, b, c) &&
	    !ends_a_title(it, b))
		return DECIDE_MODEL;
	return neighbour_opens(&c->next) && words_start(c->next.stats) ==
	    START_MAX ? DECIDE_YES : DECIDE_NO;
}

/* "the mayor spoke. de Blasio left", "iPhone sales": a name written so. */
static bool
is_small_name(const struct splitter *p, struct context *c,
    const struct sentence_iterator *it)
{
	if (c->next.shape == SHAPE_MIXED)
		return true;
	if (c->next.behind == ',')
		return false;
	context_outer(c, it);
	if (is_capital(&c->next2) || is_in(p, ROLE_NAME_PARTICLES, &c->next2))
		return is_in(p, ROLE_NAME_PARTICLES, &c->next);
	return is_in(p, ROLE_SMALL_NAMES, &c->next) ||
	    are_in(p, ROLE_SMALL_NAMES, (const char *)c->next.s, c->next.n +
	    (c->next.behind == '.'), &c->next2);
}

/* A small letter is next. */
static enum decision
before_small(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	const struct splitter *p = it->splitter;

	if (b->closer != CLOSE_NONE || c->kind != ABBREV_NONE ||
	    c->opener != OPEN_NONE || c->apart ||
	    (c->before.shape != SHAPE_LOWER &&
	    words_stop(c->before.stats) != STOP_WORD) ||
	    words_stop(c->before.stats) > STOP_SOME)
		return DECIDE_MODEL;
	return is_small_name(p, c, it) ? DECIDE_YES : DECIDE_MODEL;
}

/* Is a tag of those that begin with # next? */
static bool
is_hashtag(const struct sentence_iterator *it, const struct boundary *b)
{
	const char *s = it->text + b->next;

	return s[0] == '#' && b->next + 1 < it->len &&
	    byte_may_be_letter((unsigned char)s[1]);
}

/* "Orr feat. Wren": a small short form between two names. */
static bool
joins_names(const struct sentence_iterator *it, struct context *c)
{
	if (c->before.shape != SHAPE_LOWER || c->opener != OPEN_NONE ||
	    c->next.shape != SHAPE_CAPITAL || neighbour_opens(&c->next))
		return false;
	context_outer(c, it);
	return c->before2.shape == SHAPE_CAPITAL && c->before2.behind == 0;
}

enum decision
sure_by_words(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	bool plain = b->kind == TERM_STOP && b->closer == CLOSE_NONE;

	if (is_hashtag(it, b) && c->kind == ABBREV_NONE)
		return DECIDE_YES;
	if (c->first == FIRST_LOWER)
		return before_small(it, b, c);
	if (b->parted && b->closer == CLOSE_NONE && c->kind == ABBREV_NONE)
		return DECIDE_YES;
	if (b->kind == TERM_EXCLAMATION || b->kind == TERM_QUESTION)
		return c->first == FIRST_UPPER ? behind_cry(it, b, c) :
		    DECIDE_MODEL;
	if (!plain)
		return DECIDE_MODEL;
	if (c->kind == ABBREV_TIME)
		return behind_time(it, c);
	if (c->first != FIRST_UPPER)
		return c->first == FIRST_DIGIT && begins_a_sum(it, c) ?
		    DECIDE_YES : DECIDE_MODEL;
	if (is_roman_ordinal(it, c))
		return DECIDE_NO;
	if (c->kind == ABBREV_NUMBER)
		return behind_number_word(it, c);
	if (c->kind == ABBREV_PLACE)
		return c->opener == OPEN_NONE &&
		    c->next.shape == SHAPE_CAPITAL && c->next.behind == 0 &&
		    lexicon_has(it->splitter->lexicon, ROLE_SENTENCE_OPENERS,
		    c->next.fold, c->next.nfold) ? DECIDE_YES : DECIDE_MODEL;
	if (c->kind == ABBREV_OTHER || c->kind == ABBREV_UNIT)
		return joins_names(it, c) ? DECIDE_NO : DECIDE_MODEL;
	if (c->kind == ABBREV_STATE || c->kind == ABBREV_COUNTRY ||
	    (c->kind == ABBREV_NONE && c->before.shape == SHAPE_DOTS_UPPER))
		return behind_place(it, c);
	if (c->kind == ABBREV_NONE && c->opener == OPEN_NONE &&
	    (c->before.shape == SHAPE_NUMBER ||
	    (c->before.shape == SHAPE_CAPITAL &&
	    is_number_word(it->splitter, &c->before))))
		return behind_number(it, c);
	return DECIDE_MODEL;
}
