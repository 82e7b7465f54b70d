/*
 * contents.h -- where what a cue reports begins and ends
 *
 * Of a content behind its cue the places are listed where it may begin and end,
 * and linear decisions choose (content_features.h).  Of one before its cue the
 * commas tell.
 *
 * Positions are tokens of a paragraph; the sentence of the cue is tagged.
 */
#ifndef COMMON_QUOTES_CONTENTS_H
#define COMMON_QUOTES_CONTENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "common/quotes/cues.h"
#include "common/quotes/paragraph.h"
#include "common/quotes/range.h"

/* Where what follows a cue may begin: the first of each range. */
void	content_begins(const struct paragraph *, const struct cue *,
	    struct ranges *);
/* The contents there may be that begin at first. */
void	content_ends(const struct paragraph *, const struct cue *,
	    uint32_t first, struct ranges *);
/*
 * The region that a token is the first of, directly inside what the cue stands
 * in, or NO_REGION.
 */
uint32_t content_region(const struct paragraph *, const struct cue *,
	    uint32_t token);
/* "I said 'never' to him": a word or two in marks, inside somebody's words. */
bool	content_is_word(const struct paragraph *, const struct cue *,
	    struct range);
/* A content with what follows it in marks: "'dead', 'buried' and 'over'". */
struct range content_with_row(const struct paragraph *, const struct cue *,
	    struct range);
/* A content with the bracket that closes behind it, if it opened one. */
struct range content_with_bracket(const struct paragraph *, struct range);
/*
 * A content behind its cue without what the reporter says of it: ", news that
 * rattled markets".
 */
struct range content_without_apposition(const struct paragraph *,
	    const struct cue *, struct range);
/*
 * Whether what follows a cue is only a thing that the verb has, "admitted six
 * counts": no clause, no infinitive, nothing in marks, as far as tags tell.
 */
enum content_object {
	OBJECT_NOT,
	OBJECT_PERHAPS,		/* up to a comma */
	OBJECT_LIKELY,
	OBJECT_SURE
};
enum content_object content_is_object(const struct paragraph *,
	    const struct cue *, struct range);
/*
 * The content of FRAME_BEFORE, and what goes on behind ", he said,"; the source
 * is empty as long as it is not known.
 */
struct range content_before(const struct paragraph *, const struct cue *,
	    struct range source);
struct range content_resumes(const struct paragraph *, const struct cue *,
	    struct range source, struct range before);

#endif
