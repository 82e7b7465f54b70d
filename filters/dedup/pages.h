/*
 * pages.h -- large arrays, of pages had from the system itself
 *
 * malloc(3) keeps holes for itself; these grow by moving pages, not bytes, and
 * what was never touched takes no memory.  New bytes are 0.  Where there is no
 * memory the program ends with a message and status 2.
 */
#ifndef FILTERS_DEDUP_PAGES_H
#define FILTERS_DEDUP_PAGES_H

#include <stddef.h>

/* From old_size (0: none yet, old is NULL) to size bytes, size the larger. */
void	*pages_grow(void *old, size_t old_size, size_t size);
void	 pages_free(void *, size_t size);
/*
 * Room for at least want elements of size bytes in the array v of *cap: grows
 * by half.
 */
void	*pages_array(void *v, size_t *cap, size_t want, size_t size);

#endif
