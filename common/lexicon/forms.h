/*
 * forms.h -- the forms of a verb, made from its lemma
 *
 * verb-endings says how: by the longest ending of the verb that is in it.  A
 * verb may have other forms besides, and leave some out, words with a space
 * between: "penned -holding".
 */
#ifndef COMMON_LEXICON_FORMS_H
#define COMMON_LEXICON_FORMS_H

#include <stddef.h>

#include "common/lexicon/roles.h"

struct verb_forms {
	/* The text of a word in a list; NULL if it is not there. */
	const char	*(*text)(enum lexicon_role, const char *word,
			    size_t len);
	/* Called with each form, perhaps more than once. */
	void		 (*form)(const char *form, size_t len, void *arg);
	void		*arg;
};

/*
 * Give all forms of a verb, its lemma of len bytes too, which has LEXICON_WORD
 * at most; own is what else is said of them, perhaps "".  Returns NULL, or the
 * word of own that leaves out what is no form.
 */
const char	*verb_forms(const struct verb_forms *, const char *lemma,
		    size_t len, const char *own);

#endif
