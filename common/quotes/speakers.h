/*
 * speakers.h -- whose words: from the mention to the fullest name
 *
 * A document's memory of who was named and who spoke.  A surname, a title with
 * a surname, initials of an organisation get the fullest form that the
 * document gave (common/names); he, she, it and they, and noun phrases that
 * stand for a speaker ("the senator", "the report"), get the referent that a
 * small linear model ranks first, or none when that is nobody (choice.h).  What
 * has no name is itself: "a Pentagon spokesman".  The memory is bounded.
 */
#ifndef COMMON_QUOTES_SPEAKERS_H
#define COMMON_QUOTES_SPEAKERS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/learn/learn.h"
#include "common/quotes/paragraph.h"
#include "common/quotes/quote.h"

struct speakers;

/*
 * The weights may be NULL: without the first pronouns stay as they are, without
 * those of how sure a speaker is (sure.h) all are.
 */
struct speakers	*speakers_new(const struct logistic *,
		    const struct logistic *sure);
void		 speakers_free(struct speakers *);
/* A document begins. */
void		 speakers_reset(struct speakers *);
/* Note the names in a text, all of a document's before it is read. */
void		 speakers_note(struct speakers *, const char *text, size_t len);
/* Note a name that is known to be a person's. */
void		 speakers_person(struct speakers *, const char *, size_t);
/* All names of the document are told, in order: naming.h. */
void		 speakers_all_names(struct speakers *);
void		 speakers_name(struct speakers *, enum name_kind, struct span,
		    const char *full, size_t len);
/*
 * Begin a paragraph, and note its names.  So many bytes of the document behind
 * its text are at hand.
 */
void		 speakers_paragraph(struct speakers *, struct paragraph *,
		    size_t ahead);
/*
 * Fill in the speaker of a quotation of the paragraph; in order of text.  Outer
 * is the quotation that the mention stands in, or NULL: "I" is who says that,
 * and a noun is somebody else.  The speaker's name is valid until the next
 * paragraph begins.
 */
void		 speakers_resolve(struct speakers *, struct quote *,
		    const struct quote *outer);
/* End the paragraph: the rest of it is talked about, too. */
void		 speakers_paragraph_end(struct speakers *);

/*
 * For the trainer, which must see what run time sees: what told how sure the
 * speaker resolved last is, empty if there is none; whether a mention is
 * ranked, or has a name of its own; the candidates of one that is, of which the
 * first is nobody; and that somebody spoke, by a mention that stands perhaps in
 * another one's words (nested).
 */
const struct features *speakers_weighed(const struct speakers *);
bool		 speakers_ranked(struct speakers *, struct span mention);
size_t		 speakers_candidates(struct speakers *, struct span mention,
		    const struct span *words, size_t n);
const char	*speakers_candidate(const struct speakers *, size_t, size_t *);
void		 speakers_features(const struct speakers *, size_t,
		    struct features *);
void		 speakers_spoke(struct speakers *, struct span mention,
		    const char *name, size_t len, bool nested);
/* And what that one said, by which cue. */
void		 speakers_said(struct speakers *, const struct span *words,
		    size_t n, struct span cue);

#endif
