/*
 * html.h -- a page to look at: the text with its mentions, and their list
 *
 * A page of common/io/page.h.  The text is written as it comes; the names and
 * how often each was mentioned are kept and listed after it, by type, the most
 * mentioned first.  Memory grows with the number of different names.
 */
#ifndef FILTERS_TAG_ENTITIES_HTML_H
#define FILTERS_TAG_ENTITIES_HTML_H

#include <stddef.h>

#include "common/entities/entities.h"
#include "common/io/io.h"

struct html;

/*
 * labels: what each type is called, or NULL where it is not shown; those on
 * the page can be switched off there.
 */
struct html	*html_new(struct output *,
		    const char *const labels[ENTITY_TYPES]);
/* A document begins, under a heading if it has a name. */
void		 html_document(struct html *, const char *name);
void		 html_text(struct html *, const char *, size_t);
void		 html_mention(struct html *, const char *label,
		    enum entity_type, const char *name, size_t name_len,
		    const struct value *, const char *text, size_t len);
/* The list, the end; frees. */
void		 html_end(struct html *);

#endif
