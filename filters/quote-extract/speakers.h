/*
 * speakers.h -- whose words: from the mention to the fullest name
 *
 * A document's memory of who was named and who spoke.  A surname, a title with
 * a surname, initials of an organisation get the fullest form that the
 * document gave; he, she, it and they, and noun phrases that stand for a
 * speaker ("the senator", "the report"), get the referent that a small linear
 * model ranks first, or none when that is nobody.  What has no name is itself:
 * "a Pentagon spokesman".  The memory is bounded: the oldest names go first.
 *
 * Names are runs of capitalised words; what stands before a name and says what
 * its bearer is (common/english/roles.txt) is no part of it.
 *
 * The lists of candidates and features at the end are for the trainer, which
 * must see what run time sees.
 */
#ifndef QUOTE_EXTRACT_SPEAKERS_H
#define QUOTE_EXTRACT_SPEAKERS_H

#include <stdbool.h>
#include <stddef.h>

#include "common/learn/logistic.h"
#include "filters/quote-extract/passage.h"
#include "filters/quote-extract/quotes.h"

struct speakers;

/* The weights may be NULL: then pronouns stay as they are. */
struct speakers	*speakers_new(const struct logistic *);
void		 speakers_free(struct speakers *);
void		 speakers_reset(struct speakers *);
/* Note the names in a text, all of a document's before it is read. */
void		 speakers_note(struct speakers *, const char *text, size_t len);
/* Note a name that is known to be a person's. */
void		 speakers_person(struct speakers *, const char *, size_t);
/* Note the names of the passage that is read now: who is talked about. */
void		 speakers_passage(struct speakers *, const struct passage *);
/*
 * Fill in the speaker of a quotation of that passage; in order of text.  The
 * speaker's name is valid until the next speakers_passage().
 */
void		 speakers_resolve(struct speakers *, struct quote *);

/* The rest of the passage is talked about, too. */
void		 speakers_passage_end(struct speakers *);

#define REFERENTS_MAX	24

/*
 * For the trainer: the referents a mention may have, 0 if it is not one to be
 * ranked; the first candidate is nobody.
 */
size_t		 speakers_candidates(struct speakers *, struct span mention,
		    struct span cue);
bool		 speakers_candidates_wanted(struct speakers *, struct span);
const char	*speakers_candidate(const struct speakers *, size_t, size_t *);
void		 speaker_features(const struct speakers *, size_t,
		    struct features *);
/* Remember that this one spoke, from a mention. */
void		 speakers_spoke(struct speakers *, struct span mention,
		    const char *name, size_t len);

#endif
