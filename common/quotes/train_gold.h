/*
 * train_gold.h -- marked documents: texts and who says what in them
 *
 * A document is a JSON object on a line:
 *
 *	{"id": ..., "text": ..., "quotes": [{
 *		"type": "direct" | "mixed" | "indirect",
 *		"content": [[start, end], ...],	its stretches of the text
 *		"cue": [[start, end]],		or []
 *		"source": [[start, end]],	or []
 *		"speaker": name			"" if it is nobody, or left out
 *	}]}
 *
 * with offsets in code points, which are bytes here.
 */
#ifndef COMMON_QUOTES_TRAIN_GOLD_H
#define COMMON_QUOTES_TRAIN_GOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "common/base/base.h"

#define GOLD_CONTENTS	64	/* of a quotation; more are left out */

struct gold {
	const char	*type;
	struct span	 content[GOLD_CONTENTS];
	size_t		 ncontent;
	struct span	 cue;		/* empty if there is none */
	struct span	 source;	/* empty if there is none */
	const char	*speaker;	/* "": nobody; NULL: not said */
};

struct gold_document {
	void		*json;
	const char	*id;
	const char	*text;
	size_t		 len;
	struct gold	*gold;
	size_t		 ngold;
};

/*
 * The next document of a file; false at its end.  Ends the program if it is
 * none.  Strings belong to the document, which gold_free() frees.
 */
bool	gold_read(FILE *, struct gold_document *);
void	gold_free(struct gold_document *);
/* Whether a quotation stands inside the words of somebody else. */
bool	gold_is_nested(const struct gold_document *, const struct gold *);
/* Whether a name is that of the speaker, or the last words of it. */
bool	gold_is_speaker(const struct gold *, const char *name, size_t len);

#endif
