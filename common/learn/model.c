#include "common/learn/model.h"

#include <err.h>
#include <string.h>
#include <xxhash.h>

#include "common/learn/model_layout.h"

static uint64_t
get64(const unsigned char *p)
{
	return model_get32(p) | (uint64_t)model_get32(p + 4) << 32;
}

/* Where section i's name, offset and length stand. */
static const unsigned char *
entry(const unsigned char *file, uint32_t i)
{
	return file + MODEL_HEADER + i * (size_t)MODEL_ENTRY;
}

/* Do n sections lie in a file of len bytes, the last up to its end? */
static bool
sections_fit(const unsigned char *file, size_t len, uint32_t n)
{
	const unsigned char *e;
	size_t offset, size, end = MODEL_HEADER;
	uint32_t i;

	if (n > (len - MODEL_HEADER) / MODEL_ENTRY)
		return false;
	for (i = 0; i < n; i++) {
		e = entry(file, i);
		offset = model_get32(e + MODEL_AT_OFFSET);
		size = model_get32(e + MODEL_AT_LENGTH);
		if (e[MODEL_NAME - 1] != '\0' || offset > len ||
		    size > len - offset)
			return false;
		end = offset + size;
	}
	return end == len;
}

static bool
open_model(struct model *m, const void *bytes, size_t len, bool check,
    const char **error)
{
	const unsigned char *b = bytes;
	uint32_t n;

	*error = "not a model file";
	if (len < MODEL_HEADER ||
	    memcmp(b, MODEL_MAGIC, sizeof(MODEL_MAGIC)) != 0)
		return false;
	*error = "model of another version";
	if (model_get32(b + MODEL_AT_VERSION) != MODEL_VERSION)
		return false;
	*error = "damaged model";
	n = model_get32(b + MODEL_AT_SECTIONS);
	if (!sections_fit(b, len, n))
		return false;
	if (check && get64(b + MODEL_AT_SUM) !=
	    XXH64(b + MODEL_CHECKED, len - MODEL_CHECKED, 0))
		return false;
	*error = NULL;
	m->bytes = b;
	m->len = len;
	m->sections = n;
	return true;
}

bool
model_open(struct model *m, const void *bytes, size_t len, const char **error)
{
	return open_model(m, bytes, len, true, error);
}

/* As good as the code around it: no need to read it all at every start. */
void
model_builtin(struct model *m, const void *begin, const void *end)
{
	const char *error;

	if (!open_model(m, begin,
	    (size_t)((const char *)end - (const char *)begin), false, &error))
		errx(2, "built-in model: %s", error);
}

const void *
model_section(const struct model *m, const char *name, size_t *len)
{
	const unsigned char *e;
	uint32_t i;

	for (i = 0; i < m->sections; i++) {
		e = entry(m->bytes, i);
		if (strcmp((const char *)e, name) != 0)
			continue;
		*len = model_get32(e + MODEL_AT_LENGTH);
		return m->bytes + model_get32(e + MODEL_AT_OFFSET);
	}
	*len = 0;
	return NULL;
}
