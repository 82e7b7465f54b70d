/*
 * quote.h -- what is told of a quotation: one record
 *
 * Offsets are bytes of the text given to quoter_read().  Strings are not ended
 * by NUL where a length stands beside them, and belong to the quoter.
 */
#ifndef COMMON_QUOTES_QUOTE_H
#define COMMON_QUOTES_QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "common/base/base.h"

enum quote_kind {
	QUOTE_DIRECT,		/* all of its words stand in marks */
	QUOTE_MIXED,		/* some of them */
	QUOTE_INDIRECT,		/* none */
	QUOTE_KINDS
};

/* "direct", "mixed" or "indirect". */
static inline const char *
quote_kind_name(enum quote_kind kind)
{
	static const char *const names[] = { "direct", "mixed", "indirect" };

	return names[kind];
}

/* How the speaker was made of the mention. */
enum speaker_by {
	SPEAKER_NONE,		/* there is none */
	SPEAKER_MENTION,	/* the mention is the fullest form */
	SPEAKER_NAME,		/* a fuller form of the mention's name */
	SPEAKER_PRONOUN,	/* whom a pronoun stands for */
	SPEAKER_NOUN,		/* whom a noun phrase stands for */
	SPEAKER_PREVIOUS	/* carried over from the quotation before */
};

/* What it is that speaks. */
enum quote_source {
	SOURCE_NONE,		/* nobody is said to */
	SOURCE_PERSON,		/* somebody by name */
	SOURCE_UNNAMED,		/* a person or persons without a name */
	SOURCE_BODY,		/* a firm, a court, a government */
	SOURCE_DOCUMENT		/* a report, a letter */
};

/* "person" and so on; NULL for none. */
static inline const char *
quote_source_name(enum quote_source source)
{
	static const char *const names[] = { NULL, "person", "unnamed", "body",
	    "document" };

	return names[source];
}

/* "male", "female"; NULL for 0. */
static inline const char *
quote_gender_name(char gender)
{
	return gender == 'm' ? "male" : gender == 'f' ? "female" : NULL;
}

/*
 * How clearly the record was made, which sure.h weighs and nobody else needs:
 * by how much each decision was likelier than the next best, in quarters of a
 * natural unit of log odds, CLUE_MOST at most.
 */
#define CLUE_MOST	60

struct quote_clues {
	uint8_t		 frame;		/* enum frame */
	int8_t		 cue;		/* it reports, and does not */
	int8_t		 begin, end;	/* of its words */
	int8_t		 source;	/* the mention, */
	int8_t		 apart;		/* and one without a word of it */
	int8_t		 choice;	/* whom the mention stands for, */
	uint8_t		 rivals;	/* and others that it may stand for; */
	uint8_t		 said;		/* whether the words name that one */
};

struct quote {
	enum quote_kind	 kind;
	const struct span *spans;	/* of its words */
	size_t		 nspans;	/* at least 1, in order */
	struct span	 cue;		/* empty if there is none */
	struct span	 mention;	/* empty if there is none */
	struct span	 addressee;	/* told whom; empty if none */
	const char	*lemma;		/* of the cue */
	size_t		 lemma_len;
	const char	*cue_class;	/* "say", "tell", ... or NULL */
	const char	*speaker;	/* NULL if not known */
	size_t		 speaker_len;
	enum speaker_by	 by;
	enum quote_source source;
	const char	*role;		/* of a person; NULL if not told */
	size_t		 role_len;
	const char	*organisation;	/* in the role; NULL if none is */
	size_t		 organisation_len;
	char		 gender;	/* 'm', 'f'; 0 if not told */
	unsigned	 confidence;	/* of 1000: these are words of his, */
	unsigned	 speaker_confidence;	/* and the speaker is right */
	struct quote_clues clues;
	bool		 nested;	/* inside another quotation */
	bool		 continued;	/* goes on from the one before */
	bool		 negated;	/* did not say */
	bool		 hypothetical;	/* if he says, she might say */
	bool		 question;	/* did he say? */
};

#endif
