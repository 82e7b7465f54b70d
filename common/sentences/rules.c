#include "common/sentences/rules.h"

#include "common/base/base.h"
#include "common/sentences/abbreviations.h"
#include "common/sentences/enclosed.h"
#include "common/sentences/features.h"
#include "common/sentences/keep.h"
#include "common/sentences/look.h"
#include "common/sentences/splitter.h"
#include "common/sentences/words.h"

/* "$40". */
static bool
is_price(const struct context *c)
{
	uint32_t cp;

	if (c->before.n == 0 || !byte_is(c->last, CHAR_DIGIT))
		return false;
	look_at(c->before.s, c->before.n, &cp);
	return char_is(cp, CHAR_CURRENCY) != 0;
}

/*
 * No space behind a number or a short form, "in 2016.She", "the U.S.She": only
 * a plain word can be the next one, or, where the short form might be part of a
 * name, one that opens sentences.
 */
static bool
ends_glued(const struct sentence_iterator *it, const struct context *c)
{
	if (c->next.shape != SHAPE_CAPITAL || c->opener != OPEN_NONE)
		return false;
	if (c->before.shape == SHAPE_NUMBER)
		return (const char *)c->before.s > it->text + it->start &&
		    !lexicon_has(it->splitter->lexicon, ROLE_NUMBERED,
		    (const char *)c->next.s, c->next.n);
	return c->last == '%' || is_price(c) ||
	    (neighbour_has_dots(&c->before) && neighbour_opens(&c->next));
}

/* No space behind: mostly inside of a word, but "one.Two" is a slip. */
static enum decision
glued(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	const unsigned char *s = (const unsigned char *)it->text;
	bool word;

	context_before(c, it, b);
	word = b->closer != CLOSE_NONE || c->last == ')' ||
	    c->before.shape == SHAPE_LOWER || c->before.shape == SHAPE_CAPITAL;
	if (!word && c->before.shape != SHAPE_NUMBER && c->last != '%' &&
	    !is_price(c) && !neighbour_has_dots(&c->before))
		return DECIDE_NO;
	if (b->kind == TERM_STOP && c->before.n < 2 && word)
		return DECIDE_NO;	/* an initial */
	if ((size_t)(c->before.s - s) > it->start &&
	    byte_among(c->before.s[-1], "/@:.=&%"))
		return DECIDE_NO;	/* of an address */
	context_behind(c, it, b);
	neighbour_stats(&c->next, it->splitter);
	if (!word)
		return ends_glued(it, c) ? DECIDE_YES : DECIDE_NO;
	if (c->dashed || (c->first != FIRST_UPPER && c->opener == OPEN_NONE))
		return DECIDE_NO;	/* "Poor girl!--I wish ..." */
	if (c->next.shape != SHAPE_CAPITAL && c->next.shape != SHAPE_INITIAL)
		return DECIDE_NO;
	neighbour_stats(&c->before, it->splitter);
	c->kind = b->kind == TERM_STOP ?
	    abbreviation_kind(&c->before, it->splitter) : ABBREV_NONE;
	return DECIDE_MODEL;
}

static bool
is_quote(enum closer c)
{
	return c >= CLOSE_DOUBLE && c <= CLOSE_CURLY_SINGLE;
}

/* Does a number stand before the word, or an ordinal one with its stop? */
static bool
is_behind_number(const struct sentence_iterator *it, const struct neighbour *w)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t at = w->n == 0 ? it->start : (size_t)(w->s - s);
	size_t i = look_space_before(s, it->start, at, 1);

	if (i == at || i < it->start + 2)
		return false;
	return byte_is(s[i - 1], CHAR_DIGIT) || (s[i - 1] == '.' &&
	    it->splitter->has_ordinals && byte_is(s[i - 2], CHAR_DIGIT));
}

/* "8 oz.", "3 in.": a unit that a number stands before is no word. */
static bool
is_measure(const struct sentence_iterator *it, const struct context *c)
{
	return c->kind == ABBREV_UNIT && is_behind_number(it, &c->before);
}

/*
 * Does a short form go on with one that has no stop: "5 mld. EUR", "Holm & Co.
 * KG"?
 */
static bool
is_second_part(const struct sentence_iterator *it, const struct context *c)
{
	if (c->kind != ABBREV_COMPANY && !is_measure(it, c))
		return false;
	return abbreviation_may_be(&c->next, it->splitter, c->kind);
}

