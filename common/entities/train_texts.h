/*
 * train_texts.h -- marked texts, for what learns of entities
 *
 * They are what entities-texts.py and entities-agree.py of
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

struct marked_span {
	size_t		 start, end;
	uint32_t	 types;		/* bits; 0: unknown */
};

struct marked_sentence {
	char		*text;
	size_t		 len;
	struct marked_span	*marks;
	size_t		 n, cap;
};

struct marked_document {
	int		 weight;
	uint32_t	 open;		/* types that may stand unmarked */
	struct marked_sentence	*s;
	size_t		 n, cap;
};

/*
 * The documents of a file ("-": standard input) behind the *n of an array with
 * room for *cap; returns the array.  Ends the program if there is a fault.
 */
struct marked_document *texts_read(const char *path, struct marked_document *,
	    size_t *n, size_t *cap);

#endif
