/*
 * tokens.h -- words, numbers and marks
 *
 * Cuts any stretch of text, a sentence or a paragraph, into tokens in the
 * manner of the Penn Treebank as OntoNotes extends it: marks of punctuation
 * stand alone, clitics come off their word (Kerry|'s, do|n't), words are cut at
 * hyphens and slashes (U.S.|-|led, Kerry|-|Lavrov), and what belongs to a word
 * or number stays with it (U.S., Mr., AT&T, 3.5, 10:30, 1,000, 20th).  A full
 * stop is part of the word before it in acronyms, initials and abbreviations
 * (common/languages/en/abbreviation-kinds.txt), and wherever the text goes on
 * in lower case; otherwise it is a token.  A web or mail address, @name or #tag
 * is one token, and so is &amp;, which is &.  White space, line breaks
 * included, only separates.
 *
 * Time is linear in the text whatever it holds; invalid bytes are letters.
 * Offsets are bytes into the text given.
 *
 * https://catalog.ldc.upenn.edu/docs/LDC99T42/tokenization.html
 */
#ifndef COMMON_TEXT_TOKENS_H
#define COMMON_TEXT_TOKENS_H

#include <stddef.h>
#include <stdint.h>

#include "common/base/base.h"

enum token_kind {
	TOKEN_WORD,		/* begins with a letter */
	TOKEN_NUMBER,		/* begins with a digit: 3.5, 20th, 10:30 */
	TOKEN_CLITIC,		/* 's 're n't */
	TOKEN_MARK,		/* punctuation; a run of one mark is one */
	TOKEN_SYMBOL,		/* $ % + currency signs and other symbols */
	TOKEN_ADDRESS		/* URL, mail address, @name, #tag */
};

/* What is true of a token's writing, as bits. */
#define TOKEN_CAPITAL	0x0001	/* its first letter is a capital */
#define TOKEN_UPPER	0x0002	/* has letters and all are capitals */
#define TOKEN_LOWER	0x0004	/* has letters and none is a capital */
#define TOKEN_MIXED	0x0008	/* a capital after a small letter: McCain */
#define TOKEN_DIGIT	0x0010	/* holds a digit */
#define TOKEN_ALLDIGIT	0x0020	/* digits . , : / only */
#define TOKEN_STOP	0x0040	/* ends in a stop of its own: Mr. U.S. */
#define TOKEN_ACRONYM	0x0080	/* letters with stops between: U.S., a.m. */
#define TOKEN_GLUED	0x0100	/* no white space before it */
#define TOKEN_QUOTE	0x0200	/* a double quotation mark, of whatever form */
#define TOKEN_APOSTROPHE 0x0400	/* a single quotation mark or apostrophe */
#define TOKEN_HYPHEN	0x0800	/* a hyphen, or a dash */
#define TOKEN_TERMINAL	0x1000	/* . ! ? ... */
#define TOKEN_WIDE	0x2000	/* holds bytes that are not ASCII */
#define TOKEN_NEWLINE	0x4000	/* a line break stands before it */
#define TOKEN_PLAIN	0x8000	/* a word: ASCII letters and digits alone */

struct token {
	size_t		 start;		/* bytes, half open */
	size_t		 end;
	uint32_t	 hash;		/* of its bytes: token_hash() */
	uint32_t	 folded;	/* of its bytes in lower case */
	uint16_t	 flags;
	uint8_t		 kind;
};

struct tokens {			/* start from {0} */
	struct token	*v;
	size_t		 n;
	size_t		 cap;
};

/*
 * Append the tokens of text[span.start, span.end) to the array.  The text
 * before the span is not looked at.
 */
void		 tokens_scan(struct tokens *, const char *text, struct span);
void		 tokens_free(struct tokens *);

/* The first of n tokens, from one on, that ends behind a byte; n if none. */
size_t		 tokens_at(const struct token *v, size_t n, size_t from,
		    size_t byte);
/*
 * The token that closes the bracket which token i is: the first with its
 * partner (chars.h) before the token end, no farther away than limit tokens;
 * end if there is none.  Brackets inside are not counted.
 */
size_t		 tokens_closing(const char *text, const struct token *v,
		    size_t i, size_t end, size_t limit);

/*
 * The bytes of s in lower case (ASCII, Latin, Greek, Cyrillic and so on, one
 * code point for one) into buf of cap bytes; returns the length, or 0 if it
 * does not fit.
 */
size_t		 token_fold(const char *s, size_t len, char *buf, size_t cap);
/* What hash and folded hold: hash_end() of hash_bytes(), hash.h. */
uint32_t	 token_hash(const char *s, size_t len);

#endif