/*
 * Is the next word one that never begins a sentence, such as "Inc.", or "E.T."
 * behind "p.m.", or a title's second part, "Dist. Atty."?
 */
static bool
is_appendage(const struct sentence_iterator *it, const struct context *c)
{
	const struct splitter *p = it->splitter;
	const struct neighbour *w = &c->next;
	enum abbreviation kind;

	if (c->opener == OPEN_NONE && is_second_part(it, c))
		return true;
	if (w->behind != '.' || w->shape == SHAPE_LOWER)
		return false;
	/* "a. D.", "z. B.": a small letter before another one. */
	if (c->kind == ABBREV_NONE && c->before.shape == SHAPE_LETTER &&
	    w->shape == SHAPE_INITIAL && c->opener == OPEN_NONE)
		return true;
	kind = abbreviation_kind(w, p);
	return kind == ABBREV_COMPANY || kind == ABBREV_SUFFIX ||
	    (kind == ABBREV_TIME && kind == c->kind) ||
	    (kind == ABBREV_TITLE && c->kind != ABBREV_NONE &&
	    abbreviation_may_be(&c->before, p, kind));
}

/* Is a word of the list of abbreviations more often a word (in, no, sun)? */
static bool
is_a_word(const struct splitter *p, const struct neighbour *w)
{
	unsigned stop = words_stop(w->stats);

	return stop == STOP_WORD ? neighbour_has_vowel(w, p) :
	    stop == STOP_SOME && w->shape != SHAPE_LOWER;
}

/*
 * The next word is in lower case.  In sloppy text that may begin a sentence,
 * but not behind an abbreviation, a closing mark, or inside brackets.
 */
static bool
goes_on_lower(const struct sentence_iterator *it, const struct boundary *b,
    const struct context *c)
{
	if (b->closer != CLOSE_NONE && b->closer != CLOSE_NOTE &&
	    b->closer != CLOSE_MARKUP && c->opener == OPEN_NONE)
		return true;
	if (c->kind != ABBREV_NONE && b->closer == CLOSE_NONE &&
	    (is_measure(it, c) || !is_a_word(it->splitter, &c->before)))
		return true;
	return enclosed_bracket(it, b) != OPENED_NOT;
}

#define LONG_WORD	6	/* letters: longer than abbreviations are */
#define LONG_OPEN	4	/* and if the last one is a vowel */

/* Does a word with a capital begin at s? */
static bool
begins_with_capital(const unsigned char *s, size_t n)
{
	uint32_t cp;

	if (s[0] < 0x80)
		return byte_is(s[0], CHAR_UPPER) != 0;
	look_at(s, n, &cp);
	return char_letter(cp) == CHAR_UPPER;
}

/* Is the word of small letters too long for an abbreviation? */
static bool
is_long(const struct splitter *p, const unsigned char *s, size_t n)
{
	size_t i, letters;

	for (i = letters = 0; i < n; i++)
		letters += (s[i] & 0xC0) != 0x80;
	return letters >= (s[n - 1] < 0x80 && p->vowel[s[n - 1]] ? LONG_OPEN :
	    LONG_WORD);
}

/* Is the word of n bytes at s one that ends a sentence if a stop is behind? */
static bool
is_common_word(const struct splitter *p, const char *s, size_t n)
{
	unsigned stop = words_stop(wordmap_get(&p->words, s, n));

	return stop == STOP_WORD || (stop == STOP_UNKNOWN &&
	    is_long(p, (const unsigned char *)s, n) &&
	    !lexicon_has(p->lexicon, ROLE_ABBREVIATIONS, s, n));
}

/*
 * Most ends by far: a common word in lower case, a full stop, a space, and a
 * word with a capital.  Looks at as little as can be.
 */
static bool
ends_plainly(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	unsigned char any = 0;
	size_t i, low;
	uint32_t cp;

	if (b->kind != TERM_STOP || b->end != b->term + 1 ||
	    b->next == b->end ||
	    !begins_with_capital(s + b->next, it->len - b->next))
		return false;
	low = b->term - it->start > NEIGHBOUR_FOLD ?
	    b->term - NEIGHBOUR_FOLD : it->start;
	for (i = b->term; i > low && byte_is(s[i - 1], CHAR_LOWER | CHAR_WIDE);
	    i--)
		any |= s[i - 1];
	if (b->term - i < 2 ||
	    (i > it->start && !byte_is(s[i - 1], CHAR_SPACE)))
		return false;
	if (any < 0x80)
		return is_common_word(it->splitter, it->text + i, b->term - i);
	if (look_at(s + i, b->term - i, &cp) == b->term - i)
		return false;		/* one letter */
	return char_letter(cp) == CHAR_LOWER && !char_has_no_case(cp) &&
	    is_common_word(it->splitter, it->text + i, b->term - i);
}

