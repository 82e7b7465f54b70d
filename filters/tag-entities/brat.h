/*
 * brat.h -- stand-off annotation: mentions as lines of brat's .ann
 *
 * "T1<TAB>PERSON 0 8<TAB>Ann Gale", the offsets being code points of the
 * document; a mention that goes on in the next line is of several stretches, "0
 * 3;4 8".  Its name, where that is not its words, and its value follow as an
 * annotator's note, "#1<TAB>AnnotatorNotes T1<TAB>NAME = VALUE".
 *
 * https://brat.nlplab.org/standoff.html
 */
#ifndef FILTERS_TAG_ENTITIES_BRAT_H
#define FILTERS_TAG_ENTITIES_BRAT_H

#include <stdint.h>

#include "common/io/io.h"
#include "filters/tag-entities/finder.h"

/*
 * The mention of the text that the fields are told of, as its number of the
 * document, from 1.
 */
void	brat_mention(struct fields *, uint64_t number, const char *label,
	    const struct named_entity *);

#endif
