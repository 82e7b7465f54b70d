#include <string.h>

#include "common/entities/entities.h"

static const char *const type_names[ENTITY_TYPES] = {
	"PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT",
	"WORK_OF_ART", "LAW", "LANGUAGE", "DATE", "TIME", "PERCENT", "MONEY",
	"QUANTITY", "ORDINAL", "CARDINAL"
};

const char *
entity_type_name(enum entity_type t)
{
	return type_names[t];
}

enum entity_type
entity_type_parse(const char *s, size_t n)
{
	int i;

	for (i = 0; i < ENTITY_TYPES; i++)
		if (strlen(type_names[i]) == n && strncmp(type_names[i], s, n) == 0)
			break;
	return i;
}
