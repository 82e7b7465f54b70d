/*
 * train_count.h -- count how words are used, for words.h
 *
 * For the trainer.  Text is counted a line at a time; lines that look like
 * headlines (all in capitals, or with no full stop at the end) are not, since
 * what they say of capitals is not what running text says.
 */
#ifndef COMMON_SENTENCES_TRAIN_COUNT_H
#define COMMON_SENTENCES_TRAIN_COUNT_H

#include <stddef.h>

struct counts;

struct counts	*counts_new(void);
void		 counts_free(struct counts *);
void		 counts_text(struct counts *, const char *, size_t);
/*
 * The word is a short form that no sentence ends with, whatever was counted of
 * a word that is written like it: "col." in Italian.
 */
void		 counts_short_form(struct counts *, const char *word, size_t n);
/*
 * The wordmap section of the words seen at least so often, at most so many, the
 * most frequent; the caller frees it.
 */
void		*counts_section(const struct counts *, unsigned least,
		    size_t most, size_t *len);

#endif
