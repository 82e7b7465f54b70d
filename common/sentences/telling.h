/*
 * telling.h -- what tells a language: its short words and its letters
 *
 * Private to sentences, the same code in training and at run time; what is made
 * of it is in sentences.h.  A feature is a hash: of a short word, of three
 * letters in a row (the word's borders count as one), or, where no spaces are
 * between words, of a character.
 *
 * The table, section "table" of the model none/languages: number of languages
 * and bits (32 bits each), the codes (TELLING_CODE bytes each, ended by NUL),
 * then for each of 2^bits features a byte for each language: how much less
 * likely it is there than where it is likeliest, the logarithm in TELLING_UNIT
 * of a unit.
 * (Cavnar and Trenkle, N-Gram-Based Text Categorization, 1994; here with naive
 * Bayes.)
 */
#ifndef COMMON_SENTENCES_TELLING_H
#define COMMON_SENTENCES_TELLING_H

#include <stddef.h>
#include <stdint.h>

#define TELLING_HEADER	8
#define TELLING_CODE	8
#define TELLING_UNIT	16

/* Calls with each feature of a text. */
void	telling_features(const char *, size_t,
	    void (*)(void *, uint32_t hash), void *);

#endif
