/*
 * clear.h -- attributions whose form leaves no doubt
 *
 * Behind a quotation that begins a sentence and ends in a comma, or in another
 * stop, a verb and whoever speaks, ", said Ann Roe", or whoever speaks and a
 * verb, ", Roe joked.", attribute it whatever the verb is.  Where such a form
 * is met, no weight of the word is asked.
 *
 * Positions are tokens of a paragraph.
 */
#ifndef COMMON_QUOTES_CLEAR_H
#define COMMON_QUOTES_CLEAR_H

#include <stdbool.h>
#include <stdint.h>

#include "common/quotes/cues.h"
#include "common/quotes/paragraph.h"

/*
 * Whether a cue in its tagged sentence clearly attributes the region before it,
 * and where the phrase of who speaks begins.
 */
bool	clear_form(const struct paragraph *, const struct cue *,
	    uint32_t *source);
/*
 * The same by the words alone, in any sentence; the verb is tagged as one,
 * which "added Roe" otherwise is not: it may be who was added.
 */
bool	clear_follows(struct paragraph *, const struct cue *);
/*
 * "Roe, the mayor of a town in the west, said": the same, where more is told of
 * who speaks, however long; notes the region before the cue.
 */
bool	clear_apposed(struct paragraph *, struct cue *);
/*
 * The cue that clearly attributes a region, and is in no list: a verb in the
 * past beside a name or pronoun.  Its lemma is the word itself.
 */
bool	clear_unlisted(struct paragraph *, uint32_t region, struct cue *,
	    uint32_t *source);
/*
 * "Roe was quoted by the agency as saying", "the agency quoted Roe as saying":
 * whether a cue has its source in this way, and where it begins; and whether
 * this ends a sentence that begins with what was said.
 */
bool	clear_quoted(const struct paragraph *, const struct cue *,
	    uint32_t *source, bool *ends);
/* The first verb of the second of these, which is nobody's report. */
bool	clear_quotes(const struct paragraph *, const struct cue *);
/*
 * "The court heard that it rained": whether a cue is a verb of hearing, and
 * whether a court or meeting hears, so that it reports what follows, and where
 * the phrase of it begins; what anybody else hears is not said.  The verb is
 * tagged as one.
 */
bool	clear_hears(struct paragraph *, const struct cue *);
bool	clear_hearing(const struct paragraph *, const struct cue *,
	    uint32_t *source);
/*
 * "Club captain Ann Roe: 'We lost.'": whether a colon that a sentence's first
 * words end in, a name and what tells of it, is followed by the words of who is
 * named, and where the phrase of the name begins.
 */
bool	clear_label(struct paragraph *, const struct cue *, uint32_t *source);
/*
 * "It rained, the court heard.": whether a cue clearly ends the sentence that
 * it attributes, and where the phrase of who speaks begins.
 */
bool	clear_tail(const struct paragraph *, const struct cue *,
	    uint32_t *source);
/* Whether it may, by the words alone; behind a name the verb is tagged so. */
bool	clear_ends(struct paragraph *, const struct cue *);
/*
 * "When it rained, residents complained.": whether a cue ends its sentence and
 * nothing before it is a clause that it could attribute.
 */
bool	clear_lacks_clause(const struct paragraph *, const struct cue *);
/*
 * The token behind a region, and behind a comma there, if the region ends as
 * what is attributed behind it does; else 0.
 */
uint32_t clear_behind(const struct paragraph *, uint32_t region);
/*
 * Whether a region goes on with what another before it began, split by its
 * attribution: "We lost," said Roe, "because we were slow".
 */
bool	clear_split(const struct paragraph *, const struct cue *,
	    uint32_t before, uint32_t region);

#endif
