#include "common/lexicon/lexicon.h"

#include <string.h>

#include "common/lexicon/table.h"

/*
 * Are n bytes the same, of which the first k and the last k are all?  With a k
 * that the compiler knows they are two comparisons of numbers.
 */
static inline bool
same_ends(const char *a, const char *b, size_t n, size_t k)
{
	return memcmp(a, b, k) == 0 && memcmp(a + n - k, b + n - k, k) == 0;
}

/* A call of memcmp() would take longer than all else of most look-ups. */
static inline bool
is_word(const struct lexicon *l, const struct lexicon_entry *e,
    const char *word, size_t len)
{
	if (len > LEXICON_HEAD)
		return memcmp(l->text + e->word, word, len) == 0;
	if (len >= 8)
		return same_ends(e->head, word, len, 8);
	if (len >= 4)
		return same_ends(e->head, word, len, 4);
	return len == 0 || (e->head[0] == word[0] &&
	    e->head[len / 2] == word[len / 2] &&
	    e->head[len - 1] == word[len - 1]);
}

static const struct lexicon_entry *
entry_of(const struct lexicon *l, const char *word, size_t len)
{
	const struct lexicon_entry *e;
	uint32_t hash, bit, i;

	/* No entry is longer; what is asked for may be megabytes. */
	if (len > LEXICON_PHRASE)
		return NULL;
	hash = lexicon_hash(word, len);
	bit = LEXICON_BIT(hash, l->bits);
	if (!(l->sieve[bit / 32] >> bit % 32 & 1))
		return NULL;
	for (i = hash; (e = &l->entries[i & l->mask])->len != 0; i++)
		if (e->print == LEXICON_PRINT(hash) && e->len == len &&
		    is_word(l, e, word, len))
			return e;
	return NULL;
}

uint64_t
lexicon_lists(const struct lexicon *l, const char *word, size_t len)
{
	const struct lexicon_entry *e = entry_of(l, word, len);

	return e == NULL ? 0 : e->lists;
}

static void
read_value(const struct lexicon *l, const struct lexicon_entry *e,
    enum lexicon_role role, struct lexicon_found *found)
{
	const struct lexicon_value *v;

	found->bits = 0;
	found->first = 0;
	found->text = "";
	for (v = &l->values[e->value];
	    v->entry == (size_t)(e - l->entries); v++) {
		if (v->role != role)
			continue;
		found->bits = l->sets[v->set].bits;
		found->first = l->sets[v->set].first;
		found->text = l->text + v->text;
		return;
	}
}

bool
lexicon_find(const struct lexicon *l, enum lexicon_role role, const char *word,
    size_t len, struct lexicon_found *found)
{
	const struct lexicon_entry *e = entry_of(l, word, len);

	if (e == NULL || (e->lists & ROLE_BIT(role)) == 0)
		return false;
	read_value(l, e, role, found);
	return true;
}

void
lexicon_each(const struct lexicon *l, enum lexicon_role role,
    void (*each)(const char *, size_t, const struct lexicon_found *, void *),
    void *arg)
{
	const struct lexicon_entry *e;
	struct lexicon_found found;

	for (e = l->entries; e <= l->entries + l->mask; e++) {
		if ((e->lists & ROLE_BIT(role)) == 0)
			continue;
		read_value(l, e, role, &found);
		each(l->text + e->word, e->len, &found, arg);
	}
}
