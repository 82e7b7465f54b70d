/*
 * train_texts.h -- marked texts, for what learns of entities
 *
 * They are what entities-texts.py and entities-silver.py of
 * common/languages/en/recipe write:
 *
 *	D weight types		a document; types (A|B, or -) that may stand
 *				unmarked
 *	T text			a sentence
 *	E start end types	a mark in it, in bytes; types A|B: one of these;
 *				?: not known what stands there
 */
#ifndef COMMON_ENTITIES_TRAIN_TEXTS_H
#define COMMON_ENTITIES_TRAIN_TEXTS_H

#include <stddef.h>
#include <stdint.h>

struct gold_mark {
	size_t		 start, end;
	uint32_t	 types;		/* bits; 0: unknown */
};

struct gold_sentence {
	char		*text;
	size_t		 len;
	struct gold_mark	*marks;
	size_t		 n, cap;
};

struct gold_document {
	int		 weight;
	uint32_t	 open;		/* types that may stand unmarked */
	struct gold_sentence	*s;
	size_t		 n, cap;
};

/*
 * The documents of a file ("-": standard input) behind the *n of an array with
 * room for *cap; returns the array.  Ends the program if there is a fault.
 */
struct gold_document *texts_read(const char *path, struct gold_document *,
	    size_t *n, size_t *cap);

#endif
