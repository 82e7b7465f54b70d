/*
 * markup.h -- what is left of HTML in a text: tags, character references
 *
 * Private to sentences.  Nothing is parsed: a tag is what looks like one, and
 * says only on which side of it the text is that it belongs to.
 */
#ifndef COMMON_SENTENCES_MARKUP_H
#define COMMON_SENTENCES_MARKUP_H

#include <stddef.h>
#include <stdint.h>

enum markup {
	MARKUP_NONE,
	MARKUP_START,		/* <p>: of what follows */
	MARKUP_END,		/* </p>, <br>: of what stands before */
};

/* The tag at s, of n > 0 bytes: its length, or 0. */
size_t	markup_tag(const unsigned char *s, size_t n, enum markup *);
/*
 * A note between tags, <sup>[2]</sup>, up to the last tag: its length, or 0.
 */
size_t	markup_note(const unsigned char *s, size_t n);
/*
 * A reference at s to a quotation mark or a space, &quot; or &#8221;: its
 * length and the character; else 0.
 */
size_t	markup_reference(const unsigned char *s, size_t n, uint32_t *cp);

#endif
