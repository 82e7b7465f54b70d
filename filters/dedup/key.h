/*
 * key.h -- what of a record is compared
 *
 * By default its bytes.  Else what is left after, in this order: the fields
 * chosen, case folded, white space folded, or everything but letters and
 * digits left out.  Folding is that of Unicode's canonical caseless matching
 * (The Unicode Standard, 3.13, D145); letters and digits are what is of
 * category L, M or N after compatibility decomposition.  Bytes that are no
 * UTF-8 stay as they are.  A line break in a paragraph is a space.
 *
 * Fields are folded one by one, and their borders count: "1" and "11" are not
 * "11" and "1".
 *
 * A record whose chosen fields are empty or not there, or that is white space
 * alone where white space is folded, is empty.  Where there is no letter and
 * no digit to compare, all there is is compared.
 */
#ifndef FILTERS_DEDUP_KEY_H
#define FILTERS_DEDUP_KEY_H

#include <stdbool.h>
#include <stddef.h>

struct field_range {
	size_t first, last;		/* from 1; last SIZE_MAX: to the end */
};

struct key_rules {
	bool		 fold;		/* -i */
	bool		 space;		/* -w */
	bool		 letters;	/* -a */
	bool		 lines;		/* a line break is a space */
	bool		 words;		/* words will be made of the key */
	struct field_range *fields;	/* -k, as fields_parse() gives them;
					   NULL: all of it */
	size_t		 nfields;
	const char	*separator;	/* -t: one character */
};

struct key;

/*
 * A list as cut(1) takes it: 1,3-5,7-.  In order and each field once, however
 * it was written.  NULL if it is none; free(3) it.
 */
struct field_range *fields_parse(const char *, size_t *n);

/* Is nothing folded, or made into words? */
bool		 key_is_plain(const struct key_rules *);
/* The rules are copied; their fields and separator must stay. */
struct key	*key_new(const struct key_rules *);
void		 key_free(struct key *);
/* Points into text, or to bytes of the key's that the next call changes. */
const char	*key_of(struct key *, const char *text, size_t len,
		    size_t *key_len);

#endif
