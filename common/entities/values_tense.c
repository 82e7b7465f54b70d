#include "common/entities/values.h"

#include "common/lexicon/lexicon.h"

#define TENSE_REACH	24		/* tokens */

/* Does a word in lower case end as verbs in the past do? */
static bool
ends_past(const char *word, size_t n)
{
	size_t i;

	for (i = 1; i < n; i++)
		if (lexicon_bits(lexicon_default(), ROLE_TENSES, word + i,
		    n - i) & TENSE_ENDING)
			return true;
	return false;
}

static uint64_t
bits(const char *text, const struct token *t)
{
	char word[LEXICON_FOLD];
	size_t n = token_fold(text + t->start, t->end - t->start, word,
	    sizeof(word));
	uint64_t found;

	if (n == 0 || t->kind == TOKEN_MARK)
		return 0;
	if (t->kind == TOKEN_CLITIC && n > 1)	/* 'll */
		found = lexicon_bits(lexicon_default(), ROLE_TENSES, word + 1,
		    n - 1);
	else
		found = lexicon_bits(lexicon_default(), ROLE_TENSES, word, n);
	if (found == 0 && (t->flags & TOKEN_LOWER) != 0 && ends_past(word, n))
		found = TENSE_PAST;
	return found;
}

/* What token i tells: 1 to come, -1 past, 0 nothing. */
static int
told_by(const char *text, const struct token *t, size_t i)
{
	uint64_t b = bits(text, &t[i]);

	if (i > 0 && (t[i].flags & TOKEN_GLUED) != 0 &&
	    (t[i - 1].flags & TOKEN_HYPHEN) != 0)
		return 0;			/* U.S.-made */
	if ((b & TENSE_TO) != 0)
		return i > 0 && (bits(text, &t[i - 1]) & TENSE_BE) != 0;
	if ((b & TENSE_FUTURE) != 0)		/* not May, Will, in it */
		return i == 0 || (t[i].flags & TOKEN_LOWER) != 0 ||
		    t[i].kind == TOKEN_CLITIC;
	return (b & TENSE_PAST) != 0 ? -1 : 0;
}

bool
value_is_any(const char *text, const struct token *t, size_t first)
{
	return first > 0 && (bits(text, &t[first - 1]) & TENSE_ANY) != 0;
}

int
value_tense(const char *text, const struct token *t, size_t n, size_t first,
    size_t last)
{
	size_t i;
	int tense;

	if (first > 0 && (bits(text, &t[first - 1]) & TENSE_UNTIL) != 0)
		return 1;
	for (i = first; i > 0 && first - i < TENSE_REACH; i--)
		if ((tense = told_by(text, t, i - 1)) != 0)
			return tense;
	for (i = last + 1; i < n && i - last < TENSE_REACH; i++)
		if ((tense = told_by(text, t, i)) != 0)
			return tense;
	return 0;
}
