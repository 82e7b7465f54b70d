#include "common/lexicon/lexicon.h"

#include <string.h>

#include "common/base/base.h"
#include "common/lexicon/table.h"

/* The case of ASCII letters; digits have this bit, too. */
#define SMALL	0x20
#define SMALL_4	(SMALL * 0x01010101u)
#define SMALL_8	(SMALL * UINT64_C(0x0101010101010101))

static inline uint64_t
eight(const char *s)
{
	uint64_t v;

	memcpy(&v, s, sizeof(v));
	return v;
}

static inline uint32_t
four(const char *s)
{
	uint32_t v;

	memcpy(&v, s, sizeof(v));
	return v;
}

/*
 * Is an entry a word that is as long; plain: in small letters, where it has
 * letters and digits alone?  A call of memcmp() would take longer than all else
 * of most look-ups.
 */
static ALWAYS_INLINE bool
is_word(const struct lexicon *l, const struct lexicon_entry *e,
    const char *word, size_t len, bool plain)
{
	uint64_t small_8 = plain ? SMALL_8 : 0;
	uint32_t small_4 = plain ? SMALL_4 : 0;
	int small = plain ? SMALL : 0;
	const char *entry = len > LEXICON_HEAD ? l->text + e->word : e->head;
	size_t i;

	if (len >= 8) {
		for (i = 0; i + 8 < len; i += 8)
			if (eight(entry + i) != (eight(word + i) | small_8))
				return false;
		return eight(entry + len - 8) ==
		    (eight(word + len - 8) | small_8);
	}
	if (len >= 4)
		return four(entry) == (four(word) | small_4) &&
		    four(entry + len - 4) == (four(word + len - 4) | small_4);
	for (i = 0; i < len; i++)
		if (entry[i] != (word[i] | small))
			return false;
	return true;
}

static ALWAYS_INLINE const struct lexicon_entry *
entry_of(const struct lexicon *l, uint32_t hash, const char *word, size_t len,
    bool plain)
{
	const struct lexicon_entry *e;
	uint32_t bit = LEXICON_BIT(hash, l->bits), i;

	if (!(l->sieve[bit / 32] >> bit % 32 & 1))
		return NULL;
	for (i = hash; (e = &l->entries[i & l->mask])->len != 0; i++)
		if (e->print == LEXICON_PRINT(hash) && e->len == len &&
		    is_word(l, e, word, len, plain))
			return e;
	return NULL;
}

static inline uint64_t
lists_of(const struct lexicon_entry *e)
{
	return e == NULL ? 0 : e->lists;
}

uint64_t
lexicon_lists_hashed(const struct lexicon *l, uint32_t hash, const char *word,
    size_t len)
{
	return lists_of(entry_of(l, hash, word, len, false));
}

uint64_t
lexicon_lists_plain(const struct lexicon *l, uint32_t hash, const char *word,
    size_t len)
{
	return lists_of(entry_of(l, hash, word, len, true));
}

uint64_t
lexicon_lists(const struct lexicon *l, const char *word, size_t len)
{
	/* no entry is longer; what is asked for may be megabytes */
	return len > LEXICON_PHRASE ? 0 :
	    lexicon_lists_hashed(l, lexicon_hash(word, len), word, len);
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

/* What a list says of an entry, NULL if there is none; false if it is not. */
static inline bool
find(const struct lexicon *l, enum lexicon_role role,
    const struct lexicon_entry *e, struct lexicon_found *found)
{
	if ((lists_of(e) & ROLE_BIT(role)) == 0)
		return false;
	read_value(l, e, role, found);
	return true;
}

bool
lexicon_find_hashed(const struct lexicon *l, enum lexicon_role role,
    uint32_t hash, const char *word, size_t len, struct lexicon_found *found)
{
	return find(l, role, entry_of(l, hash, word, len, false), found);
}

bool
lexicon_find_plain(const struct lexicon *l, enum lexicon_role role,
    uint32_t hash, const char *word, size_t len, struct lexicon_found *found)
{
	return find(l, role, entry_of(l, hash, word, len, true), found);
}

bool
lexicon_find(const struct lexicon *l, enum lexicon_role role, const char *word,
    size_t len, struct lexicon_found *found)
{
	return len <= LEXICON_PHRASE && lexicon_find_hashed(l, role,
	    lexicon_hash(word, len), word, len, found);
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
