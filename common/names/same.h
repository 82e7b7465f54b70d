/*
 * same.h -- may a longer name be what a shorter one stands for?
 *
 * Questions of two names of a document, without the document.  Inside the
 * module only.
 */
#ifndef COMMON_NAMES_SAME_H
#define COMMON_NAMES_SAME_H

#include <stdbool.h>

#include "common/names/name.h"

/*
 * May one person be called both ways?  Given names, initials, suffixes and
 * genders must not contradict; the surname is the caller's matter.
 */
bool	same_person(const struct name *full, const struct name *);
/* Are both names of one person: surname and given name agree? */
bool	same_bearer(const struct name *, const struct name *);
/* How many titles both were given. */
unsigned same_titles(const struct name *, const struct name *);

/*
 * May the body (place, building, event, law) with the full name be meant by
 * this name, which begins or ends it or begins what stands before "Inc."?
 * Standing: the document used the short name before it gave the full one.
 */
bool	same_body(const struct name *full, const struct name *, bool standing);
/*
 * Of two full names that a short one may stand for: the one that is meant if
 * both are of one body, else NULL.
 */
const struct name *same_of_two(const struct name *, const struct name *);

/* What else the words of a name than its last could be called by: of a
   company's the words before Inc., how many these are; all if it is none. */
size_t	same_without_endings(const struct name *);

#endif
