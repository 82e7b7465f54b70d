#include "common/lexicon/lexicon.h"

#include <string.h>

#include "common/lexicon/lexicon_hash.h"
#include "common/lexicon/lexicon_table.h"

static const struct lexicon_entry *
find(const char *word, size_t len)
{
	const struct lexicon_entry *e;
	uint32_t hash = lexicon_hash(word, len), bit = LEXICON_BIT(hash), slot, i;

	if (!(lexicon_sieve[bit / 32] >> bit % 32 & 1))
		return NULL;
	for (i = hash; (slot = lexicon_slots[i & lexicon_mask]) != 0; i++) {
		if (((slot ^ hash) & 0xFFFF0000u) != 0)
			continue;
		e = &lexicon_entries[LEXICON_NUMBER(slot) - 1];
		if (e->len == len && memcmp(lexicon_text + e->word, word, len) == 0)
			return e;
	}
	return NULL;
}

uint64_t
lexicon_classes(const char *word, size_t len)
{
	const struct lexicon_entry *e = find(word, len);

	return e == NULL ? 0 : e->classes;
}

static const char *
value_of(const struct lexicon_entry *e, enum lexicon_class class)
{
	const struct lexicon_value *v;

	for (v = &lexicon_values[e->value]; v->entry == e - lexicon_entries; v++)
		if (v->class == (uint32_t)class)
			return lexicon_text + v->value;
	return "";
}

const char *
lexicon_value(enum lexicon_class class, const char *word, size_t len)
{
	const struct lexicon_entry *e = find(word, len);

	if (e == NULL || (e->classes & LEX_BIT(class)) == 0)
		return NULL;
	return value_of(e, class);
}

void
lexicon_each(enum lexicon_class class,
    void (*each)(const char *, size_t, const char *, void *), void *arg)
{
	const struct lexicon_entry *e;

	for (e = lexicon_entries; e < lexicon_entries + lexicon_count; e++)
		if ((e->classes & LEX_BIT(class)) != 0)
			each(lexicon_text + e->word, e->len, value_of(e, class), arg);
}