/* An abbreviation by list or by its looks, with nothing behind its stop. */
static bool
is_short_form(const struct boundary *b, const struct context *c)
{
	return b->closer == CLOSE_NONE && (c->kind != ABBREV_NONE ||
	    neighbour_has_dots(&c->before));
}

#define SHORT_FORM	3	/* letters: a longer one may be a word */

/* "No. 5", "Nov. 13", "2 lb. 4 oz.": but longer ones are words too. */
static bool
counts(const struct sentence_iterator *it, const struct context *c)
{
	if (c->opener != OPEN_NONE)
		return false;
	if (c->kind == ABBREV_UNIT)
		return is_measure(it, c) ||
		    !is_a_word(it->splitter, &c->before);
	if (c->before.n > SHORT_FORM && c->before.shape == SHAPE_LOWER &&
	    is_a_word(it->splitter, &c->before))
		return false;
	return c->kind == ABBREV_NUMBER ||
	    c->kind == ABBREV_MONTH;
}

/* Is the number the second one of a score, "6-2", "2 : 1"? */
static bool
is_score(const struct sentence_iterator *it, const struct neighbour *w)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t low = it->start, i = (size_t)(w->s - s);
	bool apart;
	uint32_t cp;

	if (i < low + 2)
		return false;
	apart = s[i - 1] == ' ';
	i -= apart;
	i -= look_before(s, low, i, &cp);
	if (cp != '-' && cp != EN_DASH && cp != ':')
		return false;
	if (apart && (i == low || s[--i] != ' '))
		return false;
	return i > low && byte_is(s[i - 1], CHAR_DIGIT);
}

#define SENTENCE_MIN	5	/* bytes before a stop that ends one */
#define ITEM_DIGITS	2	/* of the numbers of a list */

/*
 * A full stop that cannot be part of a word: behind a closing mark, behind a
 * score, or behind a number too large for an item of a list ("fell to
 * 1,204.10.").
 */
static bool
is_free_stop(const struct sentence_iterator *it, const struct boundary *b,
    const struct context *c)
{
	if (b->kind != TERM_STOP || b->closer != CLOSE_NONE || c->apart ||
	    b->term < it->start + SENTENCE_MIN)
		return false;
	if (c->last == ')' || c->last == ']' || c->last == '"' ||
	    c->last == '%')
		return true;
	return c->before.shape == SHAPE_NUMBER && c->before.behind == 0 &&
	    (is_score(it, &c->before) || (c->before.n > ITEM_DIGITS &&
	    (const char *)c->before.s > it->text + it->start));
}

/* Can the word be a speaker's name or title?  "The" cannot, "Sen." can. */
static bool
may_speak(const struct splitter *p, const struct neighbour *w)
{
	return words_start(w->stats) < START_OFTEN || (w->behind == '.' &&
	    abbreviation_kind(w, p) == ABBREV_TITLE);
}

static bool
opened_by_bracket(const struct sentence_iterator *it, const struct neighbour *w)
{
	const char *s = (const char *)w->s;

	return s > it->text + it->start && (s[-1] == '(' || s[-1] == '[');
}

/* A short form right behind a bracket: "(feat. Ida Wren)". */
static bool
is_credit(const struct sentence_iterator *it, const struct boundary *b,
    const struct context *c)
{
	return b->kind == TERM_STOP && b->closer == CLOSE_NONE &&
	    (c->before.shape == SHAPE_LOWER ||
	    c->before.shape == SHAPE_LETTER) &&
	    opened_by_bracket(it, &c->before);
}

/* Is the next word one that no name begins with? */
static bool
is_before_opener(const struct sentence_iterator *it, const struct boundary *b)
{
	struct neighbour next;

	neighbour_from(&next, (const unsigned char *)it->text, b->next,
	    it->len);
	neighbour_stats(&next, it->splitter);
	return neighbour_opens(&next);
}

