/*
 * persons.h -- who is named in a document, and what it says of them
 *
 * The names are kept by common/names/document.h; beside each person's stands
 * what the document told of him or her: gender, and the words that describe the
 * bearer, before the name ("Israeli Prime Minister") or set off by commas (", a
 * spokesman for the army,").  Both tables are bounded: what was not mentioned
 * for long is forgotten first.
 *
 * A run of capitals is a person's name if that is known (run_known), or a role
 * or a known given name begins it; other runs of several words are kept as
 * names of whatever it may be.
 */
#ifndef COMMON_NAMES_PERSONS_H
#define COMMON_NAMES_PERSONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/names/document.h"
#include "common/names/runs.h"
#include "common/text/text.h"

#define NAME_BYTES	72	/* longer ones are not names */

#define NAMESAKES	8	/* of one surname, that are told apart */

/* Some words, each as its token.folded. */
#define WORD_SET	20

struct word_set {
	uint32_t	 v[WORD_SET];
	unsigned	 n;
};

#define BEARER_HE	0x01
#define BEARER_SHE	0x02

struct bearer {
	uint32_t	 hash;		/* of the name */
	uint32_t	 document;
	unsigned	 genders;	/* BEARER_ */
	uint8_t		 age;		/* in years, 0 if it is not told */
	bool		 person;
	bool		 article;	/* "the" stands before the name */
	struct word_set	 words;		/* what he or she was called */
};

struct people;

struct people	*people_new(void);
void		 people_free(struct people *);
void		 people_reset(struct people *);

/* Where in the document the runs that follow are, as names_at() has it. */
void		 people_at(struct people *, uint64_t);
/* Has the document given just this name, a person's or of anything else? */
bool		 people_knows(struct people *, const char *text,
		    const struct run *);
/*
 * Does a run that nothing makes a person's begin the name of a firm that the
 * document has told in full?  Apple Ridge does that of Apple Ridge Farms Inc.
 */
bool		 people_begins_firm(struct people *, const char *text,
		    const struct run *);
/* Note the name of a run of these tokens, and what is said of its bearer. */
void		 people_note(struct people *, const char *text,
		    const struct token *, uint32_t n, const struct run *r);
/* Note a name that is known to be a person's. */
void		 people_person(struct people *, const char *, size_t);
/*
 * The fullest name of the person that a run names, in buf; 0 if it names none.
 * A surname that both a man and a woman bear keeps its courtesy title.
 */
size_t		 people_name(struct people *, const char *text,
		    const struct run *, char *buf, size_t cap);
/* The fullest name of what else a run names, with its article; 0 if none. */
size_t		 people_body(struct people *, const char *text,
		    const struct run *, char *buf, size_t cap);
/*
 * The longer name that the document gives whom a run names, whatever it is, in
 * buf; 0 if it gives none.
 */
size_t		 people_longer(struct people *, const char *text,
		    const struct run *, char *buf, size_t cap);
/*
 * Whom a run may name that gives a surname alone, as far as the document and
 * the run's title and gender tell: their full names, a bound number of them.
 * The names are good until one is noted.
 */
struct namesakes {
	struct namesake	 v[NAMESAKES];
	size_t		 n;
};

void		 people_namesakes(struct people *, const char *text,
		    const struct run *, struct namesakes *);
/* What is known of a name's bearer: made if need be, good until the next. */
struct bearer	*people_bearer(struct people *, const char *name, size_t len);

/*
 * Add a word that somebody is called, and what else that makes him or her: of
 * "Sgt" sergeant and officer, too.
 */
void		 people_call(struct word_set *, const char *text,
		    const struct token *);
/* The age that a number token tells, as in "Ann Roe, 61,", or 0. */
unsigned	 people_age(const char *text, const struct token *);

static inline bool
word_set_has(const struct word_set *s, uint32_t hash)
{
	unsigned i;

	for (i = 0; i < s->n; i++)
		if (s->v[i] == hash)
			return true;
	return false;
}

/* What no longer fits is forgotten. */
static inline void
word_set_add(struct word_set *s, uint32_t hash)
{
	if (s->n < WORD_SET && !word_set_has(s, hash))
		s->v[s->n++] = hash;
}

#endif
