/*
 * lexicon.h -- the words of a language, by what they are to the code
 *
 * A language's word lists (common/languages/LANGUAGE) are one read-only table.
 * A list plays a role, ROLE_NAME: roles.h has them all, with what is in each.
 * Words are matched byte by byte: of a list in lower case, or without full
 * stops, the caller asks for words that he has folded so.
 *
 * In a list a word can have value words, which are bits named in roles.h, and a
 * text.  Verbs are found by any of their forms, and the text is the verb.
 */
#ifndef COMMON_LEXICON_LEXICON_H
#define COMMON_LEXICON_LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/lexicon/forms.h"
#include "common/lexicon/language.h"
#include "common/lexicon/patterns.h"
#include "common/lexicon/roles.h"

struct lexicon;

/* Made of common/languages/en by the build. */
extern const struct lexicon lexicon_en;

/* The lexicon of what is written for English alone, with its models. */
static inline const struct lexicon *
lexicon_default(void)
{
	return &lexicon_en;
}

/* What a list says of a word. */
struct lexicon_found {
	uint64_t	 bits;		/* its value words */
	unsigned	 first;		/* the number of the first, from 1 */
	const char	*text;		/* "" if it has none */
};

/* The lists a word is in, as ROLE_BIT()s; 0 if in none. */
uint64_t	 lexicon_lists(const struct lexicon *, const char *word,
		    size_t len);
/* Whether a word is in a list, and then what the list says of it. */
bool		 lexicon_find(const struct lexicon *, enum lexicon_role,
		    const char *word, size_t len, struct lexicon_found *);
/* The same of a word of which the hash is known: token_hash() of it. */
uint64_t	 lexicon_lists_hashed(const struct lexicon *, uint32_t hash,
		    const char *word, size_t len);
bool		 lexicon_find_hashed(const struct lexicon *, enum lexicon_role,
		    uint32_t hash, const char *word, size_t len,
		    struct lexicon_found *);
/*
 * The same of a word of ASCII letters and digits alone, in any case: the hash
 * is that of the word in lower case, in which it is looked up.
 */
uint64_t	 lexicon_lists_plain(const struct lexicon *, uint32_t hash,
		    const char *word, size_t len);
bool		 lexicon_find_plain(const struct lexicon *, enum lexicon_role,
		    uint32_t hash, const char *word, size_t len,
		    struct lexicon_found *);
/* Call with every entry of a list and what it says of it, in no order. */
void		 lexicon_each(const struct lexicon *, enum lexicon_role,
		    void (*)(const char *word, size_t len,
		    const struct lexicon_found *, void *), void *);

static inline bool
lexicon_has(const struct lexicon *l, enum lexicon_role role, const char *word,
    size_t len)
{
	return (lexicon_lists(l, word, len) & ROLE_BIT(role)) != 0;
}

/* The same of a single letter. */
static inline bool
lexicon_has_letter(const struct lexicon *l, enum lexicon_role role, char letter)
{
	return lexicon_has(l, role, &letter, 1);
}

/* The value words of a word in a list; 0 if it has none, or is not there. */
static inline uint64_t
lexicon_bits(const struct lexicon *l, enum lexicon_role role, const char *word,
    size_t len)
{
	struct lexicon_found found;

	return lexicon_find(l, role, word, len, &found) ? found.bits : 0;
}

/* The number of the value word that a list names first; 0 if there is none. */
static inline unsigned
lexicon_first(const struct lexicon *l, enum lexicon_role role, const char *word,
    size_t len)
{
	struct lexicon_found found;

	return lexicon_find(l, role, word, len, &found) ? found.first : 0;
}

/* The text of a word in a list, "" if it has none; NULL if it is not there. */
static inline const char *
lexicon_text(const struct lexicon *l, enum lexicon_role role, const char *word,
    size_t len)
{
	struct lexicon_found found;

	return lexicon_find(l, role, word, len, &found) ? found.text : NULL;
}

#endif
