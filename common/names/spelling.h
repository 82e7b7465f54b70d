/*
 * spelling.h -- what a word is in a name: title, given name, particle, suffix,
 * ending of a body, acronym
 *
 * Each of these is decided here and nowhere else, by the lists of the language
 * (common/lexicon/roles.h).  Lists are in lower case and mostly without full
 * stops; a word is brought to that form first, in one of two ways.  Where the
 * two sides of a question still differ the function has an argument that says
 * so.
 */
#ifndef COMMON_NAMES_SPELLING_H
#define COMMON_NAMES_SPELLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/lexicon/lexicon.h"
#include "common/text/text.h"

/* How a word is brought to the form of the lists. */
enum spelling_form {
	/* ASCII letters in lower case, without any full stop: U.S. is us. */
	SPELLING_NO_STOPS,
	/* All in lower case, without a full stop at the end: M.S. is m.s. */
	SPELLING_CUT
};

/* The lists that a word is in, as ROLE_BIT()s; SPELLING_NO_STOPS. */
uint64_t	 word_lists(const char *, size_t);
/* Whether it is in a list, and then what the list says of it. */
bool		 word_find(enum lexicon_role, const char *, size_t,
		    struct lexicon_found *);

/* The same of a token's word, which is mostly found by the token's hash. */
uint64_t	 token_lists(const char *text, const struct token *);
bool		 token_find(enum lexicon_role, const char *text,
		    const struct token *, struct lexicon_found *);

/* Those that it is in as it is written, such as those of days and months. */
static inline uint64_t
token_lists_written(const char *text, const struct token *t)
{
	return lexicon_lists_hashed(lexicon_default(), t->hash, text + t->start,
	    t->end - t->start);
}

static inline bool
word_in(enum lexicon_role role, const char *s, size_t n)
{
	return (word_lists(s, n) & ROLE_BIT(role)) != 0;
}

/* The value words of a word in a list. */
static inline uint64_t
word_bits(enum lexicon_role role, const char *s, size_t n)
{
	struct lexicon_found found;

	return word_find(role, s, n, &found) ? found.bits : 0;
}

static inline bool
token_in(enum lexicon_role role, const char *text, const struct token *t)
{
	return (token_lists(text, t) & ROLE_BIT(role)) != 0;
}

static inline uint64_t
token_bits(enum lexicon_role role, const char *text, const struct token *t)
{
	struct lexicon_found found;

	return token_find(role, text, t, &found) ? found.bits : 0;
}

/* m or f by value words among GENDERS, or 0. */
static inline char
word_gender(uint64_t bits)
{
	return (bits & GENDER_MALE) ? 'm' : (bits & GENDER_FEMALE) ? 'f' : 0;
}

/* Is it a word of courtesy, Mr., Lady? */
bool		 spelling_courtesy(const char *, size_t, enum spelling_form);
/* Is it de or van, al or bin? */
bool		 spelling_particle(const char *, size_t);
/* The bytes of a particle and its hyphen that a word begins with: al-, or 0. */
size_t		 spelling_prefix(const char *, size_t);

/* What a word behind a surname is. */
enum spelling_suffix {
	SUFFIX_NONE,		/* another name, or none */
	SUFFIX_PART,		/* part of the name: Jr. */
	SUFFIX_APART		/* no part of it: MP */
};
/* By the list of what follows surnames. */
enum spelling_suffix spelling_suffix(const char *, size_t);
/* By the list of abbreviations, of which most are not in the other. */
bool		 spelling_short_suffix(const char *, size_t);

/*
 * Does the name of a body end in this word?  Of a company: Corp.; with form
 * SPELLING_NO_STOPS also of any other body, place, law or thing: Council.
 */
bool		 spelling_body(const char *, size_t, enum spelling_form);

/* Is there a small letter among the bytes?  ASCII only. */
bool		 spelling_small(const char *, size_t);

/*
 * The acronyms that a name spells: by its capitals, UN, and by all its words,
 * BoG.  Words are added in order, each by its first code point in lower case;
 * what they spell is the hash of the acronym's letters in lower case, as
 * token_hash() has it.
 */
struct acronym {		/* start from {0} */
	uint32_t	 capitals;	/* hashes so far */
	uint32_t	 words;
	unsigned	 ncapitals;	/* letters of each */
	unsigned	 nwords;
};

#define ACRONYM_LEAST	2	/* letters */
#define ACRONYM_MOST	10	/* of what is taken for one */

void		 acronym_add(struct acronym *, uint32_t initial, bool capital);
uint32_t	 acronym_capitals(const struct acronym *);
uint32_t	 acronym_words(const struct acronym *);

#endif
