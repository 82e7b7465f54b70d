/*
 * forms.c -- the forms of a verb, made from its lemma: see forms.h
 */
#include "common/lexicon/forms.h"

#include <stdbool.h>
#include <string.h>

#define VERB_BEGINS	'^'
#define SHORT_VERB	"+"
#define ANY_VERB	"*"
#define FORM_BYTES	(LEXICON_WORD + 8)

/* A verb whose forms are being made. */
struct making {
	const struct verb_forms	*to;
	const char	*lemma, *rule, *own;
	size_t		 len;
};

/* The next of words with a space between, of *len bytes; NULL at the end. */
static const char *
next_word(const char **s, size_t *len)
{
	const char *word = *s + strspn(*s, " ");

	*len = strcspn(word, " ");
	*s = word + *len;
	return *len > 0 ? word : NULL;
}

static bool
is_vowel(const struct verb_forms *to, const char *letter)
{
	return to->text(ROLE_VOWELS, letter, 1) != NULL;
}

/* One vowel and one consonant behind it end a verb that has no other vowel. */
static bool
is_short(const struct verb_forms *to, const char *lemma, size_t len)
{
	size_t i, vowels = 0;

	for (i = 0; i < len; i++)
		vowels += is_vowel(to, lemma + i);
	return vowels == 1 && len > 2 && is_vowel(to, lemma + len - 2);
}

/* How the forms of a verb are made: what is listed of its longest ending. */
static const char *
rule_of(const struct verb_forms *to, const char *lemma, size_t len)
{
	char whole[LEXICON_WORD + 1] = { VERB_BEGINS };
	const char *rule = NULL;
	size_t i;

	memcpy(whole + 1, lemma, len);
	for (i = 0; i <= len && rule == NULL; i++)
		rule = to->text(ROLE_VERB_ENDINGS, whole + i, len + 1 - i);
	if (rule == NULL && is_short(to, lemma, len))
		rule = to->text(ROLE_VERB_ENDINGS, SHORT_VERB, 1);
	if (rule == NULL)
		rule = to->text(ROLE_VERB_ENDINGS, ANY_VERB, 1);
	return rule != NULL ? rule : "";
}

/*
 * What the rule's word makes: "-ied": one byte off the verb, and this behind
 * it; "+ed" doubles its last.  Returns its bytes, 0 if it is too long.
 */
static size_t
make_form(const struct making *v, const char *how, size_t n,
    char form[FORM_BYTES])
{
	size_t kept = v->len;

	for (; n > 0 && *how == '-' && kept > 0; how++, n--)
		kept--;
	if (kept + 1 + n > FORM_BYTES)
		return 0;
	memcpy(form, v->lemma, kept);
	if (n > 0 && *how == '+' && kept > 0) {
		form[kept] = form[kept - 1];
		kept++;
		how++;
		n--;
	}
	memcpy(form + kept, how, n);
	return kept + n;
}

static bool
is_left_out(const struct making *v, const char *form, size_t len)
{
	const char *own = v->own, *word;
	size_t n;

	while ((word = next_word(&own, &n)) != NULL)
		if (*word == '-' && n - 1 == len &&
		    memcmp(word + 1, form, len) == 0)
			return true;
	return false;
}

static void
give(const struct making *v, const char *form, size_t len)
{
	if (len > 0 && !is_left_out(v, form, len))
		v->to->form(form, len, v->to->arg);
}

/* Whether a form is the lemma or one that the rule makes. */
static bool
is_made(const struct making *v, const char *form, size_t len)
{
	char made[FORM_BYTES];
	const char *rule = v->rule, *how;
	size_t n;

	if (len == v->len && memcmp(form, v->lemma, len) == 0)
		return true;
	while ((how = next_word(&rule, &n)) != NULL)
		if (make_form(v, how, n, made) == len &&
		    memcmp(form, made, len) == 0)
			return true;
	return false;
}

const char *
verb_forms(const struct verb_forms *to, const char *lemma, size_t len,
    const char *own)
{
	struct making v = { to, lemma, rule_of(to, lemma, len), own, len };
	char form[FORM_BYTES];
	const char *rule = v.rule, *word;
	size_t n;

	give(&v, lemma, len);
	while ((word = next_word(&rule, &n)) != NULL)
		give(&v, form, make_form(&v, word, n, form));
	while ((word = next_word(&own, &n)) != NULL) {
		if (*word != '-')
			give(&v, word, n);
		else if (!is_made(&v, word + 1, n - 1))
			return word;
	}
	return NULL;
}
