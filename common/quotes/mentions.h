/*
 * mentions.h -- what the phrase that speaks is
 *
 * A mention is a noun phrase of a paragraph, as it stands in an attribution: a
 * pronoun, a name with or without what its bearer is, or a description.  Its
 * head is its last word before the first preposition; its modifiers are the
 * other words that tell who is meant.  The name that a mention gives is
 * mention_names.h's.
 *
 * Positions are tokens of the paragraph.
 */
#ifndef COMMON_QUOTES_MENTIONS_H
#define COMMON_QUOTES_MENTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "common/quotes/paragraph.h"

/* The lists of words that say what a person is. */
#define PERSON_WORDS	(ROLE_BIT(ROLE_TITLES) | ROLE_BIT(ROLE_PERSON_NOUNS))
#define MODIFIERS_MAX	8

enum mention_kind {
	MENTION_NONE,		/* there is no phrase: an empty span */
	MENTION_HE,
	MENTION_SHE,
	MENTION_IT,
	MENTION_THEY,
	MENTION_I,
	MENTION_WHO,		/* stands for what is right before it */
	MENTION_THE,		/* a noun phrase with "the", "his", "this" */
	MENTION_NOUN,		/* another noun phrase */
	MENTION_NAME
};

/* Whose somebody or something is. */
enum possessor {
	POSSESSOR_NONE,
	POSSESSOR_NAME,		/* "Roe's spokesman" */
	POSSESSOR_OTHER		/* "his spokesman", "the premier's spokesman" */
};

struct mention {
	enum mention_kind kind;
	struct span	 span;		/* bytes of the paragraph */
	struct range	 tokens;
	uint32_t	 head;		/* the token of its head */
	uint32_t	 head_hash;	/* and its folded hash, 0 if none */
	uint32_t	 modifiers[MODIFIERS_MAX];	/* folded hashes */
	unsigned	 nmodifiers;
	unsigned	 proper;	/* bits: which of them have capitals */
	enum possessor	 possessor;
	bool		 plural;
	bool		 name;		/* the head is a proper name */
	char		 gender;	/* m, f or 0: by its head */
	unsigned	 age;		/* the 33-year-old: 33, or 0 */
	bool		 epithet;	/* the 33-year-old, the father-of-two */
	bool		 role;		/* the head says what a person is, */
	bool		 body;		/* what a body is */
	bool		 paper;		/* one of its words: what a paper is */
};

/* What a span of the paragraph is; its sentence was looked at. */
void	mention_read(struct mention *, const struct paragraph *, struct span);
/*
 * Whether a token ends the head of a phrase that goes on to last: "of", "filed
 * with", but not "state-run".
 */
bool	mention_ends_head(const struct paragraph *, uint32_t token,
	    uint32_t last);

static inline bool
mention_is_pronoun(const struct mention *m)
{
	return m->kind >= MENTION_HE && m->kind <= MENTION_WHO;
}

#endif
