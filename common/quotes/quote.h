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
	unsigned	 confidence;	/* 0 to 1000 */
	bool		 nested;	/* inside another quotation */
	bool		 continued;	/* goes on from the one before */
	bool		 negated;	/* did not say */
	bool		 hypothetical;	/* if he says, she might say */
	bool		 question;	/* did he say? */
};

#endif
