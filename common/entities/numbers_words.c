#include "common/entities/numbers_words.h"

#include <stdlib.h>
#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/lexicon.h"

/*
 * The words' classes by hash, made from the word list at the first use.  A bit
 * for each of some more hashes says of most other words that they have none.
 */
#define WORD_SLOTS 2048
#define WORD_HINTS 8192

struct number_words {
	uint64_t	 hints[WORD_HINTS / 64];
	struct {
		uint32_t folded;
		uint64_t classes;	/* 0: free */
	}		 slots[WORD_SLOTS];
};

static void
add_word(const char *word, size_t len, const struct lexicon_found *found,
    void *words)
{
	struct number_words *w = words;
	uint32_t h = token_hash(word, len), i;

	for (i = h; w->slots[i %= WORD_SLOTS].classes != 0; i++)
		continue;
	w->slots[i].folded = h;
	w->slots[i].classes = found->bits;
	w->hints[h % WORD_HINTS / 64] |= (uint64_t)1 << h % 64;
}

struct number_words *
number_words_new(void)
{
	struct number_words *w = xcalloc(1, sizeof(*w));

	lexicon_each(lexicon_default(), ROLE_NUMBER_WORDS, add_word, w);
	return w;
}

/* Bytes of the text in lower case as lists have words; 0: too long for any. */
static size_t
fold_part(const struct parse *p, size_t start, size_t len,
    char buf[LEXICON_FOLD])
{
	return len > LEXICON_WORD ? 0 :
	    token_fold(p->text + start, len, buf, LEXICON_FOLD);
}

uint64_t
numbers_part(const struct parse *p, size_t start, size_t len)
{
	char buf[LEXICON_FOLD];

	len = fold_part(p, start, len, buf);
	return lexicon_bits(lexicon_default(), ROLE_NUMBER_WORDS, buf, len);
}

uint64_t
numbers_prefix(const struct parse *p, size_t i, size_t len)
{
	return numbers_part(p, p->t[i].start, len);
}

uint64_t
numbers_ending(const struct parse *p, size_t i)
{
	char buf[LEXICON_FOLD];
	size_t k = 0, n;

	if (i >= p->n || p->t[i].kind != TOKEN_NUMBER ||
	    (p->t[i].flags & TOKEN_ALLDIGIT) != 0)
		return 0;
	while (digit(p, i, k) || byte(p, i, k) == ',')
		k++;
	n = fold_part(p, p->t[i].start + k, length(p, i) - k, buf);
	return lexicon_bits(lexicon_default(), ROLE_NUMBER_ENDINGS, buf, n);
}

bool
numbers_counted(const struct parse *p, size_t i)
{
	char buf[LEXICON_FOLD];
	size_t n;

	if (i >= p->n)
		return false;
	n = fold_part(p, p->t[i].start, length(p, i), buf);
	return lexicon_has(lexicon_default(), ROLE_NUMBERED_PERIODS, buf, n);
}

uint64_t
numbers_glued(const struct parse *p, size_t i)
{
	size_t k = 0, n;

	if (i >= p->n || p->t[i].kind != TOKEN_NUMBER ||
	    (p->t[i].flags & TOKEN_ALLDIGIT) != 0)
		return 0;
	n = length(p, i);
	while (digit(p, i, k) || byte(p, i, k) == '.' || byte(p, i, k) == ',' ||
	    byte(p, i, k) == ':')
		k++;
	return k == 0 ? 0 : numbers_part(p, p->t[i].start + k, n - k);
}

bool
numbers_person(const struct parse *p, size_t i)
{
	char buf[LEXICON_FOLD];
	uint64_t bits;
	size_t len;

	if (p->t[i].kind != TOKEN_WORD)
		return false;
	len = fold_part(p, p->t[i].start, length(p, i), buf);
	bits = lexicon_bits(lexicon_default(), ROLE_PRONOUNS, buf, len);
	return (bits & (PRONOUN_HE | PRONOUN_SHE)) && !(bits & PRONOUN_SELF);
}

uint64_t
number_words_find(const struct number_words *w, const struct token *t)
{
	uint32_t i, h = t->folded;

	if ((w->hints[h % WORD_HINTS / 64] >> h % 64 & 1) == 0 ||
	    t->kind > TOKEN_NUMBER)
		return 0;
	for (i = h; w->slots[i %= WORD_SLOTS].classes != 0; i++)
		if (w->slots[i].folded == h)
			return w->slots[i].classes;
	return 0;
}
