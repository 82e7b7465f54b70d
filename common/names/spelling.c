#include "common/names/spelling.h"

#include <string.h>

#include "common/base/base.h"

/*
 * Without full stops, ASCII in lower case: the length in buf, 0: too long; and
 * its hash, as token_hash() has it.
 */
static size_t
fold(const char *s, size_t n, char buf[LEXICON_FOLD], uint32_t *hash)
{
	uint32_t h = HASH_BEGIN;
	unsigned char c;
	size_t i, k = 0;

	for (i = 0; i < n; i++) {
		if (s[i] == '.')
			continue;
		if (k == LEXICON_FOLD - 1)
			return 0;
		c = ascii_lower((unsigned char)s[i]);
		buf[k++] = (char)c;
		h = hash_step(h, c);
	}
	*hash = hash_end(h);
	return k;
}

/* Without the full stop at its end, all in lower case. */
static size_t
fold_cut(const char *s, size_t n, char buf[LEXICON_FOLD])
{
	if (n > 0 && s[n - 1] == '.')
		n--;
	return n <= LEXICON_WORD ? token_fold(s, n, buf, LEXICON_FOLD) : 0;
}

uint64_t
word_lists(const char *s, size_t n)
{
	char buf[LEXICON_FOLD];
	uint32_t hash;
	size_t k = fold(s, n, buf, &hash);

	return k > 0 ? lexicon_lists_hashed(lexicon_default(), hash, buf, k) :
	    0;
}

bool
word_find(enum lexicon_role role, const char *s, size_t n,
    struct lexicon_found *found)
{
	char buf[LEXICON_FOLD];
	uint32_t hash;
	size_t k = fold(s, n, buf, &hash);

	return k > 0 && lexicon_find_hashed(lexicon_default(), role, hash, buf,
	    k, found);
}

/* May a token's word be looked up by its hash?  Longer ones are not at all. */
static inline bool
is_plain(const struct token *t)
{
	return (t->flags & TOKEN_PLAIN) && t->end - t->start < LEXICON_FOLD;
}

uint64_t
token_lists(const char *text, const struct token *t)
{
	const char *s = text + t->start;
	size_t n = t->end - t->start;

	return is_plain(t) ? lexicon_lists_plain(lexicon_default(), t->folded,
	    s, n) : word_lists(s, n);
}

bool
token_find(enum lexicon_role role, const char *text, const struct token *t,
    struct lexicon_found *found)
{
	const char *s = text + t->start;
	size_t n = t->end - t->start;

	return is_plain(t) ? lexicon_find_plain(lexicon_default(), role,
	    t->folded, s, n, found) : word_find(role, s, n, found);
}

bool
spelling_courtesy(const char *s, size_t n, enum spelling_form form)
{
	char buf[LEXICON_FOLD];

	if (form == SPELLING_NO_STOPS)
		return word_bits(ROLE_TITLES, s, n) & TITLE_COURTESY;
	n = fold_cut(s, n, buf);
	return lexicon_bits(lexicon_default(), ROLE_TITLES, buf, n) &
	    TITLE_COURTESY;
}

bool
spelling_particle(const char *s, size_t n)
{
	return word_in(ROLE_NAME_PARTICLES, s, n);
}

size_t
spelling_prefix(const char *s, size_t n)
{
	const char *hyphen = memchr(s, '-', n <= LEXICON_WORD ? n :
	    LEXICON_WORD);
	size_t k = hyphen != NULL ? (size_t)(hyphen - s) : 0;

	if (k == 0 || k + 1 == n || memchr(s, '.', k) != NULL ||
	    !spelling_particle(s, k))
		return 0;
	return k + 1;
}

enum spelling_suffix
spelling_suffix(const char *s, size_t n)
{
	struct lexicon_found found;

	while (n > 0 && s[n - 1] == '.')
		n--;
	if (!lexicon_find(lexicon_default(), ROLE_NAME_SUFFIXES, s, n, &found))
		return SUFFIX_NONE;
	return (found.bits & SUFFIX_ADDED) ? SUFFIX_APART : SUFFIX_PART;
}

bool
spelling_short_suffix(const char *s, size_t n)
{
	if (n > 0 && s[n - 1] == '.')
		n--;
	return lexicon_first(lexicon_default(), ROLE_ABBREVIATIONS, s, n) ==
	    ABBREV_SUFFIX;
}

bool
spelling_body(const char *s, size_t n, enum spelling_form form)
{
	char buf[LEXICON_FOLD];

	if (form == SPELLING_NO_STOPS)
		return (word_lists(s, n) & (ROLE_BIT(ROLE_BODY_ENDINGS) |
		    ROLE_BIT(ROLE_COMPANY_ENDINGS))) != 0;
	n = fold_cut(s, n, buf);
	return lexicon_has(lexicon_default(), ROLE_COMPANY_ENDINGS, buf, n);
}

bool
spelling_small(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (byte_is((unsigned char)s[i], CHAR_LOWER))
			return true;
	return false;
}

void
acronym_add(struct acronym *a, uint32_t initial, bool capital)
{
	if (a->nwords++ == 0)
		a->words = HASH_BEGIN;
	a->words = hash_step_number(a->words, initial);
	if (!capital)
		return;
	if (a->ncapitals++ == 0)
		a->capitals = HASH_BEGIN;
	a->capitals = hash_step_number(a->capitals, initial);
}

uint32_t
acronym_capitals(const struct acronym *a)
{
	return hash_end(a->capitals);
}

uint32_t
acronym_words(const struct acronym *a)
{
	return hash_end(a->words);
}
