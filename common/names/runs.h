/*
 * runs.h -- runs of capitalised words, and the names in them
 *
 * "Israeli Prime Minister Ariel Sharon" is a run; its name begins behind the
 * last word that says what somebody is (ROLE_TITLES), or with a known given
 * name.  A role in small letters right before the run counts as
 * well: "analyst Jan Roe".  Particles in small letters (de, van der, bin)
 * belong to a name between capitals and, with a hyphen, before one (al-Naimi);
 * of, on and for to that of a body (common/languages/en/body-joints.txt).
 * A run ends at a day of the week, at punctuation and at a line's end.
 *
 * Words are looked up in lower case and without full stops.  Offsets are bytes
 * of the text of the tokens.
 */
#ifndef COMMON_NAMES_RUNS_H
#define COMMON_NAMES_RUNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/names/context.h"
#include "common/names/document.h"
#include "common/names/spelling.h"
#include "common/text/text.h"

#define RUN_WORDS	12

struct run {
	struct span	 word[RUN_WORDS];
	unsigned	 n;
	unsigned	 name;		/* index of the name's first word */
	unsigned	 surname;	/* and of its surname */
	unsigned	 joined;	/* of what last joins a body's, or 0 */
	uint32_t	 first;		/* tokens first .. last - 1 */
	uint32_t	 last;
	char		 gender;	/* m, f or 0 */
	struct name_told told;		/* its titles */
	bool		 role;		/* it follows what its bearer is */
	bool		 courtesy;	/* the role is Mr., Mrs. and the like */
	bool		 given;		/* begins with a known given name */
	bool		 body;		/* ends in what ends no person's name */
	bool		 possessive;
	bool		 article;	/* "the" is before it, or its first, */
	struct span	 article_at;	/* there */
	bool		 known;		/* run_known() was told what it is: */
	enum name_kind	 kind;
	const char	*full;		/* and its fullest form, or NULL */
	size_t		 full_len;
};

/*
 * The run at token i of n; false if there is none.  On return *next is the
 * token behind it, or i + 1.
 */
bool		 run_read(struct run *, const char *text,
		    const struct token *, uint32_t n, uint32_t i,
		    uint32_t *next);
/* Most tokens begin none, as is seen at once. */
static inline bool
run_may_begin(const struct token *v, uint32_t n, uint32_t i)
{
	return (v[i].flags & TOKEN_CAPITAL) ||
	    (i + 1 < n && (v[i + 1].flags & TOKEN_HYPHEN));
}
/*
 * What its name is of is known, and that it is at tokens first .. last - 1, of
 * which the first is in the run.
 */
void		 run_known(struct run *, const char *text, const struct token *,
		    uint32_t first, uint32_t last, enum name_kind);
/*
 * The name of a run, its words joined by single spaces; with its courtesy
 * title if that is asked for.  Returns the length, 0 if it does not fit.
 */
size_t		 run_name(const char *text, const struct run *, bool titled,
		    char *buf, size_t cap);
/* Whether the name of a run is given with more than one word. */
static inline bool
run_is_full(const struct run *r)
{
	return r->n >= r->name + 2;
}

/* Has the name of a run no small letter, as in headlines? */
bool		 run_in_capitals(const char *text, const struct run *);

#endif
