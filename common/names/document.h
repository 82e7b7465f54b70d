/*
 * document.h -- the names of a document, and which are the same
 *
 * "Kerry" is John Kerry where the document said so.  The table keeps the names
 * a document gave, by kind, and answers with the fullest form of a mention:
 *
 * - any mention in other letters, HANOI for Hanoi, Lindstrom for Lindström: the
 *   spelling with small letters, and then the one with accents;
 * - a person: the longer name that ends in the same surname ("Sisi" in
 *   al-Sisi; or begins with the same given name, or holds the word as the first
 *   of two surnames, where nobody's surname it is);
 * - a body: the name whose initials an acronym spells, or behind which it stood
 *   in brackets; Goldman Sachs for "Goldman", Boston Celtics for "Celtics",
 *   "U.S. Treasury Department" for "Treasury Department", and "Roe Corp." for
 *   "Roe";
 * - a storm or another event, a law: the one that ends in the mention.  A place
 *   or building loses only what it is, Heathrow Airport; a country or city is
 *   never part of another's name.
 *
 * Two that a mention may mean are told apart by given name, initial, gender and
 * title; where these leave two, the mention stays as it is.  But of one that
 * the document has named and one that it names only later it is the first.
 *
 * The table is bounded: the oldest name that no mention has used goes first.
 *
 *	struct names *t = names_new();
 *	names_reset(t);					each document
 *	names_at(t, 100);
 *	names_note(t, NAME_PERSON, NULL, "John Kerry", 10);
 *	names_at(t, 200);
 *	full = names_fullest(t, NAME_PERSON, NULL, "Kerry", 5, &n);
 */
#ifndef COMMON_NAMES_DOCUMENT_H
#define COMMON_NAMES_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NAMES_MAX	1024		/* names kept */
#define NAME_TITLES	4

/*
 * What a name is of.  Persons are looked up among persons, all else among the
 * rest; the same words for two kinds of things are two names.
 */
enum name_kind {
	NAME_PERSON,
	NAME_PEOPLE,		/* a nation, a faith, a party's followers */
	NAME_BUILDING,		/* or a road, a bridge, an airport */
	NAME_BODY,		/* an organisation */
	NAME_COUNTRY,		/* or a city, a state */
	NAME_PLACE,		/* no government's: a river, a region */
	NAME_PRODUCT,
	NAME_EVENT,
	NAME_WORK,		/* a book, a song */
	NAME_LAW,
	NAME_LANGUAGE,
	NAME_OTHER,		/* no person's, and not known what */
	NAME_NONE		/* no name: it is given back as it is */
};

/* What a text tells of a person beside the name (context.h). */
struct name_told {
	char		 gender;	/* 'm', 'f' or 0: not known */
	unsigned	 ntitles;
	uint32_t	 titles[NAME_TITLES];	/* hashes: judge, mayor */
};

struct names;

struct names	*names_new(void);
void		 names_free(struct names *);
void		 names_reset(struct names *);

/*
 * Where in the document the mentions that follow are, in bytes or by any other
 * measure that grows; 0 until it is told.
 */
void		 names_at(struct names *, uint64_t);
/*
 * Note a name of len bytes as mentioned, in any white space, and what is told
 * of a person, NULL if nothing is.
 */
void		 names_note(struct names *, enum name_kind,
		    const struct name_told *, const char *name, size_t len);
/* The same; returns its fullest form so far, as names_fullest() does. */
const char	*names_add(struct names *, enum name_kind,
		    const struct name_told *, const char *name, size_t len,
		    size_t *full_len);
/*
 * The fullest form of a name in the document, among those that were noted, with
 * single spaces, or the name itself (cleaned so) if none is known.  Valid until
 * the next call.
 */
const char	*names_fullest(struct names *, enum name_kind,
		    const struct name_told *, const char *name, size_t len,
		    size_t *full_len);
/* Was just this name noted, in any spelling, of whatever it is? */
bool		 names_have(struct names *, const char *, size_t len);
/*
 * The persons of the document whose surname this word is, each once, by their
 * longest names: at most so many into v, in no order.  Returns how many; valid
 * until a name is noted.
 */
struct namesake {
	const char	*name;
	size_t		 len;
};

size_t		 names_namesakes(struct names *, const char *word, size_t len,
		    struct namesake *v, size_t most);
/*
 * Behind a name that was noted stands this one in brackets: if it is an acronym
 * of the name, it stands for it from here on.
 */
void		 names_alias(struct names *, enum name_kind, const char *name,
		    size_t len, const char *acronym, size_t acronym_len);

#endif
