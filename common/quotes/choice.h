/*
 * choice.h -- whom a mention stands for
 *
 * What stands for a referent (he, "the senator", a quotation without
 * attribution) is resolved by ranking: a linear model gives each candidate a
 * score, nobody among them, by distance, gender, number, who spoke, who began
 * his sentence, and how the words of the mention agree with what the document
 * called the referent.  After Raghunathan et al., A Multi-Pass Sieve for
 * Coreference Resolution (EMNLP 2010), and Denis and Baldridge, Specialized
 * Models and Ranking for Coreference Resolution (EMNLP 2008).
 *
 * Where the text behind a mention is at hand, those named next are candidates
 * too: "A Kenyan official said ... Ann Roe told reporters ...".
 */
#ifndef COMMON_QUOTES_CHOICE_H
#define COMMON_QUOTES_CHOICE_H

#include <stdbool.h>
#include <stddef.h>

#include "common/quotes/discourse.h"
#include "common/quotes/mentions.h"

#define AHEAD_MAX	2	/* referents named behind the mention */
#define CHOICE_MAX	(1 + REFERENTS + AHEAD_MAX)

/* Whether a person who has a name agrees with a mention, and was named near. */
enum choice_named { CHOICE_NONE, CHOICE_FAR, CHOICE_NEAR, CHOICE_LAST };

/* A choice: the candidates of a mention, the first being nobody. */
struct choice {
	const struct referents *of;
	struct mention	 mention;
	struct range	 fronted;	/* tokens that name somebody else */
	const struct referent *v[CHOICE_MAX];
	struct referent	 ahead[AHEAD_MAX];
	size_t		 nahead;
	uint32_t	 other;		/* spoken of the last other speaker */
	bool		 known;		/* somebody was called by its head */
	bool		 aged;		/* one has the age that it tells, */
	bool		 called;	/* or was called by all its words */
	unsigned	 named;		/* CHOICE_: of named ones that agree */
	bool		 since;		/* one was named since the last quote */
	/* Of words without a mention: */
	bool		 says_i;	/* I is among them */
	bool		 says_we;	/* we is */
	bool		 opens;		/* they open their paragraph */
	size_t		 n;
	uint8_t		 said[CHOICE_MAX];	/* SAID_: in what is said */
};

/* Whether a candidate is named in the words whose speaker is asked for. */
#define SAID_NAMED	1u
#define SAID_FIRST	2u		/* they begin with the name */

/* List the candidates; ahead must be filled in before. */
void		 choice_begin(struct choice *, const struct referents *);
/* May the mention stand for a candidate at all? */
bool		 choice_allows(const struct choice *, size_t);

/* How a candidate, not nobody, agrees with a mention that tells a gender. */
enum agreement { AGREES_UNKNOWN, AGREES, DISAGREES };
enum agreement	 choice_gender(const struct choice *, size_t);

#endif