/*
 * A title goes on.  Before a word that no name begins with it is not sure, "met
 * the Gov. He", and one that is short for other things too is these, "on Elm
 * Dr. It".
 */
static bool
title_goes_on(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	if ((const char *)c->before.s == it->text + it->start ||
	    !is_before_opener(it, b))
		return true;
	c->judged = true;
	return !abbreviation_has_kinds(&c->before, it->splitter);
}

/* Did the user say that it goes on? */
static bool
goes_on_given(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	if (it->splitter->given == NULL || b->closer != CLOSE_NONE)
		return false;
	c->given = given_find(it->splitter->given, it->text, it->len,
	    &c->before, b->term);
	return c->given == GIVEN_ABBREVIATION;
}

/* Does nothing but marks stand before the word in its sentence? */
static bool
is_first_word(const struct sentence_iterator *it, const struct neighbour *w)
{
	const unsigned char *s = (const unsigned char *)it->text + it->start;
	uint32_t cp;

	while (s < w->s && byte_is(*s, CHAR_BESIDE | CHAR_WIDE)) {
		s += look_at(s, (size_t)(w->s - s), &cp);
		if (char_letter(cp) != 0)
			return false;
	}
	return s == w->s;
}

/*
 * What a short form is that is one only by the place it stands in: a small one
 * with the capital of a sentence's first word, "Ca. 200", or one that has
 * another sense behind a number.
 */
static enum abbreviation
kind_in_place(const struct sentence_iterator *it, const struct neighbour *w,
    enum abbreviation kind)
{
	const struct splitter *p = it->splitter;

	if (kind == ABBREV_NONE)
		return (w->shape == SHAPE_CAPITAL || w->shape == SHAPE_DOTS) &&
		    is_first_word(it, w) && abbreviation_small(w, p) ?
		    ABBREV_PREFIX : ABBREV_NONE;
	if (!abbreviation_never_ends(w, p) || !is_behind_number(it, w))
		return kind;
	return abbreviation_may_be(w, p, ABBREV_UNIT) ? ABBREV_UNIT :
	    abbreviation_may_be(w, p, ABBREV_OTHER) ? ABBREV_OTHER : kind;
}

/* One letter of a script without capitals, as an initial is: "ע. כהן". */
static bool
is_caseless_initial(const struct neighbour *w)
{
	uint32_t cp;

	return w->n > 1 && w->shape == SHAPE_LETTER &&
	    look_at(w->s, w->n, &cp) == w->n && char_may_be_initial(cp);
}

#define SPACED_MAX	6	/* bytes of the second part, */

/*
 * A short form in two parts that a sentence begins with, "Т. н. X", "O. s. X":
 * two so short words are no sentence.
 */
static bool
is_spaced_form(const struct sentence_iterator *it, const struct neighbour *w)
{
	struct neighbour before = *w;

	if ((w->shape != SHAPE_LETTER && w->shape != SHAPE_LOWER) ||
	    w->n > SPACED_MAX || w->s - (const unsigned char *)it->text >
	    (ptrdiff_t)(it->start + SPACED_MAX))
		return false;
	neighbour_before(&before, it);
	return before.shape == SHAPE_INITIAL && before.behind == '.' &&
	    is_first_word(it, &before);
}

/* Does the word before the full stop say by itself that it goes on? */
static bool
goes_on(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	const struct splitter *p = it->splitter;

	c->kind = ABBREV_NONE;
	if (b->kind != TERM_STOP)
		return false;
	/*
	 * In capitals before one that is not, it is no title, "for RT. The",
	 * unless it is written so, as TP in Vietnamese.
	 */
	if (c->before.behind == 0 && (c->before.shape != SHAPE_UPPER ||
	    abbreviation_never_ends(&c->before, p) ||
	    b->next + 1 >= it->len ||
	    !byte_is(it->text[b->next + 1], CHAR_LOWER)))
		c->kind = kind_in_place(it, &c->before,
		    abbreviation_kind(&c->before, p));
	if (b->closer == CLOSE_BRACKET && (c->kind == ABBREV_TITLE ||
	    (c->kind != ABBREV_NONE && opened_by_bracket(it, &c->before))))
		return true;	/* "(then Sen.) Cole", "Gen. (ret.) Cole" */
	if (b->closer != CLOSE_NONE)
		return false;
	if (c->given == GIVEN_MAY_END && c->kind == ABBREV_NONE)
		c->kind = ABBREV_OTHER;
	if (is_caseless_initial(&c->before) || is_spaced_form(it, &c->before))
		return true;
	if (c->kind == ABBREV_TITLE)
		return title_goes_on(it, b, c);
	return c->kind == ABBREV_PREFIX || c->kind == ABBREV_NAME;
}

