/*
 * quotes.h -- who said what: quotations with their speakers
 *
 * Finds direct, mixed and indirect quotations in running text, with the word
 * that reports (the cue), the noun phrase that speaks as it is written (the
 * mention) and the fullest name the document gives for it (the speaker).  What
 * counts as a quotation is told in the manual of quote-extract(1).
 *
 * A document is read paragraph by paragraph, in order: paragraph_extent() says
 * how far one goes.  Names and speakers are remembered from paragraph to
 * paragraph, bounded in number, until the next document begins.  Where the
 * whole document is at hand, quoter_names() tells its names beforehand, so
 * that a short name is also resolved to a full one that comes later.
 *
 *	q = quoter_new();
 *	quoter_begin(q);				each document
 *	n = paragraph_extent(text, len, true);		each paragraph
 *	found = quoter_read(q, text, n, len - n, &quotes);
 *
 * Time is linear in the text, and memory in the longest paragraph.
 *
 * This is the module's only header for others.  Inside, each file uses those
 * before it: a paragraph taken apart (paragraph.h); the decisions about a word
 * that reports (cues.h, contents.h, sources.h, each with its features); what
 * is collected (attributions.h) by openings.h, attribute.h and unattributed.h;
 * the records made of it (records.h); and whose words they are (mentions.h,
 * discourse.h, choice.h, speakers.h).
 */
#ifndef COMMON_QUOTES_QUOTES_H
#define COMMON_QUOTES_QUOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "common/learn/learn.h"
#include "common/names/names.h"
#include "common/quotes/extent.h"
#include "common/quotes/quote.h"

struct quoter;

/* One with the model built in; or with another, NULL if that has no quotes. */
struct quoter	*quoter_new(void);
struct quoter	*quoter_open(const struct model *);
void		 quoter_free(struct quoter *);
/*
 * Tell a verb of saying, for all documents: a line of a list as verbs.h has it.
 * False if it is none, and then what is wrong with it.
 */
bool		 quoter_verb(struct quoter *, const char *line,
		    const char **wrong);
/* A document begins: forget the one before. */
void		 quoter_begin(struct quoter *);
/* Tell the names of a document, or a part of it, before it is read. */
void		 quoter_names(struct quoter *, const char *text, size_t len);
/* Tell the full name of a person that the document is known to name. */
void		 quoter_person(struct quoter *, const char *name, size_t len);
/*
 * Tell that something is named at these bytes of the document, and what it is
 * called in full (0 bytes: as there); in order of text, before quoter_names().
 * And that all that it names is told so: then nothing else is looked for.
 */
void		 quoter_name(struct quoter *, enum name_kind, struct span,
		    const char *full, size_t len);
void		 quoter_all_names(struct quoter *);
/*
 * The quotations of a paragraph, in order of their beginning.  They are valid
 * until the next call and point into the text.  So many bytes of the document
 * are at hand behind the paragraph, for those whom the text names next.
 */
size_t		 quoter_read(struct quoter *, const char *text, size_t len,
		    size_t ahead, const struct quote **);

#endif
