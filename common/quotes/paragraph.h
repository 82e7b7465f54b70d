/*
 * paragraph.h -- a stretch of text taken apart: tokens, sentences, quotations
 * in marks, tags, noun phrases
 *
 * A paragraph is what extent.h says is read together.  The later stages of
 * finding quotations look at nothing else, and all their positions are indices
 * of its tokens.  Offsets of tokens are bytes of the text.
 *
 * Tokens, sentences and marks are found at once; tags and noun phrases only
 * for the sentences that are asked for (paragraph_look), since most sentences
 * of most texts report nothing.
 *
 * A region is what stands between two marks that belong together, as
 * common/text/text.h pairs them, in tokens.  Regions nest: each has a parent
 * around it, and a depth.
 */
#ifndef COMMON_QUOTES_PARAGRAPH_H
#define COMMON_QUOTES_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/names/names.h"
#include "common/quotes/naming.h"
#include "common/quotes/range.h"
#include "common/quotes/verbs.h"
#include "common/sentences/sentences.h"
#include "common/syntax/syntax.h"
#include "common/text/text.h"

#define NO_CUES		4096	/* words remembered that are no cues */
#define NO_REGION	0xFFFFFFFFu
#define NO_CHUNK	0xFFFFFFFFu

struct region {
	uint32_t	 first;		/* tokens inside: first .. last - 1 */
	uint32_t	 last;
	uint32_t	 open;		/* the opening mark's token, or first */
	uint32_t	 close;		/* of the closing one, or last */
	uint32_t	 parent;	/* the region around it, or NO_REGION */
	uint32_t	 depth;
	unsigned	 flags;		/* MARK_ */
	struct span	 inner;		/* bytes between the marks */
};

struct tagged_sentence {
	uint32_t	 first;		/* tokens first .. last - 1 */
	uint32_t	 last;
	bool		 line;		/* begins a line */
	bool		 looked;	/* has tags and chunks */
	uint32_t	 chunk;		/* the first of its chunks, */
	uint32_t	 nchunks;	/* and how many it has */
};

struct paragraph {			/* start from {0} */
	const char	*text;
	size_t		 len;
	struct tokens	 tokens;
	uint8_t		*tags;		/* TAG_PUNCT where not looked at */
	uint32_t	*sentence_of;	/* of each token */
	uint32_t	*region_of;	/* innermost region around each token */
	struct tagged_sentence *sentences;
	size_t		 nsentences;
	struct region	*regions;	/* in order of text, parents first */
	size_t		 nregions;
	struct chunks	 chunks;	/* by sentence as they were looked at */
	struct marks	 marks;
	size_t		 tags_cap, sentence_of_cap, region_of_cap;
	size_t		 sentences_cap, regions_cap;
	const struct tag_model *tagger;
	const struct verbs *verbs;	/* that the user lists, or NULL */
	struct known_names names;	/* discourse.h notes them */
	/* Of cues.h, from one paragraph to the next: words that are none. */
	uint64_t	 no_cues[NO_CUES];
};

/* Take a text apart; it and the tagger must outlive the paragraph. */
void	paragraph_read(struct paragraph *, const struct tag_model *,
	    struct splitter *, const char *text, size_t len);
/* Tag a sentence and find its noun phrases, once. */
void	paragraph_look(struct paragraph *, uint32_t sentence);
/* Give a token of it another tag, and find its noun phrases anew. */
void	paragraph_retag(struct paragraph *, uint32_t token, enum tag);
void	paragraph_free(struct paragraph *);

/* The tokens of a span of bytes: those that have a byte in it. */
struct range paragraph_tokens(const struct paragraph *, struct span);
/* The span of a range of tokens; 0 to 0 if it is empty. */
struct span paragraph_span(const struct paragraph *, struct range);
/* A range without the marks of punctuation at its ends. */
struct range paragraph_trim(const struct paragraph *, struct range);

/*
 * "(D-Ohio)" at a token: the token behind it; the token itself, if it opens no
 * bracket or one that is not closed before last and within so many tokens.
 */
uint32_t paragraph_behind_bracket(const struct paragraph *, uint32_t token,
	    uint32_t last, uint32_t most);
