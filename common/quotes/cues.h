/*
 * cues.h -- words that may report
 *
 * A cue is a verb ("said", "fired back"), a noun ("a statement that"),
 * "according to", or a colon.  Its frame says on which side of it the content
 * stands.  Whether a word is a cue at all, and in which frame, is decided by
 * cue_features.h.
 *
 * Positions are tokens of a paragraph.
 */
#ifndef COMMON_QUOTES_CUES_H
#define COMMON_QUOTES_CUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/lexicon/lexicon.h"
#include "common/quotes/paragraph.h"

enum cue_kind { CUE_VERB, CUE_NOUN, CUE_ACCORDING, CUE_COLON };

struct cue {
	uint32_t	 token;		/* tokens token .. last - 1 */
	uint32_t	 last;
	uint32_t	 sentence;
	enum cue_kind	 kind;
	unsigned	 classes;	/* what a verb brings in: CUE_ */
	const char	*lemma;
	size_t		 lemma_len;
	uint32_t	 lemma_hash;
	uint32_t	 region;	/* the cue stands in it, or NO_REGION */
	uint32_t	 before;	/* region that ends shortly before */
	uint32_t	 after;		/* region that begins shortly after */
	bool		 noun;		/* may be a noun as well */
};

enum frame {
	FRAME_NONE,		/* no cue at all */
	FRAME_AFTER,		/* the content follows */
	FRAME_REGION,		/* the content is the region before */
	FRAME_BEFORE,		/* the content is the clause before */
	FRAMES
};

/* Whether a token could be a cue, by its word alone; then what it would be. */
bool	cue_word(struct paragraph *, uint32_t token, struct cue *);

/* How it is remembered in a paragraph's no_cues that a token's word is none. */
static inline uint64_t
cue_key(const struct token *t)
{
	return (uint64_t)(t->end - t->start) << 32 | t->folded;
}

/* Most words are met again and again, and are no cues: is that so of one? */
static inline bool
cue_is_none(const struct paragraph *p, uint32_t token)
{
	const struct token *t = &p->tokens.v[token];

	return t->kind == TOKEN_WORD && p->verbs == NULL &&
	    p->no_cues[t->folded % NO_CUES] == cue_key(t);
}
/* The same once its sentence is tagged, which this does. */
bool	cue_tagged(struct paragraph *, struct cue *);
/* Whether a cue can have a frame at all. */
bool	frame_possible(const struct cue *, enum frame);
/* What a token can do as a verb, CUE_ bits; 0 if it is none that can report. */
unsigned cue_classes(const struct paragraph *, uint32_t token);
/* Whether it is one that can. */
bool	cue_is_verb(const struct paragraph *, uint32_t token);
/* Whether it is one that is not written as its lemma is: no "cut" or "put". */
bool	cue_is_inflected(const struct paragraph *, uint32_t token);
/* Whether it is part of a phrase that reports nothing: "needless to say". */
bool	cue_is_idiom(const struct paragraph *, const struct cue *);
/* What kind of reporting it is, in a word: "say", "ask", "noun", "colon". */
const char *cue_class(const struct cue *);

#endif