/*
 * A stop that only a script without capitals has, such as the danda, and a
 * letter of such behind it: nothing else is written with it.
 */
static bool
is_own_stop(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	uint32_t stop, next;

	if (b->closer != CLOSE_NONE || s[b->term] < 0x80)
		return false;
	look_at(s + b->term, it->len - b->term, &stop);
	look_at(s + b->next, it->len - b->next, &next);
	return b->kind == TERM_QUESTION && stop < 0x2000 &&
	    char_has_no_case(next);
}

/* A question or exclamation as in Spanish, which begins with its own mark. */
static bool
is_inverted(const struct sentence_iterator *it, const struct boundary *b)
{
	uint32_t cp;

	look_at((const unsigned char *)it->text + b->next, it->len - b->next,
	    &cp);
	return cp == INVERTED_QUESTION || cp == INVERTED_EXCLAMATION;
}

/* A full-width full stop inside a number. */
static bool
is_between_digits(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	uint32_t before, behind;

	if (b->term == it->start || b->next != b->end)
		return false;
	look_before(s, it->start, b->term, &before);
	look_at(s + b->end, it->len - b->end, &behind);
	return char_letter(before) == CHAR_DIGIT &&
	    char_letter(behind) == CHAR_DIGIT;
}

/* A sentence that begins with a word of which little is left: "'s Avonds". */
static bool
is_elided(const struct sentence_iterator *it, const struct boundary *b)
{
	const unsigned char *s = (const unsigned char *)it->text;
	size_t i = b->next, end;
	uint32_t cp;

	i += look_at(s + i, it->len - i, &cp);
	if (!char_is(cp, CHAR_APOSTROPHE))
		return false;
	for (end = i; end < it->len && byte_is(s[end], CHAR_LOWER); end++)
		;
	return end > i && end + 1 < it->len && s[end] == ' ' &&
	    lexicon_has(it->splitter->lexicon, ROLE_ELISIONS, it->text + i,
	    end - i) && begins_with_capital(s + end + 1, it->len - end - 1);
}

/* What the words around say, which is not quite sure. */
static enum decision
judge(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	enum decision d = sure_by_words(it, b, c);

	c->judged = d != DECIDE_MODEL;
	return d;
}

/* A common word, a full stop, and a mark that only opens: "we left. „Why". */
static bool
ends_before_quote(const struct sentence_iterator *it, const struct boundary *b,
    const struct context *c)
{
	return c->opener == OPEN_CURLY && b->kind == TERM_STOP &&
	    b->closer == CLOSE_NONE && !c->apart && c->kind == ABBREV_NONE &&
	    c->before.shape == SHAPE_LOWER &&
	    is_common_word(it->splitter, c->before.fold, c->before.nfold);
}

/* The next word has a capital, and marks say nothing. */
static enum decision
before_capital(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	const struct splitter *p = it->splitter;

	if (is_quote(b->closer) && b->kind != TERM_STOP &&
	    c->opener == OPEN_NONE && said_before(it, b))
		return DECIDE_YES;
	if (is_quote(b->closer) && may_speak(p, &c->next))
		c->said = said_behind(it, &c->next, b->kind);
	if ((c->said == SAID_SURELY && b->kind != TERM_STOP) ||
	    is_appendage(it, c) || is_credit(it, b, c))
		return DECIDE_NO;
	return judge(it, b, c);
}

