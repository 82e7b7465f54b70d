#include "common/entities/types.h"

#include <string.h>

#define TYPE(name, conll, kind, hue, colour) \
	{ #name, conll, kind, hue, colour },
static const struct entity_type_row rows[ENTITY_TYPES] = {
	ENTITY_NAME_LIST(TYPE)
	ENTITY_NUMBER_LIST(TYPE)
};
#undef TYPE

const struct entity_type_row *
entity_type_row(enum entity_type t)
{
	return &rows[t];
}

const char *
entity_type_name(enum entity_type t)
{
	return rows[t].name;
}

enum entity_type
entity_type_parse(const char *s, size_t n)
{
	int i;

	for (i = 0; i < ENTITY_TYPES; i++)
		if (strlen(rows[i].name) == n &&
		    strncmp(rows[i].name, s, n) == 0)
			break;
	return i;
}
