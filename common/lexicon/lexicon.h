/*
 * lexicon.h -- the word lists of common/languages/en, as one read-only table
 *
 * Each list NAME.txt in common/languages/en, and those of the gazetteer that the
 * Makefile names, is a class of words, LEX_NAME below (generated into
 * lexicon_classes.h at build time; '-' becomes '_').  A line
 * is an entry: the word or phrase, and after a tab an optional value, such as
 * the lemma of a verb form.  '#' begins a comment.  Entries are matched byte
 * by byte: a list that is to match any case is in lower case, and the caller
 * folds the word first.
 */
#ifndef COMMON_LEXICON_LEXICON_H
#define COMMON_LEXICON_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "common/lexicon/language.h"
#include "lexicon_classes.h"	/* enum lexicon_class { LEX_... } */

#define LEX_BIT(class)	((uint64_t)1 << (class))

/* The classes an entry is in, as LEX_BIT()s; 0 if in none. */
uint64_t	 lexicon_classes(const char *word, size_t len);
/* The value of an entry in a class: a string, "" if it has none, NULL if it is not in the class. */
const char	*lexicon_value(enum lexicon_class, const char *word, size_t len);
/* Call with every entry of a class and its value, in no order. */
void		 lexicon_each(enum lexicon_class, void (*)(const char *word,
		    size_t len, const char *value, void *), void *);

#endif
