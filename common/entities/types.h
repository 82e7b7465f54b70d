/*
 * types.h -- the 18 types of OntoNotes, a line each
 *
 * A line is all there is to know of a type: its name, what the scheme of CoNLL
 * 2003 calls it (NULL: nothing), what kind of name it is to common/names, and
 * how it is shown: its hue on a page, in degrees, and its colour on a terminal
 * (SGR).
 *
 * Names come first, in the order of the labels in entities.model: another one
 * is a line here and a model trained anew.  The rest is found by numbers.h.
 */
#ifndef COMMON_ENTITIES_TYPES_H
#define COMMON_ENTITIES_TYPES_H

#include <stddef.h>

#include "common/names/names.h"

#define ENTITY_NAME_LIST(TYPE) \
	TYPE(PERSON,	  "PER",  NAME_PERSON,	220, "1;34") \
	TYPE(NORP,	  "MISC", NAME_PEOPLE,	 20, "33") \
	TYPE(FAC,	  "LOC",  NAME_BUILDING, 160, "36") \
	TYPE(ORG,	  "ORG",  NAME_BODY,	280, "1;35") \
	TYPE(GPE,	  "LOC",  NAME_COUNTRY,	120, "1;32") \
	TYPE(LOC,	  "LOC",  NAME_PLACE,	 80, "32") \
	TYPE(PRODUCT,	  "MISC", NAME_PRODUCT,	320, "35") \
	TYPE(EVENT,	  "MISC", NAME_EVENT,	  0, "1;31") \
	TYPE(WORK_OF_ART, "MISC", NAME_WORK,	340, "3;35") \
	TYPE(LAW,	  "MISC", NAME_LAW,	 260, "31") \
	TYPE(LANGUAGE,	  "MISC", NAME_LANGUAGE,  300, "3;33")

#define ENTITY_NUMBER_LIST(TYPE) \
	TYPE(DATE,	  NULL,	  NAME_NONE,	200, "1;36") \
	TYPE(TIME,	  NULL,	  NAME_NONE,	180, "36") \
	TYPE(PERCENT,	  NULL,	  NAME_NONE,	 60, "1;33") \
	TYPE(MONEY,	  NULL,	  NAME_NONE,	 100, "1;33") \
	TYPE(QUANTITY,	  NULL,	  NAME_NONE,	 140, "1;33") \
	TYPE(ORDINAL,	  NULL,	  NAME_NONE,	 240, "2;33") \
	TYPE(CARDINAL,	  NULL,	  NAME_NONE,	 40, "2;33")

/* ENTITY_PERSON and so on, and how many they are. */
#define TYPE(name, conll, kind, hue, colour)	ENTITY_##name,
enum entity_type {
	ENTITY_NAME_LIST(TYPE)
	ENTITY_NUMBER_LIST(TYPE)
	ENTITY_TYPES
};
#undef TYPE

/* How many of them are names. */
#define TYPE(name, conll, kind, hue, colour)	+ 1
enum { ENTITY_NAMES = ENTITY_NAME_LIST(TYPE) };
#undef TYPE

struct entity_type_row {
	const char	*name;		/* "PERSON" */
	const char	*conll;		/* "PER", or NULL */
	enum name_kind	 kind;
	unsigned	 hue;		/* 0 to 359 */
	const char	*colour;	/* "1;34" */
};

/* The line of a type. */
const struct entity_type_row	*entity_type_row(enum entity_type);
/* Its name, and back: ENTITY_TYPES if it is no type's name. */
const char			*entity_type_name(enum entity_type);
enum entity_type		 entity_type_parse(const char *, size_t);

#endif