/* The token that opens the bracket which ends a range, or the range's last. */
uint32_t paragraph_bracket_at_end(const struct paragraph *, struct range);

/*
 * "10.14 The mayor said", "2:15pm BST: ": the token behind the time of day that
 * a line begins with, up to a token; the first itself if it begins with none.
 */
uint32_t paragraph_behind_time(const struct paragraph *, uint32_t first,
	    uint32_t last);
/* The first token behind "LONDON (Wire) - " at the head of a sentence. */
uint32_t paragraph_dateline(const struct paragraph *, uint32_t sentence);
/* The region whose opening (else closing) mark a token is, or NO_REGION. */
uint32_t paragraph_region_at(const struct paragraph *, uint32_t token,
	    bool opening);
/*
 * Of a sentence that was looked at: its last chunk that ends at a token or
 * before, and its first that ends behind it.  An index, or NO_CHUNK.
 */
uint32_t paragraph_chunk_before(const struct paragraph *, uint32_t sentence,
	    uint32_t token);
uint32_t paragraph_chunk_behind(const struct paragraph *, uint32_t sentence,
	    uint32_t token);

/* The bytes of a token. */
static inline const char *
paragraph_word(const struct paragraph *p, uint32_t token, size_t *len)
{
	const struct token *t = &p->tokens.v[token];

	*len = t->end - t->start;
	return p->text + t->start;
}

/* The lists that a token's word, in any case, is in; whether it is in one. */
static inline uint64_t
paragraph_lists(const struct paragraph *p, uint32_t token)
{
	return token_lists(p->text, &p->tokens.v[token]);
}

static inline bool
paragraph_in(const struct paragraph *p, uint32_t token, enum lexicon_role role)
{
	return token_in(role, p->text, &p->tokens.v[token]);
}

/* Whom a token may stand for, as PRONOUN_ bits; 0 if it is no pronoun. */
static inline unsigned
paragraph_pronoun(const struct paragraph *p, uint32_t token)
{
	return (unsigned)token_bits(ROLE_PRONOUNS, p->text,
	    &p->tokens.v[token]);
}

/* True if the token is that one character. */
static inline bool
paragraph_is(const struct paragraph *p, uint32_t token, char c)
{
	const struct token *t = &p->tokens.v[token];

	return t->end - t->start == 1 && p->text[t->start] == c;
}

/* True if the token is a mark of punctuation. */
static inline bool
paragraph_is_mark(const struct paragraph *p, uint32_t token)
{
	return p->tokens.v[token].kind == TOKEN_MARK;
}

/* A token's folded hash, 0 behind the last. */
static inline uint32_t
paragraph_folded(const struct paragraph *p, uint32_t token)
{
	return token < p->tokens.n ? p->tokens.v[token].folded : 0;
}

/* A token's tag, TAGS behind the last. */
static inline unsigned
paragraph_tag(const struct paragraph *p, uint32_t token)
{
	return token < p->tokens.n ? p->tags[token] : TAGS;
}

/* A token's identity where it is a mark, its tag otherwise. */
static inline uint32_t
paragraph_sign(const struct paragraph *p, uint32_t token)
{
	unsigned tag = paragraph_tag(p, token);

	return tag == TAG_PUNCT ? paragraph_folded(p, token) : tag;
}

/* run_read() of it, with the names that are known, as if it ended at end. */
static inline bool
paragraph_run(const struct paragraph *p, struct run *r, uint32_t end,
    uint32_t i, uint32_t *next)
{
	return naming_run(&p->names, p->text, p->tokens.v, r, end, i, next);
}

/* The tokens inside a region. */
static inline struct range
paragraph_inside(const struct paragraph *p, uint32_t region)
{
	struct range r = { p->regions[region].first, p->regions[region].last };

	return r;
}

/* The outermost region around a token, or NO_REGION. */
static inline uint32_t
paragraph_outer(const struct paragraph *p, uint32_t token)
{
	uint32_t r = p->region_of[token];

	while (r != NO_REGION && p->regions[r].parent != NO_REGION)
		r = p->regions[r].parent;
	return r;
}

#endif
