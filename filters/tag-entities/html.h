/*
 * html.h -- a page to look at: the text with its mentions, and their list
 *
 * One self-contained page: no script, nothing loaded.  The text is written as
 * it comes; the names and how often each was mentioned are kept and listed
 * after it, by type, the most mentioned first.  Memory grows with the number
 * of different names.
 */
#ifndef FILTERS_TAG_ENTITIES_HTML_H
#define FILTERS_TAG_ENTITIES_HTML_H

#include <stddef.h>

#include "common/io/io.h"
#include "common/entities/entities.h"

struct page;

struct page	*page_new(struct output *);
/* A document begins, under a heading if it has a name. */
void		 page_document(struct page *, const char *name);
void		 page_text(struct page *, const char *, size_t);
void		 page_mention(struct page *, const char *label, enum entity_type,
		    const char *name, size_t name_len, const char *text,
		    size_t len);
/* The list, the end; frees. */
void		 page_end(struct page *);

#endif
