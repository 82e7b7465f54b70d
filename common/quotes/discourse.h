/*
 * discourse.h -- who is talked about
 *
 * The referents of a document are those whom it named or let speak last,
 * bounded in number.  A paragraph is walked through in order of text, as far
 * as the mention that is asked about, and whoever is named becomes a referent.
 * With each goes what the document called it, and how it stood where it was
 * named last: how many were named before it in its sentence, and what is on
 * either side.
 *
 * Positions are tokens of the paragraph.
 */
#ifndef COMMON_QUOTES_DISCOURSE_H
#define COMMON_QUOTES_DISCOURSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/names/names.h"
#include "common/quotes/described.h"
#include "common/quotes/mentions.h"
#include "common/quotes/paragraph.h"
#include "common/quotes/quote.h"

#define REFERENTS	24
#define REFERENT_BYTES	120
#define RUNS_KEPT	128	/* of a paragraph, the first */

/* What stands before or behind a name; features have these as numbers. */
enum beside {
	BESIDE_OTHER,		/* what tells nothing */
	BESIDE_START,		/* the beginning of the sentence */
	BESIDE_STOP,		/* its end */
	BESIDE_COMMA,
	BESIDE_QUOTE,		/* a quotation mark */
	BESIDE_PREP,		/* a preposition */
	BESIDE_CONJ,		/* a conjunction: and, but */
	BESIDE_SUB,		/* that, who, while */
	BESIDE_VERB,
	BESIDE_POSSESSIVE	/* 's */
};

/*
 * What the text of a referent looks like that is not known to be a person's
 * name: the number of its words, 4 at most, and these bits.
 */
#define SHAPE_WORDS	7u
#define SHAPE_PLACE	8u	/* it is in a list of places */
#define SHAPE_SMALL	16u	/* a word in small letters is in it */
#define SHAPE_BODY	32u	/* it ends as the name of a body does */
#define SHAPE_THE	64u	/* an article and a name: the Pentagon */

/* Whoever or whatever is talked about. */
struct referent {
	char		 text[REFERENT_BYTES];
	size_t		 len;
	uint32_t	 head;		/* folded hash of its last word */
	uint32_t	 sentence;	/* number in the document */
	uint32_t	 times;		/* it was named or spoke */
	uint32_t	 spoken;	/* number of its last quotation, or 0 */
	struct word_set	 words;		/* of it, and what it was called */
	char		 gender;	/* m, f or 0 */
	uint8_t		 shape;		/* SHAPE_ */
	bool		 person;
	bool		 plural;
	uint32_t	 placed;	/* sentence for which these hold: */
	uint32_t	 at;		/* the token that named it there */
	uint8_t		 order;		/* the how manieth there, from 1 */
	uint8_t		 left;		/* what stood beside it: BESIDE_ */
	uint8_t		 right;
	bool		 subject;	/* began its sentence */
	bool		 quoted;	/* named last in somebody's words */
	bool		 paper;		/* was called a newspaper or the like */
	bool		 thing;		/* is known to be no person */
	bool		 described;	/* has no name that is known */
	bool		 definite;	/* described as if known: the woman */
	uint8_t		 age;		/* in years, 0: not told */
	bool		 since;		/* named since somebody spoke last */
	uint32_t	 beside;	/* named last in the mention of another
					 * one's quotation: its number, or 0 */
	uint8_t		 chain;		/* so many pronouns since its name */
	int8_t		 clear;		/* and how clear the least one was */
	bool		 ahead;		/* named behind the mention, */
	bool		 says;		/* and before a verb of saying */
};

struct referents {			/* start from {0} */
	struct referent	 v[REFERENTS];
	uint8_t		 order[REFERENTS];	/* their indices, newest last */
	size_t		 n;
	uint32_t	 sentence;	/* the one that is read */
	uint32_t	 spoken;	/* quotations so far */
	uint32_t	 spoken_at;	/* sentence of the last one */
	unsigned	 bare;		/* the last so many had no mention, */
	uint32_t	 bares;		/* and so many of all */
	bool		 asked;		/* the last one ends as a question, */
	bool		 asks;		/* its cue asks, */
	bool		 of_him;	/* and its words have he */
	bool		 of_her;	/* or she in them */
	int8_t		 clear;		/* how clear it was who said it */
	uint32_t	 paragraph;	/* that is read, */
	uint32_t	 spoken_in;	/* and of the last quotation */
	uint8_t		 named;		/* in the sentence so far */
};

struct discourse {			/* start from {0}, then set four */
	struct people	*people;
	struct naming	*naming;
	struct splitter	*splitter;
	struct referents referents;
	struct paragraph *paragraph;
	struct range	 spoken;	/* the last mention that spoke */
	uint32_t	 at;		/* so many tokens were walked through */
	uint32_t	 sentence;	/* and the sentence of the last */
	struct run	 runs[RUNS_KEPT];
	unsigned	 nruns;
	unsigned	 next_run;	/* the first not yet used */
	struct tokens	 tokens;	/* of what is not in the paragraph */
	struct known_names names;	/* and its names */
	struct sieve	 openers;	/* words that begin a description, */
	struct sieve	 him;		/* that may mean him, */
	struct sieve	 her;		/* or her */
	struct tag_model tagger;
	size_t		 begins;	/* where it does in the document */
	size_t		 noted;		/* so much of the document was */
};

/* The referent of that text, NULL if there is none. */
struct referent	*referents_find(struct referents *, const char *, size_t);
/* Who spoke last, except in the words of others; NULL if nobody did. */
const struct referent *referents_last_speaker(const struct referents *);
/* Add the words of a text to a set; returns the last one's hash. */
uint32_t	 referent_words(struct word_set *, const char *, size_t);

/* Make ready: what it asks of words. */
void		 discourse_open(struct discourse *);
/* A document begins. */
void		 discourse_begin(struct discourse *);
/* Note the names in a text, all of a document's before it is read. */
void		 discourse_note(struct discourse *, const char *text,
		    size_t len);
/* Begin a paragraph, all of whose names count for short forms. */
void		 discourse_paragraph(struct discourse *, struct paragraph *);
/* It ends; the next begins where it ends. */
void		 discourse_paragraph_end(struct discourse *);
/* Walk on to a byte of the paragraph. */
void		 discourse_walk(struct discourse *, size_t to);
/*
 * Somebody of that name has spoken.  What the mention says of him is true of
 * him from now on.  Whose words another one reports (nested) does not take the
 * floor from that one.
 */
void		 discourse_spoke(struct discourse *, const struct mention *,
		    const char *name, size_t len, bool nested);
/*
 * And what that one said, outside marks, by this cue: whom it may be about.
 */
void		 discourse_said(struct discourse *, const struct span *words,
		    size_t n, struct span cue);
/* What is known of the person that a run of these tokens names. */
void		 discourse_person(struct discourse *, struct referent *,
		    const char *text, const struct token *, const struct run *);

#endif