/* For those that are not ends plainly. */
static enum decision
rule_closely(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	const struct splitter *p = it->splitter;

	c->said = SAID_NOT;
	c->given = GIVEN_NOTHING;
	c->judged = false;
	if (b->kind == TERM_OTHER && b->closer == CLOSE_NONE)
		return is_between_digits(it, b) ||
		    (it->text[b->term] == (char)LEAD_FULL_WIDTH &&
		    enclosed_title(it, b)) ? DECIDE_NO : DECIDE_YES;
	if (b->kind == TERM_ELLIPSIS && b->closer == CLOSE_BRACKET &&
	    b->term > it->start && (it->text[b->term - 1] == '[' ||
	    it->text[b->term - 1] == '('))
		return DECIDE_NO;	/* something left out */
	if (is_own_stop(it, b))
		return DECIDE_YES;
	if (b->next == b->end && b->kind != TERM_OTHER && !b->parted)
		return glued(it, b, c);
	context_before(c, it, b);
	if (b->kind == TERM_ELLIPSIS && c->before.n == 0)
		return DECIDE_NO;	/* a sentence that begins with dots */
	if (goes_on_given(it, b, c) || goes_on(it, b, c))
		return DECIDE_NO;
	if (p->given != NULL && ends_plainly(it, b))
		return DECIDE_YES;
	context_behind(c, it, b);
	if ((c->first == FIRST_STOP || c->first == FIRST_NONE) &&
	    c->opener == OPEN_BRACKET && enclosed_omission(it, b))
		return DECIDE_YES;
	if (c->kind == ABBREV_NONE && c->first != FIRST_UPPER &&
	    is_elided(it, b))
		return DECIDE_YES;
	if (c->first == FIRST_STOP || c->first == FIRST_COMMA)
		return DECIDE_NO;
	neighbour_stats(&c->before, p);
	neighbour_stats(&c->next, p);
	if (c->given == GIVEN_NAME && c->first == FIRST_LOWER)
		return DECIDE_NO;
	if (c->given == GIVEN_WORD && c->first != FIRST_LOWER)
		return DECIDE_YES;
	if (is_short_form(b, c) && (c->opener == OPEN_DASH ||
	    (c->opener == OPEN_BRACKET && (c->first == FIRST_LOWER ||
	    enclosed_aside(it, b) != ASIDE_SENTENCE))))
		return DECIDE_NO;
	if (c->opener == OPEN_OTHER && c->first == FIRST_UPPER &&
	    is_inverted(it, b))
		return DECIDE_YES;
	if (c->first == FIRST_LOWER)
		return goes_on_lower(it, b, c) ? DECIDE_NO :
		    judge(it, b, c);
	if (c->first == FIRST_DIGIT && counts(it, c))
		return DECIDE_NO;
	if (c->first != FIRST_UPPER)
		return judge(it, b, c);
	if (is_free_stop(it, b, c) || ends_before_quote(it, b, c))
		return DECIDE_YES;
	return before_capital(it, b, c);
}

enum decision
rules_apply(const struct sentence_iterator *it, const struct boundary *b,
    struct context *c)
{
	return it->splitter->given == NULL && ends_plainly(it, b) ?
	    DECIDE_YES : rule_closely(it, b, c);
}

#define WEIGHED_FREE	4096	/* candidates looked at closely at any rate */
#define WEIGHED_BYTES	80	/* and one more in so many bytes */

/* One more was looked at closely. */
static void
count_weighed(struct sentence_iterator *it)
{
	it->weighed++;
	if (it->weighed > WEIGHED_FREE)
		it->crowded = (it->weighed - WEIGHED_FREE) * WEIGHED_BYTES;
}

bool
rules_decide(struct sentence_iterator *it, const struct boundary *b)
{
	const struct splitter *p = it->splitter;
	struct features f;
	struct context c;
	enum decision d;

	c.judged = false;
	if (b->term < it->crowded) {
		d = b->next > b->end && boundary_by_letters(it, b->term,
		    b->next) ? DECIDE_YES : DECIDE_NO;
	} else if (p->given == NULL && ends_plainly(it, b)) {
		d = DECIDE_YES;
	} else {
		count_weighed(it);
		d = rule_closely(it, b, &c);
	}
	it->by = SENTENCE_BY_RULE;
	it->scored = d == DECIDE_MODEL || c.judged;
	if (d == DECIDE_MODEL) {
		boundary_features(&f, &c, it, b);
		it->by = SENTENCE_BY_MODEL;
		it->score = logistic_score(&p->weights, &f);
	} else if (c.judged) {
		it->score = d == DECIDE_YES ? p->judgement : -p->judgement;
	}
	if (it->scored)
		d = it->score > p->threshold ? DECIDE_YES : DECIDE_NO;
	return d == DECIDE_YES && !(p->options.keep_quotes &&
	    keep_quoted(it, b->end));
}
