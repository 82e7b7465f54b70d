/*
 * train_silver.h -- examples for the trainer of sentences that are made,
 * not marked by hand, where labelled text has too few
 *
 * Three kinds, all from plain text, a paragraph a line:
 *   the list	abbreviations put where a sentence clearly ends, or clearly
 *		goes on, as recipe/sentences-silver.txt of the language says;
 *   quotations	a comma or full stop before a closing mark becomes ? or !:
 *		what followed the comma says who spoke and goes on, what
 *		followed the full stop is a new sentence;
 *   books	in print that is well edited no sentence begins in lower case,
 *		so "Oh! what a day" goes on.
 * The same text gives the same examples.
 */
#ifndef COMMON_SENTENCES_TRAIN_SILVER_H
#define COMMON_SENTENCES_TRAIN_SILVER_H

#include <stddef.h>

#include "common/learn/learn_train.h"
#include "common/sentences/splitter.h"

struct silver;
struct plain_text {
	char	*s;
	size_t	 len;
};

/* The list, and the kinds of abbreviations (abbreviation-kinds.txt). */
struct silver	*silver_load(const char *path, const char *kinds);
void		 silver_free(struct silver *);
/* Each adds its examples, decided by rule as the splitter would, or not. */
void		 silver_abbreviations(struct logistic_trainer *,
		    struct splitter *, const struct silver *,
		    const struct plain_text *);
void		 silver_quotations(struct logistic_trainer *,
		    struct splitter *, const struct plain_text *, size_t most);
void		 silver_books(struct logistic_trainer *, struct splitter *,
		    const struct plain_text *, size_t most);
/* A file whole; ends the program if it cannot be read. */
struct plain_text	 slurp(const char *path);

#endif
