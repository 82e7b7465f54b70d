#include "common/lexicon/lexicon.h"

#include <string.h>

#include "common/lexicon/table.h"

/* Are n bytes the same, n of a uint64_t at least and no more than two? */
static inline bool
same_eights(const char *a, const char *b, size_t n)
{
	uint64_t v[4];

	memcpy(&v[0], a, sizeof(v[0]));
	memcpy(&v[1], b, sizeof(v[0]));
	memcpy(&v[2], a + n - sizeof(v[0]), sizeof(v[0]));
	memcpy(&v[3], b + n - sizeof(v[0]), sizeof(v[0]));
	return v[0] == v[1] && v[2] == v[3];
}

/* The same of a uint32_t. */
static inline bool
same_fours(const char *a, const char *b, size_t n)
{
	uint32_t v[4];

	memcpy(&v[0], a, sizeof(v[0]));
	memcpy(&v[1], b, sizeof(v[0]));
	memcpy(&v[2], a + n - sizeof(v[0]), sizeof(v[0]));
	memcpy(&v[3], b + n - sizeof(v[0]), sizeof(v[0]));
	return v[0] == v[1] && v[2] == v[3];
}

/* memcmp() would take longer than all else of most look-ups. */
static inline bool
is_word(const struct lexicon *l, const struct lexicon_entry *e,
    const char *word, size_t len)
{
	if (len > LEXICON_HEAD)
		return memcmp(l->text + e->word, word, len) == 0;
	if (len >= sizeof(uint64_t))
		return same_eights(e->head, word, len);
	if (len >= sizeof(uint32_t))
		return same_fours(e->head, word, len);
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
