/*
 * naming.h -- which words are names, and of what
 *
 * A run of capitals (common/names/runs.h) is found by rules; what it is, and
 * where the name in it begins and ends, they tell only where a title or a known
 * given name is part of it.  Where they do not, and the document has not given
 * that name before, the recognizer is asked (common/entities), for the whole
 * sentence.  If the object that holds the text tells its names, those are the
 * names (entities, as tag-entities adds them), and nobody is asked.
 *
 * Positions are tokens; bytes are of the document.
 */
#ifndef COMMON_QUOTES_NAMING_H
#define COMMON_QUOTES_NAMING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/names/names.h"
#include "common/text/text.h"

struct known_name {
	uint32_t	 first;		/* tokens first .. last - 1 */
	uint32_t	 last;
	enum name_kind	 kind;
	const char	*full;		/* its fullest form, or NULL */
	size_t		 full_len;
};

struct known_names {			/* start from {0} */
	struct known_name *v;		/* in order of text */
	size_t		 n, cap;
};

struct naming;

struct naming	*naming_new(void);
void		 naming_free(struct naming *);
/* A document begins. */
void		 naming_begin(struct naming *);
/* All names of the document are told from here on, in order of text. */
void		 naming_all(struct naming *);
/* One of them, at these bytes, and its fullest form. */
void		 naming_tell(struct naming *, enum name_kind, struct span,
		    const char *full, size_t len);
/*
 * Add the names that are told of a sentence, tokens first .. last - 1 of a text
 * that begins at a byte of the document.
 */
void		 naming_told(struct naming *, size_t at, const struct token *,
		    uint32_t first, uint32_t last, struct known_names *);
/*
 * Is a run open, of a text that begins at a byte of the document: do neither
 * the rules tell what it is nor what is told of the document, and has the
 * document not named it before?  Then the recognizer adds the names of its
 * sentence.
 */
bool		 naming_is_open(const struct naming *, struct people *,
		    const char *text, size_t at, const struct token *,
		    const struct run *);
void		 naming_recognize(struct naming *, const char *text,
		    const struct token *, uint32_t first, uint32_t last,
		    struct known_names *);
/*
 * What the recognizer takes one token of a sentence for, or NAME_NONE: for
 * nothing that has a name, or all names are told and it is none.
 */
enum name_kind	 naming_kind(struct naming *, const char *text,
		    const struct token *, uint32_t first, uint32_t last,
		    uint32_t token);
/*
 * These names are of a text that is read again: from here on they are told, and
 * of the document so far no run is open.
 */
void		 naming_keep(struct naming *, size_t at, const struct token *,
		    const struct known_names *);
void		 naming_foreseen(struct naming *, size_t end);
bool		 naming_run_at(const struct known_names *, const char *text,
		    const struct token *, struct run *, uint32_t end,
		    uint32_t i, uint32_t *next);
/* run_read() of a text with these names, as if it ended at token end. */
static inline bool
naming_run(const struct known_names *names, const char *text,
    const struct token *v, struct run *r, uint32_t end, uint32_t i,
    uint32_t *next)
{
	if (run_may_begin(v, end, i))
		return naming_run_at(names, text, v, r, end, i, next);
	*next = i + 1;
	return false;
}
/* The name that a run of naming_run() ends with is another kind of name. */
void		 naming_correct(struct known_names *, const char *text,
		    const struct token *, struct run *, enum name_kind);

#endif
