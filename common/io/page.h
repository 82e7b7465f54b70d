/*
 * page.h -- a page to look at: HTML with what was found marked in colours
 *
 * One self-contained page: no script, nothing loaded.  A colour is a hue, which
 * the page's style takes from the variable --h of an element.
 */
#ifndef COMMON_IO_PAGE_H
#define COMMON_IO_PAGE_H

#include <stdbool.h>
#include <stddef.h>

struct output;

struct page_head {
	const char	*title;
	const char	*style;		/* CSS, its last line ended */
	/*
	 * HTML lets one leave out the tags of head and body; a page without has
	 * a line for narrow screens instead.
	 */
	bool		 bare;
};

void		page_begin(struct output *, const struct page_head *);
void		page_end(struct output *, const struct page_head *);
/* The name of a document, above its text. */
void		page_heading(struct output *, const char *name,
		    unsigned escape);

/*
 * Text with what HTML must not have in it escaped: & and < always, and these.
 * Between the tags of a text that is no page nothing else is.
 */
#define ESCAPE_QUOTE	0x01	/* ", for the value of an attribute */
#define ESCAPE_GREATER	0x02	/* > */
#define ESCAPE_NUL	0x04	/* NUL, as U+FFFD: no page may have it */
void		page_text(struct output *, const char *, size_t,
		    unsigned escape);

/* The hue of a name, in degrees: the same name has the same. */
unsigned	page_hue(const char *name, size_t len);
/* An attribute that gives an element this hue, with a space before it. */
void		page_style_hue(struct output *, unsigned hue);

#endif
