#include "filters/dedup/ids.h"

#include <stdlib.h>

#include "common/base/base.h"
#include "filters/dedup/numbered.h"

struct id {
	uint64_t	 number;	/* first: numbered.h */
	uint64_t	 at;		/* in the text: up to the next one's */
};

struct ids {
	struct buffer	 text;
	struct id	*v;
	size_t		 n, cap;
};

struct ids *
ids_new(void)
{
	return xcalloc(1, sizeof(struct ids));
}

void
ids_free(struct ids *ids)
{
	buffer_free(&ids->text);
	free(ids->v);
	free(ids);
}

void
ids_add(struct ids *ids, uint64_t number, const char *s, size_t len)
{
	ids->v = array_grow(ids->v, &ids->cap, ids->n + 1, sizeof(*ids->v));
	ids->v[ids->n++] = (struct id){ number, ids->text.len };
	buffer_add(&ids->text, s, len);
}

const char *
ids_find(const struct ids *ids, uint64_t number, size_t *len)
{
	const struct id *id = numbered_find(ids->v, ids->n, sizeof(*ids->v),
	    number);

	if (id == NULL)
		return NULL;
	*len = (id + 1 < ids->v + ids->n ? id[1].at : ids->text.len) - id->at;
	return ids->text.data + id->at;
}
