/*
 * name.h -- a name of a document, read: its words, and what was told of it
 *
 * Two spellings are of one name if their words have the same letters: letter
 * case, accents, apostrophes, hyphens and full stops do not count (O’Neil and
 * O'Neil, Lindstrom and Lindström, HANOI and Hanoi, U.S. and US).  Inside the
 * module only.
 */
#ifndef COMMON_NAMES_NAME_H
#define COMMON_NAMES_NAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/names/document.h"

#define NAME_WORDS	16		/* words of a name that are looked at */
#define NAME_ALIASES	2

struct name_word {
	uint32_t	 hash;		/* of letters and digits, folded */
	uint32_t	 bare;		/* the same without al- */
	uint32_t	 initial;	/* its first code point, folded */
	uint32_t	 at;		/* where it is in the text, */
	uint32_t	 len;		/* and its bytes */
	uint8_t		 letters;	/* how many; 1: an initial */
	bool		 capital;
	bool		 acronym;	/* all capitals, two or more */
};

struct name {
	char		*text;		/* best spelling, single spaces, NUL */
	size_t		 len;
	size_t		 cap;
	struct name_word words[NAME_WORDS];
	size_t		 n;		/* words without a suffix such as Jr. */
	uint32_t	 suffix;	/* hash of that suffix, or 0 */
	uint32_t	 whole;		/* hash of all its words and suffix */
	enum name_kind	 kind;
	bool		 capital;	/* not all its letters are small */
	unsigned	 small;		/* small letters, ASCII */
	unsigned	 accents;	/* letters that are not ASCII */
	struct name_told told;
	bool		 guessed;	/* told.gender, by the given name */
	uint32_t	 aliases[NAME_ALIASES];	/* hashes of acronyms, or 0 */
	uint64_t	 first;		/* where it was mentioned first */
	uint32_t	 serial;	/* 0: free */
	bool		 used;
};

/* Read a name of len bytes, with what is told of its bearer, if anything. */
void	name_read(struct name *, enum name_kind, const struct name_told *,
	    const char *, size_t len);
/* The same of a name that was read before: of one kind, or neither a person. */
void	name_again(struct name *, const struct name *read, enum name_kind,
	    const struct name_told *);
/* Who is not said to be a man or a woman is one by the given name. */
void	name_guess_gender(struct name *);
/* Of two spellings of a name: is a better one than b? */
bool	name_is_better(const struct name *a, const struct name *b);

static inline const struct name_word *
name_last(const struct name *n)
{
	return &n->words[n->n - 1];
}

/* Are they the same word, or but for al- and the like? */
static inline bool
name_word_same(const struct name_word *a, const struct name_word *b)
{
	return a->hash == b->hash || a->bare == b->bare;
}

/* Do all words of a short name end the full one: Kyi, Aung San Suu Kyi? */
bool	name_ends_in(const struct name *full, const struct name *);
/* Do they begin it? */
bool	name_begins_with(const struct name *full, const struct name *);

#endif
