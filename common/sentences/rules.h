/*
 * rules.h -- does a sentence end at this candidate?
 *
 * Private to sentences.  Most candidates by far are sure and decided by rule;
 * what no rule is sure of is left to the model, which weighs features.h.
 */
#ifndef COMMON_SENTENCES_RULES_H
#define COMMON_SENTENCES_RULES_H

#include "common/sentences/context.h"
#include "common/sentences/sure.h"

/*
 * What the rules say.  With DECIDE_MODEL the context is filled but for the
 * outer words; with the others it may be not.
 */
enum decision	rules_apply(const struct sentence_iterator *,
		    const struct boundary *, struct context *);
/*
 * The whole decision: by rule or else by the model, and no end inside a
 * quotation that is to be kept.
 */
bool		rules_decide(struct sentence_iterator *,
		    const struct boundary *);

#endif
