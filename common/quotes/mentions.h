/*
 * mentions.h -- what the phrase that speaks is, and the name it gives
 *
 * A mention is a noun phrase of a paragraph, as a report found it: a pronoun, a
 * name with or without what its bearer is, or a description.  Its head is its
 * last word before the first preposition; its modifiers are the other words
 * that tell who is meant.  Positions are tokens of the paragraph.
 */
#ifndef COMMON_QUOTES_MENTIONS_H
#define COMMON_QUOTES_MENTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/quotes/paragraph.h"
#include "common/names/names.h"

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

#define MODIFIERS_MAX	8

struct mention {
	enum mention_kind kind;
	struct span	 span;		/* bytes of the paragraph */
	struct range	 tokens;
	uint32_t	 head;		/* the token of its head */
	uint32_t	 head_hash;	/* and its folded hash, 0 if none */
	uint32_t	 modifiers[MODIFIERS_MAX];	/* folded hashes */
	unsigned	 nmodifiers;
	unsigned	 proper;	/* bits: which of them are capitalised */
	bool		 plural;
	bool		 possessor;	/* somebody's: "his", "the premier's" */
	bool		 name;		/* the head is a proper name */
	char		 gender;	/* m, f or 0: by its head */
	bool		 role;		/* the head says what somebody is */
	bool		 body;		/* or in that of bodies */
	bool		 paper;		/* a word of it is in that of papers */
};

/* What a span of the paragraph is; its sentence was looked at. */
void		 mention_read(struct mention *, const struct paragraph *,
		    struct span);
/* Whether a token ends the head of a phrase: "of", "filed with". */
bool		 mention_ends_head(const struct paragraph *, uint32_t token,
		    uint32_t last);

static inline bool
mention_is_pronoun(const struct mention *m)
{
	return m->kind >= MENTION_HE && m->kind <= MENTION_WHO;
}

#endif
