/*
 * passage.h -- a stretch of text taken apart: tokens, sentences, quotations
 * in marks, tags, noun phrases
 *
 * A passage is a paragraph, or the lines that one quotation runs over.  It is
 * what the later stages of finding quotations look at, and all their positions
 * are indices into its tokens.  Offsets of tokens are bytes into the text.
 *
 * Tokens, sentences and marks are found at once; tags and noun phrases only
 * for the sentences that are asked for (passage_look), since most sentences of
 * most texts report nothing.
 *
 * A region is what stands between two marks that belong together (marks.h),
 * in tokens; apostrophes and scare quotes are regions only as far as marks.h
 * calls them pairs.
 */
#ifndef COMMON_QUOTES_PARAGRAPH_H
#define COMMON_QUOTES_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/syntax/syntax.h"
#include "common/text/text.h"
#include "common/sentences/sentences.h"

#define PASSAGE_NO_CUES	4096
#define NO_REGION	0xFFFFFFFFu

struct range {			/* tokens first .. last - 1 */
	uint32_t	 first;
	uint32_t	 last;
};

struct region {
	uint32_t	 first;		/* tokens inside: first .. last - 1 */
	uint32_t	 last;
	uint32_t	 open;		/* the token of the opening mark, or first */
	uint32_t	 close;		/* of the closing one, or last */
	uint32_t	 parent;	/* index of the region around it */
	uint32_t	 depth;
	unsigned	 flags;		/* MARK_ */
	struct span	 inner;		/* bytes between the marks */
};

struct sentence {
	uint32_t	 first;		/* tokens first .. last - 1 */
	uint32_t	 last;
	bool		 line;		/* begins a line */
	bool		 looked;	/* has tags and chunks */
	uint32_t	 chunk;		/* its chunks: chunk .. chunk + nchunks - 1 */
	uint32_t	 nchunks;
};

struct passage {			/* start from {0} */
	const char	*text;
	size_t		 len;
	struct tokens	 tokens;
	uint8_t		*tags;		/* TAG_PUNCT where not looked at */
	uint32_t	*sentence_of;	/* of each token */
	uint32_t	*region_of;	/* innermost region around each token */
	struct sentence	*sentences;
	size_t		 nsentences;
	struct region	*regions;	/* in order of text, parents first */
	size_t		 nregions;
	struct chunks	 chunks;	/* by sentence as they were looked at */
	struct marks	 marks;
	size_t		 tags_cap, sentence_of_cap, region_of_cap;
	size_t		 sentences_cap, regions_cap;
	const struct tag_model *tagger;
	struct splitter	*splitter;
	uint64_t	 no_cues[PASSAGE_NO_CUES];	/* words lately seen to be none */
};

/* Take a text apart; open says a quotation was open before it. */
void	passage_read(struct passage *, const struct tag_model *,
	    struct splitter *, const char *text, size_t len, bool open);
/* Tag a sentence and find its noun phrases, once. */
void	passage_look(struct passage *, uint32_t sentence);
void	passage_free(struct passage *);

/* The first token behind "LONDON (Wire) - " at the head of a sentence. */
uint32_t passage_dateline(const struct passage *, uint32_t sentence);
/* The region whose opening (else closing) mark a token is, or NO_REGION. */
uint32_t passage_region_at(const struct passage *, uint32_t token,
	    bool opening);
/*
 * The index of the last chunk of a sentence that ends at a token or before, or
 * the number of chunks if there is none; the sentence was looked at.
 */
uint32_t passage_chunk_before(const struct passage *, uint32_t sentence,
	    uint32_t token);

/* The bytes of a token. */
static inline const char *
passage_word(const struct passage *p, uint32_t token, size_t *len)
{
	const struct token *t = &p->tokens.v[token];

	*len = t->end - t->start;
	return p->text + t->start;
}

/* True if the token is that one character. */
static inline bool
passage_is(const struct passage *p, uint32_t token, char c)
{
	const struct token *t = &p->tokens.v[token];

	return t->end - t->start == 1 && p->text[t->start] == c;
}

/* A token's folded hash, 0 behind the last. */
static inline uint32_t
passage_folded(const struct passage *p, uint32_t token)
{
	return token < p->tokens.n ? p->tokens.v[token].folded : 0;
}

/* A token's tag, TAGS behind the last. */
static inline unsigned
passage_tag(const struct passage *p, uint32_t token)
{
	return token < p->tokens.n ? p->tags[token] : TAGS;
}

/* A token's identity where it is a mark, its tag otherwise. */
static inline uint32_t
passage_sign(const struct passage *p, uint32_t token)
{
	unsigned tag = passage_tag(p, token);

	return tag == TAG_PUNCT ? passage_folded(p, token) : tag;
}

/* The outermost region around a token, or NO_REGION. */
static inline uint32_t
passage_outer(const struct passage *p, uint32_t token)
{
	uint32_t r = p->region_of[token];

	while (r != NO_REGION && p->regions[r].parent != NO_REGION)
		r = p->regions[r].parent;
	return r;
}

#endif
