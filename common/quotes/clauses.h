/*
 * clauses.h -- clauses, as far as tags and commas tell them
 *
 * A report may stand in a clause that another one follows: "After Roe said it
 * rained, we left", "Roe, who said it rained, left".  What is said ends there.
 *
 * Positions are tokens of a paragraph; the sentence of the cue is tagged.
 */
#ifndef COMMON_QUOTES_CLAUSES_H
#define COMMON_QUOTES_CLAUSES_H

#include <stdbool.h>
#include <stdint.h>

#include "common/quotes/cues.h"
#include "common/quotes/paragraph.h"
#include "common/quotes/range.h"

/*
 * Whether tokens have a verb of their own, not only one behind "when" or "who"
 * up to a comma.
 */
bool	clause_has_verb(const struct paragraph *, uint32_t first,
	    uint32_t last);
/* The first token of a verb's group, with the adverbs in it. */
uint32_t clause_verb_group(const struct paragraph *, uint32_t verb,
	    uint32_t least);
/* Whether a word begins a clause that another follows, of HEDGE_ bits. */
bool	clause_word(const struct paragraph *, uint32_t token, unsigned how);
/* Whether a word begins a clause that is not the main one: when, although. */
bool	clause_is_opened(const struct paragraph *, uint32_t first);
/* Whether a clause with its subject begins at a token, "that" or "how" too. */
bool	clause_begins(const struct paragraph *, uint32_t first, uint32_t end);
/*
 * A content behind its cue without the clause that the cue's own one is a part
 * of and that goes on behind it.
 */
struct range clause_content(const struct paragraph *, const struct cue *,
	    struct range);
/*
 * "When residents complained, it rained", "Roe, asked of it, said": whether
 * what begins behind a cue is not what it reports, but what the clause with the
 * cue is put before.
 */
bool	clause_is_other(const struct paragraph *, const struct cue *,
	    uint32_t first);

#endif
