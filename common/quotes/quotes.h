/*
 * quotes.h -- who said what: quotations with their speakers
 *
 * Finds direct, mixed and indirect quotations in running text, with the word
 * that reports (the cue), the noun phrase that speaks as it is written (the
 * mention) and the fullest name the document gives for it (the speaker).  What
 * counts as a quotation is told in the manual of quote-extract(1).
 *
 * A document is read passage by passage, in order; a passage is a line, or the
 * lines that one quotation in marks runs over: passage_end() says how far.
 * Names and speakers are remembered from passage to passage, bounded in
 * number, until the next document begins.  Where the whole document is at hand
 * quoter_names() tells its names beforehand, so that a short name is also
 * resolved to a full one that comes later.
 *
 *	q = quoter_new();
 *	quoter_begin(q);				each document
 *	n = passage_end(text, len, true);		each passage
 *	found = quoter_read(q, text, n, len - n, &quotes);
 *
 * Time is linear in the text and memory in the longest passage.
 */
#ifndef COMMON_QUOTES_QUOTES_H
#define COMMON_QUOTES_QUOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "common/learn/learn.h"
#include "common/base/base.h"

enum quote_kind { QUOTE_DIRECT, QUOTE_MIXED, QUOTE_INDIRECT };

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
	const struct span *spans;	/* of the words, bytes in the text given */
	size_t		 nspans;	/* at least 1, in order */
	struct span	 cue;		/* empty if there is none */
	struct span	 mention;	/* empty if there is none */
	struct span	 addressee;	/* told whom; empty if none */
	const char	*lemma;		/* of the cue; not ended by NUL */
	size_t		 lemma_len;
	const char	*cue_class;	/* "say", "tell", ... or NULL */
	const char	*speaker;	/* NULL if not known */
	size_t		 speaker_len;
	enum speaker_by	 by;
	unsigned	 confidence;	/* 0 to 1000 */
	bool		 nested;	/* inside another quotation */
	bool		 continued;	/* goes on from the one before */
};

struct quoter;

/* One with the model built in; or with another, NULL if that has no quotes. */
struct quoter	*quoter_new(void);
struct quoter	*quoter_open(const struct model *);
void		 quoter_free(struct quoter *);
/* A document begins: forget the one before. */
void		 quoter_begin(struct quoter *);
/* Tell the names of a document, or a part of it, before it is read. */
void		 quoter_names(struct quoter *, const char *text, size_t len);
/* Tell the full name of a person that the document is known to name. */
void		 quoter_person(struct quoter *, const char *name, size_t len);
/*
 * The quotations of a passage, in order of their beginning.  They are valid
 * until the next call and point into the text.  So many bytes of the document
 * are at hand behind the passage, for those whom the text names next.
 */
size_t		 quoter_read(struct quoter *, const char *text, size_t len,
		    size_t ahead, const struct quote **);

/*
 * The length of the first passage of a text, with its line break: the first
 * line, or as many lines as its quotation in marks runs over.  When more text
 * may follow (last is false) and is needed to say, 0.
 */
size_t		 passage_end(const char *text, size_t len, bool last);

#endif
