/*
 * document.h -- the names of a document, and which are the same
 *
 * "Kerry" is John Kerry where the document said so before.  The table keeps the
 * names a document gave, by kind, and answers with the fullest form of a
 * mention: for a person the longest earlier name that ends in the same surname
 * ("Sisi" in al-Sisi; or begins with the same given name, or holds the word as
 * the first of two surnames, when the surname is not given), the one mentioned
 * last where several do; for an organisation or place the name whose initials
 * an acronym spells, "Federal Reserve Board" for "Federal Reserve", "U.S.
 * Treasury Department" for "Treasury Department", and "Roe Corp." for "Roe".  A
 * person is never resolved to someone of another given name, initial or gender.
 *
 * The table is bounded: the oldest name that no mention has used goes first.
 * Comparison ignores case and the stops of initials and acronyms.
 *
 *	struct names *t = names_new();
 *	names_reset(t);					each document
 *	names_add(t, NAME_PERSON, "John Kerry", 10);
 *	full = names_fullest(t, NAME_PERSON, "Kerry", 5, &n);	"John Kerry"
 */
#ifndef COMMON_NAMES_DOCUMENT_H
#define COMMON_NAMES_DOCUMENT_H

#include <stddef.h>

#define NAMES_MAX	1024		/* names kept */

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

struct names;

struct names	*names_new(void);
void		 names_free(struct names *);
void		 names_reset(struct names *);

/*
 * Note a name of len bytes as mentioned, in any white space.  Returns its
 * fullest form so far, as names_fullest() does.
 */
const char	*names_add(struct names *, enum name_kind, const char *name,
		    size_t len, size_t *full_len);
/*
 * The fullest form of a name in the document so far, with single spaces, or
 * the name itself (cleaned so) if none is known.  Valid until the next call.
 */
const char	*names_fullest(struct names *, enum name_kind,
		    const char *name, size_t len, size_t *full_len);
/*
 * The same for a person of whom a title or the like tells the gender, 'm' or
 * 'f'; 0 if nothing does.
 */
const char	*names_add_person(struct names *, char gender, const char *name,
		    size_t len, size_t *full_len);
const char	*names_fullest_person(struct names *, char gender,
		    const char *name, size_t len, size_t *full_len);
/*
 * The name mentioned last that is of several words, ends in this word and is
 * not known to be a person's; NULL if there is none.
 */
const char	*names_ending(struct names *, const char *word, size_t len,
		    size_t *full_len);
/*
 * The persons' names of several words that end in this one, one after the
 * other: that at place *at or behind, from 0; NULL when there are no more.
 */
const char	*names_namesake(struct names *, size_t *at, const char *word,
		    size_t len, size_t *full_len);

#endif
